#pragma once
// The parts of read_measure: each tries one kind of thing behind (or before) an amount and fills
// the measure when it is there.

#include "values/measure_reader.hpp"

namespace atodds {

/// "%", "per cent", "percentage points", "basis points" at measure.end.
bool read_percent_suffix(const LexemeView& view, Measure& measure);

/// A currency behind the amount, with a scale behind it ("75 USD million").
bool read_money_suffix(const LexemeView& view, Measure& measure);

/// Subunits and the "a share" behind a money measure.
void read_money_tail(const LexemeView& view, Measure& measure);

/// "30-year-old", "ten months old".
bool read_age_suffix(const LexemeView& view, Measure& measure);

/// A unit behind the amount, compounds and "a day" included.
bool read_unit_suffix(const LexemeView& view, Measure& measure);

/// Sets `per` where "a share", "per barrel", "each" or "/day" stands at measure.read_end.
void read_per(const LexemeView& view, Measure& measure);

}  // namespace atodds
