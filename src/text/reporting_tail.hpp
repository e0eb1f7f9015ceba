#pragma once
// "Eleven boats sank, the harbour said.": a sentence that closes with who said it is two, and each
// is parsed by itself. A parser that decides word by word ties the last noun before the comma to
// "said" too often, and with it every amount that stands there.

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

}  // namespace atodds
