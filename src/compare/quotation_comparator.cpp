#include "compare/quotation_comparator.hpp"

#include "compare/quotation_alignment.hpp"
#include "compare/quotation_change.hpp"
#include "compare/quotation_speakers.hpp"
#include "compare/quotation_translation.hpp"
#include "compare/slot_words.hpp"
#include "extract/quote_facts.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <set>
#include <string_view>

namespace atodds {
namespace {

// Bars, in words and hundredths. Guessed, then set by reading every finding on development news.
constexpr std::uint32_t kFewestContent = 3;    ///< content words that two versions share
constexpr std::uint32_t kFewestUnnamed = 4;    ///< the same where a speaker is not named,
constexpr std::uint32_t kFewestWords = 8;      ///< and words of any kind
constexpr std::int32_t kSameRemark = 60;       ///< share from which they are one remark
constexpr std::int32_t kSameShortRemark = 75;  ///< the same with fewer than five content words
constexpr std::uint32_t kShortRemark = 5;      ///< content words
constexpr std::int32_t kSureRemark = 72;       ///< share below which a difference is a note
constexpr std::uint32_t kSpeakerContent = 6;   ///< content words that make "who said it" a matter
constexpr std::int32_t kSpeakerShare = 90;
constexpr std::int32_t kUnnamedShare = 90;  ///< for a warning where a speaker is not named
constexpr std::int32_t kRepeatShare = 95;   ///< for one remark twice in an article
constexpr std::uint32_t kErrorContent = 6;  ///< matched content for an error
constexpr std::int32_t kErrorShare = 85;
constexpr std::size_t kShownChanges = 4;

constexpr const char* kSpeakerStep = "speaker";

const SlotValue* slot_of(const Fact& fact, std::string_view name) {
    const auto found = std::ranges::find(fact.slots, name, &SlotValue::slot);
    return found == fact.slots.end() ? nullptr : &*found;
}

bool is_part(const Fact& fact) {
    const SlotValue* piece = slot_of(fact, "piece");
    return piece != nullptr && piece->value == "part";
}

/// Cheap test before an alignment: two content words in common.
bool may_be_one(const Fact& left, const Fact& right) {
    const std::set<std::string_view> words(left.value.items.begin(), left.value.items.end());
    std::set<std::string_view> shared;
    for (const std::string& item : right.value.items) {
        if (words.contains(item)) {
            shared.insert(item);
        }
    }
    return shared.size() >= 2;
}

/// One comparison in progress.
class QuotationComparison {
  public:
    QuotationComparison(const EntityFinder& entities, const Fact& left, const Fact& right)
        : entities_(entities),
          left_(left),
          right_(right),
          left_words_(words_of_quotation(left)),
          right_words_(words_of_quotation(right)) {}

    Judgement run() {
        if (!may_be_one(left_, right_)) {
            return decided("same-fact", Verdict::Different, "hardly a word in common");
        }
        alignment_ = align_quotations(left_words_, right_words_);
        judgement_.sameness = alignment_.share();
        judgement_.left_part = bytes_of(left_words_, alignment_.left_part);
        judgement_.right_part = bytes_of(right_words_, alignment_.right_part);
        match_ = match_speakers(entities_, left_, right_);
        if (!is_one_remark()) {
            return decided("same-fact", Verdict::Different,
                           fmt::format("another remark: {} content words and {} % in common",
                                       alignment_.matched_content, alignment_.share()));
        }
        if (match_ == SpeakerMatch::Distinct) {
            return judge_speakers();
        }
        note("same-fact",
             fmt::format("{} words match, {} % by weight; {}", alignment_.matched_words,
                         alignment_.share(),
                         match_ == SpeakerMatch::Same ? "one speaker" : "a speaker is not named"));
        return judge_words();
    }

  private:
    Judgement decided(const char* step, Verdict verdict, std::string text) {
        judgement_.verdict = verdict;
        judgement_.trace.push_back({step, std::move(text), true});
        return std::move(judgement_);
    }

    void note(const char* step, std::string text) {
        judgement_.trace.push_back({step, std::move(text), false});
    }

    bool is_one_remark() const {
        const std::uint32_t content = alignment_.matched_content;
        // An article that comes back to a few words does not quote them twice.
        if (left_.article == right_.article &&
            (content < kSpeakerContent || alignment_.share() < kRepeatShare || is_part(left_) ||
             is_part(right_))) {
            return false;
        }
        const bool is_named = match_ == SpeakerMatch::Same;
        const bool is_short = content < kShortRemark || !is_named;
        const bool is_enough =
            is_named ? content >= kFewestContent
                     : content >= kFewestUnnamed && alignment_.matched_words >= kFewestWords;
        return is_enough && alignment_.share() >= (is_short ? kSameShortRemark : kSameRemark);
    }

    /// The same words given to two persons.
    Judgement judge_speakers() {
        const std::string names = fmt::format("{} and {}", speaker_name(entities_, left_),
                                              speaker_name(entities_, right_));
        const bool is_sure =
            alignment_.matched_content >= kSpeakerContent && alignment_.share() >= kSpeakerShare;
        if (!is_sure || left_.article == right_.article) {
            return decided("same-fact", Verdict::Different, "two speakers: " + names);
        }
        judgement_.level = Level::Warning;
        return decided(kSpeakerStep, Verdict::Disagree,
                       "the same words are given to two speakers: " + names);
    }

    Judgement judge_words() {
        ChangeKind worst = ChangeKind::None;
        std::string differences;
        std::size_t count = 0;
        const bool turns_round = is_turned_round();
        for (const WordChange& change : alignment_.changes) {
            ChangeKind kind = adapted(kind_of_change(left_words_, right_words_, change), change);
            if (kind == ChangeKind::Negation && !turns_round) {
                kind = ChangeKind::Words;
            }
            if (kind == ChangeKind::None) {
                continue;
            }
            worst = std::max(worst, kind);
            add_marks(change);
            if (++count <= kShownChanges) {
                differences += differences.empty() ? "" : "; ";
                differences += describe_change(left_words_, right_words_, change);
            }
        }
        if (count > kShownChanges) {
            differences += fmt::format("; and {} more", count - kShownChanges);
        }
        const bool is_inside = left_.article == right_.article;
        if (worst == ChangeKind::None || (is_inside && worst == ChangeKind::Slight)) {
            judgement_.meeting = Judgement::Meeting::Equal;
            judgement_.left_marks.clear();
            judgement_.right_marks.clear();
            return decided("entailment", Verdict::Agree, "word for word the same");
        }
        return decide_difference(worst, differences);
    }

    /// "I do not think it is" says what "I think it is not" says: negations count together.
    bool is_turned_round() const {
        const auto negations = [](std::span<const QuoteWord> words, TokenRange range) {
            return std::ranges::count_if(
                words.subspan(range.begin, range.size()),
                [](const QuoteWord& word) { return is_negation(word.key); });
        };
        std::ptrdiff_t difference = 0;
        for (const WordChange& change : alignment_.changes) {
            difference += negations(left_words_, change.left);
            difference -= negations(right_words_, change.right);
        }
        return difference % 2 != 0;
    }

    Judgement decide_difference(ChangeKind worst, const std::string& differences) {
        const bool is_sure = match_ == SpeakerMatch::Same
                                 ? alignment_.share() >= kSureRemark
                                 : alignment_.share() >= kUnnamedShare &&
                                       alignment_.matched_content >= kSpeakerContent;
        const bool is_opposed =
            worst >= ChangeKind::Number && is_sure && alignment_.matched_content > kFewestContent;
        judgement_.level = worst <= ChangeKind::Slight || !is_sure ? Level::Note : Level::Warning;
        if (is_opposed && alignment_.share() >= kErrorShare &&
            alignment_.matched_content >= kErrorContent && match_ == SpeakerMatch::Same) {
            judgement_.level = Level::Error;
        }
        lower_by_circumstances(is_opposed);
        if (is_opposed) {
            return decided("clash", Verdict::Disagree, differences);
        }
        return decided("wording", Verdict::Wording, differences + translation_note());
    }

    /// Readers see the decision before the rest of the trace.
    std::string translation_note() const {
        const bool may_be = translation_between(entities_, left_, right_) != Translation::None;
        return may_be ? "; these may be two translations" : "";
    }

    void lower_by_circumstances(bool is_opposed) {
        if (slot_of(left_, "speaker") == nullptr && slot_of(right_, "speaker") == nullptr) {
            note("separators", "nobody is named as the speaker on either side");
            judgement_.level = Level::Note;
        }
        const Translation translation = translation_between(entities_, left_, right_);
        if (translation == Translation::Told) {
            note("separators", "one side is translated: two translations differ in words");
            judgement_.level = Level::Note;
        } else if (translation == Translation::Likely) {
            note("separators",
                 "the speaker is quoted by way of another language, it seems: these "
                 "may be two translations");
            judgement_.level = is_opposed ? judgement_.level : Level::Note;
        }
        if (!is_opposed && (is_headline(left_) || is_headline(right_))) {
            note("separators", "a headline shortens");
            judgement_.level = Level::Note;
        }
        const SlotValue* a = slot_of(left_, "occasion");
        const SlotValue* b = slot_of(right_, "occasion");
        if (a != nullptr && b != nullptr && a->value != b->value) {
            note("separators",
                 fmt::format("the occasions read are two: {} and {}", a->value, b->value));
            judgement_.level = std::max(judgement_.level, Level::Warning);
        }
    }

    /// Words built into a sentence take its person and tense: he "looks forward to it".
    ChangeKind adapted(ChangeKind kind, const WordChange& change) const {
        if (kind != ChangeKind::Words || !(is_part(left_) || is_part(right_))) {
            return kind;
        }
        const auto left = std::span(left_words_).subspan(change.left.begin, change.left.size());
        const auto right = std::span(right_words_).subspan(change.right.begin, change.right.size());
        const auto has_form_in = [](const QuoteWord& word, std::span<const QuoteWord> words) {
            return word.kind <= WordRank::Function ||
                   std::ranges::any_of(words, [&](const QuoteWord& other) {
                       return other.key == word.key || are_inflections(other.key, word.key);
                   });
        };
        const bool is_grammar =
            std::ranges::all_of(left, [&](const auto& word) { return has_form_in(word, right); }) &&
            std::ranges::all_of(right, [&](const auto& word) { return has_form_in(word, left); });
        return is_grammar ? ChangeKind::Slight : kind;
    }

    void add_marks(const WordChange& change) {
        judgement_.left_marks.push_back(mark_of(left_words_, change.left));
        judgement_.right_marks.push_back(mark_of(right_words_, change.right));
    }

    static ByteSpan bytes_of(std::span<const QuoteWord> words, TokenRange range) {
        return range.is_empty()
                   ? ByteSpan{}
                   : ByteSpan{words[range.begin].span.begin, words[range.end - 1].span.end};
    }

    /// The bytes of the words; where there are none, the blank they are missing from.
    static ByteSpan mark_of(std::span<const QuoteWord> words, TokenRange range) {
        if (!range.is_empty()) {
            return {words[range.begin].span.begin, words[range.end - 1].span.end};
        }
        constexpr std::uint32_t kWidestGap = 6;  // bytes: a comma, a mark and a blank
        const std::uint32_t at =
            std::min<std::uint32_t>(range.begin, static_cast<std::uint32_t>(words.size()) - 1);
        const std::uint32_t before = at > 0 ? words[at - 1].span.end : words[at].span.begin;
        const ByteSpan gap{before, words[at].span.begin};
        return gap.is_empty() || gap.size() > kWidestGap ? words[at].span : gap;
    }

    const EntityFinder& entities_;
    const Fact& left_;
    const Fact& right_;
    std::vector<QuoteWord> left_words_;
    std::vector<QuoteWord> right_words_;
    QuotationAlignment alignment_;
    SpeakerMatch match_ = SpeakerMatch::Unknown;
    Judgement judgement_;
};

}  // namespace

bool is_quotation(const Fact& fact) {
    return fact.rule == kQuoteRule;
}

Judgement judge_quotations(const EntityFinder& entities, const Fact& left, const Fact& right) {
    return QuotationComparison(entities, left, right).run();
}

bool is_about_speaker(const Judgement& judgement) {
    return !judgement.trace.empty() && judgement.trace.back().step == kSpeakerStep;
}

}  // namespace atodds
