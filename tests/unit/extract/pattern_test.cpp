#include "extract/pattern.hpp"

#include "ruleset/pattern_parser.hpp"
#include "support/statements.hpp"

#include <doctest/doctest.h>

#include <optional>
#include <string>
#include <vector>

namespace atodds {
namespace {

/// The words of the first match of `pattern` in `text`, or "-".
std::string first_match(const std::string& pattern, const std::string& text) {
    const Statement statement = test::make_statement(text);
    const MatchContext context(statement);
    SlotSpec spec;
    spec.name = "act";
    CompiledSlot slot;
    slot.phrases.add("halt", 0);
    slot.phrases.add("refrain from", 1);
    const std::vector<SlotSpec> specs{spec};
    std::vector<CompiledSlot> slots;
    slots.push_back(std::move(slot));
    const Pattern compiled(parse_pattern(pattern).elements, specs, slots);
    for (std::uint32_t start = 0; start < statement.tokens.size(); ++start) {
        if (const auto match = compiled.match_at(context, start, compiled.runnable(context))) {
            return test::words_of(statement, match->tokens);
        }
    }
    return "-";
}

struct Row {
    const char* name;
    const char* pattern;
    const char* text;
    const char* expected;
};

constexpr Row kRows[] = {
    {"a word matches by lemma", "order", "The board ordered pizza.", "ordered"},
    {"a class keeps the noun out", "order:verb", "The order was large.", "-"},
    {"a class keeps the verb out", "order:noun", "They ordered more.", "-"},
    {"determiners and adjectives may stand between", "buy chip", "They bought the new fast chips.",
     "bought the new fast chips"},
    {"nouns may not stand between", "buy chip", "They bought phones, chips and cables.", "-"},
    {"a gap runs over nouns", "buy .. chip", "They bought phones and chips.",
     "bought phones and chips"},
    {"a gap stops at another main clause", "buy .. chip",
     "They bought phones; chips were sold out.", "-"},
    {"a gap stops at but", "buy .. chip", "They bought phones but chips were scarce.", "-"},
    {"a gap of thirteen tokens is too long", "buy .. chip",
     "They bought one two three four five six seven eight nine ten eleven twelve thirteen chips.",
     "-"},
    {"an alternative may be longer than one word", "(give up|abandon) plan",
     "The firm gave up the plan.", "gave up the plan"},
    {"the second alternative is tried too", "(give up|abandon) plan",
     "The firm abandoned its plan.", "abandoned its plan"},
    {"an optional word may be missing", "sell out? chip", "They sold chips.", "sold chips"},
    {"an optional word is taken where it stands", "sell out? of chip", "They sold out of chips.",
     "sold out of chips"},
    {"a slot binds the longest phrase", "told to {act}", "Firms were told to refrain from buying.",
     "told to refrain from"},
    {"a hyphen in the text may split a phrase", "cut-down chip", "A cut-down chip was sold.",
     "cut - down chip"},
};

TEST_CASE("patterns match as the manual says") {
    for (const Row& row : kRows) {
        SUBCASE(row.name) {
            CAPTURE(row.text);
            CHECK(first_match(row.pattern, row.text) == row.expected);
        }
    }
}

TEST_CASE("an optional slot behind a gap is bound where the text has it") {
    CHECK(first_match("tell .. (to {act})?", "They told the three large firms to halt.") ==
          "told the three large firms to halt");
    CHECK(first_match("tell .. (to {act})?", "They told nobody.") == "told");
}

TEST_CASE("anchors are words without which a pattern cannot match") {
    const std::vector<SlotSpec> specs;
    const std::vector<CompiledSlot> slots;
    const Pattern words(parse_pattern("(buy|purchase) .. chip").elements, specs, slots);
    CHECK(words.anchor_ids().size() == 1);
    const Pattern optional(parse_pattern("(buy|purchase) chip?").elements, specs, slots);
    CHECK(optional.anchor_ids().size() == 2);
}

/// Counts its way through small choices; the same on every machine.
class Dice {
  public:
    std::uint32_t roll(std::uint32_t sides) {
        state_ = state_ * 6364136223846793005ULL + 1442695040888963407ULL;
        return static_cast<std::uint32_t>(state_ >> 33U) % sides;
    }

    std::string pick(const std::vector<std::string>& words) {
        return words[roll(static_cast<std::uint32_t>(words.size()))];
    }

  private:
    std::uint64_t state_ = 42;
};

std::string random_pattern(Dice& dice) {
    const std::vector<std::string> parts = {
        "buy",   "chip",     "..",          "(buy|sell .. chip)",
        "old?",  "{act}",    "({act} ..)?", "(to {act}|chip)",
        "sell?", "(chip|..)"};
    std::string pattern;
    for (std::uint32_t left = 1 + dice.roll(4); left > 0; --left) {
        pattern += dice.pick(parts) + " ";
    }
    return pattern;
}

TEST_CASE("what is left out before a program is run matches nowhere") {
    const std::vector<std::string> words = {"buy",  "chip", "sell", "old",  "to",
                                            "halt", "and",  "firm", "quote"};
    SlotSpec spec;
    spec.name = "act";
    const std::vector<SlotSpec> specs{spec};
    std::vector<CompiledSlot> slots(1);
    slots[0].phrases.add("halt", 0);
    slots[0].phrases.add("sell old", 1);
    Dice dice;
    for (int round = 0; round < 3000; ++round) {
        std::string text = "They";
        for (int i = 0; i < 7; ++i) {
            text += " " + dice.pick(words);
        }
        const std::string source = random_pattern(dice);
        CAPTURE(source);
        CAPTURE(text);
        const Statement statement = test::make_statement(text + ".");
        const MatchContext context(statement);
        const auto elements = parse_pattern(source).elements;
        const Pattern pattern(elements, specs, slots);
        const std::uint32_t runnable = pattern.runnable(context);
        for (std::uint32_t start = 0; start < statement.tokens.size(); ++start) {
            std::optional<PatternMatch> plain;
            for (const PatternProgram& program : compile_programs(elements, specs)) {
                plain = plain ? plain : run_program(context, slots, program, start);
            }
            const auto match = pattern.match_at(context, start, runnable);
            REQUIRE(match.has_value() == plain.has_value());
            CHECK((!match || match->tokens == plain->tokens));
        }
    }
}

TEST_CASE("a pattern of many optional parts stays cheap on a long row of the same word") {
    std::string pattern;
    std::string text;
    for (int i = 0; i < 40; ++i) {
        pattern += "(very|very very)? ";
        text += "very ";
    }
    CHECK(first_match(pattern + "good", text + "bad.") == "-");
}

}  // namespace
}  // namespace atodds
