#pragma once
// Rules and lexicons as the loader delivers them: plain data, checked, patterns parsed to trees.
// The language is taught in docs/rules.md. Nothing here matches text; that is extract/.

#include "base/decimal.hpp"
#include "base/error.hpp"
#include "model/finding.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace atodds {

// ---- Lexicons ---------------------------------------------------------------------------------

/// A named thing. Aliases match case-sensitively when they hold a capital, else by lower case.
struct EntityEntry {
    std::string id;                    ///< "nvidia-h20"
    std::string name;                  ///< "Nvidia H20", how reports call it
    std::string type;                  ///< person, organisation, government, place, product, ...
    std::vector<std::string> classes;  ///< "cn-authority", "chip-model": what rules ask for
    std::vector<std::string> aliases;
    std::vector<std::string> descriptions;  ///< "the chipmaker", "the agency": need an antecedent
    std::vector<std::string> part_of;       ///< ids of wholes: cac -> cn-government
    std::vector<std::string> metonyms;      ///< "Beijing", "Washington": stand for it as an actor
    std::string gender;                     ///< he, she, it, they; empty if unknown
};

/// One level of a scale, weakest first in its scale.
struct ScaleLevel {
    std::string name;
    std::vector<std::string> words;  ///< phrases, matched by lemma; "order:verb" fixes the class
};

struct Scale {
    std::string id;
    std::string question;
    std::vector<ScaleLevel> levels;
};

/// A list of categories that exclude each other, some of them parts of others.
struct CategoryList {
    std::string id;

    struct Entry {
        std::string name;
        std::vector<std::string> words;
        std::vector<std::string> part_of;   ///< names of wider categories in this list
        std::vector<std::string> excludes;  ///< empty: excludes all that are not part or whole
    };

    std::vector<Entry> entries;
};

/// What a cue word governs.
enum class CueScope : std::uint8_t {
    After,    ///< from the cue to the end of its clause
    Clause,   ///< the whole clause, before and after
    Content,  ///< what a verb of saying reports: its complement or the quotation
    Number,   ///< the next value
};

/// A cue of the qualifier lexicon: negation, denial, hedge, modality, attribution, phase, stage.
struct Cue {
    std::string id;
    std::vector<std::string> words;  ///< phrases by lemma; longest cue wins
    CueScope scope = CueScope::After;
    std::vector<std::string> stop;  ///< words that end the scope early
    bool holder_is_subject = false;
    std::optional<Polarity> polarity;
    std::optional<Certainty> certainty;
    std::optional<Stance> stance;
    std::optional<Stage> stage;
    std::optional<Phase> phase;
    std::optional<ListKind> list;
    std::optional<QuoteKind> quote;
    bool is_attribution = false;    ///< pushes its subject (or object, see below) as a source
    bool source_is_object = false;  ///< "according to X", "citing X": the source follows the cue
    bool is_anonymous = false;      ///< "people familiar with the matter"
};

/// How much one feature of a pair of open facts speaks for one fact, in hundredths of a log-odds
/// unit.
struct FeatureWeight {
    std::string name;         ///< of kOpenFeatureNames
    std::int32_t values = 0;  ///< for amounts and dates
    std::int32_t claims = 0;  ///< for what is asserted or denied
};

// ---- Rules ------------------------------------------------------------------------------------

enum class SlotKind : std::uint8_t {
    Entity,
    Words,
    Categories,
    Level,
    Number,
    Money,
    Percent,
    Quantity,
    Ordinal,
    Date,
    Duration,
    Quote,
};

struct SlotSpec {
    std::string name;
    SlotKind kind = SlotKind::Words;
    std::vector<std::string> of;     ///< Entity: classes, types or ids; Level: scale; Categories:
                                     ///< list; Quantity: dimensions
    std::vector<std::string> words;  ///< Words: phrases by lemma
    std::optional<std::string> fallback;  ///< `default:` value when nothing is bound
    bool is_carried = false;  ///< `carry: true`: bound from earlier in the text if unbound
    bool is_many = false;     ///< `many: true`: binds a coordinated list
};

/// A pattern is a sequence of elements; an element may hold alternatives of sequences.
struct PatternElement {
    enum class Kind : std::uint8_t { Word, Slot, Gap, Group };
    Kind kind = Kind::Word;
    std::string word;        ///< Word: lemma in lower case
    std::string word_class;  ///< Word: "", "verb", "noun", "adjective", "adverb"
    std::string slot;        ///< Slot: name
    bool is_optional = false;
    std::vector<std::vector<PatternElement>> alternatives;  ///< Group
};

/// One entry of `find`.
struct FindSpec {
    std::string source;  ///< the pattern as written
    Place place;
    std::vector<PatternElement> elements;
    /// Values set when this pattern matches: `role: agreed`, `level: ordered`, `stage: planned`.
    std::vector<std::pair<std::string, std::string>> sets;
    std::vector<std::string> each;  ///< slots paired one to one in a coordination
};

enum class CompareKind : std::uint8_t {
    Steps,      ///< levels: `steps` or more apart disagree, fewer is scope
    Numbers,    ///< intervals after hedges and rounding; `tolerance` widens
    Exclusive,  ///< categories or entities that exclude each other
    Sets,       ///< multi-valued: never more than a note
    Wording,    ///< quotations
    Dates,      ///< days at their grain; far apart they may be two occasions (`tolerance`)
    Polarity,   ///< asserted against denied
};

struct CompareSpec {
    CompareKind kind = CompareKind::Exclusive;
    std::uint32_t steps = 2;
    Decimal tolerance;       ///< Numbers: 0 to 1, relative; Dates: most days, 0 any
    Decimal same{8, -1};     ///< Wording: overlap from which two quotations are the same
    Decimal variant{4, -1};  ///< Wording: overlap from which they are versions of one remark
};

/// What a test expects of one fact: named slots, value and qualifiers in text form.
struct ExpectedFact {
    std::vector<std::pair<std::string, std::string>> members;
};

struct RuleTest {
    std::string name;
    Place place;
    std::string text;  ///< text test
    std::vector<ExpectedFact> facts;
    std::string left;  ///< compare test: names of two text tests
    std::string right;
    std::optional<Verdict> verdict;
    std::optional<Level> level;
};

struct Rule {
    std::string id;
    Place place;
    std::string question;
    std::string why_it_matters;
    std::string message;           ///< with {slot} and {left}, {right} placeholders; may be empty
    std::vector<std::string> key;  ///< equal on both sides, else `different`
    std::vector<std::string> key_if_stated;  ///< must match when both state it
    std::vector<SlotSpec> slots;
    std::vector<FindSpec> find;
    std::vector<std::string> never;   ///< patterns (by lemma) that veto a match in the same clause
    std::vector<std::string> about;   ///< entity ids, one of which the article must mention
    std::string value;                ///< name of the slot, or a name set by find entries
    std::string scale;                ///< scale id where the value is a level
    std::vector<std::string> stages;  ///< in order of supersession; empty: no stages
    CompareSpec compare;
    bool changes = false;       ///< may change over time: a later date is an update
    bool grows = false;         ///< a running total: only a smaller later figure is a revision
    bool is_functional = true;  ///< one value at a time
    Level level = Level::Warning;
    bool is_retired = false;
    std::vector<RuleTest> tests;
};

struct RuleSet {
    std::vector<EntityEntry> entities;     ///< sorted by id
    std::vector<Scale> scales;             ///< sorted by id
    std::vector<CategoryList> categories;  ///< sorted by id
    std::vector<Cue> cues;                 ///< in file order
    std::vector<FeatureWeight> weights;  ///< in file order; those that ship where a folder has none
    std::vector<Rule> rules;             ///< sorted by id
    std::string content_hash;            ///< of all files read; part of the index's identity
};

/// Loads every .yml below `folder`. All problems of all files become diagnostics; what is wrong is
/// left out of the set, so a caller that goes on must say so and exit with 2.
RuleSet load_rules(const std::string& folder, Diagnostics& diagnostics);

}  // namespace atodds
