#include "compare/running_totals.hpp"

#include "compare/fact_time.hpp"

#include <algorithm>
#include <string_view>

namespace atodds {
namespace {

bool has_any(const Fact& fact, std::string_view slot, const std::set<std::string>& words) {
    return std::any_of(fact.slots.begin(), fact.slots.end(), [&](const SlotValue& own) {
        return own.slot == slot && words.contains(own.value);
    });
}

/// Two stages are two steps of one matter: what was asked for and what was agreed.
bool are_two_stages(const Fact& left, const Fact& right) {
    const Stage a = left.qualifiers.stage;
    const Stage b = right.qualifiers.stage;
    return a != b && a != Stage::Unstated && b != Stage::Unstated;
}

/// Figures of another order of magnitude count something else.
bool are_of_one_order(const Value& left, const Value& right) {
    constexpr int kMost = 10;
    const Decimal a = left.amount.absolute();
    const Decimal b = right.amount.absolute();
    return a <= b * Decimal(kMost) && b <= a * Decimal(kMost);
}

Judgement as_update(Judgement judgement, UpdateReason reason, Level level, std::string text) {
    judgement.trace.pop_back();  // the step that decided for a clash
    judgement.trace.push_back({"separators", std::move(text), true});
    judgement.verdict = Verdict::Update;
    judgement.update = reason;
    judgement.update_possible = false;
    judgement.level = level;
    return judgement;
}

}  // namespace

RunningTotals::RunningTotals(const std::vector<CategoryList>& categories) {
    for (const CategoryList& list : categories) {
        if (list.id != "running-totals") {
            continue;
        }
        for (const CategoryList::Entry& entry : list.entries) {
            if (entry.name == "so far") {
                phrases_.insert(phrases_.end(), entry.words.begin(), entry.words.end());
                continue;
            }
            auto& words = entry.name == "counted" ? nouns_ : entry.name == "done" ? verbs_ : never_;
            words.insert(entry.words.begin(), entry.words.end());
        }
    }
}

bool RunningTotals::is_total(const Fact& fact) const {
    const Value& value = fact.value;
    const bool is_amount = value.type == ValueType::Number || value.type == ValueType::Money;
    // "Raised $40,000" reads like an increase; where the verb is that of a total it is the total.
    const bool is_level = value.change == Change::None || value.change == Change::FromTo ||
                          has_any(fact, "predicate", verbs_);
    if (!is_amount || !is_level || !value.per.empty() || has_any(fact, "modifier", never_) ||
        has_any(fact, "noun", never_)) {
        return false;
    }
    return has_any(fact, "noun", nouns_) || has_any(fact, "modifier", nouns_) ||
           has_any(fact, "predicate", verbs_) || has_any(fact, "modifier", verbs_) ||
           std::any_of(phrases_.begin(), phrases_.end(), [&](const std::string& phrase) {
               return fact.quote.find(phrase) != std::string::npos;
           });
}

Judgement excuse_open_update(const RunningTotals& totals, const Fact& left,
                             const FactSource& left_source, const Fact& right,
                             const FactSource& right_source, Judgement judgement) {
    // Totals told for two days are two figures for the open comparator, and one history here.
    const bool are_totals = totals.is_total(left) && totals.is_total(right) &&
                            are_of_one_order(left.value, right.value);
    const bool is_set_apart = judgement.verdict == Verdict::Different && are_totals &&
                              judgement.trace.back().step == "separators";
    if (judgement.verdict != Verdict::Disagree && !is_set_apart) {
        return judgement;
    }
    if (are_two_stages(left, right)) {
        return as_update(std::move(judgement), UpdateReason::Stage, Level::Note,
                         "two stages of one matter: the later supersedes the earlier");
    }
    const UpdateExcuse excuse = find_update(left, left_source, right, right_source,
                                            are_totals ? Growth::Total : Growth::Fixed);
    if (is_set_apart && excuse.reason == UpdateReason::None) {
        return judgement;
    }
    judgement.update_possible = excuse.update_possible;
    if (excuse.reason == UpdateReason::None) {
        if (!excuse.text.empty()) {
            judgement.trace.insert(judgement.trace.end() - 1, {"separators", excuse.text, false});
        }
        return judgement;
    }
    if (excuse.reason == UpdateReason::EventTime) {
        judgement.trace.back() = {"separators", excuse.text, true};
        judgement.verdict = Verdict::Different;
        judgement.level = Level::Note;
        judgement.update_possible = false;
        return judgement;
    }
    return as_update(std::move(judgement), excuse.reason, excuse.level, excuse.text);
}

}  // namespace atodds
