#include "compare/open_time.hpp"

#include "base/date.hpp"
#include "values/interval.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace atodds {
namespace {

/// A stated time. Of a day without a year only month and day count.
struct StatedTime {
    DayInterval days;
    bool is_yearless = false;
    bool is_before = false;  ///< "before X": all days up to X
    bool is_after = false;   ///< "after X": all days from X on
};

/// A leap year, so that every day without a year exists in it.
constexpr std::string_view kAnyYear = "2000";

bool take_prefix(std::string_view& text, std::string_view prefix) {
    if (!text.starts_with(prefix)) {
        return false;
    }
    text.remove_prefix(prefix.size());
    return true;
}

/// Reads what to_text(DayInterval) writes. Nothing where no end is stated.
std::optional<DayInterval> parse_days(std::string_view text) {
    const std::size_t dots = text.find("..");
    if (dots == std::string_view::npos) {
        const std::optional<Day> day = parse_iso_day(text);
        return day ? std::optional(one_day(*day)) : std::nullopt;
    }
    DayInterval days{parse_iso_day(text.substr(0, dots)), parse_iso_day(text.substr(dots + 2))};
    if (days.to) {
        *days.to += std::chrono::days{1};
    }
    return days.is_unbounded() ? std::nullopt : std::optional(days);
}

std::optional<StatedTime> parse_time(std::string_view text) {
    StatedTime time;
    time.is_before = take_prefix(text, "before ");
    time.is_after = take_prefix(text, "after ");
    take_prefix(text, "by ");  // its days are those of the limit already
    std::string dated(text);
    if (take_prefix(text, "XX")) {
        time.is_yearless = true;
        dated = std::string(kAnyYear) + std::string(text);
    }
    const std::optional<DayInterval> days = parse_days(dated);
    if (!days) {
        return std::nullopt;
    }
    time.days = *days;
    return time;
}

std::vector<StatedTime> times_of(const Fact& fact) {
    std::vector<StatedTime> times;
    for (const SlotValue& slot : fact.slots) {
        if (slot.slot == "time") {
            if (const std::optional<StatedTime> time = parse_time(slot.value)) {
                times.push_back(*time);
            }
        }
    }
    return times;
}

Day in_year_of(Day day, Day other) {
    const std::chrono::year_month_day date{day};
    const std::chrono::year_month_day model{other};
    return std::chrono::sys_days{model.year() / date.month() / date.day()};
}

void move_to_year(DayInterval& days, const DayInterval& model) {
    const std::optional<Day> year = model.from ? model.from : model.to;
    if (year && days.from) {
        const auto length = days.to ? *days.to - *days.from : std::chrono::days{1};
        days.from = in_year_of(*days.from, *year);
        days.to = *days.from + length;
    }
}

/// All days that "before X" and "after X" stand for.
DayInterval reach_of(const StatedTime& time) {
    if (time.is_before) {
        return {std::nullopt, time.days.from ? time.days.from : time.days.to};
    }
    if (time.is_after) {
        return {time.days.to ? time.days.to : time.days.from, std::nullopt};
    }
    return time.days;
}

TimeOrder order_of(StatedTime left, StatedTime right) {
    if (left.is_yearless && !right.is_yearless) {
        move_to_year(left.days, right.days);
    } else if (right.is_yearless && !left.is_yearless) {
        move_to_year(right.days, left.days);
    }
    const DayInterval a = reach_of(left);
    const DayInterval b = reach_of(right);
    if (a.to && b.from && *a.to <= *b.from) {
        return TimeOrder::LeftFirst;
    }
    if (b.to && a.from && *b.to <= *a.from) {
        return TimeOrder::RightFirst;
    }
    const bool is_limit = left.is_before || left.is_after || right.is_before || right.is_after;
    return is_limit && a != b ? TimeOrder::Meeting : TimeOrder::Same;
}

}  // namespace

TimeOrder time_order(const Fact& left, const Fact& right) {
    std::optional<TimeOrder> common;
    for (const StatedTime& a : times_of(left)) {
        for (const StatedTime& b : times_of(right)) {
            const TimeOrder order = order_of(a, b);
            if (order == TimeOrder::Same) {
                return order;
            }
            common = !common || *common == order ? order : TimeOrder::Meeting;
        }
    }
    return common.value_or(TimeOrder::Unknown);
}

bool can_have_grown(const Value& earlier, const Value& later) {
    const Interval first = to_interval(earlier);
    const Interval then = to_interval(later);
    const bool has_fallen = first.low && then.high && *then.high <= *first.low &&
                            !(first.low_is_in && then.high_is_in && *then.high == *first.low);
    return !has_fallen;
}

}  // namespace atodds
