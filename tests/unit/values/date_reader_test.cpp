#include "values/date_reader.hpp"

#include <doctest/doctest.h>
#include <fmt/format.h>

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace atodds {
namespace {

std::vector<ValueMention> read(std::string_view text, std::optional<Day> today) {
    std::vector<Lexeme> lexemes;
    split_lexemes(text, lexemes);
    return read_dates(text, lexemes, today);
}

/// Span and first reading of every mention: "last month = 2024-02-01..2024-02-29". Durations show
/// their seconds, dates without a reading their form.
std::string shown(std::string_view text, std::optional<Day> today) {
    std::string out;
    for (const ValueMention& mention : read(text, today)) {
        const Value& value = mention.value;
        const std::string reading = value.type == ValueType::Duration
                                        ? value.amount.to_string() + " s"
                                    : value.dates.empty() ? value.text
                                                          : to_text(value.dates.front());
        out +=
            fmt::format("{}{} = {}", out.empty() ? "" : "; ", slice(text, mention.span), reading);
    }
    return out;
}

// A Thursday.
const Day kToday = *parse_iso_day("2024-03-14");

struct Row {
    std::string_view text;
    std::string_view shown;
};

void check_rows(std::span<const Row> rows, std::optional<Day> today) {
    for (const Row& row : rows) {
        CAPTURE(row.text);
        CHECK(shown(row.text, today) == row.shown);
    }
}

}  // namespace

TEST_CASE("absolute dates are read in every common order") {
    static constexpr Row kRows[] = {
        {"The bridge opened on 9 May 2019.", "9 May 2019 = 2019-05-09"},
        {"The bridge opened on May 9, 2019, at noon.", "May 9, 2019 = 2019-05-09"},
        {"Signed on Sept. 30th 2020 in Lima", "Sept. 30th 2020 = 2020-09-30"},
        {"the fourth of August 1914", "the fourth of August 1914 = 1914-08-04"},
        {"Tuesday, 6 June 1944", "Tuesday, 6 June 1944 = 1944-06-06"},
        {"dated 2021-11-05T08:00:00Z", "2021-11-05 = 2021-11-05"},
        {"due 7/21/2023", "7/21/2023 = 2023-07-21"},
        {"due 21/7/2023", "21/7/2023 = 2023-07-21"},
        {"due 21.7.2023", "21.7.2023 = 2023-07-21"},
        {"built in March 1887", "March 1887 = 1887-03-01..1887-03-31"},
        {"built in 1887", "1887 = 1887-01-01..1887-12-31"},
        {"She won in nineteen eighty-four.", "nineteen eighty-four = 1984-01-01..1984-12-31"},
        {"hired in June '98", "June '98 = 1998-06-01..1998-06-30"},
        {"In AD 79 the mountain blew up", "AD 79 = 0079-01-01..0079-12-31"},
    };
    check_rows(kRows, kToday);
}

TEST_CASE("dates without a year are the last one or the next one") {
    static constexpr Row kRows[] = {
        {"He spoke on February 2.", "February 2 = 2024-02-02"},
        {"Polls open on June 9.", "June 9 = 2024-06-09"},
        {"The mine shut in January.", "January = 2024-01-01..2024-01-31"},
        {"They met on Monday.", "Monday = 2024-03-11"},
        {"They met on Thursday.", "Thursday = 2024-03-14"},
        {"a vote set for Friday the 29th", "Friday the 29th = 2024-03-29"},
    };
    check_rows(kRows, kToday);
    const auto mentions = read("He spoke on February 2.", kToday);
    REQUIRE(mentions.size() == 1);
    REQUIRE(mentions[0].value.dates.size() == 2);
    CHECK(to_text(mentions[0].value.dates[1]) == "2025-02-02");
}

TEST_CASE("relative dates are told from the reference day") {
    static constexpr Row kRows[] = {
        {"It rained yesterday.", "yesterday = 2024-03-13"},
        {"the day before yesterday", "the day before yesterday = 2024-03-12"},
        {"prices fell last month", "last month = 2024-02-01..2024-02-29"},
        {"a trial next week", "next week = 2024-03-18..2024-03-24"},
        {"earlier this year", "earlier this year = 2024-01-01..2024-03-13"},
        {"next Friday", "next Friday = 2024-03-22"},
        {"Friday next week", "Friday next week = 2024-03-22"},
        {"the last three weeks", "last three weeks = 2024-02-22..2024-03-13"},
        {"the next two days", "next two days = 2024-03-15..2024-03-16"},
        {"two years ago", "two years ago = 2022-03-14"},
        {"five days from now", "five days from now = 2024-03-19"},
        {"within ten days", "within ten days = 2024-03-14..2024-03-23"},
        {"the previous quarter", "previous quarter = 2023-10-01..2023-12-31"},
        {"last summer", "last summer = 2023-06-01..2023-08-31"},
        {"two Tuesdays ago", "two Tuesdays ago = 2024-03-05"},
    };
    check_rows(kRows, kToday);
}

TEST_CASE("a distance leans on the date named before it") {
    static constexpr Row kRows[] = {
        {"Fired on May 2, 2023, he sued a week later.",
         "May 2, 2023 = 2023-05-02; a week later = 2023-05-09"},
        {"She lost in 2012 and won two years later.",
         "2012 = 2012-01-01..2012-12-31; two years later = 2014-01-01..2014-12-31"},
        {"three days before 4 July 2022", "three days before 4 July 2022 = 2022-07-01"},
        {"the Monday after Easter 2024", "the Monday after Easter 2024 = 2024-04-01"},
    };
    check_rows(kRows, kToday);
    const auto loose = read("They left two years later.", kToday);
    REQUIRE(loose.size() == 1);
    CHECK(loose[0].value.is_vague);
}

TEST_CASE("parts of periods and named periods are intervals") {
    static constexpr Row kRows[] = {
        {"the third Thursday in November 2022", "the third Thursday in November 2022 = 2022-11-17"},
        {"the last day of June 2023", "the last day of June 2023 = 2023-06-30"},
        {"early August 2020", "early August 2020 = 2020-08-01..2020-08-15"},
        {"mid-July 2020", "mid-July 2020 = 2020-07-11..2020-07-20"},
        {"the first half of 2021", "the first half of 2021 = 2021-01-01..2021-06-30"},
        {"Q3 2022 profit", "Q3 2022 = 2022-07-01..2022-09-30"},
        {"the 1960s", "the 1960s = 1960-01-01..1969-12-31"},
        {"the 19th century", "the 19th century = 1800-01-01..1899-12-31"},
        {"Thanksgiving 2021", "Thanksgiving 2021 = 2021-11-25"},
        {"Good Friday 2022", "Good Friday 2022 = 2022-04-15"},
        {"winter 2019", "winter 2019 = 2019-12-01..2020-02-29"},
        {"rest of the year", "rest of the year = 2024-03-14..2024-12-31"},
    };
    check_rows(kRows, kToday);
}

TEST_CASE("the ends of a range share what one of them leaves out") {
    static constexpr Row kRows[] = {
        {"from 3 to 7 May 2022", "from 3 to 7 May 2022 = 2022-05-03..2022-05-07"},
        {"May 28 - June 2, 2022", "May 28 - June 2, 2022 = 2022-05-28..2022-06-02"},
        {"between November and February 2021",
         "between November and February 2021 = 2020-11-01..2021-02-28"},
        {"in office 1993-2001", "1993-2001 = 1993-01-01..2001-12-31"},
        {"the war of 1939-45", "1939-45 = 1939-01-01..1945-12-31"},
        {"July 4-6, 2020", "July 4-6, 2020 = 2020-07-04..2020-07-06"},
    };
    check_rows(kRows, kToday);
}

TEST_CASE("bounds are open intervals") {
    static constexpr Row kRows[] = {
        {"closed since 2011", "since 2011 = 2011-01-01.."},
        {"before 2010", "before 2010 = ..2009-12-31"},
        {"after May 2015", "after May 2015 = 2015-06-01.."},
        {"until July 31, 2025", "until July 31, 2025 = ..2025-07-31"},
        {"by the end of 2030", "by the end of 2030 = ..2030-12-31"},
        {"from 2018 onwards", "from 2018 onwards = 2018-01-01.."},
    };
    check_rows(kRows, kToday);
    CHECK(read("closed since 2011", kToday)[0].value.bound == Bound::AtLeast);
    CHECK(read("before 2010", kToday)[0].value.bound == Bound::Below);
}

TEST_CASE("without a reference day nothing is guessed") {
    static constexpr Row kRows[] = {
        {"On July 15 he left.", "July 15 = XX-07-15"},
        {"It opened in April.", "April = XX-04"},
        {"last month", "last month = month-1"},
        {"two weeks ago", "two weeks ago = -2week"},
        {"on Friday", "Friday = XX-W-5"},
        {"it sank on a Friday, they said", ""},
        {"they danced on a Saturday night.", ""},
        {"they await a Tuesday vote", "Tuesday = XX-W-2"},
        {"since April", "since April = since XX-04"},
        {"in Q2", "Q2 = XX-Q2"},
        {"in May 2019", "May 2019 = 2019-05-01..2019-05-31"},
    };
    check_rows(kRows, std::nullopt);
}

TEST_CASE("words and numbers that only look like dates are left alone") {
    static constexpr std::string_view kTexts[] = {
        "Sellers may march on, but they may not win.",
        "The cat sat in the sun.",
        "She finished second, two ahead of the third.",
        "Some 2000 people and 1950 horses came.",
        "They won 3-1 and then 10-2.",
        "Release 2.10.30 fixes it.",
        "Call 555-12-1234 now.",
        "3/4 of them left.",
        "It cost $2015 then.",
        "The RTX 2080 and Windows 2000 are old.",
        "All 5 may attend.",
        "Every Monday and each year it floods.",
        "a 12-year-old boy",
        "in his early 30s",
        "8/32/2014 and 2015-02-31",
        "The 24/7 hotline costs $5 a day.",
        "April Jones met June Carter.",
    };
    for (const std::string_view text : kTexts) {
        CAPTURE(text);
        CHECK(shown(text, kToday) == "");
    }
}

TEST_CASE("circa and fiscal years are about the year they name") {
    const auto fiscal = read("revenue in fiscal 2021", kToday);
    REQUIRE(fiscal.size() == 1);
    CHECK(fiscal[0].value.bound == Bound::About);
    CHECK(fiscal[0].value.grain == Grain::Year);
}

}  // namespace atodds
