#include "support/rule_folder.hpp"

#include <doctest/doctest.h>

#include <fstream>
#include <sstream>
#include <string>
#include <vector>

namespace atodds {

namespace {

/// The examples of the manual that are whole files: blocks that begin with "# rules/PATH".
std::vector<NamedText> files_of_manual() {
    std::ifstream stream(ATODDS_SOURCE_DIR "/docs/rules.md");
    REQUIRE(stream.is_open());
    std::ostringstream copy;
    copy << stream.rdbuf();
    const std::string manual = copy.str();
    const std::string opening = "```yaml\n# rules/";
    std::vector<NamedText> files;
    for (std::size_t at = manual.find(opening); at != std::string::npos;
         at = manual.find(opening, at)) {
        at += opening.size();
        const std::size_t line_end = manual.find('\n', at);
        const std::size_t end = manual.find("```", line_end);
        files.push_back(
            {manual.substr(at, line_end - at), manual.substr(line_end + 1, end - line_end - 1)});
        at = end;
    }
    return files;
}

}  // namespace

TEST_CASE("the first rule of the manual is sound") {
    const RuleFolder folder{};
    const std::vector<NamedText> files = files_of_manual();
    REQUIRE(files.size() == 2);
    for (const NamedText& file : files) {
        folder.write(file);
    }
    std::string problems;
    const RuleSet set = folder.load(problems);
    CHECK(problems == "");
    REQUIRE(set.rules.size() == 1);
    CHECK(set.rules[0].id == "dam-evacuees");
}

}  // namespace atodds
