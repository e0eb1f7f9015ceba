#include "index/places.hpp"

#include "index/index_folder.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cstdint>
#include <filesystem>
#include <fstream>
#include <set>
#include <system_error>
#include <utility>

namespace atodds {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view kRemote = "tcp://";
/// Xapian looks for this file in a folder without tables.
constexpr std::string_view kStubName = "XAPIANDB";
/// A stub file of a thousand shards is some ten thousand bytes; more is some other file.
constexpr std::size_t kMostStubBytes = 1U << 20U;
/// Stub files that name stub files; a guess that ends circles.
constexpr int kDeepestStub = 8;

constexpr std::string_view kBuild = "build one with: atodds index PATH... --index DIR";
constexpr std::string_view kStubForms =
    "each line of a stub file is \"auto PATH\", \"glass PATH\" or \"remote HOST:PORT\"";

/// Where another file names the place, the message has to say which place it is.
std::string message_on(const ShardPlace& shard, std::string_view message) {
    return shard.named_at.span ? fmt::format("{}: {}", shard.address, message)
                               : std::string(message);
}

Error missing(const ShardPlace& shard) {
    if (is_being_built(shard.address)) {
        return {ErrorCode::IndexMissing,
                message_on(shard, "no index here yet: its first build goes on or was cut off"),
                shard.named_at, "wait for it, or go on with: atodds index PATH... --index DIR"};
    }
    return {ErrorCode::IndexMissing, message_on(shard, "no index here"), shard.named_at,
            std::string(kBuild)};
}

Error bad_stub(Place at, std::string message) {
    return {ErrorCode::BadFormat, std::move(message), std::move(at), std::string(kStubForms)};
}

/// Xapian keeps a compacted database in one file if asked to; the file opens with these bytes.
bool is_database_file(const std::string& bytes) {
    return bytes.starts_with("\x0f\x0dXapian Glass");
}

class ShardList {
  public:
    /// A folder, a file or a server, named in any stub `depth` stubs deep.
    Result<Done> add(const ShardPlace& shard, int depth) {
        if (shard.address.empty()) {
            return Error{ErrorCode::Usage, "an index without a name", shard.named_at,
                         std::string(kBuild)};
        }
        if (is_remote(shard.address)) {
            return add_shard(shard, shard.address);
        }
        std::error_code code;
        const fs::path stub = fs::path(shard.address) / kStubName;
        if (fs::is_directory(shard.address, code)) {
            if (!holds_index(shard.address) && fs::exists(stub, code)) {
                return add_stub({stub.string(), shard.named_at}, depth);
            }
            return holds_index(shard.address) ? add_folder(shard) : missing(shard);
        }
        return fs::exists(shard.address, code) ? add_stub(shard, depth) : missing(shard);
    }

    std::vector<ShardPlace> take() { return std::move(shards_); }

  private:
    Result<Done> add_folder(const ShardPlace& shard) {
        std::error_code code;
        const fs::path real = fs::weakly_canonical(shard.address, code);
        return add_shard(shard, code ? shard.address : real.string());
    }

    // Twice the same articles would be counted twice.
    Result<Done> add_shard(const ShardPlace& shard, const std::string& identity) {
        if (!seen_.insert(identity).second) {
            return Error{ErrorCode::Usage, message_on(shard, "index is named twice"),
                         shard.named_at, "name each shard once"};
        }
        shards_.push_back(shard);
        return Done{};
    }

    Result<Done> add_stub(const ShardPlace& stub, int depth) {
        std::string text(kMostStubBytes + 1, '\0');
        std::ifstream file(stub.address, std::ios::binary);
        file.read(text.data(), static_cast<std::streamsize>(text.size()));
        if (!file.is_open() || file.bad()) {
            return Error{ErrorCode::Unreadable, message_on(stub, "cannot be read"), stub.named_at,
                         "check permissions"};
        }
        text.resize(static_cast<std::size_t>(file.gcount()));
        if (is_database_file(text)) {
            return add_folder(stub);
        }
        if (depth >= kDeepestStub || text.size() > kMostStubBytes) {
            return bad_stub(
                stub.named_at,
                message_on(stub, depth >= kDeepestStub ? "stub files name each other too deep"
                                                       : "too large for a stub file"));
        }
        return add_lines(stub.address, text, depth);
    }

    Result<Done> add_lines(const std::string& stub, const std::string& text, int depth) {
        bool is_empty = true;
        for (std::size_t at = 0; at < text.size();) {
            const std::size_t end = std::min(text.find('\n', at), text.size());
            std::string_view line = std::string_view(text).substr(at, end - at);
            line = line.substr(0, line.find_last_not_of("\r \t") + 1);
            const Place place{stub, ByteSpan{static_cast<std::uint32_t>(at),
                                             static_cast<std::uint32_t>(at + line.size())}};
            at = end + 1;
            if (line.empty() || line.starts_with('#')) {
                continue;
            }
            is_empty = false;
            if (Result<Done> added = add_line(line, place, depth); !added) {
                return added;
            }
        }
        return is_empty ? Result<Done>(bad_stub({stub, {}}, "stub file names no index")) : Done{};
    }

    Result<Done> add_line(std::string_view line, const Place& place, int depth) {
        const std::size_t blank = line.find(' ');
        const std::string_view kind = line.substr(0, blank);
        const std::string target(blank == std::string_view::npos ? std::string_view()
                                                                 : line.substr(blank + 1));
        if (target.empty() || (kind != "auto" && kind != "glass" && kind != "remote")) {
            return bad_stub(place, "no line of a stub file");
        }
        if (kind == "remote") {
            // ":PROGRAM ARGUMENTS" would run whatever a file says.
            return target.starts_with(':')
                       ? Result<Done>(bad_stub(place, "stub file names a program to run"))
                       : add({std::string(kRemote) + target, place}, depth + 1);
        }
        const fs::path path = fs::path(place.file).parent_path() / target;
        return add({path.string(), place}, depth + 1);
    }

    std::vector<ShardPlace> shards_;
    std::set<std::string> seen_;
};

}  // namespace

bool is_remote(std::string_view address) {
    return address.starts_with(kRemote);
}

Result<std::vector<ShardPlace>> shards_of(const std::vector<std::string>& places) {
    ShardList shards;
    for (const std::string& place : places) {
        if (Result<Done> added = shards.add({place, {place, {}}}, 0); !added) {
            return added.error();
        }
    }
    return shards.take();
}

}  // namespace atodds
