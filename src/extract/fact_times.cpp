#include "extract/fact_times.hpp"

#include "extract/clause_map.hpp"
#include "extract/context_reader.hpp"
#include "extract/open_context.hpp"

#include <algorithm>
#include <cstdint>
#include <optional>
#include <string_view>

namespace atodds {
namespace {

using std::string_view_literals::operator""sv;  // compares sizes first, a plain literal does not

using Scoped = StatementContext::Scoped;

/// The scope inside which the event of `focus` is told: that of its innermost source.
TokenRange told_in(const Statement& statement, std::span<const Scoped> cues, TokenRange focus) {
    TokenRange best{0, static_cast<std::uint32_t>(statement.tokens.size())};
    for (const Scoped& cue : cues) {
        if (cue.source && governs(cue.scope, cue.tokens, focus) && cue.scope.size() < best.size()) {
            best = cue.scope;
        }
    }
    return best;
}

bool is_dated(const ValueMention& value) {
    return value.value.type == ValueType::Date && !value.value.dates.empty();
}

/// "As of 9 April"; "by 9 April 15 people were dead", but not "will open by 9 April".
bool is_as_of(const Statement& statement, const ValueMention& date) {
    const TokenRange range = tokens_of(statement, date.span);
    if (range.is_empty()) {
        return false;
    }
    // Bounds belong to the value: "by 9 April" is one expression.
    const std::string& first = statement.tokens[range.begin].lower;
    const std::string& before = range.begin > 0 ? statement.tokens[range.begin - 1].lower : first;
    const bool follows_as = range.begin > 1 && statement.tokens[range.begin - 2].lower == "as"sv;
    if ((before == "of" || before == "at") && follows_as) {
        return true;
    }
    const bool has_by = first == "by" || before == "by";
    const auto has_lemma = [&](std::string_view lemma) {
        return std::any_of(statement.tokens.begin(), statement.tokens.end(),
                           [&](const Token& token) { return token.lemma == lemma; });
    };
    return has_by && (has_lemma("be") || has_lemma("have")) && !has_lemma("will") &&
           !has_lemma("to") && !has_lemma("would");
}

}  // namespace

DayInterval event_time_of(const Statement& statement, const StatementContext& context,
                          TokenRange focus) {
    const bool has_date = std::ranges::any_of(statement.values, [](const ValueMention& value) {
        return value.value.type == ValueType::Date;
    });
    if (!has_date || focus.is_empty()) {
        return {};
    }
    const std::optional<ClauseMap> made =
        context.clauses ? std::nullopt : std::optional<ClauseMap>(statement);
    const ClauseMap& clauses = context.clauses ? *context.clauses : *made;
    const TokenRange frame = told_in(statement, context.cues, focus);
    const ByteSpan frame_span{statement.tokens[frame.begin].span.begin,
                              statement.tokens[frame.end - 1].span.end};
    const ByteSpan focus_span{statement.tokens[focus.begin].span.begin,
                              statement.tokens[focus.end - 1].span.end};
    const TokenRange own = clauses.segment_at(focus.begin).range;
    const ByteSpan own_span{statement.tokens[own.begin].span.begin,
                            statement.tokens[own.end - 1].span.end};
    const ValueMention* best = nullptr;
    std::uint64_t best_distance = 0;
    for (const ValueMention& value : statement.values) {
        const bool counts = value.value.type == ValueType::Date && !value.value.dates.empty() &&
                            frame_span.contains(value.span);
        // A later clause has its own time: "took a charge, and it expects to lose more in July".
        const bool is_later = value.span.begin >= own_span.end;
        if (!counts || is_later) {
            continue;
        }
        const std::uint64_t gap =
            value.span.begin >= focus_span.end   ? value.span.begin - focus_span.end
            : value.span.end <= focus_span.begin ? focus_span.begin - value.span.end
                                                 : 0;
        const std::uint64_t outside = own_span.contains(value.span) ? 0 : std::uint64_t{1} << 32U;
        if (best == nullptr || gap + outside < best_distance) {
            best = &value;
            best_distance = gap + outside;
        }
    }
    return best == nullptr ? DayInterval{} : best->value.dates.front();
}

DayInterval report_time_of(const Statement& statement, std::span<const Scoped> cues,
                           TokenRange focus) {
    if (focus.is_empty() ||
        std::none_of(statement.values.begin(), statement.values.end(), is_dated)) {
        return {};
    }
    const TokenRange frame = told_in(statement, cues, focus);
    const bool is_reported = frame.size() < statement.tokens.size();
    const ByteSpan frame_span{statement.tokens[frame.begin].span.begin,
                              statement.tokens[frame.end - 1].span.end};
    DayInterval said;
    for (const ValueMention& value : statement.values) {
        if (!is_dated(value)) {
            continue;
        }
        if (is_as_of(statement, value)) {
            // "By Wednesday" reaches back without end; it is told for its last day.
            const DayInterval& days = value.value.dates.front();
            return days.to && !days.from ? one_day(*days.to - std::chrono::days(1)) : days;
        }
        if (is_reported && !frame_span.overlaps(value.span) && said.is_unbounded()) {
            said = value.value.dates.front();
        }
    }
    return said;
}

}  // namespace atodds
