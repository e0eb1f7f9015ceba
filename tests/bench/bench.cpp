// `make bench`: how fast the slow stages are on one core, each beside a yardstick that does less
// with the same bytes in the same run. Times are CPU time of the process, the best of several
// rounds, so that a busy machine shows less; nothing is asserted. Half of the text is corpus/ over
// and over, half is made (news_text.hpp).
//
//   atodds_bench [MEGABYTES]   of text, 1 to 64; default 2

#include "bench/made_rules.hpp"
#include "bench/news_text.hpp"
#include "extract/fact_reader.hpp"
#include "index/fact_index.hpp"
#include "ingest/article_reader.hpp"
#include "ruleset/ruleset.hpp"
#include "support/temporary_folder.hpp"
#include "text/analyser.hpp"
#include "text/parser.hpp"
#include "text/tagger.hpp"
#include "values/lexeme.hpp"
#include "values/value_reader.hpp"

#include <fmt/format.h>
#include <xapian.h>

#include <algorithm>
#include <cstdint>
#include <cstdlib>
#include <cstring>
#include <ctime>
#include <functional>
#include <limits>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace atodds::bench {
namespace {

constexpr std::size_t kMegabyte = 1'000'000;
constexpr int kRounds = 3;
// A stage that takes less is run several times a round; the clock ticks finer than this by far.
constexpr double kLeastSeconds = 0.2;
// As often as the fact index commits, so that the engine's share is the same.
constexpr std::size_t kCommitArticles = 500;

double cpu_seconds() {
    timespec now{};
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &now);
    return static_cast<double>(now.tv_sec) + static_cast<double>(now.tv_nsec) * 1e-9;
}

/// Seconds of one run of `stage`, the best of several rounds. What it returns is summed up, so that
/// no work can be left out by the compiler; the sum goes to `checksum`.
double seconds_of(const std::function<std::uint64_t()>& stage, std::uint64_t& checksum) {
    double best = std::numeric_limits<double>::max();
    for (int round = 0; round < kRounds; ++round) {
        const double start = cpu_seconds();
        int runs = 0;
        double spent = 0;
        do {
            checksum += stage();
            ++runs;
            spent = cpu_seconds() - start;
        } while (spent < kLeastSeconds);
        best = std::min(best, spent / runs);
    }
    return best;
}

// ---- The text -----------------------------------------------------------------------------------

struct Text {
    std::vector<Article> articles;
    std::size_t bytes = 0;
};

std::vector<Article> corpus_articles() {
    Diagnostics diagnostics;
    std::vector<Article> articles;
    const IngestOptions options;
    read_articles(
        list_files({ATODDS_SOURCE_DIR "/corpus"}, options, diagnostics), options,
        [&](Article&& article) { articles.push_back(std::move(article)); }, diagnostics);
    return articles;
}

Text bench_text(std::size_t bytes) {
    Text text;
    const std::vector<Article> corpus = corpus_articles();
    for (std::size_t i = 0; text.bytes < bytes / 2 && !corpus.empty(); ++i) {
        Article article = corpus[i % corpus.size()];
        article.id += fmt::format("/{}", i);
        text.bytes += article.reading.size();
        text.articles.push_back(std::move(article));
    }
    for (Article& article : made_articles(20'250'801, bytes - text.bytes)) {
        text.bytes += article.reading.size();
        text.articles.push_back(std::move(article));
    }
    return text;
}

std::vector<Statement> all_statements(const Text& text) {
    std::vector<Statement> all;
    for (const Article& article : text.articles) {
        for (Statement& statement : split_statements(article)) {
            all.push_back(std::move(statement));
        }
    }
    return all;
}

// ---- The stages ---------------------------------------------------------------------------------

std::uint64_t count_lines(const Text& text) {
    std::uint64_t lines = 0;
    for (const Article& article : text.articles) {
        const char* at = article.reading.data();
        const char* const end = at + article.reading.size();
        while (at != end) {
            const void* found = std::memchr(at, '\n', static_cast<std::size_t>(end - at));
            at = found == nullptr ? end : static_cast<const char*>(found) + 1;
            ++lines;
        }
    }
    return lines;
}

std::uint64_t count_lexemes(const Text& text) {
    std::vector<Lexeme> lexemes;
    std::uint64_t count = 0;
    for (const Article& article : text.articles) {
        split_lexemes(article.reading, lexemes);
        count += lexemes.size();
    }
    return count;
}

std::uint64_t count_values(const Text& text) {
    std::uint64_t count = 0;
    for (const Article& article : text.articles) {
        count += read_values(article.reading, {.reference_day = article.published}).size();
    }
    return count;
}

std::uint64_t count_facts(const Text& text, const FactReader& reader) {
    std::uint64_t count = 0;
    for (std::span<const Article> rest = text.articles; !rest.empty();) {
        const std::size_t size = batch_size(rest);
        for (const std::vector<Fact>& facts : reader.read(rest.first(size))) {
            count += facts.size();
        }
        rest = rest.subspan(size);
    }
    return count;
}

std::uint64_t tag_all(std::vector<Statement>& statements,
                      std::vector<std::vector<TagLabel>>& labels) {
    labels.resize(statements.size());
    for (std::size_t i = 0; i < statements.size(); ++i) {
        Tagger::shipped().tag(statements[i].tokens, labels[i]);
    }
    return labels.size();
}

std::uint64_t parse_all(std::vector<Statement>& statements,
                        const std::vector<std::vector<TagLabel>>& labels) {
    std::uint64_t roots = 0;
    for (std::size_t i = 0; i < statements.size(); ++i) {
        Parser::shipped().parse(statements[i].tokens, labels[i]);
        roots += statements[i].tokens.front().head == kNoToken ? 1U : 0U;
    }
    return roots;
}

/// The facts of every article into a new index on disk. Zero where the index fails.
std::uint64_t index_facts(const Text& text, const std::vector<std::vector<Fact>>& facts) {
    const TemporaryFolder folder;
    Result<IndexWriter> writer = IndexWriter::open(folder.path("index"), "bench");
    std::uint64_t put = 0;
    for (std::size_t i = 0; writer && i < text.articles.size(); ++i) {
        put += writer->put(text.articles[i], facts[i]) ? 1U : 0U;
    }
    return writer && writer->commit() ? put : 0;
}

enum class Positions : std::uint8_t { With, Without };

/// What Xapian's own term generator makes of the same text: every word and its stem.
std::uint64_t index_stock(const Text& text, Positions positions) {
    const TemporaryFolder folder;
    Xapian::WritableDatabase database(folder.path("stock"), Xapian::DB_CREATE);
    Xapian::TermGenerator generator;
    generator.set_stemmer(Xapian::Stem("english"));
    std::size_t pending = 0;
    for (const Article& article : text.articles) {
        Xapian::Document document;
        document.set_data(article.text);
        generator.set_document(document);
        if (positions == Positions::With) {
            generator.index_text(article.reading);
        } else {
            generator.index_text_without_positions(article.reading);
        }
        database.add_document(document);
        if (++pending % kCommitArticles == 0) {
            database.commit();
        }
    }
    database.commit();
    return database.get_doccount();
}

// ---- The table ----------------------------------------------------------------------------------

class Table {
  public:
    explicit Table(std::size_t bytes) : bytes_(bytes) {
        fmt::print("{:<44}{:>10}  {}\n", "stage, one core", "MB/s", "beside");
    }

    /// Prints a row and gives its seconds. `beside` names the yardstick of `beside_seconds`.
    double row(std::string_view name, const std::function<std::uint64_t()>& stage,
               std::string_view beside = {}, double beside_seconds = 0) {
        const double seconds = seconds_of(stage, checksum_);
        fmt::print("{:<44}{:>10.2f}  {}\n", name, megabytes() / seconds,
                   ratio(seconds, beside, beside_seconds));
        return seconds;
    }

    /// The same for a stage that reads tokens.
    double token_row(std::string_view name, std::size_t tokens,
                     const std::function<std::uint64_t()>& stage) {
        const double seconds = seconds_of(stage, checksum_);
        fmt::print("{:<44}{:>10.2f}  {:.0f} thousand tokens/s\n", name, megabytes() / seconds,
                   static_cast<double>(tokens) / seconds / 1000);
        return seconds;
    }

    /// A row added up from others.
    void sum_row(std::string_view name, double seconds, std::string_view beside,
                 double beside_seconds) const {
        fmt::print("{:<44}{:>10.2f}  {}\n", name, megabytes() / seconds,
                   ratio(seconds, beside, beside_seconds));
    }

    std::uint64_t checksum() const { return checksum_; }

  private:
    double megabytes() const {
        return static_cast<double>(bytes_) / static_cast<double>(kMegabyte);
    }

    static std::string ratio(double seconds, std::string_view beside, double beside_seconds) {
        return beside.empty()
                   ? std::string()
                   : fmt::format("{:.2f} times the speed of {}", beside_seconds / seconds, beside);
    }

    std::size_t bytes_;
    std::uint64_t checksum_ = 0;
};

void measure_values(Table& table, const Text& text) {
    const double scan = table.row("memchr for line breaks", [&] { return count_lines(text); });
    const double lexer = table.row("lexer", [&] { return count_lexemes(text); }, "memchr", scan);
    table.row("values", [&] { return count_values(text); }, "the lexer", lexer);
}

void measure_reading(Table& table, const Text& text) {
    table.row("sentences and tokens", [&] { return all_statements(text).size(); });
    std::vector<Statement> statements = all_statements(text);
    std::size_t tokens = 0;
    for (const Statement& statement : statements) {
        tokens += statement.tokens.size();
    }
    std::vector<std::vector<TagLabel>> labels;
    table.token_row("tagger", tokens, [&] { return tag_all(statements, labels); });
    table.token_row("parser", tokens, [&] { return parse_all(statements, labels); });
}

void measure_facts(Table& table, const Text& text, const RuleSet& rules) {
    const FactReader declared(rules, Tiers::DeclaredOnly);
    const FactReader both(rules, Tiers::Both);
    const double stock = table.row("stock Xapian, English stemmer, positions",
                                   [&] { return index_stock(text, Positions::With); });
    const double bare = table.row(
        "stock Xapian, English stemmer, no positions",
        [&] { return index_stock(text, Positions::Without); }, "stock with positions", stock);
    table.row(
        "facts, declared only", [&] { return count_facts(text, declared); }, "stock with positions",
        stock);
    const double reading = table.row(
        "facts, all tiers", [&] { return count_facts(text, both); }, "stock with positions", stock);
    std::vector<std::vector<Fact>> facts;
    for (const Article& article : text.articles) {
        facts.push_back(both.read(article));
    }
    const double writing = table.row(
        "index, facts already read", [&] { return index_facts(text, facts); },
        "stock without positions", bare);
    table.sum_row("index with facts, all tiers", reading + writing, "stock with positions", stock);
}

/// What a hundred times as many rules cost.
void measure_rules(Table& table, const Text& text) {
    double few = 0;
    for (const std::size_t count : {10U, 1000U}) {
        const RuleSet rules = made_rules(count);
        const FactReader reader(rules, Tiers::DeclaredOnly);
        few = table.row(
            fmt::format("facts, {} made rules", rules.rules.size()),
            [&] { return count_facts(text, reader) + 1; },
            few == 0 ? std::string_view() : "10 rules", few);
    }
}

/// Reading and compiling the rules: CPU time of a start with warm files.
void measure_start(std::uint64_t& checksum) {
    const auto load = []() -> std::uint64_t {
        Diagnostics diagnostics;
        const RuleSet rules = load_rules(ATODDS_SOURCE_DIR "/rules", diagnostics);
        const FactReader reader(rules);
        return rules.rules.size();
    };
    const double shipped = seconds_of(load, checksum);
    fmt::print("{:<44}{:>7.1f} ms\n", "load and compile the shipped rules", shipped * 1000);
}

int run(std::size_t megabytes) {
    Diagnostics diagnostics;
    const RuleSet rules = load_rules(ATODDS_SOURCE_DIR "/rules", diagnostics);
    const Text text = bench_text(megabytes * kMegabyte);
    fmt::print("{} articles, {} bytes; {} rules\n\n", text.articles.size(), text.bytes,
               rules.rules.size());
    Table table(text.bytes);
    measure_values(table, text);
    measure_reading(table, text);
    measure_facts(table, text, rules);
    measure_rules(table, text);
    std::uint64_t checksum = table.checksum();
    measure_start(checksum);
    return checksum == 0 ? 2 : 0;  // read, so that no stage can be optimised away
}

}  // namespace
}  // namespace atodds::bench

int main(int count, char** arguments) {
    constexpr long kMostMegabytes = 64;
    const long megabytes = count > 1 ? std::strtol(arguments[1], nullptr, 10) : 2;
    if (megabytes < 1 || megabytes > kMostMegabytes) {
        fmt::print(stderr, "usage: atodds_bench [MEGABYTES]   1 to {}\n", kMostMegabytes);
        return 2;
    }
    return atodds::bench::run(static_cast<std::size_t>(megabytes));
}
