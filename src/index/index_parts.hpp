#pragma once
// What IndexWriter and IndexReader hold. Included by src/index/ only.

#include "index/database.hpp"
#include "index/fact_index.hpp"
#include "index/prepared_article.hpp"
#include "index/schema.hpp"
#include "index/stored_records.hpp"
#include "index/terms.hpp"
#include "index/xapian_guard.hpp"

#include <xapian.h>

#include <cstddef>
#include <cstdint>
#include <functional>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

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
    std::string record;  ///< encode_article; packed when it is written
    Xapian::Document document;
};

struct IndexWriter::Parts {
    std::string folder;  ///< empty: in memory
    std::string rules_hash;
    Xapian::WritableDatabase database;
    ArticlePreparer preparer;
    WritePace pace;
    CommitBatch batch;
    std::optional<RecordWriter> records;  ///< none in memory
    std::uint64_t written = 0;            ///< articles, since it was opened

    Parts(std::string place, std::string_view rules, const WritePace& wanted)
        : folder(std::move(place)), rules_hash(rules), preparer(rules), pace(wanted) {}
};

struct IndexReader::Parts {
    std::string place;  ///< for messages: the names of the places; empty: in memory
    std::vector<OpenPlace> places;
    bool has_remote = false;
    /// Reading moves cursors and may open the database anew: not for several threads at once.
    Xapian::Database database;
    RecordReader records;
    /// Ids that came along with answers of servers, to spare asking for them; empty without.
    std::unordered_map<Xapian::docid, std::string> known_ids;
    std::unordered_map<std::string, Xapian::docid> known_numbers;

    /// `all` is made of `shards`.
    Parts(Xapian::Database all, std::vector<Xapian::Database> shards)
        : database(std::move(all)), records(std::move(shards)) {}

    void note(Xapian::docid number, const std::string& id);
    void forget();

    // What follows may throw Xapian::Error.

    /// Number of the document that holds the article; 0 where there is none.
    Xapian::docid document_of(std::string_view id) const;

    /// The ids of articles, as many and in this order. From a server one by one, but each only
    /// once; else by one walk over the slot, which reads a third of the blocks.
    std::vector<std::string> ids_by_document(std::span<const ArticleNumber> numbers) const;
    std::vector<std::string> ids_by_slot(std::span<const ArticleNumber> numbers) const;

    /// How many articles hold each of the terms.
    std::vector<std::uint32_t> frequencies_of(std::span<const std::string> terms) const;
    /// Who holds each of the terms, ascending.
    std::vector<std::vector<ArticleNumber>> holders_of(std::span<const std::string> terms);
    /// Names the articles of the first kMostValues values of keys that at most so many hold.
    void name_holders(std::span<KeyHolders> keys, std::uint32_t most);

    /// Hands each document that has a value in `slot`, with the value, to `take`, in no order. With
    /// a remote place it holds all values at once.
    void walk_slot(
        schema::Slot slot,
        const std::function<void(Xapian::docid document, const std::string& value)>& take) const;

    template <typename Work>
    auto read(Work&& work) -> decltype(work()) {
        std::optional<BrokenPipeHold> hold;
        if (has_remote) {
            hold.emplace();
        }
        int runs = 0;
        return guarded_read(database, place, [&] {
            if (runs++ > 0) {
                forget();  // The database was opened anew.
            }
            return work();
        });
    }
};

/// Id of the document that holds the article; 0 where there is none. May throw Xapian::Error.
Xapian::docid find_document(const Xapian::Database& database, std::string_view article_id);

}  // namespace atodds
