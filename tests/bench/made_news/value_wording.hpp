#pragma once
// The ways in which an article words a value: "1,214", "about 1,200", "nineteen", "$8.4 million",
// "14 June", "June 14".

#include "base/date.hpp"
#include "bench/made_news/story.hpp"

#include <cstdint>
#include <string>

namespace atodds::bench {

class Dice;

enum class Wording : std::uint8_t {
    Exact,  ///< the value itself; digits or words
    Loose,  ///< may be rounded and hedged, but holds the value
};

std::string word_count(std::int64_t count, Wording wording, Dice& dice);

/// `tenths` of a million; 0 to 2 are the currencies.
std::string word_money(std::int64_t tenths, std::uint32_t currency, Wording wording, Dice& dice);

std::string word_percent(std::int64_t tenths, Dice& dice);

/// With the year where it is not that of `today`, and sometimes where it is.
std::string word_day(Day day, Day today, Dice& dice);

/// "Tuesday".
std::string weekday_name(Day day);

/// The value of a fact in an article of `today`.
std::string word_value(const FactKind& fact, std::int64_t value, const Story& story, Day today,
                       Wording wording, Dice& dice);

}  // namespace atodds::bench
