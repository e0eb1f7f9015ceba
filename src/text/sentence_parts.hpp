#pragma once
// Where a sentence is made of parts that a parser reads better one by one: "The mill, which burned
// in May, employed 84 people, the council said." A parser that decides word by word ties the last
// noun before a comma to the verb behind it too often, and with it every amount that stands there.

#include "model/statement.hpp"

#include <cstdint>
#include <optional>
#include <span>

namespace atodds {

struct ReportingTail {
    std::uint32_t begin = 0;  ///< the first token behind the comma or closing quotation mark
    bool has_verb = false;    ///< false for "according to NAME"
};

/// The closing ", NAME said", ", said NAME" or ", according to NAME" of a sentence; nothing where
/// what stands before it is no clause. Requires: tokens with tags and lemmas.
std::optional<ReportingTail> find_reporting_tail(std::span<const Token> tokens);

struct Insert {
    TokenRange tokens;         ///< with both commas
    bool is_relative = false;  ///< ", who left in May,"; else ", officials said,"
};

/// The first clause between commas that stands between a subject and its verb, if there is one.
/// Requires: tokens with tags and lemmas.
std::optional<Insert> find_insert(std::span<const Token> tokens);

}  // namespace atodds
