#include "values/value_reader.hpp"

#include "base/hash.hpp"
#include "values/currency_table.hpp"
#include "values/date_reader.hpp"
#include "values/keywords.hpp"
#include "values/number_words.hpp"
#include "values/reading.hpp"

#include <algorithm>
#include <utility>

namespace atodds {

Value to_value(const Measure& measure) {
    Value value;
    value.type = measure.type;
    value.amount = measure.amount.value;
    value.low = measure.amount.value;
    value.high = measure.amount.value;
    value.last_digit_power = measure.amount.last_digit_power;
    value.unit = measure.unit;
    value.dimension = measure.dimension;
    value.per = measure.per;
    value.is_vague = measure.amount.is_vague;
    return value;
}

namespace {

enum class Trigger : std::uint8_t { None, Measure, Vague, Multiple, PercentOf };

/// One table for all words that a value may start at: most words of a text are none of them and
/// cost one probe.
WordTable<Trigger> make_triggers() {
    WordTable<Trigger> table;
    for (const std::string_view word : {"couple", "tens", "several"}) {
        table.add(word, Trigger::Vague);
    }
    number_words().for_each([&](std::uint64_t id, const NumberWord& word) {
        table.add_id(id, word.is_plural ? Trigger::Vague : Trigger::Measure);
    });
    for (const std::string_view word : {"a", "an", "minus", "negative", "point"}) {
        table.add(word, Trigger::Measure);
    }
    currency_starts().for_each([&](std::uint64_t id, bool) { table.add_id(id, Trigger::Measure); });
    for (const std::string_view word : {"percent", "percents", "per", "percentage"}) {
        table.add(word, Trigger::PercentOf);
    }
    multiple_words().for_each([&](std::uint64_t id, int) { table.add_id(id, Trigger::Multiple); });
    return table;
}

Trigger trigger_of_word(std::uint64_t word_id) {
    static const WordTable<Trigger> table = make_triggers();
    const Trigger* trigger = table.find(word_id);
    return trigger == nullptr ? Trigger::None : *trigger;
}

bool is_amount_sign(char32_t sign) {
    return sign == U'-' || sign == U'.' || sign == U'+' || sign == U'$' || sign == 0x2212 ||
           (sign >= 0xA2 && sign <= 0xA5) || (sign >= 0xBC && sign <= 0xBE) ||
           (sign >= 0x20A0 && sign <= 0x20CF) || (sign >= 0x2150 && sign <= 0x215F) ||
           sign == 0xFF04 || sign == 0xFFE1 || sign == 0xFFE5 || sign == 0x2013;
}

Trigger trigger_at(const LexemeView& view, std::size_t at) {
    const Lexeme& lexeme = view[at];
    switch (lexeme.kind) {
        case LexemeKind::Digits:
            return Trigger::Measure;
        case LexemeKind::Word:
            return trigger_of_word(lexeme.word_id);
        case LexemeKind::Sign:
            // Most full stops end a sentence; only ".5" starts an amount.
            if (lexeme.sign == U'.' && !view.is_digits(at + 1)) {
                return Trigger::None;
            }
            return is_amount_sign(lexeme.sign) ? Trigger::Measure : Trigger::None;
        case LexemeKind::Break:
            break;
    }
    return Trigger::None;
}

/// The end of the run of lexemes without blanks: what a rejected "192.168.0.1" or "51-50" covers.
std::size_t skip_run(const LexemeView& view, std::size_t at) {
    ++at;
    while (view.is_glued(at) && (view.is_digits(at) || view.is_word(at) ||
                                 (view.sign(at) != 0 && view.sign(at) != U',' &&
                                  view.sign(at) != U'(' && view.sign(at) != U';'))) {
        ++at;
    }
    return at;
}

/// "percents of twenty", a way of putting the sign first; only at the start of a clause.
std::optional<Reading> read_percent_of(const LexemeView& view, std::size_t at) {
    static const std::uint64_t kCent = hash_bytes("cent");
    const bool is_per = find_keyword(view.word_id(at)) == Keyword::Per;
    if ((at > 0 && view.sign(at - 1) == 0) || (is_per && view.word_id(at + 1) != kCent)) {
        return std::nullopt;
    }
    const std::size_t of = is_per ? at + 2 : at + 1;
    if (find_keyword(view.word_id(of)) != Keyword::Of) {
        return std::nullopt;
    }
    const auto measure = read_measure(view, of + 1);
    if (!measure || measure->type != ValueType::Number || measure->amount.is_lone_article ||
        !(view.is_end(measure->end) || view.sign(measure->end) != 0)) {
        return std::nullopt;
    }
    Reading reading;
    reading.begin = at;
    reading.end = measure->end;
    reading.core_begin = at;
    reading.core_end = measure->end;
    reading.read_end = measure->end;
    reading.value = to_value(*measure);
    reading.value.type = ValueType::Percent;
    return reading;
}

bool is_url_joint(const LexemeView& view, std::size_t at) {
    return view.is_sign(at, U':') && view.is_sign(at + 1, U'/') && view.is_sign(at + 2, U'/') &&
           view.is_glued(at + 1) && view.is_glued(at + 2);
}

/// Where a telephone number that starts at `at` ends: "+44 20 7946 0958", "(212) 555-0147",
/// "07700 900123". `at` itself where none starts there. Three facts make one: it opens with a plus,
/// a bracket or a zero, it has 9 to 15 digits, and they stand in at least two groups.
std::size_t find_phone_end(const LexemeView& view, std::size_t at) {
    const bool has_plus = view.is_sign(at, U'+') && view.is_glued(at + 1);
    const bool has_bracket = view.is_sign(at, U'(') && view.is_sign(at + 2, U')');
    const bool has_zero = view.is_digits(at) && view.slice(at).size() > 2 &&
                          view.slice(at).size() < 7 && view.slice(at)[0] == '0';
    if (!has_plus && !has_bracket && !has_zero) {
        return at;
    }
    std::size_t digits = 0;
    std::size_t groups = 0;
    std::size_t end = at;
    constexpr std::size_t kMostLexemes = 14;
    for (std::size_t i = at; i < at + kMostLexemes && !view.is_end(i); ++i) {
        if (view.is_digits(i)) {
            digits += view.slice(i).size();
            ++groups;
            end = i + 1;
        } else if (!view.is_dash(i) && !view.is_sign(i, U'(') && !view.is_sign(i, U')') &&
                   !(i == at && has_plus)) {
            break;
        }
    }
    return groups >= 2 && digits >= 9 && digits <= 15 ? end : at;
}

/// Where the address or telephone number that goes on or starts at `at` ends; `at` itself where
/// there is none. Both take a sign or digits to begin with.
std::size_t find_skipped_end(const LexemeView& view, std::size_t at) {
    if (view.is_word(at)) {
        return at;
    }
    if (is_url_joint(view, at)) {
        ++at;
        while (view.is_glued(at)) {
            ++at;
        }
        return at;
    }
    return find_phone_end(view, at);
}

void read_amounts(const LexemeView& view, std::vector<Reading>& readings) {
    readings.clear();
    std::size_t floor = 0;
    std::size_t at = 0;
    while (view.has(at)) {
        if (const std::size_t end = find_skipped_end(view, at); end > at) {
            at = end;
            continue;
        }
        std::optional<Reading> reading;
        std::size_t next = at + 1;
        switch (trigger_at(view, at)) {
            case Trigger::None:
                break;
            case Trigger::Vague:
                reading = read_vague_count(view, at);
                break;
            case Trigger::Multiple:
                reading = read_multiple(view, at);
                break;
            case Trigger::PercentOf:
                reading = read_percent_of(view, at);
                break;
            case Trigger::Measure: {
                reading = find_keyword(view.word_id(at)) == Keyword::A ? read_vague_count(view, at)
                                                                       : std::nullopt;
                const bool is_read = reading.has_value();
                const auto measure = is_read ? std::nullopt : read_measure(view, at);
                if (measure && is_stated_amount(view, *measure)) {
                    reading = read_around(view, *measure, floor);
                }
                if (!reading && view.is_digits(at)) {
                    next = skip_run(view, at);
                }
                break;
            }
        }
        if (reading) {
            next = std::max(next, reading->read_end);
            floor = next;
            if (readings.empty() || !merge_bounds(view, readings.back(), *reading)) {
                readings.push_back(std::move(*reading));
            }
        }
        at = next;
    }
}

ValueMention to_mention(const LexemeView& view, Reading& reading) {
    ValueMention mention;
    mention.span = view.span(reading.begin, reading.end);
    mention.core = view.span(reading.core_begin, reading.core_end);
    if (reading.value.type == ValueType::Number && reading.value.change != Change::Multiple) {
        reading.value.counted = find_counted_noun(view, reading.core_end);
    }
    mention.value = std::move(reading.value);
    return mention;
}

bool is_claimed(ByteSpan span, std::span<const ByteSpan> claimed) {
    const auto after = std::partition_point(claimed.begin(), claimed.end(),
                                            [&](ByteSpan c) { return c.end <= span.begin; });
    return after != claimed.end() && after->overlaps(span);
}

/// True where a date has neither a year nor a day to hang it on, so that "3/4" and "between the
/// tenth and the fifteenth" are as likely numbers.
bool is_loose_date(const ValueMention& date) {
    return date.value.type == ValueType::Date && date.value.dates.empty();
}

/// "forty-second" is a rank where no noun follows, and the length of a delay where one does.
bool is_rank_at_end(std::string_view text, const ValueMention& amount, const ValueMention& date) {
    const std::size_t next = text.find_first_not_of(' ', amount.span.end);
    const bool has_word = next != std::string_view::npos &&
                          ((text[next] >= 'a' && text[next] <= 'z') ||
                           (text[next] >= 'A' && text[next] <= 'Z') || text[next] == '-');
    return amount.value.type == ValueType::Ordinal && date.value.type == ValueType::Duration &&
           !has_word;
}

/// Dates win over what they overlap, unless the other reading holds all of the date and more, or
/// carries a unit: "in 2005" is a date, "15 percent" never is.
bool wins_over_date(std::string_view text, const ValueMention& amount, const ValueMention& date) {
    if (!amount.span.contains(date.span)) {
        const bool has_unit =
            amount.value.type != ValueType::Number && amount.value.type != ValueType::Ordinal;
        return has_unit && amount.core.size() >= date.span.size();
    }
    return amount.span.size() > date.span.size() || is_loose_date(date) ||
           is_rank_at_end(text, amount, date) ||
           (amount.value.type != ValueType::Number && amount.value.type != ValueType::Ordinal);
}

std::vector<ValueMention> merge_dates(std::string_view text, std::vector<ValueMention> amounts,
                                      std::vector<ValueMention> dates) {
    if (amounts.empty() || dates.empty()) {
        return dates.empty() ? std::move(amounts) : std::move(dates);
    }
    std::vector<ValueMention> merged;
    merged.reserve(amounts.size() + dates.size());
    std::size_t a = 0;
    std::size_t d = 0;
    while (a < amounts.size() || d < dates.size()) {
        if (d == dates.size() ||
            (a < amounts.size() && amounts[a].span.end <= dates[d].span.begin)) {
            merged.push_back(std::move(amounts[a++]));
        } else if (a == amounts.size() || dates[d].span.end <= amounts[a].span.begin) {
            merged.push_back(std::move(dates[d++]));
        } else if (wins_over_date(text, amounts[a], dates[d])) {
            ++d;
        } else {
            ++a;
        }
    }
    return merged;
}

}  // namespace

std::vector<ValueMention> read_values(std::string_view text, const ReadValuesOptions& options) {
    thread_local std::vector<Lexeme> lexemes;
    split_lexemes(text, lexemes);
    const LexemeView view(text, lexemes);
    thread_local std::vector<Reading> readings;
    read_amounts(view, readings);
    std::vector<ValueMention> amounts;
    amounts.reserve(readings.size());
    for (Reading& reading : readings) {
        amounts.push_back(to_mention(view, reading));
    }
    std::vector<ValueMention> values =
        merge_dates(text, std::move(amounts), read_dates(text, lexemes, options.reference_day));
    if (!options.claimed.empty()) {
        std::erase_if(values, [&](const ValueMention& mention) {
            return is_claimed(mention.span, options.claimed);
        });
    }
    return values;
}

}  // namespace atodds
