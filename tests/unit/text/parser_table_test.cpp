#include "text/parser_table.hpp"

#include <doctest/doctest.h>

#include <cstdint>
#include <cstring>
#include <vector>

namespace atodds {
namespace {

/// A table with a row for each key.
class TableWith {
  public:
    explicit TableWith(const std::vector<std::uint64_t>& keys) : bytes_(TransitionTable::kBytes) {
        for (const std::uint64_t key : keys) {
            const std::uint64_t spread = spread_key(key);
            const std::uint32_t row = TransitionTable::make_row(spread, weights_of(key));
            std::memcpy(&bytes_[TransitionTable::place_of(spread) * sizeof row], &row, sizeof row);
        }
    }

    static TransitionSum weights_of(std::uint64_t key) {
        return {static_cast<int>(key % 1023) - 511, 511 - static_cast<int>(key / 7 % 1023)};
    }

    TransitionTable table() const { return TransitionTable(bytes_.data()); }

  private:
    std::vector<std::uint8_t> bytes_;
};

TEST_CASE("two weights in one row come apart again") {
    for (const int left : {-511, -1, 0, 1, 511}) {
        for (const int right : {-511, -1, 0, 1, 511}) {
            std::vector<std::uint8_t> bytes(TransitionTable::kBytes);
            const std::uint64_t spread = spread_key(77);
            const std::uint32_t row = TransitionTable::make_row(spread, {left, right});
            std::memcpy(&bytes[TransitionTable::place_of(spread) * sizeof row], &row, sizeof row);
            TransitionSink sink{TransitionTable(bytes.data())};
            for (int times = 1; times <= 64; ++times) {
                sink(77);
                CHECK(sink.sum() == TransitionSum{left * times, right * times});
            }
        }
    }
}

TEST_CASE("a sink adds the rows of features that are there") {
    const std::vector<std::uint64_t> keys = {12345, 987654321, 0x123456789ABCDEF};
    const TableWith table(keys);
    TransitionSink sink(table.table());
    TransitionSum plain;
    for (const std::uint64_t key : keys) {
        sink(key);
        plain += TableWith::weights_of(key);
    }
    CHECK(sink.sum() == plain);
}

TEST_CASE("a feature that is in no row weighs nothing, even where another holds its place") {
    std::vector<std::uint64_t> keys;
    for (std::uint64_t key = 1; key <= 400'000; ++key) {  // three for each place
        keys.push_back(key);
    }
    const TableWith table(keys);
    int taken = 0;
    for (std::uint64_t key = 1'000'000; key < 1'020'000; ++key) {
        TransitionSink sink(table.table());
        sink(key);
        taken += sink.sum() == TransitionSum{} ? 0 : 1;
    }
    // Eleven bits check a feature, so about one in 2,000 takes a stranger's row.
    CHECK(taken < 40);
}

TEST_CASE("an empty table weighs nothing") {
    const std::vector<std::uint8_t> bytes(TransitionTable::kBytes);
    TransitionSink sink{TransitionTable(bytes.data())};
    for (std::uint64_t key = 0; key < 10'000; ++key) {
        sink(key);
    }
    CHECK(sink.sum() == TransitionSum{});
}

TEST_CASE("a relation is sure for two labels in one order only") {
    std::vector<std::uint8_t> bytes(SureRelations::kBytes);
    bytes[SureRelations::place_of(TagLabel::Det, TagLabel::Noun, true)] =
        static_cast<std::uint8_t>(Relation::Determiner);
    const SureRelations sure(bytes.data());
    CHECK(sure.find(TagLabel::Det, TagLabel::Noun, true) == Relation::Determiner);
    CHECK(sure.find(TagLabel::Det, TagLabel::Noun, false) == Relation::Root);
    CHECK(sure.find(TagLabel::Noun, TagLabel::Det, true) == Relation::Root);
}

TEST_CASE("relations are added up by number, and a stranger's row adds nothing") {
    std::vector<std::uint8_t> bytes(RelationTable::kBytes);
    const std::uint64_t spread = spread_key(42);
    const std::uint64_t place = RelationTable::place_of(spread);
    std::uint8_t* row = &bytes[place * RelationTable::kRowBytes];
    row[3] = 5;
    row[4] = 0xFF;  // -1
    const std::uint16_t check = RelationTable::check_of(spread);
    std::memcpy(&bytes[RelationTable::check_at(place)], &check, sizeof check);
    RelationSink sink{RelationTable(bytes.data())};
    sink(42);
    sink(42);
    for (std::uint64_t key = 100; key < 10'000; ++key) {
        sink(key);
    }
    CHECK(sink.sum().scores()[3] == 10);
    CHECK(sink.sum().scores()[4] == -2);
    CHECK(sink.sum().scores()[5] == 0);
}

}  // namespace
}  // namespace atodds
