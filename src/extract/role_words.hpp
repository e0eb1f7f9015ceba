#pragma once
// The words by which two names take roles: "beat" and "lose to", "succeed" and "predecessor". Made
// of the lists "contests", "role-verbs", "role-verbs-back", "role-nouns", "role-nouns-back" and
// "role-kinds" of the lexicon, so that one bit test for each word of a statement says of nearly all
// of them that no such word is there.

#include "base/id_map.hpp"
#include "extract/word_marks.hpp"
#include "model/statement.hpp"
#include "ruleset/ruleset.hpp"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace atodds {

/// How the two names stand around the word.
enum class RoleForm : std::uint8_t {
    Verb,      ///< "A succeeds B": the subject is the first
    VerbBack,  ///< "B precedes A": the subject is the second
    Giving,    ///< "S sells T to A": the subject hands over, "to" names the first
    Noun,      ///< "A is B's successor"
    NounBack,  ///< "B is A's predecessor"
    Contest,   ///< a word of the list "contests"; `act` is the name of its entry
};

/// A word or phrase of a list: the first word is a lemma, the rest are forms. Between them scores
/// and adverbs may stand ("lost narrowly, 3-2, to").
struct RoleWord {
    std::string act;  ///< name of the entry
    RoleForm form = RoleForm::Verb;
    std::vector<std::uint64_t> rest;      ///< ids of the words behind the first
    std::vector<std::string> exclusions;  ///< acts that cannot both hold
    bool is_passive = false;              ///< "be give": only where the verb is passive
};

/// Names of the marks of a word of the lists "contests" and "role-kinds" that opens no fact.
enum class RoleMark : std::uint8_t {
    Occasion,
    Part,
    Decider,
    Competition,
    Prize,
    Partial,
    Single,
    Vote
};

class RoleWords {
  public:
    explicit RoleWords(const std::vector<CategoryList>& categories);

    /// A phrase in a statement.
    struct Found {
        const RoleWord* word = nullptr;  ///< null: none; points into the table
        std::uint32_t end = 0;           ///< behind its last token
    };

    /// The longest phrase that begins at `token`.
    Found find(const Statement& statement, std::uint32_t token) const {
        return marks_.may_hold(statement.tokens[token].lemma_id) ? longest(statement, token)
                                                                 : Found{};
    }

    /// Whether the form or the lemma of a token bears a mark.
    bool is(RoleMark mark, const Token& token) const;

    /// "directed", "symmetric", "exclusive" and "yearly", as far as the list "role-kinds" says so
    /// of an act.
    std::vector<std::string_view> kinds_of(std::string_view act) const;

  private:
    void add(const CategoryList& list, RoleForm form);
    void add_contest(const CategoryList::Entry& entry);
    void add_kind(const CategoryList::Entry& entry);
    void add_word(std::string_view phrase, const CategoryList::Entry& entry, RoleForm form);
    Found longest(const Statement& statement, std::uint32_t token) const;

    WordMarks<4096> marks_;
    IdMap<std::vector<RoleWord>> words_;                      ///< by the id of the first word
    IdMap<std::uint32_t> flags_;                              ///< RoleMark bits by the id of a word
    std::vector<std::pair<std::string, std::string>> kinds_;  ///< act, its kind
};

}  // namespace atodds
