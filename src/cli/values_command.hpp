#pragma once
// The core of `atodds values --jsonl`: rows {id, text, ref_date?} in, rows {id, spans} out, one a
// line and in the same order. Offsets are UTF-8 bytes, half-open.

#include "base/error.hpp"
#include "model/value.hpp"

#include <string>
#include <string_view>

namespace atodds {

/// Answers every readable row of `rows` into `answers` (appended). A row that is no JSON object
/// with a string `text` becomes a diagnostic placed in the file `path`, and the rest goes on.
Diagnostics answer_value_rows(std::string_view rows, const std::string& path, std::string& answers);

/// One mention as a JSON object: {start, end, type, ...}.
std::string to_json(const ValueMention& mention);

}  // namespace atodds
