// Dates by name: months, weekdays, days of the month and years, in every common order.

#include "values/date_grammar.hpp"
#include "values/date_numbers.hpp"

namespace atodds {
namespace {

using enum DateWord;

bool is_dash(const DateContext& context, std::size_t i) {
    return context.is_sign(i, '-') || context.is_sign(i, U'–') || context.is_sign(i, U'—');
}

/// Behind an abbreviation, a full stop belongs to it: "Sept. 1", "Wed."
std::size_t skip_abbreviation_stop(const DateContext& context, std::size_t i) {
    return context.is_sign(i, '.') && context.is_attached(i) ? i + 1 : i;
}

/// "," "of" "in" "/" "-" between the parts of one date.
std::size_t skip_year_joint(const DateContext& context, std::size_t i) {
    if (context.is_sign(i, ',') || context.is(i, Of) || context.is(i, In)) {
        return i + 1;
    }
    const bool is_tight = context.is_attached(i) && context.is_attached(i + 1);
    return is_tight && (context.is_sign(i, '/') || context.is_sign(i, '-')) ? i + 1 : i;
}

struct YearPart {
    std::optional<int> year;
    std::size_t end;
};

YearPart read_year(const DateContext& context, std::size_t end, bool has_day) {
    const std::size_t at = skip_year_joint(context, end);
    const auto year = trailing_year_at(context, at);
    if (!year) {
        return {std::nullopt, end};
    }
    // Without a day "May 12" is a day of May, and "in April, 30" nothing at all.
    const bool is_short = year->is_digits && context.at(year->end - 1).length == 2;
    const bool has_apostrophe = context.is_sign(at, '\'') || context.is_sign(at, U'’');
    const bool is_joined_by_comma = context.is_sign(end, ',') || context.is(end, In);
    if (is_short && !has_apostrophe && !has_day &&
        (is_joined_by_comma || context.at(at).value <= 31)) {
        return {std::nullopt, end};
    }
    // "July 13-15" is two days; only "13-Jul-15" has the joint twice.
    const bool is_joined = is_dash(context, end) || context.is_sign(end, '/');
    if (is_short && is_joined && end >= 2 && !context.is_sign(end - 2, context.at(end).sign)) {
        return {std::nullopt, end};
    }
    return {year->value, year->end};
}

/// The number behind month i is its day, and not a count ("in May 12 people"), the start of
/// another sentence ("in May. 12 people") or of a list ("in June, 5").
bool is_day_behind_month(const DateContext& context, std::size_t i, const NumberAt& day) {
    if (day.is_ordinal) {
        return true;
    }
    const DateToken& right = context.at(day.end);
    const bool is_counted = right.word == None && !right.is_capital && right.has_space_before;
    const bool has_stop = context.is_sign(i + 1, '.') && !context.at(i).is_short;
    if (context.is_sign(i + 1, ',') || right.word == Unit || right.word == Power ||
        right.word == More) {
        return false;
    }
    if (has_stop) {
        return right.word == Stop || right.word == Sign;
    }
    return !(is_counted && context.before(i).word == In);
}

/// "Oct. 2, 2017", "October, 1st", "june the 28th 2020", "Dec31", "Jan/3", "May 2015".
ParsedDate month_first_at(const DateContext& context, std::size_t begin, std::size_t i) {
    CalendarFields fields;
    fields.month = context.at(i).value;
    const std::size_t after_month = skip_abbreviation_stop(context, i + 1);
    std::size_t at = after_month;
    if (context.is_sign(at, ',') ||
        (context.is_attached(at) && (context.is_sign(at, '/') || context.is_sign(at, '-')))) {
        ++at;
    }
    at += context.is(at, The) ? 1U : 0U;
    // "September-2020-23" has the year in the middle.
    const auto middle_year = full_year_at(context, at);
    if (middle_year && middle_year->is_digits && is_dash(context, middle_year->end) &&
        context.is_attached(middle_year->end) && context.is_attached(middle_year->end + 1)) {
        if (const auto day = day_number_at(context, middle_year->end + 1)) {
            fields.year = middle_year->value;
            fields.day = day->value;
            return make_field_node(context, begin, day->end, fields);
        }
    }
    const auto day = middle_year ? std::nullopt : day_number_at(context, at);
    if (!day || !is_day_behind_month(context, i, *day)) {
        const YearPart part = read_year(context, after_month, false);
        fields.year = part.year;
        return make_field_node(context, begin, part.year ? part.end : i + 1, fields);
    }
    fields.day = day->value;
    const YearPart part = read_year(context, day->end, true);
    fields.year = part.year;
    return make_field_node(context, begin, part.end, fields);
}

/// "3 March 2017", "the 15th day of June", "23/Sep/2020", "15SEP", "12 of Nov".
ParsedDate day_first_at(const DateContext& context, std::size_t begin, std::size_t i) {
    std::size_t at = i + (context.is(i, The) ? 1U : 0U);
    const auto day = day_number_at(context, at);
    if (!day) {
        return std::nullopt;
    }
    at = day->end;
    if (context.is(at, Unit) && context.text_of(at) == "day" && context.is(at + 1, Of)) {
        ++at;
    }
    const bool is_tight = context.is_attached(at) && context.is_attached(at + 1);
    if (context.is(at, Of) ||
        (is_tight && (context.is_sign(at, '/') || context.is_sign(at, '-')))) {
        ++at;
    }
    if (!context.is(at, Month)) {
        return std::nullopt;
    }
    CalendarFields fields;
    fields.day = day->value;
    fields.month = context.at(at).value;
    const std::size_t end =
        context.at(at).is_short ? skip_abbreviation_stop(context, at + 1) : at + 1;
    const YearPart part = read_year(context, end, true);
    fields.year = part.year;
    // "all 5 may attend": the modal verb has no ordinal before it and no end of phrase behind it.
    const bool is_modal = !context.at(at).is_capital &&
                          (*fields.month == 5 || *fields.month == 3) && !part.year &&
                          !day->is_ordinal &&
                          (context.is(end, None) || context.is(end, Function) ||
                           (!day->is_digits && day->end == i + 1));
    return is_modal ? std::nullopt
                    : make_field_node(context, begin, part.year ? part.end : at + 1, fields);
}

/// "2017 april", "2019-aug-1", "2020/23/Sep", "2012/Aug/10".
ParsedDate year_first_at(const DateContext& context, std::size_t i) {
    const auto year = full_year_at(context, i);
    if (!year || !year->is_digits) {
        return std::nullopt;
    }
    CalendarFields fields;
    fields.year = year->value;
    std::size_t at = year->end;
    const bool is_joined = context.is_sign(at, '-') || context.is_sign(at, '/');
    at += is_joined ? 1U : 0U;
    if (is_joined && context.is(at, Digits) && context.is_sign(at + 1, context.at(at - 1).sign) &&
        context.is(at + 2, Month)) {
        fields.day = context.at(at).value;
        fields.month = context.at(at + 2).value;
        const bool is_day = *fields.day >= 1 && *fields.day <= 31;
        return is_day ? make_field_node(context, i, at + 3, fields) : std::nullopt;
    }
    if (!context.is(at, Month)) {
        return std::nullopt;
    }
    fields.month = context.at(at).value;
    const bool is_dated = is_joined && context.is_sign(at + 1, context.at(at - 1).sign);
    if (const auto day = is_dated ? day_number_at(context, at + 2) : std::nullopt) {
        fields.day = day->value;
        return make_field_node(context, i, day->end, fields);
    }
    // "in 2017 May said": the month must not begin a date or a name of its own.
    const bool is_own = day_number_at(context, at + 1).has_value() && !is_joined;
    return is_own ? std::nullopt : make_field_node(context, i, at + 1, fields);
}

bool is_preposition(DateWord word) {
    return word == In || word == On || word == Since || word == By || word == Until ||
           word == From || word == Before || word == After || word == During || word == Between ||
           word == Of || word == To || word == For || word == Part || word == Shift ||
           word == Starting || word == Over || word == Within;
}

/// Months that are also verbs, adjectives or names need company: "may", "march", "august",
/// abbreviations, and "April Jones".
bool is_month_alone(const DateContext& context, const DateNode& node, std::size_t i) {
    const DateToken& month = context.at(i);
    const DateToken& left = context.before(node.begin);
    const DateToken& right = context.at(node.end);
    const bool is_whole = left.word == Stop && right.word == Stop;
    const bool is_common = month.is_short || month.value == 5 || month.value == 3 ||
                           (month.value == 8 && !month.is_capital);
    const bool has_lead = is_preposition(left.word) && left.word != On;
    // In a list or a range of months one supports the other.
    const bool has_peer = (left.word == And || left.word == Or || context.is_sign(i - 1, ',') ||
                           is_dash(context, i - 1)) &&
                          i > 1 && context.is(i - 2, Month);
    const bool has_next_peer = (right.word == And || right.word == Or || right.word == To ||
                                right.word == Until || is_dash(context, node.end)) &&
                               (context.is(node.end + 1, Month) || context.is(node.end + 1, The) ||
                                full_year_at(context, node.end + 1).has_value());
    if (is_whole) {
        return month.is_capital || !month.is_short;
    }
    if (is_common && !month.is_capital) {
        return has_lead && left.word != To && left.word != For && left.word != By;
    }
    if (is_common) {
        return has_lead || has_peer || has_next_peer || left.word == The;
    }
    const bool is_name = right.word == None && right.is_capital && month.is_capital;
    return !is_name || has_lead || left.word == The;
}

/// "It sank on a Sunday", "a Friday night": any of them. "A Sunday vote" is one that was spoken of.
bool is_any_such_day(const DateContext& context, std::size_t begin, std::size_t end) {
    const std::size_t after = end + (context.is(end, Unit) ? 1U : 0U);
    return context.before(begin).word == Article && ends_phrase(context, after);
}

/// "fri", "Sat": days that are also other words need company, too.
bool is_weekday_alone(const DateContext& context, std::size_t begin, std::size_t end) {
    const DateToken& weekday = context.at(begin);
    const DateToken& left = context.before(begin);
    const bool is_model = context.is_sign(begin + 1, '-') && context.is_attached(begin + 1);
    if (left.word == Every || (weekday.is_short && is_model) ||
        is_any_such_day(context, begin, end)) {
        return false;
    }
    if (!weekday.is_short) {
        return true;
    }
    if (left.word == Stop && context.is(end, Stop)) {
        return true;
    }
    const bool is_or_list = (left.word == Or || left.word == And || left.word == To) && begin > 1 &&
                            context.is(begin - 2, Weekday);
    return weekday.is_capital && (left.word == On || left.word == Until || left.word == By ||
                                  left.word == Shift || left.word == Since || is_or_list);
}

/// "Friday", "Tuesday the 19th", "Friday 31", "Wed, 22 of Jan", "this Friday-Jun-15", "Friday 7/6".
ParsedDate weekday_first_at(const DateContext& context, std::size_t i) {
    const int weekday = context.at(i).value;
    const std::size_t after = skip_abbreviation_stop(context, i + 1);
    std::size_t at = after;
    at += context.is_sign(at, ',') || is_dash(context, at) ? 1U : 0U;
    ParsedDate inner;
    if (context.is(at, Month)) {
        inner = month_first_at(context, i, at);
        inner = inner && inner->fields.day ? inner : std::nullopt;
    } else {
        inner = day_first_at(context, i, at);
        inner = inner ? inner : numeric_date_at(context, at);
    }
    if (inner && !inner->fields.is_empty() && inner->fields.day) {
        CalendarFields fields = inner->fields;
        fields.weekday = weekday;
        return make_field_node(context, i, inner->end, fields);
    }
    const std::size_t day_at = at + (context.is(at, The) ? 1U : 0U);
    const auto day = day_number_at(context, day_at);
    const bool is_bare = day && !day->is_ordinal && day_at == at;
    const bool is_compound = day && is_dash(context, day->end) && context.is_attached(day->end);
    if (day && !is_compound && !context.is(day->end, Unit) && !is_dash(context, after) &&
        !(is_bare && (!ends_phrase(context, day->end) || at != after || !day->is_digits))) {
        return make_field_node(context, i, day->end, {{}, {}, day->value, weekday});
    }
    return is_weekday_alone(context, i, after)
               ? make_field_node(context, i, i + 1, {{}, {}, {}, weekday})
               : std::nullopt;
}

/// "the 21st", "the 27", "on the twenty second": a day of a month that is not named. Ranks
/// ("the 2nd round", "the first") are not: nothing but the end of the phrase may follow.
ParsedDate day_alone_at(const DateContext& context, std::size_t i) {
    if (!context.is(i, The)) {
        return std::nullopt;
    }
    const auto day = day_number_at(context, i + 1);
    if (!day) {
        return std::nullopt;
    }
    const DateToken& left = context.before(i);
    const DateToken& right = context.at(day->end);
    // "the 12-year-old" is no day.
    const bool is_compound = is_dash(context, day->end) && context.is_attached(day->end);
    const bool is_end =
        !is_compound && (right.word == Stop || right.word == Sign || right.word == And ||
                         right.word == To || right.word == Until || right.word == At);
    const bool is_dated =
        left.word == On || left.word == By || left.word == Until || left.word == Since ||
        (left.word == For && (!day->is_ordinal || day->value > 12)) ||
        ((left.word == From || left.word == Between || left.word == And || left.word == To) &&
         day->is_ordinal && day->is_digits);
    // "On the first, ..." is a rank in a list as often as a date.
    const bool is_rank = day->is_ordinal && !day->is_digits && day->value < 13;
    const bool is_count = !day->is_ordinal && left.word != For && left.word != On;
    return is_end && is_dated && !is_rank && !is_count
               ? make_field_node(context, i, day->end, {{}, {}, day->value, {}})
               : std::nullopt;
}

/// Lower-case nouns behind a number are counted by it: "2000 people".
bool is_counted(const DateContext& context, std::size_t end) {
    const DateToken& right = context.at(end);
    return !right.has_space_before
               ? right.word == None
               : (right.word == None && !right.is_capital) || right.word == Unit ||
                     right.word == Digits || right.word == Power || right.word == Cardinal ||
                     right.word == More || right.word == Old;
}

bool is_plural_noun(const DateContext& context, std::size_t i) {
    const std::string_view word = context.text_of(i);
    return word.ends_with('s') || word == "people" || word == "men" || word == "women";
}

/// A year with nothing else: after words that time follows, or as a noun phrase of its own.
bool is_year_alone(const DateContext& context, const NumberAt& year, std::size_t i) {
    const DateToken& left = context.before(i);
    const bool is_modern = year.value >= 1900 && year.value < 2060;
    const bool counts = is_counted(context, year.end);
    // Part of a longer number that is no date: "2015-32".
    const bool is_joined = (context.is_sign(year.end, '-') || context.is_sign(year.end, '/')) &&
                           context.is_attached(year.end) && context.is_attached(year.end + 1) &&
                           context.is(year.end + 1, Digits);
    if (is_joined) {
        return false;
    }
    if (left.word == YearLabel || (left.word == Unit && context.text_of(i - 1) == "year") ||
        (left.word == Part && left.value <= static_cast<int>(PartWord::Late))) {
        return true;
    }
    if (left.word == In || left.word == During || left.word == Since || left.word == Until) {
        // "in 2024 sales grew" is a year; a round 2000 and people are counted.
        const std::string_view noun = context.text_of(year.end);
        const bool is_people = counts && is_plural_noun(context, year.end) &&
                               (!noun.ends_with('s') || year.value == 2000);
        return year.value >= 1100 && (!counts || (is_modern && !is_people));
    }
    if (left.word == Before || left.word == After || left.word == By || left.word == From ||
        left.word == Between || left.word == Starting || left.word == Of || left.word == Than ||
        left.word == For) {
        const bool is_open = left.word == Than || left.word == For;
        // "in the first months of 2025 profit fell", "the class of 2023 left"
        const bool is_part = left.word == Of && i > 1 && context.is(i - 2, Unit);
        if (counts && is_modern && !is_open && context.at(year.end).has_space_before &&
            context.is(year.end, None) && (is_part || !is_plural_noun(context, year.end))) {
            return true;
        }
        return !counts && (is_modern || (!is_open && year.value >= 1500 && year.value < 2100));
    }
    if (!is_modern) {
        return false;
    }
    if (left.word == The) {
        return !counts || !is_plural_noun(context, year.end);
    }
    if (counts || !ends_phrase(context, year.end)) {
        return false;
    }
    if (left.word == And || left.word == Or || left.word == To || context.is_sign(i - 1, ',')) {
        return i > 1 && context.is(i - 2, Digits) && context.at(i - 2).length == 4;
    }
    const bool is_opening = left.word == Sign && (left.sign == '(' || left.sign == '=' ||
                                                  left.sign == '[' || left.sign == '~');
    const bool starts_range = context.is(year.end, To) || is_dash(context, year.end);
    return left.word == Stop || is_opening || (starts_range && left.word != None);
}

ParsedDate year_alone_at(const DateContext& context, std::size_t i) {
    const auto year = full_year_at(context, i);
    if (!year) {
        // "8 AD", "44 BC": the era makes a year of any number.
        const bool is_small =
            context.is(i, Digits) && context.at(i).length <= 4 && is_plain_number(context, i);
        const NumberAt plain{context.at(i).value, i + 1, false, true};
        const NumberAt old = is_small ? with_era(context, plain) : plain;
        return old.end != plain.end ? make_field_node(context, i, old.end, {old.value, {}, {}, {}})
                                    : std::nullopt;
    }
    const NumberAt dated = with_era(context, *year);
    if (dated.end == year->end && !is_year_alone(context, *year, i)) {
        return std::nullopt;
    }
    return make_field_node(context, i, dated.end, {dated.value, {}, {}, {}});
}

/// "AD 79".
ParsedDate era_first_at(const DateContext& context, std::size_t i) {
    const DateToken& year = context.at(i + 1);
    const bool is_year = context.text_of(i) == "AD" && year.word == Digits && year.length <= 4 &&
                         year.value > 0 && is_plain_number(context, i + 1);
    return is_year ? make_field_node(context, i, i + 2, {year.value, {}, {}, {}}) : std::nullopt;
}

}  // namespace

ParsedDate absolute_date_at(const DateContext& context, std::size_t i) {
    switch (context.at(i).word) {
        case Month: {
            ParsedDate node = month_first_at(context, i, i);
            const bool is_bare = node && !node->fields.year && !node->fields.day;
            return is_bare && !is_month_alone(context, *node, i) ? std::nullopt : node;
        }
        case Weekday:
            return weekday_first_at(context, i);
        case Era:
            return era_first_at(context, i);
        case The:
            return longer_of(day_first_at(context, i, i), day_alone_at(context, i));
        case Digits:
            return longer_of(longer_of(day_first_at(context, i, i), year_first_at(context, i)),
                             year_alone_at(context, i));
        case Cardinal:
        case Ordinal:
            return longer_of(day_first_at(context, i, i), year_alone_at(context, i));
        default:
            return std::nullopt;
    }
}

}  // namespace atodds
