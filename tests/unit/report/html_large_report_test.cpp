#include "report/report_writer.hpp"
#include "support/report_builder.hpp"

#include <doctest/doctest.h>
#include <fmt/format.h>

#include <array>
#include <cstdlib>
#include <fstream>
#include <string>
#include <string_view>

namespace atodds {
namespace {

constexpr std::size_t kFindings = 1000;
constexpr std::size_t kArticles = 40;

std::size_t count_of(const std::string& text, std::string_view part) {
    std::size_t count = 0;
    for (std::size_t at = text.find(part); at != std::string::npos; at = text.find(part, at + 1)) {
        ++count;
    }
    return count;
}

std::string lamp_sentence(std::size_t finding, std::size_t lamps) {
    return fmt::format("The keeper of tower {} counted {} lamps in the store below the stairs.",
                       finding, lamps);
}

// Lamps of one tower counted by two of the articles.
void add_finding(test::ReportBuilder& builder, std::size_t number) {
    static constexpr std::array kVerdicts = {Verdict::Disagree, Verdict::Update, Verdict::Scope};
    const std::string left = fmt::format("a{}", number % kArticles);
    const std::string right = fmt::format("a{}", (number + 1) % kArticles);
    Value value;
    value.counted = "lamps";
    Finding finding;
    finding.id = fmt::format("{:016x}", number);
    finding.fact = fmt::format("How many lamps had tower {}?", number);
    finding.rule = fmt::format("lamps-{}", number % 7);
    finding.level = static_cast<Level>(number % 3);
    finding.verdict = kVerdicts.at(number / 3 % kVerdicts.size());
    finding.tier = number % 5 == 0 ? Tier::Open : Tier::Declared;
    finding.sides = {{"41 lamps", {}, {}, {left}}, {"47 lamps", {}, {}, {right}}};
    finding.conflicts = {{0, 1}};
    finding.trace = {{"clash", "41 lamps and 47 lamps cannot both hold", true}};
    builder.finding(finding, {{builder.fact(left, lamp_sentence(number, 41), value)},
                              {builder.fact(right, lamp_sentence(number, 47), value)}});
}

Report thousand_findings() {
    std::array<std::string, kArticles> texts;
    for (std::size_t i = 0; i < kFindings; ++i) {
        texts.at(i % kArticles) += lamp_sentence(i, 41) + " ";
        texts.at((i + 1) % kArticles) += lamp_sentence(i, 47) + " ";
    }
    test::ReportBuilder builder;
    for (std::size_t i = 0; i < kArticles; ++i) {
        builder.article({fmt::format("a{}", i), fmt::format("Post {}", i),
                         fmt::format("2031-05-{:02}", i % 28 + 1),
                         fmt::format("https://post{}.example/lamps", i), texts.at(i)});
    }
    for (std::size_t i = 0; i < kFindings; ++i) {
        add_finding(builder, i);
    }
    return builder.report();
}

}  // namespace

TEST_CASE("a page of a thousand findings has them all and stays below 8 KB for each") {
    const std::string page = to_html(thousand_findings());
    CHECK(count_of(page, "<article class=\"finding ") == kFindings);
    CHECK(page.size() < kFindings * 8192);
    // tests/support/check_page.py measures in a browser how long its filter takes.
    if (const char* file = std::getenv("ATODDS_LARGE_PAGE"); file != nullptr) {
        std::ofstream(file, std::ios::binary) << page;
    }
}

}  // namespace atodds
