#pragma once
// Fact -> the keys by which it meets others inside one comparison. Only facts that share one are
// judged: nobody compares all pairs.

#include "model/fact.hpp"

#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace atodds {

/// In byte order, each once: its rule and all its slots for a declared fact, pairs of slots
/// (measured noun with entity, predicate with entity, ...) for an open one, pairs of neighbouring
/// content words for a quotation. None for a quarantined fact.
std::vector<std::string> blocking_keys(const Fact& fact);

using KeySink = std::function<void(std::string_view key)>;

/// The same in no order, some more than once; each is gone when `sink` returns.
void for_each_blocking_key(const Fact& fact, const KeySink& sink);

}  // namespace atodds
