#pragma once
// Verdicts on pairs of facts and the findings they add up to. A finding is one per fact key and set
// of sides; each side is one distinct value with everybody who states it.

#include "base/error.hpp"
#include "model/article.hpp"
#include "model/fact.hpp"
#include "model/origin.hpp"

#include <cstdint>
#include <map>
#include <optional>
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

/// Where the two sides stand, or what they are at odds about.
enum class FindingKind : std::uint8_t {
    CrossArticle,
    InsideArticle,
    HeadlineBody,
    Credit,     ///< two articles credit one thing to different outlets
    Hardening,  ///< the wording got firmer on the way from one article to the next
};

/// Why a difference is an update and no disagreement.
enum class UpdateReason : std::uint8_t {
    None,
    Stage,        ///< asked, then agreed
    Phase,        ///< one side says "previously", "now", "has since"
    EventTime,    ///< the statements speak of different times
    Changed,      ///< a fact that may change, stated on different days
    Grown,        ///< a running total, higher on the later day
    RevisedDown,  ///< a running total, lower on the later day
    Corrected,    ///< an article takes the value back
    SilentEdit,   ///< two versions of one article, and no word on the change
};

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
    bool update_possible = false;              ///< a missing date leaves an update possible
    UpdateReason update = UpdateReason::None;  ///< None unless the verdict is Update
    /// Open facts: score in hundredths; below 0 they are held to be different facts.
    std::int32_t sameness = 0;
    /// Open facts: whether the values are equal or at least meet, whatever the verdict.
    enum class Meeting : std::uint8_t {
        None,
        Overlap,
        EqualElsewhere /* told of another act */,
        Equal
    } meeting = Meeting::None;
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
    /// Independent origins, sorted: ids of outlets and of articles (OriginGraph::origin_of).
    std::vector<std::string> origins;
    std::optional<Day> first_seen{};  ///< earliest day in the history of the finding
    std::string first_article{};      ///< who had it on that day; empty where no day is known

    friend bool operator==(const Side&, const Side&) = default;
};

/// Where the day of a value comes from; earlier is surer.
enum class DayBasis : std::uint8_t {
    Said,       ///< "as of Tuesday"
    Updated,    ///< date of the last update of the article
    Published,  ///< date of publication
    Bound,      ///< no date given; the earliest day the text of the article allows
};

/// One article stating one side of a finding on one day.
struct TimedValue {
    Day day;
    std::uint32_t side = 0;  ///< index into Finding::sides
    std::string article;     ///< Article::id
    DayBasis basis = DayBasis::Published;

    friend bool operator==(const TimedValue&, const TimedValue&) = default;
};

/// How a finding stands to the runs before, as a baseline file remembers them.
enum class FindingStatus : std::uint8_t {
    Unknown,    ///< no baseline was given
    New,        ///< the baseline has nothing on this fact
    Unchanged,  ///< the baseline has it
    Changed,    ///< the baseline has the same fact with other values, which are found no more
    Gone,       ///< only the baseline has it; stands in Report::gone
};

/// What a person said of a finding.
enum class ReviewVerdict : std::uint8_t {
    None,
    Accepted,    ///< the sources are at odds; stays visible and counts
    FalseAlarm,  ///< they are not: a fault of the rule or of the reading
    Dismissed,   ///< they are, and it does not matter here
};

struct ReviewMark {
    ReviewVerdict verdict = ReviewVerdict::None;
    std::string note;
    std::string by;
    std::string date;  ///< ISO day; empty when not stated

    friend bool operator==(const ReviewMark&, const ReviewMark&) = default;
};

/// What keeps a finding from being shown and from failing a run. Reports for programs still hold
/// it, marked.
struct Suppression {
    enum class Kind : std::uint8_t {
        None,      ///< shown
        Inline,    ///< a comment in an article
        File,      ///< an entry of the suppression file
        Review,    ///< marked a false alarm or dismissed
        Baseline,  ///< known before
    };
    Kind kind = Kind::None;
    std::string reason;
    std::string place;  ///< the file that states it; may be empty

    friend bool operator==(const Suppression&, const Suppression&) = default;
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
    /// What the fact is about, without its values and in a form that stays: "ferry=marlin". Two
    /// findings of one rule and key are about the same fact.
    std::string key;
    std::string rule;
    Tier tier = Tier::Declared;
    FindingKind kind = FindingKind::CrossArticle;
    Verdict verdict = Verdict::Disagree;
    Level level = Level::Note;
    bool update_possible = false;
    UpdateReason update = UpdateReason::None;  ///< of the strongest pair
    std::vector<Side> sides;
    /// Which two sides clash, indices into `sides`; neighbours on a scale need not.
    std::vector<std::pair<std::uint32_t, std::uint32_t>> conflicts;
    std::vector<TraceStep> trace;     ///< of the strongest clash
    std::string message;              ///< one sentence
    std::vector<TimedValue> history;  ///< values over time, sorted by day, side, article
    FindingStatus status = FindingStatus::Unknown;
    ReviewMark review;
    Suppression suppressed_by;
    std::vector<FactMarks> marks;  ///< of quotations in other words; sorted by fact

    friend bool operator==(const Finding&, const Finding&) = default;
};

/// Whether an article could have known better.
enum class StaleStatus : std::uint8_t {
    StillStates,      ///< dated after the newer value had appeared
    NeedsCorrection,  ///< dated before it, or on the same day: an archive to put right
    Undated,          ///< nobody can tell
};

/// An article that states a value which a newer one, or a correction, has superseded.
struct StaleCopy {
    std::string article;        ///< Article::id
    std::string finding;        ///< Finding::id
    std::string fact;           ///< what it is about, in words
    std::string value;          ///< as the article has it
    std::string current;        ///< what superseded it
    std::string superseded_by;  ///< Article::id of the first article with the newer value
    std::optional<Day> since;   ///< the day it appeared
    std::optional<Day> dated;   ///< the day of the stale article
    StaleStatus status = StaleStatus::Undated;

    friend bool operator==(const StaleCopy&, const StaleCopy&) = default;
};

/// False for findings that count neither on a screen nor for the exit code.
inline bool is_shown(const Finding& finding) {
    return finding.suppressed_by.kind == Suppression::Kind::None;
}

/// What a rule file says of its rule to those who read a finding.
struct RuleNote {
    std::string question;
    std::string why_it_matters;  ///< may be empty

    friend bool operator==(const RuleNote&, const RuleNote&) = default;
};

/// Findings that a report has no room for, by what they are.
struct UnlistedFindings {
    Level level = Level::Note;
    Verdict verdict = Verdict::Disagree;
    std::uint64_t count = 0;

    friend bool operator==(const UnlistedFindings&, const UnlistedFindings&) = default;
};

/// How much a run compared, where that is not simply everything with everything.
struct Coverage {
    std::uint64_t articles = 0;  ///< of the whole index; 0: those the report lists
    std::uint64_t facts = 0;     ///< of those that share something with another article
    /// Articles that share something worth a comparison and were left out of it: behind the best
    /// ones, or behind the first few of a value that very many state.
    std::uint64_t left_out = 0;
    /// What was found besides Report::findings, which holds the first in the order of checkers.
    /// Sorted by level and verdict, each count at least 1.
    std::vector<UnlistedFindings> unlisted;

    friend bool operator==(const Coverage&, const Coverage&) = default;
};

/// What a run over articles produces; every report format prints this and nothing else.
struct Report {
    std::vector<Article> articles;  ///< sorted by path, then id
    std::vector<Fact> facts;        ///< sorted by article and span
    std::vector<Finding> findings;  ///< sorted by level, then as a reader would care
    std::vector<Finding> agreements;
    std::vector<StaleCopy> stale;  ///< sorted by status, article, finding
    OriginGraph origins;           ///< who has it from whom
    /// Findings of the baseline that are found no more: their sides have values and articles, and
    /// no facts. Sorted by rule, key and id.
    std::vector<Finding> gone;
    /// Ids of the articles that were asked about, sorted: those `check` was given, which stand
    /// first in formats with one location. Empty: all articles are alike.
    std::vector<std::string> checked;
    Diagnostics diagnostics;  ///< what could not be read
    Coverage coverage;
    /// What readers call the entities that findings and agreements name: "nvidia-h20" is "Nvidia
    /// H20". Names that only the article knows ("~name") have no entry.
    std::map<std::string, std::string> names;
    /// The declared rules that findings and agreements name, by id.
    std::map<std::string, RuleNote> rules;

    friend bool operator==(const Report&, const Report&) = default;
};

}  // namespace atodds
