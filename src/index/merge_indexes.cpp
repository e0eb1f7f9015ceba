#include "index/merge_indexes.hpp"

#include "base/hash.hpp"
#include "index/database.hpp"
#include "index/index_folder.hpp"
#include "index/places.hpp"
#include "index/publish_folder.hpp"
#include "index/schema.hpp"
#include "index/stored_records.hpp"
#include "index/xapian_guard.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <limits>
#include <map>
#include <optional>
#include <system_error>
#include <utility>

namespace atodds {
namespace {

namespace fs = std::filesystem;

/// Ids that a message names; more would hide it.
constexpr std::size_t kMostNamed = 3;

Result<std::vector<OpenPlaces>> open_shards(const std::vector<std::string>& shards) {
    std::vector<OpenPlaces> opened;
    for (const std::string& shard : shards) {
        Result<OpenPlaces> one = open_for_reading({shard});
        if (!one) {
            return one.error();
        }
        if (one->has_remote || one->places.size() != 1) {
            return Error{ErrorCode::Usage,
                         "not the folder of one index",
                         {shard, std::nullopt},
                         "copy the shards of servers here, and name folders"};
        }
        opened.push_back(std::move(*one));
    }
    return opened;
}

Result<Done> check_rules(const std::vector<OpenPlaces>& shards) {
    const OpenPlace& first = shards.front().places.front();
    for (const OpenPlaces& shard : shards) {
        const OpenPlace& place = shard.places.front();
        if (place.rules_hash != first.rules_hash) {
            return Error{ErrorCode::IndexOutdated,
                         fmt::format("built with other rules than {}", first.name),
                         {place.name, std::nullopt},
                         "build all shards with the same rules and the same version"};
        }
    }
    return Done{};
}

Result<Done> check_size(const std::vector<OpenPlaces>& shards) {
    constexpr std::uint64_t kMostNumbers = std::numeric_limits<Xapian::docid>::max();
    std::uint64_t numbers = 0;
    for (const OpenPlaces& shard : shards) {
        numbers += shard.largest_id;
    }
    if (numbers <= kMostNumbers) {
        return Done{};
    }
    return Error{ErrorCode::TooLarge,
                 fmt::format("{} document numbers are more than one index can hold, which is {}",
                             numbers, kMostNumbers),
                 {},
                 "merge into several indexes: docs/scale.md"};
}

/// Compaction keeps one value of a metadata key, so two dictionaries of one id would lose one.
Result<Done> check_dictionaries(const std::vector<OpenPlaces>& shards) {
    std::map<std::string, std::string> known;
    for (const OpenPlaces& shard : shards) {
        for (auto& [key, bytes] : stored_dictionaries(shard.database)) {
            const auto [place, is_new] = known.try_emplace(key, bytes);
            if (!is_new && place->second != bytes) {
                return Error{ErrorCode::BadFormat,
                             fmt::format("another shard has another dictionary as \"{}\"", key),
                             {shard.places.front().name, std::nullopt},
                             "build this shard anew with its articles in another order"};
            }
        }
    }
    return Done{};
}

Xapian::Database all_of(const std::vector<OpenPlaces>& shards) {
    Xapian::Database all;
    for (const OpenPlaces& shard : shards) {
        all.add_database(shard.database);
    }
    return all;
}

/// "a.idx and b.idx": the first two shards that hold the term.
std::string holders_of(const std::vector<OpenPlaces>& shards, const std::string& term) {
    std::vector<std::string> names;
    for (const OpenPlaces& shard : shards) {
        if (names.size() < 2 && shard.database.term_exists(term)) {
            names.push_back(shard.places.front().name);
        }
    }
    return fmt::format("{} and {}", names.front(), names.back());
}

/// Two copies of an article would count as two voices.
Result<Done> check_articles(const std::vector<OpenPlaces>& shards, const Xapian::Database& all) {
    const std::string prefix(1, schema::kArticleId.letter);
    std::string named;
    std::size_t repeated = 0;
    for (Xapian::TermIterator it = all.allterms_begin(prefix); it != all.allterms_end(prefix);
         ++it) {
        if (it.get_termfreq() > 1 && ++repeated <= kMostNamed) {
            const Xapian::docid document = *all.postlist_begin(*it);
            named += fmt::format("{}\"{}\" (in {})", named.empty() ? "" : ", ",
                                 all.get_document(document).get_value(schema::kSlotArticleId),
                                 holders_of(shards, *it));
        }
    }
    if (repeated == 0) {
        return Done{};
    }
    return Error{
        ErrorCode::BadFormat,
        fmt::format("{} in more than one shard: {}{}",
                    repeated == 1 ? "an article is" : fmt::format("{} articles are", repeated),
                    named, repeated > kMostNamed ? ", ..." : ""),
        {},
        "give each row an \"id\" of its own, and each article to one shard only"};
}

/// Says which states of which databases went in: the same again need not be merged again.
std::string identity_of(const std::vector<OpenPlaces>& shards) {
    std::vector<std::string> states;
    for (const OpenPlaces& shard : shards) {
        states.push_back(
            fmt::format("{}:{}", shard.database.get_uuid(), shard.database.get_revision()));
    }
    std::ranges::sort(states);
    std::string all;
    for (const std::string& state : states) {
        all += state + "\n";
    }
    return hash_hex(all);
}

/// What is at the place of the new index: nothing, or the same merge.
Result<std::optional<MergedIndex>> look_at(const std::string& folder, const std::string& identity) {
    std::error_code code;
    if (!fs::exists(folder, code) ||
        (fs::is_directory(folder, code) && fs::is_empty(folder, code))) {
        return std::optional<MergedIndex>();
    }
    const Error taken = {ErrorCode::Unwritable,
                         "there is something else than the merge of these shards",
                         {folder, std::nullopt},
                         "remove it, or name a new folder"};
    if (!holds_index(folder)) {
        return taken;
    }
    return guarded(folder, IndexAccess::Reading, [&]() -> Result<std::optional<MergedIndex>> {
        const Xapian::Database there(folder);
        if (there.get_metadata(schema::kMetaMerged) != identity) {
            return taken;
        }
        return std::optional(MergedIndex{there.get_doccount(), true});
    });
}

Result<MergedIndex> compact(const Xapian::Database& all, const std::string& identity,
                            const std::string& folder) {
    Result<UnpublishedFolder> made = UnpublishedFolder::make(folder);
    if (!made) {
        return made.error();
    }
    // Xapian wants to make the folder itself, and reads each table of every shard in one go.
    const std::string whole = made->path("index");
    const auto write = [&]() -> Result<MergedIndex> {
        Xapian::Database(all).compact(whole, Xapian::DBCOMPACT_MULTIPASS | Xapian::Compactor::FULL,
                                      schema::kBlockBytes);
        Xapian::WritableDatabase merged(whole, Xapian::DB_OPEN);
        merged.set_metadata(schema::kMetaMerged, identity);
        merged.commit();
        return MergedIndex{merged.get_doccount(), false};
    };
    Result<MergedIndex> merged = guarded(folder, IndexAccess::Writing, write);
    if (!merged) {
        return merged;
    }
    const Result<Done> published = made->publish("index");
    return published ? merged : published.error();
}

}  // namespace

Result<MergedIndex> merge_indexes(const std::vector<std::string>& shards,
                                  const std::string& folder) {
    // Also tells of a shard that is named twice.
    if (const Result<std::vector<ShardPlace>> places = shards_of(shards); !places) {
        return places.error();
    }
    const Result<std::vector<OpenPlaces>> opened = open_shards(shards);
    if (!opened) {
        return opened.error();
    }
    for (const Result<Done>& checked : {check_rules(*opened), check_size(*opened)}) {
        if (!checked) {
            return checked.error();
        }
    }
    return guarded(folder, IndexAccess::Reading, [&]() -> Result<MergedIndex> {
        const std::string identity = identity_of(*opened);
        const Result<std::optional<MergedIndex>> there = look_at(folder, identity);
        if (!there) {
            return there.error();
        }
        if (*there) {
            return **there;
        }
        if (const Result<Done> checked = check_dictionaries(*opened); !checked) {
            return checked.error();
        }
        const Xapian::Database all = all_of(*opened);
        const Result<Done> checked = check_articles(*opened, all);
        return checked ? compact(all, identity, folder) : checked.error();
    });
}

}  // namespace atodds
