#include "values/value_reader.hpp"

#include "cli/values_command.hpp"

#include <doctest/doctest.h>
#include <fmt/format.h>

#include <cstdint>
#include <random>
#include <string>
#include <string_view>

namespace atodds {
namespace {

std::string_view type_letter(const Value& value) {
    switch (value.type) {
        case ValueType::Ordinal:
            return "rank ";
        case ValueType::Percent:
            return "% ";
        case ValueType::PercentagePoints:
            return "pp ";
        default:
            return "";
    }
}

std::string end_text(const std::optional<Decimal>& end) {
    return end ? end->to_string() : std::string();
}

/// "300000 chips", "3600000000 USD", "30..50 %": type, amount or range, unit or counted noun.
std::string describe(const ValueMention& mention) {
    const Value& value = mention.value;
    const bool is_range = value.bound != Bound::Exact && value.bound != Bound::About &&
                          value.bound != Bound::JustBelow;
    std::string text(type_letter(value));
    if (value.change == Change::FromTo) {
        text += fmt::format("{} to {}", end_text(value.low), end_text(value.high));
    } else if (is_range) {
        text += fmt::format("{}{}..{}{}", end_text(value.low), value.low_is_in ? "" : "<",
                            value.high_is_in ? "" : "<", end_text(value.high));
    } else {
        text += value.amount.to_string();
    }
    return value.unit.empty() ? text : text + " " + value.unit;
}

/// Each value as `words=description`, joined by "; ".
std::string describe_all(std::string_view text) {
    std::string all;
    for (const ValueMention& mention : read_values(text)) {
        all += fmt::format("{}{}={}", all.empty() ? "" : "; ", slice(text, mention.span),
                           describe(mention));
    }
    return all;
}

struct Row {
    std::string_view text;
    std::string_view values;
};

void check_rows(std::span<const Row> rows) {
    for (const Row& row : rows) {
        CAPTURE(row.text);
        CHECK(describe_all(row.text) == row.values);
    }
}

TEST_CASE("numbers are read in digits, words and mixtures") {
    const Row rows[] = {
        {"The firm hired 1,250 cooks.", "1,250=1250"},
        {"The firm hired twelve hundred cooks.", "twelve hundred=1200"},
        {"It sold two and a half million lamps.", "two and a half million=2500000"},
        {"It sold half a million lamps.", "half a million=500000"},
        {"It sold 2.4 million lamps.", "2.4 million=2400000"},
        {"It sold 700k lamps.", "700k=700000"},
        {"It sold 1.3m lamps.", "1.3m=1300000"},
        {"It sold 3 1/2 lamps.", "3 1/2=3.5"},
        {"It sold six dozen lamps.", "six dozen=72"},
        {"Two thirds of lamps broke.", "Two thirds=0.666666666666666667"},
        {"One in four lamps broke.", "One in four=0.25"},
        {"It sold 300万 lamps.", "300万=3000000"},
        {"It sold \xEF\xBC\x93\xEF\xBC\x90 lamps.", "\xEF\xBC\x93\xEF\xBC\x90=30"},
        {"The reading was -7.5 at dawn.", "-7.5=-7.5"},
        {"It came forty-third of all.", "forty-third=rank 43"},
        {"It was the 21st lamp.", "21st=rank 21"},
    };
    check_rows(rows);
}

TEST_CASE("percents, points and money keep their kinds") {
    const Row rows[] = {
        {"Rents rose 4.5 percent.", "4.5 percent=% 4.5"},
        {"Rents rose 4.5 %.", "4.5 %=% 4.5"},
        {"The lead grew by 3 percentage points.", "3 percentage points=pp 3"},
        {"Rates rose 75 basis points.", "75 basis points=pp 0.75"},
        {"The yard cost US$3.6bn.", "US$3.6bn=3600000000 USD"},
        {"The yard cost \xE2\x82\xAC"
         "2m.",
         "\xE2\x82\xAC"
         "2m=2000000 EUR"},
        {"The yard cost RMB 20 billion.", "RMB 20 billion=20000000000 CNY"},
        {"The yard cost 20bn yuan.", "20bn yuan=20000000000 CNY"},
        {"The yard cost 3.6 billion US dollars.", "3.6 billion US dollars=3600000000 USD"},
        {"The tea cost 4 dollars and 20 cents.", "4 dollars and 20 cents=4.2 $"},
        {"The tea cost 35 cents.", "35 cents=35 cent"},
        {"The plot cost 90 Swiss francs.", "90 Swiss francs=90 CHF"},
        {"He was fined 400 pounds.", "400 pounds=400 GBP"},
        {"The calf weighs 400 pounds.", "400 pounds=400 lb"},
    };
    check_rows(rows);
}

TEST_CASE("quantities carry the usual symbol of their unit") {
    const Row rows[] = {
        {"The road is 12 kilometres long.", "12 kilometres=12 km"},
        {"The door is 6 ft 2 in tall.", "6 ft 2 in=74 in"},
        {"The farm has 30 square miles.", "30 square miles=30 mi2"},
        {"The tank holds 5 m\xC2\xB3 now.", "5 m\xC2\xB3=5 m3"},
        {"It ran at 80 miles per hour.", "80 miles per hour=80 mph"},
        {"It ran at 80 km/h.", "80 km/h=80 km/h"},
        {"The link carries 40 GB/s.", "40 GB/s=40 GB/s"},
        {"The plant made 12 GWh.", "12 GWh=12 GWh"},
        {"It was 31 \xC2\xB0"
         "C.",
         "31 \xC2\xB0"
         "C=31 C"},
        {"A 9-year-old won.", "9-year-old=9 year"},
        {"The part is 4 nm wide.", "4 nm=4 nm"},
    };
    check_rows(rows);
}

TEST_CASE("ranges, bounds and changes are told apart") {
    const Row rows[] = {
        {"Prices may fall 30 to 50 percent.", "30 to 50 percent=% 30..50"},
        {"Output is 3.5-4 billion lamps.", "3.5-4 billion=3500000000..4000000000"},
        {"Between 200 and 300 lamps broke.", "Between 200 and 300=200..300"},
        {"At least 90 lamps broke.", "At least 90=90.."},
        {"More than 90 lamps broke.", "More than 90=90<.."},
        {"No fewer than 90 lamps broke.", "No fewer than 90=90.."},
        {"Up to 90 lamps broke.", "Up to 90=..90"},
        {"Fewer than 90 lamps broke.", "Fewer than 90=..<90"},
        {"90 or more lamps broke.", "90 or more=90.."},
        {"About 90 lamps broke.", "90=90"},
        {"It is more than 10 and less than 20 now.", "more than 10 and less than 20=10<..<20"},
        {"Sales rose from 30 to 50 lamps.", "from 30 to 50=30 to 50"},
        {"Profit is down 20 % to 15 lamps.", "20 %=% 20; 15=15"},
        {"Tens of thousands marched.", "Tens of thousands=20000..<100000"},
    };
    check_rows(rows);
}

TEST_CASE("names, versions, phones, scores, labels and times are no values") {
    const std::string_view texts[] = {
        "The H20 and the 910B share a socket.",
        "An RTX 4090 needs a fan.",
        "The 5G mast fell.",
        "Version v2.3.1 is out.",
        "Call 555-0134 now.",
        "The side lost 51-50 at home.",
        "See page 12 for more.",
        "He lives at 14 Elm Street.",
        "It opens at 9 pm.",
        "It opens at 9:30 daily.",
        "Read https://example.org/a/12/34 now.",
        "The F-35 landed.",
        "That one is mine.",
        "Wait a second.",
        "He is half-hearted.",
        "Host 10.0.0.1 is down.",
    };
    for (const std::string_view text : texts) {
        CAPTURE(text);
        CHECK(describe_all(text).empty());
    }
}

TEST_CASE("claimed spans hold no values") {
    const std::string_view text = "The 300 chips of model 4 sold.";
    const ByteSpan claimed[] = {{17, 24}};
    const auto mentions = read_values(text, {.reference_day = {}, .claimed = claimed});
    REQUIRE(mentions.size() == 1);
    CHECK(slice(text, mentions[0].span) == "300");
    CHECK(mentions[0].value.counted == "chips");
}

TEST_CASE("the last stated digit is kept") {
    struct DigitRow {
        std::string_view text;
        std::int32_t power;
    };

    const DigitRow rows[] = {{"3.6 billion lamps", 8},
                             {"298,000 lamps", 3},
                             {"15 lamps", 0},
                             {"2.50 percent", -2},
                             {"300,000 lamps", 5}};
    for (const DigitRow& row : rows) {
        CAPTURE(row.text);
        const auto mentions = read_values(row.text);
        REQUIRE(mentions.size() == 1);
        CHECK(mentions[0].value.last_digit_power == row.power);
    }
}

constexpr std::string_view kSmall[] = {"zero",    "one",     "two",       "three",    "four",
                                       "five",    "six",     "seven",     "eight",    "nine",
                                       "ten",     "eleven",  "twelve",    "thirteen", "fourteen",
                                       "fifteen", "sixteen", "seventeen", "eighteen", "nineteen"};
constexpr std::string_view kTens[] = {"",      "",      "twenty",  "thirty", "forty",
                                      "fifty", "sixty", "seventy", "eighty", "ninety"};

std::string spell_below_thousand(std::uint64_t number) {
    std::string words;
    if (number >= 100) {
        words = fmt::format("{} hundred", kSmall[number / 100]);
        number %= 100;
        if (number == 0) {
            return words;
        }
        words += " and ";
    }
    if (number < 20) {
        return words + std::string(kSmall[number]);
    }
    words += kTens[number / 10];
    return number % 10 == 0 ? words : fmt::format("{}-{}", words, kSmall[number % 10]);
}

std::string spell(std::uint64_t number) {
    struct Scale {
        std::uint64_t value;
        std::string_view name;
    };

    constexpr Scale kScales[] = {
        {1'000'000'000, "billion"}, {1'000'000, "million"}, {1'000, "thousand"}};
    std::string words;
    for (const Scale& scale : kScales) {
        if (number >= scale.value) {
            words += fmt::format("{}{} {}", words.empty() ? "" : " ",
                                 spell_below_thousand(number / scale.value), scale.name);
            number %= scale.value;
        }
    }
    if (number > 0 || words.empty()) {
        const bool needs_and = !words.empty() && number < 100;
        words += fmt::format("{}{}{}", words.empty() ? "" : " ", needs_and ? "and " : "",
                             spell_below_thousand(number));
    }
    return words;
}

std::string group(std::uint64_t number) {
    std::string digits = std::to_string(number);
    for (std::size_t at = digits.size(); at > 3;) {
        at -= 3;
        digits.insert(at, ",");
    }
    return digits;
}

constexpr std::uint32_t kSeed = 20250812;

TEST_CASE("words and digits of the same number agree") {
    std::mt19937_64 random(kSeed);
    for (int i = 0; i < 2000; ++i) {
        const std::uint64_t number = (random() % 999'999'999'999ULL) >> (random() % 38);
        const std::string spelled = "They sold " + spell(number) + " lamps.";
        const std::string grouped = "They sold " + group(number) + " lamps.";
        CAPTURE(spelled);
        const auto from_words = read_values(spelled);
        const auto from_digits = read_values(grouped);
        if (number == 1) {
            continue;  // "1 lamps" is read, "one lamps" too, but both are no English
        }
        REQUIRE(from_words.size() == 1);
        REQUIRE(from_digits.size() == 1);
        CHECK(from_words[0].value.amount == Decimal(static_cast<std::int64_t>(number)));
        CHECK(from_digits[0].value.amount == from_words[0].value.amount);
    }
}

TEST_CASE("text around a value never changes it") {
    const std::string_view values[] = {"US$3.6bn",       "30 to 50 percent", "7 ft 2 in",
                                       "twelve hundred", "at least 300,000", "2.5 million barrels"};
    const std::string_view before[] = {"", "The board said ", "Well, ", "\xE2\x80\x9CIt took "};
    const std::string_view after[] = {"", ".", ", she said.", " \xE2\x80\x94 no more", "\nNext"};
    for (const std::string_view value : values) {
        const auto alone = read_values(value);
        REQUIRE(alone.size() == 1);
        for (const std::string_view left : before) {
            for (const std::string_view right : after) {
                const std::string text = fmt::format("{}{}{}", left, value, right);
                CAPTURE(text);
                const auto found = read_values(text);
                REQUIRE(found.size() == 1);
                CHECK(slice(text, found[0].span) == slice(value, alone[0].span));
                CHECK(found[0].value.amount == alone[0].value.amount);
                CHECK(found[0].value.low == alone[0].value.low);
                CHECK(found[0].value.unit == alone[0].value.unit);
            }
        }
    }
}

TEST_CASE("spans are inside the text, in order and never overlap") {
    const std::string_view pieces[] = {
        "3",   ",",  ".",       "-",    " ",   "$",      "%",     "million",  "half",
        "and", "a",  "1/2",     "\"",   "to",  "twenty", "third", "\xC2\xBD", "km",
        "'",   "\n", "between", "e",    "^",   "999",    "万",    "more",     "than",
        "of",  "+",  "pounds",  "\xFF", "per", "cent",   "one",   "x",        "10"};
    std::mt19937_64 random(kSeed);
    for (int i = 0; i < 5000; ++i) {
        std::string text;
        const std::size_t count = 1 + random() % 14;
        for (std::size_t k = 0; k < count; ++k) {
            text += pieces[random() % std::size(pieces)];
            text += random() % 2 == 0 ? " " : "";
        }
        CAPTURE(text);
        std::uint32_t end = 0;
        for (const ValueMention& mention : read_values(text)) {
            REQUIRE(mention.span.begin >= end);
            REQUIRE(mention.span.begin < mention.span.end);
            REQUIRE(mention.span.end <= text.size());
            REQUIRE(mention.span.contains(mention.core));
            end = mention.span.end;
        }
    }
}

TEST_CASE("money is followed by its bare figure, marked as a part of it") {
    std::string answers;
    const auto problems =
        answer_value_rows("{\"id\":1,\"text\":\"It cost $20.\"}\n", "rows.jsonl", answers);
    CHECK(problems.empty());
    CHECK(answers ==
          "{\"id\":1,\"spans\":[{\"start\":8,\"end\":11,\"type\":\"money\",\"value\":20,"
          "\"unit\":\"$\"},{\"start\":8,\"end\":11,\"type\":\"number\",\"value\":20,"
          "\"of\":\"money\"}]}\n");
}

TEST_CASE("rows are answered in order and a bad row is told with its place") {
    std::string answers;
    const auto problems = answer_value_rows(
        "{\"id\":\"a\",\"text\":\"It sold 5 lamps.\"}\n\nnot json\n{\"id\":2,\"text\":\"\"}\n",
        "rows.jsonl", answers);
    CHECK(answers ==
          "{\"id\":\"a\",\"spans\":[{\"start\":8,\"end\":9,\"type\":\"number\",\"value\":5,"
          "\"counted\":\"lamps\"}]}\n{\"id\":2,\"spans\":[]}\n");
    REQUIRE(problems.size() == 1);
    CHECK(problems[0].error.message == "expected a JSON object with a string \"text\"");
    CHECK(problems[0].error.place == Place{"rows.jsonl", ByteSpan{38, 46}});
}

}  // namespace
}  // namespace atodds
