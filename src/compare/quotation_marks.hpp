#pragma once
// The words that differ, collected over all pairs of a finding: a quotation that stands against
// two others is marked where it differs from either.

#include "model/finding.hpp"

#include <map>
#include <span>
#include <string>
#include <vector>

namespace atodds {

class MarkCollector {
  public:
    void add(const std::string& fact, std::span<const ByteSpan> spans);

    /// Sorted by fact; spans in order, overlapping ones joined.
    std::vector<FactMarks> take();

  private:
    std::map<std::string, std::vector<ByteSpan>> by_fact_;
};

/// The marks of a fact in a finding; none where it has none. Points into the finding.
std::span<const ByteSpan> marks_of(const Finding& finding, const std::string& fact);

}  // namespace atodds
