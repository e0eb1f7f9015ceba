#include "report/alert.hpp"
#include "report/fact_text.hpp"
#include "report/finding_words.hpp"
#include "report/format_writers.hpp"
#include "report/json_objects.hpp"
#include "report/quote_text.hpp"
#include "report/repository_path.hpp"
#include "report/sarif_rules.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <string>
#include <utility>
#include <vector>

namespace atodds {
namespace {

// docs.oasis-open.org/sarif/sarif/v2.1.0: sections of it are named below.
constexpr std::string_view kSchema =
    "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json";

// Section 3.11.6 makes links of "[text](target)", 3.11.5 placeholders of "{0}": article text has to
// do without the characters, and keeps them in the snippets.
std::string message_text(std::string_view text) {
    std::string plain;
    for (const char character : text) {
        switch (character) {
            case '[':
            case '{':
                plain += '(';
                break;
            case ']':
            case '}':
                plain += ')';
                break;
            default:
                plain += character;
        }
    }
    return plain;
}

std::string file_name(std::string_view path) {
    const std::size_t slash = path.find_last_of('/');
    return message_text(slash == std::string_view::npos ? path : path.substr(slash + 1));
}

// One run with one result a finding. GitHub reads the first location only ("SARIF support for code
// scanning"), so other sides are related locations: it shows them where the message links them.
class SarifReport {
  public:
    SarifReport(const Report& report, const FormatOptions& options)
        : report_(&report), options_(&options), alerts_(alerts_of(report, options)) {}

    std::string print() {
        SarifRules rules(*report_);
        for (const Alert& alert : alerts_) {
            rules.add(*alert.finding);
        }
        Json results = Json::array();
        for (const Alert& alert : alerts_) {
            results.push_back(result_of(alert, rules));
        }
        Json driver = {{"name", "atodds"}};
        if (!options_->version.empty()) {
            driver["version"] = options_->version;
            driver["semanticVersion"] = options_->version;
        }
        driver["rules"] = rules.objects();
        Json run = {{"tool", {{"driver", std::move(driver)}}},
                    {"columnKind", "unicodeCodePoints"},
                    // GitHub keeps the results of different categories apart (section 3.17).
                    {"automationDetails", {{"id", "atodds/"}}},
                    {"invocations", Json::array({invocation()})},
                    {"artifacts", std::move(artifacts_)},
                    {"results", std::move(results)}};
        const Json log = {
            {"$schema", kSchema}, {"version", "2.1.0"}, {"runs", Json::array({std::move(run)})}};
        return dumped_indented(log);
    }

  private:
    // Numbered in the order of first mention (section 3.4.5).
    Json artifact_location(const std::string& path) {
        const auto [found, is_new] = artifact_numbers_.try_emplace(path, artifacts_.size());
        std::string uri = uri_of_path(path);
        if (is_new) {
            artifacts_.push_back({{"location", {{"uri", uri}}}, {"encoding", "UTF-8"}});
        }
        return {{"uri", std::move(uri)}, {"index", found->second}};
    }

    // Columns from 1, the end behind the last character (sections 3.30.6 and 3.30.8).
    static Json region(const QuotePlace& place) {
        if (!place.range) {
            return {{"startLine", 1}};
        }
        const TextPlace& begin = place.range->begin;
        const TextPlace& end = place.range->end;
        Json region = {{"startLine", begin.line},
                       {"startColumn", begin.column},
                       {"endLine", end.line},
                       {"endColumn", end.column}};
        if (place.fact != nullptr) {
            region["snippet"] = {{"text", place.fact->surface}};
        }
        return region;
    }

    Json location(const Alert& alert, const QuotePlace& place, std::size_t id) {
        const std::string& value = alert.finding->sides[place.side].value;
        return {
            {"id", id},
            {"physicalLocation",
             {{"artifactLocation", artifact_location(place.path)}, {"region", region(place)}}},
            {"message",
             {{"text",
               message_text(shown_plainly(fmt::format("{}: {}", source_and_day(place), value)))}}}};
    }

    // A link needs a file of the repository; an article from elsewhere is named in the text.
    static std::string message_of(const Alert& alert) {
        const auto name = [](const QuotePlace& place, std::size_t number) {
            return place.is_linkable
                       ? fmt::format("[{}:{}]({})", file_name(place.path), place.line(), number)
                       : message_text(named_plainly(place));
        };
        return alert_message(alert, name, message_text);
    }

    Json result_of(const Alert& alert, const SarifRules& rules) {
        const Finding& finding = *alert.finding;
        Json result = {{"ruleId", finding.rule},
                       {"ruleIndex", rules.index_of(finding)},
                       {"level", name_of(finding.level)},
                       {"message", {{"text", message_of(alert)}}},
                       {"locations", Json::array({location(alert, alert.primary, 0)})}};
        Json related = Json::array();
        for (std::size_t i = 0; i < alert.related.size(); ++i) {
            if (alert.related[i].is_linkable) {
                related.push_back(location(alert, alert.related[i], i + 1));
            }
        }
        if (!related.empty()) {
            result["relatedLocations"] = std::move(related);
        }
        // GitHub reads primaryLocationLineHash alone, as hash:count. Its own value is that of the
        // line, and a paragraph is one line: two findings in it would be one.
        result["partialFingerprints"] = {
            {"primaryLocationLineHash", fmt::format("{}:{}", finding.id, alert.ordinal)},
            {"atoddsFinding/v1", alert.fingerprint()}};
        add_memory(finding, result);
        result["properties"] = properties_of(finding);
        return result;
    }

    // What no property of SARIF says, for tools that know this one.
    static Json properties_of(const Finding& finding) {
        Json values = Json::array();
        for (const Side& side : finding.sides) {
            values.push_back(side.value);
        }
        return {{"verdict", name_of(finding.verdict)},
                {"kind", name_of(finding.kind)},
                {"values", std::move(values)}};
    }

    // Sections 3.27.24 and 3.27.23. What only the baseline hides is unchanged, not suppressed.
    static void add_memory(const Finding& finding, Json& result) {
        switch (finding.status) {
            case FindingStatus::New:
                result["baselineState"] = "new";
                break;
            case FindingStatus::Unchanged:
                result["baselineState"] = "unchanged";
                break;
            case FindingStatus::Changed:
                result["baselineState"] = "updated";
                break;
            case FindingStatus::Unknown:
            case FindingStatus::Gone:
                break;
        }
        const Suppression& suppression = finding.suppressed_by;
        const bool is_suppressed =
            !is_shown(finding) && suppression.kind != Suppression::Kind::Baseline;
        if (is_suppressed) {
            Json reason = {
                {"kind", suppression.kind == Suppression::Kind::Inline ? "inSource" : "external"},
                {"status", "accepted"}};
            if (!suppression.reason.empty()) {
                reason["justification"] = suppression.reason;
            }
            result["suppressions"] = Json::array({std::move(reason)});
        }
    }

    // Section 3.20: what could not be read is told, and a partly read run is no success.
    Json invocation() {
        Json problems = Json::array();
        bool is_complete = true;
        for (const Diagnostic& diagnostic : report_->diagnostics) {
            const bool is_error = diagnostic.severity == Severity::Error;
            is_complete = is_complete && !is_error;
            Json problem = {{"level", is_error ? "error" : "warning"},
                            {"message", {{"text", message_text(diagnostic.error.message)}}}};
            const std::string path = path_from(diagnostic.error.place.file, options_->folder);
            if (!path.empty()) {
                problem["locations"] = Json::array(
                    {{{"physicalLocation", {{"artifactLocation", artifact_location(path)}}}}});
            }
            problems.push_back(std::move(problem));
        }
        Json invocation = {{"executionSuccessful", is_complete}};
        if (!problems.empty()) {
            invocation["toolExecutionNotifications"] = std::move(problems);
        }
        return invocation;
    }

    const Report* report_;
    const FormatOptions* options_;
    std::vector<Alert> alerts_;
    Json artifacts_ = Json::array();
    std::map<std::string, std::size_t> artifact_numbers_;
};

}  // namespace

std::string to_sarif(const Report& report, const FormatOptions& options) {
    return SarifReport(report, options).print();
}

}  // namespace atodds
