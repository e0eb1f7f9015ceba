#pragma once
// The problems of one file, collected while it is read. Readers go on after a problem, so that one
// run tells everything; `count` lets them leave out what had a problem.

#include "base/error.hpp"

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace atodds {

class Problems {
  public:
    /// Problems listed per file; one more says that the rest is not.
    static constexpr std::size_t kMostProblems = 100;

    /// Problems are appended to `out`, which must outlive this. `text` is the file's content.
    Problems(std::string file, std::string_view text, Diagnostics& out)
        : file_(std::move(file)), text_(text), out_(&out) {}

    void add(ByteSpan span, std::string message, std::string hint = {});

    /// How many were added through this object.
    std::size_t count() const { return count_; }

    /// True where further problems are only counted. Callers skip costly suggestions then, so that
    /// a hostile file of wrong names stays linear.
    bool is_full() const { return count_ >= kMostProblems; }

    const std::string& file() const { return file_; }

    std::string_view text() const { return text_; }

    Place place(ByteSpan span) const { return {file_, span}; }

  private:
    std::string file_;
    std::string_view text_;
    Diagnostics* out_;
    std::size_t count_ = 0;
};

/// Edits (insert, delete, replace, swap of neighbours) between two words, in bytes. Both are cut at
/// 64 bytes, so hostile names cost nothing.
std::size_t edit_distance(std::string_view a, std::string_view b);

/// True where `found` may be `known` misspelt: a third of its letters may differ, at least one.
bool is_near(std::string_view found, std::string_view known);

/// `did you mean "compare"?` for the nearest known word if it is near; else the known words, at
/// most twelve of them; else nothing.
std::string suggestion(std::string_view found, const std::vector<std::string_view>& known);

/// The text in quotes, cut after 60 bytes at a character boundary, control characters as "?".
std::string in_quotes(std::string_view text);

/// "a, b and c".
std::string enumerated(const std::vector<std::string_view>& words);

}  // namespace atodds
