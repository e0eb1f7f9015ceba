#include "text/parser_features.hpp"

#include "text/weight_table.hpp"

#include <algorithm>

namespace atodds {
namespace {

constexpr std::uint64_t kNothingTag = 32;

constexpr std::uint64_t distance_code(std::uint32_t from, std::uint32_t to) {
    const std::uint32_t distance = to > from ? to - from : from - to;
    return distance <= 4 ? distance : distance <= 6 ? 5 : distance <= 10 ? 6 : 7;
}

/// Appends hashes; the template number counts up with each.
template <typename Features>
class Writer {
  public:
    Writer(Features& features, std::uint32_t kind) : features_(features), kind_(kind) {}

    void put(std::uint64_t a, std::uint64_t b = 0) {
        features_[at_++] = feature_hash(kind_++, a, b);
    }

    std::size_t count() const { return at_; }

  private:
    Features& features_;
    std::uint32_t kind_;
    std::size_t at_ = 0;
};

/// Looks up words and dependents by number; nothing is a word too.
class View {
  public:
    View(const ParserState& state, std::span<const ParserWord> words)
        : state_(state), words_(words) {}

    const ParserWord& word(std::uint32_t index) const {
        return index == kNoToken ? words_.back() : words_[index];
    }

    const Dependents& dependents(std::uint32_t index) const {
        static constexpr Dependents kNone;
        return index == kNoToken ? kNone : state_.dependents(index);
    }

    std::uint64_t relation(std::uint32_t index) const {
        return index == kNoToken ? 31U : static_cast<std::uint64_t>(state_.relation(index));
    }

  private:
    const ParserState& state_;
    std::span<const ParserWord> words_;
};

constexpr std::uint64_t pair(std::uint64_t a, std::uint64_t b) {
    return a | b << 6U;
}

constexpr std::uint64_t triple(std::uint64_t a, std::uint64_t b, std::uint64_t c) {
    return a | b << 6U | c << 12U;
}

/// What the choice of the next transition depends on: the stack (s), the buffer (b), their outer
/// dependents (l, r) and the distances between them.
struct TransitionView {
    TransitionView(const ParserState& state, const View& view)
        : s0(view.word(state.stack(0))),
          s1(view.word(state.stack(1))),
          s2(view.word(state.stack(2))),
          b0(view.word(state.buffer(0))),
          b1(view.word(state.buffer(1))),
          b2(view.word(state.buffer(2))),
          d0(view.dependents(state.stack(0))),
          d1(view.dependents(state.stack(1))),
          df(view.dependents(state.buffer(0))),
          s0l(view.word(d0.leftmost)),
          s0r(view.word(d0.rightmost)),
          s1l(view.word(d1.leftmost)),
          s1r(view.word(d1.rightmost)),
          b0l(view.word(df.leftmost)),
          top_relation(view.relation(d0.rightmost)),
          below_relation(view.relation(d1.rightmost)),
          gap(state.stack(0) == kNoToken ? 8 : distance_code(state.stack(0), state.buffer(0))),
          stack_gap(state.stack(1) == kNoToken ? 8 : distance_code(state.stack(1), state.stack(0))),
          tags(pair(s0.tag, b0.tag)),
          stack_tags(pair(s1.tag, s0.tag)) {}

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
    const ParserWord& s1l;
    const ParserWord& s1r;
    const ParserWord& b0l;
    std::uint64_t top_relation;
    std::uint64_t below_relation;
    std::uint64_t gap;
    std::uint64_t stack_gap;
    std::uint64_t tags;
    std::uint64_t stack_tags;
};

using TransitionWriter = Writer<TransitionFeatures>;

// The templates are numbered in the order of these functions; the shipped tables know them by it.

/// Words and tags by themselves.
void put_single_words(const TransitionView& v, TransitionWriter& out) {
    out.put(v.s0.word);
    out.put(v.s0.tag);
    out.put(v.s0.both);
    out.put(v.s1.word);
    out.put(v.s1.tag);
    out.put(v.s1.both);
    out.put(v.s2.tag);
    out.put(v.s2.both);
    out.put(v.b0.word);
    out.put(v.b0.tag);
    out.put(v.b0.both);
    out.put(v.b1.word);
    out.put(v.b1.tag);
    out.put(v.b1.both);
    out.put(v.b2.tag);
    out.put(v.b2.both);
}

/// Two words or tags together.
void put_pairs(const TransitionView& v, TransitionWriter& out) {
    out.put(v.s0.both, v.b0.both);
    out.put(v.s0.both, v.b0.tag);
    out.put(v.s0.tag, v.b0.both);
    out.put(v.s0.word, v.b0.word);
    out.put(v.tags);
    out.put(pair(v.b0.tag, v.b1.tag));
    out.put(v.s1.both, v.s0.both);
    out.put(v.s1.both, v.s0.tag);
    out.put(v.s1.tag, v.s0.both);
    out.put(v.s1.word, v.s0.word);
    out.put(v.stack_tags);
    out.put(pair(v.s1.tag, v.b0.tag));
    out.put(v.s1.word, v.b0.tag);
    out.put(v.s1.word, v.b0.word);
    out.put(v.s0.both, v.b1.tag);
    out.put(v.b0.both, v.b1.tag);
}

/// Three tags and more.
void put_tags(const TransitionView& v, TransitionWriter& out) {
    out.put(v.tags, v.b1.tag);
    out.put(triple(v.b0.tag, v.b1.tag, v.b2.tag));
    out.put(v.stack_tags, v.b0.tag);
    out.put(v.stack_tags, pair(v.b0.tag, v.b1.tag));
    out.put(triple(v.s2.tag, v.s1.tag, v.s0.tag));
    out.put(triple(v.s2.tag, v.s1.tag, v.s0.tag), v.b0.tag);
    out.put(v.tags, pair(v.b1.tag, v.b2.tag));
    out.put(v.stack_tags, v.b0.word);
    out.put(pair(v.s1.tag, v.b0.tag), v.s0.word);
    out.put(v.tags, v.s1.word);
}

/// What is attached already.
void put_dependents(const TransitionView& v, TransitionWriter& out) {
    out.put(v.tags, v.s0l.tag);
    out.put(v.tags, v.s0r.tag);
    out.put(v.tags, v.b0l.tag);
    out.put(v.stack_tags, v.s1l.tag);
    out.put(v.stack_tags, v.s1r.tag);
    out.put(v.stack_tags, v.s0l.tag);
    out.put(v.stack_tags, v.s0r.tag);
    out.put(v.stack_tags, v.s0l.word);
    out.put(v.tags, v.s0l.word);
    out.put(pair(v.s1.tag, v.s0.tag), triple(v.s0l.tag, v.b0.tag, v.s1r.tag));
    out.put(v.s1.word, v.s0l.word);
    out.put(v.s1r.tag, v.stack_tags | v.b0.tag << 12U);
    out.put(v.s0.tag, v.d0.relations);
    out.put(v.s1.tag, v.d1.relations);
    out.put(v.b0.tag, v.df.relations);
    out.put(v.s0.word, v.d0.relations);
    out.put(v.s1.word, v.d1.relations);
    out.put(v.tags, v.d0.relations);
    out.put(v.stack_tags, v.d1.relations);
    out.put(v.stack_tags | v.b0.tag << 12U, static_cast<std::uint64_t>(v.d0.relations) ^
                                                static_cast<std::uint64_t>(v.d1.relations) << 32U);
    out.put(pair(v.top_relation, v.below_relation), v.stack_tags);
}

/// Counts and distances.
void put_distances(const TransitionView& v, TransitionWriter& out) {
    out.put(v.s0.tag, static_cast<std::uint64_t>(v.d0.left_count) << 8U | v.d0.right_count);
    out.put(v.s1.tag, static_cast<std::uint64_t>(v.d1.left_count) << 8U | v.d1.right_count);
    out.put(v.b0.tag, v.df.left_count);
    out.put(v.s0.word, v.d0.right_count);
    out.put(v.s1.word, v.d1.right_count);
    out.put(v.tags, v.gap);
    out.put(v.s0.word, v.gap);
    out.put(v.b0.word, v.gap);
    out.put(v.stack_tags, v.stack_gap);
    out.put(v.stack_tags | v.b0.tag << 12U, v.stack_gap | v.gap << 8U);
    out.put(v.s1.word, v.stack_gap);
    out.put(0);
    out.put(v.b0.both, v.s1.tag | v.s1r.tag << 8U);
}

}  // namespace

void fill_parser_words(std::span<const Token> tokens, std::span<const TagLabel> labels,
                       std::vector<ParserWord>& words) {
    words.clear();
    for (std::size_t i = 0; i < tokens.size(); ++i) {
        const auto tag = static_cast<std::uint64_t>(labels[i]);
        words.push_back(
            {tokens[i].lower_id, tag, tokens[i].lower_id ^ (tag + 1) * 0x9E3779B97F4A7C15ULL});
    }
    words.push_back({2, kTagLabels, 2});
    words.push_back({3, kNothingTag, 3});
}

void transition_features(const ParserState& state, std::span<const ParserWord> words,
                         TransitionFeatures& features) {
    const TransitionView view(state, View(state, words));
    TransitionWriter out(features, 1001);
    put_single_words(view, out);
    put_pairs(view, out);
    put_tags(view, out);
    put_dependents(view, out);
    put_distances(view, out);
}

void relation_features(const ParserState& state, std::span<const ParserWord> words,
                       std::uint32_t word, std::uint32_t head, RelationFeatures& features) {
    const View view(state, words);
    const ParserWord& d = view.word(word);
    const ParserWord& h = view.word(head);
    const Dependents& below = view.dependents(word);
    const Dependents& beside = view.dependents(head);
    const ParserWord& first = view.word(below.leftmost);
    const ParserWord& last = view.word(below.rightmost);
    const std::uint32_t before = word == 0 ? kNoToken : word - 1;
    const ParserWord& left = view.word(before);
    const ParserWord& right = view.word(word + 1 <= state.size() ? word + 1 : kNoToken);
    const std::uint64_t side = word < head ? 40 : 41;
    const std::uint64_t gap = side << 4U | distance_code(word, head);
    const std::uint64_t tags = pair(d.tag, h.tag) | side << 12U;
    Writer out(features, 2001);
    out.put(side);
    out.put(d.tag, side);
    out.put(h.tag, side);
    out.put(d.word, side);
    out.put(h.word, side);
    out.put(d.both);
    out.put(h.both, side);
    out.put(tags);
    out.put(d.word, tags);
    out.put(h.word, tags);
    out.put(d.both, h.both);
    out.put(tags, gap);
    out.put(tags, first.word);
    out.put(tags, first.tag);
    out.put(h.word, first.word);
    out.put(tags, last.word);
    out.put(tags, last.tag);
    out.put(tags, below.relations);
    out.put(tags, beside.relations);
    out.put(h.word, side | static_cast<std::uint64_t>(beside.relations) << 8U);
    out.put(below.relations, side);
    out.put(tags, static_cast<std::uint64_t>(below.relations) |
                      static_cast<std::uint64_t>(beside.relations) << 32U);
    out.put(tags, left.tag);
    out.put(tags, right.tag);
    out.put(d.word, left.word);
    out.put(d.word, right.word);
    out.put(tags, left.word);
    out.put(tags, triple(left.tag, right.tag, view.relation(beside.rightmost)));
    out.put(tags, static_cast<std::uint64_t>(beside.left_count) << 8U | beside.right_count);
    out.put(d.word, beside.relations);
    out.put(h.both, d.tag | first.tag << 6U | side << 12U);
    out.put(first.word, d.tag | static_cast<std::uint64_t>(beside.relations) << 8U);
}

}  // namespace atodds
