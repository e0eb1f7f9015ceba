#include "extract/date_bounds.hpp"

#include "extract/open_context.hpp"
#include "text/analyser.hpp"
#include "values/value_reader.hpp"

#include <algorithm>
#include <optional>
#include <string_view>
#include <vector>

namespace atodds {
namespace {

/// True where four digits in a row begin like a year of our time: "19" or "20".
bool has_year(std::string_view text) {
    std::size_t digits = 0;
    for (std::size_t at = 0; at < text.size(); ++at) {
        digits = text[at] >= '0' && text[at] <= '9' ? digits + 1 : 0;
        const std::string_view start = digits == 4 ? text.substr(at - 3, 2) : std::string_view();
        if (start == "19" || start == "20") {
            return true;
        }
    }
    return false;
}

bool is_past(const Clause& clause) {
    return clause.modality == Modality::None &&
           (clause.tense == Tense::Past || clause.tense == Tense::PastPerfect ||
            clause.tense == Tense::PresentPerfect);
}

/// Days that a date expression pins down: one reading, a year at the coarsest. "Since 5 May" has
/// no last day.
const DayInterval* pinned_days(const ValueMention& mention) {
    const Value& value = mention.value;
    const bool is_pinned = value.type == ValueType::Date && value.dates.size() == 1 &&
                           value.grain != Grain::None && value.grain <= Grain::Year;
    return is_pinned ? &value.dates.front() : nullptr;
}

class Bounds {
  public:
    void add(const Article& article, Statement& statement) {
        const std::string_view text = slice(article.reading, statement.span);
        if (statement.block != BlockKind::Body || !has_year(text)) {
            return;
        }
        std::vector<ValueMention> values = read_values(text, {});
        analyse(statement, Depth::Clauses);
        for (ValueMention& mention : values) {
            mention.span.begin += statement.span.begin;
            mention.span.end += statement.span.begin;
            add_date(statement, mention);
        }
    }

    DayInterval result() const {
        const bool contradicts = earliest_ && latest_ && *latest_ <= *earliest_;
        return {earliest_, contradicts ? std::nullopt : latest_};
    }

  private:
    void add_date(const Statement& statement, const ValueMention& mention) {
        const DayInterval* days = pinned_days(mention);
        const TokenRange range = tokens_of(statement, mention.span);
        if (days == nullptr || range.is_empty()) {
            return;
        }
        const std::uint16_t index = statement.tokens[range.begin].clause;
        if (index >= statement.clauses.size()) {
            return;
        }
        const Clause& clause = statement.clauses[index];
        if (is_past(clause) && days->from) {
            earliest_ = std::max(earliest_.value_or(*days->from), *days->from);
        } else if (clause.tense == Tense::Future && days->to) {
            latest_ = std::min(latest_.value_or(*days->to), *days->to);
        }
    }

    std::optional<Day> earliest_;
    std::optional<Day> latest_;
};

}  // namespace

DayInterval date_bounds_of(const Article& article) {
    Bounds bounds;
    for (Statement& statement : split_statements(article)) {
        bounds.add(article, statement);
    }
    return bounds.result();
}

void bound_date(Article& article) {
    if (!article.published && !article.updated && article.date_bounds.is_unbounded()) {
        article.date_bounds = date_bounds_of(article);
    }
}

}  // namespace atodds
