// What looks like an amount and is none: model and part numbers, versions, phone numbers, scores,
// labels, addresses, times of day, the pronoun "one", the unit "second".

#include "base/hash.hpp"
#include "values/keywords.hpp"
#include "values/number_words.hpp"
#include "values/reading.hpp"

#include <string_view>

namespace atodds {
namespace {

Keyword keyword(const LexemeView& view, std::size_t at) {
    return find_keyword(view.word_id(at));
}

bool has_upper(std::string_view word) {
    for (const char c : word) {
        if (c >= 'A' && c <= 'Z') {
            return true;
        }
    }
    return false;
}

bool is_all_upper(std::string_view word) {
    if (word.size() < 2) {
        return false;
    }
    for (const char c : word) {
        if (c < 'A' || c > 'Z') {
            return false;
        }
    }
    return true;
}

/// True where digits at `at` start a token of their own or behind a sign that may touch an amount.
bool is_free_start(const LexemeView& view, std::size_t at) {
    if (!view.is_glued(at)) {
        return true;
    }
    if (view.is_word(at - 1)) {
        return view.slice(at - 1) == "x" ||
               static_cast<unsigned char>(view.slice(at - 1)[0]) >= 128;
    }
    const char32_t sign = view.sign(at - 1);
    const bool touches_left = view.is_glued(at - 1);
    if (sign == U'_' || sign == U'@' || sign == U'&' || sign == U'#' || sign == U'\\') {
        return false;
    }
    if (!touches_left) {
        return sign != U'\'' && sign != 0x2019;  // '90s
    }
    if (view.is_dash(at - 1)) {
        // "F-35", "SCP-173" and the second half of a phone number, but not "top-10".
        return !view.is_digits(at - 2) && !(view.is_word(at - 2) && has_upper(view.slice(at - 2)));
    }
    const bool is_joint =
        sign == U'.' || sign == U'/' || sign == U':' || sign == U'\'' || sign == 0x2019;
    return !is_joint || !(view.is_word(at - 2) || view.is_digits(at - 2));
}

bool is_free_end(const LexemeView& view, std::size_t end) {
    if (!view.is_glued(end)) {
        return true;
    }
    if (view.is_word(end)) {
        return static_cast<unsigned char>(view.slice(end)[0]) >= 128;
    }
    const bool joins_digits = view.is_digits(end + 1) && view.is_glued(end + 1);
    const char32_t sign = view.sign(end);
    if (sign == U'_' || sign == U'@') {
        return false;
    }
    // "877-CALL"
    if (view.is_dash(end) && view.is_glued(end + 1) && is_all_upper(view.slice(end + 1))) {
        return false;
    }
    const bool is_joint = sign == U'/' || sign == U':' || sign == U'.';
    return !(is_joint && joins_digits);
}

bool is_time_of_day(const LexemeView& view, const Measure& measure) {
    static const std::uint64_t kClock = hash_bytes("o'clock");
    const std::size_t end = measure.end;
    const bool is_hour = measure.amount.value <= Decimal(12);
    const bool is_half = is_word(view, end, "am") || is_word(view, end, "pm") ||
                         view.word_id(end) == kClock ||
                         ((is_word(view, end, "a") || is_word(view, end, "p")) &&
                          view.is_sign(end + 1, U'.') && is_word(view, end + 2, "m"));
    return is_hour && is_half;
}

/// "123 Random Street": digits, one to three capitalised words, a word for a street.
bool is_address(const LexemeView& view, std::size_t end) {
    constexpr std::size_t kMaxWords = 4;
    for (std::size_t i = 0; i < kMaxWords && view.starts_upper(end + i); ++i) {
        if (i > 0 && keyword(view, end + i) == Keyword::Street) {
            return true;
        }
    }
    return view.starts_upper(end) && keyword(view, end) == Keyword::Street;
}

/// "RTX 4090", "page 5", "No. 1": a number that names.
bool is_label(const LexemeView& view, const Measure& measure) {
    if (measure.begin == 0) {
        return false;
    }
    const std::size_t before = measure.begin - 1;
    if (keyword(view, before) == Keyword::Designator && view.slice(before) != "unit") {
        return true;
    }
    if (view.is_sign(before, U'.') && before > 0) {
        for (const std::string_view word : {"no", "nos", "pp", "fig", "sec", "art", "ch"}) {
            if (is_word(view, before - 1, word)) {
                return true;
            }
        }
    }
    const bool is_index = view.slice(before) == "P" && view.is_sign(before - 1, U'&');
    if (is_index || (view.slice(before) == "Highway")) {
        return true;
    }
    const bool is_name = is_all_upper(view.slice(before)) && !is_all_upper(view.slice(before - 1));
    const std::string_view next = view.slice(measure.end);
    // "the 737 MAX 8 crashed": a past form is not counted.
    const bool counts_next = view.is_word(measure.end) && !has_upper(next) &&
                             !(next.size() > 4 && next.ends_with("ed")) &&
                             keyword(view, measure.end) == Keyword::None;
    // "an RTX 4090 needs": an article before the name leaves no room for a count.
    const Keyword article = before > 0 ? keyword(view, before - 1) : Keyword::None;
    const bool has_article = article == Keyword::A || article == Keyword::The;
    return is_name && before > 0 && (has_article || !counts_next);
}

/// "Phase 2", "a type 2 diabetic", "Area 51": a figure behind a noun in the singular names one of
/// many. With a small letter only where an article or nothing leads the noun, for "the model 300
/// people drive" and "level 3 km away" are another matter.
bool is_title(const LexemeView& view, const Measure& measure) {
    const std::size_t noun = measure.begin - 1;
    if (measure.begin == 0 || keyword(view, noun) != Keyword::Title ||
        measure.end != measure.begin + 1 || !measure.amount.is_digits) {
        return false;
    }
    return view.starts_upper(noun) || (view.is_end(measure.end) || view.sign(measure.end) != 0 ||
                                       keyword(view, measure.end) != Keyword::None);
}

/// "1. Open the lid.", "2) Close it.": a number that opens a line.
bool is_list_number(const LexemeView& view, const Measure& measure) {
    const bool opens_line = measure.begin == 0 || view.is_end(measure.begin - 1);
    const bool has_sign = view.is_sign(measure.end, U'.') || view.is_sign(measure.end, U')');
    return opens_line && has_sign && view.is_glued(measure.end) &&
           view.starts_upper(measure.end + 1) && !view.is_glued(measure.end + 1) &&
           measure.amount.value < Decimal(100);
}

/// "401(k)", "7-Eleven": a letter in brackets or a name with a capital is tied to the figure.
bool is_tied_to_name(const LexemeView& view, std::size_t end) {
    const bool is_bracketed = view.is_sign(end, U'(') && view.is_glued(end) &&
                              view.slice(end + 1).size() == 1 && view.is_word(end + 1) &&
                              view.is_sign(end + 2, U')');
    const bool is_capital = view.is_dash(end) && view.is_glued(end) && view.is_glued(end + 1) &&
                            view.starts_upper(end + 1) &&
                            find_number_word(view.word_id(end + 1)) != nullptr;
    return is_bracketed || is_capital;
}

bool is_plain_number(const Measure& measure) {
    return measure.type == ValueType::Number && measure.amount.is_plain;
}

/// "one" counts only before a noun: not in "that one", "one of them", "one who".
bool is_pronoun_one(const LexemeView& view, const Measure& measure) {
    if (measure.end != measure.begin + 1 || !is_word(view, measure.begin, "one")) {
        return false;
    }
    const bool has_before = measure.begin > 0 && view.is_word(measure.begin - 1);
    const Keyword before = has_before ? keyword(view, measure.begin - 1) : Keyword::None;
    if (before == Keyword::This || before == Keyword::The || before == Keyword::A) {
        return true;
    }
    // "one in five", "one out of three"
    const Keyword next = keyword(view, measure.end);
    const std::size_t whole = next == Keyword::Out ? measure.end + 2 : measure.end + 1;
    const bool is_share =
        (next == Keyword::In || next == Keyword::Out) &&
        (view.is_digits(whole) ||
         (view.is_word(whole) && find_number_word(view.word_id(whole)) != nullptr));
    if (is_share) {
        return false;
    }
    // "one warned": a past form does not follow a number.
    const std::string_view word = view.slice(measure.end);
    if (word.size() > 4 && word.ends_with("ed") && view.is_word(measure.end)) {
        return true;
    }
    switch (next) {
        case Keyword::Is:
        case Keyword::Of:
        case Keyword::And:
        case Keyword::But:
        case Keyword::By:
        case Keyword::From:
        case Keyword::To:
        case Keyword::Or:
        case Keyword::In:
        case Keyword::Not:
            return true;
        default:
            break;
    }
    return has_before && before != Keyword::Is && before != Keyword::Of &&
           !view.is_word(measure.end);
}

bool is_idle_fraction(const LexemeView& view, const Measure& measure) {
    if (!measure.amount.is_fraction || measure.amount.is_digits ||
        measure.amount.scale != Decimal(1)) {
        return false;
    }
    const bool has_article = keyword(view, measure.begin) == Keyword::A;
    const std::size_t first = has_article ? measure.begin + 1 : measure.begin;
    const NumberWord* word = view.is_word(first) ? find_number_word(view.word_id(first)) : nullptr;
    if (word == nullptr || first + 1 != measure.end) {
        return false;
    }
    const Keyword next = keyword(view, measure.end);
    const bool is_stop =
        view.is_end(measure.end) || (view.sign(measure.end) != 0 && !view.is_dash(measure.end));
    if (word->kind == NumberWordKind::Half) {
        const Keyword before = measure.begin > 0 ? keyword(view, measure.begin - 1) : Keyword::None;
        const bool is_period = before == Keyword::The || before == Keyword::This ||
                               (measure.begin > 0 && view.is_word(measure.begin - 1) &&
                                find_number_word(view.word_id(measure.begin - 1)) != nullptr);
        const bool is_share = has_article || next == Keyword::Of || next == Keyword::The ||
                              next == Keyword::A || is_word(view, measure.end, "people") ||
                              is_word(view, measure.end, "its") ||
                              is_word(view, measure.end, "their") || is_stop;
        return is_period || !is_share;
    }
    if (word->kind == NumberWordKind::Quarter) {
        return !has_article || !(next == Keyword::Of || is_stop);
    }
    return false;
}

/// A scale with nothing before it counts only where no word leads up to it: "per thousand",
/// "several hundred" and "the million-dollar question" are no amounts.
bool is_bare_scale(const LexemeView& view, const Measure& measure) {
    if (measure.type == ValueType::Ordinal) {
        return false;
    }
    const NumberWord* word =
        view.is_word(measure.begin) ? find_number_word(view.word_id(measure.begin)) : nullptr;
    const bool is_scale = word != nullptr && (word->kind == NumberWordKind::Hundred ||
                                              word->kind == NumberWordKind::Scale);
    return is_scale && measure.begin > 0 && view.is_word(measure.begin - 1);
}

bool is_time_unit_second(const LexemeView& view, const Measure& measure) {
    if (measure.type != ValueType::Ordinal || !is_word(view, measure.begin, "second") ||
        measure.end != measure.begin + 1 || measure.begin == 0) {
        return false;
    }
    const Keyword before = keyword(view, measure.begin - 1);
    return before == Keyword::Per ||
           ((before == Keyword::A || is_word(view, measure.begin - 1, "one")) &&
            !view.is_word(measure.end));
}

}  // namespace

bool is_tied_by_dash(const LexemeView& view, const Measure& measure) {
    return view.is_dash(measure.end) && view.is_glued(measure.end) &&
           view.is_digits(measure.end + 1) && view.is_glued(measure.end + 1);
}

bool is_stated_amount(const LexemeView& view, const Measure& measure) {
    std::size_t first = measure.begin;
    while (first < measure.end && !view.is_digits(first) && !view.is_word(first)) {
        ++first;
    }
    const bool starts_with_digits = view.is_digits(first);
    const std::size_t start = view.is_sign(measure.begin, U'.') ? measure.begin : first;
    if (starts_with_digits && !measure.is_prefixed && measure.begin == start &&
        !is_free_start(view, start)) {
        return false;
    }
    const bool ends_bare = view.is_digits(measure.end - 1) || view.is_word(measure.end - 1);
    if (starts_with_digits && ends_bare && !is_free_end(view, measure.end)) {
        return false;
    }
    if (is_plain_number(measure) &&
        (is_time_of_day(view, measure) || is_address(view, measure.end) ||
         is_label(view, measure) || is_title(view, measure) || is_list_number(view, measure) ||
         is_tied_to_name(view, measure.end))) {
        return false;
    }
    return !is_pronoun_one(view, measure) && !is_idle_fraction(view, measure) &&
           !is_bare_scale(view, measure) && !is_time_unit_second(view, measure);
}

}  // namespace atodds
