#include "cli/command_line.hpp"

#include "base/assert.hpp"
#include "cli/commands.hpp"
#include "cli/outputs.hpp"
#include "cli/rules_command.hpp"
#include "cli/rules_folder.hpp"
#include "cli/usage_error.hpp"
#include "report/format.hpp"

#include <CLI/CLI.hpp>
#include <fmt/format.h>

#include <algorithm>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace atodds {
namespace {

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

// What the arguments fill in.
struct Arguments {
    RunOptions run;
    std::vector<std::string> outputs;
    std::string color = "auto";
    std::string fail_on = "error";
    std::string min_level = "note";
    std::string tiers = "both";
    std::string facts_format = "text";
    std::string rows_file;  ///< --pairs, --jsonl
    std::string name;       ///< id of a finding or rule, name of a new rule, query
    std::uint32_t limit = 20;
    bool removes_absent = false;
    bool shows_stats = false;
};

// The command the arguments chose, run after all of them are checked.
using Command = std::function<int(const Arguments&, const Console&)>;

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
                    "Articles (.txt, .md, .jsonl) or folders of them, README files left out; - is "
                    "standard input")
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
        .add_option(
            "-o,--format", arguments.outputs,
            fmt::format("Write to FILE or standard output; may be repeated: {}", format_names()))
        ->type_name("FORMAT[:FILE]")
        ->allow_extra_args(false);
    add_choice(command, "--fail-on", arguments.fail_on, kFailLevels,
               "Exit with 1 from this level on");
    add_choice(command, "--min-level", arguments.min_level, kLevels,
               "Show nothing below this level; csv, html, json, jsonl and xlsx hold all");
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
        "Reads every article, compares the same fact across all of them and prints what is at\n"
        "odds, strongest first: both quotes, who says so, why, and what to look at next. Each\n"
        "finding has an id in brackets; `atodds explain ID PATH...` shows its whole trace.\n"
        "A Markdown article may open with source, date, url and title between lines of ---;\n"
        "with dates, an update is told from a disagreement.\n\n"
        "Examples:\n"
        "  atodds report articles/\n"
        "  atodds report articles/ -o text -o html:out/report.html\n"
        "  atodds report articles/ --min-level warning --tiers declared\n"
        "  atodds report articles/ -o xlsx:findings.xlsx -o csv:findings.csv\n"
        "  atodds report feed.jsonl --format json --fail-on never\n\n"
        "Formats (docs/formats.md says more):\n" +
        format_list());
    command->callback([&] {
        require_articles(arguments);
        chosen = [](const Arguments& given, const Console& console) {
            return report_command(given.run, console);
        };
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
        "Prints only findings in which a new article takes part; the index is not changed.\n"
        "Build it with: atodds index published/ --index published.idx\n\n"
        "Examples:\n"
        "  atodds check draft.md --index published.idx\n"
        "  atodds check - --index published.idx --fail-on warning < draft.txt\n"
        "  atodds check news/ --index published.idx -o github -o sarif:atodds.sarif\n"
        "  atodds check news/ --index published.idx -o text -o junit:atodds.xml\n\n"
        "Formats (docs/formats.md says more):\n" +
        format_list());
    command->callback([&] {
        chosen = [](const Arguments& given, const Console& console) {
            return check_command(given.run, console);
        };
    });
}

void add_compare(CLI::App& app, Arguments& arguments, Command& chosen) {
    CLI::App* command = app.add_subcommand("compare", "Compare two texts, or many pairs of them");
    CLI::Option* files = command
                             ->add_option("FILE", arguments.run.paths,
                                          "Two articles, or two texts in quotation marks")
                             ->expected(2)
                             ->type_name("A B");
    CLI::Option* pairs =
        command->add_option("--pairs", arguments.rows_file,
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
        "  atodds compare \"All 41 came ashore.\" \"All 47 came ashore.\" --explain\n"
        "  atodds compare --pairs pairs.jsonl > verdicts.jsonl");
    command->callback([&, pairs, files] {
        if (pairs->empty() && files->empty()) {
            throw CLI::RequiredError("A B or --pairs FILE");
        }
        chosen = [has_pairs = !pairs->empty()](const Arguments& given, const Console& console) {
            return has_pairs ? compare_pairs_command(given.run, given.rows_file, console)
                             : compare_two_command(given.run, console);
        };
    });
}

void add_facts(CLI::App& app, Arguments& arguments, Command& chosen) {
    CLI::App* command = app.add_subcommand("facts", "Show what was read from articles");
    add_paths(*command, arguments);
    add_choice(*command, "--format", arguments.facts_format, kFactsFormats, "How to write them");
    add_rules(*command, arguments);
    command->footer(
        "One block a fact: where it stands, which rule read it, its value, how it is said. Start\n"
        "here where a report misses something: what was not read cannot be compared.\n\n"
        "Examples:\n"
        "  atodds facts article.txt\n"
        "  atodds facts articles/ --format jsonl --tiers declared");
    command->callback([&] {
        chosen = [](const Arguments& given, const Console& console) {
            return facts_command(given.run, chosen_of(kFactsFormats, given.facts_format), console);
        };
    });
}

void add_explain(CLI::App& app, Arguments& arguments, Command& chosen) {
    CLI::App* command = app.add_subcommand("explain", "Show how one verdict was reached");
    command->add_option("ID", arguments.name, "Id of a finding, or how it starts")->required();
    add_paths(*command, arguments);
    add_index(*command, arguments, "Compare all articles in this index");
    command->get_option("PATH")->required(false);
    add_rules(*command, arguments);
    command->footer(
        "Every step of the decision order with what it found, => before the step that decided, "
        "and\n"
        "all quotes of all sides with whom each has it from. Also explains agreements.\n\n"
        "Example:\n"
        "  atodds explain 3f9a17c2 articles/");
    command->callback([&] {
        require_articles(arguments);
        chosen = [](const Arguments& given, const Console& console) {
            return explain_command(given.run, given.name, console);
        };
    });
}

void add_values(CLI::App& app, Arguments& arguments, Command& chosen) {
    CLI::App* command = app.add_subcommand("values", "Read every value in rows of text");
    command
        ->add_option("--jsonl", arguments.rows_file,
                     "JSON lines {id, text, ref_date?}; - is standard input")
        ->type_name("FILE")
        ->required();
    command->footer(
        "Example:\n"
        "  atodds values --jsonl rows.jsonl > spans.jsonl");
    command->callback([&] {
        chosen = [](const Arguments& given, const Console& console) {
            return values_command(given.rows_file, console);
        };
    });
}

void add_index_command(CLI::App& app, Arguments& arguments, Command& chosen) {
    CLI::App* command = app.add_subcommand("index", "Build or update an index, or describe one");
    add_paths(*command, arguments);
    command->get_option("PATH")->required(false);
    add_index(*command, arguments, "Folder of the index");
    command->get_option("--index")->required();
    command->add_flag("--remove-absent", arguments.removes_absent,
                      "Drop articles that are not below the paths");
    command->add_flag("--stat", arguments.shows_stats, "Tell what the index holds");
    add_rules(*command, arguments);
    command->footer(
        "Examples:\n"
        "  atodds index articles/ --index published.idx\n"
        "  atodds index --stat --index published.idx");
    command->callback([&] {
        if (arguments.run.paths.empty() && !arguments.shows_stats) {
            throw CLI::RequiredError("PATH or --stat");
        }
        chosen = [](const Arguments& given, const Console& console) {
            return given.shows_stats
                       ? index_stat_command(given.run, console)
                       : index_command(given.run,
                                       given.removes_absent ? Absent::Remove : Absent::Keep,
                                       console);
        };
    });
}

void add_search(CLI::App& app, Arguments& arguments, Command& chosen) {
    CLI::App* command = app.add_subcommand("search", "Find articles by words and facts");
    command->add_option("QUERY", arguments.name, "Words, \"phrases\", fact:RULE, source:NAME")
        ->type_name("")
        ->required();
    add_index(*command, arguments, "Folder of the index");
    command->get_option("--index")->required();
    command->add_option("--limit", arguments.limit, "Most articles to show")
        ->capture_default_str()
        ->type_name("N");
    command->footer(
        "Example:\n"
        "  atodds search \"ferry aground\" --index published.idx");
    command->callback([&] {
        chosen = [](const Arguments& given, const Console& console) {
            return search_command(given.run, given.name, given.limit, console);
        };
    });
}

// One of the subcommands of `rules`; `name_of_argument` is empty where it takes none.
CLI::App* add_rules_part(CLI::App& rules, Arguments& arguments, const std::string& name,
                         const std::string& help, const std::string& name_of_argument,
                         const std::string& help_of_argument) {
    CLI::App* part = rules.add_subcommand(name, help);
    part->add_option("--rules", arguments.run.rules_folder, "Folder of rules and lexicons")
        ->type_name("DIR");
    if (!name_of_argument.empty()) {
        part->add_option(name_of_argument, arguments.name, help_of_argument)->type_name("");
    }
    return part;
}

void add_rules_command(CLI::App& app, Arguments& arguments, Command& chosen) {
    CLI::App* rules = app.add_subcommand("rules", "List, check, test and begin rules");
    rules->require_subcommand(1);
    add_rules_part(*rules, arguments, "list", "One line a rule", "", "")->callback([&] {
        chosen = [](const Arguments& given, const Console& console) {
            return rules_list_command(given.run, console);
        };
    });
    CLI::App* show = add_rules_part(*rules, arguments, "show", "A rule as it is understood", "ID",
                                    "Id of the rule");
    show->get_option("ID")->required();
    show->callback([&] {
        chosen = [](const Arguments& given, const Console& console) {
            return rules_show_command(given.run, given.name, console);
        };
    });
    add_rules_part(*rules, arguments, "lint", "Tell all problems of all files", "", "")
        ->callback([&] {
            chosen = [](const Arguments& given, const Console& console) {
                return rules_lint_command(given.run, console);
            };
        });
    add_rules_part(*rules, arguments, "test", "Run the tests inside the rules", "ID",
                   "Only the tests of this rule")
        ->callback([&] {
            chosen = [](const Arguments& given, const Console& console) {
                return rules_test_command(given.run, given.name, console);
            };
        });
    CLI::App* begin = add_rules_part(*rules, arguments, "new", "Write a rule to start from", "NAME",
                                     "topic/rule-id");
    begin->get_option("NAME")->required();
    begin->callback([&] {
        chosen = [](const Arguments& given, const Console& console) {
            return rules_new_command(given.run, given.name, console);
        };
    });
    rules->footer(
        "Examples:\n"
        "  atodds rules test\n"
        "  atodds rules new shipping/passenger-count");
}

void add_schema(CLI::App& app, Arguments& arguments, Command& chosen) {
    CLI::App* command = app.add_subcommand("schema", "Show the JSON Schemas of the formats");
    command->add_option("NAME", arguments.name, "Which one; without it, a list of all")
        ->type_name("");
    command->footer(
        "Examples:\n"
        "  atodds schema\n"
        "  atodds schema report > report.schema.json");
    command->callback([&] {
        chosen = [](const Arguments& given, const Console& console) {
            return schema_command(given.name, console);
        };
    });
}

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
    run.version = ATODDS_VERSION;
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
    add_report(app, arguments, chosen);
    add_check(app, arguments, chosen);
    add_compare(app, arguments, chosen);
    add_index_command(app, arguments, chosen);
    add_search(app, arguments, chosen);
    add_facts(app, arguments, chosen);
    add_values(app, arguments, chosen);
    add_explain(app, arguments, chosen);
    add_rules_command(app, arguments, chosen);
    add_schema(app, arguments, chosen);
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
