#include "extract/quote_pieces.hpp"

#include "support/statements.hpp"

#include <doctest/doctest.h>

#include <string>
#include <vector>

namespace atodds {
namespace {

/// The pieces of a text in one paragraph, each between slashes.
std::string pieces(const std::string& text) {
    const Article article = test::make_article(text);
    const std::vector<Statement> statements = split_statements(article);
    const TokenStream stream(article.text, statements);
    std::string found;
    for (const QuotePiece& piece : find_quote_pieces(stream)) {
        const ByteSpan span{stream.at(piece.tokens.begin).span.begin,
                            stream.at(piece.tokens.end - 1).span.end};
        found += "/" + std::string(slice(article.text, span)) + "/";
    }
    return found;
}

TEST_CASE("marks pair into pieces") {
    struct Row {
        const char* name;
        const char* text;
        const char* expected;
    };

    const Row rows[] = {
        {"straight", "He said \"one two\" and \"three\".", "/one two//three/"},
        {"curly", "He said “one two” and “three”.", "/one two//three/"},
        {"tex", "He said ``one two''.", "/one two/"},
        {"single straight", "He said 'one two' today.", "/one two/"},
        {"single curly", "He said ‘one two’ today.", "/one two/"},
        {"apostrophes only", "The dogs' bowls and the cat's tail aren't here.", ""},
        {"decades", "In the '90s and the '80s they met.", ""},
        {"plural inside single", "'The dogs' bowl broke,' he said.", "/The dogs' bowl broke,/"},
        {"nested", "\"He said 'no' twice,\" she said.", "/He said 'no' twice,/"},
        {"nested the other way", "'He said \"no\" twice,' she said.", "/He said \"no\" twice,/"},
        {"a stray closing mark", "He left.” She stayed “for tea”.", "/for tea/"},
        {"never closed, straight", "He said \"one two and left.", ""},
        {"never closed, curly", "He said “one two and left.", "/one two and left./"},
        {"reopened without closing", "He said \"one two. She said \"three four\".", "/three four/"},
        {"set to the wrong word", "He left.\"One two, \"she said. \"Three. \"They met.",
         "/One two,//Three./"},
        {"blanks on both sides", "He left. \" One two , \" she said . Then \" three \" .",
         "/One two ,//three/"},
        {"empty", "He said \"\" and left.", ""},
    };
    for (const Row& row : rows) {
        SUBCASE(row.name) {
            CAPTURE(row.text);
            CHECK(pieces(row.text) == row.expected);
        }
    }
}

TEST_CASE("many marks that pair with nothing are read once") {
    std::string open;
    std::string mixed;
    for (int i = 0; i < 5000; ++i) {
        open += "“a ";
        mixed += i % 3 == 0 ? "' \" " : "\"'x ";
    }
    const Article article = test::make_article(open + mixed);
    const std::vector<Statement> statements = split_statements(article);
    const TokenStream stream(article.text, statements);
    std::uint32_t end = 0;
    for (const QuotePiece& piece : find_quote_pieces(stream)) {
        CHECK(piece.tokens.begin >= end);
        CHECK(piece.tokens.end <= stream.size());
        end = piece.tokens.end;
    }
}

}  // namespace
}  // namespace atodds
