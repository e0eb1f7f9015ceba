// Dates told from the reference day: yesterday, last month, the next three weeks, the day before.

#include "values/date_grammar.hpp"
#include "values/date_numbers.hpp"
#include "values/date_shifted.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>

namespace atodds {
namespace {

using enum DateWord;
using std::chrono::days;

bool has_day_anchor(const DateContext& context) {
    return context.anchor && context.anchor_grain == Grain::Day;
}

Day today_or_anchor(const DateContext& context) {
    return has_day_anchor(context) ? *context.anchor->from : *context.today;
}

/// "next 3 months": from tomorrow; "past two weeks": up to today. Quarters, decades and centuries
/// are those of the calendar.
DateNode counted_node(const DateContext& context, std::size_t begin, const DurationNode& duration,
                      int direction) {
    DateNode node;
    node.begin = begin;
    node.end = duration.end;
    const CalendarUnit unit = longest_unit(duration);
    node.grain = unit_grain(unit);
    node.is_vague = duration.is_vague;
    node.text = fmt::format("{}{}", direction < 0 ? "past-" : "next-", duration_text(duration));
    if (!context.today) {
        return node;
    }
    const Day today = *context.today;
    const bool is_aligned = unit == CalendarUnit::Quarter || unit >= CalendarUnit::Decade;
    const DurationPart& part = duration.parts.front();
    if (is_aligned && duration.parts.size() == 1 && part.amount.is_integer() &&
        part.amount < Decimal(1000)) {
        const int count = static_cast<int>(part.amount.to_double());
        const DayInterval near = aligned_period(today, unit, direction);
        const DayInterval far = aligned_period(today, unit, direction * count);
        add_reading(
            node, direction > 0 ? DayInterval{near.from, far.to} : DayInterval{far.from, near.to});
    }
    if (direction > 0) {
        add_reading(node, {today + days{1}, shift_by(today + days{1}, duration, 1)});
    } else {
        add_reading(node, {shift_by(today, duration, -1), today});
    }
    return node;
}

ParsedDate shifted_unit(const DateContext& context, std::size_t begin, const ShiftAt& shift,
                        std::size_t unit_index) {
    const DateToken& token = context.at(unit_index);
    auto unit = static_cast<CalendarUnit>(token.value);
    const bool is_letter =
        token.is_short && token.span.size() <= 2 && context.text_of(unit_index) != "yr";
    if (unit < CalendarUnit::Day || (is_letter && token.span.size() == 1)) {
        return std::nullopt;
    }
    const bool has_kind = context.is(unit_index - 1, Kind);
    const int kind = has_kind ? context.at(unit_index - 1).value : 0;
    unit = kind == 2 && unit == CalendarUnit::Week  ? CalendarUnit::WorkWeek
           : kind == 2 && unit == CalendarUnit::Day ? CalendarUnit::BusinessDay
                                                    : unit;
    const int direction = shift_direction(shift.shift);
    const bool is_plural = context.text_of(unit_index).ends_with('s') && !token.is_possessive;
    if (is_plural && unit != CalendarUnit::WorkWeek) {
        // "in recent weeks": how many is left open.
        DurationNode few;
        few.end = unit_index + 1;
        few.parts = {{unit, Decimal(3)}};
        few.is_vague = true;
        return direction == 0 ? std::nullopt
                              : ParsedDate{counted_node(context, begin, few, direction)};
    }
    if (unit == CalendarUnit::Fortnight && direction != 0) {
        DurationNode fortnight;
        fortnight.end = unit_index + 1;
        fortnight.parts = {{unit, Decimal(1)}};
        return counted_node(context, begin, fortnight, direction);
    }
    DateNode node = make_period_node(context, begin, unit_index + 1, unit, direction);
    node.bound = kind == 1 ? Bound::About : Bound::Exact;
    node.is_vague = shift.shift == ShiftWord::Same;
    if (!context.today) {
        return node;
    }
    const bool follows_story = shift.shift == ShiftWord::Following ||
                               shift.shift == ShiftWord::Same ||
                               shift.shift == ShiftWord::Previous ||
                               (unit == CalendarUnit::Day && context.before(begin).word == The) ||
                               (unit == CalendarUnit::Day && context.is(begin, The));
    if (follows_story && has_day_anchor(context) && unit <= CalendarUnit::Night) {
        node.readings = {aligned_period(today_or_anchor(context), unit, direction)};
    }
    const Day today = *context.today;
    if (shift.shift == ShiftWord::Past && unit >= CalendarUnit::Week) {
        const DayInterval rolling{shift_day(today, unit, -1), today};
        node.readings = {rolling, node.readings.front()};
    } else if (unit >= CalendarUnit::Decade && direction != 0) {
        add_reading(node, direction < 0 ? DayInterval{shift_day(today, unit, -1), today}
                                        : DayInterval{today, shift_day(today, unit, 1)});
    }
    return node;
}

/// "will last three weeks".
bool is_verb_last(const DateContext& context, std::size_t i) {
    static constexpr std::string_view kModals[] = {"will",  "would", "can",   "could", "should",
                                                   "might", "must",  "shall", "may",   "not"};
    return context.text_of(i) == "last" &&
           std::find(std::begin(kModals), std::end(kModals),
                     slice(context.text, context.before(i).span)) != std::end(kModals);
}

ParsedDate shifted_at(const DateContext& context, std::size_t begin, std::size_t i) {
    const auto shift = shift_at(context, i);
    if (!shift) {
        return std::nullopt;
    }
    const int direction = shift_direction(shift->shift);
    std::size_t at = shift->end;
    if (direction != 0 && !context.is(at, Article) && !context.is(at, Kind) &&
        !context.is(at, Half) && !context.is(at, All)) {
        const auto duration = is_verb_last(context, i)
                                  ? std::nullopt
                                  : plain_duration_at(context, at, DurationTail::NoAnd);
        if (duration && longest_unit(*duration) >= CalendarUnit::Day && !duration->is_one_letter) {
            return counted_node(context, begin, *duration, direction);
        }
    }
    at += context.is(at, Kind) ? 1U : 0U;
    if (context.is(at, Unit)) {
        return shifted_unit(context, begin, *shift, at);
    }
    if (context.is(at, Date) && shift->shift == ShiftWord::This) {
        return make_period_node(context, begin, at + 1, CalendarUnit::Day, 0);
    }
    return shifted_name_at(context, begin, *shift, at);
}

/// "5 upcoming years", "the 10 previous weeks".
ParsedDate count_then_shift_at(const DateContext& context, std::size_t i) {
    const auto count = context.is(i, Vague) ? std::optional<NumberAt>{} : count_at(context, i);
    const auto shift = count ? shift_at(context, count->end) : std::nullopt;
    if (!shift || !context.is(shift->end, Unit) || shift_direction(shift->shift) == 0) {
        return std::nullopt;
    }
    DurationNode duration;
    duration.end = shift->end + 1;
    const auto unit = static_cast<CalendarUnit>(context.at(shift->end).value);
    duration.parts = {{unit, Decimal(count->value)}};
    const bool is_plural = context.text_of(shift->end).ends_with('s');
    return unit >= CalendarUnit::Day && is_plural
               ? ParsedDate{counted_node(context, i, duration, shift_direction(shift->shift))}
               : std::nullopt;
}

/// "the day before yesterday", "the year after next", "the day before".
ParsedDate unit_beside_at(const DateContext& context, std::size_t begin, std::size_t i) {
    const DateToken& token = context.at(i);
    const bool is_before = context.is(i + 1, Before);
    if (token.word != Unit || token.is_possessive || (!is_before && !context.is(i + 1, After))) {
        return std::nullopt;
    }
    const auto unit = static_cast<CalendarUnit>(token.value);
    const int direction = is_before ? -1 : 1;
    if (unit < CalendarUnit::Day || context.text_of(i).ends_with('s')) {
        return std::nullopt;
    }
    std::size_t at = i + 2;
    if (context.is(at, RelativeDay) && unit == CalendarUnit::Day) {
        return make_period_node(context, begin, at + 1, unit, context.at(at).value + direction);
    }
    at += context.is(at, The) ? 1U : 0U;
    if (context.is(at, Shift)) {
        const auto shift = static_cast<ShiftWord>(context.at(at).value);
        const bool is_last = shift == ShiftWord::Last && is_before;
        const bool is_next = shift == ShiftWord::Next && !is_before;
        const bool is_end = !context.is(at + 1, Unit) && !context.is(at + 1, Weekday) &&
                            !context.is(at + 1, Month) && !context.is(at + 1, Cardinal) &&
                            !context.is(at + 1, Digits);
        return (is_last || is_next) && is_end
                   ? ParsedDate{make_period_node(context, begin, at + 1, unit, 2 * direction)}
                   : std::nullopt;
    }
    // "the day before": told from the day the text speaks of.
    const DateToken& right = context.at(i + 2);
    const bool is_end = right.word == Stop || right.word == Sign;
    if (!is_end || !context.is(begin, The)) {
        return std::nullopt;
    }
    DateNode node = make_period_node(context, begin, i + 2, unit, direction);
    if (context.today || has_day_anchor(context)) {
        const Day base = has_day_anchor(context) ? *context.anchor->from : *context.today;
        node.readings = {aligned_period(base, unit, direction)};
    }
    return node;
}

/// "the week", "the weekend": the running one, marked vague, for stories use it of any.
ParsedDate running_period_at(const DateContext& context, std::size_t i) {
    const bool has_article = context.is(i, The);
    const std::size_t at = i + (has_article ? 1U : 0U);
    const DateToken& token = context.at(at);
    if (token.word != Unit || token.is_short || token.is_possessive) {
        return std::nullopt;
    }
    const auto unit = static_cast<CalendarUnit>(token.value);
    const bool is_period = unit == CalendarUnit::Day || unit == CalendarUnit::Weekend ||
                           unit == CalendarUnit::Week || unit == CalendarUnit::Month ||
                           unit == CalendarUnit::Year;
    const DateToken& left = context.before(i);
    const DateToken& right = context.at(at + 1);
    const bool is_bare_weekend = unit == CalendarUnit::Weekend && token.span.size() == 7 &&
                                 left.word != Every && left.word != Article && left.word != Sign;
    const bool is_end = right.word == Stop || right.word == Sign ||
                        (!has_article && (right.word == None || right.word == Function));
    if (!is_period || (!has_article && !is_bare_weekend) || !is_end ||
        context.text_of(at).ends_with('s') || (unit == CalendarUnit::Year && left.word == For)) {
        return std::nullopt;
    }
    DateNode node = make_period_node(context, i, at + 1, unit, 0);
    node.is_vague = unit != CalendarUnit::Weekend;
    return node;
}

/// "to date", "till date", "year to date".
ParsedDate to_date_at(const DateContext& context, std::size_t i) {
    const bool is_year = context.is(i, Unit) && context.text_of(i) == "year";
    const std::size_t at = i + (is_year ? 1U : 0U);
    const bool is_to = context.is(at, To) || context.is(at, Until);
    if (!is_to || !context.is(at + 1, Date) || context.at(at + 1).is_possessive) {
        return std::nullopt;
    }
    DateNode node;
    node.begin = i;
    node.end = at + 2;
    node.grain = is_year ? Grain::Year : Grain::Day;
    node.text = is_year ? "year-to-date" : "to-date";
    if (context.today) {
        const std::optional<Day> from =
            is_year ? aligned_period(*context.today, CalendarUnit::Year, 0).from : std::nullopt;
        node.readings = {{from, *context.today}};
    }
    return node;
}

}  // namespace

ParsedDate relative_date_at(const DateContext& context, std::size_t i) {
    const DateToken& token = context.at(i);
    switch (token.word) {
        case DateWord::RelativeDay: {
            // "today pm" and the like end with the day.
            return make_period_node(context, i, i + 1, CalendarUnit::Day, token.value);
        }
        case Shift:
            return shifted_at(context, i, i);
        case The: {
            ParsedDate best =
                longer_of(running_period_at(context, i), unit_beside_at(context, i, i + 1));
            const auto shift = shift_at(context, i + 1);
            const bool is_day = shift && context.is(shift->end, Unit) &&
                                !context.text_of(shift->end).ends_with('s') &&
                                context.at(shift->end).value == static_cast<int>(CalendarUnit::Day);
            return is_day ? longer_of(shifted_at(context, i, i + 1), best) : best;
        }
        case Digits:
        case Cardinal:
            return count_then_shift_at(context, i);
        case Unit:
            return longer_of(longer_of(unit_beside_at(context, i, i), to_date_at(context, i)),
                             running_period_at(context, i));
        case To:
        case Until:
            return to_date_at(context, i);
        default:
            return std::nullopt;
    }
}

}  // namespace atodds
