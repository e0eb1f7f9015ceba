#include "cli/selection.hpp"

#include "ingest/glob.hpp"
#include "ruleset/problems.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <string>
#include <string_view>
#include <vector>

namespace atodds {
namespace {

// What open facts are filed under (src/extract); check_ci.py sees that none is missing here.
constexpr std::array<std::string_view, 15> kOpenRules = {
    "open/claim",    "open/contest", "open/date",   "open/duration", "open/money",
    "open/name",     "open/number",  "open/office", "open/percent",  "open/place",
    "open/quantity", "open/quote",   "open/rank",   "open/ratio",    "open/role"};

// Words for findings of any rule: the tier, the place, the verdict.
constexpr std::array<std::string_view, 13> kKinds = {
    "declared", "open",   "cross-article", "inside-article", "headline-body", "credit", "hardening",
    "disagree", "update", "certainty",     "scope",          "wording",       "agree"};

std::string_view place_word(FindingKind kind) {
    static constexpr std::array<std::string_view, 5> kWords = {
        "cross-article", "inside-article", "headline-body", "credit", "hardening"};
    return kWords.at(static_cast<std::size_t>(kind));
}

std::string_view verdict_word(Verdict verdict) {
    static constexpr std::array<std::string_view, 7> kWords = {
        "disagree", "update", "certainty", "wording", "scope", "agree", "different"};
    return kWords.at(static_cast<std::size_t>(verdict));
}

bool matches(const Finding& finding, const std::string& pattern) {
    return matches_glob(finding.rule, pattern) || pattern == place_word(finding.kind) ||
           pattern == verdict_word(finding.verdict) ||
           pattern == (finding.tier == Tier::Open ? "open" : "declared");
}

bool matches_any(const Finding& finding, const std::vector<std::string>& patterns) {
    return std::any_of(patterns.begin(), patterns.end(),
                       [&](const std::string& pattern) { return matches(finding, pattern); });
}

std::vector<std::string_view> known_names(const RuleSet& rules) {
    std::vector<std::string_view> names(kOpenRules.begin(), kOpenRules.end());
    names.insert(names.end(), kKinds.begin(), kKinds.end());
    for (const Rule& rule : rules.rules) {
        names.push_back(rule.id);
    }
    return names;
}

}  // namespace

Result<Done> check_selection(const RunOptions& options, const RuleSet& rules) {
    const std::vector<std::string_view> names = known_names(rules);
    for (const auto* patterns : {&options.selected, &options.ignored}) {
        for (const std::string& pattern : *patterns) {
            const bool is_known =
                std::any_of(names.begin(), names.end(), [&](std::string_view name) {
                    return name == pattern || matches_glob(name, pattern);
                });
            if (!is_known) {
                const std::string nearest = suggestion(pattern, names);
                return Error{
                    ErrorCode::Usage,
                    fmt::format("no rule or kind of finding is called {}", in_quotes(pattern)),
                    {},
                    fmt::format("{}{}`atodds rules list` names the rules", nearest,
                                nearest.empty() ? "" : " ")};
            }
        }
    }
    return Done{};
}

void keep_selected(const RunOptions& options, Report& report) {
    const auto is_out = [&](const Finding& finding) {
        return (!options.selected.empty() && !matches_any(finding, options.selected)) ||
               matches_any(finding, options.ignored);
    };
    std::erase_if(report.findings, is_out);
    std::erase_if(report.agreements, is_out);
}

}  // namespace atodds
