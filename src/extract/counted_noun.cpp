#include "extract/counted_noun.hpp"

#include "extract/open_context.hpp"

#include <algorithm>
#include <array>
#include <string_view>

namespace atodds {
namespace {

using std::string_view_literals::operator""sv;  // compares sizes first, a plain literal does not

/// Words between a number and what it counts: "12 newly painted street lamps". Guessed.
constexpr std::uint32_t kMostModifiers = 4;
/// Tokens from "of which" to the number it leads to: "of which some 12". Guessed.
constexpr std::uint32_t kPronounReach = 3;

bool is_noun(const Token& token) {
    return token.tag == Upos::Noun || token.tag == Upos::Propn;
}

bool is_magnitude(std::string_view word) {
    constexpr std::array<std::string_view, 11> kMagnitudes{
        "million", "billion", "trillion", "thousand", "crore",  "lakh",
        "hundred", "dozen",   "dollars",  "euros",    "percent"};
    return std::find(kMagnitudes.begin(), kMagnitudes.end(), word) != kMagnitudes.end();
}

/// Words that lead from an amount to a time and to nothing that is counted: "12 last week".
bool is_time_word(std::string_view word) {
    constexpr std::array<std::string_view, 8> kTimes{"last",    "next",      "past",  "previous",
                                                     "earlier", "yesterday", "today", "tomorrow"};
    return std::find(kTimes.begin(), kTimes.end(), word) != kTimes.end();
}

bool modifies(const Token& token) {
    const bool is_participle = token.tag == Upos::Verb && token.form == Form::Participle;
    const bool is_adverb = token.tag == Upos::Adv && token.lower.ends_with("ly");
    return (token.tag == Upos::Adj || is_participle || is_adverb) && !is_time_word(token.lower);
}

bool refers_back(std::string_view word) {
    return word == "which" || word == "whom" || word == "them" || word == "these" ||
           word == "those";
}

}  // namespace

/// "90 lamps, of which 14 were in Velm, 20 in Dorn", "8 new lamps, bringing the total to 98":
/// a bare number behind such words, or in a list with one, counts what the last number before it
/// did.
CountedNouns::CountedNouns(const Statement& statement) : statement_(statement) {
    std::uint32_t last = kNoToken;
    bool is_led = false;
    for (const ValueMention& mention : statement_.values) {
        const TokenRange range = tokens_of(statement_, mention.span);
        if (range.is_empty() || mention.value.type != ValueType::Number) {
            continue;
        }
        const std::uint32_t own = own_noun(mention, range);
        is_led = own == kNoToken && (is_led || is_led_back_to(range.begin));
        last = own != kNoToken ? own : last;
        const bool may_count = own != kNoToken || (is_led && mention.value.amount.is_integer());
        numbers_.push_back({range, may_count ? last : kNoToken});
    }
}

/// True where one of the words before `token` takes up what was counted.
bool CountedNouns::is_led_back_to(std::uint32_t token) const {
    const auto begin = statement_.tokens.begin();
    const std::uint32_t first = token > kPronounReach ? token - kPronounReach : 0;
    return std::any_of(begin + first, begin + token, [](const Token& word) {
        return refers_back(word.lower) || word.lemma == "total"sv;
    });
}

std::uint32_t CountedNouns::find(const ValueMention& mention, TokenRange range) const {
    const auto number =
        std::find_if(numbers_.begin(), numbers_.end(),
                     [&](const Counted& candidate) { return candidate.range == range; });
    return number != numbers_.end() ? number->noun : own_noun(mention, range);
}

bool CountedNouns::is_beside(std::uint32_t noun, TokenRange range) const {
    const auto begin = statement_.tokens.begin();
    const std::uint32_t from = std::min(noun, range.begin);
    const std::uint32_t to = std::max(noun, range.begin);
    return noun >= range.begin || std::none_of(begin + from, begin + to, [](const Token& token) {
               return refers_back(token.lower) || token.lower == ","sv;
           });
}

/// The noun behind the amount, else the head it counts, else its own last noun, else the subject of
/// a copula ("revenue was 5 billion"). Under any other verb the predicate is the measure.
std::uint32_t CountedNouns::own_noun(const ValueMention& mention, TokenRange range) const {
    const bool counts =
        mention.value.type == ValueType::Number || mention.value.type == ValueType::Ordinal;
    const std::uint32_t behind = counts ? noun_behind(range) : kNoToken;
    if (behind != kNoToken) {
        return behind;
    }
    if (const std::uint32_t subject = noun_said_to_be(range); subject != kNoToken) {
        return subject;
    }
    if (const std::uint32_t head = noun_of_head(range); head != kNoToken) {
        return head;
    }
    const Token& last = statement_.tokens[range.end - 1];
    if (last.tag == Upos::Noun && range.size() > 1 &&
        last.lower.find_first_of("0123456789") == std::string::npos && !is_magnitude(last.lower)) {
        return range.end - 1;
    }
    if (range.end < statement_.tokens.size() && statement_.tokens[range.end].tag == Upos::Noun) {
        return range.end;
    }
    return subject_of_copula(range);
}

std::uint32_t CountedNouns::subject_of_copula(TokenRange range) const {
    const std::uint16_t index = statement_.tokens[range.begin].clause;
    if (index >= statement_.clauses.size()) {
        return kNoToken;
    }
    const Clause& clause = statement_.clauses[index];
    const bool is_copular = clause.subject != kNoToken && clause.verb != kNoToken &&
                            (statement_.tokens[clause.verb].lemma == "be"sv ||
                             (clause.verb >= range.begin && clause.verb < range.end));
    return is_copular && is_noun(statement_.tokens[clause.subject]) ? clause.subject : kNoToken;
}

/// "The death toll was 15": the value is the predicate, so the subject is what it measures.
std::uint32_t CountedNouns::noun_said_to_be(TokenRange range) const {
    const std::uint16_t index = statement_.tokens[range.begin].clause;
    if (index >= statement_.clauses.size()) {
        return kNoToken;
    }
    const Clause& clause = statement_.clauses[index];
    const bool is_predicate = clause.verb != kNoToken && clause.verb >= range.begin &&
                              clause.verb < range.end && clause.subject != kNoToken;
    return is_predicate && statement_.tokens[clause.subject].tag == Upos::Noun ? clause.subject
                                                                               : kNoToken;
}

/// The last noun of the run that begins with `token`, which moves behind the run.
std::uint32_t CountedNouns::last_noun(std::uint32_t& token) const {
    std::uint32_t noun = kNoToken;
    for (; token < statement_.tokens.size() && is_noun(statement_.tokens[token]); ++token) {
        const Token& word = statement_.tokens[token];
        if (is_time_word(word.lower) || is_magnitude(word.lower)) {
            break;
        }
        noun = word.tag == Upos::Noun ? token : noun;
    }
    return noun;
}

/// The last noun of the run behind the amount: parsers often hang a number on a noun in between.
/// Of "seven fraud and theft charges" the charges are counted, as the plural tells.
std::uint32_t CountedNouns::noun_behind(TokenRange range) const {
    const auto size = static_cast<std::uint32_t>(statement_.tokens.size());
    std::uint32_t t = range.end;
    while (t < size && t < range.end + kMostModifiers && modifies(statement_.tokens[t])) {
        ++t;
    }
    const std::uint32_t noun = last_noun(t);
    // "One Thai national,": an adjective in the noun's place, behind one with a capital letter.
    if (noun == kNoToken && t > range.end + 1 && statement_.tokens[t - 2].is_capitalised &&
        !statement_.tokens[t - 1].is_capitalised && statement_.tokens[t - 1].tag == Upos::Adj) {
        return t - 1;
    }
    const bool is_joined = noun != kNoToken && noun + 1 == t && t + 2 < size &&
                           statement_.tokens[noun].form != Form::Plural &&
                           statement_.tokens[t].lower == "and"sv &&
                           is_noun(statement_.tokens[t + 1]) && is_noun(statement_.tokens[t + 2]);
    if (!is_joined) {
        return noun;
    }
    const std::uint32_t joined = last_noun(++t);
    const bool is_head = joined != kNoToken && statement_.tokens[joined].form == Form::Plural;
    return is_head ? joined : noun;
}

std::uint32_t CountedNouns::noun_of_head(TokenRange range) const {
    for (std::uint32_t t = range.begin; t < range.end; ++t) {
        const Token& token = statement_.tokens[t];
        const bool leaves =
            token.head != kNoToken && (token.head < range.begin || token.head >= range.end);
        // "14 were in Velm, 20 in Dorn": a place is nothing that is counted.
        if (leaves && statement_.tokens[token.head].tag == Upos::Noun &&
            (token.relation == Relation::NumberOf || token.relation == Relation::Modifier ||
             token.relation == Relation::Compound || token.relation == Relation::NounModifier)) {
            return token.head;
        }
    }
    return kNoToken;
}

}  // namespace atodds
