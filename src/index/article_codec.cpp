#include "index/article_codec.hpp"

#include "index/byte_codec.hpp"

#include <algorithm>
#include <cstdint>
#include <utility>
#include <vector>

// A record: version, id, text, the other fields. `pack_article` lists them once for both ways;
// `Codec` is Packer or Unpacker, and the article const for the one and not for the other. The last
// enumerator of each enum stands beside its field: with a new enumerator behind it the compiler
// does not complain, but the round trip of random articles in tests/unit/index does.

namespace atodds {
namespace {

template <typename Codec, typename Interval>
void pack_interval(Codec& codec, Interval& interval) {
    codec.field(interval.from);
    codec.field(interval.to);
}

template <typename Codec, typename Strings>
void pack_strings(Codec& codec, Strings& strings) {
    codec.list(strings, [&codec](auto& text) { codec.field(text); });
}

/// A stretch of the text whose bytes are blanks in the reading.
struct Blanked {
    ByteSpan span;
};

/// The stretches, or nothing where the reading differs in another way.
std::optional<std::vector<Blanked>> find_blanked(std::string_view text, std::string_view reading) {
    std::vector<Blanked> stretches;
    if (text.size() != reading.size()) {
        return std::nullopt;
    }
    for (std::uint32_t at = 0; at < text.size(); ++at) {
        if (text[at] == reading[at]) {
            continue;
        }
        if (reading[at] != ' ') {
            return std::nullopt;
        }
        if (stretches.empty() || stretches.back().span.end != at) {
            stretches.push_back({{at, at}});
        }
        stretches.back().span.end = at + 1;
    }
    return stretches;
}

void pack_reading(Packer& packer, const Article& article) {
    const std::optional<std::vector<Blanked>> blanked = find_blanked(article.text, article.reading);
    packer.field(blanked.has_value());
    if (blanked) {
        std::uint32_t last = 0;
        packer.list(*blanked, [&packer, &last](const Blanked& stretch) {
            packer.near(stretch.span, last);
            last = stretch.span.end;
        });
    } else {
        packer.field(article.reading);
    }
}

void pack_reading(Unpacker& unpacker, Article& article) {
    bool is_blanked = false;
    unpacker.field(is_blanked);
    if (!is_blanked) {
        unpacker.field(article.reading);
        return;
    }
    std::vector<Blanked> blanked;
    std::uint32_t last = 0;
    unpacker.list(blanked, [&unpacker, &last](Blanked& stretch) {
        unpacker.near(stretch.span, last);
        last = stretch.span.end;
    });
    article.reading = article.text;
    last = 0;
    for (const Blanked& stretch : blanked) {
        // In order, or a hostile record could have the same bytes blanked without end.
        if (stretch.span.begin < last || stretch.span.end < stretch.span.begin ||
            stretch.span.end > article.reading.size()) {
            break;
        }
        last = stretch.span.end;
        std::fill(article.reading.begin() + stretch.span.begin,
                  article.reading.begin() + stretch.span.end, ' ');
    }
}

template <typename Codec, typename ArticleLike>
void pack_article(Codec& codec, ArticleLike& article) {
    codec.field(article.id);
    codec.field(article.text);
    codec.field(article.path);
    codec.field(article.source);
    codec.field(article.url);
    codec.field(article.title);
    pack_strings(codec, article.authors);
    codec.field(article.published);
    codec.field(article.updated);
    pack_interval(codec, article.date_bounds);
    std::uint32_t last = 0;
    codec.list(article.blocks, [&codec, &last](auto& block) {
        codec.choice(block.kind, BlockKind::Foreign);
        codec.near(block.span, last);
        last = block.span.end;
        codec.field(block.reason);
    });
    pack_reading(codec, article);
}

}  // namespace

std::string encode_article(const Article& article) {
    std::string bytes;
    Packer packer(bytes);
    packer.number(kCodecVersion);
    pack_article(packer, article);
    return bytes;
}

std::optional<Article> decode_article(std::string_view bytes) {
    Unpacker unpacker(bytes);
    if (unpacker.number() != kCodecVersion) {
        return std::nullopt;
    }
    Article article;
    pack_article(unpacker, article);
    return unpacker.is_good() && unpacker.is_at_end() ? std::optional(std::move(article))
                                                      : std::nullopt;
}

}  // namespace atodds
