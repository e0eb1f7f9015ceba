#include "report/paint.hpp"
#include "report/quote_text.hpp"
#include "report/report_writer.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace atodds {
namespace {

constexpr std::uint32_t kExcerptColumns = 96;

// The line `offset` stands on, without its break.
ByteSpan line_around(std::string_view text, std::uint32_t offset) {
    const std::size_t before = offset == 0 ? std::string_view::npos : text.rfind('\n', offset - 1);
    const std::size_t begin = before == std::string_view::npos ? 0 : before + 1;
    const std::size_t end = std::min(text.find('\n', offset), text.size());
    return {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)};
}

std::string excerpt(std::string_view text, ByteSpan span, const LinePosition& at, Paint paint,
                    ColorMode color) {
    const ByteSpan line = line_around(text, span.begin);
    ByteSpan mark{span.begin, std::min(std::max(span.end, span.begin + 1), line.end)};
    QuoteLines quote = quote_lines(text, line, mark, kExcerptColumns);
    if (quote.carets.empty()) {
        quote.carets =
            std::string(column_width(quote.text), ' ') + "^";  // behind the last character
    }
    const std::string number = fmt::format("{}", at.line);
    const std::string gutter(number.size(), ' ');
    return fmt::format(" {} | {}\n {} | {}\n", number, quote.text, gutter,
                       painted(quote.carets, paint, color));
}

}  // namespace

std::string to_text(const Diagnostic& diagnostic, const std::string& text, ColorMode color) {
    const bool is_error = diagnostic.severity == Severity::Error;
    const Paint paint = is_error ? Paint::Error : Paint::Warning;
    const Error& error = diagnostic.error;
    const bool has_line =
        error.place.span && !text.empty() && error.place.span->begin <= text.size();
    LinePosition at;
    std::string place = error.place.file.empty() ? "atodds" : shown_plainly(error.place.file);
    if (has_line) {
        at = line_position(text, error.place.span->begin);
        place += fmt::format(":{}:{}", at.line, at.column);
    }
    std::string shown = fmt::format("{}: {} {}\n", painted(place, Paint::Strong, color),
                                    painted(is_error ? "error:" : "warning:", paint, color),
                                    shown_plainly(error.message));
    if (has_line) {
        shown += excerpt(text, *error.place.span, at, paint, color);
    }
    if (!error.hint.empty()) {
        shown += fmt::format("  hint: {}\n", shown_plainly(error.hint));
    }
    return shown;
}

}  // namespace atodds
