#include "ruleset/yaml_tree.hpp"

#include "support/sample_rules.hpp"

#include <doctest/doctest.h>

#include <cstdint>
#include <string>

namespace atodds {

namespace {

struct Parsed {
    Diagnostics diagnostics;
    std::optional<YamlTree> tree;
    std::optional<YamlNode> root;
};

Parsed parsed(std::string_view text) {
    Parsed result;
    Problems problems("f.yml", text, result.diagnostics);
    result.tree = parse_yaml(problems);
    if (result.tree) {
        result.root = result.tree->root;
    }
    return result;
}

/// Every span lies in the file and every map has a value for each key.
bool is_well_formed(const YamlNode& node, std::size_t size) {
    if (node.span.begin > node.span.end || node.span.end > size ||
        (node.is_map() && node.keys.size() != node.items.size())) {
        return false;
    }
    for (const YamlNode& item : node.items) {
        if (!is_well_formed(item, size)) {
            return false;
        }
    }
    return true;
}

}  // namespace

TEST_CASE("words that older YAML takes for truth values stay words") {
    const std::string text = "words: [no, on, yes, null, 1.10, ~]";
    const Parsed result = parsed(text);
    REQUIRE(result.root);
    const YamlNode& list = *result.root->find("words");
    REQUIRE(list.items.size() == 6);
    CHECK(list.items[0].text == "no");
    CHECK(list.items[3].text == "null");
    CHECK(list.items[4].text == "1.10");
    CHECK(list.items[5].kind == YamlNode::Kind::Null);
}

TEST_CASE("a scalar knows its place, quotes included") {
    const std::string text = "é: \"two words\"\r\nb: 'it''s'\nc: plain # comment\n";
    const Parsed result = parsed(text);
    REQUIRE(result.root);
    CHECK(slice(text, result.root->keys[0].span) == "é");
    CHECK(slice(text, result.root->items[0].span) == "\"two words\"");
    CHECK(slice(text, result.root->items[1].span) == "'it''s'");
    CHECK(slice(text, result.root->items[2].span) == "plain");
}

TEST_CASE("a place in a value is found in the file") {
    struct Row {
        const char* name;
        const char* text;  ///< a map of one key; the value holds one X
    };

    const Row rows[] = {
        {"plain", "a: one X two"},
        {"double quotes", "a: \"one X\""},
        {"single quotes with a doubled one", "a: 'it''s X'"},
        {"an escape of four digits", "a: \"\\u00e9t\\u00e9 X\""},
        {"an escaped quote", "a: \"\\\"one\\\" X\""},
        {"a folded line", "a: \"one\n     two\n     X\""},
        {"a literal block", "a: |\n  one\n  two X\n"},
        {"a folded block", "a: >\n  one\n  two X\n"},
        {"a plain text over lines", "a: one\n  two X"},
    };
    for (const Row& row : rows) {
        SUBCASE(row.name) {
            const std::string text = row.text;
            const Parsed result = parsed(text);
            REQUIRE(result.root);
            const YamlNode& value = result.root->items[0];
            const std::size_t offset = value.text.find('X');
            REQUIRE(offset != std::string::npos);
            CHECK(source_offset(value, text, offset) == text.find('X'));
        }
    }
}

TEST_CASE("nesting over the limit is told once and keys stay with their values") {
    std::string text = "a: ";
    for (int i = 0; i < 400; ++i) {
        text += "[";
    }
    text += std::string(400, ']') + "\nb: c\n";
    const Parsed result = parsed(text);
    REQUIRE(result.root);
    CHECK(is_well_formed(*result.root, text.size()));
    REQUIRE(result.diagnostics.size() == 1);
    CHECK(result.diagnostics[0].error.message == "nesting is deeper than 32 levels");
    CHECK(result.root->find("b")->text == "c");
}

TEST_CASE("brackets without end are a problem, not a crash") {
    CHECK(parsed(std::string(100'000, '[')).diagnostics.size() >= 1);
    CHECK(parsed(std::string(100'000, '{')).diagnostics.size() >= 1);
    CHECK_FALSE(parsed("").root);
    CHECK_FALSE(parsed("# only a comment\n").root);
}

TEST_CASE("damaged files give problems or a well-formed tree") {
    const std::string sound = sample_rule();
    const std::string_view marks = "{}[]()|?:#&*!'\"\n -\\,>%@`~\t\x01\xFF";
    std::uint32_t state = 20250812;  // a fixed sequence: a failure repeats
    const auto next = [&state](std::size_t below) {
        state = state * 1664525U + 1013904223U;
        return (state >> 8U) % below;
    };
    for (int round = 0; round < 3000; ++round) {
        std::string text = sound;
        for (std::size_t edits = 1 + next(4); edits > 0; --edits) {
            text[next(text.size())] = marks[next(marks.size())];
        }
        CAPTURE(text);
        const Parsed result = parsed(text);
        const bool is_told = result.root || !result.diagnostics.empty();
        REQUIRE(is_told);
        if (result.root) {
            REQUIRE(is_well_formed(*result.root, text.size()));
        }
    }
}

}  // namespace atodds
