#include "text/parser.hpp"

#include "base/assert.hpp"
#include "text/embedded_model.hpp"
#include "text/parser_features.hpp"
#include "text/parser_state.hpp"
#include "text/row_sum.hpp"

#include <algorithm>
#include <array>
#include <cstring>
#include <optional>
#include <vector>

namespace atodds {
namespace {

constexpr std::size_t kHeader = 64;

std::uint32_t read_u32(std::span<const std::uint8_t> bytes, std::size_t at) {
    std::uint32_t value = 0;
    std::memcpy(&value, bytes.data() + at, sizeof value);
    return value;
}

Transition next_transition(const TransitionTable& table, const ParserState& state,
                           std::span<const ParserWord> words) {
    if (const std::optional<Transition> only = state.only_legal()) {
        return *only;
    }
    TransitionFeatures features;
    transition_features(state, words, features);
    NarrowSum sum;
    add_rows(table, features, sum);
    const std::array<int, kTransitions> scores = sum.scores();
    auto best = Transition::Shift;
    int best_score = -1'000'000;
    for (std::size_t i = 0; i < kTransitions; ++i) {
        const auto transition = static_cast<Transition>(i);
        if (scores[i] > best_score && state.is_legal(transition)) {
            best = transition;
            best_score = scores[i];
        }
    }
    return best;
}

Relation relation_to(const RelationTable& table, const ParserState& state,
                     std::span<const ParserWord> words, std::uint32_t head) {
    if (head == state.size()) {
        return Relation::Root;
    }
    RelationFeatures features;
    relation_features(state, words, state.stack(0), head, features);
    WideSum sum;
    add_rows(table, features, sum);
    const WideSum::Scores scores = sum.scores();
    // The root is no relation to a word.
    const auto best = std::max_element(scores.begin() + 1, scores.begin() + kParserRelations);
    return static_cast<Relation>(best - scores.begin());
}

}  // namespace

Parser::Parser(std::span<const std::uint8_t> bytes) {
    ATODDS_ASSERT(bytes.size() > kHeader && read_u32(bytes, 0) == kParserMagic,
                  "the parser was made by the trainer of this version");
    const std::size_t size = std::size_t{1} << read_u32(bytes, 4);
    transitions_ = TransitionTable(bytes.subspan(kHeader, size));
    relations_ = RelationTable(bytes.subspan(kHeader + size));
}

const Parser& Parser::shipped() {
    static const Parser parser(embedded_parser());
    return parser;
}

void Parser::parse(std::span<Token> tokens, std::span<const TagLabel> labels) const {
    thread_local ParserState state;
    thread_local std::vector<ParserWord> words;
    fill_parser_words(tokens, labels, words);
    state.reset(static_cast<std::uint32_t>(tokens.size()));
    while (!state.is_final()) {
        const Transition transition = next_transition(transitions_, state, words);
        const Relation relation =
            transition == Transition::Shift
                ? Relation::Other
                : relation_to(relations_, state, words, state.head_for(transition));
        state.apply(transition, relation);
    }
    for (std::uint32_t i = 0; i < state.size(); ++i) {
        tokens[i].head = state.head(i) == state.size() ? kNoToken : state.head(i);
        tokens[i].relation = state.relation(i);
    }
}

}  // namespace atodds
