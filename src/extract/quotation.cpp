#include "extract/quotation.hpp"

#include "extract/clause_map.hpp"
#include "extract/word_set.hpp"

#include <algorithm>

namespace atodds {

namespace {

/// Words of a quotation that is no more than a term. From the definition of scare quotes.
constexpr std::uint32_t kMostScareWords = 3;
/// Words from which a quotation without a verb is still a remark. Guessed.
constexpr std::uint32_t kFewestDirectWords = 8;
/// Single marks further apart than this are apostrophes. Guessed.
constexpr std::uint32_t kMostSingleQuoted = 10;

const WordSet kSingleMarks("' ` \xE2\x80\x98 \xE2\x80\x99");

bool is_single_mark(const Token& token) {
    return kSingleMarks.holds(token.lower_id);
}

bool is_word(const Token& token) {
    return token.tag != Upos::Punct && !is_single_mark(token);
}

/// The run between single marks around `at`; empty where there is none.
TokenRange single_quoted_run(const Statement& statement, std::uint32_t at) {
    std::uint32_t begin = at;
    while (begin > 0 && at - begin < kMostSingleQuoted &&
           !is_single_mark(statement.tokens[begin - 1])) {
        --begin;
    }
    std::uint32_t end = at;
    while (end < statement.tokens.size() && end - at < kMostSingleQuoted &&
           !is_single_mark(statement.tokens[end])) {
        ++end;
    }
    // The opening mark has a blank before it, the closing one has none.
    const bool is_open = begin > 0 && is_single_mark(statement.tokens[begin - 1]) &&
                         (begin == 1 || statement.tokens[begin - 1].has_space_before);
    const bool is_closed = end < statement.tokens.size() && is_single_mark(statement.tokens[end]);
    return is_open && is_closed ? TokenRange{begin, end} : TokenRange{};
}

/// The run of quoted tokens around `at`.
TokenRange quoted_run(const Statement& statement, std::uint32_t at) {
    if (!statement.tokens[at].is_in_quotes) {
        return single_quoted_run(statement, at);
    }
    TokenRange run{at, at + 1};
    while (run.begin > 0 && statement.tokens[run.begin - 1].is_in_quotes) {
        --run.begin;
    }
    while (run.end < statement.tokens.size() && statement.tokens[run.end].is_in_quotes) {
        ++run.end;
    }
    return run;
}

}  // namespace

bool holds_quotes(const Statement& statement) {
    return std::ranges::any_of(statement.tokens, [](const Token& token) {
        return token.is_in_quotes || is_single_mark(token);
    });
}

QuoteKind quote_kind(const Statement& statement, TokenRange focus, Speaker speaker) {
    const bool is_known = speaker == Speaker::Known;
    std::uint32_t quoted = 0;
    std::uint32_t all = 0;
    TokenRange run;
    for (std::uint32_t i = focus.begin; i < focus.end && i < statement.tokens.size(); ++i) {
        if (!is_word(statement.tokens[i])) {
            continue;
        }
        const bool is_inside = i < run.end && i >= run.begin;
        if (!is_inside) {
            const TokenRange around = quoted_run(statement, i);
            run = around.is_empty() ? run : around;
        }
        ++all;
        quoted += i < run.end && i >= run.begin ? 1U : 0U;
    }
    if (quoted == 0) {
        return is_known ? QuoteKind::Indirect : QuoteKind::None;
    }
    std::uint32_t size = 0;
    bool has_clause = false;
    for (std::uint32_t i = run.begin; i < run.end; ++i) {
        size += is_word(statement.tokens[i]) ? 1U : 0U;
        has_clause = has_clause || is_finite_verb(statement, i);
    }
    if (size <= kMostScareWords && !has_clause) {
        return is_known ? QuoteKind::Mixed : QuoteKind::Scare;
    }
    const bool is_remark = has_clause || size >= kFewestDirectWords;
    return quoted == all && is_remark ? QuoteKind::Direct : QuoteKind::Mixed;
}

}  // namespace atodds
