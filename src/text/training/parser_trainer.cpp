// Training with a dynamic oracle (Goldberg and Nivre, "Training deterministic parsers with
// non-deterministic oracles", TACL 2013): after the first round the parser mostly follows its own
// choices, and at each state those transitions are right that lose the fewest gold arcs.

#include "text/training/parser_trainer.hpp"

#include "text/embedded_model.hpp"
#include "text/parser.hpp"
#include "text/parser_features.hpp"
#include "text/parser_state.hpp"
#include "text/training/perceptron.hpp"

#include <algorithm>
#include <array>
#include <cmath>
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
        const std::uint32_t front = state.front();
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
        const auto stack = state.stack();
        for (std::size_t i = 0; i < stack.size(); ++i) {
            lost += heads_[stack[i]] == front ? 1U : 0U;
            lost += heads_[front] == stack[i] && i + 1 < stack.size() ? 1U : 0U;
        }
        return lost;
    }

    std::uint32_t size_;
    std::vector<std::uint32_t> heads_;
};

/// Collects the keys of features.
struct Collector {
    std::vector<std::uint64_t>* keys;

    void operator()(std::uint64_t key) { keys->push_back(key); }
};

/// All features of a decision, those that the runtime knows by word among them.
void collect_transition(const ParserState& state, const std::vector<ParserWord>& words,
                        std::vector<std::uint64_t>& keys) {
    keys.clear();
    const Collector sink{&keys};
    const ParserWord* const front = &words[state.front()];
    const ParserWord* const top = &words[state.stack(0)];
    front_features(front[0], sink);
    next_features(front[1], sink);
    front_row_features(front, sink);
    top_features(*top, sink);
    top_row_features(top, sink);
    second_features(words[state.stack(1)], sink);
    third_features(words[state.stack(2)], sink);
    const TransitionView view(state, words.data());
    first_features(view, sink);
    further_features(view, sink);
}

void collect_relation(const ParserState& state, const std::vector<ParserWord>& words,
                      std::uint32_t head, std::vector<std::uint64_t>& keys) {
    keys.clear();
    const Collector sink{&keys};
    relation_features(state, words.data(), head, sink);
}

/// The bytes of SureRelations, from the gold heads and the labels found.
std::vector<std::uint8_t> sure_relations(const std::vector<GoldSentence>& treebank,
                                         const std::vector<std::vector<TagLabel>>& labels) {
    // Fewer cases say too little; one in 200 is about what the treebank itself contradicts.
    // Guessed.
    constexpr std::uint32_t kLeastSeen = 30;
    constexpr std::uint32_t kMostOthers = 200;
    std::vector<std::array<std::uint32_t, kParserRelations>> seen(SureRelations::kBytes);
    for (std::size_t s = 0; s < treebank.size(); ++s) {
        const std::vector<Token>& tokens = treebank[s].tokens;
        for (std::uint32_t i = 0; i < tokens.size(); ++i) {
            const std::uint32_t head = tokens[i].head;
            if (head != kNoToken) {
                ++seen[SureRelations::place_of(labels[s][i], labels[s][head], i < head)]
                      [static_cast<std::size_t>(tokens[i].relation)];
            }
        }
    }
    std::vector<std::uint8_t> sure;
    for (const auto& counts : seen) {
        const auto all = std::accumulate(counts.begin(), counts.end(), 0U);
        const auto best = std::max_element(counts.begin(), counts.end());
        const bool is_sure = all >= kLeastSeen && (all - *best) * kMostOthers <= all;
        sure.push_back(is_sure ? static_cast<std::uint8_t>(best - counts.begin()) : 0);
    }
    return sure;
}

class ParserTrainer {
  public:
    ParserTrainer(const std::vector<GoldSentence>& treebank,
                  const std::vector<std::vector<TagLabel>>& labels, const ParserTraining& options)
        : treebank_(treebank),
          labels_(labels),
          options_(options),
          sure_(sure_relations(treebank, labels)) {}

    std::vector<std::uint8_t> train() {
        for (std::size_t i = 0; i < treebank_.size(); ++i) {
            walk(i,
                 [this](const Oracle& oracle, std::size_t index) { return count(oracle, index); });
        }
        transitions_.finish_counting(options_.least_count);
        relations_.finish_counting(options_.least_count);
        train_rounds(options_.pruning_rounds);
        transitions_.restart_with(placed<TransitionTable>(transitions_));
        relations_.restart_with(placed<RelationTable>(relations_));
        for (std::uint32_t run = 0; run < options_.runs; ++run) {
            train_rounds(options_.rounds);
            transitions_.put_aside();
            relations_.put_aside();
        }
        return bytes();
    }

  private:
    void train_rounds(std::uint32_t rounds) {
        std::vector<std::uint32_t> order(treebank_.size());
        std::iota(order.begin(), order.end(), 0U);
        for (round_ = 0; round_ < rounds; ++round_) {
            shuffler_.shuffle(order);
            for (const std::uint32_t i : order) {
                walk(i, [this](const Oracle& oracle, std::size_t index) {
                    return learn(oracle, index);
                });
            }
        }
    }

    /// The features that get a row: for each place the heaviest that wants it.
    template <typename Table, typename Model>
    static std::vector<std::uint64_t> placed(const Model& model) {
        std::vector<bool> is_taken(std::size_t{1} << Table::kPlaceBits);
        std::vector<std::uint64_t> keys;
        for (const auto& item : model.ranked()) {
            const std::uint64_t place = Table::place_of(spread_key(item.key));
            if (!is_taken[place]) {
                is_taken[place] = true;
                keys.push_back(item.key);
            }
        }
        return keys;
    }

    /// Parses sentence `i`; `decide` returns the transition to follow.
    template <typename Decide>
    void walk(std::size_t i, Decide decide) {
        const Oracle oracle(treebank_[i]);
        fill_parser_words(treebank_[i].tokens, labels_[i], words_);
        state_.reset(static_cast<std::uint32_t>(treebank_[i].tokens.size()));
        while (!state_.is_final()) {
            collect_transition(state_, words_, features_);
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
            if (head != state_.size() && sure_relation(i, head) == Relation::Root) {
                collect_relation(state_, words_, head, relation_features_);
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
            relation_ = learn_relation(oracle, i, state_.head_for(chosen));
        }
        return chosen;
    }

    /// Of the top of the stack; Root where nothing is sure.
    Relation sure_relation(std::size_t i, std::uint32_t head) const {
        const std::uint32_t word = state_.stack(0);
        return SureRelations(sure_.data()).find(labels_[i][word], labels_[i][head], word < head);
    }

    Relation learn_relation(const Oracle& oracle, std::size_t i, std::uint32_t head) {
        const std::uint32_t word = state_.stack(0);
        const Relation gold = treebank_[i].tokens[word].relation;
        if (head == state_.size()) {
            return Relation::Root;
        }
        if (const Relation sure = sure_relation(i, head); sure != Relation::Root) {
            return sure;
        }
        collect_relation(state_, words_, head, relation_features_);
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
        append_transitions(bytes);
        append_relations(bytes);
        bytes.insert(bytes.end(), sure_.begin(), sure_.end());
        return bytes;
    }

    /// How much the feature speaks for a transition and against Shift.
    double weight(std::uint32_t row, Transition transition) const {
        return transitions_.average(row, static_cast<std::size_t>(transition)) -
               transitions_.average(row, static_cast<std::size_t>(Transition::Shift));
    }

    /// The scale is set so that the heaviest weight is the greatest that a row can hold.
    void append_transitions(std::vector<std::uint8_t>& bytes) const {
        const auto heavy = transitions_.ranked();
        double top = kLeastWeight;
        for (const auto& item : heavy) {
            top = std::max({top, std::abs(weight(item.row, Transition::Left)),
                            std::abs(weight(item.row, Transition::Right))});
        }
        const double scale = TransitionTable::kMostWeight / top;
        const std::size_t begin = bytes.size();
        bytes.resize(begin + TransitionTable::kBytes);
        for (const auto& item : heavy) {
            const std::uint64_t spread = spread_key(item.key);
            const std::uint32_t row = TransitionTable::make_row(
                spread,
                {static_cast<int>(std::lround(weight(item.row, Transition::Left) * scale)),
                 static_cast<int>(std::lround(weight(item.row, Transition::Right) * scale))});
            std::memcpy(&bytes[begin + TransitionTable::place_of(spread) * sizeof row], &row,
                        sizeof row);
        }
    }

    void append_relations(std::vector<std::uint8_t>& bytes) const {
        const auto heavy = relations_.ranked();
        double top = kLeastWeight;
        for (const auto& item : heavy) {
            for (std::size_t i = 1; i < kParserRelations; ++i) {
                top = std::max(top, std::abs(relations_.average(item.row, i)));
            }
        }
        const double scale = RelationTable::kMostWeight / top;
        const std::size_t begin = bytes.size();
        bytes.resize(begin + RelationTable::kBytes);
        for (const auto& item : heavy) {
            const std::uint64_t spread = spread_key(item.key);
            const std::uint64_t place = RelationTable::place_of(spread);
            std::uint8_t* row = &bytes[begin + place * RelationTable::kRowBytes];
            for (std::size_t i = 1; i < kParserRelations; ++i) {
                row[i] = static_cast<std::uint8_t>(
                    static_cast<std::int8_t>(std::lround(relations_.average(item.row, i) * scale)));
            }
            const std::uint16_t check = RelationTable::check_of(spread);
            std::memcpy(&bytes[begin + RelationTable::check_at(place)], &check, sizeof check);
        }
    }

    static constexpr double kLeastWeight = 1e-9;  ///< so that a scale is no division by zero

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
    std::vector<std::uint64_t> features_;
    std::vector<std::uint64_t> relation_features_;
    std::vector<std::uint32_t> rows_;
    std::vector<std::uint32_t> relation_rows_;
    std::vector<std::uint8_t> sure_;
};

}  // namespace

std::vector<std::uint8_t> train_parser(const std::vector<GoldSentence>& treebank,
                                       const std::vector<std::vector<TagLabel>>& labels,
                                       const ParserTraining& options) {
    return ParserTrainer(treebank, labels, options).train();
}

}  // namespace atodds
