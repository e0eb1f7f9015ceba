#pragma once
// What an index remembers of the run that wrote it last: a hash of every byte it read and of all
// that decides what becomes of them. A run that would read the same finds it by reading the files
// once, some gigabytes a second, and need not part them into articles. Sizes and times of files are
// not asked: they can stay the same while the text does not.

#include "base/error.hpp"
#include "cli/indexing.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace atodds {

/// The hash, or nothing where a file cannot be read twice (standard input) or not at all.
std::optional<std::string> input_hash(const IndexUpdate& update);

/// What is stored: the hash and how many articles the run has met.
std::string input_record(std::string_view hash, std::uint64_t articles);

/// The articles of a record of this hash; nothing where it is another record or none.
std::optional<std::uint64_t> articles_of_record(std::string_view record, std::string_view hash);

}  // namespace atodds
