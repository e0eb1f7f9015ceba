#include "ruleset/ruleset.hpp"

#include "base/assert.hpp"
#include "base/hash.hpp"
#include "base/parallel.hpp"
#include "ruleset/default_weights.hpp"
#include "ruleset/keys.hpp"
#include "ruleset/lexicon_reader.hpp"
#include "ruleset/names.hpp"
#include "ruleset/problems.hpp"
#include "ruleset/rule_folders.hpp"
#include "ruleset/rule_reader.hpp"
#include "ruleset/yaml_tree.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <deque>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <optional>
#include <set>
#include <span>
#include <sys/stat.h>
#include <system_error>
#include <thread>
#include <unordered_map>
#include <utility>
#include <vector>

namespace atodds {

namespace {

namespace fs = std::filesystem;

/// Files are read side by side: loading stands before everything else that a check of one article
/// does. More threads than this take as long to start as they save.
constexpr std::uint32_t kMostThreads = 4;
constexpr std::uintmax_t kMostFileBytes = 1024 * 1024;  // docs/rules.md, limits

/// A file that was read. Trees, problems and lexicon items point into it, so it never moves.
struct RuleFile {
    std::string path;      ///< as the user gave the folder, for messages
    std::string relative;  ///< below the folder, for the hash
    std::string stem;
    std::string text;
    Diagnostics diagnostics;
    std::optional<Problems> problems;
    std::optional<YamlTree> tree;

    /// False where it could not be read.
    bool is(std::string_view kind) const { return tree && tree->root.keys.front().text == kind; }
};

void add_failure(Diagnostics& diagnostics, ErrorCode code, const std::string& path,
                 std::string message, std::string hint) {
    diagnostics.push_back(
        {Severity::Error, {code, std::move(message), {path, std::nullopt}, std::move(hint)}});
}

/// All regular files below the folder, sorted, so that order never depends on the file system.
std::vector<fs::path> files_below(const std::string& folder, Diagnostics& diagnostics) {
    std::vector<fs::path> paths;
    std::error_code failure;
    fs::recursive_directory_iterator at(folder, failure);
    while (!failure && at != fs::recursive_directory_iterator()) {
        std::error_code ignored;  // a file that vanished is seen when it is opened
        if (at->is_regular_file(ignored)) {
            paths.push_back(at->path());
        }
        at.increment(failure);
    }
    if (failure) {
        add_failure(diagnostics, ErrorCode::Unreadable, folder,
                    "cannot read the folder of rules: " + failure.message(),
                    "name an existing folder with --rules or --add-rules");
    }
    std::ranges::sort(paths);
    return paths;
}

/// Reads the bytes; false with a diagnostic of the file if that fails.
bool read_bytes(RuleFile& file) {
    std::error_code failure;
    const std::uintmax_t size = fs::file_size(file.path, failure);
    if (!failure && size > kMostFileBytes) {
        add_failure(
            file.diagnostics, ErrorCode::TooLarge, file.path,
            fmt::format("the file has {} bytes, at most {} are allowed", size, kMostFileBytes),
            "split it into several files");
        return false;
    }
    std::ifstream stream(file.path, std::ios::binary);
    file.text.resize(failure ? 0 : static_cast<std::size_t>(size));
    stream.read(file.text.data(), static_cast<std::streamsize>(file.text.size()));
    if (failure || !stream) {
        file.text.clear();
        add_failure(file.diagnostics, ErrorCode::Unreadable, file.path, "cannot read the file",
                    "check that it exists and may be read");
        return false;
    }
    return true;
}

/// The first key says what a file is.
void check_kind(RuleFile& file) {
    const YamlNode& root = file.tree->root;
    if (!root.is_map() || root.keys.empty()) {
        file.problems->add(root.span,
                           fmt::format("the file is {}, expected a map of keys", described(root)),
                           suggestion("", listed(kFileKinds)));
        file.tree.reset();
        return;
    }
    const YamlNode& first = root.keys.front();
    if (std::ranges::find(kFileKinds, first.text) == kFileKinds.end()) {
        file.problems->add(
            first.span,
            fmt::format("the file starts with {}, which is no kind of file", in_quotes(first.text)),
            suggestion(first.text, listed(kFileKinds)));
        file.tree.reset();
    }
}

void parse_file(RuleFile& file) {
    if (!read_bytes(file)) {
        return;
    }
    file.problems.emplace(file.path, file.text, file.diagnostics);
    file.tree = parse_yaml(*file.problems);
    if (file.tree) {
        check_kind(file);
    }
}

/// Also a file of the wrong ending, for that is told by itself.
bool is_rule_path(const fs::path& path) {
    return path.extension() == ".yml" || path.extension() == ".yaml";
}

/// What tells a file from all others, whatever way led to it.
using FileIdentity = std::pair<dev_t, ino_t>;

/// Device and number; nothing (and so never seen) for what cannot be asked: that is told when it is
/// opened.
std::optional<FileIdentity> identity_of(const fs::path& path) {
    struct stat status{};
    if (::stat(path.c_str(), &status) != 0) {
        return std::nullopt;
    }
    return FileIdentity{status.st_dev, status.st_ino};
}

/// `seen` holds the files that were opened already.
void open_files(const std::string& folder, std::set<FileIdentity>& seen,
                std::deque<RuleFile>& files, Diagnostics& diagnostics) {
    const std::size_t before = diagnostics.size();
    const std::vector<fs::path> paths = files_below(folder, diagnostics);
    if (diagnostics.size() == before && std::ranges::none_of(paths, is_rule_path)) {
        add_failure(diagnostics, ErrorCode::BadRule, folder, "the folder holds no file \"*.yml\"",
                    "name a folder of rules with --rules or --add-rules");
    }
    for (const fs::path& path : paths) {
        const std::optional<FileIdentity> identity = identity_of(path);
        if (identity && !seen.insert(*identity).second) {
            continue;
        }
        if (path.extension() == ".yaml") {
            add_failure(diagnostics, ErrorCode::BadRule, path.string(),
                        "the file ends in \".yaml\" and would not be read",
                        "rename it to end in \".yml\"");
        }
        if (path.extension() != ".yml") {
            continue;
        }
        RuleFile& file = files.emplace_back();
        file.path = path.string();
        file.relative = path.lexically_relative(folder).generic_string();
        file.stem = path.stem().string();
    }
}

std::string hash_of(const std::deque<RuleFile>& files) {
    constexpr std::size_t kMostHeadBytes = 512;
    std::size_t size = 0;
    for (const RuleFile& file : files) {
        size += file.text.size() + kMostHeadBytes;
    }
    std::string all;
    all.reserve(size);  // room that is not used is never touched
    for (const RuleFile& file : files) {
        all += fmt::format("{}\n{}\n", file.relative, file.text.size());
        all += file.text;
    }
    return hash_hex(all);
}

/// By id. Entries are large, so their places are sorted and each entry moves once.
std::vector<EntityEntry> sound_entities(std::vector<LexiconItem<EntityEntry>>& items) {
    std::vector<LexiconItem<EntityEntry>*> order;
    order.reserve(items.size());
    for (LexiconItem<EntityEntry>& item : items) {
        if (item.is_sound) {
            order.push_back(&item);
        }
    }
    std::ranges::stable_sort(order, {},
                             [](const auto* item) -> const std::string& { return item->item.id; });
    std::vector<EntityEntry> entities;
    entities.reserve(order.size());
    for (LexiconItem<EntityEntry>* item : order) {
        entities.push_back(std::move(item->item));
    }
    return entities;
}

template <typename T>
void take_sound(std::vector<LexiconItem<T>>& items, std::vector<T>& out) {
    out.reserve(items.size());
    for (LexiconItem<T>& item : items) {
        if (item.is_sound) {
            out.push_back(std::move(item.item));
        }
    }
}

void read_lexicon_file(RuleFile& file, LexiconDraft& lexicon) {
    if (file.tree) {
        read_lexicon(file.tree->root, file.stem, *file.problems, lexicon);
    }
}

void append(LexiconDraft&& part, LexiconDraft& all) {
    const auto move_all = [](auto& items, auto& out) {
        std::ranges::move(items, std::back_inserter(out));
    };
    move_all(part.entities, all.entities);
    move_all(part.scales, all.scales);
    move_all(part.categories, all.categories);
    move_all(part.cues, all.cues);
    move_all(part.weights, all.weights);
}

Names names_in(const LexiconDraft& lexicon) {
    Names names;
    for (const auto& entity : lexicon.entities) {
        names.add(entity.item);
    }
    for (const auto& scale : lexicon.scales) {
        names.add(scale.item);
    }
    for (const auto& list : lexicon.categories) {
        names.add(list.item);
    }
    return names;
}

std::uint32_t threads() {
    return std::clamp(std::thread::hardware_concurrency(), 1U, kMostThreads);
}

void read_rules(std::deque<RuleFile>& files, const Names& names, std::vector<Rule>& rules) {
    std::vector<Rule> read(files.size());
    for_each_index(files.size(), threads(), [&](std::size_t i) {
        if (files[i].is("rule")) {
            read[i] = read_rule(files[i].tree->root, files[i].stem, names, *files[i].problems);
        }
    });
    std::unordered_map<std::string, std::string> first_file;
    for (std::size_t i = 0; i < files.size(); ++i) {
        RuleFile& file = files[i];
        if (!file.is("rule")) {
            continue;
        }
        Rule& rule = read[i];
        const auto [first, is_new] = first_file.emplace(rule.id, file.path);
        if (!is_new && !rule.id.empty()) {
            file.problems->add(rule.place.span.value_or(ByteSpan{}),
                               fmt::format("duplicate rule {}", in_quotes(rule.id)),
                               "the first is in " + first->second);
        }
        if (file.problems->count() == 0) {
            rules.push_back(std::move(rule));
        }
    }
}

/// In the order of files, then of places: the order in which a person mends them.
void collect_diagnostics(std::deque<RuleFile>& files, Diagnostics& diagnostics) {
    for (RuleFile& file : files) {
        std::ranges::stable_sort(file.diagnostics, {}, [](const Diagnostic& one) {
            return one.error.place.span.value_or(ByteSpan{}).begin;
        });
        std::ranges::move(file.diagnostics, std::back_inserter(diagnostics));
    }
}

/// The shipped weights, for a folder that has none. Its problems would be faults of the program.
void take_default_weights(RuleSet& set) {
    Diagnostics faults;
    Problems problems("rules/lexicon/weights/open.yml", default_weights(), faults);
    const std::optional<YamlTree> tree = parse_yaml(problems);
    LexiconDraft draft;
    if (tree) {
        read_lexicon(tree->root, "open", problems, draft);
    }
    ATODDS_ASSERT(tree && faults.empty(), "the weights linked into the program are sound");
    take_sound(draft.weights, set.weights);
}

}  // namespace

RuleSet load_rules(const std::string& folder, Diagnostics& diagnostics) {
    return load_rule_folders(std::span(&folder, 1), diagnostics);
}

RuleSet load_rule_folders(std::span<const std::string> folders, Diagnostics& diagnostics) {
    std::deque<RuleFile> files;
    std::set<FileIdentity> seen;
    for (const std::string& folder : folders) {
        open_files(folder, seen, files, diagnostics);
    }
    std::vector<LexiconDraft> drafts(files.size());
    for_each_index(files.size(), threads(), [&](std::size_t i) {
        parse_file(files[i]);
        if (files[i].is("rule") || files[i].is("weights")) {
            return;
        }
        read_lexicon_file(files[i], drafts[i]);
    });
    LexiconDraft lexicon;
    for (std::size_t i = 0; i < files.size(); ++i) {
        append(std::move(drafts[i]), lexicon);
        if (files[i].is("weights")) {  // all of them are one list
            read_lexicon_file(files[i], lexicon);
        }
    }
    check_lexicon(lexicon);
    RuleSet set;
    set.content_hash = hash_of(files);
    read_rules(files, names_in(lexicon), set.rules);
    set.entities = sound_entities(lexicon.entities);
    take_sound(lexicon.scales, set.scales);
    take_sound(lexicon.categories, set.categories);
    take_sound(lexicon.cues, set.cues);
    take_sound(lexicon.weights, set.weights);
    if (lexicon.weights.empty()) {
        take_default_weights(set);
    }
    std::ranges::sort(set.scales, {}, &Scale::id);
    std::ranges::sort(set.categories, {}, &CategoryList::id);
    std::ranges::sort(set.rules, {}, &Rule::id);
    collect_diagnostics(files, diagnostics);
    return set;
}

}  // namespace atodds
