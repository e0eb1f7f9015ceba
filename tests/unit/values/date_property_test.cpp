#include "values/date_reader.hpp"

#include <doctest/doctest.h>
#include <fmt/format.h>

#include <random>
#include <string>
#include <string_view>
#include <vector>

namespace atodds {
namespace {

std::vector<ValueMention> read(std::string_view text) {
    std::vector<Lexeme> lexemes;
    split_lexemes(text, lexemes);
    return read_dates(text, lexemes, parse_iso_day("2024-03-14"));
}

constexpr std::string_view kPieces[] = {
    "the",    "first",  "second",   "last",  "week",   "of",      "May",  "2014",    "12",
    "31",     "-",      "/",        ".",     ",",      "from",    "to",   "between", "and",
    "Monday", "ago",    "before",   "after", "end",    "early",   "two",  "hundred", "thousand",
    "years",  "days",   "half",     "a",     "next",   "quarter", "Q3",   "'90s",    "19",
    "th",     "\n",     "\n\n",     "since", "Easter", "BC",      "noon", "h",       "\xC2\xBD",
    "in",     "within", "20160101", "'",     "for"};

std::string random_text(std::mt19937& random) {
    std::string text;
    for (std::size_t words = random() % 40; words > 0; --words) {
        text += kPieces[random() % std::size(kPieces)];
        text += random() % 4 == 0 ? "" : " ";
    }
    return text;
}

}  // namespace

TEST_CASE("spans are ordered, apart and inside any text") {
    std::mt19937 random(20240314);
    for (int round = 0; round < 3000; ++round) {
        const std::string text = random_text(random);
        CAPTURE(text);
        std::uint32_t last_end = 0;
        for (const ValueMention& mention : read(text)) {
            CHECK(mention.span.begin >= last_end);
            CHECK(mention.span.begin < mention.span.end);
            CHECK(mention.span.end <= text.size());
            CHECK(mention.span.contains(mention.core));
            last_end = mention.span.end;
            for (const DayInterval& reading : mention.value.dates) {
                CHECK_FALSE(reading.is_unbounded());
                CHECK((!reading.from || !reading.to || *reading.from <= *reading.to));
            }
        }
    }
}

TEST_CASE("words around a date do not change its reading") {
    static constexpr std::string_view kDates[] = {
        "9 May 2019",        "May 9, 2019",       "March 1887", "last month",
        "two weeks ago",     "the 1960s",         "Q3 2022",    "next Friday",
        "early August 2020", "Thanksgiving 2021", "2021-11-05", "the first half of 2021"};
    static constexpr std::string_view kFrames[] = {"{}",
                                                   "It ended {}.",
                                                   "Officials, {}, agreed.",
                                                   "({})",
                                                   "Nobody knew \"{}\" was over.",
                                                   "The court ruled {} that the port must close."};
    for (const std::string_view date : kDates) {
        const auto alone = read(date);
        REQUIRE(alone.size() == 1);
        for (const std::string_view frame : kFrames) {
            const std::string text = fmt::format(fmt::runtime(frame), date);
            CAPTURE(text);
            const auto framed = read(text);
            REQUIRE(framed.size() == 1);
            CHECK(framed[0].value == alone[0].value);
            CHECK(slice(text, framed[0].span) == date);
        }
    }
}

TEST_CASE("any day reads the same in every written form") {
    static constexpr std::string_view kMonths[] = {"January",   "February", "March",    "April",
                                                   "May",       "June",     "July",     "August",
                                                   "September", "October",  "November", "December"};
    std::mt19937 random(7);
    for (int round = 0; round < 300; ++round) {
        const Day day{std::chrono::days{static_cast<int>(random() % 40000) - 20000}};
        const std::chrono::year_month_day date{day};
        const auto year = static_cast<int>(date.year());
        const auto month = static_cast<unsigned>(date.month());
        const auto number = static_cast<unsigned>(date.day());
        const std::string_view name = kMonths[month - 1];
        for (const std::string& text : {fmt::format("{} {}, {}", name, number, year),
                                        fmt::format("{} {} {}", number, name, year),
                                        fmt::format("{}/{}/{}", month, number, year), to_iso(day),
                                        fmt::format("the {}th of {} {}", number, name, year),
                                        fmt::format("{}-{}-{}", number, name.substr(0, 3), year)}) {
            CAPTURE(text);
            const auto mentions = read(text);
            REQUIRE(mentions.size() == 1);
            CHECK(mentions[0].value.dates == std::vector{one_day(day)});
        }
    }
}

TEST_CASE("deeply nested expressions end in linear time") {
    for (const std::string_view piece :
         {"the end of ", "the day after ", "two days before ", "one thousand and ", "1/2/", "from ",
          "first week of ", "between the ", "a half and ", "2 weeks starting "}) {
        std::string text;
        while (text.size() < 200000) {
            text += piece;
        }
        CAPTURE(piece);
        const auto mentions = read(text + "May 2019");
        CHECK(mentions.size() < text.size());
    }
}

}  // namespace atodds
