#include "support/value_text.hpp"

#include "values/value_reader.hpp"

#include <fmt/format.h>

namespace atodds::test {
namespace {

std::string end_text(const std::optional<Decimal>& end) {
    return end ? end->to_string() : std::string();
}

std::string amount_text(const Value& value) {
    if (value.change == Change::FromTo) {
        return fmt::format("{} to {}", end_text(value.low), end_text(value.high));
    }
    const bool is_range = value.bound != Bound::Exact && value.bound != Bound::About &&
                          value.bound != Bound::JustBelow;
    return is_range ? fmt::format("{}{}..{}{}", end_text(value.low), value.low_is_in ? "" : "<",
                                  value.high_is_in ? "" : "<", end_text(value.high))
                    : value.amount.to_string();
}

std::string_view kind_text(const Value& value) {
    switch (value.type) {
        case ValueType::Ordinal:
            return " rank";
        case ValueType::Percent:
            return " %";
        case ValueType::PercentagePoints:
            return " pp";
        case ValueType::Duration:
            return " s";
        default:
            return "";
    }
}

std::string_view change_text(Change change) {
    switch (change) {
        case Change::Increase:
            return " up";
        case Change::Decrease:
            return " down";
        case Change::Multiple:
            return " times";
        case Change::None:
        case Change::FromTo:
            break;
    }
    return "";
}

std::string reading_text(const Value& value) {
    if (value.type == ValueType::Date) {
        return "date";
    }
    std::string text = amount_text(value);
    text += kind_text(value);
    text += value.unit.empty() ? "" : " " + value.unit;
    text += value.per.empty() ? "" : " /" + value.per;
    text += value.counted.empty() ? "" : " [" + value.counted + "]";
    text += change_text(value.change);
    text += value.bound == Bound::About ? " about" : "";
    text += value.bound == Bound::JustBelow ? " nearly" : "";
    text += value.is_vague ? " vague" : "";
    return text;
}

}  // namespace

std::string value_text(std::string_view text, std::optional<Day> reference_day) {
    std::string all;
    for (const ValueMention& mention :
         read_values(text, {.reference_day = reference_day, .claimed = {}})) {
        all += fmt::format("{}{}={}", all.empty() ? "" : "; ", slice(text, mention.span),
                           reading_text(mention.value));
    }
    return all;
}

}  // namespace atodds::test
