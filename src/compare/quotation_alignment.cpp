#include "compare/quotation_alignment.hpp"

#include <algorithm>
#include <limits>
#include <string_view>
#include <utility>

// The idea: the words of one side run down, of the other across. A path goes diagonally through
// pairs of equal words, which earns their weight, and sideways over words only one side has, which
// costs: much for the first word of a gap, little for each further one, so that a sentence left out
// does not outweigh what surrounds it. A gap over against an ellipsis is free. The best path may
// begin and end anywhere. Three tables, as usual for affine gaps: the last step was a pair, a word
// of the left, or a word of the right.

namespace atodds {
namespace {

// Quarters of a word's weight (1 to 6). Guessed, then checked on development news: a gap costs
// half a content word, so two remarks never join through one function word.
constexpr std::int32_t kScale = 4;
constexpr std::int32_t kOpenGap = 10;
constexpr std::int32_t kExtendGap = 1;
constexpr std::int32_t kMismatch = 8;
constexpr std::int32_t kImpossible = std::numeric_limits<std::int32_t>::min() / 4;

/// A gap this long parts an alignment into blocks; each has to earn its place.
constexpr std::uint32_t kLongGap = 5;
/// Weight a block at the end of an alignment needs: two content words.
constexpr std::int32_t kBlockWeight = 9;
/// Words left out cost no more than this, however many.
constexpr std::int32_t kMostLoss = 8;
/// Words in each other's place cost at least this: a function word.
constexpr std::int32_t kLeastLoss = 2;
/// Words that differ at the edge of the common part are a change up to this many; more are another
/// sentence that happens to share an end.
constexpr std::uint32_t kMostEdge = 6;

enum class Step : std::uint8_t { Stop, Pair, Left, Right };

struct MatchedPair {
    std::uint32_t left = 0;
    std::uint32_t right = 0;
};

bool breaks_at(std::span<const QuoteWord> words, std::size_t at) {
    return at >= words.size() || words[at].breaks_before;
}

/// "look" and "looks".
bool is_other_form(const QuoteWord& a, const QuoteWord& b) {
    return a.trunk_id != 0 && a.trunk_id == b.trunk_id && a.key_id != b.key_id;
}

std::int32_t pair_score(const QuoteWord& a, const QuoteWord& b) {
    if (is_same_word(a, b)) {
        return kScale * std::min(a.weight, b.weight);
    }
    if (is_other_form(a, b)) {
        return kScale * std::min(a.weight, b.weight) / 2;
    }
    const bool are_small = a.kind <= WordRank::Function && b.kind <= WordRank::Function;
    return are_small ? -kMismatch / 2 : -kMismatch;
}

/// The tables of one alignment.
class Aligner {
  public:
    Aligner(std::span<const QuoteWord> left, std::span<const QuoteWord> right)
        : left_(left), right_(right), width_(right.size() + 1) {
        const std::size_t cells = (left.size() + 1) * width_;
        steps_.resize(cells * 3, Step::Stop);
        for (auto& row : rows_) {
            row.assign(width_, kImpossible);
        }
    }

    std::vector<MatchedPair> matches() {
        for (std::size_t i = 1; i <= left_.size(); ++i) {
            fill_row(i);
        }
        return trace();
    }

  private:
    enum Table : std::size_t { kPair, kLeft, kRight };

    Step& step(Table table, std::size_t i, std::size_t j) {
        return steps_[(i * width_ + j) * 3 + table];
    }

    /// The scores of the row above and of this one: two rows of three tables.
    std::vector<std::int32_t>& scores(Table table, std::size_t i) {
        return rows_[(i % 2) * 3 + table];
    }

    void fill_row(std::size_t i) {
        for (const Table table : {kPair, kLeft, kRight}) {
            scores(table, i)[0] = kImpossible;
        }
        for (std::size_t j = 1; j < width_; ++j) {
            fill_pair(i, j);
            fill_gap(kLeft, i, j, i - 1, j, breaks_at(right_, j));
            fill_gap(kRight, i, j, i, j - 1, breaks_at(left_, i));
        }
    }

    void fill_pair(std::size_t i, std::size_t j) {
        std::int32_t best = 0;
        Step from = Step::Stop;
        const std::pair<Table, Step> sources[] = {
            {kPair, Step::Pair}, {kLeft, Step::Left}, {kRight, Step::Right}};
        for (const auto& [table, name] : sources) {
            const std::int32_t before = scores(table, i - 1)[j - 1];
            // Of two paths that earn the same, the longer one tells more.
            if (before > best || (before == best && table == kPair && i > 1 && j > 1)) {
                best = before;
                from = name;
            }
        }
        const std::int32_t score = best + pair_score(left_[i - 1], right_[j - 1]);
        scores(kPair, i)[j] = score;
        step(kPair, i, j) = from;
        if (score > best_score_) {
            best_score_ = score;
            best_i_ = i;
            best_j_ = j;
        }
    }

    /// A gap that opens behind a pair or the other gap, or goes on; free beside a break.
    void fill_gap(Table own, std::size_t i, std::size_t j, std::size_t from_i, std::size_t from_j,
                  bool is_free) {
        const Table other = own == kLeft ? kRight : kLeft;
        const std::int32_t open = is_free ? 0 : kOpenGap;
        const std::int32_t extend = is_free ? 0 : kExtendGap;
        const Step own_step = own == kLeft ? Step::Left : Step::Right;
        const Step other_step = own == kLeft ? Step::Right : Step::Left;
        std::int32_t best = scores(own, from_i)[from_j] - extend;
        Step from = own_step;
        if (const std::int32_t score = scores(kPair, from_i)[from_j] - open; score > best) {
            best = score;
            from = Step::Pair;
        }
        if (const std::int32_t score = scores(other, from_i)[from_j] - open; score > best) {
            best = score;
            from = other_step;
        }
        scores(own, i)[j] = std::max(best, kImpossible);
        step(own, i, j) = from;
    }

    std::vector<MatchedPair> trace() {
        std::vector<MatchedPair> matches;
        std::size_t i = best_i_;
        std::size_t j = best_j_;
        Table table = kPair;
        while (i > 0 && j > 0) {
            const Step from = step(table, i, j);
            if (table == kPair) {
                --i;
                --j;
                if (is_same_word(left_[i], right_[j]) || is_other_form(left_[i], right_[j])) {
                    matches.push_back(
                        {static_cast<std::uint32_t>(i), static_cast<std::uint32_t>(j)});
                }
            } else {
                (table == kLeft ? i : j) -= 1;
            }
            if (from == Step::Stop) {
                break;
            }
            table = from == Step::Pair ? kPair : from == Step::Left ? kLeft : kRight;
        }
        std::reverse(matches.begin(), matches.end());
        return matches;
    }

    std::span<const QuoteWord> left_;
    std::span<const QuoteWord> right_;
    std::size_t width_;
    std::vector<Step> steps_;
    std::vector<std::int32_t> rows_[6];
    std::int32_t best_score_ = 0;
    std::size_t best_i_ = 0;
    std::size_t best_j_ = 0;
};

std::uint32_t gap_between(const MatchedPair& a, const MatchedPair& b) {
    return std::max(b.left - a.left, b.right - a.right) - 1;
}

/// Drops blocks at the ends that share too little: a stray "the house" far from the remark.
void trim_blocks(std::span<const QuoteWord> left, std::vector<MatchedPair>& matches) {
    const auto is_light = [&](std::size_t begin, std::size_t end) {
        std::int32_t weight = 0;
        for (std::size_t k = begin; k < end; ++k) {
            weight += left[matches[k].left].weight;
        }
        return weight < kBlockWeight;
    };
    for (bool has_changed = true; has_changed && matches.size() > 1;) {
        has_changed = false;
        std::size_t first = 1;
        while (first < matches.size() &&
               gap_between(matches[first - 1], matches[first]) < kLongGap) {
            ++first;
        }
        if (first < matches.size() && is_light(0, first)) {
            matches.erase(matches.begin(), matches.begin() + static_cast<std::ptrdiff_t>(first));
            has_changed = true;
            continue;
        }
        std::size_t last = matches.size() - 1;
        while (last > 0 && gap_between(matches[last - 1], matches[last]) < kLongGap) {
            --last;
        }
        if (last > 0 && is_light(last, matches.size())) {
            matches.resize(last);
            has_changed = true;
        }
    }
}

std::int32_t weight_of(std::span<const QuoteWord> words, TokenRange range) {
    std::int32_t weight = 0;
    for (std::uint32_t i = range.begin; i < range.end; ++i) {
        weight += words[i].weight;
    }
    return weight;
}

/// True where one side says that words are missing inside or at the end of the change.
bool has_break(std::span<const QuoteWord> words, TokenRange range) {
    for (std::uint32_t i = range.begin; i <= range.end; ++i) {
        if (breaks_at(words, i)) {
            return true;
        }
    }
    return false;
}

/// The begin of the sentence or piece that word `at` stands in.
std::uint32_t segment_begin(std::span<const QuoteWord> words, std::uint32_t at) {
    while (at > 0 && !words[at].breaks_before && !words[at].begins_sentence) {
        --at;
    }
    return at;
}

std::uint32_t segment_end(std::span<const QuoteWord> words, std::uint32_t at) {
    while (at < words.size() && !words[at].breaks_before && !words[at].begins_sentence) {
        ++at;
    }
    return at;
}

class ChangeFinder {
    using Words = std::span<const QuoteWord>;

  public:
    ChangeFinder(std::span<const QuoteWord> left, std::span<const QuoteWord> right)
        : left_(left), right_(right) {}

    QuotationAlignment find(const std::vector<MatchedPair>& matches) {
        if (matches.empty()) {
            return {};
        }
        result_.left_part = {matches.front().left, matches.back().left + 1};
        result_.right_part = {matches.front().right, matches.back().right + 1};
        add_edge({segment_begin(left_, matches.front().left), matches.front().left},
                 {segment_begin(right_, matches.front().right), matches.front().right}, true);
        for (std::size_t k = 0; k < matches.size(); ++k) {
            const QuoteWord& word = left_[matches[k].left];
            result_.matched_words += 1;
            result_.matched_weight += word.weight;
            result_.matched_content += word.kind == WordRank::Content ? 1U : 0U;
            if (!is_same_word(word, right_[matches[k].right])) {  // another form of the word
                result_.changes.push_back({{matches[k].left, matches[k].left + 1},
                                           {matches[k].right, matches[k].right + 1}});
            } else if (k > 0) {
                add_contraction(matches[k - 1], matches[k]);
            }
            if (k + 1 < matches.size()) {
                add_inner({matches[k].left + 1, matches[k + 1].left},
                          {matches[k].right + 1, matches[k + 1].right});
            }
        }
        add_edge({matches.back().left + 1, segment_end(left_, matches.back().left + 1)},
                 {matches.back().right + 1, segment_end(right_, matches.back().right + 1)}, false);
        return std::move(result_);
    }

  private:
    void add_inner(TokenRange left, TokenRange right) {
        if (left.is_empty() && right.is_empty()) {
            return;
        }
        const bool is_excused = left.is_empty() ? has_break(left_, left)
                                : right.is_empty()
                                    ? has_break(right_, right)
                                    : has_break(left_, left) || has_break(right_, right);
        if (is_excused) {
            return;
        }
        result_.lost_weight += loss_of(left, right);
        result_.changes.push_back({left, right});
    }

    /// "don't" over against "do not": the words match, the wording does not.
    void add_contraction(const MatchedPair& first, const MatchedPair& second) {
        const auto is_one_form = [](Words words, std::uint32_t a, std::uint32_t b) {
            return words[a].is_contracted && words[a].span == words[b].span;
        };
        const bool is_left = is_one_form(left_, first.left, second.left);
        const bool is_right = is_one_form(right_, first.right, second.right);
        const bool is_adjacent = first.left + 1 == second.left && first.right + 1 == second.right;
        if (is_adjacent && is_left != is_right) {
            result_.changes.push_back(
                {{first.left, second.left + 1}, {first.right, second.right + 1}});
        }
    }

    /// Words before the first or behind the last common one count where both sides have some.
    void add_edge(TokenRange left, TokenRange right, bool is_front) {
        if (left.is_empty() || right.is_empty()) {
            return;
        }
        if (std::min(left.size(), right.size()) > kMostEdge) {
            result_.lost_weight += std::min(weight_of(left_, left), weight_of(right_, right));
            return;
        }
        result_.lost_weight += loss_of(left, right);
        const std::uint32_t most = std::min(left.size(), right.size()) + 2;
        for (TokenRange* range : {&left, &right}) {
            if (range->size() > most) {
                (is_front ? range->begin = range->end - most : range->end = range->begin + most);
            }
        }
        result_.changes.push_back({left, right});
    }

    std::int32_t loss_of(TokenRange left, TokenRange right) const {
        const std::int32_t a = weight_of(left_, left);
        const std::int32_t b = weight_of(right_, right);
        return left.is_empty() || right.is_empty() ? std::min(std::max(a, b), kMostLoss)
                                                   : std::max(std::min(a, b), kLeastLoss);
    }

    std::span<const QuoteWord> left_;
    std::span<const QuoteWord> right_;
    QuotationAlignment result_;
};

}  // namespace

bool is_same_word(const QuoteWord& left, const QuoteWord& right) {
    if (!left.is_masked && !right.is_masked) {
        return left.key_id == right.key_id;
    }
    const auto head = [](const QuoteWord& word) {
        return std::string_view(word.key).substr(0, word.key.find_first_of("-*_"));
    };
    const std::string_view a = head(left);
    const std::string_view b = head(right);
    return a.starts_with(b) || b.starts_with(a);
}

QuotationAlignment align_quotations(std::span<const QuoteWord> left,
                                    std::span<const QuoteWord> right) {
    if (left.empty() || right.empty()) {
        return {};
    }
    std::vector<MatchedPair> matches = Aligner(left, right).matches();
    trim_blocks(left, matches);
    return ChangeFinder(left, right).find(matches);
}

}  // namespace atodds
