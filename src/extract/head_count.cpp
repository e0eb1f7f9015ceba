#include "extract/head_count.hpp"

#include "extract/word_set.hpp"

#include <algorithm>
#include <cstdint>
#include <string_view>

namespace atodds {
namespace {

using std::string_view_literals::operator""sv;  // compares sizes first, a plain literal does not

/// Tokens from the number to the fate: "17 other crew members were reported missing". Guessed.
constexpr std::uint32_t kReach = 8;
/// Hedges between a verb and its number: "injured at least some". Guessed.
constexpr std::uint32_t kHedgeReach = 3;

bool is_noun(const Token& token) {
    return token.tag == Upos::Noun || token.tag == Upos::Propn;
}

/// Words that may stand between those who are counted and what befell them.
bool may_stand_between(const Token& token) {
    static const WordSet kTold(
        "be have remain been still also reported confirmed believed feared presumed listed left");
    return kTold.holds(token.lemma_id) || kTold.holds(token.lower_id) || token.tag == Upos::Aux ||
           token.tag == Upos::Adj || token.tag == Upos::Adv || is_noun(token);
}

bool is_hedge(const Token& token) {
    static const WordSet kHedges("at least about around some nearly almost more than over");
    return kHedges.holds(token.lower_id);
}

bool is_aboard(std::string_view fate) {
    return fate == "aboard";
}

/// What the words from `t` on tell of those who are counted, empty for nothing. "People carrying
/// flags" and "people of the board" are aboard of nothing.
std::string_view fate_at(const Statement& statement, const WordFamilies& families,
                         std::uint32_t t) {
    const Token& token = statement.tokens[t];
    if (token.lower == "on"sv && t + 1 < statement.tokens.size() &&
        statement.tokens[t + 1].lower == "board"sv) {
        return "aboard";
    }
    const std::string_view fate = families.head_count_of(token);
    const bool is_told = !is_aboard(fate) || token.lower == "aboard"sv;
    return is_told ? fate : std::string_view();
}

/// "Two people aboard the raft were injured": what befell them counts, not where they were. "With
/// two people aboard the raft sank, killing a guard": what befell others is told behind a verb or a
/// comma.
std::string_view fate_behind(const Statement& statement, const WordFamilies& families,
                             std::uint32_t t, std::string_view fate) {
    const auto end =
        std::min<std::uint32_t>(t + kReach, static_cast<std::uint32_t>(statement.tokens.size()));
    for (std::uint32_t next = t + 1; next < end && is_aboard(fate); ++next) {
        const std::string_view other = fate_at(statement, families, next);
        const Upos tag = statement.tokens[next].tag;
        if (other.empty() && (tag == Upos::Verb || tag == Upos::Punct)) {
            break;
        }
        fate = other.empty() ? fate : other;
    }
    return fate;
}

/// Behind an insert that begins at `t`: "14 people, including two guards, were aboard". `t`
/// where there is none.
std::uint32_t behind_insert(const Statement& statement, std::uint32_t t) {
    constexpr std::uint32_t kMostTokens = 16;  // guessed
    const std::vector<Token>& tokens = statement.tokens;
    const auto size = static_cast<std::uint32_t>(tokens.size());
    if (t + 1 >= size || tokens[t].lower != ","sv || tokens[t + 1].lower != "including"sv) {
        return t;
    }
    for (std::uint32_t end = t + 2; end < std::min(size, t + kMostTokens); ++end) {
        if (tokens[end].lower == ","sv && end + 1 < size && tokens[end + 1].tag == Upos::Aux) {
            return end + 1;
        }
    }
    return t;
}

/// What is counted, and where its name ends.
struct Counted {
    std::string_view noun;  ///< empty for people of any kind
    std::string_view fate;  ///< empty where none is told
};

Counted counted_behind(const Statement& statement, const WordFamilies& families, TokenRange range) {
    Counted counted;
    const auto size = static_cast<std::uint32_t>(statement.tokens.size());
    std::uint32_t end = std::min(range.end + kReach, size);
    for (std::uint32_t t = range.end; t < end; ++t) {
        if (const std::uint32_t behind = behind_insert(statement, t); behind != t) {
            end = std::min(end + behind - t, size);
            t = behind;
        }
        const Token& token = statement.tokens[t];
        const std::string_view fate = fate_at(statement, families, t);
        if (!fate.empty() && counted.fate.empty()) {
            counted.fate = fate_behind(statement, families, t, fate);
            if (is_aboard(fate)) {
                break;  // what follows is the ship
            }
            continue;
        }
        const bool goes_on = counted.fate.empty() ? may_stand_between(token)
                                                  : is_noun(token) || token.tag == Upos::Adj;
        if (!goes_on) {
            break;
        }
        if (is_noun(token)) {
            const bool is_anybody =
                families.figure_role_of(token) == WordFamilies::FigureRole::Anybody;
            counted.noun = is_anybody ? std::string_view() : families.family_of(token);
        }
    }
    return counted;
}

/// "Injured 130 others": the fate is the verb in front of the number.
std::string_view fate_before(const Statement& statement, const WordFamilies& families,
                             TokenRange range) {
    std::uint32_t t = range.begin;
    const std::uint32_t first = t > kHedgeReach ? t - kHedgeReach : 0;
    while (t > first && is_hedge(statement.tokens[t - 1])) {
        --t;
    }
    const bool is_verb = t > 0 && statement.tokens[t - 1].tag == Upos::Verb;
    return is_verb ? families.head_count_of(statement.tokens[t - 1]) : std::string_view();
}

}  // namespace

std::string head_count_at(const Statement& statement, const WordFamilies& families,
                          TokenRange range) {
    Counted counted = counted_behind(statement, families, range);
    const std::string_view before = fate_before(statement, families, range);
    if (!before.empty() && (counted.fate.empty() || !is_aboard(before))) {
        counted.fate = before;
    }
    if (counted.fate.empty() || (is_aboard(counted.fate) && !counted.noun.empty())) {
        return "";
    }
    std::string name(counted.fate);
    if (!counted.noun.empty()) {
        name += ' ';
        name += counted.noun;
    }
    return name;
}

}  // namespace atodds
