#pragma once
// What IndexWriter and IndexReader hold. Included by src/index/ only.

#include "index/fact_index.hpp"
#include "index/terms.hpp"

#include <xapian.h>

#include <cstddef>
#include <string>

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
    std::string place;  ///< for messages: the first of the places
    /// Reading moves cursors and may open the database anew: not for several threads at once.
    Xapian::Database database;
};

/// Id of the document that holds the article; 0 where there is none. May throw Xapian::Error.
Xapian::docid find_document(const Xapian::Database& database, std::string_view article_id);

}  // namespace atodds
