#include "report/xml_writer.hpp"

#include <doctest/doctest.h>

#include <string>

namespace atodds {

TEST_CASE("text in XML has no markup and no character that XML cannot hold") {
    struct Row {
        const char* name;
        std::string text;
        const char* expected;
    };

    const Row rows[] = {
        {"markup", "a < b > c & d", "a &lt; b &gt; c &amp; d"},
        {"quotation marks", "\"a\" 'b'", "&quot;a&quot; &apos;b&apos;"},
        {"end of a section", "]]>", "]]&gt;"},
        {"line breaks", "a\r\nb\n\nc", "a b c"},
        {"a control character",
         "a\x01"
         "b",
         "a&lt;U+0001&gt;b"},
        {"a zero byte", std::string("a\0b", 3), "a&lt;U+0000&gt;b"},
        {"an override of direction", "a\u202Eb", "a&lt;U+202E&gt;b"},
        {"no character at all", "a\uFFFEb", "a&lt;U+FFFE&gt;b"},
        {"a byte that is no UTF-8",
         "a\xFF"
         "b",
         "a\uFFFDb"},
        {"emoji and Chinese", "🚢 港口", "🚢 港口"},
    };
    for (const Row& row : rows) {
        SUBCASE(row.name) {
            CHECK(xml_text(row.text) == row.expected);
        }
    }
}

TEST_CASE("the writer nests, indents and escapes") {
    XmlWriter xml;
    xml.open("outer", {{"name", "a \"b\""}});
    xml.open("inner");
    xml.empty("leaf", {{"one", "1"}, {"two", "<2>"}});
    xml.lines("words", {{"kind", "x"}}, {"first & last", "second"});
    xml.close();
    xml.close();
    CHECK(xml.take() ==
          "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
          "<outer name=\"a &quot;b&quot;\">\n"
          "  <inner>\n"
          "    <leaf one=\"1\" two=\"&lt;2&gt;\"/>\n"
          "    <words kind=\"x\">first &amp; last\nsecond</words>\n"
          "  </inner>\n"
          "</outer>\n");
}

}  // namespace atodds
