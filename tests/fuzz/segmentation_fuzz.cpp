// Any bytes as a block of prose: tokens and sentences cover it in order, and the analysis of each
// sentence points nowhere outside of it.

#include "base/assert.hpp"
#include "base/utf8.hpp"
#include "ingest/article_reader.hpp"
#include "text/analyser.hpp"
#include "text/sentence_splitter.hpp"
#include "text/tokenizer.hpp"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

namespace {

using atodds::Token;

void check_tokens(std::string_view text, const std::vector<Token>& tokens) {
    std::uint32_t last = 0;
    for (const Token& token : tokens) {
        ATODDS_ASSERT(token.span.begin >= last, "tokens are in order and do not overlap");
        ATODDS_ASSERT(!token.span.is_empty(), "no token is empty");
        ATODDS_ASSERT(token.span.end <= text.size(), "tokens are inside the text");
        last = token.span.end;
    }
}

void check_sentences(std::string_view text, std::vector<Token>& tokens) {
    const atodds::ByteSpan block{0, static_cast<std::uint32_t>(text.size())};
    std::uint32_t last = 0;
    for (const atodds::TokenRange sentence : atodds::split_sentences(text, block, tokens)) {
        ATODDS_ASSERT(sentence.begin == last, "sentences follow each other without a gap");
        ATODDS_ASSERT(!sentence.is_empty(), "no sentence is empty");
        ATODDS_ASSERT(sentence.size() <= 1024, "no sentence is endless");
        last = sentence.end;
    }
    ATODDS_ASSERT(last == tokens.size(), "the sentences are all of the tokens");
    atodds::mark_quotes(text, tokens);
}

void check_analysis(atodds::Statement& statement) {
    atodds::analyse(statement);
    const auto count = static_cast<std::uint32_t>(statement.tokens.size());
    std::uint32_t roots = 0;
    for (const Token& token : statement.tokens) {
        roots += token.head == atodds::kNoToken ? 1U : 0U;
        ATODDS_ASSERT(token.head == atodds::kNoToken || token.head < count, "heads are inside");
        ATODDS_ASSERT(token.clause < std::max<std::size_t>(1, statement.clauses.size()),
                      "every token is in a clause that is there");
    }
    ATODDS_ASSERT(count == 0 || roots == 1, "a sentence has one root");
    for (const atodds::Clause& clause : statement.clauses) {
        ATODDS_ASSERT(clause.range.end <= count, "clauses are inside the sentence");
        for (const std::uint32_t at : {clause.verb, clause.subject, clause.object, clause.agent}) {
            ATODDS_ASSERT(at == atodds::kNoToken || at < count, "roles are inside the sentence");
        }
    }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string_view text(reinterpret_cast<const char*>(data), size);
    std::vector<Token> tokens = atodds::tokenize(text);
    check_tokens(text, tokens);
    check_sentences(text, tokens);
    atodds::Diagnostics diagnostics;
    const auto articles =
        atodds::parse_articles(text, "fuzz", atodds::ArticleFormat::Text, diagnostics);
    for (std::size_t i = 0; articles && i < articles->size(); ++i) {
        for (atodds::Statement& statement : atodds::split_statements((*articles)[i])) {
            check_tokens(text, statement.tokens);
            check_analysis(statement);
        }
    }
    return 0;
}
