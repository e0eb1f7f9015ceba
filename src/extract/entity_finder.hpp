#pragma once
// Names in statements: lexicon entities by alias, acronyms introduced in the text, capitalised
// runs, titles with names, and later short forms ("Lutnick", "he", "the agency", "the company").

#include "model/statement.hpp"
#include "ruleset/ruleset.hpp"

#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace atodds {

/// The gazetteer, compiled once: a trie over token ids, longest match wins. Thread safe.
class EntityFinder {
  public:
    explicit EntityFinder(const std::vector<EntityEntry>& entities);
    ~EntityFinder();
    EntityFinder(EntityFinder&&) noexcept;
    EntityFinder& operator=(EntityFinder&&) noexcept;

    /// Lexicon mentions only, on tokens that need no tags. These claim their spans before values
    /// are read.
    void find_lexicon_mentions(Statement& statement) const;

    /// Completes `statements` of one article in order: names not in the lexicon, acronyms, short
    /// forms, descriptions, pronouns. Requires: tags. A value span is never turned into a name.
    void find_other_mentions(std::span<Statement> statements) const;

    /// True where `id` is, or is part of (over any number of steps), `whole`; or has it as class or
    /// type. "~name" ids have no wholes.
    bool is_a(const std::string& id, const std::string& whole) const;

    /// All names for which is_a(id, name) holds. Views into the finder and `id`.
    std::vector<std::string_view> wholes_of(std::string_view id) const;

    /// Name for reports; the id's own text for "~name".
    std::string name_of(const std::string& id) const;

  private:
    struct Parts;
    std::unique_ptr<Parts> parts_;
};

}  // namespace atodds
