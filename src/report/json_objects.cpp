#include "report/json_objects.hpp"

#include "report/fact_text.hpp"

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>

namespace atodds {
namespace {

constexpr auto kOnBadUtf8 = Json::error_handler_t::replace;

Json qualifiers_of(const Qualifiers& qualifiers) {
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

// Characters before and behind a quotation that tell it from the same words elsewhere; the length
// that W3C's examples and common annotation clients use.
constexpr std::uint32_t kContextCharacters = 32;

bool is_inside_character(std::string_view text, std::size_t at) {
    return at < text.size() && (static_cast<unsigned char>(text[at]) & 0xC0U) == 0x80U;
}

std::string_view before(std::string_view text, std::size_t at) {
    std::size_t begin = at;
    for (std::uint32_t i = 0; i < kContextCharacters && begin > 0; ++i) {
        do {
            --begin;
        } while (begin > 0 && is_inside_character(text, begin));
    }
    return text.substr(begin, at - begin);
}

std::string_view behind(std::string_view text, std::size_t at) {
    std::size_t end = at;
    for (std::uint32_t i = 0; i < kContextCharacters && end < text.size(); ++i) {
        do {
            ++end;
        } while (is_inside_character(text, end));
    }
    return text.substr(at, end - at);
}

// W3C Web Annotation Data Model, sections 4.2.4 and 4.2.5. Positions count code points.
Json target_of(const Fact& fact, const Article* article, const LineIndex* lines) {
    Json quote = {{"type", "TextQuoteSelector"}, {"exact", fact.surface}};
    Json selectors = Json::array();
    std::string source = fact.article;
    if (article != nullptr) {
        source = article->url.empty() ? article->path : article->url;
        const std::string_view text = article->text;
        if (lines != nullptr && fact.span.begin <= fact.span.end && fact.span.end <= text.size()) {
            quote["prefix"] = before(text, fact.span.begin);
            quote["suffix"] = behind(text, fact.span.end);
            selectors.push_back({{"type", "TextPositionSelector"},
                                 {"start", lines->place(fact.span.begin).character},
                                 {"end", lines->place(fact.span.end).character}});
        }
    }
    selectors.insert(selectors.begin(), std::move(quote));
    return {{"source", std::move(source)}, {"selector", std::move(selectors)}};
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

}  // namespace

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
            {"qualifiers", qualifiers_of(fact.qualifiers)},
            {"target", target_of(fact, article, lines)}};
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
    append_memory(finding, object);
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

std::string dumped(const Json& json) {
    return json.dump(-1, ' ', false, kOnBadUtf8);
}

std::string dumped_indented(const Json& json) {
    return json.dump(1, ' ', false, kOnBadUtf8) + "\n";
}

}  // namespace atodds
