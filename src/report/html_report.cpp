#include "compare/value_relation.hpp"
#include "report/fact_text.hpp"
#include "report/html_page.hpp"
#include "report/html_text.hpp"
#include "report/report_writer.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <string>
#include <vector>

namespace atodds {
namespace {

// Browsers get slow with more; JSON has all. A guess.
constexpr std::size_t kMostFindings = 2000;
constexpr std::size_t kMostAgreements = 200;

using Findings = std::vector<const Finding*>;

std::string head(const Report& report) {
    return fmt::format(
        "<!doctype html>\n<html lang=\"en\"><head><meta charset=\"utf-8\">\n"
        "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
        "<meta http-equiv=\"Content-Security-Policy\" content=\"{}\">\n"
        "<meta name=\"referrer\" content=\"no-referrer\">\n"
        "<meta name=\"color-scheme\" content=\"light dark\">\n"
        "<title>{}</title>\n<style>{}</style></head>\n",
        page_policy(), summary_line(report, counts_of(report)), page_style());
}

std::string contents(const Page& page, bool has_matrix) {
    const Report& report = page.report();
    std::string text = "<nav aria-label=\"Parts of this page\"><a href=\"#findings\">Findings</a>";
    if (has_matrix) {
        text += "<a href=\"#matrix\">Who states what</a>";
    }
    if (!report.origins.edges.empty()) {
        text += "<a href=\"#origins\">Who has it from whom</a>";
    }
    if (!report.agreements.empty()) {
        text += "<a href=\"#agreements\">Agreements</a>";
    }
    if (!report.stale.empty()) {
        text += "<a href=\"#stale\">Superseded</a>";
    }
    if (!page.set_aside().empty()) {
        text += "<a href=\"#aside\">Set aside</a>";
    }
    if (!report.gone.empty()) {
        text += "<a href=\"#gone\">Gone</a>";
    }
    return text + "<a href=\"#reading\">What was read</a></nav>\n";
}

std::string list(Page& page, const Findings& findings, std::size_t most) {
    std::string text;
    for (std::size_t i = 0; i < std::min(most, findings.size()); ++i) {
        text += html_finding(page, *findings[i]);
    }
    return text;
}

std::string left_out(const Findings& findings, std::size_t most) {
    return findings.size() > most
               ? fmt::format(
                     "<p class=\"lead\">The first {} of {} are shown; the JSON report has "
                     "all of these.</p>\n",
                     most, findings.size())
               : "";
}

std::string findings_part(Page& page) {
    const Findings& findings = page.shown();
    std::string text =
        "<section id=\"findings\" aria-labelledby=\"findings-head\">"
        "<h2 id=\"findings-head\">Findings</h2>\n";
    if (findings.empty()) {
        text += "<p class=\"lead\">No two statements about the same fact are at odds.</p>\n";
    } else {
        text += fmt::format("{}<div id=\"list\">\n{}</div>{}", html_controls(),
                            list(page, findings, kMostFindings), left_out(findings, kMostFindings));
    }
    return text + "</section>\n";
}

// A part that stays closed until somebody wants it. `id` is fit for an anchor.
std::string closed_part(std::string_view id, std::string_view title, std::string_view summary,
                        const std::string& content) {
    return fmt::format(
        "<section id=\"{0}\" aria-labelledby=\"{0}-head\"><h2 id=\"{0}-head\">{1}</h2>\n"
        "<details><summary>{2}</summary>\n{3}</details></section>\n",
        id, title, summary, content);
}

std::string agreements(Page& page) {
    Findings all;
    for (const Finding& agreement : page.report().agreements) {
        all.push_back(&agreement);
    }
    return all.empty()
               ? ""
               : closed_part("agreements", "Agreements",
                             counted(all.size(), "fact") + " on which several sources agree",
                             list(page, all, kMostAgreements) + left_out(all, kMostAgreements));
}

std::string set_aside(Page& page) {
    const Findings& all = page.set_aside();
    return all.empty() ? ""
                       : closed_part("aside", "Set aside",
                                     counted(all.size(), "finding") +
                                         " that a review, a comment or the baseline set aside",
                                     list(page, all, kMostFindings));
}

// What the baseline had and this run has not: values only, for their words were not kept.
std::string gone(const Report& report) {
    std::string rows;
    for (const Finding& finding : report.gone) {
        std::string values;
        for (const Side& side : finding.sides) {
            values += fmt::format("{}{}", values.empty() ? "" : " / ", html(side.value));
        }
        rows += fmt::format("<li><b>{}</b> {} <code>{}</code></li>\n", html(title_of(finding)),
                            values, html(finding.id));
    }
    return rows.empty() ? ""
                        : closed_part("gone", "Gone since the baseline",
                                      counted(report.gone.size(), "finding") + " of the baseline",
                                      fmt::format("<ul class=\"plain\">{}</ul>", rows));
}

}  // namespace

Page::Page(const Report& report) : report_(&report), lookup_(report) {
    for (const Finding& finding : report.findings) {
        (is_shown(finding) ? shown_ : set_aside_).push_back(&finding);
        if (is_shown(finding) && finding.verdict != Verdict::Update) {
            contested_.emplace(finding.rule, finding.key);
        }
    }
}

bool Page::is_contested(const Finding& agreement) const {
    return contested_.contains({agreement.rule, agreement.key});
}

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

std::string Page::source_of(const std::string& article_id) const {
    const Article* article = lookup_.article(article_id);
    return article == nullptr ? article_id : source_name(*article);
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

std::string html_day(Day day) {
    return fmt::format("<time datetime=\"{}\">{}</time>", to_iso(day), to_display(one_day(day)));
}

std::string to_html(const Report& report) {
    Page page(report);
    const std::string matrix = html_matrix(page);
    return fmt::format(
        "{}<body><a class=\"skip\" href=\"#findings\">To the findings</a>\n"
        "<main>\n{}{}{}{}{}{}{}{}{}{}</main>\n<script>{}</script></body></html>\n",
        head(report), html_front(page), contents(page, !matrix.empty()), findings_part(page),
        matrix, html_origins(page), html_stale(page), agreements(page), set_aside(page),
        gone(report), html_reading(page), page_script());
}

}  // namespace atodds
