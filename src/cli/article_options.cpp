#include "cli/command_options.hpp"
#include "cli/commands.hpp"

namespace atodds {
namespace {

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
        "  atodds report feed.jsonl --format json --fail-on never");
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
        "  atodds check - --index published.idx --fail-on warning < draft.txt");
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

}  // namespace

void add_article_commands(CLI::App& app, Arguments& arguments, Command& chosen) {
    add_report(app, arguments, chosen);
    add_check(app, arguments, chosen);
    add_compare(app, arguments, chosen);
    add_explain(app, arguments, chosen);
}

}  // namespace atodds
