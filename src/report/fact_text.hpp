#pragma once
// Facts in words and in JSON: names of types and qualifiers, values in a short exact notation.

#include "model/fact.hpp"
#include "model/finding.hpp"
#include "report/line_index.hpp"

#include <string>
#include <string_view>

namespace atodds {

std::string_view name_of(ValueType type);
std::string_view name_of(Verdict verdict);
std::string_view name_of(Level level);
std::string_view name_of(FindingKind kind);
std::string_view name_of(BlockKind kind);
std::string_view name_of(UpdateReason reason);
std::string_view name_of(DayBasis basis);
std::string_view name_of(StaleStatus status);
std::string_view name_of(FindingStatus status);
std::string_view name_of(ReviewVerdict verdict);
std::string_view name_of(Suppression::Kind kind);

/// The value without its unit, exact: "300000", "~300000", ">300000", ">=3", "30..50", "30->50",
/// "+5", "x3"; dates "2025-08-12" or "2025-08-01..2025-08-31"; levels, categories and entities by
/// name. Sets are joined by ", ".
std::string value_text(const Value& value);

/// Unit as a reader would look for it: "USD", "%", "km", "USD/barrel", a counted noun; may be
/// empty.
std::string unit_text(const Value& value);

/// What is not plain about how it is said: "denied", "reportedly", "quoted", "planned",
/// "according to X"; empty where the article asserts it in its own voice.
std::string qualifier_text(const Qualifiers& qualifiers);

/// What the fact is about: the rule and its slots, "noun=chips, entity=nvidia-h20".
std::string slots_text(const Fact& fact);

/// One fact of the article as a JSON object on one line, without a line break: the form of `facts`
/// in atodds-report/1. `lines` is of the article's text.
std::string to_json_line(const Fact& fact, const Article& article, const LineIndex& lines);

/// One finding in the form of `findings` in atodds-report/1, on one line.
std::string to_json_line(const Finding& finding);

}  // namespace atodds
