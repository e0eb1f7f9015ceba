#include "cli/input.hpp"

#include <fmt/format.h>

#include <fstream>
#include <istream>
#include <sstream>

namespace atodds {

Result<std::string> read_input(const std::string& file, const Console& console) {
    std::ostringstream bytes;
    std::ifstream opened;
    if (file != "-") {
        opened.open(file, std::ios::binary);
    }
    std::istream& input = file == "-" ? *console.in : opened;
    // Inserting an empty stream buffer fails, so an empty input is asked for first.
    if (input && input.peek() != std::istream::traits_type::eof()) {
        bytes << input.rdbuf();
    }
    if ((file != "-" && !opened.is_open()) || input.bad() || bytes.fail()) {
        return Error{ErrorCode::Unreadable,
                     fmt::format("cannot read \"{}\"", file),
                     {file, {}},
                     "check that the file exists and may be read"};
    }
    return bytes.str();
}

Article article_of_text(const std::string& id, const std::string& text) {
    Article article;
    article.id = id;
    article.path = id;
    article.blocks.push_back({BlockKind::Body, {0, static_cast<std::uint32_t>(text.size())}, ""});
    article.reading = text;
    article.text = text;
    return article;
}

}  // namespace atodds
