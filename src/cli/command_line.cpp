#include "cli/command_line.hpp"

#include "cli/command_options.hpp"
#include "cli/outputs.hpp"
#include "cli/rules_folder.hpp"
#include "cli/usage_error.hpp"

#include <CLI/CLI.hpp>

#include <string>
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

// What CLI11 cannot check by itself. Requires: the arguments are parsed.
Result<Done> complete(Arguments& arguments) {
    RunOptions& run = arguments.run;
    run.fail_on = chosen_of(kFailLevels, arguments.fail_on);
    run.least_level = chosen_of(kLevels, arguments.min_level);
    run.tiers = chosen_of(kTiers, arguments.tiers);
    if (run.rules_folder.empty()) {
        run.rules_folder = default_rules_folder();
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
    app.footer(
        "Start with:  atodds report FOLDER -o text -o html:report.html\n\n"
        "Exit codes: 0 nothing found, 1 findings at or above --fail-on, 2 could not do all of "
        "the work.");
    app.set_version_flag("--version", "atodds " ATODDS_VERSION, "Show the version");
    add_article_commands(app, arguments, chosen);
    add_data_commands(app, arguments, chosen);
    add_rules_commands(app, arguments, chosen);
    add_version(app, chosen);
}

}  // namespace

Result<CommandLine> parse_command_line(int argc, const char* const* argv, std::ostream& out) {
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
    if (Result<Done> completed = complete(arguments); !completed) {
        return completed.error();
    }
    CommandLine line;
    line.color = chosen_of(kColorChoices, arguments.color);
    line.run = [arguments, chosen](const Console& console) { return chosen(arguments, console); };
    return line;
}

}  // namespace atodds
