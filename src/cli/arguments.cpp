#include "cli/arguments.hpp"

namespace atodds {

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

}  // namespace atodds
