#pragma once
// What an index holds, in one table: term prefixes, value slots, metadata keys. Slots and prefixes
// are never reused (gone: H, fingerprints of text); a change of meaning, of the codec or of key
// terms raises kSchemaNumber, and an index of another number asks to be rebuilt.

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>

namespace atodds::schema {

inline constexpr std::uint32_t kSchemaNumber = 5;

/// One capital each, so that no colon stands between prefix and word (Xapian's convention).
struct Prefix {
    char letter;
    std::string_view name;  ///< what stands in front of the colon in a query; empty: not asked for
    std::string_view holds;
};

inline constexpr Prefix kArticleId{'Q', "id", "article id, unique in an index"};
inline constexpr Prefix kFactKey{'K', "", "key and value of a fact (stored_keys)"};
inline constexpr Prefix kKeySample{'P', "", "the same, of one article in kSampleEvery"};
inline constexpr Prefix kEntity{'E', "entity", "entity id of a fact's slot or value"};
inline constexpr Prefix kRule{'F', "fact", "declared rule that read a fact"};
inline constexpr Prefix kSource{'S', "source", "publisher as stated"};
inline constexpr Prefix kStem{'Z', "", "stem of a content word of title or body"};

inline constexpr std::array kPrefixes = {kArticleId, kFactKey, kKeySample, kEntity,
                                         kRule,      kSource,  kStem};

/// Articles whose id hashes to a multiple of this carry their keys twice: evidence of a popular key
/// is chosen among them, and so does not depend on document numbers.
inline constexpr std::uint32_t kSampleEvery = 64;

/// Size of the blocks of a packed index. Records and term lists are a kilobyte each: in Xapian's
/// default of 8,192 they leave more room unused. Measured on 4,000 articles of 3 KB: 2,048 take
/// 16.5 MB, 4,096 take 16.5, 8,192 take 17.1, 16,384 take 16.6.
inline constexpr int kBlockBytes = 4096;

/// Value slots. All hold text; dates are ISO days, so byte order is time order.
enum Slot : std::uint32_t {
    kSlotPublished = 0,
    kSlotSource = 1,  ///< not used
    kSlotArticleId = 2,
    kSlotState = 3,  ///< hash of content hash and rules hash: the same for "unchanged"
    kSlotFactCount = 4,
    kSlotTextBytes = 5,
};

inline constexpr std::array<std::uint32_t, 6> kSlots = {
    kSlotPublished, kSlotSource, kSlotArticleId, kSlotState, kSlotFactCount, kSlotTextBytes};

inline constexpr const char* kMetaSchema = "atodds-schema";
inline constexpr const char* kMetaRules = "atodds-rules";  ///< hash of the rules last used
/// Which shards were merged into it; absent where it was built otherwise.
inline constexpr const char* kMetaMerged = "atodds-merged";
/// What the last run read, all of which is in (InputRecord); empty where a run did not end.
inline constexpr const char* kMetaInput = "atodds-input";
/// With the id of a dictionary of zstd behind it: what records of that id are unpacked with. Merged
/// shards bring theirs along.
inline constexpr const char* kMetaDictionary = "atodds-dictionary-";

constexpr bool has_unique_prefixes() {
    for (std::size_t i = 0; i < kPrefixes.size(); ++i) {
        for (std::size_t j = 0; j < i; ++j) {
            const bool is_same_name =
                !kPrefixes[i].name.empty() && kPrefixes[i].name == kPrefixes[j].name;
            if (kPrefixes[i].letter == kPrefixes[j].letter || is_same_name) {
                return false;
            }
        }
        if (kPrefixes[i].letter < 'A' || kPrefixes[i].letter > 'Z') {
            return false;
        }
    }
    return true;
}

constexpr bool has_numbered_slots() {
    for (std::size_t i = 0; i < kSlots.size(); ++i) {
        if (kSlots[i] != i) {
            return false;
        }
    }
    return true;
}

static_assert(has_unique_prefixes(), "two prefixes share a letter or a name");
static_assert(has_numbered_slots(), "slots are numbered from 0 in the order of the table");

}  // namespace atodds::schema
