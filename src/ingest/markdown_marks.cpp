#include "ingest/markdown_marks.hpp"

#include <algorithm>
#include <array>
#include <cstdint>
#include <string_view>
#include <vector>

namespace atodds {
namespace {

/// Longest link target or tag that is looked for: bounds the work on hostile input. A guess.
constexpr std::size_t kLongestTarget = 2048;

void blank(std::string& reading, std::size_t begin, std::size_t end) {
    for (std::size_t at = begin; at < end; ++at) {
        if (reading[at] != '\n' && reading[at] != '\r') {
            reading[at] = ' ';
        }
    }
}

bool is_alphanumeric(char byte) {
    const auto value = static_cast<unsigned char>(byte);
    const auto lower = static_cast<unsigned char>(value | 0x20U);
    return (lower >= 'a' && lower <= 'z') || (value >= '0' && value <= '9') || value >= 0x80;
}

bool is_blank_byte(char byte) {
    return byte == ' ' || byte == '\t' || byte == '\n' || byte == '\r';
}

/// One left-to-right pass over the block; open brackets wait on a stack for their closing ones.
class MarkScanner {
  public:
    MarkScanner(std::string& reading, ByteSpan span)
        : reading_(reading), begin_(span.begin), end_(span.end) {}

    std::size_t scan() {
        for (std::size_t at = begin_; at < end_;) {
            at = step(at);
        }
        return link_text_bytes_;
    }

  private:
    struct Bracket {
        std::size_t at = 0;
        bool is_image = false;
    };

    char byte_at(std::size_t at) const { return at < end_ && at >= begin_ ? reading_[at] : ' '; }

    char byte_before(std::size_t at) const { return at > begin_ ? reading_[at - 1] : ' '; }

    /// Handles what starts at `at`; returns where to go on.
    std::size_t step(std::size_t at) {
        switch (reading_[at]) {
            case '\\':
                return escape(at);
            case '`':
            case '*':
            case '_':
            case '~':
                return emphasis(at);
            case '<':
                return tag(at);
            case '&':
                return entity(at);
            case '[':
                brackets_.push_back({at, byte_before(at) == '!'});
                return at + 1;
            case ']':
                return close_bracket(at);
            default:
                return at + 1;
        }
    }

    std::size_t escape(std::size_t at) {
        const char next = byte_at(at + 1);
        if (is_alphanumeric(next) || is_blank_byte(next)) {
            return at + 1;
        }
        blank(reading_, at, at + 1);
        return at + 2;
    }

    /// A run of one mark. Between blanks it is an operator ("5 * 3") and stays, and so does a
    /// single mark inside a word ("snake_case", "~5").
    std::size_t emphasis(std::size_t at) {
        const char mark = reading_[at];
        std::size_t end = at;
        while (end < end_ && reading_[end] == mark) {
            ++end;
        }
        const char before = byte_before(at);
        const char after = byte_at(end);
        const bool is_operator = is_blank_byte(before) && is_blank_byte(after);
        const bool is_inside_word =
            mark == '_' && is_alphanumeric(before) && is_alphanumeric(after);
        const bool is_lone_tilde = mark == '~' && end - at != 2;
        if (!is_operator && !is_inside_word && !is_lone_tilde) {
            blank(reading_, at, end);
        }
        return end;
    }

    std::size_t tag(std::size_t at) {
        const char next = byte_at(at + 1);
        const auto lower = static_cast<unsigned char>(static_cast<unsigned char>(next) | 0x20U);
        const bool opens = (lower >= 'a' && lower <= 'z') || next == '/' || next == '!';
        const std::size_t close = opens ? find_tag_end(at) : std::string::npos;
        if (close == std::string::npos) {
            return at + 1;
        }
        blank(reading_, at, close + 1);
        return close + 1;
    }

    std::size_t entity(std::size_t at) {
        constexpr std::string_view kSpace = "&nbsp;";
        constexpr std::string_view kAmpersand = "&amp;";
        const std::string_view rest = std::string_view(reading_).substr(at, end_ - at);
        if (rest.starts_with(kSpace)) {
            blank(reading_, at, at + kSpace.size());
            return at + kSpace.size();
        }
        if (rest.starts_with(kAmpersand)) {
            blank(reading_, at + 1, at + kAmpersand.size());
            return at + kAmpersand.size();
        }
        return at + 1;
    }

    std::size_t close_bracket(std::size_t at) {
        if (brackets_.empty()) {
            return at + 1;
        }
        const Bracket open = brackets_.back();
        brackets_.pop_back();
        if (byte_at(open.at + 1) == '^') {
            blank(reading_, open.at, at + 1);
            return at + 1;
        }
        const char next = byte_at(at + 1);
        const std::size_t close = next == '('   ? find_target_end(at + 1)
                                  : next == '[' ? find_label_end(at + 1)
                                                : std::string::npos;
        if (close == std::string::npos) {
            return at + 1;
        }
        if (open.is_image) {
            blank(reading_, open.at - 1, close + 1);
        } else {
            link_text_bytes_ += at - open.at - 1;
            blank(reading_, open.at, open.at + 1);
            blank(reading_, at, close + 1);
        }
        return close + 1;
    }

    /// The `>` of the tag at `at`. Where none was found before, the bytes are not searched again,
    /// so a text of nothing but "<a" stays linear.
    std::size_t find_tag_end(std::size_t at) {
        const std::size_t stop = std::min(end_, at + kLongestTarget);
        const std::size_t from = std::max(at + 1, no_tag_end_before_);
        const std::size_t found = std::string_view(reading_).substr(0, stop).find('>', from);
        no_tag_end_before_ = found == std::string::npos ? stop : no_tag_end_before_;
        return found;
    }

    std::size_t find_label_end(std::size_t at) const {
        const std::size_t stop = std::min(end_, at + kLongestTarget);
        return std::string_view(reading_).substr(0, stop).find(']', at + 1);
    }

    /// The `)` that closes the `(` at `at`, nested pairs skipped. A target nests a pair or two; the
    /// bound on the depth keeps a text of nothing but "[](" linear.
    std::size_t find_target_end(std::size_t at) const {
        constexpr std::size_t kDeepest = 8;
        const std::size_t stop = std::min(end_, at + kLongestTarget);
        std::size_t depth = 0;
        for (std::size_t i = at; i < stop && depth <= kDeepest; ++i) {
            depth += reading_[i] == '(' ? 1U : 0U;
            if (reading_[i] == ')' && --depth == 0) {
                return i;
            }
        }
        return std::string::npos;
    }

    std::string& reading_;
    std::size_t begin_;
    std::size_t end_;
    std::vector<Bracket> brackets_;
    std::size_t link_text_bytes_ = 0;
    std::size_t no_tag_end_before_ = 0;
};

struct Hidden {
    std::string_view open;
    std::string_view close;
};

constexpr std::array kHidden = std::to_array<Hidden>({
    {"<!--", "-->"},
    {"<script", "</script>"},
    {"<style", "</style>"},
});

}  // namespace

void blank_hidden(std::string& reading, std::size_t from) {
    for (const Hidden& hidden : kHidden) {
        for (std::size_t at = reading.find(hidden.open, from); at != std::string::npos;
             at = reading.find(hidden.open, at)) {
            const std::size_t close = reading.find(hidden.close, at);
            // Unclosed: the rest is text, and no later one can be closed either.
            if (close == std::string::npos) {
                break;
            }
            blank(reading, at, close + hidden.close.size());
            at = close + hidden.close.size();
        }
    }
}

std::size_t blank_marks(std::string& reading, ByteSpan span) {
    return MarkScanner(reading, span).scan();
}

}  // namespace atodds
