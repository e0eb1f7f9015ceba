#pragma once
// A statement is one sentence of a prose block with everything later stages ask of it: tokens with
// tags and heads, clauses, entities, values, cues. Each stage fills its own members and reads
// those of the stages before it; text/ fills tokens and clauses, extract/ the rest.

#include "base/span.hpp"
#include "model/article.hpp"
#include "model/value.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace atodds {

/// Universal part-of-speech tags (universaldependencies.org, v2).
enum class Upos : std::uint8_t {
    Adj,
    Adp,
    Adv,
    Aux,
    Cconj,
    Det,
    Intj,
    Noun,
    Num,
    Part,
    Pron,
    Propn,
    Punct,
    Sconj,
    Sym,
    Verb,
    X,
};

/// What the tagger says beyond the part of speech.
enum class Form : std::uint8_t {
    None,
    Base,         ///< VB, VBP: "order"
    ThirdPerson,  ///< VBZ
    Past,         ///< VBD
    Participle,   ///< VBN
    Gerund,       ///< VBG
    Modal,        ///< MD
    Plural,       ///< NNS, NNPS
    Comparative,  ///< JJR, RBR
    Superlative,  ///< JJS, RBS
};

/// Relation to the head: Universal Dependencies reduced to what roles need.
enum class Relation : std::uint8_t {
    Root,
    Subject,
    PassiveSubject,
    Object,
    IndirectObject,
    Oblique,
    Agent,
    Clausal /* ccomp, xcomp */,
    Adverbial /* advcl */,
    Relative /* acl, relcl */,
    Modifier /* amod, advmod */,
    NumberOf /* nummod */,
    NounModifier /* nmod */,
    Possessor,
    Apposition,
    Compound,
    Name /* flat */,
    Determiner,
    Case,
    Marker,
    Auxiliary,
    PassiveAuxiliary,
    Copula,
    Negation,
    Particle,
    Conjunct,
    Coordinator,
    Punctuation,
    Other,
};

inline constexpr std::uint32_t kNoToken = 0xFFFFFFFF;

struct Token {
    ByteSpan span;
    std::string lower;  ///< the form in lower case, quotation marks and apostrophes unified
    std::string lemma;  ///< lower case: "orders" -> "order", "sent" -> "send"
    std::uint64_t lower_id = 0;  ///< hash_bytes(lower): patterns compare ids, not strings
    std::uint64_t lemma_id = 0;  ///< hash_bytes(lemma)
    Upos tag = Upos::X;
    Form form = Form::None;
    bool is_capitalised = false;  ///< first letter is a capital
    bool is_all_caps = false;     ///< two letters or more, all capitals
    bool has_space_before = false;
    bool is_in_quotes = false;      ///< between paired double quotation marks, over sentences too
    std::uint16_t clause = 0;       ///< index into Statement::clauses
    std::uint32_t head = kNoToken;  ///< index of the governing token; kNoToken for the root
    Relation relation = Relation::Other;

    friend bool operator==(const Token&, const Token&) = default;
};

/// Half-open range of token indices of one statement.
struct TokenRange {
    std::uint32_t begin = 0;
    std::uint32_t end = 0;

    constexpr bool is_empty() const { return end <= begin; }

    constexpr std::uint32_t size() const { return end - begin; }

    friend constexpr auto operator<=>(const TokenRange&, const TokenRange&) = default;
};

enum class Voice : std::uint8_t { Active, Passive };
enum class Tense : std::uint8_t { None, Past, Present, Future, PastPerfect, PresentPerfect };
enum class Modality : std::uint8_t {
    None,
    Possible /* may, could */,
    Obligatory /* must */,
    Hypothetical /* would */
};

/// A verb group with its arguments. Tokens outside all verbs belong to clause 0.
struct Clause {
    TokenRange range;                  ///< from its first to behind its last token
    std::uint32_t verb = kNoToken;     ///< main verb, or the predicate of a copula
    std::uint32_t subject = kNoToken;  ///< head tokens of the noun phrases
    std::uint32_t object = kNoToken;
    std::uint32_t agent = kNoToken;   ///< the by-phrase of a passive
    std::uint32_t parent = kNoToken;  ///< clause that governs this one
    Voice voice = Voice::Active;
    Tense tense = Tense::None;
    Modality modality = Modality::None;
    bool is_negated = false;
    bool is_finite = false;
    bool is_subordinate = false;

    friend bool operator==(const Clause&, const Clause&) = default;
};

/// How an entity was recognised; earlier is surer.
enum class MentionKind : std::uint8_t {
    Lexicon,
    Acronym,
    Name /* capitalised run */,
    ShortForm,
    Description /* the agency */,
    Pronoun
};

struct EntityMention {
    TokenRange tokens;
    ByteSpan span;
    std::string id;    ///< lexicon id ("nvidia-h20"), or "~" and the lower-case name if unknown
    std::string type;  ///< person, organisation, government, place, product, ...; empty if unknown
    MentionKind kind = MentionKind::Name;

    friend bool operator==(const EntityMention&, const EntityMention&) = default;
};

/// Who is said to have said it. Outermost first in a stack.
struct SourceRef {
    std::string id;       ///< entity id; "anonymous" for "people familiar with the matter"
    std::string surface;  ///< as written
    ByteSpan span;
    /// Entity id of the body that a person or an unnamed group speaks for ("two officials at the
    /// ministry", "Jane Roe, a spokeswoman for Acme"); empty where none is named.
    std::string institution{};

    friend bool operator==(const SourceRef&, const SourceRef&) = default;
};

struct Statement {
    ByteSpan span;
    BlockKind block = BlockKind::Body;
    std::uint32_t paragraph = 0;  ///< index of the block in Article::blocks
    std::vector<Token> tokens;
    std::vector<Clause> clauses;
    std::vector<EntityMention> entities;  ///< in token order, not overlapping
    std::vector<ValueMention> values;     ///< in text order, not overlapping

    friend bool operator==(const Statement&, const Statement&) = default;
};

}  // namespace atodds
