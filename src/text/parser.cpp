#include "text/parser.hpp"

#include "base/assert.hpp"
#include "text/embedded_model.hpp"
#include "text/parser_features.hpp"
#include "text/parser_state.hpp"

#include <algorithm>
#include <cstring>
#include <optional>
#include <vector>

namespace atodds {
namespace {

constexpr std::size_t kHeader = 64;

/// What one word adds to the scores of a decision, by its place in the state.
struct PlaceSums {
    TransitionSum front;
    TransitionSum top;
    TransitionSum second;
    TransitionSum third;
};

struct Scratch {
    ParserState state;
    std::vector<ParserWord> words;
    std::vector<PlaceSums> sums;  ///< of the words, the root and nothing
};

void fill_sums(const TransitionTable& table, const std::vector<ParserWord>& words,
               std::vector<PlaceSums>& sums) {
    sums.resize(words.size() - kParserPadding + 2);
    const auto sum_of = [&table](const ParserWord* word, auto features) {
        return features(word, TransitionSink(table)).sum();
    };
    for (std::size_t i = 0; i < sums.size(); ++i) {
        const ParserWord* word = &words[i];
        sums[i].front = sum_of(word, front_features<TransitionSink>);
        sums[i].top = sum_of(word, top_features<TransitionSink>);
        sums[i].second = sum_of(word, second_features<TransitionSink>);
        sums[i].third = sum_of(word, third_features<TransitionSink>);
    }
}

// By how much a transition must lead so that the further features are not asked. Measured: half of
// all decisions, and the attachment of a word in ten thousand is lost.
constexpr int kSureLead = 500;

struct Choice {
    Transition transition = Transition::Shift;
    int lead = 0;  ///< over the next best
};

/// Requires: Shift and Left are legal, and Right too where it may be chosen.
Choice choose(TransitionSum sum, bool may_go_right) {
    constexpr int kNever = -1'000'000;
    const int right = may_go_right ? sum.right : kNever;
    if (right > std::max(sum.left, 0)) {
        return {Transition::Right, right - std::max(sum.left, 0)};
    }
    if (sum.left > 0) {
        return {Transition::Left, sum.left - std::max(right, 0)};
    }
    return {Transition::Shift, -std::max(sum.left, right)};
}

/// Requires: more than one transition is legal.
Transition next_transition(const TransitionTable& table, const Scratch& scratch) {
    const ParserState& state = scratch.state;
    const TransitionView view(state, scratch.words.data());
    TransitionSum sum = first_features(view, TransitionSink(table)).sum();
    sum += scratch.sums[state.front()].front;
    sum += scratch.sums[state.stack(0)].top;
    sum += scratch.sums[state.stack(1)].second;
    sum += scratch.sums[state.stack(2)].third;
    const bool may_go_right = !state.has_one();
    const Choice choice = choose(sum, may_go_right);
    if (choice.lead > kSureLead) {
        return choice.transition;
    }
    sum += further_features(view, TransitionSink(table)).sum();
    return choose(sum, may_go_right).transition;
}

/// The relation of the top of the stack. Requires: `head` is not the root.
Relation best_relation(const RelationTable& table, const Scratch& scratch, std::uint32_t head) {
    const RelationSink sink =
        relation_features(scratch.state, scratch.words.data(), head, RelationSink(table));
    // The root, which comes first, is no relation to a word.
    return static_cast<Relation>(sink.sum().best<1, kParserRelations>().number);
}

}  // namespace

Parser::Parser(std::span<const std::uint8_t> bytes) {
    std::uint32_t magic = 0;
    ATODDS_ASSERT(bytes.size() >= kHeader + TransitionTable::kBytes + RelationTable::kBytes +
                                      SureRelations::kBytes,
                  "the parser model is whole");
    std::memcpy(&magic, bytes.data(), sizeof magic);
    ATODDS_ASSERT(magic == kParserMagic, "the parser was made by the trainer of this version");
    transitions_ = TransitionTable(bytes.data() + kHeader);
    const std::uint8_t* const relations = bytes.data() + kHeader + TransitionTable::kBytes;
    relations_ = RelationTable(relations);
    sure_relations_ = SureRelations(relations + RelationTable::kBytes);
}

const Parser& Parser::shipped() {
    static const Parser parser(embedded_parser());
    return parser;
}

void Parser::parse(std::span<Token> tokens, std::span<const TagLabel> labels) const {
    thread_local Scratch scratch;
    ParserState& state = scratch.state;
    fill_parser_words(tokens, labels, scratch.words);
    fill_sums(transitions_, scratch.words, scratch.sums);
    state.reset(static_cast<std::uint32_t>(tokens.size()));
    const auto relation_to = [&](std::uint32_t head) {
        if (head == state.size()) {
            return Relation::Root;
        }
        const std::uint32_t word = state.stack(0);
        const Relation sure = sure_relations_.find(labels[word], labels[head], word < head);
        return sure == Relation::Root ? best_relation(relations_, scratch, head) : sure;
    };
    while (!state.is_final()) {
        const std::optional<Transition> only = state.only_legal();
        const Transition transition = only ? *only : next_transition(transitions_, scratch);
        state.apply(transition, transition == Transition::Shift
                                    ? Relation::Other
                                    : relation_to(state.head_for(transition)));
    }
    for (std::uint32_t i = 0; i < state.size(); ++i) {
        tokens[i].head = state.head(i) == state.size() ? kNoToken : state.head(i);
        tokens[i].relation = state.relation(i);
    }
}

}  // namespace atodds
