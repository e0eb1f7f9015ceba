#pragma once
// One table of everything is mostly dashes where articles are about several stories. This tells the
// stories apart by who speaks of the same facts, so that each gets a table of its own.

#include "model/fact.hpp"

#include <cstddef>
#include <set>
#include <string>
#include <vector>

namespace atodds {

/// One fact with the sources that state it.
struct TopicRow {
    std::set<std::string> sources;
    Tier tier = Tier::Declared;
};

/// Indices of the rows of each topic, topics by their first row, rows in their order. Two sources
/// share a topic where a rule's fact joins them, directly or through others; open facts, which may
/// join stories by chance, only place sources that stand in no other. Each row is in one topic.
std::vector<std::vector<std::size_t>> rows_by_topic(const std::vector<TopicRow>& rows);

}  // namespace atodds
