// Counts without a figure ("dozens", "tens of thousands"), changes by a factor ("doubled"), and the
// noun that a number counts.

#include "values/keywords.hpp"
#include "values/number_words.hpp"
#include "values/reading.hpp"

#include <algorithm>
#include <array>
#include <string_view>

namespace atodds {
namespace {

const NumberWord* plural_scale(const LexemeView& view, std::size_t at) {
    const NumberWord* word = view.is_word(at) ? find_number_word(view.word_id(at)) : nullptr;
    const bool is_scale =
        word != nullptr && word->is_plural &&
        (word->kind == NumberWordKind::Scale || word->kind == NumberWordKind::Hundred);
    return is_scale ? word : nullptr;
}

Reading make_reading(std::size_t begin, std::size_t end) {
    Reading reading;
    reading.begin = begin;
    reading.end = end;
    reading.core_begin = begin;
    reading.core_end = end;
    reading.read_end = end;
    return reading;
}

}  // namespace

namespace {

/// The hundred, thousand or dozen that "a couple", "a few" and "several" count.
const NumberWord* counted_scale(const LexemeView& view, std::size_t at) {
    const NumberWord* word = view.is_word(at) ? find_number_word(view.word_id(at)) : nullptr;
    const bool is_scale = word != nullptr && (word->kind == NumberWordKind::Scale ||
                                              word->kind == NumberWordKind::Hundred);
    return is_scale && !word->is_suffix ? word : nullptr;
}

/// "a couple of", "a couple hundred": about two.
std::optional<Reading> read_couple(const LexemeView& view, std::size_t at, std::size_t couple) {
    const bool has_of = find_keyword(view.word_id(couple + 1)) == Keyword::Of;
    const std::size_t scale_at = has_of ? couple + 2 : couple + 1;
    const NumberWord* scale = counted_scale(view, scale_at);
    if (!has_of && scale == nullptr) {
        return std::nullopt;
    }
    Reading reading = make_reading(at, scale == nullptr ? couple + 2 : scale_at + 1);
    reading.value.amount = Decimal(2) * Decimal(scale == nullptr ? 1 : scale->value);
    apply_bound(reading.value, Bound::About);
    reading.value.is_vague = true;
    return reading;
}

/// From two of the base to just short of `most` of it.
Reading make_vague(std::size_t begin, std::size_t end, Decimal base, Decimal most) {
    Reading reading = make_reading(begin, end);
    reading.value.bound = Bound::Between;
    reading.value.low = base * Decimal(2);
    reading.value.high = base * most;
    reading.value.high_is_in = false;
    reading.value.amount = *reading.value.low;
    reading.value.last_digit_power = base.exponent();
    reading.value.is_vague = true;
    return reading;
}

}  // namespace

std::optional<Reading> read_vague_count(const LexemeView& view, std::size_t at) {
    const bool has_article = find_keyword(view.word_id(at)) == Keyword::A;
    const std::size_t couple = has_article ? at + 1 : at;
    if (is_word(view, couple, "couple")) {
        return read_couple(view, at, couple);
    }
    // "a few hundred", "several thousand"
    if (is_word(view, couple, "few") || is_word(view, couple, "several")) {
        const NumberWord* scale = counted_scale(view, couple + 1);
        return scale == nullptr || scale->is_plural
                   ? std::nullopt
                   : std::optional<Reading>(make_vague(at, couple + 2, Decimal(scale->value),
                                                       Decimal(scale->is_dozen ? 9 : 10)));
    }
    const bool is_tens = is_word(view, at, "tens");
    const NumberWord* first = plural_scale(view, at);
    if ((!is_tens && first == nullptr) || (is_tens && !is_word(view, at + 1, "of"))) {
        return std::nullopt;
    }
    Decimal base(is_tens ? 10 : first->value);
    std::size_t end = at + 1;
    const NumberWord* second = is_word(view, end, "of") ? plural_scale(view, end + 1) : nullptr;
    if (second != nullptr) {
        base = base * Decimal(second->value);
        end += 2;
    } else if (is_tens) {
        return std::nullopt;
    }
    // From two of the base to just short of the next power of ten; a dozen keeps to dozens.
    const bool is_dozen = first != nullptr && first->is_dozen && second == nullptr;
    return make_vague(at, end, base, Decimal(is_dozen ? 9 : 10));
}

const WordTable<int>& multiple_words() {
    static constexpr NamedEntry<int> kTenths[] = {
        {"doubled", 20},     {"doubling", 20},   {"doubles", 20},   {"tripled", 30},
        {"tripling", 30},    {"triples", 30},    {"trebled", 30},   {"quadrupled", 40},
        {"quadrupling", 40}, {"quintupled", 50}, {"halved", 5},     {"halving", 5},
        {"twofold", 20},     {"threefold", 30},  {"fourfold", 40},  {"fivefold", 50},
        {"sixfold", 60},     {"sevenfold", 70},  {"eightfold", 80}, {"ninefold", 90},
        {"tenfold", 100},
    };
    static const WordTable<int> table{std::span<const NamedEntry<int>>(kTenths)};
    return table;
}

std::optional<Reading> read_multiple(const LexemeView& view, std::size_t at) {
    const int* tenths = multiple_words().find(view.word_id(at));
    if (tenths == nullptr) {
        return std::nullopt;
    }
    Reading reading = make_reading(at, at + 1);
    reading.value.amount = Decimal(*tenths, -1);
    reading.value.low = reading.value.amount;
    reading.value.high = reading.value.amount;
    reading.value.change = Change::Multiple;
    reading.value.last_digit_power = reading.value.amount.exponent();
    return reading;
}

std::string find_counted_noun(const LexemeView& view, std::size_t at) {
    constexpr std::size_t kReach = 5;        // "300,000 locally made H20 chipsets"
    constexpr std::size_t kMaxLexemes = 12;  // words, and the parts of model names between them
    std::string_view first;
    std::size_t seen = 0;
    for (std::size_t i = at; seen < kReach && i < at + kMaxLexemes && view.has(i); ++i) {
        if (view.is_dash(i) || view.is_digits(i)) {
            continue;  // parts of a model name or a compound
        }
        if (!view.is_word(i) || find_keyword(view.word_id(i)) != Keyword::None ||
            is_word(view, i, "more") || is_word(view, i, "less")) {
            break;
        }
        ++seen;
        const std::string_view word = view.slice(i);
        // Verbs that need no -ed stop the search: "3 in 10 said".
        constexpr std::array<std::string_view, 8> kVerbs = {"said", "came", "went", "ran",
                                                            "took", "left", "fled", "say"};
        if (std::find(kVerbs.begin(), kVerbs.end(), word) != kVerbs.end()) {
            break;
        }
        if (word.size() == 1) {
            continue;  // the plural of a model name: "two MiG-29s"
        }
        const bool is_model_part = view.is_digits(i + 1) && view.is_glued(i + 1);
        const bool is_plural = word.size() > 3 && word.back() == 's' &&
                               word[word.size() - 2] != 's' && word[word.size() - 2] != 'u';
        if (is_plural || word == "people" || word == "children" || word == "women" ||
            word == "men") {
            return std::string(word);
        }
        if (first.empty() && !is_model_part && !view.starts_upper(i)) {
            first = word;
        }
    }
    return std::string(first);
}

}  // namespace atodds
