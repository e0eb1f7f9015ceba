#include "report/alert.hpp"

#include "support/report_builder.hpp"

#include <doctest/doctest.h>

#include <string>
#include <vector>

namespace atodds {
namespace {

Finding finding_of(const std::vector<std::string>& values) {
    Finding finding;
    finding.id = "00c0ffee00c0ffee";
    finding.fact = "How many came ashore?";
    finding.rule = "ashore-count";
    finding.level = Level::Error;
    for (const std::string& value : values) {
        finding.sides.push_back({value, {}, {}, {}});
    }
    finding.message = "they differ";
    return finding;
}

// Three articles of three values; the middle one is the latest.
Report three_values() {
    test::ReportBuilder builder;
    builder.article({"a", "Harbour News", "2031-05-02", "", "First line.\n41 came ashore."});
    builder.article({"b", "Coast Courier", "2031-05-04", "", "It was 47 who came."});
    builder.article({"c", "Cape Post", "2031-05-03", "https://cape.example/c", "We saw 52 there."});
    const std::string a = builder.fact("a", "41");
    const std::string b = builder.fact("b", "47");
    const std::string c = builder.fact("c", "52");
    Finding finding = finding_of({"41", "47", "52"});
    finding.conflicts = {{0, 1}, {1, 2}};
    builder.finding(finding, {{a}, {b}, {c}});
    return builder.report();
}

Alert only_alert(const Report& report, const FormatOptions& options = {}) {
    std::vector<Alert> alerts = alerts_of(report, options);
    REQUIRE(alerts.size() == 1);
    return alerts.front();
}

}  // namespace

TEST_CASE("the latest dated side is primary in a report") {
    const Report report = three_values();
    const Alert alert = only_alert(report);
    CHECK(alert.primary.path == "articles/b.txt");
    CHECK(alert.primary.side == 1);
    REQUIRE(alert.related.size() == 2);
    CHECK(alert.related[0].path == "articles/a.txt");
    CHECK(alert.related[1].path == "articles/c.txt");
}

TEST_CASE("the last side is primary where no date tells") {
    Report report = three_values();
    for (Article& article : report.articles) {
        article.published.reset();
    }
    CHECK(only_alert(report).primary.path == "articles/c.txt");
    SUBCASE("one date is later than none") {
        report.articles[0].published = parse_iso_day("1999-01-01");
        CHECK(only_alert(report).primary.path == "articles/a.txt");
    }
    SUBCASE("the date of an update counts") {
        report.articles[1].updated = parse_iso_day("2031-06-01");
        CHECK(only_alert(report).primary.path == "articles/b.txt");
    }
}

TEST_CASE("a checked article is primary, however old it is") {
    Report report = three_values();
    report.checked = {"a"};
    CHECK(only_alert(report).primary.path == "articles/a.txt");
    report.checked = {"a", "c"};
    CHECK(only_alert(report).primary.path == "articles/c.txt");
}

TEST_CASE("values have their place in every unit") {
    test::ReportBuilder builder;
    builder.article({"a", "A", "", "", "x.\n🚢 港: 47 came."});
    builder.article({"b", "B", "", "", "Only 41 came."});
    const std::string a = builder.fact("a", "47");
    const std::string b = builder.fact("b", "41");
    builder.finding(finding_of({"41", "47"}), {{b}, {a}});
    const Alert alert = only_alert(builder.report());
    REQUIRE(alert.primary.range);
    CHECK(alert.primary.range->begin == TextPlace{2, 6, 11, 8});
    CHECK(alert.primary.range->end == TextPlace{2, 8, 13, 10});
    CHECK(place_text(alert.primary) == "articles/a.txt:2:6");
    CHECK(place_text(alert.related[0]) == "articles/b.txt:1:6");
}

TEST_CASE("a message says the value here, those that clash with it, and why") {
    Report report = three_values();
    CHECK(alert_message(only_alert(report)) ==
          "How many came ashore? \"47\" here, against \"41\" in Harbour News, 2031-05-02, "
          "articles/a.txt:2:1, \"52\" in Cape Post, 2031-05-03, articles/c.txt:1:8. they differ");
    SUBCASE("sides that do not clash with it are left out") {
        report.findings[0].conflicts = {{0, 1}};
        CHECK(alert_message(only_alert(report)).find("52") == std::string::npos);
    }
    SUBCASE("a format may name places its own way") {
        const auto name = [](const QuotePlace& place, std::size_t number) {
            return place.path + "#" + std::to_string(number);
        };
        CHECK(alert_message(only_alert(report), name) ==
              "How many came ashore? \"47\" here, against \"41\" in articles/a.txt#1, \"52\" in "
              "articles/c.txt#2. they differ");
    }
    SUBCASE("hidden characters are shown") {
        report.findings[0].sides[1].value = "4\u202E7";
        CHECK(alert_message(only_alert(report)).find("\"4<U+202E>7\" here") != std::string::npos);
    }
}

TEST_CASE("only files of the folder with a text are linked") {
    Report report = three_values();
    FormatOptions options;
    SUBCASE("where every path is a file") {
        CHECK(only_alert(report, options).related[1].is_linkable);
    }
    SUBCASE("not where the file is not there: its address stands in the text") {
        options.has_file = [](const std::string& path) { return path != "articles/c.txt"; };
        const Alert alert = only_alert(report, options);
        CHECK(alert.related[0].is_linkable);
        CHECK_FALSE(alert.related[1].is_linkable);
        CHECK(named_plainly(alert.related[1]) == "Cape Post, 2031-05-03, https://cape.example/c");
    }
    SUBCASE("not where the report does not hold the text") {
        report.articles[2].text.clear();
        const Alert alert = only_alert(report, options);
        CHECK_FALSE(alert.related[1].is_linkable);
        CHECK_FALSE(alert.related[1].range);
        CHECK(place_text(alert.related[1]) == "articles/c.txt");
    }
    SUBCASE("not outside of the folder") {
        report.articles[2].path = "../c.txt";
        CHECK_FALSE(only_alert(report, options).related[1].is_linkable);
    }
    SUBCASE("not the rows of a file of many articles, whose lines are not those of the text") {
        report.articles[2].path = "feed.jsonl";
        const Alert alert = only_alert(report, options);
        CHECK_FALSE(alert.related[1].is_linkable);
        CHECK(alert.related[1].line() == 1);
    }
}

TEST_CASE("absolute paths below the folder of the run become relative") {
    Report report = three_values();
    report.articles[1].path = "/repo/articles/b.txt";
    FormatOptions options;
    options.folder = "/repo";
    CHECK(only_alert(report, options).primary.path == "articles/b.txt");
}

TEST_CASE("standard input has a name to be shown at") {
    Report report = three_values();
    report.articles[1].path = "-";
    const Alert alert = only_alert(report);
    CHECK(alert.primary.path == "stdin");
    CHECK(alert.primary.line() == 1);
    CHECK_FALSE(alert.primary.is_linkable);
}

TEST_CASE("findings of one fingerprint are numbered, others keep theirs") {
    Report report = three_values();
    report.findings.push_back(report.findings[0]);
    report.findings.push_back(report.findings[0]);
    report.findings[1].id = "1111111111111111";
    const std::vector<Alert> alerts = alerts_of(report, {});
    REQUIRE(alerts.size() == 3);
    CHECK(alerts[0].fingerprint() == "00c0ffee00c0ffee");
    CHECK(alerts[1].fingerprint() == "1111111111111111");
    CHECK(alerts[2].fingerprint() == "00c0ffee00c0ffee-2");
}

TEST_CASE("levels below the least are left out, suppressed findings only of those shown") {
    Report report = three_values();
    FormatOptions options;
    options.text.least_level = Level::Error;
    CHECK(alerts_of(report, options).size() == 1);
    report.findings[0].level = Level::Warning;
    CHECK(alerts_of(report, options).empty());
    options.text.least_level = Level::Note;
    report.findings[0].suppressed_by.kind = Suppression::Kind::Inline;
    CHECK(alerts_of(report, options).size() == 1);
    CHECK(shown_alerts(report, options).empty());
}

TEST_CASE("a side with many articles names the first of them") {
    test::ReportBuilder builder;
    builder.article({"z", "Last", "2031-05-09", "", "It was 47 who came."});
    std::vector<std::string> same;
    for (int i = 0; i < 9; ++i) {
        const std::string id = "m" + std::to_string(i);
        builder.article({id, "Paper " + id, "2031-05-01", "", "It was 41. Again 41 in all."});
        same.push_back(builder.fact(id, "41"));
        same.push_back(builder.fact(id, "Again 41"));
    }
    const std::string last = builder.fact("z", "47");
    builder.finding(finding_of({"41", "47"}), {same, {last}});
    const Alert alert = only_alert(builder.report());
    REQUIRE(alert.related.size() == 3);
    CHECK(alert.related[2].path == "articles/m2.txt");
    CHECK(alert_message(alert).find(" and Paper m2") != std::string::npos);
}

TEST_CASE("a finding whose facts are gone still has a place") {
    Report report = three_values();
    report.facts.clear();
    const Alert alert = only_alert(report);
    CHECK(alert.primary.path == "articles/a.txt");
    CHECK(alert.primary.line() == 1);
    CHECK(alert.related.size() == 2);
}

}  // namespace atodds
