#include "compare/history.hpp"

#include "base/utf8.hpp"
#include "compare/fact_time.hpp"
#include "compare/revisions.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <map>
#include <optional>
#include <set>
#include <string_view>
#include <tuple>
#include <unordered_map>
#include <utility>
#include <vector>

namespace atodds {
namespace {

constexpr std::uint32_t kNoSide = 0xFFFFFFFF;

/// "Revised", "lowered": the statement itself says that the figure came down.
bool tells_of_revision(const Fact& fact) {
    constexpr std::array<std::string_view, 8> kWords = {
        "revis", "lowered", "correct", "recount", "reduced", "down from", "miscount", "downgrad"};
    const std::string quote = to_lower(fact.quote);
    return std::any_of(kWords.begin(), kWords.end(), [&](std::string_view word) {
        return quote.find(word) != std::string::npos;
    });
}

std::string key_of(const Fact& fact) {
    std::string key = fact.rule;
    for (const SlotValue& slot : fact.slots) {
        key += fmt::format("|{}={}", slot.slot, slot.value);
    }
    return key;
}

bool is_total(UpdateReason reason) {
    return reason == UpdateReason::Grown || reason == UpdateReason::RevisedDown;
}

bool supersedes(UpdateReason reason) {
    switch (reason) {
        case UpdateReason::Changed:
        case UpdateReason::Grown:
        case UpdateReason::RevisedDown:
        case UpdateReason::Corrected:
        case UpdateReason::SilentEdit:
            return true;
        case UpdateReason::None:
        case UpdateReason::Stage:
        case UpdateReason::Phase:
        case UpdateReason::EventTime:
            break;
    }
    return false;
}

/// One statement of a side.
struct Stated {
    std::optional<Day> day;  ///< without a date the earliest the text allows, if any
    DayBasis basis = DayBasis::Bound;
    std::uint32_t side = 0;
    const Fact* fact = nullptr;
};

class Histories {
  public:
    explicit Histories(Report& report) : report_(&report) {
        for (const Article& article : report.articles) {
            sources_.emplace(article.id, to_fact_source(article));
        }
        for (const Fact& fact : report.facts) {
            facts_.emplace(fact.id, &fact);
            if (fact.tier == Tier::Declared) {
                by_key_[key_of(fact)].push_back(&fact);
            }
            if (is_taken_back(fact)) {
                taken_back_[fact.article].push_back(&fact);
            }
        }
    }

    void add() {
        for (const Finding& agreement : report_->agreements) {
            for (const Side& side : agreement.sides) {
                for (const std::string& id : side.facts) {
                    alike_[id].push_back(&side);
                }
            }
        }
        for (Finding& finding : report_->findings) {
            add_history(finding);
            if (finding.verdict == Verdict::Update && supersedes(finding.update) &&
                finding.kind == FindingKind::CrossArticle) {
                add_stale(finding);
            }
        }
        const auto key = [](const StaleCopy& copy) {
            return std::tie(copy.status, copy.article, copy.finding, copy.value);
        };
        std::sort(report_->stale.begin(), report_->stale.end(),
                  [&](const StaleCopy& a, const StaleCopy& b) { return key(a) < key(b); });
    }

  private:
    std::vector<Stated> stated_in(const Finding& finding) const {
        std::vector<Stated> all;
        for (std::uint32_t side = 0; side < finding.sides.size(); ++side) {
            for (const std::string& id : facts_of(finding.sides[side])) {
                const auto fact = facts_.find(id);
                const auto source =
                    fact == facts_.end() ? sources_.end() : sources_.find(fact->second->article);
                if (source != sources_.end()) {
                    const AsOf day = as_of(*fact->second, source->second);
                    all.push_back({day.days.from, day.basis, side, fact->second});
                }
            }
        }
        std::stable_sort(all.begin(), all.end(), [](const Stated& a, const Stated& b) {
            return std::tie(a.day, a.side, a.fact->article) <
                   std::tie(b.day, b.side, b.fact->article);
        });
        return all;
    }

    /// Facts of the side, and those that agree with one of them in the same words: an article that
    /// nobody contradicts belongs to the history of a value too.
    std::set<std::string> facts_of(const Side& side) const {
        std::set<std::string> ids(side.facts.begin(), side.facts.end());
        for (const std::string& id : side.facts) {
            const auto found = alike_.find(id);
            if (found != alike_.end()) {
                for (const Side* other : found->second) {
                    ids.insert(other->facts.begin(), other->facts.end());
                }
            }
        }
        return ids;
    }

    void add_history(Finding& finding) const {
        std::set<std::pair<std::uint32_t, std::string>> seen;
        finding.history.clear();
        for (const Stated& stated : stated_in(finding)) {
            const bool is_said = !is_taken_back(*stated.fact);
            if (!stated.day || !is_said ||
                !seen.insert({stated.side, stated.fact->article}).second) {
                continue;
            }
            finding.history.push_back(
                {*stated.day, stated.side, stated.fact->article, stated.basis});
            Side& side = finding.sides.at(stated.side);
            // A bound says when an article cannot yet have been written: nobody was first by it.
            if (!side.first_seen && stated.basis != DayBasis::Bound) {
                side.first_seen = stated.day;
                side.first_article = stated.fact->article;
            }
        }
    }

    bool is_taken_back_in(const Finding& finding, std::uint32_t side) const {
        const Fact* stated = first_fact(finding.sides.at(side));
        return stated != nullptr &&
               std::any_of(finding.sides.begin(), finding.sides.end(), [&](const Side& other) {
                   return std::any_of(
                       other.articles.begin(), other.articles.end(),
                       [&](const std::string& article) { return takes_back(article, *stated); });
               });
    }

    bool takes_back(const std::string& article, const Fact& stated) const {
        const auto found = taken_back_.find(article);
        return found != taken_back_.end() &&
               std::any_of(found->second.begin(), found->second.end(), [&](const Fact* fact) {
                   return fact->rule == stated.rule && have_equal_values(fact->value, stated.value);
               });
    }

    const Fact* first_fact(const Side& side) const {
        const auto fact = side.facts.empty() ? facts_.end() : facts_.find(side.facts.front());
        return fact == facts_.end() ? nullptr : fact->second;
    }

    /// The value that holds in the end, since when, and who had it first.
    struct Current {
        std::uint32_t side = kNoSide;
        std::optional<Day> since;
        std::string article;
        std::uint32_t came_down_from = kNoSide;  ///< the larger figure that a new one replaced
    };

    Current current_of(const Finding& finding, const std::vector<Stated>& all,
                       const std::set<std::uint32_t>& gone) const {
        Current current;
        std::set<std::uint32_t> seen;
        for (const Stated& stated : all) {
            const bool counts = stated.day && stated.basis != DayBasis::Bound && is_plain(stated) &&
                                !gone.contains(stated.side);
            if (!counts || stated.side == current.side) {
                continue;
            }
            const bool is_new = seen.insert(stated.side).second && !was_stated_before(stated);
            const bool is_smaller = current.side != kNoSide && is_less(finding, stated, current);
            const bool is_same_day = current.side != kNoSide && current.since == stated.day;
            if (is_same_day && !is_total(finding.update)) {
                return {};  // two values on one day: nobody can say which one replaced which
            }
            if ((!is_new && !tells_of_revision(*stated.fact)) || (is_smaller && is_same_day)) {
                continue;
            }
            current = {stated.side, stated.day, stated.fact->article,
                       is_smaller ? current.side : kNoSide};
        }
        return current;
    }

    bool is_less(const Finding& finding, const Stated& stated, const Current& current) const {
        const Fact* other = first_fact(finding.sides.at(current.side));
        return other != nullptr && stated.fact->value.type == other->value.type &&
               stated.fact->value.amount < other->value.amount;
    }

    /// True where an article of an earlier day has the amount, be it behind a hedge: "at least 12"
    /// clashes with no later figure, and so stands in no finding.
    bool was_stated_before(const Stated& stated) const {
        const auto found = by_key_.find(key_of(*stated.fact));
        return stated.fact->tier == Tier::Declared && found != by_key_.end() &&
               std::any_of(found->second.begin(), found->second.end(), [&](const Fact* other) {
                   const auto source = sources_.find(other->article);
                   const AsOf day =
                       source == sources_.end() ? AsOf{} : as_of(*other, source->second);
                   return day.days.from && *day.days.from < *stated.day &&
                          have_equal_values(other->value, stated.fact->value);
               });
    }

    static bool is_plain(const Stated& stated) {
        return !is_taken_back(*stated.fact) && stated.fact->qualifiers.phase != Phase::Earlier;
    }

    void add_stale(Finding& finding) {
        const std::vector<Stated> all = stated_in(finding);
        std::set<std::uint32_t> gone;
        for (std::uint32_t side = 0; side < finding.sides.size(); ++side) {
            if (is_taken_back_in(finding, side)) {
                gone.insert(side);
            }
        }
        const Current current = current_of(finding, all, gone);
        if (current.side == kNoSide) {
            return;
        }
        std::set<std::string> done;
        for (const Stated& stated : all) {
            if (stated.side == current.side) {
                done.insert(stated.fact->article);  // says the newer value as well
            }
        }
        bool has_late_copy = false;
        for (const Stated& stated : all) {
            if (!is_plain(stated) || !clash(finding, stated.side, current.side) ||
                !done.insert(stated.fact->article).second) {
                continue;
            }
            const StaleCopy copy = stale_copy(finding, stated, current);
            has_late_copy = has_late_copy || copy.status == StaleStatus::StillStates;
            report_->stale.push_back(copy);
        }
        if (finding.update == UpdateReason::RevisedDown) {
            retell(finding, current, has_late_copy);
        }
    }

    static bool clash(const Finding& finding, std::uint32_t a, std::uint32_t b) {
        return std::find(finding.conflicts.begin(), finding.conflicts.end(),
                         std::pair(std::min(a, b), std::max(a, b))) != finding.conflicts.end();
    }

    static StaleCopy stale_copy(const Finding& finding, const Stated& stated,
                                const Current& current) {
        StaleCopy copy;
        copy.article = stated.fact->article;
        copy.finding = finding.id;
        copy.fact = finding.fact;
        copy.value = finding.sides.at(stated.side).value;
        copy.current = finding.sides.at(current.side).value;
        copy.superseded_by = current.article;
        copy.since = current.since;
        const bool is_later = stated.day && current.since && *stated.day > *current.since;
        if (stated.basis != DayBasis::Bound) {
            copy.dated = stated.day;
            copy.status = is_later ? StaleStatus::StillStates : StaleStatus::NeedsCorrection;
        } else {
            copy.status = is_later ? StaleStatus::StillStates : StaleStatus::Undated;
        }
        return copy;
    }

    /// Pairs alone cannot tell a revision from an article that prints an older figure again.
    static void retell(Finding& finding, const Current& current, bool has_late_copy) {
        const std::string& value = finding.sides.at(current.side).value;
        std::string text;
        if (current.came_down_from != kNoSide) {
            text = fmt::format("a running total revised down from {} to {} on {}",
                               finding.sides.at(current.came_down_from).value, value,
                               to_iso(*current.since));
        } else if (has_late_copy) {
            finding.update = UpdateReason::Grown;
            text = fmt::format(
                "a running total that has grown: an older figure is stated again "
                "after {} appeared on {}",
                value, to_iso(*current.since));
        }
        for (TraceStep& step : finding.trace) {
            if (step.decides && !text.empty()) {
                step.text = text;
            }
        }
    }

    Report* report_;
    std::unordered_map<std::string, FactSource> sources_;                   // lookups only
    std::unordered_map<std::string, const Fact*> facts_;                    // lookups only
    std::unordered_map<std::string, std::vector<const Fact*>> taken_back_;  // lookups only
    std::unordered_map<std::string, std::vector<const Fact*>> by_key_;      // lookups only
    std::unordered_map<std::string, std::vector<const Side*>> alike_;       // lookups only
};

}  // namespace

void add_histories(Report& report) {
    report.stale.clear();
    Histories(report).add();
}

}  // namespace atodds
