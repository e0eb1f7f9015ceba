#pragma once
// Records of articles as they lie in the index: compressed by zstd and sealed. Articles of one
// index begin alike, name the same places and use the same words, but each is too short to show it
// to a compressor: a dictionary learned from the first of them takes a third off. A frame names its
// dictionary; the index holds it. Any bytes may come in: what is damaged is noticed.

#include <cstddef>
#include <cstdint>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace atodds {

/// What zstd makes of a dictionary. May be used by several threads at once.
class PackDictionary {
  public:
    /// Nothing where the bytes are no dictionary of zstd.
    static std::shared_ptr<const PackDictionary> of(std::string bytes);
    ~PackDictionary();
    PackDictionary(const PackDictionary&) = delete;
    PackDictionary& operator=(const PackDictionary&) = delete;

    /// Never 0; made from what the dictionary holds.
    std::uint32_t id() const;
    const std::string& bytes() const;

  private:
    friend class RecordPacker;
    friend class RecordUnpacker;
    struct Parts;
    explicit PackDictionary(std::unique_ptr<Parts> parts);
    std::unique_ptr<Parts> parts_;
};

using SharedDictionary = std::shared_ptr<const PackDictionary>;

/// The dictionary that an index has, or gets from its first records. For several threads.
class DictionarySource {
  public:
    /// So many records are learned from; indexes of fewer articles have no dictionary. Measured on
    /// articles of 3 KB: 256 pack 1 % worse, 1,024 no better and take twice the time to learn.
    static constexpr std::size_t kLearnedFrom = 512;

    /// `known` is what the index holds already; without one a dictionary is learned.
    explicit DictionarySource(SharedDictionary known = nullptr);

    /// Takes note of the `sequence`th record that goes into the index. The one that completes the
    /// first kLearnedFrom learns the dictionary, which takes a fifth of a second; what it holds
    /// depends on those records only, whichever thread brings them in whichever order. Requires:
    /// each number once.
    void offer(std::uint64_t sequence, std::string_view record);

    /// Nothing as long as there is none.
    SharedDictionary dictionary() const;

  private:
    mutable std::mutex mutex_;
    SharedDictionary dictionary_;
    std::vector<std::string> samples_;  ///< by sequence; empty once they were learned from
    std::size_t offered_ = 0;
};

/// Packs records; keeps the memory that zstd works in. For one thread.
class RecordPacker {
  public:
    RecordPacker();
    ~RecordPacker();
    RecordPacker(RecordPacker&&) noexcept;
    RecordPacker& operator=(RecordPacker&&) noexcept;

    std::string pack(std::string_view record, const PackDictionary* dictionary);

  private:
    struct Parts;
    std::unique_ptr<Parts> parts_;
};

/// The record as it is, but sealed: for an index in memory.
std::string seal_record(std::string_view record);

/// Id of the dictionary that is needed to unpack the record; 0 where none is.
std::uint32_t dictionary_id_of(std::string_view packed);

/// Unpacks records. For one thread.
class RecordUnpacker {
  public:
    RecordUnpacker();
    ~RecordUnpacker();
    RecordUnpacker(RecordUnpacker&&) noexcept;
    RecordUnpacker& operator=(RecordUnpacker&&) noexcept;

    /// Nothing where a byte of it was changed. Requires: the dictionary that dictionary_id_of
    /// names, or another: then it gives nothing.
    std::optional<std::string> unpack(std::string_view packed, const PackDictionary* dictionary);

  private:
    struct Parts;
    std::unique_ptr<Parts> parts_;
};

}  // namespace atodds
