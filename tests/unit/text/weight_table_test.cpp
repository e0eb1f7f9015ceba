#include "text/weight_table.hpp"

#include "text/embedded_model.hpp"

#include <doctest/doctest.h>

#include <cstddef>
#include <cstdint>
#include <set>
#include <vector>

namespace atodds {
namespace {

using Table = WeightTable<32>;

constexpr std::size_t kBuckets = 8;
constexpr unsigned kShift = 61;  // 64 less the bits of kBuckets
constexpr std::size_t kRows = kBuckets * Table::kRows;

/// Rows that hold their own number, and their checks.
class TableBytes {
  public:
    TableBytes() : bytes_(kRows * 33) {
        for (std::size_t place = 0; place < kRows; ++place) {
            bytes_[place * 32] = static_cast<std::uint8_t>(place);
        }
    }

    /// Gives the feature the first or second row of its bucket.
    void put(std::uint64_t hash, std::size_t row) {
        bytes_[kRows * 32 + Table::bucket_of(hash, kShift) * Table::kRows + row] =
            Table::check_of(hash);
    }

    Table table() const { return Table(bytes_); }

  private:
    std::vector<std::uint8_t> bytes_;
};

TEST_CASE("a feature finds its row in either half of its bucket") {
    for (const std::size_t row : {0U, 1U}) {
        for (std::uint64_t hash = 1; hash < 500; ++hash) {
            CAPTURE(hash);
            TableBytes bytes;
            bytes.put(hash, row);
            const std::uint8_t* found = bytes.table().row(hash, nullptr);
            REQUIRE(found != nullptr);
            CHECK(*found == Table::bucket_of(hash, kShift) * Table::kRows + row);
        }
    }
}

TEST_CASE("a feature with another check has no row, though its bucket is taken") {
    TableBytes bytes;
    bytes.put(77, 0);
    const Table table = bytes.table();
    const std::uint8_t none = 0;
    for (std::uint64_t hash = 0; hash < 5000; ++hash) {
        const bool is_same = Table::check_of(hash) == Table::check_of(77) &&
                             Table::bucket_of(hash, kShift) == Table::bucket_of(77, kShift);
        CAPTURE(hash);
        CHECK((table.row(hash, &none) == &none) == !is_same);
    }
}

TEST_CASE("no feature has a row in a free place") {
    const TableBytes bytes;
    const Table table = bytes.table();
    for (std::uint64_t hash = 0; hash < 5000; ++hash) {
        CHECK(table.row(hash, nullptr) == nullptr);
    }
}

TEST_CASE("the rows of the tagger that ships are those of its file") {
    constexpr std::size_t kHeader = 64;
    const auto bytes = embedded_tagger().subspan(kHeader);
    const Table table(bytes);
    std::set<const std::uint8_t*> found;
    for (std::uint64_t seed = 0; seed < 200'000; ++seed) {
        if (const std::uint8_t* row = table.row(feature_hash(1, seed), nullptr)) {
            found.insert(row);
            CHECK(static_cast<std::size_t>(row - bytes.data()) + 32 <= bytes.size() / 33 * 32);
        }
    }
    CHECK(found.size() > 100);
}

}  // namespace
}  // namespace atodds
