#include "text/lemmatizer.hpp"

#include "text/lexicon.hpp"

#include <algorithm>
#include <array>
#include <utility>

namespace atodds {
namespace {

using Pair = std::pair<std::string_view, std::string_view>;

constexpr auto kAuxiliaries = std::to_array<Pair>(
    {{"'d", "would"},    {"'ll", "will"},  {"'m", "be"},    {"'re", "be"},   {"'s", "be"},
     {"'ve", "have"},    {"ai", "be"},     {"am", "be"},    {"are", "be"},   {"been", "be"},
     {"being", "be"},    {"ca", "can"},    {"did", "do"},   {"does", "do"},  {"doing", "do"},
     {"done", "do"},     {"got", "get"},   {"had", "have"}, {"has", "have"}, {"having", "have"},
     {"is", "be"},       {"sha", "shall"}, {"was", "be"},   {"were", "be"},  {"wo", "will"},
     {"getting", "get"}, {"gets", "get"}});

constexpr auto kPronouns = std::to_array<Pair>({{"'em", "they"},
                                                {"'s", "we"},
                                                {"him", "he"},
                                                {"me", "i"},
                                                {"ourselves", "we"},
                                                {"them", "they"},
                                                {"those", "that"},
                                                {"these", "this"},
                                                {"us", "we"},
                                                {"whom", "who"}});

constexpr auto kOthers =
    std::to_array<Pair>({{"n't", "not"}, {"nt", "not"}, {"na", "to"}, {"'", "'s"}});

template <std::size_t Size>
std::string_view look_up(const std::array<Pair, Size>& table, std::string_view word) {
    const auto found = std::find_if(table.begin(), table.end(),
                                    [word](const Pair& row) { return row.first == word; });
    return found == table.end() ? word : found->second;
}

bool ends_with_any(std::string_view word, std::initializer_list<std::string_view> ends) {
    return std::any_of(ends.begin(), ends.end(),
                       [word](std::string_view end) { return word.ends_with(end); });
}

bool is_vowel(char c) {
    return c == 'a' || c == 'e' || c == 'i' || c == 'o' || c == 'u';
}

bool is_known(std::string_view word, std::uint8_t part) {
    return (Lexicon::shipped().find(word).parts & part) != 0;
}

bool is_known(std::string_view stem, std::string_view tail, std::uint8_t part) {
    std::string word(stem);
    word += tail;
    return is_known(word, part);
}

/// One vowel and then one consonant at the end of a short stem: "hop", whose participle doubles.
bool would_double(std::string_view stem) {
    const std::size_t size = stem.size();
    if (size < 3 || is_vowel(stem[size - 1]) || !is_vowel(stem[size - 2]) ||
        is_vowel(stem[size - 3])) {
        return false;
    }
    const char last = stem[size - 1];
    const auto vowels = std::count_if(stem.begin(), stem.end(), is_vowel);
    return vowels == 1 && last != 'w' && last != 'x' && last != 'y';
}

bool has_double_end(std::string_view stem) {
    return stem.size() >= 3 && stem.back() == stem[stem.size() - 2] && !is_vowel(stem.back());
}

/// Stem of "-ed", "-ing", "-er", "-est" to base: with "e", as it is, or with one consonant less.
std::string restore(std::string_view stem, std::uint8_t part) {
    const bool is_base = is_known(stem, part);
    if (is_base && !would_double(stem)) {
        return std::string(stem);
    }
    if (is_known(stem, "e", part)) {
        return std::string(stem) + "e";
    }
    if (is_base) {
        return std::string(stem);
    }
    if (has_double_end(stem)) {
        const std::string_view single = stem.substr(0, stem.size() - 1);
        const bool keeps = ends_with_any(stem, {"ll", "ss", "zz", "ff"});
        return std::string(keeps && !is_known(single, part) ? stem : single);
    }
    const bool wants_e =
        ends_with_any(stem, {"c", "v", "z", "u", "dg", "at", "rs", "ns", "bl", "tl"}) &&
        !ends_with_any(stem, {"eat", "oat"});
    return std::string(stem) + (wants_e ? "e" : "");
}

std::string drop_s(std::string_view lower, std::uint8_t part) {
    if (lower.size() < 3 || !lower.ends_with('s') || lower.ends_with("ss")) {
        return std::string(lower);
    }
    const std::string_view stem = lower.substr(0, lower.size() - 1);
    if (lower.ends_with("ies") && lower.size() > 4) {
        return is_known(stem, part) ? std::string(stem)
                                    : std::string(lower.substr(0, lower.size() - 3)) + "y";
    }
    if (!stem.ends_with('e') || is_known(stem, part)) {
        return std::string(stem);
    }
    const std::string_view shorter = stem.substr(0, stem.size() - 1);
    const bool takes_es = ends_with_any(shorter, {"s", "x", "z", "ch", "sh", "o"});
    return std::string(takes_es || is_known(shorter, part) ? shorter : stem);
}

std::string verb_lemma(std::string_view lower, Form form) {
    const std::string_view irregular = Lexicon::shipped().irregular('v', lower);
    if (!irregular.empty()) {
        return std::string(irregular);
    }
    const std::size_t size = lower.size();
    if (form == Form::ThirdPerson) {
        return drop_s(lower, WordFacts::kVerb);
    }
    if (form == Form::Gerund) {
        const bool is_cut = lower.ends_with("in'");
        return size > 4 && (lower.ends_with("ing") || is_cut)
                   ? restore(lower.substr(0, size - 3), WordFacts::kVerb)
                   : std::string(lower);
    }
    if (size > 4 && lower.ends_with("ied")) {
        return std::string(lower.substr(0, size - 3)) + "y";
    }
    if (size > 3 && lower.ends_with("eed")) {
        return std::string(is_known(lower, WordFacts::kVerb) ? lower : lower.substr(0, size - 1));
    }
    return size > 3 && lower.ends_with("ed") ? restore(lower.substr(0, size - 2), WordFacts::kVerb)
                                             : std::string(lower);
}

/// The tagger calls some irregular pasts ("sank", "sunk") a base form or a noun. Where the word is
/// neither, it is the past of what the lexicon says.
std::string_view mistaken_past(std::string_view lower, std::uint8_t part) {
    return is_known(lower, part) ? std::string_view() : Lexicon::shipped().irregular('v', lower);
}

std::string noun_lemma(std::string_view lower) {
    const std::string_view irregular = Lexicon::shipped().irregular('n', lower);
    if (!irregular.empty()) {
        return std::string(irregular);
    }
    if (lower.size() > 4 && lower.ends_with("men") && !is_known(lower, WordFacts::kNoun)) {
        return std::string(lower.substr(0, lower.size() - 3)) + "man";
    }
    if (lower.ends_with("'s")) {
        return std::string(lower.substr(0, lower.size() - 2));
    }
    return drop_s(lower, WordFacts::kNoun);
}

/// "domestic chips is": the tagger follows the verb. The plural of a known noun stays one, but
/// short stems are chance ("bus", "gas").
bool looks_plural(std::string_view lower) {
    constexpr std::size_t kShortestStem = 4;
    if (lower.size() <= kShortestStem || !lower.ends_with('s') || lower.ends_with("ss")) {
        return false;
    }
    return is_known(lower.substr(0, lower.size() - 1), WordFacts::kNoun);
}

std::string degree_lemma(std::string_view lower, Form form) {
    const std::string_view irregular = Lexicon::shipped().irregular('a', lower);
    if (!irregular.empty()) {
        return std::string(irregular);
    }
    const std::string_view end = form == Form::Comparative ? "er" : "est";
    if (!lower.ends_with(end) || lower.size() < end.size() + 3) {
        return std::string(lower);
    }
    const std::string_view stem = lower.substr(0, lower.size() - end.size());
    if (stem.ends_with('i')) {
        return std::string(stem.substr(0, stem.size() - 1)) + "y";
    }
    // "further", "latter": not every word in -er is a degree of a shorter one.
    constexpr std::uint8_t kGradable = WordFacts::kAdjective | WordFacts::kAdverb;
    std::string base = restore(stem, kGradable);
    return is_known(base, kGradable) ? base : std::string(lower);
}

}  // namespace

std::string lemma_of(std::string_view lower, Upos tag, Form form) {
    switch (tag) {
        case Upos::Verb:
            if (form == Form::None || form == Form::Base) {
                const std::string_view base = mistaken_past(lower, WordFacts::kVerb);
                return std::string(lower == "'ve" ? "have" : base.empty() ? lower : base);
            }
            return verb_lemma(lower, form);
        case Upos::Aux:
            return std::string(look_up(kAuxiliaries, lower));
        case Upos::Noun:
            if (form != Form::Plural) {
                const std::string_view base = mistaken_past(lower, WordFacts::kNoun);
                if (!base.empty()) {
                    return std::string(base);
                }
                return looks_plural(lower) ? noun_lemma(lower) : std::string(lower);
            }
            return noun_lemma(lower);
        case Upos::Adj:
        case Upos::Adv:
            if (form == Form::Comparative || form == Form::Superlative) {
                return degree_lemma(lower, form);
            }
            return std::string(look_up(kOthers, lower));
        case Upos::Pron:
            return std::string(look_up(kPronouns, lower));
        case Upos::Det:
            return std::string(lower == "an" ? "a" : look_up(kPronouns, lower));
        case Upos::Part:
            return std::string(look_up(kOthers, lower));
        default:
            return std::string(lower);
    }
}

}  // namespace atodds
