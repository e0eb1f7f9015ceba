#include "cli/arrange.hpp"

#include "base/hash.hpp"

#include <algorithm>
#include <cstdint>
#include <map>
#include <numeric>
#include <set>
#include <string_view>
#include <tuple>
#include <unordered_map>
#include <utility>
#include <vector>

namespace atodds {
namespace {

using FactsById = std::unordered_map<std::string_view, const Fact*>;  // lookups only

FactsById facts_by_id(const Report& report) {
    FactsById facts;
    for (const Fact& fact : report.facts) {
        facts.emplace(fact.id, &fact);
    }
    return facts;
}

// Which declared facts read the words of an open one, and in which findings those stand.
class RuleReadings {
  public:
    RuleReadings(const Report& report, const FactsById& facts) : facts_(&facts) {
        for (const Fact& fact : report.facts) {
            if (fact.tier == Tier::Declared) {
                by_statement_[{fact.article, fact.statement.begin}].push_back(&fact);
            }
        }
        std::size_t number = 0;
        for (const auto* list : {&report.findings, &report.agreements}) {
            for (const Finding& finding : *list) {
                if (finding.tier == Tier::Declared) {
                    for (const Side& side : finding.sides) {
                        for (const std::string& id : side.facts) {
                            findings_[id].insert(number);
                        }
                    }
                }
                ++number;
            }
        }
    }

    /// What rules say of the values of one side.
    struct Reading {
        bool is_complete = true;  ///< rules read every value of the side
        std::set<std::string_view> rules;
        std::set<std::size_t> findings;
    };

    Reading of(const Side& side) const {
        Reading reading;
        for (const std::string& id : side.facts) {
            const auto fact = facts_->find(id);
            if (fact == facts_->end() || !add(*fact->second, reading)) {
                reading.is_complete = false;
            }
        }
        return reading;
    }

  private:
    bool add(const Fact& open, Reading& reading) const {
        const auto statement = by_statement_.find({open.article, open.statement.begin});
        if (statement == by_statement_.end()) {
            return false;
        }
        bool is_read = false;
        for (const Fact* declared : statement->second) {
            if (declared->span.begin < open.span.end && open.span.begin < declared->span.end) {
                is_read = true;
                reading.rules.insert(declared->rule);
                if (const auto found = findings_.find(declared->id); found != findings_.end()) {
                    reading.findings.insert(found->second.begin(), found->second.end());
                }
            }
        }
        return is_read;
    }

    const FactsById* facts_;
    std::map<std::pair<std::string_view, std::uint32_t>, std::vector<const Fact*>> by_statement_;
    std::unordered_map<std::string_view, std::set<std::size_t>> findings_;  // lookups only
};

template <typename Item>
bool share_any(const std::set<Item>& a, const std::set<Item>& b) {
    return std::any_of(a.begin(), a.end(), [&](const Item& item) { return b.contains(item); });
}

bool is_judged(const RuleReadings::Reading& a, const RuleReadings::Reading& b) {
    return a.is_complete && b.is_complete &&
           (!share_any(a.rules, b.rules) || share_any(a.findings, b.findings));
}

// Sides that no clash names any more go; the others keep their order.
void drop_idle_sides(Finding& finding) {
    std::set<std::uint32_t> used;
    for (const auto& [left, right] : finding.conflicts) {
        used.insert({left, right});
    }
    std::vector<Side> sides;
    std::map<std::uint32_t, std::uint32_t> place;
    for (const std::uint32_t index : used) {
        place[index] = static_cast<std::uint32_t>(sides.size());
        sides.push_back(std::move(finding.sides[index]));
    }
    finding.sides = std::move(sides);
    for (auto& [left, right] : finding.conflicts) {
        left = place[left];
        right = place[right];
    }
}

// Of a side only the first facts are judged again: the others say the same.
constexpr std::size_t kJudgedFacts = 4;

std::vector<const Fact*> first_facts(const Side& side, const FactsById& facts) {
    std::vector<const Fact*> first;
    for (const std::string& id : side.facts) {
        const auto fact = facts.find(id);
        if (fact != facts.end() && first.size() < kJudgedFacts) {
            first.push_back(fact->second);
        }
    }
    return first;
}

// Level and trace of the strongest of the pairs, where one still has the verdict of the finding.
void judge_again(const std::vector<std::pair<const Fact*, const Fact*>>& pairs, const Judge& judge,
                 Finding& finding) {
    bool is_first = true;
    for (const auto& [left, right] : pairs) {
        Judgement judgement = judge(*left, *right);
        if (judgement.verdict != finding.verdict ||
            (!is_first && judgement.level >= finding.level)) {
            continue;
        }
        is_first = false;
        finding.level = judgement.level;
        finding.update_possible = judgement.update_possible;
        finding.trace = std::move(judgement.trace);
    }
}

void judge_conflicts_again(const FactsById& facts, const Judge& judge, Finding& finding) {
    std::vector<std::pair<const Fact*, const Fact*>> pairs;
    for (const auto& [a, b] : finding.conflicts) {
        for (const Fact* left : first_facts(finding.sides.at(a), facts)) {
            for (const Fact* right : first_facts(finding.sides.at(b), facts)) {
                pairs.emplace_back(left, right);
            }
        }
    }
    judge_again(pairs, judge, finding);
}

// True where nothing of the finding is left.
bool drop_judged_clashes(const RuleReadings& readings, const FactsById& facts, const Judge& judge,
                         Finding& finding) {
    std::vector<RuleReadings::Reading> sides;
    for (const Side& side : finding.sides) {
        sides.push_back(readings.of(side));
    }
    const std::size_t before = finding.conflicts.size();
    std::erase_if(finding.conflicts, [&](const auto& conflict) {
        return is_judged(sides.at(conflict.first), sides.at(conflict.second));
    });
    if (before == 0) {  // one value, so an agreement
        return !sides.empty() && sides.front().is_complete && !sides.front().findings.empty();
    }
    if (finding.conflicts.size() < before && !finding.conflicts.empty()) {
        drop_idle_sides(finding);
        judge_conflicts_again(facts, judge, finding);
    }
    return finding.conflicts.empty();
}

// Sides of an agreement that agree with each other, as sets of indices in order. The conflicts of
// an agreement are the pairs that agree though they are written differently.
std::vector<std::vector<std::uint32_t>> agreeing_sides(const Finding& finding) {
    std::vector<std::uint32_t> root(finding.sides.size());
    std::iota(root.begin(), root.end(), 0U);
    const auto root_of = [&](std::uint32_t side) {
        while (root[side] != side) {
            side = root[side];
        }
        return side;
    };
    for (const auto& [left, right] : finding.conflicts) {
        const std::uint32_t a = root_of(left);
        const std::uint32_t b = root_of(right);
        root[std::max(a, b)] = std::min(a, b);
    }
    std::map<std::uint32_t, std::vector<std::uint32_t>> sets;
    for (std::uint32_t side = 0; side < finding.sides.size(); ++side) {
        sets[root_of(side)].push_back(side);
    }
    std::vector<std::vector<std::uint32_t>> ordered;
    for (auto& [first, sides] : sets) {
        ordered.push_back(std::move(sides));
    }
    return ordered;
}

// The part of an agreement that holds these sides, under a fingerprint of its own.
Finding part_of_agreement(const Finding& whole, const std::vector<std::uint32_t>& sides,
                          const FactsById& facts, const Judge& judge) {
    Finding part = whole;
    part.sides.clear();
    part.conflicts.clear();
    std::string identity = whole.id;
    std::vector<const Fact*> shown;
    for (const std::uint32_t side : sides) {
        identity += "|" + whole.sides[side].value;
        const std::vector<const Fact*> first = first_facts(whole.sides[side], facts);
        shown.insert(shown.end(), first.begin(), first.end());
        part.sides.push_back(whole.sides[side]);
    }
    part.id = hash_hex(identity).substr(0, whole.id.size());
    std::vector<std::pair<const Fact*, const Fact*>> pairs;
    for (std::size_t i = 0; i < shown.size(); ++i) {
        for (std::size_t j = i + 1; j < shown.size(); ++j) {
            if (shown[i]->article != shown[j]->article) {
                pairs.emplace_back(shown[i], shown[j]);
            }
        }
    }
    judge_again(pairs, judge, part);
    return part;
}

bool has_several_articles(const Finding& finding) {
    std::set<std::string_view> articles;
    for (const Side& side : finding.sides) {
        articles.insert(side.articles.begin(), side.articles.end());
    }
    return articles.size() > 1;
}

std::size_t count_origins(const Finding& finding) {
    std::set<std::string_view> origins;
    for (const Side& side : finding.sides) {
        origins.insert(side.origins.begin(), side.origins.end());
    }
    return origins.size();
}

}  // namespace

void drop_what_rules_judged(Report& report, const Judge& judge) {
    const FactsById facts = facts_by_id(report);
    const RuleReadings readings(report, facts);
    for (auto* list : {&report.findings, &report.agreements}) {
        std::erase_if(*list, [&](Finding& finding) {
            return finding.tier == Tier::Open &&
                   drop_judged_clashes(readings, facts, judge, finding);
        });
    }
}

void split_agreements(Report& report, const Judge& judge) {
    const FactsById facts = facts_by_id(report);
    std::vector<Finding> agreements;
    for (Finding& whole : report.agreements) {
        const std::vector<std::vector<std::uint32_t>> sets = agreeing_sides(whole);
        if (sets.size() < 2) {
            agreements.push_back(std::move(whole));
            continue;
        }
        for (const std::vector<std::uint32_t>& sides : sets) {
            Finding part = part_of_agreement(whole, sides, facts, judge);
            if (has_several_articles(part)) {
                agreements.push_back(std::move(part));
            }
        }
    }
    report.agreements = std::move(agreements);
}

CheckerRank::CheckerRank(const Finding& finding, std::string id)
    : level_(finding.level),
      tier_(finding.tier),
      fewer_origins_(~count_origins(finding)),
      verdict_(finding.verdict),
      kind_(finding.kind),
      rule_(finding.rule),
      id_(std::move(id)) {}

void sort_for_checkers(Report& report) {
    for (auto* list : {&report.findings, &report.agreements}) {
        std::vector<std::pair<CheckerRank, std::size_t>> order;
        for (std::size_t i = 0; i < list->size(); ++i) {
            order.emplace_back(CheckerRank((*list)[i]), i);
        }
        std::ranges::sort(order);
        std::vector<Finding> sorted;
        sorted.reserve(list->size());
        for (const auto& [rank, index] : order) {
            sorted.push_back(std::move((*list)[index]));
        }
        *list = std::move(sorted);
    }
}

void name_entities(Report& report, const std::function<std::string(const std::string&)>& name_of) {
    const FactsById facts = facts_by_id(report);
    const auto add = [&](const std::string& id) {
        if (!id.empty() && !id.starts_with('~') && !report.names.contains(id)) {
            if (std::string name = name_of(id); name != id) {
                report.names.emplace(id, std::move(name));
            }
        }
    };
    const auto add_of = [&](const Fact& fact) {
        if (fact.value.type == ValueType::Entity) {
            add(fact.value.text);
        }
        if (fact.value.type == ValueType::EntitySet) {
            std::for_each(fact.value.items.begin(), fact.value.items.end(), add);
        }
        for (const SlotValue& slot : fact.slots) {
            add(slot.value);
        }
        for (const SourceRef& source : fact.qualifiers.sources) {
            add(source.id);
        }
        add(fact.qualifiers.holder);
    };
    for (const OriginEdge& edge : report.origins.edges) {
        add(edge.outlet);
    }
    for (const auto* list : {&report.findings, &report.agreements}) {
        for (const Finding& finding : *list) {
            for (const Side& side : finding.sides) {
                std::for_each(side.origins.begin(), side.origins.end(), add);
                for (const std::string& id : side.facts) {
                    if (const auto fact = facts.find(id); fact != facts.end()) {
                        add_of(*fact->second);
                    }
                }
            }
        }
    }
}

void note_rules(Report& report, const RuleSet& rules) {
    for (const auto* list : {&report.findings, &report.agreements}) {
        for (const Finding& finding : *list) {
            const auto rule = std::lower_bound(
                rules.rules.begin(), rules.rules.end(), finding.rule,
                [](const Rule& known, const std::string& id) { return known.id < id; });
            if (rule != rules.rules.end() && rule->id == finding.rule) {
                report.rules.try_emplace(rule->id, RuleNote{rule->question, rule->why_it_matters});
            }
        }
    }
}

}  // namespace atodds
