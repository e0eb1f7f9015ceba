#pragma once
// The JSON Schemas of what the program reads and writes, linked in from docs/schemas and
// rules/schema, which are their only source.

#include <string_view>
#include <vector>

namespace atodds {

struct Schema {
    std::string_view name;     ///< stem of its file: "report" is report.schema.json
    std::string_view summary;  ///< what it describes, for a list
    std::string_view text;     ///< the file
};

/// All schemas, sorted by name. The texts live as long as the program.
std::vector<Schema> schemas();

}  // namespace atodds
