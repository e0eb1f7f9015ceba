#pragma once
// The dependents of each token of a parsed statement, and the small questions that reading
// clauses asks of words and relations.

#include "model/statement.hpp"

#include <algorithm>
#include <initializer_list>
#include <span>
#include <string_view>
#include <vector>

namespace atodds {

inline bool is_one_of(std::string_view word, std::initializer_list<std::string_view> words) {
    return std::find(words.begin(), words.end(), word) != words.end();
}

constexpr bool is_auxiliary_relation(Relation relation) {
    return relation == Relation::Auxiliary || relation == Relation::PassiveAuxiliary ||
           relation == Relation::Copula;
}

constexpr bool is_subject_relation(Relation relation) {
    return relation == Relation::Subject || relation == Relation::PassiveSubject;
}

/// Dependents of each token, in text order, as one list.
class TokenTree {
  public:
    TokenTree() = default;

    explicit TokenTree(std::span<const Token> tokens) { turn_to(tokens); }

    /// Turns to another statement; the memory is reused.
    void turn_to(std::span<const Token> tokens) {
        starts_.assign(tokens.size() + 1, 0);
        list_.resize(tokens.size());
        for (const Token& token : tokens) {
            if (token.head < tokens.size()) {
                ++starts_[token.head];
            }
        }
        // Up to the end of each list; filling them from behind leaves where each begins.
        for (std::size_t i = 1; i < starts_.size(); ++i) {
            starts_[i] += starts_[i - 1];
        }
        for (auto i = static_cast<std::uint32_t>(tokens.size()); i-- > 0;) {
            if (tokens[i].head < tokens.size()) {
                list_[--starts_[tokens[i].head]] = i;
            }
        }
    }

    std::span<const std::uint32_t> of(std::uint32_t token) const {
        return std::span(list_).subspan(starts_[token], starts_[token + 1] - starts_[token]);
    }

  private:
    std::vector<std::uint32_t> starts_;
    std::vector<std::uint32_t> list_;
};

/// Whether a subject depends on the token itself.
inline bool has_own_subject(std::span<const Token> tokens, const TokenTree& tree,
                            std::uint32_t index) {
    const auto children = tree.of(index);
    return std::any_of(children.begin(), children.end(), [tokens](std::uint32_t child) {
        return is_subject_relation(tokens[child].relation);
    });
}

}  // namespace atodds
