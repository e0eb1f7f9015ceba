#include "text/tagger_features.hpp"

#include "text/characters.hpp"
#include "text/weight_table.hpp"

#include <algorithm>
#include <cstring>
#include <string_view>

namespace atodds {
namespace {

using std::string_view_literals::operator""sv;  // compares sizes first, a plain literal does not

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

TagHistory TagHistory::after(std::uint8_t label) const {
    TagHistory next{label, last, wanted, last_verb};
    const auto is_last = [this](TagLabel one) { return last == static_cast<std::uint8_t>(one); };
    switch (static_cast<TagLabel>(label)) {
        case TagLabel::PronWh:
        case TagLabel::Sconj:
        case TagLabel::Cconj:
            next.wanted = static_cast<std::uint8_t>(std::min(wanted + 1, 4));
            break;
        case TagLabel::VerbPresent:
        case TagLabel::VerbThird:
        case TagLabel::VerbPast:
            next.wanted = static_cast<std::uint8_t>(std::max(wanted - 1, 0));
            break;
        case TagLabel::Aux:
            if (!is_last(TagLabel::Aux) && !is_last(TagLabel::Part)) {
                next.wanted = static_cast<std::uint8_t>(std::max(wanted - 1, 0));
            }
            break;
        default:
            break;
    }
    const bool is_verb = (label >= static_cast<std::uint8_t>(TagLabel::VerbBase) &&
                          label <= static_cast<std::uint8_t>(TagLabel::Aux));
    next.last_verb = is_verb ? label : last_verb;
    return next;
}

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

WordTraits traits_of(const Token& token, std::uint8_t capital, const Lexicon& lexicon) {
    const WordFacts facts = lexicon.find(token.lower_id);
    WordTraits word;
    word.word = token.lower_id;
    word.suffix3 = pack(suffix(token.lower, 3));
    word.capital = capital;
    word.label_class = facts.label_class;
    word.look = look_of(token, facts, lexicon);
    return word;
}

WordTraits blank_traits() {
    WordTraits blank;
    blank.word = 1;
    blank.look = 1;
    return blank;
}

void read_capitals(std::span<const Token> tokens, std::vector<std::uint8_t>& capitals) {
    const SentenceCase style = sentence_case(tokens);
    capitals.clear();
    bool is_first = true;
    for (const Token& token : tokens) {
        capitals.push_back(capital_of(token, style, is_first));
        is_first = (is_first && !is_word(token)) || token.lower == ":"sv || token.lower == "\""sv;
    }
}

void fill_traits(std::span<const Token> tokens, const Lexicon& lexicon,
                 std::vector<WordTraits>& traits) {
    std::vector<std::uint8_t> capitals;
    read_capitals(tokens, capitals);
    traits.assign(tokens.size() + 2 * kTraitPadding, blank_traits());
    for (std::size_t i = 0; i < tokens.size(); ++i) {
        traits[i + kTraitPadding] = traits_of(tokens[i], capitals[i], lexicon);
    }
}

WordFeatures word_features(const Token& token, const WordTraits& traits) {
    const std::string_view lower = token.lower;
    const std::uint64_t capital = traits.capital;
    const std::uint32_t shape = shape_of(lower).code();
    const std::uint64_t size = std::min<std::size_t>(lower.size(), 8);
    return {feature_hash(1, 0),
            feature_hash(2, traits.word),
            feature_hash(3, traits.word, capital + 1),
            feature_hash(4, pack(suffix(lower, 1)), capital),
            feature_hash(5, pack(suffix(lower, 2))),
            feature_hash(6, traits.suffix3),
            feature_hash(7, pack(suffix(lower, 4))),
            feature_hash(8, pack(suffix(lower, 5))),
            feature_hash(9, pack(lower.substr(0, 1)), capital),
            feature_hash(10, pack(lower.substr(0, 2))),
            feature_hash(11, pack(lower.substr(0, 3))),
            feature_hash(12, pack(lower.substr(0, 4))),
            feature_hash(13, traits.look),
            feature_hash(14, traits.look, capital + 1),
            feature_hash(15, shape, capital),
            feature_hash(16, traits.suffix3, capital + 1 + (size << 8U))};
}

// The numbers of the templates below are those the shipped tables were trained with.

NeighbourFeatures neighbour_features(const WordTraits& traits) {
    return {{feature_hash(101, traits.word), feature_hash(103, traits.suffix3),
             feature_hash(104, traits.look)},
            {feature_hash(107, traits.word)},
            {feature_hash(117, traits.look)},
            {feature_hash(109, traits.word), feature_hash(115, traits.suffix3)},
            {feature_hash(112, traits.word)}};
}

ContextFeatures context_features(const WordTraits* traits, TagHistory history) {
    const WordTraits& here = traits[0];
    const WordTraits& before = traits[-1];
    const WordTraits& after = traits[1];
    const std::uint64_t last = history.last;
    const std::uint64_t both = last | static_cast<std::uint64_t>(history.second) << 8U;
    const std::uint64_t capitals = static_cast<std::uint64_t>(here.capital) |
                                   static_cast<std::uint64_t>(before.capital) << 8U |
                                   static_cast<std::uint64_t>(after.capital) << 16U;
    const std::uint64_t clause = history.wanted | static_cast<std::uint64_t>(history.last_verb)
                                                      << 8U;
    const std::uint64_t after_look = after.look;
    return {feature_hash(102, here.word, after.word),
            feature_hash(105, after.look, traits[2].look),
            feature_hash(106, here.look, after.look),
            feature_hash(108, traits[2].look, here.look),
            feature_hash(110, before.word, here.word),
            feature_hash(111, before.word, here.look),
            feature_hash(113, traits[-2].word, before.word),
            feature_hash(114, before.word, after.word),
            feature_hash(116, capitals),
            feature_hash(118, here.look, capitals),
            feature_hash(119, traits[-2].look, before.look),
            feature_hash(120, last),
            feature_hash(121, both),
            feature_hash(122, last, here.word),
            feature_hash(123, both, here.look),
            feature_hash(124, last, here.suffix3),
            feature_hash(125, last, after.word),
            feature_hash(126, both, after.look),
            feature_hash(127, last | static_cast<std::uint64_t>(here.capital) << 8U, after.capital),
            feature_hash(128, last | after_look << 8U, here.look),
            feature_hash(129, last, here.look | static_cast<std::uint64_t>(here.capital) << 32U),
            feature_hash(130, clause, last),
            feature_hash(131, clause, here.look),
            feature_hash(132, history.wanted, here.suffix3),
            feature_hash(133, clause | last << 16U, here.look | after_look << 32U)};
}

TagFeatures tag_features(const Token& token, const WordTraits* traits, TagHistory history) {
    TagFeatures features{};
    std::size_t at = 0;
    const auto append = [&](const auto& list) {
        for (const std::uint64_t hash : list) {
            features[at++] = hash;
        }
    };
    append(word_features(token, traits[0]));
    append(context_features(traits, history));
    append(neighbour_features(traits[1]).after);
    append(neighbour_features(traits[2]).second_after);
    append(neighbour_features(traits[3]).third_after);
    append(neighbour_features(traits[-1]).before);
    append(neighbour_features(traits[-2]).second_before);
    return features;
}

}  // namespace atodds
