#pragma once
// The articles of one story: each states some of its facts in words of its own, between sentences
// that belong to no fact.

#include "base/date.hpp"
#include "base/span.hpp"
#include "bench/made_news/material.hpp"
#include "bench/made_news/story.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace atodds::bench {

/// A fact as an article states it.
struct StatedFact {
    std::size_t fact = 0;   ///< index into the facts of the story's kind
    std::string value;      ///< as worded; "yes" or "no" for ValueKind::Yes
    ByteSpan sentence;      ///< in title, empty line, text: bytes
    bool is_exact = false;  ///< neither hedged nor of a later day: a plant may clash with it
};

struct MadeArticle {
    std::string source;
    Day day;
    std::string title;
    std::string text;  ///< without the title
    std::vector<StatedFact> facts;
};

/// What one article must state, whatever it states else.
struct ForcedFact {
    std::size_t fact = 0;
    std::int64_t value = 0;
};

/// Article `index` of a story; one beyond its articles is a further article. The same each time.
MadeArticle make_article(const Material& material, const Story& story, std::uint32_t index,
                         const std::optional<ForcedFact>& forced = std::nullopt);

}  // namespace atodds::bench
