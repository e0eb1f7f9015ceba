#pragma once
// The features that say whether two open facts are one. The loader checks the weights file against
// these names; the comparator fills the features in this order.

#include "ruleset/keys.hpp"

#include <cstddef>

namespace atodds {

inline constexpr std::size_t kOpenFeatureCount = 48;

inline constexpr WordTable<kOpenFeatureCount> kOpenFeatureNames{
    "any pair",
    "same noun",
    "other noun",
    "same measure",
    "other measure",
    "measure unknown",
    "same predicate",
    "other predicate",
    "same subject",
    "other subject",
    "same object",
    "other object",
    "shared names",
    "no shared name",
    "share of words",
    "shared words",
    "same role",
    "other role",
    "shared modifiers",
    "other modifiers",
    "same scope",
    "other scope",
    "scope on one side",
    "a bound is stated",
    "far apart",
    "close amounts",
    "same time",
    "other time",
    "money",
    "percent",
    "rank",
    "date",
    "duration",
    "ratio",
    "quantity",
    "tentative",
    "opposite predicate",
    "denied words shared",
    "denied words missing",
    "times meet in part",
    "other act of a date",
    "many words",
    "same actor",
    "other actor",
    "age of one person",
    "time of day of one act",
    "same figure",
    "other figure",
};

}  // namespace atodds
