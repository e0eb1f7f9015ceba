// The grammar of amounts. A number is a chain of groups, each below a thousand or in digits, with
// descending scales: "three million two hundred thousand". A fraction may stand before a scale
// ("half a million"), between group and scale ("two and a half million") or at the end. Each step
// looks a fixed number of lexemes ahead, so reading is linear.

#include "values/amount_reader.hpp"

#include "values/currency_table.hpp"
#include "values/keywords.hpp"
#include "values/number_words.hpp"

#include <string>
#include <string_view>

namespace atodds {
namespace {

using Kind = NumberWordKind;

struct Part {
    Decimal value;
    std::size_t end = 0;
};

class AmountParser {
  public:
    AmountParser(const LexemeView& view, std::size_t at, AmountContext context)
        : view_(view), begin_(at), is_money_(context == AmountContext::Money) {
        // In "between one hundred and two hundred" the "and" parts two amounts.
        joins_and_ = at == 0 || keyword(at - 1) != Keyword::Between || has_later_and(at);
    }

    std::optional<Amount> read();

  private:
    Keyword keyword(std::size_t at) const { return find_keyword(view_.word_id(at)); }

    const NumberWord* word(std::size_t at) const {
        return view_.is_word(at) ? find_number_word(view_.word_id(at)) : nullptr;
    }

    bool is_kind(std::size_t at, Kind kind) const {
        const NumberWord* found = word(at);
        return found != nullptr && found->kind == kind;
    }

    std::size_t skip_dash(std::size_t at) const { return view_.is_dash(at) ? at + 1 : at; }

    bool has_later_and(std::size_t at) const;
    std::optional<Part> read_small(std::size_t at) const;
    std::optional<Part> read_group(std::size_t at, bool& is_digits) const;
    Part read_hundreds(Part group) const;
    Part read_point(Part group) const;
    bool is_before_scale(std::size_t at) const;
    bool is_taken_by_next(std::size_t at) const;
    std::optional<Part> read_scale(std::size_t at, bool is_digits, Decimal mantissa) const;
    std::optional<Part> read_letter_scale(std::size_t at, Decimal mantissa) const;
    bool is_counted_plural(std::size_t at) const;
    std::optional<Part> read_denominator(std::size_t at, bool& is_plural) const;
    std::optional<Part> read_fraction(std::size_t at) const;
    std::optional<Amount> read_head_fraction() const;
    std::optional<Amount> read_ordinal() const;
    std::optional<Amount> read_chain() const;
    std::optional<Part> read_next_group(const Amount& amount, Decimal last_scale,
                                        bool& is_digits) const;
    void add_fraction_tail(Amount& amount, Part fraction, Decimal last_scale) const;
    void add_dozens(Amount& amount) const;
    void divide_by_ordinal(Amount& amount) const;
    void apply_fraction_scale(Amount& amount) const;
    std::optional<Part> read_slash_fraction(std::size_t at) const;
    std::optional<Amount> read_slashed() const;

    const LexemeView& view_;
    std::size_t begin_;
    bool is_money_;
    bool joins_and_ = true;
};

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
        if (is_decimal) {
            while (part >= denominator->value) {
                part = part - denominator->value;
                whole = whole + denominator->value;
            }
        }
        amount.value = whole + part / denominator->value;
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
    // "21st"
    const std::string_view next = view_.slice(amount->end);
    if (amount->is_plain && view_.is_glued(amount->end) &&
        (next == "st" || next == "nd" || next == "rd" || next == "th")) {
        amount->is_ordinal = true;
        ++amount->end;
    }
    return amount;
}

}  // namespace

std::optional<Amount> read_amount(const LexemeView& view, std::size_t at, AmountContext context) {
    return AmountParser(view, at, context).read();
}

}  // namespace atodds
