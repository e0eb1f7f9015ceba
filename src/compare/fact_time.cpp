#include "compare/fact_time.hpp"

#include "compare/value_relation.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <string_view>

namespace atodds {
namespace {

bool is_amount(const Value& value) {
    switch (value.type) {
        case ValueType::Number:
        case ValueType::Ordinal:
        case ValueType::Percent:
        case ValueType::PercentagePoints:
        case ValueType::Money:
        case ValueType::Quantity:
        case ValueType::Duration:
            return true;
        case ValueType::Date:
        case ValueType::Level:
        case ValueType::Category:
        case ValueType::Entity:
        case ValueType::EntitySet:
        case ValueType::Polarity:
        case ValueType::Wording:
            break;
    }
    return false;
}

bool is_one_day(const DayInterval& days) {
    return days.from && days.to && *days.to == *days.from + std::chrono::days(1);
}

std::string day_text(const AsOf& as_of) {
    const std::string days = to_text(as_of.days);
    switch (as_of.basis) {
        case DayBasis::Said:
            return fmt::format("as of {}", days);
        case DayBasis::Updated:
            return fmt::format("updated {}", days);
        case DayBasis::Published:
            return days;
        case DayBasis::Bound:
            break;
    }
    if (as_of.days.is_unbounded()) {
        return "of no known date";
    }
    if (!as_of.days.to) {
        return fmt::format("without a date, but its text is not older than {}",
                           to_iso(*as_of.days.from));
    }
    if (!as_of.days.from) {
        return fmt::format("without a date, but its text is older than {}", to_iso(*as_of.days.to));
    }
    return fmt::format("without a date, but its text puts it in {}", days);
}

/// "rose from 12 to 15": the side itself says that it was the other's value before.
bool names_as_old(const Value& changed, const Value& other) {
    if (changed.change != Change::FromTo || !changed.low || other.change == Change::FromTo) {
        return false;
    }
    Value old = changed;
    old.change = Change::None;
    old.bound = Bound::Exact;
    old.amount = *changed.low;
    old.high = changed.low;
    return relate_amounts(old, other, Decimal()).relatedness == Relatedness::Same;
}

/// One comparison of two times; each question may find the excuse.
class TimeComparison {
  public:
    TimeComparison(const Fact& left, const FactSource& left_source, const Fact& right,
                   const FactSource& right_source, Growth growth)
        : left_(left),
          right_(right),
          left_day_(as_of(left, left_source)),
          right_day_(as_of(right, right_source)),
          order_(order_of(left_day_, right_day_)),
          growth_(growth),
          is_one_article_(left.article == right.article) {}

    UpdateExcuse run() {
        static_cast<void>(is_phase() || is_told_change() || is_other_time() || is_now() ||
                          is_later() || is_undecided());
        return std::move(excuse_);
    }

  private:
    bool find(UpdateReason reason, std::string text) {
        excuse_.reason = reason;
        excuse_.text = std::move(text);
        return true;
    }

    bool is_phase() {
        const Phase a = left_.qualifiers.phase;
        const Phase b = right_.qualifiers.phase;
        if ((a == Phase::Retracted) != (b == Phase::Retracted)) {
            return find(UpdateReason::Corrected, "one side says what an article has taken back");
        }
        // "Had been sold by May" speaks of a day that it names itself, and so does "as of May".
        const bool are_dated =
            left_.value.type != ValueType::Date && has_time(left_) && has_time(right_);
        return (a == Phase::Earlier) != (b == Phase::Earlier) && !are_dated &&
               find(UpdateReason::Phase, "one side speaks of before");
    }

    /// True where the statement of an open fact names a time beside it.
    static bool has_time(const Fact& fact) {
        return std::any_of(fact.slots.begin(), fact.slots.end(),
                           [](const SlotValue& slot) { return slot.slot == "time"; });
    }

    bool is_told_change() {
        return (names_as_old(left_.value, right_.value) ||
                names_as_old(right_.value, left_.value)) &&
               find(UpdateReason::Changed, "one side says itself that it was the other's value");
    }

    /// A date is its own time.
    bool name_both_times() const {
        return left_.value.type != ValueType::Date && !left_.qualifiers.event_time.is_unbounded() &&
               !right_.qualifiers.event_time.is_unbounded();
    }

    /// Totals told for two days are compared as totals below.
    bool is_other_time() {
        const DayInterval& a = left_.qualifiers.event_time;
        const DayInterval& b = right_.qualifiers.event_time;
        const bool are_told =
            left_.qualifiers.report_time == a && right_.qualifiers.report_time == b;
        if (!name_both_times() || !is_disjoint(a, b) || (are_told && growth_ == Growth::Total)) {
            return false;
        }
        return find(UpdateReason::EventTime,
                    fmt::format("the statements speak of different times, {} and {}", to_text(a),
                                to_text(b)));
    }

    /// "Now" against an older or undated statement; on one day both speak of now.
    bool is_now() {
        const bool left = left_.qualifiers.phase == Phase::Now;
        const bool right = right_.qualifiers.phase == Phase::Now;
        if (left == right || growth_ == Growth::Fixed || is_one_article_) {
            return false;
        }
        const bool is_newer = order_ == (left ? DayOrder::RightFirst : DayOrder::LeftFirst);
        return is_newer && find(UpdateReason::Phase,
                                fmt::format("one side says how it is now; {}", both_days()));
    }

    bool is_later() {
        const bool is_ordered = order_ == DayOrder::LeftFirst || order_ == DayOrder::RightFirst;
        if (!is_ordered || is_one_article_ || growth_ == Growth::Fixed) {
            return false;
        }
        if (growth_ == Growth::Total && is_amount(left_.value) && is_amount(right_.value)) {
            return find_total();
        }
        // Statements that both name the time of the event speak of that time, whenever printed.
        return !name_both_times() &&
               find(UpdateReason::Changed, fmt::format("the fact may change, and {}", both_days()));
    }

    bool find_total() {
        const Fact& early = order_ == DayOrder::LeftFirst ? left_ : right_;
        const Fact& late = order_ == DayOrder::LeftFirst ? right_ : left_;
        if (late.value.amount >= early.value.amount) {
            return find(UpdateReason::Grown,
                        fmt::format("a running total that has grown; {}", both_days()));
        }
        const bool is_hard = late.value.bound == Bound::Exact && early.value.bound == Bound::Exact;
        excuse_.level = is_hard ? Level::Warning : Level::Note;
        return find(UpdateReason::RevisedDown,
                    fmt::format("a running total revised down from {} to {}; {}",
                                to_display(early.value), to_display(late.value), both_days()));
    }

    bool is_undecided() {
        const bool is_missing =
            left_day_.basis == DayBasis::Bound || right_day_.basis == DayBasis::Bound;
        excuse_.update_possible = !is_one_article_ && is_missing &&
                                  (order_ == DayOrder::Unknown || growth_ == Growth::Fixed);
        if (excuse_.update_possible) {
            const bool knows_nothing =
                left_day_.days.is_unbounded() && right_day_.days.is_unbounded();
            excuse_.text = knows_nothing
                               ? "both dates are missing, so one may be an update of the other"
                               : fmt::format(
                                     "a date is missing, so one may be an update of the "
                                     "other: one is {}, the other {}",
                                     day_text(left_day_), day_text(right_day_));
        }
        return false;
    }

    std::string both_days() const {
        const bool is_missing =
            left_day_.basis == DayBasis::Bound || right_day_.basis == DayBasis::Bound;
        const std::string left = day_text(left_day_);
        const std::string right = day_text(right_day_);
        return is_missing ? fmt::format("one is {}, the other {}", left, right)
                          : fmt::format("the articles are of {} and {}", left, right);
    }

    const Fact& left_;
    const Fact& right_;
    AsOf left_day_;
    AsOf right_day_;
    DayOrder order_;
    Growth growth_;
    bool is_one_article_;
    UpdateExcuse excuse_;
};

/// News is printed a day after it is told; only an older day of telling dates the fact.
constexpr std::chrono::days kNewsCycle{2};

/// "As of Tuesday" always dates the fact; "said on Tuesday" only where that was some time ago.
bool is_told_for_a_day(const Fact& fact, const FactSource& source) {
    const DayInterval& told = fact.qualifiers.report_time;
    if (!is_one_day(told)) {
        return false;
    }
    const DayInterval& event = fact.qualifiers.event_time;
    const bool is_as_of = told == event || (!event.from && told.to == event.to);
    return is_as_of || (source.published && *told.from + kNewsCycle <= *source.published);
}

}  // namespace

AsOf as_of(const Fact& fact, const FactSource& source) {
    if (is_told_for_a_day(fact, source)) {
        return {fact.qualifiers.report_time, DayBasis::Said};
    }
    if (source.updated) {
        return {one_day(*source.updated), DayBasis::Updated};
    }
    if (source.published) {
        return {one_day(*source.published), DayBasis::Published};
    }
    return {source.date_bounds, DayBasis::Bound};
}

DayOrder order_of(const AsOf& left, const AsOf& right) {
    if (left.days.is_unbounded() || right.days.is_unbounded()) {
        return DayOrder::Unknown;
    }
    if (is_disjoint(left.days, right.days)) {
        const bool is_left_first =
            left.days.to && right.days.from && *left.days.to <= *right.days.from;
        return is_left_first ? DayOrder::LeftFirst : DayOrder::RightFirst;
    }
    return is_one_day(left.days) && left.days == right.days ? DayOrder::SameDay : DayOrder::Unknown;
}

UpdateExcuse find_update(const Fact& left, const FactSource& left_source, const Fact& right,
                         const FactSource& right_source, Growth growth) {
    return TimeComparison(left, left_source, right, right_source, growth).run();
}

}  // namespace atodds
