#include "compare/finder.hpp"

#include "base/hash.hpp"
#include "compare/best_matches.hpp"
#include "compare/bystanders.hpp"
#include "compare/fact_groups.hpp"
#include "compare/inside_article.hpp"
#include "compare/open_features.hpp"
#include "compare/open_groups.hpp"
#include "compare/open_names.hpp"
#include "compare/quotation_finder.hpp"
#include "compare/revisions.hpp"
#include "compare/slot_words.hpp"
#include "compare/value_relation.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>
#include <map>
#include <optional>
#include <set>
#include <tuple>
#include <unordered_map>
#include <utility>

namespace atodds {
namespace {

/// Sameness, in hundredths, below which a clash of two values is no news in a report. Set on
/// development news, where notes below it were nearly all of two facts.
constexpr std::int32_t kFaint = 30;

struct Pair {
    std::uint32_t left = 0;
    std::uint32_t right = 0;
    Judgement judgement;
    std::uint32_t order = 0;  ///< among all pairs of the lists
};

bool is_flag(Verdict verdict) {
    return verdict == Verdict::Disagree || verdict == Verdict::Certainty ||
           verdict == Verdict::Wording;
}

/// An article that lets two parties speak, or returns to a matter with a milder word, is no news:
/// inside one article a clash counts from warning up. Headlines are held to their articles.
///
/// Denials are everywhere; between texts that nobody called alike only a sure one is news.
bool is_news(const Finding& finding, Prior prior) {
    if (finding.rule == "open/claim" && prior == Prior::Unknown &&
        (finding.level == Level::Note || finding.kind == FindingKind::InsideArticle)) {
        return false;
    }
    const bool is_inside = finding.kind == FindingKind::InsideArticle;
    const bool is_faint = finding.level == Level::Note && finding.verdict != Verdict::Wording;
    if (finding.verdict == Verdict::Update) {
        return finding.kind == FindingKind::CrossArticle;
    }
    return is_flag(finding.verdict) && !(is_inside && is_faint);
}

/// " before collision" of a length of time that leads up to something.
std::string order_words(const Fact& fact) {
    for (const SlotValue& slot : fact.slots) {
        if (fact.tier == Tier::Open && (slot.slot == "before" || slot.slot == "after")) {
            return fmt::format(" {} {}", slot.slot, slot.value);
        }
    }
    return "";
}

class Finder {
  public:
    Finder(const Comparator& comparator, std::span<const Article> articles,
           std::span<const Fact> facts, const CandidateLists& candidates, Prior prior)
        : comparator_(comparator),
          facts_(facts),
          candidates_(facts, candidates),
          prior_(prior),
          displays_(facts.size()),
          best_matches_(facts),
          bystanders_(facts),
          revisions_(articles, facts),
          inside_(facts),
          groups_(facts.size()) {
        for (const Article& article : articles) {
            sources_.emplace(article.id, to_fact_source(article));
        }
        sources_by_fact_.reserve(facts.size());
        for (const Fact& fact : facts) {
            sources_by_fact_.push_back(&source_of(fact));
        }
        words_.resize(facts.size());
    }

    void judge_all() {
        for (const CandidatePairs::Pair& pair : candidates_.all()) {
            judge_pair(pair.left, pair.right);
        }
    }

    /// Judges what can have to do with facts that are `asked` about: from pair to pair, as far as
    /// facts belong together. What is found of these is what judging all would find.
    void judge_around(const std::vector<bool>& asked) {
        const std::vector<CandidatePairs::Pair>& all = candidates_.all();
        const std::vector<std::vector<std::uint32_t>> pairs_by_fact = candidates_.by_fact();
        std::vector<std::uint32_t> open;
        std::vector<bool> is_met(facts_.size(), false);
        const auto meet = [&](std::uint32_t fact) {
            if (!is_met[fact]) {
                is_met[fact] = true;
                open.push_back(fact);
            }
        };
        for (std::uint32_t fact = 0; fact < facts_.size(); ++fact) {
            if (asked[fact] ||
                std::ranges::any_of(candidates_.followers_of(fact),
                                    [&](std::uint32_t other) { return asked[other]; })) {
                meet(fact);
            }
        }
        std::vector<bool> is_judged(all.size(), false);
        for (std::size_t i = 0; i < open.size(); ++i) {
            for (const std::uint32_t pair : pairs_by_fact[open[i]]) {
                if (!is_judged[pair]) {
                    is_judged[pair] = true;
                    order_ = pair;
                    if (judge_pair(all[pair].left, all[pair].right)) {
                        meet(all[pair].left);
                        meet(all[pair].right);
                    }
                }
            }
        }
        std::ranges::sort(pairs_, {}, &Pair::order);
        std::ranges::sort(quotation_order_);
        std::vector<QuotationPair> quotations;
        for (const auto& [order, index] : quotation_order_) {
            quotations.push_back(std::move(quotations_[index]));
        }
        quotations_ = std::move(quotations);
    }

    FoundDisagreements collect() {
        std::erase_if(pairs_, [this](const Pair& pair) {
            return facts_[pair.left].tier == Tier::Open &&
                   (pair.judgement.verdict == Verdict::Disagree ||
                    pair.judgement.verdict == Verdict::Update) &&
                   (is_faint(pair) ||
                    best_matches_.is_outdone(pair.left, pair.right, pair.judgement.sameness));
        });
        // Ordered by group and class, so that output never depends on the order of judging.
        std::map<std::tuple<std::uint32_t, int, std::string>, std::vector<const Pair*>> classes;
        for (const Pair& pair : pairs_) {
            const bool is_inside = facts_[pair.left].article == facts_[pair.right].article;
            const std::string inside = is_inside ? facts_[pair.left].article : "";
            const int verdict = static_cast<int>(pair.judgement.verdict);
            classes[{groups_.root(pair.left), verdict, inside}].push_back(&pair);
        }
        FoundDisagreements found;
        for (const auto& [key, pairs] : classes) {
            for (const std::vector<const Pair*>& part : parts_of(pairs)) {
                add(make_finding(part, std::get<2>(key)), found);
            }
        }
        add_quotations(found);
        const auto order = [](const Finding& a, const Finding& b) {
            return std::tuple(a.level, a.verdict, a.kind, a.tier, b.sides.size(), a.rule, a.id) <
                   std::tuple(b.level, b.verdict, b.kind, b.tier, a.sides.size(), b.rule, b.id);
        };
        std::sort(found.findings.begin(), found.findings.end(), order);
        std::sort(found.agreements.begin(), found.agreements.end(), order);
        return found;
    }

  private:
    /// Between articles that nobody put side by side two dates or two measures hardly more alike
    /// than not belong to two facts, news is full of both; so do facts with nobody in common.
    bool is_faint(const Pair& pair) const {
        const Fact& left = facts_[pair.left];
        if (prior_ != Prior::Unknown || is_bound_to_names(left)) {
            return false;
        }
        const bool is_hardly_alike = (left.rule == "open/date" || left.rule == "open/quantity") &&
                                     pair.judgement.level == Level::Note &&
                                     pair.judgement.sameness < kFaint;
        return is_hardly_alike || (left.article != facts_[pair.right].article &&
                                   name_others(comparator_.entities(), left, facts_[pair.right]));
    }

    /// Quotations belong together by their words and not by keys: they have a finder of their own.
    void add_quotations(FoundDisagreements& found) const {
        FoundQuotations quotations = find_quotations(
            comparator_.entities(), facts_, quotations_,
            [this](const std::set<std::uint32_t>& facts) { return make_side("", facts); });
        std::ranges::move(quotations.findings, std::back_inserter(found.findings));
        std::ranges::move(quotations.agreements, std::back_inserter(found.agreements));
    }

    /// Declared facts are one fact by their key; clashes of open facts are split up.
    std::vector<std::vector<const Pair*>> parts_of(const std::vector<const Pair*>& pairs) {
        const Pair& first = *pairs.front();
        if (facts_[first.left].tier == Tier::Declared ||
            first.judgement.verdict == Verdict::Agree) {
            return {pairs};
        }
        std::vector<OpenClash> clashes;
        for (const Pair* pair : pairs) {
            clashes.push_back({pair->left, pair->right, side_key(*pair, pair->left),
                               side_key(*pair, pair->right), pair->judgement.level,
                               pair->judgement.sameness});
        }
        std::vector<std::vector<const Pair*>> parts;
        for (const std::vector<std::size_t>& group : split_open_clashes(clashes)) {
            std::vector<const Pair*>& part = parts.emplace_back();
            for (const std::size_t index : group) {
                part.push_back(pairs[index]);
            }
        }
        return parts;
    }

    void add(Finding finding, FoundDisagreements& found) const {
        if (finding.verdict == Verdict::Agree) {
            // That two articles both let somebody say something is no agreement worth knowing.
            if (finding.kind == FindingKind::CrossArticle && finding.rule != "open/claim") {
                found.agreements.push_back(std::move(finding));
            }
        } else if (is_news(finding, prior_)) {
            found.findings.push_back(std::move(finding));
        }
    }

    const FactSource& source_of(const Fact& fact) const {
        static const FactSource kUnknown;
        const auto found = sources_.find(fact.article);
        return found == sources_.end() ? kUnknown : found->second;
    }

    const OpenWords& words_of(std::uint32_t fact) {
        if (!words_[fact]) {
            words_[fact].emplace(facts_[fact]);
        }
        return *words_[fact];
    }

    /// True where the two belong together, whatever the verdict.
    bool judge_pair(std::uint32_t left, std::uint32_t right) {
        const bool is_one_statement = facts_[left].article == facts_[right].article &&
                                      facts_[left].statement == facts_[right].statement;
        if (is_one_statement || bystanders_.is_ruled(left, right)) {
            return false;
        }
        Judgement judgement =
            comparator_.judge_briefly({&facts_[left], &words_of(left)}, *sources_by_fact_[left],
                                      {&facts_[right], &words_of(right)}, *sources_by_fact_[right]);
        if (is_quotation(facts_[left])) {
            if (judgement.verdict == Verdict::Different) {
                return false;
            }
            quotation_order_.emplace_back(order_, quotations_.size());
            quotations_.push_back({left, right, std::move(judgement)});
            return true;
        }
        const bool is_open =
            facts_[left].tier == Tier::Open && facts_[left].rule == facts_[right].rule;
        if (is_open && !is_taken_back(facts_[left]) && !is_taken_back(facts_[right])) {
            best_matches_.note(left, right, judgement);
        }
        if (judgement.verdict == Verdict::Different &&
            facts_[left].article != facts_[right].article) {
            return false;  // no correction makes it the same
        }
        judgement =
            inside_.held(revisions_.revised(std::move(judgement), left, right), left, right);
        const bool is_clash = judgement.verdict == Verdict::Disagree;
        if (judgement.verdict == Verdict::Different ||
            (is_clash && bystanders_.is_conceded(left, right))) {
            return false;
        }
        groups_.join(left, right);
        pairs_.push_back({left, right, std::move(judgement), order_});
        return true;
    }

    /// Which of two pairs speaks for a finding: of one level the more alike, then the earlier
    /// facts.
    static bool is_stronger(const Pair& a, const Pair& b) {
        return std::tuple(a.judgement.level, b.judgement.sameness, a.left, a.right) <
               std::tuple(b.judgement.level, a.judgement.sameness, b.left, b.right);
    }

    Finding make_finding(const std::vector<const Pair*>& pairs, const std::string& inside) {
        std::map<std::string, std::set<std::uint32_t>> by_value;
        const Pair* strongest = pairs.front();
        bool is_headline_body = !inside.empty();
        for (const Pair* pair : pairs) {
            by_value[side_key(*pair, pair->left)].insert(pair->left);
            by_value[side_key(*pair, pair->right)].insert(pair->right);
            if (is_stronger(*pair, *strongest)) {
                strongest = pair;
            }
            is_headline_body = is_headline_body &&
                               is_headline(facts_[pair->left]) != is_headline(facts_[pair->right]);
        }
        const Fact& first = facts_[strongest->left];
        Finding finding;
        finding.rule = first.rule;
        finding.tier = first.tier;
        finding.verdict = strongest->judgement.verdict;
        finding.level = strongest->judgement.level;
        finding.update_possible = strongest->judgement.update_possible;
        finding.update = strongest->judgement.update;
        finding.trace = strongest->judgement.trace;
        finding.kind = inside.empty() ? FindingKind::CrossArticle
                                      : (is_headline_body ? FindingKind::HeadlineBody
                                                          : FindingKind::InsideArticle);
        std::map<std::string, std::uint32_t> side_index;
        for (const auto& [value, members] : by_value) {
            side_index[value] = static_cast<std::uint32_t>(finding.sides.size());
            finding.sides.push_back(make_side(value, members));
        }
        std::set<std::pair<std::uint32_t, std::uint32_t>> conflicts;
        for (const Pair* pair : pairs) {
            const std::uint32_t a = side_index[side_key(*pair, pair->left)];
            const std::uint32_t b = side_index[side_key(*pair, pair->right)];
            if (a != b) {
                conflicts.insert({std::min(a, b), std::max(a, b)});
            }
        }
        finding.conflicts.assign(conflicts.begin(), conflicts.end());
        finish(*strongest, inside, finding);
        return finding;
    }

    /// Facts of equal value that differ in commitment stand on different sides.
    std::string side_key(const Pair& pair, std::uint32_t index) {
        const Fact& fact = facts_[index];
        const Fact& other = facts_[index == pair.left ? pair.right : pair.left];
        std::optional<std::string>& display = displays_[index];
        if (!display) {
            display = to_display(fact) + order_words(fact);
        }
        std::string key = *display;
        if (fact.rule == "open/office" && fact.surface != other.surface) {
            key = fact.surface;
        }
        if (fact.rule == "open/claim" && has_opposite_predicates(fact, other)) {
            key = fact.surface;
        }
        if (fact.qualifiers.phase == Phase::Retracted) {
            key += " (taken back)";
        }
        if (pair.judgement.verdict == Verdict::Certainty) {
            constexpr const char* kNames[] = {"", " (probably)", " (possibly)", " (if)"};
            key += kNames[static_cast<int>(fact.qualifiers.certainty)];
        }
        return key;
    }

    Side make_side(const std::string& value, const std::set<std::uint32_t>& members) const {
        Side side;
        side.value = value;
        std::set<std::string> articles;
        std::set<std::uint32_t> all = members;
        for (const std::uint32_t index : members) {
            const std::set<std::uint32_t>& followers = candidates_.followers_of(index);
            all.insert(followers.begin(), followers.end());
        }
        for (const std::uint32_t index : all) {
            side.facts.push_back(facts_[index].id);
            articles.insert(facts_[index].article);
        }
        side.articles.assign(articles.begin(), articles.end());
        return side;
    }

    void finish(const Pair& strongest, const std::string& inside, Finding& finding) const {
        const Rule* rule = comparator_.rule_of(facts_[strongest.left]);
        finding.fact = rule != nullptr ? rule->question : open_title(facts_[strongest.left]);
        std::string identity = finding.rule + "|" + inside;
        if (rule != nullptr) {
            for (const SlotValue& slot : facts_[strongest.left].slots) {
                const bool is_key =
                    std::find(rule->key.begin(), rule->key.end(), slot.slot) != rule->key.end();
                identity += is_key ? "|" + slot.value : "";
                finding.key += is_key ? key_part(finding.key, slot) : "";
            }
        } else {
            identity += "|" + finding.fact;
            finding.key = finding.fact;
        }
        identity += fmt::format("|{}", static_cast<int>(finding.verdict));
        std::string values;
        for (const Side& side : finding.sides) {
            identity += "|" + side.value;
            values += fmt::format("{}\"{}\"", values.empty() ? "" : " against ", side.value);
        }
        finding.id = hash_hex(identity).substr(0, 16);
        finding.message = fmt::format("{} {}", finding.fact, values);
    }

    static std::string key_part(const std::string& before, const SlotValue& slot) {
        return fmt::format("{}{}={}", before.empty() ? "" : ", ", slot.slot, slot.value);
    }

    static std::string open_title(const Fact& fact) {
        std::string title;
        for (const SlotValue& slot : fact.slots) {
            if (slot.slot == "entity" || slot.slot == "noun" || slot.slot == "predicate") {
                title += (title.empty() ? "" : " ") + slot.value;
            }
        }
        return title.empty() ? fact.rule : title + ":";
    }

    const Comparator& comparator_;
    std::span<const Fact> facts_;
    CandidatePairs candidates_;
    Prior prior_;
    std::unordered_map<std::string, FactSource> sources_;  // lookups only
    std::vector<const FactSource*> sources_by_fact_;
    std::vector<std::optional<OpenWords>> words_;       ///< of facts that were judged
    std::vector<std::optional<std::string>> displays_;  ///< values of facts that stand in sides
    std::vector<Pair> pairs_;
    std::uint32_t order_ = 0;  ///< of the pair that is being judged
    std::vector<QuotationPair> quotations_;
    std::vector<std::pair<std::uint32_t, std::size_t>> quotation_order_;  ///< see Pair::order
    BestMatches best_matches_;
    Bystanders bystanders_;
    Revisions revisions_;
    InsideArticle inside_;
    FactGroups groups_;
};

}  // namespace

FoundDisagreements find_disagreements(const Comparator& comparator,
                                      std::span<const Article> articles,
                                      std::span<const Fact> facts, const CandidateLists& candidates,
                                      Prior prior) {
    Finder finder(comparator, articles, facts, candidates, prior);
    finder.judge_all();
    return finder.collect();
}

FoundDisagreements find_disagreements_of(const std::set<std::string>& asked,
                                         const Comparator& comparator,
                                         std::span<const Article> articles,
                                         std::span<const Fact> facts,
                                         const CandidateLists& candidates) {
    std::vector<bool> is_asked;
    is_asked.reserve(facts.size());
    for (const Fact& fact : facts) {
        is_asked.push_back(asked.contains(fact.article));
    }
    Finder finder(comparator, articles, facts, candidates, Prior::Unknown);
    finder.judge_around(is_asked);
    return finder.collect();
}

}  // namespace atodds
