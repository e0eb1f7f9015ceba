#include "compare/quotation_change.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <string_view>

namespace atodds {
namespace {

/// Words left out from which it is a passage, whose inner negations say nothing about the rest.
constexpr std::uint32_t kPassage = 7;
/// Words of a description; the marks show the rest.
constexpr std::uint32_t kShownWords = 9;

using Words = std::span<const QuoteWord>;

Words part(Words words, TokenRange range) {
    return words.subspan(range.begin, range.size());
}

std::string joined_keys(Words words) {
    std::string text;
    for (const QuoteWord& word : words) {
        text += word.key;
    }
    return text;
}

std::string shown(Words words) {
    std::string text;
    for (const QuoteWord& word : words) {
        text += text.empty() ? "" : " ";
        text += word.shown;
    }
    return text;
}

std::size_t count_negations(Words words) {
    return static_cast<std::size_t>(
        std::ranges::count_if(words, [](const QuoteWord& word) { return is_negation(word.key); }));
}

bool is_slight(Words words) {
    return std::ranges::all_of(words,
                               [](const QuoteWord& word) { return word.kind == WordRank::Slight; });
}

/// "who on earth, who on earth": the words left out stand beside it once more.
bool is_repetition(Words all, TokenRange range) {
    const std::uint32_t size = range.size();
    const auto same = [&](std::uint32_t other) {
        for (std::uint32_t i = 0; i < size; ++i) {
            if (all[range.begin + i].key != all[other + i].key) {
                return false;
            }
        }
        return true;
    };
    return (range.begin >= size && same(range.begin - size)) ||
           (range.end + size <= all.size() && same(range.end));
}

bool are_all_inflections(Words left, Words right) {
    if (left.size() != right.size()) {
        return false;
    }
    for (std::size_t i = 0; i < left.size(); ++i) {
        const bool is_near =
            left[i].key == right[i].key || are_inflections(left[i].key, right[i].key) ||
            (left[i].kind == WordRank::Slight && right[i].kind == WordRank::Slight);
        if (!is_near) {
            return false;
        }
    }
    return true;
}

/// The words of one side that the other lacks, by one property; true where both have some, all of
/// them others.
template <typename Property>
bool differ_in(Words left, Words right, Property has) {
    const auto lacks = [&](Words own, Words other) {
        bool any = false;
        for (const QuoteWord& word : own) {
            if (!has(word)) {
                continue;
            }
            any = true;
            if (std::ranges::any_of(other, [&](const QuoteWord& o) { return o.key == word.key; })) {
                return false;
            }
        }
        return any;
    };
    return lacks(left, right) && lacks(right, left);
}

bool has_opposites(Words left, Words right) {
    return std::ranges::any_of(left, [&](const QuoteWord& a) {
        return std::ranges::any_of(right,
                                   [&](const QuoteWord& b) { return are_opposites(a.key, b.key); });
    });
}

bool is_contraction(Words words) {
    return std::ranges::any_of(words, [](const QuoteWord& word) { return word.is_contracted; });
}

/// A name against a name, one each and nothing else of weight: "Bern" against "Basel".
bool is_other_name(Words left, Words right) {
    constexpr std::size_t kMostWords = 3;
    const auto has_only_names = [](Words words) {
        return !words.empty() && words.size() <= kMostWords &&
               std::ranges::all_of(words, [](const QuoteWord& word) {
                   return word.is_name || word.kind == WordRank::Slight;
               });
    };
    return has_only_names(left) && has_only_names(right) &&
           differ_in(left, right, [](const QuoteWord& word) { return word.is_name; });
}

std::string quoted(Words words) {
    if (words.size() <= kShownWords) {
        return fmt::format("“{}”", shown(words));
    }
    return fmt::format("“{} … {}” ({} words)", shown(words.first(3)), shown(words.last(2)),
                       words.size());
}

}  // namespace

ChangeKind kind_of_change(Words left, Words right, const WordChange& change) {
    const Words a = part(left, change.left);
    const Words b = part(right, change.right);
    if (joined_keys(a) == joined_keys(b)) {
        return is_contraction(a) != is_contraction(b) ? ChangeKind::Slight : ChangeKind::None;
    }
    const bool is_one_sided = a.empty() || b.empty();
    if (is_one_sided) {
        const bool is_twice =
            a.empty() ? is_repetition(right, change.right) : is_repetition(left, change.left);
        if (is_twice) {
            return ChangeKind::Slight;
        }
    }
    const std::size_t longest = std::max(a.size(), b.size());
    if (longest < kPassage && count_negations(a) % 2 != count_negations(b) % 2) {
        return ChangeKind::Negation;
    }
    if (longest < kPassage && !is_one_sided) {
        if (has_opposites(a, b)) {
            return ChangeKind::Opposite;
        }
        if (differ_in(a, b, [](const QuoteWord& word) { return word.is_number; })) {
            return ChangeKind::Number;
        }
        if (is_other_name(a, b)) {
            return ChangeKind::Name;
        }
    }
    if ((is_slight(a) && is_slight(b)) || are_all_inflections(a, b)) {
        return ChangeKind::Slight;
    }
    return is_one_sided ? ChangeKind::Omission : ChangeKind::Words;
}

std::string describe_change(Words left, Words right, const WordChange& change) {
    const Words a = part(left, change.left);
    const Words b = part(right, change.right);
    if (a.empty() || b.empty()) {
        return fmt::format("{} only on one side", quoted(a.empty() ? b : a));
    }
    if (joined_keys(a) == joined_keys(b)) {
        return fmt::format("{} is contracted on one side", quoted(a));
    }
    return fmt::format("{} against {}", quoted(a), quoted(b));
}

}  // namespace atodds
