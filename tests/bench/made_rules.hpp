#pragma once
// Rules for the benchmark: as many as wanted, each with things of its own and with verbs and nouns
// that rules share, the same on every machine.

#include "ruleset/ruleset.hpp"

#include <cstddef>

namespace atodds::bench {

/// `count` rules, read by the loader as a folder of rules would be; no lexicons. Every tenth rule
/// is about things that stand in made_articles(), the others about things that no text names.
RuleSet made_rules(std::size_t count);

}  // namespace atodds::bench
