#include "compare/quotation_words.hpp"

#include "base/hash.hpp"
#include "base/utf8.hpp"
#include "text/spelling.hpp"

#include <algorithm>
#include <array>
#include <string_view>
#include <utility>

namespace atodds {
namespace {

/// Bytes an editor's bracket has at most; beyond it the bracket was never closed. Guessed.
constexpr std::size_t kMostBracket = 160;

bool is_ascii_letter(char32_t value) {
    return (value >= U'a' && value <= U'z') || (value >= U'A' && value <= U'Z');
}

bool is_digit(char32_t value) {
    return value >= U'0' && value <= U'9';
}

bool is_apostrophe(char32_t value) {
    return value == U'\'' || value == 0x2019 || value == 0x2018 || value == 0x02BC;
}

/// Dashes, quotation marks and other signs of the general punctuation block part words.
bool is_word_character(char32_t value) {
    const bool is_sign = (value >= 0x2000 && value <= 0x206F) || (value >= 0x80 && value <= 0xBF) ||
                         value == 0xFEFF || value == 0xFFFD;
    return is_ascii_letter(value) || is_digit(value) || (value >= 0x80 && !is_sign);
}

/// "n't" and the short verbs behind an apostrophe, and what they are short for.
constexpr std::array<std::pair<std::string_view, std::string_view>, 6> kShortVerbs = {{
    {"'ve", "have"},
    {"'re", "are"},
    {"'ll", "will"},
    {"'m", "am"},
    {"'d", "would"},
    {"'em", "them"},
}};

/// Words behind which "'s" is a verb and no possessive.
constexpr std::array<std::string_view, 11> kBeforeIs = {
    "it", "that", "he", "she", "there", "what", "who", "here", "where", "how", "this"};

class WordReader {
  public:
    WordReader(std::string_view text, std::uint32_t offset, std::vector<QuoteWord>& words)
        : text_(text), offset_(offset), words_(words) {}

    void read() {
        breaks_ = true;
        begins_ = true;
        while (at_ < text_.size() && words_.size() < kMostQuoteWords) {
            step();
        }
    }

  private:
    CodePoint here(std::size_t at) const { return decode(text_, at); }

    void step() {
        const CodePoint point = here(at_);
        if (is_word_character(point.value)) {
            read_word();
        } else if (point.value == U'[' || point.value == U'(') {
            skip_bracket(point.value == U'[' ? ']' : ')');
        } else if (point.value == 0x2026 || text_.substr(at_).starts_with("..") ||
                   text_.substr(at_).starts_with(". .")) {
            breaks_ = true;
            at_ += point.size;
        } else if (point.value == U'&') {
            add("and", {at_, at_ + 1});
            at_ += 1;
        } else if (point.value == U'%') {
            add("percent", {at_, at_ + 1});
            at_ += 1;
        } else {
            begins_ = begins_ || point.value == U'.' || point.value == U'?' || point.value == U'!';
            at_ += point.size;
        }
    }

    /// "[the company]" stands for words nobody knows; "[W]e" is "we".
    void skip_bracket(char closing) {
        const std::size_t end = text_.substr(at_, kMostBracket).find(closing);
        if (end == std::string_view::npos) {
            at_ += 1;
            return;
        }
        const std::size_t behind = at_ + end + 1;
        const bool is_inside_word =
            end <= 2 && behind < text_.size() && is_ascii_letter(here(behind).value);
        if (is_inside_word) {
            prefix_ = text_.substr(at_ + 1, end - 1);
            at_ = behind;
            read_word();
            return;
        }
        breaks_ = true;
        at_ = behind;
    }

    /// Bytes at `at` that go on with a word: letters, apostrophes and points inside it, hidden
    /// letters.
    std::size_t joint(std::size_t begin, std::size_t at) const {
        const CodePoint point = here(at);
        if (is_word_character(point.value)) {
            return point.size;
        }
        const std::size_t next = at + point.size;
        const bool has_next = next < text_.size();
        const bool is_letter_next = has_next && is_word_character(here(next).value);
        const char before = text_[at - 1];
        if (is_apostrophe(point.value)) {
            return is_letter_next ? point.size : 0;
        }
        if (point.value == U'.') {
            const bool is_initial =
                at - begin == 1 ? is_letter_next : at - begin > 1 && text_[at - 2] == '.';
            const bool joins =
                is_digit(static_cast<unsigned char>(before)) ? is_letter_next : is_initial;
            return joins && before != '.' ? 1 : 0;
        }
        if (point.value == U',') {
            return is_digit(static_cast<unsigned char>(before)) && has_next &&
                           is_digit(here(next).value)
                       ? 1
                       : 0;
        }
        const bool is_mask =
            (point.value == U'*' || point.value == U'-' || point.value == U'_') &&
            (text_.substr(at).starts_with("--") || text_.substr(at).starts_with("**") ||
             text_.substr(at).starts_with("__") || before == text_[at]);
        return is_mask ? 1 : 0;
    }

    void read_word() {
        const std::size_t begin = at_;
        std::size_t end = begin;
        while (end < text_.size()) {
            const std::size_t size = joint(begin, end);
            if (size == 0) {
                break;
            }
            end += size;
        }
        at_ = end;
        // A dash of two hyphens behind a word parts it; inside it hides letters.
        std::string_view form = text_.substr(begin, end - begin);
        const std::size_t dashes = form.find("--");
        const bool is_mask = dashes != std::string_view::npos && dashes <= 2;
        if (dashes != std::string_view::npos && !is_mask) {
            form = form.substr(0, dashes);
            at_ = begin + dashes + 2;
        }
        add_word(form, {begin, begin + form.size()});
    }

    struct Bytes {
        std::size_t begin = 0;
        std::size_t end = 0;
    };

    /// Lower case with straight apostrophes.
    std::string plain(std::string_view form) const {
        std::string text;
        for (std::size_t at = 0; at < form.size();) {
            const CodePoint point = decode(form, at);
            text += is_apostrophe(point.value) ? "'" : std::string(form.substr(at, point.size));
            at += point.size;
        }
        std::string lower = to_lower(prefix_);
        return lower + to_lower(text);
    }

    void add_word(std::string_view form, Bytes bytes) {
        std::string lower = plain(form);
        is_capital_ = is_ascii_letter(static_cast<unsigned char>(form.front())) &&
                      form.front() < 'a' && prefix_.empty();
        prefix_ = {};
        if (form == "US" || lower == "u.s" || lower == "u.s.") {
            add("u.s.", bytes);
            return;
        }
        if (text_.substr(bytes.end).starts_with('.') && standard_form(lower + ".") != lower + ".") {
            lower += '.';  // "Sen." is no end of a sentence
            at_ = bytes.end + 1;
        }
        if (!add_contraction(lower, bytes)) {
            add(lower, bytes);
        }
        is_capital_ = false;
    }

    /// Both halves of a contraction, each with the bytes of the whole.
    bool add_contraction(const std::string& lower, Bytes bytes) {
        if (lower == "won't" || lower == "can't" || lower == "cannot" || lower == "shan't") {
            add_half(lower == "won't" ? "will" : lower == "shan't" ? "shall" : "can", bytes);
            add_half("not", bytes);
            return true;
        }
        if (lower == "let's" || lower == "lets") {
            add_half("let", bytes);
            add_half("us", bytes);
            return true;
        }
        if (lower.ends_with("n't")) {
            if (lower.size() > 3) {  // alone where the text was cut into tokens before
                add_half(lower.substr(0, lower.size() - 3), bytes);
            }
            add_half("not", bytes);
            return true;
        }
        if (lower.ends_with("'s") &&
            std::ranges::find(kBeforeIs, lower.substr(0, lower.size() - 2)) != kBeforeIs.end()) {
            add_half(lower.substr(0, lower.size() - 2), bytes);
            add_half("is", bytes);
            return true;
        }
        for (const auto& [end, word] : kShortVerbs) {
            if (lower.size() > end.size() && lower.ends_with(end)) {
                add_half(lower.substr(0, lower.size() - end.size()), bytes);
                add_half(std::string(word), bytes);
                return true;
            }
        }
        return false;
    }

    void add_half(const std::string& lower, Bytes bytes) {
        add(lower, bytes);
        if (!words_.empty()) {
            words_.back().is_contracted = true;
        }
    }

    void add(const std::string& lower, Bytes bytes) {
        if (lower == "sic" || words_.size() >= kMostQuoteWords) {
            return;
        }
        const bool follows_per = lower == "cent" && !words_.empty() && words_.back().key == "per";
        if (follows_per) {
            words_.back().key = "percent";
            set_ids(words_.back());
            words_.back().shown = "per cent";
            words_.back().span.end = offset_ + static_cast<std::uint32_t>(bytes.end);
            return;
        }
        QuoteWord word;
        word.key = standard_form(lower);
        word.shown = lower;
        word.span = {offset_ + static_cast<std::uint32_t>(bytes.begin),
                     offset_ + static_cast<std::uint32_t>(bytes.end)};
        word.is_number = is_digit(static_cast<unsigned char>(word.key.front()));
        std::erase(word.key, word.is_number ? ',' : '\0');
        set_ids(word);
        word.is_masked = word.key.find("--") != std::string::npos ||
                         word.key.find("**") != std::string::npos ||
                         word.key.find("__") != std::string::npos;
        word.kind = word.is_number ? WordRank::Content : rank_of_word(word.key);
        word.is_name = is_capital_ && !begins_ && word.kind >= WordRank::Common && lower != "i";
        word.weight = weight_of(word);
        word.breaks_before = std::exchange(breaks_, false);
        word.begins_sentence = std::exchange(begins_, false) || word.breaks_before;
        words_.push_back(std::move(word));
    }

    static void set_ids(QuoteWord& word) {
        const std::string trunk = trunk_of_word(word.key);
        word.key_id = hash_bytes(word.key);
        word.trunk_id = trunk.empty() ? 0 : hash_bytes(trunk);
    }

    /// Rare words say more. The steps are guesses, checked on development news.
    static std::int32_t weight_of(const QuoteWord& word) {
        constexpr std::size_t kLong = 7;
        switch (word.kind) {
            case WordRank::Slight:
                return 1;
            case WordRank::Function:
                return 2;
            case WordRank::Common:
                return 3;
            case WordRank::Content:
                break;
        }
        return word.is_name || word.is_number || word.key.size() >= kLong ? 6 : 5;
    }

    std::string_view text_;
    std::uint32_t offset_;
    std::vector<QuoteWord>& words_;
    std::string_view prefix_;  ///< of a word whose first letter an editor put in brackets
    std::size_t at_ = 0;
    bool breaks_ = true;
    bool begins_ = true;
    bool is_capital_ = false;
};

}  // namespace

std::vector<QuoteWord> quote_words(std::string_view text, std::uint32_t offset) {
    std::vector<QuoteWord> words;
    WordReader(text, offset, words).read();
    return words;
}

std::vector<QuoteWord> words_of_quotation(const Fact& fact) {
    std::vector<QuoteWord> words;
    for (const SlotValue& slot : fact.slots) {
        if (slot.slot != "piece" || !fact.span.contains(slot.span)) {
            continue;
        }
        const std::string_view piece =
            std::string_view(fact.surface)
                .substr(slot.span.begin - fact.span.begin, slot.span.size());
        WordReader(piece, slot.span.begin, words).read();
    }
    return words;
}

}  // namespace atodds
