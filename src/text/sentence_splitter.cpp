#include "text/sentence_splitter.hpp"

#include "text/abbreviations.hpp"
#include "text/characters.hpp"

#include <algorithm>
#include <array>
#include <string_view>
#include <utility>

namespace atodds {
namespace {

using std::string_view_literals::operator""sv;  // compares sizes first, a plain literal does not

// Longer sentences are tables and lists without full stops; the limit bounds what follows.
constexpr std::size_t kMostTokens = 1024;
// A block with a longer line is not wrapped by hand, so its line breaks are meant. Guessed.
constexpr std::size_t kWrapWidth = 100;

constexpr auto kSpeechVerbs = std::to_array<std::string_view>(
    {"said", "asked", "says", "asks", "wrote", "added", "told", "replied", "wondered", "tweeted"});

bool is_letter_abbreviation(const Token& token) {
    return token.lower.size() >= 2 && token.lower.back() == '.' &&
           static_cast<unsigned char>(token.lower[0]) > '/' && token.lower[0] != '.';
}

bool is_closing_mark(const Token& token) {
    const std::string_view lower = token.lower;
    if (lower.empty() || is_ascii_alnum(lower.front())) {
        return false;
    }
    if (lower == "\xE2\x80\xA6" || lower == "\xE3\x80\x82") {
        return true;
    }
    return lower.find_first_not_of(".!?") == std::string_view::npos;
}

bool is_follower(const Token& token) {
    const std::string_view lower = token.lower;
    return lower == "\"" || lower == "'" || lower == ")" || lower == "]" || lower == "\xC2\xBB";
}

bool is_quote(const Token& token) {
    return token.lower == "\""sv || token.lower == "'"sv;
}

/// Line structure of a block: whether a break between two tokens ends a sentence.
class LineBreaks {
  public:
    LineBreaks(std::string_view text, ByteSpan block) : text_(text) {
        for (std::string_view rest = slice(text, block); !rest.empty();) {
            const std::size_t line = std::min(rest.find('\n'), rest.size());
            widest_ = std::max(widest_, line);
            rest.remove_prefix(std::min(line + 1, rest.size()));
        }
    }

    bool ends_sentence(const Token& before, const Token& after) const {
        const std::string_view gap =
            text_.substr(before.span.end, after.span.begin - before.span.end);
        const auto first = gap == " "sv ? std::string_view::npos : gap.find('\n');
        if (first == std::string_view::npos) {
            return false;
        }
        if (widest_ > kWrapWidth || gap.find('\n', first + 1) != std::string_view::npos) {
            return true;
        }
        return is_bullet(after) ||
               (is_short_line(before) && !is_ascii_lower(text_[after.span.begin]));
    }

  private:
    static bool is_bullet(const Token& token) {
        return token.lower == "\xE2\x80\xA2"sv || token.lower == "-"sv || token.lower == "*"sv ||
               token.lower == "\xE2\x80\x93"sv;
    }

    /// A line well short of the widest was not wrapped there.
    bool is_short_line(const Token& last) const {
        const std::size_t from = last.span.end > widest_ ? last.span.end - widest_ : 0;
        const auto start = text_.substr(from, last.span.end - from).rfind('\n');
        const std::size_t width =
            start == std::string_view::npos ? widest_ : last.span.end - from - start - 1;
        return width * 4 < widest_ * 3;
    }

    std::string_view text_;
    std::size_t widest_ = 0;
};

class SentenceCutter {
  public:
    SentenceCutter(std::string_view text, ByteSpan block, std::span<const Token> tokens)
        : text_(text), tokens_(tokens), breaks_(text, block) {}

    std::vector<TokenRange> cut() {
        constexpr std::size_t kUsual = 6;  // only memory depends on it
        ranges_.reserve(kUsual);
        std::size_t begin = 0;
        for (std::size_t at = 0; at < tokens_.size(); ++at) {
            const std::size_t last = end_of_sentence(begin, at);
            if (last != kNone || at + 1 - begin >= kMostTokens || at + 1 == tokens_.size()) {
                at = last != kNone ? last : at;
                ranges_.push_back(
                    {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(at + 1)});
                begin = at + 1;
            }
        }
        return std::move(ranges_);
    }

  private:
    static constexpr std::size_t kNone = static_cast<std::size_t>(-1);

    /// Index of the last token of the sentence that ends at or just behind `at`, or kNone.
    std::size_t end_of_sentence(std::size_t begin, std::size_t at) const {
        if (at + 1 < tokens_.size() && breaks_.ends_sentence(tokens_[at], tokens_[at + 1])) {
            return at;
        }
        const bool is_mark = is_closing_mark(tokens_[at]);
        if (!is_mark && !is_letter_abbreviation(tokens_[at])) {
            return kNone;
        }
        std::size_t last = at;
        while (last + 1 < tokens_.size() && is_follower(tokens_[last + 1]) &&
               !tokens_[last + 1].has_space_before) {
            ++last;
        }
        if (last + 1 >= tokens_.size()) {
            return last;
        }
        const bool ends = is_mark ? mark_ends(begin, at, last) : abbreviation_ends(at, last + 1);
        return ends ? last : kNone;
    }

    bool mark_ends(std::size_t begin, std::size_t at, std::size_t last) const {
        const Token& next = tokens_[last + 1];
        const bool is_list_mark = at == begin + 1 && is_number(tokens_[begin]) &&
                                  tokens_[at].lower == "."sv && at == last;
        if (is_list_mark ||
            !(next.has_space_before || is_quote(tokens_[last]) || starts_glued(next))) {
            return false;
        }
        if (!may_open(last + 1)) {
            return false;
        }
        return tokens_[at].lower == "."sv || last == at || !is_said_next(last + 1);
    }

    static bool is_number(const Token& token) {
        return token.lower.size() <= 3 &&
               std::all_of(token.lower.begin(), token.lower.end(), is_ascii_digit);
    }

    /// "ends.The": the tokenizer cut there because a blank is missing.
    static bool starts_glued(const Token& next) { return next.is_capitalised; }

    /// A word in small letters opens no sentence, save names like "iPhone".
    bool may_open(std::size_t at) const {
        while (at + 1 < tokens_.size() && (is_quote(tokens_[at]) || tokens_[at].lower == "("sv)) {
            ++at;
        }
        const std::string_view form = slice(text_, tokens_[at].span);
        if (form.size() >= 2 && is_ascii_lower(form[0])) {
            return is_ascii_upper(form[1]);
        }
        return !(form.size() == 1 && (is_ascii_lower(form[0]) || form[0] == ',' || form[0] == ';'));
    }

    /// "'Why now?' Lee asked": the words behind the question belong to its sentence.
    bool is_said_next(std::size_t at) const {
        for (std::size_t i = at; i < std::min(at + 3, tokens_.size()); ++i) {
            if (std::find(kSpeechVerbs.begin(), kSpeechVerbs.end(), tokens_[i].lower) !=
                kSpeechVerbs.end()) {
                return true;
            }
        }
        return false;
    }

    bool abbreviation_ends(std::size_t at, std::size_t next) const {
        std::string_view word = tokens_[at].lower;
        word.remove_suffix(1);
        if (abbreviation_kind(word) != AbbreviationKind::Plain) {
            return false;
        }
        while (next + 1 < tokens_.size() && is_quote(tokens_[next])) {
            ++next;
        }
        return tokens_[next].is_capitalised && is_sentence_opener(tokens_[next].lower) &&
               !(tokens_[next].lower == "i"sv && word.size() == 1);
    }

    std::string_view text_;
    std::span<const Token> tokens_;
    LineBreaks breaks_;
    std::vector<TokenRange> ranges_;
};

enum class Mark : std::uint8_t { None, Open, Close, Straight };

Mark double_mark(std::string_view form) {
    if (form.empty() || is_ascii_alnum(form.front())) {
        return Mark::None;
    }
    if (form == "\xE2\x80\x9C" || form == "\xE2\x80\x9E" || form == "``") {
        return Mark::Open;
    }
    if (form == "\xE2\x80\x9D") {
        return Mark::Close;
    }
    return form == "\"" || form == "''" ? Mark::Straight : Mark::None;
}

void fill(std::span<Token> tokens, std::size_t begin, std::size_t end) {
    for (std::size_t i = begin; i < end; ++i) {
        tokens[i].is_in_quotes = true;
    }
}

void mark_double(std::string_view text, std::span<Token> tokens) {
    std::size_t open = tokens.size();
    for (std::size_t i = 0; i < tokens.size(); ++i) {
        const Mark mark = double_mark(slice(text, tokens[i].span));
        if (mark == Mark::None) {
            continue;
        }
        if (open == tokens.size() && mark != Mark::Close) {
            open = i;
        } else if (open < tokens.size() && mark != Mark::Open) {
            fill(tokens, open + 1, i);
            open = tokens.size();
        }
    }
    if (open == 0 ||
        (open < tokens.size() && double_mark(slice(text, tokens[open].span)) == Mark::Open)) {
        fill(tokens, open + 1, tokens.size());
    }
}

/// Single marks count only in pairs: an opening one that stands before a word and a closing one
/// that is a token of its own. An apostrophe inside a word never is.
void mark_single(std::string_view text, std::span<Token> tokens) {
    std::size_t open = tokens.size();
    for (std::size_t i = 0; i < tokens.size(); ++i) {
        if (tokens[i].lower != "'"sv) {
            continue;
        }
        const bool is_before_word = i + 1 < tokens.size() && !tokens[i + 1].has_space_before;
        const bool is_curly_open = slice(text, tokens[i].span) == "\xE2\x80\x98";
        if (is_curly_open || (tokens[i].has_space_before && is_before_word)) {
            open = i;
        } else if (open < i) {
            fill(tokens, open + 1, i);
            open = tokens.size();
        }
    }
}

}  // namespace

std::vector<TokenRange> split_sentences(std::string_view text, ByteSpan block,
                                        std::span<const Token> tokens) {
    return SentenceCutter(text, block, tokens).cut();
}

void mark_quotes(std::string_view text, std::span<Token> tokens) {
    mark_double(text, tokens);
    mark_single(text, tokens);
}

}  // namespace atodds
