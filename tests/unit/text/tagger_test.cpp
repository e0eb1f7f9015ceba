#include "text/tagger.hpp"

#include "text/token_form.hpp"
#include "text/tokenizer.hpp"

#include <doctest/doctest.h>

#include <fstream>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace atodds {
namespace {

std::vector<Token> tagged(std::string_view text) {
    std::vector<Token> tokens = tokenize(text);
    std::vector<TagLabel> labels;
    Tagger::shipped().tag(tokens, labels);
    return tokens;
}

struct Row {
    const char* text;
    std::size_t token;
    Upos tag;
    Form form;
};

TEST_CASE("a word is tagged by its place") {
    const Row rows[] = {
        {"They order chips.", 1, Upos::Verb, Form::Base},
        {"The order was late.", 1, Upos::Noun, Form::None},
        {"The orders were late.", 1, Upos::Noun, Form::Plural},
        {"The agency ordered a halt.", 2, Upos::Verb, Form::Past},
        {"The chips were ordered.", 3, Upos::Verb, Form::Participle},
        {"The chips are larger.", 3, Upos::Adj, Form::Comparative},
        {"They may leave.", 1, Upos::Aux, Form::Modal},
        {"It rose in May.", 3, Upos::Propn, Form::None},
        {"It sold 300,000 units.", 2, Upos::Num, Form::None},
        {"The firm bought Xelanta for cash.", 3, Upos::Propn, Form::None},
        {"Tech Giants Halt Orders for Nvidia Chips", 3, Upos::Noun, Form::Plural},
        {"GIANTS HALT ORDERS FOR NVIDIA CHIPS", 2, Upos::Noun, Form::Plural},
    };
    for (const Row& row : rows) {
        SUBCASE(row.text) {
            const std::vector<Token> tokens = tagged(row.text);
            REQUIRE(tokens.size() > row.token);
            CHECK(tokens[row.token].tag == row.tag);
            CHECK(tokens[row.token].form == row.form);
        }
    }
}

TEST_CASE("the same tokens always get the same tags") {
    CHECK(tagged("Acme said it may sell the unit.") == tagged("Acme said it may sell the unit."));
}

TEST_CASE("what the tagger remembers of words changes no tag") {
    const std::string_view text = "The Board ordered new orders; ORDERS rose.";
    const std::vector<Token> before = tagged(text);
    for (int i = 0; i < 9000; ++i) {  // more words than are remembered
        tagged("word" + std::to_string(i) + " falls.");
    }
    CHECK(tagged(text) == before);
}

TEST_CASE("no tokens, no labels") {
    std::vector<TagLabel> labels{TagLabel::X};
    Tagger::shipped().label({}, labels);
    CHECK(labels.empty());
}

const std::map<std::string, Upos>& tag_names() {
    static const std::map<std::string, Upos> kNames = {
        {"ADJ", Upos::Adj},     {"ADP", Upos::Adp},     {"ADV", Upos::Adv},
        {"AUX", Upos::Aux},     {"CCONJ", Upos::Cconj}, {"DET", Upos::Det},
        {"INTJ", Upos::Intj},   {"NOUN", Upos::Noun},   {"NUM", Upos::Num},
        {"PART", Upos::Part},   {"PRON", Upos::Pron},   {"PROPN", Upos::Propn},
        {"PUNCT", Upos::Punct}, {"SCONJ", Upos::Sconj}, {"SYM", Upos::Sym},
        {"VERB", Upos::Verb},   {"X", Upos::X}};
    return kNames;
}

/// Share of right tags over a treebank file with the columns ID FORM LEMMA UPOS.
double accuracy(std::istream& file) {
    std::size_t right = 0;
    std::size_t count = 0;
    std::vector<Token> tokens;
    std::vector<Upos> gold;
    std::vector<TagLabel> labels;
    for (std::string line; std::getline(file, line);) {
        if (!line.empty()) {
            const auto form = line.find('\t') + 1;
            const auto lemma = line.find('\t', form) + 1;
            const auto tag = line.find('\t', lemma) + 1;
            tokens.push_back(make_token(line.substr(form, lemma - form - 1), {}));
            gold.push_back(tag_names().at(line.substr(tag, line.find('\t', tag) - tag)));
            continue;
        }
        Tagger::shipped().tag(tokens, labels);
        for (std::size_t i = 0; i < tokens.size(); ++i) {
            right += tokens[i].tag == gold[i] ? 1U : 0U;
        }
        count += tokens.size();
        tokens.clear();
        gold.clear();
    }
    return count == 0 ? 0 : static_cast<double>(right) / static_cast<double>(count);
}

TEST_CASE("on treebank text that it was not trained on, at least 95 of 100 tags are right") {
    std::ifstream file(ATODDS_SOURCE_DIR "/../shared/dev-data/treebank/test.tsv");
    if (!file) {
        MESSAGE("skipped: no treebank at ../shared/dev-data/treebank");
        return;
    }
    CHECK(accuracy(file) >= 0.95);
}

}  // namespace
}  // namespace atodds
