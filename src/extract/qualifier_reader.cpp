#include "extract/qualifier_reader.hpp"

#include "extract/context_reader.hpp"
#include "extract/cue_matcher.hpp"
#include "extract/fact_times.hpp"
#include "extract/quotation.hpp"

#include <algorithm>
#include <string_view>

namespace atodds {

namespace {

using std::string_view_literals::operator""sv;  // compares sizes first, a plain literal does not

using Scoped = StatementContext::Scoped;

/// Tokens between a cue and the focus; 0 where the cue lies in it.
std::uint32_t distance(TokenRange cue, TokenRange focus) {
    if (cue.end <= focus.begin) {
        return focus.begin - cue.end;
    }
    return cue.begin >= focus.end ? cue.begin - focus.end : 0;
}

/// "Roe, who sold 40 trains, had been warned": what a relative clause tells is not of before.
bool is_in_relative_clause_beside(const Statement& statement, TokenRange focus, TokenRange cue) {
    std::uint32_t index = statement.tokens[focus.begin].clause;
    const std::uint32_t own = statement.tokens[cue.begin].clause;
    for (std::size_t step = 0; step < statement.clauses.size() && index != own; ++step) {
        const Clause& clause = statement.clauses[index];
        if (clause.verb != kNoToken &&
            statement.tokens[clause.verb].relation == Relation::Relative) {
            return true;
        }
        if (clause.parent == kNoToken) {
            break;
        }
        index = clause.parent;
    }
    return false;
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
    if (statement.tokens[cue.tokens.begin].lower != "would"sv) {
        return false;
    }
    const bool is_reported = std::ranges::any_of(cues, [&](const Scoped& other) {
        return other.source && other.scope.begin <= cue.tokens.begin &&
               cue.tokens.end <= other.scope.end;
    });
    const bool has_condition = std::ranges::any_of(cues, [&](const Scoped& other) {
        return &other != &cue && all[other.cue].certainty == Certainty::Hypothetical &&
               statement.tokens[other.tokens.begin].lower != "would"sv;
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
        is_joined = is_joined || statement.tokens[i].lower == "and"sv;
    }
    return entities >= 2 && is_joined;
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
    if (cue.phase && !is_in_relative_clause_beside(statement, focus, scoped.tokens)) {
        take_nearer(cue.phase, gap, result.phase, nearest.phase);
    }
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
    if (context.has_quotes) {
        result.quote = quote_kind(statement, focus,
                                  result.sources.empty() ? Speaker::Unknown : Speaker::Known);
    } else {
        result.quote = result.sources.empty() ? QuoteKind::None : QuoteKind::Indirect;
    }
    if (result.list == ListKind::Unstated && has_two_joined_entities(statement, focus)) {
        result.list = ListKind::Closed;
    }
    result.event_time = event_time_of(statement, context, focus);
    result.report_time = report_time_of(statement, context.cues, focus);
    return result;
}

}  // namespace atodds
