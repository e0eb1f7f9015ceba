#include "base/decimal.hpp"

#include <doctest/doctest.h>

namespace atodds {

TEST_CASE("a decimal prints plain digits whatever its exponent") {
    CHECK(Decimal(36, 8).to_string() == "3600000000");
    CHECK(Decimal(-25, -2).to_string() == "-0.25");
    CHECK(Decimal(5, -3).to_string() == "0.005");
    CHECK(Decimal(0, 7).to_string() == "0");
}

TEST_CASE("a decimal is read exactly or not at all") {
    CHECK(Decimal::parse("3.60") == Decimal(36, -1));
    CHECK(Decimal::parse("-.5") == Decimal(-5, -1));
    CHECK(Decimal::parse("1e6") == Decimal(1, 6));
    CHECK_FALSE(Decimal::parse("1,000").has_value());
    CHECK_FALSE(Decimal::parse("").has_value());
    CHECK_FALSE(Decimal::parse("1e").has_value());
    CHECK_FALSE(Decimal::parse("12 ").has_value());
}

TEST_CASE("arithmetic on decimals is exact where 18 digits suffice") {
    CHECK(Decimal(1, -1) + Decimal(2, -1) == Decimal(3, -1));
    CHECK(Decimal(300000) * Decimal(12000) == Decimal(36, 8));
    CHECK(Decimal(36, 8) / Decimal(300000) == Decimal(12000));
    CHECK(Decimal(5) - Decimal(5) == Decimal());
}

TEST_CASE("a third rounds half to even at the eighteenth digit") {
    CHECK((Decimal(1) / Decimal(3)).to_string() == "0.333333333333333333");
    CHECK((Decimal(2) / Decimal(3)).to_string() == "0.666666666666666667");
}

TEST_CASE("decimals order by value across exponents and signs") {
    CHECK(Decimal(3, 9) > Decimal(29, 8));
    CHECK(Decimal(-3) < Decimal(-2));
    CHECK(Decimal(-1) < Decimal(1, -9));
    CHECK(Decimal(1, 40) > Decimal(9, 3));
    CHECK((Decimal(10) <=> Decimal(1, 1)) == std::strong_ordering::equal);
}

}  // namespace atodds
