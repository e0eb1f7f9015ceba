#include "cli/usage_error.hpp"

#include "ruleset/problems.hpp"

#include <CLI/CLI.hpp>
#include <fmt/format.h>

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

namespace atodds {
namespace {

// The command chosen so far, and its name with those above it.
const CLI::App& chosen_command(const CLI::App& app, std::string& names) {
    const CLI::App* chosen = &app;
    while (!chosen->get_subcommands().empty()) {
        chosen = chosen->get_subcommands().front();
        names += chosen->get_name() + " ";
    }
    return *chosen;
}

std::vector<std::string_view> views_of(const std::vector<std::string>& words) {
    return {words.begin(), words.end()};
}

std::vector<std::string> commands_of(const CLI::App& app) {
    std::vector<std::string> names;
    for (const CLI::App* command : app.get_subcommands({})) {
        names.push_back(command->get_name());
    }
    return names;
}

std::vector<std::string> options_of(const CLI::App& app) {
    std::vector<std::string> names;
    for (const CLI::Option* option : app.get_options()) {
        for (const std::string& name : option->get_lnames()) {
            names.push_back("--" + name);
        }
    }
    return names;
}

// The first argument that is no option: what was meant as a command.
std::string first_word(int argc, const char* const* argv) {
    for (int i = 1; i < argc; ++i) {
        if (const std::string_view word = argv[i]; !word.starts_with('-')) {
            return std::string(word);
        }
    }
    return "";
}

// The first argument nobody asked for, without its value.
std::string first_unknown(const CLI::App& command) {
    const std::vector<std::string> unknown = command.remaining(true);
    return unknown.empty() ? "" : unknown.front().substr(0, unknown.front().find('='));
}

std::string joined(const std::string& nearest, const std::string& help) {
    return fmt::format("{}{} {}", nearest, nearest.ends_with('?') ? "" : ";", help);
}

// `word` is what stands where a command should; "rules" has commands of its own.
Error unknown_command(const CLI::App& command, const std::string& names, const std::string& word) {
    const std::string help = fmt::format("see `atodds {}--help`", names);
    if (word.empty()) {
        return {ErrorCode::Usage, "no command given", {}, help};
    }
    const std::vector<std::string> known = commands_of(command);
    return {ErrorCode::Usage,
            fmt::format("unknown command {}", in_quotes(word)),
            {},
            joined(suggestion(word, views_of(known)), help)};
}

}  // namespace

Error usage_error(const CLI::App& app, const CLI::ParseError& problem, int argc,
                  const char* const* argv) {
    std::string names;
    const CLI::App& command = chosen_command(app, names);
    const std::string help = fmt::format("see `atodds {}--help`", names);
    const bool needs_command = !commands_of(command).empty();
    if (problem.get_exit_code() == static_cast<int>(CLI::ExitCodes::ExtrasError) || needs_command) {
        const std::string unknown = first_unknown(app);
        if (!unknown.starts_with('-') && needs_command) {
            return unknown_command(command, names,
                                   names.empty() ? first_word(argc, argv) : unknown);
        }
        const std::vector<std::string> known = options_of(command);
        const bool may_be_near =
            std::any_of(known.begin(), known.end(),
                        [&](const std::string& name) { return is_near(unknown, name); });
        return {ErrorCode::Usage,
                fmt::format("unknown {} {}", unknown.starts_with('-') ? "option" : "argument",
                            in_quotes(unknown)),
                {},
                may_be_near ? joined(suggestion(unknown, views_of(known)), help) : help};
    }
    return {ErrorCode::Usage, problem.what(), {}, help};
}

}  // namespace atodds
