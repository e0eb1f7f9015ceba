#include "index/known_articles.hpp"

#include "index/article_document.hpp"
#include "index/database.hpp"
#include "index/index_parts.hpp"
#include "index/schema.hpp"
#include "index/xapian_guard.hpp"

#include <algorithm>
#include <utility>

namespace atodds {

struct KnownArticles::Parts {
    std::string place;  ///< for messages
    std::string rules_hash;
    Xapian::Database database;

    template <typename Work>
    auto read(Work&& work) -> decltype(work()) {
        return guarded_read(database, place, std::forward<Work>(work));
    }
};

KnownArticles::KnownArticles() = default;
KnownArticles::~KnownArticles() = default;
KnownArticles::KnownArticles(KnownArticles&&) noexcept = default;
KnownArticles& KnownArticles::operator=(KnownArticles&&) noexcept = default;

Result<KnownArticles> KnownArticles::open(const std::vector<std::string>& places,
                                          std::string_view rules_hash) {
    KnownArticles known;
    if (places.empty()) {
        return known;
    }
    Result<OpenPlaces> opened = open_for_reading(places);
    if (!opened) {
        return opened.error();
    }
    known.parts_ = std::make_unique<Parts>();
    known.parts_->place = places.front();
    known.parts_->rules_hash = rules_hash;
    known.parts_->database = std::move(opened->database);
    return known;
}

Result<Known> KnownArticles::look_up(const Article& article) const {
    if (!parts_) {
        return Known::No;
    }
    Parts& parts = *parts_;
    return parts.read([&]() -> Result<Known> {
        const Xapian::docid id = find_document(parts.database, article.id);
        if (id == 0) {
            return Known::No;
        }
        const bool is_same = parts.database.get_document(id).get_value(schema::kSlotState) ==
                             state_of(article, parts.rules_hash);
        return is_same ? Known::Current : Known::Stale;
    });
}

Result<std::string> KnownArticles::input() const {
    if (!parts_) {
        return std::string();
    }
    Parts& parts = *parts_;
    return parts.read(
        [&]() -> Result<std::string> { return parts.database.get_metadata(schema::kMetaInput); });
}

Result<std::vector<std::string>> KnownArticles::ids() const {
    if (!parts_) {
        return std::vector<std::string>{};
    }
    Parts& parts = *parts_;
    return parts.read([&]() -> Result<std::vector<std::string>> {
        // Ids come from the slot: long ones are hashed in the term.
        std::vector<std::string> ids;
        for (Xapian::ValueIterator it = parts.database.valuestream_begin(schema::kSlotArticleId);
             it != parts.database.valuestream_end(schema::kSlotArticleId); ++it) {
            ids.push_back(*it);
        }
        std::ranges::sort(ids);
        return ids;
    });
}

}  // namespace atodds
