#include "values/holidays.hpp"

#include "base/hash.hpp"

#include <algorithm>
#include <array>
#include <vector>

namespace atodds {
namespace {

enum class HolidayRule : std::uint8_t {
    Fixed,    ///< a: month, b: day
    Nth,      ///< a: month, b: weekday, c: number in the month, -1 the last; then d days more
    Easter,   ///< c: days after Easter Sunday
    Islamic,  ///< a: month of the Islamic year, b: day
};

struct Holiday {
    std::string_view name;
    HolidayRule rule;
    int a = 0;
    int b = 0;
    int c = 0;
    int d = 0;
};

using enum HolidayRule;

// Names of more than one spelling are rows of their own. Apostrophes are as in the plain form.
constexpr auto kHolidays = std::to_array<Holiday>({
    {"new year's day", Fixed, 1, 1},
    {"new years day", Fixed, 1, 1},
    {"new year's eve", Fixed, 12, 31},
    {"new years eve", Fixed, 12, 31},
    {"new year eve", Fixed, 12, 31},
    {"new year's", Fixed, 1, 1},
    {"new years", Fixed, 1, 1},
    {"new year", Fixed, 1, 1},
    {"epiphany", Fixed, 1, 6},
    {"martin luther king day", Nth, 1, 1, 3},
    {"martin luther king jr day", Nth, 1, 1, 3},
    {"mlk day", Nth, 1, 1, 3},
    {"australia day", Fixed, 1, 26},
    {"groundhog day", Fixed, 2, 2},
    {"valentine's day", Fixed, 2, 14},
    {"valentines day", Fixed, 2, 14},
    {"presidents' day", Nth, 2, 1, 3},
    {"presidents day", Nth, 2, 1, 3},
    {"president's day", Nth, 2, 1, 3},
    {"washington's birthday", Nth, 2, 1, 3},
    {"international women's day", Fixed, 3, 8},
    {"women's day", Fixed, 3, 8},
    {"pi day", Fixed, 3, 14},
    {"ides of march", Fixed, 3, 15},
    {"st patrick's day", Fixed, 3, 17},
    {"st patricks day", Fixed, 3, 17},
    {"saint patrick's day", Fixed, 3, 17},
    {"saint patricks day", Fixed, 3, 17},
    {"vernal equinox", Fixed, 3, 20},
    {"spring equinox", Fixed, 3, 20},
    {"april fools' day", Fixed, 4, 1},
    {"april fools day", Fixed, 4, 1},
    {"april fool's day", Fixed, 4, 1},
    {"april fool day", Fixed, 4, 1},
    {"april fools'", Fixed, 4, 1},
    {"april fools", Fixed, 4, 1},
    {"earth day", Fixed, 4, 22},
    {"anzac day", Fixed, 4, 25},
    {"may day", Fixed, 5, 1},
    {"international workers' day", Fixed, 5, 1},
    {"international workers day", Fixed, 5, 1},
    {"workers' day", Fixed, 5, 1},
    {"workers day", Fixed, 5, 1},
    {"international labour day", Fixed, 5, 1},
    {"star wars day", Fixed, 5, 4},
    {"cinco de mayo", Fixed, 5, 5},
    {"mother's day", Nth, 5, 7, 2},
    {"mothers day", Nth, 5, 7, 2},
    {"mothers' day", Nth, 5, 7, 2},
    {"memorial day", Nth, 5, 1, -1},
    {"children's day", Fixed, 6, 1},
    {"father's day", Nth, 6, 7, 3},
    {"fathers day", Nth, 6, 7, 3},
    {"fathers' day", Nth, 6, 7, 3},
    {"juneteenth", Fixed, 6, 19},
    {"summer solstice", Fixed, 6, 21},
    {"canada day", Fixed, 7, 1},
    {"independence day", Fixed, 7, 4},
    {"bastille day", Fixed, 7, 14},
    {"labor day", Nth, 9, 1, 1},
    {"labour day", Nth, 9, 1, 1},
    {"autumnal equinox", Fixed, 9, 22},
    {"columbus day", Nth, 10, 1, 2},
    {"indigenous peoples' day", Nth, 10, 1, 2},
    {"canadian thanksgiving", Nth, 10, 1, 2},
    {"halloween", Fixed, 10, 31},
    {"all saints' day", Fixed, 11, 1},
    {"all saints day", Fixed, 11, 1},
    {"all hallows eve", Fixed, 10, 31},
    {"all souls day", Fixed, 11, 2},
    {"guy fawkes day", Fixed, 11, 5},
    {"guy fawkes night", Fixed, 11, 5},
    {"bonfire night", Fixed, 11, 5},
    {"singles' day", Fixed, 11, 11},
    {"singles day", Fixed, 11, 11},
    {"veterans day", Fixed, 11, 11},
    {"veterans' day", Fixed, 11, 11},
    {"veteran's day", Fixed, 11, 11},
    {"armistice day", Fixed, 11, 11},
    {"remembrance day", Fixed, 11, 11},
    {"thanksgiving day", Nth, 11, 4, 4},
    {"thanksgiving", Nth, 11, 4, 4},
    {"black friday", Nth, 11, 4, 4, 1},
    {"cyber monday", Nth, 11, 4, 4, 4},
    {"giving tuesday", Nth, 11, 4, 4, 5},
    {"winter solstice", Fixed, 12, 21},
    {"christmas eve", Fixed, 12, 24},
    {"xmas eve", Fixed, 12, 24},
    {"christmas day", Fixed, 12, 25},
    {"christmas", Fixed, 12, 25},
    {"xmas day", Fixed, 12, 25},
    {"xmas", Fixed, 12, 25},
    {"boxing day", Fixed, 12, 26},
    {"kwanzaa", Fixed, 12, 26},
    {"shrove tuesday", Easter, 0, 0, -47},
    {"mardi gras", Easter, 0, 0, -47},
    {"fat tuesday", Easter, 0, 0, -47},
    {"ash wednesday", Easter, 0, 0, -46},
    {"palm sunday", Easter, 0, 0, -7},
    {"maundy thursday", Easter, 0, 0, -3},
    {"holy thursday", Easter, 0, 0, -3},
    {"good friday", Easter, 0, 0, -2},
    {"holy saturday", Easter, 0, 0, -1},
    {"easter sunday", Easter},
    {"easter monday", Easter, 0, 0, 1},
    {"easter", Easter},
    {"ascension day", Easter, 0, 0, 39},
    {"pentecost", Easter, 0, 0, 49},
    {"whit sunday", Easter, 0, 0, 49},
    {"whit monday", Easter, 0, 0, 50},
    {"corpus christi", Easter, 0, 0, 60},
    {"trinity sunday", Easter, 0, 0, 56},
    {"ramadan", Islamic, 9, 1},
    {"eid al fitr", Islamic, 10, 1},
    {"eid ul fitr", Islamic, 10, 1},
    {"eid al adha", Islamic, 12, 10},
    {"eid ul adha", Islamic, 12, 10},
    {"islamic new year", Islamic, 1, 1},
    {"ashura", Islamic, 1, 10},
});

constexpr std::size_t kMostWords = 5;

struct NameWords {
    std::array<std::uint64_t, kMostWords> ids{};
    std::size_t count = 0;
};

/// Spelling out happens once: words split at blanks and hashed.
struct NameTable {
    std::vector<std::string_view> names;
    std::vector<NameWords> words;

    NameTable() {
        for (const Holiday& holiday : kHolidays) {
            names.push_back(holiday.name);
            NameWords split;
            for (std::string_view rest = holiday.name; !rest.empty();) {
                const std::size_t blank = rest.find(' ');
                std::string_view word = rest.substr(0, blank);
                // The lexer leaves an apostrophe at the end of a word outside of it.
                word = word.ends_with('\'') ? word.substr(0, word.size() - 1) : word;
                split.ids[split.count++] = hash_bytes(word);
                rest = blank == std::string_view::npos ? "" : rest.substr(blank + 1);
            }
            words.push_back(split);
        }
    }
};

const NameTable& name_table() {
    static const NameTable table;
    return table;
}

}  // namespace

std::span<const std::string_view> holiday_names() {
    return name_table().names;
}

std::optional<HolidayMatch> find_holiday(std::span<const std::uint64_t> word_ids) {
    std::optional<HolidayMatch> best;
    const std::vector<NameWords>& words = name_table().words;
    for (std::size_t i = 0; i < words.size(); ++i) {
        const NameWords& name = words[i];
        if (name.count > word_ids.size() || name.ids.front() != word_ids.front() ||
            (best && best->words >= name.count)) {
            continue;
        }
        if (std::equal(name.ids.begin(), name.ids.begin() + static_cast<std::ptrdiff_t>(name.count),
                       word_ids.begin())) {
            best = HolidayMatch{i, name.count};
        }
    }
    return best;
}

Day holiday_in_year(std::size_t holiday, int year) {
    const Holiday& rule = kHolidays[holiday];
    year = std::clamp(year, 1, 9999);
    switch (rule.rule) {
        case Fixed:
            return calendar_day(year, rule.a, rule.b).value_or(Day{});
        case Nth:
            return weekday_in_period(whole_month(year, rule.a), rule.b, rule.c).value_or(Day{}) +
                   std::chrono::days{rule.d};
        case Easter:
            return easter_sunday(year) + std::chrono::days{rule.c};
        case Islamic:
            return islamic_month_start(year, rule.a) + std::chrono::days{rule.b - 1};
    }
    return {};
}

}  // namespace atodds
