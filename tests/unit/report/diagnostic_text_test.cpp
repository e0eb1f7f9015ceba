#include "report/report_writer.hpp"

#include <doctest/doctest.h>

#include <string>

namespace atodds {

TEST_CASE("a diagnostic shows place, line, caret and hint") {
    const Diagnostic diagnostic{Severity::Error,
                                {ErrorCode::BadRule,
                                 "unknown key \"fnid\"",
                                 {"rules/a.yml", ByteSpan{11, 15}},
                                 "did you mean \"find\"?"}};
    CHECK(to_text(diagnostic, "rule: a-b\n\nfnid:\n", ColorMode::Never) ==
          "rules/a.yml:3:1: error: unknown key \"fnid\"\n"
          " 3 | fnid:\n"
          "   | ^^^^\n"
          "  hint: did you mean \"find\"?\n");
}

TEST_CASE("a diagnostic without the file's text names the file alone") {
    const Diagnostic diagnostic{Severity::Warning,
                                {ErrorCode::TooLarge, "too large", {"a.txt", ByteSpan{5, 6}}, ""}};
    CHECK(to_text(diagnostic, "", ColorMode::Never) == "a.txt: warning: too large\n");
}

TEST_CASE("a place behind the last character of a line gets a caret there") {
    const Diagnostic diagnostic{
        Severity::Error, {ErrorCode::BadFormat, "quote not closed", {"a", ByteSpan{3, 3}}, ""}};
    CHECK(to_text(diagnostic, "key\nb\n", ColorMode::Never) ==
          "a:1:4: error: quote not closed\n 1 | key\n   |    ^\n");
}

TEST_CASE("messages and names cannot steer the terminal") {
    const Diagnostic diagnostic{
        Severity::Error,
        {ErrorCode::Unreadable, "cannot read \"\x1b[2J\"", {"\u202Eevil", {}}, ""}};
    CHECK(to_text(diagnostic, "", ColorMode::Never) ==
          "<U+202E>evil: error: cannot read \"<U+001B>[2J\"\n");
}

TEST_CASE("colour adds escapes and changes no word") {
    const Diagnostic diagnostic{Severity::Error, {ErrorCode::Usage, "no", {}, "hint"}};
    std::string colored = to_text(diagnostic, "", ColorMode::Always);
    CHECK(colored.find("\x1b[1;31m") != std::string::npos);
    for (std::size_t at = colored.find('\x1b'); at != std::string::npos;
         at = colored.find('\x1b')) {
        colored.erase(at, colored.find('m', at) - at + 1);
    }
    CHECK(colored == to_text(diagnostic, "", ColorMode::Never));
}

}  // namespace atodds
