#include "ruleset/enum_names.hpp"
#include "ruleset/feature_names.hpp"
#include "ruleset/keys.hpp"

#include <doctest/doctest.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <fstream>
#include <string>
#include <vector>

namespace atodds {

namespace {

using Json = nlohmann::json;

Json schema(const std::string& name) {
    std::ifstream stream(std::string(ATODDS_SOURCE_DIR "/rules/schema/") + name);
    REQUIRE(stream.is_open());
    return Json::parse(stream);
}

std::vector<std::string> keys_of(const Json& properties) {
    std::vector<std::string> keys;
    for (const auto& [key, value] : properties.items()) {
        keys.push_back(key);
    }
    return keys;  // sorted: the library keeps objects in order of keys
}

std::vector<std::string> strings_of(const Json& list) {
    auto strings = list.get<std::vector<std::string>>();
    std::ranges::sort(strings);
    return strings;
}

template <typename Words>
std::vector<std::string> sorted(const Words& words) {
    std::vector<std::string> strings(words.begin(), words.end());
    std::ranges::sort(strings);
    return strings;
}

template <std::size_t N, std::size_t M>
std::vector<std::string> sorted(const WordTable<N>& words, const WordTable<M>& more) {
    std::vector<std::string> strings(words.begin(), words.end());
    strings.insert(strings.end(), more.begin(), more.end());
    std::ranges::sort(strings);
    return strings;
}

}  // namespace

TEST_CASE("the schema of rules knows the keys of the loader and no others") {
    const Json rule = schema("rule.schema.json");
    const Json& defs = rule["$defs"];
    CHECK(keys_of(rule["properties"]) == sorted(kRuleKeys));
    CHECK(keys_of(defs["slot"]["properties"]) == sorted(kSlotKinds, kSlotOptions));
    CHECK(keys_of(defs["find"]["oneOf"][1]["properties"]) == sorted(kFindKeys));
    CHECK(keys_of(defs["compare"]["properties"]) == sorted(kCompareKeys));
    CHECK(keys_of(defs["compare"]["properties"]["wording"]["oneOf"][1]["properties"]) ==
          sorted(kWordingKeys));
    CHECK(keys_of(defs["test"]["oneOf"][0]["properties"]) == sorted(kTextTestKeys));
    CHECK(keys_of(defs["test"]["oneOf"][1]["properties"]) == sorted(kCompareTestKeys));
    CHECK(defs["slot"]["oneOf"].size() == kSlotKinds.size());
}

TEST_CASE("the schema of lexicons knows the keys of the loader and no others") {
    const Json lexicon = schema("lexicon.schema.json");
    const Json& defs = lexicon["$defs"];
    CHECK(keys_of(defs["entities"]["properties"]) == sorted(kEntitiesKeys));
    CHECK(keys_of(defs["entity"]["properties"]) == sorted(kEntityKeys));
    CHECK(keys_of(defs["scale"]["properties"]) == sorted(kScaleKeys));
    CHECK(keys_of(defs["level"]["properties"]) == sorted(kScaleLevelKeys));
    CHECK(keys_of(defs["categories"]["properties"]) == sorted(kCategoriesKeys));
    CHECK(keys_of(defs["category"]["properties"]) == sorted(kCategoryKeys));
    CHECK(keys_of(defs["cues"]["properties"]) == sorted(kCuesKeys));
    CHECK(keys_of(defs["weights"]["properties"]) == sorted(kWeightsKeys));
    CHECK(keys_of(defs["weight"]["properties"]) == sorted(kWeightKeys));
    CHECK(strings_of(defs["weight"]["properties"]["name"]["enum"]) == sorted(kOpenFeatureNames));
    CHECK(keys_of(defs["cue"]["properties"]) == sorted(kCueKeys));
    CHECK(keys_of(defs["cue"]["properties"]["sets"]["properties"]) == sorted(kCueSetKeys));
}

TEST_CASE("closed word lists are the same in schema and loader") {
    const Json rule = schema("rule.schema.json");
    const Json& defs = rule["$defs"];
    const Json& comparison = defs["test"]["oneOf"][1]["properties"];
    CHECK(strings_of(rule["properties"]["level"]["enum"]) == sorted(names_of(kLevelNames)));
    CHECK(strings_of(comparison["verdict"]["enum"]) == sorted(names_of(kVerdictNames)));
    CHECK(strings_of(rule["properties"]["stages"]["items"]["enum"]) ==
          sorted(names_of(kStageNames)));
    const Json lexicon = schema("lexicon.schema.json");
    const Json& cue = lexicon["$defs"]["cue"]["properties"];
    CHECK(strings_of(cue["scope"]["enum"]) == sorted(names_of(kScopeNames)));
    CHECK(strings_of(cue["sets"]["properties"]["stance"]["enum"]) ==
          sorted(names_of(kStanceNames)));
    CHECK(strings_of(cue["sets"]["properties"]["certainty"]["enum"]) ==
          sorted(names_of(kCertaintyNames)));
    CHECK(strings_of(cue["sets"]["properties"]["quote"]["enum"]) == sorted(names_of(kQuoteNames)));
    CHECK(strings_of(lexicon["$defs"]["entity"]["properties"]["gender"]["enum"]) ==
          sorted(kGenders));
}

TEST_CASE("the tables of slot kinds and comparisons agree with their enumerators") {
    CHECK(sorted(names_of(kSlotKindNames)) == sorted(kSlotKinds));
    CHECK(sorted(names_of(kCompareNames)) == sorted(kCompareKeys));
}

}  // namespace atodds
