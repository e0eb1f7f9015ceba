#pragma once
// Nouns of the model as JSON objects; the forms are those of docs/schemas. Included by report/
// only.

#include "model/finding.hpp"

#include <nlohmann/json.hpp>

#include <string>

namespace atodds {

using Json = nlohmann::ordered_json;

/// A finding as in atodds-report/1.
Json to_json_object(const Finding& finding);

/// On one line. Article text is valid UTF-8 by contract; should a byte slip through (a span cut by
/// a defect), the JSON is still valid and shows U+FFFD.
std::string dumped(const Json& json);

/// With one blank a level and a line break at the end: for documents that people look into.
std::string dumped_indented(const Json& json);

}  // namespace atodds
