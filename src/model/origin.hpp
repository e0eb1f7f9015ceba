#pragma once
// Who an article has it from. Explicit credit and near-copied text give edges that point upstream,
// from the article that repeats to the one that said it first; the graph of a run answers which
// articles are independent of each other and which only repeat one report.

#include "base/date.hpp"
#include "base/span.hpp"

#include <cstdint>
#include <map>
#include <string>
#include <vector>

namespace atodds {

/// What tells where an article has it from; stronger is earlier.
enum class OriginReason : std::uint8_t {
    TailLine,     ///< "Source: based on a report by ...", "(Reporting by ...)"
    Byline,       ///< an agency or another outlet stands as author
    Dateline,     ///< "DUNMARROW (AP) -"
    FirstReport,  ///< "first reported by ...", "... broke the story"
    Report,       ///< "... reported", "according to ...", "a report in ..."
    Remark,       ///< "told ...": where a remark was made, which is no report of the whole
    Copy,         ///< the words themselves
};

/// How much of the article an edge speaks for.
enum class OriginReach : std::uint8_t {
    Article,  ///< all that has no other source
    Passage,  ///< the statements at the span
};

/// `article` has something from `outlet`, or from `upstream`, or both where it is known that the
/// outlet's report is that article. At least one of the two is filled.
struct OriginEdge {
    std::string article;   ///< Article::id of the one that repeats
    std::string outlet;    ///< id of who is credited: "financial-times", "~harbour wire"
    std::string upstream;  ///< Article::id of the one that is repeated
    OriginReason reason = OriginReason::Report;
    OriginReach reach = OriginReach::Passage;
    ByteSpan span;           ///< in `article`: the credit or the copied words; empty for a byline
    ByteSpan upstream_span;  ///< copies: where the words stand upstream
    std::uint32_t share_percent = 0;  ///< copies: how many of the words of `article`, 0 to 100
    /// False for copies of which nothing tells who had it first; then the order of ids decides.
    bool is_directed = true;
    DayInterval reported;  ///< credits: when that report appeared, where the words around say so

    friend bool operator==(const OriginEdge&, const OriginEdge&) = default;
};

/// The graph of one run.
struct OriginGraph {
    std::vector<OriginEdge> edges;  ///< sorted by article, then span, then upstream and outlet
    /// Article::id -> its origin, for facts that name no source of their own: an outlet's id, or
    /// the id of the article at the upper end of its chain, which is its own where nothing is
    /// credited. Two articles with the same origin are not independent.
    std::map<std::string, std::string> origin_of;

    friend bool operator==(const OriginGraph&, const OriginGraph&) = default;
};

}  // namespace atodds
