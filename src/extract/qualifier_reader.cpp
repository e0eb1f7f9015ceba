#include "extract/qualifier_reader.hpp"

#include "extract/clause_map.hpp"
#include "extract/context_reader.hpp"
#include "extract/cue_matcher.hpp"
#include "extract/quotation.hpp"

#include <algorithm>

namespace atodds {

namespace {

using Scoped = StatementContext::Scoped;

/// Tokens between a cue and the focus; 0 where the cue lies in it.
std::uint32_t distance(TokenRange cue, TokenRange focus) {
    if (cue.end <= focus.begin) {
        return focus.begin - cue.end;
    }
    return cue.begin >= focus.end ? cue.begin - focus.end : 0;
}

/// "not confirmed", "did not deny": a stance under a negation.
bool is_negated(const Scoped& cue, const std::vector<Scoped>& cues, const std::vector<Cue>& all) {
    return std::ranges::any_of(cues, [&](const Scoped& other) {
        return all[other.cue].polarity == Polarity::Negative && &other != &cue &&
               other.tokens.begin < cue.tokens.begin && other.scope.begin <= cue.tokens.begin &&
               cue.tokens.end <= other.scope.end;
    });
}

/// "said it would buy" tells a plan; "would buy if" and a bare "would" tell a thought.
bool is_reported_future(const Statement& statement, const Scoped& cue,
                        const std::vector<Scoped>& cues, const std::vector<Cue>& all) {
    if (statement.tokens[cue.tokens.begin].lower != "would") {
        return false;
    }
    const bool is_reported = std::ranges::any_of(cues, [&](const Scoped& other) {
        return other.source && other.scope.begin <= cue.tokens.begin &&
               cue.tokens.end <= other.scope.end;
    });
    const bool has_condition = std::ranges::any_of(cues, [&](const Scoped& other) {
        return &other != &cue && all[other.cue].certainty == Certainty::Hypothetical &&
               statement.tokens[other.tokens.begin].lower != "would";
    });
    return is_reported && !has_condition;
}

/// What the nearest cue says, one slot for each qualifier that only one cue may set.
struct Nearest {
    std::uint32_t stage = kNoToken;
    std::uint32_t phase = kNoToken;
    std::uint32_t stance = kNoToken;
};

template <typename T>
void take_nearer(const std::optional<T>& offered, std::uint32_t offered_distance, T& value,
                 std::uint32_t& best) {
    if (offered && offered_distance < best) {
        value = *offered;
        best = offered_distance;
    }
}

bool has_two_joined_entities(const Statement& statement, TokenRange focus) {
    std::size_t entities = 0;
    for (const EntityMention& mention : statement.entities) {
        entities += mention.tokens.begin >= focus.begin && mention.tokens.end <= focus.end ? 1 : 0;
    }
    const auto end = std::min<std::size_t>(focus.end, statement.tokens.size());
    bool is_joined = false;
    for (std::size_t i = focus.begin; i < end; ++i) {
        is_joined = is_joined || statement.tokens[i].lower == "and";
    }
    return entities >= 2 && is_joined;
}

/// The scope inside which the event of `focus` is told: that of its innermost source.
TokenRange told_in(const Statement& statement, const std::vector<Scoped>& cues, TokenRange focus) {
    TokenRange best{0, static_cast<std::uint32_t>(statement.tokens.size())};
    for (const Scoped& cue : cues) {
        if (cue.source && governs(cue.scope, cue.tokens, focus) && cue.scope.size() < best.size()) {
            best = cue.scope;
        }
    }
    return best;
}

/// The date nearest to the focus, in its own segment first. A date beside the verb of saying is
/// when it was said, not when it happened.
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

}  // namespace

struct QualifierReader::Parts {
    explicit Parts(const std::vector<Cue>& all) : cues(all), matcher(cues) {}

    void apply(const Statement& statement, const StatementContext& context, const Scoped& cue,
               TokenRange focus, Qualifiers& result, Nearest& nearest) const;

    std::vector<Cue> cues;
    CueMatcher matcher;
};

QualifierReader::QualifierReader(const std::vector<Cue>& cues)
    : parts_(std::make_unique<Parts>(cues)) {}

QualifierReader::~QualifierReader() = default;
QualifierReader::QualifierReader(QualifierReader&&) noexcept = default;
QualifierReader& QualifierReader::operator=(QualifierReader&&) noexcept = default;

std::vector<StatementContext> QualifierReader::read_contexts(std::span<const Statement> statements,
                                                             std::string_view publisher) const {
    ContextReader reader(parts_->cues, parts_->matcher, publisher);
    std::vector<StatementContext> contexts;
    contexts.reserve(statements.size());
    for (const Statement& statement : statements) {
        contexts.push_back(reader.read(statement));
    }
    return contexts;
}

void QualifierReader::Parts::apply(const Statement& statement, const StatementContext& context,
                                   const Scoped& scoped, TokenRange focus, Qualifiers& result,
                                   Nearest& nearest) const {
    const Cue& cue = cues[scoped.cue];
    const std::uint32_t gap = distance(scoped.tokens, focus);
    if (cue.polarity == Polarity::Negative) {
        result.polarity =
            result.polarity == Polarity::Negative ? Polarity::Positive : Polarity::Negative;
    }
    if (cue.certainty && is_reported_future(statement, scoped, context.cues, cues)) {
        take_nearer(std::optional(Stage::Planned), gap, result.stage, nearest.stage);
    } else if (cue.certainty) {
        result.certainty = std::max(result.certainty, *cue.certainty);
    }
    take_nearer(cue.stage, gap, result.stage, nearest.stage);
    take_nearer(cue.phase, gap, result.phase, nearest.phase);
    if (cue.list) {
        result.list = *cue.list;
    }
    if (cue.stance && gap < nearest.stance) {
        const bool negated = is_negated(scoped, context.cues, cues);
        result.stance = negated ? Stance::Declines : *cue.stance;
        result.holder = scoped.holder;
        nearest.stance = gap;
    }
}

Qualifiers QualifierReader::qualify(const Statement& statement, const StatementContext& context,
                                    TokenRange focus) const {
    Qualifiers result;
    focus.end = std::min(focus.end, static_cast<std::uint32_t>(statement.tokens.size()));
    if (focus.is_empty()) {
        return result;
    }
    Nearest nearest;
    for (const Scoped& cue : context.cues) {
        if (governs(cue.scope, cue.tokens, focus)) {
            parts_->apply(statement, context, cue, focus, result, nearest);
        }
    }
    result.sources = sources_over(context.cues, focus);
    const bool is_quoted = statement.tokens[focus.begin].is_in_quotes;
    if (!result.sources.empty() || is_quoted) {
        result.sources.insert(result.sources.begin(), context.inherited.begin(),
                              context.inherited.end());
    }
    result.quote =
        quote_kind(statement, focus, result.sources.empty() ? Speaker::Unknown : Speaker::Known);
    if (result.list == ListKind::Unstated && has_two_joined_entities(statement, focus)) {
        result.list = ListKind::Closed;
    }
    result.event_time = event_time_of(statement, context, focus);
    return result;
}

}  // namespace atodds
