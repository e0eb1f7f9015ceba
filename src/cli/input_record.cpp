#include "cli/input_record.hpp"

#include "base/hash.hpp"
#include "ingest/article_reader.hpp"

#include <fmt/format.h>

#include <charconv>
#include <fstream>
#include <sstream>
#include <system_error>

namespace atodds {
namespace {

/// Hash of the bytes of a file; nothing where it cannot be read or is longer than articles may be.
std::optional<std::string> hash_of_file(const std::string& path, std::uint64_t most_bytes) {
    std::ifstream file(path, std::ios::binary | std::ios::ate);
    const std::streamoff size = file ? std::streamoff{file.tellg()} : -1;
    if (size < 0 || static_cast<std::uint64_t>(size) > most_bytes) {
        return std::nullopt;
    }
    std::string bytes(static_cast<std::size_t>(size), '\0');
    file.seekg(0);
    if (!file.read(bytes.data(), size) || file.peek() != std::ifstream::traits_type::eof()) {
        return std::nullopt;
    }
    return hash_hex(bytes);
}

}  // namespace

std::optional<std::string> input_hash(const IndexUpdate& update) {
    std::string bytes =
        fmt::format("{}\n{}\n{}/{}\n{}\n", reader_version(), update.rules_hash, update.shard.number,
                    update.shard.count, update.absent == Absent::Remove ? "remove" : "keep");
    for (const std::string& path : update.files) {
        const std::optional<std::string> hash =
            path == "-" ? std::nullopt : hash_of_file(path, update.ingest.max_file_bytes);
        if (!hash) {
            return std::nullopt;
        }
        bytes += fmt::format("{} {}:{}\n", *hash, path.size(), path);
    }
    return hash_hex(bytes);
}

std::string input_record(std::string_view hash, std::uint64_t articles) {
    return fmt::format("{} {}", hash, articles);
}

std::optional<std::uint64_t> articles_of_record(std::string_view record, std::string_view hash) {
    if (hash.empty() || !record.starts_with(hash) || record.size() <= hash.size() + 1 ||
        record[hash.size()] != ' ') {
        return std::nullopt;
    }
    const char* const end = record.data() + record.size();
    std::uint64_t articles = 0;
    const auto [stop, code] = std::from_chars(record.data() + hash.size() + 1, end, articles);
    return code == std::errc{} && stop == end ? std::optional(articles) : std::nullopt;
}

}  // namespace atodds
