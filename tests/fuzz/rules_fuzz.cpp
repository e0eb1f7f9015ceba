// Any bytes as a file of a rule folder: the loader tells problems with places inside the file, or
// gives what compiles to a reader; and our own reader of YAML gives what libyaml gives, or nothing.

#include "base/assert.hpp"
#include "extract/fact_reader.hpp"
#include "ruleset/ruleset.hpp"
#include "support/temporary_folder.hpp"
#include "support/yaml_trees.hpp"

#include <cstddef>
#include <cstdint>
#include <string>
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
    const std::string text(reinterpret_cast<const char*>(data), size);
    ATODDS_ASSERT(atodds::read_both_ways(text) != atodds::PlainYaml::Wrong,
                  "what is read the short way is what libyaml reads");
    const atodds::FactReader reader(rules);
    return 0;
}
