#pragma once
// The file of suppressions that people write, `.atodds-suppress.yml`:
//
//     suppress:
//       - fingerprint: 3f9a17c2d4e5b601
//         reason: the two ministries count differently
//         owner: data desk
//         expires: 2031-12-31
//       - {rule: open/number, path: "archive/**", reason: the archive is not corrected}

#include "base/date.hpp"
#include "model/finding.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace atodds {

/// One entry: a fingerprint, or a rule (a glob) with the paths of articles (a glob).
struct SuppressionEntry {
    std::string fingerprint;
    std::string rule;
    std::string path;
    std::string reason;
    std::string owner;           ///< may be empty
    std::optional<Day> expires;  ///< the last day it holds
    ByteSpan span;               ///< of the entry in its file

    friend bool operator==(const SuppressionEntry&, const SuppressionEntry&) = default;
};

/// All sound entries of the file; what is wrong with the others is told with its place.
std::vector<SuppressionEntry> parse_suppressions(std::string_view text, const std::string& file,
                                                 Diagnostics& diagnostics);

/// Suppresses what the entries speak of. Expired entries suppress nothing and are warnings, and so
/// are entries that speak of no finding; where only some articles were checked, only those whose
/// path one of these has can be known to speak of nothing. No `today`: nothing expires.
void apply_suppressions(const std::vector<SuppressionEntry>& entries, const std::string& file,
                        std::optional<Day> today, Report& report, Diagnostics& diagnostics);

}  // namespace atodds
