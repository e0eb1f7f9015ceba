#include "cli/schemas.hpp"

#include "cli/commands.hpp"
#include "report/fact_text.hpp"

#include <doctest/doctest.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <fstream>
#include <iterator>
#include <sstream>
#include <string>
#include <vector>

namespace atodds {
namespace {

using Json = nlohmann::json;

Json schema(std::string_view name) {
    for (const Schema& schema : schemas()) {
        if (schema.name == name) {
            return Json::parse(schema.text);
        }
    }
    return {};
}

// Names of the enumerators from `first` on, up to the first that has none.
template <typename Enum>
std::vector<std::string> names_from(int first) {
    std::vector<std::string> names;
    for (int value = first; name_of(static_cast<Enum>(value)) != "unknown"; ++value) {
        names.emplace_back(name_of(static_cast<Enum>(value)));
    }
    return names;
}

// Every object below `json` that describes members says that there are no others.
void collect_open_objects(const Json& json, std::vector<std::string>& open) {
    if (json.is_object() && json.contains("properties") && json.contains("required") &&
        json.value("additionalProperties", Json(true)) != Json(false)) {
        open.push_back(json.value("description", "unnamed"));
    }
    for (const Json& child : json.is_structured() ? json : Json::array()) {
        collect_open_objects(child, open);
    }
}

}  // namespace

TEST_CASE("schemas are linked in byte for byte") {
    for (const Schema& schema : schemas()) {
        CAPTURE(schema.name);
        const bool is_of_rules = schema.name == "rule" || schema.name == "lexicon";
        std::ifstream stream(std::string(ATODDS_SOURCE_DIR) +
                             (is_of_rules ? "/rules/schema/" : "/docs/schemas/") +
                             std::string(schema.name) + ".schema.json");
        CHECK(schema.text == std::string(std::istreambuf_iterator<char>(stream), {}));
        CHECK(Json::accept(schema.text));
    }
}

TEST_CASE("words of a schema are those the program writes") {
    const Json finding = schema("report")["$defs"]["finding"]["properties"];
    const Json fact = schema("report")["$defs"]["fact"]["properties"];
    CHECK(finding["verdict"]["enum"] == names_from<Verdict>(0));
    CHECK(finding["level"]["enum"] == names_from<Level>(0));
    CHECK(finding["kind"]["enum"] == names_from<FindingKind>(0));
    CHECK(finding["status"]["enum"] == names_from<FindingStatus>(1));
    CHECK(finding["review"]["properties"]["verdict"]["enum"] == names_from<ReviewVerdict>(1));
    CHECK(finding["suppressed_by"]["properties"]["kind"]["enum"] ==
          names_from<Suppression::Kind>(1));
    CHECK(fact["type"]["enum"] == names_from<ValueType>(0));
}

TEST_CASE("objects of a schema allow no members beyond those described, but rows that are read") {
    for (const Schema& of : schemas()) {
        if (of.name == "rule" || of.name == "lexicon") {
            continue;  // the tests of ruleset/ hold these to the loader
        }
        CAPTURE(of.name);
        std::vector<std::string> open;
        collect_open_objects(Json::parse(of.text), open);
        CHECK(open.size() == (of.name == "pair" || of.name == "values" ? 1 : 0));
    }
}

TEST_CASE("the command lists schemas, shows one, and refuses others") {
    std::ostringstream out;
    std::ostringstream err;
    Console console;
    console.out = &out;
    console.err = &err;
    CHECK(schema_command("", console) == kExitClean);
    CHECK(out.str().find("report         the whole of -o json\n") != std::string::npos);
    const std::string list = out.str();
    CHECK(std::count(list.begin(), list.end(), '\n') ==
          static_cast<std::ptrdiff_t>(schemas().size()));
    out.str("");
    CHECK(schema_command("fact", console) == kExitClean);
    CHECK(Json::parse(out.str())["title"] == "atodds fact");
    CHECK(schema_command("facts", console) == kExitIncomplete);
    CHECK(err.str().find("no schema \"facts\"") != std::string::npos);
}

}  // namespace atodds
