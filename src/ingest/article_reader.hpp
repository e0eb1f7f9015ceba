#pragma once
// Files, folders and standard input -> articles. A bad file is a diagnostic and the batch goes on.

#include "base/error.hpp"
#include "base/result.hpp"
#include "model/article.hpp"

#include <cstddef>
#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace atodds {

struct IngestOptions {
    std::uint64_t max_file_bytes = 64U
                                   << 20U;  ///< larger files are a diagnostic; 64 MiB is a guess
    std::vector<std::string> excluded;      ///< glob patterns against the path, `*` and `**`
    /// Names "-" in reports and tells its format; empty: "-", and the first bytes tell the format.
    std::string stdin_filename;
};

/// Formats are told by name: .txt and .md / .markdown (YAML front matter), .jsonl / .ndjson
/// (one article a row: {id, source, date, title, url, text}).
enum class ArticleFormat : std::uint8_t { Text, Markdown, JsonLines };

/// Stands for the way in which files become articles: part of every content hash, and changed when
/// blocks are cut differently, so that stored facts are read again.
std::string_view reader_version();

/// The format a file name promises; nothing for other files.
std::optional<ArticleFormat> format_of(std::string_view path);

/// The articles in `bytes`. `path` names them in messages. A bad row of JSON lines is a diagnostic;
/// other formats fail as a whole. Fails with: BadEncoding, BadFormat, TooLarge.
Result<std::vector<Article>> parse_articles(std::string_view bytes, const std::string& path,
                                            ArticleFormat format, Diagnostics& diagnostics);

/// The articles of a part of JSON lines whose first row has the number `first_row`, from 1; else as
/// parse_articles. Fails with: TooLarge.
Result<std::vector<Article>> parse_article_rows(std::string_view bytes, const std::string& path,
                                                std::size_t first_row, Diagnostics& diagnostics);

/// Files below `paths` in a stable order (byte order of paths), folders walked; hidden files and
/// README files of a folder are no articles unless named themselves. "-" is standard input. What
/// cannot be found or read becomes a diagnostic.
std::vector<std::string> list_files(const std::vector<std::string>& paths,
                                    const IngestOptions& options, Diagnostics& diagnostics);

/// Reads all articles of `files` and hands each to `take` in order; memory holds one file a time.
/// An article whose id was used before is a diagnostic and left out: ids name articles in reports.
void read_articles(const std::vector<std::string>& files, const IngestOptions& options,
                   const std::function<void(Article&&)>& take, Diagnostics& diagnostics);

}  // namespace atodds
