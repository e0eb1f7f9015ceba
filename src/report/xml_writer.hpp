#pragma once
// XML 1.0 with two blanks a level: the only place that escapes XML.

#include <initializer_list>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace atodds {

/// `text` for element content and quoted attributes: on one line, markup characters as references,
/// hidden and control characters, some of which XML cannot hold at all, as <U+202E>.
std::string xml_text(std::string_view text);

class XmlWriter {
  public:
    /// Names must be XML names and are written as they are; values are escaped.
    using Attributes = std::initializer_list<std::pair<std::string_view, std::string>>;

    XmlWriter() : text_("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n") {}

    void open(std::string_view name, Attributes attributes = {});
    void close();
    void empty(std::string_view name, Attributes attributes = {});

    /// An element with nothing but lines of text.
    void lines(std::string_view name, Attributes attributes,
               const std::vector<std::string>& content);

    /// The document. Requires: every element is closed. Ends the writer's life.
    std::string take();

  private:
    void begin(std::string_view name, Attributes attributes);

    std::string text_;
    std::vector<std::string> open_;
};

}  // namespace atodds
