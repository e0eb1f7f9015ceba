// Any bytes as a pattern or a phrase of a rule: problems and slots stand inside the source, and
// what is accepted is small.

#include "base/assert.hpp"
#include "ruleset/pattern_parser.hpp"

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

namespace {

std::size_t count_of(const std::vector<atodds::PatternElement>& elements) {
    std::size_t count = elements.size();
    for (const atodds::PatternElement& element : elements) {
        for (const auto& alternative : element.alternatives) {
            count += count_of(alternative);
        }
    }
    return count;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string_view source(reinterpret_cast<const char*>(data), size);
    const atodds::ParsedPattern parsed = atodds::parse_pattern(source);
    for (const atodds::PatternProblem& problem : parsed.problems) {
        ATODDS_ASSERT(problem.begin <= problem.end && problem.end <= size, "problems are inside");
        ATODDS_ASSERT(!problem.message.empty(), "a problem says what it is");
    }
    for (const atodds::SlotUse& slot : parsed.slots) {
        ATODDS_ASSERT(slot.begin < slot.end && slot.end <= size, "slots are inside");
    }
    if (parsed.problems.empty()) {
        ATODDS_ASSERT(!parsed.elements.empty(), "an accepted pattern matches something");
        ATODDS_ASSERT(count_of(parsed.elements) <= atodds::kMostPatternElements,
                      "an accepted pattern is small");
    }
    for (const atodds::PatternProblem& problem : atodds::check_phrase(source)) {
        ATODDS_ASSERT(problem.begin <= problem.end && problem.end <= size, "problems are inside");
    }
    return 0;
}
