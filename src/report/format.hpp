#pragma once
// The output formats: one sorted table that the help, the errors and `-o` read. A new format is one
// file with a writer, its declaration in format_writers.hpp and one row in format.cpp.

#include "base/result.hpp"
#include "model/finding.hpp"
#include "report/report_writer.hpp"

#include <functional>
#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace atodds {

/// What writers are told of the run; they read neither files nor the environment.
struct FormatOptions {
    /// The text format, and `least_level` for every format that other programs show to people:
    /// json, jsonl, csv, xlsx and html hold all findings, whoever reads them can filter.
    TextOptions text = {};
    std::optional<Level> fail_on = Level::Error;  ///< what fails a run, as the exit code says
    std::string version = {};                     ///< of the program; may be empty
    /// Absolute path that relative paths start from. Paths below it are written relative to it,
    /// for CI takes them for paths of the repository.
    std::string folder = {};
    /// Whether a path is a file; empty: every path is. Articles of an index may come from another
    /// machine, and then cannot be linked.
    std::function<bool(const std::string& path)> has_file = {};
};

/// Where a format may be written.
enum class FormatTarget : std::uint8_t {
    Anywhere,
    FileOnly,  ///< bytes that no terminal should see
};

struct Format {
    std::string_view name;
    std::string_view summary;  ///< one line for help
    Result<std::string> (*write)(const Report& report, const FormatOptions& options);
    FormatTarget target = FormatTarget::Anywhere;
    /// What CI appends to the summary of its job beside the output; null for most.
    std::string (*summarise)(const Report& report, const FormatOptions& options) = nullptr;
};

/// All formats, sorted by name.
std::span<const Format> formats();

/// Null where there is no such format.
const Format* find_format(std::string_view name);

/// "checkstyle, csv, ...".
std::string format_names();

/// One line a format, name and summary, each indented by two blanks.
std::string format_list();

}  // namespace atodds
