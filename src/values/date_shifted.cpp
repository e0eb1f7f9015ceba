// Weeks start on Monday, "next Friday" is the Friday of next week and "last Friday" that of last
// week; both also have the nearest one as a second reading where that differs, for news is not
// of one mind about it.

#include "values/date_shifted.hpp"

#include "values/date_grammar.hpp"

#include <fmt/format.h>

namespace atodds {
namespace {

using enum DateWord;
using std::chrono::days;

ParsedDate shifted_weekday(const DateContext& context, std::size_t begin, const ShiftAt& shift,
                           std::size_t at) {
    const int weekday = context.at(at).value;
    // "this Friday, June 15" is that day, whatever week it is in.
    ParsedDate dated = absolute_date_at(context, at);
    if (dated && dated->fields.day && dated->fields.month) {
        dated->begin = begin;
        return dated;
    }
    std::size_t end = at + 1;
    end += context.at(at).is_short && context.is_sign(end, '.') && context.is_attached(end) &&
                   context.is(end + 1, Stop)
               ? 1U
               : 0U;
    DateNode node;
    node.begin = begin;
    node.end = end;
    node.grain = Grain::Day;
    const int direction = shift_direction(shift.shift);
    node.text = fmt::format("weekday-{}{:+}", weekday, direction);
    if (!context.today) {
        return node;
    }
    const Day today = *context.today;
    const int ahead = (weekday - weekday_of(today) + 7) % 7;
    const Day nearest_past = today - days{ahead == 0 ? 7 : 7 - ahead};
    const Day nearest_future = today + days{ahead == 0 ? 7 : ahead};
    const Day in_week =
        *aligned_period(today, CalendarUnit::Week, direction).from + days{weekday - 1};
    switch (shift.shift) {
        case ShiftWord::Past:
            node.readings = {one_day(nearest_past)};
            break;
        case ShiftWord::Coming:
            node.readings = {one_day(nearest_future)};
            break;
        case ShiftWord::This:
        case ShiftWord::Same:
            node.readings = {one_day(in_week)};
            if (in_week < today) {
                add_reading(node, one_day(nearest_future));
            }
            break;
        case ShiftWord::Last:
        case ShiftWord::Previous:
            node.readings = {one_day(in_week)};
            add_reading(node, one_day(nearest_past));
            break;
        case ShiftWord::Next:
        case ShiftWord::Following:
            node.readings = {one_day(in_week)};
            add_reading(node, one_day(nearest_future));
            break;
    }
    return node;
}

/// "this September", "last March", "next October 3".
ParsedDate shifted_month(const DateContext& context, std::size_t begin, const ShiftAt& shift,
                         std::size_t at) {
    const int month = context.at(at).value;
    const auto named = absolute_date_at(context, at);
    if (named && (named->fields.day || named->fields.year)) {
        ParsedDate node = named;
        node->begin = begin;
        return node;
    }
    DateNode node;
    node.begin = begin;
    node.end = at + 1;
    node.grain = Grain::Month;
    const int direction = shift_direction(shift.shift);
    node.text = fmt::format("XX-{:02}{:+}", month, direction);
    if (!context.today) {
        return node;
    }
    const int year = year_of(*context.today);
    const int now = month_of(*context.today);
    if (direction == 0) {
        node.readings = {whole_month(year, month)};
        if (month < now) {
            add_reading(node, whole_month(year + 1, month));
        }
    } else if (direction > 0) {
        add_reading(node, whole_month(month > now ? year : year + 1, month));
        add_reading(node, whole_month(year + 1, month));
    } else {
        add_reading(node, whole_month(month < now ? year : year - 1, month));
        add_reading(node, whole_month(year - 1, month));
    }
    return node;
}

/// "this summer", "last winter": months 3 to 5, 6 to 8, 9 to 11 and 12 to 2.
ParsedDate shifted_season(const DateContext& context, std::size_t begin, const ShiftAt& shift,
                          std::size_t at) {
    const int season = context.at(at).value;
    const int direction = shift_direction(shift.shift);
    DateNode node;
    node.begin = begin;
    node.end = at + 1;
    node.grain = Grain::Quarter;
    node.text = fmt::format("season-{}{:+}", season, direction);
    if (!context.today) {
        return node;
    }
    const Day today = *context.today;
    const auto in_year = [&](int year) {
        const Day first = *calendar_day(year, 3 * season, 1);
        return DayInterval{first, shift_day(first, CalendarUnit::Month, 3)};
    };
    int year = year_of(today);
    if (direction < 0) {
        year -= *in_year(year).to > today ? 1 : 0;
    } else if (direction > 0) {
        year += *in_year(year).from <= today ? 1 : 0;
    } else if (season == 4 && month_of(today) <= 2) {
        --year;
    }
    add_reading(node, in_year(year));
    return node;
}

ParsedDate shifted_holiday(const DateContext& context, std::size_t begin, const ShiftAt& shift,
                           std::size_t at) {
    ParsedDate node = named_period_at(context, at);
    if (!node || !context.at(at).starts_holiday) {
        return std::nullopt;
    }
    node->begin = begin;
    const int direction = shift_direction(shift.shift);
    const bool is_dated = node->readings.size() != 2;
    if (is_dated || !context.today) {
        return node;
    }
    const bool first_is_past = *node->readings[0].from <= *context.today;
    if (direction != 0 && first_is_past != (direction < 0)) {
        node->readings = {node->readings[1]};
    } else {
        node->readings.resize(1);
    }
    return node;
}

}  // namespace

int shift_direction(ShiftWord shift) {
    switch (shift) {
        case ShiftWord::This:
        case ShiftWord::Same:
            return 0;
        case ShiftWord::Next:
        case ShiftWord::Coming:
        case ShiftWord::Following:
            return 1;
        case ShiftWord::Last:
        case ShiftWord::Past:
        case ShiftWord::Previous:
            return -1;
    }
    return 0;
}

std::optional<ShiftAt> shift_at(const DateContext& context, std::size_t i) {
    if (!context.is(i, Shift)) {
        return std::nullopt;
    }
    const auto first = static_cast<ShiftWord>(context.at(i).value);
    if (first == ShiftWord::This && context.is(i + 1, Shift)) {
        return ShiftAt{static_cast<ShiftWord>(context.at(i + 1).value), i + 2};
    }
    return ShiftAt{first, i + 1};
}

ParsedDate shifted_name_at(const DateContext& context, std::size_t begin, const ShiftAt& shift,
                           std::size_t at) {
    switch (context.at(at).word) {
        case Weekday:
            return shifted_weekday(context, begin, shift, at);
        case Month:
            return shifted_month(context, begin, shift, at);
        case Season:
            return shifted_season(context, begin, shift, at);
        default:
            return shifted_holiday(context, begin, shift, at);
    }
}

}  // namespace atodds
