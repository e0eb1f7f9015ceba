// Digits: thousands separators, decimal points and commas, exponents.

#include "base/utf8.hpp"
#include "values/amount_reader.hpp"

#include <string>

namespace atodds {
namespace {

/// The digits of a lexeme as ASCII; full-width ones are folded.
void append_digits(const LexemeView& view, std::size_t at, std::string& digits) {
    const std::string_view text = view.slice(at);
    for (std::size_t i = 0; i < text.size();) {
        if (static_cast<unsigned char>(text[i]) < 128) {
            digits += text[i];
            ++i;
            continue;
        }
        const CodePoint point = decode(text, i);
        digits += static_cast<char>('0' + static_cast<int>(point.value - 0xFF10));
        i += point.size;
    }
}

std::size_t digit_count(const LexemeView& view, std::size_t at) {
    const std::string_view text = view.slice(at);
    const bool is_wide = !text.empty() && static_cast<unsigned char>(text[0]) >= 128;
    return is_wide ? text.size() / 3 : text.size();
}

/// More groups than this are no number but a table; the limit keeps the reader linear.
constexpr std::size_t kMaxGroupLexemes = 24;

bool has_glued_digits(const LexemeView& view, std::size_t at) {
    return view.is_digits(at) && view.is_glued(at);
}

bool is_group_sign(const LexemeView& view, std::size_t at) {
    const char32_t c = view.sign(at);
    return (c == U',' || c == U'\'' || c == 0x2019 || c == 0xFF0C) && view.is_glued(at) &&
           has_glued_digits(view, at + 1);
}

/// Where the groups behind separators end: "1,234,567" and the Indian "12,34,567". Groups of
/// another shape are no thousands; then `at` + 1 is returned.
std::size_t find_groups_end(const LexemeView& view, std::size_t at) {
    if (digit_count(view, at) > 3) {
        return at + 1;
    }
    std::size_t end = at + 1;
    bool is_western = true;
    while (end < at + kMaxGroupLexemes && is_group_sign(view, end) &&
           (digit_count(view, end + 1) == 3 || digit_count(view, end + 1) == 2)) {
        is_western = is_western && digit_count(view, end + 1) == 3;
        end += 2;
    }
    const bool ends_in_three = end > at + 1 && digit_count(view, end - 1) == 3;
    if (!ends_in_three || (!is_western && digit_count(view, at) > 2)) {
        return at + 1;
    }
    return end;
}

/// "1 234 567": groups of three behind blanks. One group alone is two numbers unless it is "000".
std::size_t find_spaced_groups_end(const LexemeView& view, std::size_t at) {
    if (digit_count(view, at) > 3) {
        return at + 1;
    }
    std::size_t end = at + 1;
    while (end < at + kMaxGroupLexemes && view.is_digits(end) && view[end].has_space_before &&
           digit_count(view, end) == 3 && !view.is_glued(end)) {
        ++end;
    }
    const bool is_grouped = end >= at + 3 || (end == at + 2 && view.slice(at + 1) == "000");
    return is_grouped ? end : at + 1;
}

/// "1.000.000" and "1.234,50": thousands joined by full stops, where zeros at the end or a decimal
/// comma say so; otherwise it is a version or an address.
std::optional<std::size_t> find_dotted_groups_end(const LexemeView& view, std::size_t at) {
    std::size_t end = at + 1;
    while (digit_count(view, at) <= 3 && end < at + kMaxGroupLexemes && view.is_sign(end, U'.') &&
           view.is_glued(end) && has_glued_digits(view, end + 1) &&
           digit_count(view, end + 1) == 3) {
        end += 2;
    }
    const bool has_decimals = view.is_sign(end, U',') && is_group_sign(view, end) &&
                              digit_count(view, end + 1) < 3 && !is_group_sign(view, end + 2);
    const bool is_round = end > at + 3 && view.slice(end - 1) == "000";
    return end > at + 1 && (has_decimals || is_round) ? std::optional<std::size_t>(end)
                                                      : std::nullopt;
}

/// "6 . 2 %": a decimal point between blanks, as tokenised text has it. A full stop there ends a
/// sentence, so a percent sign or a scale has to follow.
bool is_spaced_point(const LexemeView& view, std::size_t at) {
    if (!view.is_sign(at, U'.') || view.is_glued(at) || !view.is_digits(at + 1) ||
        view.is_glued(at + 1) || digit_count(view, at + 1) > 2) {
        return false;
    }
    if (view.is_sign(at + 2, U'%')) {
        return true;
    }
    for (const std::string_view word : {"percent", "per", "million", "billion", "trillion", "bn"}) {
        if (view.slice(at + 2) == word) {
            return true;
        }
    }
    return false;
}

struct Exponent {
    std::int32_t power = 0;
    std::size_t end = 0;
};

std::optional<Exponent> read_exponent_digits(const LexemeView& view, std::size_t at) {
    const bool has_sign =
        view.is_sign(at, U'+') || view.is_sign(at, U'-') || view.is_sign(at, U'\u2212');
    const std::size_t digits = has_sign ? at + 1 : at;
    if (!has_glued_digits(view, digits) || digit_count(view, digits) > 3) {
        return std::nullopt;
    }
    std::string text;
    append_digits(view, digits, text);
    const std::int32_t power = std::stoi(text);
    const bool is_negative = has_sign && !view.is_sign(at, U'+');
    return Exponent{is_negative ? -power : power, digits + 1};
}

/// "1e10", "6.2x10^-4".
std::optional<Exponent> read_scientific(const LexemeView& view, std::size_t at) {
    const bool is_glued = view.is_glued(at);
    if (is_glued && (view.slice(at) == "e" || view.slice(at) == "E")) {
        return read_exponent_digits(view, at + 1);
    }
    const bool is_times =
        view.slice(at) == "x" || view.is_sign(at, U'\u00D7') || view.is_sign(at, U'*');
    if (is_times && view.slice(at + 1) == "10" && view.is_sign(at + 2, U'^')) {
        return read_exponent_digits(view, at + 3);
    }
    return std::nullopt;
}

Decimal raise(Decimal base, std::int32_t power) {
    Decimal result(1);
    for (std::int32_t i = 0; i < (power < 0 ? -power : power); ++i) {
        result = result * base;
    }
    return power < 0 && !result.is_zero() ? Decimal(1) / result : result;
}

void apply_powers(const LexemeView& view, Amount& amount) {
    if (auto scientific = read_scientific(view, amount.end)) {
        amount.value = amount.value.shifted(scientific->power);
        amount.last_digit_power += scientific->power;
        amount.end = scientific->end;
        amount.is_plain = false;
    } else if (view.is_sign(amount.end, U'^') && view.is_glued(amount.end)) {
        auto power = read_exponent_digits(view, amount.end + 1);
        if (power && power->power <= 100 && power->power >= -100) {
            amount.value = raise(amount.value, power->power);
            amount.last_digit_power = amount.value.exponent();
            amount.end = power->end;
            amount.is_plain = false;
        }
    }
}

}  // namespace

std::optional<Amount> read_digit_amount(const LexemeView& view, std::size_t at) {
    const bool starts_with_point = view.is_sign(at, U'.');
    if (!view.is_digits(at) && !(starts_with_point && has_glued_digits(view, at + 1))) {
        return std::nullopt;
    }
    Amount amount;
    amount.is_digits = true;
    std::string digits;
    std::size_t end = at;
    const auto dotted = find_dotted_groups_end(view, at);
    if (!starts_with_point) {
        end = dotted ? *dotted : find_groups_end(view, at);
        if (end == at + 1) {
            end = find_spaced_groups_end(view, at);
        }
        amount.is_plain = end == at + 1;
        for (std::size_t i = at; i < end; ++i) {
            if (view.is_digits(i)) {
                append_digits(view, i, digits);
            }
        }
    }
    // A comma before one or two last digits is a decimal comma: thousands come in threes.
    const bool has_decimal_comma = (amount.is_plain || dotted) && is_group_sign(view, end) &&
                                   view.is_sign(end, U',') && digit_count(view, end + 1) < 3 &&
                                   !is_group_sign(view, end + 2);
    const bool has_point = (view.is_sign(end, U'.') && (starts_with_point || view.is_glued(end)) &&
                            has_glued_digits(view, end + 1)) ||
                           (amount.is_plain && is_spaced_point(view, end));
    if (has_point || has_decimal_comma) {
        // A second point makes it a version, an address of a network or a date.
        if (view.is_sign(end + 2, U'.') && view.is_glued(end + 2) &&
            has_glued_digits(view, end + 3)) {
            return std::nullopt;
        }
        digits += digits.empty() ? "0." : ".";
        append_digits(view, end + 1, digits);
        amount.last_digit_power = -static_cast<std::int32_t>(digit_count(view, end + 1));
        amount.has_decimals = true;
        end += 2;
    }
    const std::optional<Decimal> value = Decimal::parse(digits);
    if (!value) {
        return std::nullopt;
    }
    amount.value = *value;
    if (!amount.has_decimals) {
        amount.last_digit_power = value->is_zero() ? 0 : value->exponent();
    }
    amount.end = end;
    apply_powers(view, amount);
    amount.mantissa = amount.value;
    return amount;
}

}  // namespace atodds
