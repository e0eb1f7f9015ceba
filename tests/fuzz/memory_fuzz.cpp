// Files that remember findings, as any bytes: what is read is written again to the same bytes, and
// suppressions and comments point inside their texts.

#include "base/utf8.hpp"
#include "review/inline_ignores.hpp"
#include "review/memory.hpp"
#include "review/suppression_file.hpp"
#include "support/report_builder.hpp"

#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>
#include <vector>

namespace {

using atodds::Diagnostics;
using atodds::MemoryKind;

void require(bool holds) {
    if (!holds) {
        std::abort();
    }
}

void read_records(std::string_view bytes, MemoryKind kind) {
    Diagnostics diagnostics;
    const std::string once =
        atodds::to_memory_file(atodds::parse_memory(bytes, "f", kind, diagnostics), kind);
    Diagnostics none;
    const std::string twice =
        atodds::to_memory_file(atodds::parse_memory(once, "f", kind, none), kind);
    require(once == twice && none.empty());
}

void read_comments(const std::string& text) {
    atodds::Report report = atodds::test::two_counts();
    atodds::Article& article = report.articles[0];
    article.text += text;
    Diagnostics diagnostics;
    for (const atodds::InlineIgnore& ignore : atodds::find_inline_ignores(article, diagnostics)) {
        require(ignore.span.begin < ignore.span.end && ignore.span.end <= article.text.size());
        require(ignore.block.end <= article.text.size());
    }
    atodds::apply_inline_ignores(report, diagnostics);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string text(reinterpret_cast<const char*>(data), size);
    const std::string header = "{\"format\":\"atodds-verdicts/1\"}\n";
    read_records(text, MemoryKind::Baseline);
    read_records(header + text, MemoryKind::Verdicts);
    Diagnostics diagnostics;
    atodds::parse_page_marks(text, "f", "", diagnostics);
    atodds::parse_suppressions(text, "f", diagnostics);
    if (!atodds::find_bad_utf8(text)) {
        read_comments(text);
    }
    return 0;
}
