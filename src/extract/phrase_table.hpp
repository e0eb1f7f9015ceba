#pragma once
// Lists of phrases ("halt", "refrain from", "order:verb") compiled to word ids, looked up at a
// token. Phrases match by lemma or exact form, hyphens between their words are optional in the
// text, and the longest phrase wins. A lookup costs one hash probe where no phrase begins.

#include "model/statement.hpp"

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace atodds {

/// What a `word:class` suffix asks of a token.
enum class WordClass : std::uint8_t { Any, Verb, Noun, Adjective, Adverb, Form };

/// The class named by "verb", "noun", "adjective", "adverb", "form"; Any for anything else.
WordClass to_word_class(std::string_view name);

/// One word of a phrase or pattern.
struct WordTest {
    std::uint64_t id = 0;
    WordClass word_class = WordClass::Any;

    /// True where the token has this lemma or form (for WordClass::Form: this form) and the class.
    bool matches(const Token& token) const;
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

    /// Ids of all first words: what a prefilter must look for.
    std::vector<std::uint64_t> first_ids() const;

    bool is_empty() const { return phrases_.empty(); }

  private:
    struct Phrase {
        std::vector<WordTest> words;
        std::uint32_t label = 0;
    };

    std::vector<Phrase> phrases_;
    std::unordered_map<std::uint64_t, std::vector<std::uint32_t>> by_first_;  // lookups only
};

}  // namespace atodds
