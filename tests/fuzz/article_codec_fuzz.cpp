// Any bytes as a stored record: what is accepted goes out and comes back the same.

#include "base/assert.hpp"
#include "index/article_codec.hpp"

#include <cstddef>
#include <cstdint>
#include <string_view>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string_view bytes(reinterpret_cast<const char*>(data), size);
    const auto article = atodds::decode_article(bytes);
    if (article) {
        const auto back = atodds::decode_article(atodds::encode_article(*article));
        ATODDS_ASSERT(back && *back == *article, "an article survives a round trip");
    }
    return 0;
}
