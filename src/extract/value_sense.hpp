#pragma once
// What the words around a value make of it: a date that names a thing ("the 2004 scandal") or only
// says for when something holds ("as of 9 April"), a mark that was passed, degrees nobody names.

#include "extract/open_context.hpp"
#include "model/statement.hpp"

#include <cstdint>
#include <string>

namespace atodds {

/// Answers for the values of one statement. Everything it is given must outlive it.
class ValueSense {
  public:
    ValueSense(const Statement& statement, const WordFamilies& families)
        : statement_(statement), families_(families) {}

    /// "As of 9 April", "as of 9 am, 9 April", "as of the 1990 census": when something else is said
    /// to hold, no event of its own.
    bool is_as_of(const ValueMention& mention, TokenRange range) const;

    /// "The 2004 scandal", "her 2011 release": the date tells one thing from others of its kind and
    /// says nothing of when the statement happened. "The 2014 season" is a time itself.
    bool names_a_thing(const ValueMention& mention, TokenRange range) const;

    /// "After the 2004 scandal" names 2004 as the year of the scandal: the year without its limit.
    static Value without_limit(Value value);

    /// "Topped 2 million", "broke the record of 1,408 points": the truth lies beyond the amount.
    bool is_passed_mark(const Clause& clause, const ValueMention& mention, TokenRange range) const;

    /// "Ada Lind, 61, said": a number that stands alone behind a name.
    bool is_bare_age(const ValueMention& mention, TokenRange range) const;

    /// Whose age a number or an age is: "Ada Lind, 61,", "61-year-old Ada Lind", "Ada Lind, a
    /// 61-year-old baker". Null where no name stands there; points into the statement.
    const EntityMention* aged_person(const ValueMention& mention, TokenRange range) const;

    /// "57 million votes in the first round": "1 round", the part of a contest or a matter whose
    /// figure it is; "again" where it happened before. Empty where neither is said.
    std::string part_of_contest(const ValueMention& mention, TokenRange range) const;

    /// "The first strike in six months": the length of time counts back from the day it is told.
    bool counts_back(TokenRange range) const;

    /// "Temperatures were minus 16": degrees, though nobody says so. `noun` is what it measures.
    bool is_temperature(const ValueMention& mention, TokenRange range, std::uint32_t noun) const;

    /// "To over 11 years", "for over an hour": more than that, where "over the years" is in them.
    bool is_over(const ValueMention& mention, TokenRange range) const;

  private:
    std::string stretch_told(const ValueMention& mention, std::uint16_t clause) const;
    bool is_of_clock_time(std::uint32_t token) const;
    std::uint32_t noun_behind(std::uint32_t token) const;
    const EntityMention* name_that_ends(std::uint32_t token) const;
    const EntityMention* name_that_begins(std::uint32_t token) const;

    const Statement& statement_;
    const WordFamilies& families_;
};

}  // namespace atodds
