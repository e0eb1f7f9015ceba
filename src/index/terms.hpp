#pragma once
// Text -> index terms: the length cap, and the word stems of an article. Xapian refuses terms over
// 245 bytes and doubles NUL bytes, so every term passes through one function.

#include "index/schema.hpp"

#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace atodds {

/// Xapian's own limit with the glass backend, in bytes, prefix included.
inline constexpr std::size_t kLongestTerm = 245;

/// `text` where it fits behind a prefix of one byte and holds no NUL. Else its first characters,
/// cut between two characters, "#" and the hash of all of it. Capping twice changes nothing.
std::string capped(std::string_view text);

/// Prefix and capped text: what is handed to Xapian.
std::string make_term(schema::Prefix prefix, std::string_view text);

/// The lowest `size` digits of `hash` to the base 255 as bytes from 1, the lowest first: a short
/// term. No byte is NUL, which Xapian would store as two. Requires: size <= 8.
std::string short_text(std::uint64_t hash, std::size_t size);

/// True for words that are in nearly every article and are not indexed. Lower case.
bool is_stop_word(std::string_view lower);

/// Splits into words and stems them with Xapian's English stemmer. Remembers words and stems by
/// number, so that an article is counted without comparing strings: one object a writer, not for
/// several threads.
class WordStemmer {
  public:
    WordStemmer();
    ~WordStemmer();
    WordStemmer(WordStemmer&&) noexcept;
    WordStemmer& operator=(WordStemmer&&) noexcept;

    /// Appends the numbers of the stems of the content words of `text`, in text order, repeated as
    /// they occur. Words are runs of letters and digits; an apostrophe between letters and a comma
    /// or full stop between digits belong to the word, as in Xapian's query parser.
    void append_stems(std::string_view text, std::vector<std::uint32_t>& stems);

    /// The stem of that number, good until the next call of append_stems. Requires: the number was
    /// given since the last make_room.
    const std::string& stem(std::uint32_t number) const;

    /// To be called between two articles: forgets all where that has become much.
    void make_room();

  private:
    struct Parts;
    std::unique_ptr<Parts> parts_;
};

}  // namespace atodds
