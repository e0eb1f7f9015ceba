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

class Names {
  public:
    void add(const EntityEntry& entity);
    void add(const Scale& scale);
    void add(const CategoryList& list);

    bool is_entity(std::string_view id) const { return entities_.contains(std::string(id)); }

    /// An id, a class or a type: what `{entity: X}` may name.
    bool is_entity_group(std::string_view name) const;

    /// The entity with this name or alias; null if none. Points into this.
    const std::string* entity_called(std::string_view name) const;

    /// Level or category names; null for an unknown list. Points into this.
    const std::vector<std::string>* levels_of(std::string_view scale) const;
    const std::vector<std::string>* categories_of(std::string_view list) const;

    // Sorted, for suggestions. Views point into this.
    std::vector<std::string_view> entity_ids() const;
    std::vector<std::string_view> entity_groups() const;
    std::vector<std::string_view> scales() const;
    std::vector<std::string_view> category_lists() const;

  private:
    std::unordered_set<std::string> entities_;
    std::unordered_set<std::string> groups_;  ///< classes and types
    std::unordered_map<std::string, std::string> id_of_alias_;
    std::unordered_map<std::string, std::vector<std::string>> levels_;
    std::unordered_map<std::string, std::vector<std::string>> categories_;
};

}  // namespace atodds
