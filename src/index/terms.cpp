#include "index/terms.hpp"

#include "base/hash.hpp"
#include "base/id_map.hpp"
#include "base/utf8.hpp"

#include <xapian.h>

#include <algorithm>
#include <array>
#include <utility>

namespace atodds {
namespace {

/// Function words of English; general knowledge, in byte order for the binary search.
constexpr auto kStopWords = std::to_array<std::string_view>({
    "a",       "about",   "above",   "according", "across",     "after",   "against", "all",
    "almost",  "along",   "already", "also",      "although",   "always",  "among",   "an",
    "and",     "another", "any",     "are",       "around",     "as",      "at",      "be",
    "because", "been",    "before",  "behind",    "being",      "below",   "beside",  "besides",
    "between", "beyond",  "both",    "but",       "by",         "can",     "cannot",  "could",
    "despite", "did",     "do",      "does",      "down",       "during",  "each",    "either",
    "else",    "even",    "ever",    "every",     "few",        "for",     "from",    "had",
    "has",     "have",    "he",      "her",       "here",       "herself", "him",     "himself",
    "his",     "how",     "however", "i",         "if",         "in",      "into",    "is",
    "it",      "its",     "itself",  "just",      "many",       "may",     "me",      "might",
    "more",    "most",    "much",    "must",      "my",         "near",    "neither", "never",
    "no",      "nor",     "not",     "of",        "off",        "on",      "once",    "only",
    "or",      "other",   "others",  "our",       "out",        "outside", "over",    "own",
    "per",     "quite",   "rather",  "said",      "same",       "says",    "several", "shall",
    "she",     "should",  "since",   "so",        "some",       "still",   "such",    "than",
    "that",    "the",     "their",   "them",      "themselves", "then",    "there",   "these",
    "they",    "this",    "those",   "though",    "through",    "thus",    "to",      "together",
    "too",     "toward",  "towards", "under",     "unless",     "until",   "up",      "upon",
    "us",      "very",    "via",     "was",       "we",         "well",    "were",    "what",
    "when",    "where",   "whether", "which",     "while",      "who",     "whom",    "whose",
    "why",     "will",    "with",    "within",    "without",    "would",   "yet",     "you",
    "your",
});
static_assert(std::ranges::is_sorted(kStopWords));

/// Letters and digits of any script. Beyond ASCII everything counts but the blocks of marks:
/// Latin-1 signs, general punctuation to arrows and shapes, CJK and full-width punctuation.
bool is_word_character(char32_t value) {
    if (value < 0x80) {
        const char32_t lower = value | 0x20U;
        return (lower >= 'a' && lower <= 'z') || (value >= '0' && value <= '9');
    }
    const bool is_mark = value < 0xC0 || value == 0xD7 || value == 0xF7 ||
                         (value >= 0x2000 && value <= 0x2BFF) ||
                         (value >= 0x3000 && value <= 0x303F) ||
                         (value >= 0xFE00 && value <= 0xFF0F) || value >= 0xFFF0;
    return !is_mark || (value >= 0x10000 && value <= 0x3FFFF);
}

bool is_digit(char byte) {
    return byte >= '0' && byte <= '9';
}

constexpr std::string_view kCurlyApostrophe = "\u2019";

/// Bytes of the joint at `at` that keeps the word open, 0 where the word ends.
std::size_t joint_size(std::string_view lower, std::size_t at) {
    const std::size_t size =
        lower.substr(at).starts_with(kCurlyApostrophe) ? kCurlyApostrophe.size() : 1;
    if (at == 0 || at + size >= lower.size()) {
        return 0;
    }
    const bool is_apostrophe = size > 1 || lower[at] == '\'';
    const bool is_number_mark = lower[at] == ',' || lower[at] == '.';
    if (is_apostrophe && is_word_character(decode(lower, at + size).value)) {
        return size;
    }
    return is_number_mark && is_digit(lower[at - 1]) && is_digit(lower[at + 1]) ? 1 : 0;
}

/// End of the word that starts at `at`.
std::size_t word_end(std::string_view lower, std::size_t at) {
    while (at < lower.size()) {
        const CodePoint point = decode(lower, at);
        const std::size_t joint =
            is_word_character(point.value) ? point.size : joint_size(lower, at);
        if (joint == 0) {
            break;
        }
        at += joint;
    }
    return at;
}

/// With the curly apostrophe made straight, as the stemmer expects.
std::string plain_word(std::string_view word) {
    std::string plain;
    for (std::size_t at = 0; at < word.size();) {
        const bool is_curly = word.substr(at).starts_with(kCurlyApostrophe);
        plain += is_curly ? '\'' : word[at];
        at += is_curly ? kCurlyApostrophe.size() : 1;
    }
    return plain;
}

}  // namespace

std::string capped(std::string_view text) {
    constexpr std::size_t kMost = kLongestTerm - 1;
    constexpr std::size_t kHashSize = 33;  // '#' and 32 digits
    if (text.size() <= kMost && text.find('\0') == std::string_view::npos) {
        return std::string(text);
    }
    std::size_t cut = std::min({text.size(), kMost - kHashSize, text.find('\0')});
    while (cut > 0 && cut < text.size() &&
           (static_cast<unsigned char>(text[cut]) & 0xC0U) == 0x80U) {
        --cut;
    }
    std::string term(text.substr(0, cut));
    term += '#';
    term += hash_hex(text);
    return term;
}

std::string make_term(schema::Prefix prefix, std::string_view text) {
    std::string term(1, prefix.letter);
    term += capped(text);
    return term;
}

std::string short_text(std::uint64_t hash, std::size_t size) {
    constexpr std::uint64_t kBase = 255;
    std::string text;
    for (std::size_t i = 0; i < size; ++i) {
        text += static_cast<char>(hash % kBase + 1);
        hash /= kBase;
    }
    return text;
}

bool is_stop_word(std::string_view lower) {
    return std::ranges::binary_search(kStopWords, lower);
}

struct WordStemmer::Parts {
    static constexpr std::uint32_t kStopWord = UINT32_MAX;

    Xapian::Stem stem{"english"};
    IdMap<std::uint32_t> words;    ///< hash of a word -> number of its stem and one, or kStopWord
    IdMap<std::uint32_t> numbers;  ///< hash of a stem -> its number and one
    std::vector<std::string> stems;

    /// The number of the stem and one, or kStopWord.
    std::uint32_t number_of(std::string_view word) {
        std::uint32_t& known = words[hash_bytes(word)];
        if (known != 0) {
            return known;
        }
        if (is_stop_word(word)) {
            return known = kStopWord;
        }
        std::string made = stem(plain_word(word));
        std::uint32_t& number = numbers[hash_bytes(made)];
        if (number == 0) {
            stems.push_back(std::move(made));
            number = static_cast<std::uint32_t>(stems.size());
        }
        return known = number;
    }
};

WordStemmer::WordStemmer() : parts_(std::make_unique<Parts>()) {}

WordStemmer::~WordStemmer() = default;
WordStemmer::WordStemmer(WordStemmer&&) noexcept = default;
WordStemmer& WordStemmer::operator=(WordStemmer&&) noexcept = default;

void WordStemmer::append_stems(std::string_view text, std::vector<std::uint32_t>& stems) {
    // A longer word is no word; as in Xapian's term generator.
    constexpr std::size_t kLongestWord = 64;
    const std::string lower = to_lower(text);
    for (std::size_t at = 0; at < lower.size();) {
        const CodePoint point = decode(lower, at);
        if (!is_word_character(point.value)) {
            at += point.size;
            continue;
        }
        const std::size_t end = word_end(lower, at);
        const std::string_view word = std::string_view(lower).substr(at, end - at);
        at = end;
        const std::uint32_t number =
            word.size() <= kLongestWord ? parts_->number_of(word) : Parts::kStopWord;
        if (number != Parts::kStopWord) {
            stems.push_back(number - 1);
        }
    }
}

const std::string& WordStemmer::stem(std::uint32_t number) const {
    return parts_->stems[number];
}

void WordStemmer::make_room() {
    // Words follow Zipf's law: starting anew when full serves nearly all.
    constexpr std::size_t kMostWords = 50'000;
    if (parts_->words.entries().size() >= kMostWords) {
        parts_->words = {};
        parts_->numbers = {};
        parts_->stems.clear();
    }
}

}  // namespace atodds
