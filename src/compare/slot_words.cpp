#include "compare/slot_words.hpp"

#include "base/utf8.hpp"

#include <algorithm>
#include <array>

namespace atodds {

SlotWords slot_words(const Fact& fact, std::string_view name) {
    SlotWords words;
    for (const SlotValue& slot : fact.slots) {
        if (slot.slot == name) {
            words.insert(slot.value);
        }
    }
    return words;
}

SlotWords quote_words(const Fact& fact) {
    constexpr std::size_t kShortWord = 3;
    SlotWords words;
    std::string word;
    const std::string text = to_lower(fact.quote) + " ";
    for (const char byte : text) {
        const bool is_letter =
            (byte >= 'a' && byte <= 'z') || static_cast<unsigned char>(byte) >= 0x80;
        if (is_letter) {
            word += byte;
            continue;
        }
        if (word.size() > kShortWord && to_lower(fact.surface).find(word) == std::string::npos) {
            words.insert(word);
        }
        word.clear();
    }
    return words;
}

bool share_any(const SlotWords& a, const SlotWords& b) {
    return std::any_of(a.begin(), a.end(),
                       [&](const std::string& word) { return b.contains(word); });
}

std::size_t shared_count(const SlotWords& a, const SlotWords& b) {
    return static_cast<std::size_t>(std::count_if(
        a.begin(), a.end(), [&](const std::string& word) { return b.contains(word); }));
}

std::size_t shared_percent(const SlotWords& a, const SlotWords& b) {
    return a.empty() || b.empty() ? 0 : shared_count(a, b) * 100 / std::min(a.size(), b.size());
}

bool is_headline(const Fact& fact) {
    return fact.block == BlockKind::Title || fact.block == BlockKind::Heading;
}

bool is_amount(const Value& value) {
    constexpr std::array kAmounts = {ValueType::Number,   ValueType::Percent,
                                     ValueType::Money,    ValueType::PercentagePoints,
                                     ValueType::Quantity, ValueType::Duration};
    return std::find(kAmounts.begin(), kAmounts.end(), value.type) != kAmounts.end();
}

}  // namespace atodds
