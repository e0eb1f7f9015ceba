#pragma once
// The words of dates and durations as data: months, weekdays, units, numbers, relations. A word in
// two tables keeps the later meaning; function words give way to all others.

#include "model/value.hpp"
#include "values/date_words.hpp"

#include <array>
#include <cstdint>
#include <string_view>

namespace atodds {

namespace date_list {

/// One word in lower case and what it is.
struct DateWordEntry {
    std::string_view text;
    DateWord word;
    std::int32_t value = 0;
    bool is_short = false;
};

inline constexpr std::int32_t of(CalendarUnit unit) {
    return static_cast<std::int32_t>(unit);
}

inline constexpr std::int32_t of(ShiftWord shift) {
    return static_cast<std::int32_t>(shift);
}

inline constexpr std::int32_t of(PartWord part) {
    return static_cast<std::int32_t>(part);
}

inline constexpr std::int32_t of(Bound bound) {
    return static_cast<std::int32_t>(bound);
}

using enum DateWord;
using CalendarUnit::Century;
using CalendarUnit::Decade;
using CalendarUnit::Fortnight;
using CalendarUnit::Hour;
using CalendarUnit::Minute;
using CalendarUnit::Night;
using CalendarUnit::Quarter;
using CalendarUnit::Second;
using CalendarUnit::Week;
using CalendarUnit::Weekend;
using CalendarUnit::WorkWeek;
using CalendarUnit::Year;

inline constexpr auto kCalendarWords = std::to_array<DateWordEntry>({
    {"january", DateWord::Month, 1},
    {"february", DateWord::Month, 2},
    {"march", DateWord::Month, 3},
    {"april", DateWord::Month, 4},
    {"may", DateWord::Month, 5},
    {"june", DateWord::Month, 6},
    {"july", DateWord::Month, 7},
    {"august", DateWord::Month, 8},
    {"september", DateWord::Month, 9},
    {"october", DateWord::Month, 10},
    {"november", DateWord::Month, 11},
    {"december", DateWord::Month, 12},
    {"jan", DateWord::Month, 1, true},
    {"feb", DateWord::Month, 2, true},
    {"mar", DateWord::Month, 3, true},
    {"apr", DateWord::Month, 4, true},
    {"jun", DateWord::Month, 6, true},
    {"jul", DateWord::Month, 7, true},
    {"aug", DateWord::Month, 8, true},
    {"sep", DateWord::Month, 9, true},
    {"sept", DateWord::Month, 9, true},
    {"oct", DateWord::Month, 10, true},
    {"nov", DateWord::Month, 11, true},
    {"dec", DateWord::Month, 12, true},
    {"monday", Weekday, 1},
    {"tuesday", Weekday, 2},
    {"wednesday", Weekday, 3},
    {"thursday", Weekday, 4},
    {"friday", Weekday, 5},
    {"saturday", Weekday, 6},
    {"sunday", Weekday, 7},
    {"mondays", Weekday, 1},
    {"tuesdays", Weekday, 2},
    {"wednesdays", Weekday, 3},
    {"thursdays", Weekday, 4},
    {"fridays", Weekday, 5},
    {"saturdays", Weekday, 6},
    {"sundays", Weekday, 7},
    {"mon", Weekday, 1, true},
    {"tue", Weekday, 2, true},
    {"tues", Weekday, 2, true},
    {"wed", Weekday, 3, true},
    {"weds", Weekday, 3, true},
    {"thu", Weekday, 4, true},
    {"thur", Weekday, 4, true},
    {"thurs", Weekday, 4, true},
    {"fri", Weekday, 5, true},
    {"sat", Weekday, 6, true},
    {"sun", Weekday, 7, true},
    {"spring", Season, 1},
    {"summer", Season, 2},
    {"autumn", Season, 3},
    {"fall", Season, 3},
    {"winter", Season, 4},
    {"yesterday", DateWord::RelativeDay, -1},
    {"today", DateWord::RelativeDay, 0},
    {"tonight", DateWord::RelativeDay, 0},
    {"tomorrow", DateWord::RelativeDay, 1},
    {"tmrw", DateWord::RelativeDay, 1},
    {"tmr", DateWord::RelativeDay, 1},
    {"ad", Era, 1},
    {"ce", Era, 1},
    {"bc", Era, -1},
    {"bce", Era, -1},
    {"q", PeriodTag, 4},
    {"h", PeriodTag, 2},
});

inline constexpr auto kUnitWords = std::to_array<DateWordEntry>({
    {"seconds", Unit, of(Second)},
    {"sec", Unit, of(Second), true},
    {"secs", Unit, of(Second), true},
    {"minute", Unit, of(Minute)},
    {"minutes", Unit, of(Minute)},
    {"min", Unit, of(Minute), true},
    {"mins", Unit, of(Minute), true},
    {"hour", Unit, of(Hour)},
    {"hours", Unit, of(Hour)},
    {"hr", Unit, of(Hour), true},
    {"hrs", Unit, of(Hour), true},
    {"day", Unit, of(CalendarUnit::Day)},
    {"days", Unit, of(CalendarUnit::Day)},
    {"d", Unit, of(CalendarUnit::Day), true},
    {"night", Unit, of(Night)},
    {"nights", Unit, of(Night)},
    {"weekday", Unit, of(CalendarUnit::BusinessDay)},
    {"weekdays", Unit, of(CalendarUnit::BusinessDay)},
    {"weekend", Unit, of(Weekend)},
    {"weekends", Unit, of(Weekend)},
    {"workweek", Unit, of(WorkWeek)},
    {"week", Unit, of(Week)},
    {"weeks", Unit, of(Week)},
    {"wk", Unit, of(Week), true},
    {"wks", Unit, of(Week), true},
    {"w", Unit, of(Week), true},
    {"fortnight", Unit, of(Fortnight)},
    {"fortnights", Unit, of(Fortnight)},
    {"month", Unit, of(CalendarUnit::Month)},
    {"months", Unit, of(CalendarUnit::Month)},
    {"mo", Unit, of(CalendarUnit::Month), true},
    {"mos", Unit, of(CalendarUnit::Month), true},
    {"quarter", Unit, of(Quarter)},
    {"quarters", Unit, of(Quarter)},
    {"qtr", Unit, of(Quarter), true},
    {"qtrs", Unit, of(Quarter), true},
    {"year", Unit, of(Year)},
    {"years", Unit, of(Year)},
    {"yr", Unit, of(Year), true},
    {"yrs", Unit, of(Year), true},
    {"y", Unit, of(Year), true},
    {"decade", Unit, of(Decade)},
    {"decades", Unit, of(Decade)},
    {"century", Unit, of(Century)},
    {"centuries", Unit, of(Century)},
});

inline constexpr auto kNumberWords = std::to_array<DateWordEntry>({
    {"zero", Cardinal, 0},
    {"oh", Cardinal, 0},
    {"one", Cardinal, 1},
    {"two", Cardinal, 2},
    {"three", Cardinal, 3},
    {"four", Cardinal, 4},
    {"five", Cardinal, 5},
    {"six", Cardinal, 6},
    {"seven", Cardinal, 7},
    {"eight", Cardinal, 8},
    {"nine", Cardinal, 9},
    {"ten", Cardinal, 10},
    {"eleven", Cardinal, 11},
    {"twelve", Cardinal, 12},
    {"thirteen", Cardinal, 13},
    {"fourteen", Cardinal, 14},
    {"fifteen", Cardinal, 15},
    {"sixteen", Cardinal, 16},
    {"seventeen", Cardinal, 17},
    {"eighteen", Cardinal, 18},
    {"nineteen", Cardinal, 19},
    {"twenty", Cardinal, 20},
    {"thirty", Cardinal, 30},
    {"forty", Cardinal, 40},
    {"fifty", Cardinal, 50},
    {"sixty", Cardinal, 60},
    {"seventy", Cardinal, 70},
    {"eighty", Cardinal, 80},
    {"ninety", Cardinal, 90},
    {"dozen", Power, 12},
    {"hundred", Power, 100},
    {"thousand", Power, 1000},
    {"million", Power, 1000000},
    {"first", Ordinal, 1},
    {"second", Ordinal, 2},
    {"third", Ordinal, 3},
    {"fourth", Ordinal, 4},
    {"fifth", Ordinal, 5},
    {"sixth", Ordinal, 6},
    {"seventh", Ordinal, 7},
    {"eighth", Ordinal, 8},
    {"ninth", Ordinal, 9},
    {"tenth", Ordinal, 10},
    {"eleventh", Ordinal, 11},
    {"twelfth", Ordinal, 12},
    {"thirteenth", Ordinal, 13},
    {"fourteenth", Ordinal, 14},
    {"fifteenth", Ordinal, 15},
    {"sixteenth", Ordinal, 16},
    {"seventeenth", Ordinal, 17},
    {"eighteenth", Ordinal, 18},
    {"nineteenth", Ordinal, 19},
    {"twentieth", Ordinal, 20},
    {"thirtieth", Ordinal, 30},
    {"st", Suffix, 1},
    {"nd", Suffix, 2},
    {"rd", Suffix, 3},
    {"th", Suffix, 0},
    {"aughts", DecadeName, 0},
    {"noughties", DecadeName, 0},
    {"tens", DecadeName, 10},
    {"twenties", DecadeName, 20},
    {"thirties", DecadeName, 30},
    {"forties", DecadeName, 40},
    {"fifties", DecadeName, 50},
    {"sixties", DecadeName, 60},
    {"seventies", DecadeName, 70},
    {"eighties", DecadeName, 80},
    {"nineties", DecadeName, 90},
    {"half", Half},
    {"couple", Vague, 2},
    {"few", Vague, 3},
    {"several", Vague, 3},
});

inline constexpr auto kRelationWords = std::to_array<DateWordEntry>({
    {"a", Article},
    {"an", Article},
    {"the", The},
    {"this", Shift, of(ShiftWord::This)},
    {"current", Shift, of(ShiftWord::This)},
    {"next", Shift, of(ShiftWord::Next)},
    {"coming", Shift, of(ShiftWord::Coming)},
    {"upcoming", Shift, of(ShiftWord::Coming)},
    {"following", Shift, of(ShiftWord::Following)},
    {"last", Shift, of(ShiftWord::Last)},
    {"past", Shift, of(ShiftWord::Past)},
    {"recent", Shift, of(ShiftWord::Past)},
    {"previous", Shift, of(ShiftWord::Previous)},
    {"preceding", Shift, of(ShiftWord::Previous)},
    {"prior", Shift, of(ShiftWord::Previous)},
    {"same", Shift, of(ShiftWord::Same)},
    {"early", Part, of(PartWord::Early)},
    {"mid", Part, of(PartWord::Mid)},
    {"late", Part, of(PartWord::Late)},
    {"beginning", Part, of(PartWord::Start)},
    {"start", Part, of(PartWord::Start)},
    {"middle", Part, of(PartWord::Middle)},
    {"end", Part, of(PartWord::End)},
    {"now", Now},
    {"ago", Ago},
    {"later", Later},
    {"earlier", Earlier},
    {"hence", Hence},
    {"rest", Rest},
    {"remainder", Rest},
    {"remaining", Rest},
    {"since", Since},
    {"before", Before},
    {"after", After},
    {"until", Until},
    {"till", Until},
    {"til", Until},
    {"by", By},
    {"from", From},
    {"to", To},
    {"through", To},
    {"thru", To},
    {"between", Between},
    {"and", And},
    {"or", Or},
    {"of", Of},
    {"in", In},
    {"on", On},
    {"at", At},
    {"for", For},
    {"during", During},
    {"throughout", During},
    {"within", Within},
    {"over", Over},
    {"starting", Starting},
    {"commencing", Starting},
    {"every", Every},
    {"each", Every},
    {"per", Every},
    {"once", Every},
    {"twice", Every},
    {"times", Every},
    {"any", Every},
    {"more", More},
    {"less", More},
    {"extra", More},
    {"additional", More},
    {"than", Than},
    {"greater", Comparing, of(Bound::Above)},
    {"longer", Comparing, of(Bound::Above)},
    {"fewer", Comparing, of(Bound::Below)},
    {"shorter", Comparing, of(Bound::Below)},
    {"about", Hedge, of(Bound::About)},
    {"around", Hedge, of(Bound::About)},
    {"roughly", Hedge, of(Bound::About)},
    {"approximately", Hedge, of(Bound::About)},
    {"circa", Hedge, of(Bound::About)},
    {"nearly", Hedge, of(Bound::JustBelow)},
    {"almost", Hedge, of(Bound::JustBelow)},
    {"least", Hedge, of(Bound::AtLeast)},
    {"most", Hedge, of(Bound::AtMost)},
    {"old", Old},
    {"date", Date},
    {"fy", YearLabel, 1},
    {"cy", YearLabel, 0},
    {"calendar", Kind, 0},
    {"fiscal", Kind, 1},
    {"financial", Kind, 1},
    {"working", Kind, 2},
    {"business", Kind, 2},
    {"work", Kind, 2},
    {"trading", Kind, 2},
    {"all", All},
    {"full", All},
    {"whole", All},
    {"entire", All},
});

inline constexpr std::string_view kFunctionWords[] = {
    "is",     "was",   "were",  "are",     "be",     "been",  "being",   "has",   "have",
    "had",    "will",  "would", "can",     "could",  "shall", "should",  "might", "must",
    "did",    "does",  "do",    "as",      "with",   "which", "that",    "who",   "whom",
    "when",   "where", "while", "because", "if",     "but",   "nor",     "so",    "than",
    "it",     "he",    "she",   "they",    "we",     "i",     "his",     "her",   "its",
    "their",  "there", "then",  "not",     "under",  "into",  "without", "via",   "amid",
    "though", "yet",   "also",  "only",    "just",   "and",   "instead", "both",  "onwards",
    "onward", "alone", "came",  "saw",     "marked", "said"};

}  // namespace date_list

}  // namespace atodds
