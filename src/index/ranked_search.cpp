// IndexReader::search. What comes out must not depend on how an index is cut into shards: Xapian
// weighs with the statistics of all of them, but adds the weights of a document's terms up in the
// order that suits its shard, so equal sums differ in their last bits, and breaks ties by document
// number, which is another one in each cut.

#include "index/fact_index.hpp"
#include "index/index_parts.hpp"
#include "index/query.hpp"
#include "index/schema.hpp"

#include <algorithm>
#include <utility>

namespace atodds {
namespace {

/// Weights that differ by less than this, relative to the larger, are equal. Sums of some ten
/// doubles differ by 1e-15, weights of documents that are not equal hardly ever by less than 1e-6.
constexpr double kSameWeight = 1e-9;

struct WeighedHit {
    std::string article;
    double weight = 0;
};

bool is_same_weight(double larger, double smaller) {
    return larger - smaller <= larger * kSameWeight;
}

/// Hits in order of weight -> those of equal weight in order of article id. Requires: sorted.
void sort_ties(std::vector<WeighedHit>& hits) {
    for (auto first = hits.begin(); first != hits.end();) {
        const auto end = std::find_if(first, hits.end(), [&](const WeighedHit& hit) {
            return !is_same_weight(first->weight, hit.weight);
        });
        std::sort(first, end,
                  [](const WeighedHit& a, const WeighedHit& b) { return a.article < b.article; });
        std::for_each(first, end, [&](WeighedHit& hit) { hit.weight = first->weight; });
        first = end;
    }
}

std::vector<WeighedHit> hits_of(const Xapian::MSet& found) {
    std::vector<WeighedHit> hits;
    for (Xapian::MSetIterator it = found.begin(); it != found.end(); ++it) {
        hits.push_back({it.get_sort_key(), it.get_weight()});
    }
    return hits;
}

/// True where the hits end inside a group of equal weight that reaches beyond `limit`, so that more
/// of it have to be seen to know which are first. Weights of 0 are exactly equal.
bool ends_in_tie(const std::vector<WeighedHit>& hits, std::size_t limit) {
    return hits.size() > limit && hits.back().weight > 0 &&
           is_same_weight(hits[limit - 1].weight, hits.back().weight);
}

/// Asks for a few more than `limit`, and for more still where the cut falls among equals.
Xapian::MSet find_ranked(Xapian::Enquire& enquire, std::uint32_t limit) {
    constexpr Xapian::doccount kSpare = 16;
    constexpr Xapian::doccount kMostSeen = 4096;
    enquire.set_sort_by_relevance_then_value(schema::kSlotArticleId, false);
    for (Xapian::doccount spare = kSpare;; spare *= 4) {
        Xapian::MSet found = enquire.get_mset(0, limit + spare);
        const bool has_more = found.size() == limit + spare;
        if (!has_more || spare >= kMostSeen || !ends_in_tie(hits_of(found), limit)) {
            return found;
        }
    }
}

}  // namespace

Result<std::vector<SearchHit>> IndexReader::search(std::string_view query,
                                                   std::uint32_t limit) const {
    Parts& parts = *parts_;
    return parts.read([&]() -> Result<std::vector<SearchHit>> {
        std::vector<SearchHit> hits;
        if (limit == 0) {
            return hits;
        }
        Xapian::Enquire enquire(parts.database);
        enquire.set_query(parse_query(parts.database, query));
        const Xapian::MSet found = find_ranked(enquire, limit);
        for (Xapian::MSetIterator it = found.begin(); it != found.end(); ++it) {
            parts.note(*it, it.get_sort_key());
        }
        std::vector<WeighedHit> ranked = hits_of(found);
        sort_ties(ranked);
        ranked.resize(std::min<std::size_t>(ranked.size(), limit));
        for (WeighedHit& hit : ranked) {
            // Percentages are cut off: what is a whole one but for its last bits must not lose it.
            const int percent = found.convert_to_percent(hit.weight * (1 + kSameWeight));
            hits.push_back(
                {std::move(hit.article), static_cast<std::uint32_t>(std::clamp(percent, 0, 100))});
        }
        return hits;
    });
}

}  // namespace atodds
