// Any text as an article, read with the rules of the repository: facts are sorted, quote what
// stands at their spans, and reading again gives the same.

#include "base/assert.hpp"
#include "base/span.hpp"
#include "extract/fact_reader.hpp"
#include "ingest/article_reader.hpp"
#include "ruleset/ruleset.hpp"

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

namespace {

const atodds::FactReader& reader() {
    static const atodds::RuleSet rules = [] {
        atodds::Diagnostics diagnostics;
        return atodds::load_rules(ATODDS_SOURCE_DIR "/rules", diagnostics);
    }();
    static const atodds::FactReader made(rules);
    return made;
}

void check(const atodds::Article& article) {
    const std::vector<atodds::Fact> facts = reader().read(article);
    atodds::ByteSpan last;
    for (const atodds::Fact& fact : facts) {
        ATODDS_ASSERT(fact.statement.end <= article.text.size(), "statements are inside the text");
        ATODDS_ASSERT(fact.statement.contains(fact.span), "a value stands in its statement");
        ATODDS_ASSERT(fact.span >= last, "facts are sorted by span");
        ATODDS_ASSERT(atodds::slice(article.text, fact.span) == fact.surface,
                      "a fact quotes the words of the text");
        ATODDS_ASSERT(atodds::slice(article.text, fact.statement) == fact.quote,
                      "the evidence is the statement");
        last = fact.span;
    }
    ATODDS_ASSERT(facts == reader().read(article), "reading twice gives the same");
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string_view text(reinterpret_cast<const char*>(data), size);
    atodds::Diagnostics diagnostics;
    const auto articles =
        atodds::parse_articles(text, "fuzz", atodds::ArticleFormat::Text, diagnostics);
    for (std::size_t i = 0; articles && i < articles->size(); ++i) {
        check((*articles)[i]);
    }
    return 0;
}
