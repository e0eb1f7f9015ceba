// Ranges of dates: from 3 to 7 May, May-June 2021, between 2014 and 2018.
//
// Both ends of a range may lack what the other states: the left one takes its month and year from
// the right one and the right one its month from the left one. A last day that is named is in the
// range; of a coarser end ("to 2018") the other reading, up to its start, is kept second.

#include "values/date_grammar.hpp"
#include "values/date_numbers.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

namespace atodds {
namespace {

using enum DateWord;
using std::chrono::days;

constexpr std::size_t kMostReadings = 4;

bool is_dash(const DateContext& context, std::size_t i) {
    return context.is_sign(i, '-') || context.is_sign(i, U'–') || context.is_sign(i, U'—') ||
           context.is_sign(i, '~');
}

/// One end of a range: a date, "now", a year or a bare day of the month. `best` is the single date
/// that starts there.
ParsedDate range_end_from(const DateContext& context, std::size_t i, ParsedDate best) {
    if (context.is(i, The)) {
        keep_longer(best, single_date_at(context.deeper(), i + 1));
    }
    if (context.is(i, Now)) {
        return make_period_node(context, i, i + 1, CalendarUnit::Day, 0);
    }
    const auto year = full_year_at(context, i);
    if (year && (!best || best->end <= year->end)) {
        return make_field_node(context, i, year->end, {year->value, {}, {}, {}});
    }
    if (best) {
        return best;
    }
    const auto day = day_number_at(context, i + (context.is(i, The) ? 1U : 0U));
    return day ? make_field_node(context, i, day->end, {{}, {}, day->value, {}}) : std::nullopt;
}

ParsedDate range_end_at(const DateContext& context, std::size_t i) {
    return range_end_from(context, i, single_date_at(context.deeper(), i));
}

/// Whether a word or sign that can join the ends of a bare range stands in tokens [from, end).
bool has_joint(const DateContext& context, std::size_t from, std::size_t end) {
    for (std::size_t at = from; at < end; ++at) {
        if (context.is(at, To) || context.is(at, Until) || is_dash(context, at)) {
            return true;
        }
    }
    return false;
}

bool is_day_only(const DateNode& node) {
    return node.fields.day && !node.fields.month && !node.fields.year;
}

/// "from 4 to 22 this month": the period behind two bare days.
ParsedDate month_behind_at(const DateContext& context, std::size_t i) {
    const std::size_t at = i + (context.is(i, Of) ? 1U : 0U);
    const bool is_month = context.is(at, Shift) && context.is(at + 1, Unit) &&
                          context.at(at + 1).value == static_cast<int>(CalendarUnit::Month);
    return is_month ? relative_date_at(context, at) : std::nullopt;
}

int month_order(const CalendarFields& fields) {
    return fields.month.value_or(1) * 100 + fields.day.value_or(1);
}

/// Fills what one end leaves to the other. False where the two cannot be one range.
bool share_fields(const DateContext& context, DateNode& left, DateNode& right) {
    CalendarFields& l = left.fields;
    CalendarFields& r = right.fields;
    if (l.is_empty() || r.is_empty()) {
        return !is_day_only(left) && !is_day_only(right);
    }
    if (is_day_only(left) && is_day_only(right) && !(l.weekday && r.weekday)) {
        if (const auto month = month_behind_at(context, right.end)) {
            if (month->readings.empty()) {
                return false;
            }
            const Day first = *month->readings.front().from;
            l.year = r.year = year_of(first);
            l.month = r.month = month_of(first);
            right.end = month->end;
        } else {
            // "from the 3rd to the 7th": the words have to be ordinals.
            return context.is(left.begin, The) && context.is(right.begin, The);
        }
    }
    if (is_day_only(left) && !l.weekday) {
        if (!r.month || !r.day) {
            return false;
        }
        l.month = r.month;
        // "30-7 Oct. 19" is a score and a date.
        if (*l.day >= *r.day) {
            return false;
        }
    }
    if (is_day_only(right) && !r.weekday) {
        if (!l.month || !l.day) {
            return false;
        }
        r.month = l.month;
        if (!r.year && !l.year) {
            if (const auto year = trailing_year_at(
                    context, right.end + (context.is_sign(right.end, ',') ? 1U : 0U))) {
                r.year = year->value;
                right.end = year->end;
            }
        }
    }
    if (r.year && !l.year && l.month) {
        l.year = *r.year - (r.month && month_order(l) > month_order(r) ? 1 : 0);
    } else if (l.year && !r.year && r.month) {
        r.year = *l.year + (l.month && month_order(l) > month_order(r) ? 1 : 0);
    }
    return true;
}

bool refresh(const DateContext& context, DateNode& node) {
    if (node.fields.is_empty()) {
        return true;
    }
    const auto fresh = make_field_node(context, node.begin, node.end, node.fields);
    if (!fresh) {
        return false;
    }
    node.readings = fresh->readings;
    node.text = fresh->text;
    node.grain = fresh->grain;
    return true;
}

/// Every reading of the left end with the first of the right one that lies behind it.
void combine_readings(const DateNode& left, const DateNode& right, DateNode& range) {
    std::vector<DayInterval> up_to_start;
    for (const DayInterval& from : left.readings) {
        std::vector<DayInterval> later;
        for (const DayInterval& to : right.readings) {
            if (from.from && to.from && to.to && *to.to > *from.from) {
                later.push_back(to);
            }
        }
        if (later.empty() || range.readings.size() >= kMostReadings) {
            continue;
        }
        const DayInterval last = *std::min_element(
            later.begin(), later.end(),
            [](const DayInterval& a, const DayInterval& b) { return *a.from < *b.from; });
        const Day start = left.point.value_or(*from.from);
        const Day end = right.point.value_or(*last.to);
        add_reading(range, {start, end});
        if (right.grain > Grain::Day && *last.from > start && !right.point) {
            up_to_start.push_back({start, *last.from});
        }
    }
    for (const DayInterval& reading : up_to_start) {
        add_reading(range, reading);
    }
}

ParsedDate joined(const DateContext& context, std::size_t begin, DateNode left, DateNode right) {
    if (!share_fields(context, left, right) || !refresh(context, left) ||
        !refresh(context, right)) {
        return std::nullopt;
    }
    DateNode range;
    range.begin = begin;
    range.end = right.end;
    range.grain = std::min(left.grain, right.grain);
    range.bound = Bound::Between;
    range.is_vague = left.is_vague || right.is_vague;
    combine_readings(left, right, range);
    const bool is_open = left.readings.empty() || right.readings.empty();
    if (is_open) {
        const auto form = [](const DateNode& node) {
            return node.readings.empty() ? node.text : to_text(node.readings.front());
        };
        range.text = fmt::format("{}..{}", form(left), form(right));
    }
    return range.readings.empty() && !is_open ? std::nullopt : ParsedDate{range};
}

/// "2019-20", "1939–45": the second year without its century.
ParsedDate short_year_range_at(const DateContext& context, std::size_t i) {
    const auto year = full_year_at(context, i);
    if (!year || !year->is_digits || !(is_dash(context, i + 1) || context.is_sign(i + 1, '/')) ||
        !context.is_attached(i + 1) || !context.is_attached(i + 2)) {
        return std::nullopt;
    }
    const DateToken& second = context.at(i + 2);
    const int last = year->value / 100 * 100 + second.value;
    const bool is_later = second.word == Digits && second.length == 2 &&
                          is_plain_number(context, i + 2) && last > year->value &&
                          last <= year->value + 10 && year->value < 2100;
    const bool goes_on = is_dash(context, i + 3) || context.is_sign(i + 3, '/');
    if (!is_later || goes_on) {
        return std::nullopt;
    }
    return make_interval_node(i, i + 3, Grain::Year,
                              {whole_year(year->value).from, whole_year(last).to});
}

struct Lead {
    std::size_t start = 0;
    bool is_from = false;
    bool is_between = false;
};

/// A range may stand bare between things that cannot be counted only: dates with a month, years
/// with a dash, weekdays with "to".
bool may_stand_bare(const DateContext& context, const DateNode& left, const DateNode& right,
                    std::size_t joint) {
    const bool is_year_pair = left.grain == Grain::Year && right.grain == Grain::Year &&
                              !left.fields.is_empty() && !right.fields.is_empty();
    if (is_year_pair) {
        const bool is_modern = *left.fields.year >= 1500 && *right.fields.year < 2100 &&
                               *left.fields.year < *right.fields.year;
        const bool is_score = context.is_sign(right.end, '-') || context.is_sign(joint, '~');
        const DateToken& after = context.at(right.end);
        const bool counts = after.word == None && !after.is_capital && after.has_space_before &&
                            context.text_of(right.end).ends_with('s');
        return is_modern && !is_score && !counts && context.before(left.begin).word != Hedge;
    }
    if (is_day_only(left) && !left.fields.weekday) {
        return right.fields.month.has_value();
    }
    // "on Monday to discuss" is stopped by its right end; "Friday - Monday" and the like are fine.
    return true;
}

ParsedDate range_after(const DateContext& context, std::size_t begin, const Lead& lead,
                       const ParsedDate& left) {
    if (!left) {
        return std::nullopt;
    }
    std::size_t at = left->end;

    // "between 1 May 2005, and 8 June 2006"
    at += lead.is_between && context.is_sign(at, ',') && context.is(at + 1, And) ? 1U : 0U;
    const bool is_joint = lead.is_between
                              ? context.is(at, And) || is_dash(context, at) || context.is(at, To)
                              : context.is(at, To) || context.is(at, Until) || is_dash(context, at);
    if (!is_joint) {
        return std::nullopt;
    }
    const std::size_t joint = at;
    ++at;
    // "up until", "through to"
    at += context.is(joint, To) && context.is(at, To) ? 1U : 0U;
    at += context.is(at, From) ? 1U : 0U;
    const ParsedDate right = range_end_at(context, at);
    if (!right) {
        return std::nullopt;
    }
    const bool has_lead = lead.is_from || lead.is_between;
    if (!has_lead && !may_stand_bare(context, *left, *right, joint)) {
        return std::nullopt;
    }
    if (has_lead && is_day_only(*left) && is_day_only(*right) &&
        !month_behind_at(context, right->end) && !left->fields.weekday &&
        !(context.is(left->begin, The) && context.is(right->begin, The))) {
        return std::nullopt;
    }
    return joined(context, begin, *left, *right);
}

ParsedDate range_after(const DateContext& context, std::size_t begin, const Lead& lead) {
    return range_after(context, begin, lead, range_end_at(context, lead.start));
}

/// A range with nothing before its left end, which `single` is where it is a date. Most dates are
/// followed by no joint, and then the other left ends need not be tried.
ParsedDate bare_range_at(const DateContext& context, std::size_t i, const ParsedDate& single) {
    constexpr std::size_t kLongestYear = 8;  // "two thousand and twenty-one AD", in tokens
    const std::size_t reach = std::max(i + kLongestYear, single ? single->end + 1 : 0);
    if (!context.is(i, The) && !has_joint(context, i + 1, reach)) {
        return std::nullopt;
    }
    return range_after(context, i, {.start = i}, range_end_from(context, i, single));
}

/// "Feb between 2-7, 2018", "last week between Friday and Sunday".
ParsedDate framed_range_at(const DateContext& context, std::size_t i) {
    const bool is_month = context.is(i, Month) && context.is(i + 1, Between);
    if (!is_month) {
        return std::nullopt;
    }
    const auto first = day_number_at(context, i + 2);
    if (!first || !(context.is(first->end, And) || is_dash(context, first->end))) {
        return std::nullopt;
    }
    const auto second = day_number_at(context, first->end + 1);
    if (!second) {
        return std::nullopt;
    }
    const int month = context.at(i).value;
    const auto year = trailing_year_at(context, second->end);
    const std::size_t end = year ? year->end : second->end;
    const std::optional<int> year_value = year ? std::optional{year->value} : std::nullopt;
    const auto left = make_field_node(context, i, end, {year_value, month, first->value, {}});
    const auto right = make_field_node(context, i, end, {year_value, month, second->value, {}});
    return left && right ? joined(context, i, *left, *right) : std::nullopt;
}

/// `single` is the date at i, where there is one.
ParsedDate date_range_at(const DateContext& context, std::size_t i, const ParsedDate& single) {
    if (context.depth > 0) {
        return std::nullopt;
    }
    ParsedDate best;
    const DateWord word = context.at(i).word;
    if (word == From) {
        best = range_after(context, i, {.start = i + 1, .is_from = true});
        if (const auto years = short_year_range_at(context, i + 1); years && !best) {
            best = years;
            best->begin = i;
        }
    } else if (word == Between) {
        best = range_after(context, i, {.start = i + 1, .is_between = true});
        if (const auto years = short_year_range_at(context, i + 1); years && !best) {
            best = years;
            best->begin = i;
        }
    } else {
        best = longer_of(bare_range_at(context, i, single), short_year_range_at(context, i));
        keep_longer(best, framed_range_at(context, i));
    }
    return best;
}

}  // namespace

ParsedDate date_mention_at(const DateContext& context, std::size_t i) {
    ParsedDate best = single_date_at(context, i);
    ParsedDate range = date_range_at(context, i, best);
    keep_longer(best, std::move(range));
    return longer_of(std::move(best), bounded_date_at(context, i));
}

}  // namespace atodds
