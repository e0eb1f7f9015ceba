#pragma once
// An article with its facts as bytes, and back: the document data of the index. Quotes and surfaces
// are not stored twice, for they are slices of the text. Any bytes may come in: what is not a
// whole, well-formed record gives nothing.

#include "index/fact_index.hpp"

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace atodds {

/// First byte of every record. Raised, with the schema number, when the fields change.
inline constexpr std::uint32_t kCodecVersion = 2;

std::string encode_stored(const Article& article, std::span<const Fact> facts);

/// Nothing where the bytes are damaged, cut short, too long or of another version.
std::optional<StoredArticle> decode_stored(std::string_view bytes);

/// The facts that have `key` among their key terms; skips all else, the article included, unread.
/// Requires: the key is capped.
std::optional<std::vector<Fact>> decode_facts_of(std::string_view bytes, std::string_view key);

}  // namespace atodds
