#include "ingest/article_rows.hpp"

#include "base/hash.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cstddef>
#include <istream>
#include <optional>
#include <unordered_set>
#include <utility>

namespace atodds {
namespace {

/// Bytes that are read, and parsed, at once: some thousand articles.
constexpr std::size_t kPieceBytes = 4U << 20U;

/// The next bytes of the stream, fewer than a piece only at its end.
std::string next_piece(std::istream& rows) {
    std::string piece(kPieceBytes, '\0');
    rows.read(piece.data(), static_cast<std::streamsize>(piece.size()));
    piece.resize(static_cast<std::size_t>(rows.gcount()));
    return piece;
}

class RowReader {
  public:
    RowReader(const IngestOptions& options, const std::function<void(Article&&)>& take,
              Diagnostics& diagnostics)
        : options_(options), take_(take), diagnostics_(diagnostics) {}

    /// Reads the rows that are whole now; the last one waits for its end.
    void add(std::string_view piece) {
        if (is_skipping_) {
            skip(piece);
        }
        pending_ += piece;
        const std::size_t end = pending_.rfind('\n') + 1;
        read(std::string_view(pending_).substr(0, end));
        pending_.erase(0, end);
        if (pending_.size() > options_.max_file_bytes) {
            tell(Severity::Error, {ErrorCode::TooLarge,
                                   fmt::format("row {}: longer than the limit of {} bytes",
                                               next_row_, options_.max_file_bytes),
                                   {"-", std::nullopt},
                                   "split the article"});
            pending_.clear();
            is_skipping_ = true;
        }
    }

    void finish() {
        if (!is_skipping_) {
            read(pending_);
        }
    }

  private:
    /// Up to the end of a row that is too long.
    void skip(std::string_view& piece) {
        const std::size_t end = piece.find('\n');
        is_skipping_ = end == std::string_view::npos;
        next_row_ += is_skipping_ ? 0 : 1;
        piece.remove_prefix(is_skipping_ ? piece.size() : end + 1);
    }

    void read(std::string_view rows) {
        if (rows.empty()) {
            return;
        }
        Diagnostics found;
        Result<std::vector<Article>> articles = parse_article_rows(rows, "-", next_row_, found);
        for (Diagnostic& diagnostic : found) {
            // Places inside a piece say nothing; the message has the number of the row.
            diagnostic.error.place.span.reset();
            diagnostics_.push_back(std::move(diagnostic));
        }
        next_row_ += static_cast<std::size_t>(std::ranges::count(rows, '\n'));
        if (!articles) {
            tell(Severity::Error, std::move(articles.error()));
            return;
        }
        for (Article& article : *articles) {
            hand_on(std::move(article));
        }
    }

    void hand_on(Article&& article) {
        if (!options_.stdin_filename.empty()) {
            article.path = options_.stdin_filename;
        }
        if (seen_.insert(hash_hex(article.id)).second) {
            take_(std::move(article));
            return;
        }
        tell(Severity::Error, {ErrorCode::BadFormat,
                               fmt::format("article id \"{}\" is used twice", article.id),
                               {"-", std::nullopt},
                               "give each article an id of its own; this one is left out"});
    }

    void tell(Severity severity, Error error) {
        diagnostics_.push_back({severity, std::move(error)});
    }

    const IngestOptions& options_;
    const std::function<void(Article&&)>& take_;
    Diagnostics& diagnostics_;
    std::string pending_;  ///< the beginning of a row
    std::size_t next_row_ = 1;
    bool is_skipping_ = false;
    std::unordered_set<std::string> seen_;  ///< hashes of ids
};

}  // namespace

void InputHash::add(std::string_view piece) {
    text_ = hash_hex(text_ + hash_hex(piece));
}

InputHash read_article_rows(std::istream& rows, const IngestOptions& options,
                            const std::function<void(Article&&)>& take, Diagnostics& diagnostics) {
    InputHash hash;
    RowReader reader(options, take, diagnostics);
    for (std::string piece = next_piece(rows); !piece.empty(); piece = next_piece(rows)) {
        hash.add(piece);
        reader.add(piece);
    }
    reader.finish();
    return hash;
}

InputHash hash_of_rows(std::istream& rows) {
    InputHash hash;
    for (std::string piece = next_piece(rows); !piece.empty(); piece = next_piece(rows)) {
        hash.add(piece);
    }
    return hash;
}

}  // namespace atodds
