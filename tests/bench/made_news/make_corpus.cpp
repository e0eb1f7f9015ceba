// Writes a made collection of articles with planted conflicts; see docs/benchmarks.md.
//
//   atodds_corpus OUT ARTICLES [SEED [EXTRAS [PLANTS]]]
//
// OUT/articles/NNNN.jsonl (10,000 articles each), OUT/plants.jsonl, OUT/extra.jsonl and
// OUT/extra-plants.jsonl. Says how much it wrote as one line of JSON; bytes are those of title and
// text. PLANTS is in thousandths of the stories of two articles or more.

#include "bench/made_news/corpus.hpp"

#include <fmt/format.h>

#include <charconv>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <optional>
#include <string>
#include <string_view>
#include <system_error>
#include <utility>
#include <vector>

namespace atodds::bench {
namespace {

constexpr std::uint64_t kArticlesPerFile = 10'000;

/// A file for lines; what cannot be written is noticed at the end.
class LineFile {
  public:
    explicit LineFile(const std::string& path) : stream_(path, std::ios::binary) {}

    void write(const std::string& line) { stream_ << line; }

    bool close() {
        stream_.close();
        return !stream_.fail();
    }

  private:
    std::ofstream stream_;
};

/// The articles, so many a file.
class ArticleFiles {
  public:
    explicit ArticleFiles(std::string folder) : folder_(std::move(folder)) {}

    void write(const std::string& line) {
        if (count_ % kArticlesPerFile == 0) {
            close();
            file_.open(fmt::format("{}/{:04}.jsonl", folder_, count_ / kArticlesPerFile),
                       std::ios::binary);
        }
        ++count_;
        file_ << line;
    }

    bool close() {
        if (file_.is_open()) {
            file_.close();
        }
        is_good_ = is_good_ && !file_.fail();
        return is_good_;
    }

  private:
    std::string folder_;
    std::ofstream file_;
    std::uint64_t count_ = 0;
    bool is_good_ = true;
};

std::optional<CorpusCounts> write_corpus(const Material& material, const CorpusOptions& options,
                                         const std::string& out) {
    std::error_code error;
    std::filesystem::create_directories(out + "/articles", error);
    ArticleFiles articles(out + "/articles");
    LineFile plants(out + "/plants.jsonl");
    LineFile extras(out + "/extra.jsonl");
    LineFile extra_plants(out + "/extra-plants.jsonl");
    const CorpusCounts counts =
        make_corpus(material, options,
                    {.article = [&](const std::string& line) { articles.write(line); },
                     .plant = [&](const std::string& line) { plants.write(line); },
                     .extra = [&](const std::string& line) { extras.write(line); },
                     .extra_plant = [&](const std::string& line) { extra_plants.write(line); }});
    bool are_written = articles.close();
    for (LineFile* file : {&plants, &extras, &extra_plants}) {
        are_written = file->close() && are_written;
    }
    return are_written ? std::optional(counts) : std::nullopt;
}

/// Nothing where it is no number.
std::optional<std::uint64_t> number_of(std::string_view text) {
    std::uint64_t number = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    const bool is_whole = error == std::errc() && end == text.data() + text.size();
    return is_whole ? std::optional(number) : std::nullopt;
}

int run(const std::vector<std::string>& arguments) {
    std::vector<std::uint64_t> numbers;
    for (std::size_t i = 1; i < arguments.size(); ++i) {
        if (const std::optional<std::uint64_t> number = number_of(arguments[i])) {
            numbers.push_back(*number);
        }
    }
    if (numbers.empty() || numbers.size() + 1 != arguments.size() || numbers.size() > 4) {
        fmt::print(stderr, "usage: atodds_corpus OUT ARTICLES [SEED [EXTRAS [PLANTS]]]\n");
        return 2;
    }
    CorpusOptions options;
    options.articles = numbers[0];
    options.stories.seed = numbers.size() > 1 ? numbers[1] : options.stories.seed;
    options.extras = numbers.size() > 2 ? numbers[2] : 0;
    if (numbers.size() > 3) {
        options.stories.plants_per_thousand = static_cast<std::uint32_t>(numbers[3]);
    }
    const Result<Material> material = Material::read(ATODDS_SOURCE_DIR "/tests/bench/made_news");
    if (!material) {
        fmt::print(stderr, "{}: {}\n", material.error().place.file, material.error().message);
        return 2;
    }
    const std::optional<CorpusCounts> counts = write_corpus(*material, options, arguments[0]);
    if (!counts) {
        fmt::print(stderr, "{}: cannot be written\n", arguments[0]);
        return 2;
    }
    fmt::print("{{\"articles\": {}, \"bytes\": {}, \"plants\": {}}}\n", counts->articles,
               counts->bytes, counts->plants);
    return 0;
}

}  // namespace
}  // namespace atodds::bench

int main(int count, char** arguments) {
    return atodds::bench::run({arguments + 1, arguments + count});
}
