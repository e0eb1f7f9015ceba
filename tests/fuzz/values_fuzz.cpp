// Any bytes as a text with values: mentions are in order, inside the text, do not overlap, keep
// their amount inside the expression and never cut a character of sound UTF-8.

#include "base/assert.hpp"
#include "base/utf8.hpp"
#include "values/value_reader.hpp"

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace {

bool is_boundary(std::string_view text, std::uint32_t at) {
    return at == text.size() || (static_cast<unsigned char>(text[at]) & 0xC0U) != 0x80U;
}

void check(std::string_view text, bool is_utf8, const atodds::ReadValuesOptions& options) {
    std::uint32_t last = 0;
    for (const atodds::ValueMention& mention : atodds::read_values(text, options)) {
        ATODDS_ASSERT(mention.span.begin >= last, "mentions are in order and do not overlap");
        ATODDS_ASSERT(!mention.span.is_empty(), "no mention is empty");
        ATODDS_ASSERT(mention.span.end <= text.size(), "mentions are inside the text");
        ATODDS_ASSERT(mention.span.contains(mention.core), "the amount is part of the expression");
        if (is_utf8) {
            ATODDS_ASSERT(
                is_boundary(text, mention.span.begin) && is_boundary(text, mention.span.end),
                "a mention is whole characters");
        }
        for (const atodds::ByteSpan claimed : options.claimed) {
            ATODDS_ASSERT(!mention.core.overlaps(claimed), "nothing is read inside a name");
        }
        last = mention.span.end;
    }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string_view text(reinterpret_cast<const char*>(data), size);
    const bool is_utf8 = !atodds::find_bad_utf8(text);
    check(text, is_utf8, {});
    check(text, is_utf8, {.reference_day = atodds::parse_iso_day("2025-08-13")});
    const auto third = static_cast<std::uint32_t>(size / 3);
    const atodds::ByteSpan claimed[] = {{third, 2 * third}};
    check(text, is_utf8, {.claimed = claimed});
    return 0;
}
