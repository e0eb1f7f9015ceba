#pragma once
// UTF-8 without tables: checking, stepping, and the few character classes the reader needs.

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace atodds {

struct CodePoint {
    char32_t value = 0;
    std::size_t size = 0;  ///< bytes, 1 to 4; 1 for a byte that is no valid sequence
};

/// The code point that starts at `at`. An invalid byte gives U+FFFD with size 1.
/// Requires: at < text.size().
CodePoint decode(std::string_view text, std::size_t at);

/// Offset of the first byte that is not valid UTF-8, or nothing.
std::optional<std::size_t> find_bad_utf8(std::string_view text);

/// The code point as UTF-8.
std::string encode(char32_t value);

/// Han, kana and hangul: the scripts that mark a foreign block in an English article.
bool is_east_asian(char32_t value);

/// ASCII letters in lower case; other bytes stay. For words of Latin script with accents the
/// two-byte letters of Latin-1 Supplement and Latin Extended-A are lowered as well.
std::string to_lower(std::string_view text);

}  // namespace atodds
