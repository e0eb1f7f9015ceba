#include "extract/name_words.hpp"

#include "base/hash.hpp"
#include "base/id_map.hpp"

#include <algorithm>

namespace atodds {

namespace {

using Words = std::string_view;

/// A text of words between blanks, looked up by hash.
class WordList {
  public:
    explicit WordList(Words words) {
        while (!words.empty()) {
            const std::size_t end = std::min(words.find(' '), words.size());
            ids_[hash_bytes(words.substr(0, end))] = true;
            words.remove_prefix(std::min(end + 1, words.size()));
        }
    }

    bool holds(Words word) const { return !word.empty() && ids_.find(hash_bytes(word)) != nullptr; }

  private:
    IdMap<bool> ids_;
};

constexpr Words without_stop(Words word) {
    return word.ends_with('.') ? word.substr(0, word.size() - 1) : word;
}

// Guessed from general knowledge of English news style; extend freely.
constexpr Words kTitles =
    "mr mrs ms miss mx dr prof professor sir dame lord lady baroness baron king queen prince "
    "princess emperor pope cardinal archbishop bishop imam rabbi rev reverend ayatollah sheikh "
    "president vice-president premier chancellor minister secretary undersecretary senator sen "
    "representative rep congressman congresswoman governor gov mayor ambassador envoy "
    "commissioner general gen colonel col lieutenant lt major maj captain capt sergeant sgt "
    "admiral adm marshal commander judge justice sheriff officer detective inspector attorney "
    "prosecutor chairman chairwoman chair ceo cfo cto coo director speaker leader chief deputy "
    "lawmaker mp coach executive justice founder";

constexpr Words kRoleNouns =
    "analyst analysts spokesman spokeswoman spokesperson economist strategist researcher scientist "
    "engineer lawyer attorney executive founder co-founder owner billionaire investor author "
    "journalist reporter columnist editor historian activist actor actress singer player striker "
    "coach manager teacher student farmer resident witness professor expert consultant adviser "
    "advisor diplomat official president minister secretary senator governor mayor chairman "
    "chairwoman chief director leader candidate commissioner lawmaker prosecutor judge captain "
    "skipper pilot officer commander general doctor nurse surgeon priest bishop sailor soldier";

constexpr Words kLegalSuffixes =
    "corp corporation inc incorporated ltd limited co llc llp plc ag sa nv se gmbh spa bv ab oyj "
    "asa kk pte pty holdings holding";

constexpr Words kOrganisationWords =
    "group company bank university college institute institution ministry department agency "
    "administration authority commission committee council bureau office association federation "
    "foundation union organisation organization fund court tribunal parliament congress senate "
    "assembly party force army navy police service services laboratory laboratories labs center "
    "centre hospital school academy board society alliance league club team industries "
    "technologies technology systems solutions motors motor airlines airways aerospace energy "
    "petroleum pharmaceuticals pharma semiconductor semiconductors electronics partners capital "
    "securities insurance investments ventures press news times post journal herald tribune media "
    "telecom communications networks software studios entertainment chamber exchange trust "
    "consortium coalition movement brotherhood reserve treasury regulator directorate corps";

constexpr Words kAgencyWords =
    "ministry department agency administration authority commission committee council bureau "
    "office service board regulator directorate treasury";

constexpr Words kDaysAndMonths =
    "monday tuesday wednesday thursday friday saturday sunday january february march april may "
    "june july august september october november december jan feb mar apr jun jul aug sept sep "
    "oct nov dec mon tue wed thu fri sat sun christmas easter";

constexpr Words kPlaceWords =
    "river lake sea ocean bay gulf strait island islands mountain mountains mount valley desert "
    "county province city town village district region peninsula street avenue road square park "
    "airport station harbour harbor port beach canyon creek forest basin plateau";

}  // namespace

bool is_title_word(std::string_view word) {
    static const WordList kList(kTitles);
    return kList.holds(without_stop(word));
}

std::string_view gender_of_title(std::string_view word) {
    word = without_stop(word);
    static const WordList kHe("mr sir lord king prince congressman chairman spokesman pope");
    static const WordList kShe(
        "mrs ms miss dame lady baroness queen princess congresswoman chairwoman spokeswoman");
    if (kHe.holds(word)) {
        return "he";
    }
    return kShe.holds(word) ? "she" : "";
}

bool is_role_noun(std::string_view word) {
    static const WordList kList(kRoleNouns);
    return kList.holds(word);
}

bool is_legal_suffix(std::string_view word) {
    static const WordList kList(kLegalSuffixes);
    return kList.holds(without_stop(word));
}

bool is_organisation_word(std::string_view word) {
    static const WordList kList(kOrganisationWords);
    return kList.holds(word) || is_legal_suffix(word);
}

bool is_agency_word(std::string_view word) {
    static const WordList kList(kAgencyWords);
    return kList.holds(word);
}

bool is_common_acronym(std::string_view word) {
    static const WordList kList(
        "ai ml it pc tv gpu cpu ram dna rna hiv ceo cfo cto coo vp pr hr ok id usb led lcd gdp "
        "vat ipo etf esg ev evs mp mps suv suvs phd atm pdf faq diy llm llms api apis");
    return kList.holds(word);
}

bool is_month_that_is_a_name(std::string_view word) {
    static const WordList kList("jan april may june august");
    return kList.holds(word);
}

bool is_before_month(std::string_view word) {
    static const WordList kList("in since until last next this early late mid from by of");
    return kList.holds(word);
}

bool is_day_or_month(std::string_view word) {
    static const WordList kList(kDaysAndMonths);
    return kList.holds(without_stop(word));
}

bool is_place_word(std::string_view word) {
    static const WordList kList(kPlaceWords);
    return kList.holds(word);
}

bool is_particle(std::string_view word) {
    static const WordList kList("de van von der den bin al el la del da di");
    return kList.holds(word);
}

bool is_company_title(std::string_view word) {
    static const WordList kList("ceo cfo coo cto chairman chairwoman founder");
    return kList.holds(word);
}

bool is_place_preposition(std::string_view word) {
    static const WordList kList("in near at outside");
    return kList.holds(word);
}

}  // namespace atodds
