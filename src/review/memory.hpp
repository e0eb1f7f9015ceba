#pragma once
// Verdicts and baseline put to use: what a report says once earlier runs and people are heard, and
// how memory files change. All of it is plain data in, plain data out.

#include "model/finding.hpp"
#include "review/memory_file.hpp"

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace atodds {

/// Puts each verdict on the finding it speaks of; false alarms and dismissed ones are suppressed,
/// unless something else suppresses them already. `file` is named as the place.
void apply_verdicts(const std::vector<MemoryRecord>& verdicts, const std::string& file,
                    Report& report);

struct BaselineCounts {
    std::size_t fresh = 0;
    std::size_t unchanged = 0;
    std::size_t changed = 0;
    std::size_t gone = 0;

    friend bool operator==(const BaselineCounts&, const BaselineCounts&) = default;
};

/// Gives each finding its status, suppresses the unchanged ones and fills Report::gone. Where only
/// some articles were checked, records of other articles are not held to be gone.
BaselineCounts apply_baseline(const std::vector<MemoryRecord>& baseline, const std::string& file,
                              Report& report);

/// The baseline without what is gone; unchanged records take the fingerprint and words of today.
/// Requires: a report of all articles the baseline is about.
std::vector<MemoryRecord> pruned(const std::vector<MemoryRecord>& baseline, const Report& report);

/// Adds the records, each in place of an older one with its fingerprint.
void remember(std::vector<MemoryRecord>& records, std::vector<MemoryRecord> added);

/// One mark of the file that the HTML report saves.
struct PageMark {
    std::string id;
    ReviewMark mark;

    friend bool operator==(const PageMark&, const PageMark&) = default;
};

/// Reads {"format": "atodds-review/1", "marks": [{id, status, note, by?}]}. `today` (ISO) dates
/// them. A mark that is wrong is a diagnostic and left out; a file that is wrong gives none.
std::vector<PageMark> parse_page_marks(std::string_view bytes, const std::string& file,
                                       const std::string& today, Diagnostics& diagnostics);

/// How often people sided with a rule.
struct RulePrecision {
    std::string rule;
    std::size_t accepted = 0;
    std::size_t dismissed = 0;
    std::size_t false_alarms = 0;

    std::size_t total() const { return accepted + dismissed + false_alarms; }

    friend bool operator==(const RulePrecision&, const RulePrecision&) = default;
};

/// One row a rule, sorted by name; records that know no rule are under "". A dismissed finding was
/// right: it counts for the rule.
std::vector<RulePrecision> precision_by_rule(const std::vector<MemoryRecord>& verdicts);

}  // namespace atodds
