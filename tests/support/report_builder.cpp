#include "support/report_builder.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace atodds::test {
namespace {

// From behind the last full stop or line break before `at` to behind the next one.
ByteSpan sentence_around(const std::string& text, std::size_t begin, std::size_t end) {
    const std::size_t before = begin == 0 ? std::string::npos : text.find_last_of(".\n", begin - 1);
    std::size_t first = before == std::string::npos ? 0 : before + 1;
    while (first < begin && text[first] == ' ') {
        ++first;
    }
    const std::size_t stop = text.find_first_of(".\n", end);
    const std::size_t last = stop == std::string::npos ? text.size() : stop + 1;
    return {static_cast<std::uint32_t>(first), static_cast<std::uint32_t>(last)};
}

}  // namespace

ReportBuilder& ReportBuilder::article(const ArticleSpec& spec) {
    Article article;
    article.id = spec.id;
    article.path = "articles/" + spec.id + ".txt";
    article.source = spec.source;
    article.url = spec.url;
    article.published = parse_iso_day(spec.published);
    article.text = spec.text;
    article.reading = spec.text;
    const auto size = static_cast<std::uint32_t>(spec.text.size());
    article.blocks.push_back({BlockKind::Body, {0, size}, ""});
    report_.articles.push_back(article);
    return *this;
}

std::string ReportBuilder::fact(std::string_view article_id, std::string_view surface,
                                Value value) {
    const auto found = std::find_if(report_.articles.begin(), report_.articles.end(),
                                    [&](const Article& a) { return a.id == article_id; });
    const std::string& text = found->text;
    const std::size_t begin = text.find(surface);
    const std::size_t end = begin + surface.size();
    Fact fact;
    fact.rule = "open/number";
    fact.tier = Tier::Open;
    fact.article = article_id;
    fact.value = std::move(value);
    fact.span = {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)};
    fact.statement = sentence_around(text, begin, end);
    fact.surface = surface;
    fact.quote = slice(text, fact.statement);
    fact.id = fmt::format("{}#{}-{}:{}", article_id, begin, end, fact.rule);
    report_.facts.push_back(fact);
    return fact.id;
}

Finding& ReportBuilder::finding(Finding finding,
                                const std::vector<std::vector<std::string>>& side_facts) {
    for (std::size_t i = 0; i < side_facts.size(); ++i) {
        Side& side = finding.sides.at(i);
        side.facts = side_facts[i];
        for (const std::string& id : side_facts[i]) {
            side.articles.push_back(id.substr(0, id.find('#')));
        }
        std::sort(side.articles.begin(), side.articles.end());
        side.articles.erase(std::unique(side.articles.begin(), side.articles.end()),
                            side.articles.end());
    }
    report_.findings.push_back(std::move(finding));
    return report_.findings.back();
}

Report two_counts() {
    ReportBuilder builder;
    builder.article({"harbour", "Harbour News", "2031-05-02", "https://harbour.example/a",
                     "A ferry ran aground at dawn. Rescuers brought 41 people ashore."});
    builder.article({"coast", "Coast Courier", "2031-05-03", "",
                     "The ferry was freed at noon. In all 47 people were brought ashore."});
    Value left;
    left.amount = Decimal(41);
    left.counted = "people";
    Value right = left;
    right.amount = Decimal(47);
    const std::string one = builder.fact("harbour", "41", left);
    const std::string other = builder.fact("coast", "47", right);
    Finding finding;
    finding.id = "00c0ffee00c0ffee";
    finding.fact = "people brought ashore";
    finding.rule = "open/number";
    finding.tier = Tier::Open;
    finding.level = Level::Error;
    finding.sides = {{"41", {}, {}, {"Harbour News"}}, {"47", {}, {}, {"Coast Courier"}}};
    finding.conflicts = {{0, 1}};
    finding.trace = {{"same-fact", "both count people brought ashore", false},
                     {"clash", "41 and 47 do not meet", true}};
    finding.message = "41 and 47 people cannot both be right.";
    builder.finding(finding, {{one}, {other}});
    return builder.report();
}

}  // namespace atodds::test
