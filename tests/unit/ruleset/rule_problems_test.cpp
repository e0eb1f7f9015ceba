#include "support/broken_rules.hpp"

#include <doctest/doctest.h>

namespace atodds {

TEST_CASE("a problem of a rule is told with its place and a remedy") {
    using File = BrokenRules::File;
    const BrokenRules rows[] = {
        {"an unknown key suggests the nearest known one", File::Rule, "compare: {numbers: 0}",
         "comparre: {numbers: 0}",
         R"(topics/ferry/ferry-injured.yml:15:1-9: unknown key "comparre" in a rule
  hint: did you mean "compare"?
)"},
        {"a rule id is its file's stem", File::Rule, "rule: ferry-injured", "rule: ferry-hurt",
         R"(topics/ferry/ferry-injured.yml:1:7-17: rule "ferry-hurt" is in a file named "ferry-injured.yml"
  hint: the id and the file name must be equal
)"},
        {"a rule id holds no blanks", File::Rule, "rule: ferry-injured", "rule: ferry injured",
         R"(topics/ferry/ferry-injured.yml:1:7-20: rule id "ferry injured" holds other characters than a to z, 0 to 9 and hyphens
  hint: write it like chip-order-count
)"},
        {"a missing question is told with an example", File::Rule,
         R"(question: How many people were injured on which ferry?
)",
         "",
         R"(topics/ferry/ferry-injured.yml:1:1-5: a rule lacks the key "question"
  hint: question: What is compared?
)"},
        {"an unknown entity class suggests the nearest", File::Rule, "{entity: ferry, carry: true}",
         "{entity: fery, carry: true}",
         R"(topics/ferry/ferry-injured.yml:6:20-24: unknown entity, class or type "fery"
  hint: did you mean "ferry"?
)"},
        {"a slot has one kind", File::Rule, "{number: any}", "{number: any, money: any}",
         R"(topics/ferry/ferry-injured.yml:8:11-35: expected one kind in slot "count", found 2
  hint: known: entity, words, categories, level, number, money, percent, ordinal, date, duration, quantity and quote
)"},
        {"a slot needs a kind", File::Rule, "{number: any}", "{carry: true}",
         R"(topics/ferry/ferry-injured.yml:8:11-23: expected one kind in slot "count", found 0
  hint: known: entity, words, categories, level, number, money, percent, ordinal, date, duration, quantity and quote
)"},
        {"a value slot says any", File::Rule, "{number: any}", "{number: integer}",
         R"(topics/ferry/ferry-injured.yml:8:20-27: "number" is "integer", expected any
  hint: write {number: any}
)"},
        {"yes is not a flag", File::Rule, "carry: true", "carry: yes",
         R"(topics/ferry/ferry-injured.yml:6:34-37: "carry" is "yes", expected true or false
  hint: write true
)"},
        {"an unknown scale suggests the nearest", File::Rule, "{number: any}", "{level: damages}",
         R"(topics/ferry/ferry-injured.yml:8:19-26: unknown scale "damages"
  hint: did you mean "damage"?
)"},
        {"an unknown category list names the known ones", File::Rule, "{number: any}",
         "{categories: weather}",
         R"(topics/ferry/ferry-injured.yml:8:24-31: unknown category list "weather"
  hint: known: cargo
)"},
        {"many is for lists only", File::Rule, "{number: any}", "{number: any, many: true}",
         R"(topics/ferry/ferry-injured.yml:8:31-35: "many" on a number slot
  hint: only entity, words and categories slots bind lists
)"},
        {"a default must be something the slot binds", File::Rule, "carry: true", "default: Almma",
         R"(topics/ferry/ferry-injured.yml:6:36-41: unknown entity "Almma"
  hint: known: coast-guard, mv-alma and norvik
)"},
        {"a slot that no pattern uses is useless", File::Rule, R"(  count:  {number: any}
)",
         R"(  count:  {number: any}
  spare:  {money: any}
)",
         R"(topics/ferry/ferry-injured.yml:9:3-8: slot "spare" is never used
  hint: write it into a pattern, give it carry: true, or remove it
)"},
        {"a pattern names declared slots only", File::Rule, "(says {source})?", "(says {sorce})?",
         R"(topics/ferry/ferry-injured.yml:11:66-73: unknown slot "sorce"
  hint: did you mean "source"?
)"},
        {"a pattern that never fills the value can give no fact", File::Rule, "hurt) {count} on",
         "hurt) on",
         R"(topics/ferry/ferry-injured.yml:11:13-69: the pattern can give no fact: it never fills "count"
  hint: add {count} to it, set count, or give the slot a default or carry: true
)"},
        {"two gaps in a row are one too many", File::Rule, "accident .. (injured",
         "accident .. .. (injured",
         R"(topics/ferry/ferry-injured.yml:11:26-28: two ".." in a row
  hint: one ".." already spans up to twelve words
)"},
        {"an empty alternative is no alternative", File::Rule, "(injured|hurt) .. {ferry}",
         "(injured|) .. {ferry}",
         R"(topics/ferry/ferry-injured.yml:10:45-47: an alternative is empty
  hint: write (a|b)? for "a or b or nothing"
)"},
        {"a pattern problem is placed to the column behind an escape", File::Rule,
         R"("accident .. (injured|hurt) {count})", R"("acc\u0069dent .. (injured|hurt {count})",
         R"(topics/ferry/ferry-injured.yml:11:31-80: a "(" is not closed
  hint: write alternatives as (a|b)
)"},
        {"a pattern without quotes is read as a map", File::Rule,
         R"(- "{count} (people|passengers) .. (injured|hurt) .. {ferry}?")", "- {count}",
         R"(topics/ferry/ferry-injured.yml:10:5-11: a pattern is a map, expected text
  hint: put quotes around the pattern: a "{" at the start needs them
)"},
        {"a vetoing pattern is checked too", File::Rule, R"(never: ["could be"])",
         R"(never: ["could be ("])",
         R"(topics/ferry/ferry-injured.yml:12:19-20: a "(" is not closed
  hint: write alternatives as (a|b)
)"},
        {"set fills slots only", File::Rule, "{stage: done}", "{stag: done}",
         R"(topics/ferry/ferry-injured.yml:11:85-89: unknown name to set "stag"
  hint: did you mean "stage"?
)"},
        {"a stage is one of six", File::Rule, "{stage: done}", "{stage: finished}",
         R"(topics/ferry/ferry-injured.yml:11:92-100: unknown stage "finished"
  hint: known: proposed, asked, planned, agreed, done and cancelled
)"},
        {"each pairs slots that the pattern holds", File::Rule, "set: {stage: done}",
         "each: [count, maker]",
         R"(topics/ferry/ferry-injured.yml:11:93-98: "each" names "maker", which the pattern does not hold
)"},
        {"a key names a slot", File::Rule, "key: [ferry]", "key: [fery]",
         R"(topics/ferry/ferry-injured.yml:3:7-11: unknown slot "fery"
  hint: did you mean "ferry"?
)"},
        {"a value names a slot", File::Rule, "value: count", "value: counts",
         R"(topics/ferry/ferry-injured.yml:14:8-14: unknown slot "counts"
  hint: did you mean "count"?
)"},
        {"about names entities", File::Rule, "about: [mv-alma]", "about: [mv-alba]",
         R"(topics/ferry/ferry-injured.yml:13:9-16: unknown entity "mv-alba"
  hint: did you mean "mv-alma"?
)"},
        {"compare has one kind", File::Rule, "{numbers: 0}", "{numbers: 0, dates: true}",
         R"(topics/ferry/ferry-injured.yml:15:10-34: expected one kind in "compare", found 2
  hint: known: steps, numbers, exclusive, sets, wording, dates and polarity
)"},
        {"a comparison fits its value", File::Rule, "{numbers: 0}", "{dates: true}",
         R"(topics/ferry/ferry-injured.yml:15:11-16: "dates" cannot compare slot "count", which is of kind number
  hint: it compares date
)"},
        {"a tolerance is a share", File::Rule, "{numbers: 0}", "{numbers: 5}",
         R"(topics/ferry/ferry-injured.yml:15:20-21: "numbers" is "5", expected a number from 0 to 1
)"},
        {"a comparison switches on with true", File::Rule, "{numbers: 0}", "{polarity: yes}",
         R"(topics/ferry/ferry-injured.yml:15:21-24: "polarity" is "yes", expected true
)"},
        {"sets never go above a note", File::Rule, R"(value: count
compare: {numbers: 0})",
         R"(value: ferry
compare: {sets: true})",
         R"(topics/ferry/ferry-injured.yml:16:8-13: "level" is "error" on a rule that compares sets
  hint: write level: note; sets are never more
)"},
        {"a level is one of three", File::Rule, "level: error", "level: fatal",
         R"(topics/ferry/ferry-injured.yml:16:8-13: unknown level "fatal"
  hint: known: error, warning and note
)"},
        {"a comparison by steps fits levels only", File::Rule, R"(value: count
compare: {numbers: 0})",
         R"(value: count
compare: {steps: 1})",
         R"(topics/ferry/ferry-injured.yml:15:11-16: "steps" cannot compare slot "count", which is of kind number
  hint: it compares level
)"},
        {"stages are of the known six", File::Rule, "level: error", R"(stages: [asked, agred]
level: error)",
         R"(topics/ferry/ferry-injured.yml:16:17-22: unknown stage "agred"
  hint: did you mean "agreed"?
)"},
        {"a message names what the rule fills", File::Rule, "level: error",
         R"(message: 'hurt on {fery}: {left} or {right}'
level: error)",
         R"(topics/ferry/ferry-injured.yml:16:19-24: unknown placeholder "fery"
  hint: did you mean "ferry"?
)"},
        {"a list is written as a list", File::Rule, "key: [ferry]", "key: ferry",
         R"(topics/ferry/ferry-injured.yml:3:6-11: "key" is "ferry", expected a list
  hint: write key: [ferry]
)"},
        {"a test names slots and qualifiers only", File::Rule, "{count: 9, ferry: mv-alma}",
         "{cuont: 9, ferry: mv-alma}",
         R"(topics/ferry/ferry-injured.yml:19:75-80: unknown slot or qualifier "cuont"
  hint: did you mean "count"?
)"},
        {"a test expects a known entity", File::Rule, "ferry: mv-alma}", "ferry: mv-alba}",
         R"(topics/ferry/ferry-injured.yml:19:92-99: unknown entity "mv-alba"
  hint: did you mean "mv-alma"?
)"},
        {"a comparison names texts of the rule", File::Rule, "compare: [eleven, nine]",
         "compare: [eleven, nien]",
         R"(topics/ferry/ferry-injured.yml:21:24-28: unknown test "nien"
  hint: did you mean "nine"?
)"},
        {"a comparison has two sides", File::Rule, "compare: [eleven, nine]", "compare: [eleven]",
         R"(topics/ferry/ferry-injured.yml:21:15-22: expected two texts in "compare", found 1
  hint: write compare: [one, other]
)"},
        {"a verdict is one of seven", File::Rule, "verdict: disagree", "verdict: differs",
         R"(topics/ferry/ferry-injured.yml:21:40-47: unknown verdict "differs"
  hint: known: disagree, update, certainty, wording, scope, agree and different
)"},
        {"two texts with facts are required", File::Rule, "facts: [{count: 9, ferry: mv-alma}]",
         "facts: []",
         R"(topics/ferry/ferry-injured.yml:18:3: expected two or more tests with facts, found 1
  hint: add {name: first, text: "...", facts: [{...}]}
)"},
        {"a near miss is required", File::Rule, "facts: []", "facts: [{count: 11}]",
         R"(topics/ferry/ferry-injured.yml:18:3: expected a test without facts, found none
  hint: add a text that looks alike and states nothing: facts: []
)"},
        {"a comparison is required", File::Rule, R"(  - {compare: [eleven, nine], verdict: disagree}
)",
         "",
         R"(topics/ferry/ferry-injured.yml:18:3: expected a test that compares two texts, found none
  hint: add {compare: [one, other], verdict: disagree}
)"},
        {"tests have different names", File::Rule, "name: nine", "name: eleven",
         R"(topics/ferry/ferry-injured.yml:19:12-18: duplicate test name "eleven"
  hint: give each text its own name
topics/ferry/ferry-injured.yml:21:24-28: unknown test "nine"
  hint: known: eleven and aboard
)"},
    };
    for (const BrokenRules& row : rows) {
        SUBCASE(row.name) {
            CHECK(problems_of(row) == row.expected);
        }
    }
}

}  // namespace atodds
