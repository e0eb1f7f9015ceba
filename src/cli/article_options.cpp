#include "cli/command_options.hpp"
#include "cli/commands.hpp"
#include "report/format.hpp"

namespace atodds {
namespace {

std::string formats_footer() {
    return "Formats (docs/formats.md says more):\n" + format_list();
}

void add_report(CLI::App& app, Arguments& arguments, Command& chosen) {
    CLI::App* command = app.add_subcommand("report", "Compare articles with each other");
    add_paths(*command, arguments);
    add_outputs(*command, arguments);
    add_index(
        *command, arguments,
        "Index of the articles, kept here and compared as a whole; without PATH it is only read");
    command
        ->add_option(
            "--max-findings", arguments.run.most_findings,
            "Of a large collection list the first N findings and count the others; 0 lists all")
        ->capture_default_str()
        ->type_name("N");
    add_memory(*command, arguments);
    add_rules(*command, arguments);
    command->footer(
        "Reads every article, compares the same fact across all of them and prints what is at\n"
        "odds, strongest first: both quotes, who says so, why, and what to look at next. Each\n"
        "finding has an id in brackets; `atodds explain ID PATH...` shows its whole trace.\n"
        "An article may open with source, date, url and title between lines of ---;\n"
        "with dates, an update is told from a disagreement.\n\n"
        "Examples:\n"
        "  atodds report articles/\n"
        "  atodds report articles/ -o text -o html:out/report.html\n"
        "  atodds report articles/ --min-level warning --tiers declared\n"
        "  atodds report articles/ -o xlsx:findings.xlsx -o csv:findings.csv\n"
        "  atodds report feed.jsonl --format json --fail-on never\n\n" +
        formats_footer());
    command->callback([&] {
        arguments.needed = "PATH or --index DIR";
        chosen = [](const Arguments& given, const Console& console) {
            return report_command(given.run, console);
        };
    });
}

void add_scope(CLI::App& command, Arguments& arguments) {
    CheckScope& scope = arguments.run.scope;
    command
        .add_option("--against", scope.against,
                    "Articles or folders to compare with; may be repeated")
        ->type_name("PATH")
        ->allow_extra_args(false);
    command
        .add_option("--changed-from", scope.changed_from,
                    "Check what changed since the merge base with REF, against the other articles "
                    "of the repository")
        ->type_name("REF");
    command.add_flag("--tracked-only", scope.tracked_only,
                     "With --changed-from: pass over files that git does not track");
    command
        .add_option("--files-from", scope.files_from,
                    "Read more paths from FILE, one a line or parted by zero bytes; - is standard "
                    "input")
        ->type_name("FILE");
}

void add_check(CLI::App& app, Arguments& arguments, Command& chosen) {
    CLI::App* command = app.add_subcommand("check", "Compare new articles with others; for CI");
    add_paths(*command, arguments);
    add_scope(*command, arguments);
    add_outputs(*command, arguments);
    add_index(*command, arguments, "Index of what is already published, only read");
    add_memory(*command, arguments);
    add_rules(*command, arguments);
    command->footer(
        "Prints only findings in which a checked article takes part. Without --index, --against\n"
        "and --changed-from the articles are compared with each other. The exit code is 1 where a\n"
        "finding reaches --fail-on, whatever is written where; 2 where not all could be read.\n"
        "An article silences a finding with a comment in the paragraph or on the line above it:\n"
        "  <!-- atodds-ignore RULE: why this is no matter -->\n\n"
        "Examples:\n"
        "  atodds check draft.md --against published/\n"
        "  atodds check --changed-from origin/main --baseline .atodds-baseline.jsonl\n"
        "  atodds check draft.md --index published.idx -o text -o junit:atodds.xml\n"
        "  atodds check --changed-from origin/main -o github -o sarif:atodds.sarif\n"
        "  atodds check - --stdin-filename draft.md --against published/ < draft.md\n"
        "  git diff --name-only -z --diff-filter=d main | atodds check --files-from - \\\n"
        "      --against published/\n\n" +
        formats_footer());
    command->callback([&] {
        const CheckScope& scope = arguments.run.scope;
        if (scope.changed_from.empty() && scope.files_from.empty()) {
            arguments.needed = "PATH, --changed-from REF or --files-from FILE";
        }
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
                             ->expected(0, 2)
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
        if (pairs->empty() && files->count() != 2) {
            throw CLI::RequiredError("A and B (two articles), or --pairs FILE");
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
    add_index(*command, arguments, "Index of the articles, as for report");
    add_rules(*command, arguments);
    command->footer(
        "Every step of the decision order with what it found, => before the step that decided, "
        "and\n"
        "all quotes of all sides with whom each has it from. Also explains agreements.\n\n"
        "Example:\n"
        "  atodds explain 3f9a17c2 articles/");
    command->callback([&] {
        arguments.needed = "PATH or --index DIR";
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
