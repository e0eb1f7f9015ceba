#include "values/duration_amount.hpp"

#include "values/date_numbers.hpp"

namespace atodds {
namespace {

using enum DateWord;

std::optional<Decimal> fraction_sign(char32_t sign) {
    switch (sign) {
        case U'½':
            return Decimal(5, -1);
        case U'¼':
            return Decimal(25, -2);
        case U'¾':
            return Decimal(75, -2);
        default:
            return std::nullopt;
    }
}

/// "3", "3.5", "1,200", "1/2", "2 1/2", "2½".
std::optional<TimeAmount> digit_amount_at(const DateContext& context, std::size_t i) {
    const DateToken& token = context.at(i);
    if (token.length > 7) {
        return std::nullopt;
    }
    const bool is_inside = i > 1 && context.is_attached(i) && context.is_attached(i - 1) &&
                           context.is(i - 2, Digits) && context.is(i - 1, Sign) &&
                           context.at(i - 1).sign != '-' && context.at(i - 1).sign != U'–';
    if (is_inside || (context.is_attached(i) &&
                      (context.before(i).word == None || context.is_sign(i - 1, '$')))) {
        return std::nullopt;
    }
    TimeAmount amount{Decimal(token.value), i + 1, false, false, true};
    const auto joined_number = [&](char32_t sign) {
        return context.is_sign(i + 1, sign) && context.is_attached(i + 1) &&
               context.is(i + 2, Digits) && context.is_attached(i + 2);
    };
    if (joined_number('.') && context.at(i + 2).length < 7) {
        const DateToken& decimals = context.at(i + 2);
        amount.value = amount.value + Decimal(decimals.value, -decimals.length);
        amount.end = i + 3;
    } else if (joined_number(',') && context.at(i + 2).length == 3) {
        amount.value = amount.value.shifted(3) + Decimal(context.at(i + 2).value);
        amount.end = i + 3;
    } else if (joined_number('/') && context.at(i + 2).value > token.value) {
        amount.value = Decimal(token.value) / Decimal(context.at(i + 2).value);
        amount.end = i + 3;
    } else if (const auto part = fraction_sign(context.at(i + 1).sign)) {
        amount.value = amount.value + *part;
        amount.end = i + 2;
    } else if (context.is(i + 1, Digits) && context.is_sign(i + 2, '/') &&
               context.is(i + 3, Digits) && context.at(i + 3).value > context.at(i + 1).value) {
        amount.value =
            amount.value + Decimal(context.at(i + 1).value) / Decimal(context.at(i + 3).value);
        amount.end = i + 4;
    }
    return amount;
}

/// "and a half", "and three quarters", "and quarter", with "of" behind it; also "-and-a-half".
TimeAmount with_added_part(const DateContext& context, TimeAmount amount) {
    std::size_t at = skip_dash(context, amount.end);
    if (!context.is(at, And)) {
        return amount;
    }
    at = skip_dash(context, at + 1);
    int count = 1;
    if (context.is(at, Article)) {
        at = skip_dash(context, at + 1);
    } else if (context.is(at, Cardinal) && context.at(at).value >= 1 && context.at(at).value <= 3) {
        count = context.at(at).value;
        ++at;
    }
    const bool is_quarter =
        context.is(at, Unit) && context.at(at).value == static_cast<int>(CalendarUnit::Quarter);
    if (!is_quarter && !context.is(at, Half)) {
        return amount;
    }
    // "one and a half hours", but "one hour and half of the next" has no unit behind the half.
    const std::size_t after = at + 1 + (context.is(at + 1, Of) ? 1U : 0U);
    if (!unit_at(context, skip_dash(context, after))) {
        return amount;
    }
    amount.value = amount.value + Decimal(count * (is_quarter ? 25 : 50), -2);
    amount.end = after;
    amount.is_article = false;
    return amount;
}

/// "three quarters of an hour", "a quarter of an hour".
std::optional<TimeAmount> quarters_of_at(const DateContext& context, std::size_t i, int count) {
    const bool is_quarter = context.is(i, Unit) && context.is(i + 1, Of) &&
                            context.at(i).value == static_cast<int>(CalendarUnit::Quarter);
    const bool has_unit =
        is_quarter && context.is(i + 2, Article) && unit_at(context, i + 3) && count <= 3;
    return has_unit ? std::optional<TimeAmount>{TimeAmount{Decimal(count * 25, -2), i + 3}}
                    : std::nullopt;
}

std::optional<TimeAmount> half_amount_at(const DateContext& context, std::size_t i) {
    std::size_t end = i + 1;
    end = skip_dash(context, end);
    end += context.is(end, Article) ? 1U : 0U;
    return TimeAmount{Decimal(5, -1), end};
}

std::optional<TimeAmount> vague_amount_at(const DateContext& context, std::size_t i) {
    const std::size_t end = i + 1 + (context.is(i + 1, Of) ? 1U : 0U);
    const int value = context.at(i).value;
    return TimeAmount{Decimal(value), end, value != 2};
}

std::optional<TimeAmount> article_amount_at(const DateContext& context, std::size_t i) {
    if (context.is(i + 1, Vague)) {
        return vague_amount_at(context, i + 1);
    }
    if (context.is(i + 1, Half)) {
        return half_amount_at(context, i + 1);
    }
    if (auto quarter = quarters_of_at(context, i + 1, 1)) {
        return quarter;
    }
    if (context.is(i + 1, Power)) {
        const int power = context.at(i + 1).value;
        return TimeAmount{Decimal(power), i + 2};
    }
    const std::size_t end = i + 1 + (context.is(i + 1, All) ? 1U : 0U);
    return TimeAmount{Decimal(1), end, false, true};
}

}  // namespace

std::size_t skip_dash(const DateContext& context, std::size_t i) {
    const bool is_tight = context.is_attached(i) && context.is_attached(i + 1);
    return is_tight && context.is_sign(i, '-') ? i + 1 : i;
}

std::optional<CalendarUnit> unit_at(const DateContext& context, std::size_t i) {
    const DateToken& token = context.at(i);
    if (token.word == Unit) {
        return static_cast<CalendarUnit>(token.value);
    }
    const bool is_hour = token.word == PeriodTag && context.text_of(i) == "h";
    if (is_hour) {
        return CalendarUnit::Hour;
    }
    const bool is_second = token.word == Ordinal && token.value == 2;
    return is_second ? std::optional{CalendarUnit::Second} : std::nullopt;
}

std::optional<TimeAmount> amount_at(const DateContext& context, std::size_t i) {
    const DateToken& token = context.at(i);
    std::optional<TimeAmount> amount;
    switch (token.word) {
        case Digits:
            amount = digit_amount_at(context, i);
            // "2 million years"
            if (amount && context.is(amount->end, Power)) {
                amount->value = amount->value * Decimal(context.at(amount->end).value);
                ++amount->end;
            }
            break;
        case Cardinal:
        case Power:
            if (auto quarters = quarters_of_at(context, i + 1, token.value)) {
                return quarters;
            }
            if (const auto count = count_at(context, i)) {
                amount = TimeAmount{Decimal(count->value), count->end};
            }
            break;
        case Article:
            return article_amount_at(context, i);
        case Vague:
            return vague_amount_at(context, i);
        case Half:
            return half_amount_at(context, i);
        case All:
            return TimeAmount{Decimal(1), skip_dash(context, i + 1)};
        case Sign:
            if (const auto part = fraction_sign(token.sign)) {
                return TimeAmount{*part, i + 1, false, false, true};
            }
            return std::nullopt;
        default:
            return std::nullopt;
    }
    return amount ? std::optional<TimeAmount>{with_added_part(context, *amount)} : std::nullopt;
}

}  // namespace atodds
