// Any bytes as a file of a rule folder: the loader tells problems with places inside the file, or
// gives what compiles to a reader.

#include "base/assert.hpp"
#include "extract/fact_reader.hpp"
#include "ruleset/ruleset.hpp"
#include "support/temporary_folder.hpp"

#include <cstddef>
#include <cstdint>
#include <string_view>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    static const atodds::TemporaryFolder folder;
    folder.write("topics/fuzz.yml", {reinterpret_cast<const char*>(data), size});
    atodds::Diagnostics diagnostics;
    const atodds::RuleSet rules = atodds::load_rules(folder.path(), diagnostics);
    for (const atodds::Diagnostic& diagnostic : diagnostics) {
        const auto& span = diagnostic.error.place.span;
        ATODDS_ASSERT(!span || (span->begin <= span->end && span->end <= size),
                      "problems are inside the file");
        ATODDS_ASSERT(!diagnostic.error.message.empty(), "a problem says what it is");
    }
    const atodds::FactReader reader(rules);
    return 0;
}
