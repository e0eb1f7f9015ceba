#include "report/fact_text.hpp"
#include "report/finding_words.hpp"
#include "report/format_writers.hpp"
#include "report/quote_rows.hpp"
#include "report/quote_text.hpp"

#include <fmt/format.h>

#include <array>
#include <string>
#include <string_view>
#include <vector>

namespace atodds {
namespace {

// Excel takes a file without it for the code page of the system.
constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";

// What belongs to the finding comes first, then the side, the quotation, its place. "states" is the
// value of the side as a reader would write it, "words" the value as the article writes it, "value"
// and "unit" the exact notation. Names are part of the format: add at the end, rename none.
constexpr std::array<std::string_view, 25> kColumns = {
    "finding", "level",  "verdict", "kind",   "status",    "question", "reason",    "rule",  "tier",
    "side",    "states", "origins", "source", "published", "title",    "statement", "words", "said",
    "value",   "unit",   "path",    "line",   "column",    "link",     "next"};

using Row = std::array<std::string, kColumns.size()>;

// Every cell in quotation marks: nobody has to guess which need them.
template <typename Cells>
void append(const Cells& cells, std::string& text) {
    bool is_first = true;
    for (const auto& cell : cells) {
        text += is_first ? "\"" : ",\"";
        is_first = false;
        for (const char character : harmless_cell(cell)) {
            text += character;
            text += character == '"' ? "\"" : "";
        }
        text += '"';
    }
    text += "\r\n";
}

// "A" for the first side; the 27th and later by number.
std::string side_name(std::size_t side) {
    constexpr std::size_t kLetters = 26;
    return side < kLetters ? std::string(1, static_cast<char>('A' + side))
                           : fmt::format("{}", side + 1);
}

// In the order of kColumns.
Row row_of(const Finding& finding, std::size_t side, const QuoteRow& quote,
           const ReportLookup& lookup) {
    const auto number = [&](std::uint32_t TextPlace::* member) {
        return quote.place ? fmt::format("{}", *quote.place.*member) : std::string();
    };
    return {finding.id,
            std::string(name_of(finding.level)),
            std::string(name_of(finding.verdict)),
            std::string(name_of(finding.kind)),
            memory_text(finding),
            shown_plainly(title_of(finding)),
            shown_plainly(reason_of(finding)),
            shown_plainly(finding.rule),
            finding.tier == Tier::Open ? "open" : "declared",
            side_name(side),
            shown_plainly(finding.sides[side].value),
            origins_text(finding.sides[side], lookup),
            quote.source,
            quote.published,
            quote.title,
            quote.statement,
            quote.surface,
            quote.said,
            quote.value,
            quote.unit,
            quote.path,
            number(&TextPlace::line),
            number(&TextPlace::column),
            quote.link,
            shown_plainly(next_check(finding, lookup))};
}

}  // namespace

std::string to_csv(const Report& report, const FormatOptions&) {
    QuoteRows quotes(report);
    std::string text(kByteOrderMark);
    append(kColumns, text);
    for (const Finding& finding : report.findings) {
        for (std::size_t side = 0; side < finding.sides.size(); ++side) {
            for (const std::string& id : finding.sides[side].facts) {
                if (const Fact* fact = quotes.lookup().fact(id); fact != nullptr) {
                    append(row_of(finding, side, quotes.of(*fact), quotes.lookup()), text);
                }
            }
        }
    }
    return text;
}

}  // namespace atodds
