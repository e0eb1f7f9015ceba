#include "cli/stages.hpp"

#include "cli/arrange.hpp"
#include "compare/credit_findings.hpp"
#include "compare/finder.hpp"
#include "compare/flat_leads.hpp"
#include "compare/hardening.hpp"
#include "compare/history.hpp"
#include "compare/name_slips.hpp"
#include "compare/origins.hpp"
#include "compare/repeated_clashes.hpp"
#include "compare/side_origins.hpp"
#include "extract/credit_reader.hpp"
#include "report/finding_words.hpp"
#include "retrieve/candidates.hpp"
#include "text/sketch.hpp"

#include <algorithm>
#include <future>
#include <iterator>
#include <map>
#include <numeric>
#include <span>
#include <tuple>
#include <utility>

namespace atodds {
namespace {

void sort_articles(std::vector<Article>& articles) {
    std::sort(articles.begin(), articles.end(), [](const Article& a, const Article& b) {
        return std::tie(a.path, a.id) < std::tie(b.path, b.id);
    });
}

void sort_facts(std::vector<Fact>& facts) {
    std::sort(facts.begin(), facts.end(), [](const Fact& a, const Fact& b) {
        return std::tie(a.article, a.span, a.id) < std::tie(b.article, b.span, b.id);
    });
}

Report begun(std::vector<Article> articles, std::vector<Fact> facts) {
    Report report;
    report.articles = std::move(articles);
    report.facts = std::move(facts);
    sort_articles(report.articles);
    sort_facts(report.facts);
    return report;
}

Report with(FoundDisagreements found, Report report) {
    report.findings = std::move(found.findings);
    report.agreements = std::move(found.agreements);
    return report;
}

void keep_findings_of(const std::set<std::string>& asked, std::vector<Finding>& findings) {
    std::erase_if(findings, [&](const Finding& finding) {
        return std::ranges::none_of(finding.sides, [&](const Side& side) {
            return std::ranges::any_of(side.articles,
                                       [&](const std::string& id) { return asked.contains(id); });
        });
    });
}

// The comparator on two facts of the report, whose articles it looks up.
Judge judge_in(const Comparator& comparator, const Report& report) {
    std::map<std::string, FactSource> sources;
    for (const Article& article : report.articles) {
        sources[article.id] = to_fact_source(article);
    }
    return [&comparator, sources = std::move(sources)](const Fact& left, const Fact& right) {
        const auto source_of = [&](const Fact& fact) {
            const auto found = sources.find(fact.article);
            return found == sources.end() ? FactSource{} : found->second;
        };
        return comparator.judge(left, source_of(left), right, source_of(right));
    };
}

// Order, names and words: what findings need to be read by people.
Report readable(const Comparator& comparator, const RuleSet& rules, Report report) {
    drop_repeated_denials(report);
    split_agreements(report, judge_in(comparator, report));
    sort_for_checkers(report);
    name_entities(report, [&](const std::string& id) { return comparator.name_of(id); });
    put_in_words(report);
    add_histories(report);
    note_rules(report, rules);
    return report;
}

// What articles say of where they have it from.
struct Sourcing {
    CreditReader reader;
    std::vector<ArticleCredits> credits;
    std::vector<Sketch> sketches;
};

Sourcing read_sourcing(const EntityFinder& entities, std::span<const Article> articles) {
    Sourcing read{CreditReader(entities, articles), {}, {}};
    for (const Article& article : articles) {
        read.credits.push_back(read.reader.read(article));
        read.sketches.push_back(sketch_of(article));
    }
    return read;
}

// Reads it beside the judging where there is a core to spare, else when it is asked for. The
// articles must stay where they are until then.
std::future<Sourcing> begin_sourcing(const EntityFinder& entities,
                                     std::span<const Article> articles, Cores cores) {
    const auto policy = cores == Cores::Spare ? std::launch::async : std::launch::deferred;
    return std::async(policy, [&entities, articles] { return read_sourcing(entities, articles); });
}

// Who has it from whom, and what that says of the findings.
void trace_origins(Sourcing sourcing, Report& report) {
    Origins origins(report.articles, std::move(sourcing.credits), sourcing.sketches);
    drop_places_of_one_text(report, origins);
    drop_days_of_reports(report, origins);
    note_origins(report, origins, sourcing.reader);
    find_hardening(report, origins);
    find_conflicting_credit(report, origins, sourcing.reader);
}

// What is known of findings besides their pairs of facts.
Report judged_further(const Comparator& comparator, std::future<Sourcing> sourcing, Report report) {
    drop_what_rules_judged(report, judge_in(comparator, report));
    find_flat_leads(comparator, report);
    find_name_slips(report);
    trace_origins(sourcing.get(), report);
    return report;
}

// Short texts that are compared with each other name no publisher: each is its own origin.
void take_as_own_origins(Report& report) {
    for (auto* list : {&report.findings, &report.agreements}) {
        for (Finding& finding : *list) {
            for (Side& side : finding.sides) {
                side.origins = side.articles;
            }
        }
    }
}

}  // namespace

Stages::Stages(const RuleSet& rules, Tiers tiers)
    : rules_(&rules), reader_(rules, tiers), comparator_(rules, reader_.entities()) {}

Report Stages::compare(std::vector<Article> articles, std::vector<Fact> facts, Cores cores) const {
    Report report = begun(std::move(articles), std::move(facts));
    std::future<Sourcing> sourcing = begin_sourcing(reader_.entities(), report.articles, cores);
    FoundDisagreements found = find_disagreements(comparator_, report.articles, report.facts,
                                                  candidate_lists(report.facts));
    report =
        judged_further(comparator_, std::move(sourcing), with(std::move(found), std::move(report)));
    return readable(comparator_, *rules_, std::move(report));
}

Report Stages::compare_of(const std::set<std::string>& asked, std::vector<Article> articles,
                          std::vector<Fact> facts, Cores cores) const {
    Report report = begun(std::move(articles), std::move(facts));
    std::future<Sourcing> sourcing = begin_sourcing(reader_.entities(), report.articles, cores);
    FoundDisagreements found = find_disagreements_of(asked, comparator_, report.articles,
                                                     report.facts, candidate_lists(report.facts));
    report =
        judged_further(comparator_, std::move(sourcing), with(std::move(found), std::move(report)));
    keep_findings_of(asked, report.findings);
    keep_findings_of(asked, report.agreements);
    report = readable(comparator_, *rules_, std::move(report));
    keep_findings_of(asked, report.agreements);  // some were split
    return report;
}

Report Stages::compare_all_pairs(std::vector<Article> articles) const {
    std::vector<Fact> facts;
    for (const Article& article : articles) {
        std::vector<Fact> read = reader_.read(article);
        std::move(read.begin(), read.end(), std::back_inserter(facts));
    }
    Report report = begun(std::move(articles), std::move(facts));
    CandidateLists all(1);
    all.front().resize(report.facts.size());
    std::iota(all.front().begin(), all.front().end(), 0U);
    FoundDisagreements found =
        find_disagreements(comparator_, report.articles, report.facts, all, Prior::SameMatter);
    report = with(std::move(found), std::move(report));
    take_as_own_origins(report);
    return readable(comparator_, *rules_, std::move(report));
}

}  // namespace atodds
