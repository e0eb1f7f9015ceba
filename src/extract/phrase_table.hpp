#pragma once
// Lists of phrases ("halt", "refrain from", "order:verb") compiled to word ids, looked up at a
// token. Phrases match by lemma or exact form, hyphens between their words are optional in the
// text, and the longest phrase wins. A lookup costs one hash probe where no phrase begins.

#include "base/id_map.hpp"
#include "extract/word_marks.hpp"
#include "model/statement.hpp"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace atodds {

/// What a `word:class` suffix asks of a token.
enum class WordClass : std::uint8_t { Any, Verb, Noun, Adjective, Adverb, Form };

/// The class named by "verb", "noun", "adjective", "adverb", "form"; Any for anything else.
WordClass to_word_class(std::string_view name);

/// True where tag and form of the token fit. Form is a matter of the word, not of the tag.
bool has_class(const Token& token, WordClass word_class);

/// One word of a phrase or pattern.
struct WordTest {
    std::uint64_t id = 0;
    WordClass word_class = WordClass::Any;

    /// True where the token has this lemma or form (for WordClass::Form: this form) and the class.
    bool matches(const Token& token) const {
        return (token.lower_id == id || (token.lemma_id == id && word_class != WordClass::Form)) &&
               (word_class == WordClass::Any || has_class(token, word_class));
    }
};

/// The tests for the words of `phrase` ("cut-down:adjective"), hyphens dropped.
std::vector<WordTest> compile_phrase(std::string_view phrase);

class PhraseTable {
  public:
    struct Hit {
        std::uint32_t label = 0;  ///< as given to `add`
        std::uint32_t end = 0;    ///< index behind the last token
    };

    void add(std::string_view phrase, std::uint32_t label);

    /// The longest phrase that begins at token `at`; of equal ones the first added.
    std::optional<Hit> find(std::span<const Token> tokens, std::uint32_t at) const;

    /// False where no phrase begins with the form or the lemma of `token`; sometimes true for none.
    bool may_begin(const Token& token) const {
        return first_marks_.may_hold(token.lower_id) || first_marks_.may_hold(token.lemma_id);
    }

    /// False where none of the words that phrases begin with is marked.
    template <std::size_t Bits>
    bool may_stand_in(const WordMarks<Bits>& words) const {
        return std::any_of(by_first_.entries().begin(), by_first_.entries().end(),
                           [&](const auto& entry) { return words.may_hold(entry.first); });
    }

    /// Ids of all first words: what a prefilter must look for.
    std::vector<std::uint64_t> first_ids() const;

    bool is_empty() const { return phrases_.empty(); }

  private:
    struct Phrase {
        std::vector<WordTest> words;
        std::uint32_t label = 0;
    };

    std::vector<Phrase> phrases_;
    IdMap<std::vector<std::uint32_t>> by_first_;  ///< longest first
    WordMarks<1024> first_marks_;
};

}  // namespace atodds
