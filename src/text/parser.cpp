#include "text/parser.hpp"

#include "base/assert.hpp"
#include "base/id_map.hpp"
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

/// What a word adds by itself, for each place that it may stand in.
struct OwnSums {
    TransitionSum front;
    TransitionSum next;
    TransitionSum top;
    TransitionSum second;
    TransitionSum third;
    bool is_known = false;
};

/// Text repeats its words, so what one adds by itself is remembered. Belongs to one thread; never
/// changes an answer.
class OwnSumMemory {
  public:
    /// Makes room before a sentence: forgets all when it has grown large or belongs to another
    /// table.
    void prepare(const TransitionTable& table) {
        // Words of 56 bytes each; guessed to stay beside the tables in the second cache.
        constexpr std::size_t kMostWords = 4096;
        if (owner_ != table.bytes() || sums_.entries().size() >= kMostWords) {
            owner_ = table.bytes();
            sums_ = {};
        }
    }

    OwnSums of(const TransitionTable& table, const ParserWord& word) {
        OwnSums& sums = sums_[word.both];
        if (!sums.is_known) {
            sums.front = front_features(word, TransitionSink(table)).sum();
            sums.next = next_features(word, TransitionSink(table)).sum();
            sums.top = top_features(word, TransitionSink(table)).sum();
            sums.second = second_features(word, TransitionSink(table)).sum();
            sums.third = third_features(word, TransitionSink(table)).sum();
            sums.is_known = true;
        }
        return sums;
    }

  private:
    const std::uint8_t* owner_ = nullptr;
    IdMap<OwnSums> sums_;  ///< by ParserWord::both
};

struct Scratch {
    ParserState state;
    std::vector<ParserWord> words;
    std::vector<PlaceSums> sums;  ///< of the words, the root and nothing
    OwnSumMemory own;
};

void fill_sums(const TransitionTable& table, Scratch& scratch) {
    const std::vector<ParserWord>& words = scratch.words;
    scratch.own.prepare(table);
    scratch.sums.resize(words.size() - kParserPadding + 2);
    OwnSums own = scratch.own.of(table, words[0]);
    for (std::size_t i = 0; i < scratch.sums.size(); ++i) {
        const OwnSums next = scratch.own.of(table, words[i + 1]);
        PlaceSums& sums = scratch.sums[i];
        sums.front = front_row_features(&words[i], TransitionSink(table)).sum();
        sums.front += own.front;
        sums.front += next.next;
        sums.top = top_row_features(&words[i], TransitionSink(table)).sum();
        sums.top += own.top;
        sums.second = own.second;
        sums.third = own.third;
        own = next;
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
inline Choice choose(TransitionSum sum, bool may_go_right) {
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
    fill_sums(transitions_, scratch);
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
