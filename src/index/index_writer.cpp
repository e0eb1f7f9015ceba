#include "index/article_document.hpp"
#include "index/database.hpp"
#include "index/fact_index.hpp"
#include "index/index_folder.hpp"
#include "index/index_parts.hpp"
#include "index/prepared_article.hpp"
#include "index/schema.hpp"
#include "index/xapian_guard.hpp"

#include <utility>

namespace atodds {
namespace {

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

Result<IndexWriter> IndexWriter::open(const std::string& folder, std::string_view rules_hash,
                                      const WritePace& pace) {
    Result<Xapian::WritableDatabase> database = open_for_writing(folder);
    if (!database) {
        return database.error();
    }
    if (!folder.empty()) {
        remove_building(folder);  // a build that was killed behind its end has left it
    }
    auto parts = std::make_unique<Parts>(folder, rules_hash, pace);
    parts->database = std::move(*database);
    if (folder.empty()) {
        return IndexWriter(std::move(parts));
    }
    return guarded(folder, IndexAccess::Writing, [&parts]() -> Result<IndexWriter> {
        parts->records.emplace(
            std::make_shared<DictionarySource>(stored_dictionary(parts->database)));
        return IndexWriter(std::move(parts));
    });
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
    if (is_current(article)) {
        return PutOutcome::Unchanged;
    }
    Result<PreparedArticle> prepared = parts_->preparer.prepare(article, facts);
    return prepared ? put(std::move(*prepared)) : prepared.error();
}

Result<PutOutcome> IndexWriter::put(PreparedArticle article) {
    Parts& parts = *parts_;
    PreparedArticle::Parts& prepared = *article.parts_;
    const auto write = [&parts, &prepared]() -> Result<PutOutcome> {
        const Xapian::docid id = find_document(parts.database, prepared.article_id);
        if (id != 0 && is_state_of(parts.database, id, prepared.state)) {
            return PutOutcome::Unchanged;
        }
        prepared.document.set_data(
            parts.records ? parts.records->pack(parts.database, parts.written, prepared.record)
                          : seal_record(prepared.record));
        ++parts.written;
        if (id == 0) {
            parts.database.add_document(prepared.document);
            return PutOutcome::Added;
        }
        parts.database.replace_document(id, prepared.document);
        return PutOutcome::Replaced;
    };
    Result<PutOutcome> outcome = guarded(parts.folder, IndexAccess::Writing, write);
    if (!outcome || *outcome == PutOutcome::Unchanged) {
        return outcome;
    }
    parts.batch.add(prepared.text_bytes);
    if (parts.batch.is_full(parts.pace)) {
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
    return commit_all_of("");
}

Result<Done> IndexWriter::commit_all_of(std::string_view input) {
    Parts& parts = *parts_;
    return guarded(parts.folder, IndexAccess::Writing, [&parts, input]() -> Result<Done> {
        parts.database.set_metadata(schema::kMetaRules, parts.rules_hash);
        parts.database.set_metadata(schema::kMetaInput, std::string(input));
        parts.database.commit();
        parts.batch = {};
        return Done{};
    });
}

}  // namespace atodds
