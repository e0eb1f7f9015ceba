#include "cli/values_command.hpp"

#include "values/value_reader.hpp"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <cstdint>
#include <optional>
#include <utility>

namespace atodds {
namespace {

using Json = nlohmann::json;

/// JSON text of a string; bytes that are no UTF-8 are replaced.
std::string quote(std::string_view text) {
    return Json(std::string(text)).dump(-1, ' ', false, Json::error_handler_t::replace);
}

std::string_view kind_of(ValueType type) {
    switch (type) {
        case ValueType::Percent:
        case ValueType::PercentagePoints:
            return "percent";
        case ValueType::Money:
            return "money";
        case ValueType::Quantity:
            return "unit";
        case ValueType::Duration:
            return "duration";
        case ValueType::Number:
        case ValueType::Ordinal:
        case ValueType::Date:
        case ValueType::Level:
        case ValueType::Category:
        case ValueType::Entity:
        case ValueType::EntitySet:
        case ValueType::Polarity:
        case ValueType::Wording:
            break;
    }
    return "number";
}

std::string_view type_name(ValueType type) {
    switch (type) {
        case ValueType::Ordinal:
            return "ordinal";
        case ValueType::Quantity:
            return "quantity";
        default:
            return kind_of(type);
    }
}

std::string_view bound_name(Bound bound) {
    switch (bound) {
        case Bound::Exact:
            return "exact";
        case Bound::About:
            return "about";
        case Bound::JustBelow:
            return "just-below";
        case Bound::Above:
            return "above";
        case Bound::AtLeast:
            return "at-least";
        case Bound::Below:
            return "below";
        case Bound::AtMost:
            return "at-most";
        case Bound::Between:
            return "between";
    }
    return "exact";
}

std::string_view change_name(Change change) {
    switch (change) {
        case Change::None:
            return "none";
        case Change::FromTo:
            return "from-to";
        case Change::Increase:
            return "increase";
        case Change::Decrease:
            return "decrease";
        case Change::Multiple:
            return "multiple";
    }
    return "none";
}

std::string number_or_null(const std::optional<Decimal>& number) {
    return number ? number->to_string() : "null";
}

bool is_range(const Value& value) {
    switch (value.bound) {
        case Bound::Above:
        case Bound::AtLeast:
        case Bound::Below:
        case Bound::AtMost:
        case Bound::Between:
            return true;
        case Bound::Exact:
        case Bound::About:
        case Bound::JustBelow:
            break;
    }
    return false;
}

/// The amount that a one-sided bound names: "more than 5 km" allows a range and states 5 km. Both
/// are told, for a reader of amounts cannot see the one and a reader of ranges not the other.
std::optional<ValueMention> stated_amount(const ValueMention& mention) {
    const bool is_one_sided =
        is_range(mention.value) && mention.value.low.has_value() != mention.value.high.has_value();
    const bool is_amount =
        mention.value.type != ValueType::Date && mention.value.type != ValueType::Duration;
    if (!is_one_sided || !is_amount || mention.core == mention.span) {
        return std::nullopt;
    }
    ValueMention stated = mention;
    stated.span = mention.core;
    stated.value.bound = Bound::Exact;
    return stated;
}

/// The bare figure of an amount of money, for readers that look for numbers whatever they count:
/// "$20" states 20 as well. It carries `of`, so that nobody counts it as a second value.
std::optional<ValueMention> figure_of_money(const ValueMention& mention) {
    if (mention.value.type != ValueType::Money || is_range(mention.value) ||
        mention.value.change == Change::FromTo) {
        return std::nullopt;
    }
    ValueMention figure;
    figure.span = mention.core;
    figure.core = mention.core;
    figure.value.amount = mention.value.amount;
    return figure;
}

void append_dates(const Value& value, std::string& json) {
    json += R"(,"type":"date","any":[)";
    bool is_first = true;
    for (const DayInterval& dates : value.dates) {
        const auto day = [](const std::optional<Day>& at) {
            return at ? fmt::format("\"{}\"", to_iso(*at)) : std::string("null");
        };
        json += fmt::format(R"({}{{"from":{},"to":{}}})", is_first ? "" : ",", day(dates.from),
                            day(dates.to));
        is_first = false;
    }
    json += ']';
    if (!value.text.empty()) {
        json += fmt::format(R"(,"timex":{})", quote(value.text));
    }
}

void append_amount(const Value& value, std::string& json) {
    if (value.type == ValueType::Duration) {
        json += fmt::format(R"(,"type":"duration","seconds":{})", value.amount.to_string());
    } else if (value.change == Change::Multiple) {
        json += fmt::format(R"(,"type":"multiple","value":{})", value.amount.to_string());
    } else if (is_range(value)) {
        json += fmt::format(
            R"(,"type":"range","kind":"{}","low":{},"high":{},"low_incl":{},"high_incl":{})",
            kind_of(value.type), number_or_null(value.low), number_or_null(value.high),
            value.low_is_in, value.high_is_in);
    } else {
        json += fmt::format(R"(,"type":"{}","value":{})", type_name(value.type),
                            value.amount.to_string());
    }
    if (value.type == ValueType::PercentagePoints) {
        json += R"(,"subtype":"points")";
    }
    if (value.change == Change::FromTo) {
        json += fmt::format(R"(,"from":{},"to":{})", number_or_null(value.low),
                            number_or_null(value.high));
    }
}

void append_text(std::string_view key, std::string_view text, std::string& json) {
    if (!text.empty()) {
        json += fmt::format(R"(,"{}":{})", key, quote(text));
    }
}

Error row_error(std::string message, const std::string& path, ByteSpan span) {
    return {.code = ErrorCode::BadFormat,
            .message = std::move(message),
            .place = {path, span},
            .hint = "write one object {\"id\": ..., \"text\": \"...\"} on each line"};
}

/// The answer to one row, or what is wrong with it.
std::optional<Error> answer_row(std::string_view row, const std::string& path, ByteSpan span,
                                std::string& answers) {
    const Json parsed = Json::parse(row, nullptr, false);
    if (!parsed.is_object() || !parsed.contains("text") || !parsed["text"].is_string()) {
        return row_error("expected a JSON object with a string \"text\"", path, span);
    }
    ReadValuesOptions options;
    if (const auto reference = parsed.find("ref_date");
        reference != parsed.end() && !reference->is_null()) {
        options.reference_day = reference->is_string()
                                    ? parse_iso_day(reference->get_ref<const std::string&>())
                                    : std::nullopt;
        if (!options.reference_day) {
            return row_error("expected \"ref_date\" to be a day like 2025-08-12", path, span);
        }
    }
    const Json id = parsed.contains("id") ? parsed["id"] : Json();
    answers += fmt::format(R"({{"id":{},"spans":[)",
                           id.dump(-1, ' ', false, Json::error_handler_t::replace));
    bool is_first = true;
    for (const ValueMention& mention :
         read_values(parsed["text"].get_ref<const std::string&>(), options)) {
        answers += is_first ? "" : ",";
        answers += to_json(mention);
        is_first = false;
        if (const auto stated = stated_amount(mention)) {
            answers += ',';
            answers += to_json(*stated);
        }
        if (const auto figure = figure_of_money(mention)) {
            answers += ',';
            std::string json = to_json(*figure);
            json.insert(json.size() - 1, R"(,"of":"money")");
            answers += json;
        }
    }
    answers += "]}\n";
    return std::nullopt;
}

}  // namespace

std::string to_json(const ValueMention& mention) {
    const Value& value = mention.value;
    std::string json =
        fmt::format(R"({{"start":{},"end":{})", mention.span.begin, mention.span.end);
    if (value.type == ValueType::Date) {
        append_dates(value, json);
    } else {
        append_amount(value, json);
    }
    append_text("unit", value.unit, json);
    append_text("dimension", value.dimension, json);
    append_text("per", value.per, json);
    append_text("counted", value.counted, json);
    if (value.bound != Bound::Exact) {
        append_text("bound", bound_name(value.bound), json);
    }
    if (value.change != Change::None) {
        append_text("change", change_name(value.change), json);
    }
    if (value.is_vague) {
        json += R"(,"vague":true)";
    }
    json += '}';
    return json;
}

Diagnostics answer_value_rows(std::string_view rows, const std::string& path,
                              std::string& answers) {
    Diagnostics diagnostics;
    std::size_t begin = 0;
    while (begin < rows.size()) {
        const std::size_t line_end = rows.find('\n', begin);
        const std::size_t end = line_end == std::string_view::npos ? rows.size() : line_end;
        const std::string_view row = rows.substr(begin, end - begin);
        const bool is_blank = row.find_first_not_of(" \t\r") == std::string_view::npos;
        const ByteSpan span{static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)};
        if (auto error = is_blank ? std::nullopt : answer_row(row, path, span, answers)) {
            diagnostics.push_back({Severity::Error, *std::move(error)});
        }
        begin = end + 1;
    }
    return diagnostics;
}

}  // namespace atodds
