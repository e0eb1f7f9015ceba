#include "values/date_numbers.hpp"

namespace atodds {
namespace {

using enum DateWord;

/// 1 to 99 in words: "seven", "twenty", "twenty-two", "twenty two".
std::optional<NumberAt> small_words_at(const DateContext& context, std::size_t i) {
    if (!context.is(i, Cardinal)) {
        return std::nullopt;
    }
    const int first = context.at(i).value;
    std::size_t next = i + 1;
    if (first >= 20) {
        next += context.is_sign(next, '-') ? 1U : 0U;
        if (context.is(next, Cardinal) && context.at(next).value >= 1 &&
            context.at(next).value <= 9) {
            return NumberAt{first + context.at(next).value, next + 1};
        }
    }
    return NumberAt{first, i + 1};
}

/// "two hundred and ten", "five thousand": powers of ten multiply what is before them.
std::optional<NumberAt> big_words_at(const DateContext& context, std::size_t i) {
    auto part = small_words_at(context, i);
    if (!part) {
        return std::nullopt;
    }
    int total = 0;
    int group = part->value;
    std::size_t end = part->end;
    // Longer than any number in use; keeps reading linear on hostile text.
    const std::size_t last = i + 24;
    while (end < last && total < 1000000000) {
        if (context.is(end, Power) && context.at(end).value != 12) {
            const int power = context.at(end).value;
            group *= power;
            if (group > 100000000 || group < 0) {
                return std::nullopt;
            }
            if (power >= 1000) {
                total += group;
                group = 0;
            }
            ++end;
            continue;
        }
        const bool is_after_power = context.is(end - 1, Power);
        const std::size_t next = end + (context.is(end, And) ? 1U : 0U);
        part = is_after_power ? small_words_at(context, next) : std::nullopt;
        if (!part) {
            return NumberAt{total + group, end};
        }
        group += part->value;
        end = part->end;
    }
    return std::nullopt;
}

/// "nineteen ninety six", "nineteen zero one", "nineteen hundred ninety three", "twenty-ten".
std::optional<NumberAt> paired_year_at(const DateContext& context, std::size_t i) {
    if (!context.is(i, Cardinal)) {
        return std::nullopt;
    }
    const int century = context.at(i).value;
    if (century < 10 || century > 20) {
        return std::nullopt;
    }
    std::size_t next = i + 1;
    const bool has_hundred = context.is(next, Power) && context.at(next).value == 100;
    if (has_hundred) {
        ++next;
        next += context.is(next, And) ? 1U : 0U;
    } else {
        next += context.is_sign(next, '-') ? 1U : 0U;
    }
    if (context.is(next, Cardinal) && context.at(next).value == 0) {
        const auto unit = small_words_at(context, next + 1);
        if (unit && unit->value < 10) {
            return NumberAt{century * 100 + unit->value, unit->end};
        }
        return std::nullopt;
    }
    const auto rest = small_words_at(context, next);
    if (!rest || (!has_hundred && rest->value < 10)) {
        return std::nullopt;
    }
    return NumberAt{century * 100 + rest->value, rest->end};
}

}  // namespace

std::optional<NumberAt> count_at(const DateContext& context, std::size_t i) {
    const DateToken& token = context.at(i);
    if (token.word == Digits) {
        if (token.length > 6) {
            return std::nullopt;
        }
        return NumberAt{token.value, i + 1, false, true};
    }
    if (token.word == Power && token.value == 12) {
        return NumberAt{12, i + 1};
    }
    return big_words_at(context, i);
}

std::optional<NumberAt> ordinal_at(const DateContext& context, std::size_t i) {
    const DateToken& token = context.at(i);
    if (token.word == Digits) {
        const bool is_ordinal =
            token.length <= 3 && context.is(i + 1, Suffix) && context.is_attached(i + 1);
        return is_ordinal ? std::optional<NumberAt>{{token.value, i + 2, true, true}}
                          : std::nullopt;
    }
    if (token.word == Ordinal) {
        return NumberAt{token.value, i + 1, true};
    }
    if (token.word == Cardinal && token.value >= 20) {
        const std::size_t next = i + (context.is_sign(i + 1, '-') ? 2U : 1U);
        if (context.is(next, Ordinal) && context.at(next).value <= 9) {
            return NumberAt{token.value + context.at(next).value, next + 1, true};
        }
    }
    return std::nullopt;
}

std::optional<NumberAt> day_number_at(const DateContext& context, std::size_t i) {
    auto number = ordinal_at(context, i);
    if (!number && context.is(i, Digits)) {
        if (context.at(i).length > 2 || !is_plain_number(context, i)) {
            return std::nullopt;
        }
        number = NumberAt{context.at(i).value, i + 1, false, true};
    }
    if (!number) {
        number = small_words_at(context, i);
    }
    if (!number || number->value < 1 || number->value > 31) {
        return std::nullopt;
    }
    return number;
}

std::optional<NumberAt> full_year_at(const DateContext& context, std::size_t i) {
    const DateToken& token = context.at(i);
    if (token.word == Digits) {
        const bool is_year = token.length == 4 && token.value >= 1000 && token.value < 3000 &&
                             is_plain_number(context, i);
        return is_year ? std::optional<NumberAt>{{token.value, i + 1, false, true}} : std::nullopt;
    }
    if (token.word != Cardinal) {
        return std::nullopt;
    }
    if (auto paired = paired_year_at(context, i)) {
        return paired;
    }
    const auto count = big_words_at(context, i);
    const bool is_thousand = context.is(i + 1, Power) && context.at(i + 1).value == 1000;
    if (!count || !is_thousand || count->value < 1000 || count->value >= 3000) {
        return std::nullopt;
    }
    return count;
}

std::optional<NumberAt> trailing_year_at(const DateContext& context, std::size_t i) {
    if (const auto year = full_year_at(context, i)) {
        return with_era(context, *year);
    }
    const bool has_apostrophe = context.is_sign(i, '\'') || context.is_sign(i, U'’');
    const std::size_t at = i + (has_apostrophe ? 1U : 0U);
    const DateToken& token = context.at(at);
    if (token.word != Digits || token.length > 4 || !is_plain_number(context, at)) {
        return std::nullopt;
    }
    const NumberAt plain{token.value, at + 1, false, true};
    const NumberAt year = with_era(context, plain);
    if (year.end != plain.end) {
        return year;
    }
    if (token.length != 2 || (has_apostrophe && !context.is_attached(at))) {
        return std::nullopt;
    }
    if (!has_apostrophe && !ends_phrase(context, at + 1)) {
        return std::nullopt;
    }
    return NumberAt{expand_two_digits(token.value), at + 1, false, true};
}

NumberAt with_era(const DateContext& context, NumberAt year) {
    std::size_t at = year.end;
    if (context.is(at, Era)) {
        year.value = context.at(at).value < 0 ? 1 - year.value : year.value;
        year.end = at + 1;
        return year;
    }
    // "A.D.", "B.C.": single letters with full stops.
    const std::string_view first = context.text_of(at);
    const std::string_view second = context.text_of(at + 2);
    const bool is_ad = first == "A" && second == "D";
    const bool is_bc = first == "B" && second == "C";
    if ((is_ad || is_bc) && context.is_sign(at + 1, '.') && context.is_attached(at + 2)) {
        year.value = is_bc ? 1 - year.value : year.value;
        at += 3;
        year.end = at + (context.is_sign(at, '.') ? 1U : 0U);
    }
    return year;
}

int expand_two_digits(int year) {
    return year > 50 ? 1900 + year : 2000 + year;
}

bool ends_phrase(const DateContext& context, std::size_t i) {
    switch (context.at(i).word) {
        case None:
        case Unit:
        case Digits:
        case Cardinal:
        case Power:
        case Month:
        case More:
        case Half:
        case Old:
            return false;
        case Sign: {
            const char32_t sign = context.at(i).sign;
            return sign != '%' && sign != '$' && sign != '/' && sign != ':' && sign != U'€' &&
                   sign != U'£';
        }
        default:
            return true;
    }
}

}  // namespace atodds
