#pragma once
// A folder of rule files for a test, and diagnostics as a person reads them.

#include "ruleset/ruleset.hpp"

#include <initializer_list>
#include <string>
#include <string_view>

namespace atodds {

struct NamedText {
    std::string path;  ///< below the folder
    std::string text;
};

/// Files below a fresh temporary folder, removed at the end.
class RuleFolder {
  public:
    RuleFolder(std::initializer_list<NamedText> files);
    ~RuleFolder();
    RuleFolder(const RuleFolder&) = delete;
    RuleFolder& operator=(const RuleFolder&) = delete;

    void write(const NamedText& file) const;

    const std::string& path() const { return path_; }

    /// Loads the folder; `rendered` gets the diagnostics.
    RuleSet load(std::string& rendered) const;

  private:
    std::string path_;
};

/// "path:line:column-column: message" and "  hint: ..." below it for each, paths relative to
/// `folder`, columns in characters. A span over several lines shows its end as line:column.
std::string rendered(const Diagnostics& diagnostics, const std::string& folder);

}  // namespace atodds
