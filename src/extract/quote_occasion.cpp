#include "extract/quote_occasion.hpp"

#include "extract/source_finder.hpp"

#include <algorithm>
#include <array>
#include <optional>
#include <string_view>

namespace atodds {
namespace {

using Words = std::string_view;

/// Words behind a preposition within which the noun of an occasion stands. Guessed.
constexpr std::uint32_t kNounReach = 6;

/// What words are spoken or written in; sorted.
constexpr std::array<Words, 41> kOccasions = {
    "ad",      "address",   "advertisement", "announcement", "appearance", "article",
    "blog",    "book",      "briefing",      "broadcast",    "call",       "ceremony",
    "column",  "complaint", "conference",    "conversation", "debate",     "email",
    "essay",   "filing",    "hearing",       "interview",    "letter",     "lawsuit",
    "meeting", "memo",      "message",       "note",         "op-ed",      "podcast",
    "post",    "programme", "rally",         "release",      "report",     "ruling",
    "show",    "speech",    "statement",     "testimony",    "tweet"};

bool is_occasion(const Token& token) {
    return token.tag != Upos::Verb &&
           std::ranges::find(kOccasions, token.lemma) != kOccasions.end();
}

std::optional<SlotValue> occasion_at(const Statement& statement, TokenRange frame,
                                     std::uint32_t preposition) {
    const std::string& word = statement.tokens[preposition].lower;
    const bool may_open = word == "in" || word == "at" || word == "during" || word == "on" ||
                          word == "via" || word == "through";
    if (!may_open) {
        return std::nullopt;
    }
    const std::uint32_t end = std::min(frame.end, preposition + 1 + kNounReach);
    for (std::uint32_t i = preposition + 1; i < end; ++i) {
        const Token& token = statement.tokens[i];
        if (is_occasion(token)) {
            return SlotValue{"occasion", token.lemma, token.span};
        }
        // "in a written statement" goes on, "in reply wrote" does not.
        const bool is_verb = token.tag == Upos::Verb && token.form != Form::Participle;
        if (token.tag == Upos::Adp || token.tag == Upos::Punct || is_verb) {
            break;
        }
    }
    return std::nullopt;
}

/// "told reporters", "told CNBC": what the verb "tell" is directly followed by.
std::optional<SlotValue> addressee_of(const Statement& statement, TokenRange frame,
                                      std::uint32_t verb) {
    if (verb == kNoToken || verb + 1 >= frame.end || statement.tokens[verb].lemma != "tell") {
        return std::nullopt;
    }
    TokenRange phrase = noun_phrase_at(statement, verb + 1);
    for (std::uint32_t i = phrase.begin; i < phrase.end; ++i) {
        if (statement.tokens[i].tag == Upos::Adp && i > phrase.begin) {
            phrase.end = i;
        }
    }
    const std::optional<SourceRef> listener = source_of(statement, phrase, {});
    if (!listener) {
        return std::nullopt;
    }
    return SlotValue{"addressee", listener->id, listener->span};
}

bool tells_translation(const Statement& statement, TokenRange frame) {
    constexpr std::array<Words, 4> kTranslated = {"translate", "translation", "translator",
                                                  "interpreter"};
    return std::any_of(statement.tokens.begin() + frame.begin, statement.tokens.begin() + frame.end,
                       [&](const Token& token) {
                           return std::ranges::find(kTranslated, token.lemma) != kTranslated.end();
                       });
}

}  // namespace

std::vector<SlotValue> occasion_slots(const Statement& statement, TokenRange frame,
                                      std::uint32_t verb) {
    std::vector<SlotValue> slots;
    frame.end = std::min(frame.end, static_cast<std::uint32_t>(statement.tokens.size()));
    if (frame.is_empty()) {
        return slots;
    }
    if (auto addressee = addressee_of(statement, frame, verb)) {
        slots.push_back(std::move(*addressee));
    }
    for (std::uint32_t i = frame.begin; i < frame.end; ++i) {
        if (auto occasion = occasion_at(statement, frame, i)) {
            slots.push_back(std::move(*occasion));
            break;
        }
    }
    const ByteSpan bytes{statement.tokens[frame.begin].span.begin,
                         statement.tokens[frame.end - 1].span.end};
    for (const ValueMention& value : statement.values) {
        if (value.value.type == ValueType::Date && !value.value.dates.empty() &&
            bytes.contains(value.span)) {
            slots.push_back({"said-on", to_text(value.value.dates.front()), value.span});
        }
    }
    if (tells_translation(statement, frame)) {
        slots.push_back({"translated", "yes", bytes});
    }
    return slots;
}

}  // namespace atodds
