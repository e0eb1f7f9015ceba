#include "extract/metonymy.hpp"

#include <algorithm>
#include <array>
#include <string_view>

namespace atodds {

namespace {

using std::string_view_literals::operator""sv;  // compares sizes first, a plain literal does not

using Words = std::string_view;

// The word lists are ours, guessed from general news English; a capital is an actor unless one of
// them says otherwise, because that is how headlines and leads use it.
constexpr std::array kPlacePrepositions = {Words("in"),       Words("at"),      Words("near"),
                                           Words("around"),   Words("outside"), Words("across"),
                                           Words("into"),     Words("via"),     Words("through"),
                                           Words("downtown"), Words("central"), Words("inside")};

constexpr std::array kMotionPrepositions = {Words("from"), Words("to"), Words("toward"),
                                            Words("towards")};

/// What comes from or goes to an authority rather than a city.
constexpr std::array kDealings = {
    Words("pressure"),   Words("order"),      Words("orders"),       Words("directive"),
    Words("directives"), Words("demand"),     Words("demands"),      Words("response"),
    Words("approval"),   Words("permission"), Words("support"),      Words("guidance"),
    Words("message"),    Words("signal"),     Words("signals"),      Words("instruction"),
    Words("blessing"),   Words("criticism"),  Words("comment"),      Words("instructions"),
    Words("pushback"),   Words("backlash"),   Words("concession"),   Words("concessions"),
    Words("aid"),        Words("reaction"),   Words("request"),      Words("warning"),
    Words("scrutiny"),   Words("threat"),     Words("threats"),      Words("opposition"),
    Words("according"),  Words("thanks"),     Words("loyal"),        Words("answerable"),
    Words("blow"),       Words("challenge"),  Words("challenges"),   Words("resistance"),
    Words("warnings"),   Words("assurances"), Words("independence"), Words("interference"),
    Words("favour"),     Words("favor"),      Words("wrath"),        Words("ire"),
    Words("policy"),     Words("government"), Words("demanded"),     Words("approvals"),
    Words("objections"), Words("help"),       Words("protection"),   Words("clearance")};

constexpr std::array kPlaceNouns = {
    Words("airport"),       Words("airports"),   Words("hospital"),    Words("hospitals"),
    Words("street"),        Words("streets"),    Words("suburb"),      Words("suburbs"),
    Words("resident"),      Words("residents"),  Words("university"),  Words("hotel"),
    Words("hotels"),        Words("office"),     Words("offices"),     Words("headquarters"),
    Words("bureau"),        Words("court"),      Words("courtroom"),   Words("mayor"),
    Words("police"),        Words("metro"),      Words("subway"),      Words("summit"),
    Words("zoo"),           Words("weather"),    Words("time"),        Words("area"),
    Words("correspondent"), Words("restaurant"), Words("restaurants"), Words("neighborhood"),
    Words("neighbourhood"), Words("district"),   Words("museum"),      Words("store"),
    Words("stores"),        Words("factory"),    Words("plant"),       Words("campus"),
    Words("stadium"),       Words("embassy"),    Words("exchange"),    Words("stock"),
    Words("based"),         Words("born"),       Words("area"),        Words("taxi"),
    Words("apartment"),     Words("house"),      Words("housing"),     Words("skyline"),
    Words("conference"),    Words("meeting"),    Words("tech"),        Words("startup")};

template <typename List>
bool is_one_of(const List& list, std::string_view word) {
    return std::ranges::find(list, word) != list.end();
}

const Token* token_at(const Statement& statement, std::int64_t index) {
    const bool is_inside = index >= 0 && index < static_cast<std::int64_t>(statement.tokens.size());
    return is_inside ? &statement.tokens[static_cast<std::size_t>(index)] : nullptr;
}

bool is_dash(const Token& token) {
    return token.lower == "-"sv || token.lower == "\xE2\x80\x93"sv ||
           token.lower == "\xE2\x80\x94"sv;
}

/// "BEIJING (Reuters) -", "LONDON, May 3 -": the sentence opens with it in capitals or with a dash
/// or bracket behind it.
bool is_dateline(const Statement& statement, TokenRange mention) {
    const Token* next = token_at(statement, mention.end);
    if (mention.begin != 0 || next == nullptr) {
        return false;
    }
    const bool is_marked = next->lower == "("sv || is_dash(*next);
    return is_marked || (statement.tokens[0].is_all_caps && next->lower == ","sv);
}

/// "the streets of Beijing", "north of Beijing"
bool is_part_of_city(std::string_view noun) {
    constexpr std::array kParts = {Words("city"),       Words("capital"), Words("outskirts"),
                                   Words("north"),      Words("south"),   Words("east"),
                                   Words("west"),       Words("center"),  Words("centre"),
                                   Words("part"),       Words("parts"),   Words("edge"),
                                   Words("outside"),    Words("miles"),   Words("kilometres"),
                                   Words("kilometers"), Words("heart"),   Words("people")};
    return is_one_of(kPlaceNouns, noun) || is_one_of(kParts, noun);
}

bool has_place_noun_behind(const Statement& statement, TokenRange mention) {
    // "Beijing-based" may be one token, or three.
    if (statement.tokens[mention.end - 1].lower.find('-') != std::string::npos) {
        return true;
    }
    std::int64_t at = mention.end;
    for (int step = 0; step < 2; ++step, ++at) {
        const Token* next = token_at(statement, at);
        if (next == nullptr) {
            return false;
        }
        if (is_one_of(kPlaceNouns, next->lower)) {
            return true;
        }
        if (next->lower != "'s"sv && next->lower != "-"sv) {
            return false;
        }
    }
    return false;
}

/// Whether one of the four words in front of the preposition is something an authority gives.
bool has_dealing_before(const Statement& statement, std::int64_t preposition) {
    for (std::int64_t at = preposition - 1; at >= 0 && at + 4 >= preposition; --at) {
        if (is_one_of(kDealings, statement.tokens[static_cast<std::size_t>(at)].lower)) {
            return true;
        }
    }
    return false;
}

}  // namespace

MetonymSense sense_of_metonym(const Statement& statement, TokenRange mention) {
    if (is_dateline(statement, mention) || has_place_noun_behind(statement, mention)) {
        return MetonymSense::Place;
    }
    const std::int64_t before = std::int64_t{mention.begin} - 1;
    const Token* previous = token_at(statement, before);
    if (previous == nullptr) {
        return MetonymSense::Actor;
    }
    const Token* next = token_at(statement, mention.end);
    const bool owns = next != nullptr && next->lower == "'s"sv;
    if (is_one_of(kPlacePrepositions, previous->lower)) {
        return owns ? MetonymSense::Actor : MetonymSense::Place;
    }
    if (previous->lower == "of"sv) {
        const Token* whose = token_at(statement, before - 1);
        return whose != nullptr && is_part_of_city(whose->lower) ? MetonymSense::Place
                                                                 : MetonymSense::Actor;
    }
    const bool is_motion = is_one_of(kMotionPrepositions, previous->lower);
    const bool stays_actor = owns || has_dealing_before(statement, before);
    return is_motion && !stays_actor ? MetonymSense::Place : MetonymSense::Actor;
}

}  // namespace atodds
