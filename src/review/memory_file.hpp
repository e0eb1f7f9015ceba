#pragma once
// The files that remember findings: verdicts of people, and the baseline of what was known. JSON
// lines, one record a line, sorted, so that version control merges them and people can read them.

#include "base/error.hpp"
#include "base/result.hpp"
#include "model/finding.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace atodds {

/// A finding as a file remembers it: enough to know it again and for people to see what it was.
struct MemoryRecord {
    std::string id;
    std::string rule;  ///< empty where only the fingerprint is known
    std::string key;
    std::string fact;                   ///< in words
    std::vector<std::string> values;    ///< of its sides, in their order
    std::vector<std::string> articles;  ///< ids, sorted
    Level level = Level::Note;
    ReviewMark mark;  ///< verdict files only

    friend bool operator==(const MemoryRecord&, const MemoryRecord&) = default;
};

enum class MemoryKind : std::uint8_t { Verdicts, Baseline };

/// What a file would remember of the finding.
MemoryRecord record_of(const Finding& finding);

/// The finding as far as a record knows it: sides with values and articles, no facts.
Finding finding_of(const MemoryRecord& record);

/// Reads a whole file; `file` names it in problems. Each line that is no record is a diagnostic
/// with its place, and so are merge conflicts left in the file. Of two records with one fingerprint
/// the one with the later date counts, of two with one date the later line.
std::vector<MemoryRecord> parse_memory(std::string_view bytes, const std::string& file,
                                       MemoryKind kind, Diagnostics& diagnostics);

/// The bytes of a file, records sorted by rule, key, values and fingerprint.
std::string to_memory_file(std::vector<MemoryRecord> records, MemoryKind kind);

/// "accepted", "false-alarm" or "dismissed"; nothing for other words.
std::optional<ReviewVerdict> parse_review_verdict(std::string_view word);
std::string_view word_for(ReviewVerdict verdict);

/// True for 16 lower-case hexadecimal digits.
bool is_fingerprint(std::string_view text);

}  // namespace atodds
