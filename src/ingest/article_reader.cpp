#include "ingest/article_reader.hpp"

#include "base/hash.hpp"
#include "base/utf8.hpp"
#include "ingest/json_lines.hpp"
#include "ingest/markdown.hpp"
#include "ingest/plain_text.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <fstream>
#include <iostream>
#include <istream>
#include <limits>
#include <set>
#include <utility>

namespace atodds {
namespace {

/// Part of every content hash: raised when blocks are cut differently, so that stored facts are
/// read again.
constexpr std::string_view kReaderVersion = "ingest/1";

std::string iso_or_empty(const std::optional<Day>& day) {
    return day ? to_iso(*day) : std::string();
}

/// Spans count bytes in 32 bits.
constexpr std::uint64_t kMostBytes = std::numeric_limits<std::uint32_t>::max() - 1;

/// Hash over what facts and reports depend on; the path is left out, so a moved file with an id of
/// its own stays current. Sizes part the members, so no two articles share the hashed bytes.
std::string content_hash(const Article& article) {
    std::string bytes(kReaderVersion);
    const auto add = [&bytes](std::string_view member) {
        bytes += fmt::format("\n{}:", member.size());
        bytes += member;
    };
    add(article.id);
    add(article.source);
    add(article.url);
    add(article.title);
    add(iso_or_empty(article.published));
    add(iso_or_empty(article.updated));
    for (const std::string& author : article.authors) {
        add(author);
    }
    add("");
    add(article.text);
    // The format decides about the blocks too: the same bytes as .txt and as .md differ.
    add(article.reading == article.text ? "plain" : "marked");
    return hash_hex(bytes);
}

Error binary_error(const std::string& path, std::size_t offset) {
    const auto at = static_cast<std::uint32_t>(offset);
    return {ErrorCode::BadFormat,
            "not a text file, but a binary one",
            {path, ByteSpan{at, at + 1}},
            "leave it out, for one with --exclude"};
}

Error encoding_error(std::string_view bytes, const std::string& path, std::size_t bad) {
    const bool is_utf16 = bytes.starts_with("\xFF\xFE") || bytes.starts_with("\xFE\xFF");
    const auto at = static_cast<std::uint32_t>(bad);
    if (is_utf16) {
        return {ErrorCode::BadEncoding,
                "text is UTF-16, expected UTF-8",
                {path, ByteSpan{at, at + 1}},
                "convert it: iconv -f UTF-16 -t UTF-8 FILE > NEW"};
    }
    if (bytes.find('\0') != std::string_view::npos) {
        return binary_error(path, bad);
    }
    const auto byte = static_cast<unsigned>(static_cast<unsigned char>(bytes[bad]));
    return {ErrorCode::BadEncoding,
            fmt::format("byte 0x{:02X} is not UTF-8", byte),
            {path, ByteSpan{at, at + 1}},
            "convert it, for one: iconv -f WINDOWS-1252 -t UTF-8 FILE > NEW"};
}

/// What makes all of the bytes unreadable, if anything.
std::optional<Error> find_defect(std::string_view bytes, const std::string& path) {
    if (const std::optional<std::size_t> bad = find_bad_utf8(bytes)) {
        return encoding_error(bytes, path, *bad);
    }
    if (const std::size_t nul = bytes.find('\0'); nul != std::string_view::npos) {
        return binary_error(path, nul);
    }
    return std::nullopt;
}

void seal(Article& article, Diagnostics& diagnostics) {
    const auto is_read = [](const Block& block) { return is_prose(block.kind); };
    if (std::ranges::none_of(article.blocks, is_read)) {
        const bool is_empty = article.blocks.empty();
        diagnostics.push_back(
            {Severity::Warning,
             {ErrorCode::BadFormat,
              is_empty ? fmt::format("no prose in \"{}\": it is empty", article.id)
                       : fmt::format("no prose in \"{}\": all of it is "
                                     "boilerplate or not English",
                                     article.id),
              {article.path, std::nullopt},
              "nothing of it is compared"}});
    }
    article.content_hash = content_hash(article);
}

Result<Article> parse_one(std::string_view bytes, const std::string& path, ArticleFormat format,
                          Diagnostics& diagnostics) {
    if (std::optional<Error> defect = find_defect(bytes, path)) {
        return std::move(*defect);
    }
    Article article;
    article.path = path;
    article.text = bytes;
    const Result<Done> done = format == ArticleFormat::Markdown
                                  ? read_markdown(article, diagnostics)
                                  : read_text_file(article, diagnostics);
    if (!done) {
        return done.error();
    }
    if (article.id.empty()) {
        article.id = path;
    }
    return article;
}

Error too_large(const std::string& path, std::uint64_t limit) {
    return {ErrorCode::TooLarge,
            fmt::format("larger than the limit of {} bytes", limit),
            {path, std::nullopt},
            "split the file or raise the limit"};
}

/// At most `limit` bytes of the stream; TooLarge where more follow. Reads in pieces, so that a pipe
/// works and the size that the system states need not be true.
Result<std::string> read_stream(std::istream& stream, const std::string& path,
                                std::uint64_t limit) {
    // Most articles fit into the first piece; room that is not used costs zeroing and page faults.
    constexpr std::size_t kFirstPiece = 1U << 14U;
    constexpr std::size_t kLargestPiece = 1U << 20U;
    std::string bytes;
    while (stream && bytes.size() <= limit) {
        const std::size_t before = bytes.size();
        const std::size_t piece = std::clamp(before, kFirstPiece, kLargestPiece);
        bytes.resize(before + piece);
        stream.read(bytes.data() + before, static_cast<std::streamsize>(piece));
        bytes.resize(before + static_cast<std::size_t>(stream.gcount()));
    }
    if (bytes.size() > limit) {
        return too_large(path, limit);
    }
    if (stream.bad()) {
        return Error{ErrorCode::Unreadable,
                     "reading stopped before the end",
                     {path, std::nullopt},
                     "check the disk"};
    }
    return bytes;
}

Result<std::string> read_bytes(const std::string& path, std::uint64_t limit) {
    if (path == "-") {
        return read_stream(std::cin, path, limit);
    }
    std::ifstream file(path, std::ios::binary);
    if (!file) {
        return Error{ErrorCode::Unreadable,
                     "cannot be opened",
                     {path, std::nullopt},
                     "check that it exists and that you may read it"};
    }
    return read_stream(file, path, limit);
}

/// Standard input tells its format by its first bytes where no name is given for it.
ArticleFormat format_of_bytes(const std::string& path, const IngestOptions& options,
                              std::string_view bytes) {
    const std::string& name = path == "-" ? options.stdin_filename : path;
    if (const std::optional<ArticleFormat> format = format_of(name)) {
        return *format;
    }
    if (bytes.starts_with("---\n")) {
        return ArticleFormat::Markdown;
    }
    return bytes.starts_with('{') ? ArticleFormat::JsonLines : ArticleFormat::Text;
}

/// What is piped in stands for the file that its name tells, in reports and for comparing.
void name_standard_input(Article& article, const IngestOptions& options) {
    if (article.path == "-" && !options.stdin_filename.empty()) {
        article.path = options.stdin_filename;
        article.id = article.id == "-" ? options.stdin_filename : article.id;
    }
}

}  // namespace

std::string_view reader_version() {
    return kReaderVersion;
}

std::optional<ArticleFormat> format_of(std::string_view path) {
    const std::size_t dot = path.rfind('.');
    const std::string ending = dot == std::string_view::npos ? "" : to_lower(path.substr(dot));
    if (ending == ".txt") {
        return ArticleFormat::Text;
    }
    if (ending == ".md" || ending == ".markdown") {
        return ArticleFormat::Markdown;
    }
    if (ending == ".jsonl" || ending == ".ndjson") {
        return ArticleFormat::JsonLines;
    }
    return std::nullopt;
}

Result<std::vector<Article>> parse_article_rows(std::string_view bytes, const std::string& path,
                                                std::size_t first_row, Diagnostics& diagnostics) {
    if (bytes.size() > kMostBytes) {
        return too_large(path, kMostBytes);
    }
    std::vector<Article> articles = read_json_lines(bytes, path, first_row, diagnostics);
    for (Article& article : articles) {
        seal(article, diagnostics);
    }
    return articles;
}

Result<std::vector<Article>> parse_articles(std::string_view bytes, const std::string& path,
                                            ArticleFormat format, Diagnostics& diagnostics) {
    if (format == ArticleFormat::JsonLines) {
        return parse_article_rows(bytes, path, 1, diagnostics);
    }
    if (bytes.size() > kMostBytes) {
        return too_large(path, kMostBytes);
    }
    Result<Article> article = parse_one(bytes, path, format, diagnostics);
    if (!article) {
        return article.error();
    }
    seal(*article, diagnostics);
    return std::vector<Article>{std::move(*article)};
}

void read_articles(const std::vector<std::string>& files, const IngestOptions& options,
                   const std::function<void(Article&&)>& take, Diagnostics& diagnostics) {
    std::set<std::string> ids;
    for (const std::string& path : files) {
        const Result<std::string> bytes = read_bytes(path, options.max_file_bytes);
        if (!bytes) {
            diagnostics.push_back({Severity::Error, bytes.error()});
            continue;
        }
        const ArticleFormat format = format_of_bytes(path, options, *bytes);
        Result<std::vector<Article>> articles = parse_articles(*bytes, path, format, diagnostics);
        if (!articles) {
            diagnostics.push_back({Severity::Error, articles.error()});
            continue;
        }
        for (Article& article : *articles) {
            name_standard_input(article, options);
            if (ids.insert(article.id).second) {
                take(std::move(article));
                continue;
            }
            diagnostics.push_back({Severity::Error,
                                   {ErrorCode::BadFormat,
                                    fmt::format("article id \"{}\" is used twice", article.id),
                                    {path, std::nullopt},
                                    "give each article an id of its own; this one is left out"}});
        }
    }
}

}  // namespace atodds
