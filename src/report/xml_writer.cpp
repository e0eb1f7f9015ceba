#include "report/xml_writer.hpp"

#include "base/assert.hpp"
#include "report/quote_text.hpp"

#include <fmt/format.h>

namespace atodds {

// XML 1.0, section 2.2, has no way to write most control characters, not even as references; shown
// in words they survive. Both quotation marks are escaped, so the result fits any attribute.
std::string xml_text(std::string_view text) {
    std::string escaped;
    for (const char character : shown_plainly(text)) {
        switch (character) {
            case '&':
                escaped += "&amp;";
                break;
            case '<':
                escaped += "&lt;";
                break;
            case '>':
                escaped += "&gt;";
                break;
            case '"':
                escaped += "&quot;";
                break;
            case '\'':
                escaped += "&apos;";
                break;
            default:
                escaped += character;
        }
    }
    return escaped;
}

void XmlWriter::begin(std::string_view name, Attributes attributes) {
    text_.append(2 * open_.size(), ' ');
    text_ += fmt::format("<{}", name);
    for (const auto& [key, value] : attributes) {
        text_ += fmt::format(" {}=\"{}\"", key, xml_text(value));
    }
}

void XmlWriter::open(std::string_view name, Attributes attributes) {
    begin(name, attributes);
    text_ += ">\n";
    open_.emplace_back(name);
}

void XmlWriter::close() {
    ATODDS_ASSERT(!open_.empty(), "every close has an open");
    const std::string name = std::move(open_.back());
    open_.pop_back();
    text_.append(2 * open_.size(), ' ');
    text_ += fmt::format("</{}>\n", name);
}

void XmlWriter::empty(std::string_view name, Attributes attributes) {
    begin(name, attributes);
    text_ += "/>\n";
}

void XmlWriter::lines(std::string_view name, Attributes attributes,
                      const std::vector<std::string>& content) {
    begin(name, attributes);
    text_ += '>';
    bool is_first = true;
    for (const std::string& line : content) {
        text_ += is_first ? "" : "\n";
        text_ += xml_text(line);
        is_first = false;
    }
    text_ += fmt::format("</{}>\n", name);
}

std::string XmlWriter::take() {
    ATODDS_ASSERT(open_.empty(), "every open has a close");
    return std::move(text_);
}

}  // namespace atodds
