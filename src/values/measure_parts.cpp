#include "values/measure_parts.hpp"

#include "base/hash.hpp"
#include "values/currency_table.hpp"
#include "values/keywords.hpp"
#include "values/number_words.hpp"
#include "values/unit_table.hpp"

#include <array>
#include <string_view>

namespace atodds {
namespace {

template <std::size_t Size>
bool is_one_of(const LexemeView& view, std::size_t at,
               const std::array<std::string_view, Size>& words) {
    for (const std::string_view word : words) {
        if (is_word(view, at, word)) {
            return true;
        }
    }
    return false;
}

std::size_t skip_glued_dash(const LexemeView& view, std::size_t at) {
    return view.is_dash(at) && view.is_glued(at) && view.is_glued(at + 1) ? at + 1 : at;
}

void finish(Measure& measure, std::size_t end) {
    measure.end = end;
    measure.read_end = end;
}

/// True where a word of the kind stands in the same line within the last lexemes before the
/// measure, or right behind it.
bool is_near(const LexemeView& view, const Measure& measure, Keyword wanted) {
    constexpr std::size_t kReach = 12;  // about a clause
    for (std::size_t i = 1; i <= kReach && i <= measure.begin; ++i) {
        if (view.is_end(measure.begin - i)) {
            break;
        }
        if (find_keyword(view.word_id(measure.begin - i)) == wanted) {
            return true;
        }
    }
    constexpr std::size_t kAhead = 6;
    for (std::size_t i = 0; i < kAhead && !view.is_end(measure.end + i); ++i) {
        if (find_keyword(view.word_id(measure.end + i)) == wanted) {
            return true;
        }
    }
    return false;
}

void scale_amount(Amount& amount, Decimal factor) {
    amount.value = amount.value * factor;
    amount.last_digit_power += factor.exponent();
}

/// The things prices and amounts are counted by behind "a": "$20 a share".
constexpr std::array<std::string_view, 42> kPerNouns = {
    "share", "barrel", "day",   "week",   "month", "year",    "hour",   "minute",   "second",
    "unit",  "ton",    "tonne", "pound",  "ounce", "gallon",  "bushel", "piece",    "person",
    "head",  "dozen",  "copy",  "bottle", "night", "ticket",  "kilo",   "kilogram", "litre",
    "liter", "mile",   "pop",   "chip",   "chunk", "student", "vote",   "kg",       "oz",
    "ride",  "trip",   "seat",  "meal",   "gram",  "game"};

}  // namespace

bool read_percent_suffix(const LexemeView& view, Measure& measure) {
    std::size_t at = measure.end;
    const bool is_part = measure.amount.is_fraction || measure.amount.has_decimals;
    if (is_part && find_keyword(view.word_id(at)) == Keyword::Of) {
        // "a quarter of a percent", "three quarters of one percent", "0.2 of a point"
        const bool has_one = find_keyword(view.word_id(at + 1)) == Keyword::A ||
                             is_word(view, at + 1, "one") || view.slice(at + 1) == "1";
        at += has_one ? 2 : 1;
    } else if (measure.amount.is_fraction && find_keyword(view.word_id(at)) == Keyword::A) {
        ++at;
    }
    at = skip_glued_dash(view, at);
    const bool is_basis = is_word(view, at, "basis") &&
                          (is_word(view, at + 1, "points") || is_word(view, at + 1, "point"));
    if (is_basis || is_word(view, at, "bps") || is_word(view, at, "bp")) {
        measure.type = ValueType::PercentagePoints;
        scale_amount(measure.amount, Decimal(1, -2));
        finish(measure, is_basis ? at + 2 : at + 1);
        return true;
    }
    if (is_word(view, at, "pp") || is_word(view, at, "ppt")) {
        measure.type = ValueType::PercentagePoints;
        finish(measure, at + 1);
        return true;
    }
    std::size_t end = at;
    if (view.is_sign(at, U'%') || view.is_sign(at, U'\uFF05') || view.is_sign(at, U'\u2030')) {
        if (view.is_sign(at, U'\u2030')) {
            scale_amount(measure.amount, Decimal(1, -1));
        }
        end = at + 1;
    } else if (is_one_of(view, at,
                         std::array<std::string_view, 5>{"percent", "percents", "pct", "percentage",
                                                         "percentages"})) {
        end = at + 1;
    } else if (const std::size_t cent = skip_glued_dash(view, at + 1);
               find_keyword(view.word_id(at)) == Keyword::Per &&
               (is_word(view, cent, "cent") || is_word(view, cent, "cents"))) {
        end = cent + 1;
    }
    if (end == at) {
        return false;
    }
    measure.type = ValueType::Percent;
    const std::size_t point = skip_glued_dash(view, end);
    if (is_word(view, point, "points") || is_word(view, point, "point") ||
        is_word(view, point, "pts")) {
        measure.type = ValueType::PercentagePoints;
        end = point + 1;
    }
    finish(measure, end);
    return true;
}

void read_per(const LexemeView& view, Measure& measure) {
    std::size_t at = measure.read_end;
    at = skip_glued_dash(view, at);
    const Keyword keyword = find_keyword(view.word_id(at));
    if (keyword == Keyword::Each) {
        measure.per = "each";
        measure.read_end = at + 1;
        return;
    }
    // "2.5 million barrels of oil per day"
    if (keyword == Keyword::Of && view.is_word(at + 1) &&
        find_keyword(view.word_id(at + 2)) == Keyword::Per && view.is_word(at + 3)) {
        measure.per = std::string(view.slice(at + 3));
        return;
    }
    const bool is_slash = view.is_sign(at, U'/') && view.is_glued(at) && view.is_word(at + 1);
    const std::size_t noun = skip_glued_dash(view, at + 1);
    const bool is_per = keyword == Keyword::Per && view.is_word(noun);
    // "$3.1 billion a year earlier" is a date behind the amount.
    constexpr std::array<std::string_view, 5> kShifts = {"earlier", "ago", "later", "before",
                                                         "after"};
    const bool is_article = keyword == Keyword::A && is_one_of(view, noun, kPerNouns) &&
                            !is_one_of(view, noun + 1, kShifts);
    const bool is_every = is_word(view, at, "every") && is_one_of(view, noun, kPerNouns);
    if (is_slash || is_per || is_article || is_every) {
        measure.per = std::string(view.slice(noun));
        measure.read_end = noun + 1;
    }
}

namespace {

/// "48.5 MGBP", "2 kEUR": a scale letter joined to a code, both in capitals but for the k.
std::optional<Decimal> read_joined_code(const LexemeView& view, std::size_t at, std::string& unit) {
    const std::string_view word = view.slice(at);
    if (!view.is_word(at) || word.size() != 4) {
        return std::nullopt;
    }
    const char letter = word[0];
    const std::int32_t power = letter == 'k' || letter == 'K' ? 3
                               : letter == 'M'                ? 6
                               : letter == 'B'                ? 9
                                                              : 0;
    std::string code;
    for (const char c : word.substr(1)) {
        if (c < 'A' || c > 'Z') {
            return std::nullopt;
        }
        code += static_cast<char>(c + ('a' - 'A'));
    }
    const auto code_unit = find_currency_code(code);
    if (power == 0 || !code_unit) {
        return std::nullopt;
    }
    unit = *code_unit;
    return Decimal(1, power);
}

/// Pounds weigh unless money is near: "a 20-pound bag", "fined 500 pounds", "361 million pounds".
bool is_money_pound(const LexemeView& view, const Measure& measure, std::size_t end) {
    const Keyword next = find_keyword(view.word_id(end));
    if (measure.amount.scale >= Decimal(1, 6) || is_word(view, end, "sterling")) {
        return true;
    }
    if (next == Keyword::Of || measure.amount.is_lone_article ||
        is_near(view, measure, Keyword::Weigh)) {
        return false;
    }
    return is_near(view, measure, Keyword::Cost) || measure.amount.value >= Decimal(10000);
}

bool is_plausible_name(const LexemeView& view, const Measure& measure,
                       const CurrencyMatch& currency) {
    if (currency.unit == "GBP" && currency.is_everyday_noun) {
        return is_money_pound(view, measure, currency.end);
    }
    if (!currency.is_everyday_noun) {
        return true;
    }
    const std::string_view name = view.slice(currency.end - 1);
    if (name.size() == 1) {
        return name == "p" && view.is_glued(currency.end - 1) && !view.is_glued(currency.end);
    }
    return measure.amount.value >= Decimal(100);
}

/// "$" behind an amount is its currency unless it starts the next amount.
bool is_suffix_sign(const LexemeView& view, std::size_t at, std::size_t end) {
    if (!view.is_digits(end)) {
        return true;
    }
    return !view.is_glued(end) && view.sign(end + 1) == view.sign(at);
}

}  // namespace

bool read_money_suffix(const LexemeView& view, Measure& measure) {
    std::size_t at = measure.end;
    if (measure.amount.is_fraction) {
        at = find_keyword(view.word_id(at)) == Keyword::Of ? at + 1 : at;
        at = find_keyword(view.word_id(at)) == Keyword::A ? at + 1 : at;
    }
    at = skip_glued_dash(view, at);
    std::string joined_unit;
    if (const auto scale = read_joined_code(view, at, joined_unit)) {
        scale_amount(measure.amount, *scale);
        measure.type = ValueType::Money;
        measure.unit = joined_unit;
        finish(measure, at + 1);
        return true;
    }
    const auto currency = find_currency(view, at);
    if (!currency) {
        return false;
    }
    if (currency->form == CurrencyForm::Sign && !is_suffix_sign(view, at, currency->end)) {
        return false;
    }
    if (currency->form == CurrencyForm::Code &&
        (view.is_digits(currency->end) && view.is_glued(currency->end))) {
        return false;
    }
    if (currency->form == CurrencyForm::Name && !is_plausible_name(view, measure, *currency)) {
        return false;
    }
    measure.type = ValueType::Money;
    measure.unit = currency->unit;
    finish(measure, currency->end);
    // "75 USD million"
    const NumberWord* scale =
        view.is_word(measure.end) ? find_number_word(view.word_id(measure.end)) : nullptr;
    if (currency->form == CurrencyForm::Code && scale != nullptr &&
        scale->kind == NumberWordKind::Scale && !scale->is_dozen &&
        measure.amount.scale == Decimal(1)) {
        measure.amount.mantissa = measure.amount.value;
        measure.amount.scale = Decimal(scale->value);
        scale_amount(measure.amount, Decimal(scale->value));
        finish(measure, measure.end + 1);
    }
    if (!currency->is_subunit) {
        read_money_tail(view, measure);
    } else {
        read_per(view, measure);
    }
    return true;
}

namespace {

/// Jiao and mao are tenths; all other subunits in use are hundredths.
Decimal subunit_factor(std::string_view unit) {
    return unit == "jiao" ? Decimal(1, -1) : Decimal(1, -2);
}

/// What may stand behind "20 dollars 43" so that 43 counts cents and nothing else.
bool ends_cents(const LexemeView& view, std::size_t at) {
    const Keyword keyword = find_keyword(view.word_id(at));
    const char32_t sign = view.sign(at);
    const bool is_stop = sign != 0 && sign != U'%' && sign != U'/' && sign != U'$' &&
                         !view.is_dash(at) && sign != U':';
    return view.is_end(at) || is_stop || keyword == Keyword::And || is_word(view, at, "more");
}

}  // namespace

void read_money_tail(const LexemeView& view, Measure& measure) {
    const bool may_take = measure.amount.scale == Decimal(1) && measure.amount.value.is_integer() &&
                          !measure.amount.has_decimals;
    std::size_t at = measure.end;
    const bool has_and = find_keyword(view.word_id(at)) == Keyword::And;
    at = has_and || view.is_sign(at, U',') ? at + 1 : at;
    const auto small = may_take && (view.is_digits(at) || view.is_word(at)) &&
                               find_keyword(view.word_id(at)) != Keyword::A
                           ? read_amount(view, at, AmountContext::Plain)
                           : std::nullopt;
    const bool is_small = small && !small->is_ordinal && !small->is_fraction &&
                          small->value.is_integer() && small->value < Decimal(100);
    if (is_small) {
        const auto subunit = find_currency(view, small->end);
        if (subunit && subunit->is_subunit) {
            const Decimal factor = subunit_factor(subunit->unit);
            measure.amount.value = measure.amount.value + small->value * factor;
            measure.amount.last_digit_power = factor.exponent();
            finish(measure, subunit->end);
            // "one kuai and five mao five"
            const auto rest = factor.exponent() == -1
                                  ? read_amount(view, measure.end, AmountContext::Plain)
                                  : std::nullopt;
            if (rest && rest->value < Decimal(10) && ends_cents(view, rest->end)) {
                measure.amount.value = measure.amount.value + rest->value.shifted(-2);
                finish(measure, rest->end);
            }
        } else if (!view.is_sign(measure.end, U',') && ends_cents(view, small->end) &&
                   (has_and || !measure.is_prefixed)) {
            // "c $100 and fifty": fifty cents
            measure.amount.value = measure.amount.value + small->value.shifted(-2);
            measure.amount.last_digit_power = -2;
            finish(measure, small->end);
        }
    }
    read_per(view, measure);
}

bool read_age_suffix(const LexemeView& view, Measure& measure) {
    constexpr std::array<std::string_view, 8> kAges = {"year", "years", "month", "months",
                                                       "week", "weeks", "day",   "days"};
    const std::size_t at = skip_glued_dash(view, measure.end);
    if (!is_one_of(view, at, kAges)) {
        return false;
    }
    const std::size_t old = skip_glued_dash(view, at + 1);
    static const std::uint64_t kOlds = hash_bytes("old's");
    const bool is_old =
        is_word(view, old, "old") || is_word(view, old, "olds") || view.word_id(old) == kOlds;
    const bool is_age = is_word(view, old, "of") && is_word(view, old + 1, "age");
    if (!is_old && !is_age) {
        return false;
    }
    std::string unit(view.slice(at));
    if (unit.back() == 's') {
        unit.pop_back();
    }
    measure.type = ValueType::Quantity;
    measure.dimension = "age";
    measure.unit = unit;
    measure.is_age = true;
    finish(measure, is_old ? old + 1 : old + 2);
    return true;
}

}  // namespace atodds
