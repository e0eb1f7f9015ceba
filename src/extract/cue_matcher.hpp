#pragma once
// Where the cue phrases of the qualifier lexicon stand in a statement. Leftmost, then longest;
// phrases match by lemma or by form.

#include "base/id_map.hpp"
#include "extract/word_marks.hpp"
#include "model/statement.hpp"
#include "ruleset/ruleset.hpp"

#include <cstdint>
#include <string_view>
#include <vector>

namespace atodds {

struct CueMatch {
    std::uint32_t cue = 0;  ///< index into RuleSet::cues
    TokenRange tokens;
};

class CueMatcher {
  public:
    explicit CueMatcher(const std::vector<Cue>& cues);

    /// In token order, not overlapping. Cues that only cancel shorter ones are included.
    std::vector<CueMatch> find(const Statement& statement) const;

  private:
    enum class WordClass : std::uint8_t { Any, Verb, Noun, Adjective, Adverb, Form };

    struct Word {
        std::uint64_t id = 0;
        WordClass word_class = WordClass::Any;
    };

    struct Phrase {
        std::uint32_t cue = 0;
        /// A phrase that names a word class is meant as grammar, not as a fixed expression: up to
        /// two light words ("reject these wild claims") may stand inside.
        bool allows_light_words = false;
        std::vector<Word> words;
    };

    void add(std::string_view phrase, std::uint32_t cue);
    static bool is_in_title(const Statement& statement, std::uint32_t at);
    static bool fits(const Token& token, const Word& word);
    static std::uint32_t end_of(const Statement& statement, std::uint32_t begin,
                                const Phrase& phrase);

    std::vector<Phrase> phrases_;
    /// First word -> phrases; looked up only.
    IdMap<std::vector<std::uint32_t>> by_first_;
    WordMarks<8192> first_marks_;
};

}  // namespace atodds
