#include "compare/report_days.hpp"

#include <algorithm>
#include <chrono>
#include <tuple>
#include <utility>

namespace atodds {

namespace {

bool is_one_day(const DayInterval& days) {
    return days.from && days.to && *days.to - *days.from == std::chrono::days{1};
}

/// Whether `later` goes on where a run of single days ends.
bool follows_run(const DayInterval& run, const DayInterval& later) {
    return is_one_day(later) && run.to == later.from;
}

}  // namespace

std::string report_id(const std::string& outlet, const DayInterval& reported) {
    return reported.is_unbounded() ? outlet : outlet + "@" + to_text(reported);
}

void ReportDays::add(const std::string& outlet, const DayInterval& reported) {
    if (!reported.is_unbounded()) {
        days_[outlet].push_back(reported);
    }
}

void ReportDays::settle() {
    for (auto& [outlet, days] : days_) {
        std::ranges::sort(days, [](const DayInterval& a, const DayInterval& b) {
            return std::tie(a.from, a.to) < std::tie(b.from, b.to);
        });
        std::vector<DayInterval> parts;
        bool is_day = false;  // the last part is made of single days
        for (const DayInterval& next : days) {
            const bool is_one = !parts.empty() && (!is_disjoint(parts.back(), next) ||
                                                   (is_day && follows_run(parts.back(), next)));
            if (!is_one) {
                parts.push_back(next);
                is_day = is_one_day(next);
            } else {
                parts.back().to = std::max(parts.back().to, next.to);
                is_day = is_day && is_one_day(next);
            }
        }
        days = std::move(parts);
    }
}

DayInterval ReportDays::part_of(const std::string& outlet, const DayInterval& reported) const {
    const auto found = days_.find(outlet);
    if (found == days_.end() || found->second.size() < 2) {
        return {};
    }
    for (const DayInterval& part : found->second) {
        if (!reported.is_unbounded() && !is_disjoint(part, reported)) {
            return part;
        }
    }
    return found->second.back();
}

}  // namespace atodds
