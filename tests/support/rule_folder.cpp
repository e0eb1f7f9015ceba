#include "support/rule_folder.hpp"

#include <doctest/doctest.h>
#include <fmt/format.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <sstream>

namespace atodds {

namespace {

namespace fs = std::filesystem;

struct LineColumn {
    std::size_t line = 1;
    std::size_t column = 1;
};

LineColumn position(std::string_view text, std::size_t offset) {
    LineColumn at;
    for (const char c : text.substr(0, offset)) {
        if (c == '\n') {
            ++at.line;
            at.column = 1;
        } else if ((static_cast<unsigned char>(c) & 0xC0U) != 0x80U) {
            ++at.column;
        }
    }
    return at;
}

std::string place_text(const Place& place, const std::string& folder) {
    std::string text = fs::path(place.file).lexically_relative(folder).generic_string();
    if (!place.span) {
        return text;
    }
    std::ifstream stream(place.file, std::ios::binary);
    std::ostringstream copy;
    copy << stream.rdbuf();
    const std::string content = copy.str();
    const LineColumn begin = position(content, place.span->begin);
    const LineColumn end = position(content, place.span->end);
    text += fmt::format(":{}:{}", begin.line, begin.column);
    if (begin.line != end.line) {
        text += fmt::format("-{}:{}", end.line, end.column);
    } else if (begin.column != end.column) {
        text += fmt::format("-{}", end.column);
    }
    return text;
}

}  // namespace

RuleFolder::RuleFolder(std::initializer_list<NamedText> files) {
    std::string pattern = (fs::temp_directory_path() / "atodds-rules-XXXXXX").string();
    REQUIRE(mkdtemp(pattern.data()) != nullptr);
    path_ = pattern;
    for (const NamedText& file : files) {
        write(file);
    }
}

RuleFolder::~RuleFolder() {
    std::error_code ignored;
    fs::remove_all(path_, ignored);
}

void RuleFolder::write(const NamedText& file) const {
    const fs::path path = fs::path(path_) / file.path;
    fs::create_directories(path.parent_path());
    std::ofstream(path, std::ios::binary) << file.text;
}

RuleSet RuleFolder::load(std::string& rendered_diagnostics) const {
    Diagnostics diagnostics;
    RuleSet set = load_rules(path_, diagnostics);
    rendered_diagnostics = rendered(diagnostics, path_);
    return set;
}

std::string rendered(const Diagnostics& diagnostics, const std::string& folder) {
    std::string text;
    for (const Diagnostic& diagnostic : diagnostics) {
        text += place_text(diagnostic.error.place, folder) + ": " + diagnostic.error.message + "\n";
        if (!diagnostic.error.hint.empty()) {
            text += "  hint: " + diagnostic.error.hint + "\n";
        }
    }
    // Hints name files too; the folder's name differs from run to run.
    for (std::size_t at = text.find(folder); at != std::string::npos; at = text.find(folder)) {
        text.erase(at, folder.size() + 1);
    }
    return text;
}

}  // namespace atodds
