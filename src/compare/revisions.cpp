#include "compare/revisions.hpp"

#include "base/hash.hpp"
#include "base/utf8.hpp"
#include "compare/value_relation.hpp"
#include "values/interval.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <map>
#include <set>
#include <string_view>
#include <utility>

namespace atodds {
namespace {

/// Words in a row that are compared when two articles share a title. Five in a row hardly meet by
/// chance; half of them survive many small edits. Both guessed.
constexpr std::size_t kShingle = 5;
constexpr std::size_t kSharedPercent = 50;
/// A title below this length ("Morning briefing") names a column and no article.
constexpr std::size_t kLeastTitleWords = 3;
/// Articles of one publisher and title that are compared with each other.
constexpr std::size_t kMostSameTitle = 16;

/// An address without scheme, "www.", query, fragment and the stroke at its end.
std::string plain_url(std::string_view url) {
    std::string text = to_lower(url.substr(0, url.find_first_of("?#")));
    if (const std::size_t scheme = text.find("://"); scheme != std::string::npos) {
        text.erase(0, scheme + 3);
    }
    if (text.starts_with("www.")) {
        text.erase(0, 4);
    }
    while (text.ends_with('/')) {
        text.pop_back();
    }
    // A bare host is the publisher's front page, not an article.
    return text.find('/') == std::string::npos ? "" : text;
}

std::set<std::uint64_t> shingles_of(const Article& article) {
    std::vector<std::uint64_t> words;
    const std::string text = to_lower(article.reading.empty() ? article.text : article.reading);
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t begin = text.find_first_not_of(" \t\r\n", at);
        if (begin == std::string::npos) {
            break;
        }
        const std::size_t end = std::min(text.find_first_of(" \t\r\n", begin), text.size());
        words.push_back(hash_bytes(std::string_view(text).substr(begin, end - begin)));
        at = end;
    }
    std::set<std::uint64_t> shingles;
    for (std::size_t i = 0; i + kShingle <= words.size(); ++i) {
        std::uint64_t mixed = 0;
        for (std::size_t k = 0; k < kShingle; ++k) {
            mixed = mixed * 0x9E3779B97F4A7C15ULL + words[i + k];
        }
        shingles.insert(mixed);
    }
    return shingles;
}

bool share_most(const std::set<std::uint64_t>& a, const std::set<std::uint64_t>& b) {
    const std::set<std::uint64_t>& small = a.size() < b.size() ? a : b;
    const std::set<std::uint64_t>& large = a.size() < b.size() ? b : a;
    const auto shared = static_cast<std::size_t>(
        std::count_if(small.begin(), small.end(),
                      [&](std::uint64_t shingle) { return large.contains(shingle); }));
    return !small.empty() && shared * 100 >= small.size() * kSharedPercent;
}

std::string title_key(const Article& article) {
    const auto blanks = std::count(article.title.begin(), article.title.end(), ' ');
    const bool is_telling = static_cast<std::size_t>(blanks) + 1 >= kLeastTitleWords;
    return is_telling && !article.source.empty()
               ? to_lower(article.source) + "\n" + to_lower(article.title)
               : "";
}

/// "Correction", "Clarification", "Editor's note" at the start of a statement.
bool opens_notice(std::string_view quote) {
    constexpr std::array<std::string_view, 6> kOpenings = {
        "correction", "clarification", "corrected", "editor's note", "editor’s note", "corrects"};
    const std::string start = to_lower(quote.substr(0, 24));
    return std::any_of(kOpenings.begin(), kOpenings.end(),
                       [&](std::string_view opening) { return start.starts_with(opening); });
}

/// Declared facts of one rule measure one thing; open ones share the noun or the predicate.
bool measure_alike(const Fact& left, const Fact& right) {
    if (left.rule != right.rule) {
        return false;
    }
    if (left.tier == Tier::Declared) {
        return true;
    }
    const auto is_measure = [](const SlotValue& slot) {
        return slot.slot == "noun" || slot.slot == "predicate";
    };
    return std::any_of(left.slots.begin(), left.slots.end(), [&](const SlotValue& own) {
        return is_measure(own) &&
               std::any_of(right.slots.begin(), right.slots.end(), [&](const SlotValue& other) {
                   return is_measure(other) && other.value == own.value;
               });
    });
}

/// True where one of the facts at `indices` measures and states the same as `stated`.
bool holds_alike(std::span<const Fact> facts, const std::vector<std::uint32_t>& indices,
                 const Fact& stated) {
    return std::any_of(indices.begin(), indices.end(), [&](std::uint32_t index) {
        return measure_alike(facts[index], stated) &&
               have_equal_values(facts[index].value, stated.value);
    });
}

/// The day of the last words of an article. Requires: it has a date.
Day last_date(const Article& article) {
    return article.updated ? *article.updated : *article.published;
}

Judgement decided(Judgement judgement, Verdict verdict, UpdateReason reason, std::string text) {
    if (!judgement.trace.empty() && judgement.trace.back().decides) {
        judgement.trace.pop_back();
    }
    judgement.trace.push_back({"separators", std::move(text), true});
    judgement.verdict = verdict;
    judgement.update = reason;
    judgement.update_possible = false;
    judgement.level = verdict == Verdict::Update ? Level::Warning : Level::Note;
    return judgement;
}

bool is_clash(Verdict verdict) {
    return verdict == Verdict::Disagree || verdict == Verdict::Update;
}

}  // namespace

bool is_taken_back(const Fact& fact) {
    const bool is_denied_here =
        fact.qualifiers.polarity == Polarity::Negative && opens_notice(fact.quote);
    return fact.qualifiers.phase == Phase::Retracted || is_denied_here;
}

bool have_equal_values(const Value& left, const Value& right) {
    if (left.type != right.type) {
        return false;
    }
    switch (left.type) {
        case ValueType::Number:
        case ValueType::Ordinal:
        case ValueType::Percent:
        case ValueType::PercentagePoints:
        case ValueType::Money:
        case ValueType::Quantity:
        case ValueType::Duration:
            return left.amount == right.amount && is_comparable(left, right);
        case ValueType::Date:
            return !left.dates.empty() && left.dates == right.dates;
        case ValueType::Level:
        case ValueType::Category:
        case ValueType::Entity:
        case ValueType::EntitySet:
            return left.text == right.text && left.items == right.items;
        case ValueType::Polarity:
        case ValueType::Wording:
            break;
    }
    return false;
}

ArticleVersions::ArticleVersions(std::span<const Article> articles) {
    std::map<std::string, std::vector<std::uint32_t>> by_url;
    std::map<std::string, std::vector<std::uint32_t>> by_title;
    for (std::uint32_t i = 0; i < articles.size(); ++i) {
        group_of_[articles[i].id] = i;
        if (std::string url = plain_url(articles[i].url); !url.empty()) {
            by_url[std::move(url)].push_back(i);
        }
        if (std::string title = title_key(articles[i]); !title.empty()) {
            by_title[std::move(title)].push_back(i);
        }
    }
    const auto join = [&](std::uint32_t first, std::uint32_t other) {
        group_of_[articles[other].id] = group_of_[articles[first].id];
    };
    for (const auto& [url, group] : by_url) {
        for (std::size_t i = 1; i < group.size(); ++i) {
            join(group.front(), group[i]);
        }
    }
    for (const auto& [title, group] : by_title) {
        const std::size_t most = std::min(group.size(), kMostSameTitle);
        const std::set<std::uint64_t> first =
            most > 1 ? shingles_of(articles[group.front()]) : std::set<std::uint64_t>{};
        for (std::size_t i = 1; i < most; ++i) {
            if (share_most(first, shingles_of(articles[group[i]]))) {
                join(group.front(), group[i]);
            }
        }
    }
}

bool ArticleVersions::are_versions(const std::string& left, const std::string& right) const {
    const auto a = group_of_.find(left);
    const auto b = group_of_.find(right);
    return left != right && a != group_of_.end() && b != group_of_.end() && a->second == b->second;
}

std::vector<std::vector<const Article*>> ArticleVersions::dated_groups(
    std::span<const Article> articles) const {
    std::map<std::uint32_t, std::vector<const Article*>> groups;
    for (const Article& article : articles) {
        if (article.published || article.updated) {
            groups[group_of_.at(article.id)].push_back(&article);
        }
    }
    std::vector<std::vector<const Article*>> dated;
    for (auto& [group, versions] : groups) {
        if (versions.size() > 1) {
            std::stable_sort(
                versions.begin(), versions.end(),
                [](const Article* a, const Article* b) { return last_date(*a) < last_date(*b); });
            dated.push_back(std::move(versions));
        }
    }
    return dated;
}

Revisions::Revisions(std::span<const Article> articles, std::span<const Fact> facts)
    : facts_(facts), versions_(articles) {
    for (std::uint32_t i = 0; i < facts.size(); ++i) {
        if (is_taken_back(facts[i])) {
            retracted_[facts[i].article].push_back(i);
            has_notice_.insert(facts[i].article);
        } else if (opens_notice(facts[i].quote)) {
            has_notice_.insert(facts[i].article);
        }
    }
    note_edits(articles);
}

void Revisions::note_edits(std::span<const Article> articles) {
    const std::vector<std::vector<const Article*>> groups = versions_.dated_groups(articles);
    if (groups.empty()) {
        return;
    }
    std::map<std::string_view, std::vector<std::uint32_t>> by_article;
    for (std::uint32_t i = 0; i < facts_.size(); ++i) {
        by_article[facts_[i].article].push_back(i);
    }
    for (const std::vector<const Article*>& versions : groups) {
        const std::vector<std::uint32_t>& newest = by_article[versions.back()->id];
        for (const Article* older : versions) {
            if (last_date(*older) == last_date(*versions.back())) {
                continue;
            }
            for (const std::uint32_t index : by_article[older->id]) {
                const bool is_kept =
                    std::any_of(newest.begin(), newest.end(), [&](std::uint32_t other) {
                        return facts_[other].rule == facts_[index].rule &&
                               have_equal_values(facts_[other].value, facts_[index].value);
                    });
                if (!is_kept) {
                    edited_away_[versions.back()->id].push_back(index);
                }
            }
        }
    }
}

bool Revisions::has_edited_away(const std::string& article, const Fact& stated) const {
    const auto found = edited_away_.find(article);
    return found != edited_away_.end() && holds_alike(facts_, found->second, stated);
}

bool Revisions::takes_back(const std::string& article, const Fact& stated) const {
    const auto found = retracted_.find(article);
    return found != retracted_.end() && holds_alike(facts_, found->second, stated);
}

Judgement Revisions::as_edit(Judgement judgement, const Fact& left, const Fact& right) const {
    if (has_notice_.contains(left.article) || has_notice_.contains(right.article)) {
        return decided(std::move(judgement), Verdict::Update, UpdateReason::Corrected,
                       "two versions of one article, and one of them tells the correction");
    }
    return decided(std::move(judgement), Verdict::Update, UpdateReason::SilentEdit,
                   fmt::format("a silent edit: two versions of one article say {} and {}, and "
                               "neither tells of a correction",
                               to_display(left), to_display(right)));
}

Judgement Revisions::revised(Judgement judgement, std::uint32_t left, std::uint32_t right) const {
    const Fact& a = facts_[left];
    const Fact& b = facts_[right];
    const bool a_is_gone = is_taken_back(a);
    const bool b_is_gone = is_taken_back(b);
    if (judgement.verdict == Verdict::Different || (a_is_gone && b_is_gone)) {
        return judgement;
    }
    if (a_is_gone || b_is_gone) {
        const bool is_copy = a.article != b.article && have_equal_values(a.value, b.value);
        return is_copy ? decided(std::move(judgement), Verdict::Update, UpdateReason::Corrected,
                                 "one side still states what the other article has taken back")
                       : decided(std::move(judgement), Verdict::Different, UpdateReason::None,
                                 "what an article has taken back is none of its statements");
    }
    if (!is_clash(judgement.verdict) || a.article == b.article) {
        return judgement;
    }
    if (versions_.are_versions(a.article, b.article)) {
        return as_edit(std::move(judgement), a, b);
    }
    if (takes_back(a.article, b) || takes_back(b.article, a)) {
        return decided(std::move(judgement), Verdict::Update, UpdateReason::Corrected,
                       "one article has taken back the value of the other in a correction");
    }
    if (has_edited_away(a.article, b) || has_edited_away(b.article, a)) {
        return decided(std::move(judgement), Verdict::Update, UpdateReason::SilentEdit,
                       "one article had the value of the other before it was edited");
    }
    return judgement;
}

}  // namespace atodds
