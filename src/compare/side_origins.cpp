#include "compare/side_origins.hpp"

#include "compare/report_days.hpp"
#include "compare/value_relation.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <chrono>
#include <optional>
#include <set>
#include <unordered_map>

namespace atodds {
namespace {

using FactsById = std::unordered_map<std::string_view, const Fact*>;  // lookups only

std::set<std::string> articles_of(const Finding& finding) {
    std::set<std::string> articles;
    for (const Side& side : finding.sides) {
        articles.insert(side.articles.begin(), side.articles.end());
    }
    return articles;
}

/// Facts of a side that are looked at: the others say the same.
constexpr std::size_t kMostFacts = 8;

/// Whether two sides that clash are two places of one text, as far as copies tell.
class PlacesOfOneText {
  public:
    PlacesOfOneText(const Report& report, const Origins& origins) : origins_(origins) {
        for (const Fact& fact : report.facts) {
            facts_.emplace(fact.id, &fact);
        }
    }

    bool explain(const Finding& finding) const {
        return !finding.conflicts.empty() &&
               std::ranges::all_of(finding.conflicts, [&](const auto& conflict) {
                   return stand_apart(finding.sides.at(conflict.first),
                                      finding.sides.at(conflict.second));
               });
    }

  private:
    bool stand_apart(const Side& left, const Side& right) const {
        const bool is_shown = left.articles.size() > 1 && left.articles == right.articles;
        std::size_t pairs = 0;
        for (std::size_t i = 0; i < std::min(left.facts.size(), kMostFacts); ++i) {
            for (std::size_t j = 0; j < std::min(right.facts.size(), kMostFacts); ++j) {
                const auto a = facts_.find(left.facts[i]);
                const auto b = facts_.find(right.facts[j]);
                if (a == facts_.end() || b == facts_.end() ||
                    a->second->article == b->second->article) {
                    continue;
                }
                ++pairs;
                if (!origins_.stand_apart(*a->second, *b->second)) {
                    return is_shown && are_copies(left);
                }
            }
        }
        return pairs > 0;
    }

    /// One article of the side copies another as a whole.
    bool are_copies(const Side& side) const {
        return std::ranges::any_of(side.articles, [&](const std::string& a) {
            return std::ranges::any_of(side.articles, [&](const std::string& b) {
                const OriginEdge* edge = a == b ? nullptr : origins_.copy_between(a, b);
                return edge != nullptr;
            });
        });
    }

    const Origins& origins_;
    FactsById facts_;
};

/// Whether the sides of a finding are the days of reports, and of different ones.
class DaysOfReports {
  public:
    DaysOfReports(const Report& report, const Origins& origins) : origins_(origins) {
        for (const Fact& fact : report.facts) {
            if (fact.value.type == ValueType::Date) {
                facts_.emplace(fact.id, &fact);
            }
        }
    }

    bool explain(const Finding& finding) const {
        std::vector<const Credit*> credits;
        ReportDays days;
        for (const Side& side : finding.sides) {
            const auto fact = facts_.find(side.facts.empty() ? "" : side.facts.front());
            const Credit* credit = fact == facts_.end() ? nullptr : credit_at(*fact->second);
            if (credit == nullptr) {
                return false;
            }
            credits.push_back(credit);
            days.add(credit->outlet, credit->days);
        }
        days.settle();
        std::set<std::string> reports;
        return std::ranges::all_of(credits, [&](const Credit* credit) {
            const DayInterval part = days.part_of(credit->outlet, credit->days);
            return reports.insert(report_id(credit->outlet, part)).second;
        });
    }

  private:
    /// The credit whose day the fact is.
    const Credit* credit_at(const Fact& fact) const {
        const auto& credits = origins_.credits_of(fact.article).credits;
        const auto found = std::ranges::find_if(
            credits, [&](const Credit& credit) { return credit.days_at.overlaps(fact.span); });
        return found == credits.end() ? nullptr : &*found;
    }

    const Origins& origins_;
    FactsById facts_;
};

class OriginCounter {
  public:
    OriginCounter(Report& report, const Origins& origins, const CreditReader& outlets)
        : report_(report), origins_(origins), outlets_(outlets) {
        for (const Fact& fact : report.facts) {
            facts_.emplace(fact.id, &fact);
        }
        for (const Article& article : report.articles) {
            articles_.emplace(article.id, &article);
        }
    }

    /// Names for the outlets of the graph that no lexicon has.
    void name_outlets(const OriginGraph& graph) {
        for (const OriginEdge& edge : graph.edges) {
            name(edge.outlet, {});
        }
    }

    void count(Finding& finding) {
        const std::set<std::string> present = articles_of(finding);
        const auto is_outlet = [this](const std::string& id) { return outlets_.is_outlet(id); };
        std::vector<std::vector<FactOrigin>> found(finding.sides.size());
        ReportDays reports;
        for (std::size_t side = 0; side < found.size(); ++side) {
            for (const std::string& id : finding.sides[side].facts) {
                if (const auto fact = facts_.find(id); fact != facts_.end()) {
                    found[side].push_back(origins_.origin_of(*fact->second, present, is_outlet));
                    reports.add(found[side].back().id, found[side].back().reported);
                }
            }
        }
        reports.settle();
        std::set<std::string> all;
        bool is_presumed = false;
        for (std::size_t side = 0; side < found.size(); ++side) {
            std::set<std::string> own;
            for (const FactOrigin& origin : found[side]) {
                is_presumed = is_presumed || origin.is_presumed;
                const DayInterval days = reports.part_of(origin.id, origin.reported);
                own.insert(report_id(origin.id, days));
                name(origin.id, days);
            }
            finding.sides[side].origins.assign(own.begin(), own.end());
            all.insert(own.begin(), own.end());
        }
        if (all.size() == 1 && present.size() > 1 && finding.sides.size() > 1) {
            const bool is_outlet_id = !articles_.contains(*all.begin());
            say_shared(finding, *all.begin(),
                       is_presumed || (is_outlet_id && are_days_apart(present)));
        }
    }

  private:
    /// Then the outlet may have reported twice.
    bool are_days_apart(const std::set<std::string>& present) const {
        constexpr std::chrono::days kOneStory{3};
        std::optional<Day> first;
        std::optional<Day> last;
        for (const std::string& id : present) {
            const auto article = articles_.find(id);
            if (article == articles_.end() || !article->second->published) {
                continue;
            }
            const Day day = *article->second->published;
            first = first ? std::min(*first, day) : day;
            last = last ? std::max(*last, day) : day;
        }
        return first && last && *last - *first > kOneStory;
    }

    void name(const std::string& outlet, const DayInterval& days) {
        if (!days.is_unbounded()) {
            report_.names.emplace(
                report_id(outlet, days),
                fmt::format("{} ({})", outlets_.name_of(outlet), to_display(days)));
        } else if (outlet.starts_with('~') && !report_.names.contains(outlet)) {
            report_.names.emplace(outlet, outlets_.name_of(outlet));
        }
    }

    /// What readers call it. Ids in quotation marks are put into words later on.
    std::string shown(const std::string& origin) const {
        const auto article = articles_.find(origin);
        if (article == articles_.end()) {
            return origin;
        }
        return article->second->source.empty() ? origin : article->second->source;
    }

    void say_shared(Finding& finding, const std::string& origin, bool is_presumed) const {
        std::string what = "one of them garbled it";
        if (finding.verdict == Verdict::Certainty) {
            what = "one of them put it more firmly";
        } else if (finding.verdict == Verdict::Wording) {
            what = "one of them changed the words";
        } else if (finding.verdict == Verdict::Update) {
            what = "one of them has not caught up";
        } else if (is_presumed) {
            what = articles_.contains(origin)
                       ? "one of them may have garbled it, or has it from elsewhere"
                       : "one of them may have garbled it, or it reported twice";
        }
        const std::string who = finding.sides.size() == 2 ? "both sides" : "all sides";
        finding.trace.push_back(
            {"origins", fmt::format("{} go back to \"{}\"; {}", who, shown(origin), what), false});
    }

    Report& report_;
    const Origins& origins_;
    const CreditReader& outlets_;
    FactsById facts_;
    std::unordered_map<std::string_view, const Article*> articles_;  // lookups only
};

}  // namespace

void drop_places_of_one_text(Report& report, const Origins& origins) {
    const PlacesOfOneText places(report, origins);
    std::erase_if(report.findings, [&](const Finding& finding) {
        return finding.tier == Tier::Open && finding.kind == FindingKind::CrossArticle &&
               finding.verdict == Verdict::Disagree && places.explain(finding);
    });
}

void drop_days_of_reports(Report& report, const Origins& origins) {
    const DaysOfReports days(report, origins);
    std::erase_if(report.findings, [&](const Finding& finding) {
        return finding.tier == Tier::Open && finding.rule == "open/date" && days.explain(finding);
    });
}

void note_origins(Report& report, Origins& origins, const CreditReader& outlets) {
    for (const auto* list : {&report.findings, &report.agreements}) {
        for (const Finding& finding : *list) {
            if (finding.kind == FindingKind::CrossArticle) {
                origins.link_reports(articles_of(finding));
            }
        }
    }
    origins.fill_reports();
    OriginCounter counter(report, origins, outlets);
    for (auto* list : {&report.findings, &report.agreements}) {
        for (Finding& finding : *list) {
            counter.count(finding);
        }
    }
    report.origins = origins.graph();
    counter.name_outlets(report.origins);
}

}  // namespace atodds
