#pragma once
// Which reports of one outlet are one and which are two, as far as the days tell that credits name
// for them.

#include "base/date.hpp"

#include <map>
#include <string>
#include <vector>

namespace atodds {

/// One report of an outlet where others of it are about, too: "reuters@2025-08-12"; the outlet
/// itself for unbounded days.
std::string report_id(const std::string& outlet, const DayInterval& reported);

class ReportDays {
  public:
    /// Notes that a report of `outlet` is credited; `reported` may be unbounded.
    void add(const std::string& outlet, const DayInterval& reported);

    /// Joins days that overlap ("on Monday" and "this week" may be one report) and two days in a
    /// row: what one outlet has on its site in the evening another reads in print, or in another
    /// time zone. Call once, after the last add().
    void settle();

    /// The days of the report that is meant where the outlet has several; unbounded where it has
    /// one only. A report of unknown day is held to be the last, which news speak of.
    DayInterval part_of(const std::string& outlet, const DayInterval& reported) const;

  private:
    std::map<std::string, std::vector<DayInterval>> days_;
};

}  // namespace atodds
