#pragma once
// A fixed list of words, asked by id. Tokens carry the ids of their form and lemma, so "is this one
// of my words" is one bit test for almost every token of a text, where a list of strings costs a
// comparison for each of its words.

#include "base/hash.hpp"
#include "base/id_map.hpp"
#include "extract/word_marks.hpp"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>

namespace atodds {

/// Words with what each stands for. A word that is added twice keeps its last meaning.
template <typename Meaning>
class WordMeanings {
  public:
    /// Adds the lower-case words of `words`, which stand between blanks.
    WordMeanings& add(std::string_view words, const Meaning& meaning) {
        while (!words.empty()) {
            const std::size_t end = std::min(words.find(' '), words.size());
            if (end > 0) {
                const std::uint64_t id = hash_bytes(words.substr(0, end));
                marks_.mark(id);
                meanings_[id] = meaning;
            }
            words.remove_prefix(std::min(end + 1, words.size()));
        }
        return *this;
    }

    /// Null for an id (hash_bytes of a word) that is not in the table. Points into the table.
    const Meaning* find(std::uint64_t id) const {
        return marks_.may_hold(id) ? meanings_.find(id) : nullptr;
    }

  private:
    WordMarks<2048> marks_;
    IdMap<Meaning> meanings_;
};

/// Words that are in or out.
class WordSet {
  public:
    /// Of the lower-case words of `words`, which stand between blanks.
    explicit WordSet(std::string_view words) { words_.add(words, true); }

    explicit WordSet(std::span<const std::string_view> words) {
        for (const std::string_view word : words) {
            words_.add(word, true);
        }
    }

    bool holds(std::uint64_t id) const { return words_.find(id) != nullptr; }

  private:
    WordMeanings<bool> words_;
};

}  // namespace atodds
