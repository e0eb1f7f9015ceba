#include "report/alert.hpp"
#include "report/format_writers.hpp"
#include "report/json_objects.hpp"

#include <fmt/format.h>

#include <string>
#include <utility>

namespace atodds {
namespace {

std::string_view severity_of(Level level) {
    switch (level) {
        case Level::Error:
            return "ERROR";
        case Level::Warning:
            return "WARNING";
        case Level::Note:
            break;
    }
    return "INFO";
}

// github.com/reviewdog/reviewdog, proto/rdf/reviewdog.proto: columns count bytes from 1, the end
// is behind the last one.
Json position(const TextPlace& place) {
    return {{"line", place.line}, {"column", place.byte_column}};
}

Json location_of(const QuotePlace& place) {
    Json location = {{"path", place.path}};
    if (place.range) {
        location["range"] = {{"start", position(place.range->begin)},
                             {"end", position(place.range->end)}};
    }
    return location;
}

}  // namespace

std::string to_rdjson(const Report& report, const FormatOptions& options) {
    Json diagnostics = Json::array();
    for (const Alert& alert : shown_alerts(report, options)) {
        Json related = Json::array();
        for (const QuotePlace& place : alert.related) {
            if (place.is_linkable) {
                related.push_back({{"message", fmt::format("{}: \"{}\"", source_and_day(place),
                                                           alert.finding->sides[place.side].value)},
                                   {"location", location_of(place)}});
            }
        }
        Json diagnostic = {{"message", alert_message(alert)},
                           {"location", location_of(alert.primary)},
                           {"severity", severity_of(alert.finding->level)},
                           {"code", {{"value", alert.finding->rule}}}};
        if (!related.empty()) {
            diagnostic["related_locations"] = std::move(related);
        }
        diagnostics.push_back(std::move(diagnostic));
    }
    const Json result = {{"source", {{"name", "atodds"}}},
                         {"severity", "WARNING"},
                         {"diagnostics", std::move(diagnostics)}};
    return dumped_indented(result);
}

}  // namespace atodds
