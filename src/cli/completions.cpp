#include "cli/completions.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <vector>

namespace atodds {
namespace {

// One command with the words that lead to it, "atodds rules test".
struct Place {
    std::string words;
    const CLI::App* app;
};

void collect(const CLI::App& app, const std::string& words, std::vector<Place>& places) {
    places.push_back({words, &app});
    for (const CLI::App* part : parts_of(app)) {
        collect(*part, words + " " + part->get_name(), places);
    }
}

std::vector<Place> places_of(const CLI::App& app) {
    std::vector<Place> places;
    collect(app, app.get_name(), places);
    return places;
}

std::vector<std::string> names_of(const CLI::Option& option) {
    std::vector<std::string> names;
    for (const std::string& name : option.get_snames()) {
        names.push_back("-" + name);
    }
    for (const std::string& name : option.get_lnames()) {
        names.push_back("--" + name);
    }
    return names;
}

bool takes_value(const CLI::Option& option) {
    return option.get_items_expected_max() > 0;
}

// Options of the whole program stand behind every command too.
std::vector<const CLI::Option*> options_of(const CLI::App& top, const CLI::App& app) {
    std::vector<const CLI::Option*> options;
    for (const CLI::App* from : {&app, &top}) {
        for (const CLI::Option* option : from->get_options()) {
            const bool is_known =
                std::any_of(options.begin(), options.end(), [&](const CLI::Option* known) {
                    return known->get_lnames() == option->get_lnames();
                });
            if (!names_of(*option).empty() && !is_known) {
                options.push_back(option);
            }
        }
        if (&app == &top) {
            break;
        }
    }
    return options;
}

// `'` ends a quoted word of a shell; it is put in between.
std::string shell_quoted(const std::string& text) {
    std::string out = "'";
    for (const char c : text) {
        out += c == '\'' ? std::string(R"('\'')") : std::string(1, c);
    }
    return out + "'";
}

std::string bash_case(const CLI::App& top, const Place& place) {
    std::string words;
    std::string values;
    for (const CLI::App* part : parts_of(*place.app)) {
        words += " " + part->get_name();
    }
    for (const CLI::Option* option : options_of(top, *place.app)) {
        const std::vector<std::string> names = names_of(*option);
        words += fmt::format(" {}", fmt::join(names, " "));
        if (!takes_value(*option)) {
            continue;
        }
        const std::vector<std::string> choices = words_of_type(option->get_type_name());
        values += fmt::format(
            "                {}) {} ;;\n", fmt::join(names, "|"),
            choices.empty() ? "COMPREPLY=(); compopt -o default 2>/dev/null; return"
                            : fmt::format(R"(COMPREPLY=($(compgen -W "{}" -- "$word")); return)",
                                          fmt::join(choices, " ")));
    }
    return fmt::format(
        "        \"{}\")\n            words=\"{}\"\n            case \"$before\" in\n{}"
        "            esac ;;\n",
        place.words, words.substr(std::min<std::size_t>(1, words.size())), values);
}

std::string bash_script(const CLI::App& app) {
    std::string text = R"(# Completions of atodds for bash; made by `atodds completions bash`.
_atodds() {
    local word="${COMP_WORDS[COMP_CWORD]}" before="${COMP_WORDS[COMP_CWORD-1]}"
    local place=atodds words i
    for ((i = 1; i < COMP_CWORD; i++)); do
        case "$place ${COMP_WORDS[i]}" in
)";
    const std::vector<Place> places = places_of(app);
    std::string known;
    for (const Place& place : places) {
        if (place.app != &app) {
            known += fmt::format("{}\"{}\"", known.empty() ? "" : "|", place.words);
        }
    }
    text += fmt::format("            {}) place=\"$place ${{COMP_WORDS[i]}}\" ;;\n", known);
    text += "        esac\n    done\n    case \"$place\" in\n";
    for (const Place& place : places) {
        text += bash_case(app, place);
    }
    return text + R"(    esac
    COMPREPLY=($(compgen -W "$words" -- "$word"))
    if [[ ${#COMPREPLY[@]} -eq 0 && $word != -* ]]; then
        compopt -o default 2>/dev/null
    fi
}
complete -F _atodds atodds
)";
}

// Colons and brackets mean something in a specification of _arguments.
std::string zsh_help(const std::string& help) {
    std::string out;
    for (const char c : help) {
        out += c == '[' || c == ']' || c == ':' || c == '\\' ? std::string("\\") + c
                                                             : std::string(1, c);
    }
    return out;
}

std::string zsh_option(const CLI::Option& option) {
    std::string text;
    for (const std::string& name : names_of(option)) {
        std::string spec = fmt::format("*{}[{}]", name, zsh_help(option.get_description()));
        if (takes_value(option)) {
            const std::vector<std::string> choices = words_of_type(option.get_type_name());
            spec += choices.empty() ? ":value:_files"
                                    : fmt::format(":value:({})", fmt::join(choices, " "));
        }
        text += fmt::format("                {} \\\n", shell_quoted(spec));
    }
    return text;
}

std::string zsh_case(const CLI::App& top, const Place& place) {
    std::string text = fmt::format("        {})\n", shell_quoted(place.words));
    const std::vector<const CLI::App*> parts = parts_of(*place.app);
    if (!parts.empty()) {
        text += "            commands=(\n";
        for (const CLI::App* part : parts) {
            text += fmt::format("                {}\n",
                                shell_quoted(fmt::format("{}:{}", part->get_name(),
                                                         zsh_help(part->get_description()))));
        }
        text += "            )\n            [[ $PREFIX == -* ]] || _describe command commands\n";
    }
    text += "            _arguments \\\n";
    for (const CLI::Option* option : options_of(top, *place.app)) {
        text += zsh_option(*option);
    }
    return text + (parts.empty() ? "                '*:file:_files' ;;\n"
                                 : "                '*::: :' ;;\n");
}

std::string zsh_script(const CLI::App& app) {
    std::string text = R"(#compdef atodds
# Completions of atodds for zsh; made by `atodds completions zsh`.
_atodds() {
    local place=atodds word
    local -a commands
    for word in ${words[2,CURRENT-1]}; do
        case "$place $word" in
)";
    const std::vector<Place> places = places_of(app);
    std::string known;
    for (const Place& place : places) {
        if (place.app != &app) {
            known += fmt::format("{}{}", known.empty() ? "" : "|", shell_quoted(place.words));
        }
    }
    text += fmt::format("            {}) place=\"$place $word\" ;;\n", known);
    text += "        esac\n    done\n    case $place in\n";
    for (const Place& place : places) {
        text += zsh_case(app, place);
    }
    return text +
           "    esac\n}\nif [[ $funcstack[1] == _atodds ]]; then\n    _atodds \"$@\"\nelse\n"
           "    compdef _atodds atodds\nfi\n";
}

// True for the completion of exactly this command: all of its words, none of its parts.
std::string fish_condition(const Place& place) {
    const std::vector<const CLI::App*> parts = parts_of(*place.app);
    std::string condition;
    const std::size_t blank = place.words.find(' ');
    std::string rest = blank == std::string::npos ? "" : place.words.substr(blank + 1);
    while (!rest.empty()) {
        const std::size_t end = std::min(rest.find(' '), rest.size());
        condition += fmt::format("{}__fish_seen_subcommand_from {}",
                                 condition.empty() ? "" : "; and ", rest.substr(0, end));
        rest.erase(0, end + 1);
    }
    if (!parts.empty()) {
        std::string names;
        for (const CLI::App* part : parts) {
            names += " " + part->get_name();
        }
        condition += fmt::format("{}not __fish_seen_subcommand_from{}",
                                 condition.empty() ? "" : "; and ", names);
    }
    return condition;
}

std::string fish_script(const CLI::App& app) {
    std::string text = "# Completions of atodds for fish; made by `atodds completions fish`.\n";
    for (const Place& place : places_of(app)) {
        const std::string begin =
            fmt::format("complete -c atodds -n {}", shell_quoted(fish_condition(place)));
        for (const CLI::App* part : parts_of(*place.app)) {
            text += fmt::format("{} -f -a {} -d {}\n", begin, part->get_name(),
                                shell_quoted(part->get_description()));
        }
        for (const CLI::Option* option : options_of(app, *place.app)) {
            text += begin;
            for (const std::string& name : option->get_snames()) {
                text += fmt::format(" -s {}", name);
            }
            for (const std::string& name : option->get_lnames()) {
                text += fmt::format(" -l {}", name);
            }
            const std::vector<std::string> choices = words_of_type(option->get_type_name());
            if (!choices.empty()) {
                text += fmt::format(" -x -a {}",
                                    shell_quoted(fmt::format("{}", fmt::join(choices, " "))));
            } else if (takes_value(*option)) {
                text += " -r";
            }
            text += fmt::format(" -d {}\n", shell_quoted(option->get_description()));
        }
    }
    return text;
}

}  // namespace

std::string completions_of(const CLI::App& app, Shell shell) {
    switch (shell) {
        case Shell::Bash:
            return bash_script(app);
        case Shell::Zsh:
            return zsh_script(app);
        case Shell::Fish:
            break;
    }
    return fish_script(app);
}

std::vector<std::string> words_of_type(const std::string& type_name) {
    std::vector<std::string> words;
    if (type_name.find('|') == std::string::npos) {
        return words;
    }
    for (std::size_t at = 0; at <= type_name.size();) {
        const std::size_t end = std::min(type_name.find('|', at), type_name.size());
        words.push_back(type_name.substr(at, end - at));
        at = end + 1;
    }
    return words;
}

std::vector<const CLI::App*> parts_of(const CLI::App& app) {
    std::vector<const CLI::App*> parts;
    for (const CLI::App* part : app.get_subcommands([](const CLI::App*) { return true; })) {
        if (!part->get_name().empty()) {
            parts.push_back(part);
        }
    }
    return parts;
}

}  // namespace atodds
