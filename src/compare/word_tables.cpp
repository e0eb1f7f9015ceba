#include "compare/word_tables.hpp"

#include <algorithm>
#include <array>
#include <iterator>
#include <utility>

namespace atodds {
namespace {

using Words = std::string_view;
using Pair = std::pair<Words, Words>;

constexpr std::array<Words, 64> kSlight = {
    "a",         "about",   "actually", "also",     "an",        "and",    "as",     "at",
    "basically", "because", "but",      "by",       "certainly", "even",   "ever",   "for",
    "frankly",   "from",    "here",     "honestly", "in",        "indeed", "into",   "is",
    "it",        "just",    "kind",     "like",     "look",      "now",    "of",     "oh",
    "ok",        "okay",    "on",       "onto",     "or",        "over",   "quite",  "really",
    "right",     "since",   "so",       "sort",     "still",     "such",   "than",   "that",
    "the",       "then",    "there",    "these",    "this",      "those",  "though", "to",
    "too",       "uh",      "um",       "upon",     "very",      "well",   "with",   "yeah"};

constexpr std::array<Words, 84> kFunction = {
    "all",   "am",      "any",      "are",       "be",       "been",     "before", "being",
    "both",  "can",     "could",    "did",       "do",       "does",     "each",   "every",
    "few",   "had",     "has",      "have",      "he",       "her",      "hers",   "him",
    "his",   "how",     "i",        "if",        "its",      "less",     "many",   "may",
    "me",    "might",   "mine",     "more",      "most",     "much",     "must",   "my",
    "no",    "not",     "off",      "one",       "only",     "our",      "ours",   "out",
    "own",   "shall",   "she",      "should",    "some",     "their",    "theirs", "them",
    "they",  "through", "under",    "until",     "up",       "us",       "was",    "we",
    "were",  "what",    "when",     "where",     "which",    "while",    "who",    "whom",
    "whose", "whoever", "whatever", "whichever", "whomever", "wherever", "anyone", "why",
    "will",  "would",   "you",      "your"};

constexpr std::array<Words, 58> kCommon = {
    "again",  "back",   "been",   "call",  "called", "came",   "come",    "day",   "days", "did",
    "doing",  "done",   "down",   "find",  "get",    "gets",   "getting", "give",  "go",   "goes",
    "going",  "good",   "got",    "great", "keep",   "know",   "let",     "lot",   "made", "make",
    "makes",  "making", "need",   "new",   "other",  "people", "put",     "said",  "say",  "says",
    "see",    "take",   "taking", "talk",  "tell",   "thing",  "things",  "think", "time", "try",
    "trying", "want",   "wants",  "way",   "went",   "work",   "year",    "years"};

constexpr std::array<Words, 16> kNegations = {
    "not", "no",      "never",  "none",   "nobody", "nothing",  "nowhere", "neither",
    "nor", "without", "cannot", "hardly", "barely", "scarcely", "refuse",  "n't"};

constexpr std::array<Pair, 78> kOpposites = {{
    {"accept", "reject"},
    {"active", "passive"},
    {"against", "for"},
    {"agree", "disagree"},
    {"alive", "dead"},
    {"allow", "forbid"},
    {"always", "never"},
    {"approve", "disapprove"},
    {"approve", "reject"},
    {"attack", "defend"},
    {"attacker", "defender"},
    {"ban", "permit"},
    {"begin", "end"},
    {"best", "worst"},
    {"better", "worse"},
    {"buy", "sell"},
    {"cheap", "expensive"},
    {"close", "open"},
    {"confirm", "deny"},
    {"create", "destroy"},
    {"decline", "rise"},
    {"decrease", "increase"},
    {"easy", "difficult"},
    {"easy", "hard"},
    {"effective", "ineffective"},
    {"everybody", "nobody"},
    {"everyone", "nobody"},
    {"everything", "nothing"},
    {"fail", "succeed"},
    {"failure", "success"},
    {"fair", "unfair"},
    {"fall", "rise"},
    {"false", "true"},
    {"fast", "slow"},
    {"few", "many"},
    {"first", "last"},
    {"friend", "enemy"},
    {"gain", "lose"},
    {"good", "bad"},
    {"guilty", "innocent"},
    {"happy", "unhappy"},
    {"high", "low"},
    {"higher", "lower"},
    {"import", "export"},
    {"include", "exclude"},
    {"inside", "outside"},
    {"join", "leave"},
    {"legal", "illegal"},
    {"less", "more"},
    {"likely", "unlikely"},
    {"lose", "win"},
    {"love", "hate"},
    {"lower", "raise"},
    {"major", "minor"},
    {"maximum", "minimum"},
    {"necessary", "unnecessary"},
    {"oppose", "support"},
    {"peace", "war"},
    {"possible", "impossible"},
    {"private", "public"},
    {"profit", "loss"},
    {"ready", "unready"},
    {"reasonable", "unreasonable"},
    {"responsible", "irresponsible"},
    {"rich", "poor"},
    {"right", "wrong"},
    {"safe", "dangerous"},
    {"safe", "unsafe"},
    {"start", "stop"},
    {"strength", "weakness"},
    {"strong", "weak"},
    {"succeed", "fail"},
    {"together", "apart"},
    {"true", "untrue"},
    {"victory", "defeat"},
    {"willing", "unwilling"},
    {"with", "without"},
    {"before", "after"},
}};

template <typename List>
bool is_one_of(const List& list, std::string_view word) {
    return std::ranges::find(list, word) != std::end(list);
}

/// The word without an ending of inflection; not a stem that anybody would read.
std::string trunk_of(std::string_view lower) {
    std::string word(lower);
    for (const Words ending : {Words("ing"), Words("ies"), Words("ied"), Words("es"), Words("ed"),
                               Words("'s"), Words("s"), Words("d"), Words("e"), Words("y")}) {
        if (word.ends_with(ending) && word.size() >= ending.size() + 3) {
            word.resize(word.size() - ending.size());
            break;
        }
    }
    if (word.ends_with('e') || word.ends_with('y') || word.ends_with('i')) {
        word.pop_back();
    }
    const bool is_doubled = word.size() > 3 && word[word.size() - 1] == word[word.size() - 2] &&
                            word.back() != 's' && word.back() != 'l';
    if (is_doubled) {
        word.pop_back();
    }
    return word;
}

}  // namespace

WordRank rank_of_word(std::string_view lower) {
    if (is_one_of(kSlight, lower)) {
        return WordRank::Slight;
    }
    if (is_one_of(kFunction, lower) || is_negation(lower)) {
        return WordRank::Function;
    }
    return is_one_of(kCommon, lower) ? WordRank::Common : WordRank::Content;
}

bool is_negation(std::string_view lower) {
    return is_one_of(kNegations, lower);
}

bool are_opposites(std::string_view left, std::string_view right) {
    const auto is_form = [](std::string_view word, std::string_view base) {
        return word == base || are_inflections(word, base);
    };
    return std::ranges::any_of(kOpposites, [&](const Pair& pair) {
        return (is_form(left, pair.first) && is_form(right, pair.second)) ||
               (is_form(left, pair.second) && is_form(right, pair.first));
    });
}

std::string trunk_of_word(std::string_view lower) {
    constexpr std::size_t kShortest = 3;
    return lower.size() >= kShortest ? trunk_of(lower) : std::string();
}

bool are_inflections(std::string_view left, std::string_view right) {
    const std::string trunk = trunk_of_word(left);
    return !trunk.empty() && left != right && trunk == trunk_of_word(right);
}

}  // namespace atodds
