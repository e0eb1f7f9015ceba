#include "index/article_document.hpp"
#include "index/database.hpp"
#include "index/fact_index.hpp"
#include "index/index_parts.hpp"
#include "index/schema.hpp"
#include "index/xapian_guard.hpp"

#include <utility>

namespace atodds {
namespace {

/// Small commits are the fast ones: Xapian's posting buffer in memory is the slow part (measured:
/// 1,000 articles 8.8 MB/s, 10,000 5.0, 100,000 2.4). A killed run loses at most one batch.
constexpr std::size_t kBatchArticles = 500;
constexpr std::size_t kBatchBytes = 3U << 20U;

bool is_state_of(const Xapian::Database& database, Xapian::docid id, std::string_view state) {
    return database.get_document(id).get_value(schema::kSlotState) == state;
}

}  // namespace

Xapian::docid find_document(const Xapian::Database& database, std::string_view article_id) {
    const std::string term = make_term(schema::kArticleId, article_id);
    const Xapian::PostingIterator found = database.postlist_begin(term);
    return found == database.postlist_end(term) ? 0 : *found;
}

IndexWriter::IndexWriter(std::unique_ptr<Parts> parts) : parts_(std::move(parts)) {}

IndexWriter::~IndexWriter() = default;
IndexWriter::IndexWriter(IndexWriter&&) noexcept = default;
IndexWriter& IndexWriter::operator=(IndexWriter&&) noexcept = default;

Result<IndexWriter> IndexWriter::open(const std::string& folder, std::string_view rules_hash) {
    Result<Xapian::WritableDatabase> database = open_for_writing(folder);
    if (!database) {
        return database.error();
    }
    auto parts = std::make_unique<Parts>();
    parts->folder = folder;
    parts->rules_hash = rules_hash;
    parts->database = std::move(*database);
    return IndexWriter(std::move(parts));
}

bool IndexWriter::is_current(const Article& article) const {
    const Result<bool> is_same =
        guarded(parts_->folder, IndexAccess::Reading, [this, &article]() -> Result<bool> {
            const Xapian::docid id = find_document(parts_->database, article.id);
            return id != 0 &&
                   is_state_of(parts_->database, id, state_of(article, parts_->rules_hash));
        });
    // Where it cannot be read it is not known to be current; `put` meets the same failure.
    return is_same && *is_same;
}

Result<PutOutcome> IndexWriter::put(const Article& article, const std::vector<Fact>& facts) {
    Parts& parts = *parts_;
    const auto write = [&parts, &article, &facts]() -> Result<PutOutcome> {
        const std::string state = state_of(article, parts.rules_hash);
        const Xapian::docid id = find_document(parts.database, article.id);
        if (id != 0 && is_state_of(parts.database, id, state)) {
            return PutOutcome::Unchanged;
        }
        const Xapian::Document document = make_document(article, facts, state, parts.stemmer);
        if (id == 0) {
            parts.database.add_document(document);
        } else {
            parts.database.replace_document(id, document);
        }
        return id == 0 ? PutOutcome::Added : PutOutcome::Replaced;
    };
    Result<PutOutcome> outcome = guarded(parts.folder, IndexAccess::Writing, write);
    if (!outcome || *outcome == PutOutcome::Unchanged) {
        return outcome;
    }
    ++parts.pending_articles;
    parts.pending_bytes += article.text.size();
    if (parts.pending_articles >= kBatchArticles || parts.pending_bytes >= kBatchBytes) {
        if (const Result<Done> done = commit(); !done) {
            return done.error();
        }
    }
    return outcome;
}

Result<bool> IndexWriter::remove(std::string_view article_id) {
    return guarded(parts_->folder, IndexAccess::Writing, [this, article_id]() -> Result<bool> {
        const Xapian::docid id = find_document(parts_->database, article_id);
        if (id == 0) {
            return false;
        }
        parts_->database.delete_document(id);
        return true;
    });
}

Result<Done> IndexWriter::commit() {
    Parts& parts = *parts_;
    return guarded(parts.folder, IndexAccess::Writing, [&parts]() -> Result<Done> {
        parts.database.set_metadata(schema::kMetaRules, parts.rules_hash);
        parts.database.commit();
        parts.pending_articles = 0;
        parts.pending_bytes = 0;
        return Done{};
    });
}

}  // namespace atodds
