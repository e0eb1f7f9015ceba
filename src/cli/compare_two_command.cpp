#include "base/utf8.hpp"
#include "cli/commands.hpp"
#include "cli/indexing.hpp"
#include "cli/input.hpp"
#include "cli/outputs.hpp"
#include "cli/stages.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <iterator>
#include <string>
#include <system_error>
#include <utility>
#include <vector>

namespace atodds {
namespace {

// What is no file and has blanks in it is meant as a text; a mistyped file name rarely has any.
bool is_text(const std::string& argument) {
    std::error_code ignored;
    return argument.find_first_of(" \t\n") != std::string::npos &&
           !std::filesystem::exists(argument, ignored);
}

// The two arguments as articles; texts are called "first text" and "second text".
std::vector<Article> articles_of(const RunOptions& options, Diagnostics& diagnostics) {
    std::vector<Article> articles;
    for (std::size_t i = 0; i < options.paths.size(); ++i) {
        const std::string& argument = options.paths[i];
        if (is_text(argument)) {
            if (!find_bad_utf8(argument)) {
                articles.push_back(
                    article_of_text(i == 0 ? "first text" : "second text", argument));
            } else {
                diagnostics.push_back({Severity::Error,
                                       {ErrorCode::BadEncoding,
                                        fmt::format("text {} is not UTF-8", i + 1),
                                        {},
                                        "set the terminal to UTF-8"}});
            }
            continue;
        }
        read_articles(
            list_files({argument}, options.ingest, diagnostics), options.ingest,
            [&](Article&& article) { articles.push_back(std::move(article)); }, diagnostics);
    }
    return articles;
}

Report compared(const Stages& stages, const RunOptions& options, std::vector<Article> articles) {
    // Short texts share few words: every pair of their facts is judged. In files that would be
    // quadratic in their length, so there the keys choose as in a report.
    if (std::all_of(options.paths.begin(), options.paths.end(), is_text)) {
        return stages.compare_all_pairs(std::move(articles));
    }
    std::vector<Fact> facts;
    for (std::vector<Fact>& read : read_facts(stages.reader(), articles, options.threads)) {
        std::move(read.begin(), read.end(), std::back_inserter(facts));
    }
    return stages.compare(std::move(articles), std::move(facts));
}

}  // namespace

int compare_two_command(const RunOptions& options, const Console& console) {
    const LoadedRules loaded = load_rules_and_tell(options, console);
    if (!loaded.is_usable()) {
        return kExitIncomplete;
    }
    Diagnostics diagnostics;
    std::vector<Article> articles = articles_of(options, diagnostics);
    Report report = compared(Stages(loaded.rules, options.tiers), options, std::move(articles));
    report.diagnostics = std::move(diagnostics);
    return std::max(loaded.exit_code, deliver(report, options, console));
}

}  // namespace atodds
