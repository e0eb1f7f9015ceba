#pragma once
// A Report seen by id, and the counts every form of it opens with.

#include "model/finding.hpp"

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace atodds {

/// Facts and articles by id. Points into the report it was made from.
class ReportLookup {
  public:
    explicit ReportLookup(const Report& report);

    /// Null where the report has no such fact or article.
    const Fact* fact(std::string_view id) const;
    const Article* article(std::string_view id) const;
    /// What readers call the entity; null where the report has no name for it.
    const std::string* name(const std::string& id) const;

  private:
    const Report* report_;
    std::unordered_map<std::string_view, const Fact*> facts_;
    std::unordered_map<std::string_view, const Article*> articles_;
};

/// Where the quotation of a fact is read: the article's text where the report holds it, with the
/// spans of the fact; else the quote that travels with the fact, with spans inside it.
struct Evidence {
    const Article* article = nullptr;  ///< null where the report does not hold it
    std::string_view text;             ///< original bytes, for lines and columns
    std::string_view shown;            ///< same length, markup blanked
    ByteSpan statement;
    ByteSpan value;
};

Evidence evidence_of(const Fact& fact, const ReportLookup& lookup);

/// What a reader should look at in the evidence, in its bytes: the words of a quotation that differ
/// where the finding marks some, else the whole value. In order, not overlapping, none empty.
std::vector<ByteSpan> marks_in(const Finding& finding, const Fact& fact, const Evidence& evidence);

struct ReportCounts {
    std::array<std::size_t, 3> by_level{};  ///< index is Level; suppressed findings left out
    std::size_t boilerplate_blocks = 0;
    std::size_t foreign_blocks = 0;
    std::uint64_t quarantined_bytes = 0;
    std::uint64_t text_bytes = 0;
};

ReportCounts counts_of(const Report& report);

/// "5 articles, 341 facts: 3 errors, 5 warnings, 2 notes".
std::string summary_line(const Report& report, const ReportCounts& counts);

/// How much was compared, where it was not everything with everything: "compared story by story;
/// shown are the 40 articles with a finding"; empty where it was.
std::string coverage_line(const Report& report);

/// What was read and not compared, and why: "2 blocks of boilerplate and 1 foreign-language block
/// (4 % of the text)"; empty where there is nothing.
std::string quarantine_line(const ReportCounts& counts);

/// "1 fact", "2 facts".
std::string counted(std::size_t count, std::string_view singular);

/// Why an article has nothing to be held against: it is the only one of the run, or, in a check,
/// the only one that states any of its facts. Without a full stop.
std::string_view lone_article_line(const Report& report);

/// Publisher, else the file's name without its folders; never empty.
std::string source_name(const Article& article);

/// Name of an origin: of the article where the origin is one, else as the finding has it.
std::string origin_name(const std::string& origin, const ReportLookup& lookup);

/// What the finding is about: its question, else its rule.
const std::string& title_of(const Finding& finding);

/// Sources that were read and stand in no finding and no agreement, sorted; none where there are
/// neither.
std::vector<std::string> silent_sources(const Report& report);

}  // namespace atodds
