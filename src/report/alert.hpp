#pragma once
// A finding as formats with one location see it: the place to show it at, and the other sides as
// related places. The one place that decides which side is primary.

#include "model/finding.hpp"
#include "report/format.hpp"
#include "report/line_index.hpp"
#include "report/report_facts.hpp"

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace atodds {

/// Begin and end of a value; the end is behind its last character.
struct TextRange {
    TextPlace begin;
    TextPlace end;
};

/// A quotation with its place in the unit of every format.
struct QuotePlace {
    const Fact* fact = nullptr;        ///< null where the report does not hold it
    const Article* article = nullptr;  ///< null where the report does not hold it
    std::uint32_t side = 0;            ///< index into Finding::sides
    /// What other programs know the file by (path_from); for an article without a file of its own
    /// its id, "stdin" for standard input. Never empty.
    std::string path;
    /// Nothing where lines of the file are not known: the article's text is not at hand, or the
    /// article is a row of a .jsonl file.
    std::optional<TextRange> range;
    bool is_linkable = false;  ///< a file below the folder of the run, with a range
    bool clashes = false;      ///< its side clashes with the primary one

    /// 1 where the line is not known.
    std::uint32_t line() const { return range ? range->begin.line : 1; }

    std::uint32_t column() const { return range ? range->begin.column : 1; }
};

struct Alert {
    const Finding* finding = nullptr;
    QuotePlace primary;
    /// Of each other side, in order, the first quotation of its first articles.
    std::vector<QuotePlace> related;
    std::size_t ordinal = 1;  ///< how many findings up to this one have the same fingerprint

    /// The finding's id; where several have the same, the later ones are numbered.
    std::string fingerprint() const;
};

/// One alert for each finding from options.text.least_level on, suppressed ones included, in the
/// order of the report. Primary is a quotation of a checked article, else of the latest dated one,
/// else of the last side. Points into the report.
std::vector<Alert> alerts_of(const Report& report, const FormatOptions& options);

/// The alerts that people are to see: not those that a suppression hides.
std::vector<Alert> shown_alerts(const Report& report, const FormatOptions& options);

/// "Harbour News, 2031-05-02"; the article's id where neither is known. Plain, not escaped.
std::string source_and_day(const QuotePlace& place);

/// "articles/ferry.txt:3:8", without line where it is not known.
std::string place_text(const QuotePlace& place);

/// "Coast Courier, 2031-05-03, articles/coast.txt:1:30"; an address in place of the path where the
/// file is not at hand and the article names one.
std::string named_plainly(const QuotePlace& place);

/// How a message names a related place; `number` counts Alert::related from 1.
using PlaceNamer = std::function<std::string(const QuotePlace& place, std::size_t number)>;

/// Takes what a format would obey out of words of articles and rules.
using WordFilter = std::function<std::string(std::string_view words)>;

/// What is at odds, in one line without hidden characters: the question, the value here, those that
/// clash with it, the reason. `name` gives the places, named_plainly() where it is empty; all other
/// words pass `filter`, where it is not empty.
std::string alert_message(const Alert& alert, const PlaceNamer& name = {},
                          const WordFilter& filter = {});

}  // namespace atodds
