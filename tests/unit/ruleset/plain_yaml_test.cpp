#include "ruleset/plain_yaml.hpp"

#include "support/sample_rules.hpp"
#include "support/yaml_trees.hpp"

#include <doctest/doctest.h>

#include <cstdint>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>

namespace atodds {

namespace {

struct Row {
    const char* name;
    const char* text;
};

/// Numbers that look random and are the same in each run.
class Sequence {
  public:
    std::size_t next(std::size_t below) {
        state_ = state_ * 1664525U + 1013904223U;
        return (state_ >> 8U) % below;
    }

  private:
    std::uint32_t state_ = 20260711;
};

std::string content_of(const std::filesystem::path& path) {
    std::ifstream stream(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(stream), {}};
}

}  // namespace

TEST_CASE("everyday YAML gives the tree that libyaml gives") {
    const Row rows[] = {
        {"a map", "a: one\nb: two words\n"},
        {"no break at the end", "a: one\nb: two"},
        {"texts in quotes", "a: \"one: two # three\"\nb: 'it''s'\nc: \"a \\\"b\\\" \\\\ c\"\n"},
        {"quotes within a text", "a: the \"old\" pier's end\n"},
        {"a colon within a word", "a: order:verb\nb: [10:30, sink:verb]\n"},
        {"a number sign within a word", "a: pier#2\n"},
        {"comments", "# head\na: one  # first\n\n  # between\nb: [x, y] # last\n# end\n"},
        {"lists and maps in brackets", "a: [one, {b: two, c: [3, -4]}, [], {}]\n"},
        {"brackets over lines", "a: [one,\n    two,  # half\n  three\n]\nb: {c: d,\n  e: f}\n"},
        {"a list below its key", "a:\n  - one\n  - [two]\n  - {b: c}\nd: e\n"},
        {"a list at the column of its key", "a:\n- one\n- two\nb: c\n"},
        {"maps in a list", "a:\n  - b: one\n    c: two\n  - b: three\nd: e\n"},
        {"a list in a map in a list", "a:\n  - b:\n      - one\n    c: two\n"},
        {"a list in a map in a list, at one column", "a:\n  - b:\n    - one\n    c: two\n"},
        {"maps below maps", "a:\n  b:\n    c: one\n  d: two\ne: three\n"},
        {"wide gaps", "a:     one\nb:   [  two  ,  three  ]\n"},
        {"nothing", "a: ~\nb: [~, ~x]\n"},
        {"other scripts", "é: œuf\nb: [ü, \"中 国\", 'ö']\n"},
        {"blanks at line ends", "a: one   \nb:   \n  - two  \n"},
        {"a key with blanks, a key in quotes", "a b: one\n\"c: d\": two\n'e': three\n"},
        {"a repeated key", "a: one\na: two\n"},
        {"a pattern", "find:\n  - \"{a} .. (b|c)? .. {d}\"\n  - the boat .. sank\n"},
    };
    for (const Row& row : rows) {
        SUBCASE(row.name) {
            CHECK(read_both_ways(row.text) == PlainYaml::Equal);
        }
    }
}

TEST_CASE("what may be read in two ways is left to libyaml") {
    const Row rows[] = {
        {"an empty file", ""},
        {"only a comment", "# nothing\n"},
        {"a text", "one\n"},
        {"a list", "- one\n"},
        {"a document mark", "---\na: one\n"},
        {"a document's end", "a: one\n...\n"},
        {"a document mark in brackets", "a: [one,\n--- ]\n"},
        {"an anchor", "a: &x one\n"},
        {"an alias", "a: *x\n"},
        {"a tag", "a: !x one\n"},
        {"a block", "a: |\n  one\n"},
        {"a folded block", "a: >\n  one\n"},
        {"a text over lines", "a: one\n  two\n"},
        {"a text over lines in brackets", "a: [one\n  two]\n"},
        {"a quoted text over lines", "a: \"one\n  two\"\n"},
        {"an escape", "a: \"one\\ttwo\"\n"},
        {"an empty text", "a: \"\"\n"},
        {"a key without value", "a:\nb: one\n"},
        {"a key without value at the end", "b: one\na:\n"},
        {"an entry without value", "a:\n  -\n  - one\n"},
        {"a list in a list", "a:\n  - - one\n"},
        {"a pair in a list in brackets", "a: [b: c]\n"},
        {"a word alone in a map in brackets", "a: {b, c: d}\n"},
        {"a comma at the end", "a: [b, c,]\n"},
        {"a question mark in brackets", "a: [b?, c]\n"},
        {"a complex key", "? a\n: b\n"},
        {"a tab", "a:\tone\n"},
        {"a carriage return", "a: one\r\nb: two\r\n"},
        {"a line separator", "a: one\xE2\x80\xA8two\n"},
        {"a next line", "a: one\xC2\x85two\n"},
        {"a byte order mark",
         "\xEF\xBB\xBF"
         "a: one\n"},
        {"broken UTF-8", "a: one\xC3\n"},
        {"a deeper key", "a: one\n  b: two\n"},
        {"a key between columns", "a:\n    - one\n  b: two\n"},
        {"an open bracket", "a: [one\n"},
        {"an open quote", "a: \"one\n"},
        {"words behind a quote", "a: \"one\" two\n"},
        {"words behind a bracket", "a: [one] two\n"},
        {"two colons", "a: b: c\n"},
        {"an entry where a key stands", "a: one\n- two\n"},
    };
    for (const Row& row : rows) {
        SUBCASE(row.name) {
            CHECK(read_both_ways(row.text) == PlainYaml::Declined);
        }
    }
}

TEST_CASE("nesting far below the limit of the language is left to libyaml") {
    CHECK_FALSE(parse_plain_yaml("a: " + std::string(30, '[') + std::string(30, ']') + "\n"));
    CHECK_FALSE(parse_plain_yaml("a: " + std::string(100'000, '[')));
}

TEST_CASE("every rule and lexicon that ships is read the short way") {
    std::size_t files = 0;
    for (const auto& entry :
         std::filesystem::recursive_directory_iterator(ATODDS_SOURCE_DIR "/rules")) {
        if (entry.path().extension() != ".yml") {
            continue;
        }
        CAPTURE(entry.path().string());
        CHECK(read_both_ways(content_of(entry.path())) == PlainYaml::Equal);
        ++files;
    }
    CHECK(files > 50);
}

TEST_CASE("a damaged file is read as libyaml reads it, or left to it") {
    const std::string sound[] = {
        sample_rule(), sample_entities() + sample_scale(),
        "a:\n  - b: \"one\"\n    c: [two, 'it''s', {d: e}]  # f\n  - g\nh:\n- {i: ~}\n"};
    const std::string_view marks = "{}[],:#&*!'\"\n  -\\>|%@?~.a1";
    Sequence numbers;
    std::size_t read = 0;
    for (int round = 0; round < 10'000; ++round) {
        std::string text = sound[numbers.next(std::size(sound))];
        for (std::size_t edits = 1 + numbers.next(3); edits > 0; --edits) {
            const std::size_t at = numbers.next(text.size());
            switch (numbers.next(3)) {
                case 0:
                    text[at] = marks[numbers.next(marks.size())];
                    break;
                case 1:
                    text.insert(at, 1, marks[numbers.next(marks.size())]);
                    break;
                default:
                    text.erase(at, 1);
            }
        }
        CAPTURE(text);
        const PlainYaml outcome = read_both_ways(text);
        REQUIRE(outcome != PlainYaml::Wrong);
        read += outcome == PlainYaml::Equal ? 1 : 0;
    }
    CHECK(read > 500);  // else the rounds would prove nothing
}

}  // namespace atodds
