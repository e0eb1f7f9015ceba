// The yardstick of `make bench`: indexing by the book with Xapian's own term generator, English
// stems, no positions. Each thread writes a database of its own with its share of the files' rows.
//
//   atodds_stock OUT THREADS FILE.jsonl...
//
// The document holds the id alone, which is the least there is to be written, so the comparison is
// not eased by text that the yardstick would store.

#include <fmt/format.h>
#include <nlohmann/json.hpp>
#include <xapian.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <string>
#include <thread>
#include <vector>

namespace {

// What was measured to be best for stock indexing, too: 200 to 1,000.
constexpr std::size_t kCommitArticles = 1000;

struct Share {
    std::string out;
    std::size_t thread = 0;
    std::size_t threads = 1;
    std::vector<std::string> files;
};

void index_row(const std::string& line, Xapian::TermGenerator& generator,
               Xapian::WritableDatabase& database) {
    const nlohmann::json row = nlohmann::json::parse(line);
    Xapian::Document document;
    document.set_data(row.at("id").get<std::string>());
    generator.set_document(document);
    generator.index_text_without_positions(row.at("title").get<std::string>());
    generator.index_text_without_positions(row.at("text").get<std::string>());
    database.add_document(document);
}

/// Every row whose number is that of the thread, modulo their count.
void index_share(const Share& share) {
    Xapian::WritableDatabase database(fmt::format("{}/{}", share.out, share.thread),
                                      Xapian::DB_CREATE_OR_OVERWRITE);
    Xapian::TermGenerator generator;
    generator.set_stemmer(Xapian::Stem("english"));
    std::size_t number = 0;
    for (const std::string& path : share.files) {
        std::ifstream file(path);
        for (std::string line; std::getline(file, line); ++number) {
            if (number % share.threads != share.thread) {
                continue;
            }
            index_row(line, generator, database);
            if ((number / share.threads + 1) % kCommitArticles == 0) {
                database.commit();
            }
        }
    }
    database.commit();
}

}  // namespace

int main(int count, char** arguments) {
    const long threads = count > 3 ? std::strtol(arguments[2], nullptr, 10) : 0;
    if (threads < 1) {
        fmt::print(stderr, "usage: atodds_stock OUT THREADS FILE.jsonl...\n");
        return 2;
    }
    std::filesystem::create_directories(arguments[1]);
    std::vector<std::thread> workers;
    for (std::size_t thread = 0; thread < static_cast<std::size_t>(threads); ++thread) {
        Share share{arguments[1],
                    thread,
                    static_cast<std::size_t>(threads),
                    {arguments + 3, arguments + count}};
        workers.emplace_back([share = std::move(share)] { index_share(share); });
    }
    for (std::thread& worker : workers) {
        worker.join();
    }
    return 0;
}
