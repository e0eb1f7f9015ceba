#pragma once
// When a fact happened and when it was told or held: two days that one sentence may both name
// ("police said on Tuesday that two people had died on Monday").

#include "base/date.hpp"
#include "extract/qualifier_reader.hpp"
#include "model/statement.hpp"

#include <span>

namespace atodds {

/// The date nearest to the focus, in its own segment first. A date beside the verb of saying is
/// when it was said, not when it happened. Unbounded where the statement names none.
DayInterval event_time_of(const Statement& statement, const StatementContext& context,
                          TokenRange focus);

/// The day for which the fact is told: "as of Tuesday", "by Tuesday 15 had died", else the date
/// beside the verb of saying whose content holds the focus. Unbounded where there is none.
DayInterval report_time_of(const Statement& statement,
                           std::span<const StatementContext::Scoped> cues, TokenRange focus);

}  // namespace atodds
