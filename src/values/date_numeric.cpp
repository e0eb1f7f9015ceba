// Dates in figures. Month first as in US news, unless the first number cannot be a month; with
// full stops between them the day is first. What is no date (a score, a version, a fraction, a
// telephone number) is left alone, see skip_number_run.

#include "values/date_grammar.hpp"
#include "values/date_numbers.hpp"

#include <array>

namespace atodds {
namespace {

using enum DateWord;

struct FigureRun {
    std::array<std::size_t, 3> at{};  ///< tokens of the numbers
    std::size_t count = 0;
    std::size_t end = 0;
    char32_t joint = 0;
    bool is_loose = false;   ///< blanks around a joint
    bool is_longer = false;  ///< a fourth number follows
};

bool is_joint(const DateToken& token) {
    return token.word == Sign && (token.sign == '/' || token.sign == '-' || token.sign == '.');
}

/// Numbers joined by one and the same sign. Blanks around it are kept for two numbers only.
FigureRun figure_run_at(const DateContext& context, std::size_t i) {
    FigureRun run;
    run.at[0] = i;
    run.count = 1;
    run.end = i + 1;
    while (is_joint(context.at(run.end)) && context.is(run.end + 1, Digits)) {
        const DateToken& sign = context.at(run.end);
        const bool is_loose = sign.has_space_before || context.at(run.end + 1).has_space_before;
        if ((run.count > 1 && (sign.sign != run.joint || is_loose || run.is_loose)) ||
            (is_loose && sign.sign == '.')) {
            run.is_longer = run.count > 1 && !is_loose && !run.is_loose && sign.sign == run.joint;
            break;
        }
        if (run.count == run.at.size()) {
            run.is_longer = true;
            break;
        }
        run.joint = sign.sign;
        run.is_loose = is_loose;
        run.at[run.count++] = run.end + 1;
        run.end += 2;
    }
    return run;
}

/// The run is not glued to a letter, a sign or another number on either side.
bool stands_alone(const DateContext& context, const FigureRun& run) {
    const std::size_t first = run.at[0];
    if (context.is_attached(first)) {
        const DateToken& left = context.before(first);
        const bool is_glue =
            left.word == Sign && (left.sign == '/' || left.sign == '.' || left.sign == ':' ||
                                  left.sign == '$' || left.sign == '#' || left.sign == ',');
        const bool is_digit_joint = is_joint(left) && left.sign == run.joint && first > 1 &&
                                    context.is(first - 2, Digits) && context.is_attached(first - 1);
        if (is_glue || is_digit_joint || left.word == Digits || left.word == None) {
            return false;
        }
    }
    const DateToken& right = context.at(run.end);
    if (right.has_space_before) {
        return true;
    }
    if (right.word == Sign) {
        const bool is_decimal = right.sign == ',' || right.sign == '.' || right.sign == ':';
        const bool has_number =
            context.is(run.end + 1, Digits) && !context.at(run.end + 1).has_space_before;
        // "08/12,2015": a comma before a year is no thousands separator.
        const bool has_year = right.sign == ',' && context.at(run.end + 1).length == 4;
        return right.sign != '%' && !(is_decimal && has_number && !has_year);
    }
    // ISO times start with a T.
    return right.word == Stop || context.text_of(run.end) == "T";
}

CalendarFields three_fields(const DateContext& context, const FigureRun& run) {
    const auto value = [&](std::size_t n) { return context.at(run.at[n]).value; };
    const auto length = [&](std::size_t n) { return context.at(run.at[n]).length; };
    if (length(0) == 4 && length(1) <= 2 && length(2) <= 2) {
        const bool is_swapped = value(1) > 12 && value(2) <= 12;
        return {value(0), value(is_swapped ? 2 : 1), value(is_swapped ? 1 : 2), {}};
    }
    if (length(0) > 2 || length(1) > 2 || (length(2) != 4 && length(2) != 2)) {
        return {};
    }
    // "1.10.30" is a version; only a padded date has full stops and a short year.
    if (length(2) == 2 && run.joint == '.' && (length(0) != 2 || length(1) != 2)) {
        return {};
    }
    const int year = length(2) == 2 ? expand_two_digits(value(2)) : value(2);
    const bool day_is_first = run.joint == '.' ? value(1) <= 12 : value(0) > 12;
    return {year, value(day_is_first ? 1 : 0), value(day_is_first ? 0 : 1), {}};
}

/// "2016-11", "11/2016".
CalendarFields year_and_month(const DateContext& context, const FigureRun& run) {
    const DateToken& first = context.at(run.at[0]);
    const DateToken& second = context.at(run.at[1]);
    const auto is_year = [](const DateToken& token) {
        return token.length == 4 && token.value >= 1900 && token.value <= 2100;
    };
    const auto is_month = [](const DateToken& token) {
        return token.length <= 2 && token.value >= 1 && token.value <= 12;
    };
    if (run.joint == '.') {
        return {};
    }
    // "the 2009-10 season" is two years.
    const bool is_season =
        second.length == 2 && second.value == first.value % 100 + 1 && context.is(run.end, None);
    if (is_year(first) && is_month(second) && !is_season) {
        return {first.value, second.value, {}, {}};
    }
    if (is_month(first) && is_year(second)) {
        return {second.value, first.value, {}, {}};
    }
    return {};
}

/// Two small numbers are a date only where the words before them say so: "on 4-22", "by 11/20".
bool is_date_context(const DateContext& context, const FigureRun& run) {
    const std::size_t i = run.at[0];
    const DateToken& left = context.before(i);
    const bool is_whole = left.word == Stop && context.is(run.end, Stop);
    const bool is_lead = left.word == On || left.word == By || left.word == Until ||
                         left.word == Weekday || left.word == Since || left.word == Starting;
    // A dash after "from" and "between" joins two numbers: "between 9-6".
    const bool is_range_lead =
        (left.word == From || left.word == Between || left.word == Before || left.word == After) &&
        run.joint == '/';
    if (context.is(run.end, Month)) {
        return false;
    }
    const bool is_week = left.word == Of && i > 1 && context.is(i - 2, Unit);
    if (is_whole || is_lead || is_range_lead || is_week) {
        return true;
    }
    if (run.joint != '/' || run.is_loose) {
        return false;
    }
    // After another figure date in a list, or as a sentence of its own.
    const bool is_listed = (context.is_sign(i - 1, ',') || left.word == Or || left.word == And ||
                            left.word == To || context.is_sign(i - 1, '-')) &&
                           i > 3 && context.is(i - 2, Digits) && context.is_sign(i - 3, '/');
    const bool is_opening = left.word == Sign && left.sign == '?';
    // A padded number or one above its partner is no fraction: 22/04, 14/4.
    const DateToken& first = context.at(i);
    const DateToken& second = context.at(run.at[1]);
    const bool is_padded =
        context.text_of(run.at[1]).front() == '0' || context.text_of(i).front() == '0';
    const bool is_improper =
        first.value > 12 && first.value > second.value && second.value > 1 && first.value != 24;
    return is_listed || is_opening || is_padded || is_improper;
}

CalendarFields month_and_day(const DateContext& context, const FigureRun& run) {
    const DateToken& first = context.at(run.at[0]);
    const DateToken& second = context.at(run.at[1]);
    if (first.length > 2 || second.length > 2 || !is_date_context(context, run)) {
        return {};
    }
    const bool is_tight_stop = run.joint != '.' || second.length == 2;
    const bool day_is_first = first.value > 12;
    const int month = day_is_first ? second.value : first.value;
    const int day = day_is_first ? first.value : second.value;
    if (!is_tight_stop || month < 1 || month > 12 || day < 1 || day > 31) {
        return {};
    }
    return {{}, month, day, {}};
}

/// 20160930 as one run of digits.
ParsedDate compact_date_at(const DateContext& context, std::size_t i) {
    const DateToken& token = context.at(i);
    if (token.length != 8 || token.value < 19000101 || token.value > 21001231 ||
        !is_plain_number(context, i)) {
        return std::nullopt;
    }
    const CalendarFields fields{
        token.value / 10000, token.value / 100 % 100, token.value % 100, {}};
    return calendar_day(*fields.year, *fields.month, *fields.day)
               ? make_field_node(context, i, i + 1, fields)
               : std::nullopt;
}

}  // namespace

ParsedDate numeric_date_at(const DateContext& context, std::size_t i) {
    if (!context.is(i, Digits)) {
        return std::nullopt;
    }
    FigureRun run = figure_run_at(context, i);
    if (run.count == 1) {
        return compact_date_at(context, i);
    }
    if (run.is_longer || !stands_alone(context, run)) {
        return std::nullopt;
    }
    CalendarFields fields =
        run.count == 3 ? three_fields(context, run) : year_and_month(context, run);
    if (fields.is_empty() && run.count == 2) {
        fields = month_and_day(context, run);
        std::size_t at = run.end + (context.is_sign(run.end, ',') ? 1 : 0);
        const DateToken& year = context.at(at);
        const bool is_year =
            year.word == Digits && year.length == 4 && year.value >= 1900 && year.value <= 2100;
        if (!fields.is_empty() && at > run.end && is_year) {
            fields.year = year.value;
            run.end = at + 1;
        }
    }
    const bool is_possible = fields.month && *fields.month >= 1 && *fields.month <= 12 &&
                             (!fields.day || *fields.day >= 1);
    return is_possible ? make_field_node(context, i, run.end, fields) : std::nullopt;
}

std::size_t skip_number_run(const DateContext& context, std::size_t i) {
    if (!context.is(i, Digits)) {
        return i;
    }
    std::size_t end = i + 1;
    std::size_t count = 1;
    while (is_joint(context.at(end)) && context.is_attached(end) && context.is(end + 1, Digits) &&
           context.is_attached(end + 1)) {
        end += 2;
        ++count;
    }
    return count >= 3 ? end : i;
}

}  // namespace atodds
