#include "cli/outputs.hpp"
#include "cli/rules_command.hpp"
#include "cli/rules_folder.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <ostream>
#include <string_view>

namespace atodds {
namespace {

namespace fs = std::filesystem;

// Sound as it stands, so that an author changes one thing at a time and sees what breaks.
constexpr std::string_view kSkeleton = R"yaml(rule: {id}
question: How many visitors came to the festival?     # what is compared, as a question
why-it-matters: Organisers and police count differently.

# Slots are what patterns bind. Each has one kind: entity, words, categories, level, number,
# money, percent, ordinal, date, duration, quantity or quote.
slots:
  place: {words: [festival, fair, exhibition]}
  count: {number: any}

# Facts are compared only if their key slots are equal.
key: [place]

# Patterns; any of them reads the fact. Words match in all inflections, `..` is a gap inside the
# clause, (a|b) are alternatives, x? is optional. Quote every pattern.
find:
  - "{count} (visitor|guest|people) .. (come|flock) .. {place}"
  - "{place} .. (draw|attract) {count} (visitor|guest|people)"

value: count                # the slot that is compared
compare: {numbers: 0}       # numbers are at odds when they do not meet; 0.05 widens them by 5 %
changes: true               # a later figure is an update, not a disagreement
level: warning              # error, warning or note

# Two texts with facts, one near miss and one comparison are required.
# atodds rules test runs them.
tests:
  - {name: police, text: "Some 4,000 visitors came to the festival.", facts: [{count: 4000, place: festival}]}
  - {name: host, text: "The festival drew 9,000 guests.", facts: [{count: 9000, place: festival}]}
  - {name: stalls, text: "The festival has 300 stalls.", facts: []}
  - {compare: [police, host], verdict: disagree}
)yaml";

bool is_name_part(std::string_view part) {
    return !part.empty() && std::ranges::all_of(part, [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-';
    });
}

/// "topic/rule-id" or "rule-id": nothing that could lead out of the folder.
bool is_rule_name(std::string_view name) {
    const std::size_t slash = name.find('/');
    return slash == std::string_view::npos
               ? is_name_part(name)
               : is_name_part(name.substr(0, slash)) && is_name_part(name.substr(slash + 1));
}

std::string skeleton_for(std::string_view id) {
    std::string text(kSkeleton);
    constexpr std::string_view kMark = "{id}";
    return text.replace(text.find(kMark), kMark.size(), id);
}

// Rules of another folder than the shipped one are read only where somebody asks for them.
std::string next_steps(const RunOptions& options, const fs::path& rule) {
    std::error_code ignored;
    const bool is_shipped = fs::equivalent(options.rules_folder, default_rules_folder(), ignored);
    const std::string folder = is_shipped ? "" : " --add-rules " + options.rules_folder;
    std::string text = fmt::format("edit it, then test it and use it:\n  atodds rules test {}{}\n",
                                   rule.stem().string(), folder);
    text += fmt::format("  atodds report ARTICLES{}\n", folder);
    if (!is_shipped) {
        text += fmt::format("or leave the option out and write in .atodds.yml: add-rules: [{}]\n",
                            options.rules_folder);
    }
    return text;
}

}  // namespace

int rules_new_command(const RunOptions& options, const std::string& name, const Console& console) {
    if (!is_rule_name(name)) {
        return fail({ErrorCode::Usage,
                     fmt::format("\"{}\" is no name for a rule", name),
                     {},
                     "write topic/rule-id with small letters, digits and hyphens"},
                    console);
    }
    const fs::path path = fs::path(options.rules_folder) / "topics" / (name + ".yml");
    std::error_code failure;
    if (fs::exists(path, failure)) {
        return fail({ErrorCode::Unwritable,
                     "the rule exists already",
                     {path.string(), {}},
                     "choose another name; nothing was changed"},
                    console);
    }
    fs::create_directories(path.parent_path(), failure);
    std::ofstream stream(path, std::ios::binary);
    stream << skeleton_for(path.stem().string());
    stream.close();
    if (failure || !stream) {
        return fail({ErrorCode::Unwritable,
                     "cannot write the rule",
                     {path.string(), {}},
                     "check the folder and its permissions"},
                    console);
    }
    *console.out << fmt::format("{}\n{}", path.string(), next_steps(options, path));
    return kExitClean;
}

}  // namespace atodds
