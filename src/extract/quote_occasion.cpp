#include "extract/quote_occasion.hpp"

#include "extract/source_finder.hpp"

#include <algorithm>
#include <array>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>

namespace atodds {
namespace {

using std::string_view_literals::operator""sv;  // compares sizes first, a plain literal does not

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
    if (verb == kNoToken || verb + 1 >= frame.end || statement.tokens[verb].lemma != "tell"sv) {
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

/// Languages by their English names, the most spoken and those of news; general knowledge. Sorted.
constexpr std::array<Words, 62> kLanguages = {
    "albanian", "amharic",   "arabic",     "armenian",   "azerbaijani", "bengali",   "bulgarian",
    "burmese",  "cantonese", "catalan",    "chechen",    "chinese",     "creole",    "croatian",
    "czech",    "danish",    "dari",       "dutch",      "estonian",    "farsi",     "finnish",
    "flemish",  "french",    "georgian",   "german",     "greek",       "hausa",     "hebrew",
    "hindi",    "hungarian", "indonesian", "italian",    "japanese",    "kazakh",    "korean",
    "kurdish",  "latvian",   "lithuanian", "malay",      "mandarin",    "nepali",    "norwegian",
    "pashto",   "persian",   "polish",     "portuguese", "punjabi",     "romanian",  "russian",
    "serbian",  "somali",    "spanish",    "swahili",    "swedish",     "tagalog",   "tamil",
    "thai",     "turkish",   "ukrainian",  "urdu",       "uzbek",       "vietnamese"};

/// Words that may stand between "in" and the language: "in fluent French", "in her native Farsi".
constexpr std::array<Words, 14> kBeforeLanguage = {
    "his",      "her",  "their", "native", "fluent", "broken", "halting",
    "flawless", "both", "a",     "brief",  "mostly", "rapid",  "the"};

/// The language that is said to have been spoken: "said in Mandarin". Empty where none is told; a
/// noun behind it makes it another thing ("in Russian waters").
Words spoken_language(const Statement& statement, TokenRange frame) {
    for (std::uint32_t i = frame.begin; i < frame.end; ++i) {
        if (statement.tokens[i].lower != "in"sv && statement.tokens[i].lower != "from"sv) {
            continue;
        }
        std::uint32_t at = i + 1;
        while (at < frame.end && at < i + 4 &&
               std::ranges::find(kBeforeLanguage, statement.tokens[at].lower) !=
                   kBeforeLanguage.end()) {
            ++at;
        }
        if (at >= frame.end) {
            break;
        }
        const Words word = statement.tokens[at].lower;
        const bool is_language =
            word == "english" || std::ranges::find(kLanguages, word) != kLanguages.end();
        const bool goes_on = at + 1 < statement.tokens.size() &&
                             (statement.tokens[at + 1].tag == Upos::Noun ||
                              statement.tokens[at + 1].tag == Upos::Propn) &&
                             !statement.tokens[at + 1].is_in_quotes;
        if (is_language && !goes_on) {
            return word;
        }
    }
    return {};
}

bool has_lemma_of(const Statement& statement, TokenRange frame, std::span<const Words> lemmas) {
    return std::any_of(
        statement.tokens.begin() + frame.begin, statement.tokens.begin() + frame.end,
        [&](const Token& token) { return std::ranges::find(lemmas, token.lemma) != lemmas.end(); });
}

/// "the state news agency", "state television", "state-run media": news of English-speaking
/// countries call those of others so.
bool names_state_media(const Statement& statement, TokenRange frame) {
    constexpr std::array<Words, 9> kMedia = {"media",     "television",  "tv",   "radio", "agency",
                                             "newspaper", "broadcaster", "news", "outlet"};
    for (std::uint32_t i = frame.begin; i + 1 < frame.end; ++i) {
        const Words word = statement.tokens[i].lower;
        const bool is_state = word == "state" || word == "state-run" || word == "state-owned" ||
                              word == "state-controlled" || word == "semi-official";
        const Words next = statement.tokens[i + 1].lower;
        // "state agency" alone is an office.
        const bool is_media = std::ranges::find(kMedia, next) != kMedia.end() &&
                              (next != "agency" || word != "state");
        if (is_state && is_media) {
            return true;
        }
    }
    return false;
}

/// "yes" where the words say that they are a translation, "likely" where they come by way of state
/// media, "no" for "said in English"; empty where nothing tells.
std::string translation_of(const Statement& statement, TokenRange frame) {
    constexpr std::array<Words, 4> kTranslated = {"translate", "translation", "translator",
                                                  "interpreter"};
    const Words language = spoken_language(statement, frame);
    if (language == "english") {
        return "no";
    }
    if (!language.empty() || has_lemma_of(statement, frame, kTranslated)) {
        return "yes";
    }
    return names_state_media(statement, frame) ? "likely" : "";
}

}  // namespace

bool is_translated(std::span<const Statement> statements) {
    // Guessed: a notice is short and stands at either end, unless it names what was translated.
    constexpr std::size_t kEdge = 4;
    constexpr std::size_t kLongestNotice = 20;
    constexpr std::array<Words, 8> kTexts = {"interview",  "article", "remark", "conversation",
                                             "transcript", "text",    "story",  "quotation"};
    for (std::size_t i = 0; i < statements.size(); ++i) {
        const std::vector<Token>& tokens = statements[i].tokens;
        const auto size = static_cast<std::uint32_t>(tokens.size());
        const bool is_edge = i < kEdge || i + kEdge >= statements.size();
        for (std::uint32_t t = 0; size <= kLongestNotice && t + 1 < size; ++t) {
            const Words next = tokens[t + 1].lower;
            if (tokens[t].lower == "translated"sv && !tokens[t].is_in_quotes &&
                (next == "from" || next == "by") &&
                (is_edge || has_lemma_of(statements[i], {0, size}, kTexts))) {
                return true;
            }
        }
    }
    return false;
}

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
    if (std::string translated = translation_of(statement, frame); !translated.empty()) {
        slots.push_back({"translated", std::move(translated), bytes});
    }
    return slots;
}

}  // namespace atodds
