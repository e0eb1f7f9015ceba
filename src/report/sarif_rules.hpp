#pragma once
// The rules that a SARIF log describes, in the order of their first finding.

#include "model/finding.hpp"
#include "report/json_objects.hpp"

#include <cstddef>
#include <map>
#include <string>
#include <vector>

namespace atodds {

class SarifRules {
  public:
    /// Requires: the report outlives it.
    explicit SarifRules(const Report& report) : report_(&report) {}

    void add(const Finding& finding);

    /// Requires: the finding was added.
    std::size_t index_of(const Finding& finding) const { return numbers_.at(finding.rule); }

    /// reportingDescriptor objects with everything that GitHub asks for.
    Json objects() const;

  private:
    struct Entry {
        std::string id;
        Tier tier = Tier::Declared;
        Level level = Level::Note;  ///< the strongest of its findings
    };

    Json object_of(const Entry& entry) const;

    const Report* report_;
    std::vector<Entry> entries_;
    std::map<std::string, std::size_t> numbers_;
};

}  // namespace atodds
