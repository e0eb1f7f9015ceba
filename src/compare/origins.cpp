#include "compare/origins.hpp"

#include "compare/report_days.hpp"

#include <algorithm>
#include <cstddef>
#include <iterator>
#include <numeric>
#include <optional>
#include <tuple>
#include <utility>

namespace atodds {
namespace {

/// From here on an article is a copy as a whole: what was changed in it has no other source. Half
/// lets an outlet add some paragraphs of its own, and quotations keep runs apart. Chosen on copies
/// made of news with a tenth of the words changed.
constexpr std::uint32_t kWholeCopyPercent = 50;

/// The outlet that an article names as its source as a whole; nothing where it names none or
/// several.
std::optional<std::string> whole_credit(const ArticleCredits& credits) {
    std::set<std::string> outlets;
    for (const Credit& credit : credits.credits) {
        if (credit.reach == OriginReach::Article) {
            outlets.insert(credit.outlet);
        }
    }
    return outlets.size() == 1 ? std::optional(*outlets.begin()) : std::nullopt;
}

/// The only outlet that an article without reporting of its own credits with reports.
std::optional<std::string> sole_report(const ArticleCredits& credits) {
    std::set<std::string> outlets;
    for (const Credit& credit : credits.credits) {
        if (credit.reason != OriginReason::Remark) {
            outlets.insert(credit.outlet);
        }
    }
    return outlets.size() == 1 && !credits.has_own_reporting ? std::optional(*outlets.begin())
                                                             : std::nullopt;
}

bool credits_outlet(const ArticleCredits& credits, const std::string& outlet) {
    return !outlet.empty() && std::ranges::any_of(credits.credits, [&](const Credit& credit) {
        return credit.outlet == outlet;
    });
}

/// When the report of `outlet` appeared that the article has; unbounded where it does not say, or
/// has several.
DayInterval days_of(const ArticleCredits& credits, const std::string& outlet) {
    DayInterval days;
    for (const Credit& credit : credits.credits) {
        if (credit.outlet != outlet || credit.days.is_unbounded()) {
            continue;
        }
        if (!days.is_unbounded() && is_disjoint(days, credit.days)) {
            return {};
        }
        days = days.is_unbounded() ? credit.days : days;
    }
    return days;
}

/// The same for what stands in one statement, which may be credited elsewhere in the article.
DayInterval days_in(const ArticleCredits& credits, const std::string& outlet, ByteSpan statement) {
    for (const Credit& credit : credits.credits) {
        if (credit.outlet == outlet && credit.statement.overlaps(statement)) {
            return credit.days;
        }
    }
    return days_of(credits, outlet);
}

/// Which of two articles that share text had it first.
struct Direction {
    bool left_is_upstream = true;
    bool is_known = true;
};

Direction direction_of(const Article& left, const ArticleCredits& left_credits,
                       const Article& right, const ArticleCredits& right_credits) {
    const bool left_is_credited = credits_outlet(right_credits, left_credits.publisher);
    const bool right_is_credited = credits_outlet(left_credits, right_credits.publisher);
    if (left_is_credited != right_is_credited) {
        return {left_is_credited, true};
    }
    const bool has_dates = left.published && right.published;
    if (has_dates && *left.published != *right.published) {
        return {*left.published < *right.published, true};
    }
    return {left.id < right.id, false};
}

std::uint32_t root_of(std::vector<std::uint32_t>& parents, std::uint32_t item) {
    while (parents[item] != item) {
        parents[item] = parents[parents[item]];
        item = parents[item];
    }
    return item;
}

const ArticleCredits kNoCredits;

}  // namespace

Origins::Origins(std::span<const Article> articles, std::vector<ArticleCredits> credits,
                 std::span<const Sketch> sketches) {
    for (std::uint32_t i = 0; i < articles.size(); ++i) {
        Node node;
        node.id = articles[i].id;
        node.credits = std::move(credits[i]);
        node.published = articles[i].published;
        index_.emplace(node.id, i);
        if (!node.credits.publisher.empty()) {
            by_publisher_[node.credits.publisher].push_back(i);
        }
        nodes_.push_back(std::move(node));
    }
    add_copies(articles, find_shared_text(sketches));
    for (const Node& node : nodes_) {
        add_credit_edges(node);
    }
    settle_origins();
    for (const Node& node : nodes_) {
        graph_.origin_of.emplace(node.id, node.origin);
    }
    std::ranges::sort(graph_.edges, [](const OriginEdge& a, const OriginEdge& b) {
        return std::tie(a.article, a.span, a.upstream, a.outlet, a.reason) <
               std::tie(b.article, b.span, b.upstream, b.outlet, b.reason);
    });
}

void Origins::add_copies(std::span<const Article> articles, const std::vector<SharedText>& shared) {
    for (const SharedText& pair : shared) {
        add_copy(articles, pair);
    }
    for (Node& node : nodes_) {
        std::ranges::sort(node.passages, [this](const Passage& a, const Passage& b) {
            return std::tie(a.span, nodes_[a.upstream].id) <
                   std::tie(b.span, nodes_[b.upstream].id);
        });
    }
}

void Origins::add_copy(std::span<const Article> articles, const SharedText& pair) {
    const Direction direction = direction_of(articles[pair.left], nodes_[pair.left].credits,
                                             articles[pair.right], nodes_[pair.right].credits);
    const std::uint32_t upstream = direction.left_is_upstream ? pair.left : pair.right;
    const std::uint32_t copy = direction.left_is_upstream ? pair.right : pair.left;
    const std::uint32_t percent =
        direction.left_is_upstream ? pair.right_percent : pair.left_percent;
    const bool is_whole = percent >= kWholeCopyPercent;
    for (const SharedRun& run : pair.runs) {
        const ByteSpan own = direction.left_is_upstream ? run.right : run.left;
        const ByteSpan source = direction.left_is_upstream ? run.left : run.right;
        nodes_[copy].passages.push_back({own, source, upstream});
    }
    if (is_whole) {
        nodes_[copy].copy_of.push_back(upstream);
    }
    // One edge a pair: its span is the longest of the shared runs.
    const SharedRun& longest = *std::ranges::max_element(pair.runs, {}, &SharedRun::left_words);
    OriginEdge edge;
    edge.article = nodes_[copy].id;
    edge.upstream = nodes_[upstream].id;
    edge.reason = OriginReason::Copy;
    edge.reach = is_whole ? OriginReach::Article : OriginReach::Passage;
    edge.span = direction.left_is_upstream ? longest.right : longest.left;
    edge.upstream_span = direction.left_is_upstream ? longest.left : longest.right;
    edge.share_percent = percent;
    edge.is_directed = direction.is_known;
    graph_.edges.push_back(std::move(edge));
}

void Origins::add_credit_edges(const Node& node) {
    for (const Credit& credit : node.credits.credits) {
        OriginEdge edge;
        edge.article = node.id;
        edge.outlet = credit.outlet;
        edge.reason = credit.reason;
        edge.reach = credit.reach;
        edge.span = credit.span;
        edge.reported = credit.days;
        graph_.edges.push_back(std::move(edge));
    }
}

/// Whether the article can be a report that appeared in `reported`. One day more on each side is
/// left for editions and time zones.
bool Origins::may_be(std::uint32_t article, const DayInterval& reported) const {
    constexpr std::chrono::days kDay{1};
    const std::optional<Day>& day = nodes_[article].published;
    return !day || !is_disjoint({*day - kDay, *day + 2 * kDay}, reported);
}

/// The article of the run that is known to be the report of the outlet that `article` has. Empty
/// where none is.
std::string Origins::report_behind(const Credited& credited, std::uint32_t article) const {
    for (const Passage& passage : nodes_[article].passages) {
        const bool is_by = nodes_[passage.upstream].credits.publisher == credited.outlet;
        if (is_by && may_be(passage.upstream, credited.days)) {
            return nodes_[passage.upstream].id;
        }
    }
    const auto linked = reports_.find({article, report_id(credited.outlet, credited.days)});
    return linked == reports_.end() ? "" : nodes_[linked->second].id;
}

void Origins::link_reports(const std::set<std::string>& present) {
    for (const std::string& id : present) {
        const auto own = index_.find(id);
        if (own == index_.end()) {
            continue;
        }
        for (const Credit& credit : nodes_[own->second].credits.credits) {
            const auto report = report_among({credit.outlet, credit.days}, own->second, present);
            if (report) {
                reports_.emplace(std::pair(own->second, report_id(credit.outlet, credit.days)),
                                 *report);
            }
        }
    }
}

/// The article by the outlet among `present` that can be the report: of several the last that is
/// not younger than `article`. Cost: the fewer of those present and those that the outlet
/// published.
std::optional<std::uint32_t> Origins::report_among(const Credited& credited, std::uint32_t article,
                                                   const std::set<std::string>& present) const {
    const auto published = by_publisher_.find(credited.outlet);
    if (published == by_publisher_.end()) {
        return std::nullopt;
    }
    std::vector<std::uint32_t> candidates;
    if (published->second.size() <= present.size()) {
        std::ranges::copy_if(published->second, std::back_inserter(candidates),
                             [&](std::uint32_t each) { return present.contains(nodes_[each].id); });
    } else {
        for (const std::string& id : present) {
            const auto found = index_.find(id);
            if (found != index_.end() &&
                nodes_[found->second].credits.publisher == credited.outlet) {
                candidates.push_back(found->second);
            }
        }
        std::ranges::sort(candidates);
    }
    const std::optional<Day>& own_day = nodes_[article].published;
    std::optional<std::uint32_t> best;
    for (const std::uint32_t candidate : candidates) {
        const std::optional<Day>& day = nodes_[candidate].published;
        const bool is_younger = own_day && day && *day > *own_day;
        if (candidate != article && !is_younger && may_be(candidate, credited.days) &&
            (!best || nodes_[*best].published < day)) {
            best = candidate;
        }
    }
    return best;
}

void Origins::fill_reports() {
    for (OriginEdge& edge : graph_.edges) {
        if (edge.upstream.empty()) {
            edge.upstream =
                report_behind({edge.outlet, edge.reported}, index_.find(edge.article)->second);
        }
    }
}

/// Articles that are copies of each other have one origin: the outlet that one of them credits as a
/// whole, else the article that copies no other.
std::string Origins::origin_of_group(const std::vector<std::uint32_t>& members) const {
    std::map<std::string, std::size_t> credited;
    for (const std::uint32_t member : members) {
        if (const auto outlet = whole_credit(nodes_[member].credits)) {
            ++credited[*outlet];
        }
    }
    const std::string* most = nullptr;
    for (const auto& [outlet, count] : credited) {
        most = most == nullptr || count > credited.at(*most) ? &outlet : most;
    }
    const auto publishes = [&](const std::string& outlet) {
        return std::ranges::find_if(members, [&](std::uint32_t member) {
            return nodes_[member].credits.publisher == outlet;
        });
    };
    if (most != nullptr) {
        const auto author = publishes(*most);
        return author == members.end() ? *most : nodes_[*author].id;
    }
    const auto first = std::ranges::find_if(
        members, [&](std::uint32_t member) { return nodes_[member].copy_of.empty(); });
    if (members.size() == 1) {
        const auto outlet = sole_report(nodes_[members.front()].credits);
        return outlet ? *outlet : nodes_[members.front()].id;
    }
    return nodes_[first == members.end() ? members.front() : *first].id;
}

void Origins::settle_origins() {
    std::vector<std::uint32_t> parents(nodes_.size());
    std::iota(parents.begin(), parents.end(), 0U);
    for (std::uint32_t i = 0; i < nodes_.size(); ++i) {
        for (const std::uint32_t upstream : nodes_[i].copy_of) {
            const std::uint32_t a = root_of(parents, i);
            const std::uint32_t b = root_of(parents, upstream);
            parents[std::max(a, b)] = std::min(a, b);
        }
    }
    std::map<std::uint32_t, std::vector<std::uint32_t>> groups;
    for (std::uint32_t i = 0; i < nodes_.size(); ++i) {
        groups[root_of(parents, i)].push_back(i);
    }
    for (const auto& [root, members] : groups) {
        const std::string origin = origin_of_group(members);
        for (const std::uint32_t member : members) {
            nodes_[member].origin = origin;
        }
    }
}

/// What an outlet stands for in a finding: the origin of its own article where one of `present` is
/// that report, which may have it from another in turn; else the outlet, with the days of the
/// report.
FactOrigin Origins::outlet_origin(Credited credited, std::uint32_t article,
                                  const std::set<std::string>& present) const {
    constexpr int kMostLinks = 8;  // credit that runs in a circle ends here
    for (int link = 0; link < kMostLinks; ++link) {
        std::string report = report_behind(credited, article);
        if (report.empty() || !present.contains(report)) {
            const auto other = report_among(credited, article, present);
            report = other ? nodes_[*other].id : "";
        }
        if (report.empty()) {
            break;
        }
        const std::uint32_t upstream = index_.find(report)->second;
        const std::string& origin = nodes_[upstream].origin;
        if (origin == nodes_[article].id) {
            return {report};
        }
        if (index_.contains(origin)) {
            return {origin};
        }
        credited = {origin, days_of(nodes_[upstream].credits, origin)};
        article = upstream;
    }
    return {credited.outlet, false, credited.days};
}

FactOrigin Origins::origin_of(const Fact& fact, const std::set<std::string>& present,
                              const std::function<bool(const std::string&)>& is_outlet) const {
    const auto found = index_.find(fact.article);
    if (found == index_.end()) {
        return {fact.article};
    }
    const Node& node = nodes_[found->second];
    const auto settled = [&](const Node& teller) {
        const Credited credited{teller.origin, days_of(teller.credits, teller.origin)};
        return index_.contains(teller.origin) ? FactOrigin{teller.origin}
                                              : outlet_origin(credited, found->second, present);
    };
    const auto& sources = fact.qualifiers.sources;
    for (auto source = sources.rbegin(); source != sources.rend(); ++source) {
        const bool is_own = source->id == node.credits.publisher;
        if (!is_own && !node.credits.people.contains(source->id) && is_outlet(source->id)) {
            const DayInterval days = days_in(node.credits, source->id, fact.statement);
            return outlet_origin({source->id, days}, found->second, present);
        }
    }
    for (const Passage& passage : node.passages) {
        const std::uint32_t begin = std::max(passage.span.begin, fact.statement.begin);
        const std::uint32_t end = std::min(passage.span.end, fact.statement.end);
        if (begin < end && (end - begin) * 2 >= fact.statement.size()) {
            return settled(nodes_[passage.upstream]);
        }
    }
    const bool is_own = node.origin == node.id;
    const bool is_stated = is_own || whole_credit(node.credits);
    FactOrigin origin = settled(node);
    origin.is_presumed = !is_stated;
    return origin;
}

const OriginEdge* Origins::edge_between(const std::string& article,
                                        const std::string& upstream) const {
    return first_edge(article, upstream, [](const OriginEdge& edge) {
        return edge.is_directed && edge.reason != OriginReason::Remark;
    });
}

const OriginEdge* Origins::copy_between(const std::string& article,
                                        const std::string& upstream) const {
    return first_edge(article, upstream,
                      [](const OriginEdge& edge) { return edge.reason == OriginReason::Copy; });
}

const OriginEdge* Origins::first_edge(const std::string& article, const std::string& upstream,
                                      const std::function<bool(const OriginEdge&)>& fits) const {
    const auto first = std::ranges::lower_bound(graph_.edges, article, {}, &OriginEdge::article);
    for (auto edge = first; edge != graph_.edges.end() && edge->article == article; ++edge) {
        if (edge->upstream == upstream && fits(*edge)) {
            return &*edge;
        }
    }
    return nullptr;
}

bool Origins::stand_apart(const Fact& left, const Fact& right) const {
    // Bytes that words added or left out may move a place, besides a tenth of the passage. Guessed.
    constexpr std::int64_t kNearBytes = 120;
    for (const auto& [copied, other] : {std::pair(&left, &right), std::pair(&right, &left)}) {
        const auto own = index_.find(copied->article);
        const auto upstream = index_.find(other->article);
        if (own == index_.end() || upstream == index_.end()) {
            return false;
        }
        for (const Passage& passage : nodes_[own->second].passages) {
            const bool is_it = passage.upstream == upstream->second &&
                               passage.span.contains(copied->span) &&
                               passage.upstream_span.contains(other->span);
            if (!is_it) {
                continue;
            }
            const std::int64_t inside = copied->span.begin - passage.span.begin;
            const std::int64_t place =
                inside * passage.upstream_span.size() / std::max(passage.span.size(), 1U);
            const std::int64_t gap = place - (other->span.begin - passage.upstream_span.begin);
            return std::max(gap, -gap) > kNearBytes + passage.span.size() / 10;
        }
    }
    return false;
}

const std::string& Origins::publisher_of(const std::string& article) const {
    return credits_of(article).publisher;
}

const ArticleCredits& Origins::credits_of(const std::string& article) const {
    const auto found = index_.find(article);
    return found == index_.end() ? kNoCredits : nodes_[found->second].credits;
}

}  // namespace atodds
