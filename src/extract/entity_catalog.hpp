#pragma once
// What is known of the lexicon's entities: by id, with classes and wholes closed over part-of.

#include "ruleset/ruleset.hpp"

#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace atodds {

class EntityCatalog {
  public:
    explicit EntityCatalog(const std::vector<EntityEntry>& entities);
    // Its index points into its entries.
    EntityCatalog(const EntityCatalog&) = delete;
    EntityCatalog& operator=(const EntityCatalog&) = delete;

    const std::vector<EntityEntry>& entries() const { return entries_; }

    /// Null for ids that are not in the lexicon. Points into the catalog.
    const EntityEntry* find(std::string_view id) const;

    /// Contract of EntityFinder::is_a.
    bool is_a(std::string_view id, std::string_view whole) const;

    /// All names for which is_a(id, name) holds, each once or more, in no order that matters.
    /// Views into the catalog and `id`.
    std::vector<std::string_view> wholes_of(std::string_view id) const;

  private:
    std::vector<EntityEntry> entries_;
    std::unordered_map<std::string_view, std::size_t> by_id_;  ///< views into entries_
};

}  // namespace atodds
