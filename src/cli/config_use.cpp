#include "cli/config_use.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <filesystem>
#include <string_view>
#include <system_error>

namespace atodds {
namespace {

constexpr std::string_view kVerdicts = ".atodds-review.jsonl";
constexpr std::string_view kBaseline = ".atodds-baseline.jsonl";
constexpr std::string_view kSuppressions = ".atodds-suppress.yml";

class ConfigUse {
  public:
    ConfigUse(const CLI::App& command, const std::string& words, const Config& config,
              Arguments& arguments)
        : command_(command), words_(words), config_(config), arguments_(arguments) {}

    void apply() {
        RunOptions& run = arguments_.run;
        // An index named without paths is read as it is, not added to.
        const bool reads_index = !run.index_places.empty() && !is("check");
        const bool takes_paths = run.scope.files_from.empty() && arguments_.report_file.empty();
        if (takes_paths && !reads_index && !is("index")) {
            list("paths", "PATH", run.paths, Paths::Resolved);
        }
        list("exclude", "--exclude", run.ingest.excluded, Paths::AsWritten);
        list("select", "--select", run.selected, Paths::AsWritten);
        list("ignore", "--ignore", run.ignored, Paths::AsWritten);
        list("against", "--against", run.scope.against, Paths::Resolved);
        text("tiers", "--tiers", arguments_.tiers);
        text("fail-on", "--fail-on", arguments_.fail_on);
        text("min-level", "--min-level", arguments_.min_level);
        file("rules", "--rules", run.rules_folder);
        list("add-rules", "--add-rules", run.added_rules, Paths::Resolved);
        // Other commands write the index that they are given.
        if (is("check") || is("search")) {
            list("index", "--index", run.index_places, Paths::Resolved);
        }
        if (is("check") || is("report")) {
            outputs();
        }
        threads();
        memory_files();
    }

  private:
    enum class Paths : std::uint8_t { AsWritten, Resolved };

    bool is(std::string_view words) const { return words_ == words; }

    // The values of the key where the command has the option and nobody gave it.
    const std::vector<std::string>* open_values(std::string_view key, const char* option) const {
        const CLI::Option* known = command_.get_option_no_throw(option);
        return known != nullptr && known->count() == 0 ? config_.find(key) : nullptr;
    }

    void list(std::string_view key, const char* option, std::vector<std::string>& out,
              Paths paths) const {
        if (const std::vector<std::string>* values = open_values(key, option)) {
            for (const std::string& value : *values) {
                out.push_back(paths == Paths::Resolved ? config_.resolved(value) : value);
            }
        }
    }

    void text(std::string_view key, const char* option, std::string& out) const {
        if (const std::vector<std::string>* values = open_values(key, option);
            values != nullptr && !values->empty()) {
            out = values->front();
        }
    }

    void file(std::string_view key, const char* option, std::string& out) const {
        const std::string before = out;
        text(key, option, out);
        out = out == before ? out : config_.resolved(out);
    }

    // FORMAT:FILE, the file as seen from here.
    void outputs() const {
        const std::vector<std::string>* values = open_values("output", "--format");
        for (const std::string& value : values == nullptr ? std::vector<std::string>{} : *values) {
            const std::size_t colon = value.find(':');
            arguments_.outputs.push_back(colon == std::string::npos
                                             ? value
                                             : value.substr(0, colon + 1) +
                                                   config_.resolved(value.substr(colon + 1)));
        }
    }

    void threads() const {
        std::string count;
        text("threads", "--threads", count);
        std::from_chars(count.data(), count.data() + count.size(), arguments_.run.threads);
    }

    void memory_files() const {
        MemoryFiles& files = arguments_.run.memory;
        file("verdicts", "--verdicts", files.verdicts);
        file("baseline", "--baseline", files.baseline);
        file("suppressions", "--suppressions", files.suppressions);
        const bool is_review = words_.starts_with("review");
        const bool is_baseline = words_.starts_with("baseline");
        fill(files.verdicts, kVerdicts, is_review);
        fill(files.suppressions, kSuppressions, false);
        if (is_baseline) {
            fill(files.baseline, kBaseline, true);
        }
    }

    // The usual file, where it is there or will be written.
    void fill(std::string& file, std::string_view usual, bool is_written) const {
        std::error_code problem;
        const std::string place = config_.resolved(std::string(usual));
        const bool is_there = !arguments_.has_no_config && std::filesystem::exists(place, problem);
        if (file.empty() && (is_there || is_written)) {
            file = place;
        }
    }

    const CLI::App& command_;
    const std::string& words_;
    const Config& config_;
    Arguments& arguments_;
};

}  // namespace

void use_config(const CLI::App& command, const std::string& words, const Config& config,
                Arguments& arguments) {
    ConfigUse(command, words, config, arguments).apply();
}

}  // namespace atodds
