#include "index/record_packing.hpp"

#include "support/made_records.hpp"

#include <doctest/doctest.h>

#include <algorithm>

using namespace atodds;

namespace {

/// Learned from made records, offered in the order of `first`, `first` + 1, ... round to the start.
SharedDictionary learned(std::size_t first = 0) {
    DictionarySource source;
    for (std::size_t i = 0; i < DictionarySource::kLearnedFrom; ++i) {
        const std::size_t sequence = (first + i) % DictionarySource::kLearnedFrom;
        source.offer(sequence, made_record(sequence));
    }
    return source.dictionary();
}

}  // namespace

TEST_CASE("a record comes back as it was packed, with a dictionary and without") {
    const SharedDictionary dictionary = learned();
    REQUIRE(dictionary);
    RecordPacker packer;
    RecordUnpacker unpacker;
    for (const std::string& record :
         {std::string(), std::string("x"), std::string("\xff"), std::string(500'000, 'a'),
          made_record(7), made_record(9'000)}) {
        CAPTURE(record.size());
        const std::string alone = packer.pack(record, nullptr);
        CHECK(unpacker.unpack(alone, nullptr) == record);
        CHECK(dictionary_id_of(alone) == 0);
        const std::string with = packer.pack(record, dictionary.get());
        CHECK(unpacker.unpack(with, dictionary.get()) == record);
        CHECK(unpacker.unpack(seal_record(record), nullptr) == record);
    }
}

TEST_CASE("a dictionary takes more off than a frame by itself") {
    const SharedDictionary dictionary = learned();
    REQUIRE(dictionary);
    RecordPacker packer;
    const std::string record = made_record(9'000);
    const std::string alone = packer.pack(record, nullptr);
    const std::string with = packer.pack(record, dictionary.get());
    CHECK(alone.size() < record.size());
    CHECK(with.size() < alone.size() * 8 / 10);
    CHECK(dictionary_id_of(with) == dictionary->id());
}

TEST_CASE("what a dictionary holds depends on the first records, not on their order") {
    const SharedDictionary forward = learned();
    const SharedDictionary shifted = learned(100);
    REQUIRE(forward);
    REQUIRE(shifted);
    CHECK(forward->bytes() == shifted->bytes());
    CHECK(forward->id() == shifted->id());
}

TEST_CASE("nothing is learned before the first records are complete, or from what comes later") {
    DictionarySource source;
    for (std::size_t i = 1; i < DictionarySource::kLearnedFrom; ++i) {
        source.offer(i, made_record(i));
        source.offer(i + DictionarySource::kLearnedFrom, made_record(i));
    }
    CHECK_FALSE(source.dictionary());
    source.offer(0, made_record(0));
    REQUIRE(source.dictionary());
    CHECK(source.dictionary()->bytes() == learned()->bytes());
}

TEST_CASE("a dictionary that is there is kept") {
    DictionarySource source(learned());
    const std::uint32_t id = source.dictionary()->id();
    for (std::size_t i = 0; i < DictionarySource::kLearnedFrom; ++i) {
        source.offer(i, made_record(i + 5'000));
    }
    CHECK(source.dictionary()->id() == id);
}

TEST_CASE("records that are all alike, or empty, teach nothing and break nothing") {
    for (const char* record : {"", "same"}) {
        CAPTURE(record);
        DictionarySource source;
        for (std::size_t i = 0; i < DictionarySource::kLearnedFrom; ++i) {
            source.offer(i, record);
        }
        RecordPacker packer;
        RecordUnpacker unpacker;
        const SharedDictionary dictionary = source.dictionary();
        const std::string packed = packer.pack(made_record(1), dictionary.get());
        CHECK(unpacker.unpack(packed, dictionary.get()) == made_record(1));
    }
}

TEST_CASE("a changed byte of a packed record is noticed") {
    const SharedDictionary dictionary = learned();
    REQUIRE(dictionary);
    RecordPacker packer;
    RecordUnpacker unpacker;
    const std::string record = made_record(9'000);
    for (const std::string& packed : {seal_record(record), packer.pack(record, nullptr),
                                      packer.pack(record, dictionary.get())}) {
        for (std::size_t at = 0; at < packed.size(); ++at) {
            CAPTURE(at);
            std::string changed = packed;
            changed[at] = static_cast<char>(changed[at] ^ 1);
            const auto* needed = dictionary_id_of(changed) == 0 ? nullptr : dictionary.get();
            const std::optional<std::string> back = unpacker.unpack(changed, needed);
            // Some bits of a frame's header say nothing about what it holds.
            CHECK((!back || *back == record));
        }
        for (std::size_t size = 0; size < packed.size(); ++size) {
            CAPTURE(size);
            CHECK_FALSE(unpacker.unpack(packed.substr(0, size), dictionary.get()));
        }
    }
}

TEST_CASE("without its dictionary, or with another, a record gives nothing") {
    const SharedDictionary dictionary = learned();
    DictionarySource source;
    for (std::size_t i = 0; i < DictionarySource::kLearnedFrom; ++i) {
        source.offer(i, made_record(i + 20'000));
    }
    REQUIRE(dictionary);
    REQUIRE(source.dictionary());
    REQUIRE(source.dictionary()->id() != dictionary->id());
    RecordPacker packer;
    RecordUnpacker unpacker;
    const std::string packed = packer.pack(made_record(3), dictionary.get());
    CHECK_FALSE(unpacker.unpack(packed, nullptr));
    CHECK_FALSE(unpacker.unpack(packed, source.dictionary().get()));
}

TEST_CASE("a frame that claims to hold more than it can reserves no memory") {
    // A frame header of one segment with a size of eight bytes (RFC 8878, section 3.1.1.1): 2^62
    // bytes; then an empty last block, and a seal.
    std::string packed = "\xE0";
    packed += std::string(7, '\0') + '\x40';
    packed += std::string("\x01\0\0", 3) + "seal";
    RecordUnpacker unpacker;
    CHECK_FALSE(unpacker.unpack(packed, nullptr));
}

TEST_CASE("bytes that are no dictionary are none") {
    CHECK_FALSE(PackDictionary::of(""));
    CHECK_FALSE(PackDictionary::of("abc"));
    CHECK_FALSE(PackDictionary::of(std::string(10'000, 'a')));
    const SharedDictionary dictionary = learned();
    REQUIRE(dictionary);
    CHECK(PackDictionary::of(dictionary->bytes())->id() == dictionary->id());
    CHECK_FALSE(PackDictionary::of(dictionary->bytes().substr(0, 60)));
}
