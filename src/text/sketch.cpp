#include "text/sketch.hpp"

#include "base/hash.hpp"
#include "base/utf8.hpp"

#include <algorithm>
#include <cstddef>
#include <string>
#include <string_view>

namespace atodds {
namespace {

/// A tenth of the words changed leaves 0.9^5 = 59 % of the shingles. Longer ones die too fast,
/// shorter ones are shared by texts that only speak the same language.
constexpr std::size_t kShingleWords = 5;
/// One fingerprint in 2.5 words on average.
constexpr std::size_t kWindow = 4;
/// One fingerprint in this many is a meeting point of copies.
constexpr std::uint64_t kSampling = 4;
/// Bytes of a quotation that are left out. A mark that is never closed must not silence the rest of
/// a text.
constexpr std::uint32_t kLongestQuotation = 800;

struct Word {
    std::uint64_t hash = 0;
    ByteSpan span;
};

bool is_word_character(char32_t value) {
    const bool is_ascii = (value >= 'a' && value <= 'z') || (value >= 'A' && value <= 'Z') ||
                          (value >= '0' && value <= '9');
    // Above U+00BF stand letters, but for general punctuation (U+2000 to U+206F) and the few signs
    // that do not matter here.
    return is_ascii || (value >= 0xC0 && !(value >= 0x2000 && value <= 0x206F) && value != 0xFFFD);
}

/// Splits one block into words, leaving out what stands between quotation marks.
class WordScanner {
  public:
    WordScanner(std::string_view text, ByteSpan range, std::vector<Word>& words)
        : text_(text), range_(range), words_(words) {}

    void scan() {
        for (std::size_t at = range_.begin; at < range_.end;) {
            const CodePoint point = decode(text_, at);
            if (is_word_character(point.value)) {
                at = take_word(at);
                continue;
            }
            mark(point.value, static_cast<std::uint32_t>(at));
            at += point.size;
        }
    }

  private:
    void mark(char32_t value, std::uint32_t at) {
        if (opens(value, at)) {
            is_quoted_ = true;
            quote_begin_ = at;
        } else if (closes(value, at)) {
            is_quoted_ = false;
        }
    }

    bool is_blank(std::size_t at) const {
        return at >= range_.end || at < range_.begin || text_[at] == ' ' || text_[at] == '\n' ||
               text_[at] == '(';
    }

    /// A straight mark opens where it stands in front of a word, and closes behind one: so a lost
    /// mark does not turn the rest of a paragraph inside out. Between blanks it does the other of
    /// what was done last.
    bool opens(char32_t value, std::size_t at) const {
        const bool is_loose = is_blank(at - 1) && is_blank(at + 1);
        const bool is_before_word = at == range_.begin || (is_blank(at - 1) && !is_blank(at + 1));
        return value == 0x201C || (value == '"' && (is_loose ? !is_quoted_ : is_before_word)) ||
               (value == '`' && !is_blank(at + 1) && text_[at + 1] == '`');
    }

    bool closes(char32_t value, std::size_t at) const {
        const bool is_double = at + 1 < range_.end && text_[at + 1] == '\'';
        return value == 0x201D || value == '"' || (value == '\'' && is_double);
    }

    std::size_t take_word(std::size_t begin) {
        std::size_t end = begin;
        while (end < range_.end) {
            const CodePoint point = decode(text_, end);
            if (!is_word_character(point.value)) {
                break;
            }
            end += point.size;
        }
        const bool is_runaway = begin - quote_begin_ > kLongestQuotation;
        if (!is_quoted_ || is_runaway) {
            words_.push_back(
                {hash_bytes(to_lower(text_.substr(begin, end - begin))),
                 {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)}});
        }
        return end;
    }

    std::string_view text_;
    ByteSpan range_;
    std::vector<Word>& words_;
    bool is_quoted_ = false;
    std::uint32_t quote_begin_ = 0;
};

std::vector<Word> words_of(const Article& article) {
    const std::string_view text = article.reading.empty() ? article.text : article.reading;
    std::vector<Word> words;
    const auto size = static_cast<std::uint32_t>(text.size());
    if (article.blocks.empty()) {
        WordScanner(text, {0, size}, words).scan();
    }
    for (const Block& block : article.blocks) {
        if (block.kind == BlockKind::Body && block.span.end <= size) {
            WordScanner(text, block.span, words).scan();
        }
    }
    return words;
}

/// The hashes of all shingles, by their first word.
std::vector<std::uint64_t> shingle_hashes(const std::vector<Word>& words) {
    constexpr std::uint64_t kMultiplier = 0x9E3779B97F4A7C15ULL;  // 2^64 / golden ratio, odd
    std::vector<std::uint64_t> hashes;
    for (std::size_t i = 0; i + kShingleWords <= words.size(); ++i) {
        std::uint64_t hash = 0;
        for (std::size_t j = i; j < i + kShingleWords; ++j) {
            hash = (hash ^ words[j].hash) * kMultiplier;
            hash ^= hash >> 29U;
        }
        hashes.push_back(hash);
    }
    return hashes;
}

}  // namespace

Sketch sketch_of(const Article& article) {
    const std::vector<Word> words = words_of(article);
    const std::vector<std::uint64_t> hashes = shingle_hashes(words);
    Sketch sketch;
    sketch.word_count = static_cast<std::uint32_t>(words.size());
    std::size_t kept = hashes.size();  // index of the fingerprint kept last
    const std::size_t windows = hashes.size() < kWindow ? std::min<std::size_t>(hashes.size(), 1)
                                                        : hashes.size() - kWindow + 1;
    for (std::size_t window = 0; window < windows; ++window) {
        std::size_t least = window;
        const std::size_t end = std::min(window + kWindow, hashes.size());
        for (std::size_t i = window; i < end; ++i) {
            least = hashes[i] <= hashes[least] ? i : least;  // of equals the last
        }
        if (least != kept) {
            kept = least;
            sketch.shingles.push_back(
                {hashes[least],
                 static_cast<std::uint32_t>(least),
                 {words[least].span.begin, words[least + kShingleWords - 1].span.end}});
        }
    }
    return sketch;
}

std::vector<std::uint64_t> sampled_hashes(const Sketch& sketch) {
    std::vector<std::uint64_t> hashes;
    for (const Shingle& shingle : sketch.shingles) {
        if (shingle.hash % kSampling == 0) {
            hashes.push_back(shingle.hash);
        }
    }
    std::ranges::sort(hashes);
    const auto repeated = std::ranges::unique(hashes);
    hashes.erase(repeated.begin(), repeated.end());
    return hashes;
}

}  // namespace atodds
