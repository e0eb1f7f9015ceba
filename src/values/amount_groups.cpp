// Groups below a thousand and the scales behind them.

#include "values/amount_parser.hpp"
#include "values/currency_table.hpp"

#include <string>
#include <string_view>

namespace atodds {

using Kind = NumberWordKind;

bool AmountParser::has_later_and(std::size_t at) const {
    constexpr std::size_t kReach = 10;  // "between one hundred and fifty and two hundred"
    int count = 0;
    for (std::size_t i = at; i < at + kReach && !view_.is_end(i); ++i) {
        count += keyword(i) == Keyword::And ? 1 : 0;
    }
    return count > 1;
}

/// Words below one hundred.
std::optional<Part> AmountParser::read_small(std::size_t at) const {
    const NumberWord* first = word(at);
    if (first == nullptr) {
        return std::nullopt;
    }
    if (first->kind == Kind::Zero || first->kind == Kind::Unit || first->kind == Kind::Teen) {
        return Part{Decimal(first->value), at + 1};
    }
    if (first->kind != Kind::Tens) {
        return std::nullopt;
    }
    const std::size_t next = skip_dash(at + 1);
    const NumberWord* unit = word(next);
    if (!first->is_compound && unit != nullptr && unit->kind == Kind::Unit) {
        return Part{Decimal(first->value + unit->value), next + 1};
    }
    return Part{Decimal(first->value), at + 1};
}

bool AmountParser::is_before_scale(std::size_t at) const {
    const NumberWord* next = word(skip_dash(at));
    return next != nullptr && (next->kind == Kind::Hundred || next->kind == Kind::Scale);
}

/// The tail of "three hundred and two dozen" belongs to the dozen; that of "two hundred and fifty
/// thousand" does not, for there the whole is scaled.
bool AmountParser::is_taken_by_next(std::size_t at) const {
    const NumberWord* next = word(skip_dash(at));
    return next != nullptr && (next->kind == Kind::Hundred || next->is_dozen);
}

/// "two point seventy-one", "nought point nought four": the words after "point" are digits in a
/// row.
Part AmountParser::read_point(Part group) const {
    if (keyword(group.end) != Keyword::Point) {
        return group;
    }
    std::size_t at = group.end + 1;
    std::string digits;
    constexpr std::size_t kMaxDigits = 18;
    while (digits.size() < kMaxDigits) {
        if (view_.is_digits(at) && digits.empty()) {
            digits = view_.slice(at);
            ++at;
            break;
        }
        const auto small = read_small(at);
        if (!small) {
            break;
        }
        digits += small->value.to_string();
        at = small->end;
    }
    const auto decimals = digits.empty() ? std::nullopt : Decimal::parse("0." + digits);
    return decimals ? Part{group.value + *decimals, at} : group;
}

Part AmountParser::read_hundreds(Part group) const {
    const std::size_t hundred = skip_dash(group.end);
    if (!is_kind(hundred, Kind::Hundred)) {
        return group;
    }
    Part result{group.value * Decimal(100), hundred + 1};
    std::size_t next = result.end;
    const bool has_and = keyword(next) == Keyword::And;
    if (has_and && !joins_and_) {
        return result;
    }
    next = has_and ? next + 1 : skip_dash(next);
    // "one hundred thirty-fifths" are hundred thirty-fifths; "one hundred and thirty fifths" are
    // a hundred and thirty of them.
    bool is_plural = false;
    if (const auto parts = read_denominator(next, is_plural);
        parts && !has_and && is_plural && is_kind(next, Kind::Tens)) {
        return result;
    }
    std::optional<Part> tail = read_small(next);
    if (!tail && has_and && view_.is_digits(next)) {
        const auto digits = read_digit_amount(view_, next);
        if (digits && digits->is_plain && digits->value < Decimal(100)) {
            tail = Part{digits->value, digits->end};
        }
    }
    if (tail && !tail->value.is_zero() && !is_taken_by_next(tail->end)) {
        return {result.value + tail->value, tail->end};
    }
    return result;
}

/// One group: digits, words below a thousand ("ninety-five hundred" too), or the one that "a
/// million" and a bare "million" imply.
std::optional<Part> AmountParser::read_group(std::size_t at, bool& is_digits) const {
    is_digits = false;
    if (view_.is_digits(at) || view_.is_sign(at, U'.')) {
        const auto digits = read_digit_amount(view_, at);
        if (!digits) {
            return std::nullopt;
        }
        is_digits = true;
        return read_point(read_hundreds(read_point({digits->value, digits->end})));
    }
    if (keyword(at) == Keyword::Point) {
        const Part decimals = read_point({Decimal(), at});
        return decimals.end > at ? std::optional<Part>(decimals) : std::nullopt;
    }
    if (keyword(at) == Keyword::A && is_before_scale(at + 1)) {
        return read_hundreds({Decimal(1), at + 1});
    }
    const NumberWord* first = word(at);
    if (first == nullptr) {
        return std::nullopt;
    }
    if (first->kind == Kind::Hundred || (first->kind == Kind::Scale && !first->is_suffix)) {
        return first->is_plural ? std::nullopt
                                : std::optional<Part>(read_hundreds({Decimal(1), at}));
    }
    const auto small = read_small(at);
    if (!small) {
        return std::nullopt;
    }
    // "two twenty" for 220, when nothing follows that it could count.
    if (first->kind == Kind::Unit && is_kind(small->end, Kind::Tens)) {
        const auto tail = read_small(small->end);
        if (tail && (view_.is_end(tail->end) || view_.sign(tail->end) == U'.')) {
            return Part{small->value * Decimal(100) + tail->value, tail->end};
        }
    }
    return read_point(read_hundreds(read_point(*small)));
}

/// A word that a million of can be: the plural that tells "1.2m units" from "1.2m tall".
bool AmountParser::is_counted_plural(std::size_t at) const {
    const std::string_view next = view_.slice(at);
    if (!view_.is_word(at) || view_.is_glued(at) || keyword(at) != Keyword::None) {
        return false;
    }
    const bool ends_in_s = next.size() > 3 && next.back() == 's' && next[next.size() - 2] != 's' &&
                           next.find('\'') == std::string_view::npos;
    return next == "people" || next == "children" || next == "women" || next == "men" || ends_in_s;
}

/// "64K memory": K counts bytes there, in the binary way.
bool AmountParser::is_memory(std::size_t at) const {
    constexpr std::size_t kReach = 4;
    for (std::size_t i = at; i < at + kReach && view_.is_word(i); ++i) {
        for (const std::string_view word : {"memory", "RAM", "ROM", "cache", "floppy"}) {
            if (view_.slice(i) == word) {
                return true;
            }
        }
    }
    return false;
}

/// One letter behind digits is a scale only where money or counted things make it one: "1.8m" is
/// a length, "910B" a model, "5G" a network.
std::optional<Part> AmountParser::read_letter_scale(std::size_t at, Decimal mantissa) const {
    const std::string_view letter = view_.slice(at);
    const bool is_glued = view_.is_glued(at);
    const auto currency = find_currency(view_, at + 1);
    const bool is_money =
        is_money_ ||
        (currency && !currency->is_subunit &&
         !(currency->form == CurrencyForm::Code && view_.slice(currency->end - 1) == "sen"));
    const bool has_decimals = !mantissa.is_integer();
    const auto scale = [&](std::int32_t power) {
        return std::optional<Part>(Part{Decimal(1, power), at + 1});
    };
    if (letter == "K" && is_memory(at + 1)) {
        return std::nullopt;
    }
    if (letter == "k" || letter == "K") {
        const bool is_kelvin = letter == "K" && mantissa.exponent() < -1 && !is_money;
        return is_glued && !is_kelvin ? scale(3) : std::nullopt;
    }
    if (letter == "M" &&
        (is_glued || is_money_ || view_.is_end(at + 1) || view_.sign(at + 1) != 0)) {
        return scale(6);
    }
    if (letter == "m" && (is_money || (is_glued && is_counted_plural(at + 1)))) {
        return scale(6);
    }
    // "between 200m and 250m euros": the second end says what the letter of the first is.
    const bool is_first_end = is_glued && view_.is_glued(at + 3) && view_.is_digits(at + 2) &&
                              view_.slice(at + 3) == letter;
    if ((letter == "m" || letter == "b") && is_first_end &&
        (keyword(at + 1) == Keyword::And || keyword(at + 1) == Keyword::To ||
         view_.is_dash(at + 1)) &&
        (find_currency(view_, at + 4) || is_counted_plural(at + 4))) {
        return scale(letter == "m" ? 6 : 9);
    }
    if (letter == "mm" && is_money) {
        return scale(6);
    }
    if ((letter == "b" || letter == "B") && is_glued &&
        (is_money || (has_decimals && (letter == "B" || is_counted_plural(at + 1))))) {
        return scale(9);
    }
    if ((letter == "t" || letter == "T") && is_glued && is_money) {
        return scale(12);
    }
    if (letter == "G" && (has_decimals || mantissa >= Decimal(10)) &&
        (is_glued || view_.is_end(at + 1))) {
        return scale(9);
    }
    return std::nullopt;
}

std::optional<Part> AmountParser::read_scale(std::size_t at, bool is_digits,
                                             Decimal mantissa) const {
    if (is_digits && view_.is_word(at) && view_.slice(at).size() <= 2) {
        if (auto letter = read_letter_scale(at, mantissa)) {
            return letter;
        }
    }
    const std::size_t next = skip_dash(at);
    const NumberWord* found = word(next);
    if (found == nullptr || found->kind != Kind::Scale || (found->is_suffix && !is_digits)) {
        return std::nullopt;
    }
    Part scale{Decimal(found->value), next + 1};
    // "ten thousand million": a scale of a scale.
    if (const NumberWord* second = word(scale.end);
        second != nullptr && second->kind == Kind::Scale && !found->is_dozen &&
        second->value > found->value) {
        scale = {scale.value * Decimal(second->value), scale.end + 1};
    }
    return scale;
}

}  // namespace atodds
