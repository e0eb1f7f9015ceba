#include "compare/inside_article.hpp"

#include "base/utf8.hpp"
#include "compare/value_relation.hpp"
#include "values/interval.hpp"

#include <algorithm>
#include <array>
#include <set>
#include <string_view>
#include <utility>

namespace atodds {
namespace {

// Shares of words, in percent of the poorer side, from which two statements of one article tell
// the same thing. Set on development news: below, what differs was nearly always something else.
constexpr std::size_t kSameStatement = 60;
constexpr std::size_t kSameHeadline = 50;
constexpr std::size_t kSameCount = 50;

using Words = std::set<std::string>;

Words slot_words(const Fact& fact, std::string_view name) {
    Words words;
    for (const SlotValue& slot : fact.slots) {
        if (slot.slot == name) {
            words.insert(slot.value);
        }
    }
    return words;
}

bool share_any(const Words& a, const Words& b) {
    return std::any_of(a.begin(), a.end(),
                       [&](const std::string& word) { return b.contains(word); });
}

std::size_t shared_percent(const Words& a, const Words& b) {
    const auto shared = static_cast<std::size_t>(std::count_if(
        a.begin(), a.end(), [&](const std::string& word) { return b.contains(word); }));
    return a.empty() || b.empty() ? 0 : shared * 100 / std::min(a.size(), b.size());
}

/// Longer words of the statement in lower case, but for those of the value itself.
Words quote_words(const Fact& fact) {
    constexpr std::size_t kShortWord = 3;
    Words words;
    std::string word;
    const std::string text = to_lower(fact.quote) + " ";
    for (const char byte : text) {
        const bool is_letter =
            (byte >= 'a' && byte <= 'z') || static_cast<unsigned char>(byte) >= 0x80;
        if (is_letter) {
            word += byte;
            continue;
        }
        if (word.size() > kShortWord && to_lower(fact.surface).find(word) == std::string::npos) {
            words.insert(word);
        }
        word.clear();
    }
    return words;
}

bool is_headline(const Fact& fact) {
    return fact.block == BlockKind::Title || fact.block == BlockKind::Heading;
}

bool is_amount(const Value& value) {
    constexpr std::array kAmounts = {ValueType::Number,   ValueType::Percent,
                                     ValueType::Money,    ValueType::PercentagePoints,
                                     ValueType::Quantity, ValueType::Duration};
    return std::find(kAmounts.begin(), kAmounts.end(), value.type) != kAmounts.end();
}

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
    const std::size_t last = fact.quote.find_last_not_of(" \t\r\n\"')");
    return last != std::string::npos && fact.quote[last] == '?';
}

bool headline_rounds_to(const Value& headline, const Value& body) {
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

std::string InsideArticle::headline_excuse(const Judgement& judgement, const Fact& headline,
                                           const Fact& body) const {
    if (is_amount(headline.value) && is_supported(headline)) {
        return "the body has the figure of the headline too";
    }
    if (headline.tier == Tier::Declared || judgement.verdict == Verdict::Certainty) {
        return "";
    }
    if (headline.value.type == ValueType::Polarity) {
        return claim_excuse(headline, body);
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
        const bool is_other_count =
            is_amount(left.value) &&
            shared_percent(quote_words(left), quote_words(right)) < kSameCount;
        return is_other_count ? "inside one article another count of the same kind" : "";
    }
    return left.value.type == ValueType::Polarity ? claim_excuse(left, right)
                                                  : amount_excuse(left, right);
}

Judgement InsideArticle::held(Judgement judgement, std::uint32_t left, std::uint32_t right) const {
    const Fact& a = facts_[left];
    const Fact& b = facts_[right];
    const bool is_flagged =
        judgement.verdict == Verdict::Disagree || judgement.verdict == Verdict::Certainty;
    if (a.article != b.article || !is_flagged) {
        return judgement;
    }
    std::string excuse = excuse_of(judgement, a, b);
    return excuse.empty() ? std::move(judgement) : excused(std::move(judgement), std::move(excuse));
}

}  // namespace atodds
