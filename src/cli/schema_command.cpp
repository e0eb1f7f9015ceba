#include "cli/commands.hpp"
#include "cli/outputs.hpp"
#include "cli/schemas.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <ostream>
#include <vector>

namespace atodds {

int schema_command(const std::string& name, const Console& console) {
    const std::vector<Schema> all = schemas();
    if (name.empty()) {
        for (const Schema& schema : all) {
            *console.out << fmt::format("{:<14} {}\n", schema.name, schema.summary);
        }
        return kExitClean;
    }
    const auto found = std::find_if(all.begin(), all.end(),
                                    [&](const Schema& schema) { return schema.name == name; });
    if (found == all.end()) {
        std::string names;
        for (const Schema& schema : all) {
            names += fmt::format("{}{}", names.empty() ? "" : ", ", schema.name);
        }
        return fail({ErrorCode::Usage,
                     fmt::format("no schema \"{}\"", name),
                     {},
                     fmt::format("use one of: {}", names)},
                    console);
    }
    *console.out << found->text << std::flush;
    return kExitClean;
}

}  // namespace atodds
