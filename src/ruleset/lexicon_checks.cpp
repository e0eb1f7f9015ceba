// What only all lexicon files together show. Apart from lexicon_reader.cpp, which sees one file.

#include "ruleset/lexicon_reader.hpp"
#include "ruleset/map_reader.hpp"

#include <fmt/format.h>

#include <cstdint>
#include <unordered_map>

namespace atodds {

namespace {

using Entities = std::vector<LexiconItem<EntityEntry>>;
using IndexById = std::unordered_map<std::string_view, std::size_t>;

/// Where `text` stands below `key` of a node; the node itself if it cannot be found.
ByteSpan span_of(const YamlNode& node, std::string_view key, std::string_view text) {
    const YamlNode* value = node.find(key);
    if (value == nullptr) {
        return node.span;
    }
    for (const YamlNode& item : value->items) {
        if (item.text == text) {
            return item.span;
        }
    }
    return value->span;
}

template <typename T>
void report(LexiconItem<T>& entry, ByteSpan span, std::string message, std::string hint) {
    entry.problems->add(span, std::move(message), std::move(hint));
    entry.is_sound = false;
}

template <typename T>
IndexById check_ids(std::vector<LexiconItem<T>>& entries, std::string_view what,
                    std::string_view key) {
    IndexById index;
    for (std::size_t i = 0; i < entries.size(); ++i) {
        LexiconItem<T>& entry = entries[i];
        const auto [first, is_new] = index.emplace(entry.item.id, i);
        if (!is_new && !entry.item.id.empty()) {
            report(entry, span_of(*entry.node, key, entry.item.id),
                   fmt::format("duplicate {} {}", what, in_quotes(entry.item.id)),
                   "the first is in " + entries[first->second].problems->file());
        }
    }
    return index;
}

void claim(Entities& entities, IndexById& owners, std::size_t owner, std::string_view alias,
           std::string_view key) {
    const auto [first, is_new] = owners.emplace(alias, owner);
    LexiconItem<EntityEntry>& entry = entities[owner];
    if (is_new || first->second == owner || alias.empty()) {
        return;
    }
    const LexiconItem<EntityEntry>& other = entities[first->second];
    report(entry, span_of(*entry.node, key, alias),
           fmt::format("{} is a name of {} and of {}", in_quotes(alias), in_quotes(other.item.id),
                       in_quotes(entry.item.id)),
           "leave it to one of them; a description or metonym may be shared");
}

void check_aliases(Entities& entities) {
    IndexById owners;
    owners.reserve(entities.size() * 4);
    for (std::size_t i = 0; i < entities.size(); ++i) {
        claim(entities, owners, i, entities[i].item.name, "name");
        for (const std::string& alias : entities[i].item.aliases) {
            claim(entities, owners, i, alias, "aliases");
        }
    }
}

void check_wholes_known(Entities& entities, const IndexById& index) {
    std::vector<std::string_view> ids;
    for (const auto& known : entities) {
        ids.push_back(known.item.id);
    }
    for (LexiconItem<EntityEntry>& entry : entities) {
        for (const std::string& whole : entry.item.part_of) {
            if (index.contains(whole)) {
                continue;
            }
            report(entry, span_of(*entry.node, "part-of", whole),
                   fmt::format("part of an unknown entity {}", in_quotes(whole)),
                   entry.problems->is_full() ? std::string() : suggestion(whole, ids));
        }
    }
}

/// Depth-first with an explicit stack: a chain of wholes may be as long as the list. `next(i)` are
/// the indices of the wholes of i. Calls `on_circle(i)` for each i whose whole is on its own path.
template <typename Next, typename OnCircle>
void find_circles(std::size_t count, Next next, OnCircle on_circle) {
    enum class Mark : std::uint8_t { New, OnPath, Finished };

    struct Step {
        std::size_t item;
        std::vector<std::size_t> wholes;
    };

    std::vector<Mark> marks(count, Mark::New);
    for (std::size_t start = 0; start < count; ++start) {
        std::vector<Step> path;
        if (marks[start] == Mark::New) {
            marks[start] = Mark::OnPath;
            path.push_back({start, next(start)});
        }
        while (!path.empty()) {
            Step& step = path.back();
            if (step.wholes.empty()) {
                marks[step.item] = Mark::Finished;
                path.pop_back();
                continue;
            }
            const std::size_t whole = step.wholes.back();
            step.wholes.pop_back();
            if (marks[whole] == Mark::OnPath) {
                on_circle(step.item, whole);
            } else if (marks[whole] == Mark::New) {
                marks[whole] = Mark::OnPath;
                path.push_back({whole, next(whole)});
            }
        }
    }
}

void check_entity_circles(Entities& entities, const IndexById& index) {
    const auto wholes_of = [&](std::size_t i) {
        std::vector<std::size_t> wholes;
        for (const std::string& id : entities[i].item.part_of) {
            const auto found = index.find(id);
            if (found != index.end()) {
                wholes.push_back(found->second);
            }
        }
        return wholes;
    };
    find_circles(entities.size(), wholes_of, [&](std::size_t part, std::size_t whole) {
        LexiconItem<EntityEntry>& entry = entities[part];
        report(entry, span_of(*entry.node, "part-of", entities[whole].item.id),
               fmt::format("{} is part of {}, which is part of it", in_quotes(entry.item.id),
                           in_quotes(entities[whole].item.id)),
               "remove one \"part-of\" of the circle");
    });
}

void check_category_circles(LexiconItem<CategoryList>& list) {
    std::vector<CategoryList::Entry>& entries = list.item.entries;
    IndexById index;
    for (std::size_t i = 0; i < entries.size(); ++i) {
        index.emplace(entries[i].name, i);
    }
    const auto wholes_of = [&](std::size_t i) {
        std::vector<std::size_t> wholes;
        for (const std::string& name : entries[i].part_of) {
            const auto found = index.find(name);
            if (found != index.end()) {
                wholes.push_back(found->second);
            }
        }
        return wholes;
    };
    find_circles(entries.size(), wholes_of, [&](std::size_t part, std::size_t whole) {
        const YamlNode& node = list.node->find("entries")->items[part];
        report(list, span_of(node, "part-of", entries[whole].name),
               fmt::format("{} is part of {}, which is part of it", in_quotes(entries[part].name),
                           in_quotes(entries[whole].name)),
               "remove one \"part-of\" of the circle");
    });
}

}  // namespace

void check_lexicon(LexiconDraft& lexicon) {
    const IndexById entity_index = check_ids(lexicon.entities, "entity", "id");
    check_aliases(lexicon.entities);
    check_wholes_known(lexicon.entities, entity_index);
    check_entity_circles(lexicon.entities, entity_index);
    check_ids(lexicon.scales, "scale", "scale");
    check_ids(lexicon.categories, "category list", "categories");
    for (LexiconItem<CategoryList>& list : lexicon.categories) {
        check_category_circles(list);
    }
    check_ids(lexicon.cues, "cue", "id");
}

}  // namespace atodds
