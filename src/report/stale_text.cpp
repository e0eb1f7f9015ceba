#include "report/stale_text.hpp"

#include "report/fact_text.hpp"

#include <fmt/format.h>

namespace atodds {
namespace {

// Archives are long; the first few show what kind they are. A guess.
constexpr std::size_t kShownArchives = 5;

std::string place_of(const std::string& id, const ReportLookup& lookup) {
    const Article* article = lookup.article(id);
    return article == nullptr || article->path.empty() ? id : article->path;
}

std::string line_of(const StaleCopy& copy, const ReportLookup& lookup) {
    const std::string dated = copy.dated ? to_iso(*copy.dated) : "no date";
    const std::string since = copy.since ? " since " + to_iso(*copy.since) : "";
    return fmt::format("{} ({}) {} \"{}\", now \"{}\"{} ({}): {}", place_of(copy.article, lookup),
                       dated, copy.status == StaleStatus::StillStates ? "still states" : "states",
                       copy.value, copy.current, since, place_of(copy.superseded_by, lookup),
                       copy.fact);
}

}  // namespace

std::vector<std::string> stale_lines(const Report& report, const ReportLookup& lookup) {
    std::vector<std::string> lines;
    std::size_t archives = 0;
    for (const StaleCopy& copy : report.stale) {
        archives += copy.status == StaleStatus::StillStates ? 0 : 1;
        if (archives <= kShownArchives || copy.status == StaleStatus::StillStates) {
            lines.push_back(line_of(copy, lookup));
        }
    }
    if (archives > kShownArchives) {
        lines.push_back(fmt::format("and {} more to put right; the json report has all",
                                    archives - kShownArchives));
    }
    return lines;
}

}  // namespace atodds
