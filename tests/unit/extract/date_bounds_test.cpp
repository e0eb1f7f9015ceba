#include "extract/date_bounds.hpp"

#include <doctest/doctest.h>

namespace atodds {
namespace {

Article article_with(const std::string& text) {
    Article article;
    article.id = "a";
    article.text = text;
    article.reading = text;
    article.blocks = {{BlockKind::Body, {0, static_cast<std::uint32_t>(text.size())}, ""}};
    return article;
}

TEST_CASE("the text of an article bounds the day on which it was written") {
    struct Row {
        const char* name;
        const char* text;
        const char* bounds;  ///< as to_text writes it; ".." is unbounded
    };

    const Row rows[] = {
        {"a past day", "The bridge closed on 5 May 2024.", "2024-05-05.."},
        {"the latest of two", "It opened on 1 May 2020. It closed on 9 June 2023.", "2023-06-09.."},
        {"a past month", "The firm was sold in March 2022.", "2022-03-01.."},
        {"a past year", "She retired in 2019.", "2019-01-01.."},
        {"present perfect", "The union has struck since 4 April 2021.", "2021-04-04.."},
        {"a future day", "The trial will begin on 3 October 2025.", "..2025-10-03"},
        {"both", "It closed on 5 May 2024. It will open again on 1 August 2024.",
         "2024-05-05..2024-08-01"},
        {"a plan that lies behind",
         "In 2018 he said the line will open on 1 May 2019. It opened on "
         "7 July 2021.",
         "2021-07-07.."},
        {"no date", "The bridge closed after the storm.", ".."},
        {"a day without a year", "The bridge closed on 5 May.", ".."},
        {"a weekday", "The bridge closed on Tuesday.", ".."},
        {"a modal says nothing", "The bridge may close on 5 May 2024.", ".."},
    };
    for (const Row& row : rows) {
        SUBCASE(row.name) {
            CAPTURE(row.text);
            CHECK(to_text(date_bounds_of(article_with(row.text))) == row.bounds);
        }
    }
}

TEST_CASE("an article with a date keeps it and gets no bounds") {
    Article article = article_with("The bridge closed on 5 May 2024.");
    article.published = parse_iso_day("2024-05-06");
    bound_date(article);
    CHECK(article.date_bounds.is_unbounded());
    article.published.reset();
    bound_date(article);
    CHECK(to_text(article.date_bounds) == "2024-05-05..");
}

TEST_CASE("headings and hostile runs of digits bound nothing") {
    Article article = article_with("Closed on 5 May 2024");
    article.blocks.front().kind = BlockKind::Heading;
    CHECK(date_bounds_of(article).is_unbounded());
    CHECK(date_bounds_of(article_with(std::string(100000, '2'))).is_unbounded());
    CHECK(date_bounds_of(article_with("")).is_unbounded());
}

}  // namespace
}  // namespace atodds
