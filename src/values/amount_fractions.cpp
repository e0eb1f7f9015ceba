// Fractions: "two thirds", "half a million", "3/8", and the ranks that share their words.

#include "values/amount_parser.hpp"

#include <string_view>

namespace atodds {
namespace {

using Kind = NumberWordKind;

Decimal vulgar_fraction(char32_t sign) {
    switch (sign) {
        case U'\u00BD':
            return Decimal(5, -1);
        case U'\u00BC':
            return Decimal(25, -2);
        case U'\u00BE':
            return Decimal(75, -2);
        case U'\u2153':
            return Decimal(1) / Decimal(3);
        case U'\u2154':
            return Decimal(2) / Decimal(3);
        case U'\u2155':
            return Decimal(2, -1);
        case U'\u2156':
            return Decimal(4, -1);
        case U'\u2157':
            return Decimal(6, -1);
        case U'\u2158':
            return Decimal(8, -1);
        case U'\u2159':
            return Decimal(1) / Decimal(6);
        case U'\u215A':
            return Decimal(5) / Decimal(6);
        case U'\u215B':
            return Decimal(125, -3);
        case U'\u215C':
            return Decimal(375, -3);
        case U'\u215D':
            return Decimal(625, -3);
        case U'\u215E':
            return Decimal(875, -3);
        default:
            return Decimal();
    }
}

}  // namespace

/// "thirds", "fifth", "twenty-firsts", "halves", "quarter".
std::optional<Part> AmountParser::read_denominator(std::size_t at, bool& is_plural) const {
    const NumberWord* first = word(at);
    if (first == nullptr) {
        return std::nullopt;
    }
    if (first->kind == Kind::Ordinal || first->kind == Kind::Ordinals ||
        first->kind == Kind::Half || first->kind == Kind::Quarter) {
        is_plural = first->kind == Kind::Ordinals || first->is_plural;
        return Part{Decimal(first->value), at + 1};
    }
    const NumberWord* second = word(skip_dash(at + 1));
    const bool is_compound = first->kind == Kind::Tens && second != nullptr &&
                             (second->kind == Kind::Ordinal || second->kind == Kind::Ordinals) &&
                             second->value < 10;
    if (!is_compound) {
        return std::nullopt;
    }
    is_plural = second->kind == Kind::Ordinals;
    return Part{Decimal(first->value + second->value), skip_dash(at + 1) + 1};
}

/// "1/2" with a denominator that is neither zero nor part of a date.
std::optional<Part> AmountParser::read_slash_fraction(std::size_t at) const {
    if (!view_.is_digits(at) || view_.sign(at + 1) != U'/' || !view_.is_digits(at + 2) ||
        !view_.is_glued(at + 1) || !view_.is_glued(at + 2) ||
        (view_.sign(at + 3) == U'/' && view_.is_glued(at + 3))) {
        return std::nullopt;
    }
    const auto numerator = Decimal::parse(view_.slice(at));
    const auto denominator = Decimal::parse(view_.slice(at + 2));
    if (!numerator || !denominator || denominator->is_zero()) {
        return std::nullopt;
    }
    const bool is_idiom = (view_.slice(at) == "24" && view_.slice(at + 2) == "7") ||
                          (view_.slice(at) == "9" && view_.slice(at + 2) == "11");
    return is_idiom ? std::nullopt : std::optional<Part>(Part{*numerator / *denominator, at + 3});
}

/// A fraction below one as it stands behind "and": "a half", "three fifths", "1/2", "½".
std::optional<Part> AmountParser::read_fraction(std::size_t at) const {
    if (auto slashed = read_slash_fraction(at)) {
        return slashed->value < Decimal(1) ? slashed : std::nullopt;
    }
    // "4 1 / 2" in tokenised text
    const bool is_spaced = view_.is_digits(at) && view_.is_sign(at + 1, U'/') &&
                           !view_.is_glued(at + 1) && !view_.is_glued(at + 2) &&
                           view_.slice(at).size() == 1;
    for (const std::string_view denominator : {"2", "3", "4", "5", "8"}) {
        if (is_spaced && view_.slice(at + 2) == denominator && view_.slice(at) < denominator &&
            view_.slice(at) != "0") {
            return Part{Decimal::parse(view_.slice(at)).value_or(Decimal(1)) /
                            Decimal::parse(denominator).value_or(Decimal(1)),
                        at + 3};
        }
    }
    if (const Decimal vulgar = vulgar_fraction(view_.sign(at)); !vulgar.is_zero()) {
        return Part{vulgar, at + 1};
    }
    bool is_plural = false;
    std::optional<Part> numerator;
    if (keyword(at) == Keyword::A) {
        numerator = Part{Decimal(1), at + 1};
    } else {
        numerator = read_small(at);
    }
    if (!numerator) {
        return std::nullopt;
    }
    const auto denominator = read_denominator(skip_dash(numerator->end), is_plural);
    const bool is_one = numerator->value == Decimal(1);
    if (!denominator || is_plural == is_one || denominator->value < Decimal(2) ||
        denominator->value <= numerator->value) {
        return std::nullopt;
    }
    return Part{numerator->value / denominator->value, denominator->end};
}

/// "half a million", "quarter million", "three quarters billion", "half a dozen".
void AmountParser::apply_fraction_scale(Amount& amount) const {
    std::size_t at = amount.end;
    if (keyword(at) == Keyword::Of) {
        ++at;
    }
    if (keyword(at) == Keyword::A) {
        ++at;
    }
    if (auto scale = read_scale(at, false, amount.value)) {
        amount.mantissa = amount.value;
        amount.scale = scale->value;
        amount.value = amount.value * scale->value;
        amount.end = scale->end;
    } else if (is_kind(skip_dash(at), Kind::Hundred)) {
        amount.value = amount.value * Decimal(100);
        amount.end = skip_dash(at) + 1;
    }
}

/// Fractions that start an amount: "half", "a quarter million", "a fifth", "½", "quarter million".
std::optional<Amount> AmountParser::read_head_fraction() const {
    Amount amount;
    amount.is_fraction = true;
    if (const Decimal vulgar = vulgar_fraction(view_.sign(begin_)); !vulgar.is_zero()) {
        amount.value = vulgar;
        amount.end = begin_ + 1;
        apply_fraction_scale(amount);
        return amount;
    }
    std::size_t at = begin_;
    const bool has_article = keyword(at) == Keyword::A;
    at = has_article ? at + 1 : at;
    const NumberWord* first = word(at);
    if (first == nullptr) {
        return std::nullopt;
    }
    bool is_plural = false;
    const auto denominator = read_denominator(at, is_plural);
    if (!denominator || is_plural) {
        return std::nullopt;
    }
    const bool is_named = first->kind == Kind::Half || first->kind == Kind::Quarter;
    // "a fifth of", "a fifth" at the end; but "a fifth person" is a rank.
    const bool is_share = keyword(denominator->end) == Keyword::Of ||
                          view_.is_end(denominator->end) ||
                          (view_.sign(denominator->end) != 0 && !view_.is_dash(denominator->end));
    if (!is_named && (!has_article || !is_share || denominator->value < Decimal(3))) {
        return std::nullopt;
    }
    amount.value = Decimal(1) / denominator->value;
    amount.end = denominator->end;
    apply_fraction_scale(amount);
    return amount;
}

/// Turns the chain into a fraction ("two thirds") or a rank ("two hundredth") where an ordinal
/// follows.
void AmountParser::divide_by_ordinal(Amount& amount) const {
    bool is_plural = false;
    const std::size_t at = skip_dash(amount.end);
    const auto denominator = read_denominator(at, is_plural);
    if (!denominator) {
        return;
    }
    const bool is_one = amount.value == Decimal(1);
    const bool is_rank_word = is_kind(at, Kind::Ordinal) || is_kind(at, Kind::Tens);
    const bool is_compound_adjective = view_.is_dash(denominator->end) &&
                                       view_.is_glued(denominator->end) &&
                                       view_.is_word(denominator->end + 1);
    if (is_plural || (is_one && !is_compound_adjective && denominator->value > Decimal(2)) ||
        (is_one && is_kind(at, Kind::Half))) {
        // "two hundred and fifty-four hundredths" is 200.54, read as it is written in decimals.
        const bool is_decimal = denominator->value >= Decimal(100) &&
                                amount.value > denominator->value && amount.value.exponent() < 2;
        Decimal whole;
        Decimal part = amount.value;
        constexpr int kMostWholes = 1000;  // nobody writes more hundredths in words
        for (int i = 0; is_decimal && i < kMostWholes && part >= denominator->value; ++i) {
            part = part - denominator->value;
            whole = whole + denominator->value;
        }
        amount.value = part >= denominator->value ? amount.value / denominator->value
                                                  : whole + part / denominator->value;
        amount.is_fraction = true;
        amount.end = denominator->end;
        apply_fraction_scale(amount);
        return;
    }
    if (!is_rank_word || is_one || amount.is_digits) {
        return;
    }
    if (denominator->value >= Decimal(100)) {
        amount.value = amount.value * denominator->value;
    } else if (amount.value.exponent() >= 2) {
        amount.value = amount.value + denominator->value;
    } else {
        return;
    }
    amount.is_ordinal = true;
    amount.end = denominator->end;
}

std::optional<Amount> AmountParser::read_slashed() const {
    if (auto fraction = read_slash_fraction(begin_)) {
        Amount amount;
        amount.value = fraction->value;
        amount.end = fraction->end;
        amount.is_fraction = true;
        amount.is_digits = true;
        // "3/8s"
        if (view_.is_glued(amount.end) && view_.slice(amount.end) == "s") {
            ++amount.end;
        }
        return amount;
    }
    return std::nullopt;
}

}  // namespace atodds
