#include "index/fact_codec.hpp"

#include "base/hash.hpp"
#include "index/byte_codec.hpp"

#include <fmt/format.h>

#include <algorithm>

// A record: version, id, text, the rest of the article as one sized string, number of facts, facts.
// A fact: number and 32-bit hashes of its keys, then its fields as one sized string; so the facts
// of one key are found without reading the others (measured: key look-ups took most of a report).
// Each `pack` below lists the fields of one type; `Codec` is Packer or Unpacker, and the value
// const for the one and not for the other. The last enumerator of each enum stands beside its
// field: with a new enumerator behind it the compiler does not complain, but the round trip of
// random facts in tests/unit/index does.

namespace atodds {
namespace {

/// What the strings of a fact are derived from.
struct Origin {
    std::string_view article;
    std::string_view text;
};

/// The slice of the text, or nothing where the span lies outside of it.
std::string_view slice_or_empty(std::string_view text, ByteSpan span) {
    return span.begin <= span.end && span.end <= text.size() ? slice(text, span)
                                                             : std::string_view();
}

template <typename Codec, typename Interval>
void pack_interval(Codec& codec, Interval& interval) {
    codec.field(interval.from);
    codec.field(interval.to);
}

template <typename Codec, typename Strings>
void pack_strings(Codec& codec, Strings& strings) {
    codec.list(strings, [&codec](auto& text) { codec.field(text); });
}

template <typename Codec, typename ValueLike>
void pack_value(Codec& codec, ValueLike& value) {
    codec.choice(value.type, ValueType::Wording);
    codec.choice(value.bound, Bound::Between);
    codec.choice(value.change, Change::Multiple);
    codec.field(value.amount);
    codec.field(value.low);
    codec.field(value.high);
    codec.field(value.low_is_in);
    codec.field(value.high_is_in);
    codec.field(value.last_digit_power);
    codec.field(value.unit);
    codec.field(value.dimension);
    codec.field(value.counted);
    codec.field(value.per);
    codec.field(value.text);
    pack_strings(codec, value.items);
    codec.list(value.dates, [&codec](auto& interval) { pack_interval(codec, interval); });
    codec.choice(value.grain, Grain::Century);
    codec.field(value.is_vague);
}

template <typename Codec, typename QualifiersLike>
void pack_qualifiers(Codec& codec, QualifiersLike& qualifiers, const Origin& origin) {
    codec.choice(qualifiers.polarity, Polarity::Negative);
    codec.choice(qualifiers.certainty, Certainty::Hypothetical);
    codec.choice(qualifiers.stance, Stance::Declines);
    codec.field(qualifiers.holder);
    codec.list(qualifiers.sources, [&codec, &origin](auto& source) {
        codec.field(source.id);
        codec.field(source.institution);
        codec.field(source.span);
        codec.derived(source.surface, slice_or_empty(origin.text, source.span));
    });
    codec.choice(qualifiers.quote, QuoteKind::Scare);
    codec.choice(qualifiers.stage, Stage::Cancelled);
    codec.choice(qualifiers.phase, Phase::Retracted);
    codec.choice(qualifiers.list, ListKind::Closed);
    pack_interval(codec, qualifiers.event_time);
    pack_interval(codec, qualifiers.report_time);
}

template <typename Codec, typename FactLike>
void pack_fact(Codec& codec, FactLike& fact, const Origin& origin) {
    codec.field(fact.rule);
    codec.field(fact.span);
    codec.field(fact.statement);
    codec.choice(fact.tier, Tier::Open);
    codec.choice(fact.block, BlockKind::Foreign);
    codec.derived(fact.article, origin.article);
    codec.derived(fact.id, fmt::format("{}#{}-{}:{}", fact.article, fact.span.begin, fact.span.end,
                                       fact.rule));
    codec.derived(fact.surface, slice_or_empty(origin.text, fact.span));
    codec.derived(fact.quote, slice_or_empty(origin.text, fact.statement));
    codec.list(fact.slots, [&codec](auto& slot) {
        codec.field(slot.slot);
        codec.field(slot.value);
        codec.field(slot.span);
    });
    pack_value(codec, fact.value);
    pack_qualifiers(codec, fact.qualifiers, origin);
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
        packer.list(*blanked, [&packer](const Blanked& stretch) { packer.field(stretch.span); });
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
    unpacker.list(blanked, [&unpacker](Blanked& stretch) { unpacker.field(stretch.span); });
    article.reading = article.text;
    std::uint32_t last = 0;
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

/// All of an article but id and text.
template <typename Codec, typename ArticleLike>
void pack_article(Codec& codec, ArticleLike& article) {
    codec.field(article.path);
    codec.field(article.source);
    codec.field(article.url);
    codec.field(article.title);
    pack_strings(codec, article.authors);
    codec.field(article.published);
    codec.field(article.updated);
    pack_interval(codec, article.date_bounds);
    codec.field(article.content_hash);
    codec.list(article.blocks, [&codec](auto& block) {
        codec.choice(block.kind, BlockKind::Foreign);
        codec.field(block.span);
        codec.field(block.reason);
    });
    pack_reading(codec, article);
}

/// The record cut into its parts; views into the bytes.
struct Parts {
    Origin origin;
    std::string_view article;
    std::uint64_t fact_count = 0;
};

bool read_parts(Unpacker& unpacker, Parts& parts) {
    if (unpacker.number() != kCodecVersion) {
        return false;
    }
    parts.origin.article = unpacker.text();
    parts.origin.text = unpacker.text();
    parts.article = unpacker.text();
    parts.fact_count = unpacker.number();
    return unpacker.is_good();
}

std::uint32_t key_hash(std::string_view key) {
    return static_cast<std::uint32_t>(hash_bytes(key));
}

/// Reads over the hashes; true where `wanted` is one of them.
bool read_hashes(Unpacker& unpacker, std::uint32_t wanted) {
    const std::uint64_t count = unpacker.number();
    bool is_found = false;
    for (std::uint64_t i = 0; i < count && unpacker.is_good(); ++i) {
        is_found = unpacker.fixed() == wanted || is_found;
    }
    return is_found;
}

bool read_fact(std::string_view bytes, const Origin& origin, Fact& fact) {
    Unpacker unpacker(bytes);
    pack_fact(unpacker, fact, origin);
    return unpacker.is_good() && unpacker.is_at_end();
}

void add_fact(Packer& packer, const Fact& fact, const Origin& origin) {
    const std::vector<std::string> keys = key_terms(fact);
    packer.number(keys.size());
    for (const std::string& key : keys) {
        packer.fixed(key_hash(key));
    }
    std::string fields;
    Packer field_packer(fields);
    pack_fact(field_packer, fact, origin);
    packer.field(fields);
}

}  // namespace

std::string encode_stored(const Article& article, std::span<const Fact> facts) {
    std::string rest;
    Packer rest_packer(rest);
    pack_article(rest_packer, article);
    std::string bytes;
    Packer packer(bytes);
    packer.number(kCodecVersion);
    packer.field(article.id);
    packer.field(article.text);
    packer.field(rest);
    packer.number(facts.size());
    const Origin origin{article.id, article.text};
    for (const Fact& fact : facts) {
        add_fact(packer, fact, origin);
    }
    return bytes;
}

std::optional<StoredArticle> decode_stored(std::string_view bytes) {
    Unpacker unpacker(bytes);
    Parts parts;
    if (!read_parts(unpacker, parts)) {
        return std::nullopt;
    }
    StoredArticle stored;
    stored.article.id = parts.origin.article;
    stored.article.text = parts.origin.text;
    Unpacker article_unpacker(parts.article);
    pack_article(article_unpacker, stored.article);
    if (!article_unpacker.is_good() || !article_unpacker.is_at_end()) {
        return std::nullopt;
    }
    for (std::uint64_t i = 0; i < parts.fact_count; ++i) {
        read_hashes(unpacker, 0);
        const std::string_view fields = unpacker.text();
        if (!unpacker.is_good() || !read_fact(fields, parts.origin, stored.facts.emplace_back())) {
            return std::nullopt;
        }
    }
    return unpacker.is_at_end() ? std::optional(std::move(stored)) : std::nullopt;
}

std::optional<std::vector<Fact>> decode_facts_of(std::string_view bytes, std::string_view key) {
    Unpacker unpacker(bytes);
    Parts parts;
    if (!read_parts(unpacker, parts)) {
        return std::nullopt;
    }
    std::vector<Fact> facts;
    const std::uint32_t wanted = key_hash(key);
    for (std::uint64_t i = 0; i < parts.fact_count && unpacker.is_good(); ++i) {
        const bool is_likely = read_hashes(unpacker, wanted);
        const std::string_view fields = unpacker.text();
        if (!is_likely || !unpacker.is_good()) {
            continue;
        }
        if (!read_fact(fields, parts.origin, facts.emplace_back())) {
            return std::nullopt;
        }
        // Two keys can share a hash of 32 bits.
        if (!std::ranges::binary_search(key_terms(facts.back()), key)) {
            facts.pop_back();
        }
    }
    if (!unpacker.is_good() || !unpacker.is_at_end()) {
        return std::nullopt;
    }
    return facts;
}

}  // namespace atodds
