#include "review/suppression_file.hpp"

#include "ingest/glob.hpp"
#include "review/memory_file.hpp"
#include "review/suppression.hpp"
#include "ruleset/map_reader.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <span>
#include <string_view>
#include <unordered_map>
#include <utility>

namespace atodds {
namespace {

constexpr std::array<std::string_view, 1> kFileKeys{"suppress"};
constexpr std::array<std::string_view, 6> kEntryKeys{"fingerprint", "rule",  "path",
                                                     "reason",      "owner", "expires"};

SuppressionEntry read_entry(const YamlNode& node, Problems& problems) {
    const MapReader map(node, "a suppression", kEntryKeys, problems);
    SuppressionEntry entry;
    entry.span = map.span();
    entry.reason =
        read_text(map.require("reason", "say why, for those who come later"), "reason", problems);
    entry.owner = read_text(map.find("owner"), "owner", problems);
    entry.fingerprint = read_text(map.find("fingerprint"), "fingerprint", problems);
    entry.rule = read_text(map.find("rule"), "rule", problems);
    entry.path = read_text(map.find("path"), "path", problems);
    const bool has_place = !entry.rule.empty() || !entry.path.empty();
    if (!entry.fingerprint.empty() && !is_fingerprint(entry.fingerprint)) {
        problems.add(map.find("fingerprint")->span,
                     fmt::format("{} is no fingerprint", in_quotes(entry.fingerprint)),
                     "fingerprints are 16 hexadecimal digits; reports print them in brackets");
    } else if (!entry.fingerprint.empty() && has_place) {
        problems.add(map.span(), "both a fingerprint and a rule or path",
                     "a fingerprint names one finding already");
    } else if (entry.fingerprint.empty() && (entry.rule.empty() || entry.path.empty())) {
        problems.add(map.span(), "neither a fingerprint nor a rule with a path",
                     "name the finding, or a rule and the articles: path: \"archive/**\"");
    }
    if (const YamlNode* expires = map.find("expires")) {
        entry.expires = parse_iso_day(expires->text);
        if (!entry.expires) {
            problems.add(expires->span,
                         fmt::format("\"expires\" is {}, expected a day", described(*expires)),
                         "write the last day it holds as 2031-12-31");
        }
    }
    return entry;
}

class FileSuppressions {
  public:
    FileSuppressions(const std::vector<SuppressionEntry>& entries, const std::string& file,
                     std::optional<Day> today, Report& report)
        : entries_(entries),
          file_(file),
          report_(report),
          lookup_(report),
          is_used_(entries.size(), false) {
        for (const Article& article : report.articles) {
            path_of_.emplace(article.id, article.path);
        }
        for (std::size_t i = 0; i < entries.size(); ++i) {
            const bool is_expired = today && entries[i].expires && *today > *entries[i].expires;
            if (is_expired) {
                expired_.push_back(i);
            } else if (entries[i].fingerprint.empty()) {
                by_place_.push_back(i);
            } else {
                by_id_.emplace(entries[i].fingerprint, i);
            }
        }
    }

    void apply() {
        for (Finding& finding : report_.findings) {
            if (const auto named = by_id_.find(finding.id); named != by_id_.end()) {
                suppress(finding, named->second);
            }
            for (const std::size_t i : by_place_) {
                if (is_silenced_by(entries_[i], finding)) {
                    suppress(finding, i);
                }
            }
        }
    }

    void tell(Diagnostics& diagnostics) const {
        for (std::size_t i = 0; i < entries_.size(); ++i) {
            const bool is_expired = std::ranges::find(expired_, i) != expired_.end();
            if (is_expired) {
                add(entries_[i],
                    fmt::format("this suppression ended on {}", to_iso(*entries_[i].expires)),
                    "mend the finding, or give a new reason and a new day", diagnostics);
            } else if (!is_used_[i] && can_tell_use(entries_[i])) {
                add(entries_[i], "this suppression suppresses nothing",
                    "delete it: what it spoke of is gone", diagnostics);
            }
        }
    }

  private:
    void suppress(Finding& finding, std::size_t i) {
        is_used_[i] = true;
        if (is_shown(finding)) {
            const SuppressionEntry& entry = entries_[i];
            const std::string owner = entry.owner.empty() ? "" : fmt::format(" ({})", entry.owner);
            finding.suppressed_by = {Suppression::Kind::File, entry.reason + owner, file_};
        }
    }

    bool is_silenced_by(const SuppressionEntry& entry, const Finding& finding) const {
        return matches_glob(finding.rule, entry.rule) &&
               is_silenced(finding, lookup_, [&](const Fact& fact) {
                   const auto path = path_of_.find(fact.article);
                   return path != path_of_.end() && matches_glob(path->second, entry.path);
               });
    }

    // A run over some articles knows nothing of the findings of others.
    bool can_tell_use(const SuppressionEntry& entry) const {
        if (report_.checked.empty()) {
            return true;
        }
        return entry.fingerprint.empty() &&
               std::ranges::any_of(report_.checked, [&](const std::string& id) {
                   const auto path = path_of_.find(id);
                   return path != path_of_.end() && matches_glob(path->second, entry.path);
               });
    }

    void add(const SuppressionEntry& entry, std::string message, std::string hint,
             Diagnostics& diagnostics) const {
        diagnostics.push_back(
            {Severity::Warning,
             {ErrorCode::Usage, std::move(message), {file_, entry.span}, std::move(hint)}});
    }

    const std::vector<SuppressionEntry>& entries_;
    const std::string& file_;
    Report& report_;
    FactLookup lookup_;
    std::unordered_map<std::string, std::string> path_of_;  // lookups only
    std::unordered_map<std::string, std::size_t> by_id_;    // lookups only
    std::vector<std::size_t> by_place_;
    std::vector<std::size_t> expired_;
    std::vector<bool> is_used_;
};

}  // namespace

std::vector<SuppressionEntry> parse_suppressions(std::string_view text, const std::string& file,
                                                 Diagnostics& diagnostics) {
    Problems problems(file, text, diagnostics);
    if (!has_yaml_content(text)) {
        return {};
    }
    const std::optional<YamlTree> tree = parse_yaml(problems);
    std::vector<SuppressionEntry> entries;
    if (!tree) {
        return entries;
    }
    const MapReader map(tree->root, "a suppression file", kFileKeys, problems);
    const YamlNode* list = map.require("suppress", "begin with suppress: and a list below it");
    if (list != nullptr && !list->is_list() && list->kind != YamlNode::Kind::Null) {
        problems.add(list->span,
                     fmt::format("\"suppress\" is {}, expected a list", described(*list)),
                     "start each entry with \"- \"");
    }
    for (const YamlNode& node : list == nullptr ? std::span<const YamlNode>{} : list->items) {
        const std::size_t before = problems.count();
        SuppressionEntry entry = read_entry(node, problems);
        if (problems.count() == before) {
            entries.push_back(std::move(entry));
        }
    }
    return entries;
}

void apply_suppressions(const std::vector<SuppressionEntry>& entries, const std::string& file,
                        std::optional<Day> today, Report& report, Diagnostics& diagnostics) {
    FileSuppressions suppressions(entries, file, today, report);
    suppressions.apply();
    suppressions.tell(diagnostics);
}

}  // namespace atodds
