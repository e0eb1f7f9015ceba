#pragma once
// Exact decimal numbers as news states them: an integer coefficient and a power of ten. No double
// ever holds a value from an article. Results that need more than 18 significant digits (a third,
// a product of long numbers) are rounded half to even at the 18th; nothing else ever rounds.

#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace atodds {

class Decimal {
  public:
    constexpr Decimal() = default;

    /// The number coefficient * 10^exponent, normalised (no trailing zeros in the coefficient).
    Decimal(std::int64_t coefficient, std::int32_t exponent = 0);

    /// Reads "12", "-0.5", "+3", "1e6", ".5"; no separators, no blanks. Nothing for anything else.
    static std::optional<Decimal> parse(std::string_view text);

    std::int64_t coefficient() const { return coefficient_; }

    std::int32_t exponent() const { return exponent_; }

    bool is_zero() const { return coefficient_ == 0; }

    bool is_negative() const { return coefficient_ < 0; }

    bool is_integer() const { return exponent_ >= 0; }

    Decimal operator-() const;
    friend Decimal operator+(Decimal a, Decimal b);
    friend Decimal operator-(Decimal a, Decimal b);
    friend Decimal operator*(Decimal a, Decimal b);

    /// a / b, rounded half to even at 18 significant digits. Requires: b is not zero.
    friend Decimal operator/(Decimal a, Decimal b);

    friend bool operator==(const Decimal&, const Decimal&) = default;
    friend std::strong_ordering operator<=>(const Decimal& a, const Decimal& b);

    /// This number times 10^power.
    Decimal shifted(std::int32_t power) const;

    Decimal absolute() const;

    /// Plain digits without an exponent: "3600000000", "-0.25". Longer than 40 digits: "1e60".
    std::string to_string() const;

    /// For scores and printing only, never for a comparison of facts.
    double to_double() const;

  private:
    std::int64_t coefficient_ = 0;
    std::int32_t exponent_ = 0;
};

}  // namespace atodds
