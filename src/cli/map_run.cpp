#include "cli/map_run.hpp"

#include "cli/fact_run.hpp"
#include "cli/indexing.hpp"
#include "cli/input.hpp"
#include "cli/whole_file.hpp"
#include "extract/date_bounds.hpp"
#include "extract/fact_reader.hpp"
#include "index/fact_index.hpp"
#include "index/publish_folder.hpp"
#include "index/sorted_lines.hpp"
#include "ingest/article_rows.hpp"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <filesystem>
#include <optional>
#include <system_error>
#include <utility>

namespace atodds {
namespace {

namespace fs = std::filesystem;

// Articles whose facts are read at once by all threads; see indexing.cpp.
constexpr std::size_t kBatchArticles = 256;
constexpr std::size_t kBatchBytes = std::size_t{16} << 20U;

constexpr const char* kSchemaName = "atodds-map/1";

std::string to_text(const MapRecord& record) {
    nlohmann::ordered_json object;
    object["schema"] = kSchemaName;
    object["input"] = record.input;
    object["rules"] = record.rules;
    object["tiers"] = record.tiers;
    object["articles"] = record.articles;
    object["facts"] = record.facts;
    object["failed"] = record.failed;
    return object.dump(2) + "\n";
}

// Articles in, into the index and into the run. The first failure ends the work; what follows is
// dropped.
class Mapping {
  public:
    Mapping(IndexWriter& writer, LineSorter& run, const FactReader& reader, std::uint32_t threads)
        : writer_(writer), run_(run), reader_(reader), threads_(threads) {}

    void take(Article&& article) {
        bound_date(article);
        bytes_ += article.text.size();
        batch_.push_back(std::move(article));
        if (batch_.size() >= kBatchArticles || bytes_ >= kBatchBytes) {
            flush();
        }
    }

    Result<Done> finish() {
        flush();
        return failure_ ? Result<Done>(*failure_) : writer_.commit();
    }

    std::uint64_t articles() const { return articles_; }

    std::uint64_t facts() const { return facts_; }

  private:
    void flush() {
        if (!failure_) {
            const std::vector<std::vector<Fact>> facts = read_facts(reader_, batch_, threads_);
            for (std::size_t i = 0; i < batch_.size() && !failure_; ++i) {
                write(batch_[i], facts[i]);
            }
        }
        batch_.clear();
        bytes_ = 0;
    }

    void write(const Article& article, const std::vector<Fact>& facts) {
        if (Result<PutOutcome> put = writer_.put(article, facts); !put) {
            failure_ = std::move(put.error());
            return;
        }
        ++articles_;
        facts_ += facts.size();
        for (const Fact& fact : facts) {
            for (const std::string& line : run_lines(fact)) {
                if (Result<Done> added = run_.add(line); !added) {
                    failure_ = std::move(added.error());
                    return;
                }
            }
        }
    }

    IndexWriter& writer_;
    LineSorter& run_;
    const FactReader& reader_;
    std::uint32_t threads_;
    std::vector<Article> batch_;
    std::size_t bytes_ = 0;
    std::uint64_t articles_ = 0;
    std::uint64_t facts_ = 0;
    std::optional<Error> failure_;
};

// Fills the folder that is not published yet.
Result<MapRecord> map_into(const UnpublishedFolder& made, std::istream& rows, const RuleSet& rules,
                           const MapJob& job, Diagnostics& diagnostics) {
    Result<IndexWriter> writer = IndexWriter::open(made.path(kMapIndex), rules.content_hash);
    if (!writer) {
        return writer.error();
    }
    LineSorter run(made.path(kMapRun));
    const FactReader reader(rules, job.options.tiers);
    Mapping mapping(*writer, run, reader, job.options.threads);
    const InputHash input = read_article_rows(
        rows, job.options.ingest, [&](Article&& article) { mapping.take(std::move(article)); },
        diagnostics);
    if (Result<Done> finished = mapping.finish(); !finished) {
        return finished.error();
    }
    if (const Result<std::uint64_t> lines = run.finish(); !lines) {
        return lines.error();
    }
    MapRecord record{input.text(),       rules.content_hash, job.tiers,
                     mapping.articles(), mapping.facts(),    0};
    record.failed = static_cast<std::uint64_t>(
        std::ranges::count(diagnostics, Severity::Error, &Diagnostic::severity));
    const Result<Done> written = write_whole_file(made.path(kMapRecord), to_text(record));
    return written ? Result<MapRecord>(std::move(record)) : written.error();
}

Error other_content(const std::string& folder, std::string what) {
    return {ErrorCode::Unwritable,
            std::move(what),
            {folder, std::nullopt},
            "remove it, or name a new folder"};
}

// What is in the folder, if it is the map of this input.
Result<Mapped> accept(const MapJob& job, const std::string& input, const std::string& rules) {
    Result<MapRecord> there = read_map_record(job.folder);
    if (!there) {
        return other_content(job.folder, "there is something else than a finished map");
    }
    if (there->input != input) {
        return other_content(job.folder, "holds the map of other rows");
    }
    if (there->rules != rules || there->tiers != job.tiers) {
        return other_content(job.folder, "holds the map of these rows by other rules");
    }
    return Mapped{std::move(*there), true};
}

bool is_taken(const std::string& folder) {
    std::error_code code;
    return fs::exists(folder, code) &&
           !(fs::is_directory(folder, code) && fs::is_empty(folder, code));
}

}  // namespace

Result<MapRecord> read_map_record(const std::string& folder) {
    const std::string file = (fs::path(folder) / kMapRecord).string();
    const Result<std::string> text = read_input(file, Console{});
    if (!text) {
        return text.error();
    }
    const nlohmann::json object = nlohmann::json::parse(*text, nullptr, false);
    const auto text_of = [&object](const char* key) {
        const auto found = object.find(key);
        return found != object.end() && found->is_string() ? found->get<std::string>() : "";
    };
    const auto count_of = [&object](const char* key) {
        const auto found = object.find(key);
        return found != object.end() && found->is_number_unsigned() ? found->get<std::uint64_t>()
                                                                    : 0;
    };
    if (!object.is_object() || text_of("schema") != kSchemaName) {
        return Error{
            ErrorCode::BadFormat,
            fmt::format("no record of atodds map: expected the schema \"{}\"", kSchemaName),
            {file, std::nullopt},
            "map the rows again into a new folder"};
    }
    return MapRecord{text_of("input"),     text_of("rules"),  text_of("tiers"),
                     count_of("articles"), count_of("facts"), count_of("failed")};
}

Result<Mapped> map_rows(std::istream& rows, const RuleSet& rules, const MapJob& job,
                        Diagnostics& diagnostics) {
    if (is_taken(job.folder)) {
        // Who feeds us must not meet a closed pipe; and the rows say whether it is their map.
        return accept(job, hash_of_rows(rows).text(), rules.content_hash);
    }
    Result<UnpublishedFolder> made = UnpublishedFolder::make(job.folder);
    if (!made) {
        return made.error();
    }
    Result<MapRecord> record = map_into(*made, rows, rules, job, diagnostics);
    if (!record) {
        return record.error();
    }
    if (const Result<Done> published = made->publish(); !published) {
        // A second attempt at the same rows may have been quicker: batch engines start some twice.
        const Result<Mapped> other = accept(job, record->input, record->rules);
        return other ? other : published.error();
    }
    return Mapped{std::move(*record), false};
}

}  // namespace atodds
