#include "report/sarif_rules.hpp"

#include "report/fact_text.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <string_view>

namespace atodds {
namespace {

// "h20-directive-force" -> "H20DirectiveForce": SARIF wants names that read as identifiers
// (section 3.49.7).
std::string pascal_case(std::string_view id) {
    std::string name;
    bool is_start = true;
    for (const char character : id) {
        const bool is_lower = character >= 'a' && character <= 'z';
        const bool is_letter = is_lower || (character >= 'A' && character <= 'Z');
        const bool is_digit = character >= '0' && character <= '9';
        if (is_letter || is_digit) {
            name += is_start && is_lower ? static_cast<char>(character - 'a' + 'A') : character;
        }
        is_start = !is_letter && !is_digit;
    }
    return name;
}

// Open facts have no rule file: "open/percent" is what can be said of them.
std::string question_of_open(std::string_view rule) {
    const std::size_t slash = rule.find('/');
    return fmt::format("Do the sources state the same {} for the same thing?",
                       slash == std::string_view::npos ? rule : rule.substr(slash + 1));
}

// Findings on who is credited come from no rule file either.
std::string question_of(std::string_view rule) {
    return rule == "credit" ? "Do the sources credit the same outlet with the report?"
                            : question_of_open(rule);
}

// SARIF wants a name that is more than the id in other letters (its rule 1001).
std::string name_of_rule(std::string_view id) {
    const std::string name = pascal_case(id);
    return name.size() == id.size() ? name + "Conflict" : name;
}

// What GitHub sorts alerts by.
std::string_view problem_severity(Level level) {
    return level == Level::Note ? "recommendation" : name_of(level);
}

std::string as_sentence(std::string text) {
    const bool is_ended = text.ends_with('.') || text.ends_with('?') || text.ends_with('!');
    return text.empty() || is_ended ? text : text + ".";
}

}  // namespace

void SarifRules::add(const Finding& finding) {
    const auto [found, is_new] = numbers_.try_emplace(finding.rule, entries_.size());
    if (is_new) {
        entries_.push_back({finding.rule, finding.tier, finding.level});
    }
    Entry& entry = entries_[found->second];
    entry.level = std::min(entry.level, finding.level);
}

Json SarifRules::objects() const {
    Json objects = Json::array();
    for (const Entry& entry : entries_) {
        objects.push_back(object_of(entry));
    }
    return objects;
}

Json SarifRules::object_of(const Entry& entry) const {
    const auto note = report_->rules.find(entry.id);
    const std::string question =
        note == report_->rules.end() ? question_of(entry.id) : note->second.question;
    const std::string why =
        note == report_->rules.end() || note->second.why_it_matters.empty()
            ? "Readers cannot rely on either source before the difference is explained."
            : as_sentence(note->second.why_it_matters);
    const std::string steps =
        "Read both quotations in their context, ask each source what it rests on, and correct the "
        "one that is wrong. The command atodds explain shows how the verdict was reached.";
    const bool is_open = entry.tier == Tier::Open;
    return {{"id", entry.id},
            {"name", name_of_rule(entry.id)},
            {"shortDescription", {{"text", as_sentence(question)}}},
            {"fullDescription", {{"text", why}}},
            {"help",
             {{"text", fmt::format("{} {}", why, steps)},
              {"markdown", fmt::format("{}\n\n{}", why, steps)}}},
            {"defaultConfiguration", {{"level", name_of(entry.level)}}},
            {"properties",
             {{"tags", Json::array({"disagreement", is_open ? "open-fact" : "declared-fact"})},
              {"precision", is_open ? "medium" : "high"},
              {"problem.severity", problem_severity(entry.level)}}}};
}

}  // namespace atodds
