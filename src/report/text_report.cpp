#include "report/fact_text.hpp"
#include "report/finding_title.hpp"
#include "report/finding_words.hpp"
#include "report/line_index.hpp"
#include "report/paint.hpp"
#include "report/quote_text.hpp"
#include "report/report_facts.hpp"
#include "report/report_writer.hpp"
#include "report/source_chain.hpp"
#include "report/stale_text.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <string>
#include <unordered_map>
#include <utility>
#include <vector>

namespace atodds {
namespace {

// Quotes of one side beyond these are counted, unless everything is asked for. A guess: three
// show who started it and that others follow.
constexpr std::size_t kQuotesPerSide = 3;
constexpr std::size_t kShownAgreements = 5;  // a guess: enough to see what is settled
// Windows on one quotation whose differing words lie far apart. A guess.
constexpr std::size_t kMostWindows = 3;
constexpr std::uint32_t kLeastWidth = 40;
constexpr std::string_view kIndent = "  ";
constexpr std::string_view kQuoteIndent = "     | ";

// Words of `text` in lines of at most `room` columns; a longer word has a line of its own. At least
// one line.
std::vector<std::string> parts_of(std::string_view text, std::size_t room) {
    std::vector<std::string> lines;
    std::string current;
    std::size_t used = 0;
    for (std::size_t at = 0; at <= text.size();) {
        const std::size_t end = std::min(text.find(' ', at), text.size());
        const std::string_view word = text.substr(at, end - at);
        const std::size_t columns = column_width(word);
        if (used > 0 && used + 1 + columns > room) {
            lines.push_back(std::move(current));
            current.clear();
            used = 0;
        }
        used += columns + (current.empty() ? 0 : 1);
        current += current.empty() ? "" : " ";
        current += word;
        at = end + 1;
    }
    lines.push_back(std::move(current));
    return lines;
}

class TextReport {
  public:
    TextReport(const Report& report, const TextOptions& options)
        : report_(&report), options_(options), lookup_(report), counts_(counts_of(report)) {
        options_.width = std::max(options_.width, kLeastWidth);
    }

    std::string print() {
        if (!options_.findings_only) {
            line(painted(summary_line(*report_, counts_), Paint::Strong, options_.color));
        }
        for (const Finding& finding : report_->findings) {
            if (is_shown(finding) && finding.level <= options_.least_level) {
                print_finding(finding);
            }
        }
        print_end();
        if (text_.ends_with("\n\n")) {
            text_.pop_back();  // nothing stands behind the last finding
        }
        return std::move(text_);
    }

  private:
    void line(std::string_view content) {
        text_ += content;
        text_ += '\n';
    }

    // Words folded at blanks to the width, every line indented.
    void folded(std::string_view words, std::string_view indent) {
        for (const std::string& part : parts_of(words, options_.width - column_width(indent))) {
            line(fmt::format("{}{}", indent, part));
        }
    }

    // "error: title [id]": the title folded behind the level, the id where it has room.
    void print_title(const Finding& finding) {
        std::string title = shown_plainly(title_of(finding));
        if (const std::string subject = subject_of(finding, lookup_); !subject.empty()) {
            title += fmt::format(" · {}", shown_plainly(subject));
        }
        const std::string level = fmt::format("{}:", name_of(finding.level));
        const std::string id =
            fmt::format("{}[{}]", finding.tier == Tier::Open ? "(open) " : "", finding.id);
        const std::string indent(level.size() + 1, ' ');
        const std::vector<std::string> parts = parts_of(title, options_.width - level.size() - 1);
        std::string text = painted(level, paint_of(finding.level), options_.color) + " ";
        for (std::size_t i = 0; i < parts.size(); ++i) {
            text +=
                (i == 0 ? "" : "\n" + indent) + painted(parts[i], Paint::Strong, options_.color);
        }
        const bool has_room =
            indent.size() + column_width(parts.back()) + 1 + id.size() <= options_.width;
        line(fmt::format("{}{}{}", text, has_room ? " " : "\n" + indent,
                         painted(id, Paint::Faint, options_.color)));
    }

    void print_finding(const Finding& finding) {
        const Paint paint = paint_of(finding.level);
        line("");
        print_title(finding);
        folded(verdict_sentence(finding), kIndent);
        print_origins(finding);
        if (const std::string memory = memory_sentence(finding); !memory.empty()) {
            folded(shown_plainly(memory), kIndent);
        }
        for (std::size_t i = 0; i < finding.sides.size(); ++i) {
            print_side(finding, i, paint);
        }
        print_clashes(finding);
        print_history(finding);
        if (const std::string next = next_check(finding, lookup_); !next.empty()) {
            line("");
            folded(fmt::format("next: {}", shown_plainly(next)), kIndent);
        }
        if (options_.explains) {
            print_trace(finding);
        }
    }

    // What the origins graph says of the finding as a whole.
    void print_origins(const Finding& finding) {
        if (const std::string note = origin_note(finding); !note.empty()) {
            folded(fmt::format("{}: {}", finding.kind == FindingKind::Hardening ? "way" : "origin",
                               shown_plainly(note)),
                   kIndent);
        }
    }

    static std::string verdict_sentence(const Finding& finding) {
        std::string sentence =
            fmt::format("{}{}: {}", name_of(finding.verdict), place_in_words(finding.kind),
                        shown_plainly(reason_of(finding)));
        if (finding.update_possible) {
            sentence += " A date is missing, so one may be an update of the other.";
        }
        return sentence;
    }

    // How it stands to earlier runs and what a person said of it.
    static std::string memory_sentence(const Finding& finding) {
        std::string sentence;
        if (finding.status == FindingStatus::Changed) {
            sentence = "The baseline has this fact with other values. ";
        }
        const ReviewMark& mark = finding.review;
        if (mark.verdict != ReviewVerdict::None) {
            sentence += fmt::format("Marked {}{}{}{}{}", name_of(mark.verdict),
                                    mark.by.empty() ? "" : " by ", mark.by,
                                    mark.note.empty() ? "" : ": ", mark.note);
        }
        return sentence;
    }

    static std::string place_in_words(FindingKind kind) {
        return kind == FindingKind::CrossArticle ? "" : fmt::format(" {}", name_of(kind));
    }

    static char letter(std::size_t side) {
        constexpr std::string_view kLetters = "ABCDEFGHIJKLMNOPQRSTUVWXYZ";
        return side < kLetters.size() ? kLetters[side] : '*';
    }

    void print_side(const Finding& finding, std::size_t index, Paint paint) {
        const Side& side = finding.sides[index];
        line("");
        const std::string value = shown_plainly(side.value);
        const std::string who =
            fmt::format("{}{}", counted(side.articles.size(), "article"), origins_of(side));
        constexpr std::size_t kLetterColumns = 5;
        constexpr std::size_t kGapColumns = 3;
        const std::string head = fmt::format("{}{}  {}", kIndent, letter(index),
                                             painted(value, Paint::Strong, options_.color));
        if (kLetterColumns + column_width(value) + kGapColumns + column_width(who) <=
            options_.width) {
            line(fmt::format("{}   {}", head, painted(who, Paint::Faint, options_.color)));
        } else {
            line(head);
            folded(who, std::string(kLetterColumns, ' '));
        }
        const std::size_t most = options_.explains ? side.facts.size() : kQuotesPerSide;
        std::size_t shown = 0;
        for (const std::string& id : side.facts) {
            const Fact* fact = lookup_.fact(id);
            if (fact == nullptr) {
                continue;
            }
            if (shown == most) {
                break;
            }
            print_quote(finding, *fact, paint);
            ++shown;
        }
        if (side.facts.size() > shown) {
            line(fmt::format("     and {} more", side.facts.size() - shown));
        }
    }

    std::string origins_of(const Side& side) const {
        if (side.origins.empty()) {
            return "";
        }
        const std::string text = side.origins.size() == 1
                                     ? ", origin: "
                                     : fmt::format(", {} origins: ", side.origins.size());
        return text + shown_plainly(listed_origins(side, lookup_));
    }

    void print_quote(const Finding& finding, const Fact& fact, Paint paint) {
        const Evidence evidence = evidence_of(fact, lookup_);
        std::string place = evidence.article == nullptr ? fact.article : evidence.article->path;
        if (evidence.article != nullptr && evidence.text.data() == evidence.article->text.data()) {
            const LinePosition at = lines_of(*evidence.article).at(evidence.value.begin);
            place += fmt::format(":{}:{}", at.line, at.column);
        }
        const std::string about = source_and_date(evidence.article);
        const std::string said = manner_and_citation(fact);
        print_place(shown_plainly(place),
                    shown_plainly(fmt::format("{}{}{}", about,
                                              about.empty() || said.empty() ? "" : ", ", said)));
        const std::uint32_t room = options_.width - column_width(kQuoteIndent);
        std::vector<ByteSpan> marks = marks_in(finding, fact, evidence);
        if (marks.empty()) {
            marks.push_back(evidence.value);  // nothing to mark, but the statement is shown
        }
        for (const QuoteLines& quote :
             quote_windows(evidence.shown, evidence.statement, marks, room, kMostWindows)) {
            line(fmt::format("{}{}", kQuoteIndent, quote.text));
            line(fmt::format("{}{}", kQuoteIndent, painted(quote.carets, paint, options_.color)));
        }
        if (!options_.explains) {
            return;
        }
        if (const std::string chain = source_chain(fact, *report_, lookup_); !chain.empty()) {
            folded(fmt::format("chain: {}", shown_plainly(chain)), "        ");
        }
    }

    // Both on one line where they fit: a place that is cut cannot be opened.
    void print_place(const std::string& place, const std::string& who) {
        constexpr std::uint32_t kArrowColumns = 8;
        const std::string arrow = painted("-->", Paint::Faint, options_.color);
        const std::uint32_t columns = kArrowColumns + column_width(place) + 2 + column_width(who);
        if (who.empty() || columns <= options_.width) {
            line(fmt::format("    {} {}{}{}", arrow, place, who.empty() ? "" : ": ", who));
            return;
        }
        line(fmt::format("    {} {}", arrow, place));
        folded(who, "        ");
    }

    const LineIndex& lines_of(const Article& article) {
        return lines_.try_emplace(&article, article.text).first->second;
    }

    std::string manner_and_citation(const Fact& fact) const {
        std::string said = manner_of(fact);
        if (const std::string citation = citation_of(fact, lookup_); !citation.empty()) {
            said += fmt::format("{}{}", said.empty() ? "" : ", ", citation);
        }
        return said;
    }

    static std::string source_and_date(const Article* article) {
        if (article == nullptr) {
            return "";
        }
        const std::string date = article->published ? to_iso(*article->published) : "no date";
        return article->source.empty() ? date : fmt::format("{}, {}", article->source, date);
    }

    /// Value over time: which value was stated on which day, and by whom. For updates; elsewhere
    /// the days stand beside the quotations.
    void print_history(const Finding& finding) {
        std::vector<std::string> days;
        for (const TimedValue& value : finding.history) {
            const Article* article = lookup_.article(value.article);
            days.push_back(fmt::format("{} {} ({})", to_iso(value.day),
                                       finding.sides[value.side].value,
                                       article == nullptr ? value.article : source_name(*article)));
        }
        if (!days.empty() && finding.verdict == Verdict::Update) {
            line("");
            folded(shown_plainly(fmt::format("over time: {}", fmt::join(days, "; "))), kIndent);
        }
    }

    // With two sides there is nothing to say: they clash.
    void print_clashes(const Finding& finding) {
        const std::size_t sides = finding.sides.size();
        if (sides < 3 || finding.conflicts.size() == sides * (sides - 1) / 2) {
            return;
        }
        std::string text;
        for (const auto& [left, right] : finding.conflicts) {
            text += fmt::format("{}{}-{}", text.empty() ? "" : ", ", letter(left), letter(right));
        }
        line("");
        line(fmt::format("{}at odds: {}", kIndent, text));
    }

    void print_trace(const Finding& finding) {
        line("");
        for (const TraceStep& step : finding.trace) {
            folded(fmt::format("{} {}: {}", step.decides ? "=>" : "- ", step.step,
                               shown_plainly(step.text)),
                   kIndent);
        }
    }

    void print_end() {
        line("");
        if (const std::size_t hidden = hidden_count(); hidden > 0) {
            line(fmt::format("not shown: {} below {}", counted(hidden, "finding"),
                             name_of(options_.least_level)));
        }
        print_suppressed();
        if (!options_.findings_only) {
            print_what_was_found_otherwise();
        }
        print_unread();
    }

    void print_stale() {
        const std::vector<std::string> lines = stale_lines(*report_, lookup_);
        if (lines.empty()) {
            return;
        }
        line(fmt::format("stale: {} of a value that a newer one has superseded",
                         counted(report_->stale.size(), "statement")));
        for (const std::string& stale : lines) {
            folded(shown_plainly(stale), kIndent);
        }
    }

    // Each reason with its number, so that nothing disappears without a word.
    void print_suppressed() {
        std::array<std::size_t, 5> by_kind{};
        for (const Finding& finding : report_->findings) {
            by_kind.at(static_cast<std::size_t>(finding.suppressed_by.kind)) += 1;
        }
        static constexpr std::array<std::string_view, 5> kReasons = {
            "", "ignored by a comment in an article", "suppressed by a file",
            "marked a false alarm or dismissed", "known from the baseline"};
        for (std::size_t kind = 1; kind < kReasons.size(); ++kind) {
            if (by_kind[kind] > 0) {
                line(fmt::format("not shown: {} {}", counted(by_kind[kind], "finding"),
                                 kReasons[kind]));
            }
        }
        if (!report_->gone.empty()) {
            line(fmt::format("gone since the baseline: {}; `atodds baseline prune` forgets them",
                             counted(report_->gone.size(), "finding")));
        }
    }

    void print_what_was_found_otherwise() {
        print_stale();
        print_agreements();
        if (const std::vector<std::string> silent = silent_sources(*report_); !silent.empty()) {
            folded(fmt::format("silent on all of this: {}",
                               shown_plainly(fmt::format("{}", fmt::join(silent, ", ")))),
                   "");
        }
        if (report_->articles.size() == 1) {
            line(std::string(lone_article_line(*report_)));
        }
        if (const std::string compared = coverage_line(*report_); !compared.empty()) {
            line(compared);
        }
        const std::string quarantined = quarantine_line(counts_);
        if (!quarantined.empty()) {
            line(fmt::format("read but not compared: {}", quarantined));
        }
    }

    void print_unread() {
        if (!report_->diagnostics.empty()) {
            line("not read, or only in part:");
            for (const Diagnostic& diagnostic : report_->diagnostics) {
                print_diagnostic(diagnostic);
            }
        }
    }

    void print_agreements() {
        const std::vector<Finding>& agreements = report_->agreements;
        if (agreements.empty()) {
            return;
        }
        line(fmt::format("agreed: {}, the most widely shared first",
                         counted(agreements.size(), "fact")));
        const std::size_t shown = std::min(agreements.size(), kShownAgreements);
        for (std::size_t i = 0; i < shown; ++i) {
            const std::string title = shown_plainly(title_of(agreements[i]));
            folded(fmt::format("{}{} {}", title, title.ends_with('?') ? "" : ":",
                               shown_plainly(agreed_value(agreements[i]))),
                   kIndent);
        }
        if (agreements.size() > shown) {
            line(fmt::format("{}and {} more; the html and json reports have all", kIndent,
                             agreements.size() - shown));
        }
    }

    std::size_t hidden_count() const {
        return static_cast<std::size_t>(std::count_if(
            report_->findings.begin(), report_->findings.end(),
            [&](const Finding& f) { return is_shown(f) && f.level > options_.least_level; }));
    }

    void print_diagnostic(const Diagnostic& diagnostic) {
        std::string shown = to_text(diagnostic, "", options_.color);
        shown.pop_back();  // the last line break
        for (std::size_t at = 0; at <= shown.size();) {
            const std::size_t end = std::min(shown.find('\n', at), shown.size());
            line(fmt::format("{}{}", kIndent, std::string_view(shown).substr(at, end - at)));
            at = end + 1;
        }
    }

    const Report* report_;
    TextOptions options_;
    ReportLookup lookup_;
    ReportCounts counts_;
    std::unordered_map<const Article*, LineIndex> lines_;
    std::string text_;
};

}  // namespace

std::string to_text(const Report& report, const TextOptions& options) {
    return TextReport(report, options).print();
}

}  // namespace atodds
