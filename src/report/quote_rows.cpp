#include "report/quote_rows.hpp"

#include "base/decimal.hpp"
#include "report/fact_text.hpp"
#include "report/finding_words.hpp"
#include "report/html_text.hpp"
#include "report/quote_text.hpp"
#include "report/text_fragment.hpp"

#include <fmt/format.h>

#include <array>

namespace atodds {
namespace {

// ASCII and full-width forms: spreadsheets of East Asian systems take both.
constexpr std::array<std::string_view, 8> kFormulaStarts = {"=",  "+",  "-",  "@",
                                                            "＝", "＋", "－", "＠"};

bool starts_formula(std::string_view text) {
    for (const std::string_view start : kFormulaStarts) {
        if (text.starts_with(start)) {
            return true;
        }
    }
    return false;
}

}  // namespace

QuoteRows::QuoteRows(const Report& report) : lookup_(report) {}

QuoteRow QuoteRows::of(const Fact& fact) {
    QuoteRow row;
    row.value = shown_plainly(value_text(fact.value));
    row.unit = shown_plainly(unit_text(fact.value));
    row.statement = shown_plainly(fact.quote);
    row.surface = shown_plainly(fact.surface);
    // "reportedly, according to Bloomberg": the manner first, as in the text report.
    row.said = manner_of(fact);
    if (const std::string citation = citation_of(fact, lookup_); !citation.empty()) {
        row.said += fmt::format("{}{}", row.said.empty() ? "" : ", ", citation);
    }
    row.said = shown_plainly(row.said);
    const Evidence evidence = evidence_of(fact, lookup_);
    const Article* article = evidence.article;
    if (article == nullptr) {
        row.path = shown_plainly(fact.article);
        return row;
    }
    row.source = shown_plainly(source_name(*article));
    row.published = article->published ? to_iso(*article->published) : "";
    row.title = shown_plainly(article->title);
    row.path = shown_plainly(article->path);
    if (evidence.text.data() == article->text.data()) {
        row.place =
            lines_.try_emplace(article, article->text).first->second.place(evidence.value.begin);
    }
    if (linkable(article->url)) {
        row.link = link_to_words(article->url, evidence);
    }
    return row;
}

std::string harmless_cell(std::string_view text) {
    // "-2.5" is a value and no formula; everything else that starts like one is not.
    const bool is_number = Decimal::parse(text).has_value();
    std::string cell = !is_number && starts_formula(text) ? "'" : "";
    for (std::size_t at = 0; at < text.size(); ++at) {
        cell += text[at];
        const bool is_separator = text[at] == ';' || text[at] == '\t';
        if (is_separator && starts_formula(text.substr(at + 1))) {
            cell += '\'';
        }
    }
    return cell;
}

std::string origins_text(const Side& side, const ReportLookup& lookup) {
    std::string text;
    for (const std::string& origin : side.origins) {
        text += fmt::format("{}{}", text.empty() ? "" : "; ", origin_name(origin, lookup));
    }
    return shown_plainly(text);
}

std::string memory_text(const Finding& finding) {
    std::string text;
    const auto add = [&](std::string_view part) {
        text += fmt::format("{}{}", text.empty() ? "" : ", ", part);
    };
    if (finding.status != FindingStatus::Unknown) {
        add(name_of(finding.status));
    }
    if (finding.review.verdict != ReviewVerdict::None) {
        add(name_of(finding.review.verdict));
    }
    if (!is_shown(finding)) {
        add(fmt::format("suppressed ({})", name_of(finding.suppressed_by.kind)));
        text += finding.suppressed_by.reason.empty()
                    ? ""
                    : fmt::format(": {}", finding.suppressed_by.reason);
    }
    return shown_plainly(text);
}

}  // namespace atodds
