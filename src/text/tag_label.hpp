#pragma once
// The labels the tagger decides between: parts of speech with the form of the word, as fine as
// the parser and the clauses need. One model row holds a weight for each.

#include "model/statement.hpp"

#include <array>
#include <cstdint>

namespace atodds {

enum class TagLabel : std::uint8_t {
    Adj,
    AdjComparative,
    AdjSuperlative,
    Adv,
    AdvComparative,
    AdvSuperlative,
    Noun,
    NounPlural,
    Propn,
    PropnPlural,
    VerbBase,     ///< infinitive or imperative
    VerbPresent,  ///< finite, not third person
    VerbThird,
    VerbPast,
    VerbParticiple,
    VerbGerund,
    Aux,
    Pron,
    PronWh,
    PronPossessive,
    Adp,
    AdpParticle,  ///< "up" in "give up"
    Cconj,
    Det,
    Intj,
    Num,
    Part,
    Punct,
    Sconj,
    Sym,
    X,
};

inline constexpr std::size_t kTagLabels = 31;

struct TagMeaning {
    Upos tag;
    Form form;
};

/// What each label says, by its number. The form of auxiliaries is a matter of the word.
inline constexpr std::array<TagMeaning, kTagLabels> kTagMeanings = {{
    {Upos::Adj, Form::None},         {Upos::Adj, Form::Comparative}, {Upos::Adj, Form::Superlative},
    {Upos::Adv, Form::None},         {Upos::Adv, Form::Comparative}, {Upos::Adv, Form::Superlative},
    {Upos::Noun, Form::None},        {Upos::Noun, Form::Plural},     {Upos::Propn, Form::None},
    {Upos::Propn, Form::Plural},     {Upos::Verb, Form::Base},       {Upos::Verb, Form::Base},
    {Upos::Verb, Form::ThirdPerson}, {Upos::Verb, Form::Past},       {Upos::Verb, Form::Participle},
    {Upos::Verb, Form::Gerund},      {Upos::Aux, Form::None},        {Upos::Pron, Form::None},
    {Upos::Pron, Form::None},        {Upos::Pron, Form::None},       {Upos::Adp, Form::None},
    {Upos::Adp, Form::None},         {Upos::Cconj, Form::None},      {Upos::Det, Form::None},
    {Upos::Intj, Form::None},        {Upos::Num, Form::None},        {Upos::Part, Form::None},
    {Upos::Punct, Form::None},       {Upos::Sconj, Form::None},      {Upos::Sym, Form::None},
    {Upos::X, Form::None},
}};

constexpr const TagMeaning& meaning_of(TagLabel label) {
    return kTagMeanings[static_cast<std::size_t>(label)];
}

}  // namespace atodds
