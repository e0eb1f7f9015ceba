#pragma once
// The rules and lexicons that ship with the program, loaded once for all tests, and articles made
// of a few plain sentences.

#include "model/article.hpp"
#include "ruleset/ruleset.hpp"

#include <string>

namespace atodds::test {

/// Fails the test where a rule has a problem.
const RuleSet& shipped_rules();

/// An article of one body block without a date, its path the id.
Article plain_article(const std::string& id, const std::string& text);

}  // namespace atodds::test
