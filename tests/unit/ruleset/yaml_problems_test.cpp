#include "support/broken_rules.hpp"

#include <doctest/doctest.h>

namespace atodds {

TEST_CASE("a problem of YAML is told in the words of the rule language") {
    using File = BrokenRules::File;
    const BrokenRules rows[] = {
        {"a repeated key is not silently dropped", File::Rule, R"(level: error
)",
         R"(level: error
level: note
)",
         R"(topics/ferry/ferry-injured.yml:17:1-6: duplicate key "level"
  hint: keep one of them; only one would count
)"},
        {"a file that starts with no known key", File::Rule, R"(rule: ferry-injured
question)",
         R"(rul: ferry-injured
question)",
         R"(topics/ferry/ferry-injured.yml:1:1-4: the file starts with "rul", which is no kind of file
  hint: did you mean "rule"?
)"},
        {"a tab does not indent", File::Rule, "  ferry:  {entity", "	ferry:  {entity",
         R"(topics/ferry/ferry-injured.yml:6:1-2: a tab in the indentation
  hint: indent with blanks
)"},
        {"an anchor is not part of the language", File::Rule, "key: [ferry]", "key: &k [ferry]",
         R"(topics/ferry/ferry-injured.yml:3:6-7: an anchor (&name) is not part of the rule language
  hint: put text that starts with & into quotes
)"},
        {"an alias is not part of the language", File::Rule, "key: [ferry]", "key: *k",
         R"(topics/ferry/ferry-injured.yml:3:6-7: an alias (*name) is not part of the rule language
  hint: put text that starts with * into quotes
)"},
        {"a flow map that does not end", File::Rule, "compare: {numbers: 0}",
         "compare: {numbers: 0",
         R"(topics/ferry/ferry-injured.yml:16:6-7: a "{" is not closed, or what stands inside is not "key: value"
  hint: put quotes around text that holds a colon, "#", "?", brackets or braces, and check the indentation
)"},
        {"a control character is shown by its number", File::Rule, "How many people",
         "How\x01many people",
         R"(topics/ferry/ferry-injured.yml:2:14-15: a control character (byte 0x01)
  hint: remove the character
)"},
        {"bytes that are no UTF-8", File::Rule, "How many people", "How\xFFmany people",
         R"(topics/ferry/ferry-injured.yml:2:14-15: not UTF-8
  hint: save the file as UTF-8
)"},
        {"one file holds one document", File::Rule, R"(level: error
)",
         R"(---
level: error
)",
         R"(topics/ferry/ferry-injured.yml:1:1: more than one YAML document in a file
  hint: put each into its own file, without "---" lines between
)"},
    };
    for (const BrokenRules& row : rows) {
        SUBCASE(row.name) {
            CHECK(problems_of(row) == row.expected);
        }
    }
}

}  // namespace atodds
