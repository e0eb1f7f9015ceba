#include "text/analyser.hpp"

#include <doctest/doctest.h>

#include <string>
#include <vector>

namespace atodds {
namespace {

Article article_of(std::string text) {
    Article article;
    article.text = text;
    article.reading = std::move(text);
    return article;
}

std::vector<std::string> sentences_of(const std::string& text) {
    const Article article = article_of(text);
    std::vector<std::string> sentences;
    for (const Statement& statement : split_statements(article)) {
        sentences.emplace_back(slice(article.text, statement.span));
    }
    return sentences;
}

struct Row {
    const char* name;
    const char* text;
    std::vector<std::string> sentences;
};

const std::string kLong(120, 'x');

TEST_CASE("a block is split into sentences") {
    const Row rows[] = {
        {"two", "Prices fell. Sales rose.", {"Prices fell.", "Sales rose."}},
        {"country inside",
         "The U.S. Commerce Department said so.",
         {"The U.S. Commerce Department said so."}},
        {"country at the end",
         "It left the U.S. The firm stayed.",
         {"It left the U.S.", "The firm stayed."}},
        {"title", "Mr. Lee met Dr. Park.", {"Mr. Lee met Dr. Park."}},
        {"firm", "Acme Corp. Chairman Lee left.", {"Acme Corp. Chairman Lee left."}},
        {"month", "It began on Jan. 5 and ended.", {"It began on Jan. 5 and ended."}},
        {"hour", "It began at 9 a.m. on Monday.", {"It began at 9 a.m. on Monday."}},
        {"initials", "J. R. Smith won.", {"J. R. Smith won."}},
        {"number", "It is No. 5 now. It was 3.5 then.", {"It is No. 5 now.", "It was 3.5 then."}},
        {"quote after stop", "“It is done.” He left.", {"“It is done.”", "He left."}},
        {"straight quote after stop", "\"It is done.\" He left.", {"\"It is done.\"", "He left."}},
        {"question in quotes", "“Why now?” Park asked.", {"“Why now?” Park asked."}},
        {"exclamation in a name", "Yahoo! said it grew.", {"Yahoo! said it grew."}},
        {"dots inside", "He said ... nothing.", {"He said ... nothing."}},
        {"dots at the end", "He waited… Then he left.", {"He waited…", "Then he left."}},
        {"bracket", "It fell (by half.) It rose.", {"It fell (by half.)", "It rose."}},
        {"small name", "It grew. iPhone sales fell.", {"It grew.", "iPhone sales fell."}},
        {"digit first", "It grew. 300 people left.", {"It grew.", "300 people left."}},
        {"headline and body",
         "Acme Cuts Orders\n\nAcme cut orders.",
         {"Acme Cuts Orders", "Acme cut orders."}},
        {"wrapped line",
         "The firm that makes the small chips said\nthat it will wait.",
         {"The firm that makes the small chips said\nthat it will wait."}},
        {"list", "• one thing\n• two things", {"• one thing", "• two things"}},
        {"list number", "1. Buy the chips.", {"1. Buy the chips."}},
        {"missing blank", "It ended.The firm left.", {"It ended.", "The firm left."}},
        {"missing blank behind a year",
         "It ended in 2019.The firm left.",
         {"It ended in 2019.", "The firm left."}},
        {"nothing", " \n\n ", {}},
    };
    for (const Row& row : rows) {
        SUBCASE(row.name) {
            CHECK(sentences_of(row.text) == row.sentences);
        }
    }
}

TEST_CASE("a line break ends a sentence where lines are not wrapped") {
    const std::string text = "Acme cuts its orders\n" + kLong + " is long.";
    CHECK(sentences_of(text).size() == 2);
}

TEST_CASE("quarantined blocks and front matter give no statements") {
    Article article = article_of("Title\nSome prose here.\nSubscribe now.\n");
    article.blocks = {{BlockKind::Title, {0, 5}, ""},
                      {BlockKind::Body, {6, 22}, ""},
                      {BlockKind::Boilerplate, {23, 37}, "teaser"}};
    const std::vector<Statement> statements = split_statements(article);
    REQUIRE(statements.size() == 2);
    CHECK(statements[0].block == BlockKind::Title);
    CHECK(statements[1].paragraph == 1);
    CHECK(slice(article.text, statements[1].span) == "Some prose here.");
}

TEST_CASE("a sentence has no more than 1,024 tokens") {
    std::string text;
    for (int i = 0; i < 3000; ++i) {
        text += "a ";
    }
    for (const Statement& statement : split_statements(article_of(text))) {
        CHECK(statement.tokens.size() <= 1024);
    }
}

/// The quoted tokens, with one blank between them.
std::string quoted(const std::string& text) {
    const Article article = article_of(text);
    std::string joined;
    for (const Statement& statement : split_statements(article)) {
        for (const Token& token : statement.tokens) {
            if (token.is_in_quotes) {
                joined += joined.empty() ? "" : " ";
                joined += slice(article.text, token.span);
            }
        }
    }
    return joined;
}

TEST_CASE("tokens between quotation marks are noted") {
    const std::vector<std::pair<std::string, std::string>> rows = {
        {"He said “we will wait” twice.", "we will wait"},
        {"He said \"we will wait\" twice.", "we will wait"},
        {"“We wait. We hope,” he said.", "We wait . We hope ,"},
        {"“We wait.", "We wait ."},
        {"A screen of 6\" is small.", ""},
        {"He called it ‘too small’ for us.", "too small"},
        {"It isn’t the firm’s.", ""},
        {"The firms' orders fell.", ""},
    };
    for (const auto& [text, expected] : rows) {
        CAPTURE(text);
        CHECK(quoted(text) == expected);
    }
}

}  // namespace
}  // namespace atodds
