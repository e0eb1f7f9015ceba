#include "report/fact_text.hpp"

#include <fmt/format.h>

#include <array>

namespace atodds {
namespace {

// An enumerator's name by its place; the tables stand in the order of the enumerations.
template <std::size_t Size, typename Enum>
std::string_view name_in(const std::array<std::string_view, Size>& names, Enum value) {
    const auto place = static_cast<std::size_t>(value);
    return place < Size ? names[place] : "unknown";
}

std::string signed_text(const Decimal& amount, Change change) {
    switch (change) {
        case Change::Increase:
            return "+" + amount.to_string();
        case Change::Decrease:
            return "-" + amount.to_string();
        case Change::Multiple:
            return "x" + amount.to_string();
        case Change::None:
        case Change::FromTo:
            break;
    }
    return amount.to_string();
}

std::string bounds_text(const Value& value, std::string_view between) {
    return fmt::format("{}{}{}", value.low ? value.low->to_string() : "", between,
                       value.high ? value.high->to_string() : "");
}

std::string amount_text(const Value& value) {
    if (value.change == Change::FromTo) {
        return bounds_text(value, "->");
    }
    const std::string amount = signed_text(value.amount, value.change);
    switch (value.bound) {
        case Bound::Exact:
            return amount;
        case Bound::About:
            return "~" + amount;
        case Bound::JustBelow:
            return "<~" + amount;
        case Bound::Above:
            return ">" + amount;
        case Bound::AtLeast:
            return ">=" + amount;
        case Bound::Below:
            return "<" + amount;
        case Bound::AtMost:
            return "<=" + amount;
        case Bound::Between:
            return bounds_text(value, "..");
    }
    return amount;
}

std::string joined(const std::vector<std::string>& items) {
    return fmt::format("{}", fmt::join(items, ", "));
}

void add(std::string& list, std::string_view item) {
    if (!item.empty()) {
        list += fmt::format("{}{}", list.empty() ? "" : ", ", item);
    }
}

}  // namespace

std::string_view name_of(ValueType type) {
    static constexpr std::array<std::string_view, 14> kNames = {
        "number",   "ordinal", "percent", "percentage-points", "money",  "quantity",
        "duration", "date",    "level",   "category",          "entity", "entity-set",
        "polarity", "wording"};
    return name_in(kNames, type);
}

std::string_view name_of(Verdict verdict) {
    static constexpr std::array<std::string_view, 7> kNames = {
        "disagree", "update", "certainty", "wording", "scope", "agree", "different"};
    return name_in(kNames, verdict);
}

std::string_view name_of(Level level) {
    static constexpr std::array<std::string_view, 3> kNames = {"error", "warning", "note"};
    return name_in(kNames, level);
}

std::string_view name_of(FindingKind kind) {
    static constexpr std::array<std::string_view, 5> kNames = {
        "between articles", "inside one article", "headline and body", "credit", "hardening"};
    return name_in(kNames, kind);
}

std::string_view name_of(BlockKind kind) {
    static constexpr std::array<std::string_view, 7> kNames = {
        "title", "heading", "body", "block quotation", "front matter", "boilerplate", "foreign"};
    return name_in(kNames, kind);
}

std::string_view name_of(UpdateReason reason) {
    static constexpr std::array<std::string_view, 9> kNames = {
        "",      "stage",        "phase",     "event time", "changed",
        "grown", "revised down", "corrected", "silent edit"};
    return name_in(kNames, reason);
}

std::string_view name_of(DayBasis basis) {
    static constexpr std::array<std::string_view, 4> kNames = {"said", "updated", "published",
                                                               "bound"};
    return name_in(kNames, basis);
}

std::string_view name_of(StaleStatus status) {
    static constexpr std::array<std::string_view, 3> kNames = {"still states", "needs correction",
                                                               "undated"};
    return name_in(kNames, status);
}

std::string_view name_of(FindingStatus status) {
    static constexpr std::array<std::string_view, 5> kNames = {"unknown", "new", "unchanged",
                                                               "changed", "gone"};
    return name_in(kNames, status);
}

std::string_view name_of(ReviewVerdict verdict) {
    static constexpr std::array<std::string_view, 4> kNames = {"none", "accepted", "false-alarm",
                                                               "dismissed"};
    return name_in(kNames, verdict);
}

std::string_view name_of(Suppression::Kind kind) {
    static constexpr std::array<std::string_view, 5> kNames = {"none", "inline", "file", "review",
                                                               "baseline"};
    return name_in(kNames, kind);
}

std::string value_text(const Value& value) {
    switch (value.type) {
        case ValueType::Number:
        case ValueType::Ordinal:
        case ValueType::Percent:
        case ValueType::PercentagePoints:
        case ValueType::Money:
        case ValueType::Duration:
            return amount_text(value);
        case ValueType::Quantity:
            return value.dimension == "clock" ? value.text : amount_text(value);
        case ValueType::Date:
            return value.dates.empty() ? value.text : to_text(value.dates.front());
        case ValueType::EntitySet:
            return joined(value.items);
        case ValueType::Level:
        case ValueType::Category:
        case ValueType::Entity:
        case ValueType::Polarity:
        case ValueType::Wording:
            return value.text;
    }
    return value.text;
}

std::string unit_text(const Value& value) {
    std::string unit = value.unit;
    switch (value.type) {
        case ValueType::Percent:
            unit = "%";
            break;
        case ValueType::PercentagePoints:
            unit = "pp";
            break;
        case ValueType::Duration:
            unit = "s";
            break;
        case ValueType::Number:
            unit = value.counted;
            break;
        case ValueType::Ordinal:
        case ValueType::Money:
        case ValueType::Quantity:
        case ValueType::Date:
        case ValueType::Level:
        case ValueType::Category:
        case ValueType::Entity:
        case ValueType::EntitySet:
        case ValueType::Polarity:
        case ValueType::Wording:
            break;
    }
    return value.per.empty() ? unit : unit + "/" + value.per;
}

std::string qualifier_text(const Qualifiers& qualifiers) {
    static constexpr std::array<std::string_view, 4> kCertainty = {"", "reportedly", "possibly",
                                                                   "hypothetically"};
    static constexpr std::array<std::string_view, 5> kStance = {"", "denied", "confirmed",
                                                                "questioned", "not commented on"};
    static constexpr std::array<std::string_view, 5> kQuote = {"", "quoted", "partly quoted", "",
                                                               "in scare quotes"};
    static constexpr std::array<std::string_view, 7> kStage = {
        "", "proposed", "asked", "planned", "agreed", "done", "cancelled"};
    static constexpr std::array<std::string_view, 4> kPhase = {"", "earlier", "now", "taken back"};
    std::string text;
    add(text, qualifiers.polarity == Polarity::Negative ? "negated" : "");
    add(text, name_in(kStance, qualifiers.stance));
    add(text, name_in(kCertainty, qualifiers.certainty));
    add(text, name_in(kQuote, qualifiers.quote));
    add(text, name_in(kStage, qualifiers.stage));
    add(text, name_in(kPhase, qualifiers.phase));
    for (const SourceRef& source : qualifiers.sources) {
        add(text, "according to " + source.surface);
    }
    return text;
}

std::string slots_text(const Fact& fact) {
    std::string text;
    for (const SlotValue& slot : fact.slots) {
        add(text, fmt::format("{}={}", slot.slot, slot.value));
    }
    return text;
}

}  // namespace atodds
