#pragma once
// Names and offices of persons: one person with two offices of one kind ("transport minister",
// "interior minister"), one office with two names that look like one misspelt, or two holders of an
// office of which there is one.

#include "compare/fact_source.hpp"
#include "extract/entity_finder.hpp"
#include "model/finding.hpp"

#include <string_view>

namespace atodds {

/// The verdict on two facts "open/office". Offices and names that merely differ are `different`:
/// many people hold many offices. Two names clash where both texts tell of one week, or have no
/// date, and a body has one such office.
Judgement judge_offices(const EntityFinder& entities, const Fact& left,
                        const FactSource& left_source, const Fact& right,
                        const FactSource& right_source);

/// True for names of equal length in words that differ in one word by a letter or two ("ivo rell",
/// "ivo rall"), or whose first words are swapped. Names are in lower case. Equal names are no
/// slip; initials and short forms ("jon", "jonathan") are none either.
bool is_misspelling(std::string_view a, std::string_view b);

}  // namespace atodds
