// The grammar of amounts. A number is a chain of groups, each below a thousand or in digits, with
// descending scales: "three million two hundred thousand". A fraction may stand before a scale
// ("half a million"), between group and scale ("two and a half million") or at the end. Each step
// looks a fixed number of lexemes ahead, so reading is linear.

#include "values/amount_reader.hpp"

#include "values/amount_parser.hpp"

#include <string_view>

namespace atodds {

using Kind = NumberWordKind;

std::optional<Amount> AmountParser::read_ordinal() const {
    Amount amount;
    amount.is_ordinal = true;
    bool is_plural = false;
    const auto rank = read_denominator(begin_, is_plural);
    if (rank && !is_plural && !is_kind(begin_, Kind::Half) && !is_kind(begin_, Kind::Quarter)) {
        amount.value = rank->value;
        amount.end = rank->end;
        return amount;
    }
    return std::nullopt;
}

/// The group after a scale, if it can continue the number: smaller than the scale before it.
std::optional<Part> AmountParser::read_next_group(const Amount& amount, Decimal last_scale,
                                                  bool& is_digits) const {
    std::size_t at = amount.end;
    const bool has_and = keyword(at) == Keyword::And;
    if (has_and && !joins_and_) {
        return std::nullopt;
    }
    at = has_and || view_.is_sign(at, U',') ? at + 1 : at;
    if (keyword(at) == Keyword::A || amount.has_decimals) {
        return std::nullopt;
    }
    const auto group = read_group(at, is_digits);
    if (!group || group->end == at || group->value >= last_scale) {
        return std::nullopt;
    }
    const auto scale = read_scale(group->end, is_digits, group->value);
    if (scale) {
        const bool fits = scale->value < last_scale;
        return fits ? group : std::nullopt;
    }
    // Digits alone continue only after "hundred and" or "thousand and"; a comma only words.
    const bool is_bare_digits = is_digits && group->end == at + 1;
    if (is_bare_digits && (!has_and || last_scale > Decimal(1000))) {
        return std::nullopt;
    }
    return amount.end + 1 == at && !has_and ? std::nullopt : group;
}

/// "3 million and a quarter" counts quarters of a million; "one billion and a quarter million"
/// names its own scale.
void AmountParser::add_fraction_tail(Amount& amount, Part fraction, Decimal last_scale) const {
    const auto own_scale = read_scale(fraction.end, false, fraction.value);
    if (own_scale && own_scale->value < last_scale) {
        amount.value = amount.value + fraction.value * own_scale->value;
        amount.end = own_scale->end;
        return;
    }
    amount.value = amount.value + fraction.value * last_scale;
    amount.end = fraction.end;
}

/// "three hundred and two dozen"
void AmountParser::add_dozens(Amount& amount) const {
    const bool is_hundreds = amount.value >= Decimal(100) && amount.value.exponent() >= 2;
    if (!is_hundreds || keyword(amount.end) != Keyword::And || !joins_and_) {
        return;
    }
    const auto small = read_small(amount.end + 1);
    const NumberWord* dozen = small ? word(small->end) : nullptr;
    if (dozen != nullptr && dozen->is_dozen) {
        amount.value = amount.value + small->value * Decimal(dozen->value);
        amount.end = small->end + 1;
    }
}

std::optional<Amount> AmountParser::read_chain() const {
    Amount amount;
    bool is_digits = false;
    std::optional<Part> group = read_group(begin_, is_digits);
    if (!group) {
        return std::nullopt;
    }
    if (is_digits) {
        const auto digits = read_digit_amount(view_, begin_);
        amount = *digits;
        amount.is_plain = amount.is_plain && group->end == digits->end;
        amount.value = Decimal();
    }
    amount.end = group->end;
    Decimal last_scale = Decimal(1, 60);
    constexpr int kMaxGroups = 8;  // more than there are scales
    for (int i = 0; i < kMaxGroups; ++i) {
        const std::size_t after = group->end;
        amount.end = after;
        // "2 1/4", "2½", "two and a half"
        const bool has_and = keyword(after) == Keyword::And;
        const bool may_mix = has_and ? joins_and_ : is_digits && group->value.is_integer();
        if (const auto fraction =
                may_mix ? read_fraction(has_and ? after + 1 : after) : std::nullopt) {
            group->value = group->value + fraction->value;
            amount.end = fraction->end;
            amount.is_plain = false;
            amount.is_fraction = true;
        }
        const auto scale = read_scale(amount.end, is_digits, group->value);
        if (!scale) {
            amount.value = amount.value + group->value;
            add_dozens(amount);
            amount.mantissa = amount.value;
            break;
        }
        amount.is_plain = false;
        amount.end = scale->end;
        amount.mantissa = group->value;
        amount.scale = scale->value;
        amount.value = amount.value + group->value * scale->value;
        last_scale = scale->value;
        if (keyword(amount.end) == Keyword::And && joins_and_) {
            if (const auto fraction = read_fraction(amount.end + 1)) {
                add_fraction_tail(amount, *fraction, last_scale);
                break;
            }
        }
        group = read_next_group(amount, last_scale, is_digits);
        if (!group) {
            break;
        }
    }
    return amount;
}

/// "21st", "1,000th", "one hundred and first".
void AmountParser::add_rank(Amount& amount) const {
    const std::string_view next = view_.slice(amount.end);
    const bool is_whole = amount.scale == Decimal(1) && !amount.is_fraction && !amount.has_decimals;
    if (amount.is_digits && is_whole && view_.is_glued(amount.end) &&
        (next == "st" || next == "nd" || next == "rd" || next == "th")) {
        amount.is_ordinal = true;
        ++amount.end;
        return;
    }
    const bool is_hundreds = !amount.is_digits && !amount.is_fraction &&
                             amount.value >= Decimal(100) && amount.value.exponent() >= 2;
    if (!is_hundreds || !joins_and_ || keyword(amount.end) != Keyword::And) {
        return;
    }
    bool is_plural = false;
    const auto rank = read_denominator(amount.end + 1, is_plural);
    if (rank && !is_plural && rank->value < Decimal(100) && !is_kind(amount.end + 1, Kind::Half) &&
        !is_kind(amount.end + 1, Kind::Quarter)) {
        amount.value = amount.value + rank->value;
        amount.end = rank->end;
        amount.is_ordinal = true;
    }
}

std::optional<Amount> AmountParser::read() {
    std::optional<Amount> amount = read_slashed();
    if (!amount) {
        amount = read_head_fraction();
    }
    if (!amount) {
        amount = read_ordinal();
    }
    if (amount) {
        amount->mantissa = amount->scale == Decimal(1) ? amount->value : amount->mantissa;
        amount->last_digit_power = amount->is_ordinal ? 0 : amount->value.exponent();
        return amount;
    }
    amount = read_chain();
    if (!amount) {
        return std::nullopt;
    }
    const bool is_digits = amount->is_digits;
    if (is_digits && amount->scale != Decimal(1)) {
        const Decimal scale = amount->scale;
        amount->last_digit_power += scale.exponent();
    } else if (!is_digits || amount->is_fraction) {
        amount->last_digit_power = amount->value.is_zero() ? 0 : amount->value.exponent();
    }
    if (!amount->is_fraction) {
        divide_by_ordinal(*amount);
    }
    add_rank(*amount);
    return amount;
}

std::optional<Amount> read_amount(const LexemeView& view, std::size_t at, AmountContext context) {
    return AmountParser(view, at, context).read();
}

}  // namespace atodds
