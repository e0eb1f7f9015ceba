#include "review/suppression.hpp"

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

namespace atodds {
namespace {

struct SideState {
    bool is_checked = false;
    bool is_silent = false;
};

SideState state_of(const Side& side, const FactLookup& lookup, const FactTest& is_ignored) {
    std::size_t facts = 0;
    std::size_t ignored = 0;
    std::size_t checked = 0;
    std::size_t checked_and_ignored = 0;
    for (const std::string& id : side.facts) {
        const Fact* fact = lookup.fact(id);
        if (fact == nullptr) {
            continue;
        }
        const bool is_checked = lookup.is_checked(fact->article);
        const bool is_out = is_ignored(*fact);
        ++facts;
        ignored += is_out ? 1 : 0;
        checked += is_checked ? 1 : 0;
        checked_and_ignored += is_checked && is_out ? 1 : 0;
    }
    const bool is_silent_where_checked = checked > 0 && checked == checked_and_ignored;
    return {checked > 0, is_silent_where_checked || (facts > 0 && facts == ignored)};
}

}  // namespace

FactLookup::FactLookup(const Report& report) {
    for (const Fact& fact : report.facts) {
        facts_.emplace(fact.id, &fact);
    }
    checked_.insert(report.checked.begin(), report.checked.end());
}

const Fact* FactLookup::fact(std::string_view id) const {
    const auto found = facts_.find(id);
    return found == facts_.end() ? nullptr : found->second;
}

bool FactLookup::is_checked(std::string_view article) const {
    return checked_.empty() || checked_.contains(article);
}

bool is_silenced(const Finding& finding, const FactLookup& lookup, const FactTest& is_ignored) {
    std::vector<SideState> states;
    for (const Side& side : finding.sides) {
        states.push_back(state_of(side, lookup, is_ignored));
    }
    std::size_t clashes = 0;
    for (const auto& [left, right] : finding.conflicts) {
        const SideState& a = states.at(left);
        const SideState& b = states.at(right);
        if (!a.is_checked && !b.is_checked) {
            continue;
        }
        ++clashes;
        if (!a.is_silent && !b.is_silent) {
            return false;
        }
    }
    return clashes > 0;
}

}  // namespace atodds
