#include "extract/entity_catalog.hpp"

#include <algorithm>

namespace atodds {

EntityCatalog::EntityCatalog(const std::vector<EntityEntry>& entities) : entries_(entities) {
    for (std::size_t i = 0; i < entries_.size(); ++i) {
        by_id_.try_emplace(entries_[i].id, i);
    }
}

const EntityEntry* EntityCatalog::find(std::string_view id) const {
    const auto it = by_id_.find(id);
    return it == by_id_.end() ? nullptr : &entries_[it->second];
}

bool EntityCatalog::is_a(std::string_view id, std::string_view whole) const {
    if (id.empty() || whole.empty()) {
        return false;
    }
    if (id == whole) {
        return true;
    }
    const EntityEntry* entry = find(id);
    if (entry == nullptr) {
        return false;
    }
    if (entry->type == whole || std::ranges::find(entry->classes, whole) != entry->classes.end()) {
        return true;
    }
    if (entry->part_of.empty()) {
        return false;
    }
    const std::vector<std::string_view> wholes = wholes_of(id);
    return std::ranges::find(wholes, whole) != wholes.end();
}

std::vector<std::string_view> EntityCatalog::wholes_of(std::string_view id) const {
    if (id.empty()) {
        return {};
    }
    const EntityEntry* entry = find(id);
    if (entry == nullptr) {
        return {id};
    }
    // Wholes are walked by id only: a unit of a government body is part of it, but does not
    // inherit its classes. The list of what was seen also ends circles in a lexicon.
    constexpr std::size_t kUsual = 16;  // only memory depends on it
    std::vector<std::string_view> wholes;
    wholes.reserve(kUsual);
    wholes.push_back(id);
    for (std::size_t i = 0; i < wholes.size(); ++i) {
        const EntityEntry* part = find(wholes[i]);
        if (part == nullptr) {
            continue;
        }
        for (const std::string& next : part->part_of) {
            if (std::ranges::find(wholes, std::string_view(next)) == wholes.end()) {
                wholes.emplace_back(next);
            }
        }
    }
    wholes.emplace_back(entry->type);
    wholes.insert(wholes.end(), entry->classes.begin(), entry->classes.end());
    return wholes;
}

}  // namespace atodds
