#include "cli/finding_source.hpp"
#include "cli/input.hpp"
#include "cli/memory_commands.hpp"
#include "cli/memory_use.hpp"
#include "cli/outputs.hpp"
#include "cli/whole_file.hpp"
#include "report/report_facts.hpp"
#include "review/memory.hpp"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <map>
#include <ostream>
#include <utility>

namespace atodds {
namespace {

std::string today_of(const Console& console) {
    return console.today ? to_iso(*console.today) : "";
}

// Adds the records to the verdict file and tells how many.
int save_verdicts(const std::string& file, std::vector<MemoryRecord> added,
                  const Console& console) {
    Diagnostics diagnostics;
    Result<std::vector<MemoryRecord>> records =
        load_memory(file, MemoryKind::Verdicts, IfAbsent::Empty, diagnostics);
    if (!records) {
        return fail(records.error(), console);
    }
    tell(diagnostics, console);
    if (has_error(diagnostics)) {
        // Written anew, the file would lose the lines that could not be read.
        return kExitIncomplete;
    }
    const std::size_t count = added.size();
    remember(*records, std::move(added));
    const std::string bytes = to_memory_file(std::move(*records), MemoryKind::Verdicts);
    if (const Result<Done> written = write_whole_file(file, bytes); !written) {
        return fail(written.error(), console);
    }
    *console.out << fmt::format("{} in {}\n", counted(count, "mark"), file);
    return kExitClean;
}

Result<Finding> only_finding(const Report& report, const std::string& id) {
    std::vector<const Finding*> found;
    for (const Finding& finding : report.findings) {
        const bool is_known = !found.empty() && found.front()->id == finding.id;
        if (finding.id.starts_with(id) && !is_known) {
            found.push_back(&finding);
        }
    }
    if (found.size() == 1) {
        return *found.front();
    }
    if (found.empty()) {
        return Error{ErrorCode::Usage,
                     fmt::format("no finding \"{}\" in these articles", id),
                     {},
                     "ids stand in brackets behind each finding of `atodds report`"};
    }
    return Error{ErrorCode::Usage,
                 fmt::format("{} findings begin with \"{}\"", found.size(), id),
                 {},
                 "give more of its digits"};
}

std::string share_text(const RulePrecision& row) {
    const std::size_t right = row.accepted + row.dismissed;
    return fmt::format("{} %", (right * 100 + row.total() / 2) / row.total());
}

}  // namespace

int review_mark_command(const FindingSource& source, const std::string& id, const ReviewMark& mark,
                        const Console& console) {
    const Result<FoundFindings> found = find_findings(source, console);
    if (!found) {
        return fail(found.error(), console);
    }
    Result<Finding> finding = only_finding(found->report, id);
    if (!finding) {
        return fail(finding.error(), console);
    }
    finding->review = mark;
    finding->review.date = mark.date.empty() ? today_of(console) : mark.date;
    return std::max(found->exit_code,
                    save_verdicts(source.run.memory.verdicts, {record_of(*finding)}, console));
}

int review_import_command(const FindingSource& source, const std::string& file,
                          const std::string& by, const Console& console) {
    const Result<std::string> bytes = read_input(file, console);
    if (!bytes) {
        return fail(bytes.error(), console);
    }
    Diagnostics diagnostics;
    const std::vector<PageMark> marks =
        parse_page_marks(*bytes, file, today_of(console), diagnostics);
    tell(diagnostics, console);
    if (marks.empty() && has_error(diagnostics)) {
        return kExitIncomplete;
    }
    const Result<FoundFindings> found = find_findings(source, console);
    if (!found) {
        return fail(found.error(), console);
    }
    std::map<std::string, const Finding*> by_id;
    for (const Finding& finding : found->report.findings) {
        by_id.emplace(finding.id, &finding);
    }
    std::vector<MemoryRecord> records;
    Diagnostics unknown;
    for (const PageMark& mark : marks) {
        const auto finding = by_id.find(mark.id);
        if (finding == by_id.end()) {
            unknown.push_back(
                {Severity::Warning,
                 {ErrorCode::Usage,
                  fmt::format("no finding \"{}\" in these articles", mark.id),
                  {file, {}},
                  "kept by its fingerprint alone, so it will not survive a changed text"}});
        }
        records.push_back(finding == by_id.end() ? MemoryRecord{} : record_of(*finding->second));
        records.back().id = mark.id;
        records.back().mark = mark.mark;
        records.back().mark.by = mark.mark.by.empty() ? by : mark.mark.by;
    }
    tell(unknown, console);
    const int saved = save_verdicts(source.run.memory.verdicts, std::move(records), console);
    return std::max(
        {saved, found->exit_code, has_error(diagnostics) ? kExitIncomplete : kExitClean});
}

int review_list_command(const RunOptions& options, ListForm form, const Console& console) {
    Diagnostics diagnostics;
    const Result<std::vector<MemoryRecord>> records =
        load_memory(options.memory.verdicts, MemoryKind::Verdicts, IfAbsent::Fail, diagnostics);
    if (!records) {
        return fail(records.error(), console);
    }
    tell(diagnostics, console);
    if (form == ListForm::JsonLines) {
        *console.out << to_memory_file(*records, MemoryKind::Verdicts);
    } else {
        for (const MemoryRecord& record : *records) {
            *console.out << fmt::format(
                "{}  {:11}  {}  {}\n", record.id, word_for(record.mark.verdict),
                record.rule.empty() ? "-" : record.rule, fmt::join(record.values, " / "));
            *console.out << fmt::format("    {}{}{}{}{}\n", record.mark.date,
                                        record.mark.by.empty() ? "" : " ", record.mark.by,
                                        record.mark.note.empty() ? "" : ": ", record.mark.note);
        }
    }
    return has_error(diagnostics) ? kExitIncomplete : kExitClean;
}

int review_stats_command(const RunOptions& options, ListForm form, const Console& console) {
    Diagnostics diagnostics;
    const Result<std::vector<MemoryRecord>> records =
        load_memory(options.memory.verdicts, MemoryKind::Verdicts, IfAbsent::Fail, diagnostics);
    if (!records) {
        return fail(records.error(), console);
    }
    tell(diagnostics, console);
    if (form == ListForm::Text) {
        *console.out << fmt::format("{:40} {:>9} {:>9} {:>12} {:>6}\n", "rule", "accepted",
                                    "dismissed", "false alarm", "right");
    }
    for (const RulePrecision& row : precision_by_rule(*records)) {
        const std::string rule = row.rule.empty() ? "(unknown)" : row.rule;
        if (form == ListForm::Text) {
            *console.out << fmt::format("{:40} {:>9} {:>9} {:>12} {:>6}\n", rule, row.accepted,
                                        row.dismissed, row.false_alarms, share_text(row));
        } else {
            const nlohmann::ordered_json object = {{"rule", row.rule},
                                                   {"accepted", row.accepted},
                                                   {"dismissed", row.dismissed},
                                                   {"false_alarms", row.false_alarms}};
            *console.out << object.dump() << "\n";
        }
    }
    return has_error(diagnostics) ? kExitIncomplete : kExitClean;
}

}  // namespace atodds
