#include "text/abbreviations.hpp"

#include <algorithm>
#include <array>

namespace atodds {
namespace {

// Own lists, from knowledge of English news style. Sorted: they are searched by halves.
constexpr auto kTitles = std::to_array<std::string_view>(
    {"adm", "al",   "approx", "asst", "atty",   "brig", "capt", "cf",  "cmdr", "col",
     "cpl", "dr",   "e.g",    "eg",   "fr",     "ft",   "gen",  "gov", "hon",  "i.e",
     "ie",  "insp", "lt",     "maj",  "messrs", "mlle", "mme",  "mr",  "mrs",  "ms",
     "mt",  "pres", "prof",   "pvt",  "rep",    "reps", "rev",  "sec", "sen",  "sens",
     "sgt", "st",   "supt",   "v",    "viz",    "vs"});

constexpr auto kPlain = std::to_array<std::string_view>(
    {"apr",  "assn",  "aug", "ave",  "bldg", "blvd", "bros", "co",   "corp", "cos",  "dec",  "dept",
     "dist", "div",   "est", "etc",  "feb",  "fri",  "ga",   "govt", "inc",  "intl", "jan",  "jr",
     "jul",  "jun",   "la",  "ltd",  "mar",  "md",   "mfg",  "mon",  "natl", "nov",  "oct",  "ore",
     "pa",   "ph.d",  "phd", "pte",  "pty",  "rd",   "sep",  "sept", "sq",   "sr",   "tenn", "thu",
     "thur", "thurs", "tue", "tues", "univ", "va",   "wed",  "yr",   "yrs"});

constexpr auto kBeforeDigit = std::to_array<std::string_view>(
    {"art", "ch", "fig", "figs", "no", "nos", "p", "para", "pp", "sect", "vol", "vols"});

constexpr auto kOpeners = std::to_array<std::string_view>(
    {"a",       "according", "after",   "all",     "also",   "although", "an",     "and",
     "another", "as",        "at",      "because", "before", "both",     "but",    "by",
     "during",  "each",      "earlier", "even",    "every",  "few",      "for",    "from",
     "he",      "her",       "here",    "his",     "how",    "however",  "i",      "if",
     "in",      "instead",   "it",      "its",     "last",   "later",    "many",   "meanwhile",
     "more",    "moreover",  "most",    "my",      "no",     "nor",      "not",    "on",
     "once",    "one",       "other",   "others",  "our",    "out",      "over",   "she",
     "since",   "so",        "some",    "still",   "such",   "that",     "the",    "their",
     "then",    "there",     "these",   "they",    "this",   "those",    "though", "through",
     "to",      "today",     "under",   "unlike",  "until",  "we",       "what",   "when",
     "where",   "whether",   "which",   "while",   "who",    "why",      "with",   "within",
     "yes",     "yesterday", "yet",     "you",     "your"});

static_assert(std::is_sorted(kTitles.begin(), kTitles.end()));
static_assert(std::is_sorted(kPlain.begin(), kPlain.end()));
static_assert(std::is_sorted(kBeforeDigit.begin(), kBeforeDigit.end()));
static_assert(std::is_sorted(kOpeners.begin(), kOpeners.end()));

template <typename List>
bool holds(const List& list, std::string_view word) {
    return std::binary_search(list.begin(), list.end(), word);
}

bool has_single_letter_parts(std::string_view lower) {
    for (std::size_t at = 0; at < lower.size(); ++at) {
        const bool is_dot_place = at % 2 == 1;
        const bool is_letter = lower[at] >= 'a' && lower[at] <= 'z';
        if (is_dot_place ? lower[at] != '.' : !is_letter) {
            return false;
        }
    }
    return lower.size() % 2 == 1;
}

}  // namespace

AbbreviationKind abbreviation_kind(std::string_view lower) {
    constexpr std::size_t kLongest = 6;  // of the lists
    if (lower.empty() || lower.size() > 12) {
        return AbbreviationKind::None;
    }
    if (lower.size() > kLongest) {
        return has_single_letter_parts(lower) ? AbbreviationKind::Plain : AbbreviationKind::None;
    }
    if (holds(kBeforeDigit, lower)) {
        return AbbreviationKind::BeforeDigit;
    }
    if (holds(kTitles, lower) && lower != "v") {
        return AbbreviationKind::Title;
    }
    if (holds(kPlain, lower) || has_single_letter_parts(lower)) {
        return AbbreviationKind::Plain;
    }
    return AbbreviationKind::None;
}

bool is_sentence_opener(std::string_view lower) {
    return holds(kOpeners, lower);
}

}  // namespace atodds
