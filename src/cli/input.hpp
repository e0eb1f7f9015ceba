#pragma once
// Whole inputs that are no articles: rows of JSON.

#include "base/result.hpp"
#include "cli/options.hpp"
#include "model/article.hpp"

#include <string>

namespace atodds {

/// All bytes of `file`, "-" is standard input. Fails with: Unreadable.
Result<std::string> read_input(const std::string& file, const Console& console);

/// An article of nothing but `text`: one body block, no metadata.
Article article_of_text(const std::string& id, const std::string& text);

}  // namespace atodds
