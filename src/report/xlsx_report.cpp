#include "report/fact_text.hpp"
#include "report/finding_words.hpp"
#include "report/format_writers.hpp"
#include "report/memory_file.hpp"
#include "report/quote_rows.hpp"
#include "report/quote_text.hpp"
#include "report/xlsx_library.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

namespace atodds {
namespace {

// support.microsoft.com, "Excel specifications and limits".
constexpr std::size_t kMostCellBytes = 32'000;  // 32,767 characters; a character has a byte or more
constexpr std::size_t kMostLinkBytes = 2'000;   // 2,079 characters
constexpr lxw_row_t kMostRows = 1'048'576;

// 2000-01-01: a clock would change the bytes of every run.
constexpr time_t kCreated = 946'684'800;

// A column with its heading. Findings have two sides beside each other, because that is what a
// checker compares; facts have one row each.
struct Column {
    const char* name;
    double width;  ///< in characters
};

constexpr std::array<Column, 22> kFindingColumns = {{
    {"Level", 9},      {"Verdict", 10},     {"Question", 44}, {"Reason", 44},  {"Value A", 18},
    {"Source A", 22},  {"Published A", 12}, {"Quote A", 60},  {"Place A", 34}, {"Value B", 18},
    {"Source B", 22},  {"Published B", 12}, {"Quote B", 60},  {"Place B", 34}, {"More values", 24},
    {"Origins", 30},   {"Next check", 44},  {"Rule", 24},     {"Status", 11},  {"Finding", 19},
    {"Your mark", 14}, {"Your note", 40},
}};
constexpr lxw_col_t kFirstSide = 4;
constexpr lxw_col_t kColumnsPerSide = 5;

constexpr std::array<Column, 16> kFactColumns = {{
    {"Source", 22},
    {"Published", 12},
    {"Title", 34},
    {"Path", 34},
    {"Line", 7},
    {"Column", 8},
    {"Sentence", 70},
    {"Words", 18},
    {"Value", 18},
    {"Unit", 12},
    {"Type", 12},
    {"Said", 26},
    {"Rule", 24},
    {"About", 34},
    {"Finding", 19},
    {"Fact", 40},
}};

// Excel counts a longer cell as damage of the file.
std::string cut(const std::string& text) {
    if (text.size() <= kMostCellBytes) {
        return text;
    }
    std::size_t end = kMostCellBytes;
    while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xC0U) == 0x80U) {
        --end;
    }
    return text.substr(0, end) + "…";
}

// Fills a workbook of the library, which frees all formats and sheets when it is closed. Errors of
// single cells (a text too long, too many links) leave the cell out and not the workbook; the sizes
// that could cause them are cut before.
class Workbook {
  public:
    Workbook(const Report& report, const XlsxLibrary& library, lxw_workbook* book)
        : report_(&report), library_(&library), quotes_(report), book_(book) {
        header_ = library_->workbook_add_format(book_);
        library_->format_set_bold(header_);
        day_ = library_->workbook_add_format(book_);
        library_->format_set_num_format(day_, "yyyy-mm-dd");
        link_ = library_->workbook_get_default_url_format(book_);
        lxw_doc_properties properties{};
        properties.created = kCreated;
        library_->workbook_set_properties(book_, &properties);
        findings_ = library_->workbook_add_worksheet(book_, "Findings");
        facts_ = library_->workbook_add_worksheet(book_, "Facts");
        number_rows();
    }

    void write() {
        write_header(findings_, kFindingColumns, report_->findings.size());
        for (const Finding& finding : report_->findings) {
            write_finding(finding);
        }
        write_header(facts_, kFactColumns, report_->facts.size());
        for (const Fact& fact : report_->facts) {
            write_fact(fact);
        }
    }

  private:
    // Where each fact and finding will stand, so that cells can link both ways.
    void number_rows() {
        lxw_row_t row = 1;
        for (const Fact& fact : report_->facts) {
            fact_rows_.emplace(fact.id, row++);
        }
        row = 1;
        for (const Finding& finding : report_->findings) {
            finding_rows_.emplace(&finding, row++);
            for (const Side& side : finding.sides) {
                for (const std::string& id : side.facts) {
                    finding_of_.emplace(id, &finding);
                }
            }
        }
    }

    template <std::size_t N>
    void write_header(lxw_worksheet* sheet, const std::array<Column, N>& columns,
                      std::size_t rows) {
        lxw_col_t at = 0;
        for (const Column& column : columns) {
            library_->worksheet_write_string(sheet, 0, at, column.name, header_);
            library_->worksheet_set_column(sheet, at, at, column.width, nullptr);
            ++at;
        }
        library_->worksheet_freeze_panes(sheet, 1, 0);
        const auto last = static_cast<lxw_row_t>(
            std::min<std::size_t>(std::max<std::size_t>(rows, 1), kMostRows - 1));
        library_->worksheet_autofilter(sheet, 0, 0, last, static_cast<lxw_col_t>(N - 1));
    }

    // As text, whatever it looks like: nothing here becomes a formula.
    void text(lxw_worksheet* sheet, lxw_row_t row, lxw_col_t column, const std::string& content,
              lxw_format* format = nullptr) const {
        if (!content.empty()) {
            library_->worksheet_write_string(sheet, row, column, cut(content).c_str(), format);
        }
    }

    // A link that cannot be made (too long, or the 65,530 of a sheet are used up) leaves its words.
    void linked(lxw_worksheet* sheet, lxw_row_t row, lxw_col_t column, const std::string& content,
                const std::string& target) {
        const bool can_link = !target.empty() && target.size() <= kMostLinkBytes;
        if (!can_link || library_->worksheet_write_url(sheet, row, column, target.c_str(), link_) !=
                             LXW_NO_ERROR) {
            text(sheet, row, column, content);
            return;
        }
        text(sheet, row, column, content, link_);  // the words in place of the address
    }

    // As a date, so that the sheet can be sorted by it; days that spreadsheets do not know as text.
    void day(lxw_worksheet* sheet, lxw_row_t row, lxw_col_t column, const std::string& iso) {
        const std::optional<Day> known = parse_iso_day(iso);
        if (!known) {
            return;
        }
        const std::chrono::year_month_day date(*known);
        lxw_datetime stated{};
        stated.year = static_cast<int>(date.year());
        stated.month = static_cast<int>(static_cast<unsigned>(date.month()));
        stated.day = static_cast<int>(static_cast<unsigned>(date.day()));
        constexpr int kFirstYear = 1900;  // of Excel's calendar
        if (stated.year < kFirstYear) {
            text(sheet, row, column, iso);
            return;
        }
        library_->worksheet_write_datetime(sheet, row, column, &stated, day_);
    }

    static std::string place(const QuoteRow& quote) {
        return quote.place
                   ? fmt::format("{}:{}:{}", quote.path, quote.place->line, quote.place->column)
                   : quote.path;
    }

    // Columns in the order of kFindingColumns; the last two are for the checker, and hold what a
    // review has said already.
    void write_finding(const Finding& finding) {
        const lxw_row_t row = finding_rows_.at(&finding);
        if (row >= kMostRows) {
            return;
        }
        const auto [first, second] = shown_sides(finding);
        lxw_worksheet* sheet = findings_;
        text(sheet, row, 0, std::string(name_of(finding.level)));
        text(sheet, row, 1, std::string(name_of(finding.verdict)));
        text(sheet, row, 2, shown_plainly(title_of(finding)));
        text(sheet, row, 3, shown_plainly(reason_of(finding)));
        write_side(finding, first, row, kFirstSide);
        write_side(finding, second, row, kFirstSide + kColumnsPerSide);
        std::string more;
        std::string origins;
        for (std::size_t side = 0; side < finding.sides.size(); ++side) {
            if (side != first && side != second) {
                more += fmt::format("{}{}", more.empty() ? "" : "; ", finding.sides[side].value);
            }
            origins += fmt::format("{}{}", origins.empty() ? "" : " | ",
                                   origins_text(finding.sides[side], quotes_.lookup()));
        }
        lxw_col_t column = kFirstSide + 2 * kColumnsPerSide;
        text(sheet, row, column++, shown_plainly(more));
        text(sheet, row, column++, origins);
        text(sheet, row, column++, shown_plainly(next_check(finding, quotes_.lookup())));
        text(sheet, row, column++, shown_plainly(finding.rule));
        text(sheet, row, column++, memory_text(finding));
        text(sheet, row, column, finding.id);
        if (finding.review.verdict != ReviewVerdict::None) {
            text(sheet, row, column + 1, std::string(name_of(finding.review.verdict)));
        }
        text(sheet, row, column + 2, shown_plainly(finding.review.note));
    }

    // The first two sides that clash.
    static std::pair<std::size_t, std::size_t> shown_sides(const Finding& finding) {
        return finding.conflicts.empty()
                   ? std::pair<std::size_t, std::size_t>(0, 1)
                   : std::pair<std::size_t, std::size_t>(finding.conflicts.front());
    }

    // The first quotation of the side; all others are found by the filter of the other sheet.
    void write_side(const Finding& finding, std::size_t side, lxw_row_t row, lxw_col_t column) {
        if (side >= finding.sides.size()) {
            return;
        }
        const Side& stated = finding.sides[side];
        text(findings_, row, column, shown_plainly(stated.value));
        const Fact* fact =
            stated.facts.empty() ? nullptr : quotes_.lookup().fact(stated.facts.front());
        if (fact == nullptr) {
            return;
        }
        const QuoteRow quote = quotes_.of(*fact);
        linked(findings_, row, column + 1, quote.source, quote.link);
        day(findings_, row, column + 2, quote.published);
        text(findings_, row, column + 3, quote.statement);
        linked(findings_, row, column + 4, place(quote),
               fmt::format("internal:'Facts'!A{}", fact_rows_.at(fact->id) + 1));
    }

    // Columns in the order of kFactColumns.
    void write_fact(const Fact& fact) {
        const lxw_row_t row = fact_rows_.at(fact.id);
        if (row >= kMostRows) {
            return;
        }
        const QuoteRow quote = quotes_.of(fact);
        lxw_worksheet* sheet = facts_;
        linked(sheet, row, 0, quote.source, quote.link);
        day(sheet, row, 1, quote.published);
        text(sheet, row, 2, quote.title);
        text(sheet, row, 3, quote.path);
        if (quote.place) {
            library_->worksheet_write_number(sheet, row, 4, quote.place->line, nullptr);
            library_->worksheet_write_number(sheet, row, 5, quote.place->column, nullptr);
        }
        lxw_col_t column = 6;
        for (const std::string& content :
             {quote.statement, quote.surface, quote.value, quote.unit,
              std::string(name_of(fact.value.type)), quote.said, shown_plainly(fact.rule),
              shown_plainly(slots_text(fact))}) {
            text(sheet, row, column++, content);
        }
        if (const auto finding = finding_of_.find(fact.id); finding != finding_of_.end()) {
            linked(sheet, row, column, finding->second->id,
                   fmt::format("internal:'Findings'!A{}", finding_rows_.at(finding->second) + 1));
        }
        text(sheet, row, column + 1, shown_plainly(fact.id));
    }

    const Report* report_;
    const XlsxLibrary* library_;
    QuoteRows quotes_;
    lxw_workbook* book_;
    lxw_worksheet* findings_ = nullptr;
    lxw_worksheet* facts_ = nullptr;
    lxw_format* header_ = nullptr;
    lxw_format* day_ = nullptr;
    lxw_format* link_ = nullptr;
    // Lookups only. Of findings that share a fact the first is linked.
    std::unordered_map<std::string_view, lxw_row_t> fact_rows_;
    std::unordered_map<const Finding*, lxw_row_t> finding_rows_;
    std::unordered_map<std::string_view, const Finding*> finding_of_;
};

}  // namespace

// Temporary files of the library are unlinked at once and hold parts of the text for as long as it
// runs; the workbook itself is only in memory.
Result<std::string> to_xlsx(const Report& report, const FormatOptions&) {
    const Result<XlsxLibrary> library = XlsxLibrary::load();
    if (!library) {
        return library.error();
    }
    const Result<MemoryFile> file = MemoryFile::open();
    if (!file) {
        return file.error();
    }
    lxw_workbook* book = library->workbook_new(file->path().c_str());
    if (book == nullptr) {
        return Error{ErrorCode::Internal, "the workbook library gave no workbook", {}, ""};
    }
    Workbook(report, *library, book).write();
    if (const lxw_error problem = library->workbook_close(book); problem != LXW_NO_ERROR) {
        return Error{ErrorCode::Internal,
                     fmt::format("cannot write the workbook: {}", library->strerror(problem)),
                     {},
                     "see that /proc is mounted and the folder for temporary files has room"};
    }
    return file->content();
}

}  // namespace atodds
