#pragma once
// Article and facts -> Xapian document. Included by src/index/ only.

#include "index/terms.hpp"
#include "model/article.hpp"
#include "model/fact.hpp"

#include <xapian.h>

#include <span>
#include <string>
#include <string_view>

namespace atodds {

/// What tells an unchanged article: a hash of its content and of the rules that read it.
std::string state_of(const Article& article, std::string_view rules_hash);

/// The document with all terms and slots of schema.hpp; its data is packed by who writes it.
Xapian::Document make_document(const Article& article, std::span<const Fact> facts,
                               std::string_view state, WordStemmer& stemmer);

}  // namespace atodds
