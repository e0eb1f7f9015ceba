#include "cli/gathering.hpp"

#include "base/hash.hpp"

#include <algorithm>
#include <iterator>
#include <ranges>
#include <set>
#include <string_view>
#include <tuple>
#include <unordered_set>

namespace atodds {
namespace {

/// More than the bound by this part of it are held before they are trimmed, so that trimming takes
/// little of the time.
constexpr std::size_t kSlack = 4;

std::set<std::string> ids_in(const Finding& finding) {
    std::set<std::string> ids;
    for (const Side& side : finding.sides) {
        ids.insert(side.articles.begin(), side.articles.end());
    }
    return ids;
}

/// What findings name.
class Named {
  public:
    explicit Named(const std::vector<Finding>& findings) {
        for (const Finding& finding : findings) {
            findings_.insert(finding.id);
            for (const Side& side : finding.sides) {
                articles_.insert(side.articles.begin(), side.articles.end());
                facts_.insert(side.facts.begin(), side.facts.end());
            }
        }
    }

    bool has(const Article& article) const { return articles_.contains(article.id); }

    bool has(const Fact& fact) const { return facts_.contains(fact.id); }

    bool has(const StaleCopy& copy) const { return findings_.contains(copy.finding); }

    bool has(const OriginEdge& edge) const {
        return articles_.contains(edge.article) &&
               (edge.upstream.empty() || articles_.contains(edge.upstream));
    }

    bool has_article(const std::string& id) const { return articles_.contains(id); }

  private:
    std::unordered_set<std::string_view> articles_;  // lookups only, as the next two
    std::unordered_set<std::string_view> facts_;
    std::unordered_set<std::string_view> findings_;
};

/// A copy without what readers and the reports do not need any more.
Article small_copy(const Article& article) {
    Article copy = article;
    if (copy.reading == copy.text) {
        copy.reading = std::string();  // who finds it empty takes the text
    }
    return copy;
}

Fact small_copy(const Fact& fact) {
    return fact;
}

template <typename Item>
void append_new(const std::vector<Item>& items, const Named& named,
                std::unordered_map<std::string, std::size_t>& places, std::vector<Item>& all) {
    for (const Item& item : items) {
        if (named.has(item) && places.try_emplace(item.id, all.size()).second) {
            all.push_back(small_copy(item));
        }
    }
}

/// The order of every report, whatever the groups were.
void put_in_order(Report& report) {
    std::ranges::sort(report.articles, [](const Article& a, const Article& b) {
        return std::tie(a.path, a.id) < std::tie(b.path, b.id);
    });
    std::ranges::sort(report.facts, [](const Fact& a, const Fact& b) {
        return std::tie(a.article, a.span, a.id) < std::tie(b.article, b.span, b.id);
    });
    std::ranges::sort(report.stale, [](const StaleCopy& a, const StaleCopy& b) {
        return std::tie(a.status, a.article, a.finding, a.value) <
               std::tie(b.status, b.article, b.finding, b.value);
    });
    std::vector<OriginEdge>& edges = report.origins.edges;
    std::ranges::sort(edges, [](const OriginEdge& a, const OriginEdge& b) {
        return std::tie(a.article, a.span, a.upstream, a.outlet, a.reason) <
               std::tie(b.article, b.span, b.upstream, b.outlet, b.reason);
    });
    const auto repeated = std::ranges::unique(edges);
    edges.erase(repeated.begin(), repeated.end());
    sort_for_checkers(report);
}

}  // namespace

void keep_what_is_found(Report& report) {
    report.agreements.clear();
    const Named named(report.findings);
    const auto is_idle = [&](const auto& item) { return !named.has(item); };
    std::erase_if(report.articles, is_idle);
    std::erase_if(report.facts, is_idle);
    std::erase_if(report.stale, is_idle);
    std::erase_if(report.origins.edges, is_idle);
    std::erase_if(report.origins.origin_of,
                  [&](const auto& entry) { return !named.has_article(entry.first); });
}

Gathering::ArticleHashes Gathering::articles_of(const Finding& finding) {
    ArticleHashes hashes;
    for (const Side& side : finding.sides) {
        for (const std::string& id : side.articles) {
            hashes.push_back(hash_bytes(id));
        }
    }
    std::ranges::sort(hashes);
    const auto repeated = std::ranges::unique(hashes);
    hashes.erase(repeated.begin(), repeated.end());
    hashes.shrink_to_fit();
    return hashes;
}

std::size_t& Gathering::count_of(Level level, Verdict verdict) {
    return counts_.at(static_cast<std::size_t>(level) * kVerdicts +
                      static_cast<std::size_t>(verdict));
}

/// Counts the finding. Its id, another one where it is known of other articles; nothing where it
/// is known with as many.
std::optional<std::string> Gathering::new_id(const Finding& finding) {
    std::string id = finding.id;
    ArticleHashes articles = articles_of(finding);
    auto [known, is_first] = known_.try_emplace(hash_bytes(id));
    if (!is_first) {
        ArticleHashes shared;
        std::ranges::set_intersection(known->second.articles, articles, std::back_inserter(shared));
        if (shared.empty()) {
            id = hash_hex(id + "|" + *ids_in(finding).begin()).substr(0, 16);
            std::tie(known, is_first) = known_.try_emplace(hash_bytes(id));
            if (!is_first) {
                return std::nullopt;
            }
        } else if (articles.size() <= known->second.articles.size()) {
            return std::nullopt;
        } else {
            --count_of(known->second.level, known->second.verdict);
            drop_from_list(id);
        }
    }
    known->second = {std::move(articles), finding.level, finding.verdict};
    ++count_of(finding.level, finding.verdict);
    return id;
}

void Gathering::drop_from_list(const std::string& id) {
    const auto place = listed_.find(id);
    if (place == listed_.end()) {
        return;
    }
    const std::size_t index = place->second;
    listed_.erase(place);
    if (index + 1 < all_.findings.size()) {
        listed_[all_.findings.back().id] = index;
        all_.findings[index] = std::move(all_.findings.back());
    }
    all_.findings.pop_back();
    std::erase_if(all_.stale, [&](const StaleCopy& copy) { return copy.finding == id; });
}

void Gathering::list(Finding&& finding) {
    listed_[finding.id] = all_.findings.size();
    all_.findings.push_back(std::move(finding));
}

void Gathering::add(const Report& part) {
    std::vector<Finding> kept;  // under the ids of `part`, as all that names them
    std::vector<std::string> ids;
    for (const Finding& finding : part.findings) {
        std::optional<std::string> id = new_id(finding);
        if (id && !(last_ && *last_ < CheckerRank(finding, *id))) {
            kept.push_back(finding);
            ids.push_back(std::move(*id));
        }
    }
    const Named named(kept);
    append_new(part.articles, named, articles_, all_.articles);
    append_new(part.facts, named, facts_, all_.facts);
    const auto is_named = [&](const auto& item) { return named.has(item); };
    for (const StaleCopy& copy : part.stale | std::views::filter(is_named)) {
        const auto finding = std::ranges::find(kept, copy.finding, &Finding::id);
        all_.stale.push_back(copy);
        all_.stale.back().finding = ids[static_cast<std::size_t>(finding - kept.begin())];
    }
    std::ranges::copy_if(part.origins.edges, std::back_inserter(all_.origins.edges), is_named);
    for (const auto& [article, origin] : part.origins.origin_of) {
        if (named.has_article(article)) {
            all_.origins.origin_of.try_emplace(article, origin);
        }
    }
    all_.names.insert(part.names.begin(), part.names.end());
    all_.rules.insert(part.rules.begin(), part.rules.end());
    for (std::size_t i = 0; i < kept.size(); ++i) {
        kept[i].id = std::move(ids[i]);
        list(std::move(kept[i]));
    }
    if (most_ > 0 && all_.findings.size() > most_ + most_ / kSlack) {
        trim();
    }
}

/// Keeps the first of the findings, and what they name.
void Gathering::trim() {
    std::vector<std::pair<CheckerRank, std::size_t>> order;
    for (std::size_t i = 0; i < all_.findings.size(); ++i) {
        order.emplace_back(CheckerRank(all_.findings[i]), i);
    }
    std::ranges::nth_element(order, order.begin() + static_cast<std::ptrdiff_t>(most_ - 1));
    last_ = order[most_ - 1].first;
    std::vector<bool> stays(all_.findings.size(), false);
    for (std::size_t i = 0; i < most_; ++i) {
        stays[order[i].second] = true;
    }
    std::vector<Finding> first;
    for (std::size_t i = 0; i < stays.size(); ++i) {
        if (stays[i]) {
            first.push_back(std::move(all_.findings[i]));
        }
    }
    all_.findings = std::move(first);
    keep_what_is_found(all_);
    const auto number = [](const auto& items, auto& places) {
        places.clear();
        for (std::size_t i = 0; i < items.size(); ++i) {
            places.emplace(items[i].id, i);
        }
    };
    number(all_.findings, listed_);
    number(all_.articles, articles_);
    number(all_.facts, facts_);
}

Report Gathering::take() {
    if (most_ > 0 && all_.findings.size() > most_) {
        trim();
    }
    keep_what_is_found(all_);  // what a better version of a finding names no more
    for (const Finding& finding : all_.findings) {
        --count_of(finding.level, finding.verdict);
    }
    for (std::size_t i = 0; i < counts_.size(); ++i) {
        if (counts_.at(i) > 0) {
            all_.coverage.unlisted.push_back({static_cast<Level>(i / kVerdicts),
                                              static_cast<Verdict>(i % kVerdicts), counts_.at(i)});
        }
    }
    put_in_order(all_);
    return std::move(all_);
}

}  // namespace atodds
