#pragma once
// JSON lines of any length as they come, for mappers that are fed by another program: memory holds
// some megabytes of rows, not the whole input.

#include "base/error.hpp"
#include "ingest/article_reader.hpp"
#include "model/article.hpp"

#include <functional>
#include <iosfwd>
#include <string>
#include <string_view>

namespace atodds {

/// Hash of an input that is read piece by piece. The pieces are a part of it: the same input cut
/// otherwise has another hash.
class InputHash {
  public:
    void add(std::string_view piece);

    /// 32 hexadecimal digits; of no piece at all empty.
    const std::string& text() const { return text_; }

  private:
    std::string text_;
};

/// Reads rows until the stream ends and hands each article to `take`, in order; articles are named
/// by `options.stdin_filename`, "-" without one. A bad row, or one longer than
/// `options.max_file_bytes`, is a diagnostic; so is an article whose id was used before, which is
/// left out. Returns the hash of all that was read.
InputHash read_article_rows(std::istream& rows, const IngestOptions& options,
                            const std::function<void(Article&&)>& take, Diagnostics& diagnostics);

/// The hash that read_article_rows would give; reads to the end and keeps nothing.
InputHash hash_of_rows(std::istream& rows);

}  // namespace atodds
