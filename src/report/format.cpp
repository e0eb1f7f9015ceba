#include "report/format.hpp"

#include "report/format_writers.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>

namespace atodds {
namespace {

// Most writers cannot fail.
template <std::string (*Write)(const Report&, const FormatOptions&)>
Result<std::string> written(const Report& report, const FormatOptions& options) {
    return Write(report, options);
}

constexpr auto kText = [](const Report& report, const FormatOptions& options) {
    return Result<std::string>(to_text(report, options.text));
};
constexpr auto kJson = [](const Report& report, const FormatOptions&) {
    return Result<std::string>(to_json(report));
};
constexpr auto kHtml = [](const Report& report, const FormatOptions&) {
    return Result<std::string>(to_html(report));
};

constexpr std::array kFormats = {
    Format{"checkstyle", "XML that many CI servers show beside the code", written<to_checkstyle>},
    Format{"csv", "a table for spreadsheets, one row a quotation", written<to_csv>},
    Format{"github", "annotations and a job summary for GitHub Actions", written<to_github>,
           FormatTarget::Anywhere, to_github_summary},
    Format{"gitlab", "code quality report for GitLab merge requests", written<to_gitlab>},
    Format{"html", "one page to read and review in a browser", kHtml},
    Format{"json", "everything that was read and found, atodds-report/1", kJson},
    Format{"jsonl", "one finding with its quotations a line, atodds-finding/1",
           written<to_json_lines>},
    Format{"junit", "XML for the test results of CI servers", written<to_junit>},
    Format{"md", "Markdown for comments and wikis", written<to_markdown>},
    Format{"rdjson", "diagnostics for reviewdog", written<to_rdjson>},
    Format{"sarif", "SARIF 2.1.0 for code scanning and editors", written<to_sarif>},
    Format{"short", "one line a finding, for editors and grep", written<to_short>},
    Format{"text", "both quotes of each finding, for a terminal", kText},
    Format{"xlsx", "a workbook with findings and facts; needs a FILE", to_xlsx,
           FormatTarget::FileOnly},
};

static_assert(std::is_sorted(kFormats.begin(), kFormats.end(),
                             [](const Format& a, const Format& b) { return a.name < b.name; }),
              "formats stand in order of their names");

}  // namespace

std::span<const Format> formats() {
    return kFormats;
}

const Format* find_format(std::string_view name) {
    const auto found =
        std::lower_bound(kFormats.begin(), kFormats.end(), name,
                         [](const Format& format, std::string_view n) { return format.name < n; });
    return found != kFormats.end() && found->name == name ? &*found : nullptr;
}

std::string format_names() {
    std::string names;
    for (const Format& format : kFormats) {
        names += fmt::format("{}{}", names.empty() ? "" : ", ", format.name);
    }
    return names;
}

std::string format_list() {
    std::string list;
    for (const Format& format : kFormats) {
        list += fmt::format("  {:<11} {}\n", format.name, format.summary);
    }
    return list;
}

}  // namespace atodds
