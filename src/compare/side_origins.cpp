#include "compare/side_origins.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <chrono>
#include <optional>
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

/// "~harbour wire" -> "Harbour Wire".
std::string capitalised_name(std::string_view id) {
    std::string name(id.substr(1));
    bool is_start = true;
    for (char& letter : name) {
        letter = is_start && letter >= 'a' && letter <= 'z' ? static_cast<char>(letter - 'a' + 'A')
                                                            : letter;
        is_start = letter == ' ';
    }
    return name;
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

    void count(Finding& finding) {
        const std::set<std::string> present = articles_of(finding);
        const auto is_outlet = [this](const std::string& id) { return outlets_.is_outlet(id); };
        std::set<std::string> all;
        bool is_presumed = false;
        for (Side& side : finding.sides) {
            std::set<std::string> own;
            for (const std::string& id : side.facts) {
                if (const auto fact = facts_.find(id); fact != facts_.end()) {
                    const FactOrigin origin = origins_.origin_of(*fact->second, present, is_outlet);
                    is_presumed = is_presumed || origin.is_presumed;
                    own.insert(origin.id);
                }
            }
            side.origins.assign(own.begin(), own.end());
            all.insert(own.begin(), own.end());
        }
        std::ranges::for_each(all, [this](const std::string& id) { name(id); });
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

    void name(const std::string& id) {
        if (id.starts_with('~') && !report_.names.contains(id)) {
            const auto known = outlets_.publisher_names().find(id);
            const bool is_publisher = known != outlets_.publisher_names().end();
            report_.names.emplace(id, is_publisher ? known->second : capitalised_name(id));
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
}

}  // namespace atodds
