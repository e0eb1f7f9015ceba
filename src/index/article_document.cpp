#include "index/article_document.hpp"

#include "base/hash.hpp"
#include "index/fact_index.hpp"
#include "index/schema.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cstdint>
#include <vector>

namespace atodds {
namespace {

constexpr std::size_t kStateBytes = 8;

/// By number, sorted, repeated as often as they occur; see stems_of.
std::vector<std::uint32_t> all_stems(const Article& article, WordStemmer& stemmer) {
    std::vector<std::uint32_t> stems;
    bool has_title = false;
    for (const Block& block : article.blocks) {
        if (is_prose(block.kind)) {
            stemmer.append_stems(slice(article.reading, block.span), stems);
            has_title = has_title || block.kind == BlockKind::Title;
        }
    }
    if (!has_title) {
        stemmer.append_stems(article.title, stems);
    }
    std::ranges::sort(stems);
    return stems;
}

void add_words(Xapian::Document& document, const Article& article, WordStemmer& stemmer) {
    stemmer.make_room();
    const std::vector<std::uint32_t> stems = all_stems(article, stemmer);
    for (auto first = stems.begin(); first != stems.end();) {
        const auto end = std::find_if(first, stems.end(),
                                      [first](std::uint32_t number) { return number != *first; });
        document.add_term(make_term(schema::kStem, stemmer.stem(*first)),
                          static_cast<Xapian::termcount>(end - first));
        first = end;
    }
}

/// Entities of slots, values and holders: what a query for an entity id should find.
void add_entities(Xapian::Document& document, const Fact& fact) {
    const auto add = [&document](const std::string& id) {
        // Names that only this article knows are found by their words.
        if (!id.empty() && id.front() != '~') {
            document.add_boolean_term(make_term(schema::kEntity, id));
        }
    };
    for (const SlotValue& slot : fact.slots) {
        // Of an open fact most slots hold words; an id in one of these is in "entity" as well.
        const bool holds_entity = fact.tier == Tier::Declared || slot.slot == "entity" ||
                                  slot.slot == "speaker" || slot.slot == "of";
        if (holds_entity) {
            add(slot.value);
        }
    }
    if (fact.value.type == ValueType::Entity) {
        add(fact.value.text);
    }
    if (fact.value.type == ValueType::EntitySet) {
        std::ranges::for_each(fact.value.items, add);
    }
    add(fact.qualifiers.holder);
}

void add_facts(Xapian::Document& document, std::string_view article_id,
               std::span<const Fact> facts) {
    const bool is_sampled = hash_bytes(article_id) % schema::kSampleEvery == 0;
    for (const Fact& fact : facts) {
        // Nearly every article has facts of each open kind: a term that finds them all finds
        // nothing.
        if (fact.tier == Tier::Declared) {
            document.add_boolean_term(make_term(schema::kRule, fact.rule));
        }
        for (const std::string& key : stored_keys(fact)) {
            document.add_boolean_term(make_term(schema::kFactKey, key));
            if (is_sampled) {
                document.add_boolean_term(make_term(schema::kKeySample, key));
            }
        }
        add_entities(document, fact);
    }
}

}  // namespace

std::vector<std::string> stems_of(const Article& article) {
    WordStemmer stemmer;
    std::vector<std::uint32_t> numbers = all_stems(article, stemmer);
    const auto repeated = std::ranges::unique(numbers);
    numbers.erase(repeated.begin(), repeated.end());
    std::vector<std::string> stems;
    for (const std::uint32_t number : numbers) {
        stems.push_back(stemmer.stem(number));
    }
    std::ranges::sort(stems);
    return stems;
}

std::string state_of(const Article& article, std::string_view rules_hash) {
    return short_text(hash_bytes(fmt::format("{}:{}", article.content_hash, rules_hash)),
                      kStateBytes);
}

Xapian::Document make_document(const Article& article, std::span<const Fact> facts,
                               std::string_view state, WordStemmer& stemmer) {
    Xapian::Document document;
    document.add_boolean_term(make_term(schema::kArticleId, article.id));
    if (!article.source.empty()) {
        document.add_boolean_term(make_term(schema::kSource, article.source));
    }
    add_words(document, article, stemmer);
    add_facts(document, article.id, facts);
    if (article.published) {
        document.add_value(schema::kSlotPublished, to_iso(*article.published));
    }
    document.add_value(schema::kSlotArticleId, article.id);
    document.add_value(schema::kSlotState, std::string(state));
    document.add_value(schema::kSlotFactCount, fmt::format("{}", facts.size()));
    document.add_value(schema::kSlotTextBytes, fmt::format("{}", article.text.size()));
    return document;
}

}  // namespace atodds
