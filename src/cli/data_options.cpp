#include "cli/command_options.hpp"
#include "cli/commands.hpp"

namespace atodds {
namespace {

void add_index_command(CLI::App& app, Arguments& arguments, Command& chosen) {
    CLI::App* command = app.add_subcommand("index", "Build or update an index, or describe one");
    add_paths(*command, arguments);
    add_index(*command, arguments, "Folder of the index; with --stat as many as you like");
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
    add_index(*command, arguments, "Index to search");
    command->get_option("--index")->required();
    command->add_option("--limit", arguments.limit, "Most articles to show")
        ->capture_default_str()
        ->type_name("N");
    command->footer(
        "Example:\n"
        "  atodds search \"ferry aground\" --index published.idx\n"
        "  atodds search \"ferry aground\" --index tcp://shelf-a:4000,tcp://shelf-b:4000");
    command->callback([&] {
        chosen = [](const Arguments& given, const Console& console) {
            return search_command(given.run, given.name, given.limit, console);
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
        arguments.needed = "PATH";
        chosen = [](const Arguments& given, const Console& console) {
            return facts_command(given.run, chosen_of(kFactsFormats, given.facts_format), console);
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

}  // namespace

void add_data_commands(CLI::App& app, Arguments& arguments, Command& chosen) {
    add_index_command(app, arguments, chosen);
    add_search(app, arguments, chosen);
    add_facts(app, arguments, chosen);
    add_values(app, arguments, chosen);
}

}  // namespace atodds
