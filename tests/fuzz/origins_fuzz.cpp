// Any text, cut in two, as two articles: their credits and shared words lie inside them, the graph
// gives each an origin, and doing it again gives the same.

#include "base/assert.hpp"
#include "base/utf8.hpp"
#include "compare/origins.hpp"
#include "extract/credit_reader.hpp"
#include "extract/entity_finder.hpp"
#include "ruleset/ruleset.hpp"

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace {

const atodds::EntityFinder& entities() {
    static const atodds::EntityFinder finder = [] {
        atodds::Diagnostics diagnostics;
        return atodds::EntityFinder(
            atodds::load_rules(ATODDS_SOURCE_DIR "/rules", diagnostics).entities);
    }();
    return finder;
}

atodds::Article article(std::string id, std::string_view text) {
    atodds::Article made;
    made.id = std::move(id);
    made.text = text;
    made.reading = text;
    made.source = text.substr(0, text.find('\n')).substr(0, 40);
    if (atodds::find_bad_utf8(made.source)) {
        made.source.clear();
    }
    made.blocks = {{atodds::BlockKind::Body, {0, static_cast<std::uint32_t>(text.size())}, ""}};
    return made;
}

atodds::OriginGraph graph_of(const std::vector<atodds::Article>& articles) {
    const atodds::CreditReader reader(entities(), articles);
    std::vector<atodds::ArticleCredits> credits;
    std::vector<atodds::Sketch> sketches;
    for (const atodds::Article& each : articles) {
        credits.push_back(reader.read(each));
        sketches.push_back(atodds::sketch_of(each));
        for (const atodds::Credit& credit : credits.back().credits) {
            ATODDS_ASSERT(credit.span.end <= each.text.size(), "a credit stands in its article");
        }
    }
    return atodds::Origins(articles, std::move(credits), sketches).graph();
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string_view text(reinterpret_cast<const char*>(data), size);
    if (atodds::find_bad_utf8(text)) {
        return 0;
    }
    const std::string_view half = text.substr(0, text.find('\x01'));
    const std::vector<atodds::Article> articles = {article("a", half), article("b", text)};
    const atodds::OriginGraph graph = graph_of(articles);
    for (const atodds::OriginEdge& edge : graph.edges) {
        const std::size_t end = articles[edge.article == "a" ? 0 : 1].text.size();
        ATODDS_ASSERT(edge.span.end <= end, "an edge is proved inside its article");
        ATODDS_ASSERT(edge.share_percent <= 100, "a share is no more than all");
    }
    ATODDS_ASSERT(graph.origin_of.size() == 2, "each article has one origin");
    ATODDS_ASSERT(graph == graph_of(articles), "the same articles give the same graph");
    return 0;
}
