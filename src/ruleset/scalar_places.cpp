#include "ruleset/scalar_places.hpp"

#include "base/utf8.hpp"

#include <algorithm>

namespace atodds {
namespace {

bool is_blank(char c) {
    return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

std::size_t end_of_double_quoted(std::string_view text, std::size_t begin) {
    std::size_t at = begin + 1;
    while (at < text.size() && text[at] != '"') {
        at += text[at] == '\\' ? 2U : 1U;
    }
    return std::min(at + 1, text.size());
}

std::size_t end_of_single_quoted(std::string_view text, std::size_t begin) {
    std::size_t at = begin + 1;
    while (at < text.size()) {
        if (text[at] != '\'') {
            ++at;
        } else if (at + 1 < text.size() && text[at + 1] == '\'') {
            at += 2;
        } else {
            break;
        }
    }
    return std::min(at + 1, text.size());
}

/// Of a plain text over several lines, whose breaks and indentation became single blanks.
std::size_t end_of_folded(std::string_view text, std::size_t begin, std::string_view value) {
    std::size_t at = begin;
    for (std::size_t read = 0; read < value.size() && at < text.size();) {
        if (text[at] == value[read]) {
            ++at;
            ++read;
        } else if (!is_blank(text[at])) {
            break;
        } else {
            at = std::min(text.find_first_not_of(" \t\r\n", at), text.size());
            read = std::min(value.find_first_not_of(" \n", read), value.size());
        }
    }
    return at;
}

std::size_t end_of_line(std::string_view text, std::size_t begin) {
    return std::min(text.find_first_of("\r\n", begin), text.size());
}

std::size_t escape_size(char kind) {
    return kind == 'x' ? 4 : kind == 'u' ? 6 : kind == 'U' ? 10 : 2;
}

/// Follows a scalar through the file: `raw` is a place in the file, `read` one in the value.
class ScalarWalk {
  public:
    ScalarWalk(std::string_view file, ByteSpan span, std::string_view value)
        : file_(file.substr(0, span.end)), value_(value), raw_(span.begin) {
        if (raw_ >= file.size() || file.substr(raw_, value_.size()) == value_) {
            return;
        }
        quote_ = file[raw_];
        if (quote_ == '|' || quote_ == '>') {
            file_ = file;
            raw_ = std::min(end_of_line(file, raw_) + 1, file.size());
        } else if (quote_ == '"' || quote_ == '\'') {
            ++raw_;
        }
    }

    std::size_t place_of(std::size_t offset) {
        while (read_ < offset && raw_ < file_.size() && read_ < value_.size()) {
            step();
        }
        return std::min(raw_, file_.size());
    }

  private:
    void step() {
        if (quote_ == '"' && file_[raw_] == '\\' && raw_ + 1 < file_.size()) {
            const bool is_line_joint = file_[raw_ + 1] == '\n' || file_[raw_ + 1] == '\r';
            raw_ += is_line_joint ? 1 : escape_size(file_[raw_ + 1]);
            read_ += is_line_joint ? 0 : decode(value_, read_).size;
        } else if (file_[raw_] == value_[read_]) {
            raw_ += quote_ == '\'' && file_[raw_] == '\'' ? 2U : 1U;
            ++read_;
        } else if (is_blank(file_[raw_]) && value_[read_] == ' ') {
            skip_blanks();
            ++read_;
        } else {
            ++raw_;
        }
    }

    void skip_blanks() {
        while (raw_ < file_.size() && is_blank(file_[raw_])) {
            ++raw_;
        }
    }

    std::string_view file_;
    std::string_view value_;
    std::size_t raw_ = 0;
    std::size_t read_ = 0;
    char quote_ = '\0';
};

}  // namespace

// libyaml marks the end of a plain text behind the blanks that follow it, so the end is found in
// the text again.
ByteSpan scalar_span(std::string_view file, std::size_t begin, std::string_view value) {
    std::size_t end = begin;
    if (begin < file.size()) {
        const char first = file[begin];
        if (file.substr(begin, value.size()) == value) {
            end = begin + value.size();
        } else if (first == '"') {
            end = end_of_double_quoted(file, begin);
        } else if (first == '\'') {
            end = end_of_single_quoted(file, begin);
        } else if (first == '|' || first == '>') {
            end = end_of_line(file, begin);
        } else {
            end = end_of_folded(file, begin, value);
        }
    }
    return {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)};
}

std::uint32_t scalar_offset(std::string_view file, ByteSpan span, std::string_view value,
                            std::size_t offset) {
    return static_cast<std::uint32_t>(ScalarWalk(file, span, value).place_of(offset));
}

}  // namespace atodds
