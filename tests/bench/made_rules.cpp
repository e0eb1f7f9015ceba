#include "bench/made_rules.hpp"

#include "support/temporary_folder.hpp"

#include <fmt/format.h>

#include <array>
#include <string>
#include <string_view>

namespace atodds::bench {
namespace {

constexpr std::array<std::string_view, 10> kKnownThings = {
    "passenger", "container", "vehicle", "apartment", "worker",
    "patient",   "turbine",   "share",   "complaint", "voter"};
constexpr std::array<std::string_view, 20> kSyllables = {
    "bre", "cla", "dro", "fli", "gru", "hes", "jil", "kro", "lup", "mas",
    "nef", "ost", "pla", "que", "rul", "sto", "tri", "ulm", "vig", "wen"};
constexpr std::array<std::string_view, 9> kVerbs = {"affect", "order",  "sell", "report", "deny",
                                                    "rise",   "damage", "move", "close"};
constexpr std::array<std::string_view, 7> kNouns = {"people", "unit",  "case",  "ship",
                                                    "house",  "plant", "school"};

template <std::size_t N>
std::string_view nth(const std::array<std::string_view, N>& words, std::size_t index) {
    return words[index % N];
}

std::string thing_of(std::size_t index) {
    if (index % 10 == 0) {
        return std::string(nth(kKnownThings, index / 10));
    }
    std::string thing(nth(kSyllables, index));
    thing += nth(kSyllables, index / kSyllables.size());
    thing += nth(kSyllables, index / 7);
    return thing;
}

std::string rule_text(std::size_t index) {
    const std::string thing = thing_of(index);
    const std::string_view verb = nth(kVerbs, index);
    const std::string_view other = nth(kVerbs, index + 1 + index / 9);
    const std::string_view noun = nth(kNouns, index);
    std::string text = fmt::format("rule: made-{0}\nquestion: How many {1}?\n", index, noun);
    text += fmt::format("why-it-matters: Counts of {} differ.\nkey: [thing]\nslots:\n", noun);
    text +=
        fmt::format("  thing: {{words: [{}, {} yard]}}\n  count: {{number: any}}\n", thing, noun);
    text += fmt::format("find:\n  - \"{{thing}} .. ({}|{}) .. {{count}} {}\"\n", verb, other, noun);
    text += fmt::format("  - \"{{count}} {} .. ({}|{}) .. {{thing}}\"\n", noun, verb, other);
    text += "value: count\ncompare: {numbers: 0}\nlevel: note\ntests:\n";
    for (const int count : {5, 50}) {
        text +=
            fmt::format("  - {{name: n{0}, text: \"{0} {1} {2} {3}.\", facts: [{{count: {0}}}]}}\n",
                        count, noun, verb, thing);
    }
    text += "  - {name: none, text: \"Nothing was said.\", facts: []}\n";
    text += "  - {compare: [n5, n50], verdict: disagree}\n";
    return text;
}

}  // namespace

RuleSet made_rules(std::size_t count) {
    const TemporaryFolder folder;
    for (std::size_t i = 0; i < count; ++i) {
        folder.write(fmt::format("made-{}.yml", i), rule_text(i));
    }
    Diagnostics diagnostics;
    return load_rules(folder.path(), diagnostics);
}

}  // namespace atodds::bench
