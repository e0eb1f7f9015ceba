// Units behind an amount. Most of this file is about the symbols that are also something else.

#include "values/keywords.hpp"
#include "values/measure_parts.hpp"
#include "values/unit_table.hpp"

#include <string_view>

namespace atodds {
namespace {

Keyword keyword(const LexemeView& view, std::size_t at) {
    return find_keyword(view.word_id(at));
}

bool is_warm_context(const LexemeView& view, const Measure& measure) {
    constexpr std::size_t kReach = 12;
    for (std::size_t i = 1; i <= kReach && i <= measure.begin; ++i) {
        if (keyword(view, measure.begin - i) == Keyword::Warm) {
            return true;
        }
    }
    return keyword(view, measure.end + 1) == Keyword::Warm;
}

/// "in" is an inch only behind digits and before nothing it could introduce.
bool is_inch(const LexemeView& view, const Measure& measure, std::size_t end) {
    if (!measure.amount.is_digits) {
        return false;
    }
    const bool is_dimension = is_word(view, end, "long") || is_word(view, end, "wide") ||
                              is_word(view, end, "tall") || is_word(view, end, "high") ||
                              is_word(view, end, "thick") || is_word(view, end, "deep");
    const bool is_stop = view.sign(end) != 0 && view.sign(end) != U'$' && view.sign(end) != U'"' &&
                         view.sign(end) != U'(';
    return view.is_end(end) || is_stop || is_dimension;
}

/// Hours do not go past twelve and minutes have two digits: what cannot be a time is a length.
bool is_clock_time(const Amount& amount) {
    const bool is_hour = amount.value < Decimal(13) && !amount.value.is_negative();
    return is_hour && (!amount.has_decimals || amount.last_digit_power == -2);
}

/// Bare "C" and "F" are degrees when spaced, negative or near a word for warmth, and never before
/// another capital ("PA 23456 F Block") or with an impossible heat.
bool is_bare_degree(const LexemeView& view, const Measure& measure, std::size_t at) {
    const Decimal value = measure.amount.value;
    const std::size_t next = at + 1;
    if (value > Decimal(4000) || view.starts_upper(next) ||
        (view.is_glued(next) && (view.sign(next) == U'/' || view.is_digits(next)))) {
        return false;
    }
    const bool is_spaced = !view.is_glued(at);
    return is_spaced || value.is_negative() || is_warm_context(view, measure);
}

bool is_plausible_unit(const LexemeView& view, const Measure& measure, std::size_t at,
                       std::size_t end) {
    const std::string_view text = view.slice(at);
    if (end != at + 1) {
        return true;
    }
    if (text == "in" || text == "In" || text == "IN") {
        return text == "in" && is_inch(view, measure, end);
    }
    if (text == "am" || text == "pm" || text == "AM" || text == "PM") {
        return !is_clock_time(measure.amount);
    }
    if (text == "C" || text == "F") {
        return is_bare_degree(view, measure, at);
    }
    if (text == "B" || text == "A" || text == "N" || text == "J") {
        return measure.amount.is_digits && text != "B" && !view.is_glued(at) &&
               !view.starts_upper(end) && view.sign(end) != U'.';
    }
    if (text.size() == 1 && !measure.amount.is_digits) {
        return false;  // "two m" is no way to write metres
    }
    if (text == "K") {
        return measure.amount.has_decimals || !view.starts_upper(end);
    }
    if (text == "stone" || text == "bar" || text == "knot" || text == "mole" || text == "mu" ||
        text == "tops" || text == "au" || text == "pc" || text == "mach" || text == "Mach") {
        return text == "stone" || text == "bar" || measure.amount.is_digits;
    }
    return true;
}

/// "5'", "5''", `5"`, "5′", "5″". A straight quotation mark closes a quotation when one is open.
std::optional<UnitMatch> read_marks(const LexemeView& view, const Measure& measure) {
    const std::size_t at = measure.end;
    if (!measure.amount.is_digits || !view.is_glued(at)) {
        return std::nullopt;
    }
    const bool is_prime = view.is_sign(at, U'\'') || view.is_sign(at, U'\u2032');
    const bool is_double = is_prime && view.is_glued(at + 1) && view.sign(at + 1) == view.sign(at);
    const auto match = [](std::string_view symbol, std::size_t end) -> std::optional<UnitMatch> {
        const auto unit = find_unit_symbol(symbol);
        return unit ? std::optional<UnitMatch>(UnitMatch{*unit, end}) : std::nullopt;
    };
    if (is_double || view.is_sign(at, U'\u2033')) {
        return match("in", is_double ? at + 2 : at + 1);
    }
    if (is_prime && view.is_digits(at + 1) && view.is_glued(at + 1) &&
        (view.is_sign(at + 2, U'"') || view.is_sign(at + 2, U'\u2033') ||
         view.is_sign(at + 2, U'\''))) {
        return match("ft", at + 1);
    }
    if (!view.is_sign(at, U'"')) {
        return std::nullopt;
    }
    constexpr std::size_t kReach = 40;  // a quotation that opened further back is not looked for
    int open = 0;
    for (std::size_t i = 1; i <= kReach && i <= measure.begin; ++i) {
        open += view.is_sign(measure.begin - i, U'"') ? 1 : 0;
    }
    return open % 2 == 0 ? match("in", at + 1) : std::nullopt;
}

std::optional<UnitMatch> find_measure_unit(const LexemeView& view, const Measure& measure) {
    if (auto marks = read_marks(view, measure)) {
        return marks;
    }
    std::size_t at = measure.end;
    if (measure.amount.is_fraction) {
        at = keyword(view, at) == Keyword::Of ? at + 1 : at;
        at = keyword(view, at) == Keyword::A ? at + 1 : at;
    }
    if (view.is_dash(at) && view.is_glued(at + 1) && view.is_word(at + 1) &&
        view.slice(at + 1) != "K") {
        ++at;
    }
    const bool has_bracket = view.is_sign(at, U'[');
    at = has_bracket ? at + 1 : at;
    if (view.is_glued(at) && view.slice(at) == "K" && at == measure.end &&
        measure.amount.value.is_integer()) {
        // Only where K is no thousand, which is before memory, does an integer reach here.
        const auto unit = find_unit_symbol("KiB");
        return unit ? std::optional<UnitMatch>(UnitMatch{*unit, at + 1}) : std::nullopt;
    }
    auto match = find_unit(view, at);
    if (!match || !is_plausible_unit(view, measure, at, match->end)) {
        return std::nullopt;
    }
    // A symbol glued to more letters or digits is part of a model number.
    if (view.is_glued(match->end) &&
        (view.is_digits(match->end) || (view.is_word(match->end) && !view.is_dash(match->end)))) {
        return std::nullopt;
    }
    if (has_bracket) {
        if (!view.is_sign(match->end, U']')) {
            return std::nullopt;
        }
        ++match->end;
    }
    return match;
}

bool may_compound(const Unit& unit) {
    return unit.dimension == "length" || unit.dimension == "mass" || unit.dimension == "volume";
}

/// "6-foot-4", "6-foot-4-inch": the digits behind the second dash are inches.
bool add_dashed_inches(const LexemeView& view, Measure& measure) {
    const std::size_t at = measure.end;
    const bool is_dashed = view.is_dash(at) && view.is_glued(at) && view.is_digits(at + 1) &&
                           view.is_glued(at + 1) && view.is_dash(at - 2);
    const auto inches = is_dashed ? read_amount(view, at + 1, AmountContext::Plain) : std::nullopt;
    if (!inches || inches->is_ordinal || inches->value >= Decimal(12)) {
        return false;
    }
    measure.amount.value = measure.amount.value * Decimal(12) + inches->value;
    measure.amount.last_digit_power = 0;
    measure.end = inches->end;
    if (view.is_dash(inches->end) && is_word(view, inches->end + 1, "inch")) {
        measure.end += 2;
    }
    measure.read_end = measure.end;
    return true;
}

/// "7 feet 10 inches", "2 yards, 7 ft and 10 in": the smaller part is added. The result keeps the
/// smaller unit where that is exact and the larger one otherwise ("1 m and 1 ft").
void read_compound(const LexemeView& view, Measure& measure, Unit& unit) {
    constexpr int kMaxParts = 3;
    for (int i = 0; i < kMaxParts && may_compound(unit); ++i) {
        std::size_t at = measure.end;
        if (unit.symbol == "ft" && add_dashed_inches(view, measure)) {
            unit = *find_unit_symbol("in");
            return;
        }
        const bool has_stop = view.is_sign(at, U'.') && view.is_glued(at) &&
                              view.slice(at - 1).size() == 2 && view.is_digits(at + 1);
        at = view.is_sign(at, U',') || has_stop ? at + 1 : at;
        at = keyword(view, at) == Keyword::And ? at + 1 : at;
        if (!view.is_digits(at) && !view.is_word(at)) {
            return;
        }
        const auto amount = read_amount(view, at, AmountContext::Plain);
        if (!amount || amount->is_ordinal || amount->value.is_negative()) {
            return;
        }
        Measure part;
        part.begin = at;
        part.end = amount->end;
        part.amount = *amount;
        const auto match = find_measure_unit(view, part);
        if (!match || match->unit.dimension != unit.dimension ||
            match->unit.factor >= unit.factor ||
            amount->value * match->unit.factor >= unit.factor * Decimal(4)) {
            return;
        }
        const Decimal ratio = unit.factor / match->unit.factor;
        if (ratio.is_integer()) {
            measure.amount.value = measure.amount.value * ratio + amount->value;
            unit = match->unit;
        } else {
            measure.amount.value =
                measure.amount.value + amount->value * match->unit.factor / unit.factor;
        }
        measure.amount.last_digit_power =
            measure.amount.value.is_zero() ? 0 : measure.amount.value.exponent();
        measure.end = match->end;
        measure.read_end = match->end;
    }
}

}  // namespace

bool read_unit_suffix(const LexemeView& view, Measure& measure) {
    const auto match = find_measure_unit(view, measure);
    if (!match) {
        return false;
    }
    measure.type = ValueType::Quantity;
    measure.end = match->end;
    measure.read_end = match->end;
    Unit unit = match->unit;
    read_compound(view, measure, unit);
    measure.unit = unit.symbol;
    measure.dimension = unit.dimension;
    // "2 degrees below zero"
    const bool is_degree = unit.dimension == "temperature" || unit.symbol == "deg";
    if (is_degree && is_word(view, measure.end, "below") &&
        (is_word(view, measure.end + 1, "zero") || is_word(view, measure.end + 1, "freezing"))) {
        measure.amount.value = -measure.amount.value;
        measure.end += 2;
        measure.read_end = measure.end;
    }
    read_per(view, measure);
    return true;
}

}  // namespace atodds
