#include "cli/finding_source.hpp"

#include "cli/input.hpp"
#include "cli/outputs.hpp"
#include "cli/progress_line.hpp"
#include "cli/report_run.hpp"
#include "review/memory_file.hpp"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <utility>

namespace atodds {
namespace {

using Json = nlohmann::json;

std::string text_in(const Json& object, const char* key) {
    const auto found = object.find(key);
    return found != object.end() && found->is_string() ? found->get<std::string>() : "";
}

Level level_named(const std::string& name) {
    return name == "error" ? Level::Error : name == "warning" ? Level::Warning : Level::Note;
}

// As much of a finding as memory files keep.
Finding finding_from(const Json& object) {
    Finding finding;
    finding.id = text_in(object, "id");
    finding.rule = text_in(object, "rule");
    finding.key = text_in(object, "key");
    finding.fact = text_in(object, "fact");
    finding.level = level_named(text_in(object, "level"));
    const auto sides = object.find("sides");
    if (sides == object.end() || !sides->is_array()) {
        return finding;
    }
    for (const Json& item : *sides) {
        Side side;
        side.value = item.is_object() ? text_in(item, "value") : "";
        const auto articles = item.is_object() ? item.find("articles") : item.end();
        if (articles != item.end() && articles->is_array()) {
            for (const Json& article : *articles) {
                side.articles.push_back(article.is_string() ? article.get<std::string>() : "");
            }
        }
        finding.sides.push_back(std::move(side));
    }
    return finding;
}

Result<Report> read_report(const std::string& file, const Console& console) {
    const Result<std::string> bytes = read_input(file, console);
    if (!bytes) {
        return bytes.error();
    }
    const Json json = Json::parse(*bytes, nullptr, false);
    const bool is_report = json.is_object() && text_in(json, "schema") == "atodds-report/1" &&
                           json.contains("findings") && json["findings"].is_array();
    if (!is_report) {
        return Error{ErrorCode::BadFormat,
                     "no report of atodds in JSON: expected the schema \"atodds-report/1\"",
                     {file, {}},
                     "write one with: atodds report PATH... -o json:FILE"};
    }
    Report report;
    for (const Json& item : json["findings"]) {
        Finding finding = item.is_object() ? finding_from(item) : Finding{};
        if (is_fingerprint(finding.id)) {
            report.findings.push_back(std::move(finding));
        }
    }
    return report;
}

}  // namespace

Result<FoundFindings> find_findings(const FindingSource& source, const Console& console) {
    if (!source.report_file.empty()) {
        Result<Report> report = read_report(source.report_file, console);
        if (!report) {
            return report.error();
        }
        return FoundFindings{std::move(*report), kExitClean};
    }
    const LoadedRules loaded = load_rules_and_tell(source.run, console);
    if (!loaded.is_usable()) {
        return FoundFindings{{}, kExitIncomplete};
    }
    RunOptions run = source.run;
    run.most_findings = 0;  // what is not listed could not be remembered
    ProgressLine line(console);
    Result<Report> report =
        report_on_paths(loaded.rules, run, [&](const ProgressState& state) { line.show(state); });
    line.clear();
    if (!report) {
        return report.error();
    }
    tell(report->diagnostics, console);
    const bool is_whole = loaded.exit_code == kExitClean && !has_error(report->diagnostics);
    return FoundFindings{std::move(*report), is_whole ? kExitClean : kExitIncomplete};
}

}  // namespace atodds
