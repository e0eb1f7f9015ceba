// One date with what narrows it: the longest of the small rules, and the week or year that stands
// beside it ("Tuesday of next week", "October 10th this year", "next week Mon").

#include "values/date_grammar.hpp"

#include <fmt/format.h>

#include <utility>

namespace atodds {
namespace {

using enum DateWord;
using std::chrono::days;

bool is_weekday_only(const DateNode& node) {
    return node.fields.weekday && !node.fields.day && !node.fields.month && !node.fields.year;
}

bool is_shifted_week(const DateContext& context, std::size_t i) {
    return context.is(i, Shift) && context.is(i + 1, Unit) &&
           context.at(i + 1).value == static_cast<int>(CalendarUnit::Week) &&
           !context.at(i + 1).is_short && !context.text_of(i + 1).ends_with("eks");
}

DateNode weekday_in_weeks(const DateNode& weeks, int weekday, std::size_t begin, std::size_t end) {
    DateNode node;
    node.begin = begin;
    node.end = end;
    node.grain = Grain::Day;
    node.text = fmt::format("{}-{}", weeks.text, weekday);
    for (const DayInterval& week : weeks.readings) {
        add_reading(node, one_day(*week.from + days{weekday - 1}));
    }
    return node;
}

/// "Friday next week", "Sunday of last week".
ParsedDate weekday_then_week(const DateContext& context, const DateNode& weekday) {
    const std::size_t at = weekday.end + (context.is(weekday.end, Of) ? 1U : 0U);
    if (!is_shifted_week(context, at)) {
        return std::nullopt;
    }
    const ParsedDate week = relative_date_at(context, at);
    return week && week->end == at + 2 ? ParsedDate{weekday_in_weeks(*week, *weekday.fields.weekday,
                                                                     weekday.begin, week->end)}
                                       : std::nullopt;
}

/// "next week Mon", "previous week - Monday", "last week's sunday".
ParsedDate week_then_weekday(const DateContext& context, const DateNode& week) {
    std::size_t at = week.end;
    at += context.is_sign(at, '-') || context.is(at, On) ? 1U : 0U;
    return context.is(at, Weekday) && context.is(week.begin, Shift)
               ? ParsedDate{weekday_in_weeks(week, context.at(at).value, week.begin, at + 1)}
               : std::nullopt;
}

/// "in August and October 2017": the year of the next date in a list, where the order fits.
ParsedDate with_listed_year(const DateContext& context, DateNode node) {
    const ParsedDate next = context.is(node.end + 1, Month) || context.is(node.end + 1, Digits)
                                ? absolute_date_at(context, node.end + 1)
                                : std::nullopt;
    if (!next || !next->fields.year || !next->fields.month ||
        *next->fields.month < *node.fields.month) {
        return node;
    }
    CalendarFields fields = node.fields;
    fields.year = next->fields.year;
    ParsedDate dated = make_field_node(context, node.begin, node.end, fields);
    return dated ? dated : node;
}

ParsedDate narrowed(const DateContext& context, DateNode node) {
    if (is_weekday_only(node)) {
        if (auto narrow = weekday_then_week(context, node)) {
            return narrow;
        }
    }
    if (is_shifted_week(context, node.begin) && node.end == node.begin + 2) {
        if (auto narrow = week_then_weekday(context, node)) {
            return narrow;
        }
    }
    // "October 10th this year", "May last year"; a comma would start another phrase.
    const bool lacks_year = node.fields.month && !node.fields.year;
    const bool has_lead = context.is(node.end, Of) || context.is(node.end, Shift);
    if (lacks_year && has_lead) {
        const YearAfter after = year_after(context, node.end);
        if (after.year) {
            CalendarFields fields = node.fields;
            fields.year = after.year;
            return make_field_node(context, node.begin, after.end, fields);
        }
    }
    if (lacks_year && context.depth < kMostDepth &&
        (context.is(node.end, And) || context.is(node.end, Or))) {
        return with_listed_year(context, std::move(node));
    }
    if (auto stretch = date_for_duration(context, node)) {
        return stretch;
    }
    return node;
}

}  // namespace

ParsedDate single_date_at(const DateContext& context, std::size_t i) {
    ParsedDate best = numeric_date_at(context, i);
    keep_longer(best, absolute_date_at(context, i));
    keep_longer(best, named_period_at(context, i));
    keep_longer(best, relative_date_at(context, i));
    keep_longer(best, part_date_at(context, i));
    keep_longer(best, offset_date_at(context, i));
    return best ? narrowed(context, *std::move(best)) : std::nullopt;
}

}  // namespace atodds
