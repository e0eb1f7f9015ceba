#include "report/fact_text.hpp"
#include "report/finding_words.hpp"
#include "report/html_page.hpp"
#include "report/html_text.hpp"
#include "report/report_writer.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <string>
#include <vector>

namespace atodds {
namespace {

std::string head(const Page& page) {
    // The policy makes sure that nothing in the page, not even a mistake of ours, loads anything.
    return fmt::format(
        "<!doctype html>\n<html lang=\"en\"><head><meta charset=\"utf-8\">\n"
        "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
        "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; "
        "style-src 'unsafe-inline'; script-src 'unsafe-inline'; base-uri 'none'; "
        "form-action 'none'\">\n"
        "<meta name=\"referrer\" content=\"no-referrer\">\n"
        "<title>{}</title>\n<style>{}</style></head>\n",
        summary_line(page.report(), page.counts()), html_style());
}

std::string tile(std::size_t count, Level level) {
    return fmt::format("<li class=\"{}{}\"><b>{}</b> {}{}</li>", name_of(level),
                       count == 0 ? " none" : "", count, name_of(level), count == 1 ? "" : "s");
}

std::string kinds_line(const Report& report) {
    std::map<Verdict, std::size_t> by_verdict;
    for (const Finding& finding : report.findings) {
        by_verdict[finding.verdict] += 1;
    }
    std::string text;
    for (const auto& [verdict, count] : by_verdict) {
        text += fmt::format("<li><b>{}</b> {}</li>", count, phrase_of(verdict));
    }
    if (!report.agreements.empty()) {
        text += fmt::format("<li><b>{}</b> agree</li>", report.agreements.size());
    }
    return text.empty() ? "" : fmt::format("<ul class=\"kinds\">{}</ul>", text);
}

// Only outright disagreements are called at odds: an update or a wider scope is none.
std::string headline(const Report& report) {
    const auto disagreements = static_cast<std::size_t>(
        std::count_if(report.findings.begin(), report.findings.end(),
                      [](const Finding& f) { return f.verdict == Verdict::Disagree; }));
    if (disagreements > 0) {
        return counted(disagreements, "fact") + " at odds";
    }
    return report.findings.empty() ? "Nothing at odds" : "No outright disagreement";
}

// The few agreements that most origins share.
std::string settled(const Report& report) {
    constexpr std::size_t kMost = 4;  // a guess: more belongs into its own part
    std::string items;
    for (std::size_t i = 0; i < std::min(kMost, report.agreements.size()); ++i) {
        const Finding& agreement = report.agreements[i];
        items += fmt::format("<li><a href=\"#f-{}\">{}</a> <b>{}</b></li>", anchor(agreement.id),
                             html(title_of(agreement)), html(agreed_value(agreement)));
    }
    return items.empty()
               ? ""
               : fmt::format("<div class=\"settled\"><p>Most widely agreed</p><ul>{}</ul></div>\n",
                             items);
}

std::string front(const Page& page) {
    const Report& report = page.report();
    const auto& levels = page.counts().by_level;
    std::string text = fmt::format(
        "<header class=\"front\"><p class=\"brand\">atodds</p><h1>{}</h1>"
        "<p class=\"lead\">{} with {} were compared with each other.</p>\n"
        "<ul class=\"tiles\">{}{}{}</ul>\n{}\n",
        headline(report), counted(report.articles.size(), "article"),
        counted(report.facts.size(), "fact"), tile(levels[0], Level::Error),
        tile(levels[1], Level::Warning), tile(levels[2], Level::Note), kinds_line(report));
    const std::string quarantined = quarantine_line(page.counts());
    if (!quarantined.empty() || !report.diagnostics.empty()) {
        text += "<p class=\"lead\">Not compared: ";
        text += quarantined;
        if (!report.diagnostics.empty()) {
            text += fmt::format("{}{} in reading", quarantined.empty() ? "" : ", ",
                                counted(report.diagnostics.size(), "problem"));
        }
        text += ". <a href=\"#reading\">Why</a></p>\n";
    }
    if (const std::vector<std::string> silent = silent_sources(report); !silent.empty()) {
        text += fmt::format("<p class=\"lead\">Silent on all of this: {}.</p>\n",
                            html(fmt::format("{}", fmt::join(silent, ", "))));
    }
    return text + settled(report) + "</header>\n";
}

std::string contents(const Page& page, bool has_matrix) {
    std::string text = "<nav aria-label=\"Parts of this page\"><a href=\"#findings\">Findings</a>";
    if (has_matrix) {
        text += "<a href=\"#matrix\">Who states what</a>";
    }
    if (!page.report().agreements.empty()) {
        text += "<a href=\"#agreements\">Agreements</a>";
    }
    return text + "<a href=\"#reading\">What was read</a></nav>\n";
}

// Without script the controls stay hidden: they would do nothing.
constexpr std::string_view kFilter =
    "<form id=\"filter\" hidden role=\"search\" aria-label=\"Filter findings\">"
    "<fieldset><legend class=\"unseen\">Levels</legend>"
    "<label><input type=\"checkbox\" value=\"error\" checked> errors</label>"
    "<label><input type=\"checkbox\" value=\"warning\" checked> warnings</label>"
    "<label><input type=\"checkbox\" value=\"note\" checked> notes</label></fieldset>"
    "<label>Kind <select name=\"kind\"><option value=\"\">all</option></select></label>"
    "<label>Source <select name=\"source\"><option value=\"\">all</option></select></label>"
    "<label><input type=\"checkbox\" name=\"open\" checked> open facts</label>"
    "<label>Words <input type=\"search\"></label><output aria-live=\"polite\"></output></form>\n";

// Browsers get slow with more; JSON has all. A guess.
constexpr std::size_t kMostFindings = 2000;
constexpr std::size_t kMostAgreements = 200;

std::string list(Page& page, const std::vector<Finding>& findings, std::size_t most) {
    std::string text;
    for (std::size_t i = 0; i < std::min(most, findings.size()); ++i) {
        text += html_finding(page, findings[i]);
    }
    if (findings.size() > most) {
        text += fmt::format(
            "<p class=\"lead\">The first {} of {} are shown; the JSON report has all.</p>\n", most,
            findings.size());
    }
    return text;
}

std::string agreements(Page& page) {
    if (page.report().agreements.empty()) {
        return "";
    }
    return fmt::format(
        "<section id=\"agreements\"><h2>Agreements</h2>\n<details><summary>{} on which several "
        "sources agree</summary>\n{}</details></section>\n",
        counted(page.report().agreements.size(), "fact"),
        list(page, page.report().agreements, kMostAgreements));
}

}  // namespace

Page::Page(const Report& report) : report_(&report), lookup_(report), counts_(counts_of(report)) {}

std::string Page::place_of(const Fact& fact) {
    const Evidence evidence = evidence_of(fact, lookup_);
    if (evidence.article == nullptr) {
        return fact.article;
    }
    if (evidence.text.data() != evidence.article->text.data()) {
        return evidence.article->path;
    }
    const LineIndex& lines =
        lines_.try_emplace(evidence.article, evidence.article->text).first->second;
    const LinePosition at = lines.at(evidence.value.begin);
    return fmt::format("{}:{}:{}", evidence.article->path, at.line, at.column);
}

std::string Page::quote_anchor(std::string_view id, const Fact& fact) {
    return fmt::format("q-{}-{}-{}", anchor(id), anchor(fact.article), fact.span.begin);
}

char Page::side_letter(std::size_t side) {
    constexpr std::string_view kLetters = "ABCDEFGHIJKLMNOPQRSTUVWXYZ";
    return side < kLetters.size() ? kLetters[side] : '*';
}

std::size_t Page::side_colour(std::size_t side) {
    constexpr std::size_t kColours = 6;
    return side % kColours;
}

std::string_view phrase_of(Verdict verdict) {
    switch (verdict) {
        case Verdict::Disagree:
            return "disagree";
        case Verdict::Update:
            return "later update";
        case Verdict::Certainty:
            return "not equally certain";
        case Verdict::Wording:
            return "quoted differently";
        case Verdict::Scope:
            return "wider or narrower";
        case Verdict::Agree:
            return "agree";
        case Verdict::Different:
            return "different facts";
    }
    return "";
}

std::string to_html(const Report& report) {
    Page page(report);
    const std::string matrix = html_matrix(page);
    std::string text =
        head(page) + "<body><main>\n" + front(page) + contents(page, !matrix.empty());
    text += "<section id=\"findings\"><h2>Findings</h2>\n";
    if (report.findings.empty()) {
        text += "<p class=\"lead\">No two statements about the same fact are at odds.</p>\n";
    } else {
        text += kFilter;
        text += list(page, report.findings, kMostFindings);
    }
    text += "</section>\n" + matrix + agreements(page) + html_reading(page);
    return text + "</main>\n<script>" + html_script() + "</script></body></html>\n";
}

}  // namespace atodds
