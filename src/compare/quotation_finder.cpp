#include "compare/quotation_finder.hpp"

#include "base/hash.hpp"
#include "compare/quotation_marks.hpp"
#include "compare/quotation_speakers.hpp"
#include "compare/quotation_words.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <string>
#include <tuple>
#include <utility>

namespace atodds {
namespace {

/// Bytes of a side's value, and beside a difference. Guessed: two lines of a terminal.
constexpr std::size_t kMostValue = 180;
constexpr std::uint32_t kContext = 45;

using Pairs = std::vector<const QuotationPair*>;

bool is_blank(char c) {
    return c == ' ' || c == '\n' || c == '\t' || c == '\r';
}

/// The part of the quotation around `focus`, cut at blanks, in quotation marks.
std::string excerpt(const Fact& fact, ByteSpan focus) {
    const std::string& text = fact.surface;
    const auto size = static_cast<std::uint32_t>(text.size());
    std::uint32_t begin = 0;
    if (focus.begin > fact.span.begin + kContext) {
        begin = std::min(focus.begin - fact.span.begin - kContext, size);
        while (begin > 0 && begin < size && !is_blank(text[begin - 1])) {
            ++begin;
        }
    }
    std::uint32_t end = std::min(begin + static_cast<std::uint32_t>(kMostValue), size);
    while (end < size && end > begin && !is_blank(text[end])) {
        --end;
    }
    return fmt::format("“{}{}{}”", begin > 0 ? "… " : "", text.substr(begin, end - begin),
                       end < size ? " …" : "");
}

std::string shown(const Fact& fact, ByteSpan focus) {
    return fact.value.text.size() <= kMostValue ? fact.value.text : excerpt(fact, focus);
}

/// The words without case, marks and spelling: what a fingerprint may depend on.
std::string words_key(const Fact& fact) {
    std::string key;
    for (const QuoteWord& word : words_of_quotation(fact)) {
        key += word.key;
        key += word.is_contracted ? "' " : " ";
    }
    return key;
}

/// Builds the findings out of groups of pairs.
class QuotationFinder {
  public:
    QuotationFinder(const EntityFinder& entities, std::span<const Fact> facts,
                    const SideMaker& make_side)
        : entities_(entities), facts_(facts), make_side_(make_side) {}

    FoundQuotations find(std::span<const QuotationPair> all) {
        // Pairs in the order of facts, so that nothing depends on the order of judging.
        Pairs pairs;
        for (const QuotationPair& pair : all) {
            pairs.push_back(&pair);
        }
        std::ranges::sort(pairs, {}, [](const QuotationPair* pair) {
            return std::pair(pair->left, pair->right);
        });
        // Agreements between articles, differences by article of an inner one, and by subject.
        std::map<std::tuple<bool, bool, std::string>, Pairs> classes;
        for (const QuotationPair* pair : pairs) {
            const bool is_agreed = pair->judgement.verdict == Verdict::Agree;
            if (is_agreed) {
                agreeing_.insert({pair->left, pair->right});
            }
            classes[{is_agreed, is_about_speaker(pair->judgement), inside_of(*pair)}].push_back(
                pair);
        }
        for (const auto& [key, members] : classes) {
            for (const Pairs& group : grouped(members)) {
                add(std::get<0>(key), group);
            }
        }
        return std::move(found_);
    }

  private:
    std::string inside_of(const QuotationPair& pair) const {
        const Fact& left = facts_[pair.left];
        return left.article == facts_[pair.right].article ? left.article : "";
    }

    static std::vector<Pairs> grouped(const Pairs& members) {
        const std::vector<std::uint32_t> numbers = group_by_part(members);
        std::vector<Pairs> groups;
        for (std::size_t i = 0; i < members.size(); ++i) {
            groups.resize(std::max<std::size_t>(groups.size(), numbers[i] + 1));
            groups[numbers[i]].push_back(members[i]);
        }
        return groups;
    }

    void add(bool is_agreed, const Pairs& pairs) {
        if (!is_agreed) {
            found_.findings.push_back(difference(pairs));
        } else if (inside_of(*pairs.front()).empty()) {
            found_.agreements.push_back(agreement(pairs));
        }
    }

    Finding begun(const QuotationPair& strongest) const {
        const Fact& first = facts_[strongest.left];
        Finding finding;
        finding.rule = first.rule;
        finding.tier = first.tier;
        finding.verdict = strongest.judgement.verdict;
        finding.level = strongest.judgement.level;
        finding.trace = strongest.judgement.trace;
        finding.kind =
            inside_of(strongest).empty() ? FindingKind::CrossArticle : FindingKind::InsideArticle;
        const std::string name = fuller(speaker_name(entities_, first),
                                        speaker_name(entities_, facts_[strongest.right]));
        finding.fact = name.empty() ? "Quotation" : fmt::format("Words of {}", name);
        return finding;
    }

    /// "Maria Lind" rather than "Lind".
    static std::string fuller(const std::string& left, const std::string& right) {
        return left.size() < right.size() && right.ends_with(left) ? right : left;
    }

    /// All facts on one side: they word alike what they share, and the shortest shows that.
    Finding agreement(const Pairs& pairs) const {
        Finding finding = begun(*pairs.front());
        std::set<std::uint32_t> facts;
        for (const QuotationPair* pair : pairs) {
            facts.insert({pair->left, pair->right});
        }
        const std::uint32_t shortest = *std::ranges::min_element(
            facts, {},
            [&](std::uint32_t index) { return std::pair(facts_[index].value.text.size(), index); });
        finding.sides.push_back(make_side_(facts));
        finding.sides.front().value = shown(facts_[shortest], facts_[shortest].span);
        finish(words_key(facts_[shortest]), finding);
        return finding;
    }

    Finding difference(const Pairs& pairs) const {
        const QuotationPair& strongest =
            **std::ranges::min_element(pairs, {}, [](const QuotationPair* pair) {
                return std::tuple(pair->judgement.level, pair->judgement.verdict);
            });
        Finding finding = begun(strongest);
        finding.marks = marks_of_all(pairs);
        const std::map<std::uint32_t, std::uint32_t> sides = sides_of(pairs, agreeing_);
        std::vector<std::set<std::uint32_t>> members;
        for (const auto& [fact, side] : sides) {
            members.resize(std::max<std::size_t>(members.size(), side + 1));
            members[side].insert(fact);
        }
        std::string identity;
        for (const std::set<std::uint32_t>& facts : members) {
            const Fact& first = facts_[*facts.begin()];
            finding.sides.push_back(make_side_(facts));
            finding.sides.back().value = side_value(finding, first, strongest.judgement);
            identity += words_key(first) + "|";
        }
        std::set<std::pair<std::uint32_t, std::uint32_t>> conflicts;
        for (const QuotationPair* pair : pairs) {
            const auto [low, high] = std::minmax(sides.at(pair->left), sides.at(pair->right));
            conflicts.insert({low, high});
        }
        finding.conflicts.assign(conflicts.begin(), conflicts.end());
        finish(identity, finding);
        return finding;
    }

    std::string side_value(const Finding& finding, const Fact& fact,
                           const Judgement& judgement) const {
        const std::span<const ByteSpan> marks = marks_of(finding, fact.id);
        const std::string words = shown(fact, marks.empty() ? fact.span : marks.front());
        return is_about_speaker(judgement)
                   ? fmt::format("{}: {}", speaker_name(entities_, fact), words)
                   : words;
    }

    std::vector<FactMarks> marks_of_all(const Pairs& pairs) const {
        MarkCollector marks;
        for (const QuotationPair* pair : pairs) {
            marks.add(facts_[pair->left].id, pair->judgement.left_marks);
            marks.add(facts_[pair->right].id, pair->judgement.right_marks);
        }
        return marks.take();
    }

    static void finish(const std::string& identity, Finding& finding) {
        std::string values;
        for (const Side& side : finding.sides) {
            values += fmt::format("{}\"{}\"", values.empty() ? "" : " against ", side.value);
        }
        finding.id =
            hash_hex(fmt::format("{}|{}|{}|{}", finding.rule, static_cast<int>(finding.verdict),
                                 static_cast<int>(finding.kind), identity))
                .substr(0, 16);
        finding.message = fmt::format("{} {}", finding.fact, values);
    }

    const EntityFinder& entities_;
    std::span<const Fact> facts_;
    const SideMaker& make_side_;
    AgreeingFacts agreeing_;
    FoundQuotations found_;
};

}  // namespace

FoundQuotations find_quotations(const EntityFinder& entities, std::span<const Fact> facts,
                                std::span<const QuotationPair> pairs, const SideMaker& make_side) {
    return QuotationFinder(entities, facts, make_side).find(pairs);
}

}  // namespace atodds
