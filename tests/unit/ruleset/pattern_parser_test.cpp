#include "ruleset/pattern_parser.hpp"

#include <doctest/doctest.h>
#include <fmt/format.h>

#include <string>
#include <vector>

namespace atodds {

namespace {

std::string drawn(const std::vector<PatternElement>& elements);

std::string drawn(const PatternElement& element) {
    std::string text;
    switch (element.kind) {
        case PatternElement::Kind::Word:
            text = element.word + (element.word_class.empty() ? "" : "/" + element.word_class);
            break;
        case PatternElement::Kind::Slot:
            text = "<" + element.slot + ">";
            break;
        case PatternElement::Kind::Gap:
            text = "~";
            break;
        case PatternElement::Kind::Group:
            for (const auto& alternative : element.alternatives) {
                text += (text.empty() ? "[" : " / ") + drawn(alternative);
            }
            text += "]";
            break;
    }
    return element.is_optional ? text + "*" : text;
}

/// Another notation than the input's: word/class, <slot>, ~ for a gap, [a / b], * for optional.
std::string drawn(const std::vector<PatternElement>& elements) {
    std::string text;
    for (const PatternElement& element : elements) {
        text += (text.empty() ? "" : " ") + drawn(element);
    }
    return text;
}

/// The pattern with its first problem marked below, then what is said.
std::string first_problem(const std::string& pattern) {
    const ParsedPattern parsed = parse_pattern(pattern);
    if (parsed.problems.empty()) {
        return "";
    }
    const PatternProblem& problem = parsed.problems.front();
    return fmt::format("{}\n{}{}\n{}", pattern, std::string(problem.begin, ' '),
                       std::string(problem.end - problem.begin, '^'), problem.message);
}

}  // namespace

TEST_CASE("a pattern reads as a tree") {
    struct Row {
        const char* name;
        const char* pattern;
        const char* expected;
    };

    const Row rows[] = {
        {"words are lowered", "Order chips", "order chips"},
        {"a word with its class", "order:noun place:verb", "order/noun place/verb"},
        {"an exact form", "sold:form", "sold/form"},
        {"a clock time is one word", "10:30", "10:30"},
        {"points and hyphens are letters", "U.S. cut-down", "u.s. cut-down"},
        {"a slot", "{buyer} order", "<buyer> order"},
        {"a gap", "order .. for", "order ~ for"},
        {"alternatives of sequences", "(issue|send out|{act})", "[issue / send out / <act>]"},
        {"groups nest", "a (b (c|d)|e)", "a [b [c / d] / e]"},
        {"everything may be optional but one", "a? (b|c)? {d}? e", "a* [b / c]* <d>* e"},
        {"blanks do not matter", "  a \n (b | c ) ", "a [b / c]"},
        {"a gap inside a group", "a (b .. c|d) e", "a [b ~ c / d] e"},
    };
    for (const Row& row : rows) {
        SUBCASE(row.name) {
            const ParsedPattern parsed = parse_pattern(row.pattern);
            CHECK(parsed.problems.empty());
            CHECK(drawn(parsed.elements) == row.expected);
        }
    }
}

TEST_CASE("a wrong pattern is marked at the place that is wrong") {
    struct Row {
        const char* name;
        const char* expected;
    };

    const Row rows[] = {
        {"an open bracket", "a (b|c\n  ^^^^\na \"(\" is not closed"},
        {"a bracket too many", "a b) c\n   ^\n\")\" closes nothing"},
        {"a brace too many", "a b} c\n   ^\n\"}\" closes nothing"},
        {"an open slot", "a {b c\n  ^^\na \"{\" is not closed"},
        {"a slot without a name", "a {} c\n  ^^\n\"{}\" names no slot"},
        {"alternatives without brackets", "a | b\n  ^\n\"|\" stands outside of round brackets"},
        {"an empty alternative", "a (b||c)\n    ^^\nan alternative is empty"},
        {"an empty group", "a ()\n  ^^\nan alternative is empty"},
        {"two gaps", "a .. .. b\n     ^^\ntwo \"..\" in a row"},
        {"a gap first", ".. a\n^^\nthe pattern starts with \"..\""},
        {"a gap last", "a ..\n  ^^\nthe pattern ends with \"..\""},
        {"an optional gap", "a ..? b\n  ^^^\n\"..?\" is not an element"},
        {"three dots", "a ... b\n  ^^^\n\"...\" is no word"},
        {"a gap without blanks", "a..b\n^^^^\n\"a..b\" is no word"},
        {"nothing but optional", "a? (b|c?)\n^^^^^^^^^\nthe pattern could match no words at all"},
        {"a question mark alone", "a ? b\n  ^\n\"?\" has nothing before it"},
        {"a plural in brackets", "order(s) b\n^^^^^\nno blank behind \"order\""},
        {"a slot without a blank", "{a}b\n^^^\nno blank behind \"{a}\""},
        {"a word class", "a:verbs\n  ^^^^^\nunknown word class \"verbs\""},
        {"a regular expression", "chip[0-9]+\n    ^\n\"[\" is not part of the pattern language"},
        {"blanks only", "  \n^^\nthe pattern is empty"},
    };
    for (const Row& row : rows) {
        SUBCASE(row.name) {
            const std::string expected = row.expected;
            CHECK(first_problem(expected.substr(0, expected.find('\n'))) == expected);
        }
    }
}

TEST_CASE("all problems of a pattern are told at once") {
    const ParsedPattern parsed = parse_pattern("(a|) .. .. b:nuon");
    REQUIRE(parsed.problems.size() == 3);
    CHECK(parsed.problems[2].hint == "did you mean \"noun\"?");
}

TEST_CASE("patterns over the limits are told, not read") {
    std::string many_words;
    std::string many_alternatives = "a (";
    for (std::size_t i = 0; i <= kMostPatternElements; ++i) {
        many_words += "a ";
        many_alternatives += fmt::format("w{}|", i);
    }
    CHECK(parse_pattern(many_words).problems.at(0).message ==
          "the pattern has 201 elements, at most 200 are allowed");
    CHECK(parse_pattern(many_alternatives + "z)").problems.at(0).message ==
          "202 alternatives, at most 200 are allowed");
    CHECK(parse_pattern(std::string(100'000, '(')).problems.at(0).message ==
          "brackets are deeper than 32 levels");
}

TEST_CASE("a phrase of a word list is words with classes") {
    CHECK(check_phrase("order:verb books").empty());
    CHECK(check_phrase("window guidance").empty());
    CHECK(check_phrase("a|b").at(0).message ==
          "\"|\" in a word list, expected a phrase of plain words");
}

}  // namespace atodds
