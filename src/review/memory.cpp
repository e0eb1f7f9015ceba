#include "review/memory.hpp"

#include "review/matching.hpp"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <map>
#include <set>
#include <tuple>
#include <utility>

namespace atodds {
namespace {

using Json = nlohmann::json;

void suppress(Finding& finding, Suppression::Kind kind, std::string reason,
              const std::string& file) {
    if (is_shown(finding)) {
        finding.suppressed_by = {kind, std::move(reason), file};
    }
}

using FactName = std::pair<std::string_view, std::string_view>;  // rule and key

std::vector<bool> which_matched(const std::vector<std::optional<std::size_t>>& matches,
                                std::size_t records) {
    std::vector<bool> is_matched(records, false);
    for (const std::optional<std::size_t>& match : matches) {
        if (match) {
            is_matched[*match] = true;
        }
    }
    return is_matched;
}

bool is_about_checked(const MemoryRecord& record, const Report& report) {
    return report.checked.empty() ||
           std::any_of(record.articles.begin(), record.articles.end(), [&](const auto& id) {
               return std::binary_search(report.checked.begin(), report.checked.end(), id);
           });
}

void sort_gone(std::vector<Finding>& gone) {
    std::sort(gone.begin(), gone.end(), [](const Finding& a, const Finding& b) {
        return std::tie(a.rule, a.key, a.id) < std::tie(b.rule, b.key, b.id);
    });
}

Error bad_marks(const std::string& file, std::string message) {
    return {ErrorCode::BadFormat,
            std::move(message),
            {file, {}},
            "the button \"save marks\" of the HTML report writes such a file"};
}

std::string text_in(const Json& object, const char* key) {
    const auto found = object.find(key);
    return found != object.end() && found->is_string() ? found->get<std::string>() : "";
}

}  // namespace

void apply_verdicts(const std::vector<MemoryRecord>& verdicts, const std::string& file,
                    Report& report) {
    const std::vector<std::optional<std::size_t>> matches = match_memory(report.findings, verdicts);
    for (std::size_t i = 0; i < matches.size(); ++i) {
        if (!matches[i]) {
            continue;
        }
        Finding& finding = report.findings[i];
        finding.review = verdicts[*matches[i]].mark;
        const ReviewVerdict verdict = finding.review.verdict;
        if (verdict == ReviewVerdict::FalseAlarm || verdict == ReviewVerdict::Dismissed) {
            const std::string& note = finding.review.note;
            suppress(finding, Suppression::Kind::Review,
                     note.empty() ? std::string(word_for(verdict))
                                  : fmt::format("{}: {}", word_for(verdict), note),
                     file);
        }
    }
}

BaselineCounts apply_baseline(const std::vector<MemoryRecord>& baseline, const std::string& file,
                              Report& report) {
    BaselineCounts counts;
    const std::vector<std::optional<std::size_t>> matches = match_memory(report.findings, baseline);
    const std::vector<bool> is_matched = which_matched(matches, baseline.size());
    // Only what found no finding can have changed into one: several findings may share a key.
    std::set<FactName> lost;
    for (std::size_t i = 0; i < baseline.size(); ++i) {
        if (!is_matched[i]) {
            lost.emplace(baseline[i].rule, baseline[i].key);
        }
    }
    std::set<FactName> changed;
    for (std::size_t i = 0; i < matches.size(); ++i) {
        Finding& finding = report.findings[i];
        const FactName name{finding.rule, finding.key};
        if (matches[i]) {
            finding.status = FindingStatus::Unchanged;
            suppress(finding, Suppression::Kind::Baseline, "known before", file);
            ++counts.unchanged;
        } else if (lost.contains(name)) {
            finding.status = FindingStatus::Changed;
            changed.insert(name);
            ++counts.changed;
        } else {
            finding.status = FindingStatus::New;
            ++counts.fresh;
        }
    }
    // Where not all findings are listed nobody knows which are gone.
    const std::size_t known = report.coverage.unlisted.empty() ? baseline.size() : 0;
    for (std::size_t i = 0; i < known; ++i) {
        const MemoryRecord& record = baseline[i];
        if (!is_matched[i] && !changed.contains({record.rule, record.key}) &&
            is_about_checked(record, report)) {
            report.gone.push_back(finding_of(record));
            report.gone.back().status = FindingStatus::Gone;
            ++counts.gone;
        }
    }
    sort_gone(report.gone);
    return counts;
}

std::vector<MemoryRecord> pruned(const std::vector<MemoryRecord>& baseline, const Report& report) {
    std::vector<MemoryRecord> still_there;
    const std::vector<std::optional<std::size_t>> matches = match_memory(report.findings, baseline);
    for (std::size_t i = 0; i < matches.size(); ++i) {
        if (matches[i]) {
            still_there.push_back(record_of(report.findings[i]));
            still_there.back().mark = {};
        }
    }
    std::vector<MemoryRecord> kept;
    remember(kept, std::move(still_there));
    return kept;
}

void remember(std::vector<MemoryRecord>& records, std::vector<MemoryRecord> added) {
    std::map<std::string, std::size_t> place;
    for (std::size_t i = 0; i < records.size(); ++i) {
        place.emplace(records[i].id, i);
    }
    for (MemoryRecord& record : added) {
        const auto [known, is_new] = place.try_emplace(record.id, records.size());
        if (is_new) {
            records.push_back(std::move(record));
        } else {
            records[known->second] = std::move(record);
        }
    }
}

std::vector<PageMark> parse_page_marks(std::string_view bytes, const std::string& file,
                                       const std::string& today, Diagnostics& diagnostics) {
    const auto complain = [&](std::string message) {
        diagnostics.push_back({Severity::Error, bad_marks(file, std::move(message))});
    };
    const Json page = Json::parse(bytes, nullptr, false);
    if (!page.is_object() || text_in(page, "format") != "atodds-review/1") {
        complain("no file of marks: expected a JSON object of format \"atodds-review/1\"");
        return {};
    }
    const auto list = page.find("marks");
    if (list == page.end() || !list->is_array()) {
        complain("no list \"marks\" in this file");
        return {};
    }
    std::vector<PageMark> marks;
    for (std::size_t i = 0; i < list->size(); ++i) {
        const Json& item = (*list)[i];
        const std::string id = item.is_object() ? text_in(item, "id") : "";
        const std::string status = item.is_object() ? text_in(item, "status") : "";
        const std::optional<ReviewVerdict> verdict = parse_review_verdict(status);
        if (!is_fingerprint(id)) {
            complain(fmt::format("mark {}: \"{}\" is no fingerprint", i + 1, id));
        } else if (!verdict) {
            complain(fmt::format("mark {}: unknown status \"{}\"", i + 1, status));
        } else {
            marks.push_back({id, {*verdict, text_in(item, "note"), text_in(item, "by"), today}});
        }
    }
    return marks;
}

std::vector<RulePrecision> precision_by_rule(const std::vector<MemoryRecord>& verdicts) {
    std::map<std::string, RulePrecision> rules;
    for (const MemoryRecord& record : verdicts) {
        RulePrecision& row = rules[record.rule];
        row.rule = record.rule;
        row.accepted += record.mark.verdict == ReviewVerdict::Accepted ? 1 : 0;
        row.dismissed += record.mark.verdict == ReviewVerdict::Dismissed ? 1 : 0;
        row.false_alarms += record.mark.verdict == ReviewVerdict::FalseAlarm ? 1 : 0;
    }
    std::vector<RulePrecision> rows;
    for (auto& [rule, row] : rules) {
        rows.push_back(std::move(row));
    }
    return rows;
}

}  // namespace atodds
