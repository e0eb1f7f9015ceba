// Any bytes as a stored record: what is accepted goes out and comes back the same.

#include "base/assert.hpp"
#include "index/fact_codec.hpp"

#include <cstddef>
#include <cstdint>
#include <string_view>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string_view bytes(reinterpret_cast<const char*>(data), size);
    const auto stored = atodds::decode_stored(bytes);
    if (stored) {
        const std::string again = atodds::encode_stored(stored->article, stored->facts);
        const auto back = atodds::decode_stored(again);
        ATODDS_ASSERT(back, "what was decoded can be stored again");
        ATODDS_ASSERT(back->article == stored->article, "the article survives a round trip");
        ATODDS_ASSERT(back->facts == stored->facts, "the facts survive a round trip");
        for (const atodds::Fact& fact : stored->facts) {
            for (const std::string& key : atodds::key_terms(fact)) {
                const auto facts = atodds::decode_facts_of(again, key);
                ATODDS_ASSERT(facts && !facts->empty(), "a fact is found by its key");
            }
        }
    }
    return 0;
}
