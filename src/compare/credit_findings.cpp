#include "compare/credit_findings.hpp"

#include "base/hash.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>
#include <map>
#include <optional>
#include <set>
#include <tuple>
#include <unordered_map>
#include <utility>
#include <vector>

namespace atodds {
namespace {

/// A credit as it is quoted.
struct Quoted {
    std::string outlet;
    ByteSpan span;
    ByteSpan statement;

    friend auto operator<=>(const Quoted&, const Quoted&) = default;
};

/// What two credits are at odds about.
struct Asked {
    Level level = Level::Note;
    std::string question;  ///< "Who reported it"
    std::string value;     ///< of the fact; empty for the story as a whole
};

/// Articles whose credits for one value are compared with each other.
constexpr std::size_t kMostArticles = 64;

/// Article -> what it credits one thing to.
using CreditsByArticle = std::map<std::string, std::vector<Quoted>>;

std::set<std::string> outlets_of(const std::vector<Quoted>& credits) {
    std::set<std::string> outlets;
    for (const Quoted& credit : credits) {
        outlets.insert(credit.outlet);
    }
    return outlets;
}

bool are_disjoint(const std::set<std::string>& a, const std::set<std::string>& b) {
    return std::ranges::none_of(a, [&](const std::string& item) { return b.contains(item); });
}

class CreditFindings {
  public:
    CreditFindings(Report& report, const Origins& origins, const CreditReader& outlets)
        : report_(report), origins_(origins), outlets_(outlets) {
        for (const Fact& fact : report.facts) {
            facts_.emplace(fact.id, &fact);
        }
        for (const Article& article : report.articles) {
            articles_.emplace(article.id, &article);
        }
    }

    void collect() {
        for (const auto* list : {&report_.findings, &report_.agreements}) {
            for (const Finding& finding : *list) {
                const bool is_told = finding.kind == FindingKind::CrossArticle &&
                                     finding.tier == Tier::Declared &&
                                     finding.verdict != Verdict::Wording;
                if (is_told) {
                    look_at_sides(finding);
                    look_at_first_reports(finding);
                }
            }
        }
    }

    void add_to_report() {
        std::ranges::move(found_, std::back_inserter(report_.findings));
        for (auto& [id, fact] : quoted_) {
            report_.facts.push_back(std::move(fact));
        }
        std::ranges::sort(report_.facts, [](const Fact& a, const Fact& b) {
            return std::tie(a.article, a.span, a.id) < std::tie(b.article, b.span, b.id);
        });
    }

  private:
    void look_at_sides(const Finding& finding) {
        for (const Side& side : finding.sides) {
            CreditsByArticle credits;
            for (const std::string& id : side.facts) {
                const auto fact = facts_.find(id);
                if (fact != facts_.end() && fact->second->value.type != ValueType::Wording &&
                    credits.size() < kMostArticles) {
                    if (const auto credit = credit_of(*fact->second)) {
                        credits[fact->second->article].push_back(*credit);
                    }
                }
            }
            tell(finding, credits, {Level::Note, "Who reported it", side.value});
        }
    }

    void look_at_first_reports(const Finding& finding) {
        CreditsByArticle credits;
        for (const Side& side : finding.sides) {
            for (const std::string& article : side.articles) {
                if (credits.size() >= kMostArticles) {
                    break;
                }
                for (const Credit& credit : origins_.credits_of(article).credits) {
                    if (credit.reason == OriginReason::FirstReport) {
                        credits[article].push_back({credit.outlet, credit.span, credit.statement});
                    }
                }
            }
        }
        tell(finding, credits, {Level::Warning, "Who reported it first", ""});
    }

    /// Whom a fact is credited to: an outlet of its own sources, else the credit line of its
    /// article. Nothing for remarks and for what is not credited itself.
    std::optional<Quoted> credit_of(const Fact& fact) const {
        const ArticleCredits& own = origins_.credits_of(fact.article);
        const auto is_remark = [&](ByteSpan span) {
            return std::ranges::any_of(own.credits, [&](const Credit& credit) {
                return credit.reason == OriginReason::Remark && credit.statement.overlaps(span);
            });
        };
        const auto& sources = fact.qualifiers.sources;
        for (auto source = sources.rbegin(); source != sources.rend(); ++source) {
            const bool is_person = own.people.contains(source->id);
            if (source->id != own.publisher && !is_person && outlets_.is_outlet(source->id)) {
                return is_remark(fact.statement)
                           ? std::nullopt
                           : std::optional(Quoted{source->id, source->span, fact.statement});
            }
        }
        const std::set<std::string> alone = {fact.article};
        const FactOrigin origin = origins_.origin_of(
            fact, alone, [this](const std::string& id) { return outlets_.is_outlet(id); });
        if (origin.is_presumed) {
            return std::nullopt;
        }
        for (const Credit& credit : own.credits) {
            const bool is_it = credit.outlet == origin.id && !credit.span.is_empty() &&
                               credit.reason != OriginReason::Remark;
            if (is_it) {
                return Quoted{credit.outlet, credit.span, credit.statement};
            }
        }
        return std::nullopt;
    }

    /// An article that credits the publisher of the other does not compete with it.
    bool are_at_odds(const std::string& a, const std::set<std::string>& a_outlets,
                     const std::string& b, const std::set<std::string>& b_outlets) const {
        return are_disjoint(a_outlets, b_outlets) &&
               !a_outlets.contains(origins_.publisher_of(b)) &&
               !b_outlets.contains(origins_.publisher_of(a));
    }

    /// Two articles that lie further apart tell two stories, each with a first report of its own.
    bool are_of_one_story(const std::string& a, const std::string& b) const {
        constexpr std::chrono::days kMostDays{7};
        const auto left = articles_.find(a);
        const auto right = articles_.find(b);
        return left == articles_.end() || right == articles_.end() || !left->second->published ||
               !right->second->published ||
               std::chrono::abs(*left->second->published - *right->second->published) <= kMostDays;
    }

    void tell(const Finding& about, const CreditsByArticle& credits, const Asked& asked) {
        std::set<std::pair<std::string, std::string>> clashes;  // of outlets
        CreditsByArticle taking_part;
        for (const auto& [a, a_credits] : credits) {
            for (const auto& [b, b_credits] : credits) {
                const std::set<std::string> left = outlets_of(a_credits);
                const std::set<std::string> right = outlets_of(b_credits);
                const bool is_about_a_value = !asked.value.empty();
                if (a >= b || !are_at_odds(a, left, b, right) ||
                    (!is_about_a_value && !are_of_one_story(a, b))) {
                    continue;
                }
                taking_part[a] = a_credits;
                taking_part[b] = b_credits;
                for (const std::string& x : left) {
                    for (const std::string& y : right) {
                        clashes.insert({std::min(x, y), std::max(x, y)});
                    }
                }
            }
        }
        if (!clashes.empty()) {
            add(about, taking_part, clashes, asked);
        }
    }

    void add(const Finding& about, const CreditsByArticle& credits,
             const std::set<std::pair<std::string, std::string>>& clashes, const Asked& asked) {
        Finding finding;
        finding.rule = "credit";
        finding.kind = FindingKind::Credit;
        finding.level = asked.level;
        finding.fact = fmt::format("{}: {}{}{}", asked.question, about.fact,
                                   asked.value.empty() ? "" : " ", asked.value);
        std::map<std::string, Side> sides;
        std::set<std::string> identity;
        for (const auto& [article, quoted] : credits) {
            for (const Quoted& credit : quoted) {
                Side& side = sides[credit.outlet];
                const std::string id = quote(article, credit);
                identity.insert(article + "|" + credit.outlet);
                if (std::ranges::find(side.facts, id) == side.facts.end()) {
                    side.facts.push_back(id);
                }
                if (std::ranges::find(side.articles, article) == side.articles.end()) {
                    side.articles.push_back(article);
                }
            }
        }
        // One finding for the same articles and outlets, however many facts they share.
        if (!told_.insert(identity).second) {
            return;
        }
        put_sides(sides, clashes, finding);
        std::string text = finding.rule + "|" + asked.question;
        for (const std::string& part : identity) {
            text += "|" + part;
        }
        finding.id = hash_hex(text).substr(0, 16);
        found_.push_back(std::move(finding));
    }

    void put_sides(std::map<std::string, Side>& sides,
                   const std::set<std::pair<std::string, std::string>>& clashes,
                   Finding& finding) const {
        std::map<std::string, std::uint32_t> place;
        std::string names;
        for (auto& [outlet, side] : sides) {
            place[outlet] = static_cast<std::uint32_t>(finding.sides.size());
            side.value = outlet;
            side.origins = {outlet};
            names += fmt::format("{}\"{}\"", names.empty() ? "" : " and ", outlet);
            finding.sides.push_back(std::move(side));
        }
        for (const auto& [a, b] : clashes) {
            finding.conflicts.emplace_back(std::min(place[a], place[b]),
                                           std::max(place[a], place[b]));
        }
        std::ranges::sort(finding.conflicts);
        finding.trace = {{"credit", fmt::format("one thing is credited to {}", names), true}};
        finding.message = fmt::format("{} {}", finding.fact, names);
    }

    /// The fact that an article credits an outlet, with the credit as evidence.
    std::string quote(const std::string& article, const Quoted& credit) {
        Fact fact;
        fact.rule = "credit";
        fact.article = article;
        fact.id = fmt::format("{}#{}-{}:credit", article, credit.span.begin, credit.span.end);
        fact.value.type = ValueType::Entity;
        fact.value.text = credit.outlet;
        fact.span = credit.span;
        fact.statement = credit.statement;
        const auto found = articles_.find(article);
        if (found != articles_.end() && credit.statement.end <= found->second->text.size()) {
            fact.surface = slice(found->second->text, credit.span);
            fact.quote = slice(found->second->text, credit.statement);
        }
        return quoted_.emplace(fact.id, fact).first->first;
    }

    Report& report_;
    const Origins& origins_;
    const CreditReader& outlets_;
    std::unordered_map<std::string_view, const Fact*> facts_;        // lookups only
    std::unordered_map<std::string_view, const Article*> articles_;  // lookups only
    std::map<std::string, Fact> quoted_;
    std::set<std::set<std::string>> told_;
    std::vector<Finding> found_;
};

}  // namespace

void find_conflicting_credit(Report& report, const Origins& origins, const CreditReader& outlets) {
    CreditFindings credits(report, origins, outlets);
    credits.collect();
    credits.add_to_report();
}

}  // namespace atodds
