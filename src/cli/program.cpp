#include "cli/program.hpp"

#include "base/assert.hpp"
#include "cli/commands.hpp"
#include "cli/outputs.hpp"
#include "cli/rules_folder.hpp"

#include <CLI/CLI.hpp>
#include <fmt/format.h>

#include <algorithm>
#include <cstdlib>
#include <functional>
#include <iostream>
#include <optional>
#include <string>
#include <sys/ioctl.h>
#include <unistd.h>
#include <vector>

namespace atodds {
namespace {

enum class ColorChoice : std::uint8_t { Auto, Always, Never };

// The words an option takes, in the order help shows them.
template <typename T>
using Choices = std::vector<std::pair<std::string, T>>;

const Choices<ColorChoice> kColorChoices = {
    {"auto", ColorChoice::Auto}, {"always", ColorChoice::Always}, {"never", ColorChoice::Never}};
const Choices<Level> kLevels = {
    {"error", Level::Error}, {"warning", Level::Warning}, {"note", Level::Note}};
const Choices<std::optional<Level>> kFailLevels = {{"error", Level::Error},
                                                   {"warning", Level::Warning},
                                                   {"note", Level::Note},
                                                   {"never", std::nullopt}};
const Choices<Tiers> kTiers = {
    {"both", Tiers::Both}, {"declared", Tiers::DeclaredOnly}, {"open", Tiers::OpenOnly}};
const Choices<FactsFormat> kFactsFormats = {{"text", FactsFormat::Text},
                                            {"jsonl", FactsFormat::JsonLines}};

// What the arguments fill in. Lives as long as the parse and the command it leads to.
struct Arguments {
    RunOptions run;
    std::vector<std::string> outputs;
    std::string color = "auto";
    std::string fail_on = "error";
    std::string min_level = "note";
    std::string tiers = "both";
    std::string facts_format = "text";
    std::string pairs_file;
    std::string id;
};

// The command the arguments chose, run after all of them are checked.
using Command = std::function<int(const Console&)>;

template <typename T>
T chosen_of(const Choices<T>& choices, const std::string& word) {
    const auto found = std::find_if(choices.begin(), choices.end(),
                                    [&](const auto& choice) { return choice.first == word; });
    ATODDS_ASSERT(found != choices.end(), "add_choice accepts only these words");
    return found->second;
}

// An option that takes one of a few words; `variable` holds the default.
template <typename T>
void add_choice(CLI::App& command, const std::string& name, std::string& variable,
                const Choices<T>& choices, const std::string& help) {
    std::string words;
    for (const auto& [word, value] : choices) {
        words += words.empty() ? word : "|" + word;
    }
    command.add_option(name, variable, fmt::format("{} (default {})", help, variable))
        ->type_name(words)
        ->check([&choices, words](const std::string& given) {
            const bool is_known =
                std::any_of(choices.begin(), choices.end(),
                            [&](const auto& choice) { return choice.first == given; });
            return is_known ? std::string() : fmt::format("\"{}\" is none of {}", given, words);
        });
}

void add_rules(CLI::App& command, Arguments& arguments) {
    command.add_option("--rules", arguments.run.rules_folder, "Folder of rules and lexicons")
        ->type_name("DIR");
    add_choice(command, "--tiers", arguments.tiers, kTiers, "Facts to read: by rules, open, both");
}

void add_paths(CLI::App& command, Arguments& arguments) {
    command
        .add_option("PATH", arguments.run.paths,
                    "Articles (.txt, .md, .jsonl) or folders of them; - is standard input")
        ->type_name("")
        ->required();
    command.add_option("--exclude", arguments.run.ingest.excluded, "Leave out matching paths")
        ->type_name("GLOB");
    command.add_option("--threads", arguments.run.threads, "Threads that read; 0: all cores")
        ->capture_default_str()
        ->type_name("N");
}

void add_outputs(CLI::App& command, Arguments& arguments) {
    command
        .add_option("-o,--format", arguments.outputs,
                    "Write text, json or html, to FILE or standard output; may be repeated")
        ->type_name("FORMAT[:FILE]")
        ->allow_extra_args(false);
    add_choice(command, "--fail-on", arguments.fail_on, kFailLevels,
               "Exit with 1 from this level on");
    add_choice(command, "--min-level", arguments.min_level, kLevels,
               "Show nothing below this level in text");
    command.add_flag("--explain", arguments.run.explains, "Show how each verdict was reached");
}

void add_index(CLI::App& command, Arguments& arguments, const std::string& help) {
    command.add_option("--index", arguments.run.index_folder, help)->type_name("DIR");
}

void require_articles(const Arguments& arguments) {
    if (arguments.run.paths.empty() && arguments.run.index_folder.empty()) {
        throw CLI::RequiredError("PATH or --index DIR");
    }
}

void add_report(CLI::App& app, Arguments& arguments, Command& chosen) {
    CLI::App* command = app.add_subcommand("report", "Compare articles with each other");
    add_paths(*command, arguments);
    add_outputs(*command, arguments);
    add_index(*command, arguments, "Keep the index here, and compare all articles in it");
    command->get_option("PATH")->required(false);
    add_rules(*command, arguments);
    command->footer(
        "Examples:\n"
        "  atodds report articles/\n"
        "  atodds report articles/ -o text -o html:out/report.html\n"
        "  atodds report feed.jsonl --format json --fail-on never");
    command->callback([&] {
        require_articles(arguments);
        chosen = [&](const Console& console) { return report_command(arguments.run, console); };
    });
}

void add_check(CLI::App& app, Arguments& arguments, Command& chosen) {
    CLI::App* command = app.add_subcommand("check", "Compare new articles with an index; for CI");
    add_paths(*command, arguments);
    add_outputs(*command, arguments);
    add_index(*command, arguments, "The index of what is already published");
    command->get_option("--index")->required();
    add_rules(*command, arguments);
    command->footer(
        "Examples:\n"
        "  atodds check draft.md --index published.idx\n"
        "  atodds check - --index published.idx --fail-on warning < draft.txt");
    command->callback([&] {
        chosen = [&](const Console& console) { return check_command(arguments.run, console); };
    });
}

void add_compare(CLI::App& app, Arguments& arguments, Command& chosen) {
    CLI::App* command = app.add_subcommand("compare", "Compare two texts, or many pairs of them");
    CLI::Option* files = command->add_option("FILE", arguments.run.paths, "Two articles")
                             ->expected(2)
                             ->type_name("A B");
    CLI::Option* pairs =
        command->add_option("--pairs", arguments.pairs_file,
                            "JSON lines {id, a, b, date_a?, date_b?}; - is standard input");
    pairs->type_name("FILE")->excludes(files);
    add_outputs(*command, arguments);
    add_rules(*command, arguments);
    command->add_option("--threads", arguments.run.threads, "Threads that read; 0: all cores")
        ->capture_default_str()
        ->type_name("N");
    command->footer(
        "Examples:\n"
        "  atodds compare monday.txt tuesday.txt\n"
        "  atodds compare --pairs pairs.jsonl > verdicts.jsonl");
    command->callback([&, pairs, files] {
        if (pairs->empty() && files->empty()) {
            throw CLI::RequiredError("A B or --pairs FILE");
        }
        chosen = [&, has_pairs = !pairs->empty()](const Console& console) {
            return has_pairs ? compare_pairs_command(arguments.run, arguments.pairs_file, console)
                             : report_command(arguments.run, console);
        };
    });
}

void add_facts(CLI::App& app, Arguments& arguments, Command& chosen) {
    CLI::App* command = app.add_subcommand("facts", "Show what was read from articles");
    add_paths(*command, arguments);
    add_choice(*command, "--format", arguments.facts_format, kFactsFormats, "How to write them");
    add_rules(*command, arguments);
    command->footer(
        "Examples:\n"
        "  atodds facts article.txt\n"
        "  atodds facts articles/ --format jsonl --tiers declared");
    command->callback([&] {
        chosen = [&](const Console& console) {
            return facts_command(arguments.run, chosen_of(kFactsFormats, arguments.facts_format),
                                 console);
        };
    });
}

void add_explain(CLI::App& app, Arguments& arguments, Command& chosen) {
    CLI::App* command = app.add_subcommand("explain", "Show how one verdict was reached");
    command->add_option("ID", arguments.id, "Id of a finding, or how it starts")->required();
    add_paths(*command, arguments);
    add_index(*command, arguments, "Compare all articles in this index");
    command->get_option("PATH")->required(false);
    add_rules(*command, arguments);
    command->footer(
        "Example:\n"
        "  atodds explain 3f9a17c2 articles/");
    command->callback([&] {
        require_articles(arguments);
        chosen = [&](const Console& console) {
            return explain_command(arguments.run, arguments.id, console);
        };
    });
}

void add_version(CLI::App& app, Command& chosen) {
    app.add_subcommand("version", "Show the version")->callback([&] {
        chosen = [](const Console& console) {
            *console.out << "atodds " ATODDS_VERSION "\n";
            return kExitClean;
        };
    });
}

ColorMode color_mode(const std::string& choice, int stream) {
    switch (chosen_of(kColorChoices, choice)) {
        case ColorChoice::Always:
            return ColorMode::Always;
        case ColorChoice::Never:
            return ColorMode::Never;
        case ColorChoice::Auto:
            break;
    }
    // https://no-color.org: set and not empty means no colour.
    const char* no_color = std::getenv("NO_COLOR");
    const bool is_unwanted = no_color != nullptr && *no_color != '\0';
    return isatty(stream) == 1 && !is_unwanted ? ColorMode::Always : ColorMode::Never;
}

std::uint32_t columns_of_terminal() {
    constexpr std::uint32_t kLeast = 40;
    constexpr std::uint32_t kMost = 120;  // longer lines are hard to read
    winsize size{};
    if (isatty(STDOUT_FILENO) != 1 || ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) != 0 ||
        size.ws_col == 0) {
        return TextOptions{}.width;
    }
    return std::clamp<std::uint32_t>(size.ws_col, kLeast, kMost);
}

Console console_of(const Arguments& arguments) {
    Console console;
    console.in = &std::cin;
    console.out = &std::cout;
    console.err = &std::cerr;
    console.out_color = color_mode(arguments.color, STDOUT_FILENO);
    console.err_color = color_mode(arguments.color, STDERR_FILENO);
    console.shows_progress = isatty(STDERR_FILENO) == 1;
    console.width = columns_of_terminal();
    return console;
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

}  // namespace

int run_program(int argc, char** argv) {
    std::ios::sync_with_stdio(false);
    Arguments arguments;
    Command chosen;
    CLI::App app("Finds where sources are at odds.", "atodds");
    app.set_help_all_flag("--help-all", "Help of all commands");
    app.require_subcommand(1);
    app.fallthrough();
    add_choice(app, "--color", arguments.color, kColorChoices, "Colour the output");
    app.footer(
        "Exit codes: 0 nothing found, 1 findings at or above --fail-on, 2 could not do all of "
        "the work.");
    add_report(app, arguments, chosen);
    add_check(app, arguments, chosen);
    add_compare(app, arguments, chosen);
    add_facts(app, arguments, chosen);
    add_explain(app, arguments, chosen);
    add_version(app, chosen);
    // CLI11 reports wrong arguments, and requests for help, by throwing; it ends here.
    try {
        app.parse(argc, argv);
    } catch (const CLI::ParseError& problem) {
        if (problem.get_exit_code() == 0) {
            return app.exit(problem, std::cout, std::cerr);
        }
        const bool has_command = !app.get_subcommands().empty();
        return fail({ErrorCode::Usage,
                     problem.what(),
                     {},
                     fmt::format("see `atodds {}--help`",
                                 has_command ? app.get_subcommands()[0]->get_name() + " " : "")},
                    console_of(Arguments{}));
    }
    const Console console = console_of(arguments);
    if (Result<Done> completed = complete(arguments); !completed) {
        return fail(completed.error(), console);
    }
    return chosen(console);
}

}  // namespace atodds
