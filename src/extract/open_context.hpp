#pragma once
// What stands around an open value: the part of the world it is said of ("in Lyon", "worldwide"),
// the dates of its statement, and the family of a word ("deaths" and "killed" are one measure).

#include "model/fact.hpp"
#include "model/statement.hpp"
#include "ruleset/ruleset.hpp"

#include <cstdint>
#include <string>
#include <unordered_map>
#include <unordered_set>
#include <vector>

namespace atodds {

/// The word families of the category list "word-families"; a word without one is its own. And the
/// words of the lists "denials", by which a statement takes back what it names, "opposites",
/// "sequences", "once", "periods" and "offices".
class WordFamilies {
  public:
    enum class Frame : std::uint8_t {
        None,
        Untrue,  ///< "hoax", "debunk": what the statement names did not happen
        True,    ///< "real": the same under a negation
        Report,  ///< "rumor", "video": names no event itself
    };

    enum class Office : std::uint8_t {
        None,
        Head,   ///< "minister", "captain"
        Past,   ///< "former", "deputy": another office, or another time
        Plain,  ///< "senior", "the": the same office
    };

    explicit WordFamilies(const std::vector<CategoryList>& categories);

    /// Name of the family of a lemma, or the lemma.
    const std::string& family_of(const Token& token) const;

    /// The same, but a phrasal verb that has a family of its own ("come out") is one word.
    const std::string& family_of(const Statement& statement, std::uint32_t token) const;

    Frame frame_of(const Token& token) const;

    Office office_of(const Token& token) const;

    /// Whether the verb tells what happens to a thing once; list "once".
    bool happens_once(const Token& token) const { return once_.contains(token.lemma_id); }

    /// Whether the noun names a stretch of time; list "periods".
    bool is_period(const Token& token) const { return periods_.contains(token.lemma_id); }

    /// The axes of the list "opposites" a word lies on: "+acceptance" and "-acceptance" exclude
    /// each other. Sorted; empty for most words.
    const std::vector<std::string>& axes_of(const Token& token) const;

    /// The axis of "best" and "worst" for a word that names an end of a scale, else empty.
    const std::string& end_of(const Token& token) const;

    /// The same for the list "sequences": events that follow each other.
    const std::vector<std::string>& turns_of(const Token& token) const;

  private:
    using Axes = std::unordered_map<std::string, std::vector<std::string>>;  // lookups only

    static void add_opposites(const CategoryList& list, Axes& axes);
    void join_axes(Axes& axes) const;
    const std::vector<std::string>& find_axes(const Axes& axes, const Token& token) const;

    std::unordered_map<std::uint64_t, std::string> by_lemma_;  // lookups only
    std::unordered_set<std::uint64_t> once_;                   // lookups only
    std::unordered_set<std::uint64_t> periods_;                // lookups only
    Axes axes_;
    Axes turns_;
    std::unordered_map<std::uint64_t, std::string> ends_;  // lookups only
    std::unordered_map<std::uint64_t, Office> offices_;    // lookups only
    std::unordered_map<std::uint64_t, Frame> frames_;      // lookups only
};

/// What limits the value at `range`: complements of the prepositions that follow it up to the
/// next value, and words like "worldwide" near it. Entity ids or lemmas, in text order.
std::vector<SlotValue> scope_of(const Statement& statement, TokenRange range);

/// The times that the fact at `range` is told for, without the date at `own`: those of its clause
/// where it has any, of these an "as of". As "2020-04-16", "XX-04-16" or an interval, with "before
/// ", "after " or "by " in front of a limit.
std::vector<SlotValue> times_of(const Statement& statement, TokenRange range, ByteSpan own);

/// Tokens that overlap `span`; empty where none does.
TokenRange tokens_of(const Statement& statement, ByteSpan span);

}  // namespace atodds
