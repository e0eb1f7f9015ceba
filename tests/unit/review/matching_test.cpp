#include "review/matching.hpp"

#include <doctest/doctest.h>

#include <optional>
#include <string>
#include <vector>

namespace atodds {
namespace {

struct Spec {
    std::string id;
    std::string key = "people ashore";
    std::vector<std::string> values = {"41", "47"};
    std::vector<std::string> articles = {"coast", "harbour"};
    std::string rule = "open/number";
};

MemoryRecord record(const Spec& spec) {
    return {spec.id, spec.rule, spec.key, "", spec.values, spec.articles, Level::Note, {}};
}

Finding finding(const Spec& spec) {
    return finding_of(record(spec));
}

using Matches = std::vector<std::optional<std::size_t>>;

constexpr const char* kOne = "1111111111111111";
constexpr const char* kTwo = "2222222222222222";
constexpr const char* kThree = "3333333333333333";

}  // namespace

TEST_CASE("which record speaks of a finding") {
    struct Row {
        const char* name;
        Spec found;
        Spec remembered;
        bool is_same;
    };

    const Row rows[] = {
        {"same fingerprint, all else changed",
         {kOne},
         {kOne, "other key", {"1"}, {"elsewhere"}, "other/rule"},
         true},
        {"a moved article", {.id = kOne, .articles = {"new/coast", "harbour"}}, {kTwo}, true},
        {"values in another order", {.id = kOne, .values = {"47", "41"}}, {kTwo}, true},
        {"values in other letters and spacing",
         {.id = kOne, .values = {"Mandatory  Order", "advice"}},
         {.id = kTwo, .values = {"mandatory order", " advice"}},
         true},
        {"re-worded around the values", {.id = kOne, .key = "persons rescued"}, {kTwo}, true},
        {"re-worded and moved",
         {.id = kOne, .key = "persons rescued", .articles = {"elsewhere", "harbour"}},
         {kTwo},
         false},
        {"another value", {.id = kOne, .values = {"41", "48"}}, {kTwo}, false},
        {"a third value", {.id = kOne, .values = {"41", "47", "52"}}, {kTwo}, false},
        {"another rule", {.id = kOne, .rule = "open/money"}, {kTwo}, false},
    };
    for (const Row& row : rows) {
        SUBCASE(row.name) {
            const Finding findings[] = {finding(row.found)};
            const MemoryRecord records[] = {record(row.remembered)};
            CHECK(match_memory(findings, records).front().has_value() == row.is_same);
        }
    }
}

TEST_CASE("a record that only knows its fingerprint matches by nothing else") {
    MemoryRecord bare;
    bare.id = kTwo;
    const Finding findings[] = {finding({kOne}), finding({.id = kTwo, .key = "other"})};
    const MemoryRecord records[] = {bare};
    CHECK(match_memory(findings, records) == Matches{std::nullopt, 0});
}

TEST_CASE("where two findings could be meant, none is") {
    const Finding findings[] = {finding({.id = kOne, .key = "people on deck"}),
                                finding({.id = kTwo, .key = "people in boats"})};
    const MemoryRecord records[] = {record({.id = kThree, .key = "people ashore"})};
    CHECK(match_memory(findings, records) == Matches{std::nullopt, std::nullopt});
}

TEST_CASE("where two records could speak, none does") {
    const Finding findings[] = {finding({.id = kOne, .key = "people on deck"})};
    const MemoryRecord records[] = {record({.id = kTwo, .key = "people ashore"}),
                                    record({.id = kThree, .key = "people in boats"})};
    CHECK(match_memory(findings, records) == Matches{std::nullopt});
}

TEST_CASE("a record taken by its fingerprint leaves the others for looser ways") {
    const Finding findings[] = {finding({kOne}), finding({.id = kTwo, .key = "people on deck"})};
    const MemoryRecord records[] = {record({kOne}), record({.id = kThree, .key = "in boats"})};
    CHECK(match_memory(findings, records) == Matches{0, 1});
}

TEST_CASE("all findings of one fingerprint share its record") {
    const Finding findings[] = {finding({kOne}), finding({.id = kOne, .key = "again"})};
    const MemoryRecord records[] = {record({kOne})};
    CHECK(match_memory(findings, records) == Matches{0, 0});
}

TEST_CASE("matching does not depend on the order of records") {
    const Finding findings[] = {finding({kOne}), finding({.id = kTwo, .values = {"5", "6"}})};
    const MemoryRecord a = record({kOne});
    const MemoryRecord b = record({.id = kThree, .values = {"5", "6"}});
    const MemoryRecord forward[] = {a, b};
    const MemoryRecord backward[] = {b, a};
    CHECK(match_memory(findings, forward) == Matches{0, 1});
    CHECK(match_memory(findings, backward) == Matches{1, 0});
}

TEST_CASE("nothing matches nothing") {
    CHECK(match_memory({}, {}).empty());
    const Finding findings[] = {finding({kOne})};
    CHECK(match_memory(findings, {}) == Matches{std::nullopt});
}

}  // namespace atodds
