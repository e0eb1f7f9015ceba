#pragma once
// What a comparison needs to know of the article behind a fact.

#include "base/date.hpp"

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
};

}  // namespace atodds
