#include "report/source_chain.hpp"

#include "support/report_builder.hpp"

#include <doctest/doctest.h>

#include <string>
#include <vector>

namespace atodds {
namespace {

using test::ReportBuilder;

OriginEdge credit(const char* article, const char* outlet, OriginReason reason,
                  OriginReach reach = OriginReach::Article, const char* upstream = "") {
    OriginEdge edge;
    edge.article = article;
    edge.outlet = outlet;
    edge.upstream = upstream;
    edge.reason = reason;
    edge.reach = reach;
    return edge;
}

OriginEdge copy(const char* article, const char* upstream, std::uint32_t share, ByteSpan span = {},
                OriginReach reach = OriginReach::Article) {
    OriginEdge edge = credit(article, "", OriginReason::Copy, reach, upstream);
    edge.share_percent = share;
    edge.span = span;
    return edge;
}

OriginEdge undirected(OriginEdge edge) {
    edge.is_directed = false;
    return edge;
}

SourceRef source(const char* id, const char* institution = "") {
    SourceRef made;
    made.id = id;
    made.surface = id;
    made.institution = institution;
    return made;
}

/// The chain of a fact in article "a"; "w" and "x" are two more articles of the run.
std::string chain(const std::vector<OriginEdge>& edges, const std::vector<SourceRef>& sources) {
    ReportBuilder builder;
    builder.article({"a", "Evening Post", "2025-03-03", "", "The fire killed 14."})
        .article({"w", "Harbour Wire", "2025-03-02", "", "The fire killed 14."})
        .article({"x", "Lenne Gazette", "2025-03-01", "", "The fire killed 14."});
    builder.fact("a", "14");
    builder.last_fact().qualifiers.sources = sources;
    builder.report().origins.edges = edges;
    builder.report().names = {{"reuters", "Reuters"},
                              {"fire-office", "Fire Office"},
                              {"jane-roe", "Jane Roe"},
                              {"anonymous", "unnamed sources"}};
    const ReportLookup lookup(builder.report());
    return source_chain(builder.last_fact(), builder.report(), lookup);
}

TEST_CASE("the chain leads from the article over what it repeats to who said it") {
    struct Row {
        const char* name;
        std::vector<OriginEdge> edges;
        std::vector<SourceRef> sources;
        const char* chain;
    };

    const ByteSpan statement{0, 19};
    const ByteSpan elsewhere{400, 480};
    const Row rows[] = {
        {"its own voice", {}, {}, ""},
        {"a person", {}, {source("jane-roe")}, "Evening Post <- Jane Roe"},
        {"a person of a house",
         {},
         {source("jane-roe", "fire-office")},
         "Evening Post <- Jane Roe (Fire Office)"},
        {"a house that is the source itself",
         {},
         {source("fire-office", "fire-office")},
         "Evening Post <- Fire Office"},
        {"a stack",
         {},
         {source("reuters"), source("jane-roe", "fire-office")},
         "Evening Post <- Reuters <- Jane Roe (Fire Office)"},
        {"unnamed sources of an outlet",
         {},
         {source("reuters"), source("anonymous")},
         "Evening Post <- Reuters <- unnamed sources"},
        {"a tail line",
         {credit("a", "reuters", OriginReason::TailLine)},
         {},
         "Evening Post <- Reuters (credit line)"},
        {"a byline",
         {credit("a", "reuters", OriginReason::Byline)},
         {},
         "Evening Post <- Reuters (byline)"},
        {"a dateline",
         {credit("a", "reuters", OriginReason::Dateline)},
         {},
         "Evening Post <- Reuters (dateline)"},
        {"a tail line and its source",
         {credit("a", "reuters", OriginReason::TailLine)},
         {source("jane-roe")},
         "Evening Post <- Reuters (credit line) <- Jane Roe"},
        {"credit and stack name one outlet",
         {credit("a", "reuters", OriginReason::TailLine)},
         {source("reuters"), source("jane-roe")},
         "Evening Post <- Reuters (credit line) <- Jane Roe"},
        {"credit for another passage",
         {credit("a", "reuters", OriginReason::Report, OriginReach::Passage)},
         {},
         ""},
        {"credit of another article", {credit("w", "reuters", OriginReason::TailLine)}, {}, ""},
        {"a copy",
         {copy("a", "w", 83)},
         {},
         "Evening Post <- Harbour Wire (83 % of the words copied)"},
        {"a copy without dates",
         {undirected(copy("a", "w", 83))},
         {},
         "Evening Post <- Harbour Wire (83 % of the words copied, by whom is open)"},
        {"a copied passage with the statement",
         {copy("a", "w", 12, statement, OriginReach::Passage)},
         {},
         "Evening Post <- Harbour Wire (12 % of the words copied)"},
        {"a copied passage elsewhere",
         {copy("a", "w", 12, elsewhere, OriginReach::Passage)},
         {},
         ""},
        {"the credited report is in the run",
         {credit("a", "reuters", OriginReason::TailLine, OriginReach::Article, "w")},
         {},
         "Evening Post <- Harbour Wire (credit line)"},
        {"a copy of a copy",
         {copy("a", "w", 83), copy("w", "x", 90)},
         {},
         "Evening Post <- Harbour Wire (83 % of the words copied) <- Lenne Gazette (90 % of the "
         "words copied)"},
        {"a copy of what credits an outlet",
         {copy("a", "w", 83), credit("w", "reuters", OriginReason::TailLine)},
         {source("jane-roe")},
         "Evening Post <- Harbour Wire (83 % of the words copied) <- Reuters (credit line) <- Jane "
         "Roe"},
        {"a circle ends",
         {copy("a", "w", 83), copy("w", "a", 83)},
         {},
         "Evening Post <- Harbour Wire (83 % of the words copied)"},
    };
    for (const Row& row : rows) {
        SUBCASE(row.name) {
            CHECK(chain(row.edges, row.sources) == row.chain);
        }
    }
}

TEST_CASE("origins of a side are listed by name, reports of one publisher counted") {
    struct Row {
        const char* name;
        std::vector<std::string> origins;
        const char* listed;
    };

    const Row rows[] = {
        {"none", {}, ""},
        {"an outlet", {"reuters"}, "Reuters"},
        {"an article", {"a"}, "Evening Post"},
        {"an outlet and an article", {"reuters", "a"}, "Evening Post; Reuters"},
        {"two articles", {"w", "a"}, "Evening Post; Harbour Wire"},
        {"two reports of one publisher", {"w", "w2"}, "Harbour Wire (2 reports)"},
        {"three reports", {"w", "w2", "w3"}, "Harbour Wire (3 reports)"},
        {"two reports and another", {"w", "a", "w2"}, "Evening Post; Harbour Wire (2 reports)"},
        {"an outlet that only the run knows", {"~tarn quay sheet"}, "Tarn Quay Sheet"},
        {"any order",
         {"w2", "reuters", "w", "a"},
         "Evening Post; Harbour Wire (2 reports); Reuters"},
    };
    ReportBuilder builder;
    builder.article({"a", "Evening Post", "", "", "A fire."})
        .article({"w", "Harbour Wire", "", "", "A fire."})
        .article({"w2", "Harbour Wire", "", "", "A fire."})
        .article({"w3", "Harbour Wire", "", "", "A fire."});
    builder.report().names = {{"reuters", "Reuters"}, {"~tarn quay sheet", "Tarn Quay Sheet"}};
    const ReportLookup lookup(builder.report());
    for (const Row& row : rows) {
        SUBCASE(row.name) {
            Side side;
            side.origins = row.origins;
            CHECK(listed_origins(side, lookup) == row.listed);
        }
    }
}

}  // namespace
}  // namespace atodds
