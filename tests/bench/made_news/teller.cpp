#include "bench/made_news/teller.hpp"

#include "base/hash.hpp"
#include "bench/made_news/names.hpp"
#include "bench/made_news/value_wording.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cctype>
#include <utility>

namespace atodds::bench {
namespace {

// Persons, places and firms that any story may name, the first far more often than the last.
constexpr std::uint64_t kKnownFall = 60;
constexpr std::uint64_t kPlaceFall = 75;
constexpr std::uint64_t kPersonFall = 84;
// Apart from each other, so that a known person is no minor one of the same number.
constexpr std::uint64_t kFreshPersons = std::uint64_t{1} << 32;
constexpr std::uint64_t kKnownPersons = std::uint64_t{1} << 33;

constexpr std::array<std::string_view, 12> kFirmKinds = {
    "Foods", "Steel", "Shipping", "Energy",   "Holdings", "Bank",
    "Rail",  "Paper", "Motors",   "Textiles", "Group",    "Mining"};
constexpr std::array<std::string_view, 4> kClubKinds = {"United", "Rovers", "Wanderers",
                                                        "Athletic"};
constexpr std::array<std::string_view, 10> kOffices = {
    "director",      "secretary",   "treasurer", "chairwoman", "head",
    "a spokeswoman", "a spokesman", "a member",  "an adviser", "the founder"};
constexpr std::array<std::string_view, 8> kBodies = {
    "council", "university", "hospital", "museum", "port authority", "chamber", "court", "choir"};
constexpr std::array<std::string_view, 5> kHonours = {"Professor", "Doctor", "Judge", "Captain",
                                                      "Inspector"};

bool is_vowel(char c) {
    return std::string_view("aeiouAEIOU").find(c) != std::string_view::npos;
}

char upper(char c) {
    return static_cast<char>(std::toupper(static_cast<unsigned char>(c)));
}

bool is_upper(char c) {
    return c >= 'A' && c <= 'Z';
}

/// "a old plan" is "an old plan".
void mend_articles(std::string& text) {
    for (std::size_t at = 0; at + 2 < text.size(); ++at) {
        const bool is_word = (text[at] == 'a' || text[at] == 'A') && text[at + 1] == ' ' &&
                             (at == 0 || text[at - 1] == ' ' || text[at - 1] == '[');
        if (is_word && is_vowel(text[at + 2])) {
            text.insert(at + 1, "n");
        }
    }
}

/// Where a pattern left a word out, and before a comma.
void mend_spaces(std::string& text) {
    std::string mended;
    mended.reserve(text.size());
    for (std::size_t i = 0; i < text.size(); ++i) {
        const bool is_last = i + 1 == text.size();
        if (text[i] == ' ' && (is_last || text[i + 1] == ' ' || text[i + 1] == ',' ||
                               text[i + 1] == '.' || mended.empty())) {
            continue;
        }
        mended += text[i];
    }
    text = std::move(mended);
}

/// The first letter, behind an opening quotation mark where there is one.
void capitalise(std::string& text) {
    constexpr std::string_view kOpening = "“";
    const std::size_t at = text.starts_with(kOpening) ? kOpening.size() : 0;
    if (at < text.size()) {
        text[at] = upper(text[at]);
    }
}

std::string person_name(const Material& material, std::uint64_t person, NameKind kind) {
    const std::vector<std::string>& given = material.words_of("given");
    Dice dice = Dice::for_thing({7, person, static_cast<std::uint64_t>(kind)});
    return fmt::format("{} {}", given[dice.roll(given.size())],
                       made_name(kind, person % kFreshPersons));
}

}  // namespace

std::string plural(std::string_view noun) {
    const std::string text(noun);
    const char last = text.back();
    const std::string_view two = noun.substr(noun.size() > 2 ? noun.size() - 2 : 0);
    if (last == 'y' && !is_vowel(two[0])) {
        return text.substr(0, text.size() - 1) + "ies";
    }
    if (last == 's' || last == 'x' || last == 'z' || two == "ch" || two == "sh") {
        return text + "es";
    }
    return text + "s";
}

std::string past(std::string_view verb) {
    std::string text(verb);
    if (text.back() == 'e') {
        return text + "d";
    }
    if (text.back() == 'y' && !is_vowel(text[text.size() - 2])) {
        text.back() = 'i';
    }
    return text + "ed";
}

std::string present_participle(std::string_view verb) {
    std::string text(verb);
    if (text.back() == 'e') {
        text.pop_back();
    }
    return text + "ing";
}

std::string Teller::sentence(std::string_view pattern) {
    std::string text;
    expand(pattern, text);
    mend_spaces(text);
    mend_articles(text);
    capitalise(text);
    return text;
}

std::string Teller::fact_sentence(std::string_view pattern, std::size_t fact,
                                  std::string_view value) {
    fact_ = fact;
    value_ = value;
    return sentence(pattern);
}

std::string Teller::any(const std::string& list) {
    std::string pattern = "{";
    pattern += list;
    pattern += '}';
    return sentence(pattern);
}

void Teller::expand(std::string_view pattern, std::string& out) {
    constexpr std::string_view kOpenings = "{[<";
    constexpr std::string_view kClosings = "}]>";
    for (std::size_t at = 0; at < pattern.size();) {
        const std::size_t kind = kOpenings.find(pattern[at]);
        const std::size_t end =
            kind == std::string_view::npos ? kind : pattern.find(kClosings[kind], at);
        if (end == std::string_view::npos) {
            out += pattern[at++];
            continue;
        }
        const std::string_view inside = pattern.substr(at + 1, end - at - 1);
        at = end + 1;
        if (kind == 0) {
            slot(inside, out);
        } else if (kind == 1) {
            alternative(inside, dice_, out);
        } else {
            Dice own = Dice::for_thing({story_.seed, 11, story_.number, hash_bytes(inside)});
            alternative(inside, own, out);
        }
    }
}

void Teller::alternative(std::string_view inside, Dice& dice, std::string& out) {
    const auto bars = static_cast<std::uint64_t>(std::ranges::count(inside, '|'));
    for (std::uint64_t skipped = dice.roll(bars + 1); skipped > 0; --skipped) {
        inside.remove_prefix(inside.find('|') + 1);
    }
    expand(inside.substr(0, inside.find('|')), out);
}

void Teller::slot(std::string_view name, std::string& out) {
    if (is_upper(name[0])) {
        std::string small(name);
        small[0] = static_cast<char>(small[0] - 'A' + 'a');
        std::string filled;
        slot(small, filled);
        capitalise(filled);
        out += filled;
        return;
    }
    if (fact_slot(name, out) || word_slot(name, out) || story_slot(name, out) ||
        person_slot(name, out) || value_slot(name, out) || shared_slot(name, out)) {
        return;
    }
    const auto list = material_.sentences.find(std::string(name));
    // A slot that nothing fills shows itself; a test looks for braces.
    if (list == material_.sentences.end()) {
        out += fmt::format("{{{}}}", name);
        return;
    }
    expand(list->second[dice_.roll(list->second.size())], out);
}

bool Teller::fact_slot(std::string_view name, std::string& out) {
    if (!name.starts_with("f-")) {
        return false;
    }
    // The verb is one word of the fact in all its forms.
    const bool is_verb = name == "f-verb" || name == "f-past";
    const std::uint64_t salt = is_verb ? 0 : hash_bytes(name);
    Dice own = Dice::for_thing({story_.seed, 12, story_.number, fact_, salt});
    if (is_verb) {
        // Not one of the commonest, which half of the other sentences have.
        const std::vector<std::string>& verbs = material_.words_of("verb");
        const std::string& verb = verbs[verbs.size() / 4 + own.roll(verbs.size() * 3 / 4)];
        out += name == "f-verb" ? verb : past(verb);
    } else if (name == "f-adj") {
        out += draw_adjective(material_, own);
    } else {
        const std::string noun = draw_noun(material_, own);
        out += name == "f-nouns" ? plural(noun) : noun;
    }
    return true;
}

bool Teller::word_slot(std::string_view name, std::string& out) {
    if (name == "noun") {
        out += draw_noun(material_, dice_);
    } else if (name == "nouns") {
        out += plural(draw_noun(material_, dice_));
    } else if (name == "topic") {
        out += story_.topics[dice_.roll(story_.topics.size())];
    } else if (name == "topics") {
        out += plural(story_.topics[dice_.roll(story_.topics.size())]);
    } else if (name == "adj") {
        out += draw_adjective(material_, dice_);
    } else if (name == "adv") {
        out += draw_word(material_.words_of("adv"), dice_);
    } else if (name == "vb") {
        out += draw_word(material_.words_of("verb"), dice_);
    } else if (name == "ved") {
        out += past(draw_word(material_.words_of("verb"), dice_));
    } else if (name == "ving") {
        out += present_participle(draw_word(material_.words_of("verb"), dice_));
    } else {
        return false;
    }
    return true;
}

bool Teller::story_slot(std::string_view name, std::string& out) {
    const std::uint64_t number = story_.number;
    const auto firm_kind = [&](std::uint64_t salt) {
        return kFirmKinds[(number + salt) % kFirmKinds.size()];
    };
    if (name == "town") {
        out += made_name(NameKind::Town, number * 4);
    } else if (name == "thing") {
        out += made_name(NameKind::Thing, number);
    } else if (name == "firm-short") {
        out += made_name(NameKind::Firm, number * 2);
    } else if (name == "firm") {
        out += fmt::format("{} {}", made_name(NameKind::Firm, number * 2), firm_kind(0));
    } else if (name == "rival") {
        out += fmt::format("{} {}", made_name(NameKind::Firm, number * 2 + 1), firm_kind(5));
    } else if (name == "club") {
        out += fmt::format("{} {}", made_name(NameKind::Town, number * 4), kClubKinds[number % 4]);
    } else if (name == "club2") {
        out += fmt::format("{} {}", made_name(NameKind::Town, number * 4 + 1),
                           kClubKinds[(number + 1) % 4]);
    } else if (name == "chief") {
        out += person_name(material_, number * 2, NameKind::Cast);
    } else if (name == "chief-short") {
        out += made_name(NameKind::Cast, number * 2);
    } else if (name == "mayor") {
        out += person_name(material_, number * 2 + 1, NameKind::Cast);
    } else if (name == "realm-of") {
        const std::vector<std::string>& realms = material_.words_of("realm");
        out += realms[number % realms.size()];
    } else if (name == "story-day") {
        constexpr std::chrono::days kWeek(6);
        out += today_ - story_.day < kWeek ? weekday_name(story_.day)
                                           : word_day(story_.day, today_, dice_);
    } else if (name == "v") {
        out += value_;
    } else {
        return false;
    }
    return true;
}

bool Teller::person_slot(std::string_view name, std::string& out) {
    const bool is_known = name == "known";
    if (!is_known && name != "person" && name != "titled" && name != "aged" && name != "honoured") {
        return false;
    }
    std::uint64_t person = 0;
    if (is_known) {
        person = kKnownPersons + dice_.rare(kKnownFall);
    } else if (dice_.chance(60)) {
        person = story_.persons[dice_.roll(story_.persons.size())];
    } else {
        person = kFreshPersons + dice_.rare(kPersonFall);
    }
    // Age, office and honour belong to the person, so that two stories do not quarrel over them.
    Dice own = Dice::for_thing({8, person});
    const std::string full = person_name(material_, person, NameKind::Surname);
    const std::string_view honour = own.pick(kHonours);
    const std::uint64_t age = 24 + own.roll(60);
    const std::string_view office = own.pick(kOffices);
    const std::string_view body = own.pick(kBodies);
    if (name == "titled") {
        out += fmt::format("{}, {} of the {} of {}", full, office, body,
                           made_name(NameKind::Place, own.rare(kPlaceFall)));
    } else if (name == "aged") {
        out += fmt::format("{}, {}", full, age);
    } else if (name == "honoured") {
        out += fmt::format("{} {}", honour, full);
    } else {
        out += full;
    }
    return true;
}

bool Teller::value_slot(std::string_view name, std::string& out) {
    constexpr std::int64_t kFirstYear = 1950;
    if (name == "count") {
        constexpr std::array<std::int64_t, 4> kMost = {40, 400, 9000, 600000};
        out += word_count(dice_.between(3, kMost[dice_.roll(kMost.size())]), Wording::Loose, dice_);
    } else if (name == "exact-count") {
        out += word_count(dice_.between(20, 3000), Wording::Exact, dice_);
    } else if (name == "small") {
        out += word_count(dice_.between(2, 12), Wording::Exact, dice_);
    } else if (name == "money") {
        out += word_money(dice_.between(3, 30000), story_.currency, Wording::Loose, dice_);
    } else if (name == "percent") {
        out += word_percent(dice_.between(2, 700), dice_);
    } else if (name == "day") {
        out += word_day(today_ + std::chrono::days(dice_.between(-300, 200)), today_, dice_);
    } else if (name == "weekday") {
        out += weekday_name(today_ - std::chrono::days(dice_.between(0, 5)));
    } else if (name == "year") {
        out += fmt::format("{}", dice_.between(kFirstYear, 2022));
    } else if (name == "later-year") {
        out += fmt::format("{}", dice_.between(2023, 2025));
    } else if (name == "rank") {
        constexpr std::array<std::string_view, 6> kRankWords = {"first",  "second", "third",
                                                                "fourth", "fifth",  "tenth"};
        out += dice_.pick(kRankWords);
    } else if (name == "hour") {
        out += fmt::format("{}:{:02} {}", dice_.between(1, 12), dice_.roll(12) * 5,
                           dice_.chance(50) ? "a.m." : "p.m.");
    } else {
        return false;
    }
    return true;
}

bool Teller::shared_slot(std::string_view name, std::string& out) {
    using std::chrono::year_month_day;
    const std::vector<std::string>& realms = material_.words_of("realm");
    const auto day_number = static_cast<std::uint64_t>(today_.time_since_epoch().count());
    if (name == "place") {
        out += made_name(NameKind::Place, dice_.rare(kPlaceFall));
    } else if (name == "realm") {
        out += realms[dice_.roll(realms.size())];
    } else if (name == "known-firm") {
        const std::uint64_t firm = dice_.rare(kKnownFall);
        out += fmt::format("{} {}", made_name(NameKind::Surname, firm),
                           kFirmKinds[firm % kFirmKinds.size()]);
    } else if (name == "president") {
        out += "Orla Venneck";
    } else if (name == "president-age") {
        // Born on a first of January: the age goes with the year.
        out += fmt::format("{}", static_cast<int>(year_month_day(today_).year()) - 1962);
    } else if (name == "listed") {
        out += "Brightmoor Holdings";
    } else if (name == "share-day") {
        out += weekday_name(today_);
    } else if (name == "share-price") {
        // A price for each day, 40.00 to 43.99 dollars.
        const std::uint64_t cents = 4000 + Dice::for_thing({9, day_number}).roll(400);
        out += fmt::format("${}.{:02}", cents / 100, cents % 100);
    } else if (name == "land") {
        out += realms.front();
    } else if (name == "jobless" || name == "jobless-month") {
        const year_month_day before(today_ - std::chrono::days(35));
        const auto month = static_cast<unsigned>(before.month());
        const auto year = static_cast<int>(before.year());
        const std::uint64_t tenths =
            50 + Dice::for_thing({10, month, static_cast<std::uint64_t>(year)}).roll(30);
        constexpr std::array<std::string_view, 12> kMonths = {
            "January", "February", "March",     "April",   "May",      "June",
            "July",    "August",   "September", "October", "November", "December"};
        out += name == "jobless" ? fmt::format("{}.{}", tenths / 10, tenths % 10)
                                 : fmt::format("{} {}", kMonths[month - 1], year);
    } else {
        return false;
    }
    return true;
}

}  // namespace atodds::bench
