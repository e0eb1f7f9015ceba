#pragma once
// The words around the name of an outlet that make it a credit. Works on tokens without tags.

#include "model/origin.hpp"
#include "model/statement.hpp"

#include <optional>

namespace atodds {

/// What the words in front of `name` say ("according to", "first reported by", "told") or those
/// behind it ("reported", "'s report", "broke the story"). Nothing where the outlet is only spoken
/// of.
std::optional<OriginReason> reason_around(const Statement& statement, TokenRange name);

/// What a short line at the head or the end of an article is: "Source: ...", "By ...",
/// "(Reporting by ...)". Nothing for prose.
struct CreditLine {
    OriginReason reason = OriginReason::TailLine;
    OriginReach reach = OriginReach::Article;
    std::uint32_t names_from = 0;  ///< token behind the opening words
    bool is_desk = false;          ///< "(Reporting by ...)": may name people only
};

std::optional<CreditLine> credit_line(const Statement& line);

/// "DUNMARROW, May 7 (AP) -": `name` stands in brackets before a dash, or opens before a dash.
bool is_dateline(const Statement& statement, TokenRange name);

/// "told this newspaper", "our reporter saw".
bool has_own_reporting(const Statement& statement);

}  // namespace atodds
