#include "report/source_chain.hpp"

#include "report/finding_words.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <set>
#include <utility>
#include <vector>

namespace atodds {
namespace {

/// Links of a chain at most: credit that runs in a circle ends here.
constexpr std::size_t kMostLinks = 8;

std::string name_of_upstream(const OriginEdge& edge, const ReportLookup& lookup) {
    const Article* article = lookup.article(edge.upstream);
    return article != nullptr ? source_name(*article) : origin_name(edge.outlet, lookup);
}

/// The edge that says where `article` has the words at `statement` from: a copied passage around
/// them, else what speaks for the whole article. Null where nothing does.
const OriginEdge* edge_for(const Report& report, const std::string& article, ByteSpan statement) {
    const OriginEdge* best = nullptr;
    for (const OriginEdge& edge : report.origins.edges) {
        const bool is_passage = edge.reason == OriginReason::Copy && edge.span.overlaps(statement);
        const bool is_whole = edge.reach == OriginReach::Article;
        const bool speaks = edge.article == article && (is_passage || is_whole);
        const bool is_nearer = best == nullptr || (is_passage && edge.is_directed) ||
                               (edge.is_directed && !best->is_directed);
        best = speaks && is_nearer ? &edge : best;
    }
    return best;
}

std::string institution_of(const SourceRef& source, const ReportLookup& lookup) {
    if (source.institution.empty() || source.institution == source.id) {
        return "";
    }
    return fmt::format(" ({})", origin_name(source.institution, lookup));
}

}  // namespace

std::string reason_in_words(const OriginEdge& edge) {
    switch (edge.reason) {
        case OriginReason::TailLine:
            return "credit line";
        case OriginReason::Byline:
            return "byline";
        case OriginReason::Dateline:
            return "dateline";
        case OriginReason::FirstReport:
            return "named as the first to report";
        case OriginReason::Report:
            return "its report is credited";
        case OriginReason::Remark:
            return "remark made there";
        case OriginReason::Copy:
            return fmt::format("{} % of the words copied{}", edge.share_percent,
                               edge.is_directed ? "" : ", by whom is open");
    }
    return "";
}

std::string source_chain(const Fact& fact, const Report& report, const ReportLookup& lookup) {
    const Article* article = lookup.article(fact.article);
    std::vector<std::string> links = {article == nullptr ? fact.article : source_name(*article)};
    std::set<std::string> seen = {links.front()};
    std::string at = fact.article;
    ByteSpan statement = fact.statement;
    while (links.size() < kMostLinks) {
        const OriginEdge* edge = edge_for(report, at, statement);
        if (edge == nullptr) {
            break;
        }
        std::string name = name_of_upstream(*edge, lookup);
        if (!seen.insert(name).second) {
            break;
        }
        links.push_back(fmt::format("{} ({})", name, reason_in_words(*edge)));
        at = edge->upstream;
        statement = edge->upstream_span;
    }
    for (const SourceRef& source : fact.qualifiers.sources) {
        std::string name = name_of_source(source, article, lookup);
        if (seen.insert(name).second) {
            links.push_back(name + institution_of(source, lookup));
        }
    }
    return links.size() < 2 ? "" : fmt::format("{}", fmt::join(links, " <- "));
}

std::string listed_origins(const Side& side, const ReportLookup& lookup) {
    std::vector<std::pair<std::string, std::size_t>> names;
    for (const std::string& origin : side.origins) {
        std::string name = origin_name(origin, lookup);
        const auto known =
            std::ranges::find(names, name, &std::pair<std::string, std::size_t>::first);
        if (known == names.end()) {
            names.emplace_back(std::move(name), 1);
        } else {
            ++known->second;
        }
    }
    std::ranges::sort(names);
    std::string text;
    for (const auto& [name, count] : names) {
        text += fmt::format("{}{}{}", text.empty() ? "" : "; ", name,
                            count == 1 ? "" : fmt::format(" ({} reports)", count));
    }
    return text;
}

}  // namespace atodds
