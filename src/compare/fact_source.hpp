#pragma once
// What a comparison needs to know of the article behind a fact.

#include "base/date.hpp"
#include "model/article.hpp"

#include <optional>
#include <string>

namespace atodds {

/// What is known of the article a fact stands in.
struct FactSource {
    std::string article;
    std::string publisher;
    std::optional<Day> published;
    DayInterval date_bounds;
    std::string origin;  ///< who the article has it from; empty if its own
    std::optional<Day> updated{};
};

/// What comparisons need of an article; the origin stays empty.
inline FactSource to_fact_source(const Article& article) {
    return {article.id, article.source, article.published, article.date_bounds,
            {},         article.updated};
}

}  // namespace atodds
