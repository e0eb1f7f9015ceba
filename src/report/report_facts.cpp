#include "report/report_facts.hpp"

#include "compare/quotation_marks.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cstdint>
#include <iterator>
#include <set>
#include <string_view>
#include <vector>

namespace atodds {
namespace {

bool is_within(ByteSpan span, std::string_view text) {
    return span.begin <= span.end && span.end <= text.size();
}

}  // namespace

ReportLookup::ReportLookup(const Report& report) : report_(&report) {
    for (const Fact& fact : report.facts) {
        facts_.emplace(fact.id, &fact);
    }
    for (const Article& article : report.articles) {
        articles_.emplace(article.id, &article);
    }
}

const Fact* ReportLookup::fact(std::string_view id) const {
    const auto found = facts_.find(id);
    return found == facts_.end() ? nullptr : found->second;
}

const Article* ReportLookup::article(std::string_view id) const {
    const auto found = articles_.find(id);
    return found == articles_.end() ? nullptr : found->second;
}

const std::string* ReportLookup::name(const std::string& id) const {
    const auto found = report_->names.find(id);
    return found == report_->names.end() ? nullptr : &found->second;
}

Evidence evidence_of(const Fact& fact, const ReportLookup& lookup) {
    const Article* article = lookup.article(fact.article);
    if (article != nullptr && is_within(fact.statement, article->text) &&
        is_within(fact.span, article->text) && !article->text.empty()) {
        const bool has_reading = article->reading.size() == article->text.size();
        return {article, article->text, has_reading ? article->reading : article->text,
                fact.statement, fact.span};
    }
    const auto size = static_cast<std::uint32_t>(fact.quote.size());
    ByteSpan value;
    if (fact.statement.contains(fact.span) && fact.statement.size() == size) {
        value = {fact.span.begin - fact.statement.begin, fact.span.end - fact.statement.begin};
    }
    return {article, fact.quote, fact.quote, {0, size}, value};
}

std::vector<ByteSpan> marks_in(const Finding& finding, const Fact& fact, const Evidence& evidence) {
    std::vector<ByteSpan> marks;
    for (const ByteSpan mark : marks_of(finding, fact.id)) {
        if (fact.span.contains(mark) && !mark.is_empty()) {
            const std::uint32_t begin = mark.begin - fact.span.begin + evidence.value.begin;
            marks.push_back({begin, begin + mark.size()});
        }
    }
    if (marks.empty() && !evidence.value.is_empty()) {
        marks.push_back(evidence.value);
    }
    return marks;
}

ReportCounts counts_of(const Report& report) {
    ReportCounts counts;
    for (const Finding& finding : report.findings) {
        counts.by_level.at(static_cast<std::size_t>(finding.level)) += is_shown(finding) ? 1U : 0U;
    }
    for (const UnlistedFindings& unlisted : report.coverage.unlisted) {
        counts.by_level.at(static_cast<std::size_t>(unlisted.level)) += unlisted.count;
    }
    for (const Article& article : report.articles) {
        counts.text_bytes += article.text.size();
        for (const Block& block : article.blocks) {
            const bool is_boilerplate = block.kind == BlockKind::Boilerplate;
            const bool is_foreign = block.kind == BlockKind::Foreign;
            counts.boilerplate_blocks += is_boilerplate ? 1 : 0;
            counts.foreign_blocks += is_foreign ? 1 : 0;
            counts.quarantined_bytes += is_boilerplate || is_foreign ? block.span.size() : 0;
        }
    }
    return counts;
}

std::string counted(std::size_t count, std::string_view singular) {
    return fmt::format("{} {}{}", count, singular, count == 1 ? "" : "s");
}

std::string_view lone_article_line(const Report& report) {
    return report.checked.empty() ? "one article alone can only be at odds with itself"
                                  : "no article that it was checked against states the same facts";
}

std::string summary_line(const Report& report, const ReportCounts& counts) {
    const Coverage& all = report.coverage;
    const std::size_t articles = all.articles > 0 ? all.articles : report.articles.size();
    const std::size_t facts = all.articles > 0 ? all.facts : report.facts.size();
    return fmt::format("{}, {}: {}, {}, {}", counted(articles, "article"), counted(facts, "fact"),
                       counted(counts.by_level[0], "error"), counted(counts.by_level[1], "warning"),
                       counted(counts.by_level[2], "note"));
}

namespace {

/// "25 of 32 findings are listed, the first in order; not listed are 2 warnings and 5 notes".
std::string unlisted_text(const Report& report) {
    std::array<std::uint64_t, 3> by_level{};
    for (const UnlistedFindings& unlisted : report.coverage.unlisted) {
        by_level.at(static_cast<std::size_t>(unlisted.level)) += unlisted.count;
    }
    static constexpr std::array<std::string_view, 3> kNames = {"error", "warning", "note"};
    std::vector<std::string> parts;
    std::uint64_t all = report.findings.size();
    for (std::size_t i = 0; i < kNames.size(); ++i) {
        all += by_level[i];
        if (by_level[i] > 0) {
            parts.push_back(counted(by_level[i], kNames[i]));
        }
    }
    return fmt::format("{} of {} findings are listed, the first in order; not listed are {}",
                       report.findings.size(), all, fmt::join(parts, " and "));
}

}  // namespace

std::string coverage_line(const Report& report) {
    const Coverage& all = report.coverage;
    std::string line;
    if (all.articles > 0) {
        line = fmt::format("compared story by story; shown {} with a finding",
                           report.articles.size() == 1
                               ? "is the 1 article"
                               : fmt::format("are the {} articles", report.articles.size()));
    }
    if (!all.unlisted.empty()) {
        line += fmt::format("{}{}", line.empty() ? "" : "; ", unlisted_text(report));
    }
    if (all.left_out > 0) {
        line += fmt::format("{}{} of popular facts or distant relation left out",
                            line.empty() ? "" : "; ", counted(all.left_out, "article"));
    }
    return line;
}

std::string quarantine_line(const ReportCounts& counts) {
    std::string blocks;
    if (counts.boilerplate_blocks > 0) {
        blocks = fmt::format("{} of boilerplate", counted(counts.boilerplate_blocks, "block"));
    }
    if (counts.foreign_blocks > 0) {
        blocks += fmt::format("{}{}", blocks.empty() ? "" : " and ",
                              counted(counts.foreign_blocks, "foreign-language block"));
    }
    if (blocks.empty()) {
        return "";
    }
    const std::uint64_t percent =
        counts.text_bytes == 0
            ? 0
            : (counts.quarantined_bytes * 100 + counts.text_bytes / 2) / counts.text_bytes;
    return fmt::format("{} ({} % of the text)", blocks, percent);
}

std::string source_name(const Article& article) {
    if (!article.source.empty()) {
        return article.source;
    }
    const std::string& path = article.path.empty() ? article.id : article.path;
    const std::size_t slash = path.find_last_of('/');
    const std::string name = slash == std::string::npos ? path : path.substr(slash + 1);
    if (name == "-") {
        return "standard input";
    }
    return name.empty() ? "unnamed article" : name;
}

std::string origin_name(const std::string& origin, const ReportLookup& lookup) {
    const Article* article = lookup.article(origin);
    if (article != nullptr) {
        return source_name(*article);
    }
    const std::string* name = lookup.name(origin);
    return name == nullptr ? origin : *name;
}

const std::string& title_of(const Finding& finding) {
    return finding.fact.empty() ? finding.rule : finding.fact;
}

std::vector<std::string> silent_sources(const Report& report) {
    std::set<std::string_view> heard;
    for (const auto* list : {&report.findings, &report.agreements}) {
        for (const Finding& finding : *list) {
            for (const Side& side : finding.sides) {
                heard.insert(side.articles.begin(), side.articles.end());
            }
        }
    }
    if (heard.empty()) {
        return {};  // nobody speaks, so nobody is silent
    }
    std::set<std::string> silent;
    std::set<std::string> speaking;
    for (const Article& article : report.articles) {
        (heard.contains(article.id) ? speaking : silent).insert(source_name(article));
    }
    std::vector<std::string> names;
    std::set_difference(silent.begin(), silent.end(), speaking.begin(), speaking.end(),
                        std::back_inserter(names));
    return names;
}

}  // namespace atodds
