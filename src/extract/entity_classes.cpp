#include "extract/entity_classes.hpp"

#include "base/hash.hpp"

#include <algorithm>

namespace atodds {

std::uint32_t EntityClasses::add(std::string_view name) {
    const std::uint64_t id = hash_bytes(name);
    if (const std::uint32_t* known = numbers_.find(id); known != nullptr) {
        return *known;
    }
    const auto number = static_cast<std::uint32_t>(numbers_.entries().size());
    numbers_[id] = number;
    return number;
}

void EntityClasses::close(const std::vector<EntityEntry>& entities, const EntityFinder& finder) {
    for (const EntityEntry& entry : entities) {
        std::vector<std::uint32_t> classes;
        for (const std::string_view whole : finder.wholes_of(entry.id)) {
            const std::uint32_t* number =
                whole.empty() ? nullptr : numbers_.find(hash_bytes(whole));
            if (number != nullptr && std::ranges::find(classes, *number) == classes.end()) {
                classes.push_back(*number);
            }
        }
        by_id_[hash_bytes(entry.id)] = std::move(classes);
    }
}

void EntityClasses::append_classes_of(std::string_view id,
                                      std::vector<std::uint32_t>& classes) const {
    const std::uint64_t hash = hash_bytes(id);
    if (const std::vector<std::uint32_t>* known = by_id_.find(hash); known != nullptr) {
        classes.insert(classes.end(), known->begin(), known->end());
    } else if (const std::uint32_t* number = id.empty() ? nullptr : numbers_.find(hash)) {
        classes.push_back(*number);
    }
}

void EntityClasses::append_classes_of(const EntityMention& mention,
                                      std::vector<std::uint32_t>& classes) const {
    append_classes_of(std::string_view(mention.id), classes);
    if (const std::uint32_t* number = numbers_.find(hash_bytes(mention.type)); number != nullptr) {
        classes.push_back(*number);
    }
}

}  // namespace atodds
