#include "report/html_page.hpp"

#include <fmt/format.h>

#include <string>
#include <string_view>

// Style and script of the page are files of their own, page/report.css and page/report.js, so that
// they can be read and checked as what they are; the assembler copies them in, as it does with the
// models. CMake hashes them for the page's policy.

// The macro holds a path and so must be joined as a literal.
#define ATODDS_EMBED_PAGE(name, file)                                       \
    __asm__(".section .rodata\n.global atodds_" name "_begin\natodds_" name \
            "_begin:\n.incbin \"" ATODDS_PAGE_DIR "/" file                  \
            "\"\n"                                                          \
            ".global atodds_" name "_end\natodds_" name "_end:\n.byte 0\n.previous\n")

ATODDS_EMBED_PAGE("page_style", "report.css");
ATODDS_EMBED_PAGE("page_script", "report.js");

extern "C" {
extern const char atodds_page_style_begin[];
extern const char atodds_page_style_end[];
extern const char atodds_page_script_begin[];
extern const char atodds_page_script_end[];
}

namespace atodds {
namespace {

unsigned digit_of(char hexadecimal) {
    return static_cast<unsigned>(hexadecimal >= 'a' ? hexadecimal - 'a' + 10 : hexadecimal - '0');
}

// The form in which a policy wants a hash: base64 (RFC 4648, section 4) of its bytes, which come as
// hexadecimal digits in lower case. A SHA-256 has 32 bytes, so one "=" fills the last group.
std::string base64_of(std::string_view digits) {
    constexpr std::string_view kLetters =
        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    std::string text;
    unsigned bits = 0;
    unsigned held = 0;
    for (const char digit : digits) {
        bits = (bits << 4U) | digit_of(digit);
        held += 4;
        if (held >= 6) {
            held -= 6;
            text += kLetters[(bits >> held) & 63U];
        }
    }
    if (held > 0) {
        text += kLetters[(bits << (6 - held)) & 63U];
    }
    return text.append((4 - text.size() % 4) % 4, '=');
}

}  // namespace

std::string_view page_style() {
    return {atodds_page_style_begin, atodds_page_style_end};
}

std::string_view page_script() {
    return {atodds_page_script_begin, atodds_page_script_end};
}

// Whatever markup slipped into the page could load nothing and run nothing: only the two parts that
// have these hashes are style and script.
std::string page_policy() {
    return fmt::format(
        "default-src 'none'; style-src 'sha256-{}'; script-src 'sha256-{}'; base-uri 'none'; "
        "form-action 'none'",
        base64_of(ATODDS_PAGE_STYLE_SHA256), base64_of(ATODDS_PAGE_SCRIPT_SHA256));
}

}  // namespace atodds
