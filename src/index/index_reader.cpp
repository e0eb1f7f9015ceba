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

/// Says of which article the record is.
Error about_record(const std::string& place, std::string_view article_id, Error error) {
    error.message = fmt::format("stored article \"{}\" {}", article_id, error.message);
    error.place = {place, std::nullopt};
    return error;
}

std::uint64_t number_of(const std::string& text) {
    std::uint64_t value = 0;
    std::from_chars(text.data(), text.data() + text.size(), value);
    return value;
}

}  // namespace

void IndexReader::Parts::note(Xapian::docid number, const std::string& id) {
    // Some ten megabytes; behind that they are asked for one by one.
    constexpr std::size_t kMostKnown = 100'000;
    if (has_remote && known_ids.size() < kMostKnown) {
        known_ids.emplace(number, id);
        known_numbers.emplace(id, number);
    }
}

void IndexReader::Parts::forget() {
    known_ids.clear();
    known_numbers.clear();
}

Xapian::docid IndexReader::Parts::document_of(std::string_view id) const {
    const auto known = known_numbers.find(std::string(id));
    return known != known_numbers.end() ? known->second : find_document(database, id);
}

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
    auto parts = std::make_unique<Parts>(std::move(opened->database), std::move(opened->shards));
    for (const OpenPlace& place : opened->places) {
        parts->place += (parts->place.empty() ? "" : ", ") + place.name;
    }
    parts->places = std::move(opened->places);
    parts->has_remote = opened->has_remote;
    return IndexReader(std::move(parts));
}

Result<IndexReader> IndexReader::open(IndexWriter& writer) {
    const std::string& folder = writer.parts_->folder;
    if (!folder.empty()) {
        return open({folder});
    }
    const Xapian::Database& database = writer.parts_->database;
    return IndexReader(std::make_unique<Parts>(database, std::vector{database}));
}

Result<std::vector<std::string>> IndexReader::ids_of(std::span<const ArticleNumber> numbers) const {
    Parts& parts = *parts_;
    return parts.read([&]() -> Result<std::vector<std::string>> {
        return parts.has_remote ? parts.ids_by_document(numbers) : parts.ids_by_slot(numbers);
    });
}

Result<std::vector<std::pair<std::string, ArticleNumber>>> IndexReader::numbered_ids() const {
    Parts& parts = *parts_;
    return parts.read([&]() -> Result<std::vector<std::pair<std::string, ArticleNumber>>> {
        std::vector<std::pair<std::string, ArticleNumber>> ids;
        parts.walk_slot(schema::kSlotArticleId, [&](Xapian::docid number, const std::string& id) {
            ids.emplace_back(id, number);
            parts.note(number, id);
        });
        std::ranges::sort(ids);
        return ids;
    });
}

Result<std::vector<std::string>> IndexReader::article_ids() const {
    Parts& parts = *parts_;
    return parts.read([&]() -> Result<std::vector<std::string>> {
        // Ids come from the slot: long ones are hashed in the term.
        std::vector<std::string> ids;
        parts.walk_slot(schema::kSlotArticleId, [&](Xapian::docid number, const std::string& id) {
            ids.push_back(id);
            parts.note(number, id);
        });
        std::ranges::sort(ids);
        const auto repeated = std::ranges::unique(ids);
        ids.erase(repeated.begin(), repeated.end());
        return ids;
    });
}

Result<Article> IndexReader::article(std::string_view id) const {
    Parts& parts = *parts_;
    return parts.read([&]() -> Result<Article> {
        const Xapian::docid document = parts.document_of(id);
        if (document == 0) {
            return Error{ErrorCode::Usage,
                         fmt::format("no article \"{}\" in the index", id),
                         {parts.place, std::nullopt},
                         "list them with: atodds index --stat"};
        }
        const Result<std::string> record = parts.records.record_of(document);
        if (!record) {
            return about_record(parts.place, id, record.error());
        }
        std::optional<Article> stored = decode_article(*record);
        return stored ? Result<Article>(std::move(*stored))
                      : about_record(parts.place, id, damaged_record("cannot be read"));
    });
}

Result<std::uint64_t> IndexReader::fact_count(std::string_view id) const {
    Parts& parts = *parts_;
    return parts.read([&]() -> Result<std::uint64_t> {
        const Xapian::docid document = parts.document_of(id);
        return document == 0 ? 0
                             : number_of(parts.database.get_document(document).get_value(
                                   schema::kSlotFactCount));
    });
}

Result<std::uint32_t> IndexReader::article_count() const {
    Parts& parts = *parts_;
    return parts.read([&]() -> Result<std::uint32_t> { return parts.database.get_doccount(); });
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
