#include "compare/inside_article.hpp"

#include "compare/slot_words.hpp"
#include "compare/value_relation.hpp"
#include "values/interval.hpp"

#include <algorithm>
#include <array>
#include <string_view>
#include <utility>

namespace atodds {
namespace {

// Shares of words, in percent of the poorer side, from which two statements of one article tell
// the same thing. Set on development news: below, what differs was nearly always something else.
constexpr std::size_t kSameStatement = 60;
constexpr std::size_t kSameHeadline = 50;
constexpr std::size_t kSameCount = 50;

using Words = SlotWords;

/// Nouns and verbs that say what is measured; "people" alone says nothing.
Words measures_of(const Fact& fact) {
    constexpr std::array<std::string_view, 10> kGeneral = {
        "be", "have", "people", "number", "say", "get", "report", "total", "do", "make"};
    Words words = slot_words(fact, "noun");
    words.merge(slot_words(fact, "predicate"));
    words.merge(slot_words(fact, "modifier"));
    std::erase_if(words, [&](const std::string& word) {
        return std::find(kGeneral.begin(), kGeneral.end(), word) != kGeneral.end();
    });
    return words;
}

/// True but where two open facts are known to measure two things.
bool may_measure_alike(const Fact& left, const Fact& right) {
    const Words a = measures_of(left);
    const Words b = measures_of(right);
    return a.empty() || b.empty() || share_any(a, b);
}

bool is_pronoun(const std::string& word) {
    constexpr std::array<std::string_view, 16> kPronouns = {
        "i",    "you", "he",    "she",  "it",  "we",   "they", "this",
        "that", "who", "which", "what", "one", "them", "its",  "there"};
    return std::find(kPronouns.begin(), kPronouns.end(), word) != kPronouns.end();
}

bool share_named(const Fact& left, const Fact& right, std::string_view slot) {
    Words words = slot_words(left, slot);
    std::erase_if(words, is_pronoun);
    return share_any(words, slot_words(right, slot));
}

bool have_one_speaker(const Fact& left, const Fact& right) {
    const std::vector<SourceRef>& a = left.qualifiers.sources;
    const std::vector<SourceRef>& b = right.qualifiers.sources;
    return (a.empty() && b.empty()) || (!a.empty() && !b.empty() && a.front().id == b.front().id);
}

bool is_plain(const Fact& fact) {
    return fact.qualifiers.certainty == Certainty::Asserted &&
           (fact.qualifiers.quote == QuoteKind::None ||
            fact.qualifiers.quote == QuoteKind::Indirect);
}

std::string claim_excuse(const Fact& left, const Fact& right) {
    if (!have_one_speaker(left, right)) {
        return "the article lets two parties speak";
    }
    if (!is_plain(left) || !is_plain(right)) {
        return "one side is quoted or only possible";
    }
    const bool is_one_matter =
        share_named(left, right, "subject") &&
        share_any(slot_words(left, "predicate"), slot_words(right, "predicate")) &&
        share_named(left, right, "object");
    if (!is_one_matter ||
        shared_percent(slot_words(left, "stem"), slot_words(right, "stem")) < kSameStatement) {
        return "inside one article too little is shared for one claim";
    }
    return "";
}

/// Verbs that say little by themselves, as lemmas or families.
bool is_light_verb(const Fact& claim) {
    static const Words kLight = {"be",   "have",  "do",   "go",          "say",  "think", "know",
                                 "want", "make",  "take", "get",         "come", "see",   "tell",
                                 "ask",  "give",  "call", "put",         "use",  "find",  "keep",
                                 "seem", "look",  "need", "try",         "let",  "mean",  "show",
                                 "add",  "speak", "warn", "announcement"};
    return share_any(slot_words(claim, "predicate"), kLight);
}

/// Whether a headline and a sentence of the body make one proposition, asserted or denied.
bool are_one_claim(const Fact& headline, const Fact& body) {
    constexpr std::size_t kLeastWords = 2;
    const Words named = slot_words(headline, "stem");
    const Words told = slot_words(body, "stem");
    const std::size_t shared = shared_count(named, told);
    const bool has_object = !slot_words(headline, "object").empty() || is_light_verb(headline);
    return share_any(slot_words(headline, "predicate"), slot_words(body, "predicate")) &&
           (!has_object || share_named(headline, body, "object")) && shared >= kLeastWords &&
           shared * 100 >= named.size() * kSameStatement;
}

bool is_denied(const Fact& fact) {
    return (fact.qualifiers.polarity == Polarity::Negative) !=
           (fact.qualifiers.stance == Stance::Denies);
}

/// "May be lifted" said of what the headline states as a fact.
bool is_doubtful(const Fact& fact) {
    return fact.qualifiers.certainty == Certainty::Possible;
}

/// Runs of digits in the statement beside the value itself.
Words other_figures(const Fact& fact) {
    Words figures;
    std::string run;
    for (const char byte : fact.quote + " ") {
        if (byte >= '0' && byte <= '9') {
            run += byte;
        } else if (!run.empty()) {
            if (fact.surface.find(run) == std::string::npos) {
                figures.insert(run);
            }
            run.clear();
        }
    }
    return figures;
}

/// "24 trams in 2020" and "31 trams in 2024" are two purchases.
bool differ_in_other_figures(const Fact& left, const Fact& right) {
    const Words a = other_figures(left);
    const Words b = other_figures(right);
    return !a.empty() && !b.empty() && !share_any(a, b);
}

/// A figure with a limit of its own ("in Gaza", "female", "in 2008") is another figure.
std::string amount_excuse(const Fact& left, const Fact& right) {
    if (!have_one_speaker(left, right)) {
        return "the article lets two parties speak";
    }
    for (const std::string_view slot : {"scope", "time", "modifier", "noun", "role"}) {
        if (slot_words(left, slot) != slot_words(right, slot)) {
            return "inside one article the two figures have limits of their own";
        }
    }
    if (differ_in_other_figures(left, right)) {
        return "inside one article the two statements differ in other figures too";
    }
    const bool is_bounded = left.value.bound != Bound::Exact || right.value.bound != Bound::Exact;
    const bool is_one_act =
        share_any(slot_words(left, "predicate"), slot_words(right, "predicate")) &&
        (share_named(left, right, "subject") || share_named(left, right, "object"));
    if (is_bounded || !is_one_act ||
        shared_percent(slot_words(left, "stem"), slot_words(right, "stem")) < kSameStatement) {
        return "inside one article too little is shared for one figure";
    }
    return "";
}

/// The stated amount without its hedge.
Value exactly(Value value) {
    value.bound = Bound::Exact;
    value.low = value.amount;
    value.high = value.amount;
    return value;
}

Judgement excused(Judgement judgement, std::string why) {
    if (!judgement.trace.empty() && judgement.trace.back().decides) {
        judgement.trace.back().decides = false;
    }
    judgement.trace.push_back({"inside-article", std::move(why), true});
    judgement.verdict = Verdict::Different;
    judgement.level = Level::Note;
    return judgement;
}

}  // namespace

bool is_question(const Fact& fact) {
    const std::size_t mark = fact.quote.rfind('?');
    // Closing quotation marks may follow, but no more words.
    return mark != std::string::npos &&
           std::none_of(fact.quote.begin() + static_cast<std::ptrdiff_t>(mark), fact.quote.end(),
                        [](char byte) {
                            return (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z');
                        });
}

bool goes_far_beyond(const Value& headline, const Value& body) {
    const bool is_open_bound = body.bound == Bound::AtLeast || body.bound == Bound::Above;
    return is_open_bound && headline.bound == Bound::Exact && is_comparable(headline, body) &&
           headline.amount.absolute() * Decimal(2) > body.amount.absolute() * Decimal(3) &&
           !headline_rounds_to(headline, exactly(body));
}

bool headline_rounds_to(const Value& headline, const Value& body) {
    if (body.bound != Bound::Exact && goes_far_beyond(headline, body)) {
        return false;
    }
    const ValueRelation relation = relate_amounts(headline, body, Decimal());
    if (relation.relatedness != Relatedness::Apart) {
        return relation.relatedness != Relatedness::Unrelated;
    }
    // The body's stated amount is what the headline rounds, whatever hedge stands before it.
    const Decimal unit(1, headline.last_digit_power);
    const Decimal gap = (headline.amount - body.amount).absolute();
    const bool is_rounded = headline.last_digit_power > 0;
    const bool may_fall_short =
        headline.bound == Bound::JustBelow || headline.bound == Bound::About;
    return is_comparable(headline, body) && (is_rounded || may_fall_short) && gap + gap <= unit;
}

InsideArticle::InsideArticle(std::span<const Fact> facts) : facts_(facts) {
    for (std::uint32_t i = 0; i < facts.size(); ++i) {
        if (!is_headline(facts[i]) && is_prose(facts[i].block)) {
            bodies_[facts[i].article].push_back(i);
        }
    }
}

bool InsideArticle::is_supported(const Fact& headline) const {
    const auto found = bodies_.find(headline.article);
    return found != bodies_.end() &&
           std::any_of(found->second.begin(), found->second.end(), [&](std::uint32_t index) {
               const Fact& body = facts_[index];
               return headline.value.type == body.value.type &&
                      headline_rounds_to(headline.value, body.value) &&
                      (body.rule == headline.rule
                           ? body.tier == Tier::Declared || may_measure_alike(headline, body)
                           : is_unread(body, headline.rule));
           });
}

/// An open figure in a statement where the rule of the headline read nothing: "rose to 10".
bool InsideArticle::is_unread(const Fact& body, const std::string& rule) const {
    const std::vector<std::uint32_t>& others = bodies_.at(body.article);
    return body.tier == Tier::Open &&
           std::none_of(others.begin(), others.end(), [&](std::uint32_t index) {
               return facts_[index].rule == rule && facts_[index].statement == body.statement;
           });
}

bool InsideArticle::is_claimed(const Fact& headline) const {
    const auto found = bodies_.find(headline.article);
    return found != bodies_.end() &&
           std::any_of(found->second.begin(), found->second.end(), [&](std::uint32_t index) {
               const Fact& body = facts_[index];
               return body.rule == headline.rule && is_denied(body) == is_denied(headline) &&
                      !is_doubtful(body) &&
                      share_any(slot_words(headline, "predicate"), slot_words(body, "predicate")) &&
                      share_any(slot_words(headline, "stem"), slot_words(body, "stem"));
           });
}

std::string InsideArticle::headline_claim_excuse(const Fact& headline, const Fact& body) const {
    if (!is_plain(headline) || !is_plain(body)) {
        return "one side is quoted or only possible";
    }
    if (!headline.qualifiers.sources.empty() || !body.qualifiers.sources.empty()) {
        return "the article lets two parties speak";
    }
    if (!are_one_claim(headline, body)) {
        return "headline and body share too little for one claim";
    }
    return is_claimed(headline) ? "the body says what the headline says, too" : "";
}

std::string InsideArticle::headline_excuse(const Judgement& judgement, const Fact& headline,
                                           const Fact& body) const {
    if (is_amount(headline.value) && is_supported(headline)) {
        return "the body has the figure of the headline too";
    }
    if (headline.tier == Tier::Declared || judgement.verdict == Verdict::Certainty) {
        return "";
    }
    if (headline.value.type == ValueType::Polarity) {
        return headline_claim_excuse(headline, body);
    }
    const Words named = measures_of(headline);
    const Words shown = measures_of(body);
    const bool has_limit = !slot_words(body, "scope").empty() &&
                           !slot_words(headline, "scope").empty() &&
                           !share_any(slot_words(body, "scope"), slot_words(headline, "scope"));
    if (has_limit || !share_any(named, shown) ||
        shared_percent(quote_words(headline), quote_words(body)) < kSameHeadline) {
        return "the headline has another figure in mind";
    }
    return "";
}

std::string InsideArticle::excuse_of(const Judgement& judgement, const Fact& left,
                                     const Fact& right) const {
    if (is_question(left) || is_question(right)) {
        return "a question asserts nothing";
    }
    if (is_headline(left) != is_headline(right)) {
        return headline_excuse(judgement, is_headline(left) ? left : right,
                               is_headline(left) ? right : left);
    }
    if (left.tier == Tier::Declared) {
        const Words a = quote_words(left);
        const Words b = quote_words(right);
        const bool is_other_count =
            is_amount(left.value) && !a.empty() && !b.empty() && shared_percent(a, b) < kSameCount;
        return is_other_count ? "inside one article another count of the same kind" : "";
    }
    return left.value.type == ValueType::Polarity ? claim_excuse(left, right)
                                                  : amount_excuse(left, right);
}

/// What the open comparator lets pass and a headline may not: to state as a fact what the body
/// only holds possible, and a figure far beyond the body's "at least".
bool InsideArticle::is_overstated(const Judgement& judgement, const Fact& headline,
                                  const Fact& body) const {
    if (is_question(headline) || is_question(body) || !is_plain(headline) ||
        !headline.qualifiers.sources.empty()) {
        return false;
    }
    if (judgement.verdict == Verdict::Agree && headline.value.type == ValueType::Polarity) {
        return is_doubtful(body) && !is_denied(headline) && are_one_claim(headline, body) &&
               !is_claimed(headline);
    }
    return judgement.verdict == Verdict::Scope && is_amount(headline.value) &&
           goes_far_beyond(headline.value, body.value) &&
           headline_excuse(judgement, headline, body).empty();
}

Judgement InsideArticle::overstated(Judgement judgement, const Fact& headline) {
    if (!judgement.trace.empty()) {
        judgement.trace.back().decides = false;
    }
    const bool is_claim = headline.value.type == ValueType::Polarity;
    judgement.verdict = is_claim ? Verdict::Certainty : Verdict::Disagree;
    judgement.level = Level::Warning;
    judgement.trace.push_back({"inside-article",
                               is_claim ? "the headline states what the body only holds possible"
                                        : "the headline goes far beyond the figure of the body",
                               true});
    return judgement;
}

Judgement InsideArticle::held(Judgement judgement, std::uint32_t left, std::uint32_t right) const {
    const Fact& a = facts_[left];
    const Fact& b = facts_[right];
    const bool is_flagged =
        judgement.verdict == Verdict::Disagree || judgement.verdict == Verdict::Certainty;
    if (a.article != b.article) {
        return judgement;
    }
    const bool is_headline_body = is_headline(a) != is_headline(b);
    const Fact& headline = is_headline(a) ? a : b;
    if (is_headline_body && is_overstated(judgement, headline, is_headline(a) ? b : a)) {
        return overstated(std::move(judgement), headline);
    }
    if (!is_flagged) {
        return judgement;
    }
    std::string excuse = excuse_of(judgement, a, b);
    if (!excuse.empty()) {
        return excused(std::move(judgement), std::move(excuse));
    }
    if (is_headline_body && headline.rule == "open/claim") {
        judgement.level = std::min(judgement.level, Level::Warning);  // one article, one matter
    }
    return judgement;
}

}  // namespace atodds
