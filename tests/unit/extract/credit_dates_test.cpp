#include "extract/credit_dates.hpp"

#include "extract/credit_reader.hpp"
#include "extract/entity_finder.hpp"

#include <doctest/doctest.h>

#include <string>
#include <vector>

namespace atodds {
namespace {

const EntityFinder& entities() {
    static const EntityFinder finder([] {
        EntityEntry reuters;
        reuters.id = "reuters";
        reuters.name = "Reuters";
        reuters.type = "outlet";
        return std::vector{reuters};
    }());
    return finder;
}

/// The days of the first credit of an article of 20 August 2025, a Wednesday; "-" without credit.
std::string days_of(const std::string& text, const char* published = "2025-08-20") {
    Article article;
    article.id = "a";
    article.published = parse_iso_day(published);
    article.text = text;
    article.reading = text;
    article.blocks = {{BlockKind::Body, {0, static_cast<std::uint32_t>(text.size())}, ""}};
    const ArticleCredits read = CreditReader(entities(), std::vector{article}).read(article);
    if (read.credits.empty()) {
        return "-";
    }
    const DayInterval& days = read.credits.front().days;
    return days.is_unbounded() ? "" : to_text(days);
}

TEST_CASE("a day beside a credit dates the report") {
    struct Row {
        const char* name;
        const char* text;
        const char* days;
    };

    const Row rows[] = {
        {"behind the verb", "Reuters reported on 12 August that the mill will close.",
         "2025-08-12"},
        {"a weekday without on", "Reuters reported Monday that the mill will close.", "2025-08-18"},
        {"a month", "Reuters had reported in July that the mill will close.",
         "2025-07-01..2025-07-31"},
        {"wrote", "Reuters wrote last week that the mill will close.", "2025-08-11..2025-08-17"},
        {"a report on a day by", "A report on 12 August by Reuters spoke of a sale.", "2025-08-12"},
        {"reported by", "The sale was first reported on 12 August by Reuters.", "2025-08-12"},
        {"opening", "On 12 August, Reuters reported that the mill will close.", "2025-08-12"},
        {"a report published", "A Reuters report published on 12 August spoke of a sale.",
         "2025-08-12"},
        {"a possessive", "Monday's Reuters report spoke of a sale.", "2025-08-18"},
        {"a tail line", "The mill burnt. Source: Reuters, 12 August 2025", "2025-08-12"},
        {"the day of the event behind", "The mill burnt on Monday, Reuters reported.", ""},
        {"the day of the event inside", "Reuters reported that the mill burnt on Monday.", ""},
        {"since", "Reuters has reported since Monday that the mill will close.", ""},
        {"no day", "Reuters reported that the mill will close.", ""},
        {"another sentence", "On Monday it rained. Reuters reported that the mill burnt.", ""},
        {"no credit", "Reuters moved into the old mill on Monday.", "-"},
    };
    for (const Row& row : rows) {
        SUBCASE(row.name) {
            CAPTURE(row.text);
            CHECK(days_of(row.text) == row.days);
        }
    }
}

TEST_CASE("a day without a year is unknown in an article without a date") {
    CHECK(days_of("Reuters reported on 12 August that the mill will close.", "").empty());
    CHECK(days_of("Reuters reported on 12 August 2025 that it will close.", "") == "2025-08-12");
}

}  // namespace
}  // namespace atodds
