#pragma once
// Quotations read from plain paragraphs, for tests of reading and of comparing them.

#include "extract/fact_reader.hpp"
#include "extract/quote_facts.hpp"
#include "model/fact.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace atodds::test {

/// The quotations of an article whose lines are its paragraphs, read without any lexicon.
std::vector<Fact> quotations_of(const std::string& text, const std::string& id = "a");

/// The value of the first slot of this name; empty where there is none.
std::string slot_of(const Fact& fact, std::string_view name);

/// The texts of the pieces, joined by " | ".
std::string pieces_of(const Fact& fact);

}  // namespace atodds::test
