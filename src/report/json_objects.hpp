#pragma once
// Nouns of the model as JSON objects; the forms are those of docs/schemas. Included by report/
// only.

#include "model/finding.hpp"
#include "report/line_index.hpp"

#include <nlohmann/json.hpp>

#include <string>

namespace atodds {

using Json = nlohmann::ordered_json;

Json to_json_object(const Finding& finding);
Json to_json_object(const Article& article);
Json to_json_object(const Diagnostic& diagnostic);

/// With a W3C Web Annotation target. `article` is null where the report does not hold it, `lines`
/// where its text is not at hand; then words and positions that need the text are left out.
Json to_json_object(const Fact& fact, const Article* article, const LineIndex* lines);

/// On one line. Article text is valid UTF-8 by contract; should a byte slip through (a span cut by
/// a defect), the JSON is still valid and shows U+FFFD.
std::string dumped(const Json& json);

/// With one blank a level and a line break at the end: for documents that people look into.
std::string dumped_indented(const Json& json);

}  // namespace atodds
