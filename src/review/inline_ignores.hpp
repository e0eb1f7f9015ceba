#pragma once
// Comments in articles that take findings out of sight:
//
//     <!-- atodds-ignore open/number: both counts were true at their time -->
//
// Several rules are parted by commas; a rule may be a glob ("open/*", "*") or the fingerprint of
// one finding. A comment behind the words of a paragraph speaks of that paragraph, one on a line of
// its own of the block below it. Works in .txt and .md alike; ingest keeps it out of the text.

#include "model/article.hpp"
#include "model/finding.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace atodds {

struct InlineIgnore {
    std::vector<std::string> rules;
    std::string reason;
    ByteSpan span;   ///< the comment
    ByteSpan block;  ///< what it speaks of; empty where nothing follows

    friend bool operator==(const InlineIgnore&, const InlineIgnore&) = default;
};

/// The comments of an article, in text order. A comment without a rule or a reason is a
/// diagnostic and ignores nothing. Linear in the text.
std::vector<InlineIgnore> find_inline_ignores(const Article& article, Diagnostics& diagnostics);

/// Suppresses what comments in the articles of the report speak of. Comments of checked articles
/// that speak of nothing are warnings.
void apply_inline_ignores(Report& report, Diagnostics& diagnostics);

}  // namespace atodds
