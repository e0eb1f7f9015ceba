#include "text/label_sums.hpp"

#include "text/embedded_model.hpp"
#include "text/tagger.hpp"
#include "text/tokenizer.hpp"

#include <doctest/doctest.h>

#include <string_view>
#include <vector>

namespace atodds {
namespace {

/// Of the shipped parser, behind its header of 64 bytes.
TransitionTable shipped_table() {
    return TransitionTable(embedded_parser().data() + 64);
}

/// Adds rows up to a sum that all copies share: label_features takes its sink by value.
struct SharedSum {
    TransitionTable table;
    TransitionSum* sum;

    void operator()(std::uint64_t key) const {
        TransitionSink sink(table);
        sink(key);
        *sum += sink.sum();
    }
};

TransitionSum sum_of_rows(const TransitionView& view) {
    TransitionSum sum;
    label_features(view, SharedSum{shipped_table(), &sum});
    return sum;
}

/// What a walk through all states of a sentence has met.
struct Walk {
    int states = 0;
    int different = 0;  ///< states whose sum is not that of the rows
    int empty = 0;      ///< states whose sum is zero
};

/// Takes Shift, Left and Right in turn where they are legal, from the `first` of them on.
Walk walk(std::string_view text, int first) {
    static const LabelSums sums(shipped_table());
    const std::vector<Token> tokens = tokenize(text);
    std::vector<TagLabel> labels;
    Tagger::shipped().label(tokens, labels);
    std::vector<ParserWord> words;
    fill_parser_words(tokens, labels, words);
    ParserState state;
    state.reset(static_cast<std::uint32_t>(tokens.size()));
    Walk result;
    for (int turn = first; !state.is_final(); ++turn) {
        const auto transition = static_cast<Transition>(turn % 3);
        if (!state.is_legal(transition)) {
            continue;
        }
        const TransitionView view(state, words.data());
        const TransitionSum sum = sums.of(view);
        ++result.states;
        result.different += sum == sum_of_rows(view) ? 0 : 1;
        result.empty += sum == TransitionSum{} ? 1 : 0;
        state.apply(transition, Relation::Other);
    }
    return result;
}

TEST_CASE("sums of labels are the sums of their rows in every state") {
    const char* const texts[] = {
        "Closed.",
        "The mayor closed the old bridge near the harbour on Monday.",
        "Officials, who had asked for anonymity, said that 14 of the 20 barges were lost.",
        "\"No,\" she said; the ferry and its two sister ships will not sail again this year.",
    };
    for (const char* text : texts) {
        CAPTURE(text);
        for (int first = 0; first < 3; ++first) {
            CAPTURE(first);
            const Walk met = walk(text, first);
            CHECK(met.states > 0);
            CHECK(met.different == 0);
            CHECK(met.empty < met.states);
        }
    }
}

}  // namespace
}  // namespace atodds
