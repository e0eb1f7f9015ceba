#pragma once
// Short articles through the whole program, with the rules of the repository: what a reader of a
// report would be told. For tests of what no stage decides alone.

#include "model/finding.hpp"

#include <string>
#include <vector>

namespace atodds::test {

struct News {
    std::string id;
    std::string date;     ///< YYYY-MM-DD or empty
    std::string title;    ///< may be empty
    std::string text;     ///< body; paragraphs are parted by empty lines
    std::string updated;  ///< YYYY-MM-DD or empty
    std::string url;
};

/// The report on these articles; publishers are called like the articles.
Report report_on(const std::vector<News>& news);

/// Facts of one article in reading order, declared and open.
std::vector<Fact> facts_in(const News& news);

/// "update grown warning", one a finding, sorted, joined by "; ". Empty where nothing is found.
std::string told(const Report& report);

}  // namespace atodds::test
