// Ranges, changes and ratios: two measures and what stands between them.

#include "base/hash.hpp"
#include "values/bound_reader.hpp"
#include "values/keywords.hpp"
#include "values/reading.hpp"
#include "values/unit_table.hpp"

#include <string_view>
#include <utility>

namespace atodds {
namespace {

Keyword keyword(const LexemeView& view, std::size_t at) {
    return find_keyword(view.word_id(at));
}

enum class Joint : std::uint8_t { None, Dash, To, UpTo, And, Or, PlusMinus, In, Over };

struct JointMatch {
    Joint joint = Joint::None;
    std::size_t end = 0;
};

JointMatch find_joint(const LexemeView& view, std::size_t at) {
    if (view.is_dash(at) || view.is_sign(at, U'~') || view.is_sign(at, U'\u2212') ||
        view.is_sign(at, U'\uFF5E')) {
        return {Joint::Dash, at + 1};
    }
    if (view.is_sign(at, U'\u00B1')) {
        return {Joint::PlusMinus, at + 1};
    }
    switch (keyword(view, at)) {
        case Keyword::Up:
            return keyword(view, at + 1) == Keyword::To && view.slice(at) == "up"
                       ? JointMatch{Joint::UpTo, at + 2}
                       : JointMatch{};
        case Keyword::To:
        case Keyword::Through:
            return {Joint::To, at + 1};
        case Keyword::And:
            return {Joint::And, at + 1};
        case Keyword::Or:
            return {Joint::Or, at + 1};
        case Keyword::In:
            return {Joint::In, is_word(view, at + 1, "every") ? at + 2 : at + 1};
        case Keyword::Over:
            return {Joint::Over, at + 1};
        case Keyword::Out:
            return keyword(view, at + 1) != Keyword::Of ? JointMatch{}
                   : is_word(view, at + 2, "every")     ? JointMatch{Joint::In, at + 3}
                                                        : JointMatch{Joint::In, at + 2};
        default:
            return {};
    }
}

/// Gives both ends one type and unit: "10 to 12 percent", "$10-20", "5 km to 500 m" (in metres).
bool unify(Measure& low, Measure& high) {
    if (low.type == high.type && low.unit == high.unit && low.per == high.per) {
        return true;
    }
    if (low.type == ValueType::Ordinal || high.type == ValueType::Ordinal) {
        return false;
    }
    if (!low.has_unit() && high.has_unit() && !high.is_prefixed) {
        low.type = high.type;
        low.unit = high.unit;
        low.dimension = high.dimension;
        low.per = high.per;
        low.is_age = high.is_age;
        return true;
    }
    const bool may_lend = low.is_prefixed || low.type == ValueType::Percent ||
                          low.type == ValueType::PercentagePoints ||
                          low.type == ValueType::Quantity;
    if (low.has_unit() && !high.has_unit() && may_lend) {
        high.type = low.type;
        high.unit = low.unit;
        high.dimension = low.dimension;
        return true;
    }
    if (low.type == ValueType::Money && high.type == ValueType::Money) {
        if (low.unit == "$" || high.unit == "$") {
            low.unit = low.unit == "$" ? high.unit : low.unit;
            high.unit = low.unit;
            return true;
        }
        return false;
    }
    if (low.type == ValueType::Quantity && high.type == ValueType::Quantity) {
        const auto low_unit = find_unit_symbol(low.unit);
        const auto high_unit = find_unit_symbol(high.unit);
        if (!low_unit || !high_unit || low_unit->dimension != high_unit->dimension ||
            low_unit->dimension == "temperature" || low.is_age || high.is_age) {
            return false;
        }
        low.amount.value = low.amount.value * low_unit->factor / high_unit->factor;
        low.unit = high.unit;
        return true;
    }
    return false;
}

/// "3.5-4 billion": the scale of the second end holds for the first as well, unless the first is
/// larger than what stands before that scale ("200 to 3 million").
void share_scale(Measure& low, const Measure& high) {
    if (low.amount.scale == Decimal(1) && high.amount.scale > Decimal(12) &&
        low.amount.value <= high.amount.mantissa && low.amount.value > Decimal() &&
        low.amount.value < Decimal(1000)) {
        low.amount.value = low.amount.value * high.amount.scale;
    }
}

bool is_year_like(const Measure& measure) {
    return measure.type == ValueType::Number && measure.amount.is_plain &&
           measure.end == measure.begin + 1 && measure.amount.value >= Decimal(1500) &&
           measure.amount.value <= Decimal(2100);
}

/// A change verb or adverb stands before the amount, at most a few words back in the clause. The
/// verb may be a value of its own: "tripled from 2 to 7".
Change find_change(const LexemeView& view, std::size_t at, std::size_t floor, std::size_t reach) {
    for (std::size_t i = 1; i <= reach && at >= i && at + 1 >= floor + i; ++i) {
        if (view.is_end(at - i) || view.sign(at - i) == U'.' || view.sign(at - i) == U';') {
            break;
        }
        const Keyword found = keyword(view, at - i);
        if (found == Keyword::Up) {
            return Change::Increase;
        }
        if (found == Keyword::Down) {
            return Change::Decrease;
        }
        if (found == Keyword::Move && reach > 1) {
            return Change::FromTo;
        }
    }
    return Change::None;
}

struct Opening {
    std::size_t begin = 0;
    bool is_between = false;
    bool is_from = false;
    Change change = Change::None;
};

/// What opens a range before its first measure: "between", "from", with a hedge before or after.
Opening find_opening(const LexemeView& view, const Measure& first, std::size_t floor) {
    Opening opening;
    opening.begin = first.begin;
    std::size_t at = first.begin;
    if (at > floor && keyword(view, at - 1) == Keyword::The) {
        --at;
    }
    if (const auto bound = find_bound_before(view, at, floor);
        bound && bound->bound == Bound::About) {
        at = bound->begin;
    }
    constexpr std::size_t kReach = 6;  // "the share of exports fell sharply last year from 30"
    if (at > floor && keyword(view, at - 1) == Keyword::Between) {
        opening.is_between = true;
        opening.begin = at - 1;
        return opening;
    }
    if (at > floor && keyword(view, at - 1) == Keyword::From) {
        opening.is_from = true;
        opening.begin = at - 1;
        opening.change = find_change(view, at - 1, floor, kReach);
        return opening;
    }
    if (at > floor && keyword(view, at - 1) != Keyword::By) {
        opening.change = find_change(view, at, floor, 1);
    }
    return opening;
}

std::optional<Measure> read_second(const LexemeView& view, std::size_t at) {
    if (keyword(view, at) == Keyword::The) {
        ++at;
    }
    if (const auto bound = find_bound_at(view, at); bound && bound->bound == Bound::About) {
        at = bound->end;
    }
    auto second = read_measure(view, at);
    if (!second || second->amount.is_lone_article) {
        return std::nullopt;
    }
    const bool has_tail = second->amount.is_digits && view.is_glued(second->end) &&
                          (view.is_word(second->end) ||
                           (view.is_dash(second->end) && view.is_digits(second->end + 1)));
    return has_tail ? std::nullopt : second;
}

Reading make_range(const Measure& first, const Measure& second, const Opening& opening,
                   bool is_change) {
    Reading reading;
    reading.begin = opening.begin;
    reading.end = second.end;
    reading.read_end = second.read_end;
    reading.core_begin = is_change ? second.begin : first.begin;
    reading.core_end = second.end;
    reading.value = to_value(second);
    if (reading.value.type == ValueType::Ordinal) {
        reading.value.type = ValueType::Number;
    }
    Decimal low = first.amount.value;
    Decimal high = second.amount.value;
    if (is_change) {
        reading.value.change = Change::FromTo;
    } else {
        reading.value.bound = Bound::Between;
        if (low > high) {
            std::swap(low, high);
        }
    }
    reading.value.low = low;
    reading.value.high = high;
    return reading;
}

/// "1 in 5", "two out of three": a share, where the first is the smaller whole number.
std::optional<Reading> make_ratio(const LexemeView& view, const Measure& first,
                                  const Measure& second, Joint joint, std::size_t floor) {
    const bool are_counts = first.type == ValueType::Number && second.type == ValueType::Number &&
                            first.amount.value.is_integer() && second.amount.value.is_integer() &&
                            !second.amount.value.is_zero() && !second.amount.is_ordinal;
    if (!are_counts || is_year_like(second)) {
        return std::nullopt;
    }
    constexpr std::string_view kTimes[] = {"days",  "weeks",   "months",  "years",   "hours",
                                           "games", "minutes", "matches", "seconds", "rounds"};
    for (const std::string_view time : kTimes) {
        if (joint == Joint::In && view.word_id(second.end) == hash_bytes(time)) {
            return std::nullopt;
        }
    }
    const bool is_end = view.is_end(second.end) || view.sign(second.end) != 0;
    if (joint == Joint::Over ? !is_end : first.amount.value >= second.amount.value) {
        return std::nullopt;
    }
    Reading reading;
    reading.begin = first.begin;
    reading.end = second.end;
    reading.core_begin = first.begin;
    reading.core_end = second.end;
    reading.read_end = second.end;
    reading.value = to_value(first);
    reading.value.amount = first.amount.value / second.amount.value;
    reading.value.low = reading.value.amount;
    reading.value.high = reading.value.amount;
    reading.value.last_digit_power = reading.value.amount.exponent();
    if (const auto bound = find_bound_before(view, first.begin, floor)) {
        const bool is_hedge = bound->bound == Bound::About || bound->bound == Bound::JustBelow;
        apply_bound(reading.value, bound->bound);
        reading.begin = is_hedge ? reading.begin : bound->begin;
    }
    return reading;
}

std::optional<Reading> make_tolerance(const Measure& first, const Measure& second) {
    Reading reading = make_range(first, second, {first.begin, false, false, Change::None}, false);
    reading.value.amount = first.amount.value;
    reading.value.low = first.amount.value - second.amount.value;
    reading.value.high = first.amount.value + second.amount.value;
    return reading;
}

/// "555-0134": three and four digits in one run.
bool is_phone_pair(const LexemeView& view, const Measure& first, const Measure& second) {
    const auto is_run = [&](const Measure& measure, std::size_t size) {
        return measure.amount.is_plain && measure.type == ValueType::Number &&
               measure.end == measure.begin + 1 && view.slice(measure.begin).size() == size;
    };
    return is_run(first, 3) && is_run(second, 4) && view.is_glued(second.begin);
}

bool is_range_order(const Measure& low, const Measure& high, const Opening& opening,
                    bool has_own_units) {
    return low.amount.value < high.amount.value ||
           (low.amount.value > high.amount.value &&
            (opening.is_between || opening.is_from || has_own_units));
}

/// "and" and "up to" join two ends only behind "between" or "from"; "or" only without them.
bool may_join(Joint joint, const Opening& opening) {
    const bool is_opened = opening.is_between || opening.is_from;
    switch (joint) {
        case Joint::And:
            return is_opened;
        case Joint::UpTo:
            return opening.is_from;
        case Joint::Or:
            return !is_opened;
        default:
            return true;
    }
}

/// "five or six people" leaves both open; "5 or 10" are two offers.
bool are_alternatives(const Measure& low, const Measure& high) {
    return low.type == ValueType::Number && low.amount.value.is_integer() &&
           high.amount.value == low.amount.value + Decimal(1);
}

std::optional<Reading> read_pair(const LexemeView& view, const Measure& measure,
                                 std::size_t floor) {
    // "from $30 a barrel to $50 a barrel": the joint stands behind what the amount is counted by.
    JointMatch joint = find_joint(view, measure.end);
    if (joint.joint == Joint::None && !measure.per.empty()) {
        joint = find_joint(view, measure.read_end);
    }
    if (joint.joint == Joint::None || measure.amount.is_lone_article) {
        return std::nullopt;
    }
    const Opening opening = find_opening(view, measure, floor);
    if (!may_join(joint.joint, opening)) {
        return std::nullopt;
    }
    auto second = read_second(view, joint.end);
    if (!second) {
        return std::nullopt;
    }
    if (joint.joint == Joint::In || joint.joint == Joint::Over) {
        return make_ratio(view, measure, *second, joint.joint, floor);
    }
    Measure low = measure;
    const bool has_own_units = low.has_unit() && second->has_unit();
    if (!unify(low, *second)) {
        return std::nullopt;
    }
    if (joint.joint == Joint::Or && !are_alternatives(low, *second)) {
        return std::nullopt;
    }
    if (joint.joint == Joint::PlusMinus) {
        return make_tolerance(low, *second);
    }
    share_scale(low, *second);
    const bool is_open_pair =
        !opening.is_between && (!opening.is_from || joint.joint == Joint::And);
    const bool are_years = is_year_like(low) && is_year_like(*second);
    const bool is_phone = joint.joint == Joint::Dash && is_phone_pair(view, measure, *second);
    if (is_phone || (is_open_pair && (are_years || low.type == ValueType::Ordinal))) {
        return std::nullopt;
    }
    const bool is_to = joint.joint == Joint::To;
    if (opening.is_from && is_to && opening.change != Change::None) {
        return make_range(low, *second, opening, true);
    }
    // "down 20 % to 15": the second amount is where the movement ended.
    const bool is_result =
        is_to && is_open_pair && opening.change != Change::None && measure.has_unit();
    if (is_result || !is_range_order(low, *second, opening, has_own_units && is_to)) {
        return std::nullopt;
    }
    return make_range(low, *second, opening, false);
}

}  // namespace

std::optional<Reading> read_around(const LexemeView& view, const Measure& measure,
                                   std::size_t floor) {
    if (auto pair = read_pair(view, measure, floor)) {
        return pair;
    }
    if (is_tied_by_dash(view, measure)) {
        return std::nullopt;
    }
    Reading reading;
    reading.begin = measure.begin;
    reading.end = measure.end;
    reading.core_begin = measure.begin;
    reading.core_end = measure.end;
    reading.read_end = measure.read_end;
    reading.value = to_value(measure);
    std::size_t before = measure.begin;
    if (before > floor && keyword(view, before - 1) == Keyword::By) {
        --before;
    }
    reading.value.change = find_change(view, before, floor, 1);
    const auto after = find_bound_after(view, measure.end);
    const bool is_other_bound = after && view.is_digits(after->end);
    if (after && !is_other_bound) {
        apply_bound(reading.value, after->bound);
        reading.read_end = after->end;
        if (after->bound != Bound::About) {
            reading.end = after->end;
        }
        return reading;
    }
    if (const auto bound = find_bound_before(view, measure.begin, floor)) {
        apply_bound(reading.value, bound->bound);
        if (bound->bound != Bound::About && bound->bound != Bound::JustBelow) {
            reading.begin = bound->begin;
            if (reading.value.type == ValueType::Ordinal) {
                reading.value.type = ValueType::Number;
            }
        }
    }
    return reading;
}

}  // namespace atodds
