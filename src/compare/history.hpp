#pragma once
// Values over time: who stated which side of a finding on which day, who had it first, and which
// articles state a value that a newer one has superseded. A pass over a finished report.

#include "model/finding.hpp"

namespace atodds {

/// Fills the history of every finding, the first day of each side, and `Report::stale`.
///
/// A value is superseded by one stated on a later day in a finding that is an update. Of a value
/// that was superseded and comes back, the late article is a stale copy, unless it says that the
/// figure was revised. Stages, phases and event times supersede nothing: "20 asked" stays true.
/// Facts that speak of before, or are taken back, state nothing. Linear in sides and facts.
void add_histories(Report& report);

}  // namespace atodds
