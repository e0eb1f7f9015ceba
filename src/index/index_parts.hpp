#pragma once
// What IndexWriter and IndexReader hold. Included by src/index/ only.

#include "index/database.hpp"
#include "index/fact_index.hpp"
#include "index/schema.hpp"
#include "index/terms.hpp"
#include "index/xapian_guard.hpp"

#include <xapian.h>

#include <cstddef>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

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
    std::string place;  ///< for messages: the names of the places; empty: in memory
    std::vector<OpenPlace> places;
    bool has_remote = false;
    /// Reading moves cursors and may open the database anew: not for several threads at once.
    Xapian::Database database;
    /// May throw nothing: failures are in the result.
    Result<TermHolders> holders(const std::string& term, std::uint32_t most);

    /// Hands each document that has a value in `slot`, with the value, to `take`, in no order. With
    /// a remote place it holds all values at once. May throw Xapian::Error.
    void walk_slot(
        schema::Slot slot,
        const std::function<void(Xapian::docid document, const std::string& value)>& take) const;

    template <typename Work>
    auto read(Work&& work) -> decltype(work()) {
        std::optional<BrokenPipeHold> hold;
        if (has_remote) {
            hold.emplace();
        }
        return guarded_read(database, place, std::forward<Work>(work));
    }
};

/// Id of the document that holds the article; 0 where there is none. May throw Xapian::Error.
Xapian::docid find_document(const Xapian::Database& database, std::string_view article_id);

}  // namespace atodds
