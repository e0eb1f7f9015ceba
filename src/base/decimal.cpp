#include "base/decimal.hpp"

#include "base/assert.hpp"

#include <cmath>
#include <cstdlib>

namespace atodds {
namespace {

__extension__ using Wide = __int128;

constexpr Wide kMaxCoefficient = 999'999'999'999'999'999;  // 18 digits fit an int64
constexpr std::int32_t kMaxExponent = 1'000'000;           // far beyond any unit, keeps sums cheap

Wide magnitude(Wide value) {
    return value < 0 ? -value : value;
}

/// Divides by ten, rounding half to even; `sticky` says that non-zero digits were dropped before.
Wide drop_digit(Wide value, bool& sticky) {
    const Wide size = magnitude(value);
    const int last = static_cast<int>(size % 10);
    Wide rest = size / 10;
    const bool is_tie = last == 5 && !sticky;
    if (last > 5 || (last == 5 && sticky) || (is_tie && rest % 2 == 1)) {
        ++rest;
    }
    sticky = sticky || last != 0;
    return value < 0 ? -rest : rest;
}

Decimal fit(Wide coefficient, std::int64_t exponent) {
    bool sticky = false;
    // Only the last dropped digit may round, or 0.45 -> 0.5 -> 1 would round twice.
    while (magnitude(coefficient) > kMaxCoefficient * 10) {
        sticky = sticky || coefficient % 10 != 0;
        coefficient /= 10;
        ++exponent;
    }
    if (magnitude(coefficient) > kMaxCoefficient) {
        coefficient = drop_digit(coefficient, sticky);
        ++exponent;
    }
    const std::int64_t bounded = exponent > kMaxExponent
                                     ? kMaxExponent
                                     : (exponent < -kMaxExponent ? -kMaxExponent : exponent);
    return Decimal(static_cast<std::int64_t>(coefficient), static_cast<std::int32_t>(bounded));
}

int digit_count(std::int64_t value) {
    int digits = 1;
    for (Wide rest = magnitude(value); rest >= 10; rest /= 10) {
        ++digits;
    }
    return digits;
}

Wide power_of_ten(std::int64_t power) {
    Wide result = 1;
    for (std::int64_t i = 0; i < power; ++i) {
        result *= 10;
    }
    return result;
}

Decimal sum(Decimal a, Decimal b) {
    if (a.is_zero()) {
        return b;
    }
    if (b.is_zero()) {
        return a;
    }
    if (a.exponent() < b.exponent()) {
        return sum(b, a);
    }
    const std::int64_t shift = std::int64_t{a.exponent()} - b.exponent();
    if (shift > 19) {
        return a;  // b lies below the 18th digit of a
    }
    return fit(Wide{a.coefficient()} * power_of_ten(shift) + b.coefficient(), b.exponent());
}

struct Reader {
    std::string_view text;
    std::size_t at = 0;

    bool has_digit() const { return at < text.size() && text[at] >= '0' && text[at] <= '9'; }

    bool take(char wanted) {
        if (at < text.size() && text[at] == wanted) {
            ++at;
            return true;
        }
        return false;
    }
};

struct Digits {
    Wide coefficient = 0;
    std::int64_t exponent = 0;
    bool any = false;
    bool sticky = false;
};

void read_digits(Reader& reader, Digits& digits, bool is_fraction) {
    while (reader.has_digit()) {
        digits.any = true;
        const int digit = reader.text[reader.at++] - '0';
        if (digits.coefficient <= kMaxCoefficient * 100) {
            digits.coefficient = digits.coefficient * 10 + digit;
            digits.exponent -= is_fraction ? 1 : 0;
        } else {
            digits.exponent += is_fraction ? 0 : 1;
        }
    }
}

}  // namespace

Decimal::Decimal(std::int64_t coefficient, std::int32_t exponent)
    : coefficient_(coefficient), exponent_(coefficient == 0 ? 0 : exponent) {
    while (coefficient_ != 0 && coefficient_ % 10 == 0) {
        coefficient_ /= 10;
        ++exponent_;
    }
}

std::optional<Decimal> Decimal::parse(std::string_view text) {
    Reader reader{text};
    const bool is_minus = reader.take('-');
    if (!is_minus) {
        reader.take('+');
    }
    Digits digits;
    read_digits(reader, digits, false);
    if (reader.take('.')) {
        read_digits(reader, digits, true);
    }
    if (!digits.any) {
        return std::nullopt;
    }
    if (reader.take('e') || reader.take('E')) {
        const bool is_negative_power = reader.take('-');
        if (!is_negative_power) {
            reader.take('+');
        }
        std::int64_t power = 0;
        if (!reader.has_digit()) {
            return std::nullopt;
        }
        while (reader.has_digit()) {
            power = power > kMaxExponent ? power : power * 10 + (reader.text[reader.at] - '0');
            ++reader.at;
        }
        digits.exponent += is_negative_power ? -power : power;
    }
    if (reader.at != text.size()) {
        return std::nullopt;
    }
    return fit(is_minus ? -digits.coefficient : digits.coefficient, digits.exponent);
}

Decimal Decimal::operator-() const {
    return Decimal(-coefficient_, exponent_);
}

Decimal operator+(Decimal a, Decimal b) {
    return sum(a, b);
}

Decimal operator-(Decimal a, Decimal b) {
    return sum(a, -b);
}

Decimal operator*(Decimal a, Decimal b) {
    return fit(Wide{a.coefficient_} * b.coefficient_, std::int64_t{a.exponent_} + b.exponent_);
}

Decimal operator/(Decimal a, Decimal b) {
    ATODDS_ASSERT(!b.is_zero(), "division of an exact decimal by zero");
    // The quotient gets 19 or 20 digits, one or two more than are kept, plus a sticky digit.
    const int shift = 19 + digit_count(b.coefficient_) - digit_count(a.coefficient_);
    const int safe_shift = shift < 0 ? 0 : shift;
    Wide numerator = a.coefficient_;
    numerator *= power_of_ten(safe_shift);
    Wide quotient = numerator / b.coefficient_;
    const bool is_inexact = numerator % b.coefficient_ != 0;
    quotient = quotient * 10 + (is_inexact ? (quotient < 0 ? -1 : 1) : 0);
    return fit(quotient, std::int64_t{a.exponent_} - b.exponent_ - safe_shift - 1);
}

std::strong_ordering operator<=>(const Decimal& a, const Decimal& b) {
    const int sign_a = a.coefficient_ < 0 ? -1 : (a.coefficient_ > 0 ? 1 : 0);
    const int sign_b = b.coefficient_ < 0 ? -1 : (b.coefficient_ > 0 ? 1 : 0);
    if (sign_a != sign_b || sign_a == 0) {
        return sign_a <=> sign_b;
    }
    const std::int64_t top_a = std::int64_t{a.exponent_} + digit_count(a.coefficient_);
    const std::int64_t top_b = std::int64_t{b.exponent_} + digit_count(b.coefficient_);
    if (top_a != top_b) {
        return sign_a > 0 ? top_a <=> top_b : top_b <=> top_a;
    }
    // Equal size: both coefficients fit 18 digits, so the difference of exponents is below 18.
    const std::int64_t shift = std::int64_t{a.exponent_} - b.exponent_;
    const Wide left = Wide{a.coefficient_} * power_of_ten(shift > 0 ? shift : 0);
    const Wide right = Wide{b.coefficient_} * power_of_ten(shift < 0 ? -shift : 0);
    return left < right
               ? std::strong_ordering::less
               : (left > right ? std::strong_ordering::greater : std::strong_ordering::equal);
}

Decimal Decimal::shifted(std::int32_t power) const {
    return Decimal(coefficient_, exponent_ + power);
}

Decimal Decimal::absolute() const {
    return Decimal(coefficient_ < 0 ? -coefficient_ : coefficient_, exponent_);
}

std::string Decimal::to_string() const {
    constexpr int kPlainLimit = 40;
    std::string digits = std::to_string(coefficient_ < 0 ? -coefficient_ : coefficient_);
    if (exponent_ > kPlainLimit || exponent_ < -kPlainLimit) {
        digits += "e" + std::to_string(exponent_);
    } else if (exponent_ >= 0) {
        digits.append(static_cast<std::size_t>(exponent_), '0');
    } else {
        const auto places = static_cast<std::size_t>(-exponent_);
        if (digits.size() <= places) {
            digits.insert(0, places - digits.size() + 1, '0');
        }
        digits.insert(digits.size() - places, ".");
    }
    return coefficient_ < 0 ? "-" + digits : digits;
}

double Decimal::to_double() const {
    return static_cast<double>(coefficient_) * std::pow(10.0, exponent_);
}

}  // namespace atodds
