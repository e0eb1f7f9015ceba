#pragma once
// What it means to ignore a place: sides of a finding that only speak from ignored places are
// silent, and a finding in which every clash has a silent side is out of sight. So a comment in one
// of three articles that differ leaves the clash of the other two.

#include "model/finding.hpp"

#include <functional>
#include <string_view>
#include <unordered_map>
#include <unordered_set>

namespace atodds {

/// Facts of a report by id, and which articles were checked. Points into the report.
class FactLookup {
  public:
    explicit FactLookup(const Report& report);

    /// Null where the report has no such fact.
    const Fact* fact(std::string_view id) const;

    /// True for articles that were asked about; for all where none is set apart.
    bool is_checked(std::string_view article) const;

  private:
    std::unordered_map<std::string_view, const Fact*> facts_;  // lookups only
    std::unordered_set<std::string_view> checked_;             // lookups only
};

using FactTest = std::function<bool(const Fact&)>;

/// True where every clash of the finding has a side whose facts are all ignored. Of a side with
/// facts in checked articles only these have to be; clashes among other articles do not count.
bool is_silenced(const Finding& finding, const FactLookup& lookup, const FactTest& is_ignored);

}  // namespace atodds
