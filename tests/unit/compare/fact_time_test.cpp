#include "compare/fact_time.hpp"

#include <doctest/doctest.h>

#include <optional>

namespace atodds {
namespace {

Fact make_fact(const char* article, int amount) {
    Fact fact;
    fact.article = article;
    fact.value.amount = Decimal(amount);
    fact.value.low = fact.value.amount;
    fact.value.high = fact.value.amount;
    return fact;
}

FactSource make_source(const char* published) {
    FactSource source;
    source.published = parse_iso_day(published);
    return source;
}

DayInterval days(const char* from, const char* to) {
    return {parse_iso_day(from), parse_iso_day(to)};
}

TEST_CASE("dates of publication order what may change and what grows, nothing else") {
    struct Row {
        const char* name;
        Growth growth;
        const char* left_date;
        int left;
        const char* right_date;
        int right;
        UpdateReason reason;
        Level level;
    };

    const Row rows[] = {
        {"fixed", Growth::Fixed, "2025-03-01", 12, "2025-03-04", 15, UpdateReason::None,
         Level::Note},
        {"may change, up", Growth::May, "2025-03-01", 12, "2025-03-04", 15, UpdateReason::Changed,
         Level::Note},
        {"may change, down", Growth::May, "2025-03-01", 15, "2025-03-04", 12, UpdateReason::Changed,
         Level::Note},
        {"may change, one day", Growth::May, "2025-03-01", 12, "2025-03-01", 15, UpdateReason::None,
         Level::Note},
        {"a total grows", Growth::Total, "2025-03-01", 12, "2025-03-04", 15, UpdateReason::Grown,
         Level::Note},
        {"a total grows, sides turned", Growth::Total, "2025-03-04", 15, "2025-03-01", 12,
         UpdateReason::Grown, Level::Note},
        {"a total falls", Growth::Total, "2025-03-01", 15, "2025-03-04", 12,
         UpdateReason::RevisedDown, Level::Warning},
        {"a total falls, sides turned", Growth::Total, "2025-03-04", 12, "2025-03-01", 15,
         UpdateReason::RevisedDown, Level::Warning},
        {"a total on one day", Growth::Total, "2025-03-01", 12, "2025-03-01", 15,
         UpdateReason::None, Level::Note},
        {"a total, one date missing", Growth::Total, "2025-03-01", 12, "", 15, UpdateReason::None,
         Level::Note},
        {"a total, both missing", Growth::Total, "", 12, "", 15, UpdateReason::None, Level::Note},
    };
    for (const Row& row : rows) {
        SUBCASE(row.name) {
            const UpdateExcuse excuse =
                find_update(make_fact("a", row.left), make_source(row.left_date),
                            make_fact("b", row.right), make_source(row.right_date), row.growth);
            CHECK(excuse.reason == row.reason);
            CHECK(excuse.level == row.level);
        }
    }
}

TEST_CASE("bounds stand in for a missing date where they settle the order, and the trace says so") {
    struct Row {
        const char* name;
        DayInterval left;
        DayInterval right;
        UpdateReason reason;
        bool update_possible;
        const char* text;
    };

    const Row rows[] = {
        {"nothing known",
         {},
         {},
         UpdateReason::None,
         true,
         "both dates are missing, so one may be an update of the other"},
        {"right is younger", days("2025-03-01", "2025-03-02"), days("2025-03-05", ""),
         UpdateReason::Grown, false,
         "a running total that has grown; one is without a date, but its text puts it in "
         "2025-03-01, "
         "the other without a date, but its text is not older than 2025-03-05"},
        {"left is younger", days("2025-03-05", ""), days("", "2025-03-02"),
         UpdateReason::RevisedDown, false, ""},
        {"both only not older", days("2025-03-01", ""), days("2025-03-05", ""), UpdateReason::None,
         true,
         "a date is missing, so one may be an update of the other: one is without a date, but its "
         "text is not older than 2025-03-01, the other without a date, but its text is not older "
         "than 2025-03-05"},
        {"both only older", days("", "2025-03-01"), days("", "2025-03-05"), UpdateReason::None,
         true, ""},
        {"overlapping", days("2025-03-01", "2025-03-08"), days("2025-03-05", "2025-03-09"),
         UpdateReason::None, true, ""},
        {"one unknown",
         days("2025-03-01", "2025-03-08"),
         {},
         UpdateReason::None,
         true,
         "a date is missing, so one may be an update of the other: one is without a date, but its "
         "text puts it in 2025-03-01..2025-03-07, the other of no known date"},
        {"apart", days("2025-03-01", "2025-03-03"), days("2025-03-05", "2025-03-09"),
         UpdateReason::Grown, false, ""},
        {"touching", days("2025-03-01", "2025-03-05"), days("2025-03-05", "2025-03-09"),
         UpdateReason::Grown, false, ""},
        {"one day", days("2025-03-01", "2025-03-02"), days("2025-03-01", "2025-03-02"),
         UpdateReason::None, false, ""},
    };
    for (const Row& row : rows) {
        SUBCASE(row.name) {
            FactSource left;
            left.date_bounds = row.left;
            FactSource right;
            right.date_bounds = row.right;
            const UpdateExcuse excuse =
                find_update(make_fact("a", 12), left, make_fact("b", 15), right, Growth::Total);
            CHECK(excuse.reason == row.reason);
            CHECK(excuse.update_possible == row.update_possible);
            if (row.text[0] != '\0') {
                CHECK(excuse.text == row.text);
            }
        }
    }
}

TEST_CASE("phases and stated times separate whatever the growth") {
    struct Row {
        const char* name;
        Phase left;
        Phase right;
        const char* left_date;
        const char* right_date;
        UpdateReason reason;
    };

    const Row rows[] = {
        {"earlier", Phase::Earlier, Phase::Unstated, "2025-03-01", "2025-03-01",
         UpdateReason::Phase},
        {"earlier and now", Phase::Earlier, Phase::Now, "2025-03-01", "2025-03-01",
         UpdateReason::Phase},
        {"both earlier", Phase::Earlier, Phase::Earlier, "2025-03-01", "2025-03-01",
         UpdateReason::None},
        {"taken back", Phase::Retracted, Phase::Unstated, "2025-03-01", "2025-03-01",
         UpdateReason::Corrected},
        {"both taken back", Phase::Retracted, Phase::Retracted, "2025-03-01", "2025-03-01",
         UpdateReason::None},
        {"now, later", Phase::Unstated, Phase::Now, "2025-03-01", "2025-03-04",
         UpdateReason::Phase},
        {"now, on one day", Phase::Unstated, Phase::Now, "2025-03-01", "2025-03-01",
         UpdateReason::None},
        {"now, but older", Phase::Now, Phase::Unstated, "2025-03-01", "2025-03-04",
         UpdateReason::Changed},
        {"both now, one day", Phase::Now, Phase::Now, "2025-03-01", "2025-03-01",
         UpdateReason::None},
        {"plain", Phase::Unstated, Phase::Unstated, "2025-03-01", "2025-03-01", UpdateReason::None},
    };
    for (const Row& row : rows) {
        SUBCASE(row.name) {
            Fact left = make_fact("a", 12);
            left.qualifiers.phase = row.left;
            Fact right = make_fact("b", 15);
            right.qualifiers.phase = row.right;
            CHECK(find_update(left, make_source(row.left_date), right, make_source(row.right_date),
                              Growth::May)
                      .reason == row.reason);
        }
    }
}

TEST_CASE("a statement that names the old value tells of its own change") {
    Fact changed = make_fact("a", 15);
    changed.value.change = Change::FromTo;
    changed.value.low = Decimal(12);
    const FactSource source = make_source("2025-03-01");
    CHECK(find_update(changed, source, make_fact("b", 12), source, Growth::Fixed).reason ==
          UpdateReason::Changed);
    CHECK(find_update(make_fact("b", 12), source, changed, source, Growth::Fixed).reason ==
          UpdateReason::Changed);
    CHECK(find_update(changed, source, make_fact("b", 13), source, Growth::Fixed).reason ==
          UpdateReason::None);
}

TEST_CASE("a fact is as of its as-of phrase, else of the last date of its article") {
    Fact fact = make_fact("a", 12);
    FactSource source = make_source("2025-03-07");
    CHECK(as_of(fact, source).basis == DayBasis::Published);
    source.updated = parse_iso_day("2025-03-09");
    CHECK(to_text(as_of(fact, source).days) == "2025-03-09");
    CHECK(as_of(fact, source).basis == DayBasis::Updated);
    source.updated.reset();
    fact.qualifiers.report_time = one_day(*parse_iso_day("2025-03-06"));
    CHECK_MESSAGE(as_of(fact, source).basis == DayBasis::Published, "told the day before");
    fact.qualifiers.report_time = one_day(*parse_iso_day("2025-03-02"));
    CHECK_MESSAGE(as_of(fact, source).basis == DayBasis::Said, "told days before");
    fact.qualifiers.report_time = one_day(*parse_iso_day("2025-03-06"));
    fact.qualifiers.event_time = fact.qualifiers.report_time;
    CHECK_MESSAGE(as_of(fact, source).basis == DayBasis::Said, "as of the day before");
    CHECK(order_of(as_of(fact, source), as_of(fact, source)) == DayOrder::SameDay);
}

}  // namespace
}  // namespace atodds
