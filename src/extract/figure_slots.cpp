#include "extract/figure_slots.hpp"

namespace atodds {
namespace {

using std::string_view_literals::operator""sv;  // compares sizes first, a plain literal does not
using Role = WordFamilies::FigureRole;

/// "The margin declined to 17 %" denies nothing, though who declines to speak does.
void settle_decline(const OpenFactBuilder& builder, const NamedFigure& figure, TokenRange range,
                    Fact& fact) {
    const Clause* clause = builder.clause_of(range.begin);
    if (clause != nullptr && clause->verb != kNoToken && clause->subject == figure.noun &&
        builder.statement().tokens[clause->verb].lemma == "decline"sv) {
        fact.qualifiers.stance = Stance::Asserts;
        fact.qualifiers.polarity = Polarity::Positive;
    }
}

}  // namespace

void add_figure_slots(OpenFactBuilder& builder, const NamedFigure& figure, std::string_view name,
                      TokenRange range, Fact& fact) {
    const std::vector<Token>& tokens = builder.statement().tokens;
    const ByteSpan span = tokens[figure.noun].span;
    builder.add("figure", name, span);
    for (const std::uint32_t kind : figure.kinds) {
        builder.add("figure-kind", kind);
    }
    if (figure.limit != kNoToken) {
        const EntityMention* entity = builder.entity_at(figure.limit);
        const Token& word = tokens[figure.limit];
        builder.add("figure-of", entity != nullptr ? std::string_view(entity->id) : word.lemma,
                    word.span);
    }
    const Role role = builder.families().figure_role_of(tokens[figure.noun]);
    if (role == Role::Periodic) {
        builder.add("figure-period", "yes", span);
    }
    if (figure.is_head_count) {
        builder.add("head-count", "yes", span);
    }
    if (figure.is_partial || role == Role::Growing) {
        builder.add("figure-open", "yes", span);
    }
    settle_decline(builder, figure, range, fact);
}

}  // namespace atodds
