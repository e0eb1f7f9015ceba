#include "ruleset/names.hpp"

#include "ruleset/keys.hpp"

#include <algorithm>

namespace atodds {

namespace {

std::string_view text_of(std::string_view text) {
    return text;
}

template <typename V>
std::string_view text_of(const std::pair<const std::string_view, V>& entry) {
    return entry.first;
}

template <typename Container>
void append_texts(const Container& container, std::vector<std::string_view>& out) {
    for (const auto& entry : container) {
        out.push_back(text_of(entry));
    }
}

template <typename Container>
std::vector<std::string_view> sorted_texts(const Container& container) {
    std::vector<std::string_view> texts;
    append_texts(container, texts);
    std::ranges::sort(texts);
    return texts;
}

template <typename Lists>
const std::vector<std::string_view>* find_list(const Lists& lists, std::string_view name) {
    const auto found = lists.find(name);
    return found == lists.end() ? nullptr : &found->second;
}

}  // namespace

void Names::add(const EntityEntry& entity) {
    entities_.insert(entity.id);
    groups_.insert(entity.classes.begin(), entity.classes.end());
    groups_.insert(entity.type);
    id_of_alias_.emplace(entity.name, &entity.id);
    for (const std::string& alias : entity.aliases) {
        id_of_alias_.emplace(alias, &entity.id);
    }
}

void Names::add(const Scale& scale) {
    for (const ScaleLevel& level : scale.levels) {
        levels_[scale.id].push_back(level.name);
    }
}

void Names::add(const CategoryList& list) {
    for (const CategoryList::Entry& entry : list.entries) {
        categories_[list.id].push_back(entry.name);
    }
}

bool Names::is_entity_group(std::string_view name) const {
    return is_entity(name) || groups_.contains(name) ||
           std::ranges::find(kEntityTypes, name) != kEntityTypes.end();
}

const std::string* Names::entity_called(std::string_view name) const {
    const auto found = id_of_alias_.find(name);
    return found == id_of_alias_.end() ? nullptr : found->second;
}

const std::vector<std::string_view>* Names::levels_of(std::string_view scale) const {
    return find_list(levels_, scale);
}

const std::vector<std::string_view>* Names::categories_of(std::string_view list) const {
    return find_list(categories_, list);
}

std::vector<std::string_view> Names::entity_ids() const {
    return sorted_texts(entities_);
}

std::vector<std::string_view> Names::entity_groups() const {
    std::vector<std::string_view> texts = sorted_texts(groups_);
    append_texts(entities_, texts);
    append_texts(kEntityTypes, texts);
    std::ranges::sort(texts);
    texts.erase(std::unique(texts.begin(), texts.end()), texts.end());
    return texts;
}

std::vector<std::string_view> Names::scales() const {
    return sorted_texts(levels_);
}

std::vector<std::string_view> Names::category_lists() const {
    return sorted_texts(categories_);
}

}  // namespace atodds
