#include "text/token_form.hpp"

#include "base/hash.hpp"
#include "base/utf8.hpp"
#include "text/characters.hpp"

#include <cstddef>
#include <string>
#include <string_view>

namespace atodds {
namespace {

using std::string_view_literals::operator""sv;  // compares sizes first, a plain literal does not

/// Quotation marks and apostrophes unified; letters in lower case.
std::string wide_lower_form(std::string_view form) {
    std::string lowered;
    lowered.reserve(form.size());
    for (std::size_t at = 0; at < form.size();) {
        const CodePoint point = decode(form, at);
        if (point.value >= 0x2018 && point.value <= 0x201B) {
            lowered += '\'';
        } else if (point.value >= 0x201C && point.value <= 0x201F) {
            lowered += '"';
        } else if (point.value == 0x2011) {
            lowered += '-';
        } else {
            lowered += form.substr(at, point.size);
        }
        at += point.size;
    }
    return lowered == "''" ? "\"" : to_lower(lowered);
}

void note_wide_capitals(std::string_view form, Token& token) {
    int capitals = 0;
    int smalls = 0;
    for (const char c : form) {
        capitals += is_ascii_upper(c) ? 1 : 0;
        smalls += is_ascii_lower(c) ? 1 : 0;
    }
    token.is_all_caps = capitals >= 2 && smalls == 0;
    token.is_capitalised = !form.empty() && is_ascii_upper(form[0]);
    if (!form.empty() && static_cast<unsigned char>(form[0]) >= 0xC3) {
        const CodePoint point = decode(form, 0);
        token.is_capitalised = to_lower(form.substr(0, point.size)) != form.substr(0, point.size);
    }
}

/// The same where all of the form may be ASCII: one walk over the bytes. False where it is not.
bool fill_ascii_form(std::string_view form, Token& token) {
    int capitals = 0;
    int smalls = 0;
    unsigned all = 0;
    token.lower.assign(form);
    for (char& c : token.lower) {
        all |= static_cast<unsigned char>(c);
        const bool is_capital = is_ascii_upper(c);
        capitals += is_capital ? 1 : 0;
        smalls += is_ascii_lower(c) ? 1 : 0;
        c = static_cast<char>(is_capital ? c + 0x20 : c);
    }
    if (all >= 0x80) {
        return false;
    }
    token.is_all_caps = capitals >= 2 && smalls == 0;
    token.is_capitalised = !form.empty() && is_ascii_upper(form[0]);
    if (token.lower == "''"sv || token.lower == "``"sv) {
        token.lower = "\"";
    }
    return true;
}

void fill_form(std::string_view form, Token& token) {
    if (!fill_ascii_form(form, token)) {
        token.lower = wide_lower_form(form);
        note_wide_capitals(form, token);
    }
    token.lower_id = hash_bytes(token.lower);
}

}  // namespace

Token make_token(std::string_view form, ByteSpan span) {
    Token token;
    token.span = span;
    fill_form(form, token);
    return token;
}

void append_token(std::string_view text, ByteSpan span, std::vector<Token>& tokens) {
    Token& token = tokens.emplace_back();
    token.span = span;
    fill_form(slice(text, span), token);
}

}  // namespace atodds
