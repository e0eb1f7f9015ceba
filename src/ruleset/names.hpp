#pragma once
// What the lexicons declare, for checking the rules that name it. Broken entries are declared too:
// one wrong entry must not make every rule that names it look wrong.

#include "ruleset/ruleset.hpp"

#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <vector>

namespace atodds {

/// Points into what was added, which must neither move nor change meanwhile.
class Names {
  public:
    void add(const EntityEntry& entity);
    void add(const Scale& scale);
    void add(const CategoryList& list);

    bool is_entity(std::string_view id) const { return entities_.contains(id); }

    /// An id, a class or a type: what `{entity: X}` may name.
    bool is_entity_group(std::string_view name) const;

    /// The id of the entity with this name or alias; null if none.
    const std::string* entity_called(std::string_view name) const;

    /// Level or category names; null for an unknown list. Points into this.
    const std::vector<std::string_view>* levels_of(std::string_view scale) const;
    const std::vector<std::string_view>* categories_of(std::string_view list) const;

    // Sorted, for suggestions.
    std::vector<std::string_view> entity_ids() const;
    std::vector<std::string_view> entity_groups() const;
    std::vector<std::string_view> scales() const;
    std::vector<std::string_view> category_lists() const;

  private:
    using NameLists = std::unordered_map<std::string_view, std::vector<std::string_view>>;

    std::unordered_set<std::string_view> entities_;
    std::unordered_set<std::string_view> groups_;  ///< classes and types
    std::unordered_map<std::string_view, const std::string*> id_of_alias_;
    NameLists levels_;
    NameLists categories_;
};

}  // namespace atodds
