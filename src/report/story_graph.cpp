#include "report/story_graph.hpp"

#include "compare/report_days.hpp"
#include "compare/value_relation.hpp"
#include "report/source_chain.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <numeric>
#include <string_view>
#include <tuple>
#include <unordered_map>
#include <utility>

namespace atodds {
namespace {

using Edges = std::vector<const OriginEdge*>;

/// Rounds in which rows follow their neighbours; more change little in graphs of this size.
constexpr int kRounds = 3;

/// Which articles are of one story.
class Stories {
  public:
    explicit Stories(const Report& report) {
        for (const auto* list : {&report.findings, &report.agreements}) {
            for (const Finding& finding : *list) {
                join(finding);
            }
        }
        for (const OriginEdge& edge : report.origins.edges) {
            const std::uint32_t own = number(edge.article);
            if (!edge.upstream.empty()) {
                join(own, number(edge.upstream));
            }
        }
    }

    std::uint32_t story_of(const std::string& article) { return root(number(article)); }

  private:
    void join(const Finding& finding) {
        const std::string* first = nullptr;
        for (const Side& side : finding.sides) {
            for (const std::string& article : side.articles) {
                first = first == nullptr ? &article : first;
                const std::pair pair{number(*first), number(article)};
                if (finding.tier == Tier::Declared || ++open_[pair] >= kOpenFindings) {
                    join(pair.first, pair.second);
                }
            }
        }
    }

    std::uint32_t number(const std::string& article) {
        const auto [found, is_new] =
            numbers_.emplace(article, static_cast<std::uint32_t>(parents_.size()));
        if (is_new) {
            parents_.push_back(found->second);
        }
        return found->second;
    }

    std::uint32_t root(std::uint32_t item) {
        while (parents_[item] != item) {
            parents_[item] = parents_[parents_[item]];
            item = parents_[item];
        }
        return item;
    }

    void join(std::uint32_t a, std::uint32_t b) {
        const std::uint32_t low = std::min(root(a), root(b));
        parents_[std::max(root(a), root(b))] = low;
    }

    /// The open tier takes one thing for another at times; what it finds twice is one story.
    static constexpr int kOpenFindings = 2;

    std::unordered_map<std::string, std::uint32_t> numbers_;  // lookups only
    std::map<std::pair<std::uint32_t, std::uint32_t>, int> open_;
    std::vector<std::uint32_t> parents_;
};

/// Builds the graph of one story.
class GraphBuilder {
  public:
    explicit GraphBuilder(const ReportLookup& lookup) : lookup_(lookup) {}

    StoryGraph build(const Edges& edges) {
        ReportDays reports;
        for (const OriginEdge* edge : edges) {
            reports.add(edge->outlet, edge->reported);
        }
        reports.settle();
        for (const OriginEdge* edge : edges) {
            add(*edge, reports.part_of(edge->outlet, edge->reported));
        }
        for (auto& [ends, link] : links_) {
            graph_.links.push_back(std::move(link));
        }
        place_columns();
        place_rows();
        sort_nodes();
        return std::move(graph_);
    }

  private:
    void add(const OriginEdge& edge, const DayInterval& days) {
        const std::uint32_t from = node_of_article(edge.article);
        const std::uint32_t to = edge.upstream.empty() ? node_of_outlet(edge.outlet, days)
                                                       : node_of_article(edge.upstream);
        if (from == to) {
            return;
        }
        const auto [found, is_new] = links_.try_emplace({from, to});
        StoryLink& link = found->second;
        const bool is_remark = edge.reason == OriginReason::Remark;
        link.from = from;
        link.to = to;
        link.reasons.insert(reason_in_words(edge));
        link.is_directed = is_new ? edge.is_directed : link.is_directed || edge.is_directed;
        link.is_remark = is_new ? is_remark : link.is_remark && is_remark;
    }

    std::uint32_t node_of(const std::string& id, StoryNode node) {
        const auto [found, is_new] =
            index_.emplace(id, static_cast<std::uint32_t>(graph_.nodes.size()));
        if (is_new) {
            graph_.nodes.push_back(std::move(node));
        }
        return found->second;
    }

    std::uint32_t node_of_article(const std::string& id) {
        const Article* article = lookup_.article(id);
        const bool has_day = article != nullptr && article->published;
        return node_of("article " + id,
                       {article == nullptr ? id : source_name(*article),
                        has_day ? to_display(one_day(*article->published)) : "no date", true});
    }

    std::uint32_t node_of_outlet(const std::string& outlet, const DayInterval& days) {
        return node_of("outlet " + report_id(outlet, days),
                       {origin_name(outlet, lookup_),
                        days.is_unbounded() ? "not among the articles"
                                            : fmt::format("report of {}", to_display(days)),
                        false});
    }

    std::vector<std::vector<std::uint32_t>> links_from() const {
        std::vector<std::vector<std::uint32_t>> upstream(graph_.nodes.size());
        for (const StoryLink& link : graph_.links) {
            upstream[link.from].push_back(link.to);
        }
        return upstream;
    }

    /// A node stands one column right of all it has something from. Links that close a circle are
    /// left out of account; the walk keeps a stack of its own, since chains may be long.
    void place_columns() {
        enum class Mark : std::uint8_t { New, Open, Done };
        const auto upstream = links_from();
        std::vector<Mark> marks(graph_.nodes.size(), Mark::New);
        for (std::uint32_t start = 0; start < graph_.nodes.size(); ++start) {
            std::vector<std::pair<std::uint32_t, std::size_t>> walk;
            if (marks[start] == Mark::New) {
                marks[start] = Mark::Open;
                walk.emplace_back(start, 0);
            }
            while (!walk.empty()) {
                const std::uint32_t node = walk.back().first;
                std::uint32_t& column = graph_.nodes[node].column;
                if (walk.back().second == upstream[node].size()) {
                    marks[node] = Mark::Done;
                    walk.pop_back();
                    continue;
                }
                const std::uint32_t next = upstream[node][walk.back().second];
                if (marks[next] == Mark::New) {
                    marks[next] = Mark::Open;
                    walk.emplace_back(next, 0);
                    continue;
                }
                if (marks[next] == Mark::Done) {
                    column = std::max(column, graph_.nodes[next].column + 1);
                }
                ++walk.back().second;
            }
        }
    }

    /// Nodes of one column by the middle of their neighbours, so that few links cross.
    void place_rows() {
        std::map<std::uint32_t, std::vector<std::uint32_t>> columns;
        for (std::uint32_t i = 0; i < graph_.nodes.size(); ++i) {
            columns[graph_.nodes[i].column].push_back(i);
        }
        std::vector<std::vector<std::uint32_t>> neighbours(graph_.nodes.size());
        for (const StoryLink& link : graph_.links) {
            neighbours[link.from].push_back(link.to);
            neighbours[link.to].push_back(link.from);
        }
        for (int round = 0; round <= kRounds; ++round) {
            for (auto& [column, members] : columns) {
                sort_column(members, neighbours, round > 0);
            }
        }
        graph_.columns = static_cast<std::uint32_t>(columns.size());
        for (const auto& [column, members] : columns) {
            graph_.rows = std::max(graph_.rows, static_cast<std::uint32_t>(members.size()));
        }
    }

    void sort_column(std::vector<std::uint32_t>& members,
                     const std::vector<std::vector<std::uint32_t>>& neighbours, const bool follow) {
        std::vector<std::pair<double, std::uint32_t>> keys;
        for (const std::uint32_t node : members) {
            double sum = 0;
            for (const std::uint32_t other : neighbours[node]) {
                sum += graph_.nodes[other].row;
            }
            const auto count = static_cast<double>(neighbours[node].size());
            keys.emplace_back(follow && count > 0 ? sum / count : 0.0, node);
        }
        std::ranges::sort(keys, [this](const auto& a, const auto& b) {
            const auto text = [this](std::uint32_t node) {
                return std::tie(graph_.nodes[node].name, graph_.nodes[node].detail);
            };
            return std::tuple(a.first, text(a.second), a.second) <
                   std::tuple(b.first, text(b.second), b.second);
        });
        for (std::uint32_t row = 0; row < keys.size(); ++row) {
            members[row] = keys[row].second;
            graph_.nodes[keys[row].second].row = row;
        }
    }

    void sort_nodes() {
        std::vector<std::uint32_t> order(graph_.nodes.size());
        std::iota(order.begin(), order.end(), 0U);
        std::ranges::sort(order, {}, [this](std::uint32_t i) {
            return std::pair(graph_.nodes[i].column, graph_.nodes[i].row);
        });
        std::vector<StoryNode> nodes;
        std::vector<std::uint32_t> place(order.size());
        for (std::uint32_t i = 0; i < order.size(); ++i) {
            place[order[i]] = i;
            nodes.push_back(std::move(graph_.nodes[order[i]]));
        }
        graph_.nodes = std::move(nodes);
        for (StoryLink& link : graph_.links) {
            link.from = place[link.from];
            link.to = place[link.to];
        }
        std::ranges::sort(graph_.links, {},
                          [](const StoryLink& link) { return std::pair(link.from, link.to); });
    }

    const ReportLookup& lookup_;
    StoryGraph graph_;
    std::map<std::string, std::uint32_t> index_;
    std::map<std::pair<std::uint32_t, std::uint32_t>, StoryLink> links_;
};

}  // namespace

std::vector<StoryGraph> story_graphs(const Report& report, const ReportLookup& lookup) {
    Stories stories(report);
    std::map<std::uint32_t, Edges> by_story;
    for (const OriginEdge& edge : report.origins.edges) {
        by_story[stories.story_of(edge.article)].push_back(&edge);
    }
    std::vector<StoryGraph> graphs;
    for (const auto& [story, edges] : by_story) {
        graphs.push_back(GraphBuilder(lookup).build(edges));
    }
    std::ranges::stable_sort(graphs, [](const StoryGraph& a, const StoryGraph& b) {
        return a.links.size() > b.links.size();
    });
    std::erase_if(graphs, [](const StoryGraph& graph) { return graph.links.empty(); });
    return graphs;
}

}  // namespace atodds
