#include "values/date_node.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

namespace atodds {
namespace {

using std::chrono::days;

constexpr days kLikelyPast{243};    // eight months; guessed from how news speaks of months
constexpr int kYearsToLeapDay = 8;  // the longest gap between two 29 February

std::vector<DayInterval> past_then_future(const DateContext& context,
                                          const std::optional<Day>& past,
                                          const std::optional<Day>& future) {
    std::vector<DayInterval> readings;
    if (past) {
        readings.push_back(one_day(*past));
    }
    if (future) {
        readings.push_back(one_day(*future));
    }
    if (past && future && *context.today - *past > kLikelyPast) {
        std::swap(readings[0], readings[1]);
    }
    return readings;
}

std::vector<DayInterval> month_day_readings(const DateContext& context,
                                            const CalendarFields& fields) {
    const Day today = *context.today;
    const int year = year_of(today);
    std::optional<Day> past;
    std::optional<Day> future;
    for (int away = 0; away <= kYearsToLeapDay && !(past && future); ++away) {
        const auto before = calendar_day(year - away, *fields.month, *fields.day);
        const auto after = calendar_day(year + away, *fields.month, *fields.day);
        past = !past && before && *before <= today ? before : past;
        future = !future && after && *after > today ? after : future;
    }
    if (past == today) {
        future.reset();
    }
    std::vector<DayInterval> readings = past_then_future(context, past, future);
    if (!fields.weekday) {
        return readings;
    }
    // A weekday beside a yearless date tells the year, where one near has it on that weekday.
    std::vector<DayInterval> matching;
    for (const int y : {year, year - 1, year + 1}) {
        const auto day = calendar_day(y, *fields.month, *fields.day);
        if (day && weekday_of(*day) == *fields.weekday) {
            matching.push_back(one_day(*day));
        }
    }
    if (!matching.empty()) {
        for (const DayInterval& reading : readings) {
            if (std::find(matching.begin(), matching.end(), reading) == matching.end()) {
                matching.push_back(reading);
            }
        }
        return matching;
    }
    return readings;
}

std::vector<DayInterval> month_readings(const DateContext& context, int month) {
    const Day today = *context.today;
    const int year = year_of(today);
    if (month == month_of(today)) {
        return {whole_month(year, month)};
    }
    const int past_year = month < month_of(today) ? year : year - 1;
    const DayInterval past = whole_month(past_year, month);
    const DayInterval future = whole_month(past_year + 1, month);
    if (today - *past.to > kLikelyPast) {
        return {future, past};
    }
    return {past, future};
}

std::vector<DayInterval> weekday_readings(const DateContext& context, int weekday) {
    const Day today = *context.today;
    const int ahead = (weekday - weekday_of(today) + 7) % 7;
    const Day next = today + days{ahead};
    if (ahead == 0) {
        return {one_day(today), one_day(today - days{7})};
    }
    return {one_day(next - days{7}), one_day(next)};
}

/// "the 18th", "Friday 31": the nearest month on either side that has such a day.
std::vector<DayInterval> day_readings(const DateContext& context, const CalendarFields& fields) {
    const Day today = *context.today;
    std::optional<Day> past;
    std::optional<Day> future;
    constexpr int kMonthsAround = 36;
    const auto day_in = [&](int offset) {
        const Day month = *aligned_period(today, CalendarUnit::Month, offset).from;
        const auto day = calendar_day(year_of(month), month_of(month), *fields.day);
        const bool fits = day && (!fields.weekday || weekday_of(*day) == *fields.weekday);
        return fits ? day : std::nullopt;
    };
    for (int away = 0; away <= kMonthsAround && !(past && future); ++away) {
        const auto before = past ? std::nullopt : day_in(-away);
        const auto after = future ? std::nullopt : day_in(away);
        past = before && *before <= today ? before : past;
        future = after && *after > today ? after : future;
    }
    // A weekday and a day of this month that agree leave no doubt.
    if (fields.weekday && past && future) {
        const DayInterval month = aligned_period(today, CalendarUnit::Month, 0);
        const bool past_is_here = *past >= *month.from;
        const bool future_is_here = *future < *month.to;
        if (!past_is_here && future_is_here) {
            return {one_day(*future), one_day(*past)};
        }
    }
    return past_then_future(context, past, future);
}

std::vector<DayInterval> yearless_readings(const DateContext& context,
                                           const CalendarFields& fields) {
    if (!context.today) {
        return {};
    }
    if (fields.month && fields.day) {
        return month_day_readings(context, fields);
    }
    if (fields.month) {
        return month_readings(context, *fields.month);
    }
    if (fields.day) {
        return day_readings(context, fields);
    }
    return weekday_readings(context, *fields.weekday);
}

void append_two_digits(int number, std::string& text) {
    text += '-';
    text += static_cast<char>('0' + number / 10);
    text += static_cast<char>('0' + number % 10);
}

/// Written for each month, day and weekday of a text, so by hand: a format took as long as finding
/// the day.
std::string yearless_text(const CalendarFields& fields) {
    std::string text = "XX";
    if (fields.month) {
        append_two_digits(*fields.month, text);
    } else if (fields.day) {
        text += "-XX";
    } else {
        text += "-W-";
        text += static_cast<char>('0' + *fields.weekday);
    }
    if (fields.day) {
        append_two_digits(*fields.day, text);
    }
    return text;
}

/// 29 February needs a leap year to exist in; any other day of a month a month with that many.
bool can_exist(const CalendarFields& fields) {
    constexpr int kLeapYear = 2000;
    return !fields.month || !fields.day ||
           calendar_day(fields.year.value_or(kLeapYear), *fields.month, *fields.day).has_value();
}

}  // namespace

DateContext DateContext::deeper() const {
    DateContext context = *this;
    ++context.depth;
    return context;
}

ParsedDate make_field_node(const DateContext& context, std::size_t begin, std::size_t end,
                           const CalendarFields& fields) {
    if (!can_exist(fields)) {
        return std::nullopt;
    }
    DateNode node;
    node.begin = begin;
    node.end = end;
    node.fields = fields;
    node.grain = fields.day || fields.weekday ? Grain::Day
                 : fields.month               ? Grain::Month
                                              : Grain::Year;
    if (!fields.year) {
        node.readings = yearless_readings(context, fields);
        node.text = yearless_text(fields);
    } else if (fields.month && fields.day) {
        node.readings = {one_day(*calendar_day(*fields.year, *fields.month, *fields.day))};
    } else if (fields.month) {
        node.readings = {whole_month(*fields.year, *fields.month)};
    } else {
        node.readings = {whole_year(*fields.year)};
    }
    return node;
}

DateNode make_interval_node(std::size_t begin, std::size_t end, Grain grain, DayInterval interval) {
    DateNode node;
    node.begin = begin;
    node.end = end;
    node.grain = grain;
    node.readings = {interval};
    return node;
}

DateNode make_period_node(const DateContext& context, std::size_t begin, std::size_t end,
                          CalendarUnit unit, int offset) {
    DateNode node;
    node.begin = begin;
    node.end = end;
    node.grain = unit_grain(unit);
    if (context.today) {
        node.readings = {aligned_period(*context.today, unit, offset)};
    }
    node.text = fmt::format("{}{:+}", unit_name(unit), offset);
    return node;
}

void add_reading(DateNode& node, const DayInterval& interval) {
    if (std::find(node.readings.begin(), node.readings.end(), interval) == node.readings.end()) {
        node.readings.push_back(interval);
    }
}

ParsedDate longer_of(ParsedDate a, ParsedDate b) {
    if (a && b) {
        return b->end > a->end ? std::move(b) : std::move(a);
    }
    return a ? std::move(a) : std::move(b);
}

std::string_view unit_name(CalendarUnit unit) {
    switch (unit) {
        case CalendarUnit::Second:
            return "second";
        case CalendarUnit::Minute:
            return "minute";
        case CalendarUnit::Hour:
            return "hour";
        case CalendarUnit::Day:
            return "day";
        case CalendarUnit::BusinessDay:
            return "business-day";
        case CalendarUnit::Night:
            return "night";
        case CalendarUnit::Weekend:
            return "weekend";
        case CalendarUnit::WorkWeek:
            return "work-week";
        case CalendarUnit::Week:
            return "week";
        case CalendarUnit::Fortnight:
            return "fortnight";
        case CalendarUnit::Month:
            return "month";
        case CalendarUnit::Quarter:
            return "quarter";
        case CalendarUnit::HalfYear:
            return "half-year";
        case CalendarUnit::Year:
            return "year";
        case CalendarUnit::Decade:
            return "decade";
        case CalendarUnit::Century:
            return "century";
    }
    return "";
}

bool is_plain_number(const DateContext& context, std::size_t i) {
    if (i > 0 && context.is_attached(i)) {
        const DateToken& left = context.at(i - 1);
        const bool is_joint = left.word == DateWord::Sign &&
                              (left.sign == '.' || left.sign == ',' || left.sign == ':');
        if (is_joint && i > 1 && context.is_attached(i - 1) &&
            context.is(i - 2, DateWord::Digits)) {
            return false;
        }
        if (left.word == DateWord::Sign &&
            (left.sign == '$' || left.sign == '#' || left.sign == U'€' || left.sign == U'£' ||
             left.sign == U'¥' || left.sign == '.')) {
            return false;
        }
        if (left.word == DateWord::None || left.word == DateWord::Suffix) {
            return false;
        }
    }
    const DateToken& right = context.at(i + 1);
    if (right.has_space_before) {
        return true;
    }
    if (right.word == DateWord::Sign) {
        const bool is_joint = right.sign == '.' || right.sign == ',' || right.sign == ':';
        const bool is_number_after =
            context.is(i + 2, DateWord::Digits) && !context.at(i + 2).has_space_before;
        return right.sign != '%' && !(is_joint && is_number_after);
    }
    return right.word != DateWord::None;
}

}  // namespace atodds
