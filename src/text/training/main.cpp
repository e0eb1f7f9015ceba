// atodds_train: makes and scores the tables in src/text/model/.
//
//   atodds_train train --treebank DIR --wordnet DIR --out DIR
//   atodds_train eval --treebank DIR

#include "text/lexicon.hpp"
#include "text/sentence_parser.hpp"
#include "text/tagger.hpp"
#include "text/training/lexicon_builder.hpp"
#include "text/training/parser_trainer.hpp"
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

struct Score {
    std::size_t tokens = 0;
    std::size_t tags = 0;
    std::size_t words = 0;  ///< tokens that are no punctuation
    std::size_t heads = 0;
    std::size_t relations = 0;
};

double percent(std::size_t part, std::size_t whole) {
    return whole == 0 ? 0 : 100.0 * static_cast<double>(part) / static_cast<double>(whole);
}

Score score_of(const std::vector<GoldSentence>& gold,
               const std::vector<std::vector<Token>>& found) {
    Score score;
    for (std::size_t s = 0; s < gold.size(); ++s) {
        for (std::size_t i = 0; i < found[s].size(); ++i) {
            const Token& want = gold[s].tokens[i];
            const Token& have = found[s][i];
            const bool is_head = want.head == have.head;
            ++score.tokens;
            score.tags += want.tag == have.tag ? 1U : 0U;
            if (want.tag != Upos::Punct) {
                ++score.words;
                score.heads += is_head ? 1U : 0U;
                score.relations += is_head && want.relation == have.relation ? 1U : 0U;
            }
        }
    }
    return score;
}

/// Scores one file and prints a line. Attachment is scored with the tags found, without
/// punctuation.
void evaluate(const std::string& name, const std::vector<GoldSentence>& gold, const Tagger& tagger,
              const Parser& parser) {
    std::vector<std::vector<Token>> sentences;
    std::vector<std::vector<TagLabel>> labels(gold.size());
    for (const GoldSentence& sentence : gold) {
        sentences.push_back(sentence.tokens);
    }
    auto start = std::chrono::steady_clock::now();
    for (std::size_t i = 0; i < gold.size(); ++i) {
        tagger.tag(sentences[i], labels[i]);
    }
    const double tag_seconds = seconds_since(start);
    start = std::chrono::steady_clock::now();
    for (std::size_t i = 0; i < gold.size(); ++i) {
        parse_sentence(parser, sentences[i], labels[i]);
    }
    const double parse_seconds = seconds_since(start);
    const Score score = score_of(gold, sentences);
    const auto count = static_cast<double>(score.tokens);
    fmt::print(
        "{}: UPOS {:.2f} UAS {:.2f} LAS {:.2f} % of {} tokens; tags {:.2f}, heads {:.2f} million "
        "tokens/s\n",
        name, percent(score.tags, score.tokens), percent(score.heads, score.words),
        percent(score.relations, score.words), score.tokens, count / tag_seconds / 1e6,
        count / parse_seconds / 1e6);
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
        evaluate(name, *gold, Tagger::shipped(), Parser::shipped());
    }
    return code;
}

/// Labels for each sentence by a tagger that was not trained on it: the parser must learn from
/// tags with the errors that it will meet.
std::vector<std::vector<TagLabel>> jackknife(const std::vector<GoldSentence>& treebank,
                                             const Lexicon& lexicon) {
    constexpr std::size_t kFolds = 5;
    std::vector<std::vector<TagLabel>> labels(treebank.size());
    for (std::size_t fold = 0; fold < kFolds; ++fold) {
        std::vector<GoldSentence> others;
        for (std::size_t i = 0; i < treebank.size(); ++i) {
            if (i * kFolds / treebank.size() != fold) {
                others.push_back(treebank[i]);
            }
        }
        const Bytes bytes = train_tagger(others, lexicon, {});
        const Tagger tagger(bytes, lexicon);
        for (std::size_t i = 0; i < treebank.size(); ++i) {
            if (i * kFolds / treebank.size() == fold) {
                tagger.label(treebank[i].tokens, labels[i]);
            }
        }
    }
    return labels;
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
    const Bytes tagger_bytes = train_tagger(*treebank, lexicon, {});
    if (options.contains("--try-tagger")) {
        const auto dev = read_treebank(options.at("--treebank") + "/dev.tsv");
        if (dev) {
            evaluate("dev", *dev, Tagger(tagger_bytes, lexicon), Parser::shipped());
        }
        return 0;
    }
    const Bytes parser_bytes = train_parser(*treebank, jackknife(*treebank, lexicon), {});
    if (const auto dev = read_treebank(options.at("--treebank") + "/dev.tsv")) {
        evaluate("dev", *dev, Tagger(tagger_bytes, lexicon), Parser(parser_bytes));
    }
    const std::string& out = options.at("--out");
    const bool is_written = write_file(out + "/lexicon.bin", *lexicon_bytes) &&
                            write_file(out + "/tagger.bin", tagger_bytes) &&
                            write_file(out + "/parser.bin", parser_bytes);
    if (!is_written) {
        fmt::print(stderr, "cannot write the tables to {}\n", out);
    }
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
