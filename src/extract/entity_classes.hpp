#pragma once
// What rules ask of entities, as numbers: each id, class or type that a rule names has one, and
// each entity of the lexicon has the list of those that hold for it. So a slot asks "is one of my
// numbers among yours" where it would compare strings along all wholes of an entity.

#include "base/id_map.hpp"
#include "extract/entity_finder.hpp"
#include "model/statement.hpp"
#include "ruleset/ruleset.hpp"

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

namespace atodds {

class EntityClasses {
  public:
    /// The number of `name`, from 0 in the order of first use.
    std::uint32_t add(std::string_view name);

    /// Works out the lists. Requires: all names were added.
    void close(const std::vector<EntityEntry>& entities, const EntityFinder& finder);

    /// Numbers of the names for which EntityFinder::is_a(id, name) holds, into `classes`.
    void append_classes_of(std::string_view id, std::vector<std::uint32_t>& classes) const;

    /// The same with the type the mention has in its text.
    void append_classes_of(const EntityMention& mention, std::vector<std::uint32_t>& classes) const;

    std::size_t size() const { return numbers_.entries().size(); }

  private:
    IdMap<std::uint32_t> numbers_;             ///< by hash of the name
    IdMap<std::vector<std::uint32_t>> by_id_;  ///< by hash of the entity's id
};

}  // namespace atodds
