#pragma once
// The origins graph of one story, laid out in columns for a drawing: who said it first stands left,
// who has it from there to the right. A story is what findings, agreements and copied text hold
// together; an outlet that two stories credit stands in each of them.

#include "report/report_facts.hpp"

#include <cstdint>
#include <map>
#include <set>
#include <string>
#include <vector>

namespace atodds {

struct StoryNode {
    std::string name;    ///< publisher or outlet
    std::string detail;  ///< "4 March 2025", "not among the articles"
    bool is_article = true;
    std::uint32_t column = 0;  ///< 0 is furthest upstream
    std::uint32_t row = 0;     ///< from 0, each place taken once
};

/// `from` repeats `to`.
struct StoryLink {
    std::uint32_t from = 0;  ///< index into StoryGraph::nodes
    std::uint32_t to = 0;
    std::set<std::string> reasons;  ///< "credit line", "83 % of the words copied"
    bool is_directed = true;        ///< false: nothing tells who had it first
    bool is_remark = false;         ///< nothing but remarks were made there
};

struct StoryGraph {
    std::vector<StoryNode> nodes;  ///< sorted by column, then row
    std::vector<StoryLink> links;  ///< sorted by from, then to
    std::uint32_t columns = 0;
    std::uint32_t rows = 0;  ///< of the fullest column
};

/// One graph for each story in which anybody credits or copies anybody, those with most links
/// first. Same report, same graphs. Cost: findings and edges, but for sorting.
std::vector<StoryGraph> story_graphs(const Report& report, const ReportLookup& lookup);

}  // namespace atodds
