#include "report/alert.hpp"
#include "report/fact_text.hpp"
#include "report/finding_words.hpp"
#include "report/format_writers.hpp"
#include "report/html_text.hpp"
#include "report/markdown.hpp"
#include "report/quote_text.hpp"
#include "report/report_facts.hpp"
#include "report/text_fragment.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <limits>
#include <string>
#include <unordered_map>
#include <utility>
#include <vector>

namespace atodds {
namespace {

constexpr std::uint32_t kQuoteColumns = 240;  // a guess: a long sentence, not a paragraph
constexpr std::size_t kQuotesPerSide = 3;

// "www." becomes a link by itself.
bool ends_with_www(std::string_view text) {
    return text.size() >= 3 &&
           std::all_of(text.end() - 3, text.end(), [](char c) { return c == 'w' || c == 'W'; });
}

// Digits that a full stop would make the start of a list; longer numbers are none.
bool is_list_number(std::string_view text) {
    constexpr std::size_t kMostDigits = 9;  // CommonMark 0.31, section 5.2
    return !text.empty() && text.size() <= kMostDigits &&
           std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

bool is_word(char character) {
    return (character >= 'a' && character <= 'z') || (character >= 'A' && character <= 'Z') ||
           (character >= '0' && character <= '9');
}

// A link target in angle brackets may hold anything but these.
std::string link_target(std::string_view url) {
    std::string target;
    for (const char character : url) {
        const bool ends_it = character == '<' || character == '>' || character == '\\';
        target += ends_it ? fmt::format("%{:02X}", static_cast<unsigned char>(character))
                          : std::string(1, character);
    }
    return target;
}

// A heading for each finding, a list item for each side, its quotations as block quotes inside the
// item: CommonMark with nothing of GitHub or GitLab, so that every viewer shows the same.
class MarkdownReport {
  public:
    MarkdownReport(const Report& report, const FormatOptions& options, std::size_t most_bytes)
        : report_(&report), options_(&options), most_bytes_(most_bytes), lookup_(report) {}

    std::string print() {
        line(fmt::format("# {}", markdown_text(summary_line(*report_, counts_of(*report_)))));
        const std::vector<Alert> alerts = shown_alerts(*report_, *options_);
        std::size_t printed = 0;
        while (printed < alerts.size() && text_.size() < most_bytes_) {
            print_alert(alerts[printed]);
            ++printed;
        }
        line("");
        if (printed < alerts.size()) {
            line(fmt::format("**{} more** did not fit here.", alerts.size() - printed));
        }
        print_end();
        return std::move(text_);
    }

  private:
    void line(std::string_view content) {
        text_ += content;
        text_ += '\n';
    }

    void print_alert(const Alert& alert) {
        const Finding& finding = *alert.finding;
        line("");
        line(fmt::format("## {}: {} `{}`", name_of(finding.level), markdown_text(title_of(finding)),
                         alert.fingerprint()));
        line("");
        line(fmt::format("{}: {}{}", name_of(finding.verdict), markdown_text(reason_of(finding)),
                         finding.update_possible
                             ? " A date is missing, so one may be an update of the other."
                             : ""));
        if (finding.status != FindingStatus::Unknown) {
            line(fmt::format("Status: {}.", name_of(finding.status)));
        }
        for (const Side& side : finding.sides) {
            print_side(side);
        }
        if (const std::string next = next_check(finding, lookup_); !next.empty()) {
            line("");
            line(fmt::format("Next: {}", markdown_text(next)));
        }
    }

    // Blocks inside a list item are indented by two, and parted from it by an empty line.
    void print_side(const Side& side) {
        std::string origins;
        for (const std::string& origin : side.origins) {
            origins += fmt::format("{}{}", origins.empty() ? "" : "; ",
                                   markdown_text(origin_name(origin, lookup_)));
        }
        line("");
        line(fmt::format("- **{}** ({}{}{})", markdown_text(side.value),
                         counted(side.articles.size(), "article"), origins.empty() ? "" : ", from ",
                         origins));
        for (std::size_t i = 0; i < std::min(side.facts.size(), kQuotesPerSide); ++i) {
            if (const Fact* fact = lookup_.fact(side.facts[i]); fact != nullptr) {
                print_quote(*fact);
            }
        }
        if (side.facts.size() > kQuotesPerSide) {
            line("");
            line(fmt::format("  and {} more", side.facts.size() - kQuotesPerSide));
        }
    }

    void print_quote(const Fact& fact) {
        const Evidence evidence = evidence_of(fact, lookup_);
        const QuoteLines quote =
            quote_lines(evidence.shown, evidence.statement, evidence.value, kQuoteColumns);
        const std::string_view all = quote.text;
        line("");
        line(fmt::format("  > {}**{}**{}", before_mark(all.substr(0, quote.marked.begin)),
                         markdown_text(slice(all, quote.marked)),
                         after_mark(all.substr(quote.marked.end))));
        line("  >");
        line(fmt::format("  > {}", place_of(fact, evidence)));
    }

    // markdown_text() trims; the blanks beside the mark must stay.
    static std::string before_mark(std::string_view text) {
        return markdown_text(text) + (text.ends_with(' ') ? " " : "");
    }

    static std::string after_mark(std::string_view text) {
        return (text.starts_with(' ') ? " " : "") + markdown_text(text);
    }

    // The source links to the words on the web where the article has an address.
    std::string place_of(const Fact& fact, const Evidence& evidence) {
        const Article* article = evidence.article;
        if (article == nullptr) {
            return markdown_text(fact.article);
        }
        std::string who = markdown_text(source_name(*article));
        if (linkable(article->url)) {
            who =
                fmt::format("[{}](<{}>)", who, link_target(link_to_words(article->url, evidence)));
        }
        std::string where = article->path;
        if (evidence.text.data() == article->text.data()) {
            const LinePosition at =
                lines_.try_emplace(article, article->text).first->second.at(evidence.value.begin);
            where += fmt::format(":{}:{}", at.line, at.column);
        }
        const std::string said = manner_of(fact);
        return fmt::format("{}, {}, {}{}{}", who,
                           article->published ? to_iso(*article->published) : "no date",
                           markdown_text(where), said.empty() ? "" : ", ", markdown_text(said));
    }

    // What a reader must know of what is not shown.
    void print_end() {
        if (!report_->agreements.empty()) {
            line(fmt::format("Agreed: {}.", counted(report_->agreements.size(), "fact")));
        }
        if (const std::string compared = coverage_line(*report_); !compared.empty()) {
            line(fmt::format("Note: {}.", compared));
        }
        if (const std::string unread = quarantine_line(counts_of(*report_)); !unread.empty()) {
            line(fmt::format("Read but not compared: {}.", unread));
        }
        for (const Diagnostic& diagnostic : report_->diagnostics) {
            line(fmt::format("- not read, or only in part: {}: {}",
                             markdown_text(diagnostic.error.place.file),
                             markdown_text(diagnostic.error.message)));
        }
    }

    const Report* report_;
    const FormatOptions* options_;
    std::size_t most_bytes_;
    ReportLookup lookup_;
    std::unordered_map<const Article*, LineIndex> lines_;  // lookups only
    std::string text_;
};

}  // namespace

std::string markdown_text(std::string_view text) {
    const std::string shown = shown_plainly(text);
    std::string out;
    for (std::size_t at = 0; at < shown.size(); ++at) {
        const char character = shown[at];
        const std::string_view rest = std::string_view(shown).substr(at + 1);
        if (character == '<' || character == '>' || character == '&') {
            out += character == '<' ? "&lt;" : character == '>' ? "&gt;" : "&amp;";
            continue;
        }
        const bool is_link = (character == ':' && rest.starts_with("//")) ||
                             (character == '.' && ends_with_www(out));
        const bool starts_list = (character == '.' || character == ')') && is_list_number(out);
        const bool is_markup =
            std::string_view("\\`*_{}[]#|~$!^").find(character) != std::string_view::npos ||
            (out.empty() && std::string_view("-+=").find(character) != std::string_view::npos);
        out += is_link || starts_list || is_markup ? "\\" : "";
        out += character;
        // An escape does not keep GitHub from telling the user of that name; a comment does.
        out += character == '@' && !rest.empty() && is_word(rest.front()) ? "<!-- -->" : "";
    }
    return out;
}

std::string markdown_report(const Report& report, const FormatOptions& options,
                            std::size_t most_bytes) {
    return MarkdownReport(report, options, most_bytes).print();
}

std::string to_markdown(const Report& report, const FormatOptions& options) {
    return markdown_report(report, options, std::numeric_limits<std::size_t>::max());
}

}  // namespace atodds
