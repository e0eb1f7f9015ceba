#include "report/fact_text.hpp"
#include "report/report_writer.hpp"

#include <nlohmann/json.hpp>

#include <array>
#include <string>
#include <string_view>

namespace atodds {
namespace {

using Json = nlohmann::ordered_json;

// Article text is valid UTF-8 by contract; should a byte slip through (a span cut by a defect),
// the report is still valid JSON and shows U+FFFD.
constexpr auto kOnBadUtf8 = Json::error_handler_t::replace;

Json to_json_object(const Qualifiers& qualifiers) {
    static constexpr std::array kPolarity = {"positive", "negative"};
    static constexpr std::array kCertainty = {"asserted", "probable", "possible", "hypothetical"};
    static constexpr std::array kStance = {"asserts", "denies", "confirms", "questions",
                                           "declines"};
    static constexpr std::array kQuote = {"none", "direct", "mixed", "indirect", "scare"};
    static constexpr std::array kStage = {"unstated", "proposed", "asked",    "planned",
                                          "agreed",   "done",     "cancelled"};
    static constexpr std::array kPhase = {"unstated", "earlier", "now"};
    static constexpr std::array kList = {"unstated", "open", "closed"};
    const auto at = [](const auto& names, auto value) {
        return names.at(static_cast<std::size_t>(value));
    };
    Json sources = Json::array();
    for (const SourceRef& source : qualifiers.sources) {
        sources.push_back({{"id", source.id}, {"surface", source.surface}});
    }
    Json object = {{"polarity", at(kPolarity, qualifiers.polarity)},
                   {"certainty", at(kCertainty, qualifiers.certainty)},
                   {"stance", at(kStance, qualifiers.stance)},
                   {"holder", qualifiers.holder},
                   {"sources", std::move(sources)},
                   {"quote", at(kQuote, qualifiers.quote)},
                   {"stage", at(kStage, qualifiers.stage)},
                   {"phase", at(kPhase, qualifiers.phase)},
                   {"list", at(kList, qualifiers.list)}};
    if (!qualifiers.event_time.is_unbounded()) {
        object["event_time"] = to_text(qualifiers.event_time);
    }
    return object;
}

Json to_json_object(const Fact& fact) {
    Json slots = Json::array();
    for (const SlotValue& slot : fact.slots) {
        slots.push_back({{"slot", slot.slot}, {"value", slot.value}});
    }
    return {{"id", fact.id},
            {"fact", fact.rule},
            {"article", fact.article},
            {"start", fact.span.begin},
            {"end", fact.span.end},
            {"statement", {{"start", fact.statement.begin}, {"end", fact.statement.end}}},
            {"surface", fact.surface},
            {"type", name_of(fact.value.type)},
            {"value", value_text(fact.value)},
            {"unit", unit_text(fact.value)},
            {"slots", std::move(slots)},
            {"qualifiers", to_json_object(fact.qualifiers)}};
}

/// The words of quotations that differ: [{"fact": id, "spans": [[start, end], ...]}, ...].
Json marks_object(const Finding& finding) {
    Json marks = Json::array();
    for (const FactMarks& of_fact : finding.marks) {
        Json spans = Json::array();
        for (const ByteSpan span : of_fact.spans) {
            spans.push_back({span.begin, span.end});
        }
        marks.push_back({{"fact", of_fact.fact}, {"spans", std::move(spans)}});
    }
    return marks;
}

Json to_json_object(const Finding& finding) {
    Json sides = Json::array();
    for (const Side& side : finding.sides) {
        sides.push_back({{"value", side.value},
                         {"facts", side.facts},
                         {"articles", side.articles},
                         {"origins", side.origins}});
    }
    Json conflicts = Json::array();
    for (const auto& [left, right] : finding.conflicts) {
        conflicts.push_back({left, right});
    }
    Json trace = Json::array();
    for (const TraceStep& step : finding.trace) {
        trace.push_back({{"step", step.step}, {"text", step.text}, {"decides", step.decides}});
    }
    Json object = {{"id", finding.id},
                   {"fact", finding.fact},
                   {"rule", finding.rule},
                   {"tier", finding.tier == Tier::Open ? "open" : "declared"},
                   {"kind", name_of(finding.kind)},
                   {"verdict", name_of(finding.verdict)},
                   {"level", name_of(finding.level)},
                   {"sides", std::move(sides)},
                   {"conflicts", std::move(conflicts)},
                   {"trace", std::move(trace)},
                   {"message", finding.message}};
    if (finding.update_possible) {
        object["update_possible"] = true;
    }
    if (!finding.marks.empty()) {
        object["marks"] = marks_object(finding);
    }
    return object;
}

Json to_json_object(const Article& article) {
    Json object = {{"id", article.id},
                   {"path", article.path},
                   {"source", article.source},
                   {"title", article.title},
                   {"published", nullptr}};
    if (article.published) {
        object["published"] = to_iso(*article.published);
    }
    if (!article.url.empty()) {
        object["url"] = article.url;
    }
    Json unread = Json::array();
    for (const Block& block : article.blocks) {
        if (block.kind == BlockKind::Boilerplate || block.kind == BlockKind::Foreign) {
            unread.push_back({{"start", block.span.begin},
                              {"end", block.span.end},
                              {"kind", name_of(block.kind)},
                              {"reason", block.reason}});
        }
    }
    object["quarantined"] = std::move(unread);
    return object;
}

Json to_json_object(const Diagnostic& diagnostic) {
    Json object = {{"severity", diagnostic.severity == Severity::Error ? "error" : "warning"},
                   {"message", diagnostic.error.message},
                   {"file", diagnostic.error.place.file},
                   {"hint", diagnostic.error.hint}};
    if (diagnostic.error.place.span) {
        object["start"] = diagnostic.error.place.span->begin;
        object["end"] = diagnostic.error.place.span->end;
    }
    return object;
}

// An array with one element a line: whole-document indentation makes a report five times as long
// and no easier to compare.
template <typename Item>
void append_array(std::string& text, std::string_view name, const std::vector<Item>& items) {
    text += ",\n\"";
    text += name;
    text += "\": [";
    bool is_first = true;
    for (const Item& item : items) {
        text += is_first ? "\n" : ",\n";
        text += to_json_object(item).dump(-1, ' ', false, kOnBadUtf8);
        is_first = false;
    }
    text += is_first ? "]" : "\n]";
}

}  // namespace

std::string to_json_line(const Fact& fact) {
    return to_json_object(fact).dump(-1, ' ', false, kOnBadUtf8);
}

std::string to_json_line(const Finding& finding) {
    return to_json_object(finding).dump(-1, ' ', false, kOnBadUtf8);
}

std::string to_json(const Report& report) {
    std::string text = "{\"schema\": \"atodds-report/1\"";
    append_array(text, "articles", report.articles);
    append_array(text, "facts", report.facts);
    append_array(text, "findings", report.findings);
    append_array(text, "agreements", report.agreements);
    append_array(text, "diagnostics", report.diagnostics);
    text += ",\n\"names\": " + Json(report.names).dump(-1, ' ', false, kOnBadUtf8);
    return text + "\n}\n";
}

}  // namespace atodds
