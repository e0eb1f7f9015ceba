#pragma once
// What a user types -> Xapian query. Included by src/index/ only.

#include <xapian.h>

#include <string_view>

namespace atodds {

/// Words are stemmed and all must occur unless OR stands between them; `fact:RULE`, `entity:ID`,
/// `source:NAME`, `id:ID`, `key:KEY` and `date:FROM..TO` (ISO days) restrict; a bare word that is
/// an entity id of the index ("nvidia-h20") asks for the entity. May throw Xapian::Error.
Xapian::Query parse_query(const Xapian::Database& database, std::string_view text);

}  // namespace atodds
