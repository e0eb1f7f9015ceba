#include "report/fact_text.hpp"
#include "report/finding_title.hpp"
#include "report/finding_words.hpp"
#include "report/html_page.hpp"
#include "report/html_text.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <map>
#include <set>
#include <string>
#include <vector>

namespace atodds {
namespace {

// Guesses: what fits beside each other above the fold; all else has its own part.
constexpr std::size_t kShownFirst = 8;
constexpr std::size_t kShownAgreements = 6;
constexpr std::size_t kShownSilent = 12;

using Findings = std::vector<const Finding*>;

// "12,345".
std::string grouped(std::size_t count) {
    std::string digits = std::to_string(count);
    for (std::size_t at = digits.size(); at > 3; at -= 3) {
        digits.insert(at - 3, ",");
    }
    return digits;
}

// Only outright disagreements are called at odds: an update or a wider scope is none.
std::string headline(const Findings& findings) {
    const auto disagreements = static_cast<std::size_t>(
        std::count_if(findings.begin(), findings.end(),
                      [](const Finding* f) { return f->verdict == Verdict::Disagree; }));
    if (disagreements > 0) {
        return counted(disagreements, "fact") + " at odds";
    }
    return findings.empty() ? "Nothing at odds" : "No outright disagreement";
}

// "published 7 May 2025 to 18 September 2025, 2 without a date".
std::string dates_of(const Report& report) {
    std::set<Day> days;
    std::size_t undated = 0;
    for (const Article& article : report.articles) {
        if (article.published) {
            days.insert(*article.published);
        } else {
            ++undated;
        }
    }
    std::string text;
    if (!days.empty()) {
        text = ", published " + html_day(*days.begin());
        if (days.size() > 1) {
            text += " to " + html_day(*days.rbegin());
        }
    }
    return undated == 0 ? text : fmt::format("{}, {} without a date", text, undated);
}

std::size_t count_sources(const Report& report) {
    std::set<std::string> sources;
    for (const Article& article : report.articles) {
        sources.insert(source_name(article));
    }
    return sources.size();
}

std::string tiles(const Findings& findings) {
    static constexpr std::array<std::string_view, 3> kMeanings = {
        "cannot both hold", "very likely at odds", "good to know"};
    std::string text = "<ul class=\"tiles\">";
    for (const Level level : {Level::Error, Level::Warning, Level::Note}) {
        const auto count = static_cast<std::size_t>(std::count_if(
            findings.begin(), findings.end(), [&](const Finding* f) { return f->level == level; }));
        text += fmt::format(
            "<li class=\"{0}{1}\"><a href=\"#findings\" data-level=\"{0}\"><b>{2}</b> {0}{3}</a>"
            "<span>{4}</span></li>",
            name_of(level), count == 0 ? " none" : "", count, count == 1 ? "" : "s",
            kMeanings.at(static_cast<std::size_t>(level)));
    }
    return text + "</ul>\n";
}

// How many of each verdict, and where the sides stand.
std::string kinds(const Report& report, const Findings& findings) {
    std::map<Verdict, std::size_t> verdicts;
    std::map<FindingKind, std::size_t> places;
    for (const Finding* finding : findings) {
        verdicts[finding->verdict] += 1;
        places[finding->kind] += 1;
    }
    std::string text;
    for (const auto& [verdict, count] : verdicts) {
        text += fmt::format("<li><b>{}</b> {}</li>", count, phrase_of(verdict));
    }
    if (!report.agreements.empty()) {
        text += fmt::format("<li><b>{}</b> agree</li>", report.agreements.size());
    }
    if (!report.stale.empty()) {
        text += fmt::format("<li><b>{}</b> <a href=\"#stale\">superseded</a></li>",
                            report.stale.size());
    }
    if (places.size() > 1 || (!places.empty() && !places.contains(FindingKind::CrossArticle))) {
        for (const auto& [place, count] : places) {
            text += fmt::format("<li class=\"where\"><b>{}</b> {}</li>", count, name_of(place));
        }
    }
    return text.empty() ? "" : fmt::format("<ul class=\"kinds\">{}</ul>\n", text);
}

std::string values_of(const Finding& finding) {
    std::string text;
    for (std::size_t i = 0; i < finding.sides.size(); ++i) {
        text += fmt::format("{}<span class=\"s{}\"><span class=\"letter\">{}</span>{}</span>",
                            i == 0 ? "" : " ", Page::side_colour(i), Page::side_letter(i),
                            html(finding.sides[i].value));
    }
    return text;
}

std::string first_to_look_at(const Page& page) {
    const Findings& findings = page.shown();
    if (findings.empty()) {
        return "";
    }
    std::string items;
    for (std::size_t i = 0; i < std::min(kShownFirst, findings.size()); ++i) {
        const Finding& finding = *findings[i];
        const std::string subject = subject_of(finding, page.lookup());
        items += fmt::format(
            "<li class=\"{}\"><a href=\"#f-{}\">{}</a>{}<span class=\"values\">{}</span></li>\n",
            name_of(finding.level), anchor(finding.id), html(title_of(finding)),
            subject.empty() ? "" : fmt::format(" <span class=\"about\">{}</span>", html(subject)),
            values_of(finding));
    }
    return fmt::format(
        "<section class=\"panel\"><h2>Look at these first</h2><ol class=\"first\">\n{}</ol>{}"
        "</section>\n",
        items,
        findings.size() > kShownFirst
            ? fmt::format("<p class=\"more\"><a href=\"#findings\">All {} findings</a></p>",
                          findings.size())
            : "");
}

// The few agreements that most origins share and nobody contests.
std::string settled(const Page& page) {
    std::string items;
    std::size_t shown = 0;
    for (const Finding& agreement : page.report().agreements) {
        if (shown < kShownAgreements && !page.is_contested(agreement)) {
            items +=
                fmt::format("<li><a href=\"#f-{}\">{}</a> <b>{}</b></li>\n", anchor(agreement.id),
                            html(title_of(agreement)), html(agreed_value(agreement)));
            ++shown;
        }
    }
    return items.empty() ? ""
                         : fmt::format(
                               "<section class=\"panel\"><h2>Agreed, and nobody differs</h2>"
                               "<ul class=\"settled\">\n{}</ul></section>\n",
                               items);
}

// Facts that stand in no finding and no agreement had nothing to be compared with.
std::size_t count_compared(const Report& report) {
    std::set<std::string_view> compared;
    for (const auto* list : {&report.findings, &report.agreements}) {
        for (const Finding& finding : *list) {
            for (const Side& side : finding.sides) {
                compared.insert(side.facts.begin(), side.facts.end());
            }
        }
    }
    return compared.size();
}

std::string unchecked(const Report& report) {
    std::string items;
    if (const std::string compared = coverage_line(report); !compared.empty()) {
        items += fmt::format("<li>{}.</li>\n", html(compared));
    }
    const std::string quarantined = quarantine_line(counts_of(report));
    if (!quarantined.empty()) {
        items += fmt::format("<li>Not compared: {}. Reasons: {}.</li>\n", quarantined,
                             reasons_left_out(report.articles));
    }
    if (!report.diagnostics.empty()) {
        items += fmt::format("<li>Not read, or only in part: <a href=\"#problems\">{}</a>.</li>\n",
                             counted(report.diagnostics.size(), "problem"));
    }
    const auto undated = static_cast<std::size_t>(
        std::count_if(report.articles.begin(), report.articles.end(),
                      [](const Article& article) { return !article.published; }));
    if (undated > 0) {
        items += fmt::format(
            "<li>Without a date of publication: {}. There a later update looks like a "
            "disagreement.</li>\n",
            counted(undated, "article"));
    }
    const std::size_t compared = count_compared(report);
    if (report.facts.size() > compared) {
        items += fmt::format(
            "<li>{} of {} facts met no other statement of the same fact: nothing was there to "
            "compare "
            "them with.</li>\n",
            grouped(report.facts.size() - compared), grouped(report.facts.size()));
    }
    std::vector<std::string> silent = silent_sources(report);
    if (!silent.empty()) {
        const std::size_t more = silent.size() - std::min(silent.size(), kShownSilent);
        silent.resize(silent.size() - more);
        items += fmt::format("<li>Silent on all of this: {}{}.</li>\n",
                             html(fmt::format("{}", fmt::join(silent, ", "))),
                             more == 0 ? "" : fmt::format(" and {} more", more));
    }
    if (report.articles.size() == 1) {
        std::string line(lone_article_line(report));
        line.front() = static_cast<char>(line.front() - 'a' + 'A');
        items += fmt::format("<li>{}.</li>\n", line);
    }
    items +=
        "<li>Only English prose is read: no pictures, no sound, and who is right is for you to "
        "find out.</li>\n";
    return fmt::format(
        "<section class=\"panel\"><h2>What was not checked</h2><ul class=\"unchecked\">\n{}</ul>"
        "<p class=\"more\"><a href=\"#reading\">Article by article</a></p></section>\n",
        items);
}

}  // namespace

std::string html_front(const Page& page) {
    const Report& report = page.report();
    const Coverage& all = report.coverage;
    const std::size_t articles = all.articles > 0 ? all.articles : report.articles.size();
    const std::size_t facts = all.articles > 0 ? all.facts : report.facts.size();
    return fmt::format(
        "<header class=\"front\"><p class=\"brand\">atodds</p><h1>{}</h1>\n"
        "<p class=\"lead\">{} from {}{}; {} facts read in them.</p>\n{}{}{}"
        "<div class=\"panels\">\n{}<div>\n{}{}</div></div></header>\n",
        headline(page.shown()), counted(articles, "article"),
        counted(count_sources(report), "source"), dates_of(report), grouped(facts),
        tiles(page.shown()), kinds(report, page.shown()), html_legend(), first_to_look_at(page),
        settled(page), unchecked(report));
}

}  // namespace atodds
