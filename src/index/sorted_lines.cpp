#include "index/sorted_lines.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cstdio>
#include <fstream>
#include <memory>
#include <optional>
#include <span>
#include <system_error>
#include <utility>

namespace atodds {
namespace {

/// Files that are open at once; systems allow some thousand, 256 at least (POSIX's
/// _POSIX_OPEN_MAX is 20, Debian's default 1024).
constexpr std::size_t kMostOpen = 128;

Error unwritable(const std::string& file) {
    return {ErrorCode::Unwritable,
            "cannot be written",
            {file, std::nullopt},
            "check permissions and free space"};
}

/// One sorted file that is read line by line.
class Source {
  public:
    explicit Source(const std::string& file) : name_(file), stream_(file, std::ios::binary) {}

    bool is_open() const { return stream_.is_open(); }

    const std::string& name() const { return name_; }

    const std::string& line() const { return line_; }

    bool next() { return static_cast<bool>(std::getline(stream_, line_)); }

    bool has_failed() const { return stream_.bad(); }

  private:
    std::string name_;
    std::ifstream stream_;
    std::string line_;
};

/// The smallest line of several sources first.
class Merger {
  public:
    Result<Done> open(std::span<const std::string> files) {
        for (const std::string& file : files) {
            auto source = std::make_unique<Source>(file);
            if (!source->is_open()) {
                return Error{ErrorCode::Unreadable,
                             "cannot be opened",
                             {file, std::nullopt},
                             "check that it exists and that you may read it"};
            }
            if (source->next()) {
                heap_.push_back(std::move(source));
            }
        }
        std::ranges::make_heap(heap_, is_behind);
        return Done{};
    }

    bool is_at_end() const { return heap_.empty(); }

    const std::string& line() const { return heap_.front()->line(); }

    /// Goes to the next line of all.
    Result<Done> advance() {
        std::ranges::pop_heap(heap_, is_behind);
        Source& source = *heap_.back();
        const std::string before = source.line();
        const bool has_line = source.next();
        if (source.has_failed()) {
            return Error{ErrorCode::Unreadable,
                         "reading stopped before the end",
                         {source.name(), std::nullopt},
                         "check the disk"};
        }
        if (!has_line) {
            heap_.pop_back();
            return Done{};
        }
        if (source.line() < before) {
            return Error{ErrorCode::BadFormat,
                         fmt::format("lines are not in byte order: \"{}\" behind \"{}\"",
                                     source.line().substr(0, 80), before.substr(0, 80)),
                         {source.name(), std::nullopt},
                         "sort it with: LC_ALL=C sort -u"};
        }
        std::ranges::push_heap(heap_, is_behind);
        return Done{};
    }

  private:
    static bool is_behind(const std::unique_ptr<Source>& a, const std::unique_ptr<Source>& b) {
        return a->line() > b->line();
    }

    std::vector<std::unique_ptr<Source>> heap_;
};

Result<std::uint64_t> merge_once(std::span<const std::string> files, const std::string& output) {
    Merger merger;
    if (Result<Done> opened = merger.open(files); !opened) {
        return opened.error();
    }
    std::ofstream stream(output, std::ios::binary | std::ios::trunc);
    std::uint64_t count = 0;
    std::optional<std::string> last;
    while (!merger.is_at_end() && stream) {
        if (merger.line() != last) {
            last = merger.line();
            stream << *last << '\n';
            ++count;
        }
        if (Result<Done> advanced = merger.advance(); !advanced) {
            return advanced.error();
        }
    }
    stream.close();
    return stream ? Result<std::uint64_t>(count) : unwritable(output);
}

void remove_files(const std::vector<std::string>& files) {
    for (const std::string& file : files) {
        std::remove(file.c_str());
    }
}

}  // namespace

LineSorter::LineSorter(std::string file, std::size_t memory_bytes)
    : file_(std::move(file)), memory_bytes_(memory_bytes) {}

Result<Done> LineSorter::add(std::string_view line) {
    text_ += line;
    ends_.push_back(text_.size());
    const std::size_t taken = text_.size() + ends_.size() * sizeof(std::size_t) * 3;
    return taken >= memory_bytes_ ? spill() : Done{};
}

Result<Done> LineSorter::spill() {
    std::vector<std::string_view> lines;
    std::size_t begin = 0;
    for (const std::size_t end : ends_) {
        lines.push_back(std::string_view(text_).substr(begin, end - begin));
        begin = end;
    }
    std::ranges::sort(lines);
    const auto repeated = std::ranges::unique(lines);
    lines.erase(repeated.begin(), repeated.end());
    pieces_.push_back(fmt::format("{}.piece-{}", file_, pieces_.size()));
    std::ofstream stream(pieces_.back(), std::ios::binary | std::ios::trunc);
    for (const std::string_view line : lines) {
        stream << line << '\n';
    }
    stream.close();
    text_.clear();
    ends_.clear();
    return stream ? Result<Done>(Done{}) : unwritable(pieces_.back());
}

Result<std::uint64_t> LineSorter::finish() {
    if (Result<Done> spilled = spill(); !spilled) {
        return spilled.error();
    }
    Result<std::uint64_t> count = merge_sorted_lines(pieces_, file_);
    remove_files(pieces_);
    pieces_.clear();
    return count;
}

Result<std::uint64_t> merge_sorted_lines(const std::vector<std::string>& files,
                                         const std::string& output) {
    std::vector<std::string> round = files;
    std::vector<std::string> made;
    while (round.size() > kMostOpen) {
        std::vector<std::string> merged;
        for (std::size_t at = 0; at < round.size(); at += kMostOpen) {
            const std::size_t count = std::min(kMostOpen, round.size() - at);
            merged.push_back(fmt::format("{}.merge-{}", output, made.size()));
            made.push_back(merged.back());
            const Result<std::uint64_t> done =
                merge_once(std::span(round).subspan(at, count), merged.back());
            if (!done) {
                remove_files(made);
                return done.error();
            }
        }
        round = std::move(merged);
    }
    Result<std::uint64_t> count = merge_once(round, output);
    remove_files(made);
    return count;
}

}  // namespace atodds
