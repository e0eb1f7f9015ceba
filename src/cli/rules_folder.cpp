#include "cli/rules_folder.hpp"

#include <filesystem>
#include <system_error>

namespace atodds {

std::string default_rules_folder() {
    std::error_code problem;
    const std::filesystem::path program = std::filesystem::read_symlink("/proc/self/exe", problem);
    const std::filesystem::path installed =
        program.parent_path().parent_path() / "share" / "atodds" / "rules";
    if (!problem && std::filesystem::is_directory(installed, problem)) {
        return installed.string();
    }
    return ATODDS_SOURCE_DIR "/rules";
}

std::vector<std::string> rule_folders(const RunOptions& options) {
    std::vector<std::string> folders = {options.rules_folder};
    folders.insert(folders.end(), options.added_rules.begin(), options.added_rules.end());
    return folders;
}

}  // namespace atodds
