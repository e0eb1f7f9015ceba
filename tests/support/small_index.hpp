#pragma once
// An index in memory of made-up articles, for what is looked up in one.

#include "index/fact_index.hpp"
#include "ingest/article_reader.hpp"

#include <doctest/doctest.h>
#include <fmt/format.h>

#include <string>
#include <utility>
#include <vector>

namespace atodds {

inline Article plain_article(const std::string& id, const std::string& text) {
    Diagnostics diagnostics;
    auto articles =
        parse_articles(fmt::format("---\nid: {}\nsource: Paper {}\n---\n{}\n", id, id, text),
                       id + ".md", ArticleFormat::Markdown, diagnostics);
    REQUIRE(articles);
    return articles->front();
}

/// How many boats somebody has: open where `rule` starts with "open/", else declared.
inline Fact boats_of(const std::string& rule, const std::string& owner, std::int64_t boats) {
    Fact fact;
    fact.rule = rule;
    fact.tier = rule.starts_with("open/") ? Tier::Open : Tier::Declared;
    fact.slots = {{"entity", owner, {}}, {"noun", "boat", {}}};
    fact.value.amount = Decimal(boats);
    return fact;
}

class SmallIndex {
  public:
    SmallIndex() : writer_(std::move(*IndexWriter::open("", "rules"))) {}

    void add(const std::string& id, const std::string& text, const std::vector<Fact>& facts = {}) {
        REQUIRE(writer_.put(plain_article(id, text), facts));
    }

    IndexReader reader() {
        REQUIRE(writer_.commit());
        Result<IndexReader> reader = IndexReader::open(writer_);
        REQUIRE(reader);
        return std::move(*reader);
    }

  private:
    IndexWriter writer_;
};

}  // namespace atodds
