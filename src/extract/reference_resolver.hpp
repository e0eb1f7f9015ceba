#pragma once
// Descriptions ("the agency", "the company") and pronouns: linked to the nearest earlier mention
// that fits, and left alone where two would fit equally. No link is better than a wrong one.

#include "extract/entity_catalog.hpp"
#include "extract/gazetteer.hpp"
#include "model/statement.hpp"

#include <functional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace atodds {

class ReferenceResolver {
  public:
    ReferenceResolver(const EntityCatalog& catalog, const Gazetteer& descriptions)
        : catalog_(catalog), descriptions_(descriptions) {}

    /// Adds mentions of the kinds Description and Pronoun. Requires: names are there. Looks at most
    /// three statements back, so cost is linear.
    void read(std::span<Statement> statements) const;

  private:
    using Fits = std::function<bool(const EntityMention&)>;

    /// How sure an antecedent must be where several fit.
    enum class Choice : std::uint8_t { SubjectOrOnly, SubjectOnly };

    struct Search {
        std::size_t statement = 0;
        std::uint32_t token = 0;  ///< the reference stands here
        std::size_t most_back = 1;
        Choice choice = Choice::SubjectOrOnly;
    };

    const EntityMention* antecedent(std::span<const Statement> statements, const Search& search,
                                    const Fits& fits) const;
    std::vector<EntityMention> described(std::span<const Statement> statements,
                                         std::size_t index) const;
    std::vector<EntityMention> generic(std::span<const Statement> statements,
                                       std::size_t index) const;
    std::vector<EntityMention> pronouns(std::span<const Statement> statements,
                                        std::size_t index) const;
    /// What the pronoun at `token` stands for; null for other words and where that is open.
    const EntityMention* named_by(std::span<const Statement> statements, std::size_t index,
                                  std::uint32_t token) const;
    bool fits_noun(const EntityMention& mention, const Token& noun) const;
    bool fits_person(const EntityMention& mention, std::string_view gender) const;
    bool fits_group(const EntityMention& mention) const;

    const EntityCatalog& catalog_;
    const Gazetteer& descriptions_;
};

}  // namespace atodds
