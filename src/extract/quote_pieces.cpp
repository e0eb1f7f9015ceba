#include "extract/quote_pieces.hpp"

#include "extract/word_set.hpp"

#include <algorithm>
#include <array>
#include <string_view>

namespace atodds {
namespace {

/// An opening mark that is never closed counts up to this many tokens; beyond it the closing mark
/// was forgotten and nobody knows where. Guessed: a long paragraph.
constexpr std::uint32_t kMostUnclosed = 150;

constexpr std::uint32_t kNowhere = 0xFFFFFFFF;

enum class Mark : std::uint8_t { None, Open, Close, Either };

const WordSet kSingles("' `");
const WordSet kStops(", . ? ! \xE2\x80\xA6 ... ;");

/// True for the bytes that a quotation mark begins with; few other tokens do.
bool may_be_mark(std::string_view form) {
    const char first = form.empty() ? ' ' : form.front();
    return first == '"' || first == '\'' || first == '`' || first == '\xE2';
}

bool is_single(const Token& token) {
    return kSingles.holds(token.lower_id);
}

/// Marks that stop a clause: a closing mark behind one of them is no apostrophe.
bool is_stop(const Token& token) {
    return kStops.holds(token.lower_id);
}

/// Walks the row once. At most one quotation in double marks and one in single marks are open.
class MarkPairing {
  public:
    explicit MarkPairing(const TokenStream& stream) : stream_(stream) {}

    std::vector<QuotePiece> pair() {
        for (std::uint32_t i = 0; i < stream_.size(); ++i) {
            if (stream_.token_of(i) == 0 && begins_paragraph(i)) {
                begin_paragraph(i);
            }
            const Mark mark = double_mark(i);
            if (mark != Mark::None) {
                take_double(i, mark);
            } else if (open_ == kNowhere && is_single(stream_.at(i))) {
                take_single(i);
            }
        }
        end_paragraph(stream_.size(), false);
        return std::move(pieces_);
    }

  private:
    bool begins_paragraph(std::uint32_t i) const {
        return i == 0 || stream_.paragraph_of(i) != stream_.paragraph_of(i - 1);
    }

    bool ends_paragraph(std::uint32_t i) const {
        return i + 1 >= stream_.size() || stream_.paragraph_of(i) != stream_.paragraph_of(i + 1);
    }

    /// A mark glued to the next word only opens, one glued to the word before only closes.
    Mark by_blanks(std::uint32_t i) const {
        const bool is_free_before = begins_paragraph(i) || stream_.at(i).has_space_before;
        const bool is_free_behind = ends_paragraph(i) || stream_.at(i + 1).has_space_before;
        if (is_free_before != is_free_behind) {
            return is_free_before ? Mark::Open : Mark::Close;
        }
        return by_words(i);
    }

    /// Where blanks stand on both sides, a verb of saying tells: " he said closes, said : " opens.
    Mark by_words(std::uint32_t i) const {
        const auto word = [&](std::uint32_t at) {
            const bool is_here =
                at < stream_.size() && stream_.paragraph_of(at) == stream_.paragraph_of(i);
            return is_here ? std::string_view(stream_.at(at).lower) : std::string_view();
        };
        const bool has_subject = word(i + 1) == "he" || word(i + 1) == "she" ||
                                 word(i + 1) == "they" || word(i + 1) == "it";
        if (is_saying(word(i + 1)) || (has_subject && is_saying(word(i + 2)))) {
            return Mark::Close;
        }
        const std::string_view before = i > 0 ? word(i - 1) : std::string_view();
        const bool has_pause = (before == "," || before == ":") && i > 1;
        return is_saying(before) || (has_pause && is_saying(word(i - 2))) ? Mark::Open
                                                                          : Mark::Either;
    }

    static bool is_saying(std::string_view word) {
        constexpr std::array<std::string_view, 9> kForms = {
            "said", "says", "told", "added", "asked", "wrote", "replied", "according", "explained"};
        return std::ranges::find(kForms, word) != kForms.end();
    }

    /// Between two marks that may open as well as close, "said" shows that the words are those
    /// between two quotations.
    bool is_inside_out(std::uint32_t close) const {
        if (by_blanks(open_) != Mark::Either || by_blanks(close) != Mark::Either) {
            return false;
        }
        for (std::uint32_t i = open_ + 1; i < close; ++i) {
            if (is_saying(stream_.at(i).lower)) {
                return true;
            }
        }
        return false;
    }

    Mark double_mark(std::uint32_t i) const {
        const std::string_view form = stream_.form(i);
        if (!may_be_mark(form)) {
            return Mark::None;
        }
        if (form == "\"" || form == "''") {
            return by_blanks(i);
        }
        if (form == "\xE2\x80\x9C" || form == "\xE2\x80\x9E" || form == "``") {
            return Mark::Open;
        }
        return form == "\xE2\x80\x9D" ? Mark::Close : Mark::None;
    }

    void begin_paragraph(std::uint32_t i) {
        const bool reopens = open_ != kNowhere && double_mark(i) == Mark::Open;
        end_paragraph(i, reopens);
        if (reopens) {
            open_ = i;
            is_continued_ = true;
            skips_mark_ = true;
        }
    }

    /// What is open at the end of a paragraph goes on in the next, was never closed, or never was
    /// a quotation.
    void end_paragraph(std::uint32_t end, bool goes_on) {
        if (open_ != kNowhere && (goes_on || end - open_ <= kMostUnclosed) &&
            (goes_on || is_sure_open_ || is_continued_)) {
            add({open_ + 1, end});
        }
        open_ = kNowhere;
        is_continued_ = false;
        close_single_weakly();
        single_ = kNowhere;
    }

    void take_double(std::uint32_t i, Mark mark) {
        if (skips_mark_) {  // the one that reopened the quotation
            skips_mark_ = false;
            return;
        }
        if (open_ == kNowhere) {
            if (mark != Mark::Close) {
                open_ = i;
                is_sure_open_ = mark == Mark::Open && (begins_paragraph(i) || is_curly(i));
                is_continued_ = false;
            }
            return;
        }
        if (mark == Mark::Open && !is_misplaced_close(i)) {  // the one before was never closed
            open_ = i;
            is_sure_open_ = begins_paragraph(i) || is_curly(i);
            is_continued_ = false;
            return;
        }
        if (is_curly(i) || !is_inside_out(i)) {
            add({open_ + 1, i});
        }
        open_ = kNowhere;
        is_continued_ = false;
    }

    /// ' future, "she said': set to the wrong word, but the pause in front tells.
    bool is_misplaced_close(std::uint32_t i) const {
        return !is_curly(i) && i > open_ + 1 && is_stop(stream_.at(i - 1));
    }

    bool is_curly(std::uint32_t i) const { return stream_.form(i).size() == 3; }

    void take_single(std::uint32_t i) {
        const Mark mark = by_blanks(i);
        if (mark == Mark::Open && single_ == kNowhere) {
            single_ = i;
            weak_ = kNowhere;
            before_single_ = pieces_.size();
            return;
        }
        if (single_ == kNowhere || i <= single_ + 1 || mark == Mark::Open) {
            return;
        }
        const Token& before = stream_.at(i - 1);
        const bool may_be_plural = before.lower.ends_with('s') && !ends_paragraph(i) &&
                                   !is_stop(stream_.at(i + 1)) && mark == Mark::Close;
        if (is_stop(before) || !may_be_plural) {
            close_single(i);
        } else if (weak_ == kNowhere) {
            weak_ = i;
        }
    }

    /// Quotations in double marks inside one in single marks are its own.
    void close_single(std::uint32_t at) {
        pieces_.resize(before_single_);
        add({single_ + 1, at});
        single_ = kNowhere;
    }

    /// "the workers' plan" may have been the end of the quotation after all.
    void close_single_weakly() {
        if (single_ != kNowhere && weak_ != kNowhere && before_single_ == pieces_.size()) {
            close_single(weak_);
        }
    }

    void add(TokenRange tokens) {
        if (!tokens.is_empty()) {
            pieces_.push_back({tokens, is_continued_});
        }
    }

    const TokenStream& stream_;
    std::vector<QuotePiece> pieces_;
    std::uint32_t open_ = kNowhere;    ///< the open double mark
    std::uint32_t single_ = kNowhere;  ///< the open single mark
    std::uint32_t weak_ = kNowhere;    ///< a closing single mark that may be an apostrophe
    std::size_t before_single_ = 0;    ///< pieces found before the single mark
    bool is_sure_open_ = false;
    bool is_continued_ = false;
    bool skips_mark_ = false;
};

}  // namespace

TokenStream::TokenStream(std::string_view text, std::span<const Statement> statements)
    : text_(text), statements_(statements) {
    for (std::uint32_t s = 0; s < statements.size(); ++s) {
        first_.push_back(static_cast<std::uint32_t>(places_.size()));
        for (std::uint32_t t = 0; t < statements[s].tokens.size(); ++t) {
            places_.push_back({s, t});
        }
    }
    first_.push_back(static_cast<std::uint32_t>(places_.size()));
}

TokenRange TokenStream::range_of(std::uint32_t statement) const {
    return {first_[statement], first_[statement + 1]};
}

std::vector<QuotePiece> find_quote_pieces(const TokenStream& stream) {
    return MarkPairing(stream).pair();
}

}  // namespace atodds
