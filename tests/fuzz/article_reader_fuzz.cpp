// Any bytes as an article of any format: blocks stand in order inside the text, the reading is as
// long as the text, and nothing that is not UTF-8 gets through.

#include "base/assert.hpp"
#include "base/utf8.hpp"
#include "ingest/article_reader.hpp"

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace {

void check(const atodds::Article& article) {
    ATODDS_ASSERT(!atodds::find_bad_utf8(article.text), "the text is UTF-8");
    ATODDS_ASSERT(!atodds::find_bad_utf8(article.reading), "the reading is UTF-8");
    ATODDS_ASSERT(article.reading.size() == article.text.size(), "the reading keeps all offsets");
    ATODDS_ASSERT(!article.content_hash.empty(), "every article has a hash");
    std::uint32_t last = 0;
    for (const atodds::Block& block : article.blocks) {
        ATODDS_ASSERT(block.span.begin >= last, "blocks are in order");
        ATODDS_ASSERT(!block.span.is_empty(), "no block is empty");
        ATODDS_ASSERT(block.span.end <= article.text.size(), "blocks are inside the text");
        ATODDS_ASSERT(atodds::is_prose(block.kind) == block.reason.empty() ||
                          block.kind == atodds::BlockKind::FrontMatter,
                      "what is quarantined has a reason");
        last = block.span.end;
    }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string_view bytes(reinterpret_cast<const char*>(data), size);
    for (const auto format : {atodds::ArticleFormat::Text, atodds::ArticleFormat::Markdown,
                              atodds::ArticleFormat::JsonLines}) {
        atodds::Diagnostics diagnostics;
        const auto articles = atodds::parse_articles(bytes, "fuzz", format, diagnostics);
        if (articles) {
            for (const atodds::Article& article : *articles) {
                check(article);
            }
        }
    }
    return 0;
}
