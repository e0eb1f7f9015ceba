#pragma once
// Statements from plain sentences, for tests of what comes after `text`.

#include "model/article.hpp"
#include "model/statement.hpp"
#include "text/analyser.hpp"

#include <string>
#include <vector>

namespace atodds::test {

/// An article whose whole text is one body block.
inline Article make_article(const std::string& text, const std::string& id = "a") {
    Article article;
    article.id = id;
    article.path = id + ".txt";
    article.text = text;
    article.reading = text;
    article.blocks = {{BlockKind::Body, {0, static_cast<std::uint32_t>(text.size())}, ""}};
    return article;
}

/// The first sentence of `text`, fully analysed.
inline Statement make_statement(const std::string& text) {
    std::vector<Statement> statements = split_statements(make_article(text));
    Statement statement = statements.empty() ? Statement{} : statements.front();
    analyse(statement, Depth::Clauses);
    return statement;
}

/// The words of tokens `range`, joined by blanks.
inline std::string words_of(const Statement& statement, TokenRange range) {
    std::string words;
    for (std::uint32_t t = range.begin; t < range.end; ++t) {
        words += (words.empty() ? "" : " ") + statement.tokens[t].lower;
    }
    return words;
}

}  // namespace atodds::test
