#include "support/shipped_rules.hpp"

#include <doctest/doctest.h>

namespace atodds::test {

const RuleSet& shipped_rules() {
    static const RuleSet rules = [] {
        Diagnostics problems;
        RuleSet loaded = load_rules(ATODDS_SOURCE_DIR "/rules", problems);
        REQUIRE(problems.empty());
        return loaded;
    }();
    return rules;
}

Article plain_article(const std::string& id, const std::string& text) {
    Article article;
    article.id = id;
    article.path = id;
    article.text = text;
    article.reading = text;
    article.blocks.push_back({BlockKind::Body, {0, static_cast<std::uint32_t>(text.size())}, ""});
    return article;
}

}  // namespace atodds::test
