#pragma once
// What IndexWriter and IndexReader hold. Included by src/index/ only.

#include "index/fact_index.hpp"
#include "index/terms.hpp"
#include "index/xapian_guard.hpp"

#include <xapian.h>

#include <cstddef>
#include <string>
#include <string_view>
#include <utility>

namespace atodds {

struct IndexWriter::Parts {
    std::string folder;  ///< empty: in memory
    std::string rules_hash;
    Xapian::WritableDatabase database;
    WordStemmer stemmer;
    std::size_t pending_articles = 0;  ///< since the last commit
    std::size_t pending_bytes = 0;
};

struct IndexReader::Parts {
    std::string place;  ///< for messages: the first of the places; empty: in memory
    /// Reading moves cursors and may open the database anew: not for several threads at once.
    Xapian::Database database;
    Result<TermHolders> holders(const std::string& term, std::uint32_t most);

    template <typename Work>
    auto read(Work&& work) -> decltype(work()) {
        return guarded_read(database, place, std::forward<Work>(work));
    }
};

/// Id of the document that holds the article; 0 where there is none. May throw Xapian::Error.
Xapian::docid find_document(const Xapian::Database& database, std::string_view article_id);

}  // namespace atodds
