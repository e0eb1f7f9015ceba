#pragma once
// What the parser looks at, for the runtime and the trainer alike: the words on top of the stack
// and in front of the buffer, their tags, their dependents and the distance between them.
//
// Every atom (a word, a tag, a set of relations) is a number whose bits are mixed already, so a
// feature is a sum of turned atoms and the number of its template: two or three instructions. What
// depends on one place of the sentence alone is asked once for each word and not once for each
// decision: see the functions that take no state.

#include "text/parser_state.hpp"
#include "text/tag_label.hpp"

#include <bit>
#include <cstdint>
#include <span>
#include <vector>

namespace atodds {

/// A word as the parser sees it.
struct ParserWord {
    std::uint64_t word = 0;  ///< Token::lower_id
    std::uint64_t tag = 0;   ///< the mixed number of the TagLabel
    std::uint64_t both = 0;
};

/// Words that stand behind the last: the root, and three times nothing.
inline constexpr std::size_t kParserPadding = 4;

/// The words of a sentence and the padding behind them.
void fill_parser_words(std::span<const Token> tokens, std::span<const TagLabel> labels,
                       std::vector<ParserWord>& words);

/// Spreads a small number over 64 bits.
constexpr std::uint64_t mixed(std::uint64_t number) {
    return (number + 1) * 0x9E3779B97F4A7C15ULL;
}

/// Two atoms together, in this order.
constexpr std::uint64_t joined(std::uint64_t a, std::uint64_t b) {
    return a + std::rotl(b, 23);
}

constexpr std::uint64_t joined(std::uint64_t a, std::uint64_t b, std::uint64_t c) {
    return a + std::rotl(b, 23) + std::rotl(c, 43);
}

/// What tells templates apart: less than 2^31, so that adding it needs no instruction of its own.
constexpr std::uint64_t template_key(std::uint32_t number) {
    return (number * 0x9E3779B1U) >> 1U;
}

constexpr std::uint64_t distance_code(std::uint32_t from, std::uint32_t to) {
    const std::uint32_t distance = to > from ? to - from : from - to;
    return distance <= 4 ? distance : distance <= 6 ? 5 : distance <= 10 ? 6 : 7;
}

constexpr std::uint64_t number_of(Relation relation) {
    return static_cast<std::uint64_t>(relation);
}

/// Calls `sink` with the key of each feature; `kFirst` numbers the templates.
template <std::uint32_t kFirst, typename Sink>
class FeatureWriter {
  public:
    explicit FeatureWriter(Sink sink) : sink_(sink) {}

    template <std::uint32_t kNumber>
    void put(std::uint64_t atoms) {
        constexpr std::uint64_t kKey = template_key(kFirst + kNumber);
        sink_(atoms + kKey);
    }

    const Sink& sink() const { return sink_; }

  private:
    Sink sink_;
};

/// A word in the first place of the buffer, by itself.
template <typename Sink>
Sink front_features(const ParserWord& word, Sink sink) {
    FeatureWriter<100, Sink> out(sink);
    out.template put<0>(word.word);
    out.template put<1>(word.tag);
    out.template put<2>(word.both);
    return out.sink();
}

/// A word in the second place of the buffer, by itself.
template <typename Sink>
Sink next_features(const ParserWord& word, Sink sink) {
    FeatureWriter<100, Sink> out(sink);
    out.template put<3>(word.word);
    out.template put<4>(word.tag);
    out.template put<5>(word.both);
    return out.sink();
}

/// The first of the buffer together with what follows it. Requires: three words from `front` on.
template <typename Sink>
Sink front_row_features(const ParserWord* front, Sink sink) {
    FeatureWriter<100, Sink> out(sink);
    const ParserWord& b0 = front[0];
    const ParserWord& b1 = front[1];
    const ParserWord& b2 = front[2];
    out.template put<6>(joined(b0.tag, b1.tag));
    out.template put<7>(joined(b0.both, b1.tag));
    out.template put<8>(joined(b0.tag, b1.tag, b2.tag));
    out.template put<9>(joined(b0.tag, b1.both));
    return out.sink();
}

/// A word on top of the stack, by itself.
template <typename Sink>
Sink top_features(const ParserWord& word, Sink sink) {
    FeatureWriter<200, Sink> out(sink);
    out.template put<0>(word.word);
    out.template put<1>(word.tag);
    out.template put<2>(word.both);
    return out.sink();
}

/// The top of the stack together with the word behind it in the text. Requires: there is one.
template <typename Sink>
Sink top_row_features(const ParserWord* top, Sink sink) {
    FeatureWriter<200, Sink> out(sink);
    out.template put<3>(joined(top[0].tag, top[1].tag));
    out.template put<4>(joined(top[0].both, top[1].tag));
    return out.sink();
}

/// The word below the top.
template <typename Sink>
Sink second_features(const ParserWord& word, Sink sink) {
    FeatureWriter<300, Sink> out(sink);
    out.template put<0>(word.word);
    out.template put<1>(word.tag);
    out.template put<2>(word.both);
    return out.sink();
}

/// The word below that.
template <typename Sink>
Sink third_features(const ParserWord& word, Sink sink) {
    FeatureWriter<400, Sink> out(sink);
    out.template put<0>(word.tag);
    return out.sink();
}

/// A third atom or more beside joined ones.
constexpr std::uint64_t with(std::uint64_t atoms, std::uint64_t more) {
    return atoms + std::rotl(more, 13);
}

/// What the choice of the next transition depends on: the stack (s), the buffer (b), their outer
/// dependents (l, r) and the distances between them.
///
/// It and what reads it are put into the parser's loop, where most of it never leaves the
/// registers: 4 % of the parser's time.
struct TransitionView {
    [[gnu::always_inline]] TransitionView(const ParserState& state, const ParserWord* words)
        : s0(words[state.stack(0)]),
          s1(words[state.stack(1)]),
          s2(words[state.stack(2)]),
          b0(words[state.front()]),
          b1(words[state.front() + 1]),
          b2(words[state.front() + 2]),
          d0(state.dependents(state.stack(0))),
          d1(state.dependents(state.stack(1))),
          df(state.dependents(state.front())),
          s0l(words[d0.leftmost]),
          s0r(words[d0.rightmost]),
          s1r(words[d1.rightmost]),
          b0l(words[df.leftmost]),
          gap(mixed(distance_code(state.stack(0), state.front()))),
          stack_gap(mixed(state.has_one() ? 8 : distance_code(state.stack(1), state.stack(0)))),
          tags(joined(s0.tag, b0.tag)),
          stack_tags(joined(s1.tag, s0.tag)),
          three(joined(s1.tag, s0.tag, b0.tag)) {}

    const ParserWord& s0;
    const ParserWord& s1;
    const ParserWord& s2;
    const ParserWord& b0;
    const ParserWord& b1;
    const ParserWord& b2;
    const Dependents& d0;
    const Dependents& d1;
    const Dependents& df;
    const ParserWord& s0l;
    const ParserWord& s0r;
    const ParserWord& s1r;
    const ParserWord& b0l;
    std::uint64_t gap;
    std::uint64_t stack_gap;
    std::uint64_t tags;
    std::uint64_t stack_tags;
    std::uint64_t three;
};

/// What depends on two places and more and often is enough to decide.
template <typename Sink>
[[gnu::always_inline]] inline Sink first_features(const TransitionView& v, Sink sink) {
    FeatureWriter<500, Sink> out(sink);
    out.template put<0>(joined(v.s0.tag, v.b0.both));
    out.template put<1>(v.tags);
    out.template put<2>(v.stack_tags);
    out.template put<3>(joined(v.s1.tag, v.b0.tag));
    out.template put<4>(joined(v.s0.both, v.b1.tag));
    out.template put<5>(with(v.tags, v.b1.tag));
    out.template put<6>(with(v.tags, v.b0l.tag));
    out.template put<7>(joined(v.s0.tag, mixed(v.d0.relations)));
    out.template put<8>(joined(v.b0.tag, mixed(v.df.relations)));
    out.template put<9>(joined(v.s0.tag, mixed(v.d0.left_count * 8U + v.d0.right_count)));
    out.template put<10>(joined(v.b0.tag, mixed(v.df.left_count)));
    out.template put<11>(with(v.tags, v.gap));
    out.template put<12>(with(v.three, joined(v.stack_gap, v.gap)));
    return out.sink();
}

/// The others.
template <typename Sink>
[[gnu::always_inline]] inline Sink further_features(const TransitionView& v, Sink sink) {
    FeatureWriter<600, Sink> out(sink);
    out.template put<0>(joined(v.s0.both, v.b0.both));
    out.template put<1>(joined(v.s1.both, v.s0.both));
    out.template put<2>(joined(v.s1.both, v.s0.tag));
    out.template put<3>(joined(v.s1.tag, v.s0.both));
    out.template put<4>(joined(v.s1.word, v.s0.word));
    out.template put<5>(joined(v.s1.word, v.b0.tag));
    out.template put<6>(with(v.stack_tags, v.s2.tag));
    out.template put<7>(with(v.tags, joined(v.b1.tag, v.b2.tag)));
    out.template put<8>(with(v.tags, v.s1.word));
    out.template put<9>(with(v.tags, v.s0l.tag));
    out.template put<10>(with(v.tags, v.s0r.tag));
    out.template put<11>(with(v.stack_tags, v.s1r.tag));
    out.template put<12>(with(v.stack_tags, v.s0l.tag));
    out.template put<13>(with(v.stack_tags, v.s0r.tag));
    out.template put<14>(with(v.stack_tags, v.s0l.word));
    out.template put<15>(with(v.tags, v.s0l.word));
    out.template put<16>(joined(v.s1.word, v.s0l.word));
    out.template put<17>(joined(v.s0.word, mixed(v.d0.relations)));
    out.template put<18>(joined(v.s1.word, mixed(v.d1.relations)));
    out.template put<19>(with(v.tags, mixed(v.d0.relations)));
    out.template put<20>(with(v.three, joined(mixed(v.d0.relations), mixed(v.d1.relations))));
    out.template put<21>(with(v.stack_tags, joined(mixed(number_of(v.d0.last_relation)),
                                                   mixed(number_of(v.d1.last_relation)))));
    out.template put<22>(joined(v.s1.tag, mixed(v.d1.left_count * 8U + v.d1.right_count)));
    out.template put<23>(joined(v.s0.word, mixed(v.d0.right_count)));
    out.template put<24>(joined(v.s0.word, v.gap));
    out.template put<25>(joined(v.b0.word, v.gap));
    out.template put<26>(joined(v.b0.both, v.s1.tag, v.s1r.tag));
    return out.sink();
}

/// For the relation of the top of the stack, complete, to `head`.
template <typename Sink>
Sink relation_features(const ParserState& state, const ParserWord* words, std::uint32_t head,
                       Sink sink) {
    const std::uint32_t word = state.stack(0);
    const ParserWord& d = words[word];
    const ParserWord& h = words[head];
    const Dependents& below = state.dependents(word);
    const Dependents& beside = state.dependents(head);
    const ParserWord& first = words[below.leftmost];
    const ParserWord& last = words[below.rightmost];
    const ParserWord& left = words[word == 0 ? state.nothing() : word - 1];
    const ParserWord& right = words[word + 1];
    const std::uint64_t side = word < head ? mixed(40) : mixed(41);
    const std::uint64_t gap = mixed(distance_code(word, head));
    const std::uint64_t tags = joined(d.tag, h.tag, side);
    FeatureWriter<700, Sink> out(sink);
    out.template put<0>(side);
    out.template put<1>(with(d.tag, side));
    out.template put<2>(with(h.tag, side));
    out.template put<3>(with(d.word, side));
    out.template put<4>(with(h.word, side));
    out.template put<5>(d.both);
    out.template put<6>(tags);
    out.template put<7>(joined(d.both, h.both));
    out.template put<8>(with(tags, gap));
    out.template put<9>(with(tags, first.word));
    out.template put<10>(with(tags, first.tag));
    out.template put<11>(joined(h.word, first.word));
    out.template put<12>(with(tags, last.word));
    out.template put<13>(joined(mixed(below.relations), side));
    out.template put<14>(with(tags, left.tag));
    out.template put<15>(with(tags, right.tag));
    out.template put<16>(joined(d.word, right.word));
    out.template put<17>(with(tags, left.word));
    out.template put<18>(joined(h.both, d.tag, first.tag) + side);
    out.template put<19>(joined(first.word, d.tag, mixed(beside.relations)));
    return out.sink();
}

}  // namespace atodds
