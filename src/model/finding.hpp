#pragma once
// Verdicts on pairs of facts and the findings they add up to. A finding is one per fact key and set
// of sides; each side is one distinct value with everybody who states it.

#include "base/error.hpp"
#include "model/article.hpp"
#include "model/fact.hpp"

#include <cstdint>
#include <map>
#include <string>
#include <utility>
#include <vector>

namespace atodds {

enum class Verdict : std::uint8_t {
    Disagree,
    Update,     ///< a later as-of date or an explicit change
    Certainty,  ///< same content, different commitment
    Wording,    ///< a quotation differs
    Scope,      ///< one contains the other
    Agree,
    Different,  ///< not the same fact
};

enum class Level : std::uint8_t { Error, Warning, Note };

/// Where the two sides stand.
enum class FindingKind : std::uint8_t { CrossArticle, InsideArticle, HeadlineBody };

/// One step of the decision order with what it found.
struct TraceStep {
    std::string step;  ///< "same-fact", "functional", "separators", "entailment", ...
    std::string text;
    bool decides = false;

    friend bool operator==(const TraceStep&, const TraceStep&) = default;
};

/// The verdict on two facts. Same input, same judgement, same trace.
struct Judgement {
    Verdict verdict = Verdict::Different;
    Level level = Level::Note;
    bool update_possible = false;  ///< a missing date leaves an update possible
    /// Open facts: score in hundredths; below 0 they are held to be different facts.
    std::int32_t sameness = 0;
    /// Open facts: whether the values are equal or at least meet, whatever the verdict.
    enum class Meeting : std::uint8_t { None, Overlap, Equal } meeting = Meeting::None;
    std::vector<TraceStep> trace;
    /// Wordings: the words of each side that differ from the other, in bytes of its article, in
    /// order. A blank stands for words that only the other side has.
    std::vector<ByteSpan> left_marks;
    std::vector<ByteSpan> right_marks;
    /// Wordings: the part of each side that has its match on the other, in bytes of its article.
    ByteSpan left_part;
    ByteSpan right_part;

    friend bool operator==(const Judgement&, const Judgement&) = default;
};

struct Side {
    std::string value;                  ///< as a reader would write it
    std::vector<std::string> facts;     ///< Fact::id, sorted by article and span
    std::vector<std::string> articles;  ///< Article::id, sorted
    std::vector<std::string> origins;   ///< independent origins, sorted

    friend bool operator==(const Side&, const Side&) = default;
};

/// What differs inside the quotation of a fact, in bytes of its article; in order, not overlapping.
struct FactMarks {
    std::string fact;  ///< Fact::id
    std::vector<ByteSpan> spans;

    friend bool operator==(const FactMarks&, const FactMarks&) = default;
};

struct Finding {
    std::string id;    ///< fingerprint: 16 hexadecimal digits, stable when text around it moves
    std::string fact;  ///< what it is about, in words
    std::string rule;
    Tier tier = Tier::Declared;
    FindingKind kind = FindingKind::CrossArticle;
    Verdict verdict = Verdict::Disagree;
    Level level = Level::Note;
    bool update_possible = false;
    std::vector<Side> sides;
    /// Which two sides clash, indices into `sides`; neighbours on a scale need not.
    std::vector<std::pair<std::uint32_t, std::uint32_t>> conflicts;
    std::vector<TraceStep> trace;  ///< of the strongest clash
    std::string message;           ///< one sentence
    std::vector<FactMarks> marks;  ///< of quotations in other words; sorted by fact

    friend bool operator==(const Finding&, const Finding&) = default;
};

/// What a run over articles produces; every report format prints this and nothing else.
struct Report {
    std::vector<Article> articles;  ///< sorted by path, then id
    std::vector<Fact> facts;        ///< sorted by article and span
    std::vector<Finding> findings;  ///< sorted by level, then as a reader would care
    std::vector<Finding> agreements;
    Diagnostics diagnostics;  ///< what could not be read
    /// What readers call the entities that findings and agreements name: "nvidia-h20" is "Nvidia
    /// H20". Names that only the article knows ("~name") have no entry.
    std::map<std::string, std::string> names;

    friend bool operator==(const Report&, const Report&) = default;
};

}  // namespace atodds
