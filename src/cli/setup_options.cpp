#include "cli/command_options.hpp"
#include "cli/commands.hpp"
#include "cli/completions.hpp"
#include "cli/config.hpp"
#include "cli/manual.hpp"
#include "cli/outputs.hpp"
#include "cli/whole_file.hpp"

#include <ostream>

namespace atodds {
namespace {

const Choices<Shell> kShells = {{"bash", Shell::Bash}, {"zsh", Shell::Zsh}, {"fish", Shell::Fish}};

int init_command(const Console& console) {
    const std::string file = ".atodds.yml";
    if (Result<Done> written = write_new_file(file, sample_config()); !written) {
        Error error = written.error();
        error.hint = "atodds init never overwrites; edit the file that is there";
        return fail(error, console);
    }
    *console.out << "wrote " << file << "; every key in it is a comment with its default\n";
    return kExitClean;
}

void add_init(CLI::App& app, Command& chosen) {
    CLI::App* command = app.add_subcommand("init", "Write a commented .atodds.yml to start from");
    command->footer(
        "Never overwrites.\n\n"
        "Example:\n"
        "  atodds init");
    command->callback([&] {
        chosen = [](const Arguments&, const Console& console) { return init_command(console); };
    });
}

// What was made of the options while they were at hand is printed later.
Command printing(std::string text) {
    return [text = std::move(text)](const Arguments&, const Console& console) {
        *console.out << text;
        return kExitClean;
    };
}

void add_completions(CLI::App& app, Arguments& arguments, Command& chosen) {
    CLI::App* command = app.add_subcommand("completions", "Print completions for a shell");
    command->add_option("SHELL", arguments.name, "bash, zsh or fish")->type_name("")->required();
    command->footer(
        "`make install` and the package put them where shells look.\n\n"
        "Examples:\n"
        "  atodds completions bash > ~/.local/share/bash-completion/completions/atodds\n"
        "  atodds completions zsh > ~/.zfunc/_atodds\n"
        "  atodds completions fish > ~/.config/fish/completions/atodds.fish");
    command->callback([&] {
        for (const auto& [word, shell] : kShells) {
            if (word == arguments.name) {
                chosen = printing(completions_of(app, shell));
                return;
            }
        }
        throw CLI::ValidationError("SHELL", "\"" + arguments.name + "\" is none of bash|zsh|fish");
    });
}

void add_manual(CLI::App& app, Command& chosen) {
    CLI::App* command = app.add_subcommand("man", "Print the manual page");
    command->footer(
        "Example:\n"
        "  atodds man | man -l -");
    command->callback([&] { chosen = printing(manual_of(app)); });
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

}  // namespace

void add_setup_commands(CLI::App& app, Arguments& arguments, Command& chosen) {
    add_init(app, chosen);
    add_schema(app, arguments, chosen);
    add_completions(app, arguments, chosen);
    add_manual(app, chosen);
}

}  // namespace atodds
