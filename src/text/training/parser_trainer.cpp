// Training with a dynamic oracle (Goldberg and Nivre, "Training deterministic parsers with
// non-deterministic oracles", TACL 2013): after the first round the parser mostly follows its own
// choices, and at each state those transitions are right that lose the fewest gold arcs.

#include "text/training/parser_trainer.hpp"

#include "text/embedded_model.hpp"
#include "text/parser.hpp"
#include "text/parser_features.hpp"
#include "text/parser_state.hpp"
#include "text/training/perceptron.hpp"

#include <array>
#include <cstring>

namespace atodds {
namespace {

/// How many gold arcs each transition makes unreachable.
class Oracle {
  public:
    explicit Oracle(const GoldSentence& sentence)
        : size_(static_cast<std::uint32_t>(sentence.tokens.size())) {
        heads_.reserve(size_);
        for (const Token& token : sentence.tokens) {
            heads_.push_back(token.head == kNoToken ? size_ : token.head);
        }
    }

    std::uint32_t head(std::uint32_t word) const { return heads_[word]; }

    std::uint32_t cost(const ParserState& state, Transition transition) const {
        const std::uint32_t front = state.buffer(0);
        if (transition == Transition::Shift) {
            return shift_cost(state, front);
        }
        const std::uint32_t top = state.stack(0);
        const std::uint32_t below = state.stack(1);
        const std::uint32_t gold = heads_[top];
        std::uint32_t lost = 0;
        if (transition == Transition::Left) {
            lost += gold != front && (gold == below || gold > front) ? 1U : 0U;
        } else {
            lost += gold != below && gold >= front ? 1U : 0U;
        }
        for (std::uint32_t word = front; word < size_; ++word) {
            lost += heads_[word] == top ? 1U : 0U;
        }
        return lost;
    }

  private:
    std::uint32_t shift_cost(const ParserState& state, std::uint32_t front) const {
        std::uint32_t lost = 0;
        const auto& stack = state.stack();
        for (std::size_t i = 0; i < stack.size(); ++i) {
            lost += heads_[stack[i]] == front ? 1U : 0U;
            lost += heads_[front] == stack[i] && i + 1 < stack.size() ? 1U : 0U;
        }
        return lost;
    }

    std::uint32_t size_;
    std::vector<std::uint32_t> heads_;
};

class ParserTrainer {
  public:
    ParserTrainer(const std::vector<GoldSentence>& treebank,
                  const std::vector<std::vector<TagLabel>>& labels, const ParserTraining& options)
        : treebank_(treebank), labels_(labels), options_(options) {}

    std::vector<std::uint8_t> train() {
        for (std::size_t i = 0; i < treebank_.size(); ++i) {
            walk(i,
                 [this](const Oracle& oracle, std::size_t index) { return count(oracle, index); });
        }
        transitions_.finish_counting(options_.least_count);
        relations_.finish_counting(options_.least_count);
        std::vector<std::uint32_t> order(treebank_.size());
        std::iota(order.begin(), order.end(), 0U);
        for (round_ = 0; round_ < options_.rounds; ++round_) {
            shuffler_.shuffle(order);
            for (const std::uint32_t i : order) {
                walk(i, [this](const Oracle& oracle, std::size_t index) {
                    return learn(oracle, index);
                });
            }
        }
        return bytes();
    }

  private:
    /// Parses sentence `i`; `decide` returns the transition to follow.
    template <typename Decide>
    void walk(std::size_t i, Decide decide) {
        const Oracle oracle(treebank_[i]);
        fill_parser_words(treebank_[i].tokens, labels_[i], words_);
        state_.reset(static_cast<std::uint32_t>(treebank_[i].tokens.size()));
        while (!state_.is_final()) {
            transition_features(state_, words_, features_);
            const Transition transition = decide(oracle, i);
            state_.apply(transition, relation_);
        }
    }

    /// The legal transitions that lose least.
    std::array<bool, kTransitions> right_ones(const Oracle& oracle) const {
        std::array<std::uint32_t, kTransitions> costs{};
        std::uint32_t least = 0xFFFFFFFF;
        for (std::size_t t = 0; t < kTransitions; ++t) {
            const auto transition = static_cast<Transition>(t);
            costs[t] = state_.is_legal(transition) ? oracle.cost(state_, transition) : 0xFFFFFFFF;
            least = std::min(least, costs[t]);
        }
        std::array<bool, kTransitions> right{};
        for (std::size_t t = 0; t < kTransitions; ++t) {
            right[t] = costs[t] == least;
        }
        return right;
    }

    Transition count(const Oracle& oracle, std::size_t i) {
        transitions_.count(features_);
        const auto right = right_ones(oracle);
        // Attach as soon as it is right.
        const Transition chosen = right[1]   ? Transition::Left
                                  : right[2] ? Transition::Right
                                             : Transition::Shift;
        if (chosen != Transition::Shift) {
            const std::uint32_t head = state_.head_for(chosen);
            relation_ = treebank_[i].tokens[state_.stack(0)].relation;
            if (head != state_.size()) {
                relation_features(state_, words_, state_.stack(0), head, relation_features_);
                relations_.count(relation_features_);
            }
        }
        return chosen;
    }

    Transition learn(const Oracle& oracle, std::size_t i) {
        const auto right = right_ones(oracle);
        transitions_.look_up(features_, rows_);
        const auto scores = transitions_.score(rows_);
        std::size_t good = kTransitions;
        std::size_t bad = kTransitions;
        for (std::size_t t = 0; t < kTransitions; ++t) {
            if (!state_.is_legal(static_cast<Transition>(t))) {
                continue;
            }
            std::size_t& slot = right[t] ? good : bad;
            slot = slot == kTransitions || scores[t] > scores[slot] ? t : slot;
        }
        if (bad != kTransitions && scores[good] - scores[bad] <= options_.margin) {
            transitions_.update(rows_, good, bad);
        }
        transitions_.tick();
        const bool errs = bad != kTransitions && scores[bad] > scores[good];
        const bool explores = round_ > 0 && shuffler_.next(10) != 0;
        const auto chosen = static_cast<Transition>(errs && explores ? bad : good);
        if (chosen != Transition::Shift) {
            relation_ =
                learn_relation(oracle, chosen, treebank_[i].tokens[state_.stack(0)].relation);
        }
        return chosen;
    }

    Relation learn_relation(const Oracle& oracle, Transition chosen, Relation gold) {
        const std::uint32_t word = state_.stack(0);
        const std::uint32_t head = state_.head_for(chosen);
        if (head == state_.size()) {
            return Relation::Root;
        }
        relation_features(state_, words_, word, head, relation_features_);
        relations_.look_up(relation_features_, relation_rows_);
        const auto scores = relations_.score(relation_rows_);
        const auto wanted = static_cast<std::size_t>(gold);
        std::size_t rival = wanted == 1 ? 2 : 1;
        for (std::size_t r = 1; r < kParserRelations; ++r) {
            rival = r != wanted && scores[r] > scores[rival] ? r : rival;
        }
        if (oracle.head(word) == head && gold != Relation::Root) {
            if (scores[wanted] - scores[rival] <= options_.margin) {
                relations_.update(relation_rows_, wanted, rival);
            }
            relations_.tick();
        }
        return static_cast<Relation>(scores[rival] > scores[wanted] ? rival : wanted);
    }

    std::vector<std::uint8_t> bytes() const {
        std::vector<std::uint8_t> bytes(64);
        std::memcpy(bytes.data(), &kParserMagic, sizeof kParserMagic);
        std::memcpy(bytes.data() + 4, &options_.transition_bits, sizeof options_.transition_bits);
        const auto transitions = transitions_.compact<TransitionTable>(options_.transition_bits);
        const auto relations = relations_.compact<RelationTable>(options_.relation_bits);
        bytes.insert(bytes.end(), transitions.begin(), transitions.end());
        bytes.insert(bytes.end(), relations.begin(), relations.end());
        return bytes;
    }

    const std::vector<GoldSentence>& treebank_;
    const std::vector<std::vector<TagLabel>>& labels_;
    ParserTraining options_;
    Perceptron<4> transitions_;
    Perceptron<32> relations_;
    Shuffler shuffler_{20250802};
    std::uint32_t round_ = 0;
    ParserState state_;
    Relation relation_ = Relation::Other;
    std::vector<ParserWord> words_;
    TransitionFeatures features_{};
    RelationFeatures relation_features_{};
    std::vector<std::uint32_t> rows_;
    std::vector<std::uint32_t> relation_rows_;
};

}  // namespace

std::vector<std::uint8_t> train_parser(const std::vector<GoldSentence>& treebank,
                                       const std::vector<std::vector<TagLabel>>& labels,
                                       const ParserTraining& options) {
    return ParserTrainer(treebank, labels, options).train();
}

}  // namespace atodds
