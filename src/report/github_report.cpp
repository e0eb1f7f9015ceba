#include "report/alert.hpp"
#include "report/format_writers.hpp"
#include "report/markdown.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <string>
#include <vector>

namespace atodds {
namespace {

// docs.github.com, checks API: a step shows 10 annotations of each level.
constexpr std::size_t kShownPerLevel = 10;

// docs.github.com, "Adding a job summary": 1 MiB a step; the rest is for what others append.
constexpr std::size_t kSummaryBytes = std::size_t{900} << 10U;

std::string_view command_of(Level level) {
    switch (level) {
        case Level::Error:
            return "error";
        case Level::Warning:
            return "warning";
        case Level::Note:
            break;
    }
    return "notice";
}

// What ends a command or one of its properties is percent-encoded (github.com/actions/toolkit,
// packages/core/src/command.ts).
enum class Part { Message, Property };

std::string escaped(std::string_view text, Part part) {
    std::string out;
    for (const char character : text) {
        const bool is_separator = character == ':' || character == ',';
        if (character == '%' || character == '\r' || character == '\n' ||
            (is_separator && part == Part::Property)) {
            out += fmt::format("%{:02X}", static_cast<unsigned char>(character));
        } else {
            out += character;
        }
    }
    return out;
}

// Columns are only allowed where the annotation stays on its line.
std::string region(const QuotePlace& place) {
    if (!place.range) {
        return ",line=1";
    }
    const TextPlace& begin = place.range->begin;
    const TextPlace& end = place.range->end;
    std::string text = fmt::format(",line={},endLine={}", begin.line, end.line);
    if (begin.line == end.line) {
        // GitHub's end column is the last one of the value.
        text += fmt::format(",col={},endColumn={}", begin.column,
                            std::max(begin.column, end.column - 1));
    }
    return text;
}

// The id stands at the end, where the cut of a long message takes it and not the facts.
std::string annotation(const Alert& alert) {
    const Finding& finding = *alert.finding;
    return fmt::format("::{} file={}{},title={}::{} [{}]\n", command_of(finding.level),
                       escaped(alert.primary.path, Part::Property), region(alert.primary),
                       escaped(fmt::format("At odds: {}", finding.rule), Part::Property),
                       escaped(alert_message(alert), Part::Message), alert.fingerprint());
}

}  // namespace

std::string to_github(const Report& report, const FormatOptions& options) {
    std::string text;
    std::array<std::size_t, 3> counts{};
    for (const Alert& alert : shown_alerts(report, options)) {
        std::size_t& count = counts.at(static_cast<std::size_t>(alert.finding->level));
        count += 1;
        if (count <= kShownPerLevel) {
            text += annotation(alert);
        }
    }
    std::size_t hidden = 0;
    for (const std::size_t count : counts) {
        hidden += count > kShownPerLevel ? count - kShownPerLevel : 0;
    }
    if (hidden > 0) {
        text += fmt::format("atodds: {} more in the job summary\n", hidden);
    }
    return text;
}

std::string to_github_summary(const Report& report, const FormatOptions& options) {
    return markdown_report(report, options, kSummaryBytes);
}

}  // namespace atodds
