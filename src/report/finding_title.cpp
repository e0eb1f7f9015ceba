#include "report/finding_title.hpp"

#include "base/utf8.hpp"
#include "report/quote_text.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <string_view>
#include <utility>
#include <vector>

namespace atodds {
namespace {

// Columns of a sentence that stand before and behind the value. A guess: with the question they
// make a title of two lines on a phone and one on a desk.
constexpr std::uint32_t kColumnsBefore = 44;
constexpr std::uint32_t kColumnsBehind = 32;
constexpr std::string_view kGap = "___";
constexpr std::string_view kEllipsis = "…";

// "bank of corvell" -> "Bank Of Corvell": names only an article knows are kept in lower case.
std::string capitalised(std::string_view words) {
    std::string text(words);
    bool is_start = true;
    for (char& character : text) {
        if (is_start && character >= 'a' && character <= 'z') {
            character = static_cast<char>(character - 'a' + 'A');
        }
        is_start = character == ' ' || character == '-';
    }
    return text;
}

// Runs of blanks and line breaks as one blank. Hidden characters stay: each format shows them in
// its own way.
std::string on_one_line(std::string_view text) {
    std::string out;
    for (const char character : text) {
        const bool is_blank = character == ' ' || character == '\t' || character == '\n' ||
                              character == '\r' || character == '\f' || character == '\v';
        if (!is_blank) {
            out += character;
        } else if (out.empty() || out.back() != ' ') {
            out += ' ';
        }
    }
    return out;
}

// The last words of `text` that fit, with an ellipsis where some are left out.
std::string last_words(const std::string& text, std::uint32_t columns) {
    if (column_width(text) <= columns) {
        return text;
    }
    std::size_t cut = text.size();
    for (std::size_t at = text.rfind(' ', text.size() - 1); at != std::string::npos && at > 0;
         at = text.rfind(' ', at - 1)) {
        if (column_width(std::string_view(text).substr(at)) > columns) {
            break;
        }
        cut = at;
    }
    return fmt::format("{}{}", kEllipsis, std::string_view(text).substr(cut));
}

std::string first_words(const std::string& text, std::uint32_t columns) {
    if (column_width(text) <= columns) {
        return text;
    }
    std::size_t cut = 0;
    for (std::size_t at = text.find(' '); at != std::string::npos; at = text.find(' ', at + 1)) {
        if (column_width(std::string_view(text).substr(0, at)) > columns) {
            break;
        }
        cut = at;
    }
    while (cut > 0 && (text[cut - 1] == ',' || text[cut - 1] == ';' || text[cut - 1] == ':')) {
        --cut;
    }
    return fmt::format("{} {}", std::string_view(text).substr(0, cut), kEllipsis);
}

// The question that a value of an open rule answers.
std::string question_of(const Finding& finding, const std::vector<const Fact*>& facts) {
    static constexpr std::array<std::pair<std::string_view, std::string_view>, 14> kQuestions = {{
        {"open/number", "How many"},
        {"open/rank", "Which rank"},
        {"open/percent", "What percentage"},
        {"open/money", "How much money"},
        {"open/quantity", "How much"},
        {"open/duration", "How long"},
        {"open/date", "When"},
        {"open/claim", "Is it so"},
        {"open/ratio", "What share"},
        {"open/name", "Which name"},
        {"open/office", "Who"},
        {"open/place", "Where"},
        {"open/contest", "Who won, and how"},
        {"open/role", "Who did it"},
    }};
    const auto* found =
        std::find_if(kQuestions.begin(), kQuestions.end(),
                     [&](const auto& question) { return question.first == finding.rule; });
    const std::string_view dimension =
        facts.empty() ? std::string_view() : std::string_view(facts.front()->value.dimension);
    if (dimension == "age" || dimension == "clock") {
        return dimension == "age" ? "How old?" : "At what time?";
    }
    std::string question(found == kQuestions.end() ? "What" : found->second);
    // Of one thing the noun is in the singular, which makes no question.
    const auto many = std::find_if(facts.begin(), facts.end(), [](const Fact* fact) {
        return !fact->value.counted.empty() && fact->value.amount != Decimal(1);
    });
    if (finding.rule == "open/number" && many != facts.end()) {
        question += " " + (*many)->value.counted;
    }
    return question + "?";
}

// Sides that differ in what they say of the same words: two offices of one person.
bool have_one_surface(const Finding& finding, const ReportLookup& lookup) {
    std::string_view surface;
    for (const Side& side : finding.sides) {
        const Fact* fact = side.facts.empty() ? nullptr : lookup.fact(side.facts.front());
        if (fact == nullptr || (!surface.empty() && fact->surface != surface)) {
            return false;
        }
        surface = fact->surface;
    }
    return finding.sides.size() > 1;
}

bool shares_slot_value(const Fact& fact, const std::string& value) {
    return std::any_of(fact.slots.begin(), fact.slots.end(),
                       [&](const SlotValue& slot) { return slot.value == value; });
}

// The words of the title hold the name or its last word, "Huang" for "Jensen Huang".
bool says(const std::string& lower_title, const std::string& name) {
    const std::string lower = to_lower(name);
    const std::size_t blank = lower.rfind(' ');
    const std::string last = blank == std::string::npos ? lower : lower.substr(blank + 1);
    return lower_title.find(last) != std::string::npos;
}

}  // namespace

std::string name_of_entity(const std::string& id, const ReportLookup& lookup) {
    if (const std::string* name = lookup.name(id); name != nullptr) {
        return *name;
    }
    return id.starts_with('~') ? capitalised(std::string_view(id).substr(1)) : id;
}

std::vector<const Fact*> facts_of(const Finding& finding, const ReportLookup& lookup) {
    std::vector<const Fact*> facts;
    for (const Side& side : finding.sides) {
        for (const std::string& id : side.facts) {
            if (const Fact* fact = lookup.fact(id); fact != nullptr) {
                facts.push_back(fact);
            }
        }
    }
    return facts;
}

std::string open_title(const Finding& finding, const ReportLookup& lookup) {
    const Fact* shortest = nullptr;
    for (const Side& side : finding.sides) {
        const Fact* fact = side.facts.empty() ? nullptr : lookup.fact(side.facts.front());
        if (fact != nullptr &&
            (shortest == nullptr || fact->statement.size() < shortest->statement.size())) {
            shortest = fact;
        }
    }
    if (shortest == nullptr) {
        return finding.fact;
    }
    const Evidence evidence = evidence_of(*shortest, lookup);
    ByteSpan value = evidence.value;
    if (!evidence.statement.contains(value)) {
        value = {evidence.statement.begin, evidence.statement.begin};
    }
    const std::string before =
        last_words(on_one_line(slice(evidence.shown, {evidence.statement.begin, value.begin})),
                   kColumnsBefore);
    std::string behind = on_one_line(slice(evidence.shown, {value.end, evidence.statement.end}));
    while (!behind.empty() && (behind.back() == ' ' || behind.back() == '.')) {
        behind.pop_back();
    }
    const bool is_whole =
        shortest->value.type == ValueType::Polarity || have_one_surface(finding, lookup);
    const std::string written = on_one_line(slice(evidence.shown, value));
    const std::string question = is_whole && finding.rule == "open/office"
                                     ? "Which office?"
                                     : question_of(finding, facts_of(finding, lookup));
    return fmt::format("{} “{}{}{}”", question, before,
                       is_whole           ? written
                       : value.is_empty() ? ""
                                          : std::string(kGap),
                       first_words(behind, kColumnsBehind));
}

std::string subject_of(const Finding& finding, const ReportLookup& lookup) {
    const std::vector<const Fact*> facts = facts_of(finding, lookup);
    if (facts.empty()) {
        return "";
    }
    const std::string title = to_lower(title_of(finding));
    std::vector<std::string> names;
    for (const SlotValue& slot : facts.front()->slots) {
        const std::string name = name_of_entity(slot.value, lookup);
        const bool is_entity = lookup.name(slot.value) != nullptr || slot.value.starts_with('~');
        if (is_entity && !says(title, name) &&
            std::find(names.begin(), names.end(), name) == names.end() &&
            std::all_of(facts.begin(), facts.end(),
                        [&](const Fact* fact) { return shares_slot_value(*fact, slot.value); })) {
            names.push_back(name);
        }
    }
    return fmt::format("{}", fmt::join(names, ", "));
}

}  // namespace atodds
