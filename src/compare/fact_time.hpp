#pragma once
// When facts held, and whether a difference between two of them is an update: the separators of
// the decision order, shared by declared and open facts. Pure; knows nothing of findings.

#include "compare/fact_source.hpp"
#include "model/fact.hpp"
#include "model/finding.hpp"

#include <cstdint>
#include <string>

namespace atodds {

/// What the fact is known to do over time.
enum class Growth : std::uint8_t {
    Fixed,  ///< it happened once and stays: a vote, a date of birth
    May,    ///< it may change, either way: a price, a status
    Total,  ///< a running total: a toll, arrests, money raised
};

/// The days on which a fact held as far as anybody says.
struct AsOf {
    DayInterval days;  ///< unbounded where nothing is known
    DayBasis basis = DayBasis::Bound;

    friend bool operator==(const AsOf&, const AsOf&) = default;
};

/// What the statement says itself ("as of Tuesday"; "said on Tuesday", where the article is days
/// younger), else the last update of the article, else its
/// publication, else the bounds its text gives.
AsOf as_of(const Fact& fact, const FactSource& source);

/// Which of two facts is of the later day; unknown where their days overlap without being one day.
enum class DayOrder : std::uint8_t { Unknown, SameDay, LeftFirst, RightFirst };
DayOrder order_of(const AsOf& left, const AsOf& right);

/// Why a difference of two facts would be an update, or that it would not.
struct UpdateExcuse {
    UpdateReason reason = UpdateReason::None;
    Level level = Level::Note;     ///< of the update: a total that falls is a warning
    bool update_possible = false;  ///< a date is missing, and bounds do not settle the order
    std::string text;              ///< for the trace; also says which date is missing
};

/// Symmetric but for the order of sides in the text. Only a clash is excused by it: two values
/// that can both hold need no reason.
UpdateExcuse find_update(const Fact& left, const FactSource& left_source, const Fact& right,
                         const FactSource& right_source, Growth growth);

}  // namespace atodds
