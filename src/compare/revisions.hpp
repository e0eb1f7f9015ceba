#pragma once
// Articles that change their own words: two versions of one article, and notices that take a
// statement back ("an earlier version of this article said 12"). What differs because of them is
// an update, told as a correction or as a silent edit.

#include "model/article.hpp"
#include "model/fact.hpp"
#include "model/finding.hpp"

#include <cstdint>
#include <span>
#include <string>
#include <unordered_map>
#include <unordered_set>
#include <vector>

namespace atodds {

/// True where the article itself takes the fact back: "an earlier version said 12", "Correction: 15
/// people died, not 12".
bool is_taken_back(const Fact& fact);

/// True where both state one amount, date or level, hedges apart. Never for claims and wordings.
bool have_equal_values(const Value& left, const Value& right);

/// Which articles are versions of one another. Two articles are when they have one address, or
/// one publisher and title and share most of their words in a row.
class ArticleVersions {
  public:
    explicit ArticleVersions(std::span<const Article> articles);

    /// False for an article and itself.
    bool are_versions(const std::string& left, const std::string& right) const;

    /// Versions of one article, oldest first by their last date; articles without a date or without
    /// another version are left out.
    std::vector<std::vector<const Article*>> dated_groups(std::span<const Article> articles) const;

  private:
    std::unordered_map<std::string, std::uint32_t> group_of_;  // lookups only
};

/// What the articles of a run take back, and how that bears on judgements.
class Revisions {
  public:
    /// Requires: the facts outlive it. Linear in both but for articles that share a title.
    Revisions(std::span<const Article> articles, std::span<const Fact> facts);

    /// The judgement of two facts in the light of corrections and versions; most stay as they are.
    Judgement revised(Judgement judgement, std::uint32_t left, std::uint32_t right) const;

  private:
    bool takes_back(const std::string& article, const Fact& stated) const;
    void note_edits(std::span<const Article> articles);
    bool has_edited_away(const std::string& article, const Fact& stated) const;
    Judgement as_edit(Judgement judgement, const Fact& left, const Fact& right) const;

    std::span<const Fact> facts_;
    ArticleVersions versions_;
    std::unordered_map<std::string, std::vector<std::uint32_t>> retracted_;  // lookups only
    /// Facts of older versions whose value a newer version no longer has, by the newer article.
    std::unordered_map<std::string, std::vector<std::uint32_t>> edited_away_;  // lookups only
    std::unordered_set<std::string> has_notice_;                               // lookups only
};

}  // namespace atodds
