#pragma once
// Facts beside a clash that change what it means: a rule that reads both values itself, a statement
// that offers both.

#include "compare/value_relation.hpp"
#include "model/fact.hpp"

#include <algorithm>
#include <cstdint>
#include <map>
#include <set>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace atodds {

/// What other facts say about a clash of two.
class Bystanders {
  public:
    explicit Bystanders(std::span<const Fact> facts) : facts_(facts) {
        for (std::uint32_t i = 0; i < facts.size(); ++i) {
            if (facts[i].tier == Tier::Declared) {
                by_statement_[{facts[i].article, facts[i].statement.begin}].push_back(i);
            }
        }
        rules_on_.reserve(facts.size());
        for (const Fact& fact : facts) {
            rules_on_.push_back(fact.tier == Tier::Open ? rules_on(fact)
                                                        : std::set<std::string_view>{});
        }
    }

    /// True where a rule has read both values and judges them itself: it knows what they are,
    /// while the open tier only finds them alike.
    bool is_ruled(std::uint32_t left, std::uint32_t right) const {
        const std::set<std::string_view>& others = rules_on_[right];
        return std::any_of(rules_on_[left].begin(), rules_on_[left].end(),
                           [&](std::string_view rule) { return others.contains(rule); });
    }

    /// True where the statement of one side also offers the value of the other side: "either cut or
    /// abandoned" is not at odds with "cut".
    bool is_conceded(std::uint32_t left, std::uint32_t right) const {
        return facts_[left].tier == Tier::Declared &&
               (says(left, facts_[right]) || says(right, facts_[left]));
    }

  private:
    const std::vector<std::uint32_t>& beside(const Fact& fact) const {
        static const std::vector<std::uint32_t> kNone;
        const auto found = by_statement_.find({fact.article, fact.statement.begin});
        return found == by_statement_.end() ? kNone : found->second;
    }

    std::set<std::string_view> rules_on(const Fact& fact) const {
        std::set<std::string_view> rules;
        for (const std::uint32_t index : beside(fact)) {
            if (facts_[index].span.overlaps(fact.span) || is_time_of(fact, facts_[index])) {
                rules.insert(facts_[index].rule);
            }
        }
        return rules;
    }

    /// A date that only says when another fact happened is none of its own.
    static bool is_time_of(const Fact& date, const Fact& event) {
        const std::vector<DayInterval>& dates = date.value.dates;
        return !event.qualifiers.event_time.is_unbounded() &&
               std::find(dates.begin(), dates.end(), event.qualifiers.event_time) != dates.end();
    }

    bool says(std::uint32_t index, const Fact& other) const {
        const std::vector<std::uint32_t>& all = beside(facts_[index]);
        return std::any_of(all.begin(), all.end(), [&](std::uint32_t sibling) {
            return sibling != index && facts_[sibling].rule == other.rule &&
                   to_display(facts_[sibling]) == to_display(other) &&
                   are_alternatives(facts_[sibling], facts_[index]);
        });
    }

    /// True where an "or" stands within the words of two facts of one statement.
    static bool are_alternatives(const Fact& a, const Fact& b) {
        const std::uint32_t begin = std::min(a.span.begin, b.span.begin) - a.statement.begin;
        const std::uint32_t end = std::max(a.span.end, b.span.end) - a.statement.begin;
        const std::string_view words = std::string_view(a.quote).substr(0, end);
        return words.find(" or ", begin) != std::string_view::npos;
    }

    std::span<const Fact> facts_;
    std::map<std::pair<std::string, std::uint64_t>, std::vector<std::uint32_t>> by_statement_;
    std::vector<std::set<std::string_view>> rules_on_;  ///< of open facts: rules that read them too
};

}  // namespace atodds
