#include "support/tagged_text.hpp"

#include "base/hash.hpp"
#include "base/utf8.hpp"

#include <algorithm>
#include <array>
#include <map>

namespace atodds::test {

namespace {

struct Reading {
    Upos tag = Upos::X;
    Form form = Form::None;
};

const std::map<std::string_view, Reading>& tag_names() {
    static const std::map<std::string_view, Reading> kNames = {
        {"ADJ", {Upos::Adj, Form::None}},        {"ADP", {Upos::Adp, Form::None}},
        {"ADV", {Upos::Adv, Form::None}},        {"AUX", {Upos::Aux, Form::None}},
        {"CCONJ", {Upos::Cconj, Form::None}},    {"DET", {Upos::Det, Form::None}},
        {"NOUN", {Upos::Noun, Form::None}},      {"NNS", {Upos::Noun, Form::Plural}},
        {"NUM", {Upos::Num, Form::None}},        {"PART", {Upos::Part, Form::None}},
        {"PRON", {Upos::Pron, Form::None}},      {"PROPN", {Upos::Propn, Form::None}},
        {"PUNCT", {Upos::Punct, Form::None}},    {"SCONJ", {Upos::Sconj, Form::None}},
        {"VERB", {Upos::Verb, Form::None}},      {"VB", {Upos::Verb, Form::Base}},
        {"VBD", {Upos::Verb, Form::Past}},       {"VBZ", {Upos::Verb, Form::ThirdPerson}},
        {"VBN", {Upos::Verb, Form::Participle}}, {"VBG", {Upos::Verb, Form::Gerund}},
        {"MD", {Upos::Aux, Form::Modal}}};
    return kNames;
}

struct ClosedWords {
    Reading reading;
    std::string_view words;
};

const std::array kClosed = {
    ClosedWords{{Upos::Det, Form::None}, " the a an this these those no any all some both each "},
    ClosedWords{{Upos::Pron, Form::None},
                " he she it they them him his her its their who which what i we you nobody "
                "nothing none "},
    ClosedWords{{Upos::Adp, Form::None},
                " in on at of for from to by with under over near into than like after before "
                "about despite between against without "},
    ClosedWords{{Upos::Cconj, Form::None}, " and or but nor "},
    ClosedWords{{Upos::Sconj, Form::None}, " that because although while if unless whether "},
    ClosedWords{{Upos::Aux, Form::None},
                " is are was were be been being has have had do does did "},
    ClosedWords{{Upos::Aux, Form::Modal}, " will would may might could can must should "},
    ClosedWords{{Upos::Part, Form::None}, " not n't 's "},
    ClosedWords{{Upos::Verb, Form::Past}, " said told "},
    ClosedWords{{Upos::Adv, Form::None},
                " reportedly allegedly now previously initially currently never also only still "
                "already ultimately since "}};

std::string_view plain_lemma(std::string_view lower) {
    static const std::map<std::string_view, std::string_view> kLemmas = {
        {"is", "be"},    {"are", "be"},   {"was", "be"},   {"were", "be"}, {"been", "be"},
        {"has", "have"}, {"had", "have"}, {"did", "do"},   {"does", "do"}, {"n't", "not"},
        {"said", "say"}, {"says", "say"}, {"told", "tell"}};
    const auto it = kLemmas.find(lower);
    return it == kLemmas.end() ? lower : it->second;
}

/// The regular lemma of an inflected form, enough for the words of tests.
std::string guess_lemma(const std::string& lower, Form form) {
    const auto irregular = plain_lemma(lower);
    if (irregular != lower) {
        return std::string(irregular);
    }
    const bool is_plain_s =
        (form == Form::ThirdPerson || form == Form::Plural) && lower.ends_with('s');
    return is_plain_s ? lower.substr(0, lower.size() - 1) : lower;
}

Reading default_reading(const Token& token, bool is_first) {
    const std::string padded = " " + token.lower + " ";
    for (const ClosedWords& list : kClosed) {
        if (list.words.find(padded) != std::string_view::npos) {
            return list.reading;
        }
    }
    const unsigned char first = static_cast<unsigned char>(token.lower[0]);
    if (first >= '0' && first <= '9') {
        return {Upos::Num, Form::None};
    }
    if (std::string_view(".,;:()\"'-?!").find(token.lower[0]) != std::string_view::npos) {
        return {Upos::Punct, Form::None};
    }
    if (token.is_capitalised && !is_first) {
        return {Upos::Propn, Form::None};
    }
    return {Upos::Noun, Form::None};
}

Token token_of(std::string_view annotated, bool is_first) {
    const auto slash = annotated.find('/', 1);
    const std::string_view form = annotated.substr(0, slash);
    Token token;
    token.lower = to_lower(form);
    token.lower_id = hash_bytes(token.lower);
    const auto is_upper = [](char c) { return c >= 'A' && c <= 'Z'; };
    const auto is_small = [](char c) { return c >= 'a' && c <= 'z'; };
    token.is_capitalised = is_upper(form[0]);
    token.is_all_caps =
        std::ranges::count_if(form, is_upper) >= 2 && std::ranges::none_of(form, is_small);
    Reading reading = default_reading(token, is_first);
    std::string lemma;
    if (slash != std::string_view::npos) {
        const std::string_view rest = annotated.substr(slash + 1);
        const auto second = rest.find('/');
        reading = tag_names().at(rest.substr(0, second));
        lemma = second == std::string_view::npos ? "" : std::string(rest.substr(second + 1));
    }
    token.tag = reading.tag;
    token.form = reading.form;
    token.lemma = lemma.empty() ? guess_lemma(token.lower, token.form) : lemma;
    token.lemma_id = hash_bytes(token.lemma);
    return token;
}

std::vector<std::string_view> split_blanks(std::string_view text) {
    std::vector<std::string_view> parts;
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t end = std::min(text.find(' ', at), text.size());
        if (end > at) {
            parts.push_back(text.substr(at, end - at));
        }
        at = end + 1;
    }
    return parts;
}

}  // namespace

TaggedText tagged(std::string_view notation, BlockKind block) {
    TaggedText result;
    result.statement.block = block;
    bool in_quotes = false;
    for (const std::string_view part : split_blanks(notation)) {
        Token token = token_of(part, result.statement.tokens.empty());
        const bool is_mark = token.lower == "\"";
        in_quotes = in_quotes != is_mark;
        token.is_in_quotes = in_quotes && !is_mark;
        const bool sticks = token.lower == "'s" || token.lower == "n't";
        token.has_space_before = !result.text.empty() && !sticks;
        if (token.has_space_before) {
            result.text += ' ';
        }
        const auto begin = static_cast<std::uint32_t>(result.text.size());
        const auto form_end = part.find('/', 1);
        result.text += part.substr(0, form_end);
        token.span = {begin, static_cast<std::uint32_t>(result.text.size())};
        result.statement.tokens.push_back(std::move(token));
    }
    result.statement.span = {0, static_cast<std::uint32_t>(result.text.size())};
    return result;
}

std::string words(const Statement& statement, TokenRange tokens) {
    std::string text;
    for (std::uint32_t i = tokens.begin; i < tokens.end && i < statement.tokens.size(); ++i) {
        text += text.empty() ? "" : " ";
        text += statement.tokens[i].lower;
    }
    return text;
}

TokenRange range_of(const Statement& statement, std::string_view phrase) {
    const auto parts = split_blanks(phrase);
    for (std::uint32_t begin = 0; begin + parts.size() <= statement.tokens.size(); ++begin) {
        const auto fits = std::equal(parts.begin(), parts.end(), statement.tokens.begin() + begin,
                                     [](std::string_view part, const Token& token) {
                                         return to_lower(part) == token.lower;
                                     });
        if (fits) {
            return {begin, begin + static_cast<std::uint32_t>(parts.size())};
        }
    }
    return {};
}

}  // namespace atodds::test
