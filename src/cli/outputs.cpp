#include "cli/outputs.hpp"

#include "cli/rules_folder.hpp"
#include "cli/whole_file.hpp"
#include "report/format.hpp"
#include "report/report_writer.hpp"
#include "ruleset/rule_folders.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <optional>
#include <ostream>
#include <sstream>
#include <string>
#include <utility>

namespace atodds {
namespace {

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

FormatOptions options_of(const OutputRequest& output, const RunOptions& options,
                         const Console& console) {
    const bool is_file = !output.file.empty();
    FormatOptions of;
    of.text = {.width = is_file ? TextOptions{}.width : console.width,
               .color = is_file ? ColorMode::Never : console.out_color,
               .least_level = options.least_level,
               .explains = options.explains,
               .findings_only = options.findings_only};
    of.fail_on = options.fail_on;
    of.version = options.version;
    of.folder = console.folder;
    of.has_file = [](const std::string& path) {
        std::error_code problem;
        return std::filesystem::is_regular_file(path, problem);
    };
    return of;
}

Result<Done> write_output(const Report& report, const OutputRequest& output,
                          const RunOptions& options, const Console& console) {
    const Result<std::string> content =
        find_format(output.format)->write(report, options_of(output, options, console));
    if (!content) {
        return content.error();
    }
    if (!output.file.empty()) {
        return write_whole_file(output.file, *content);
    }
    *console.out << *content << std::flush;
    if (!*console.out) {
        return unwritable("standard output");
    }
    return Done{};
}

// Each format that has something to say there says it once, however often it is written.
Result<Done> append_summary(const Report& report, const std::vector<OutputRequest>& outputs,
                            const RunOptions& options, const Console& console) {
    std::string summary;
    for (const Format& format : formats()) {
        const auto wanted =
            std::find_if(outputs.begin(), outputs.end(),
                         [&](const OutputRequest& output) { return output.format == format.name; });
        if (wanted != outputs.end() && format.summarise != nullptr) {
            summary += format.summarise(report, options_of(*wanted, options, console));
        }
    }
    if (summary.empty() || console.step_summary.empty()) {
        return Done{};
    }
    std::ofstream stream(console.step_summary, std::ios::binary | std::ios::app);
    stream << summary;
    stream.close();
    if (!stream) {
        return unwritable(console.step_summary);
    }
    return Done{};
}

// Findings that are not listed count too; nobody knows which of them are suppressed.
bool is_failing(const Report& report, std::optional<Level> fail_on) {
    const auto fails = [&](const auto& found) { return found.level <= *fail_on; };
    return fail_on && (std::ranges::any_of(report.coverage.unlisted, fails) ||
                       std::ranges::any_of(report.findings, [&](const Finding& finding) {
                           return is_shown(finding) && fails(finding);
                       }));
}

}  // namespace

Result<OutputRequest> parse_output(std::string_view text) {
    const std::size_t colon = text.find(':');
    OutputRequest request;
    request.format = text.substr(0, colon);
    if (colon != std::string_view::npos) {
        request.file = text.substr(colon + 1);
    }
    const Format* format = find_format(request.format);
    if (format == nullptr) {
        return Error{ErrorCode::Usage,
                     fmt::format("unknown format \"{}\"", request.format),
                     {},
                     fmt::format("use one of: {}", format_names())};
    }
    if (colon != std::string_view::npos && request.file.empty()) {
        return Error{ErrorCode::Usage,
                     fmt::format("no file behind the colon of \"{}\"", text),
                     {},
                     format->target == FormatTarget::FileOnly
                         ? "put the name of a file there"
                         : "leave the colon out to write to standard output"};
    }
    if (format->target == FormatTarget::FileOnly && request.file.empty()) {
        return Error{ErrorCode::Usage,
                     fmt::format("{} is no text for standard output", format->name),
                     {},
                     fmt::format("name a file: -o {}:FILE", format->name)};
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
    if (Result<Done> appended = append_summary(report, outputs, options, console); !appended) {
        exit_code = fail(appended.error(), console);
    }
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

LoadedRules load_rules_and_tell(const RunOptions& options, const Console& console) {
    Diagnostics diagnostics;
    LoadedRules loaded{load_rule_folders(rule_folders(options), diagnostics), kExitClean};
    tell(diagnostics, console);
    if (has_error(diagnostics)) {
        loaded.exit_code = kExitIncomplete;
    }
    return loaded;
}

}  // namespace atodds
