#include "ruleset/plain_yaml.hpp"

#include "base/utf8.hpp"

#include <algorithm>
#include <array>
#include <cstring>
#include <string>
#include <vector>

namespace atodds {

namespace {

// Deeper ones are left to libyaml, which counts to the limit of the language (docs/rules.md).
constexpr std::size_t kMostNesting = 24;
// libyaml takes no key of more than 1024 characters (yaml_parser_stale_simple_keys).
constexpr std::size_t kMostKeyBytes = 500;

bool is_alphanumeric(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
}

bool is_ascii(char c) {
    return (static_cast<unsigned char>(c) & 0x80U) == 0;
}

bool is_space_or_break(char c) {
    return c == ' ' || c == '\n';
}

/// Eight bytes at once: true where each is printable ASCII or a line break.
bool are_all_plain(std::string_view eight) {
    constexpr std::uint64_t kOnes = 0x0101010101010101ULL;
    constexpr std::uint64_t kHigh = 0x8080808080808080ULL;
    std::uint64_t word = 0;
    std::memcpy(&word, eight.data(), sizeof word);
    // The sums cannot carry into the next byte while no byte has its high bit set.
    const std::uint64_t below_blank = ~(word + kOnes * 0x60) & kHigh;  // a byte below 0x20
    const std::uint64_t is_delete = (word + kOnes) & kHigh;            // 0x7F
    return (word & kHigh) == 0 && below_blank == 0 && is_delete == 0;
}

/// Characters that libyaml breaks lines at or rejects: U+0080 to U+009F, U+2028, U+2029, byte
/// order marks and whatever else begins with the same byte.
bool is_odd_character(std::string_view text, std::size_t at) {
    const auto byte = [&](std::size_t i) {
        return at + i < text.size() ? static_cast<unsigned char>(text[at + i]) : 0U;
    };
    return byte(0) == 0xEF || (byte(0) == 0xC2 && byte(1) < 0xA0) ||
           (byte(0) == 0xE2 && byte(1) == 0x80 && (byte(2) == 0xA8 || byte(2) == 0xA9));
}

/// Sound UTF-8 without tabs, carriage returns, control characters and odd characters.
bool has_plain_characters(std::string_view text) {
    bool is_ascii_only = true;
    for (std::size_t at = 0; at < text.size();) {
        if (at + 8 <= text.size() && are_all_plain(text.substr(at, 8))) {
            at += 8;
            continue;
        }
        const char c = text[at];
        if ((is_ascii(c) && c < 0x20 && c != '\n') || c == 0x7F || is_odd_character(text, at)) {
            return false;
        }
        is_ascii_only = is_ascii_only && is_ascii(c);
        ++at;
    }
    return is_ascii_only || !find_bad_utf8(text);
}

/// What may open a text without quotes, here; YAML allows a few more.
bool opens_text(std::string_view text, std::size_t at) {
    const char c = text[at];
    const bool is_mark = c == '.' || c == '$' || c == '(' || c == '~' || c == '_' || c == '/';
    const bool is_minus = c == '-' && at + 1 < text.size() && is_alphanumeric(text[at + 1]);
    return is_alphanumeric(c) || !is_ascii(c) || is_mark || is_minus;
}

enum class Around : std::uint8_t { Block, Brackets };

/// Each `read_` answers false where the file is not plain; then all is given up. The cursor stands
/// behind what was read; children wait on one stack until their collection is complete.
class PlainReader {
  public:
    PlainReader(std::string_view text, YamlTree& tree) : text_(text), tree_(tree) {}

    bool read() {
        if (!next_content_line() || column_ != 0 || !opens_key() || !read_map(0, kNoKey)) {
            return false;
        }
        tree_.root = stack_.back();
        return is_at_end();
    }

  private:
    static constexpr bool kNoKey = false;
    static constexpr bool kHasKey = true;  // the first key lies on the stack already

    bool is_at_end() const { return at_ >= text_.size(); }

    char here() const { return is_at_end() ? '\n' : text_[at_]; }

    char behind(std::size_t at) const { return at + 1 < text_.size() ? text_[at + 1] : '\n'; }

    static bool may_open_key(char c) {
        return is_alphanumeric(c) || !is_ascii(c) || c == '"' || c == '\'';
    }

    bool opens_key() const { return may_open_key(here()); }

    bool opens_list_entry() const { return here() == '-' && behind(at_) == ' '; }

    // ---- Lines ----------------------------------------------------------------------------------

    void skip_blanks() {
        while (!is_at_end() && text_[at_] == ' ') {
            ++at_;
        }
    }

    void skip_line() { at_ = std::min(text_.find('\n', at_), text_.size()); }

    /// From the start or end of a line to the first text of the next that has any. False at the
    /// end of the file, and then is_at_end().
    bool next_content_line() {
        while (!is_at_end()) {
            at_ += text_[at_] == '\n' ? 1U : 0U;
            const std::size_t begin = at_;
            skip_blanks();
            if (here() == '#') {
                skip_line();
            } else if (here() != '\n') {
                column_ = at_ - begin;
                return true;
            }
        }
        return false;
    }

    /// Nothing but blanks and a comment up to the end of the line.
    bool read_line_end() {
        const std::size_t begin = at_;
        skip_blanks();
        if (here() == '#' && at_ > begin) {
            skip_line();
        }
        return here() == '\n';
    }

    // ---- Texts ----------------------------------------------------------------------------------

    bool push_text(std::size_t begin, std::string_view value) {
        YamlNode node;
        node.kind = YamlNode::Kind::Text;
        node.span = {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(at_)};
        node.text = value;
        stack_.push_back(node);
        return true;
    }

    /// A text without quotes. Ends before ": ", " #" and the line's end; in brackets before their
    /// marks, too.
    bool read_bare(Around around) {
        const std::size_t begin = at_;
        if (!opens_text(text_, begin)) {
            return false;
        }
        std::size_t end = begin;
        for (; !is_at_end() && text_[at_] != '\n'; ++at_) {
            const char c = text_[at_];
            if (c == ' ') {
                continue;
            }
            const bool is_comment = c == '#' && text_[at_ - 1] == ' ';
            const bool is_colon = c == ':' && is_space_or_break(behind(at_));
            if (is_comment || is_colon || (around == Around::Brackets && is_bracket_mark(c))) {
                break;
            }
            const bool is_doubtful =
                c == '?' || (c == ':' && !is_alphanumeric(behind(at_)) && is_ascii(behind(at_)));
            if (around == Around::Brackets && is_doubtful) {
                return false;
            }
            end = at_ + 1;
        }
        at_ = end;
        const std::string_view value = text_.substr(begin, end - begin);
        if (value != "~") {
            return push_text(begin, value);
        }
        YamlNode& nothing = stack_.emplace_back();
        nothing.span = {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(begin)};
        return true;
    }

    static bool is_bracket_mark(char c) {
        return c == ',' || c == '[' || c == ']' || c == '{' || c == '}';
    }

    /// A text in quotes, on one line. Double ones know two escapes here, \" and \\.
    bool read_quoted() {
        const std::size_t begin = at_;
        const char quote = text_[at_++];
        std::string unescaped;
        std::size_t copied = at_;
        for (;; ++at_) {
            if (here() == '\n') {
                return false;
            }
            const bool is_escape =
                quote == '"' ? text_[at_] == '\\' : text_[at_] == '\'' && behind(at_) == '\'';
            if (is_escape && behind(at_) != quote && behind(at_) != '\\') {
                return false;
            }
            if (is_escape) {
                unescaped.append(text_, copied, at_ - copied);
                copied = ++at_;
            } else if (text_[at_] == quote) {
                break;
            }
        }
        const bool is_whole = copied == begin + 1;
        unescaped.append(text_, copied, is_whole ? 0 : at_ - copied);
        const std::string_view value =
            is_whole ? text_.substr(copied, at_ - copied) : tree_.keep(unescaped);
        ++at_;
        // scalar_span (scalar_places.hpp) takes a text that repeats its own quotes for one without.
        return text_.substr(begin, value.size()) != value && push_text(begin, value);
    }

    bool read_scalar(Around around) {
        return here() == '"' || here() == '\'' ? read_quoted() : read_bare(around);
    }

    /// True where the text just read is a key: a colon follows at once, then a blank or a break.
    bool is_behind_key() const {
        const YamlNode& key = stack_.back();
        return here() == ':' && is_space_or_break(behind(at_)) && key.is_text() &&
               key.span.end - key.span.begin < kMostKeyBytes;
    }

    // ---- Brackets -------------------------------------------------------------------------------

    /// Blanks, line breaks and comments between brackets.
    bool skip_between() {
        for (;;) {
            skip_blanks();
            if (here() == '#' && is_space_or_break(text_[at_ - 1])) {
                skip_line();
            }
            if (is_at_end()) {
                return false;
            }
            if (text_[at_] != '\n') {
                // "---" and "..." at the begin of a line end a document even here.
                return text_[at_ - 1] != '\n' || (text_[at_] != '-' && text_[at_] != '.');
            }
            ++at_;
        }
    }

    bool read_bracket_value() {
        return here() == '[' || here() == '{' ? read_brackets() : read_scalar(Around::Brackets);
    }

    bool read_bracket_entry(bool is_map) {
        if (!is_map) {
            return read_bracket_value();
        }
        if (!opens_key() || !read_scalar(Around::Brackets) || !is_behind_key()) {
            return false;
        }
        ++at_;
        return here() == ' ' && skip_between() && read_bracket_value();
    }

    bool read_brackets() {
        const std::size_t begin = at_;
        const std::size_t first = stack_.size();
        const bool is_map = text_[at_++] == '{';
        const char close = is_map ? '}' : ']';
        if (++depth_ > kMostNesting || !skip_between()) {
            return false;
        }
        for (bool is_done = here() == close; !is_done;) {
            if (!read_bracket_entry(is_map) || !skip_between()) {
                return false;
            }
            is_done = here() == close;
            if (!is_done && (text_[at_++] != ',' || !skip_between())) {
                return false;
            }
        }
        ++at_;
        return finish(is_map ? YamlNode::Kind::Map : YamlNode::Kind::List, begin, first);
    }

    bool finish(YamlNode::Kind kind, std::size_t begin, std::size_t first) {
        --depth_;
        const YamlNode node = tree_.collection(kind, static_cast<std::uint32_t>(begin),
                                               std::span(stack_).subspan(first));
        stack_.resize(first);
        stack_.push_back(node);
        return true;
    }

    // ---- Blocks ---------------------------------------------------------------------------------

    /// What stands behind "key:" on its line or below it. Ends on the next line with text, or at
    /// the end of the file.
    bool read_map_value(std::size_t column) {
        const std::size_t begin = at_;
        skip_blanks();
        if (here() != '\n' && (here() != '#' || at_ == begin)) {
            const bool is_bracket = here() == '[' || here() == '{';
            if (!(is_bracket ? read_brackets() : read_scalar(Around::Block)) || !read_line_end()) {
                return false;
            }
            next_content_line();
            return true;
        }
        skip_line();
        if (!next_content_line()) {
            return false;
        }
        if (opens_list_entry()) {
            return column_ >= column && read_list(column_);
        }
        return column_ > column && opens_key() && read_map(column_, kNoKey);
    }

    /// A map whose keys stand at `column`. With kHasKey the first one was read already.
    bool read_map(std::size_t column, bool has_key) {
        const std::size_t first = stack_.size() - (has_key ? 1 : 0);
        const std::size_t begin = has_key ? stack_.back().span.begin : at_;
        if (++depth_ > kMostNesting) {
            return false;
        }
        for (;; has_key = false) {
            if (!has_key && (!opens_key() || !read_scalar(Around::Block))) {
                return false;
            }
            if (!is_behind_key()) {
                return false;
            }
            ++at_;
            if (!read_map_value(column)) {
                return false;
            }
            if (is_at_end() || column_ < column) {
                break;
            }
            if (column_ > column) {
                return false;  // a text that goes on, or a fault
            }
        }
        return finish(YamlNode::Kind::Map, begin, first);
    }

    /// "- " entries at `column`, each with its value on the same line.
    bool read_list(std::size_t column) {
        const std::size_t first = stack_.size();
        const std::size_t begin = at_;
        if (++depth_ > kMostNesting) {
            return false;
        }
        while (!is_at_end() && column_ == column && opens_list_entry()) {
            const std::size_t line = at_ - column;
            ++at_;
            skip_blanks();
            if (!read_list_value(at_ - line)) {
                return false;
            }
        }
        if (!is_at_end() && column_ > column) {
            return false;
        }
        return finish(YamlNode::Kind::List, begin, first);
    }

    bool read_list_value(std::size_t column) {
        const bool is_bracket = here() == '[' || here() == '{';
        if (!(is_bracket ? read_brackets() : read_scalar(Around::Block))) {
            return false;
        }
        if (!is_bracket && is_behind_key()) {
            return may_open_key(text_[stack_.back().span.begin]) && read_map(column, kHasKey);
        }
        if (!read_line_end()) {
            return false;
        }
        next_content_line();
        return true;
    }

    std::string_view text_;
    YamlTree& tree_;
    std::size_t at_ = 0;
    std::size_t column_ = 0;  ///< of the first text of the line, behind next_content_line
    std::size_t depth_ = 0;
    std::vector<YamlNode> stack_;
};

}  // namespace

std::optional<YamlTree> parse_plain_yaml(std::string_view text) {
    if (!has_plain_characters(text)) {
        return std::nullopt;
    }
    YamlTree tree(text.size());
    if (!PlainReader(text, tree).read()) {
        return std::nullopt;
    }
    return tree;
}

}  // namespace atodds
