#pragma once
// The rules of the date grammar, from small to large. Each reads one kind of expression that
// starts at token i and gives nothing where there is none; none looks further ahead than the
// longest expression of its kind, so reading is linear in the text.
//
//   numeric    12/25/1999, 2016-03-02, 11/2016
//   absolute   Friday, 3 March 2017; Aug '96; in 1996; the 21st
//   named      Q3 2020, the second half of 2021, the 1990s, the 19th century, week 27, Easter
//   relative   yesterday, last month, the next three weeks, this Friday
//   part       the first week of .., the third Tuesday in .., early .., the end of .., rest of ..
//   offset     two weeks ago, a year earlier, three days after .., in five years
//   range      from .. to .., between .. and .., .. - ..
//   bound      since .., before .., until .., starting ..

#include "values/date_node.hpp"
#include "values/duration_reader.hpp"

#include <cstddef>
#include <optional>

namespace atodds {

ParsedDate numeric_date_at(const DateContext& context, std::size_t i);
ParsedDate absolute_date_at(const DateContext& context, std::size_t i);
ParsedDate named_period_at(const DateContext& context, std::size_t i);
ParsedDate relative_date_at(const DateContext& context, std::size_t i);
ParsedDate part_date_at(const DateContext& context, std::size_t i);
ParsedDate offset_date_at(const DateContext& context, std::size_t i);

/// "18th Dec for 10 days": the stretch that starts at `start`, with its length behind it.
ParsedDate date_for_duration(const DateContext& context, const DateNode& start);

/// Any of the above with what narrows it ("Tuesday" + "of next week"), the longest.
ParsedDate single_date_at(const DateContext& context, std::size_t i);

ParsedDate bounded_date_at(const DateContext& context, std::size_t i);

/// A whole mention: the longest of a single date, a range and a bound.
ParsedDate date_mention_at(const DateContext& context, std::size_t i);

struct YearAfter {
    std::optional<int> year;
    std::size_t end = 0;  ///< i where there is no year
};

/// The year behind a part of it: "2016", ", 2002", "of 2018", "of last year", "this year".
YearAfter year_after(const DateContext& context, std::size_t i);

/// -1 for last, 0 for this, 1 for next.
int shift_direction(ShiftWord shift);

/// End of the run of digits and joining signs that starts at i and looks like a date but is none
/// ("2015-1-32", "1.10.30", "123-12-1234"); i where there is no such run. Nothing is read inside.
std::size_t skip_number_run(const DateContext& context, std::size_t i);

}  // namespace atodds
