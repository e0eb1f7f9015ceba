#include "index/database.hpp"
#include "index/fact_codec.hpp"
#include "index/fact_index.hpp"
#include "index/index_parts.hpp"
#include "index/schema.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <functional>
#include <iterator>
#include <map>
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

/// A document and the id of its article: what can be sorted before anything is decoded.
struct HeldArticle {
    std::string article;
    Xapian::docid document = 0;

    friend auto operator<=>(const HeldArticle&, const HeldArticle&) = default;
};

/// In article id order; of articles with one id in several places the first place is kept.
std::vector<HeldArticle> articles_with(const Xapian::Database& database, const std::string& term) {
    std::vector<HeldArticle> held;
    for (Xapian::PostingIterator it = database.postlist_begin(term);
         it != database.postlist_end(term); ++it) {
        held.push_back({database.get_document(*it).get_value(schema::kSlotArticleId), *it});
    }
    std::ranges::sort(held);
    const auto repeated = std::ranges::unique(held, {}, &HeldArticle::article);
    held.erase(repeated.begin(), repeated.end());
    return held;
}

std::uint64_t number_of(const std::string& text) {
    std::uint64_t value = 0;
    std::from_chars(text.data(), text.data() + text.size(), value);
    return value;
}

}  // namespace

const std::string& IndexReader::Parts::data_of(Xapian::docid id) {
    // Holds some ten thousand articles; a guess. When full it starts anew.
    constexpr std::size_t kMostCachedBytes = 64U << 20U;
    const bool is_in_memory = place.empty();
    if (cached_bytes > kMostCachedBytes || is_in_memory) {
        forget();
    }
    const auto found = cached_data.find(id);
    if (found != cached_data.end()) {
        return found->second;
    }
    const std::string& read =
        cached_data.emplace(id, database.get_document(id).get_data()).first->second;
    cached_bytes += read.size();
    return read;
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

Result<Done> IndexReader::walk_keys(
    std::uint32_t least_articles,
    const std::function<void(std::string_view key, std::uint32_t articles)>& take) const {
    Parts& parts = *parts_;
    const std::string prefix(1, schema::kFactKey.letter);
    std::string last;  // behind it the walk goes on when the database was opened anew
    return parts.read([&]() -> Result<Done> {
        Xapian::TermIterator it = parts.database.allterms_begin(prefix);
        if (!last.empty()) {
            it.skip_to(last);
            if (it != parts.database.allterms_end(prefix) && *it == last) {
                ++it;
            }
        }
        for (; it != parts.database.allterms_end(prefix); ++it) {
            last = *it;
            if (it.get_termfreq() >= least_articles) {
                take(std::string_view(last).substr(prefix.size()), it.get_termfreq());
            }
        }
        return Done{};
    });
}

Result<std::vector<Fact>> IndexReader::facts_of(std::string_view key, std::uint32_t limit) const {
    Parts& parts = *parts_;
    const std::string kept_key = capped(key);
    return parts.read([&]() -> Result<std::vector<Fact>> {
        std::vector<Fact> facts;
        for (const HeldArticle& held :
             articles_with(parts.database, make_term(schema::kFactKey, kept_key))) {
            std::optional<std::vector<Fact>> some =
                decode_facts_of(parts.data_of(held.document), kept_key);
            if (!some) {
                return damaged_record(parts.place, held.article);
            }
            const std::size_t room = limit - facts.size();
            some->resize(std::min(some->size(), room));
            std::ranges::move(*some, std::back_inserter(facts));
            if (facts.size() >= limit) {
                break;
            }
        }
        return facts;
    });
}

Result<std::vector<std::string>> IndexReader::articles_sharing(
    std::span<const std::uint64_t> hashes, std::uint32_t limit) const {
    constexpr std::size_t kMostHolders = 64;
    Parts& parts = *parts_;
    return parts.read([&]() -> Result<std::vector<std::string>> {
        std::map<std::string, std::uint32_t> shared;
        for (const std::uint64_t hash : hashes) {
            const std::string term = make_term(schema::kSketch, fmt::format("{:x}", hash));
            std::size_t holders = 0;
            for (Xapian::PostingIterator it = parts.database.postlist_begin(term);
                 it != parts.database.postlist_end(term) && holders < kMostHolders;
                 ++it, ++holders) {
                ++shared[parts.database.get_document(*it).get_value(schema::kSlotArticleId)];
            }
        }
        std::vector<std::pair<std::string, std::uint32_t>> counted(shared.begin(), shared.end());
        std::ranges::stable_sort(counted, std::ranges::greater{},
                                 &std::pair<std::string, std::uint32_t>::second);
        std::vector<std::string> ids;
        for (const auto& [id, count] : counted) {
            if (ids.size() < limit) {
                ids.push_back(id);
            }
        }
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

Result<StoredArticle> IndexReader::article(std::string_view id) const {
    Parts& parts = *parts_;
    return parts.read([&]() -> Result<StoredArticle> {
        const Xapian::docid document = find_document(parts.database, id);
        if (document == 0) {
            return Error{ErrorCode::Usage,
                         fmt::format("no article \"{}\" in the index", id),
                         {parts.place, std::nullopt},
                         "list them with: atodds index --stat"};
        }
        std::optional<StoredArticle> stored = decode_stored(parts.data_of(document));
        if (!stored) {
            return damaged_record(parts.place, id);
        }
        return std::move(*stored);
    });
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
