#pragma once
// The origins graph of a run: credits and shared text become edges, edges become one origin for
// each article, and each fact is given the origin that its words, its passage or its article name.

#include "compare/copy_finder.hpp"
#include "extract/credit_reader.hpp"
#include "model/article.hpp"
#include "model/fact.hpp"
#include "model/origin.hpp"

#include <cstdint>
#include <functional>
#include <map>
#include <optional>
#include <set>
#include <span>
#include <string>
#include <utility>
#include <vector>

namespace atodds {

/// Where one fact comes from.
struct FactOrigin {
    std::string id;  ///< an outlet, or an article of the run
    /// True where neither the fact nor its passage has a source: its article credits one single
    /// outlet, or copies another article, elsewhere in the text, and so is counted with it.
    bool is_presumed = false;
    /// Of an outlet: when the report appeared that it comes from; unbounded where nothing tells.
    DayInterval reported{};
};

class Origins {
  public:
    /// `credits` and `sketches` are those of `articles`, in their order. Linear in them but for
    /// sorting.
    Origins(std::span<const Article> articles, std::vector<ArticleCredits> credits,
            std::span<const Sketch> sketches);

    /// What articles that speak of one fact tell: where one of them credits the publisher of
    /// another, that article is the report it means. Call for every finding and agreement, then
    /// fill_reports().
    void link_reports(const std::set<std::string>& present);

    /// Puts what is known of reports into the edges.
    void fill_reports();

    const OriginGraph& graph() const { return graph_; }

    /// The origin of a fact among those of one finding: `present` are the articles in it.
    FactOrigin origin_of(const Fact& fact, const std::set<std::string>& present,
                         const std::function<bool(const std::string&)>& is_outlet) const;

    /// The edge by which `article` has something from `upstream`, an article; null where none.
    const OriginEdge* edge_between(const std::string& article, const std::string& upstream) const;

    /// The edge that says that `article` shares text with `upstream`, directed or not; null where
    /// none.
    const OriginEdge* copy_between(const std::string& article, const std::string& upstream) const;

    /// True where one fact stands in words copied from the other's article, and the other stands in
    /// those words at another place: then they are two facts of one text.
    bool stand_apart(const Fact& left, const Fact& right) const;

    /// Outlet id of the publisher of an article; empty if not known.
    const std::string& publisher_of(const std::string& article) const;

    /// What an article credits; no credits for unknown ids.
    const ArticleCredits& credits_of(const std::string& article) const;

  private:
    struct Passage {
        ByteSpan span;
        ByteSpan upstream_span;
        std::uint32_t upstream = 0;  ///< index of an article
    };

    struct Node {
        std::string id;
        ArticleCredits credits;
        std::optional<Day> published;
        std::vector<Passage> passages;       ///< copied, in text order
        std::vector<std::uint32_t> copy_of;  ///< articles this one copies as a whole
        std::string origin;
    };

    /// An outlet and the days in which its report appeared.
    struct Credited {
        std::string outlet;
        DayInterval days;
    };

    const OriginEdge* first_edge(const std::string& article, const std::string& upstream,
                                 const std::function<bool(const OriginEdge&)>& fits) const;
    void add_credit_edges(const Node& node);
    void add_copies(std::span<const Article> articles, const std::vector<SharedText>& shared);
    void add_copy(std::span<const Article> articles, const SharedText& pair);
    void settle_origins();
    std::string origin_of_group(const std::vector<std::uint32_t>& members) const;
    bool may_be(std::uint32_t article, const DayInterval& reported) const;
    std::string report_behind(const Credited& credited, std::uint32_t article) const;
    std::optional<std::uint32_t> report_among(const Credited& credited, std::uint32_t article,
                                              const std::set<std::string>& present) const;
    FactOrigin outlet_origin(Credited credited, std::uint32_t article,
                             const std::set<std::string>& present) const;

    std::vector<Node> nodes_;
    std::map<std::string, std::uint32_t, std::less<>> index_;
    std::map<std::string, std::vector<std::uint32_t>> by_publisher_;
    /// (article, outlet it credits with the days of its report) -> the article that is meant.
    std::map<std::pair<std::uint32_t, std::string>, std::uint32_t> reports_;
    OriginGraph graph_;
};

}  // namespace atodds
