#include "ruleset/lexicon_reader.hpp"

#include "ruleset/feature_names.hpp"
#include "ruleset/map_reader.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <span>
#include <unordered_set>
#include <utility>

namespace atodds {

namespace {

/// Hundredths of a log-odds unit; more would be certainty. Guessed.
constexpr std::int64_t kMostWeight = 1000;

std::span<const YamlNode> entries_of(const MapReader& map, std::string_view key,
                                     Problems& problems) {
    const YamlNode* node = map.require(key, fmt::format("add {}: with a list below it", key));
    if (node == nullptr) {
        return {};
    }
    if (!node->is_list()) {
        problems.add(node->span,
                     fmt::format("\"{}\" is {}, expected a list", key, described(*node)),
                     "start each entry with \"- \"");
    }
    return node->is_list() ? node->items : std::span<const YamlNode>{};
}

/// A name must not come twice in its list; the second is the one reported.
void check_new(std::unordered_set<std::string>& seen, const std::string& name, ByteSpan span,
               std::string_view what, Problems& problems) {
    if (!name.empty() && !seen.insert(name).second) {
        problems.add(span, fmt::format("duplicate {} {}", what, in_quotes(name)),
                     "merge the two entries");
    }
}

ByteSpan span_of_name(const YamlNode& node) {
    const YamlNode* name = node.find("name");
    return name != nullptr ? name->span : node.span;
}

void check_stem(const YamlNode* id, std::string_view stem, std::string_view key,
                Problems& problems) {
    if (id != nullptr && id->is_text() && id->text != stem) {
        problems.add(
            id->span,
            fmt::format("the {} {} is in a file named \"{}.yml\"", key, in_quotes(id->text), stem),
            fmt::format("rename one: rules find \"{}\" by its file name", id->text));
    }
}

EntityEntry read_entity(const YamlNode& node, Problems& problems) {
    const MapReader map(node, "an entity", kEntityKeys, problems);
    EntityEntry entity;
    entity.id = read_text(map.require("id", "an id is one word: nvidia-h20"), "id", problems);
    entity.name = read_text(map.require("name", "the name for reports"), "name", problems);
    entity.type = read_text(map.require("type", "person, organisation, government, place, product"),
                            "type", problems);
    entity.classes = read_words(map.find("classes"), "classes", problems);
    entity.aliases = read_words(map.find("aliases"), "aliases", problems);
    entity.part_of = read_words(map.find("part-of"), "part-of", problems);
    entity.descriptions = read_words(map.find("descriptions"), "descriptions", problems);
    entity.metonyms = read_words(map.find("metonyms"), "metonyms", problems);
    const YamlNode* gender = map.find("gender");
    entity.gender = read_text(gender, "gender", problems);
    if (!entity.gender.empty() && std::ranges::find(kGenders, entity.gender) == kGenders.end()) {
        add_unknown_word(entity.gender, gender->span, "gender", listed(kGenders), problems);
    }
    return entity;
}

template <typename T, typename Read>
void read_entries(const MapReader& map, Problems& problems, std::vector<LexiconItem<T>>& out,
                  Read read) {
    const std::span<const YamlNode> entries = entries_of(map, "entries", problems);
    out.reserve(out.size() + entries.size());
    for (const YamlNode& node : entries) {
        const std::size_t before = problems.count();
        T item = read(node, problems);
        const bool is_sound = problems.count() == before;
        out.push_back({std::move(item), &node, &problems, is_sound});
    }
}

void read_entities(const YamlNode& root, Problems& problems, LexiconDraft& lexicon) {
    const MapReader map(root, "an entities file", kEntitiesKeys, problems);
    read_text(map.find("entities"), "entities", problems);
    read_entries(map, problems, lexicon.entities, read_entity);
}

void read_scale(const YamlNode& root, std::string_view stem, Problems& problems,
                LexiconDraft& lexicon) {
    const std::size_t before = problems.count();
    const MapReader map(root, "a scale file", kScaleKeys, problems);
    Scale scale;
    scale.id = read_text(map.find("scale"), "scale", problems);
    check_stem(map.find("scale"), stem, "scale", problems);
    scale.question = read_text(map.find("question"), "question", problems);
    std::unordered_set<std::string> names;
    std::unordered_set<std::string> words;
    for (const YamlNode& node : entries_of(map, "levels", problems)) {
        const MapReader level_map(node, "a level", kScaleLevelKeys, problems);
        ScaleLevel level;
        level.name =
            read_text(level_map.require("name", "give the level a name"), "name", problems);
        check_new(names, level.name, span_of_name(node), "level", problems);
        const YamlNode* list = level_map.require("words", "list the phrases that mean it");
        level.words = read_phrases(list, "words", problems);
        for (const WrittenText& word : list != nullptr && list->is_list()
                                           ? read_texts(list, "words", problems)
                                           : std::vector<WrittenText>{}) {
            check_new(words, word.text, word.span, "word on the scale", problems);
        }
        scale.levels.push_back(std::move(level));
    }
    if (scale.levels.size() < 2) {
        problems.add(map.span(),
                     fmt::format("expected two or more levels, found {}", scale.levels.size()),
                     "write the weakest level first");
    }
    lexicon.scales.push_back({std::move(scale), &root, &problems, problems.count() == before});
}

void check_category_names(const CategoryList& list, const YamlNode& root, Problems& problems) {
    std::vector<std::string_view> names;
    for (const CategoryList::Entry& entry : list.entries) {
        names.push_back(entry.name);
    }
    const YamlNode* entries = root.find("entries");
    if (entries == nullptr) {
        return;
    }
    for (const YamlNode& node : entries->items) {
        for (const std::string_view key : {"part-of", "excludes"}) {
            const YamlNode* value = node.find(key);
            if (value == nullptr || !value->is_list()) {
                continue;
            }
            for (const YamlNode& item : value->items) {
                if (item.is_text() && std::ranges::find(names, item.text) == names.end()) {
                    add_unknown_word(item.text, item.span, "category", names, problems);
                }
            }
        }
    }
}

CategoryList::Entry read_category(const YamlNode& node, Problems& problems) {
    const MapReader map(node, "a category", kCategoryKeys, problems);
    CategoryList::Entry entry;
    entry.name = read_text(map.require("name", "give the category a name"), "name", problems);
    entry.words =
        read_phrases(map.require("words", "list the phrases that mean it"), "words", problems);
    entry.part_of = read_words(map.find("part-of"), "part-of", problems);
    entry.excludes = read_words(map.find("excludes"), "excludes", problems);
    return entry;
}

void read_categories(const YamlNode& root, std::string_view stem, Problems& problems,
                     LexiconDraft& lexicon) {
    const std::size_t before = problems.count();
    const MapReader map(root, "a categories file", kCategoriesKeys, problems);
    CategoryList list;
    list.id = read_text(map.find("categories"), "categories", problems);
    check_stem(map.find("categories"), stem, "list", problems);
    std::unordered_set<std::string> names;
    for (const YamlNode& node : entries_of(map, "entries", problems)) {
        list.entries.push_back(read_category(node, problems));
        check_new(names, list.entries.back().name, span_of_name(node), "category", problems);
    }
    check_category_names(list, root, problems);
    lexicon.categories.push_back({std::move(list), &root, &problems, problems.count() == before});
}

void read_cue_sets(const YamlNode* node, Cue& cue, Problems& problems) {
    if (node == nullptr) {
        return;
    }
    const MapReader map(*node, "\"sets\"", kCueSetKeys, problems);
    cue.polarity = read_enum(map.find("polarity"), "polarity", kPolarityNames, problems);
    cue.certainty = read_enum(map.find("certainty"), "certainty", kCertaintyNames, problems);
    cue.stance = read_enum(map.find("stance"), "stance", kStanceNames, problems);
    cue.stage = read_enum(map.find("stage"), "stage", kStageNames, problems);
    cue.phase = read_enum(map.find("phase"), "phase", kPhaseNames, problems);
    cue.list = read_enum(map.find("list"), "list", kListNames, problems);
    cue.quote = read_enum(map.find("quote"), "quote", kQuoteNames, problems);
}

void read_attribution(const YamlNode* node, Cue& cue, Problems& problems) {
    const std::string text = read_text(node, "attribution", problems);
    if (text.empty()) {
        return;
    }
    if (text != "subject" && text != "object" && text != "anonymous") {
        add_unknown_word(text, node->span, "attribution", {"subject", "object", "anonymous"},
                         problems);
    }
    cue.is_attribution = true;
    cue.source_is_object = text == "object";
    cue.is_anonymous = text == "anonymous";
}

Cue read_cue(const YamlNode& node, Problems& problems) {
    const MapReader map(node, "a cue", kCueKeys, problems);
    Cue cue;
    cue.id = read_text(map.require("id", "an id is one word"), "id", problems);
    cue.words = read_phrases(map.require("words", "list the phrases"), "words", problems);
    cue.scope = read_enum(map.find("scope"), "scope", kScopeNames, problems).value_or(cue.scope);
    cue.stop = read_words(map.find("stop"), "stop", problems);
    const YamlNode* holder = map.find("holder");
    const std::string holder_text = read_text(holder, "holder", problems);
    if (!holder_text.empty() && holder_text != "subject") {
        add_unknown_word(holder_text, holder->span, "holder", {"subject"}, problems);
    }
    cue.holder_is_subject = holder_text == "subject";
    read_cue_sets(map.find("sets"), cue, problems);
    read_attribution(map.find("attribution"), cue, problems);
    return cue;
}

void read_cues(const YamlNode& root, Problems& problems, LexiconDraft& lexicon) {
    const MapReader map(root, "a cues file", kCuesKeys, problems);
    read_text(map.find("cues"), "cues", problems);
    read_entries(map, problems, lexicon.cues, read_cue);
}

std::int32_t read_weight_of(const MapReader& map, std::string_view key, Problems& problems) {
    const YamlNode* node = map.require(key, "a whole number; 0 where the feature says nothing");
    const std::optional<Decimal> weight =
        read_decimal(node, key, Decimal(-kMostWeight), Decimal(kMostWeight), problems);
    if (weight && !weight->is_integer()) {
        problems.add(node->span, fmt::format("\"{}\" is not a whole number", key), "");
    }
    if (!weight || !weight->is_integer()) {
        return 0;
    }
    std::int64_t whole = weight->coefficient();
    for (std::int32_t power = 0; power < weight->exponent(); ++power) {
        whole *= 10;
    }
    return static_cast<std::int32_t>(whole);
}

FeatureWeight read_weight(const YamlNode& node, Problems& problems) {
    const MapReader map(node, "a weight", kWeightKeys, problems);
    FeatureWeight weight;
    const YamlNode* name = map.require("name", "name the feature");
    weight.name = read_text(name, "name", problems);
    if (!weight.name.empty() &&
        std::ranges::find(kOpenFeatureNames, weight.name) == kOpenFeatureNames.end()) {
        add_unknown_word(weight.name, name->span, "name", listed(kOpenFeatureNames), problems);
    }
    weight.values = read_weight_of(map, "values", problems);
    weight.claims = read_weight_of(map, "claims", problems);
    return weight;
}

/// Every feature once: a weight that is forgotten must not count as 0 in silence.
void check_all_weighed(const YamlNode& root, const LexiconDraft& lexicon, Problems& problems) {
    for (const std::string_view name : kOpenFeatureNames) {
        const auto found = std::ranges::find_if(
            lexicon.weights, [&](const auto& weight) { return weight.item.name == name; });
        if (found == lexicon.weights.end()) {
            problems.add(root.keys.front().span,
                         fmt::format("the feature \"{}\" has no weight", name),
                         fmt::format("add - {{name: {}, values: 0, claims: 0}}", name));
        }
    }
}

void read_weights(const YamlNode& root, Problems& problems, LexiconDraft& lexicon) {
    const MapReader map(root, "a weights file", kWeightsKeys, problems);
    read_text(map.find("weights"), "weights", problems);
    read_entries(map, problems, lexicon.weights, read_weight);
    std::unordered_set<std::string> names;
    for (const auto& weight : lexicon.weights) {
        check_new(names, weight.item.name, span_of_name(*weight.node), "weight", problems);
    }
    check_all_weighed(root, lexicon, problems);
}

}  // namespace

void read_lexicon(const YamlNode& root, std::string_view stem, Problems& problems,
                  LexiconDraft& lexicon) {
    const std::string_view kind = root.keys.front().text;
    if (kind == "entities") {
        read_entities(root, problems, lexicon);
    } else if (kind == "scale") {
        read_scale(root, stem, problems, lexicon);
    } else if (kind == "categories") {
        read_categories(root, stem, problems, lexicon);
    } else if (kind == "weights") {
        read_weights(root, problems, lexicon);
    } else {
        read_cues(root, problems, lexicon);
    }
}

}  // namespace atodds
