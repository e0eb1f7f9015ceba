#include "report/finding_words.hpp"

#include "base/utf8.hpp"
#include "compare/value_relation.hpp"
#include "report/fact_text.hpp"

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

using Names = std::map<std::string, std::string>;

// "bank of corvell" -> "Bank Of Corvell": names only an article knows are kept in lower case.
std::string capitalised(std::string_view words) {
    std::string text(words);
    bool is_start = true;
    for (char& character : text) {
        if (is_start && character >= 'a' && character <= 'z') {
            character = static_cast<char>(character - 'a' + 'A');
        }
        is_start = character == ' ';
    }
    return text;
}

std::string name_in(const Names& names, const std::string& id) {
    if (const auto found = names.find(id); found != names.end()) {
        return found->second;
    }
    return id.starts_with('~') ? capitalised(std::string_view(id).substr(1)) : id;
}

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

std::string reader_value(const Value& value, const Names& names) {
    switch (value.type) {
        case ValueType::Entity:
            return name_in(names, value.text);
        case ValueType::EntitySet: {
            std::vector<std::string> items;
            for (const std::string& item : value.items) {
                items.push_back(name_in(names, item));
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

void reword_side(const Finding& finding, const ReportLookup& lookup, const Names& names,
                 Side& side) {
    const Fact* fact = side.facts.empty() ? nullptr : lookup.fact(side.facts.front());
    if (fact == nullptr) {
        return;
    }
    const bool is_own_word = side.value == fact->surface;  // of two opposite predicates
    if (fact->value.type == ValueType::Polarity && !is_own_word) {
        side.value = reader_polarity(finding, side.value);
        return;
    }
    const std::string plain = to_display(fact->value);
    const std::size_t at = plain.empty() ? std::string::npos : side.value.find(plain);
    if (at != std::string::npos) {
        side.value.replace(at, plain.size(), reader_value(fact->value, names));
    }
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

// Values of a slot that all facts share, else those of the first; each once, in its order.
std::vector<std::string> shared_slot(const std::vector<const Fact*>& facts, std::string_view slot) {
    std::vector<std::string> first;
    std::vector<std::string> shared;
    for (const SlotValue& own : facts.front()->slots) {
        if (own.slot != slot || std::find(first.begin(), first.end(), own.value) != first.end()) {
            continue;
        }
        first.push_back(own.value);
        const bool all = std::all_of(facts.begin(), facts.end(), [&](const Fact* fact) {
            return std::any_of(fact->slots.begin(), fact->slots.end(), [&](const SlotValue& other) {
                return other.slot == slot && other.value == own.value;
            });
        });
        if (all) {
            shared.push_back(own.value);
        }
    }
    return shared.empty() ? first : shared;
}

std::string_view kind_of_open(std::string_view rule) {
    static constexpr std::array<std::pair<std::string_view, std::string_view>, 11> kKinds = {{
        {"open/number", "Number"},
        {"open/rank", "Rank"},
        {"open/percent", "Percentage"},
        {"open/money", "Amount of money"},
        {"open/quantity", "Measure"},
        {"open/duration", "Length of time"},
        {"open/date", "Date"},
        {"open/claim", "Asserted or denied"},
        {"open/ratio", "Share of a whole"},
        {"open/office", "Name or office"},
        {"open/place", "Place"},
    }};
    const auto* found = std::find_if(kKinds.begin(), kKinds.end(),
                                     [&](const auto& kind) { return kind.first == rule; });
    return found == kKinds.end() ? "Open fact" : found->second;
}

// "Number of people · Aldra Venn · confirm": what is counted, about whom, by which verb.
std::string open_title(const Finding& finding, const ReportLookup& lookup, const Names& names) {
    const std::vector<const Fact*> facts = facts_of(finding, lookup);
    if (facts.empty()) {
        return finding.fact;
    }
    std::string title(kind_of_open(finding.rule));
    std::vector<std::string> entities;
    std::set<std::string> said = {"percent", "cent"};  // words that the title has already
    for (const std::string& id : shared_slot(facts, "entity")) {
        entities.push_back(name_in(names, id));
        said.insert(to_lower(entities.back()));
    }
    const std::vector<std::string> nouns = shared_slot(facts, "noun");
    if (finding.rule == "open/number" && !facts.front()->value.counted.empty()) {
        title += " of " + facts.front()->value.counted;
    } else if (!nouns.empty() && !said.contains(nouns.front())) {
        title += " · " + nouns.front();
    }
    if (!entities.empty()) {
        title += fmt::format(" · {}", fmt::join(entities, ", "));
    }
    for (const std::string& predicate : shared_slot(facts, "predicate")) {
        title += fmt::format(" · {}", predicate);
    }
    return title;
}

void reword(const ReportLookup& lookup, const Names& names, Finding& finding) {
    for (Side& side : finding.sides) {
        reword_side(finding, lookup, names, side);
    }
    for (TraceStep& step : finding.trace) {
        for (const auto& [id, name] : names) {
            replace_all(step.text, fmt::format("\"{}\"", id), fmt::format("\"{}\"", name));
        }
    }
    if (finding.tier == Tier::Open) {
        finding.fact = open_title(finding, lookup, names);
    }
    std::string values;
    for (const Side& side : finding.sides) {
        values += fmt::format("{}\"{}\"", values.empty() ? "" : " against ", side.value);
    }
    finding.message = fmt::format("{} {}", finding.fact, values);
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

std::string check_of_disagreement(const Finding& finding, const ReportLookup& lookup) {
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

std::string next_check(const Finding& finding, const ReportLookup& lookup) {
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
            return "Look for a recording, a transcript or the first report of the remark.";
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
        return capitalised(std::string_view(source.id).substr(1));
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
