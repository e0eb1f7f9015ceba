#include "index/article_codec.hpp"
#include "index/database.hpp"
#include "index/fact_index.hpp"
#include "index/index_parts.hpp"
#include "index/schema.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <functional>
#include <optional>
#include <utility>

namespace atodds {
namespace {

Error damaged_record(const std::string& place, std::string_view article_id) {
    return {ErrorCode::IndexDamaged,
            fmt::format("stored article \"{}\" cannot be read", article_id),
            {place, std::nullopt},
            "delete the index and rebuild with: atodds index PATH... --index DIR"};
}

std::uint64_t number_of(const std::string& text) {
    std::uint64_t value = 0;
    std::from_chars(text.data(), text.data() + text.size(), value);
    return value;
}

std::vector<ArticleNumber> holders_of(const Xapian::Database& database, const std::string& term) {
    return {database.postlist_begin(term), database.postlist_end(term)};
}

/// The terms of a walk one by one, from behind `last`, so that it can go on after a reopening.
Xapian::TermIterator terms_behind(const Xapian::Database& database, const std::string& prefix,
                                  const std::string& last) {
    Xapian::TermIterator it = database.allterms_begin(prefix);
    if (!last.empty()) {
        it.skip_to(last);
        if (it != database.allterms_end(prefix) && *it == last) {
            ++it;
        }
    }
    return it;
}

/// Puts the values in order and names their articles.
void name_holders(const Xapian::Database& database, KeyHolders& key) {
    std::ranges::sort(key.values, [](const ValueHolders& a, const ValueHolders& b) {
        return a.articles != b.articles ? a.articles > b.articles : a.value < b.value;
    });
    for (std::size_t i = 0; i < std::min(key.values.size(), IndexReader::kMostValues); ++i) {
        ValueHolders& value = key.values[i];
        const bool is_popular = value.articles > IndexReader::kMostHolders;
        const schema::Prefix prefix = is_popular ? schema::kKeySample : schema::kFactKey;
        value.numbers = holders_of(database, make_term(prefix, key.key + value.value));
    }
}

void add_value(KeyHolders& key, std::string_view term, std::uint32_t articles) {
    key.articles += articles;
    key.values.push_back({std::string(term.substr(kKeyHashSize)), articles, {}});
}

}  // namespace

IndexReader::IndexReader(std::unique_ptr<Parts> parts) : parts_(std::move(parts)) {}

IndexReader::~IndexReader() = default;
IndexReader::IndexReader(IndexReader&&) noexcept = default;
IndexReader& IndexReader::operator=(IndexReader&&) noexcept = default;

Result<IndexReader> IndexReader::open(const std::vector<std::string>& places) {
    if (places.empty()) {
        return Error{ErrorCode::IndexMissing, "no index named", {}, "name one with --index DIR"};
    }
    Result<OpenPlaces> opened = open_for_reading(places);
    if (!opened) {
        return opened.error();
    }
    auto parts = std::make_unique<Parts>();
    for (const OpenPlace& place : opened->places) {
        parts->place += (parts->place.empty() ? "" : ", ") + place.name;
    }
    parts->places = std::move(opened->places);
    parts->has_remote = opened->has_remote;
    parts->database = std::move(opened->database);
    return IndexReader(std::move(parts));
}

Result<IndexReader> IndexReader::open(IndexWriter& writer) {
    const std::string& folder = writer.parts_->folder;
    if (!folder.empty()) {
        return open({folder});
    }
    auto parts = std::make_unique<Parts>();
    parts->database = writer.parts_->database;
    return IndexReader(std::move(parts));
}

Result<Done> IndexReader::walk_keys(const std::function<void(const KeyHolders& key)>& take) const {
    Parts& parts = *parts_;
    const std::string prefix(1, schema::kFactKey.letter);
    std::string last;  // behind it the walk goes on when the database was opened anew
    return parts.read([&]() -> Result<Done> {
        KeyHolders key;
        const auto finish = [&] {
            if (key.articles > 1) {
                name_holders(parts.database, key);
                take(key);
            }
            if (!key.values.empty()) {
                last = prefix + key.key + std::string(kValueHashSize, '\x7f');
            }
        };
        for (Xapian::TermIterator it = terms_behind(parts.database, prefix, last);
             it != parts.database.allterms_end(prefix); ++it) {
            const std::string text = *it;
            const std::string_view term = std::string_view(text).substr(prefix.size());
            if (term.substr(0, kKeyHashSize) != key.key) {
                finish();
                key = {std::string(term.substr(0, kKeyHashSize)), 0, {}};
            }
            add_value(key, term, it.get_termfreq());
        }
        finish();
        return Done{};
    });
}

Result<Done> IndexReader::walk_terms(
    ArticleTerm kind, std::uint32_t most,
    const std::function<void(const TermHolders& term)>& take) const {
    Parts& parts = *parts_;
    const std::string prefix(
        1, kind == ArticleTerm::Stem ? schema::kStem.letter : schema::kSketch.letter);
    std::string last;
    return parts.read([&]() -> Result<Done> {
        for (Xapian::TermIterator it = terms_behind(parts.database, prefix, last);
             it != parts.database.allterms_end(prefix); ++it) {
            const std::uint32_t articles = it.get_termfreq();
            if (articles >= 2 && articles <= most) {
                take({articles, holders_of(parts.database, *it)});
            }
            last = *it;
        }
        return Done{};
    });
}

Result<KeyHolders> IndexReader::holders_of_key(std::string_view key) const {
    Parts& parts = *parts_;
    const std::string prefix = make_term(schema::kFactKey, key.substr(0, kKeyHashSize));
    return parts.read([&]() -> Result<KeyHolders> {
        KeyHolders found{prefix.substr(1), 0, {}};
        for (Xapian::TermIterator it = parts.database.allterms_begin(prefix);
             it != parts.database.allterms_end(prefix); ++it) {
            const std::string term = *it;
            add_value(found, std::string_view(term).substr(1), it.get_termfreq());
        }
        name_holders(parts.database, found);
        return found;
    });
}

Result<TermHolders> IndexReader::Parts::holders(const std::string& term, std::uint32_t most) {
    return read([&]() -> Result<TermHolders> {
        TermHolders found{database.get_termfreq(term), {}};
        if (found.articles > 0 && found.articles <= most) {
            found.numbers = holders_of(database, term);
        }
        return found;
    });
}

Result<TermHolders> IndexReader::holders_of_stem(std::string_view stem, std::uint32_t most) const {
    return parts_->holders(make_term(schema::kStem, stem), most);
}

Result<TermHolders> IndexReader::holders_of_sketch(std::uint64_t hash, std::uint32_t most) const {
    return parts_->holders(sketch_term(hash), most);
}

Result<std::vector<std::string>> IndexReader::ids_of(std::span<const ArticleNumber> numbers) const {
    Parts& parts = *parts_;
    return parts.read([&]() -> Result<std::vector<std::string>> {
        std::vector<std::string> ids;
        for (const ArticleNumber number : numbers) {
            ids.push_back(parts.database.get_document(number).get_value(schema::kSlotArticleId));
        }
        return ids;
    });
}

Result<std::vector<std::pair<std::string, ArticleNumber>>> IndexReader::numbered_ids() const {
    Parts& parts = *parts_;
    return parts.read([&]() -> Result<std::vector<std::pair<std::string, ArticleNumber>>> {
        std::vector<std::pair<std::string, ArticleNumber>> ids;
        parts.walk_slot(
            schema::kSlotArticleId,
            [&ids](Xapian::docid number, const std::string& id) { ids.emplace_back(id, number); });
        std::ranges::sort(ids);
        return ids;
    });
}

Result<std::vector<std::string>> IndexReader::article_ids() const {
    Parts& parts = *parts_;
    return parts.read([&]() -> Result<std::vector<std::string>> {
        // Ids come from the slot: long ones are hashed in the term.
        std::vector<std::string> ids;
        parts.walk_slot(schema::kSlotArticleId,
                        [&ids](Xapian::docid, const std::string& id) { ids.push_back(id); });
        std::ranges::sort(ids);
        const auto repeated = std::ranges::unique(ids);
        ids.erase(repeated.begin(), repeated.end());
        return ids;
    });
}

Result<Article> IndexReader::article(std::string_view id) const {
    Parts& parts = *parts_;
    return parts.read([&]() -> Result<Article> {
        const Xapian::docid document = find_document(parts.database, id);
        if (document == 0) {
            return Error{ErrorCode::Usage,
                         fmt::format("no article \"{}\" in the index", id),
                         {parts.place, std::nullopt},
                         "list them with: atodds index --stat"};
        }
        std::optional<Article> stored =
            decode_article(parts.database.get_document(document).get_data());
        if (!stored) {
            return damaged_record(parts.place, id);
        }
        return std::move(*stored);
    });
}

Result<std::uint64_t> IndexReader::fact_count(std::string_view id) const {
    Parts& parts = *parts_;
    return parts.read([&]() -> Result<std::uint64_t> {
        const Xapian::docid document = find_document(parts.database, id);
        return document == 0 ? 0
                             : number_of(parts.database.get_document(document).get_value(
                                   schema::kSlotFactCount));
    });
}

Result<std::uint32_t> IndexReader::article_count() const {
    Parts& parts = *parts_;
    return parts.read([&]() -> Result<std::uint32_t> { return parts.database.get_doccount(); });
}

std::uint32_t IndexReader::article_frequency(std::string_view stem) const {
    Parts& parts = *parts_;
    const Result<std::uint32_t> count = parts.read([&]() -> Result<std::uint32_t> {
        return std::uint32_t{parts.database.get_termfreq(make_term(schema::kStem, stem))};
    });
    // Only weighs words: a database that cannot be read fails in every call that finds facts.
    return count ? *count : 0;
}

Result<IndexStats> IndexReader::stats() const {
    Parts& parts = *parts_;
    return parts.read([&]() -> Result<IndexStats> {
        const auto sum_of = [&parts](schema::Slot slot) {
            std::uint64_t sum = 0;
            parts.walk_slot(
                slot, [&sum](Xapian::docid, const std::string& value) { sum += number_of(value); });
            return sum;
        };
        IndexStats stats;
        stats.articles = parts.database.get_doccount();
        stats.facts = sum_of(schema::kSlotFactCount);
        stats.text_bytes = sum_of(schema::kSlotTextBytes);
        const std::string prefix(1, schema::kFactKey.letter);
        for (Xapian::TermIterator it = parts.database.allterms_begin(prefix);
             it != parts.database.allterms_end(prefix); ++it) {
            ++stats.keys;
        }
        return stats;
    });
}

std::optional<std::string> IndexReader::place_of_other_rules(std::string_view rules_hash) const {
    const auto other = std::ranges::find_if(
        parts_->places, [&](const OpenPlace& place) { return place.rules_hash != rules_hash; });
    return other == parts_->places.end() ? std::nullopt : std::optional(other->name);
}

}  // namespace atodds
