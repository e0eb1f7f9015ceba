#include "cli/arguments.hpp"

#include "report/format.hpp"

#include <fmt/format.h>

namespace atodds {

void add_added_rules(CLI::App& command, Arguments& arguments) {
    command
        .add_option("--add-rules", arguments.run.added_rules,
                    "Folder of your own rules, read with the others; may be repeated")
        ->type_name("DIR")
        ->allow_extra_args(false);
}

void add_rules(CLI::App& command, Arguments& arguments) {
    command
        .add_option("--rules", arguments.run.rules_folder,
                    "Folder of rules and lexicons, in place of those that ship")
        ->type_name("DIR");
    add_added_rules(command, arguments);
    add_choice(command, "--tiers", arguments.tiers, kTiers, "Facts to read: by rules, open, both");
}

void add_paths(CLI::App& command, Arguments& arguments) {
    command
        .add_option("PATH", arguments.run.paths,
                    "Articles (.txt, .md, .jsonl) or folders of them, README files left out; - is "
                    "standard input")
        ->type_name("");
    command.add_option("--exclude", arguments.run.ingest.excluded, "Leave out matching paths")
        ->type_name("GLOB")
        ->allow_extra_args(false);
    command
        .add_option("--stdin-filename", arguments.run.ingest.stdin_filename,
                    "Name of what comes by standard input, in reports and for its format")
        ->type_name("NAME");
    command.add_option("--threads", arguments.run.threads, "Threads that read; 0: all cores")
        ->capture_default_str()
        ->type_name("N");
}

void add_outputs(CLI::App& command, Arguments& arguments) {
    command
        .add_option(
            "-o,--output,--format", arguments.outputs,
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
    command
        .add_option("--index", arguments.run.index_places,
                    help + "; folders, stub files and tcp://HOST:PORT are one index together")
        ->type_name("DIR,...")
        ->delimiter(',')
        ->allow_extra_args(false);
}

void add_memory(CLI::App& command, Arguments& arguments) {
    RunOptions& run = arguments.run;
    command
        .add_option("--select", run.selected,
                    "Only these findings: rules, globs, or kinds such as open, update, "
                    "inside-article")
        ->type_name("RULE,...")
        ->delimiter(',')
        ->allow_extra_args(false);
    command.add_option("--ignore", run.ignored, "Not these findings; wins over --select")
        ->type_name("RULE,...")
        ->delimiter(',')
        ->allow_extra_args(false);
    command.add_option("--baseline", run.memory.baseline, "Hide what this file knows already")
        ->type_name("FILE");
    command
        .add_option("--verdicts", run.memory.verdicts,
                    "What reviewers said (default .atodds-review.jsonl where that exists)")
        ->type_name("FILE");
    command
        .add_option("--suppressions", run.memory.suppressions,
                    "What to keep out of sight (default .atodds-suppress.yml where that exists)")
        ->type_name("FILE");
}

}  // namespace atodds
