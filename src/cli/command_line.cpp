#include "cli/command_line.hpp"

#include "cli/command_options.hpp"
#include "cli/config_use.hpp"
#include "cli/outputs.hpp"
#include "cli/rules_folder.hpp"
#include "cli/usage_error.hpp"

#include <CLI/CLI.hpp>
#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

namespace atodds {
namespace {

void add_version(CLI::App& app, Command& chosen) {
    app.add_subcommand("version", "Show the version")->callback([&] {
        chosen = [](const Arguments&, const Console& console) {
            *console.out << "atodds " ATODDS_VERSION "\n";
            return kExitClean;
        };
    });
}

const CLI::App& leaf_of(const CLI::App& app) {
    const CLI::App* leaf = &app;
    while (!leaf->get_subcommands().empty()) {
        leaf = leaf->get_subcommands().front();
    }
    return *leaf;
}

// "review list": the words of the command.
std::string words_of(const CLI::App& app) {
    std::string words;
    const CLI::App* leaf = &app;
    while (!leaf->get_subcommands().empty()) {
        leaf = leaf->get_subcommands().front();
        words += (words.empty() ? "" : " ") + leaf->get_name();
    }
    return words;
}

// Reads the configuration that was named or is found; none where that is not wanted.
Result<Config> configuration(const std::string& words, const Arguments& arguments,
                             const Surroundings& surroundings, Diagnostics& problems) {
    constexpr std::array<std::string_view, 4> kTakeNone = {"init", "completions", "man", "version"};
    const bool takes_none = std::find(kTakeNone.begin(), kTakeNone.end(), words) != kTakeNone.end();
    if (arguments.has_no_config || takes_none) {
        return Config{};
    }
    const std::optional<std::string> file = arguments.config_file.empty()
                                                ? find_config(surroundings)
                                                : std::optional(arguments.config_file);
    return file ? load_config(*file, surroundings.folder, problems) : Result<Config>(Config{});
}

// What CLI11 cannot check by itself. Requires: the arguments are parsed.
Result<Done> complete(Arguments& arguments, const std::string& words) {
    RunOptions& run = arguments.run;
    run.version = ATODDS_VERSION;
    run.fail_on = chosen_of(kFailLevels, arguments.fail_on);
    run.least_level = chosen_of(kLevels, arguments.min_level);
    run.tiers = chosen_of(kTiers, arguments.tiers);
    if (run.rules_folder.empty()) {
        run.rules_folder =
            words == "rules new" ? std::string(kOwnRulesFolder) : default_rules_folder();
    }
    if (!arguments.needed.empty() && run.paths.empty() && run.index_places.empty()) {
        return Error{ErrorCode::Usage,
                     fmt::format("{} is required", arguments.needed),
                     {},
                     fmt::format("see `atodds {} --help`", words)};
    }
    for (const std::string& output : arguments.outputs) {
        Result<OutputRequest> request = parse_output(output);
        if (!request) {
            return request.error();
        }
        run.outputs.push_back(std::move(*request));
    }
    return Done{};
}

void describe(CLI::App& app, Arguments& arguments, Command& chosen) {
    app.set_help_all_flag("--help-all", "Help of all commands");
    app.require_subcommand(1);
    app.fallthrough();
    add_choice(app, "--color", arguments.color, kColorChoices, "Colour the output");
    app.add_option("--config", arguments.config_file,
                   "Configuration to use in place of the nearest .atodds.yml")
        ->type_name("FILE");
    app.add_flag("--no-config", arguments.has_no_config,
                 "Read no configuration, and no file that is not named");
    app.footer(
        "Start with:  atodds report FOLDER -o text -o html:report.html\n\n"
        "Exit codes: 0 nothing found, 1 findings at or above --fail-on, 2 could not do all of "
        "the work.");
    app.set_version_flag("--version", "atodds " ATODDS_VERSION, "Show the version");
    add_article_commands(app, arguments, chosen);
    add_data_commands(app, arguments, chosen);
    add_batch_commands(app, arguments, chosen);
    add_rules_commands(app, arguments, chosen);
    add_memory_commands(app, arguments, chosen);
    add_setup_commands(app, arguments, chosen);
    add_version(app, chosen);
}

}  // namespace

Result<CommandLine> parse_command_line(int argc, const char* const* argv, std::ostream& out,
                                       const Surroundings& surroundings) {
    Arguments arguments;
    Command chosen;
    CLI::App app("Finds where sources are at odds.", "atodds");
    describe(app, arguments, chosen);
    // CLI11 reports wrong arguments, and requests for help, by throwing; it ends here.
    try {
        app.parse(argc, argv);
    } catch (const CLI::ParseError& problem) {
        if (problem.get_exit_code() != 0) {
            return usage_error(app, problem, argc, argv);
        }
        app.exit(problem, out, out);
        return CommandLine{};
    }
    CommandLine line;
    const std::string words = words_of(app);
    const Result<Config> config = configuration(words, arguments, surroundings, line.problems);
    if (!config) {
        return config.error();
    }
    if (!line.problems.empty()) {
        return line;
    }
    use_config(leaf_of(app), words, *config, arguments);
    if (Result<Done> completed = complete(arguments, words); !completed) {
        return completed.error();
    }
    line.color = chosen_of(kColorChoices, arguments.color);
    line.run = [arguments, chosen](const Console& console) { return chosen(arguments, console); };
    return line;
}

}  // namespace atodds
