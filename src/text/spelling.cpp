#include "text/spelling.hpp"

#include "base/hash.hpp"
#include "base/id_map.hpp"

#include <array>
#include <utility>

namespace atodds {
namespace {

using Words = std::string_view;
using Pair = std::pair<Words, Words>;

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

/// The words that change as a whole, by the hash of what they change from.
IdMap<Words> make_whole_words() {
    IdMap<Words> words;
    for (const auto& [from, to] : kNumberWords) {
        words[hash_bytes(from)] = to;
    }
    for (const auto& [from, to] : kSpellings) {
        words[hash_bytes(from)] = to;
    }
    return words;
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

}  // namespace

std::string standard_form(std::string_view lower) {
    static const IdMap<Words> whole_words = make_whole_words();
    if (const Words* to = whole_words.find(hash_bytes(lower))) {
        return std::string(*to);
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

}  // namespace atodds
