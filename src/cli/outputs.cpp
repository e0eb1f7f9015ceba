#include "cli/outputs.hpp"

#include "cli/whole_file.hpp"
#include "report/report_writer.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <fstream>
#include <optional>
#include <ostream>
#include <sstream>
#include <string>
#include <utility>

namespace atodds {
namespace {

// Every output format with its writer; a new one is one more row.
struct Format {
    std::string_view name;
    std::string (*write)(const Report& report, const TextOptions& options);
};

constexpr std::array kFormats = {
    Format{"text", [](const Report& report,
                      const TextOptions& options) { return to_text(report, options); }},
    Format{"json", [](const Report& report, const TextOptions&) { return to_json(report); }},
    Format{"html", [](const Report& report, const TextOptions&) { return to_html(report); }},
};

const Format* find_format(std::string_view name) {
    const auto* found = std::find_if(kFormats.begin(), kFormats.end(),
                                     [&](const Format& format) { return format.name == name; });
    return found == kFormats.end() ? nullptr : found;
}

Error unwritable(const std::string& file) {
    return {ErrorCode::Unwritable,
            fmt::format("cannot write \"{}\"", file),
            {file, {}},
            "check that its folder exists and may be written to"};
}

// The text of a file a diagnostic points into; empty where there is nothing to show.
std::string text_of(const Place& place) {
    if (!place.span || place.file.empty() || place.file == "-") {
        return "";
    }
    std::ostringstream text;
    text << std::ifstream(place.file, std::ios::binary).rdbuf();
    return text.str();
}

Result<Done> write_output(const Report& report, const OutputRequest& output,
                          const RunOptions& options, const Console& console) {
    const bool is_file = !output.file.empty();
    const TextOptions text{.width = is_file ? TextOptions{}.width : console.width,
                           .color = is_file ? ColorMode::Never : console.out_color,
                           .least_level = options.least_level,
                           .explains = options.explains,
                           .findings_only = options.findings_only};
    const std::string content = find_format(output.format)->write(report, text);
    if (is_file) {
        return write_whole_file(output.file, content);
    }
    *console.out << content << std::flush;
    if (!*console.out) {
        return unwritable("standard output");
    }
    return Done{};
}

bool is_failing(const Report& report, std::optional<Level> fail_on) {
    return fail_on &&
           std::any_of(report.findings.begin(), report.findings.end(), [&](const Finding& finding) {
               return is_shown(finding) && finding.level <= *fail_on;
           });
}

}  // namespace

Result<OutputRequest> parse_output(std::string_view text) {
    const std::size_t colon = text.find(':');
    OutputRequest request;
    request.format = text.substr(0, colon);
    if (colon != std::string_view::npos) {
        request.file = text.substr(colon + 1);
    }
    if (find_format(request.format) == nullptr) {
        std::string names;
        for (const Format& format : kFormats) {
            names += fmt::format("{}{}", names.empty() ? "" : ", ", format.name);
        }
        return Error{ErrorCode::Usage,
                     fmt::format("unknown format \"{}\"", request.format),
                     {},
                     fmt::format("use one of: {}", names)};
    }
    if (colon != std::string_view::npos && request.file.empty()) {
        return Error{ErrorCode::Usage,
                     fmt::format("no file behind the colon of \"{}\"", text),
                     {},
                     "leave the colon out to write to standard output"};
    }
    return request;
}

int deliver(const Report& report, const RunOptions& options, const Console& console) {
    std::vector<OutputRequest> outputs = options.outputs;
    if (outputs.empty()) {
        outputs.push_back({"text", ""});
    }
    // The text report lists what could not be read; the other forms leave that to standard error.
    const bool lists_diagnostics = std::any_of(
        outputs.begin(), outputs.end(),
        [](const OutputRequest& output) { return output.format == "text" && output.file.empty(); });
    if (!lists_diagnostics) {
        tell(report.diagnostics, console);
    }
    int exit_code = is_failing(report, options.fail_on) ? kExitFindings : kExitClean;
    if (has_error(report.diagnostics)) {
        exit_code = kExitIncomplete;
    }
    // Files first: a reader of standard output may leave early (`| head`), which ends the program.
    std::stable_partition(outputs.begin(), outputs.end(),
                          [](const OutputRequest& output) { return !output.file.empty(); });
    for (const OutputRequest& output : outputs) {
        if (Result<Done> written = write_output(report, output, options, console); !written) {
            exit_code = fail(written.error(), console);
        }
    }
    return exit_code;
}

void tell(const Diagnostics& diagnostics, const Console& console) {
    for (const Diagnostic& diagnostic : diagnostics) {
        *console.err << to_text(diagnostic, text_of(diagnostic.error.place), console.err_color);
    }
}

bool has_error(const Diagnostics& diagnostics) {
    return std::any_of(diagnostics.begin(), diagnostics.end(), [](const Diagnostic& diagnostic) {
        return diagnostic.severity == Severity::Error;
    });
}

int fail(const Error& error, const Console& console) {
    tell({{Severity::Error, error}}, console);
    return kExitIncomplete;
}

LoadedRules load_rules_and_tell(const std::string& folder, const Console& console) {
    Diagnostics diagnostics;
    LoadedRules loaded{load_rules(folder, diagnostics), kExitClean};
    tell(diagnostics, console);
    if (has_error(diagnostics)) {
        loaded.exit_code = kExitIncomplete;
    }
    return loaded;
}

}  // namespace atodds
