#include "text/tagger_features.hpp"

#include "text/characters.hpp"
#include "text/weight_table.hpp"

#include <algorithm>
#include <cstring>
#include <string_view>

namespace atodds {
namespace {

/// Up to eight bytes as a number; affixes are no longer.
std::uint64_t pack(std::string_view bytes) {
    std::uint64_t value = 0;
    std::memcpy(&value, bytes.data(), std::min<std::size_t>(bytes.size(), 8));
    return value ^ (bytes.size() << 60U);
}

std::string_view suffix(std::string_view word, std::size_t size) {
    return word.size() <= size ? word : word.substr(word.size() - size);
}

struct Shape {
    bool has_digit = false;
    bool has_letter = false;
    bool has_hyphen = false;
    bool has_stop = false;
    bool has_sign = false;
    bool has_wide = false;

    std::uint32_t code() const {
        return static_cast<std::uint32_t>(has_digit) |
               static_cast<std::uint32_t>(has_letter) << 1U |
               static_cast<std::uint32_t>(has_hyphen) << 2U |
               static_cast<std::uint32_t>(has_stop) << 3U |
               static_cast<std::uint32_t>(has_sign) << 4U |
               static_cast<std::uint32_t>(has_wide) << 5U;
    }
};

Shape shape_of(std::string_view word) {
    Shape shape;
    for (const char c : word) {
        shape.has_digit |= is_ascii_digit(c);
        shape.has_letter |= is_ascii_lower(c);
        shape.has_hyphen |= c == '-';
        shape.has_stop |= c == '.';
        shape.has_wide |= static_cast<unsigned char>(c) >= 0x80;
        shape.has_sign |=
            !is_ascii_alnum(c) && c != '-' && c != '.' && static_cast<unsigned char>(c) < 0x80;
    }
    return shape;
}

struct Ending {
    std::string_view end;
    std::string_view with;  ///< put in its place; "+" undoubles
};

// How inflected forms lead back to a word of the lexicon; first hit counts.
constexpr auto kEndings = std::to_array<Ending>({{"ies", "y"},
                                                 {"es", ""},
                                                 {"s", ""},
                                                 {"ied", "y"},
                                                 {"ed", "e"},
                                                 {"ed", ""},
                                                 {"ed", "+"},
                                                 {"ing", "e"},
                                                 {"ing", ""},
                                                 {"ing", "+"},
                                                 {"ier", "y"},
                                                 {"er", "e"},
                                                 {"er", ""},
                                                 {"iest", "y"},
                                                 {"est", "e"},
                                                 {"est", ""},
                                                 {"ly", ""}});

/// Lexicon facts of the base with the number of the ending, or 0.
std::uint32_t look_of_inflected(std::string_view lower, const Lexicon& lexicon) {
    std::array<char, 32> base{};
    if (lower.size() < 4 || lower.size() > base.size()) {
        return 0;
    }
    for (std::size_t i = 0; i < kEndings.size(); ++i) {
        const Ending& ending = kEndings[i];
        if (!lower.ends_with(ending.end)) {
            continue;
        }
        std::size_t size = lower.size() - ending.end.size();
        std::memcpy(base.data(), lower.data(), size);
        if (ending.with == "+") {
            if (size < 3 || base[size - 1] != base[size - 2]) {
                continue;
            }
            --size;
        } else if (!ending.with.empty()) {
            base[size++] = ending.with[0];
        }
        const WordFacts facts = lexicon.find(std::string_view(base.data(), size));
        if ((facts.parts & 15U) != 0) {
            return 0x10000U + (static_cast<std::uint32_t>(ending.end[0]) << 8U) +
                   (facts.parts & 0x3FU) + static_cast<std::uint32_t>(ending.end.size() << 20U);
        }
    }
    return 0;
}

std::uint32_t look_of(const Token& token, WordFacts facts, const Lexicon& lexicon) {
    if (facts.label_class != 0) {
        return 0x1000U + facts.label_class;
    }
    if (facts.parts != 0) {
        return 0x2000U + facts.parts;
    }
    const Shape shape = shape_of(token.lower);
    if (!shape.has_digit && !shape.has_wide && shape.has_letter) {
        const std::uint32_t inflected = look_of_inflected(token.lower, lexicon);
        if (inflected != 0) {
            return inflected;
        }
    }
    return 0x3000U + shape.code();
}

std::uint8_t capital_of(const Token& token, SentenceCase style, bool is_first) {
    const std::uint8_t shift = style == SentenceCase::Normal  ? 0
                               : style == SentenceCase::Title ? 4
                                                              : 8;
    if (!token.is_capitalised && !token.is_all_caps) {
        return shift;
    }
    if (token.is_all_caps) {
        return static_cast<std::uint8_t>(shift + 3);
    }
    return static_cast<std::uint8_t>(shift + (is_first ? 1 : 2));
}

bool is_word(const Token& token) {
    return is_ascii_lower(token.lower.empty() ? ' ' : token.lower[0]);
}

}  // namespace

SentenceCase sentence_case(std::span<const Token> tokens) {
    int words = 0;
    int capitals = 0;
    int all_caps = 0;
    bool is_first = true;
    for (const Token& token : tokens) {
        if (!is_word(token)) {
            continue;
        }
        if (!is_first && token.lower.size() >= 4) {
            ++words;
            capitals += token.is_capitalised ? 1 : 0;
            all_caps += token.is_all_caps ? 1 : 0;
        }
        is_first = false;
    }
    if (words < 2 || capitals * 10 < words * 7) {
        return SentenceCase::Normal;
    }
    return all_caps * 10 >= words * 6 ? SentenceCase::Upper : SentenceCase::Title;
}

void fill_traits(std::span<const Token> tokens, const Lexicon& lexicon,
                 std::vector<WordTraits>& traits) {
    const SentenceCase style = sentence_case(tokens);
    WordTraits blank;
    blank.word = 1;
    blank.look = 1;
    traits.assign(tokens.size() + 2 * kTraitPadding, blank);
    bool is_first = true;
    for (std::size_t i = 0; i < tokens.size(); ++i) {
        const Token& token = tokens[i];
        const WordFacts facts = lexicon.find(token.lower_id);
        WordTraits& word = traits[i + kTraitPadding];
        word.word = token.lower_id;
        word.suffix3 = pack(suffix(token.lower, 3));
        word.capital = capital_of(token, style, is_first);
        word.label_class = facts.label_class;
        word.look = look_of(token, facts, lexicon);
        is_first = (is_first && !is_word(token)) || token.lower == ":" || token.lower == "\"";
    }
}

void word_features(const Token& token, const WordTraits& traits, TagFeatures& features) {
    const std::string_view lower = token.lower;
    const std::uint64_t capital = traits.capital;
    const std::uint32_t shape = shape_of(lower).code();
    std::size_t at = 0;
    std::uint32_t kind = 1;
    const auto put = [&](std::uint64_t a, std::uint64_t b = 0) {
        features[at++] = feature_hash(kind++, a, b);
    };
    put(0);
    put(traits.word);
    put(traits.word, capital + 1);
    put(pack(suffix(lower, 1)), capital);
    put(pack(suffix(lower, 2)));
    put(traits.suffix3);
    put(pack(suffix(lower, 4)));
    put(pack(suffix(lower, 5)));
    put(pack(lower.substr(0, 1)), capital);
    put(pack(lower.substr(0, 2)));
    put(pack(lower.substr(0, 3)));
    put(pack(lower.substr(0, 4)));
    put(traits.look);
    put(traits.look, capital + 1);
    put(shape, capital);
    put(traits.suffix3,
        capital + 1 + (static_cast<std::uint64_t>(std::min<std::size_t>(lower.size(), 8)) << 8U));
    static_assert(kWordFeatures == 16);
}

void context_features(const WordTraits* traits, TagHistory history, TagFeatures& features) {
    const WordTraits& here = traits[0];
    const WordTraits& before = traits[-1];
    const WordTraits& after = traits[1];
    const std::uint64_t last = history.last;
    const std::uint64_t both = last | static_cast<std::uint64_t>(history.second) << 8U;
    std::size_t at = kWordFeatures;
    std::uint32_t kind = 101;
    const auto put = [&](std::uint64_t a, std::uint64_t b = 0) {
        features[at++] = feature_hash(kind++, a, b);
    };
    put(after.word);
    put(here.word, after.word);
    put(after.suffix3);
    put(after.look);
    put(after.look, traits[2].look);
    put(here.look, after.look);
    put(traits[2].word);
    put(traits[2].look, here.look);
    put(before.word);
    put(before.word, here.word);
    put(before.word, here.look);
    put(traits[-2].word);
    put(traits[-2].word, before.word);
    put(before.word, after.word);
    put(before.suffix3);
    put(here.capital | before.capital << 8U | after.capital << 16U);
    put(traits[3].look);
    put(here.look, here.capital | before.capital << 8U | after.capital << 16U);
    put(traits[-2].look, before.look);
    put(last);
    put(both);
    put(last, here.word);
    put(both, here.look);
    put(last, here.suffix3);
    put(last, after.word);
    put(both, after.look);
    put(last | (static_cast<std::uint64_t>(here.capital) << 8U), after.capital);
    put(last | (static_cast<std::uint64_t>(after.look) << 8U), here.look);
    put(last, here.look | (static_cast<std::uint64_t>(here.capital) << 32U));
    static_assert(kContextFeatures == 29);
}

}  // namespace atodds
