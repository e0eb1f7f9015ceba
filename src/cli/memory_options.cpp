#include "cli/command_options.hpp"
#include "cli/memory_commands.hpp"

namespace atodds {
namespace {

ListForm form_of(const Arguments& arguments) {
    return arguments.shows_json ? ListForm::JsonLines : ListForm::Text;
}

FindingSource source_of(const Arguments& arguments) {
    return {arguments.run, arguments.report_file};
}

void add_verdict_file(CLI::App& command, Arguments& arguments) {
    command
        .add_option("--verdicts", arguments.run.memory.verdicts,
                    "File of the marks (default .atodds-review.jsonl)")
        ->type_name("FILE");
}

void add_baseline_file(CLI::App& command, Arguments& arguments) {
    command
        .add_option("--baseline", arguments.run.memory.baseline,
                    "File of the baseline (default .atodds-baseline.jsonl)")
        ->type_name("FILE");
}

// Where findings are looked up.
void add_source(CLI::App& command, Arguments& arguments) {
    add_paths(command, arguments);
    add_index(command, arguments, "Index to look findings up in, as for report");
    command
        .add_option("--from-report", arguments.report_file,
                    "Look findings up in a JSON report in place of the articles")
        ->type_name("FILE");
    add_rules(command, arguments);
}

void need_source(Arguments& arguments) {
    arguments.needed =
        arguments.report_file.empty() ? "PATH, --index DIR or --from-report FILE" : "";
}

void add_mark(CLI::App& review, Arguments& arguments, Command& chosen, const std::string& name,
              const std::string& help, ReviewVerdict verdict) {
    CLI::App* command = review.add_subcommand(name, help);
    command->add_option("ID", arguments.name, "Id of a finding, or how it starts")->required();
    add_source(*command, arguments);
    command->add_option("--note", arguments.note, "Why")->type_name("TEXT");
    command->add_option("--by", arguments.by, "Who says so")->type_name("NAME");
    command->add_option("--date", arguments.date, "When (default today)")->type_name("DAY");
    add_verdict_file(*command, arguments);
    command->callback([&, verdict] {
        need_source(arguments);
        chosen = [verdict](const Arguments& given, const Console& console) {
            return review_mark_command(source_of(given), given.name,
                                       {verdict, given.note, given.by, given.date}, console);
        };
    });
}

void add_review_import(CLI::App& review, Arguments& arguments, Command& chosen) {
    CLI::App* command = review.add_subcommand("import", "Take over what the HTML report saved");
    command->add_option("FILE", arguments.rows_file, "The file of marks")
        ->required()
        ->type_name("");
    add_source(*command, arguments);
    command->add_option("--by", arguments.by, "Who says so, where the file does not tell")
        ->type_name("NAME");
    add_verdict_file(*command, arguments);
    command->callback([&] {
        need_source(arguments);
        chosen = [](const Arguments& given, const Console& console) {
            return review_import_command(source_of(given), given.rows_file, given.by, console);
        };
    });
}

// A command that prints what a file holds.
template <typename Print>
void add_listing(CLI::App& group, Arguments& arguments, Command& chosen, const std::string& name,
                 const std::string& help, void (*add_file)(CLI::App&, Arguments&), Print print) {
    CLI::App* command = group.add_subcommand(name, help);
    add_file(*command, arguments);
    command->add_flag("--json", arguments.shows_json, "JSON lines");
    command->callback([&, print] {
        chosen = [print](const Arguments& given, const Console& console) {
            return print(given.run, form_of(given), console);
        };
    });
}

void add_review(CLI::App& app, Arguments& arguments, Command& chosen) {
    CLI::App* review = app.add_subcommand("review", "Remember what people say of findings");
    review->require_subcommand(1);
    add_mark(*review, arguments, chosen, "accept", "The sources are at odds; keep it in sight",
             ReviewVerdict::Accepted);
    add_mark(*review, arguments, chosen, "false-alarm", "They are not at odds; hide it",
             ReviewVerdict::FalseAlarm);
    add_mark(*review, arguments, chosen, "dismiss", "They are, and it does not matter; hide it",
             ReviewVerdict::Dismissed);
    add_review_import(*review, arguments, chosen);
    add_listing(*review, arguments, chosen, "list", "Every mark", add_verdict_file,
                review_list_command);
    add_listing(*review, arguments, chosen, "stats", "How often people sided with each rule",
                add_verdict_file, review_stats_command);
    review->footer(
        "Marks live in a text file made for version control, one line each. They hold where an\n"
        "article is moved or re-worded around the values (docs/decisions/009).\n\n"
        "Examples:\n"
        "  atodds review false-alarm 3f9a17c2 articles/ --note \"two ferries\" --by Ada\n"
        "  atodds review import marks.json --from-report report.json\n"
        "  atodds review stats");
}

void add_baseline_part(CLI::App& baseline, Arguments& arguments, Command& chosen,
                       const std::string& name, const std::string& help,
                       int (*run)(const FindingSource&, const Console&)) {
    CLI::App* command = baseline.add_subcommand(name, help);
    add_source(*command, arguments);
    add_baseline_file(*command, arguments);
    command->callback([&, run] {
        need_source(arguments);
        chosen = [run](const Arguments& given, const Console& console) {
            return run(source_of(given), console);
        };
    });
}

void add_baseline(CLI::App& app, Arguments& arguments, Command& chosen) {
    CLI::App* baseline = app.add_subcommand("baseline", "Remember findings that are known");
    baseline->require_subcommand(1);
    add_baseline_part(*baseline, arguments, chosen, "create",
                      "Write down every finding there is; replaces the file",
                      baseline_create_command);
    add_baseline_part(*baseline, arguments, chosen, "prune", "Forget what is found no more",
                      baseline_prune_command);
    add_listing(*baseline, arguments, chosen, "show", "Every finding of the baseline",
                add_baseline_file, baseline_show_command);
    baseline->footer(
        "With --baseline, report and check hide what is known and tell new from changed.\n\n"
        "Examples:\n"
        "  atodds baseline create articles/\n"
        "  atodds check --changed-from main --baseline .atodds-baseline.jsonl\n"
        "  atodds baseline prune articles/");
}

}  // namespace

void add_memory_commands(CLI::App& app, Arguments& arguments, Command& chosen) {
    add_review(app, arguments, chosen);
    add_baseline(app, arguments, chosen);
}

}  // namespace atodds
