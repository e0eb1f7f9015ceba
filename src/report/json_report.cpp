#include "report/fact_text.hpp"
#include "report/json_objects.hpp"
#include "report/report_facts.hpp"
#include "report/report_writer.hpp"
#include "report/web_annotation.hpp"

#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace atodds {
namespace {

constexpr auto kOnBadUtf8 = Json::error_handler_t::replace;

Json to_json_object(const Qualifiers& qualifiers) {
    static constexpr std::array kPolarity = {"positive", "negative"};
    static constexpr std::array kCertainty = {"asserted", "probable", "possible", "hypothetical"};
    static constexpr std::array kStance = {"asserts", "denies", "confirms", "questions",
                                           "declines"};
    static constexpr std::array kQuote = {"none", "direct", "mixed", "indirect", "scare"};
    static constexpr std::array kStage = {"unstated", "proposed", "asked",    "planned",
                                          "agreed",   "done",     "cancelled"};
    static constexpr std::array kPhase = {"unstated", "earlier", "now", "retracted"};
    static constexpr std::array kList = {"unstated", "open", "closed"};
    const auto at = [](const auto& names, auto value) {
        return names.at(static_cast<std::size_t>(value));
    };
    Json sources = Json::array();
    for (const SourceRef& source : qualifiers.sources) {
        Json one = {{"id", source.id}, {"surface", source.surface}};
        if (!source.institution.empty()) {
            one["institution"] = source.institution;
        }
        sources.push_back(std::move(one));
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
    if (!qualifiers.report_time.is_unbounded()) {
        object["report_time"] = to_text(qualifiers.report_time);
    }
    return object;
}

Json to_json_object(const Fact& fact, const Article* article, const LineIndex* lines) {
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
            {"qualifiers", to_json_object(fact.qualifiers)},
            {"target", annotation_target(fact, article, lines)}};
}

Json to_json_array(const std::vector<TimedValue>& history) {
    Json array = Json::array();
    for (const TimedValue& value : history) {
        array.push_back({{"date", to_iso(value.day)},
                         {"side", value.side},
                         {"article", value.article},
                         {"basis", name_of(value.basis)}});
    }
    return array;
}

Json to_json_object(const StaleCopy& copy) {
    Json object = {{"article", copy.article},
                   {"status", name_of(copy.status)},
                   {"finding", copy.finding},
                   {"fact", copy.fact},
                   {"value", copy.value},
                   {"current", copy.current},
                   {"superseded_by", copy.superseded_by},
                   {"since", nullptr},
                   {"dated", nullptr}};
    if (copy.since) {
        object["since"] = to_iso(*copy.since);
    }
    if (copy.dated) {
        object["dated"] = to_iso(*copy.dated);
    }
    return object;
}

// What people and earlier runs said of a finding; nothing where they said nothing.
void append_memory(const Finding& finding, Json& object) {
    if (finding.status != FindingStatus::Unknown) {
        object["status"] = name_of(finding.status);
    }
    if (const ReviewMark& mark = finding.review; mark.verdict != ReviewVerdict::None) {
        object["review"] = {{"verdict", name_of(mark.verdict)},
                            {"note", mark.note},
                            {"by", mark.by},
                            {"date", mark.date}};
    }
    if (const Suppression& reason = finding.suppressed_by; !is_shown(finding)) {
        object["suppressed_by"] = {
            {"kind", name_of(reason.kind)}, {"reason", reason.reason}, {"place", reason.place}};
    }
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

}  // namespace

Json to_json_object(const Finding& finding) {
    Json sides = Json::array();
    for (const Side& side : finding.sides) {
        Json object = {{"value", side.value},
                       {"facts", side.facts},
                       {"articles", side.articles},
                       {"origins", side.origins}};
        if (side.first_seen) {
            object["first_seen"] = to_iso(*side.first_seen);
            object["first_article"] = side.first_article;
        }
        sides.push_back(std::move(object));
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
                   {"key", finding.key},
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
    if (finding.update != UpdateReason::None) {
        object["update"] = name_of(finding.update);
    }
    if (!finding.history.empty()) {
        object["history"] = to_json_array(finding.history);
    }
    if (!finding.marks.empty()) {
        object["marks"] = marks_object(finding);
    }
    append_memory(finding, object);
    return object;
}

namespace {

Json to_json_object(const OriginEdge& edge) {
    static constexpr std::array kReasons = {"tail line", "byline", "dateline", "first report",
                                            "report",    "remark", "copy"};
    Json object = {{"article", edge.article},
                   {"outlet", edge.outlet},
                   {"upstream", edge.upstream},
                   {"reason", kReasons.at(static_cast<std::size_t>(edge.reason))},
                   {"reach", edge.reach == OriginReach::Article ? "article" : "passage"}};
    if (!edge.span.is_empty()) {
        object["start"] = edge.span.begin;
        object["end"] = edge.span.end;
    }
    if (edge.reason == OriginReason::Copy) {
        object["upstream_start"] = edge.upstream_span.begin;
        object["upstream_end"] = edge.upstream_span.end;
        object["share_percent"] = edge.share_percent;
        object["directed"] = edge.is_directed;
    }
    if (!edge.reported.is_unbounded()) {
        object["reported"] = to_text(edge.reported);
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
    if (article.updated) {
        object["updated"] = to_iso(*article.updated);
    }
    if (!article.date_bounds.is_unbounded()) {
        object["date_bounds"] = to_text(article.date_bounds);
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

Json to_json_object(const Coverage& coverage) {
    Json object = {{"articles", coverage.articles},
                   {"facts", coverage.facts},
                   {"left_out", coverage.left_out}};
    for (const UnlistedFindings& unlisted : coverage.unlisted) {
        object["unlisted"].push_back({{"level", name_of(unlisted.level)},
                                      {"verdict", name_of(unlisted.verdict)},
                                      {"findings", unlisted.count}});
    }
    return object;
}

// Facts come sorted by article, so one index of lines at a time is enough.
class FactObjects {
  public:
    explicit FactObjects(const Report& report) : lookup_(report) {}

    Json operator()(const Fact& fact) {
        const Article* article = lookup_.article(fact.article);
        if (article != article_) {
            article_ = article;
            lines_.reset();
            if (article != nullptr && !article->text.empty()) {
                lines_.emplace(article->text);
            }
        }
        return to_json_object(fact, article, lines_ ? &*lines_ : nullptr);
    }

  private:
    ReportLookup lookup_;
    const Article* article_ = nullptr;
    std::optional<LineIndex> lines_;
};

// The forms above, for arrays.
struct ToObject {
    template <typename Item>
    Json operator()(const Item& item) const {
        return to_json_object(item);
    }
};

// An array with one element a line: whole-document indentation makes a report five times as long
// and no easier to compare.
template <typename Item, typename Convert = ToObject>
void append_array(std::string& text, std::string_view name, const std::vector<Item>& items,
                  Convert&& to_object = {}) {
    text += ",\n\"";
    text += name;
    text += "\": [";
    bool is_first = true;
    for (const Item& item : items) {
        text += is_first ? "\n" : ",\n";
        text += dumped(to_object(item));
        is_first = false;
    }
    text += is_first ? "]" : "\n]";
}

Json rules_of(const Report& report) {
    Json rules = Json::object();
    for (const auto& [id, note] : report.rules) {
        rules[id] = {{"question", note.question}, {"why_it_matters", note.why_it_matters}};
    }
    return rules;
}

}  // namespace

std::string dumped(const Json& json) {
    return json.dump(-1, ' ', false, kOnBadUtf8);
}

std::string dumped_indented(const Json& json) {
    return json.dump(1, ' ', false, kOnBadUtf8) + "\n";
}

std::string to_json_line(const Fact& fact, const Article& article, const LineIndex& lines) {
    return dumped(to_json_object(fact, &article, &lines));
}

std::string to_json_line(const Finding& finding) {
    return dumped(to_json_object(finding));
}

std::string to_json(const Report& report) {
    std::string text = "{\"schema\": \"atodds-report/1\"";
    append_array(text, "articles", report.articles);
    append_array(text, "facts", report.facts, FactObjects(report));
    append_array(text, "findings", report.findings);
    append_array(text, "agreements", report.agreements);
    append_array(text, "stale", report.stale);
    append_array(text, "origins", report.origins.edges);
    text += ",\n\"origin_of\": " + Json(report.origins.origin_of).dump(-1, ' ', false, kOnBadUtf8);
    append_array(text, "gone", report.gone);
    text += ",\n\"checked\": " + dumped(report.checked);
    append_array(text, "diagnostics", report.diagnostics);
    text += ",\n\"coverage\": " + dumped(to_json_object(report.coverage));
    text += ",\n\"names\": " + dumped(report.names);
    text += ",\n\"rules\": " + dumped(rules_of(report));
    return text + "\n}\n";
}

}  // namespace atodds
