#include "compare/repeated_clashes.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cstddef>
#include <map>
#include <string>
#include <string_view>
#include <tuple>
#include <unordered_map>
#include <utility>
#include <vector>

namespace atodds {
namespace {

using FactsById = std::unordered_map<std::string_view, const Fact*>;  // lookups only

/// A sentence: where it stands.
using SentencePlace = std::pair<std::string_view, ByteSpan>;

bool is_negative(const Fact& fact) {
    const Qualifiers& said = fact.qualifiers;
    return (said.polarity == Polarity::Negative) != (said.stance == Stance::Denies);
}

/// One side says yes, the other no.
bool is_denial(const Finding& finding, const FactsById& facts) {
    bool has_yes = false;
    bool has_no = false;
    for (const Side& side : finding.sides) {
        for (const std::string& id : side.facts) {
            const auto found = facts.find(id);
            const bool denies = found != facts.end() && is_negative(*found->second);
            has_no = has_no || denies;
            has_yes = has_yes || !denies;
        }
    }
    return finding.verdict == Verdict::Disagree && has_yes && has_no;
}

/// The sentences of a finding, sorted, each once.
std::vector<SentencePlace> sentences_of(const Finding& finding, const FactsById& facts) {
    std::vector<SentencePlace> places;
    for (const Side& side : finding.sides) {
        for (const std::string& id : side.facts) {
            const auto found = facts.find(id);
            if (found != facts.end()) {
                places.emplace_back(found->second->article, found->second->statement);
            }
        }
    }
    std::sort(places.begin(), places.end());
    places.erase(std::unique(places.begin(), places.end()), places.end());
    return places;
}

/// Smaller is surer.
auto doubt_of(const Finding& finding) {
    return std::tuple(finding.level, finding.tier, finding.rule != "open/claim",
                      std::string_view(finding.id));
}

/// "not 12 people against 12 people", as the trace of the other finding says it.
TraceStep repeats(const Finding& other) {
    std::string values;
    for (const Side& side : other.sides) {
        values += fmt::format("{}\"{}\"", values.empty() ? "" : " against ", side.value);
    }
    return {"repeats", fmt::format("the same sentences read as {}: {}", other.rule, values), false};
}

using Alike = std::map<std::vector<SentencePlace>, std::vector<std::size_t>>;

/// Of each list the surest finding stays, by `is_surer`, and its trace names the others.
template <typename IsSurer>
void keep_surest(const Alike& alike, IsSurer is_surer, Report& report, std::vector<bool>& drops) {
    for (auto [places, indices] : alike) {
        std::erase_if(indices, [&](std::size_t index) { return drops[index]; });
        if (indices.empty()) {
            continue;
        }
        const std::size_t surest =
            *std::min_element(indices.begin(), indices.end(), [&](std::size_t a, std::size_t b) {
                return is_surer(report.findings[a], report.findings[b]);
            });
        for (const std::size_t index : indices) {
            if (index != surest) {
                report.findings[surest].trace.push_back(repeats(report.findings[index]));
                drops[index] = true;
            }
        }
    }
}

bool tells_roles(const Finding& finding) {
    return finding.rule == "open/contest" || finding.rule == "open/role";
}

/// "Won" against "lost" is a clash of two claims too. Lists without a finding on roles are left
/// out.
Alike roles_with_claims(const Report& report, const FactsById& facts) {
    Alike alike;
    for (std::size_t i = 0; i < report.findings.size(); ++i) {
        const Finding& finding = report.findings[i];
        if (finding.verdict == Verdict::Disagree &&
            (tells_roles(finding) || finding.rule == "open/claim")) {
            alike[sentences_of(finding, facts)].push_back(i);
        }
    }
    std::erase_if(alike, [&](const auto& list) {
        return std::ranges::none_of(
            list.second, [&](std::size_t index) { return tells_roles(report.findings[index]); });
    });
    return alike;
}

}  // namespace

void drop_repeated_denials(Report& report) {
    FactsById facts;
    for (const Fact& fact : report.facts) {
        facts.emplace(fact.id, &fact);
    }
    Alike denials;
    for (std::size_t i = 0; i < report.findings.size(); ++i) {
        if (is_denial(report.findings[i], facts)) {
            denials[sentences_of(report.findings[i], facts)].push_back(i);
        }
    }
    std::vector<bool> drops(report.findings.size(), false);
    keep_surest(
        denials, [](const Finding& a, const Finding& b) { return doubt_of(a) < doubt_of(b); },
        report, drops);
    keep_surest(
        roles_with_claims(report, facts),
        [](const Finding& a, const Finding& b) {
            return std::tuple(a.level, !tells_roles(a), std::string_view(a.id)) <
                   std::tuple(b.level, !tells_roles(b), std::string_view(b.id));
        },
        report, drops);
    std::size_t at = 0;
    std::erase_if(report.findings, [&](const Finding&) { return drops[at++]; });
}

}  // namespace atodds
