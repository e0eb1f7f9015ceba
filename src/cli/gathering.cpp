#include "cli/gathering.hpp"

#include "base/hash.hpp"

#include <algorithm>
#include <iterator>
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

/// What readers and the reports do not need any more.
void make_small(Report& report) {
    for (Article& article : report.articles) {
        if (article.reading == article.text) {
            article.reading = std::string();  // who finds it empty takes the text
        }
        article.text.shrink_to_fit();
        article.blocks.shrink_to_fit();
    }
    for (Fact& fact : report.facts) {
        fact.slots.shrink_to_fit();
    }
}

template <typename Item>
void append_new(std::vector<Item>&& items, std::unordered_map<std::string, std::size_t>& places,
                std::vector<Item>& all) {
    for (Item& item : items) {
        if (places.try_emplace(item.id, all.size()).second) {
            all.push_back(std::move(item));
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
    std::unordered_set<std::string_view> articles;  // lookups only, as the next two
    std::unordered_set<std::string_view> facts;
    std::unordered_set<std::string_view> findings;
    for (const Finding& finding : report.findings) {
        findings.insert(finding.id);
        for (const Side& side : finding.sides) {
            articles.insert(side.articles.begin(), side.articles.end());
            facts.insert(side.facts.begin(), side.facts.end());
        }
    }
    std::erase_if(report.articles,
                  [&](const Article& article) { return !articles.contains(article.id); });
    std::erase_if(report.facts, [&](const Fact& fact) { return !facts.contains(fact.id); });
    std::erase_if(report.stale,
                  [&](const StaleCopy& copy) { return !findings.contains(copy.finding); });
    std::erase_if(report.origins.edges, [&](const OriginEdge& edge) {
        return !articles.contains(edge.article) ||
               (!edge.upstream.empty() && !articles.contains(edge.upstream));
    });
    std::erase_if(report.origins.origin_of,
                  [&](const auto& entry) { return !articles.contains(entry.first); });
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

/// Counts the finding. False where it is known with as many articles; one that is at odds in other
/// articles gets another id.
bool Gathering::is_new(Finding& finding) {
    ArticleHashes articles = articles_of(finding);
    auto [known, is_first] = known_.try_emplace(hash_bytes(finding.id));
    if (!is_first) {
        ArticleHashes shared;
        std::ranges::set_intersection(known->second.articles, articles, std::back_inserter(shared));
        if (shared.empty()) {
            finding.id = hash_hex(finding.id + "|" + *ids_in(finding).begin()).substr(0, 16);
            std::tie(known, is_first) = known_.try_emplace(hash_bytes(finding.id));
            if (!is_first) {
                return false;
            }
        } else if (articles.size() <= known->second.articles.size()) {
            return false;
        } else {
            --count_of(known->second.level, known->second.verdict);
            drop_from_list(finding.id);
        }
    }
    known->second = {std::move(articles), finding.level, finding.verdict};
    ++count_of(finding.level, finding.verdict);
    return true;
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

void Gathering::add(Report&& part) {
    std::vector<std::pair<std::string, std::string>> renamed;
    std::erase_if(part.findings, [&](Finding& finding) {
        const std::string id = finding.id;
        const bool is_kept = is_new(finding) && !(last_ && *last_ < CheckerRank(finding));
        if (is_kept && id != finding.id) {
            renamed.emplace_back(id, finding.id);
        }
        return !is_kept;
    });
    for (StaleCopy& copy : part.stale) {
        const auto found =
            std::ranges::find(renamed, copy.finding, &std::pair<std::string, std::string>::first);
        copy.finding = found == renamed.end() ? copy.finding : found->second;
    }
    keep_what_is_found(part);
    make_small(part);
    for (Finding& finding : part.findings) {
        list(std::move(finding));
    }
    append_new(std::move(part.articles), articles_, all_.articles);
    append_new(std::move(part.facts), facts_, all_.facts);
    std::ranges::move(part.stale, std::back_inserter(all_.stale));
    std::ranges::move(part.origins.edges, std::back_inserter(all_.origins.edges));
    all_.origins.origin_of.merge(part.origins.origin_of);
    all_.names.merge(part.names);
    all_.rules.merge(part.rules);
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
