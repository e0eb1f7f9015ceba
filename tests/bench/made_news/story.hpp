#pragma once
// One made event: who and what it is about, the values of its facts, who covers it and when. All of
// it follows from a seed and a number, so that any story can be made without the others.

#include "base/date.hpp"
#include "bench/made_news/material.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace atodds::bench {

class Dice;

/// Two articles of a story that state one fact at odds.
struct Plant {
    std::size_t fact = 0;           ///< index into the facts of the kind
    std::uint32_t odd_article = 1;  ///< this article states `value`, article 0 what is so
    std::int64_t value = 0;
};

struct Story {
    std::uint64_t seed = 0;
    std::uint64_t number = 0;
    const StoryKind* kind = nullptr;  ///< points into the Material
    Day day;
    std::uint32_t articles = 0;          ///< 1 to 5
    std::vector<std::int64_t> values;    ///< one for each fact of the kind
    std::vector<std::string> topics;     ///< nouns that its articles keep using
    std::vector<std::uint64_t> persons;  ///< minor persons; shared with other stories
    std::uint32_t currency = 0;          ///< index into the currencies of value_wording.cpp
    std::optional<Plant> plant;
    bool has_copy = false;  ///< its last article is article 0 with little changed
};

struct StoryOptions {
    std::uint64_t seed = 1;
    std::uint32_t plants_per_thousand = 15;  ///< of the stories with two articles or more
};

/// `material` must outlive the story.
Story make_story(const Material& material, const StoryOptions& options, std::uint64_t number);

/// A value clearly at odds with `value`, for one fact in the same story.
std::int64_t odd_value(const FactKind& fact, std::int64_t value);

/// A noun: mostly one of words.txt, else a rare one put together.
std::string draw_noun(const Material& material, Dice& dice);

/// The same for an adjective.
std::string draw_adjective(const Material& material, Dice& dice);

/// A word of `list`, the n-th about n times as rarely as the first (Zipf).
const std::string& draw_word(const std::vector<std::string>& list, Dice& dice);

}  // namespace atodds::bench
