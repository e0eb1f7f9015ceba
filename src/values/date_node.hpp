#pragma once
// What the date grammar passes between its rules: the tokens with the reference day, and the
// piece of text read so far with its readings.

#include "base/date.hpp"
#include "model/value.hpp"
#include "values/date_words.hpp"

#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace atodds {

/// The text under the grammar. Everything is read relative to it, nothing is changed.
struct DateContext {
    std::string_view text;
    std::span<const DateToken> tokens;  ///< ends with a Stop
    std::optional<Day> today;           ///< the reference day
    std::optional<DayInterval> anchor;  ///< the date named last, for "a week earlier"; bounded
    Grain anchor_grain = Grain::None;
    int depth = 0;  ///< nesting of rules; kMostDepth is never passed

    /// Beyond either end there is the final Stop.
    const DateToken& at(std::size_t i) const {
        return i < tokens.size() ? tokens[i] : tokens.back();
    }

    const DateToken& before(std::size_t i) const { return i == 0 ? tokens.back() : at(i - 1); }

    bool is(std::size_t i, DateWord word) const { return at(i).word == word; }

    bool is_sign(std::size_t i, char32_t sign) const {
        return at(i).word == DateWord::Sign && at(i).sign == sign;
    }

    /// Nothing but blanks between token i and the one before it.
    bool is_attached(std::size_t i) const { return i > 0 && !at(i).has_space_before; }

    std::string_view text_of(std::size_t i) const { return slice(text, at(i).span); }

    /// The same context one rule deeper.
    DateContext deeper() const;
};

/// Rules that hold rules are followed this deep; "the end of the first week of the second half of
/// next year" needs four.
inline constexpr int kMostDepth = 5;

/// What was said of a date, before it is placed on the calendar.
struct CalendarFields {
    std::optional<int> year;  ///< astronomical: 0 is 1 BC
    std::optional<int> month;
    std::optional<int> day;
    std::optional<int> weekday;

    bool is_empty() const { return !year && !month && !day && !weekday; }

    friend bool operator==(const CalendarFields&, const CalendarFields&) = default;
};

/// A date read from tokens [begin, end). Either `fields` are set and the readings follow from
/// them, or the readings are all there is.
struct DateNode {
    std::size_t begin = 0;
    std::size_t end = 0;
    CalendarFields fields;
    Grain grain = Grain::None;
    std::vector<DayInterval> readings;  ///< most likely first
    std::string text;                   ///< form without a reference day
    Bound bound = Bound::Exact;
    bool is_vague = false;
    /// "the end of May" as an end of a range is a point in time, not a stretch of days.
    std::optional<Day> point;
};

using ParsedDate = std::optional<DateNode>;

/// The node of `fields` with its readings, or nothing where there is no such day. Yearless dates
/// give the latest one that is not after the reference day and the next one, the likelier first:
/// the past one unless it is more than eight months back.
ParsedDate make_field_node(const DateContext& context, std::size_t begin, std::size_t end,
                           const CalendarFields& fields);

/// A node with one reading.
DateNode make_interval_node(std::size_t begin, std::size_t end, Grain grain, DayInterval interval);

/// The aligned period of `unit`, `offset` periods from the one that holds the reference day; the
/// form "month-1" where there is none.
DateNode make_period_node(const DateContext& context, std::size_t begin, std::size_t end,
                          CalendarUnit unit, int offset);

/// Adds a reading that is not there yet.
void add_reading(DateNode& node, const DayInterval& interval);

/// The longer of two; the first where they are equally long.
ParsedDate longer_of(ParsedDate a, ParsedDate b);

/// The same in place: most readings fail, and then nothing is moved.
inline void keep_longer(ParsedDate& best, ParsedDate&& other) {
    if (other && (!best || other->end > best->end)) {
        best = std::move(other);
    }
}

/// "month", "week", ...: the name of a unit in Value::text.
std::string_view unit_name(CalendarUnit unit);

/// True where Digits token i is a whole number of its own: no decimal point, no separator, no
/// attached sign or letter makes it part of something longer.
bool is_plain_number(const DateContext& context, std::size_t i);

}  // namespace atodds
