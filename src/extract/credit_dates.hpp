#pragma once
// The day of the report that a credit means: "Reuters reported on Monday", "a report on 12 August
// by the Harbour Wire", "Source: Reuters, 12 August". An outlet that is credited for two days has
// reported twice.

#include "base/date.hpp"
#include "model/article.hpp"
#include "model/statement.hpp"

#include <vector>

namespace atodds {

/// Reads the days of the credits of one article, sentence by sentence.
class CreditDates {
  public:
    /// Requires: `article` outlives it.
    explicit CreditDates(const Article& article) : article_(article) {}

    struct Dated {
        DayInterval days;
        ByteSpan span;
    };

    /// The days in which the report of the outlet at `name` appeared. Nothing but words of a credit
    /// may stand between the two: "the mill burnt on Monday, Reuters reported" dates the fire, and
    /// the days are unbounded. Days without a year are unknown in articles without a date.
    /// Requires: `name` is a range of tokens of `statement`, whose spans are of the text of the
    /// article.
    Dated days_of(const Statement& statement, TokenRange name);

  private:
    const std::vector<ValueMention>& dates_of(const Statement& statement);

    const Article& article_;
    ByteSpan read_;  ///< the statement that `dates_` are of
    std::vector<ValueMention> dates_;
};

}  // namespace atodds
