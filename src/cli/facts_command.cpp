#include "cli/commands.hpp"
#include "cli/indexing.hpp"
#include "cli/outputs.hpp"
#include "report/fact_text.hpp"
#include "report/line_index.hpp"
#include "report/quote_text.hpp"

#include <fmt/format.h>

#include <ostream>
#include <vector>

namespace atodds {
namespace {

std::string described(const Fact& fact) {
    std::string text = fmt::format("{} {} {}", name_of(fact.value.type), value_text(fact.value),
                                   unit_text(fact.value));
    if (const std::string slots = slots_text(fact); !slots.empty()) {
        text += fmt::format("  [{}]", slots);
    }
    if (const std::string said = qualifier_text(fact.qualifiers); !said.empty()) {
        text += fmt::format("  ({})", said);
    }
    return shown_plainly(text);
}

std::string text_block(const Article& article, const LineIndex& lines, const Fact& fact,
                       std::uint32_t width) {
    const LinePosition at = lines.at(fact.span.begin);
    const QuoteLines quote = quote_lines(article.text, fact.statement, fact.span, width - 4);
    return fmt::format("{}:{}:{}: {}: {}\n    {}\n    {}\n", shown_plainly(article.path), at.line,
                       at.column, fact.rule, described(fact), quote.text, quote.carets);
}

}  // namespace

int facts_command(const RunOptions& options, FactsFormat format, const Console& console) {
    const LoadedRules loaded = load_rules_and_tell(options, console);
    if (!loaded.is_usable()) {
        return kExitIncomplete;
    }
    const FactReader reader(loaded.rules, options.tiers);
    Diagnostics diagnostics;
    const std::vector<std::string> files = list_files(options.paths, options.ingest, diagnostics);
    read_articles(
        files, options.ingest,
        [&](Article&& article) {
            const LineIndex lines(article.text);
            for (const Fact& fact : reader.read(article)) {
                *console.out << (format == FactsFormat::JsonLines
                                     ? to_json_line(fact, article, lines) + "\n"
                                     : text_block(article, lines, fact, console.width));
            }
        },
        diagnostics);
    tell(diagnostics, console);
    return has_error(diagnostics) ? kExitIncomplete : loaded.exit_code;
}

}  // namespace atodds
