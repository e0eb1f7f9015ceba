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

constexpr std::array<Words, 78> kFunction = {
    "all",   "am",     "any",   "are",   "be",     "been",  "before", "being",   "both",  "can",
    "could", "did",    "do",    "does",  "each",   "every", "few",    "had",     "has",   "have",
    "he",    "her",    "hers",  "him",   "his",    "how",   "i",      "if",      "its",   "less",
    "many",  "may",    "me",    "might", "mine",   "more",  "most",   "much",    "must",  "my",
    "no",    "not",    "off",   "one",   "only",   "our",   "ours",   "out",     "own",   "shall",
    "she",   "should", "some",  "their", "theirs", "them",  "they",   "through", "under", "until",
    "up",    "us",     "was",   "we",    "were",   "what",  "when",   "where",   "which", "while",
    "who",   "whom",   "whose", "why",   "will",   "would", "you",    "your"};

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

/// Words whose British and American spellings differ beyond an ending; British first.
constexpr std::array<Pair, 84> kSpellings = {{
    {"acknowledgement", "acknowledgment"},
    {"adviser", "advisor"},
    {"ageing", "aging"},
    {"aluminium", "aluminum"},
    {"amongst", "among"},
    {"artefact", "artifact"},
    {"axe", "ax"},
    {"cheque", "check"},
    {"cheques", "checks"},
    {"chequered", "checkered"},
    {"cosy", "cozy"},
    {"defence", "defense"},
    {"defences", "defenses"},
    {"enrol", "enroll"},
    {"enrolment", "enrollment"},
    {"foetus", "fetus"},
    {"fulfil", "fulfill"},
    {"fulfilment", "fulfillment"},
    {"gaol", "jail"},
    {"grey", "gray"},
    {"instalment", "installment"},
    {"jewellery", "jewelry"},
    {"judgement", "judgment"},
    {"kerb", "curb"},
    {"licence", "license"},
    {"licences", "licenses"},
    {"manoeuvre", "maneuver"},
    {"manoeuvres", "maneuvers"},
    {"mould", "mold"},
    {"moustache", "mustache"},
    {"mum", "mom"},
    {"offence", "offense"},
    {"offences", "offenses"},
    {"paediatric", "pediatric"},
    {"plough", "plow"},
    {"practise", "practice"},
    {"practised", "practiced"},
    {"practising", "practicing"},
    {"pretence", "pretense"},
    {"programme", "program"},
    {"programmes", "programs"},
    {"pyjamas", "pajamas"},
    {"sceptic", "skeptic"},
    {"sceptical", "skeptical"},
    {"scepticism", "skepticism"},
    {"skilful", "skillful"},
    {"storey", "story"},
    {"sulphur", "sulfur"},
    {"towards", "toward"},
    {"afterwards", "afterward"},
    {"backwards", "backward"},
    {"forwards", "forward"},
    {"tyre", "tire"},
    {"tyres", "tires"},
    {"whilst", "while"},
    {"wilful", "willful"},
    {"woollen", "woolen"},
    {"learnt", "learned"},
    {"burnt", "burned"},
    {"dreamt", "dreamed"},
    {"spelt", "spelled"},
    {"spoilt", "spoiled"},
    {"leapt", "leaped"},
    {"ok", "okay"},
    {"alright", "okay"},
    {"gonna", "going"},
    {"percent", "percent"},
    {"pct", "percent"},
    {"yeah", "yes"},
    {"rep.", "representative"},
    {"reps.", "representatives"},
    {"sen.", "senator"},
    {"sens.", "senators"},
    {"gov.", "governor"},
    {"govs.", "governors"},
    {"dr.", "doctor"},
    {"gen.", "general"},
    {"lt.", "lieutenant"},
    {"sgt.", "sergeant"},
    {"prof.", "professor"},
    {"dr", "doctor"},
    {"st.", "saint"},
    {"vs.", "versus"},
    {"u.s.a.", "u.s."},
}};

/// Endings that differ by rule; British first. Applied to words of six letters or more.
constexpr std::array<Pair, 17> kEndings = {{
    {"isation", "ization"},
    {"isations", "izations"},
    {"ising", "izing"},
    {"ised", "ized"},
    {"ises", "izes"},
    {"ise", "ize"},
    {"yse", "yze"},
    {"ysed", "yzed"},
    {"elled", "eled"},
    {"elling", "eling"},
    {"eller", "eler"},
    {"ogue", "og"},
    {"ogues", "ogs"},
    {"entre", "enter"},
    {"heatre", "heater"},
    {"itre", "iter"},
    {"ibre", "iber"},
}};

/// Stems in "-our" that America writes in "-or".
constexpr std::array<Words, 23> kOurStems = {"arm",    "behavi", "cand", "clam",   "col",  "demean",
                                             "endeav", "fav",    "ferv", "flav",   "glam", "harb",
                                             "hon",    "hum",    "lab",  "neighb", "od",   "parl",
                                             "rig",    "rum",    "sav",  "splend", "vap"};

constexpr std::array<Pair, 40> kNumberWords = {{
    {"zero", "0"},       {"two", "2"},         {"three", "3"},      {"four", "4"},
    {"five", "5"},       {"six", "6"},         {"seven", "7"},      {"eight", "8"},
    {"nine", "9"},       {"ten", "10"},        {"eleven", "11"},    {"twelve", "12"},
    {"thirteen", "13"},  {"fourteen", "14"},   {"fifteen", "15"},   {"sixteen", "16"},
    {"seventeen", "17"}, {"eighteen", "18"},   {"nineteen", "19"},  {"twenty", "20"},
    {"thirty", "30"},    {"forty", "40"},      {"fifty", "50"},     {"sixty", "60"},
    {"seventy", "70"},   {"eighty", "80"},     {"ninety", "90"},    {"first", "1st"},
    {"second", "2nd"},   {"third", "3rd"},     {"fourth", "4th"},   {"fifth", "5th"},
    {"sixth", "6th"},    {"seventh", "7th"},   {"eighth", "8th"},   {"ninth", "9th"},
    {"tenth", "10th"},   {"eleventh", "11th"}, {"twelfth", "12th"}, {"twentieth", "20th"},
}};

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

std::string with_ending(std::string_view word, std::string_view old_end, std::string_view new_end) {
    std::string changed(word.substr(0, word.size() - old_end.size()));
    changed += new_end;
    return changed;
}

/// "colour", "colours", "coloured", "colouring", "colourful".
std::string without_u(std::string_view lower) {
    for (const Words stem : kOurStems) {
        if (lower.starts_with(stem) && lower.substr(stem.size()).starts_with("our")) {
            return std::string(stem) + "or" + std::string(lower.substr(stem.size() + 3));
        }
    }
    return std::string(lower);
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

WordClass class_of_word(std::string_view lower) {
    if (is_one_of(kSlight, lower)) {
        return WordClass::Slight;
    }
    if (is_one_of(kFunction, lower) || is_negation(lower)) {
        return WordClass::Function;
    }
    return is_one_of(kCommon, lower) ? WordClass::Common : WordClass::Content;
}

bool is_negation(std::string_view lower) {
    return is_one_of(kNegations, lower);
}

std::string standard_form(std::string_view lower) {
    for (const auto& [from, to] : kSpellings) {
        if (lower == from) {
            return std::string(to);
        }
    }
    for (const auto& [from, to] : kNumberWords) {
        if (lower == from) {
            return std::string(to);
        }
    }
    constexpr std::size_t kShortest = 6;
    if (lower.size() >= kShortest) {
        for (const auto& [from, to] : kEndings) {
            if (lower.ends_with(from)) {
                return with_ending(lower, from, to);
            }
        }
    }
    return without_u(lower);
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

bool are_inflections(std::string_view left, std::string_view right) {
    constexpr std::size_t kShortest = 3;
    return left.size() >= kShortest && right.size() >= kShortest && left != right &&
           trunk_of(left) == trunk_of(right);
}

}  // namespace atodds
