#include "extract/value_sense.hpp"

#include <algorithm>
#include <array>
#include <chrono>
#include <string>
#include <string_view>

namespace atodds {
namespace {

using std::string_view_literals::operator""sv;  // compares sizes first, a plain literal does not

/// Tokens from a rank to the time it looks back on: "the first strike of its kind in six months".
/// Guessed.
constexpr std::uint32_t kRankReach = 5;

/// Tokens of a clock time between "as of" and the date; guessed.
constexpr std::uint32_t kAsOfReach = 6;
/// Years; a larger number behind a name is none of a person's age.
constexpr std::int64_t kOldest = 120;
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

/// A firm has an age too, but nobody writes it behind a comma.
bool may_be_person(const EntityMention& name) {
    return name.type.empty() || name.type == "person"sv;
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

bool ValueSense::is_over(const ValueMention& mention, TokenRange range) const {
    constexpr std::array<std::string_view, 9> kLeading{"to",   "for",   "of",   "after", "lasted",
                                                       "took", "spent", "well", "just"};
    return mention.value.type == ValueType::Duration && mention.value.bound == Bound::Exact &&
           range.begin >= 2 && statement_.tokens[range.begin - 1].lower == "over"sv &&
           is_one_of(kLeading, statement_.tokens[range.begin - 2].lower);
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

/// The name of what may be a person, up to `token`; null where there is none.
const EntityMention* ValueSense::name_that_ends(std::uint32_t token) const {
    const auto found = std::find_if(
        statement_.entities.begin(), statement_.entities.end(),
        [&](const EntityMention& name) { return name.tokens.end == token && may_be_person(name); });
    return found == statement_.entities.end() ? nullptr : &*found;
}

const EntityMention* ValueSense::name_that_begins(std::uint32_t token) const {
    const auto found = std::find_if(statement_.entities.begin(), statement_.entities.end(),
                                    [&](const EntityMention& name) {
                                        return name.tokens.begin == token && may_be_person(name);
                                    });
    return found == statement_.entities.end() ? nullptr : &*found;
}

bool ValueSense::is_bare_age(const ValueMention& mention, TokenRange range) const {
    const auto size = static_cast<std::uint32_t>(statement_.tokens.size());
    const bool is_number = mention.value.type == ValueType::Number &&
                           mention.value.amount.is_integer() &&
                           mention.value.amount < Decimal(kOldest);
    return is_number && range.begin >= 2 && range.end < size &&
           statement_.tokens[range.begin - 1].lower == ","sv &&
           name_that_ends(range.begin - 1) != nullptr &&
           statement_.tokens[range.end].tag == Upos::Punct;
}

const EntityMention* ValueSense::aged_person(const ValueMention& mention, TokenRange range) const {
    if (is_bare_age(mention, range)) {
        return name_that_ends(range.begin - 1);
    }
    if (mention.value.dimension != "age" || range.begin == 0) {
        return nullptr;
    }
    // "61-year-old baker Ada Lind": one noun may stand between.
    for (std::uint32_t t = range.end; t <= range.end + 1 && t < statement_.tokens.size(); ++t) {
        if (const EntityMention* name = name_that_begins(t)) {
            return name;
        }
        if (!is_noun(statement_.tokens[t])) {
            break;
        }
    }
    const bool has_article = statement_.tokens[range.begin - 1].lower == "a"sv ||
                             statement_.tokens[range.begin - 1].lower == "an"sv;
    const std::uint32_t lead = has_article ? 2 : 1;  // the comma, and the article behind it
    const bool is_behind =
        range.begin > lead && statement_.tokens[range.begin - lead].lower == ","sv;
    return is_behind ? name_that_ends(range.begin - lead) : nullptr;
}

std::string ValueSense::part_of_contest(const ValueMention& mention, TokenRange range) const {
    constexpr std::array<std::string_view, 12> kParts{"round",  "half", "leg",    "phase",
                                                      "stage",  "set",  "inning", "wave",
                                                      "ballot", "heat", "period", "session"};
    const std::uint16_t clause = statement_.tokens[range.begin].clause;
    for (const ValueMention& other : statement_.values) {
        if (other.value.type != ValueType::Ordinal || other.span == mention.span) {
            continue;
        }
        const TokenRange rank = tokens_of(statement_, other.span);
        if (!rank.is_empty() && rank.end < statement_.tokens.size() &&
            statement_.tokens[rank.begin].clause == clause &&
            is_one_of(kParts, statement_.tokens[rank.end].lemma)) {
            return other.value.amount.to_string() + " " + statement_.tokens[rank.end].lemma;
        }
    }
    if (std::string stretch = stretch_told(mention, clause); !stretch.empty()) {
        return stretch;
    }
    const bool is_again = std::any_of(
        statement_.tokens.begin(), statement_.tokens.end(),
        [&](const Token& token) { return token.clause == clause && token.lower == "again"sv; });
    return is_again ? "again" : "";
}

/// "In his last two games": what is counted over a stretch of its own.
std::string ValueSense::stretch_told(const ValueMention& mention, std::uint16_t clause) const {
    for (const ValueMention& other : statement_.values) {
        const TokenRange count = tokens_of(statement_, other.span);
        if (other.span == mention.span || count.begin < 2 ||
            count.end >= statement_.tokens.size() || other.value.type != ValueType::Number ||
            statement_.tokens[count.begin].clause != clause) {
            continue;
        }
        const std::string& before = statement_.tokens[count.begin - 1].lower;
        if ((before == "last" || before == "past" || before == "previous") &&
            is_noun(statement_.tokens[count.end])) {
            return "last " + other.value.amount.to_string() + " " +
                   statement_.tokens[count.end].lemma;
        }
    }
    return "";
}

bool ValueSense::counts_back(TokenRange range) const {
    if (range.begin == 0 || statement_.tokens[range.begin - 1].lower != "in") {
        return false;
    }
    return std::any_of(statement_.values.begin(), statement_.values.end(),
                       [&](const ValueMention& mention) {
                           if (mention.value.type != ValueType::Ordinal) {
                               return false;
                           }
                           const TokenRange rank = tokens_of(statement_, mention.span);
                           return rank.end <= range.begin && range.begin - rank.end <= kRankReach;
                       });
}

bool ValueSense::is_temperature(const ValueMention& mention, TokenRange range,
                                std::uint32_t noun) const {
    const bool is_counting =
        range.end < statement_.tokens.size() && is_noun(statement_.tokens[range.end]);
    return mention.value.type == ValueType::Number && !is_counting && noun != kNoToken &&
           noun < range.begin && statement_.tokens[noun].lemma == "temperature"sv;
}

}  // namespace atodds
