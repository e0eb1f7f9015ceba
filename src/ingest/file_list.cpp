// The part of article_reader.hpp that walks folders.

#include "ingest/article_reader.hpp"
#include "ingest/glob.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <system_error>

namespace atodds {
namespace {

namespace fs = std::filesystem;

void report(Diagnostics& diagnostics, const std::string& path, std::string message,
            std::string hint) {
    diagnostics.push_back(
        {Severity::Error,
         {ErrorCode::Unreadable, std::move(message), {path, std::nullopt}, std::move(hint)}});
}

bool is_excluded(const std::string& path, const IngestOptions& options) {
    return std::ranges::any_of(options.excluded, [&path](const std::string& pattern) {
        return matches_glob(path, pattern);
    });
}

bool is_hidden(const fs::path& path) {
    return path.filename().native().starts_with('.');
}

/// A README describes the folder it lies in. Read as an article it would clash with the others.
bool is_readme(const fs::path& path) {
    return path.stem().native() == "README";
}

/// Files and folders wait on a list, not on the call stack. Links to folders are not followed:
/// they can lead in circles and out of what was named.
class FolderWalk {
  public:
    FolderWalk(const IngestOptions& options, Diagnostics& diagnostics)
        : options_(options), diagnostics_(diagnostics) {}

    void walk(const std::string& folder, std::vector<std::string>& files) {
        waiting_.push_back(folder);
        while (!waiting_.empty()) {
            const std::string next = std::move(waiting_.back());
            waiting_.pop_back();
            list(next, files);
        }
    }

  private:
    void list(const std::string& folder, std::vector<std::string>& files) {
        std::error_code code;
        fs::directory_iterator entry(folder, code);
        for (; !code && entry != fs::directory_iterator(); entry.increment(code)) {
            take(*entry, files);
        }
        if (code) {
            report(diagnostics_, folder, fmt::format("cannot list folder: {}", code.message()),
                   "check that it exists and that you may read it");
        }
    }

    void take(const fs::directory_entry& entry, std::vector<std::string>& files) {
        const std::string path = entry.path().generic_string();
        if (is_hidden(entry.path()) || is_excluded(path, options_)) {
            return;
        }
        std::error_code code;
        if (entry.is_directory(code)) {
            if (!entry.is_symlink(code)) {
                waiting_.push_back(path);
            }
        } else if (entry.is_regular_file(code) && format_of(path) && !is_readme(entry.path())) {
            files.push_back(path);
        }
    }

    const IngestOptions& options_;
    Diagnostics& diagnostics_;
    std::vector<std::string> waiting_;
};

void list_named(const std::string& path, const IngestOptions& options, Diagnostics& diagnostics,
                std::vector<std::string>& files) {
    std::error_code code;
    const fs::file_status status = fs::status(path, code);
    if (path == "-") {
        files.push_back(path);
    } else if (!fs::exists(status)) {
        const bool is_missing = status.type() == fs::file_type::not_found;
        report(diagnostics, path,
               is_missing ? std::string("no such file or folder")
                          : fmt::format("cannot be looked at: {}", code.message()),
               "check the path");
    } else if (fs::is_directory(status)) {
        FolderWalk(options, diagnostics).walk(path, files);
    } else if (!format_of(path)) {
        report(diagnostics, path, "not a kind of file that holds articles",
               "name a .txt, .md, .markdown, .jsonl or .ndjson file");
    } else if (!is_excluded(path, options)) {
        files.push_back(path);
    }
}

}  // namespace

std::vector<std::string> list_files(const std::vector<std::string>& paths,
                                    const IngestOptions& options, Diagnostics& diagnostics) {
    std::vector<std::string> files;
    for (const std::string& path : paths) {
        list_named(path, options, diagnostics, files);
    }
    std::ranges::sort(files);
    const auto repeated = std::ranges::unique(files);
    files.erase(repeated.begin(), repeated.end());
    return files;
}

}  // namespace atodds
