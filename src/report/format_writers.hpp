#pragma once
// The writers behind the table of formats, one file each.

#include "base/result.hpp"
#include "model/finding.hpp"
#include "report/format.hpp"

#include <string>

namespace atodds {

/// XML of Checkstyle: one `error` a finding in the `file` of its primary place. Columns count code
/// points.
std::string to_checkstyle(const Report& report, const FormatOptions& options);

/// RFC 4180 with a byte order mark, which Excel needs to read UTF-8: one row for each quotation of
/// each finding. Nothing in it is taken for a formula.
std::string to_csv(const Report& report, const FormatOptions& options);

/// Workflow commands of GitHub Actions within the numbers that it shows.
std::string to_github(const Report& report, const FormatOptions& options);

/// The Markdown report within the size that GitHub takes for the summary of a step.
std::string to_github_summary(const Report& report, const FormatOptions& options);

/// The JSON of GitLab's code quality reports: one issue a finding.
std::string to_gitlab(const Report& report, const FormatOptions& options);

/// One JSON object a finding and line, each with its quotations in full.
std::string to_json_lines(const Report& report, const FormatOptions& options);

/// JUnit XML: one suite an article, one case a finding; findings that fail the run are failures,
/// the others are skipped. An article without a finding is one case that passes.
std::string to_junit(const Report& report, const FormatOptions& options);

/// A report in Markdown as GitHub and GitLab show it.
std::string to_markdown(const Report& report, const FormatOptions& options);

/// The diagnostic format of reviewdog as one JSON object. Columns count bytes.
std::string to_rdjson(const Report& report, const FormatOptions& options);

/// SARIF 2.1.0: one result a finding, the other sides as related locations that its message links.
/// Columns count code points.
std::string to_sarif(const Report& report, const FormatOptions& options);

/// "path:line:column: level: message [rule id]", one line a finding. Columns count code points.
std::string to_short(const Report& report, const FormatOptions& options);

/// A workbook with a sheet of findings and one of facts. The same report gives the same bytes.
/// Fails with: Internal, where the library that writes it does.
Result<std::string> to_xlsx(const Report& report, const FormatOptions& options);

}  // namespace atodds
