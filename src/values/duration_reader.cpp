#include "values/duration_reader.hpp"

#include "values/date_numbers.hpp"
#include "values/duration_amount.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace atodds {
namespace {

using enum DateWord;

/// "second" is a unit behind a number, "mo" and single letters behind figures.
bool fits(const DateContext& context, const TimeAmount& amount, std::size_t i) {
    const DateToken& token = context.at(i);
    if (token.word == Ordinal) {
        // "the 2006 second-overall pick"
        return !amount.is_article && !amount.is_vague && context.text_of(i).size() == 6 &&
               amount.value < Decimal(1000);
    }
    const bool is_letter = token.span.size() <= 2 && token.is_short;
    return !is_letter || (amount.is_digits && context.text_of(i) != "H");
}

std::optional<DurationNode> first_part_at(const DateContext& context, std::size_t i) {
    auto amount = amount_at(context, i);
    if (!amount) {
        return std::nullopt;
    }
    DurationNode node;
    node.begin = i;
    node.core_begin = i;
    std::size_t at = amount->end;
    // "3 to 5 years", "two or three weeks", "30-45 minutes".
    const bool is_dash = context.is_sign(at, '-') || context.is_sign(at, U'–');
    if (is_dash || context.is(at, To) || context.is(at, Or)) {
        const auto second = amount_at(context, at + 1);
        if (second && !amount->is_article && !second->is_article && amount->value < second->value) {
            node.first_amount = amount->value;
            node.bound = Bound::Between;
            amount = second;
            at = second->end;
        }
    }
    at = skip_dash(context, at);
    at += context.is(at, More) ? 1U : 0U;
    const bool is_working = context.is(at, Kind);
    at += is_working ? 1U : 0U;
    const auto unit = unit_at(context, at);
    if (!unit || !fits(context, *amount, at)) {
        return std::nullopt;
    }
    const bool is_business = is_working && context.at(at - 1).value == 2;
    node.parts = {{is_business && *unit == CalendarUnit::Day ? CalendarUnit::BusinessDay : *unit,
                   amount->value}};
    node.end = at + 1;
    node.is_vague = amount->is_vague;
    node.is_article = amount->is_article;
    node.is_one_letter = context.at(at).span.size() == 1;
    return node;
}

/// "an hour and a half": the half is one of the unit before it.
bool add_half_tail(const DateContext& context, DurationNode& node) {
    std::size_t at = node.end;
    if (!context.is(at, And)) {
        return false;
    }
    at += context.is(at + 1, Article) ? 2U : 1U;
    const std::size_t after = at + 1;
    if (!context.is(at, Half) || context.is(after, Of) || unit_at(context, after) ||
        context.is(after, Article)) {
        return false;
    }
    node.parts.push_back({node.parts.back().unit, Decimal(5, -1)});
    node.end = after;
    node.is_article = false;
    return true;
}

/// "2 hours ten": minutes.
bool add_minutes_tail(const DateContext& context, DurationNode& node) {
    // "2h30m", "2h 30m"
    if (node.parts.back().unit == CalendarUnit::Hour && context.is(node.end, Digits) &&
        context.text_of(node.end + 1) == "m" && context.is_attached(node.end + 1) &&
        context.at(node.end).value < 60) {
        node.parts.push_back({CalendarUnit::Minute, Decimal(context.at(node.end).value)});
        node.end += 2;
        return true;
    }
    if (node.parts.back().unit != CalendarUnit::Hour || !context.is(node.end, Cardinal)) {
        return false;
    }
    const auto minutes = count_at(context, node.end);
    if (!minutes || minutes->value >= 60 || !ends_phrase(context, minutes->end)) {
        return false;
    }
    node.parts.push_back({CalendarUnit::Minute, Decimal(minutes->value)});
    node.end = minutes->end;
    return true;
}

bool add_part_tail(const DateContext& context, DurationNode& node, DurationTail tail) {
    const bool has_and = context.is(node.end, And);
    const bool has_comma = context.is_sign(node.end, ',');
    std::size_t at = node.end + (has_and || has_comma ? 1U : 0U);
    at += has_comma && context.is(at, And) ? 1U : 0U;
    if ((has_and && tail == DurationTail::NoAnd) || context.is(at, Half) || context.is(at, All)) {
        return false;
    }
    const auto next = first_part_at(context, at);
    if (!next || next->is_article || next->first_amount) {
        return false;
    }
    const CalendarUnit unit = next->parts.front().unit;
    const bool is_repeated =
        std::any_of(node.parts.begin(), node.parts.end(),
                    [unit](const DurationPart& part) { return part.unit == unit; });
    if (is_repeated) {
        return false;
    }
    node.parts.push_back(next->parts.front());
    node.end = next->end;
    node.is_article = false;
    return true;
}

struct HedgeAt {
    Bound bound = Bound::Exact;
    std::size_t end = 0;
};

/// "more than", "at least", "up to", "about". "Over" belongs to the sentence as often and is left.
HedgeAt hedge_at(const DateContext& context, std::size_t i) {
    const DateToken& token = context.at(i);
    if ((token.word == More || token.word == Comparing) && context.is(i + 1, Than)) {
        const bool is_below =
            token.word == Comparing
                ? token.value == static_cast<int>(Bound::Below)
                : context.text_of(i).starts_with('l') || context.text_of(i).starts_with('L');
        return {is_below ? Bound::Below : Bound::Above, i + 2};
    }
    if (token.word == Hedge) {
        const auto bound = static_cast<Bound>(token.value);
        const bool needs_at = bound == Bound::AtLeast || bound == Bound::AtMost;
        return needs_at ? HedgeAt{Bound::Exact, i} : HedgeAt{bound, i + 1};
    }
    if (token.word == At && context.is(i + 1, Hedge)) {
        return {static_cast<Bound>(context.at(i + 1).value), i + 2};
    }
    return {Bound::Exact, i};
}

/// A length that the words around it turn into something else.
bool is_other(const DateContext& context, const DurationNode& node) {
    const DateToken& left = context.before(node.begin);
    const std::size_t after = skip_dash(context, node.end);
    const CalendarUnit unit = node.parts.front().unit;
    if (context.is(after, Old) || left.word == Every) {
        return true;
    }
    if (unit == CalendarUnit::Quarter && (node.parts.front().amount <= Decimal(3))) {
        return true;
    }
    if (node.is_one_letter && unit != CalendarUnit::Hour) {
        return left.word != For;
    }
    if (!node.is_article) {
        return false;
    }
    // "a day": a rate behind a number or a noun, a length behind a word of time.
    static constexpr std::string_view kVerbs[] = {"took",  "take",  "takes", "taking", "lasted",
                                                  "lasts", "spent", "spend", "waited", "wait"};
    const bool is_verb =
        left.word == None && std::find(std::begin(kVerbs), std::end(kVerbs),
                                       slice(context.text, left.span)) != std::end(kVerbs);
    return !is_verb && left.word != For && left.word != In && left.word != Within &&
           left.word != Over && left.word != Hedge && left.word != Than && left.word != After &&
           left.word != Stop;
}

}  // namespace

std::optional<DurationNode> plain_duration_at(const DateContext& context, std::size_t i,
                                              DurationTail tail) {
    auto node = first_part_at(context, i);
    if (!node) {
        return std::nullopt;
    }
    if (tail == DurationTail::Any && add_half_tail(context, *node)) {
        return node;
    }
    constexpr std::size_t kMostParts = 7;
    while (!node->first_amount && node->parts.size() < kMostParts &&
           add_part_tail(context, *node, tail)) {
    }
    add_minutes_tail(context, *node);
    return node;
}

namespace {

/// "between 3 and 5 days".
std::optional<DurationNode> between_duration_at(const DateContext& context, std::size_t i) {
    const auto low = count_at(context, i + 1);
    if (!low || !context.is(low->end, And)) {
        return std::nullopt;
    }
    auto node = plain_duration_at(context, low->end + 1, DurationTail::NoAnd);
    if (!node || node->parts.size() != 1 || node->first_amount || node->is_one_letter ||
        node->parts.front().amount <= Decimal(low->value)) {
        return std::nullopt;
    }
    node->begin = node->core_begin = i;
    node->first_amount = Decimal(low->value);
    node->bound = Bound::Between;
    return node;
}

}  // namespace

std::optional<DurationNode> duration_at(const DateContext& context, std::size_t i) {
    if (context.is(i, Between)) {
        return between_duration_at(context, i);
    }
    const HedgeAt hedge = hedge_at(context, i);
    std::optional<DurationNode> node;
    // "for the hour" is the one length that "the" makes.
    if (context.is(i, The) && context.is(i + 1, Unit) && context.before(i).word == For &&
        context.at(i + 1).value == static_cast<int>(CalendarUnit::Hour)) {
        node.emplace();
        node->core_begin = i;
        node->end = i + 2;
        node->parts = {{CalendarUnit::Hour, Decimal(1)}};
    } else {
        node = plain_duration_at(context, hedge.end);
    }
    if (!node || is_other(context, *node)) {
        return std::nullopt;
    }
    node->begin = i;
    if (hedge.bound != Bound::Exact) {
        node->bound = hedge.bound;
    }
    return node;
}

Decimal duration_seconds(const DurationNode& duration) {
    Decimal seconds;
    for (const DurationPart& part : duration.parts) {
        seconds = seconds + part.amount * Decimal(unit_seconds(part.unit));
    }
    return seconds;
}

Day shift_by(Day day, const DurationNode& duration, int sign) {
    for (DurationPart part : duration.parts) {
        // Half a year is six months, not 182 days.
        if (part.unit == CalendarUnit::Year && !part.amount.is_integer() &&
            (part.amount * Decimal(12)).is_integer()) {
            part = {CalendarUnit::Month, part.amount * Decimal(12)};
        }
        const bool is_small = part.amount.absolute() < Decimal(1, 6);
        if (part.amount.is_integer() && is_small) {
            day = shift_day(day, part.unit, sign * static_cast<int>(part.amount.to_double()));
        } else {
            const double part_seconds =
                (part.amount * Decimal(unit_seconds(part.unit))).to_double();
            const double part_days = std::clamp(part_seconds / 86400.0, -1e6, 1e6);
            day += std::chrono::days{sign * static_cast<int>(part_days)};
        }
    }
    return day;
}

std::string duration_text(const DurationNode& duration) {
    std::string text;
    for (const DurationPart& part : duration.parts) {
        text += fmt::format("{}{}", part.amount.to_string(), unit_name(part.unit));
    }
    return text;
}

CalendarUnit longest_unit(const DurationNode& duration) {
    CalendarUnit longest = duration.parts.front().unit;
    for (const DurationPart& part : duration.parts) {
        longest = std::max(longest, part.unit);
    }
    return longest;
}

Value to_value(const DurationNode& duration) {
    Value value;
    value.type = ValueType::Duration;
    value.bound = duration.bound;
    value.is_vague = duration.is_vague;
    value.amount = duration_seconds(duration);
    value.low = value.amount;
    value.high = value.amount;
    value.text = duration_text(duration);
    switch (duration.bound) {
        case Bound::Above:
            value.low_is_in = false;
            [[fallthrough]];
        case Bound::AtLeast:
            value.high.reset();
            break;
        case Bound::Below:
            value.high_is_in = false;
            [[fallthrough]];
        case Bound::AtMost:
            value.low.reset();
            break;
        case Bound::Between:
            value.low = *duration.first_amount * Decimal(unit_seconds(duration.parts[0].unit));
            break;
        case Bound::Exact:
        case Bound::About:
        case Bound::JustBelow:
            break;
    }
    // The last stated digit is one of the smallest unit; its power of ten in seconds, rounded down.
    const DurationPart& last = duration.parts.back();
    std::int64_t seconds = unit_seconds(last.unit);
    value.last_digit_power = std::min(last.amount.exponent(), 0);
    for (; seconds >= 10; seconds /= 10) {
        ++value.last_digit_power;
    }
    return value;
}

}  // namespace atodds
