#include "bench/made_news/names.hpp"

#include <array>
#include <cstddef>
#include <string_view>

namespace atodds::bench {
namespace {

// A name is opening, vowel, (middle, vowel)..., ending. No vowel sound continues into a consonant
// and no middle or ending is split in two ways, so that different parts give different names.
constexpr std::array<std::string_view, 30> kOpenings = {
    "B", "D",  "F",  "G",  "H",  "J",  "K",  "L",  "M",  "N",  "P",  "R",  "S",  "T",  "V",
    "W", "Br", "Cl", "Cr", "Dr", "Fl", "Fr", "Gl", "Gr", "Kl", "Pr", "Sl", "St", "Tr", "Z"};
constexpr std::array<std::string_view, 8> kVowels = {"a", "e", "i", "o", "u", "ei", "au", "oa"};
constexpr std::array<std::string_view, 40> kMiddles = {
    "b",  "d",  "f",  "g",  "k",  "l",  "m",  "n",  "p",  "r",  "s",  "t",  "v",  "z",
    "lb", "ld", "lf", "lk", "lm", "ln", "lt", "lv", "mb", "mp", "nd", "ng", "nk", "nn",
    "nt", "rb", "rd", "rf", "rg", "rk", "rm", "rn", "rs", "rt", "rv", "ss"};
constexpr std::size_t kEndings = 12;
// One row a kind, in the order of NameKind; no ending stands in two rows.
constexpr std::array<std::array<std::string_view, kEndings>, 6> kEndingsByKind = {{
    {"lborg", "ndholt", "rvik", "nstead", "rford", "lmouth", "nbridge", "rquay", "lhaven", "nwick",
     "rburg", "lfjord"},
    {"x", "xa", "xor", "lyn", "lys", "nys", "ryn", "myr", "dyr", "vyn", "zyr", "tys"},
    {"co", "lco", "nco", "rco", "mex", "nex", "lex", "rex", "tex", "dex", "vex", "pex"},
    {"nsky", "rsky", "lsky", "mson", "nson", "rson", "lson", "kson", "dson", "tson", "pson",
     "bson"},
    {"n", "r", "l", "m", "rt", "nd", "ck", "lt", "th", "sk", "ll", "rr"},
    {"nia", "ria", "lia", "dia", "via", "ntown", "rtown", "ltown", "mtown", "nport", "rport",
     "lport"},
}};
// A prime that divides no count of parts: neighbours in number get names that look nothing alike.
constexpr std::uint64_t kStride = 1'000'003;

}  // namespace

std::string made_name(NameKind kind, std::uint64_t number) {
    constexpr std::uint64_t kShort = std::uint64_t{kOpenings.size()} * kVowels.size() *
                                     kMiddles.size() * kVowels.size() * kEndings;
    std::uint64_t rest = (number % kShort) * kStride % kShort;
    const auto part = [&rest](const auto& parts) {
        const std::string_view chosen = parts[rest % parts.size()];
        rest /= parts.size();
        return chosen;
    };
    std::string name(part(kOpenings));
    name += part(kVowels);
    name += part(kMiddles);
    name += part(kVowels);
    const std::string_view ending = part(kEndingsByKind[static_cast<std::size_t>(kind)]);
    for (rest = number / kShort; rest > 0;) {
        --rest;  // so that no two numbers share their digits: 1 is the first syllable more
        name += part(kMiddles);
        name += part(kVowels);
    }
    name += ending;
    return name;
}

}  // namespace atodds::bench
