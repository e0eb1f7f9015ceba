#pragma once
// Excuses of open facts that no weight can outvote, because language and not likeness decides them.
// Each says why two values that look alike are two facts.

#include "base/date.hpp"
#include "model/fact.hpp"

#include <optional>
#include <string>
#include <string_view>

namespace atodds {

/// What tells two values apart before anybody asks how alike their statements are: "yesterday" of
/// two articles, a date that names a thing, ranks among two kinds, an addition beside a total.
std::optional<std::string> excuse_of_kind(const Fact& left, const Fact& right);

/// Amounts of two parts of a matter ("the first round"), or of a whole and of those among it whom
/// something befell ("six were on board", "two of them were rescued").
std::optional<std::string> excuse_of_parts(const Fact& left, const Fact& right);

/// Amounts stated for two times; nothing where they clash all the same, since a count that only
/// grows cannot have fallen.
std::optional<std::string> excuse_of_times(const Fact& left, const Fact& right);

/// What grows or counts with the calendar: an age a year later, "the first in six months" told on
/// two days. The days are those the articles were published on; nothing where one is unknown.
std::optional<std::string> excuse_of_days(const Fact& left, std::optional<Day> left_day,
                                          const Fact& right, std::optional<Day> right_day);

/// "death", "rescue": what befalls some of those who were there, by its family.
bool is_fate(std::string_view predicate);

/// True where the fact has a slot of that name.
bool has_slot(const Fact& fact, std::string_view name);

/// True where a slot of that name has one value on both sides.
bool share_slot(const Fact& left, const Fact& right, std::string_view name);

}  // namespace atodds
