#pragma once
// The words around a predicate that make its tense, mood and voice: auxiliaries, copula, "to".

#include "model/statement.hpp"
#include "text/token_tree.hpp"

#include <span>
#include <string_view>

namespace atodds {

/// The auxiliaries of one predicate.
struct VerbGroup {
    std::uint32_t verb = kNoToken;
    bool has_be = false;
    bool has_have = false;
    bool has_to = false;      ///< an infinitive
    bool has_marker = false;  ///< "that", "if", "because"
    bool has_any = false;
    Form first_form = Form::None;
    std::string_view first;
    std::string_view modal;
};

/// The views in it point into the tokens.
VerbGroup read_group(std::span<const Token> tokens, const TokenTree& tree, std::uint32_t verb);

/// Fills tense, modality and is_finite.
void read_tense(Clause& clause, const Token& verb, const VerbGroup& group);

/// Fills voice.
void read_voice(Clause& clause, std::span<const Token> tokens, const TokenTree& tree,
                const VerbGroup& group);

/// A main verb that looks like a participle, without auxiliary: with an object it is a past
/// form; without, it is the passive of a headline ("Orders suspended"). Requires: the arguments
/// are filled.
void read_bare_participle(Clause& clause, std::span<const Token> tokens, const TokenTree& tree,
                          const VerbGroup& group);

}  // namespace atodds
