#include "index/index_build.hpp"

#include "index/database.hpp"
#include "index/index_folder.hpp"
#include "index/index_parts.hpp"
#include "index/schema.hpp"
#include "index/xapian_guard.hpp"

#include <atomic>
#include <filesystem>
#include <system_error>
#include <utility>

namespace atodds {
namespace {

namespace fs = std::filesystem;

/// A part of an earlier build can be used where it opens, is of this schema and holds something.
bool is_usable(const std::string& part) {
    const Result<OpenPlaces> opened = open_for_reading({part});
    if (!opened) {
        return false;
    }
    const Result<bool> is_filled = guarded(part, IndexAccess::Reading, [&opened]() -> Result<bool> {
        return opened->database.get_doccount() > 0;
    });
    return is_filled && *is_filled;
}

/// That of the first part that has one, so that a build has one however often it was killed.
Result<SharedDictionary> kept_dictionary(const std::vector<std::string>& parts) {
    for (const std::string& part : parts) {
        Result<SharedDictionary> found =
            guarded(part, IndexAccess::Reading, [&part]() -> Result<SharedDictionary> {
                return stored_dictionary(Xapian::Database(part));
            });
        if (!found || *found) {
            return found;
        }
    }
    return SharedDictionary();
}

/// Facts of articles that came in anew, or that are not wanted any more, go.
Result<Done> drop_articles(const std::string& part, const std::string& rules_hash,
                           std::span<const std::string> ids) {
    return guarded(part, IndexAccess::Writing, [&]() -> Result<Done> {
        Xapian::WritableDatabase database(part, Xapian::DB_OPEN | Xapian::DB_NO_SYNC);
        for (const std::string& id : ids) {
            if (const Xapian::docid document = find_document(database, id); document != 0) {
                database.delete_document(document);
            }
        }
        database.set_metadata(schema::kMetaRules, rules_hash);
        database.commit();
        return Done{};
    });
}

Result<Done> pack_parts(const std::string& folder, std::string_view input) {
    return guarded(folder, IndexAccess::Writing, [&]() -> Result<Done> {
        Xapian::Database all;
        for (const std::size_t number : part_numbers(folder)) {
            all.add_database(Xapian::Database(part_folder(folder, number)));
        }
        all.compact(unsealed_folder(folder), Xapian::DBCOMPACT_MULTIPASS | Xapian::Compactor::FULL,
                    schema::kBlockBytes);
        Xapian::WritableDatabase packed(unsealed_folder(folder), Xapian::DB_OPEN);
        packed.set_metadata(schema::kMetaInput, std::string(input));
        packed.commit();
        return Done{};
    });
}

}  // namespace

struct IndexBuild::Parts {
    std::string folder;
    std::string rules_hash;
    FolderLock lock;
    WritePace pace;
    std::vector<std::string> kept;
    std::shared_ptr<DictionarySource> dictionary;
    std::atomic<std::size_t> next_part = 0;

    Parts(std::string where, std::string_view rules, FolderLock held, const WritePace& wanted)
        : folder(std::move(where)), rules_hash(rules), lock(std::move(held)), pace(wanted) {}

    /// So that an index of no articles is one, too.
    Result<Done> write_empty_part();
};

struct PartWriter::Parts {
    IndexBuild::Parts* build = nullptr;
    std::string place;
    std::optional<Xapian::WritableDatabase> database;
    std::size_t articles = 0;  ///< in this part
    CommitBatch batch;
    RecordWriter records;

    explicit Parts(IndexBuild::Parts* whole) : build(whole), records(whole->dictionary) {}

    Result<Done> open();
    Result<Done> commit();
};

Result<Done> PartWriter::Parts::open() {
    place = part_folder(build->folder, build->next_part++);
    return guarded(build->folder, IndexAccess::Writing, [this]() -> Result<Done> {
        database.emplace(place, Xapian::DB_CREATE | Xapian::DB_NO_SYNC);
        stamp_schema(*database);
        database->set_metadata(schema::kMetaRules, build->rules_hash);
        articles = 0;
        records.begin_database();
        return Done{};
    });
}

Result<Done> PartWriter::Parts::commit() {
    batch = {};
    return guarded(build->folder, IndexAccess::Writing, [this]() -> Result<Done> {
        database->commit();
        return Done{};
    });
}

Result<Done> IndexBuild::Parts::write_empty_part() {
    PartWriter::Parts part(this);
    const Result<Done> opened = part.open();
    return opened ? part.commit() : opened;
}

PartWriter::PartWriter(std::unique_ptr<Parts> parts) : parts_(std::move(parts)) {}

PartWriter::~PartWriter() = default;
PartWriter::PartWriter(PartWriter&&) noexcept = default;
PartWriter& PartWriter::operator=(PartWriter&&) noexcept = default;

Result<Done> PartWriter::put(PreparedArticle article, std::uint64_t sequence) {
    Parts& parts = *parts_;
    if (!parts.database) {
        if (const Result<Done> done = parts.open(); !done) {
            return done.error();
        }
    }
    const auto write = [&parts, &article, sequence]() -> Result<Done> {
        Xapian::Document& document = article.parts_->document;
        document.set_data(parts.records.pack(*parts.database, sequence, article.parts_->record));
        parts.database->add_document(document);
        return Done{};
    };
    if (const Result<Done> done = guarded(parts.build->folder, IndexAccess::Writing, write);
        !done) {
        return done.error();
    }
    ++parts.articles;
    parts.batch.add(article.text_bytes());
    const WritePace& pace = parts.build->pace;
    if (parts.articles >= pace.part_articles) {
        return close();
    }
    return parts.batch.is_full(pace) ? parts.commit() : Result<Done>(Done{});
}

Result<Done> PartWriter::close() {
    if (!parts_->database) {
        return Done{};
    }
    const Result<Done> done = parts_->commit();
    parts_->database.reset();
    return done;
}

IndexBuild::IndexBuild(std::unique_ptr<Parts> parts) : parts_(std::move(parts)) {}

IndexBuild::~IndexBuild() = default;
IndexBuild::IndexBuild(IndexBuild&&) noexcept = default;
IndexBuild& IndexBuild::operator=(IndexBuild&&) noexcept = default;

bool IndexBuild::is_wanted(const std::string& folder) {
    return !holds_index(folder);
}

Result<std::optional<IndexBuild>> IndexBuild::open(const std::string& folder,
                                                   std::string_view rules_hash,
                                                   const WritePace& pace) {
    if (const Result<Done> done = prepare_folder(folder); !done) {
        return done.error();
    }
    Result<FolderLock> lock = FolderLock::take(folder);
    if (!lock) {
        return lock.error();
    }
    // Another process may have been quicker, or killed while it published.
    if (holds_index(folder)) {
        return std::optional<IndexBuild>();
    }
    if (has_whole(folder)) {
        const Result<Done> done = publish_whole(folder);
        return done ? Result<std::optional<IndexBuild>>(std::nullopt) : done.error();
    }
    auto parts = std::make_unique<Parts>(folder, rules_hash, std::move(*lock), pace);
    std::error_code code;
    fs::create_directory(building_folder(folder), code);
    fs::remove_all(unsealed_folder(folder), code);
    for (const std::size_t number : part_numbers(folder)) {
        const std::string part = part_folder(folder, number);
        if (is_usable(part)) {
            parts->kept.push_back(part);
        } else {
            fs::remove_all(part, code);
        }
        parts->next_part = number + 1;
    }
    Result<SharedDictionary> dictionary = kept_dictionary(parts->kept);
    if (!dictionary) {
        return dictionary.error();
    }
    parts->dictionary = std::make_shared<DictionarySource>(std::move(*dictionary));
    return std::optional<IndexBuild>(IndexBuild(std::move(parts)));
}

const std::vector<std::string>& IndexBuild::kept_parts() const {
    return parts_->kept;
}

PartWriter IndexBuild::writer() {
    return PartWriter(std::make_unique<PartWriter::Parts>(parts_.get()));
}

Result<Done> IndexBuild::publish(std::span<const std::string> outdated, std::string_view input) {
    const std::string& folder = parts_->folder;
    for (const std::string& part : parts_->kept) {
        if (const Result<Done> done = drop_articles(part, parts_->rules_hash, outdated); !done) {
            return done.error();
        }
    }
    if (part_numbers(folder).empty()) {
        if (const Result<Done> done = parts_->write_empty_part(); !done) {
            return done.error();
        }
    }
    if (const Result<Done> done = pack_parts(folder, input); !done) {
        return done.error();
    }
    if (const Result<Done> done = seal_whole(folder); !done) {
        return done.error();
    }
    return publish_whole(folder);
}

}  // namespace atodds
