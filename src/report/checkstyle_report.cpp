#include "report/alert.hpp"
#include "report/fact_text.hpp"
#include "report/format_writers.hpp"
#include "report/xml_writer.hpp"

#include <fmt/format.h>

#include <map>
#include <string>
#include <vector>

namespace atodds {
namespace {

// checkstyle.org, SeverityLevel: ignore, info, warning, error.
std::string severity_of(Level level) {
    return level == Level::Note ? "info" : std::string(name_of(level));
}

}  // namespace

// Files in byte order, their findings in the order of the report. The source says who reports, then
// the rule, as names of classes do in the original.
std::string to_checkstyle(const Report& report, const FormatOptions& options) {
    const std::vector<Alert> alerts = shown_alerts(report, options);
    std::map<std::string, std::vector<const Alert*>> by_file;
    for (const Alert& alert : alerts) {
        by_file[alert.primary.path].push_back(&alert);
    }
    XmlWriter xml;
    xml.open("checkstyle", {{"version", "4.3"}});  // of the format, as most tools state it
    for (const auto& [file, of_file] : by_file) {
        xml.open("file", {{"name", file}});
        for (const Alert* alert : of_file) {
            xml.empty(
                "error",
                {{"line", fmt::format("{}", alert->primary.line())},
                 {"column", fmt::format("{}", alert->primary.column())},
                 {"severity", severity_of(alert->finding->level)},
                 {"message", fmt::format("{} [{}]", alert_message(*alert), alert->fingerprint())},
                 {"source", fmt::format("atodds.{}", alert->finding->rule)}});
        }
        xml.close();
    }
    xml.close();
    return xml.take();
}

}  // namespace atodds
