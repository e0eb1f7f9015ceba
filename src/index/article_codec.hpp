#pragma once
// An article as bytes, and back; packed by record_packing they are the document data of the
// index. Facts are not stored, they are
// read again from the text. Any bytes may come in: what is not a whole, well-formed record gives
// nothing.

#include "model/article.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace atodds {

/// First byte of every record. Raised, with the schema number, when the fields change.
inline constexpr std::uint32_t kCodecVersion = 4;

/// All but the content hash, which nobody asks an article of an index for: its state is a value.
std::string encode_article(const Article& article);

/// Nothing where the bytes are damaged, cut short, too long or of another version.
std::optional<Article> decode_article(std::string_view bytes);

}  // namespace atodds
