#pragma once
// What a fact is told of the named figure that its value states.

#include "extract/figure_reader.hpp"
#include "extract/open_fact_builder.hpp"
#include "model/fact.hpp"

#include <string_view>

namespace atodds {

/// Adds the slots "figure", "figure-kind", "figure-of" and those that say how firm the figure is
/// ("head-count", "figure-period", "figure-open") to the fact in the making, whose value stands at
/// `range`. Requires: `name`, which is the figure's, outlives the making of the fact.
void add_figure_slots(OpenFactBuilder& builder, const NamedFigure& figure, std::string_view name,
                      TokenRange range, Fact& fact);

}  // namespace atodds
