#include "cli/check_scope.hpp"

#include "cli/git.hpp"
#include "cli/input.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <set>
#include <string_view>
#include <system_error>
#include <utility>

namespace atodds {
namespace {

namespace fs = std::filesystem;

// One name for one file, whatever way leads to it; "-" stays.
std::string real_path(const std::string& path) {
    std::error_code problem;
    const fs::path real = path == "-" ? fs::path(path) : fs::weakly_canonical(path, problem);
    return problem ? path : real.string();
}

// "./a/b.txt" is "a/b.txt": formats want paths from the top of the repository.
std::vector<std::string> without_dot(std::vector<std::string> files) {
    for (std::string& file : files) {
        if (file.starts_with("./")) {
            file.erase(0, 2);
        }
    }
    std::sort(files.begin(), files.end());
    files.erase(std::unique(files.begin(), files.end()), files.end());
    return files;
}

Diagnostic passed_over(std::size_t count) {
    return {Severity::Warning,
            {ErrorCode::Unreadable,
             fmt::format("{} of the listed files {} no article{}", count, count == 1 ? "is" : "are",
                         count == 1 ? "" : "s"),
             {"--files-from", {}},
             "articles are files that end in .txt, .md, .markdown, .jsonl or .ndjson"}};
}

// Lists come from other programs, which also list what is no article; those are counted.
Result<Done> add_listed(const RunOptions& options, const Console& console,
                        std::vector<std::string>& paths, Diagnostics& diagnostics) {
    const Result<std::string> list = read_input(options.scope.files_from, console);
    if (!list) {
        return list.error();
    }
    std::size_t others = 0;
    std::error_code problem;
    for (std::string& path : split_list(*list)) {
        if (path == "-" || format_of(path) || fs::is_directory(path, problem)) {
            paths.push_back(std::move(path));
        } else {
            ++others;
        }
    }
    if (others > 0) {
        diagnostics.push_back(passed_over(others));
    }
    return Done{};
}

// The changed articles are checked, the others of the repository are what they are compared with.
Result<Done> split_by_change(const RunOptions& options, std::vector<std::string> paths,
                             CheckFiles& files) {
    const Result<ChangedFiles> git =
        files_changed_since(options.scope.changed_from,
                            options.scope.tracked_only ? Untracked::LeftOut : Untracked::Included);
    if (!git) {
        return git.error();
    }
    if (paths.empty()) {
        std::error_code problem;
        const fs::path top = fs::relative(git->top, problem);
        paths.push_back(problem || top.empty() ? git->top : top.string());
    }
    for (std::string& file : without_dot(list_files(paths, options.ingest, files.diagnostics))) {
        const std::string real = real_path(file);
        if (git->changed.contains(real)) {
            files.checked.push_back(std::move(file));
        } else if (git->known.contains(real)) {
            files.others.push_back(std::move(file));
        }
    }
    if (files.checked.empty()) {
        files.note = fmt::format("no article changed since \"{}\"", options.scope.changed_from);
    }
    return Done{};
}

void add_others(const RunOptions& options, CheckFiles& files) {
    std::set<std::string> checked;
    for (const std::string& file : files.checked) {
        const bool is_named = file == "-" && !options.ingest.stdin_filename.empty();
        checked.insert(real_path(is_named ? options.ingest.stdin_filename : file));
    }
    std::vector<std::string> listed =
        list_files(options.scope.against, options.ingest, files.diagnostics);
    std::move(listed.begin(), listed.end(), std::back_inserter(files.others));
    files.others = without_dot(std::move(files.others));
    std::set<std::string> seen;
    std::erase_if(files.others, [&](const std::string& file) {
        const std::string real = real_path(file);
        return checked.contains(real) || !seen.insert(real).second;
    });
}

Error nothing_to_check(const std::string& place) {
    return {ErrorCode::Unreadable,
            "no articles here",
            {place, {}},
            "articles are files that end in .txt, .md or .jsonl"};
}

}  // namespace

Result<CheckFiles> files_to_check(const RunOptions& options, const Console& console) {
    CheckFiles files;
    std::vector<std::string> paths = options.paths;
    const CheckScope& scope = options.scope;
    if (!scope.files_from.empty()) {
        if (Result<Done> added = add_listed(options, console, paths, files.diagnostics); !added) {
            return added.error();
        }
        if (paths.empty()) {
            files.note = "no article is listed";
            return files;
        }
    }
    if (scope.changed_from.empty()) {
        files.checked = without_dot(list_files(paths, options.ingest, files.diagnostics));
        if (files.checked.empty() && files.diagnostics.empty() && !paths.empty()) {
            files.diagnostics.push_back({Severity::Error, nothing_to_check(paths.front())});
        }
    } else if (Result<Done> split = split_by_change(options, std::move(paths), files); !split) {
        return split.error();
    }
    add_others(options, files);
    return files;
}

std::vector<std::string> split_list(std::string_view list) {
    const char separator = list.find('\0') == std::string_view::npos ? '\n' : '\0';
    std::vector<std::string> paths;
    while (!list.empty()) {
        const std::size_t end = std::min(list.find(separator), list.size());
        std::string_view path = list.substr(0, end);
        if (separator == '\n' && path.ends_with('\r')) {
            path.remove_suffix(1);
        }
        if (!path.empty()) {
            paths.emplace_back(path);
        }
        list.remove_prefix(std::min(end + 1, list.size()));
    }
    return paths;
}

}  // namespace atodds
