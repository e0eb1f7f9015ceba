#pragma once
// The weights of the parser: feature key -> a row. A table is an array of rows; the key says which
// row a feature has, and the row's check whether it is really its own. There is one place for each
// feature: the trainer gives it to the heaviest that wants it.
//
// Half of all features are in no table, which no branch predictor learns; so a row of another
// feature is added as zeros.

#include "text/row_sum.hpp"
#include "text/tag_label.hpp"

#include <cstddef>
#include <cstdint>
#include <cstring>

namespace atodds {

/// A key's bits, spread: the highest are the place, lower ones the check.
constexpr std::uint64_t spread_key(std::uint64_t key) {
    return key * 0xBF58476D1CE4E5B9ULL;
}

/// The scores of Left and Right; that of Shift is 0, for only differences count.
struct TransitionSum {
    int left = 0;
    int right = 0;

    friend constexpr bool operator==(const TransitionSum&, const TransitionSum&) = default;

    constexpr TransitionSum& operator+=(const TransitionSum& other) {
        left += other.left;
        right += other.right;
        return *this;
    }
};

/// Rows of four bytes. From below: ten bits for Left and ten for Right, each a weight of -511 to
/// 511 and 512; a bit that is set in every row in use; eleven bits that check the feature.
class TransitionTable {
  public:
    static constexpr unsigned kPlaceBits = 17;
    static constexpr std::size_t kRowBytes = 4;
    static constexpr std::size_t kBytes = kRowBytes << kPlaceBits;
    static constexpr int kMostWeight = 511;
    static constexpr unsigned kWeightBits = 10;
    static constexpr std::uint32_t kInUse = 1U << 2 * kWeightBits;
    static constexpr unsigned kCheckShift = 2 * kWeightBits + 1;

    TransitionTable() = default;

    /// Requires: kBytes bytes, which outlive the table.
    explicit TransitionTable(const std::uint8_t* bytes) : bytes_(bytes) {}

    const std::uint8_t* bytes() const { return bytes_; }

    static constexpr std::uint64_t place_of(std::uint64_t spread) {
        return spread >> (64U - kPlaceBits);
    }

    static constexpr std::uint32_t make_row(std::uint64_t spread, TransitionSum weights) {
        constexpr int kZero = kMostWeight + 1;
        const auto left = static_cast<std::uint32_t>(weights.left + kZero);
        const auto right = static_cast<std::uint32_t>(weights.right + kZero);
        const std::uint32_t check = static_cast<std::uint32_t>(spread) >> kCheckShift;
        return check << kCheckShift | kInUse | right << kWeightBits | left;
    }

    /// The row of the feature without its check; 0 where it has none.
    std::uint32_t row(std::uint64_t key) const {
        const std::uint64_t spread = spread_key(key);
        std::uint32_t row = 0;
        std::memcpy(&row, bytes_ + place_of(spread) * kRowBytes, sizeof row);
        const std::uint32_t other = (row ^ static_cast<std::uint32_t>(spread)) >> kCheckShift;
        // All ones where there is no other bit, in a shift and not a jump: half of all features
        // are in no table.
        const std::uint64_t own = (std::uint64_t{other} - 1) >> (64U - kCheckShift);
        return row & static_cast<std::uint32_t>(own);
    }

  private:
    const std::uint8_t* bytes_ = nullptr;
};

/// Adds up what a function of parser_features.hpp tells it. Two additions a row: one of all of it,
/// one of what stands apart from the rest when summed, the lower weight and the number of rows.
/// What the second leaves of the first is the sum of the upper weights. At most 1,000 rows.
class TransitionSink {
  public:
    explicit TransitionSink(const TransitionTable& table) : table_(table) {}

    void operator()(std::uint64_t key) {
        constexpr std::uint32_t kApart =
            TransitionTable::kInUse | ((1U << TransitionTable::kWeightBits) - 1);
        const std::uint32_t row = table_.row(key);
        all_ += row;
        apart_ += row & kApart;
    }

    TransitionSum sum() const {
        const std::uint32_t rows = apart_ / TransitionTable::kInUse;
        const auto zero = static_cast<int>(rows * (TransitionTable::kMostWeight + 1));
        return {static_cast<int>(apart_ % TransitionTable::kInUse) - zero,
                static_cast<int>((all_ - apart_) >> TransitionTable::kWeightBits) - zero};
    }

  private:
    TransitionTable table_;
    std::uint32_t all_ = 0;
    std::uint32_t apart_ = 0;
};

/// Rows of 32 bytes: a weight for each relation, in the place of Root and in the last nothing.
/// Their checks stand behind them, two bytes each: see weight_table.hpp.
class RelationTable {
  public:
    static constexpr unsigned kPlaceBits = 14;
    static constexpr std::size_t kRowBytes = 32;
    static constexpr std::size_t kChecksAt = kRowBytes << kPlaceBits;
    static constexpr std::size_t kBytes = kChecksAt + (sizeof(std::uint16_t) << kPlaceBits);
    static constexpr int kMostWeight = 127;

    RelationTable() = default;

    /// Requires: kBytes bytes, which outlive the table.
    explicit RelationTable(const std::uint8_t* bytes) : bytes_(bytes) {}

    static constexpr std::uint64_t place_of(std::uint64_t spread) {
        return spread >> (64U - kPlaceBits);
    }

    /// Never 0, which is the check of an empty row.
    static constexpr std::uint16_t check_of(std::uint64_t spread) {
        const auto check = static_cast<std::uint16_t>(spread >> 16U);
        return check == 0 ? 1 : check;
    }

    /// Where the check of a row stands among the bytes.
    static constexpr std::size_t check_at(std::uint64_t place) {
        return kChecksAt + place * sizeof(std::uint16_t);
    }

    /// The row of the feature; one of zeros where it has none.
    const std::uint8_t* row(std::uint64_t key) const {
        const std::uint64_t spread = spread_key(key);
        const std::uint64_t place = place_of(spread);
        std::uint16_t check = 0;
        std::memcpy(&check, bytes_ + check_at(place), sizeof check);
        return check == check_of(spread) ? bytes_ + place * kRowBytes : WideSum::kNoRow.data();
    }

  private:
    const std::uint8_t* bytes_ = nullptr;
};

/// The relation that two labels nearly always have: a determiner to a noun on its right. Four of
/// ten words need no scores for theirs.
class SureRelations {
  public:
    static constexpr std::size_t kBytes = kTagLabels * kTagLabels * 2;

    SureRelations() = default;

    /// Requires: kBytes bytes, which outlive this.
    explicit SureRelations(const std::uint8_t* bytes) : bytes_(bytes) {}

    /// `is_before`: the word stands before its head.
    static constexpr std::size_t place_of(TagLabel word, TagLabel head, bool is_before) {
        const std::size_t labels =
            static_cast<std::size_t>(word) * kTagLabels + static_cast<std::size_t>(head);
        return labels * 2 + (is_before ? 1 : 0);
    }

    /// Root where nothing is sure.
    Relation find(TagLabel word, TagLabel head, bool is_before) const {
        return static_cast<Relation>(bytes_[place_of(word, head, is_before)]);
    }

  private:
    const std::uint8_t* bytes_ = nullptr;
};

/// Adds up rows of relations.
class RelationSink {
  public:
    explicit RelationSink(const RelationTable& table) : table_(table) {}

    void operator()(std::uint64_t key) { sum_.add_row(table_.row(key)); }

    const WideSum& sum() const { return sum_; }

  private:
    RelationTable table_;
    WideSum sum_;
};

}  // namespace atodds
