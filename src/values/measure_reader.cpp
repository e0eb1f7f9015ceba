#include "values/measure_reader.hpp"

#include "values/currency_table.hpp"
#include "values/keywords.hpp"
#include "values/measure_parts.hpp"
#include "values/number_words.hpp"
#include "values/unit_table.hpp"

namespace atodds {
namespace {

bool is_minus_sign(const LexemeView& view, std::size_t at) {
    return view.is_sign(at, U'-') || view.is_sign(at, U'\u2212') || view.is_sign(at, U'\u2013');
}

/// A dash is a minus when it stands free on its left and touches the amount. At the very start of
/// a text that is nothing but the amount a blank may stand between.
bool is_minus(const LexemeView& view, std::size_t at) {
    if (!is_minus_sign(view, at)) {
        return false;
    }
    const bool touches_left =
        view.is_glued(at) &&
        (view.is_word(at - 1) || view.is_digits(at - 1) || view.is_sign(at - 1, U'%'));
    return !touches_left && (view.is_glued(at + 1) || at == 0);
}

std::optional<Measure> read_prefixed_money(const LexemeView& view, std::size_t at) {
    const auto currency = find_currency(view, at);
    if (!currency || currency->form == CurrencyForm::Name) {
        return std::nullopt;
    }
    std::size_t start = currency->end;
    const bool is_negative = is_minus_sign(view, start) && view.is_glued(start + 1);
    start = is_negative ? start + 1 : start;
    if (!view.is_digits(start) && !view.is_sign(start, U'.')) {
        return std::nullopt;
    }
    auto amount = read_amount(view, start, AmountContext::Money);
    if (!amount || amount->is_ordinal) {
        return std::nullopt;
    }
    Measure measure;
    measure.type = ValueType::Money;
    measure.amount = *amount;
    measure.amount.value = is_negative ? -amount->value : amount->value;
    measure.begin = at;
    measure.end = amount->end;
    measure.read_end = amount->end;
    measure.unit = currency->unit;
    measure.is_prefixed = true;
    // "$5 US", "$30 million dollars": the name behind only says it again.
    const auto again = find_currency(view, measure.end);
    if (again && again->form == CurrencyForm::Name && !again->is_subunit &&
        (again->unit == measure.unit || measure.unit == "$") && !again->is_everyday_noun) {
        measure.unit = again->unit;
        measure.end = again->end;
        measure.read_end = again->end;
    }
    read_money_tail(view, measure);
    return measure;
}

/// "a gallon", "a dollar", "an ml": one of a unit. Everyday nouns ("a bit") are none.
std::optional<Measure> read_article_unit(const LexemeView& view, std::size_t at) {
    Measure measure;
    measure.begin = at;
    measure.end = at + 1;
    measure.read_end = at + 1;
    measure.amount.value = Decimal(1);
    measure.amount.mantissa = Decimal(1);
    measure.amount.is_lone_article = true;
    measure.amount.end = at + 1;
    const auto currency = find_currency(view, at + 1);
    const bool is_coin =
        currency && currency->form == CurrencyForm::Name && !currency->is_everyday_noun;
    if (is_coin && view.is_word(at + 1) && !view.is_glued(at + 2) &&
        read_money_suffix(view, measure)) {
        return measure;
    }
    const auto unit = find_unit(view, at + 1);
    if (!unit ||
        (unit->unit.is_everyday_noun && find_keyword(view.word_id(unit->end)) != Keyword::Of)) {
        return std::nullopt;
    }
    if (unit->unit.dimension == "angle" || unit->unit.dimension == "temperature" ||
        view.slice(at + 1).size() < 2 || view.starts_upper(at + 1 + 1)) {
        return std::nullopt;
    }
    return read_unit_suffix(view, measure) ? std::optional<Measure>(measure) : std::nullopt;
}

void negate(Amount& amount) {
    amount.value = -amount.value;
    amount.mantissa = -amount.mantissa;
    amount.is_plain = false;
}

std::optional<Measure> read_bare(const LexemeView& view, std::size_t at) {
    std::size_t start = at;
    bool is_negative = false;
    if (is_minus(view, at) || find_keyword(view.word_id(at)) == Keyword::Minus) {
        is_negative = true;
        ++start;
    } else if (view.is_sign(at, U'+') && view.is_glued(at + 1)) {
        ++start;
    }
    if (is_negative) {
        if (auto money = read_prefixed_money(view, start)) {
            negate(money->amount);
            money->begin = at;
            return money;
        }
    }
    const auto amount = read_amount(view, start, AmountContext::Plain);
    if (!amount || (is_negative && amount->is_ordinal)) {
        return std::nullopt;
    }
    if (is_negative && view.is_dash(at) && !view.is_glued(at + 1) && !view.is_end(amount->end)) {
        return std::nullopt;
    }
    Measure measure;
    measure.begin = at;
    measure.end = amount->end;
    measure.read_end = amount->end;
    measure.amount = *amount;
    if (is_negative) {
        negate(measure.amount);
    }
    return measure;
}

bool is_absolute_zero(const LexemeView& view, const Measure& measure) {
    return measure.begin > 0 && measure.end == measure.begin + 1 &&
           is_word(view, measure.begin, "zero") && is_word(view, measure.begin - 1, "absolute");
}

}  // namespace

std::optional<Measure> read_measure(const LexemeView& view, std::size_t at) {
    if (auto money = read_prefixed_money(view, at)) {
        return money;
    }
    auto measure = read_bare(view, at);
    if (!measure) {
        return find_keyword(view.word_id(at)) == Keyword::A ? read_article_unit(view, at)
                                                            : std::nullopt;
    }
    if (is_absolute_zero(view, *measure)) {
        measure->type = ValueType::Quantity;
        measure->unit = "K";
        measure->dimension = "temperature";
        --measure->begin;
        return measure;
    }
    if (measure->amount.is_ordinal) {
        measure->type = ValueType::Ordinal;
        // "tenth of a gallon"
        if (find_keyword(view.word_id(measure->end)) == Keyword::Of &&
            measure->amount.value > Decimal(2)) {
            Measure share = *measure;
            share.type = ValueType::Number;
            share.amount.is_ordinal = false;
            share.amount.is_fraction = true;
            share.amount.value = Decimal(1) / measure->amount.value;
            if (read_unit_suffix(view, share)) {
                return share;
            }
        }
        return measure;
    }
    if (read_percent_suffix(view, *measure) || read_age_suffix(view, *measure)) {
        return measure;
    }
    if (read_money_suffix(view, *measure)) {
        return measure;
    }
    read_unit_suffix(view, *measure);
    return measure;
}

}  // namespace atodds
