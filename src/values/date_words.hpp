#pragma once
// The words dates and durations are made of, and the token view that the date grammar reads: one
// token a lexeme, classified once, with line breaks folded away. Looking a word up is one probe
// of a small hash table, so text without dates costs almost nothing.

#include "values/calendar.hpp"
#include "values/lexeme.hpp"

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

namespace atodds {

enum class DateWord : std::uint8_t {
    None,        ///< any other word
    Stop,        ///< end of the text or of a paragraph; nothing is read across it
    Sign,        ///< `sign`
    Digits,      ///< `value` and `length`
    Month,       ///< `value` 1 to 12
    Weekday,     ///< `value` 1 (Monday) to 7
    Unit,        ///< `value` is a CalendarUnit
    Cardinal,    ///< `value` 0 to 19, 20, 30 ... 90
    Power,       ///< `value` 100, 1000, 1000000; "dozen" is 12
    Ordinal,     ///< `value` 1 to 90; "second" is also a unit
    Suffix,      ///< st, nd, rd, th
    DecadeName,  ///< "nineties" 90; "tens" 10
    Season,      ///< `value` 1 spring to 4 winter
    Half,
    Vague,    ///< couple 2, few 3, several 3
    Article,  ///< a, an
    The,
    Shift,        ///< this, next, last: `value` is a ShiftWord
    Part,         ///< early, middle, end: `value` is a PartWord
    RelativeDay,  ///< yesterday -1, today 0, tomorrow 1
    Now,
    Ago,
    Later,
    Earlier,
    Hence,
    Rest,  ///< rest, remainder, remaining
    Since,
    Before,  ///< before, "prior" (to)
    After,
    Until,
    By,
    From,
    To,  ///< to, through, thru
    Between,
    And,
    Or,
    Of,
    In,
    On,
    At,
    For,
    During,
    Within,
    Over,
    Starting,  ///< starting, commencing, effective
    Every,     ///< every, each, per, once, twice: what follows is a rate
    More,      ///< more, extra, additional, less: "two more days"
    Than,
    Comparing,  ///< greater, longer, fewer ... in front of "than"
    Hedge,      ///< about, nearly, least, most: `value` is a Bound
    Old,
    Date,
    YearLabel,  ///< fy, cy in front of a number: `value` 1 where fiscal
    Kind,       ///< calendar 0, fiscal 1, working 2 in front of a unit
    Era,        ///< AD 1, BC -1
    All,        ///< all, full, whole, entire
    PeriodTag,  ///< Q of "Q3" 4, H of "H1" 2: how many a year has
    Function,   ///< common words that end a noun phrase: was, which, but
};

/// Which sense of "this / next / last" a Shift word has.
enum class ShiftWord : std::uint8_t {
    This,       ///< this, current
    Next,       ///< next
    Coming,     ///< coming, upcoming
    Following,  ///< following: from the day spoken of
    Last,       ///< last
    Past,       ///< past, recent
    Previous,   ///< previous, prior, preceding
    Same,       ///< same
};

/// Part of a period.
enum class PartWord : std::uint8_t { Early, Mid, Late, Start, Middle, End };

struct DateToken {
    ByteSpan span;
    DateWord word = DateWord::None;
    bool has_space_before = false;
    bool is_capital = false;  ///< first letter is a capital
    bool is_short = false;    ///< an abbreviation ("sept", "wed", "hrs", "y")
    bool is_possessive = false;
    bool starts_holiday = false;
    std::uint8_t length = 0;  ///< Digits: how many, at most 20
    std::int32_t value = 0;
    char32_t sign = 0;
    std::uint64_t word_id = 0;
};

/// Turns lexemes into tokens, with one Stop token at the end. A single line break counts as a
/// blank, two or more as a Stop. Reuses the memory of `tokens`.
void to_date_tokens(std::string_view text, std::span<const Lexeme> lexemes,
                    std::vector<DateToken>& tokens);

}  // namespace atodds
