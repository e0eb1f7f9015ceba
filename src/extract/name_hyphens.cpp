#include "extract/name_hyphens.hpp"

#include "base/hash.hpp"
#include "extract/mention_editing.hpp"

#include <algorithm>
#include <array>
#include <string_view>

namespace atodds {

using std::string_view_literals::operator""sv;  // compares sizes first, a plain literal does not

bool is_tied_hyphen(const Statement& statement, std::uint32_t token) {
    return token > 0 && token + 1 < statement.tokens.size() &&
           statement.tokens[token].lower == "-"sv && !statement.tokens[token].has_space_before &&
           !statement.tokens[token + 1].has_space_before;
}

bool is_half_of_given_name(const Token& token) {
    constexpr std::size_t kLongest = 5;  // letters of a Korean syllable; longer parts are words
    constexpr std::array<std::string_view, 20> kNoName = {
        "led",  "run",  "era",  "born", "made", "based", "owned", "like",  "style", "wide",
        "held", "area", "size", "only", "free", "type",  "level", "built", "bound", "aged"};
    return token.lower.size() <= kLongest && token.tag != Upos::Verb &&
           std::ranges::find(kNoName, token.lower) == kNoName.end();
}

std::uint32_t count_words(const Statement& statement, TokenRange tokens) {
    std::uint32_t words = tokens.size();
    for (std::uint32_t t = tokens.begin + 1; t + 1 < tokens.end; ++t) {
        words -= is_tied_hyphen(statement, t) ? 2U : 0U;
    }
    return words;
}

TokenRange last_word(const Statement& statement, TokenRange tokens) {
    std::uint32_t begin = tokens.end - 1;
    while (begin > tokens.begin + 1 && is_tied_hyphen(statement, begin - 1)) {
        begin -= 2;
    }
    return {begin, tokens.end};
}

std::uint64_t id_of_words(const Statement& statement, TokenRange tokens) {
    return tokens.size() == 1 ? statement.tokens[tokens.begin].lower_id
                              : hash_bytes(lower_words(statement, tokens));
}

}  // namespace atodds
