// atodds_train: makes and scores the tables in src/text/model/.
//
//   atodds_train train --treebank DIR --wordnet DIR --out DIR
//   atodds_train eval --treebank DIR [--model DIR]

#include "text/embedded_model.hpp"
#include "text/lexicon.hpp"
#include "text/tagger.hpp"
#include "text/training/lexicon_builder.hpp"
#include "text/training/tagger_trainer.hpp"
#include "text/training/treebank.hpp"

#include <fmt/format.h>

#include <chrono>
#include <fstream>
#include <iterator>
#include <map>
#include <string>

namespace atodds {
namespace {

using Bytes = std::vector<std::uint8_t>;
using Options = std::map<std::string, std::string>;

bool write_file(const std::string& path, const Bytes& bytes) {
    std::ofstream file(path, std::ios::binary);
    file.write(reinterpret_cast<const char*>(bytes.data()),
               static_cast<std::streamsize>(bytes.size()));
    file.close();
    return file.good();
}

double seconds_since(std::chrono::steady_clock::time_point start) {
    return std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
}

/// Scores one file and prints a line.
void evaluate(const std::string& name, const std::vector<GoldSentence>& gold,
              const Tagger& tagger) {
    std::vector<std::vector<Token>> sentences;
    std::size_t count = 0;
    for (const GoldSentence& sentence : gold) {
        sentences.push_back(sentence.tokens);
        count += sentence.tokens.size();
    }
    const auto start = std::chrono::steady_clock::now();
    for (auto& tokens : sentences) {
        tagger.tag(tokens);
    }
    const double seconds = seconds_since(start);
    std::size_t right = 0;
    for (std::size_t s = 0; s < gold.size(); ++s) {
        for (std::size_t i = 0; i < sentences[s].size(); ++i) {
            right += sentences[s][i].tag == gold[s].tokens[i].tag ? 1U : 0U;
        }
    }
    fmt::print("{}: UPOS {:.2f} % of {} tokens, {:.2f} million tokens/s\n", name,
               100.0 * static_cast<double>(right) / static_cast<double>(count), count,
               static_cast<double>(count) / seconds / 1e6);
}

int evaluate_all(const Options& options) {
    int code = 0;
    for (const char* name : {"dev", "test", "test-news"}) {
        const auto gold = read_treebank(options.at("--treebank") + "/" + name + ".tsv");
        if (!gold) {
            fmt::print(stderr, "cannot read {}.tsv\n", name);
            code = 2;
            continue;
        }
        evaluate(name, *gold, Tagger::shipped());
    }
    return code;
}

int train_all(const Options& options) {
    const auto treebank = read_treebank(options.at("--treebank") + "/train.tsv");
    if (!treebank) {
        fmt::print(stderr, "cannot read train.tsv in {}\n", options.at("--treebank"));
        return 2;
    }
    const auto lexicon_bytes = build_lexicon(options.at("--wordnet"), *treebank);
    if (!lexicon_bytes) {
        fmt::print(stderr, "cannot read WordNet in {}\n", options.at("--wordnet"));
        return 2;
    }
    const Lexicon lexicon(*lexicon_bytes);
    TaggerTraining training;
    if (options.contains("--rounds")) {
        training.rounds = static_cast<std::uint32_t>(std::stoul(options.at("--rounds")));
    }
    if (options.contains("--margin")) {
        training.margin = std::stoi(options.at("--margin"));
    }
    if (options.contains("--least")) {
        training.least_count = static_cast<std::uint32_t>(std::stoul(options.at("--least")));
    }
    if (options.contains("--bits")) {
        training.table_bits = static_cast<unsigned>(std::stoul(options.at("--bits")));
    }
    const Bytes tagger_bytes = train_tagger(*treebank, lexicon, training);
    if (const auto dev = read_treebank(options.at("--treebank") + "/dev.tsv")) {
        evaluate("dev", *dev, Tagger(tagger_bytes, lexicon));
    }
    const std::string& out = options.at("--out");
    const bool is_written = write_file(out + "/lexicon.bin", *lexicon_bytes) &&
                            write_file(out + "/tagger.bin", tagger_bytes);
    return is_written ? 0 : 2;
}

int run(int count, char** arguments) {
    const std::string command = count > 1 ? arguments[1] : "";
    Options options{{"--wordnet", "/usr/share/wordnet"}, {"--out", "."}};
    for (int i = 2; i + 1 < count; i += 2) {
        options[arguments[i]] = arguments[i + 1];
    }
    if (!options.contains("--treebank") || (command != "train" && command != "eval")) {
        fmt::print(stderr,
                   "usage: atodds_train train|eval --treebank DIR [--wordnet DIR] [--out DIR]\n");
        return 2;
    }
    return command == "train" ? train_all(options) : evaluate_all(options);
}

}  // namespace
}  // namespace atodds

int main(int count, char** arguments) {
    return atodds::run(count, arguments);
}
