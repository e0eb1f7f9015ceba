#pragma once
// When an article without a date can have been written, from the dates its own text tells as past
// or as still to come. Needs no rules. Linear in the text; only sentences with a year are analysed.

#include "base/date.hpp"
#include "model/article.hpp"

namespace atodds {

/// Not before the latest complete date told in the past tense; not after the earliest one told in
/// the future tense that does not contradict it. Unbounded where the text names no such date. Only
/// body prose counts: a year in a heading may be anything.
DayInterval date_bounds_of(const Article& article);

/// Fills `date_bounds` of an article that has neither a publication date nor an update.
void bound_date(Article& article);

}  // namespace atodds
