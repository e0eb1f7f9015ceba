#include "text/analyser.hpp"

#include "base/hash.hpp"
#include "base/id_map.hpp"
#include "text/clause_builder.hpp"
#include "text/lemmatizer.hpp"
#include "text/sentence_parser.hpp"
#include "text/sentence_splitter.hpp"
#include "text/tagger.hpp"
#include "text/tokenizer.hpp"

#include <algorithm>
#include <iterator>
#include <span>
#include <string>
#include <string_view>
#include <utility>

namespace atodds {
namespace {

Statement statement_of(std::vector<Token>& tokens, TokenRange range) {
    Statement statement;
    statement.span = {tokens[range.begin].span.begin, tokens[range.end - 1].span.end};
    statement.tokens.assign(std::make_move_iterator(tokens.begin() + range.begin),
                            std::make_move_iterator(tokens.begin() + range.end));
    return statement;
}

/// Appends the statements of one block; `tokens` is scratch memory.
void split_block(std::string_view text, const Block& block, std::uint32_t paragraph,
                 std::vector<Token>& tokens, std::vector<Statement>& statements) {
    tokens.clear();
    append_tokens(text, block.span, tokens);
    mark_quotes(text, tokens);
    for (const TokenRange range : split_sentences(text, block.span, tokens)) {
        statements.push_back(statement_of(tokens, range));
        statements.back().block = block.kind;
        statements.back().paragraph = paragraph;
    }
}

/// The paragraphs of a text without blocks: runs of lines between blank lines.
std::vector<Block> paragraphs_of(std::string_view text) {
    std::vector<Block> blocks;
    std::size_t begin = 0;
    while (begin < text.size()) {
        std::size_t end = begin;
        bool is_blank_line = false;
        while (end < text.size()) {
            const std::size_t line = end;
            const std::size_t stop = std::min(text.find('\n', line), text.size());
            end = std::min(stop + 1, text.size());
            is_blank_line =
                text.substr(line, stop - line).find_first_not_of(" \t\r") == std::string_view::npos;
            if (is_blank_line) {
                break;
            }
        }
        Block block;
        block.span = {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)};
        blocks.push_back(block);
        begin = end;
    }
    return blocks;
}

struct Lemma {
    std::string text;
    std::uint64_t id = 0;
    bool is_known = false;
};

/// Words of the other classes are their own lemmas.
bool is_inflected(Upos tag) {
    switch (tag) {
        case Upos::Verb:
        case Upos::Aux:
        case Upos::Noun:
        case Upos::Adj:
        case Upos::Adv:
        case Upos::Pron:
        case Upos::Det:
        case Upos::Part:
            return true;
        default:
            return false;
    }
}

/// The lemmas of a sentence. Those of inflected words are remembered by word and tag, a few
/// thousand a thread.
void fill_lemmas(std::vector<Token>& tokens) {
    constexpr std::size_t kMostLemmas = 8192;
    thread_local IdMap<Lemma> memory;
    if (memory.entries().size() >= kMostLemmas) {
        memory = {};
    }
    for (Token& token : tokens) {
        if (!is_inflected(token.tag)) {
            token.lemma = token.lower;
            token.lemma_id = token.lower_id;
            continue;
        }
        const std::uint64_t use = static_cast<std::uint64_t>(token.tag) << 8U |
                                  (static_cast<std::uint64_t>(token.form) + 1);
        Lemma& lemma = memory[token.lower_id ^ use * 0x9E3779B97F4A7C15ULL];
        if (!lemma.is_known) {
            lemma.text = lemma_of(token.lower, token.tag, token.form);
            lemma.id = hash_bytes(lemma.text);
            lemma.is_known = true;
        }
        token.lemma = lemma.text;
        token.lemma_id = lemma.id;
    }
}

}  // namespace

std::vector<Statement> split_statements(const Article& article) {
    std::vector<Statement> statements;
    thread_local std::vector<Token> tokens;
    const std::string_view text = article.reading.empty() ? article.text : article.reading;
    if (article.blocks.empty()) {
        for (const Block& block : paragraphs_of(text)) {
            split_block(text, block, 0, tokens, statements);
        }
        return statements;
    }
    for (std::size_t i = 0; i < article.blocks.size(); ++i) {
        if (is_prose(article.blocks[i].kind)) {
            split_block(text, article.blocks[i], static_cast<std::uint32_t>(i), tokens, statements);
        }
    }
    return statements;
}

void analyse(Statement& statement, Depth depth) {
    analyse(std::span(&statement, 1), depth);
}

void analyse(std::span<Statement> statements, Depth depth) {
    if (depth == Depth::Tokens) {
        return;
    }
    thread_local std::vector<std::vector<TagLabel>> labels;
    labels.resize(std::max(labels.size(), statements.size()));
    for (std::size_t i = 0; i < statements.size(); ++i) {
        Tagger::shipped().tag(statements[i].tokens, labels[i]);
    }
    for (Statement& statement : statements) {
        fill_lemmas(statement.tokens);
    }
    if (depth != Depth::Clauses) {
        return;
    }
    for (std::size_t i = 0; i < statements.size(); ++i) {
        if (!statements[i].tokens.empty()) {
            parse_sentence(Parser::shipped(), statements[i].tokens, labels[i]);
        }
    }
    for (Statement& statement : statements) {
        if (!statement.tokens.empty()) {
            statement.clauses = build_clauses(statement.tokens);
        }
    }
}

}  // namespace atodds
