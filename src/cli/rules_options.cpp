#include "cli/command_options.hpp"
#include "cli/rules_command.hpp"

namespace atodds {
namespace {

// One of the subcommands of `rules`; `name_of_argument` is empty where it takes none.
CLI::App* add_rules_part(CLI::App& rules, Arguments& arguments, const std::string& name,
                         const std::string& help, const std::string& name_of_argument,
                         const std::string& help_of_argument) {
    CLI::App* part = rules.add_subcommand(name, help);
    part->add_option("--rules", arguments.run.rules_folder,
                     name == "new" ? "Folder to write to (default rules)"
                                   : "Folder of rules and lexicons, in place of those that ship")
        ->type_name("DIR");
    if (name != "new") {
        add_added_rules(*part, arguments);
    }
    if (!name_of_argument.empty()) {
        part->add_option(name_of_argument, arguments.name, help_of_argument)->type_name("");
    }
    return part;
}

}  // namespace

void add_rules_commands(CLI::App& app, Arguments& arguments, Command& chosen) {
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
        "  atodds rules list\n"
        "  atodds rules new shipping/passenger-count\n"
        "  atodds rules test passenger-count --add-rules rules");
}

}  // namespace atodds
