#pragma once
// What stands around an open value: the part of the world it is said of ("in Lyon", "worldwide"),
// the dates of its statement, and the family of a word ("deaths" and "killed" are one measure).

#include "base/id_map.hpp"
#include "extract/word_marks.hpp"
#include "model/fact.hpp"
#include "model/statement.hpp"
#include "ruleset/ruleset.hpp"

#include <cstdint>
#include <functional>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace atodds {

/// The word families of the category list "word-families"; a word without one is its own. And the
/// words of the lists "denials", by which a statement takes back what it names, "opposites",
/// "sequences", "once", "periods", "offices", "figures", "figure-words" and "head-counts". All is
/// worked out for each lemma in advance: a question is one look by id.
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

    /// Name of the family of a lemma, or the lemma. Points into the token or the families.
    std::string_view family_of(const Token& token) const {
        const Word& word = word_of(token);
        if (token.tag == Upos::Noun && !word.noun_family.empty()) {
            return word.noun_family;
        }
        return word.family.empty() ? std::string_view(token.lemma) : word.family;
    }

    /// The same, but a phrasal verb that has a family of its own ("come out") is one word.
    std::string_view family_of(const Statement& statement, std::uint32_t token) const;

    Frame frame_of(const Token& token) const { return word_of(token).frame; }

    Office office_of(const Token& token) const { return word_of(token).office; }

    /// Whether the verb tells what happens to a thing once; list "once".
    bool happens_once(const Token& token) const { return word_of(token).happens_once; }

    /// False for words that no list holds: most of a text, told by one bit.
    bool may_be_listed(const Token& token) const { return marks_.may_hold(token.lemma_id); }

    enum class FigureRole : std::uint8_t {
        None,
        Kind,        ///< "net", "gross": which of the figures of one name
        Plain,       ///< "record", "total": of whichever figure
        Anybody,     ///< "people", "others": those who are counted without saying who they are
        Vote,        ///< "ballot", "election": what shares of the votes are told of
        Partial,     ///< "counted", "exit poll": told before all votes were counted
        Periodic,    ///< "revenue": a figure that each quarter has anew
        Growing,     ///< "toll": a figure that may have grown from report to report
        Expected,    ///< "forecast", "predict": what somebody thinks it will be
        Forecaster,  ///< "analyst": who expects what others will report
        Level,       ///< "reach", "total": what follows is the figure
        Change,      ///< "rise", "fall": "to" leads to the figure, all else is by how much
    };

    /// Name of the figure that a noun stands for ("turnout"); empty for other words. List
    /// "figures".
    std::string_view figure_of(const Token& token) const { return word_of(token).figure; }

    /// What befell those who are counted beside it ("injured"); empty for most. List "head-counts".
    std::string_view head_count_of(const Token& token) const { return word_of(token).head_count; }

    FigureRole figure_role_of(const Token& token) const { return word_of(token).figure_role; }

    /// Whether the noun names a stretch of time; list "periods".
    bool is_period(const Token& token) const { return word_of(token).is_period; }

    /// The axis of "best" and "worst" for a form that names an end of a scale, else empty.
    std::string_view end_of(const Token& token) const {
        return marks_.may_hold(token.lower_id) ? end_of_form(token.lower_id) : std::string_view();
    }

    /// The axes of the list "opposites" a word lies on: "+acceptance" and "-acceptance" exclude
    /// each other. Sorted; empty for most words.
    const std::vector<std::string>& axes_of(const Token& token) const {
        return word_of(token).axes;
    }

    /// The axes of a verb with its object, where the two are a phrase of the list "opposites":
    /// "lose job" and "leave job" exclude each other, "lose" and "leave" do not. Null for most.
    const std::vector<std::string>* axes_of(const Token& verb, const Token& object) const {
        return tails_.may_hold(object.lemma_id) ? axes_of_phrase(verb, object) : nullptr;
    }

    /// The same for the list "sequences": events that follow each other.
    const std::vector<std::string>& turns_of(const Token& token) const {
        return word_of(token).turns;
    }

  private:
    struct Word {
        std::string family;       ///< empty: the word is its own family
        std::string noun_family;  ///< as a noun, where that is another; list "noun-families"
        std::vector<std::string> axes;
        std::vector<std::string> turns;
        std::string figure;      ///< empty: the word names none
        std::string head_count;  ///< empty: the word tells of no fate
        FigureRole figure_role = FigureRole::None;
        Office office = Office::None;
        Frame frame = Frame::None;
        std::string_view end;  ///< a literal: "+best", "-best"
        bool happens_once = false;
        bool is_period = false;
    };

    using Axes = std::map<std::string, std::vector<std::string>, std::less<>>;

    void add_opposites(const CategoryList& list, Axes& axes);
    void add_words(const CategoryList& list);
    void close(const Axes& axes, const Axes& turns);
    void add_ends(const CategoryList& list);
    Word& word_named(std::string_view name);
    void mark_phrase(std::string_view phrase);
    const std::vector<std::string>* axes_of_phrase(const Token& verb, const Token& object) const;
    std::string_view phrase_family(const Token& verb, const Token& tail) const;
    std::string_view end_of_form(std::uint64_t id) const;

    const Word& word_of(const Token& token) const {
        const Word* word = marks_.may_hold(token.lemma_id) ? words_.find(token.lemma_id) : nullptr;
        return word == nullptr ? plain_ : *word;
    }

    WordMarks<16384> marks_;
    WordMarks<2048> heads_;           ///< first words of phrasal verbs
    WordMarks<2048> tails_;           ///< second words of phrasal verbs
    IdMap<Word> words_;               ///< by lemma
    std::vector<std::string> names_;  ///< of words_, in the same order
    Word plain_;                      ///< of all words that no list holds
};

/// A slot of a fact in the making. The views point into the statement, the families or literals.
struct SlotView {
    std::string_view slot;
    std::string_view value;
    ByteSpan span;  ///< as SlotValue::span
};

/// Adds what limits the value at `range`: complements of the prepositions that follow it up to the
/// next value, and words like "worldwide" near it. Entity ids or lemmas, in text order.
void add_scope(const Statement& statement, TokenRange range, std::vector<SlotView>& slots);

/// A date of a statement as "2020-04-16", "XX-04-16" or an interval, with "before ", "after " or
/// "by " in front of a limit.
struct DateText {
    std::string text;
    ByteSpan span;
    std::uint16_t clause = 0;       ///< as Token::clause
    bool is_point_of_view = false;  ///< "as of May", "by May": when the statement holds
    bool is_start = false;          ///< "since 1909"
};

/// The dates of the statement, in text order.
std::vector<DateText> dates_of(const Statement& statement);

/// The dates that a fact of that clause is told for, without the one at `own`: those of its clause
/// where it has any, of these an "as of" or a limit, and a "since" only where nothing else stands.
/// Fills `told`, whose memory is reused; its members point into `dates`.
void dates_told_for(const std::vector<DateText>& dates, std::uint16_t clause, ByteSpan own,
                    std::vector<const DateText*>& told);

/// Tokens that overlap `span`; empty where none does.
TokenRange tokens_of(const Statement& statement, ByteSpan span);

}  // namespace atodds
