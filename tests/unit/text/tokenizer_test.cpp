#include "text/tokenizer.hpp"

#include "text/token_form.hpp"

#include <doctest/doctest.h>

#include <string>
#include <string_view>
#include <vector>

namespace atodds {
namespace {

/// The tokens of `text` with one blank between them.
std::string cut(std::string_view text) {
    std::string joined;
    for (const Token& token : tokenize(text)) {
        joined += joined.empty() ? "" : " ";
        joined += slice(text, token.span);
    }
    return joined;
}

struct Row {
    const char* name;
    const char* text;
    const char* tokens;
};

TEST_CASE("text is cut into tokens as the treebanks cut it") {
    const Row rows[] = {
        {"stop", "Prices fell.", "Prices fell ."},
        {"clitics", "It isn't Acme's; they've said she'd go.",
         "It is n't Acme 's ; they 've said she 'd go ."},
        {"curly apostrophes", "It isn’t Acme’s.", "It is n’t Acme ’s ."},
        {"cannot", "They cannot.", "They can not ."},
        {"cannot between blanks", "We Cannot go", "We Can not go"},
        {"cannot and a comma", "If you cannot, wait", "If you can not , wait"},
        {"comma inside", "Lima,Peru", "Lima , Peru"},
        {"two commas", "well,, then", "well , , then"},
        {"comma and wide blank", "first,\u2003last", "first , last"},
        {"plural possessive", "the firms' orders", "the firms ' orders"},
        {"name with apostrophe", "O'Brien's", "O'Brien 's"},
        {"compound", "a cut-down, second-best chip", "a cut - down , second - best chip"},
        {"prefix", "re-elected co-founder", "re-elected co-founder"},
        {"letter prefix", "an X-ray", "an X-ray"},
        {"model", "COVID-19, F-16 and GPT-4", "COVID-19 , F-16 and GPT-4"},
        {"chip", "H20 and 910B", "H20 and 910B"},
        {"money", "US$3.6bn, €40 and $5m", "US$3.6bn , €40 and $5m"},
        {"thousands", "300,000 of 1,200,000", "300,000 of 1,200,000"},
        {"no thousands", "in 2019,2020", "in 2019 , 2020"},
        {"number range", "3.5-4 or 10–12", "3.5-4 or 10–12"},
        {"word range", "the July-September quarter", "the July - September quarter"},
        {"percent", "15% of 7.5%", "15 % of 7.5 %"},
        {"negative", "fell to -5 in", "fell to -5 in"},
        {"time", "at 10:30 a.m.", "at 10:30 a.m."},
        {"date", "on 9/11/2001", "on 9/11/2001"},
        {"and or", "and/or", "and / or"},
        {"country", "the U.S. and the U.K.", "the U.S. and the U.K."},
        {"title", "Mr. Lee and Dr. Park", "Mr. Lee and Dr. Park"},
        {"firm", "Acme Inc. rose", "Acme Inc. rose"},
        {"number sign", "No. 5 is no.", "No. 5 is no ."},
        {"initial", "J. Smith", "J. Smith"},
        {"small letter", "part b.", "part b ."},
        {"address", "See https://example.org/a,b?c=1.", "See https://example.org/a,b?c=1 ."},
        {"mail", "Write to desk@example.org, please", "Write to desk@example.org , please"},
        {"site", "example.org says", "example.org says"},
        {"missing blank", "It ended.The firm", "It ended . The firm"},
        {"missing blank behind a year", "in 2019.Her firm", "in 2019 . Her firm"},
        {"a chapter", "see 3.B and 12.4", "see 3.B and 12.4"},
        {"dots", "Wait... what", "Wait ... what"},
        {"ellipsis sign", "Wait… what", "Wait … what"},
        {"dashes", "yes -- no — so", "yes -- no — so"},
        {"quotes", "“Stop,” he said", "“ Stop , ” he said"},
        {"ampersand", "AT&T and R&D", "AT&T and R&D"},
        {"brackets", "(up 3%)", "( up 3 % )"},
        {"decade", "the '90s", "the '90s"},
        {"narrow blank", "5\u00A0000", "5 000"},
        {"Han", "用 H20", "用 H20"},
        {"two Han", "用中", "用 中"},
        {"nothing", "  \n ", ""},
    };
    for (const Row& row : rows) {
        SUBCASE(row.name) {
            CAPTURE(row.text);
            CHECK(cut(row.text) == row.tokens);
        }
    }
}

TEST_CASE("lower unifies quotation marks and apostrophes") {
    const std::string_view text = "“Élan” isn’t ``Big''";
    std::vector<std::string> lower;
    for (const Token& token : tokenize(text)) {
        lower.push_back(token.lower);
    }
    CHECK(lower == std::vector<std::string>{"\"", "élan", "\"", "is", "n't", "\"", "big", "\""});
}

TEST_CASE("capitals and blanks before are noted") {
    const std::vector<Token> tokens = tokenize("IBM's Watson, (a");
    REQUIRE(tokens.size() == 6);
    CHECK(tokens[0].is_all_caps);
    CHECK(tokens[0].is_capitalised);
    CHECK_FALSE(tokens[1].has_space_before);
    CHECK(tokens[2].is_capitalised);
    CHECK_FALSE(tokens[2].is_all_caps);
    CHECK_FALSE(tokens[3].has_space_before);
    CHECK(tokens[4].has_space_before);
}

TEST_CASE("tokens of any bytes lie in the text, in order, and do not overlap") {
    std::uint64_t state = 7;
    for (int round = 0; round < 200; ++round) {
        std::string text;
        for (int i = 0; i < 120; ++i) {
            state = state * 6364136223846793005ULL + 1442695040888963407ULL;
            constexpr std::string_view kPool = "aA1 .,'-$@\"()%:/\n\xE2\x80\x99\xC3\xA9\xFF&_#";
            text += kPool[(state >> 33U) % kPool.size()];
        }
        CAPTURE(text);
        std::uint32_t last = 0;
        for (const Token& token : tokenize(text)) {
            REQUIRE(token.span.begin >= last);
            REQUIRE(token.span.end > token.span.begin);
            REQUIRE(token.span.end <= text.size());
            last = token.span.end;
        }
    }
}

TEST_CASE("plain words are tokens like those that are cut out of something") {
    for (const std::string_view word : {"Word", "WORD", "word", "a", "AB"}) {
        CAPTURE(word);
        const std::string plain = std::string(word) + " ";
        const std::string cut_out = std::string(word) + ";";
        const Token token = tokenize(plain).at(0);
        CHECK(token == tokenize(cut_out).at(0));
        CHECK(token == make_token(word, token.span));
    }
}

TEST_CASE("a blank before a plain word is noted, and none before its comma") {
    const std::vector<Token> tokens = tokenize("one two, three");
    REQUIRE(tokens.size() == 4);
    CHECK_FALSE(tokens[0].has_space_before);
    CHECK(tokens[1].has_space_before);
    CHECK_FALSE(tokens[2].has_space_before);
    CHECK(tokens[3].has_space_before);
}

}  // namespace
}  // namespace atodds
