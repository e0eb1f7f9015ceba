#include "extract/value_sense.hpp"

#include <algorithm>
#include <array>
#include <chrono>
#include <string>
#include <string_view>

namespace atodds {
namespace {

using std::string_view_literals::operator""sv;  // compares sizes first, a plain literal does not

/// Tokens of a clock time between "as of" and the date; guessed.
constexpr std::uint32_t kAsOfReach = 6;
/// Tokens from "broke" to the amount of the record; guessed.
constexpr std::uint32_t kRecordReach = 10;

template <typename List>
bool is_one_of(const List& list, std::string_view word) {
    return std::find(list.begin(), list.end(), word) != list.end();
}

constexpr std::array<std::string_view, 7> kDefinite{"the", "this", "'s", "their",
                                                    "his", "her",  "its"};
/// Verbs of which only a record is the object.
constexpr std::array<std::string_view, 4> kRecordVerbs{"break", "beat", "smash", "pass"};
constexpr std::array<std::string_view, 5> kBeyondVerbs{"surpass", "exceed", "top", "overtake",
                                                       "eclipse"};

bool is_noun(const Token& token) {
    return token.tag == Upos::Noun || token.tag == Upos::Propn;
}

/// "The 2014-16 drought" is no day on which something happens.
bool is_longer_than_a_year(const Value& value) {
    constexpr std::chrono::days kYear{366};
    return !value.dates.empty() && value.dates.front().from && value.dates.front().to &&
           *value.dates.front().to - *value.dates.front().from > kYear;
}

}  // namespace

bool ValueSense::is_as_of(const ValueMention& mention, TokenRange range) const {
    if (mention.value.type != ValueType::Date) {
        return false;
    }
    std::uint32_t of = range.begin;
    if (of > 0 && statement_.tokens[of - 1].lower == "the"sv) {
        --of;
    }
    while (of > 0 && range.begin - of < kAsOfReach && is_of_clock_time(of - 1)) {
        --of;
    }
    return of > 1 && statement_.tokens[of - 1].lower == "of"sv &&
           statement_.tokens[of - 2].lower == "as"sv;
}

bool ValueSense::is_of_clock_time(std::uint32_t token) const {
    const Token& word = statement_.tokens[token];
    return word.tag == Upos::Num || word.tag == Upos::Punct || word.lower == "am"sv ||
           word.lower == "pm"sv || word.lower == "a.m."sv || word.lower == "p.m."sv;
}

bool ValueSense::names_a_thing(const ValueMention& mention, TokenRange range) const {
    std::uint32_t first = range.begin;
    while (first + 1 < range.end && statement_.tokens[first].tag != Upos::Num) {
        ++first;
    }
    if (first == 0 || range.end >= statement_.tokens.size() ||
        !is_one_of(kDefinite, statement_.tokens[first - 1].lower)) {
        return false;
    }
    // "During the 1974 strike" says when after all.
    const std::string_view governor =
        first > 1 ? std::string_view(statement_.tokens[first - 2].lower) : std::string_view();
    const bool is_time =
        (governor == "during" || governor == "at") && !is_longer_than_a_year(mention.value);
    const std::uint32_t noun = noun_behind(range.end);
    return !is_time && noun != kNoToken && !families_.is_period(statement_.tokens[noun]);
}

/// The last noun of "Italian football scandal"; kNoToken where no noun phrase goes on there.
std::uint32_t ValueSense::noun_behind(std::uint32_t token) const {
    std::uint32_t noun = kNoToken;
    for (; token < statement_.tokens.size(); ++token) {
        const Token& word = statement_.tokens[token];
        if (is_noun(word)) {
            noun = token;
        } else if (word.tag != Upos::Adj || noun != kNoToken) {
            break;
        }
    }
    return noun;
}

Value ValueSense::without_limit(Value value) {
    if (value.dates.empty() || value.grain != Grain::Year || value.bound == Bound::Exact) {
        return value;
    }
    const std::chrono::days one{1};
    const DayInterval& days = value.dates.front();
    const bool is_before = value.bound == Bound::Below && days.to;
    if (!is_before && !days.from) {
        return value;
    }
    const Day inside = is_before ? *days.to : *days.from - one;
    const auto year = std::chrono::year_month_day{inside}.year();
    const auto first = std::chrono::January / 1;
    value.dates = {{std::chrono::sys_days{year / first},
                    std::chrono::sys_days{(year + std::chrono::years{1}) / first}}};
    value.bound = Bound::Exact;
    return value;
}

bool ValueSense::is_passed_mark(const Clause& clause, const ValueMention& mention,
                                TokenRange range) const {
    if (clause.verb == kNoToken || clause.verb >= range.begin ||
        mention.value.bound != Bound::Exact || mention.value.type == ValueType::Date ||
        mention.value.type == ValueType::Ordinal) {
        return false;
    }
    const std::string& verb = statement_.tokens[clause.verb].lemma;
    const bool is_near = range.begin - clause.verb <= kRecordReach;
    const auto begin = statement_.tokens.begin();
    const bool is_record =
        is_near && std::any_of(begin + clause.verb, begin + range.begin,
                               [](const Token& token) { return token.lemma == "record"sv; });
    if (is_one_of(kRecordVerbs, verb)) {
        return is_record;
    }
    return is_one_of(kBeyondVerbs, verb) && (is_record || range.begin == clause.verb + 1);
}

bool ValueSense::is_temperature(const ValueMention& mention, TokenRange range,
                                std::uint32_t noun) const {
    const bool is_counting =
        range.end < statement_.tokens.size() && is_noun(statement_.tokens[range.end]);
    return mention.value.type == ValueType::Number && !is_counting && noun != kNoToken &&
           noun < range.begin && statement_.tokens[noun].lemma == "temperature"sv;
}

}  // namespace atodds
