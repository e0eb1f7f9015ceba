#include "report/alert.hpp"
#include "report/format_writers.hpp"
#include "report/json_objects.hpp"

#include <string>

namespace atodds {
namespace {

// docs.gitlab.com, "Code Quality report format": info, minor, major, critical or blocker.
std::string_view severity_of(Level level) {
    switch (level) {
        case Level::Error:
            return "major";
        case Level::Warning:
            return "minor";
        case Level::Note:
            break;
    }
    return "info";
}

}  // namespace

std::string to_gitlab(const Report& report, const FormatOptions& options) {
    Json issues = Json::array();
    for (const Alert& alert : shown_alerts(report, options)) {
        Json location = {{"path", alert.primary.path},
                         {"lines", {{"begin", alert.primary.line()}}}};
        // Issues of equal fingerprint are dropped, and there is one location only: both sides stand
        // in the description.
        issues.push_back({{"description", alert_message(alert)},
                          {"check_name", alert.finding->rule},
                          {"fingerprint", alert.fingerprint()},
                          {"severity", severity_of(alert.finding->level)},
                          {"location", std::move(location)}});
    }
    return dumped_indented(issues);
}

}  // namespace atodds
