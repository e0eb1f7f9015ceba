#include "bench/made_news/value_wording.hpp"

#include "bench/made_news/dice.hpp"
#include "bench/made_news/names.hpp"

#include <fmt/format.h>

#include <array>
#include <string_view>
#include <utility>

namespace atodds::bench {
namespace {

using std::chrono::year_month_day;

constexpr std::array<std::string_view, 12> kMonths = {
    "January", "February", "March",     "April",   "May",      "June",
    "July",    "August",   "September", "October", "November", "December"};
constexpr std::array<std::string_view, 7> kWeekdays = {"Sunday",   "Monday", "Tuesday", "Wednesday",
                                                       "Thursday", "Friday", "Saturday"};
constexpr std::array<std::string_view, 21> kSmallNumbers = {
    "zero",     "one",     "two",     "three",     "four",     "five",     "six",
    "seven",    "eight",   "nine",    "ten",       "eleven",   "twelve",   "thirteen",
    "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen", "twenty"};
constexpr std::array<std::string_view, 13> kRanks = {
    "",        "",       "second", "third", "fourth",   "fifth",  "sixth",
    "seventh", "eighth", "ninth",  "tenth", "eleventh", "twelfth"};
constexpr std::array<std::string_view, 12> kMinisters = {
    "transport minister", "finance minister", "health minister",  "energy minister",
    "culture minister",   "defence minister", "justice minister", "labour minister",
    "interior minister",  "trade minister",   "housing minister", "fisheries minister"};

/// 1214 is "1,214".
std::string with_commas(std::int64_t number) {
    std::string digits = fmt::format("{}", number);
    for (std::size_t at = digits.size(); at > 3; at -= 3) {
        digits.insert(at - 3, ",");
    }
    return digits;
}

/// The place of the second digit: 10 for 117, 100 for 1,700.
std::int64_t rounding_unit(std::int64_t number) {
    std::int64_t unit = 1;
    while (number / unit >= 100) {
        unit *= 10;
    }
    return unit;
}

/// A number as a looser report words it: "about 120", "more than 110". Exact where it is round.
struct Loosened {
    std::string_view hedge;  ///< with a space behind it, or empty
    std::int64_t number = 0;
};

Loosened loosened(std::int64_t number, Dice& dice) {
    const std::int64_t unit = rounding_unit(number);
    if (number % unit == 0) {
        return {"", number};
    }
    const std::int64_t below = number / unit * unit;
    if (dice.chance(50)) {
        return {"more than ", below};
    }
    return {"about ", number % unit * 2 < unit ? below : below + unit};
}

/// "8.4", or "8" where nothing follows.
std::string in_tenths(std::int64_t tenths) {
    return tenths % 10 == 0 ? with_commas(tenths / 10)
                            : fmt::format("{}.{}", with_commas(tenths / 10), tenths % 10);
}

}  // namespace

std::string word_count(std::int64_t count, Wording wording, Dice& dice) {
    const bool in_words = dice.chance(35);
    if (count >= 0 && count < std::ssize(kSmallNumbers) && in_words) {
        return std::string(kSmallNumbers[static_cast<std::size_t>(count)]);
    }
    constexpr std::int64_t kLeastRounded = 100;
    if (wording == Wording::Loose && count >= kLeastRounded) {
        const Loosened loose = loosened(count, dice);
        return fmt::format("{}{}", loose.hedge, with_commas(loose.number));
    }
    return with_commas(count);
}

std::string word_money(std::int64_t tenths, std::uint32_t currency, Wording wording, Dice& dice) {
    constexpr std::int64_t kBillion = 10'000;  // in tenths of a million
    std::string_view scale = "million";
    std::string_view hedge;
    if (wording == Wording::Loose && tenths > 100) {
        const Loosened loose = loosened(tenths, dice);
        hedge = loose.hedge;
        tenths = loose.number;
    }
    std::string number = in_tenths(tenths);
    if (tenths >= kBillion && tenths % (kBillion / 100) == 0) {
        scale = "billion";
        const std::int64_t hundredths = tenths * 100 / kBillion;
        number = fmt::format("{}.{:02}", hundredths / 100, hundredths % 100);
        while (number.back() == '0') {
            number.pop_back();
        }
        if (number.back() == '.') {
            number.pop_back();
        }
    }
    switch (currency) {
        case 0:
            return fmt::format("{}${} {}", hedge, number, scale);
        case 1:
            return fmt::format("{}{} {} euros", hedge, number, scale);
        default:
            return fmt::format("{}£{} {}", hedge, number, scale);
    }
}

std::string word_percent(std::int64_t tenths, Dice& dice) {
    return in_tenths(tenths) + (dice.chance(40) ? "%" : " percent");
}

std::string word_day(Day day, Day today, Dice& dice) {
    const year_month_day date(day);
    const std::string_view month = kMonths[static_cast<unsigned>(date.month()) - 1];
    const unsigned number = static_cast<unsigned>(date.day());
    const bool with_year = date.year() != year_month_day(today).year() || dice.chance(25);
    const int year = static_cast<int>(date.year());
    if (dice.chance(50)) {
        return with_year ? fmt::format("{} {} {}", number, month, year)
                         : fmt::format("{} {}", number, month);
    }
    return with_year ? fmt::format("{} {}, {}", month, number, year)
                     : fmt::format("{} {}", month, number);
}

std::string weekday_name(Day day) {
    return std::string(kWeekdays[std::chrono::weekday(day).c_encoding()]);
}

std::string word_value(const FactKind& fact, std::int64_t value, const Story& story, Day today,
                       Wording wording, Dice& dice) {
    switch (fact.kind) {
        case ValueKind::Count:
            return word_count(value, wording, dice);
        case ValueKind::Money:
            return word_money(value, story.currency, wording, dice);
        case ValueKind::Percent:
            return word_percent(value, dice);
        case ValueKind::Day:
            return word_day(story.day + std::chrono::days(value), today, dice);
        case ValueKind::Year:
            return fmt::format("{}", value);
        case ValueKind::Years:
            return word_count(value, Wording::Exact, dice) + " years";
        case ValueKind::Rank:
            return std::string(kRanks[static_cast<std::size_t>(value) % kRanks.size()]);
        case ValueKind::Tenths:
            return in_tenths(value);
        case ValueKind::Yes:
            return {};
        case ValueKind::Place:
            return made_name(NameKind::Town,
                             story.number * 4 + 2 + static_cast<std::uint64_t>(value));
        case ValueKind::Minister:
            return std::string(kMinisters[static_cast<std::size_t>(value) % kMinisters.size()]);
    }
    return {};
}

}  // namespace atodds::bench
