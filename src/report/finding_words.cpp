#include "report/finding_words.hpp"

#include "base/utf8.hpp"
#include "compare/value_relation.hpp"
#include "report/fact_text.hpp"
#include "report/finding_title.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <iterator>
#include <map>
#include <set>
#include <string_view>
#include <utility>
#include <vector>

namespace atodds {
namespace {

// Levels and categories are written with hyphens in rules: "licence-needed". Words that have their
// hyphen in English keep it.
std::string unhyphenated(std::string text) {
    static constexpr std::array<std::string_view, 5> kFirst = {"self", "non", "co", "anti", "semi"};
    for (std::size_t at = text.find('-'); at != std::string::npos; at = text.find('-', at + 1)) {
        const std::size_t word =
            text.rfind(' ', at) == std::string::npos ? 0 : text.rfind(' ', at) + 1;
        const std::string_view before = std::string_view(text).substr(word, at - word);
        const bool is_compound = std::find(kFirst.begin(), kFirst.end(), before) != kFirst.end() ||
                                 std::string_view(text).substr(at + 1).starts_with("best");
        const bool is_between_letters = at > 0 && at + 1 < text.size() && text[at - 1] >= 'a' &&
                                        text[at - 1] <= 'z' && text[at + 1] >= 'a' &&
                                        text[at + 1] <= 'z';
        if (!is_compound && is_between_letters) {
            text[at] = ' ';
        }
    }
    return text;
}

std::string listed(const std::vector<std::string>& items) {
    std::string text;
    for (std::size_t i = 0; i < items.size(); ++i) {
        text += i == 0 ? "" : i + 1 == items.size() ? " and " : ", ";
        text += items[i];
    }
    return text;
}

std::string reader_value(const Value& value, const ReportLookup& lookup) {
    switch (value.type) {
        case ValueType::Entity:
            return name_of_entity(value.text, lookup);
        case ValueType::EntitySet: {
            std::vector<std::string> items;
            for (const std::string& item : value.items) {
                items.push_back(name_of_entity(item, lookup));
            }
            return listed(items);
        }
        case ValueType::Level:
        case ValueType::Category:
            return unhyphenated(value.text);
        case ValueType::Wording:
            return fmt::format("“{}”", value.text);
        case ValueType::Number:
        case ValueType::Ordinal:
        case ValueType::Percent:
        case ValueType::PercentagePoints:
        case ValueType::Money:
        case ValueType::Quantity:
        case ValueType::Duration:
        case ValueType::Date:
        case ValueType::Polarity:
            break;
    }
    return to_display(value);
}

// A polarity is no value to read: its sides say yes and no, or assert and deny.
std::string reader_polarity(const Finding& finding, const std::string& value) {
    const std::size_t suffix = value.find(" (");
    const std::string_view said = std::string_view(value).substr(0, suffix);
    const bool is_negated = said.starts_with("not ");
    const bool is_no = (said.substr(is_negated ? 4 : 0) == "no") != is_negated;
    const std::string_view word =
        finding.tier == Tier::Open ? (is_no ? "denied" : "asserted") : (is_no ? "no" : "yes");
    return fmt::format("{}{}", word, suffix == std::string::npos ? "" : value.substr(suffix));
}

void replace_all(std::string& text, std::string_view from, std::string_view to) {
    for (std::size_t at = text.find(from); !from.empty() && at != std::string::npos;
         at = text.find(from, at + to.size())) {
        text.replace(at, from.size(), to);
    }
}

void reword_side(const Finding& finding, const ReportLookup& lookup, Side& side) {
    const Fact* fact = side.facts.empty() ? nullptr : lookup.fact(side.facts.front());
    if (fact == nullptr) {
        return;
    }
    // Of two opposite predicates each says its own word; no rule has such.
    const bool is_own_word = finding.tier == Tier::Open && side.value == fact->surface;
    if (fact->value.type == ValueType::Polarity && !is_own_word) {
        side.value = reader_polarity(finding, side.value);
        return;
    }
    const std::string plain = to_display(fact->value);
    const std::size_t at = plain.empty() ? std::string::npos : side.value.find(plain);
    if (at != std::string::npos) {
        side.value.replace(at, plain.size(), reader_value(fact->value, lookup));
    }
}

void reword(const ReportLookup& lookup, const std::map<std::string, std::string>& names,
            Finding& finding) {
    for (Side& side : finding.sides) {
        reword_side(finding, lookup, side);
    }
    for (TraceStep& step : finding.trace) {
        for (const auto& [id, name] : names) {
            replace_all(step.text, fmt::format("\"{}\"", id), fmt::format("\"{}\"", name));
        }
    }
    if (finding.tier == Tier::Open && finding.rule != "open/quote") {
        finding.fact = open_title(finding, lookup);
    }
    std::string values;
    for (const Side& side : finding.sides) {
        values += fmt::format("{}\"{}\"", values.empty() ? "" : " against ", side.value);
    }
    finding.message = fmt::format("{} {}", finding.fact, values);
    if (const std::string note = origin_note(finding); !note.empty()) {
        finding.message += "; " + note;
    }
}

std::set<std::string> intersection(const Side& a, const Side& b) {
    std::set<std::string> shared;
    std::set_intersection(a.origins.begin(), a.origins.end(), b.origins.begin(), b.origins.end(),
                          std::inserter(shared, shared.end()));
    return shared;
}

// An origin that stands on both sides of a clash; empty where there is none.
std::string shared_origin(const Finding& finding) {
    for (const auto& [left, right] : finding.conflicts) {
        const std::set<std::string> shared =
            intersection(finding.sides.at(left), finding.sides.at(right));
        if (!shared.empty()) {
            return *shared.begin();
        }
    }
    return "";
}

// An origin of a side that is not the publisher of any of its articles: a report somebody cites.
std::string cited_origin(const Finding& finding, const ReportLookup& lookup) {
    for (const Side& side : finding.sides) {
        for (const std::string& origin : side.origins) {
            const bool is_own =
                std::any_of(side.articles.begin(), side.articles.end(), [&](const std::string& id) {
                    const Article* article = lookup.article(id);
                    return id == origin || (article != nullptr && article->source == origin);
                });
            if (!is_own) {
                return origin;
            }
        }
    }
    return "";
}

constexpr std::string_view kFindTheWords =
    "Look for a recording, a transcript or the first report of the remark.";

std::string check_of_disagreement(const Finding& finding, const ReportLookup& lookup) {
    if (finding.rule == "open/quote") {
        return std::string(kFindTheWords);
    }
    if (finding.tier == Tier::Open) {
        return "Make sure that both speak of the same thing; no rule knows this fact.";
    }
    if (const std::string origin = shared_origin(finding); !origin.empty()) {
        return fmt::format("Read what {} says itself: both sides go back to it.",
                           origin_name(origin, lookup));
    }
    if (finding.update_possible) {
        return "Find out when each was written: the later may be an update of the earlier.";
    }
    if (const std::string origin = cited_origin(finding, lookup); !origin.empty()) {
        return fmt::format("Read {} itself: is it said there in these words?",
                           origin_name(origin, lookup));
    }
    return "Ask each side what it rests on, and look for a first-hand source.";
}

bool decided_by(const Finding& finding, std::string_view step) {
    return std::any_of(finding.trace.begin(), finding.trace.end(),
                       [&](const TraceStep& line) { return line.decides && line.step == step; });
}

std::string without_excuse_note(std::string text) {
    constexpr std::string_view kNote = ", and every excuse has failed";
    if (text.ends_with(kNote)) {
        text.resize(text.size() - kNote.size());
    }
    return text;
}

std::string as_sentence(std::string text) {
    if (!text.empty() && text.front() >= 'a' && text.front() <= 'z') {
        text.front() = static_cast<char>(text.front() - 'a' + 'A');
    }
    return text.empty() || text.back() == '.' ? text : text + ".";
}

}  // namespace

void put_in_words(Report& report) {
    const ReportLookup lookup(report);
    for (auto* list : {&report.findings, &report.agreements}) {
        for (Finding& finding : *list) {
            reword(lookup, report.names, finding);
        }
    }
}

std::string reason_of(const Finding& finding) {
    const auto decides = std::find_if(finding.trace.begin(), finding.trace.end(),
                                      [](const TraceStep& step) { return step.decides; });
    if (decides != finding.trace.end() && !decides->text.empty()) {
        return as_sentence(without_excuse_note(decides->text));
    }
    if (finding.fact.empty() || !finding.message.starts_with(finding.fact)) {
        return finding.message;
    }
    const std::size_t rest = finding.message.find_first_not_of(" :", finding.fact.size());
    return rest == std::string::npos ? finding.message : finding.message.substr(rest);
}

std::string origin_note(const Finding& finding) {
    const auto note = std::find_if(
        finding.trace.begin(), finding.trace.end(),
        [](const TraceStep& step) { return step.step == "origins" || step.step == "hardening"; });
    return note == finding.trace.end() ? "" : note->text;
}

std::string next_check(const Finding& finding, const ReportLookup& lookup) {
    if (finding.kind == FindingKind::Credit) {
        return "Look which of the outlets reported it; both may have, in two reports.";
    }
    if (finding.kind == FindingKind::Hardening) {
        return "Use the wording of the report that it comes from, or find out what made it firmer.";
    }
    if (decided_by(finding, "attribution")) {
        return "Say at the top, too, who it is from and of whom it is true.";
    }
    if (finding.kind == FindingKind::HeadlineBody) {
        return "See which of the two the body supports, and correct the other.";
    }
    if (finding.kind == FindingKind::InsideArticle) {
        return "Ask the author which of the two is meant.";
    }
    switch (finding.verdict) {
        case Verdict::Disagree:
            return check_of_disagreement(finding, lookup);
        case Verdict::Update:
            return "Make sure that both mean the same event, then use the later value.";
        case Verdict::Certainty:
            return "See what the firmer side rests on: a document, a named source, or nothing.";
        case Verdict::Wording:
            return std::string(kFindTheWords);
        case Verdict::Scope:
            return "See whether the wider value includes the narrower one.";
        case Verdict::Agree:
            return "See whether the sources are independent or copy from each other.";
        case Verdict::Different:
            break;
    }
    return "";
}

std::string name_of_source(const SourceRef& source, const Article* article,
                           const ReportLookup& lookup) {
    if (const std::string* name = lookup.name(source.id); name != nullptr) {
        return *name;
    }
    static constexpr std::array<std::string_view, 7> kPronouns = {"he",   "she",   "it",  "they",
                                                                  "this", "which", "that"};
    const bool is_pronoun =
        std::find(kPronouns.begin(), kPronouns.end(), to_lower(source.surface)) != kPronouns.end();
    if (is_pronoun && source.id.starts_with('~')) {
        return name_of_entity(source.id, lookup);
    }
    // The words are kept in lower case; the article has them as they were written.
    if (article != nullptr && source.span.end <= article->text.size() &&
        source.span.begin < source.span.end) {
        const std::string_view written = slice(article->text, source.span);
        if (to_lower(written) == to_lower(source.surface)) {
            return std::string(written);
        }
    }
    return source.surface.empty() ? source.id : source.surface;
}

std::string citation_of(const Fact& fact, const ReportLookup& lookup) {
    const Article* article = lookup.article(fact.article);
    std::string text;
    for (const SourceRef& source : fact.qualifiers.sources) {
        text += fmt::format("{}{}", text.empty() ? "according to " : ", citing ",
                            name_of_source(source, article, lookup));
    }
    return text;
}

std::string manner_of(const Fact& fact) {
    Qualifiers plain = fact.qualifiers;
    plain.sources.clear();
    return qualifier_text(plain);
}

std::string agreed_value(const Finding& agreement) {
    std::string values;
    std::set<std::string> origins;
    for (const Side& side : agreement.sides) {
        values += fmt::format("{}{}", values.empty() ? "" : " / ", side.value);
        origins.insert(side.origins.begin(), side.origins.end());
    }
    return fmt::format("{} ({})", values, counted(origins.size(), "origin"));
}

}  // namespace atodds
