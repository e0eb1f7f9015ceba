#include "compare/quotation_marks.hpp"

#include <algorithm>
#include <utility>

namespace atodds {

void MarkCollector::add(const std::string& fact, std::span<const ByteSpan> spans) {
    if (!spans.empty()) {
        std::vector<ByteSpan>& all = by_fact_[fact];
        all.insert(all.end(), spans.begin(), spans.end());
    }
}

std::vector<FactMarks> MarkCollector::take() {
    std::vector<FactMarks> marks;
    for (auto& [fact, spans] : by_fact_) {
        std::ranges::sort(spans);
        FactMarks joined{fact, {}};
        for (const ByteSpan span : spans) {
            if (!joined.spans.empty() && span.begin <= joined.spans.back().end) {
                joined.spans.back().end = std::max(joined.spans.back().end, span.end);
            } else {
                joined.spans.push_back(span);
            }
        }
        marks.push_back(std::move(joined));
    }
    by_fact_.clear();
    return marks;
}

std::span<const ByteSpan> marks_of(const Finding& finding, const std::string& fact) {
    const auto found = std::ranges::lower_bound(finding.marks, fact, {}, &FactMarks::fact);
    if (found == finding.marks.end() || found->fact != fact) {
        return {};
    }
    return found->spans;
}

}  // namespace atodds
