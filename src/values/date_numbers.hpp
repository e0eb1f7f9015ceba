#pragma once
// The numbers inside dates: days, years in digits and words, small counts. The value reader has
// its own number grammar; this one knows that "twenty one two thousand and eighteen" is two
// numbers and "nineteen ninety six" one.

#include "values/date_node.hpp"

#include <cstddef>
#include <optional>

namespace atodds {

struct NumberAt {
    int value = 0;
    std::size_t end = 0;  ///< first token behind it
    bool is_ordinal = false;
    bool is_digits = false;
};

/// A count in digits ("15") or words up to the millions ("two hundred and ten", "a dozen").
std::optional<NumberAt> count_at(const DateContext& context, std::size_t i);

/// "3rd", "third", "twenty second", "twenty-sixth".
std::optional<NumberAt> ordinal_at(const DateContext& context, std::size_t i);

/// A day of the month, 1 to 31, as a cardinal or ordinal in digits or words.
std::optional<NumberAt> day_number_at(const DateContext& context, std::size_t i);

/// A year of four digits, 1000 to 2999, or in words.
std::optional<NumberAt> full_year_at(const DateContext& context, std::size_t i);

/// A year behind a month or a day: a full one, "'96", "96", all with an optional era ("88 AD").
/// `value` is astronomical. Two digits are taken for 1951 to 2050.
std::optional<NumberAt> trailing_year_at(const DateContext& context, std::size_t i);

/// The era behind a year, applied to it: 44 BC is -43. The year itself where there is none.
NumberAt with_era(const DateContext& context, NumberAt year);

/// 1951 to 2050.
int expand_two_digits(int year);

/// True where what follows cannot be a noun counted by the number that ends at token i.
bool ends_phrase(const DateContext& context, std::size_t i);

}  // namespace atodds
