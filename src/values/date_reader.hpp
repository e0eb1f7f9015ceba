#pragma once
// Dates and durations. Called by the value reader, which hands over its lexemes.

#include "base/date.hpp"
#include "model/value.hpp"
#include "values/lexeme.hpp"

#include <optional>
#include <span>
#include <string_view>
#include <vector>

namespace atodds {

/// All dates (and date ranges) and durations of `text`, in text order, not overlapping.
/// `lexemes` are those of `text`. Linear in the text; no clock, no locale.
///
/// A Date holds all its readings in Value::dates, the one news means first: "on July 15" is the
/// last one and then the next one, "six months ago" the day and then the month around it. Bounds
/// are open intervals: "since April" has no end, "before 2010" no start; Value::bound is then
/// AtLeast (since), Above (after), Below (before) or AtMost (until, by), and Between for a range.
/// `is_vague` marks readings that lean on something that may not be known here: "in recent weeks",
/// "the week", and "two years later" where no date stands before it.
///
/// Where there is no reading Value::text says what is known:
///   no year               XX-07-15, XX-07, XX-XX-21 (the 21st), XX-W-5 (Friday), XX-Q3, XX-easter
///   needs `reference_day` month-1 (last month), day+0 (today), weekday-5+1 (next Friday)
///   distance from it      -2week (two weeks ago), +1year2month, past-3week, next-5day
///   distance from a date  XX-07-31-2day (two days before July 31)
///   part, bound, range    early of XX-08, since XX-04, XX-05..XX-09
///
/// A Duration is in seconds (a month is 30 days, a year 365); Value::text is its form ("2year").
std::vector<ValueMention> read_dates(std::string_view text, std::span<const Lexeme> lexemes,
                                     std::optional<Day> reference_day);

}  // namespace atodds
