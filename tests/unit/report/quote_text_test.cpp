#include "report/quote_text.hpp"

#include <doctest/doctest.h>

#include <string>

namespace atodds {
namespace {

ByteSpan span_of(const std::string& text, const std::string& words) {
    const auto begin = static_cast<std::uint32_t>(text.find(words));
    return {begin, begin + static_cast<std::uint32_t>(words.size())};
}

ByteSpan whole(const std::string& text) {
    return {0, static_cast<std::uint32_t>(text.size())};
}

QuoteLines quote(const std::string& text, const std::string& value, std::uint32_t width = 80) {
    return quote_lines(text, whole(text), span_of(text, value), width);
}

}  // namespace

TEST_CASE("carets stand under the value") {
    const QuoteLines lines = quote("Some 41 people left.", "41");
    CHECK(lines.text == "Some 41 people left.");
    CHECK(lines.carets == "     ^^");
    CHECK(slice(lines.text, lines.marked) == "41");
}

TEST_CASE("a wide character takes two columns, before the value and inside it") {
    const QuoteLines lines = quote("港口 says 四十一 people", "四十一");
    CHECK(lines.carets == std::string(10, ' ') + "^^^^^^");
}

TEST_CASE("a combining mark takes no column") {
    CHECK(quote("cafe\u0301 41", "41").carets == "     ^^");
}

TEST_CASE("tabs and line breaks become one blank") {
    const QuoteLines lines = quote("Some\t\t41\n  people", "41\n  people");
    CHECK(lines.text == "Some 41 people");
    CHECK(lines.carets == "     ^^^^^^^^^");
}

TEST_CASE("characters that steer the display or hide are shown") {
    struct Row {
        const char* name;
        const char* text;
        const char* shown;
    };

    const Row rows[] = {
        {"right-to-left override", "a\u202Eb", "a<U+202E>b"},
        {"left-to-right isolate", "a\u2066b", "a<U+2066>b"},
        {"zero-width blank", "a\u200Bb", "a<U+200B>b"},
        {"byte order mark", "\uFEFFab", "<U+FEFF>ab"},
        {"Hangul filler", "a\u3164b", "a<U+3164>b"},
        {"escape", "a\x1b[31mb", "a<U+001B>[31mb"},
        {"bell", "a\ab", "a<U+0007>b"},
        {"delete",
         "a\x7f"
         "b",
         "a<U+007F>b"},
        {"C1 control", "a\u009Bb", "a<U+009B>b"},
    };
    for (const Row& row : rows) {
        SUBCASE(row.name) {
            CHECK(shown_plainly(row.text) == row.shown);
        }
    }
}

TEST_CASE("bytes that are no UTF-8 become the replacement character") {
    CHECK(shown_plainly("a\xff\xc3(") == "a\uFFFD\uFFFD(");
}

TEST_CASE("carets count the columns of a hidden character as shown") {
    CHECK(quote("a\u202E 41", "41").carets == "          ^^");
}

TEST_CASE("a long statement is cut to a window around the value") {
    const std::string text = std::string(200, 'a') + " 41 " + std::string(200, 'b');
    const QuoteLines lines = quote(text, "41", 20);
    CHECK(column_width(lines.text) == 20);
    CHECK(lines.text.starts_with("…aaa"));
    CHECK(lines.text.ends_with("bbb…"));
    CHECK(slice(lines.text, lines.marked) == "41");
    CHECK(lines.carets.find('^') == column_width(lines.text.substr(0, lines.marked.begin)));
}

TEST_CASE("a window at the start or the end uses the whole width") {
    const std::string tail(200, 'b');
    CHECK(quote("41 " + tail, "41", 20).text == "41 " + std::string(16, 'b') + "…");
    CHECK(quote(tail + " 41", "41", 20).text == "…" + std::string(16, 'b') + " 41");
}

TEST_CASE("a value wider than the window is cut at its end") {
    const QuoteLines lines = quote("x " + std::string(100, '4') + " y", std::string(100, '4'), 20);
    CHECK(column_width(lines.text) <= 20);
    CHECK(lines.text.starts_with("…444"));
    CHECK(lines.text.ends_with("444…"));
}

TEST_CASE("no window is wider than asked, whatever the characters") {
    const std::string pieces[] = {"a", "港", "e\u0301", "\u202E", " ", "\t", "\xff", "é", "🚢"};
    for (std::uint32_t width = 10; width < 40; ++width) {
        for (std::uint32_t shift = 0; shift < 9; ++shift) {
            std::string text;
            for (std::uint32_t i = 0; i < 60; ++i) {
                text += pieces[(i * (shift + 1) + shift) % 9];
            }
            const ByteSpan value{static_cast<std::uint32_t>(text.size()) / 2,
                                 static_cast<std::uint32_t>(text.size()) / 2 + 1};
            const QuoteLines lines = quote_lines(text, whole(text), value, width);
            CAPTURE(width);
            CAPTURE(shift);
            CHECK(column_width(lines.text) <= width);
        }
    }
}

TEST_CASE("spans outside the text are clipped") {
    CHECK(quote_lines("abc", {1, 90}, {2, 80}, 40).text == "bc");
    CHECK(quote_lines("abc", {50, 90}, {60, 80}, 40).text.empty());
    CHECK(quote_lines("", {}, {}, 40).carets.empty());
}

TEST_CASE("several marks share a window, those beyond it get their own") {
    const std::string text = "one two three four five six seven eight nine ten";
    const std::vector<ByteSpan> near = {{4, 7}, {14, 18}};
    const std::vector<QuoteLines> one = quote_windows(text, whole(text), near, 60, 3);
    REQUIRE(one.size() == 1);
    CHECK(one.front().text == text);
    CHECK(one.front().carets == "    ^^^       ^^^^");
    const std::vector<ByteSpan> far = {{0, 3}, {45, 48}};
    const std::vector<QuoteLines> two = quote_windows(text, whole(text), far, 20, 3);
    REQUIRE(two.size() == 2);
    CHECK(two[0].text == "one two three four …");
    CHECK(two[0].carets == "^^^");
    CHECK(two[1].text.ends_with("nine ten"));
    CHECK(two[1].carets.ends_with("^^^"));
    CHECK(quote_windows(text, whole(text), far, 20, 1).size() == 1);
    CHECK(quote_windows(text, whole(text), {}, 20, 3).empty());
}

TEST_CASE("a statement without end is read near the value only") {
    const std::string text = std::string(5'000'000, 'a') + "港" + std::string(5'000'000, 'b');
    CHECK(quote(text, "港", 21).text.size() < 60);
}

}  // namespace atodds
