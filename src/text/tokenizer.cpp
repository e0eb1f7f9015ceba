#include "text/tokenizer.hpp"

#include "base/utf8.hpp"
#include "text/abbreviations.hpp"
#include "text/characters.hpp"
#include "text/token_form.hpp"

#include <algorithm>
#include <array>
#include <string>

namespace atodds {
namespace {

// A prefix before a hyphen that the treebanks leave attached.
constexpr auto kPrefixes = std::to_array<std::string_view>(
    {"anti",  "bi",    "co",    "counter", "de",    "e",   "ex",     "hyper", "inter",
     "intra", "macro", "mega",  "meta",    "micro", "mid", "mini",   "mono",  "multi",
     "neo",   "non",   "pan",   "post",    "pre",   "pro", "pseudo", "quasi", "re",
     "semi",  "sub",   "super", "trans",   "ultra", "un",  "uni"});

constexpr auto kClitics = std::to_array<std::string_view>({"'s", "'re", "'ve", "'ll", "'d", "'m"});

/// Cuts one run of text without blanks. Holds the text so that helpers stay short.
class ChunkCutter {
  public:
    ChunkCutter(std::string_view text, ByteSpan chunk, std::vector<Token>& tokens)
        : text_(text.substr(0, chunk.end)), whole_(text), chunk_(chunk), tokens_(tokens) {}

    void cut() {
        has_address_ = looks_like_address();
        for (std::uint32_t at = chunk_.begin; at < chunk_.end;) {
            at = cut_one(at);
        }
    }

  private:
    bool looks_like_address() const {
        const std::string_view body = slice(text_, chunk_);
        const auto sign = body.find('@');
        const bool is_mail = sign != std::string_view::npos && sign > 0 &&
                             body.find('.', sign) != std::string_view::npos;
        return is_mail || body.find("://") != std::string_view::npos ||
               body.find("www.") != std::string_view::npos;
    }

    Character at(std::uint32_t place) const {
        return place < chunk_.end ? character_at(text_, place)
                                  : Character{CharacterClass::Blank, 0, 1};
    }

    bool is_word_at(std::uint32_t place) const { return at(place).kind == CharacterClass::Word; }

    bool is_digit_at(std::uint32_t place) const {
        return place < chunk_.end && is_ascii_digit(text_[place]);
    }

    void emit(std::uint32_t begin, std::uint32_t end) {
        if (begin >= end) {
            return;
        }
        append_token(text_, {begin, end}, tokens_);
        tokens_.back().has_space_before = begin == chunk_.begin && begin > 0;
    }

    std::uint32_t cut_one(std::uint32_t begin) {
        const Character first = at(begin);
        const std::uint32_t next = begin + first.size;
        if (first.kind == CharacterClass::Word) {
            return has_address_ ? cut_address(begin) : cut_word(begin, begin);
        }
        const bool opens_number = first.kind == CharacterClass::Currency && is_digit_at(next);
        const bool is_signed =
            (first.value == '-' || first.value == '+' || first.value == 0x2212) &&
            begin == chunk_.begin && is_digit_at(next);
        const bool is_tag =
            (first.value == '@' || first.value == '#') && is_word_at(next) && !is_digit_at(next);
        if (opens_number || is_signed || is_tag) {
            return cut_word(begin, next);
        }
        if (is_apostrophe(first.value)) {
            return cut_apostrophe(begin, next);
        }
        return cut_sign(begin, first);
    }

    /// "'90s", "'em" and clitics that stand alone; else the mark itself.
    std::uint32_t cut_apostrophe(std::uint32_t begin, std::uint32_t next) {
        if (is_digit_at(next)) {
            return cut_word(begin, next);
        }
        std::uint32_t end = next;
        while (end < chunk_.end && is_ascii_lower(text_[end])) {
            ++end;
        }
        const std::string tail = "'" + std::string(slice(text_, {next, end}));
        const bool is_clitic = std::find(kClitics.begin(), kClitics.end(), tail) != kClitics.end();
        if ((is_clitic || tail == "'em" || tail == "'til" || tail == "'cause") &&
            !is_word_at(end)) {
            emit(begin, end);
            return end;
        }
        if (is_apostrophe(at(next).value)) {  // two single marks are one double mark
            next += at(next).size;
        }
        emit(begin, next);
        return next;
    }

    /// One sign, or a run of the same where a run is one mark ("...", "--", "!!", "``").
    std::uint32_t cut_sign(std::uint32_t begin, const Character& first) {
        std::uint32_t end = begin + first.size;
        const auto is_closing = [](char32_t c) { return c == '!' || c == '?'; };
        while (end < chunk_.end) {
            const Character next = at(end);
            const bool is_run = next.value == first.value &&
                                (first.value == '.' || first.value == '-' || first.value == '`' ||
                                 first.value == '*' || first.value == '_' || first.value == '=');
            if (!is_run && !(is_closing(first.value) && is_closing(next.value))) {
                break;
            }
            end += next.size;
        }
        emit(begin, end);
        return end;
    }

    /// A web or mail address reaches to the end of its chunk, without closing marks.
    std::uint32_t cut_address(std::uint32_t begin) {
        std::uint32_t end = chunk_.end;
        while (end > begin + 1 &&
               std::string_view(".,;:!?)]}'\">").find(text_[end - 1]) != std::string_view::npos) {
            --end;
        }
        const std::string_view body = slice(text_, {begin, end});
        const bool is_clean = body.find_first_of("<>()\"") == std::string_view::npos &&
                              body.find("\xE2\x80") == std::string_view::npos;
        has_address_ = false;
        if (!is_clean) {
            return cut_word(begin, begin);
        }
        emit(begin, end);
        return end;
    }

    /// Scans a word whose first character stands at `from`; `begin` may lie before it (currency).
    std::uint32_t cut_word(std::uint32_t begin, std::uint32_t from) {
        std::uint32_t end = from;
        std::uint32_t part = begin;  // where the part since the last hyphen begins
        while (end < chunk_.end) {
            const Character c = at(end);
            if (c.kind == CharacterClass::Word) {
                if (c.size > 1 && is_east_asian(c.value)) {
                    end = end == from ? end + c.size : end;
                    break;
                }
                end += c.size;
                continue;
            }
            const std::uint32_t next = end + c.size;
            if (end == from || !joins(begin, part, end, c, next)) {
                break;
            }
            part = c.value == '-' || c.value == 0x2011 ? next : part;
            end = next;
        }
        return finish_word(begin, end);
    }

    /// Whether the sign at [end, next) holds the word together.
    bool joins(std::uint32_t begin, std::uint32_t part, std::uint32_t end, const Character& c,
               std::uint32_t next) const {
        const bool is_between_digits = is_ascii_digit(text_[end - 1]) && is_digit_at(next);
        switch (c.value) {
            case '.':
                return is_word_at(next) && !starts_sentence(part, end, next);
            case ',':
                return is_between_digits && is_thousands(next);
            case ':':
            case '/':
            case 0x2013:
            case 0x2044:
                return is_between_digits;
            case '&':
                return is_ascii_upper(text_[end - 1]) && next < chunk_.end &&
                       is_ascii_upper(text_[next]);
            case '_':
                return is_word_at(next);
            case '$':
                return end - begin <= 3 && is_digit_at(next) && is_ascii_upper(text_[begin]);
            case '-':
            case 0x2011:
                return is_word_at(next) && keeps_hyphen(part, end, next);
            default:
                return is_apostrophe(c.value) && is_word_at(next);
        }
    }

    /// "ends.The", "in 2019.Her": a stop before a capital misses its blank. Behind a digit a word
    /// has to follow: "3.B" may be a chapter.
    bool starts_sentence(std::uint32_t part, std::uint32_t end, std::uint32_t next) const {
        const bool opens_word =
            next + 1 < chunk_.end && is_ascii_upper(text_[next]) && is_ascii_lower(text_[next + 1]);
        return end - part >= 2 &&
               ((is_ascii_lower(text_[end - 1]) && is_ascii_upper(text_[next])) ||
                (is_ascii_digit(text_[end - 1]) && opens_word));
    }

    bool is_thousands(std::uint32_t next) const {
        return is_digit_at(next) && is_digit_at(next + 1) && is_digit_at(next + 2) &&
               !is_digit_at(next + 3);
    }

    bool keeps_hyphen(std::uint32_t part, std::uint32_t end, std::uint32_t next) const {
        if (is_digit_at(next)) {
            return true;
        }
        if (end - part == 1 && !is_ascii_digit(text_[part])) {
            return true;
        }
        if (end - part > 7) {
            return false;
        }
        const std::string left = to_lower(slice(text_, {part, end}));
        return std::find(kPrefixes.begin(), kPrefixes.end(), left) != kPrefixes.end();
    }

    std::uint32_t finish_word(std::uint32_t begin, std::uint32_t end) {
        if (end < chunk_.end && text_[end] == '.' && takes_stop(begin, end)) {
            emit(begin, end + 1);
            return end + 1;
        }
        emit_with_clitics(begin, end);
        return end;
    }

    /// Whether the full stop at `end` belongs to the word as an abbreviation.
    bool takes_stop(std::uint32_t begin, std::uint32_t end) const {
        if (end + 1 < chunk_.end && text_[end + 1] == '.') {
            return false;
        }
        const std::string_view word = slice(text_, {begin, end});
        const AbbreviationKind kind = abbreviation_kind(to_lower(word));
        if (kind == AbbreviationKind::BeforeDigit) {
            return digit_follows(end + 1);
        }
        if (kind == AbbreviationKind::None || (word.size() == 1 && is_ascii_lower(word[0]))) {
            return false;
        }
        const bool is_small = is_ascii_lower(word[0]) && word.find('.') == std::string_view::npos;
        if (!is_small || word == "vs" || word == "etc" || word == "approx" || word == "eg") {
            return true;
        }
        return word == "ie" || word == "al" || word == "dept" || word == "sq" || word == "est";
    }

    bool digit_follows(std::uint32_t from) const {
        while (from < whole_.size() && whole_[from] == ' ') {
            ++from;
        }
        return from < whole_.size() && is_ascii_digit(whole_[from]);
    }

    void emit_with_clitics(std::uint32_t begin, std::uint32_t end) {
        const std::uint32_t cut = clitic_start(begin, end);
        if (cut > begin && cut < end) {
            emit(begin, cut);
            emit(cut, end);
            return;
        }
        emit(begin, end);
    }

    /// Where "n't", "'s" and the like begin; `end` where there is none.
    std::uint32_t clitic_start(std::uint32_t begin, std::uint32_t end) const {
        const std::string_view form = slice(text_, {begin, end});
        if (form.size() == 6 && to_lower(form) == "cannot") {
            return begin + 3;
        }
        std::size_t mark = form.rfind('\'');
        std::size_t mark_size = 1;
        if (mark == std::string_view::npos) {
            mark = form.rfind("\xE2\x80\x99");
            mark_size = 3;
        }
        if (mark == std::string_view::npos || form.size() - mark - mark_size > 2) {
            return end;
        }
        const std::string tail = "'" + to_lower(form.substr(mark + mark_size));
        const auto place = begin + static_cast<std::uint32_t>(mark);
        if (tail == "'t" && mark >= 2 && (form[mark - 1] == 'n' || form[mark - 1] == 'N')) {
            return place - 1;
        }
        const bool is_clitic = std::find(kClitics.begin(), kClitics.end(), tail) != kClitics.end();
        return is_clitic ? place : end;
    }

    std::string_view text_;   ///< up to the end of the chunk
    std::string_view whole_;  ///< all of it, to look at the next word
    ByteSpan chunk_;
    std::vector<Token>& tokens_;
    bool has_address_ = false;
};

/// Where the run of ASCII letters that starts at `at` ends.
std::uint32_t letters_end(std::string_view text, ByteSpan range) {
    std::uint32_t end = range.begin;
    while (end < range.end && (is_ascii_lower(text[end]) || is_ascii_upper(text[end]))) {
        ++end;
    }
    return end;
}

bool is_blank_or_end(std::string_view text, std::uint32_t at, std::uint32_t end) {
    return at >= end || character_at(text, at).kind == CharacterClass::Blank;
}

/// Most of a text is words of plain letters between blanks, with a comma behind them or not: they
/// are one token and need no cutting, save "cannot". Where one starts at `range`, appends it and
/// gives its end; else gives the start.
std::uint32_t append_plain_word(std::string_view text, ByteSpan range, std::vector<Token>& tokens) {
    constexpr std::size_t kCannot = 6;
    const std::uint32_t end = letters_end(text, range);
    const bool has_comma = end < range.end && text[end] == ',';
    const std::uint32_t behind = has_comma ? end + 1 : end;
    if (end == range.begin || !is_blank_or_end(text, behind, range.end)) {
        return range.begin;
    }
    if (end - range.begin == kCannot && to_lower(slice(text, {range.begin, end})) == "cannot") {
        return range.begin;
    }
    append_token(text, {range.begin, end}, tokens);
    tokens.back().has_space_before = range.begin > 0;
    if (has_comma) {
        append_token(text, {end, behind}, tokens);
    }
    return behind;
}

std::uint32_t chunk_end(std::string_view text, ByteSpan range) {
    std::uint32_t end = range.begin;
    while (end < range.end) {
        const Character next = character_at(text, end);
        if (next.kind == CharacterClass::Blank) {
            break;
        }
        end += next.size;
    }
    return std::min(end, range.end);
}

}  // namespace

void append_tokens(std::string_view text, ByteSpan range, std::vector<Token>& tokens) {
    std::uint32_t at = range.begin;
    while (at < range.end) {
        const Character c = character_at(text, at);
        if (c.kind == CharacterClass::Blank) {
            at += c.size;
            continue;
        }
        const std::uint32_t word_end = append_plain_word(text, {at, range.end}, tokens);
        if (word_end > at) {
            at = word_end;
            continue;
        }
        const std::uint32_t end = chunk_end(text, {at, range.end});
        ChunkCutter(text, {at, end}, tokens).cut();
        at = end;
    }
}

std::vector<Token> tokenize(std::string_view text) {
    std::vector<Token> tokens;
    append_tokens(text, {0, static_cast<std::uint32_t>(text.size())}, tokens);
    return tokens;
}

}  // namespace atodds
