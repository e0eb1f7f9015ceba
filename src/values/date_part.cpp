// Parts of a period: the first week of May, the third Thursday in November, the 15th day of next
// month, early August, the end of the year, the rest of the week.

#include "values/date_grammar.hpp"
#include "values/date_numbers.hpp"

#include <fmt/format.h>

#include <utility>

namespace atodds {
namespace {

using enum DateWord;
using std::chrono::days;

bool is_bounded(const DateNode& node) {
    for (const DayInterval& reading : node.readings) {
        if (!reading.from || !reading.to) {
            return false;
        }
    }
    return true;
}

/// The period behind "of", "in" or nothing, a month at least for weekdays and weeks.
ParsedDate period_at(const DateContext& context, std::size_t i) {
    if (context.depth >= kMostDepth) {
        return std::nullopt;
    }
    const DateContext inner = context.deeper();
    ParsedDate node = single_date_at(inner, i);
    if (context.is(i, The)) {
        keep_longer(node, single_date_at(inner, i + 1));
        // "of the month": the running one, whatever follows.
        if (!node && context.is(i + 1, Unit) && !context.text_of(i + 1).ends_with('s')) {
            const auto unit = static_cast<CalendarUnit>(context.at(i + 1).value);
            node = unit >= CalendarUnit::Week
                       ? ParsedDate{make_period_node(context, i, i + 2, unit, 0)}
                       : std::nullopt;
        }
    }
    return node && is_bounded(*node) ? node : std::nullopt;
}

/// Keeps the readings that `part` makes of those of `period`.
template <typename Part>
ParsedDate mapped(const DateNode& period, std::size_t begin, Grain grain, std::string_view form,
                  Part part) {
    DateNode node;
    node.begin = begin;
    node.end = period.end;
    node.grain = grain;
    if (period.readings.empty()) {
        node.text = fmt::format("{} of {}", form, period.text);
        return node;
    }
    for (const DayInterval& reading : period.readings) {
        part(reading, node);
    }
    return node.readings.empty() ? std::nullopt : ParsedDate{node};
}

struct RankAt {
    int number = 0;  ///< from the end where negative
    std::size_t end = 0;
};

/// "first", "3rd", "last", "third last", "second-to-last".
std::optional<RankAt> rank_at(const DateContext& context, std::size_t i) {
    const auto is_last = [&](std::size_t at) {
        return context.is(at, Shift) && context.at(at).value == static_cast<int>(ShiftWord::Last);
    };
    if (is_last(i)) {
        return RankAt{-1, i + 1};
    }
    const auto ordinal = ordinal_at(context, i);
    if (!ordinal || ordinal->value < 1) {
        return std::nullopt;
    }
    if (is_last(ordinal->end)) {
        return RankAt{-ordinal->value, ordinal->end + 1};
    }
    return RankAt{ordinal->value, ordinal->end};
}

/// The `count` units that start at the `rank`-th of them in `period` (or end there, from the end).
void add_units(const DayInterval& period, CalendarUnit unit, int rank, int count, DateNode& node) {
    if (unit == CalendarUnit::Week) {
        const DayInterval week = week_in_period(period, rank);
        const days span{7 * (count - 1)};
        add_reading(node, rank < 0 ? DayInterval{*week.from - span, week.to}
                                   : DayInterval{week.from, *week.to + span});
        // A month's first week is for some the first whole one, for others its first seven days.
        const bool starts_inside = *week.from >= *period.from;
        if (rank > 0 && !starts_inside) {
            add_reading(node, {*week.from + days{7}, *week.to + days{7} + span});
        }
        if (rank > 0 && *period.to - *period.from < days{40}) {
            const Day first = *period.from + days{7 * (rank - 1)};
            add_reading(node, {first, first + days{7 * count}});
        }
        return;
    }
    const Day from = rank < 0 ? shift_day(*period.to, unit, rank - count + 1)
                              : shift_day(*period.from, unit, rank - 1);
    const Day to = shift_day(from, unit, count);
    if (*period.from <= from && to <= *period.to) {
        add_reading(node, {from, to});
    }
}

/// "first week of October 2014", "last day in May", "the last 3 weeks of this year".
ParsedDate ranked_unit_at(const DateContext& context, std::size_t begin, const RankAt& rank) {
    std::size_t at = rank.end;
    int count = 1;
    if (const auto number = count_at(context, at)) {
        count = number->value;
        at = number->end;
    } else if (context.is(at, Vague) && context.at(at).value == 2) {
        count = 2;
        at += context.is(at + 1, Of) ? 2U : 1U;
    }
    if (!context.is(at, Unit) || count < 1 || count > 400 || rank.number > 400) {
        return std::nullopt;
    }
    const auto unit = static_cast<CalendarUnit>(context.at(at).value);
    if (unit < CalendarUnit::Day || unit == CalendarUnit::Weekend ||
        unit == CalendarUnit::WorkWeek || unit == CalendarUnit::BusinessDay) {
        return std::nullopt;
    }
    const bool has_of = context.is(at + 1, Of) || context.is(at + 1, In);
    const std::size_t period_start = at + (has_of ? 2U : 1U);
    // Without "of" only a shifted period can follow: "the third week next year".
    if (!has_of && !context.is(period_start, Shift)) {
        return std::nullopt;
    }
    const ParsedDate period = period_at(context, period_start);
    if (!period || period->grain < unit_grain(unit)) {
        return std::nullopt;
    }
    const std::string form = fmt::format("{}{:+}", unit_name(unit), rank.number);
    return mapped(*period, begin, count == 1 ? unit_grain(unit) : Grain::Week, form,
                  [&](const DayInterval& reading, DateNode& node) {
                      add_units(reading, unit, rank.number, count, node);
                  });
}

/// "third Tuesday in November", "the first Monday of next month", "third Tuesday after Christmas".
ParsedDate ranked_weekday_at(const DateContext& context, std::size_t begin, const RankAt& rank) {
    if (!context.is(rank.end, Weekday) || rank.number > 60) {
        return std::nullopt;
    }
    const int weekday = context.at(rank.end).value;
    const std::size_t after = rank.end + 1;
    const std::string form = fmt::format("weekday-{}{:+}", weekday, rank.number);
    const bool is_beside = context.is(after, After) || context.is(after, Before);
    if (context.is(after, Of) || context.is(after, In) || is_beside ||
        (context.is(after, Shift) && rank.number > 0)) {
        const ParsedDate period = period_at(context, after + (context.is(after, Shift) ? 0 : 1));
        if (!period || (!is_beside && period->grain < Grain::Month)) {
            return std::nullopt;
        }
        const bool is_before = context.is(after, Before);
        return mapped(
            *period, begin, Grain::Day, form, [&](const DayInterval& reading, DateNode& node) {
                const days reach{7 * 60};
                const DayInterval frame = is_before
                                              ? DayInterval{*reading.from - reach, reading.from}
                                          : is_beside ? DayInterval{reading.to, *reading.to + reach}
                                                      : reading;
                const int number = is_before ? -rank.number : rank.number;
                if (const auto day = weekday_in_period(frame, weekday, number)) {
                    add_reading(node, one_day(*day));
                }
            });
    }
    if (rank.number < 0 || rank.number > 5 || !context.today || !ends_phrase(context, after)) {
        return std::nullopt;
    }
    const DayInterval month = aligned_period(*context.today, CalendarUnit::Month, 0);
    const auto day = weekday_in_period(month, weekday, rank.number);
    return day ? ParsedDate{make_interval_node(begin, after, Grain::Day, one_day(*day))}
               : std::nullopt;
}

/// "20th of the next month", "the twenty-sixth day of the month", "20 of this month".
ParsedDate day_of_month_at(const DateContext& context, std::size_t begin, std::size_t i) {
    const auto number = day_number_at(context, i);
    if (!number) {
        return std::nullopt;
    }
    std::size_t at = number->end;
    at += context.is(at, Unit) && context.text_of(at) == "day" ? 1U : 0U;
    if (!context.is(at, Of)) {
        return std::nullopt;
    }
    at += context.is(at + 1, The) ? 2U : 1U;
    int direction = 0;
    if (context.is(at, Shift)) {
        direction = shift_direction(static_cast<ShiftWord>(context.at(at).value));
        ++at;
    } else if (!context.is(at - 1, The)) {
        return std::nullopt;
    }
    const bool is_month =
        context.is(at, Unit) && context.at(at).value == static_cast<int>(CalendarUnit::Month);
    if (!is_month || !context.today) {
        return std::nullopt;
    }
    const Day month = *aligned_period(*context.today, CalendarUnit::Month, direction).from;
    const auto day = calendar_day(year_of(month), month_of(month), number->value);
    return day ? ParsedDate{make_interval_node(begin, at + 1, Grain::Day, one_day(*day))}
               : std::nullopt;
}

/// The stretch of `period` that a part word means. Halves of a year or month for early and late,
/// thirds for beginning, middle and end, each with the other as a second reading; a week is cut
/// after Wednesday.
void add_part(const DayInterval& period, Grain grain, PartWord part, DateNode& node) {
    const Day from = *period.from;
    const Day to = *period.to;
    const days length = to - from;
    const bool is_early = part == PartWord::Early || part == PartWord::Start;
    const bool is_late = part == PartWord::Late || part == PartWord::End;
    if (grain == Grain::Week) {
        add_reading(node, is_early  ? DayInterval{from, from + days{3}}
                          : is_late ? DayInterval{from + days{3}, to}
                                    : DayInterval{from + days{1}, from + days{5}});
        return;
    }
    if (grain == Grain::Month) {
        const DayInterval half =
            is_early ? DayInterval{from, from + days{15}} : DayInterval{from + days{15}, to};
        const DayInterval third = is_early  ? DayInterval{from, from + days{10}}
                                  : is_late ? DayInterval{from + days{20}, to}
                                            : DayInterval{from + days{10}, from + days{20}};
        if (is_early || is_late) {
            add_reading(node, half);
        }
        add_reading(node, third);
        return;
    }
    const auto month_after = [&](int numerator, int denominator) {
        const int months = (year_of(to) - year_of(from)) * 12 + month_of(to) - month_of(from);
        return shift_day(from, CalendarUnit::Month, months * numerator / denominator);
    };
    if (length < days{28}) {
        return;
    }
    const DayInterval half =
        is_early ? DayInterval{from, month_after(1, 2)} : DayInterval{month_after(1, 2), to};
    const DayInterval third = is_early  ? DayInterval{from, month_after(1, 3)}
                              : is_late ? DayInterval{month_after(2, 3), to}
                                        : DayInterval{month_after(1, 3), month_after(2, 3)};
    const bool halves_first = part == PartWord::Early || part == PartWord::Late;
    if (is_early || is_late) {
        add_reading(node, halves_first ? half : third);
    }
    add_reading(node, is_early || is_late ? (halves_first ? third : half) : third);
}

/// "early August", "mid-July", "late next year", "beginning of 2000", "the end of this month".
ParsedDate part_word_at(const DateContext& context, std::size_t i) {
    const std::size_t start = i + (context.is(i, The) ? 1U : 0U);
    if (!context.is(start, Part)) {
        return std::nullopt;
    }
    const auto part = static_cast<PartWord>(context.at(start).value);
    const bool is_noun = part >= PartWord::Start;
    std::size_t at = start + 1;
    at += context.is_sign(at, '-') && context.is_attached(at) ? 1U : 0U;
    const bool has_of = context.is(at, Of) || (!is_noun && context.is(at, In));
    at += has_of ? 1U : 0U;
    if (is_noun && !has_of && !context.is(at, Shift)) {
        return std::nullopt;
    }
    const ParsedDate period = period_at(context, at);
    if (!period || period->grain <= Grain::Day) {
        return std::nullopt;
    }
    static constexpr std::string_view kForms[] = {"early", "mid", "late", "start", "middle", "end"};
    const std::size_t begin = start;
    ParsedDate node = mapped(*period, begin, period->grain, kForms[static_cast<int>(part)],
                             [&](const DayInterval& reading, DateNode& made) {
                                 add_part(reading, period->grain, part, made);
                             });
    if (node && !period->readings.empty()) {
        const DayInterval& whole = period->readings.front();
        node->point = part == PartWord::End     ? whole.to
                      : part == PartWord::Start ? whole.from
                      : part == PartWord::Middle || part == PartWord::Mid
                          ? std::optional<Day>{*whole.from + (*whole.to - *whole.from) / 2}
                          : std::nullopt;
    }
    return node;
}

/// "rest of the year", "the remainder of this week", "remaining of the week", "rest the week".
ParsedDate rest_at(const DateContext& context, std::size_t i) {
    if (!context.is(i, Rest)) {
        return std::nullopt;
    }
    const std::size_t at = i + (context.is(i + 1, Of) ? 2U : 1U);
    const ParsedDate period = context.is(at, The) || context.is(at, Shift) ||
                                      context.is(at, Digits) || context.is(at, Month)
                                  ? period_at(context, at)
                                  : std::nullopt;
    if (!period || period->grain <= Grain::Day) {
        return std::nullopt;
    }
    return mapped(
        *period, i, period->grain, "rest", [&](const DayInterval& reading, DateNode& node) {
            const bool is_now =
                context.today && *reading.from <= *context.today && *context.today < *reading.to;
            add_reading(node, {is_now ? *context.today : *reading.from, reading.to});
        });
}

/// "earlier this month", "later in the week": up to the reference day or from it.
ParsedDate earlier_this_at(const DateContext& context, std::size_t i) {
    const bool is_earlier = context.is(i, Earlier);
    if (!is_earlier && !context.is(i, Later)) {
        return std::nullopt;
    }
    const std::size_t at = i + (context.is(i + 1, In) ? 2U : 1U);
    const bool is_running =
        context.is(at, The) ||
        (context.is(at, Shift) && context.at(at).value == static_cast<int>(ShiftWord::This));
    const bool is_unit = context.is(at + 1, Unit) || context.is(at + 1, Kind);
    const ParsedDate period = is_running && is_unit ? period_at(context, at) : std::nullopt;
    if (!period || period->grain <= Grain::Day) {
        return std::nullopt;
    }
    const std::string_view form = is_earlier ? "earlier" : "later";
    ParsedDate node =
        mapped(*period, i, period->grain, form, [&](const DayInterval& reading, DateNode& made) {
            const Day today = *context.today;
            add_reading(made, is_earlier ? DayInterval{reading.from, std::max(today, *reading.from)}
                                         : DayInterval{today, reading.to});
            add_reading(made, reading);
        });
    return node;
}

/// "the week of May 3", "the week beginning on February 4", "the week ending 9 June".
ParsedDate week_of_at(const DateContext& context, std::size_t i) {
    std::size_t at = i + (context.is(i, The) ? 1U : 0U);
    const bool is_week = context.is(at, Unit) && context.text_of(at) == "week";
    if (!is_week) {
        return std::nullopt;
    }
    ++at;
    const bool is_ending = context.text_of(at) == "ending" || context.text_of(at) == "ended";
    const bool is_start = context.is(at, Starting) || context.text_of(at) == "beginning";
    if (!is_start && !is_ending && !context.is(at, Of)) {
        return std::nullopt;
    }
    const std::size_t day_at = at + 1 + (context.is(at + 1, On) ? 1U : 0U);
    const ParsedDate day = period_at(context, day_at);
    if (!day || day->grain != Grain::Day || (day->readings.empty() && context.today)) {
        return std::nullopt;
    }
    return mapped(*day, i, Grain::Week, "week", [&](const DayInterval& reading, DateNode& node) {
        add_reading(node, is_ending ? DayInterval{*reading.to - days{7}, reading.to}
                                    : aligned_period(*reading.from, CalendarUnit::Week, 0));
    });
}

}  // namespace

ParsedDate part_date_at(const DateContext& context, std::size_t i) {
    const DateWord word = context.at(i).word;
    const std::size_t start = i + (word == The ? 1U : 0U);
    ParsedDate best;
    if (const auto rank = rank_at(context, start)) {
        best = longer_of(ranked_unit_at(context, i, *rank), ranked_weekday_at(context, i, *rank));
    }
    const DateWord first = context.at(start).word;
    if (first == Digits || first == Cardinal || first == Ordinal) {
        keep_longer(best, day_of_month_at(context, i, start));
    }
    if (word == Part || first == Part) {
        keep_longer(best, part_word_at(context, i));
    }
    if (first == Unit) {
        keep_longer(best, week_of_at(context, i));
    }
    keep_longer(best, rest_at(context, i));
    return longer_of(std::move(best), earlier_this_at(context, i));
}

}  // namespace atodds
