#include "compare/hardening.hpp"

#include "base/hash.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cstddef>
#include <iterator>
#include <map>
#include <optional>
#include <unordered_map>
#include <utility>
#include <vector>

namespace atodds {
namespace {

using FactsById = std::unordered_map<std::string_view, const Fact*>;  // lookups only

/// Facts of one side that are looked at: the others say the same.
constexpr std::size_t kMostFacts = 16;

/// How firm a fact is among those of its finding; nothing where firmness is not what they differ
/// in.
std::optional<Decimal> firmness(const Fact& fact, Verdict verdict) {
    if (verdict == Verdict::Certainty) {
        return Decimal(static_cast<int>(Certainty::Hypothetical) -
                       static_cast<int>(fact.qualifiers.certainty));
    }
    const bool is_plain = fact.qualifiers.polarity == Polarity::Positive;
    const bool is_level = verdict == Verdict::Disagree && fact.value.type == ValueType::Level;
    return is_level && is_plain ? std::optional(fact.value.amount) : std::nullopt;
}

/// The firmest and the softest that one article says, with the facts that say so.
struct Range {
    const Fact* softest = nullptr;
    const Fact* firmest = nullptr;
    std::uint32_t soft_side = 0;
    std::uint32_t firm_side = 0;
    Decimal low;
    Decimal high;
};

struct Step {
    Range upstream;
    Range copy;
    const OriginEdge* edge = nullptr;
};

class Hardening {
  public:
    Hardening(const Report& report, const Origins& origins) : report_(report), origins_(origins) {
        for (const Fact& fact : report.facts) {
            facts_.emplace(fact.id, &fact);
        }
    }

    /// The first pair of articles of `finding`, in the order of ids, along which words got firmer.
    std::optional<Step> find(const Finding& finding) const {
        const std::map<std::string, Range> ranges = ranges_of(finding);
        for (const auto& [article, range] : ranges) {
            for (const auto& [upstream, other] : ranges) {
                const bool is_firmer = article != upstream && other.high < range.low &&
                                       clash(finding, other.firm_side, range.soft_side);
                const OriginEdge* edge =
                    is_firmer ? origins_.edge_between(article, upstream) : nullptr;
                if (edge != nullptr && is_on_edge(*edge, *range.softest)) {
                    return Step{other, range, edge};
                }
            }
        }
        return std::nullopt;
    }

    std::string told(const Step& step) const {
        return fmt::format("{} has it from {} ({}), and there the words are softer: {}",
                           source_of(step.edge->article), source_of(step.edge->upstream),
                           reason_in_words(*step.edge),
                           fmt::format("\"{}\" became \"{}\"", step.upstream.firmest->surface,
                                       step.copy.softest->surface));
    }

  private:
    std::map<std::string, Range> ranges_of(const Finding& finding) const {
        std::map<std::string, Range> ranges;
        for (std::uint32_t side = 0; side < finding.sides.size(); ++side) {
            std::size_t seen = 0;
            for (const std::string& id : finding.sides[side].facts) {
                const auto fact = facts_.find(id);
                const auto firm =
                    fact == facts_.end() ? std::nullopt : firmness(*fact->second, finding.verdict);
                if (firm && seen++ < kMostFacts) {
                    widen(ranges[fact->second->article], *fact->second, side, *firm);
                }
            }
        }
        return ranges;
    }

    static void widen(Range& range, const Fact& fact, std::uint32_t side, const Decimal& firm) {
        if (range.softest == nullptr || firm < range.low) {
            range.softest = &fact;
            range.soft_side = side;
            range.low = firm;
        }
        if (range.firmest == nullptr || range.high < firm) {
            range.firmest = &fact;
            range.firm_side = side;
            range.high = firm;
        }
    }

    static bool clash(const Finding& finding, std::uint32_t a, std::uint32_t b) {
        const std::pair<std::uint32_t, std::uint32_t> pair{std::min(a, b), std::max(a, b)};
        return std::ranges::find(finding.conflicts, pair) != finding.conflicts.end();
    }

    /// Where the edge speaks for a passage only, the fact has to stand in it, or say itself who it
    /// is from.
    bool is_on_edge(const OriginEdge& edge, const Fact& fact) const {
        const std::string& publisher = origins_.publisher_of(edge.upstream);
        const auto& sources = fact.qualifiers.sources;
        const bool is_credited = std::ranges::any_of(sources, [&](const SourceRef& source) {
            return !publisher.empty() && source.id == publisher;
        });
        return edge.reach == OriginReach::Article || is_credited ||
               fact.statement.overlaps(edge.span);
    }

    std::string source_of(const std::string& id) const {
        const auto article = std::ranges::find(report_.articles, id, &Article::id);
        const bool has_name = article != report_.articles.end() && !article->source.empty();
        return has_name ? article->source : id;
    }

    static std::string reason_in_words(const OriginEdge& edge) {
        if (edge.reason == OriginReason::Copy) {
            return fmt::format("{} % of its words are copied", edge.share_percent);
        }
        return edge.reach == OriginReach::Article ? "its credit line says so" : "it says so";
    }

    const Report& report_;
    const Origins& origins_;
    FactsById facts_;
};

Side side_of(const Finding& finding, std::uint32_t index, const Fact& fact) {
    Side side;
    side.value = finding.sides[index].value;
    side.facts = {fact.id};
    side.articles = {fact.article};
    side.origins = finding.sides[index].origins;
    return side;
}

bool has_others(const Finding& finding, const Step& step) {
    return std::ranges::any_of(finding.sides, [&](const Side& side) {
        return std::ranges::any_of(side.articles, [&](const std::string& id) {
            return id != step.edge->article && id != step.edge->upstream;
        });
    });
}

}  // namespace

void find_hardening(Report& report, const Origins& origins) {
    const Hardening hardening(report, origins);
    std::vector<Finding> added;
    for (Finding& finding : report.findings) {
        if (finding.kind != FindingKind::CrossArticle) {
            continue;
        }
        const std::optional<Step> step = hardening.find(finding);
        if (!step) {
            continue;
        }
        const TraceStep told{"hardening", hardening.told(*step), false};
        const auto is_origin_note = [](const TraceStep& line) { return line.step == "origins"; };
        if (!has_others(finding, *step)) {
            finding.kind = FindingKind::Hardening;
            std::erase_if(finding.trace, is_origin_note);
            finding.trace.push_back(told);
            continue;
        }
        Finding pair = finding;
        pair.kind = FindingKind::Hardening;
        pair.level = std::max(finding.level, Level::Warning);
        pair.sides = {side_of(finding, step->upstream.firm_side, *step->upstream.firmest),
                      side_of(finding, step->copy.soft_side, *step->copy.softest)};
        pair.conflicts = {{0, 1}};
        pair.id =
            hash_hex(finding.id + "|hardening|" + step->edge->upstream + "|" + step->edge->article)
                .substr(0, finding.id.size());
        std::erase_if(pair.trace, is_origin_note);
        pair.trace.push_back(told);
        added.push_back(std::move(pair));
    }
    std::ranges::move(added, std::back_inserter(report.findings));
}

}  // namespace atodds
