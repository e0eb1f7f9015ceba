#pragma once
// Where the cue phrases of the qualifier lexicon stand in a statement. Leftmost, then longest;
// phrases match by lemma or by form.

#include "base/id_map.hpp"
#include "extract/word_marks.hpp"
#include "model/statement.hpp"
#include "ruleset/ruleset.hpp"

#include <cstdint>
#include <span>
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

    /// A phrase under its first word. "Be" begins fifty, and most statements hold it: the second
    /// words stand side by side, so that one look tells that none of them follows.
    struct Beginning {
        std::uint64_t second = 0;  ///< id of the second word
        std::uint32_t phrase = 0;  ///< index into phrases_
        std::uint32_t reach = 0;   ///< tokens that the second word may stand behind the first; 0:
                                   ///< the phrase has one word
    };

    void add(std::string_view phrase, std::uint32_t cue);
    static bool is_in_title(const Statement& statement, std::uint32_t at);
    static bool fits(const Token& token, const Word& word);
    static std::uint32_t end_of(const Statement& statement, std::uint32_t begin,
                                const Phrase& phrase);

    std::vector<Phrase> phrases_;
    /// First word -> phrases; looked up only.
    IdMap<std::vector<Beginning>> by_first_;
    WordMarks<8192> first_marks_;
};

}  // namespace atodds
