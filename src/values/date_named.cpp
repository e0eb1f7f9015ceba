// Periods with a name of their own: quarters, halves, decades, centuries, numbered weeks, seasons
// and holidays.

#include "values/date_grammar.hpp"
#include "values/date_numbers.hpp"
#include "values/holidays.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <utility>

namespace atodds {
namespace {

using enum DateWord;

DayInterval part_of_year(int year, CalendarUnit unit, int number) {
    return aligned_period(*calendar_day(year, 1, 1), unit, number - 1);
}

/// The `number`-th quarter or half of a year that may stand before or behind it.
DateNode year_part_node(const DateContext& context, std::size_t begin, std::size_t end,
                        CalendarUnit unit, int number, std::optional<int> year) {
    const Grain grain = unit_grain(unit);
    if (!year) {
        const YearAfter after = year_after(context, end);
        year = after.year;
        end = after.year ? after.end : end;
    }
    if (year) {
        return make_interval_node(begin, end, grain, part_of_year(*year, unit, number));
    }
    DateNode node;
    node.begin = begin;
    node.end = end;
    node.grain = grain;
    node.text = fmt::format("XX-{}{}", unit == CalendarUnit::Quarter ? "Q" : "H", number);
    if (context.today) {
        const int now = year_of(*context.today);
        const DayInterval here = part_of_year(now, unit, number);
        const bool has_begun = *here.from <= *context.today;
        node.readings = {here, part_of_year(has_begun ? now - 1 : now - 1, unit, number)};
        if (has_begun) {
            node.readings[1] = part_of_year(now + 1, unit, number);
        }
    }
    return node;
}

/// "Q3", "H1", with the year on either side. A half needs a year: "H2" is a model or a gas.
ParsedDate tagged_period_at(const DateContext& context, std::size_t begin, std::size_t i,
                            std::optional<int> year) {
    if (!context.is(i, PeriodTag) || !context.is(i + 1, Digits) || !context.is_attached(i + 1) ||
        context.at(i + 1).length != 1) {
        return std::nullopt;
    }
    const int count = context.at(i).value;
    const int number = context.at(i + 1).value;
    const DateToken& right = context.at(i + 2);
    const bool is_glued = !right.has_space_before && (right.word == None || right.word == Digits);
    if (number < 1 || number > count || is_glued) {
        return std::nullopt;
    }
    const auto unit = count == 4 ? CalendarUnit::Quarter : CalendarUnit::HalfYear;
    DateNode node = year_part_node(context, begin, i + 2, unit, number, year);
    const bool has_year = node.text.empty();
    return has_year || count == 4 ? ParsedDate{node} : std::nullopt;
}

/// "the third quarter", "4th quarter 2018", "the first half of 2025". Without a year "the second
/// half" and "the first quarter" are as often of a match; a quarter is read, a half is not.
ParsedDate ordinal_period_at(const DateContext& context, std::size_t begin, std::size_t i,
                             std::optional<int> year) {
    const std::size_t start = i + (context.is(i, The) ? 1U : 0U);
    const auto number = ordinal_at(context, start);
    if (!number || number->value < 1 || number->value > 4) {
        return std::nullopt;
    }
    std::size_t at = number->end;
    at += context.is(at, Kind) ? 1U : 0U;
    const bool is_half = context.is(at, Half) && number->value <= 2;
    const bool is_quarter = context.is(at, Unit) &&
                            context.at(at).value == static_cast<int>(CalendarUnit::Quarter) &&
                            !context.at(at).is_possessive;
    if (!is_half && !is_quarter) {
        return std::nullopt;
    }
    const auto unit = is_half ? CalendarUnit::HalfYear : CalendarUnit::Quarter;
    DateNode node = year_part_node(context, begin, at + 1, unit, number->value, year);
    const bool has_year = node.text.empty();
    const bool is_of_other = context.is(at + 1, Of);
    return has_year || (is_quarter && !is_of_other) ? ParsedDate{node} : std::nullopt;
}

/// "2016 Q3", "2017-q1", "2016 the third quarter".
ParsedDate year_then_part_at(const DateContext& context, std::size_t i) {
    const auto year = full_year_at(context, i);
    if (!year || !year->is_digits) {
        return std::nullopt;
    }
    const std::size_t at = year->end + (context.is_sign(year->end, '-') ? 1U : 0U);
    return longer_of(tagged_period_at(context, i, at, year->value),
                     ordinal_period_at(context, i, at, year->value));
}

/// The decade that starts in `year`, or the two nearest ones where only "90s" is said.
DateNode decade_node(const DateContext& context, std::size_t begin, std::size_t end, int year,
                     int hundred) {
    DateNode node = make_interval_node(begin, end, Grain::Decade,
                                       {whole_year(year).from, whole_year(year + 9).to});
    const int now = context.today ? year_of(*context.today) : 2000;
    if (hundred >= 0 && year + 100 <= now + 80) {
        add_reading(node, {whole_year(year + 100).from, whole_year(year + 109).to});
    }
    return node;
}

/// "in their 70s", "his early 30s".
bool is_age(const DateContext& context, std::size_t i) {
    static constexpr std::string_view kOwners[] = {"his",  "her",   "their", "my",
                                                   "your", "whose", "our"};
    for (std::size_t back = 1; back <= 3 && back <= i; ++back) {
        const std::string_view word = context.text_of(i - back);
        if (std::find(std::begin(kOwners), std::end(kOwners), word) != std::end(kOwners)) {
            return true;
        }
        if (!context.is(i - back, Part) && !context.is_sign(i - back, '-')) {
            return false;
        }
    }
    return false;
}

/// "1990s", "1970's", "70's", "'90s".
ParsedDate digit_decade_at(const DateContext& context, std::size_t i) {
    const std::size_t start = i + (context.is(i, The) ? 1U : 0U);
    const std::size_t quote =
        context.is_sign(start, '\'') || context.is_sign(start, U'’') || context.is_sign(start, U'‘')
            ? 1U
            : 0U;
    const std::size_t at = start + quote;
    const DateToken& token = context.at(at);
    if (token.word != Digits || token.value % 10 != 0 || (token.length != 4 && token.length != 2)) {
        return std::nullopt;
    }
    std::size_t end = at + 1;
    end += (context.is_sign(end, '\'') || context.is_sign(end, U'’')) && context.is_attached(end)
               ? 1U
               : 0U;
    if (context.text_of(end) != "s" || !context.is_attached(end)) {
        return std::nullopt;
    }
    ++end;
    if (token.length == 4) {
        const bool is_year = token.value >= 1000 && token.value < 2100;
        return is_year ? ParsedDate{decade_node(context, i, end, token.value, -1)} : std::nullopt;
    }
    if (is_age(context, i)) {
        return std::nullopt;
    }
    const DateToken& left = context.before(i);
    const bool is_decade = quote == 1 || start != i || left.word == In || left.word == Part ||
                           left.word == Since || left.word == During;
    return is_decade ? ParsedDate{decade_node(context, i, end, 1900 + token.value, token.value)}
                     : std::nullopt;
}

/// "the nineties", "the nineteen-eighties", "the twenty-tens", "the two thousand and tens".
ParsedDate word_decade_at(const DateContext& context, std::size_t i) {
    std::size_t at = i + (context.is(i, The) ? 1U : 0U);
    int century = -1;
    if (context.is(at, Cardinal) && context.at(at).value >= 10 && context.at(at).value <= 20) {
        century = context.at(at).value * 100;
        ++at;
        at += context.is_sign(at, '-') ? 1U : 0U;
    }
    const bool is_thousand = century < 0 && context.is(at, Cardinal) && context.at(at).value == 2 &&
                             context.is(at + 1, Power) && context.at(at + 1).value == 1000;
    if (is_thousand) {
        century = 2000;
        at += 2;
        at += context.is(at, And) ? 1U : 0U;
    }
    if (!context.is(at, DecadeName)) {
        return std::nullopt;
    }
    const int tens = context.at(at).value;
    if (century >= 0) {
        return decade_node(context, i, at + 1, century + tens, -1);
    }
    const DateToken& left = context.before(i);
    const bool has_lead = (at != i && !is_age(context, i)) || left.word == In ||
                          left.word == Part || left.word == Shift;
    if (!has_lead || tens == 10 || left.word == Power) {
        return std::nullopt;
    }
    return tens == 0 ? decade_node(context, i, at + 1, 2000, -1)
                     : decade_node(context, i, at + 1, 1900 + tens, tens);
}

/// "the 19th century", "the first century BC".
ParsedDate century_at(const DateContext& context, std::size_t i) {
    const auto number = ordinal_at(context, i + (context.is(i, The) ? 1U : 0U));
    if (!number || number->value < 1 || number->value > 30) {
        return std::nullopt;
    }
    const std::size_t at = number->end + (context.is_sign(number->end, '-') ? 1U : 0U);
    if (!context.is(at, Unit) || context.at(at).value != static_cast<int>(CalendarUnit::Century)) {
        return std::nullopt;
    }
    const NumberAt last = with_era(context, {1, at + 1});
    const bool is_before_christ = last.end != at + 1 && last.value < 1;
    const int first = is_before_christ ? 1 - 100 * number->value : 100 * (number->value - 1);
    return make_interval_node(i, last.end, Grain::Century,
                              {whole_year(first).from, whole_year(first + 99).to});
}

/// "week 27 of last year", "Week 31".
ParsedDate numbered_week_at(const DateContext& context, std::size_t i) {
    std::size_t at = i + (context.is(i, The) ? 1U : 0U);
    const bool is_week = context.is(at, Unit) && context.at(at).span.size() == 4 &&
                         context.at(at).value == static_cast<int>(CalendarUnit::Week);
    const DateToken& number = context.at(at + 1);
    if (!is_week || number.word != Digits || number.value < 1 || number.value > 53 ||
        !is_plain_number(context, at + 1)) {
        return std::nullopt;
    }
    const YearAfter after = year_after(context, at + 2);
    const bool has_year = after.year.has_value();
    if (!has_year && !context.today) {
        DateNode node;
        node.begin = i;
        node.end = at + 2;
        node.grain = Grain::Week;
        node.text = fmt::format("XX-W{:02}", number.value);
        return node;
    }
    const int year = has_year ? *after.year : year_of(*context.today);
    return make_interval_node(at, has_year ? after.end : at + 2, Grain::Week,
                              iso_week(year, number.value));
}

/// "summer 2019", "the winter of 2020". Seasons are those of the weather service, three whole
/// months; a winter is named after the year in which it starts.
ParsedDate season_at(const DateContext& context, std::size_t i) {
    const std::size_t at = i + (context.is(i, The) ? 1U : 0U);
    if (!context.is(at, Season)) {
        return std::nullopt;
    }
    const YearAfter after = year_after(context, at + 1);
    if (!after.year || context.is_sign(at + 1, ',')) {
        return std::nullopt;
    }
    const Day first = *calendar_day(*after.year, 3 * context.at(at).value, 1);
    return make_interval_node(i, after.end, Grain::Quarter,
                              {first, shift_day(first, CalendarUnit::Month, 3)});
}

struct NamedHoliday {
    std::size_t holiday = 0;
    std::size_t end = 0;
};

/// The holiday whose name starts at `start`; apostrophes, dashes and full stops may join its words.
std::optional<NamedHoliday> holiday_name_at(const DateContext& context, std::size_t start) {
    std::array<std::uint64_t, 6> ids{};
    std::array<std::size_t, 6> ends{};
    std::size_t count = 0;
    for (std::size_t at = start; count < ids.size() && context.at(at).word_id != 0;) {
        ids[count] = context.at(at).word_id;
        ++at;
        const bool is_joined = (context.is_sign(at, '\'') || context.is_sign(at, U'’') ||
                                context.is_sign(at, '-') || context.is_sign(at, '.')) &&
                               context.is_attached(at);
        at += is_joined ? 1U : 0U;
        ends[count++] = at;
    }
    const auto match = find_holiday({ids.data(), count});
    if (!match) {
        return std::nullopt;
    }
    // The joining sign behind the last word is not part of the name unless it is an apostrophe.
    const std::size_t end = ends[match->words - 1];
    const bool ends_in_sign = context.is_sign(end - 1, '.') || context.is_sign(end - 1, '-');
    return NamedHoliday{match->holiday, end - (ends_in_sign ? 1U : 0U)};
}

/// The long weekend that takes in the holiday beside it.
DayInterval long_weekend(Day holiday) {
    const bool is_monday = weekday_of(holiday) == 1;
    const Day in_week = is_monday ? holiday - std::chrono::days{1} : holiday;
    const DayInterval weekend = aligned_period(in_week, CalendarUnit::Weekend, 0);
    return {std::min(*weekend.from, weekday_of(holiday) == 5 ? holiday : *weekend.from),
            std::max(*weekend.to, is_monday ? holiday + std::chrono::days{1} : *weekend.to)};
}

/// "Easter Monday", "labor day 2021 weekend", "Christmas of last year".
ParsedDate holiday_at(const DateContext& context, std::size_t i) {
    const std::size_t start = i + (context.is(i, The) ? 1U : 0U);
    const auto named =
        context.at(start).starts_holiday ? holiday_name_at(context, start) : std::nullopt;
    if (!named) {
        return std::nullopt;
    }
    const YearAfter after = year_after(context, named->end);
    DateNode node;
    node.begin = start;
    node.end = after.year ? after.end : named->end;
    node.grain = Grain::Day;
    if (after.year) {
        node.readings = {one_day(holiday_in_year(named->holiday, *after.year))};
    } else if (context.today) {
        const int year = year_of(*context.today);
        const Day here = holiday_in_year(named->holiday, year);
        const Day other =
            holiday_in_year(named->holiday, here <= *context.today ? year + 1 : year - 1);
        node.readings = {one_day(here), one_day(other)};
    } else {
        node.text = fmt::format("XX-{}", holiday_names()[named->holiday]);
    }
    const bool is_weekend = context.is(node.end, Unit) &&
                            context.at(node.end).value == static_cast<int>(CalendarUnit::Weekend);
    if (is_weekend) {
        for (DayInterval& reading : node.readings) {
            reading = long_weekend(*reading.from);
        }
        node.grain = Grain::Week;
        ++node.end;
    }
    return node;
}

/// "the year 2019", "fiscal 2020", "cy 2008", "FY2019". A fiscal year is taken for the calendar
/// year of its number and marked as about it: when it starts is the company's choice.
ParsedDate labelled_year_at(const DateContext& context, std::size_t i) {
    std::size_t at = i + (context.is(i, The) ? 1U : 0U);
    const bool is_fiscal =
        (context.is(at, YearLabel) || context.is(at, Kind)) && context.at(at).value == 1;
    const bool has_label = context.is(at, YearLabel) || context.is(at, Kind);
    at += has_label ? 1U : 0U;
    const bool has_word = context.is(at, Unit) && context.text_of(at) == "year";
    at += has_word ? 1U : 0U;
    const auto year = has_label || has_word ? full_year_at(context, at) : std::nullopt;
    if (!year) {
        return std::nullopt;
    }
    const std::size_t begin = has_label ? at - (has_word ? 2U : 1U) : i;
    ParsedDate node = make_field_node(context, begin, year->end, {year->value, {}, {}, {}});
    node->bound = is_fiscal ? Bound::About : Bound::Exact;
    return node;
}

}  // namespace

YearAfter year_after(const DateContext& context, std::size_t i) {
    std::size_t at = i;
    const bool is_tight = context.is_attached(at) && context.is_attached(at + 1);
    if (context.is_sign(at, ',') || context.is(at, Of) || context.is(at, In) ||
        (is_tight && (context.is_sign(at, '-') || context.is_sign(at, '/')))) {
        ++at;
    }
    at += context.is(at, The) && context.is(at + 1, Kind) ? 1U : 0U;
    at += context.is(at, Kind) ? 1U : 0U;
    at += (context.is(at, Unit) && context.text_of(at) == "year") || context.is(at, YearLabel);
    if (const auto year = full_year_at(context, at)) {
        return {year->value, year->end};
    }
    const bool has_apostrophe = context.is_sign(at, '\'') || context.is_sign(at, U'’');
    if (has_apostrophe && context.is(at + 1, Digits) && context.at(at + 1).length == 2) {
        return {expand_two_digits(context.at(at + 1).value), at + 2};
    }
    const std::size_t shift_at = at + (context.is(at, The) ? 1U : 0U);
    const bool is_year = context.is(shift_at, Shift) && context.is(shift_at + 1, Unit) &&
                         context.at(shift_at + 1).value == static_cast<int>(CalendarUnit::Year);
    if (!is_year || !context.today) {
        return {std::nullopt, i};
    }
    const int offset = shift_direction(static_cast<ShiftWord>(context.at(shift_at).value));
    return {year_of(*context.today) + offset, shift_at + 2};
}

ParsedDate named_period_at(const DateContext& context, std::size_t i) {
    ParsedDate best;
    switch (context.at(i).word) {
        case PeriodTag:
            best = tagged_period_at(context, i, i, std::nullopt);
            break;
        case Digits:
            best = longer_of(year_then_part_at(context, i), digit_decade_at(context, i));
            keep_longer(best, ordinal_period_at(context, i, i, std::nullopt));
            keep_longer(best, century_at(context, i));
            break;
        case Sign:
            best = digit_decade_at(context, i);
            break;
        case Ordinal:
        case Cardinal:
        case DecadeName:
            best =
                longer_of(ordinal_period_at(context, i, i, std::nullopt), century_at(context, i));
            keep_longer(best, word_decade_at(context, i));
            break;
        case The:
            best =
                longer_of(ordinal_period_at(context, i, i, std::nullopt), century_at(context, i));
            keep_longer(best, digit_decade_at(context, i));
            keep_longer(best, word_decade_at(context, i));
            keep_longer(best, numbered_week_at(context, i));
            keep_longer(best, season_at(context, i));
            keep_longer(best, labelled_year_at(context, i));
            break;
        case Season:
            best = season_at(context, i);
            break;
        case Unit:
            best = longer_of(numbered_week_at(context, i), labelled_year_at(context, i));
            break;
        case YearLabel:
        case Kind:
            best = labelled_year_at(context, i);
            break;
        default:
            break;
    }
    return longer_of(std::move(best), holiday_at(context, i));
}

}  // namespace atodds
