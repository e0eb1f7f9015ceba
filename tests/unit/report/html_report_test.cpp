#include "report/html_text.hpp"
#include "report/report_writer.hpp"
#include "support/report_builder.hpp"

#include <doctest/doctest.h>

#include <chrono>
#include <string>
#include <utility>

namespace atodds {
namespace {

bool holds(const std::string& text, const std::string& part) {
    return text.find(part) != std::string::npos;
}

std::size_t count_of(const std::string& text, const std::string& part) {
    std::size_t count = 0;
    for (std::size_t at = text.find(part); at != std::string::npos; at = text.find(part, at + 1)) {
        ++count;
    }
    return count;
}

}  // namespace

TEST_CASE("the page marks the value inside its statement and shows the context") {
    const std::string page = to_html(test::two_counts());
    CHECK(holds(page,
                "<span class=\"context\">A ferry ran aground at dawn. </span>"
                "Rescuers brought <mark>41</mark> people ashore."));
    CHECK(holds(page, "articles/harbour.txt:1:47"));
}

TEST_CASE("the page loads nothing from elsewhere") {
    const std::string page = to_html(test::two_counts());
    CHECK_FALSE(holds(page, " src="));
    CHECK_FALSE(holds(page, "<link"));
    CHECK_FALSE(holds(page, "@import"));
    CHECK_FALSE(holds(page, "url("));
    CHECK(holds(page, "default-src 'none'"));
}

TEST_CASE("the page's policy lets in one style and one script, by their hashes") {
    const std::string page = to_html(test::two_counts());
    CHECK_FALSE(holds(page, "unsafe"));
    CHECK_FALSE(holds(page, " style=\""));
    CHECK(count_of(page, "<style>") == 1);
    CHECK(count_of(page, "<script>") == 1);
    for (const std::string source : {"style-src 'sha256-", "script-src 'sha256-"}) {
        // 32 bytes are 43 characters of base64 and one "=".
        const std::size_t at = page.find(source);
        REQUIRE(at != std::string::npos);
        CHECK(page.substr(at + source.size() + 43, 2) == "='");
    }
}

TEST_CASE("hostile text never becomes markup") {
    const std::string attack = "\"'><script>alert(1)</script><img src=x onerror=alert(2)>&";
    Report report = test::two_counts();
    const std::size_t tags = count_of(to_html(report), "<script");
    for (Article& article : report.articles) {
        article.source = attack;
        article.title = attack;
        article.path = attack;
        article.url = "https://x.example/" + std::string("\"><script>");
        article.blocks.push_back({BlockKind::Boilerplate, {0, 1}, attack});
    }
    for (Fact& fact : report.facts) {
        fact.qualifiers.sources.push_back({attack, attack, {}});
    }
    Finding& finding = report.findings[0];
    finding.id = attack;
    finding.fact = finding.rule = finding.message = attack;
    finding.sides[0].value = attack;
    finding.sides[0].origins = {attack};
    finding.trace[0] = {attack, attack, false};
    finding.review = {ReviewVerdict::Accepted, attack, attack, attack};
    report.agreements.push_back(finding);
    report.gone.push_back(finding);
    Finding aside = finding;
    aside.suppressed_by = {Suppression::Kind::Inline, attack, attack};
    report.findings.push_back(aside);
    report.diagnostics.push_back(
        {Severity::Error, {ErrorCode::BadFormat, attack, {attack, {}}, attack}});
    const std::string page = to_html(report);
    CHECK(count_of(page, "<script") == tags);
    CHECK_FALSE(holds(page, "<img"));
    CHECK(holds(page, "&lt;script&gt;alert(1)"));
}

TEST_CASE("hostile words in a quotation never become markup") {
    test::ReportBuilder builder;
    builder.article({"a", "", "", "", "The <b>41</b> & \u202Efew."});
    const std::string one = builder.fact("a", "<b>41</b>");
    Finding finding;
    finding.id = "1";
    finding.sides = {{"41", {}, {}, {}}};
    builder.finding(finding, {{one}});
    const std::string page = to_html(builder.report());
    CHECK(holds(page,
                "The <mark>&lt;b&gt;41&lt;/b&gt;</mark> &amp; <span class=\"hidden-char\" "
                "title=\"hidden character\">U+202E</span>few."));
}

TEST_CASE("only web addresses are linked") {
    struct Row {
        const char* url;
        bool is_linked;
    };

    const Row rows[] = {{"https://news.example/a?b=c&d", true},
                        {"HTTP://news.example", true},
                        {"javascript:alert(1)", false},
                        {" https://news.example", false},
                        {"https://", false},
                        {"https:///path", false},
                        {"https://a.example/\nb", false},
                        {"https://a\u202E.example", false},
                        {"data:text/html,x", false},
                        {"file:///etc/passwd", false},
                        {"//news.example", false},
                        {"", false}};
    for (const Row& row : rows) {
        CAPTURE(row.url);
        CHECK(linkable(row.url).has_value() == row.is_linked);
    }
}

TEST_CASE("the table of sources links each value and names the silent") {
    Report report = test::two_counts();
    report.articles.push_back(report.articles[0]);
    report.articles[2].id = "other";
    report.articles[2].source = "Quiet Gazette";
    Finding agreement = report.findings[0];
    agreement.id = "2";
    agreement.verdict = Verdict::Agree;
    agreement.sides = {{"dawn", {}, {"harbour", "other"}, {}}};
    report.agreements.push_back(agreement);
    const std::string page = to_html(report);
    CHECK(holds(
        page,
        "<td><a class=\"chip s0\" href=\"#q-00c0ffee00c0ffee-harbour-46\"><span class=\"letter\">A"
        "</span>41</a></td>"));
    CHECK(holds(page, "id=\"q-00c0ffee00c0ffee-harbour-46\""));
    CHECK(count_of(page, "<td class=\"silent\">") == 2);
}

TEST_CASE("the page says what was read and not compared, and why") {
    Report report = test::two_counts();
    report.articles[0].blocks.push_back({BlockKind::Boilerplate, {0, 6}, "newsletter teaser"});
    const std::string page = to_html(report);
    CHECK(holds(page, "10 % of the text: newsletter teaser"));
    CHECK(holds(page,
                "Not compared: 1 block of boilerplate (5 % of the text). Reasons: newsletter "
                "teaser."));
}

TEST_CASE("a report without findings says so") {
    const std::string page = to_html(Report{});
    CHECK(holds(page, "<h1>Nothing at odds</h1>"));
    CHECK_FALSE(holds(page, "id=\"filter\""));
}

TEST_CASE("the same report gives the same page") {
    CHECK(to_html(test::two_counts()) == to_html(test::two_counts()));
}

TEST_CASE("values over time are a strip of dots that lead to their quotations") {
    Report report = test::two_counts();
    const std::string page = to_html(report);
    CHECK(holds(page, "<figure class=\"strip\"><svg"));
    CHECK(holds(page,
                "<a href=\"#q-00c0ffee00c0ffee-harbour-46\" aria-label=\"2 May 2031, Harbour "
                "News: 41\"><circle class=\"s0\" cx=\"2.0%\""));
    CHECK(holds(page, "<circle class=\"s1\" cx=\"98.0%\""));
    report.articles[1].published = report.articles[0].published;
    CHECK_FALSE(holds(to_html(report), "<figure class=\"strip\">"));
}

TEST_CASE("a finding says that it is open and what to check next") {
    Report report = test::two_counts();
    CHECK(holds(to_html(report),
                "<span title=\"no rule names this fact; matched by its words\">open"));
    CHECK(holds(to_html(report), "<b>Next check</b> Make sure that both speak of the same thing"));
    report.findings[0].tier = Tier::Declared;
    CHECK_FALSE(holds(to_html(report), "<span title=\"no rule names"));
}

TEST_CASE("context is the sentence before and the sentence after, no more") {
    test::ReportBuilder builder;
    builder.article({"a", "", "", "", "One went. Two stayed. All 41 came. Four left. Five slept."});
    Finding finding;
    finding.id = "1";
    finding.sides = {{"41", {}, {}, {}}};
    builder.finding(finding, {{builder.fact("a", "41")}});
    const std::string page = to_html(builder.report());
    CHECK(holds(page,
                "<span class=\"context\">Two stayed. </span>All <mark>41</mark> came."
                "<span class=\"context\"> Four left. </span>"));
}

TEST_CASE("headings go down one step at a time") {
    const std::string page = to_html(test::two_counts());
    char last = '0';
    for (std::size_t at = page.find("<h"); at != std::string::npos; at = page.find("<h", at + 1)) {
        const char level = page[at + 2];
        if (level >= '1' && level <= '6') {
            CAPTURE(page.substr(at, 40));
            CHECK(level <= last + 1);
            last = level;
        }
    }
    CHECK(last != '0');
}

TEST_CASE("the front page lists only agreements that nobody contests") {
    Report report = test::two_counts();
    Finding agreement = report.findings[0];
    agreement.id = "2";
    agreement.verdict = Verdict::Agree;
    agreement.key = report.findings[0].key = "ferry=marlin";
    report.agreements.push_back(agreement);
    CHECK_FALSE(holds(to_html(report), "nobody differs"));
    CHECK(holds(to_html(report), "<span>others differ</span>"));
    report.findings[0].verdict = Verdict::Update;
    CHECK(holds(to_html(report), "Agreed, and nobody differs"));
    CHECK_FALSE(holds(to_html(report), "<span>others differ</span>"));
}

TEST_CASE("what a review, a comment or the baseline set aside stands in a part of its own") {
    Report report = test::two_counts();
    report.findings[0].suppressed_by = {Suppression::Kind::Inline, "old news", "a.md:3"};
    const std::string page = to_html(report);
    CHECK(holds(page, "<h1>Nothing at odds</h1>"));
    CHECK(holds(page,
                "set aside by a comment in the article: old news <span class=\"place\">a.md:3"));
    CHECK(page.find("id=\"f-00c0ffee00c0ffee\"") > page.find("<section id=\"aside\""));
}

TEST_CASE("a review, a status and a finding that is gone are told") {
    Report report = test::two_counts();
    report.findings[0].review = {ReviewVerdict::FalseAlarm, "two ferries", "Ada", "2031-06-01"};
    report.findings[0].status = FindingStatus::Changed;
    report.gone.push_back(report.findings[0]);
    const std::string page = to_html(report);
    CHECK(holds(page, "<b>false-alarm</b> by Ada on 2031-06-01: two ferries</p>"));
    CHECK(holds(page, "data-mark=\"false-alarm\" data-note=\"two ferries\" data-by=\"Ada\""));
    CHECK(holds(page, "changed since the baseline"));
    CHECK(holds(page, "<li><b>people brought ashore</b> 41 / 47 <code>00c0ffee00c0ffee</code>"));
}

TEST_CASE("articles without a date are told on the front page") {
    Report report = test::two_counts();
    CHECK_FALSE(holds(to_html(report), "Without a date of publication"));
    report.articles[0].published.reset();
    CHECK(holds(to_html(report), "Without a date of publication: 1 article."));
}

TEST_CASE("a value in the table has the words of its source where they can stand alone") {
    Report report = test::two_counts();
    report.findings[0].sides[0].value = "41 people";
    const std::string plain = to_html(report);
    CHECK(holds(plain, "<span class=\"letter\">A</span>41</a>"));
    report.facts[0].qualifiers.polarity = Polarity::Negative;
    CHECK(holds(to_html(report), "<span class=\"letter\">A</span>41 people</a>"));
}

TEST_CASE("stories that share no fact have tables of their own, titled by what they are about") {
    test::ReportBuilder builder;
    for (const char* id : {"a", "b", "c", "d"}) {
        builder.article({id, std::string("Post ") + id, "", "", "Some 41 came."});
    }
    for (const auto& [left, right] : {std::pair("a", "b"), std::pair("c", "d")}) {
        Finding finding;
        finding.id = left;
        finding.sides = {{"41", {}, {}, {}}, {"41", {}, {}, {}}};
        builder.finding(finding, {{builder.fact(left, "41")}, {builder.fact(right, "41")}});
    }
    builder.report().facts[0].slots = {{"entity", "marlin", {}}};
    builder.report().names = {{"marlin", "Marlin"}};
    const std::string page = to_html(builder.report());
    CHECK(holds(page, "<h3>Marlin</h3>"));
    CHECK(holds(page, "<h3>Other facts</h3>"));
    CHECK(count_of(page, "<table class=\"matrix\">") == 2);
}

TEST_CASE("in quotations the words that differ are marked, and where words are missing") {
    Report report = test::two_counts();
    Fact& fact = report.facts[0];
    fact.span = fact.statement;
    const std::uint32_t at = fact.statement.begin;  // "Rescuers brought 41 people ashore."
    report.findings[0].marks = {{fact.id, {{at, at + 8}, {at + 17, at + 17}}}};
    const std::string page = to_html(report);
    CHECK(holds(page, "<mark>Rescuers</mark> brought <mark class=\"gap\""));
    CHECK(holds(page, "</mark>41 people ashore."));
}

TEST_CASE("the strip follows the history where there is one, a bound is a ring") {
    Report report = test::two_counts();
    const Day day = *report.articles[0].published;
    report.findings[0].history = {{day, 0, "harbour", DayBasis::Said},
                                  {day + std::chrono::days(8), 1, "coast", DayBasis::Bound}};
    const std::string page = to_html(report);
    CHECK(holds(page, "aria-label=\"as of 2 May 2031, Harbour News: 41\""));
    CHECK(holds(page, "aria-label=\"no date, not before 10 May 2031, Coast Courier: 47\""));
    CHECK(holds(page, "<circle class=\"s1 ring\""));
}

TEST_CASE("articles that state a superseded value are listed with what is newer") {
    Report report = test::two_counts();
    CHECK_FALSE(holds(to_html(report), "id=\"stale\""));
    StaleCopy copy;
    copy.article = "harbour";
    copy.finding = report.findings[0].id;
    copy.fact = "How many <b>were</b> saved?";
    copy.value = "41";
    copy.current = "47";
    copy.superseded_by = "coast";
    copy.since = report.articles[1].published;
    copy.dated = report.articles[0].published;
    copy.status = StaleStatus::NeedsCorrection;
    report.stale = {copy};
    const std::string page = to_html(report);
    CHECK(holds(page, "<td><a href=\"#f-00c0ffee00c0ffee\">How many &lt;b&gt;were"));
    CHECK(holds(page, "<td>47<span class=\"place\">Coast Courier, <time datetime=\"2031-05-03\">"));
    CHECK(holds(page, "an archive to put right"));
    CHECK(holds(page, "<b>1</b> <a href=\"#stale\">superseded</a>"));
}

}  // namespace atodds
