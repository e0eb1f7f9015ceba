#pragma once
// One small, sound set of rules, and ways to break it: most loader tests change one thing in it.

#include <string>
#include <string_view>

namespace atodds {

/// rules/lexicon/entities/harbour.yml
std::string sample_entities();
/// rules/lexicon/scales/damage.yml
std::string sample_scale();
/// rules/lexicon/categories/cargo.yml
std::string sample_categories();
/// rules/topics/ferry/ferry-injured.yml
std::string sample_rule();

/// `text` with the only occurrence of `old_part` replaced. Fails the test if it is not the only
/// one.
std::string with(std::string text, std::string_view old_part, std::string_view new_part);

}  // namespace atodds
