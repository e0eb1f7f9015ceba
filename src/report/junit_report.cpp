#include "report/alert.hpp"
#include "report/fact_text.hpp"
#include "report/finding_words.hpp"
#include "report/format_writers.hpp"
#include "report/repository_path.hpp"
#include "report/xml_writer.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <string>
#include <vector>

namespace atodds {
namespace {

// What a suite holds, by path of its article.
struct Suite {
    std::vector<const Alert*> alerts;
    std::vector<const Diagnostic*> problems;
};

using Suites = std::map<std::string, Suite>;

// A run takes no measurable time: a clock would change the bytes, and readers ask for the number.
constexpr std::string_view kTime = "0";

// There is no one specification. What GitLab (docs.gitlab.com, "Unit test reports"), Jenkins and
// Azure Pipelines read of it is in tests/support/junit.xsd: suites with counts, cases with a name
// and a class, and at most one outcome each.
class JunitReport {
  public:
    JunitReport(const Report& report, const FormatOptions& options)
        : report_(&report),
          options_(&options),
          lookup_(report),
          alerts_(alerts_of(report, options)) {
        add_articles();
        for (const Alert& alert : alerts_) {
            suites_[alert.primary.path].alerts.push_back(&alert);
        }
        for (const Diagnostic& diagnostic : report.diagnostics) {
            const std::string& file = diagnostic.error.place.file;
            const std::string path = path_from(file, options.folder);
            suites_[path.empty() ? "atodds" : path].problems.push_back(&diagnostic);
        }
    }

    std::string print() {
        Counts all;
        for (const auto& [path, suite] : suites_) {
            const Counts counts = counts_of(suite);
            all.tests += counts.tests;
            all.failures += counts.failures;
            all.skipped += counts.skipped;
            all.errors += counts.errors;
        }
        xml_.open("testsuites", {{"name", "atodds"},
                                 {"tests", fmt::format("{}", all.tests)},
                                 {"failures", fmt::format("{}", all.failures)},
                                 {"errors", fmt::format("{}", all.errors)},
                                 {"skipped", fmt::format("{}", all.skipped)},
                                 {"time", std::string(kTime)}});
        for (const auto& [path, suite] : suites_) {
            print_suite(path, suite);
        }
        xml_.close();
        return xml_.take();
    }

  private:
    struct Counts {
        std::size_t tests = 0;
        std::size_t failures = 0;
        std::size_t skipped = 0;
        std::size_t errors = 0;
    };

    // Every article that was asked about is a suite, so that a clean run has tests that pass.
    void add_articles() {
        for (const Article& article : report_->articles) {
            if (report_->checked.empty() ||
                std::binary_search(report_->checked.begin(), report_->checked.end(), article.id)) {
                const std::string path = path_from(article.path, options_->folder);
                suites_[path.empty() ? "stdin" : path];
            }
        }
    }

    // As the exit code has it, so that a red case and a red job are the same thing.
    bool is_failing(const Alert& alert) const {
        return is_shown(*alert.finding) && options_->fail_on &&
               alert.finding->level <= *options_->fail_on;
    }

    // A suite without cases is an error to some readers, so an article without findings has one.
    Counts counts_of(const Suite& suite) const {
        Counts counts;
        for (const Alert* alert : suite.alerts) {
            (is_failing(*alert) ? counts.failures : counts.skipped) += 1;
        }
        for (const Diagnostic* problem : suite.problems) {
            (problem->severity == Severity::Error ? counts.errors : counts.skipped) += 1;
        }
        counts.tests = std::max<std::size_t>(1, counts.failures + counts.skipped + counts.errors);
        return counts;
    }

    void print_suite(const std::string& path, const Suite& suite) {
        const Counts counts = counts_of(suite);
        xml_.open("testsuite", {{"name", path},
                                {"tests", fmt::format("{}", counts.tests)},
                                {"failures", fmt::format("{}", counts.failures)},
                                {"errors", fmt::format("{}", counts.errors)},
                                {"skipped", fmt::format("{}", counts.skipped)},
                                {"time", std::string(kTime)}});
        for (const Alert* alert : suite.alerts) {
            print_case(path, *alert);
        }
        for (const Diagnostic* problem : suite.problems) {
            print_problem(path, *problem);
        }
        if (suite.alerts.empty() && suite.problems.empty()) {
            xml_.empty(
                "testcase",
                {{"name", "nothing at odds"}, {"classname", path}, {"time", std::string(kTime)}});
        }
        xml_.close();
    }

    // GitLab makes the case a link where it has a `file`; `line` is for readers that know it.
    void print_case(const std::string& path, const Alert& alert) {
        const Finding& finding = *alert.finding;
        xml_.open("testcase",
                  {{"name", fmt::format("{} [{}]", title_of(finding), alert.fingerprint())},
                   {"classname", path},
                   {"file", path},
                   {"line", fmt::format("{}", alert.primary.line())},
                   {"time", std::string(kTime)}});
        if (is_failing(alert)) {
            xml_.lines("failure",
                       {{"message", alert_message(alert)},
                        {"type", fmt::format("{} {}", name_of(finding.level), finding.rule)}},
                       details(alert));
        } else {
            const std::string why = is_shown(finding)
                                        ? std::string(name_of(finding.level))
                                        : fmt::format("{}, suppressed: {}", name_of(finding.level),
                                                      finding.suppressed_by.reason);
            xml_.empty("skipped", {{"message", fmt::format("{}: {}", why, alert_message(alert))}});
        }
        xml_.close();
    }

    // Both quotes with their places, then what to look at next.
    std::vector<std::string> details(const Alert& alert) const {
        std::vector<std::string> lines = {quotation(alert, alert.primary)};
        for (const QuotePlace& place : alert.related) {
            lines.push_back(quotation(alert, place));
        }
        lines.push_back(next_check(*alert.finding, lookup_));
        return lines;
    }

    static std::string quotation(const Alert& alert, const QuotePlace& place) {
        return fmt::format("{}: {} ({}): {}", place_text(place),
                           alert.finding->sides[place.side].value, source_and_day(place),
                           place.fact == nullptr ? "" : place.fact->quote);
    }

    // An article that could not be read has not been checked: an error, not a case that passes.
    void print_problem(const std::string& path, const Diagnostic& problem) {
        xml_.open("testcase",
                  {{"name", "can be read"}, {"classname", path}, {"time", std::string(kTime)}});
        if (problem.severity == Severity::Error) {
            xml_.lines("error", {{"message", problem.error.message}, {"type", "unreadable"}},
                       {problem.error.hint});
        } else {
            xml_.empty("skipped", {{"message", problem.error.message}});
        }
        xml_.close();
    }

    const Report* report_;
    const FormatOptions* options_;
    ReportLookup lookup_;
    std::vector<Alert> alerts_;
    Suites suites_;
    XmlWriter xml_;
};

}  // namespace

std::string to_junit(const Report& report, const FormatOptions& options) {
    return JunitReport(report, options).print();
}

}  // namespace atodds
