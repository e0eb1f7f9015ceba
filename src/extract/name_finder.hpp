#pragma once
// Names that no lexicon holds: capitalised runs, names behind titles, acronyms in brackets, and
// later short forms of names seen before (surnames, "Acme" for "Acme Corp"). One finder reads one
// article, statement by statement in order.

#include "extract/entity_catalog.hpp"
#include "model/statement.hpp"

#include <cstdint>
#include <span>
#include <string>
#include <unordered_map>
#include <vector>

namespace atodds {

class NameFinder {
  public:
    explicit NameFinder(const EntityCatalog& catalog) : catalog_(catalog) {}

    /// Adds mentions of the kinds Name, Acronym and ShortForm. Headlines in title case are read
    /// last and take only names that the other statements know, or short runs of proper nouns.
    void read(std::span<Statement> statements);

  private:
    struct Known {
        std::string id;
        std::string type;
        MentionKind kind = MentionKind::Name;
        bool is_ambiguous = false;
    };

    /// A run of name tokens with what was cut off its front.
    struct Run {
        TokenRange tokens;
        bool has_title = false;
        bool is_in_headline = false;
    };

    void collect_sure_words(const Statement& statement);
    bool is_sure_word(const Token& token) const;
    void register_lexicon_persons(const Statement& statement);
    void read_statement(Statement& statement, bool is_headline);
    void absorb_place_names(Statement& statement) const;
    bool is_name_token(const Statement& statement, std::uint32_t token, bool is_headline) const;
    Run run_at(const Statement& statement, const std::vector<bool>& claimed, std::uint32_t begin,
               bool is_headline) const;
    /// Behind the last token of a word that begins within `run`: of "Marrow-Tane" all three.
    std::uint32_t end_of_word(const Statement& statement, const std::vector<bool>& claimed,
                              TokenRange run) const;
    bool is_sure(const Statement& statement, const Run& run) const;
    EntityMention mention_of(const Statement& statement, const Run& run);
    std::string type_of(const Statement& statement, const Run& run) const;
    void remember(const Statement& statement, const EntityMention& mention);
    void remember_short(std::uint64_t word_id, const EntityMention& mention);
    void read_acronyms(Statement& statement);
    void settle_types(std::span<Statement> statements) const;

    const EntityCatalog& catalog_;
    std::vector<std::uint64_t> sure_words_;  ///< ids of words capitalised inside a sentence; sorted
    std::unordered_map<std::string, Known> names_;          ///< by lower-case name; looked up only
    std::unordered_map<std::uint64_t, Known> short_forms_;  ///< by Token::lower_id; looked up only
    std::unordered_map<std::string, std::string> types_;    ///< id -> type learnt later
};

}  // namespace atodds
