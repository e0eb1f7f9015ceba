// Dates told by their distance from another: two weeks ago, in five years, three days after
// Christmas, a week earlier, 2 weeks starting May 20th, within ten months.
//
// How exact such a distance is meant grows with its unit, so "six months ago" has the day and the
// month around it as readings, "two years ago" the year as well.

#include "values/date_grammar.hpp"
#include "values/date_numbers.hpp"

#include <fmt/format.h>

#include <utility>

namespace atodds {
namespace {

using enum DateWord;
using std::chrono::days;

void add_offset_readings(DateNode& node, Day day, CalendarUnit unit) {
    add_reading(node, one_day(day));
    if (unit >= CalendarUnit::Month) {
        add_reading(node, aligned_period(day, CalendarUnit::Month, 0));
    }
    if (unit >= CalendarUnit::Year) {
        add_reading(node, aligned_period(day, CalendarUnit::Year, 0));
    }
}

/// The day that lies `duration` from `base` in the direction of `sign`.
DateNode offset_node(std::size_t end, const DurationNode& duration, std::optional<Day> base,
                     int sign) {
    DateNode node;
    node.begin = duration.begin;
    node.end = end;
    node.is_vague = duration.is_vague;
    const CalendarUnit unit = longest_unit(duration);
    node.grain = unit >= CalendarUnit::Month ? unit_grain(unit) : Grain::Day;
    node.text = fmt::format("{}{}", sign < 0 ? '-' : '+', duration_text(duration));
    if (!base) {
        return node;
    }
    if (!duration.first_amount) {
        add_offset_readings(node, shift_by(*base, duration, sign), unit);
        return node;
    }
    // "three to five years ago": all that lies between.
    DurationNode shorter = duration;
    shorter.parts[0].amount = *duration.first_amount;
    const Day near = shift_by(*base, shorter, sign);
    const Day far = shift_by(*base, duration, sign);
    add_reading(node, {std::min(near, far), std::max(near, far) + days{1}});
    return node;
}

/// "two years later", "a week before": told from the date named last, a day or a longer period;
/// else from the reference day, and vague then, for stories say it of their own events.
DateNode anchored_node(const DateContext& context, std::size_t end, const DurationNode& duration,
                       int sign) {
    const CalendarUnit unit = longest_unit(duration);
    const bool is_day = context.anchor && context.anchor_grain == Grain::Day;
    if (is_day) {
        return offset_node(end, duration, context.anchor->from, sign);
    }
    if (context.anchor && unit_grain(unit) >= context.anchor_grain) {
        DateNode node = offset_node(end, duration, std::nullopt, sign);
        node.grain = context.anchor_grain;
        add_reading(node, {shift_by(*context.anchor->from, duration, sign),
                           shift_by(*context.anchor->to, duration, sign)});
        return node;
    }
    DateNode node = offset_node(end, duration, context.today, sign);
    node.is_vague = true;
    return node;
}

/// "three days after January 12th", "2 weeks from today", "a year before the election" (nothing).
ParsedDate offset_from_date(const DateContext& context, const DurationNode& duration) {
    std::size_t at = duration.end;
    const DateWord word = context.at(at).word;
    const bool is_prior = context.is(at, Shift) && context.is(at + 1, To);
    int sign = 0;
    if (word == Before || is_prior) {
        sign = -1;
    } else if (word == After || word == From || word == Since ||
               (word == Shift && context.text_of(at) == "following")) {
        sign = 1;
    }
    if (sign == 0 || context.depth >= kMostDepth) {
        return std::nullopt;
    }
    at += is_prior ? 2U : 1U;
    if (context.is(at, Now) && word == From) {
        return offset_node(at + 1, duration, context.today, 1);
    }
    ParsedDate base = single_date_at(context.deeper(), at);
    if (!base && (context.is(at, Digits) || context.is(at, Cardinal))) {
        if (const auto year = full_year_at(context, at)) {
            base = make_field_node(context, at, year->end, {year->value, {}, {}, {}});
        }
    }
    if (!base) {
        return std::nullopt;
    }
    DateNode node = offset_node(base->end, duration, std::nullopt, sign);
    node.text = fmt::format("{}{}", base->text, node.text);
    for (const DayInterval& reading : base->readings) {
        if (!reading.from) {
            continue;
        }
        const DateNode one = offset_node(base->end, duration, *reading.from, sign);
        for (const DayInterval& made : one.readings) {
            add_reading(node, made);
        }
    }
    return node;
}

/// "ago", "later", "earlier", "hence", "in the future", "before" at the end of its clause.
ParsedDate offset_from_here(const DateContext& context, const DurationNode& duration) {
    const std::size_t at = duration.end;
    const DateToken& right = context.at(at + 1);
    switch (context.at(at).word) {
        case Ago:
            return offset_node(at + 1, duration, context.today, -1);
        case Later:
        case Earlier: {
            if (right.word == Than) {
                return std::nullopt;
            }
            const int sign = context.is(at, Later) ? 1 : -1;
            return anchored_node(context, at + 1, duration, sign);
        }
        case Before: {
            // "two years before." leans on the story, "two years before the war" on the war.
            const bool is_end = right.word == Stop || right.word == Sign;
            return is_end ? ParsedDate{anchored_node(context, at + 1, duration, -1)} : std::nullopt;
        }
        case Hence:
        case In: {
            const bool is_future = context.is(at, In) && context.is(at + 1, The) &&
                                   context.text_of(at + 2) == "future";
            if (context.is(at, In) && !is_future) {
                return std::nullopt;
            }
            DateNode node = offset_node(at + (is_future ? 3 : 1), duration, context.today, 1);
            if (context.today) {
                const Day tomorrow = *context.today + days{1};
                add_reading(node, {tomorrow, shift_by(tomorrow, duration, 1)});
            }
            return node;
        }
        default:
            return std::nullopt;
    }
}

/// "the first strike in two years", "its highest in 10 years", "in two years of war": a length, no
/// date. A rank or superlative shortly before tells.
bool is_length_behind_in(const DateContext& context, std::size_t in, const DurationNode& duration) {
    if (context.is(duration.end, Of)) {
        return true;
    }
    constexpr std::size_t kReach = 8;
    for (std::size_t back = 1; back <= kReach && back <= in; ++back) {
        const DateToken& token = context.at(in - back);
        const std::string_view word = context.text_of(in - back);
        if (token.word == Stop || context.is_sign(in - back, '.')) {
            return false;
        }
        const bool is_superlative = token.word == None && word.size() > 5 && word.ends_with("est");
        if (token.word == Ordinal || token.word == Suffix || is_superlative || word == "most" ||
            word == "least" || (back <= 2 && word == "time")) {
            return true;
        }
    }
    return false;
}

/// "in two years", "in four business days", "in two years since 2011".
ParsedDate in_duration_at(const DateContext& context, std::size_t i) {
    const auto duration = plain_duration_at(context, i + 1);
    if (!duration || longest_unit(*duration) < CalendarUnit::Day || duration->is_one_letter ||
        is_length_behind_in(context, i, *duration)) {
        return std::nullopt;
    }
    ParsedDate node = offset_from_date(context, *duration);
    if (!node) {
        const bool is_future = context.is(duration->end, In);
        node = is_future ? offset_from_here(context, *duration) : std::nullopt;
        node = node ? node : offset_node(duration->end, *duration, context.today, 1);
    }
    node->begin = i;
    return node;
}

/// "within 9 months", "within the next 3 years", "within 2 weeks from today".
ParsedDate within_at(const DateContext& context, std::size_t i) {
    std::size_t at = i + 1;
    at += context.is(at, The) ? 1U : 0U;
    int sign = 1;
    if (context.is(at, Shift)) {
        sign = shift_direction(static_cast<ShiftWord>(context.at(at).value));
        ++at;
    }
    const auto duration = plain_duration_at(context, at);
    if (!duration || sign == 0 || longest_unit(*duration) < CalendarUnit::Day ||
        context.is(duration->end, Of)) {
        return std::nullopt;
    }
    DateNode node;
    node.begin = i;
    node.end = duration->end;
    if (context.is(node.end, From) &&
        (context.is(node.end + 1, RelativeDay) || context.is(node.end + 1, Now))) {
        node.end += 2;
    }
    node.grain = unit_grain(longest_unit(*duration));
    node.is_vague = duration->is_vague;
    node.text = fmt::format("{}{}", sign < 0 ? "within-" : "within+", duration_text(*duration));
    if (context.today) {
        const Day far = shift_by(*context.today, *duration, sign);
        node.readings = {{std::min(far, *context.today), std::max(far, *context.today)}};
        DateNode point;
        add_offset_readings(point, far, longest_unit(*duration));
        for (const DayInterval& reading : point.readings) {
            add_reading(node, reading);
        }
    }
    return node;
}

/// "2 thursdays ago", "3 fridays from now".
ParsedDate counted_weekdays_at(const DateContext& context, std::size_t i) {
    const auto count = count_at(context, i);
    if (!count || !context.is(count->end, Weekday) || count->value < 1 || count->value > 500) {
        return std::nullopt;
    }
    const std::size_t at = count->end + 1;
    const bool is_ago = context.is(at, Ago);
    const bool is_ahead = context.is(at, From) && context.is(at + 1, Now);
    if ((!is_ago && !is_ahead) || !context.today) {
        return std::nullopt;
    }
    const Day today = *context.today;
    const int weekday = context.at(count->end).value;
    const int ahead = (weekday - weekday_of(today) + 6) % 7 + 1;
    const int back = (weekday_of(today) - weekday + 6) % 7 + 1;
    const Day day = is_ago ? today - days{back + 7 * (count->value - 1)}
                           : today + days{ahead + 7 * (count->value - 1)};
    return make_interval_node(i, at + (is_ago ? 1 : 2), Grain::Day, one_day(day));
}

/// "the day after Christmas", "the week before Easter", "the Friday after Thanksgiving".
ParsedDate unit_beside_date_at(const DateContext& context, std::size_t i) {
    const std::size_t at = i + (context.is(i, The) ? 1U : 0U);
    const bool is_before = context.is(at + 1, Before);
    const bool is_weekday = context.is(at, Weekday) && at != i;
    const bool is_unit =
        context.is(at, Unit) && !context.text_of(at).ends_with('s') && !context.at(at).is_short;
    if ((!is_weekday && !is_unit) || (!is_before && !context.is(at + 1, After)) ||
        context.depth >= kMostDepth) {
        return std::nullopt;
    }
    const ParsedDate base = single_date_at(context.deeper(), at + 2);
    const auto unit = static_cast<CalendarUnit>(is_unit ? context.at(at).value : 0);
    if (!base || (is_unit && (unit < CalendarUnit::Day || unit_grain(unit) < base->grain))) {
        return std::nullopt;
    }
    DateNode node;
    node.begin = i;
    node.end = base->end;
    node.grain = is_unit ? unit_grain(unit) : Grain::Day;
    node.text = fmt::format("{}{}1", base->text, is_before ? '-' : '+');
    for (const DayInterval& reading : base->readings) {
        if (!reading.from || !reading.to) {
            continue;
        }
        const Day edge = is_before ? *reading.from : *reading.to - days{1};
        const int weekday = context.at(at).value;
        const int ahead = (weekday - weekday_of(edge) + 6) % 7 + 1;
        const int back = (weekday_of(edge) - weekday + 6) % 7 + 1;
        add_reading(node, is_unit     ? aligned_period(edge, unit, is_before ? -1 : 1)
                          : is_before ? one_day(edge - days{back})
                                      : one_day(edge + days{ahead}));
    }
    return node;
}

/// The stretch of `duration` that starts with each reading of `start`.
DateNode stretch_node(std::size_t begin, std::size_t end, const DurationNode& duration,
                      const DateNode& start) {
    DateNode node;
    node.begin = begin;
    node.end = end;
    node.grain = unit_grain(longest_unit(duration));
    node.text = fmt::format("{}..+{}", start.text, duration_text(duration));
    for (const DayInterval& reading : start.readings) {
        if (reading.from) {
            add_reading(node, {reading.from, shift_by(*reading.from, duration, 1)});
        }
    }
    return node;
}

/// "2 weeks starting May 20th", "for 10 days from 18th Dec", "3 days starting from next Monday".
ParsedDate stretch_at(const DateContext& context, std::size_t begin, const DurationNode& duration) {
    std::size_t at = duration.end;
    at += context.is_sign(at, ',') ? 1U : 0U;
    const bool is_start = context.is(at, Starting) || context.text_of(at) == "beginning";
    const bool is_from = context.is(at, From) && context.is(begin, For);
    if ((!is_start && !is_from) || context.depth >= kMostDepth) {
        return std::nullopt;
    }
    ++at;
    at += is_start && (context.is(at, On) || context.is(at, From)) ? 1U : 0U;
    const ParsedDate start = single_date_at(context.deeper(), at);
    begin = is_start ? duration.begin : begin;
    return start ? ParsedDate{stretch_node(begin, start->end, duration, *start)} : std::nullopt;
}

}  // namespace

ParsedDate date_for_duration(const DateContext& context, const DateNode& start) {
    if (start.grain != Grain::Day || !context.is(start.end, For)) {
        return std::nullopt;
    }
    const auto duration = plain_duration_at(context, start.end + 1);
    return duration && longest_unit(*duration) >= CalendarUnit::Day
               ? ParsedDate{stretch_node(start.begin, duration->end, *duration, start)}
               : std::nullopt;
}

ParsedDate offset_date_at(const DateContext& context, std::size_t i) {
    switch (context.at(i).word) {
        case In:
            return in_duration_at(context, i);
        case Within:
            return within_at(context, i);
        case The:
        case Unit:
            return unit_beside_date_at(context, i);
        case For: {
            const auto duration = plain_duration_at(context, i + 1);
            return duration ? stretch_at(context, i, *duration) : std::nullopt;
        }
        case Digits:
        case Cardinal:
        case Power:
        case Article:
        case Vague:
        case Half: {
            const auto duration = plain_duration_at(context, i);
            if (!duration || longest_unit(*duration) < CalendarUnit::Day) {
                return counted_weekdays_at(context, i);
            }
            ParsedDate best = offset_from_date(context, *duration);
            keep_longer(best, offset_from_here(context, *duration));
            keep_longer(best, stretch_at(context, i, *duration));
            return best;
        }
        default:
            return std::nullopt;
    }
}

}  // namespace atodds
