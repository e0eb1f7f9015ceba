#pragma once
// A folder of its own for one test, gone at its end.

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <string>
#include <string_view>
#include <system_error>

namespace atodds {

class TemporaryFolder {
  public:
    TemporaryFolder() {
        std::string name = (std::filesystem::temp_directory_path() / "atodds-XXXXXX").string();
        path_ = mkdtemp(name.data());
    }

    ~TemporaryFolder() {
        std::error_code code;
        std::filesystem::remove_all(path_, code);
    }

    TemporaryFolder(const TemporaryFolder&) = delete;
    TemporaryFolder& operator=(const TemporaryFolder&) = delete;

    const std::string& path() const { return path_; }

    std::string path(const std::string& name) const { return path_ + "/" + name; }

    /// Writes a file, with the folders above it; returns its path.
    std::string write(const std::string& name, std::string_view bytes) const {
        const std::filesystem::path file = path(name);
        std::filesystem::create_directories(file.parent_path());
        std::ofstream(file, std::ios::binary) << bytes;
        return file.string();
    }

  private:
    std::string path_;
};

}  // namespace atodds
