#include "cli/config.hpp"

#include "cli/index_places.hpp"
#include "cli/input.hpp"
#include "ruleset/map_reader.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cstdint>
#include <filesystem>
#include <system_error>
#include <utility>

namespace atodds {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view kFileName = ".atodds.yml";

enum class KeyForm : std::uint8_t { Text, List, Level, FailLevel, Tiers, Count };

struct Key {
    std::string_view name;
    KeyForm form;
};

// docs/schemas/config.schema.json has the same keys; a test compares them.
constexpr std::array kKeys = std::to_array<Key>({
    {"paths", KeyForm::List},
    {"exclude", KeyForm::List},
    {"rules", KeyForm::Text},
    {"add-rules", KeyForm::List},
    {"tiers", KeyForm::Tiers},
    {"select", KeyForm::List},
    {"ignore", KeyForm::List},
    {"fail-on", KeyForm::FailLevel},
    {"min-level", KeyForm::Level},
    {"output", KeyForm::List},
    {"index", KeyForm::List},
    {"against", KeyForm::List},
    {"baseline", KeyForm::Text},
    {"verdicts", KeyForm::Text},
    {"suppressions", KeyForm::Text},
    {"threads", KeyForm::Count},
});

std::vector<std::string_view> key_names() {
    std::vector<std::string_view> names;
    for (const Key& key : kKeys) {
        names.push_back(key.name);
    }
    return names;
}

std::vector<std::string_view> words_of(KeyForm form) {
    switch (form) {
        case KeyForm::Level:
            return {"error", "warning", "note"};
        case KeyForm::FailLevel:
            return {"error", "warning", "note", "never"};
        case KeyForm::Tiers:
            return {"both", "declared", "open"};
        case KeyForm::Text:
        case KeyForm::List:
        case KeyForm::Count:
            break;
    }
    return {};
}

std::vector<std::string> read_values(const YamlNode& node, const Key& key, Problems& problems) {
    if (key.form == KeyForm::List) {
        return texts_of(read_texts(&node, key.name, problems, SingleText::Accepted));
    }
    if (key.form == KeyForm::Count) {
        constexpr std::int64_t kMostThreads = 1024;
        const std::optional<Decimal> count =
            read_decimal(&node, key.name, Decimal(0), Decimal(kMostThreads), problems);
        return count ? std::vector<std::string>{count->to_string()} : std::vector<std::string>{};
    }
    const std::string text = read_text(&node, key.name, problems);
    const std::vector<std::string_view> words = words_of(key.form);
    if (!text.empty() && !words.empty() && std::ranges::find(words, text) == words.end()) {
        add_unknown_word(text, node.span, key.name, words, problems);
    }
    return text.empty() ? std::vector<std::string>{} : std::vector<std::string>{text};
}

}  // namespace

const std::vector<std::string>* Config::find(std::string_view key) const {
    const auto found = std::ranges::find(entries, key, &ConfigEntry::key);
    return found == entries.end() ? nullptr : &found->values;
}

std::string Config::resolved(const std::string& path) const {
    if (folder.empty() || path.empty() || path == "-" || is_remote_place(path) ||
        fs::path(path).is_absolute()) {
        return path;
    }
    return (fs::path(folder) / path).lexically_normal().string();
}

std::optional<std::string> find_config(const Surroundings& surroundings) {
    if (surroundings.folder.empty()) {
        return std::nullopt;
    }
    std::error_code problem;
    for (fs::path folder = surroundings.folder;; folder = folder.parent_path()) {
        if (fs::exists(folder / kFileName, problem)) {
            return (folder / kFileName).lexically_relative(surroundings.folder).string();
        }
        const bool is_last = fs::exists(folder / ".git", problem) ||
                             folder == fs::path(surroundings.home) ||
                             folder == folder.parent_path();
        if (is_last) {
            return std::nullopt;
        }
    }
}

std::vector<ConfigEntry> parse_config(std::string_view text, const std::string& file,
                                      Diagnostics& diagnostics) {
    Problems problems(file, text, diagnostics);
    if (!has_yaml_content(text)) {
        return {};
    }
    const std::optional<YamlTree> tree = parse_yaml(problems);
    std::vector<ConfigEntry> entries;
    if (!tree) {
        return entries;
    }
    const MapReader map(tree->root, "the configuration", key_names(), problems);
    for (const Key& key : kKeys) {
        if (const YamlNode* node = map.find(key.name); node != nullptr) {
            entries.push_back({std::string(key.name), read_values(*node, key, problems)});
        }
    }
    // In the order of the file, as people mend it.
    std::stable_sort(diagnostics.begin(), diagnostics.end(),
                     [](const Diagnostic& a, const Diagnostic& b) {
                         return a.error.place.span.value_or(ByteSpan{}) <
                                b.error.place.span.value_or(ByteSpan{});
                     });
    return entries;
}

Result<Config> load_config(const std::string& file, const std::string& folder,
                           Diagnostics& diagnostics) {
    const fs::path place = (fs::path(folder) / file).lexically_normal();
    const Result<std::string> text = read_input(place.string(), Console{});
    if (!text) {
        Error error = text.error();
        error.message = fmt::format("cannot read \"{}\"", file);
        error.place.file = file;
        return error;
    }
    Config config;
    config.file = file;
    const fs::path relative =
        folder.empty() ? place.parent_path() : place.parent_path().lexically_relative(folder);
    config.folder = relative == "." ? "" : relative.string();
    config.entries = parse_config(*text, file, diagnostics);
    return config;
}

std::string_view sample_config() {
    return R"(# Defaults of atodds for this folder and those below it. Every key has the name of an option; an
# option on the command line replaces its key. Paths start from this folder. Keys that are not
# written have the value shown here.

# Articles and folders of them, where a command names none.
#paths: [articles]

# Paths to leave out: * stays in one folder, ** crosses folders, a name alone fits every folder.
#exclude: [drafts, "**/*.en.md"]

# Folders of your own rules and lexicons, read with those that ship; and one in place of those.
#add-rules: [rules]
#rules: rules-of-all

# Facts to read: both, declared (by rules) or open (without a rule).
#tiers: both

# Findings that count: ids of rules, globs, or kinds (declared, open, cross-article,
# inside-article, headline-body, credit, hardening, disagree, update, certainty, wording, scope).
#select: ["*"]
#ignore: [inside-article]

# The exit code is 1 from this level on: error, warning, note or never.
#fail-on: error

# Show nothing below this level: error, warning or note; csv, html, json, jsonl and xlsx hold all.
#min-level: note

# Where the report goes: FORMAT or FORMAT:FILE (docs/formats.md).
#output: [text]

# What `atodds check` compares with: an index (several places are one), or folders of articles.
#index: published.idx
#against: [published]

# What is known and hidden (atodds baseline create), what reviewers said (atodds review) and what
# is kept out of sight with a reason. The last two are read where they exist.
#baseline: .atodds-baseline.jsonl
#verdicts: .atodds-review.jsonl
#suppressions: .atodds-suppress.yml

# Threads that read articles; 0 is all cores.
#threads: 0
)";
}

}  // namespace atodds
