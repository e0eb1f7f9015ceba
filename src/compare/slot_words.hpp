#pragma once
// Words that two facts are compared by: the values of a slot, and the longer words of a statement.

#include "model/fact.hpp"

#include <cstddef>
#include <set>
#include <string>
#include <string_view>

namespace atodds {

using SlotWords = std::set<std::string>;

/// All values of a repeated slot ("stem", "entity"); empty where the fact has none.
SlotWords slot_words(const Fact& fact, std::string_view name);

/// Words of four letters or more of the statement, in lower case, but for those of the value.
SlotWords quote_words(const Fact& fact);

bool share_any(const SlotWords& a, const SlotWords& b);

std::size_t shared_count(const SlotWords& a, const SlotWords& b);

/// Shared words in percent of the poorer side, 0 to 100; 0 where a side has none.
std::size_t shared_percent(const SlotWords& a, const SlotWords& b);

/// True for the title and for lines that title paragraphs.
bool is_headline(const Fact& fact);

/// True for what is counted or measured, false for dates, ranks and words.
bool is_amount(const Value& value);

}  // namespace atodds
