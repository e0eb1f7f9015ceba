#pragma once
// What the options of all commands share: the words they take, the variables they fill, and the
// options that several commands have. Only the files that include this know CLI11.

#include "base/assert.hpp"
#include "cli/command_line.hpp"
#include "cli/options.hpp"

#include <CLI/CLI.hpp>
#include <fmt/format.h>

#include <algorithm>
#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace atodds {

/// The words an option takes, in the order help shows them.
template <typename T>
using Choices = std::vector<std::pair<std::string, T>>;

inline const Choices<ColorChoice> kColorChoices = {
    {"auto", ColorChoice::Auto}, {"always", ColorChoice::Always}, {"never", ColorChoice::Never}};
inline const Choices<Level> kLevels = {
    {"error", Level::Error}, {"warning", Level::Warning}, {"note", Level::Note}};
inline const Choices<std::optional<Level>> kFailLevels = {{"error", Level::Error},
                                                          {"warning", Level::Warning},
                                                          {"note", Level::Note},
                                                          {"never", std::nullopt}};
inline const Choices<Tiers> kTiers = {
    {"both", Tiers::Both}, {"declared", Tiers::DeclaredOnly}, {"open", Tiers::OpenOnly}};
inline const Choices<FactsFormat> kFactsFormats = {{"text", FactsFormat::Text},
                                                   {"jsonl", FactsFormat::JsonLines}};

/// What the arguments fill in.
struct Arguments {
    RunOptions run;
    std::vector<std::string> outputs;
    std::string color = "auto";
    std::string fail_on = "error";
    std::string min_level = "note";
    std::string tiers = "both";
    std::string facts_format = "text";
    std::string rows_file;  ///< --pairs, --jsonl
    std::string out;        ///< folder that map and merge make
    std::string run_file;   ///< --runs
    std::string name;       ///< id of a finding or rule, name of a new rule, query
    std::uint32_t limit = 20;
    bool removes_absent = false;
    std::string shard;  ///< --shard
    /// What to say where, the configuration heard, there is neither a path nor an index; empty: the
    /// command needs none.
    std::string needed;
    bool shows_stats = false;
    bool shows_json = false;     ///< --json
    std::string config_file;     ///< --config
    bool has_no_config = false;  ///< --no-config
    std::string note;            ///< of a review mark
    std::string by;
    std::string date;
    std::string report_file;  ///< --from-report
};

/// The command the arguments chose, run after all of them are checked.
using Command = std::function<int(const Arguments&, const Console&)>;

template <typename T>
T chosen_of(const Choices<T>& choices, const std::string& word) {
    const auto found = std::find_if(choices.begin(), choices.end(),
                                    [&](const auto& choice) { return choice.first == word; });
    ATODDS_ASSERT(found != choices.end(), "add_choice accepts only these words");
    return found->second;
}

/// An option that takes one of a few words; `variable` holds the default.
template <typename T>
void add_choice(CLI::App& command, const std::string& name, std::string& variable,
                const Choices<T>& choices, const std::string& help) {
    std::string words;
    for (const auto& [word, value] : choices) {
        words += words.empty() ? word : "|" + word;
    }
    command.add_option(name, variable, fmt::format("{} (default {})", help, variable))
        ->type_name(words)
        ->check([&choices, words](const std::string& given) {
            const bool is_known =
                std::any_of(choices.begin(), choices.end(),
                            [&](const auto& choice) { return choice.first == given; });
            return is_known ? std::string() : fmt::format("\"{}\" is none of {}", given, words);
        });
}

/// Where the rules are and which facts are read.
void add_rules(CLI::App& command, Arguments& arguments);

/// Option --add-rules alone.
void add_added_rules(CLI::App& command, Arguments& arguments);

/// The articles, required, and how they are read.
void add_paths(CLI::App& command, Arguments& arguments);

/// Where the report goes, what of it is shown, and what fails.
void add_outputs(CLI::App& command, Arguments& arguments);

void add_index(CLI::App& command, Arguments& arguments, const std::string& help);

/// Which findings count, and the files that remember what was said of them.
void add_memory(CLI::App& command, Arguments& arguments);

}  // namespace atodds
