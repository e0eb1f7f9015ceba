#include "index/stored_records.hpp"

#include "index/schema.hpp"

#include <fmt/format.h>

namespace atodds {
namespace {

std::string key_of(std::uint32_t dictionary_id) {
    return fmt::format("{}{}", schema::kMetaDictionary, dictionary_id);
}

}  // namespace

Error damaged_record(std::string message) {
    return {ErrorCode::IndexDamaged,
            std::move(message),
            {},
            "delete the index and rebuild with: atodds index PATH... --index DIR"};
}

SharedDictionary stored_dictionary(const Xapian::Database& database) {
    const Xapian::TermIterator first = database.metadata_keys_begin(schema::kMetaDictionary);
    return first == database.metadata_keys_end(schema::kMetaDictionary)
               ? nullptr
               : PackDictionary::of(database.get_metadata(*first));
}

std::map<std::string, std::string> stored_dictionaries(const Xapian::Database& database) {
    std::map<std::string, std::string> found;
    for (Xapian::TermIterator it = database.metadata_keys_begin(schema::kMetaDictionary);
         it != database.metadata_keys_end(schema::kMetaDictionary); ++it) {
        found.emplace(*it, database.get_metadata(*it));
    }
    return found;
}

std::string RecordWriter::pack(Xapian::WritableDatabase& database, std::uint64_t sequence,
                               std::string_view record) {
    source_->offer(sequence, record);
    const SharedDictionary dictionary = source_->dictionary();
    if (dictionary && dictionary->id() != stored_id_) {
        database.set_metadata(key_of(dictionary->id()), dictionary->bytes());
        stored_id_ = dictionary->id();
    }
    return packer_.pack(record, dictionary.get());
}

SharedDictionary RecordReader::dictionary_of(std::size_t shard, std::uint32_t id) {
    const auto [place, is_new] = dictionaries_.try_emplace({shard, id});
    if (!place->second) {
        SharedDictionary found = PackDictionary::of(shards_[shard].get_metadata(key_of(id)));
        place->second = found && found->id() == id ? std::move(found) : nullptr;
    }
    return place->second;
}

Result<std::string> RecordReader::record_of(Xapian::docid number) {
    // How Xapian numbers the documents of several databases (Database::add_database).
    const auto shards = static_cast<Xapian::docid>(shards_.size());
    const std::size_t shard = (number - 1) % shards;
    const std::string packed =
        shards_[shard].get_document((number - 1) / shards + 1, Xapian::DOC_ASSUME_VALID).get_data();
    const std::uint32_t id = dictionary_id_of(packed);
    const SharedDictionary dictionary = id == 0 ? nullptr : dictionary_of(shard, id);
    if (id != 0 && !dictionary) {
        return damaged_record(fmt::format("needs dictionary {}, which the index lacks", id));
    }
    std::optional<std::string> record = unpacker_.unpack(packed, dictionary.get());
    return record ? Result<std::string>(std::move(*record)) : damaged_record("cannot be read");
}

}  // namespace atodds
