#include "values/date_reader.hpp"

#include <doctest/doctest.h>

#include <string_view>
#include <vector>

namespace atodds {
namespace {

std::vector<ValueMention> read(std::string_view text) {
    std::vector<Lexeme> lexemes;
    split_lexemes(text, lexemes);
    return read_dates(text, lexemes, std::nullopt);
}

}  // namespace

TEST_CASE("durations are read in figures and words") {
    struct Row {
        std::string_view text;
        std::string_view span;
        std::string_view seconds;
    };

    static constexpr Row kRows[] = {
        {"It ran for 90 minutes.", "90 minutes", "5400"},
        {"a 24-hour strike", "24-hour", "86400"},
        {"three and a half years in jail", "three and a half years", "110376000"},
        {"a two-and-a-half-year wait", "two-and-a-half-year", "78840000"},
        {"half an hour passed", "half an hour", "1800"},
        {"an hour and a half passed", "an hour and a half", "5400"},
        {"it took a couple of days", "a couple of days", "172800"},
        {"1 year, 2 months and 3 days", "1 year, 2 months and 3 days", "36979200"},
        {"1/2 hour", "1/2 hour", "1800"},
        {"2.5 hours", "2.5 hours", "9000"},
        {"1,500 days", "1,500 days", "129600000"},
        {"two million years", "two million years", "63072000000000"},
        {"seventeen weeks", "seventeen weeks", "10281600"},
        {"a dozen years", "a dozen years", "378432000"},
    };
    for (const Row& row : kRows) {
        CAPTURE(row.text);
        const auto mentions = read(row.text);
        REQUIRE(mentions.size() == 1);
        CHECK(mentions[0].value.type == ValueType::Duration);
        CHECK(slice(row.text, mentions[0].span) == row.span);
        CHECK(mentions[0].value.amount.to_string() == row.seconds);
    }
}

TEST_CASE("hedges and ranges of durations are intervals") {
    const auto more = read("more than two days");
    REQUIRE(more.size() == 1);
    CHECK(more[0].value.bound == Bound::Above);
    CHECK(more[0].value.low == Decimal(172800));
    CHECK_FALSE(more[0].value.low_is_in);
    CHECK_FALSE(more[0].value.high.has_value());
    CHECK(more[0].core.begin == 10);

    const auto range = read("between 3 and 5 days");
    REQUIRE(range.size() == 1);
    CHECK(range[0].value.bound == Bound::Between);
    CHECK(range[0].value.low == Decimal(3 * 86400));
    CHECK(range[0].value.high == Decimal(5 * 86400));

    const auto vague = read("for several months");
    REQUIRE(vague.size() == 1);
    CHECK(vague[0].value.is_vague);
}

TEST_CASE("ages, rates and shares are no durations") {
    static constexpr std::string_view kTexts[] = {
        "a 40-year-old man",
        "ten months old",
        "$5 a day",
        "twice a week",
        "three quarters of voters",
        "her second term",
        "5G and 3D",
        "a second",
        "per hour",
    };
    for (const std::string_view text : kTexts) {
        CAPTURE(text);
        CHECK(read(text).empty());
    }
}

}  // namespace atodds
