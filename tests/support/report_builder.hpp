#pragma once
// Small reports made by hand: articles from plain sentences, facts named by the words they quote.

#include "model/finding.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace atodds::test {

struct ArticleSpec {
    std::string id;
    std::string source;
    std::string published;  ///< YYYY-MM-DD or empty
    std::string url;
    std::string text;  ///< one body block
};

class ReportBuilder {
  public:
    ReportBuilder& article(const ArticleSpec& spec);

    /// The first place of `surface` in the article, with the sentence around it (up to a full stop
    /// or line break). Returns the id of the fact. Requires: the article has the words.
    std::string fact(std::string_view article_id, std::string_view surface, Value value = {});

    /// Adds a finding whose sides quote these facts; articles of the sides follow from the facts.
    Finding& finding(Finding finding, const std::vector<std::vector<std::string>>& side_facts);

    Fact& last_fact() { return report_.facts.back(); }

    Report& report() { return report_; }

  private:
    Report report_;
};

/// Two articles with one disagreement about a number: the smallest report with everything in it.
Report two_counts();

}  // namespace atodds::test
