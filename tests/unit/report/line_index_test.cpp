#include "report/line_index.hpp"

#include "report/report_writer.hpp"

#include <doctest/doctest.h>

#include <string>

namespace atodds {

TEST_CASE("lines and columns count from one, columns in characters") {
    const std::string text = "ab\ncö41\n\nx";

    struct Row {
        const char* name;
        std::uint32_t offset;
        std::uint32_t line;
        std::uint32_t column;
    };

    const Row rows[] = {{"first byte", 0, 1, 1},          {"at a line break", 2, 1, 3},
                        {"behind a line break", 3, 2, 1}, {"behind a long character", 6, 2, 3},
                        {"inside a character", 5, 2, 2},  {"an empty line", 9, 3, 1},
                        {"last line", 10, 4, 1},          {"end of text", 11, 4, 2}};
    for (const Row& row : rows) {
        SUBCASE(row.name) {
            CHECK(line_position(text, row.offset).line == row.line);
            CHECK(line_position(text, row.offset).column == row.column);
        }
    }
}

TEST_CASE("a place counts code points and bytes") {
    const LineIndex index("a\n🚢港x\ny");

    struct Row {
        const char* name;
        std::uint32_t offset;
        TextPlace place;
    };

    const Row rows[] = {
        {"first byte", 0, {1, 1, 1, 0}},       {"emoji", 2, {2, 1, 1, 2}},
        {"inside the emoji", 4, {2, 1, 1, 2}}, {"behind the emoji", 6, {2, 2, 5, 3}},
        {"behind Chinese", 9, {2, 3, 8, 4}},   {"line break", 10, {2, 4, 9, 5}},
        {"next line", 11, {3, 1, 1, 6}},       {"end", 12, {3, 2, 2, 7}},
    };
    for (const Row& row : rows) {
        SUBCASE(row.name) {
            CHECK(index.place(row.offset) == row.place);
        }
    }
}

TEST_CASE("the index answers what a walk from the start answers") {
    std::string text;
    for (int i = 0; i < 900; ++i) {
        text += i % 7 == 0 ? "\n" : i % 3 == 0 ? "港口" : "abc ";
        text += i % 100 == 0 ? std::string(700, 'x') : "\xff";
    }
    const LineIndex index(text);
    for (std::uint32_t offset = 0; offset <= text.size(); offset += 13) {
        CAPTURE(offset);
        const LinePosition slow = line_position(text, offset);
        const LinePosition fast = index.at(offset);
        CHECK(fast.line == slow.line);
        CHECK(fast.column == slow.column);
    }
}

}  // namespace atodds
