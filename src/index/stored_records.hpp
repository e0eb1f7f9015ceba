#pragma once
// Packed records in a database, with the dictionaries that they need in its metadata. Included by
// src/index/ only. What is declared here may throw Xapian::Error.

#include "base/result.hpp"
#include "index/record_packing.hpp"

#include <xapian.h>

#include <cstdint>
#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace atodds {

/// The dictionary of the database with the first key in byte order; nothing where it has none.
SharedDictionary stored_dictionary(const Xapian::Database& database);

/// Every dictionary of the database, by its metadata key.
std::map<std::string, std::string> stored_dictionaries(const Xapian::Database& database);

/// A record that does not say what it should; the message goes on behind the name of the article.
Error damaged_record(std::string message);

/// Packs records for one database after another.
class RecordWriter {
  public:
    explicit RecordWriter(std::shared_ptr<DictionarySource> source) : source_(std::move(source)) {}

    /// What follows goes to another database.
    void begin_database() { stored_id_ = 0; }

    /// The `sequence`th record of the index as document data; the dictionary it needs is put into
    /// the metadata of `database`.
    std::string pack(Xapian::WritableDatabase& database, std::uint64_t sequence,
                     std::string_view record);

  private:
    std::shared_ptr<DictionarySource> source_;
    RecordPacker packer_;
    std::uint32_t stored_id_ = 0;  ///< of the dictionary that the database has from here
};

/// Reads records of a database of one or several shards; asks each shard for a dictionary once,
/// when the first record needs it.
class RecordReader {
  public:
    /// The shards, in the order in which they were added to the database.
    explicit RecordReader(std::vector<Xapian::Database> shards) : shards_(std::move(shards)) {}

    /// The record of document `number` of all shards. Fails with IndexDamaged, without a place.
    Result<std::string> record_of(Xapian::docid number);

  private:
    SharedDictionary dictionary_of(std::size_t shard, std::uint32_t id);

    std::vector<Xapian::Database> shards_;
    std::map<std::pair<std::size_t, std::uint32_t>, SharedDictionary> dictionaries_;
    RecordUnpacker unpacker_;
};

}  // namespace atodds
