#include "compare/comparator.hpp"

#include "compare/fact_time.hpp"
#include "compare/quotation_comparator.hpp"
#include "compare/value_relation.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace atodds {
namespace {

const SlotValue* slot_of(const Fact& fact, const std::string& name) {
    const auto found = std::find_if(fact.slots.begin(), fact.slots.end(),
                                    [&](const SlotValue& slot) { return slot.slot == name; });
    return found == fact.slots.end() ? nullptr : &*found;
}

bool is_negative(const Qualifiers& qualifiers) {
    const bool is_denied = qualifiers.stance == Stance::Denies;
    return (qualifiers.polarity == Polarity::Negative) != is_denied;
}

bool is_tentative(Certainty certainty) {
    return certainty == Certainty::Possible || certainty == Certainty::Hypothetical;
}

const char* name_of(Certainty certainty) {
    switch (certainty) {
        case Certainty::Asserted:
            return "asserted";
        case Certainty::Probable:
            return "reported as probable";
        case Certainty::Possible:
            return "only possible";
        case Certainty::Hypothetical:
            return "hypothetical";
    }
    return "";
}

/// One comparison in progress: each step may decide, and leaves its line in the trace.
class Comparison {
  public:
    Comparison(const RuleSet& rules, const EntityFinder& entities, const Rule& rule,
               const Fact& left, const FactSource& left_source, const Fact& right,
               const FactSource& right_source)
        : rules_(rules),
          entities_(entities),
          rule_(rule),
          left_(left),
          left_source_(left_source),
          right_(right),
          right_source_(right_source) {}

    Judgement run() {
        static_cast<void>(is_quarantined() || is_other_fact() || is_separated() ||
                          is_settled_by_values() || is_commitment() || decide_clash());
        return std::move(judgement_);
    }

  private:
    bool decide(const char* step, Verdict verdict, std::string text) {
        judgement_.verdict = verdict;
        judgement_.trace.push_back({step, std::move(text), true});
        return true;
    }

    void note(const char* step, std::string text) {
        judgement_.trace.push_back({step, std::move(text), false});
    }

    bool is_quarantined() {
        if (is_prose(left_.block) && is_prose(right_.block)) {
            return false;
        }
        return decide("quarantine", Verdict::Different, "one side stands in a quarantined block");
    }

    bool are_compatible(const std::string& a, const std::string& b) const {
        return a == b || entities_.is_a(a, b) || entities_.is_a(b, a);
    }

    bool is_other_fact() {
        std::string same;
        for (const auto& [names, must_be_stated] :
             {std::pair(&rule_.key, true), std::pair(&rule_.key_if_stated, false)}) {
            for (const std::string& name : *names) {
                const SlotValue* a = slot_of(left_, name);
                const SlotValue* b = slot_of(right_, name);
                if (a == nullptr || b == nullptr) {
                    if (must_be_stated) {
                        return decide("same-fact", Verdict::Different,
                                      fmt::format("{} is not stated on both sides", name));
                    }
                    continue;
                }
                if (!are_compatible(a->value, b->value)) {
                    return decide(
                        "same-fact", Verdict::Different,
                        fmt::format("{} differs: {} and {}", name, entities_.name_of(a->value),
                                    entities_.name_of(b->value)));
                }
                same += fmt::format("{}{} {}", same.empty() ? "" : ", ", name,
                                    entities_.name_of(a->value));
            }
        }
        note("same-fact", same.empty() ? "the rule has one fact" : "same " + same);
        note("functional", rule_.is_functional && rule_.compare.kind != CompareKind::Sets
                               ? "one value at a time"
                               : "several values may hold at once");
        return false;
    }

    bool is_separated() {
        const Stage a = left_.qualifiers.stage;
        const Stage b = right_.qualifiers.stage;
        const bool has_stages = !rule_.stages.empty();
        if (has_stages && a != b && a != Stage::Unstated && b != Stage::Unstated) {
            judgement_.update = UpdateReason::Stage;
            return decide("separators", Verdict::Update,
                          "two stages of one matter: the later supersedes the earlier");
        }
        const Growth growth = rule_.grows     ? Growth::Total
                              : rule_.changes ? Growth::May
                                              : Growth::Fixed;
        pending_update_ = find_update(left_, left_source_, right_, right_source_, growth);
        judgement_.update_possible = pending_update_.update_possible;
        note("separators", pending_update_.text.empty() ? "no stage, time or phase sets them apart"
                                                        : pending_update_.text);
        return false;
    }

    /// The relation of the values; entities are part and whole by the lexicon, not by a list.
    ValueRelation relation_of_values() const {
        const bool are_entities =
            left_.value.type == ValueType::Entity && right_.value.type == ValueType::Entity;
        if (are_entities && left_.value.text != right_.value.text &&
            are_compatible(left_.value.text, right_.value.text)) {
            return {Relatedness::Contains, 0,
                    fmt::format("{} and {} are part and whole", entities_.name_of(left_.value.text),
                                entities_.name_of(right_.value.text))};
        }
        ValueRelation relation = relate(left_.value, right_.value, rule_, rules_);
        if (are_entities && relation.relatedness == Relatedness::Apart) {
            relation.why = fmt::format("{} is not {}", entities_.name_of(left_.value.text),
                                       entities_.name_of(right_.value.text));
        }
        return relation;
    }

    bool is_settled_by_values() {
        relation_ = relation_of_values();
        const bool differ = is_negative(left_.qualifiers) != is_negative(right_.qualifiers);
        const bool both_negative = is_negative(left_.qualifiers) && is_negative(right_.qualifiers);
        switch (relation_.relatedness) {
            case Relatedness::Unrelated:
                return decide("normalise", Verdict::Different, relation_.why);
            case Relatedness::Same:
                return differ || is_tentative_pair()
                           ? false
                           : decide("entailment", Verdict::Agree, relation_.why);
            case Relatedness::Contains:
                return decide("entailment", Verdict::Scope, relation_.why);
            case Relatedness::Near:
                return decide("entailment", Verdict::Scope, relation_.why);
            case Relatedness::Versions:
                return decide("wording", Verdict::Wording, relation_.why);
            case Relatedness::Apart:
                break;
        }
        if (differ || both_negative) {
            return decide("commitment", Verdict::Different,
                          "denying one value says nothing of another");
        }
        note("entailment", relation_.why);
        return false;
    }

    /// One side states what the other holds possible; a condition ("if it sinks") is no doubt. Says
    /// nothing where several values hold at
    /// once, or where the scale of the rule is commitment itself: then the level has said it.
    bool is_tentative_pair() const {
        if (!rule_.is_functional || rule_.compare.kind == CompareKind::Sets ||
            measures_commitment()) {
            return false;
        }
        const Certainty a = left_.qualifiers.certainty;
        const Certainty b = right_.qualifiers.certainty;
        return (a == Certainty::Possible && b == Certainty::Asserted) ||
               (b == Certainty::Possible && a == Certainty::Asserted);
    }

    bool measures_commitment() const {
        return std::any_of(rules_.scales.begin(), rules_.scales.end(), [&](const Scale& scale) {
            return scale.id == rule_.scale &&
                   std::any_of(scale.levels.begin(), scale.levels.end(),
                               [](const ScaleLevel& level) { return level.name == "asserted"; });
        });
    }

    bool is_commitment() {
        const bool differ = is_negative(left_.qualifiers) != is_negative(right_.qualifiers);
        if (relation_.relatedness == Relatedness::Same && differ) {
            relation_.severity = 2;
            if (is_tentative_pair()) {
                return decide("commitment", Verdict::Certainty,
                              "one side denies what the other holds possible");
            }
            return decide_clash_text("one side asserts it, the other denies it");
        }
        if (relation_.relatedness == Relatedness::Same && is_tentative_pair()) {
            return decide("commitment", Verdict::Certainty,
                          fmt::format("{} on one side, {} on the other",
                                      atodds::name_of(left_.qualifiers.certainty),
                                      atodds::name_of(right_.qualifiers.certainty)));
        }
        note("commitment", left_.qualifiers.certainty == right_.qualifiers.certainty
                               ? "both sides are committed alike"
                               : "one side is less sure, but of another value");
        return false;
    }

    bool decide_clash() { return decide_clash_text(relation_.why); }

    bool decide_clash_text(const std::string& why) {
        if (pending_update_.reason != UpdateReason::None) {
            judgement_.update = pending_update_.reason;
            judgement_.level = pending_update_.level;
            return decide("separators", Verdict::Update, pending_update_.text);
        }
        judgement_.level = clash_level();
        if (measures_commitment()) {
            return decide("commitment", Verdict::Certainty, why);
        }
        return decide("clash", Verdict::Disagree, why + ", and every excuse has failed");
    }

    Level clash_level() const {
        if (rule_.compare.kind == CompareKind::Sets || !rule_.is_functional) {
            return Level::Note;
        }
        int level = static_cast<int>(rule_.level);
        level += relation_.severity < 2 ? 1 : 0;
        level +=
            is_tentative(left_.qualifiers.certainty) || is_tentative(right_.qualifiers.certainty)
                ? 1
                : 0;
        return static_cast<Level>(std::min(level, static_cast<int>(Level::Note)));
    }

    const RuleSet& rules_;
    const EntityFinder& entities_;
    const Rule& rule_;
    const Fact& left_;
    const FactSource& left_source_;
    const Fact& right_;
    const FactSource& right_source_;
    ValueRelation relation_;
    UpdateExcuse pending_update_;
    Judgement judgement_;
};

}  // namespace

Comparator::Comparator(const RuleSet& rules, const EntityFinder& entities)
    : rules_(&rules), entities_(&entities), weights_(rules.weights), totals_(rules.categories) {
    for (const Rule& rule : rules.rules) {
        by_id_.emplace(rule.id, &rule);
    }
}

const Rule* Comparator::rule_of(const Fact& fact) const {
    const auto found = by_id_.find(fact.rule);
    return found == by_id_.end() ? nullptr : found->second;
}

Judgement Comparator::judge_open(const OpenFact& left, const FactSource& left_source,
                                 const OpenFact& right, const FactSource& right_source,
                                 Reasons reasons) const {
    return excuse_open_update(
        totals_, *left.fact, left_source, *right.fact, right_source,
        judge_open_facts({entities_, &weights_, reasons}, left, left_source, right, right_source));
}

Judgement Comparator::judge_declared(const Fact& left, const FactSource& left_source,
                                     const Fact& right, const FactSource& right_source) const {
    const Rule* rule = rule_of(left);
    if (rule == nullptr || left.rule != right.rule) {
        Judgement judgement;
        judgement.trace.push_back({"same-fact", "facts of two rules", true});
        return judgement;
    }
    return Comparison(*rules_, *entities_, *rule, left, left_source, right, right_source).run();
}

Judgement Comparator::judge(const Fact& left, const FactSource& left_source, const Fact& right,
                            const FactSource& right_source) const {
    if (is_quotation(left) && is_quotation(right)) {
        return judge_quotations(*entities_, left, right);
    }
    if (left.tier == Tier::Open && right.tier == Tier::Open) {
        const OpenWords left_words(left);
        const OpenWords right_words(right);
        return judge_open({&left, &left_words}, left_source, {&right, &right_words}, right_source,
                          Reasons::Always);
    }
    return judge_declared(left, left_source, right, right_source);
}

Judgement Comparator::judge_briefly(const OpenFact& left, const FactSource& left_source,
                                    const OpenFact& right, const FactSource& right_source) const {
    if (is_quotation(*left.fact) && is_quotation(*right.fact)) {
        return judge_quotations(*entities_, *left.fact, *right.fact);
    }
    if (left.fact->tier == Tier::Open && right.fact->tier == Tier::Open) {
        return judge_open(left, left_source, right, right_source, Reasons::OfFindings);
    }
    return judge_declared(*left.fact, left_source, *right.fact, right_source);
}

}  // namespace atodds
