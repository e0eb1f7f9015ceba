#include "cli/fact_run.hpp"

#include "index/fact_index.hpp"
#include "report/fact_text.hpp"
#include "retrieve/blocking_keys.hpp"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

namespace atodds {
namespace {

/// What tells two facts of one key apart, and where it stands. The rest is in the index.
std::string fact_object(const Fact& fact) {
    nlohmann::ordered_json object;
    object["value"] = value_text(fact.value);
    if (const std::string unit = unit_text(fact.value); !unit.empty()) {
        object["unit"] = unit;
    }
    if (const std::string said = qualifier_text(fact.qualifiers); !said.empty()) {
        object["said"] = said;
    }
    object["span"] = {fact.span.begin, fact.span.end};
    constexpr auto kReplace = nlohmann::ordered_json::error_handler_t::replace;
    return object.dump(-1, ' ', false, kReplace);
}

}  // namespace

std::string run_field(std::string_view text) {
    std::string field;
    for (const char byte : text) {
        const auto value = static_cast<unsigned char>(byte);
        if (byte == '\\') {
            field += "\\\\";
        } else if (value < 0x20 || value == 0x7F) {
            field += fmt::format("\\x{:02X}", value);
        } else {
            field += byte;
        }
    }
    return field;
}

std::vector<std::string> run_lines(const Fact& fact) {
    std::vector<std::string> lines;
    // Claims and quotations state no value that a key could tell apart, and are two thirds of all.
    if (stored_keys(fact).empty()) {
        return lines;
    }
    const std::string rest = fmt::format("\t{}\t{}", run_field(fact.article), fact_object(fact));
    for (const std::string& key : blocking_keys(fact)) {
        lines.push_back(run_field(key) + rest);
    }
    return lines;
}

}  // namespace atodds
