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
    const View view(state, words);
    const std::uint32_t top = state.stack(0);
    const std::uint32_t below = state.stack(1);
    const std::uint32_t front = state.buffer(0);
    const ParserWord& s0 = view.word(top);
    const ParserWord& s1 = view.word(below);
    const ParserWord& s2 = view.word(state.stack(2));
    const ParserWord& b0 = view.word(front);
    const ParserWord& b1 = view.word(state.buffer(1));
    const ParserWord& b2 = view.word(state.buffer(2));
    const Dependents& d0 = view.dependents(top);
    const Dependents& d1 = view.dependents(below);
    const Dependents& df = view.dependents(front);
    const ParserWord& s0l = view.word(d0.leftmost);
    const ParserWord& s0r = view.word(d0.rightmost);
    const ParserWord& s1l = view.word(d1.leftmost);
    const ParserWord& s1r = view.word(d1.rightmost);
    const ParserWord& b0l = view.word(df.leftmost);
    const std::uint64_t gap = top == kNoToken ? 8 : distance_code(top, front);
    const std::uint64_t stack_gap = below == kNoToken ? 8 : distance_code(below, top);
    Writer out(features, 1001);
    // Single words.
    out.put(s0.word);
    out.put(s0.tag);
    out.put(s0.both);
    out.put(s1.word);
    out.put(s1.tag);
    out.put(s1.both);
    out.put(s2.tag);
    out.put(s2.both);
    out.put(b0.word);
    out.put(b0.tag);
    out.put(b0.both);
    out.put(b1.word);
    out.put(b1.tag);
    out.put(b1.both);
    out.put(b2.tag);
    out.put(b2.both);
    // Pairs.
    const std::uint64_t tags = pair(s0.tag, b0.tag);
    const std::uint64_t stack_tags = pair(s1.tag, s0.tag);
    out.put(s0.both, b0.both);
    out.put(s0.both, b0.tag);
    out.put(s0.tag, b0.both);
    out.put(s0.word, b0.word);
    out.put(tags);
    out.put(pair(b0.tag, b1.tag));
    out.put(s1.both, s0.both);
    out.put(s1.both, s0.tag);
    out.put(s1.tag, s0.both);
    out.put(s1.word, s0.word);
    out.put(stack_tags);
    out.put(pair(s1.tag, b0.tag));
    out.put(s1.word, b0.tag);
    out.put(s1.word, b0.word);
    out.put(s0.both, b1.tag);
    out.put(b0.both, b1.tag);
    // Three tags and more.
    out.put(tags, b1.tag);
    out.put(triple(b0.tag, b1.tag, b2.tag));
    out.put(stack_tags, b0.tag);
    out.put(stack_tags, pair(b0.tag, b1.tag));
    out.put(triple(s2.tag, s1.tag, s0.tag));
    out.put(triple(s2.tag, s1.tag, s0.tag), b0.tag);
    out.put(tags, pair(b1.tag, b2.tag));
    out.put(stack_tags, b0.word);
    out.put(pair(s1.tag, b0.tag), s0.word);
    out.put(tags, s1.word);
    // Dependents.
    out.put(tags, s0l.tag);
    out.put(tags, s0r.tag);
    out.put(tags, b0l.tag);
    out.put(stack_tags, s1l.tag);
    out.put(stack_tags, s1r.tag);
    out.put(stack_tags, s0l.tag);
    out.put(stack_tags, s0r.tag);
    out.put(stack_tags, s0l.word);
    out.put(tags, s0l.word);
    out.put(pair(s1.tag, s0.tag), triple(s0l.tag, b0.tag, s1r.tag));
    out.put(s1.word, s0l.word);
    out.put(s1r.tag, stack_tags | b0.tag << 12U);
    out.put(s0.tag, d0.relations);
    out.put(s1.tag, d1.relations);
    out.put(b0.tag, df.relations);
    out.put(s0.word, d0.relations);
    out.put(s1.word, d1.relations);
    out.put(tags, d0.relations);
    out.put(stack_tags, d1.relations);
    out.put(stack_tags | b0.tag << 12U, static_cast<std::uint64_t>(d0.relations) ^
                                            static_cast<std::uint64_t>(d1.relations) << 32U);
    out.put(pair(view.relation(d0.rightmost), view.relation(d1.rightmost)), stack_tags);
    // Counts and distances.
    out.put(s0.tag, static_cast<std::uint64_t>(d0.left_count) << 8U | d0.right_count);
    out.put(s1.tag, static_cast<std::uint64_t>(d1.left_count) << 8U | d1.right_count);
    out.put(b0.tag, df.left_count);
    out.put(s0.word, d0.right_count);
    out.put(s1.word, d1.right_count);
    out.put(tags, gap);
    out.put(s0.word, gap);
    out.put(b0.word, gap);
    out.put(stack_tags, stack_gap);
    out.put(stack_tags | b0.tag << 12U, stack_gap | gap << 8U);
    out.put(s1.word, stack_gap);
    out.put(0);
    out.put(b0.both, s1.tag | s1r.tag << 8U);
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
