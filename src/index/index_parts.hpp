#pragma once
// What IndexWriter and IndexReader hold. Included by src/index/ only.

#include "index/fact_index.hpp"
#include "index/prepared_article.hpp"
#include "index/terms.hpp"
#include "index/xapian_guard.hpp"

#include <xapian.h>

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>

namespace atodds {

/// What was written since the last commit.
struct CommitBatch {
    std::uint64_t articles = 0;
    std::uint64_t bytes = 0;  ///< of text

    void add(std::size_t text_bytes) {
        ++articles;
        bytes += text_bytes;
    }

    bool is_full(const WritePace& pace) const {
        return articles >= pace.commit_articles || bytes >= pace.commit_bytes;
    }
};

struct PreparedArticle::Parts {
    std::string article_id;
    std::string state;  ///< state_of
    std::size_t text_bytes = 0;
    Xapian::Document document;
};

struct IndexWriter::Parts {
    std::string folder;  ///< empty: in memory
    std::string rules_hash;
    Xapian::WritableDatabase database;
    ArticlePreparer preparer;
    WritePace pace;
    CommitBatch batch;

    Parts(std::string place, std::string_view rules, const WritePace& wanted)
        : folder(std::move(place)), rules_hash(rules), preparer(rules), pace(wanted) {}
};

struct IndexReader::Parts {
    std::string place;  ///< for messages: the first of the places; empty: in memory
    /// Reading moves cursors and may open the database anew: not for several threads at once.
    Xapian::Database database;
    /// Document data read lately: unpacking them is nearly all of a key look-up, and a report asks
    /// for one article once for each of its keys. Not used in memory, where they can change.
    std::unordered_map<Xapian::docid, std::string> cached_data;
    std::size_t cached_bytes = 0;

    /// The data of a document; the reference holds until the next call. May throw Xapian::Error.
    const std::string& data_of(Xapian::docid id);

    void forget() {
        cached_data.clear();
        cached_bytes = 0;
    }

    template <typename Work>
    auto read(Work&& work) -> decltype(work()) {
        return guarded_read(database, place, std::forward<Work>(work), [this] { forget(); });
    }
};

/// Id of the document that holds the article; 0 where there is none. May throw Xapian::Error.
Xapian::docid find_document(const Xapian::Database& database, std::string_view article_id);

}  // namespace atodds
