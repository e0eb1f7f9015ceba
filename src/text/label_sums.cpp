#include "text/label_sums.hpp"

namespace atodds {

LabelSums::LabelSums(const TransitionTable& table) {
    const TransitionSink sink(table);
    for (std::size_t first = 0; first < kParserLabels; ++first) {
        const std::uint64_t a = parser_tag(first);
        for (std::size_t second = 0; second < kParserLabels; ++second) {
            const std::uint64_t b = parser_tag(second);
            for (std::uint64_t gap = 0; gap < kDistanceCodes; ++gap) {
                top_front_.push_back(packed(top_front_features(a, b, mixed(gap), sink).sum()));
            }
            second_top_.push_back(packed(second_top_features(a, b, sink).sum()));
            second_front_.push_back(packed(second_front_features(a, b, sink).sum()));
        }
        for (std::uint64_t counts = 0; counts < kCounts; ++counts) {
            top_counts_.push_back(packed(top_count_features(a, counts, sink).sum()));
        }
        for (std::uint64_t count = 0; count < kCount; ++count) {
            front_count_.push_back(packed(front_count_features(a, count, sink).sum()));
        }
    }
}

}  // namespace atodds
