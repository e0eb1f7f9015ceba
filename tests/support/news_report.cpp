#include "support/news_report.hpp"

#include "cli/stages.hpp"
#include "extract/date_bounds.hpp"
#include "report/fact_text.hpp"
#include "ruleset/ruleset.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <string_view>
#include <utility>

namespace atodds::test {
namespace {

const RuleSet& rules() {
    static const RuleSet kRules = [] {
        Diagnostics diagnostics;
        return load_rules(ATODDS_SOURCE_DIR "/rules", diagnostics);
    }();
    return kRules;
}

const Stages& stages() {
    static const Stages kStages(rules());
    return kStages;
}

/// One body block for each paragraph, as ingest makes them.
void add_paragraphs(const std::string& text, Article& article) {
    constexpr std::string_view kBreak = "\n\n";
    const std::size_t base = article.text.size();
    article.text += text;
    for (std::size_t begin = 0; begin < text.size();) {
        const std::size_t end = std::min(text.find(kBreak, begin), text.size());
        article.blocks.push_back(
            {BlockKind::Body,
             {static_cast<std::uint32_t>(base + begin), static_cast<std::uint32_t>(base + end)},
             ""});
        begin = end + kBreak.size();
    }
}

Article article_of(const News& news) {
    Article article;
    article.id = news.id;
    article.path = news.id;
    article.source = news.id;
    article.url = news.url;
    article.title = news.title;
    article.published = parse_iso_day(news.date);
    article.updated = parse_iso_day(news.updated);
    if (!news.title.empty()) {
        article.text = news.title + "\n\n";
        article.blocks.push_back(
            {BlockKind::Title, {0, static_cast<std::uint32_t>(news.title.size())}, ""});
    }
    add_paragraphs(news.text, article);
    article.reading = article.text;
    bound_date(article);
    return article;
}

}  // namespace

std::vector<Fact> facts_in(const News& news) {
    return stages().reader().read(article_of(news));
}

Report report_on(const std::vector<News>& news) {
    std::vector<Article> articles;
    std::vector<Fact> facts;
    for (const News& item : news) {
        articles.push_back(article_of(item));
        std::vector<Fact> read = stages().reader().read(articles.back());
        std::move(read.begin(), read.end(), std::back_inserter(facts));
    }
    return stages().compare(std::move(articles), std::move(facts));
}

std::string told(const Report& report) {
    std::vector<std::string> all;
    for (const Finding& finding : report.findings) {
        const std::string_view reason = name_of(finding.update);
        all.push_back(fmt::format("{}{}{} {}", name_of(finding.verdict), reason.empty() ? "" : " ",
                                  reason, name_of(finding.level)));
    }
    std::sort(all.begin(), all.end());
    return fmt::format("{}", fmt::join(all, "; "));
}

}  // namespace atodds::test
