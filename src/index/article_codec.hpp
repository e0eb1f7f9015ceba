#pragma once
// An article as bytes, and back: the document data of the index. Facts are not stored, they are
// read again from the text. Any bytes may come in: what is not a whole, well-formed record gives
// nothing.

#include "model/article.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace atodds {

/// First byte of every record. Raised, with the schema number, when the fields change.
inline constexpr std::uint32_t kCodecVersion = 3;

/// `record` with four bytes of its hash behind it: Xapian itself does not notice changed bytes.
std::string seal_record(std::string record);

/// The record, a view into `sealed`; nothing where a byte of it was changed.
std::optional<std::string_view> unseal_record(std::string_view sealed);

std::string encode_article(const Article& article);

/// Nothing where the bytes are damaged, cut short, too long or of another version.
std::optional<Article> decode_article(std::string_view bytes);

}  // namespace atodds
