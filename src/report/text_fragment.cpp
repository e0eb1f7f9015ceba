#include "report/text_fragment.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cstddef>
#include <vector>

// Browsers compare words, not bytes: case does not matter, a run of blanks is one, and a match must
// begin and end at a word. So the text becomes a list of words, and places in it are indices.

namespace atodds {
namespace {

// Longer quotes are named by their ends; browsers look for the range between. Guesses: links stay
// short, and five words rarely stand twice.
constexpr std::size_t kWholeQuoteBytes = 80;
constexpr std::size_t kWordsAtEachEnd = 5;
constexpr std::size_t kNeighbours = 3;
// Longer texts are not searched for a second place; the first is right nearly always. Bytes.
constexpr std::size_t kMostSearched = 1 << 16;
// Where the neighbours of a quote are looked for. Bytes.
constexpr std::size_t kNeighbourBytes = 200;

using Words = std::vector<std::string_view>;

bool is_unreserved(unsigned char byte) {
    return (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z') ||
           (byte >= '0' && byte <= '9') || byte == '.' || byte == '_' || byte == '~';
}

// Everything else is encoded; the fragment's own syntax uses hyphen, comma and ampersand.
std::string percent_encoded(std::string_view text) {
    std::string out;
    for (const char character : text) {
        const auto byte = static_cast<unsigned char>(character);
        out += is_unreserved(byte) ? std::string(1, character) : fmt::format("%{:02X}", byte);
    }
    return out;
}

Words words_of(std::string_view text) {
    Words words;
    constexpr std::string_view kBlanks = " \t\r\n";
    for (std::size_t at = text.find_first_not_of(kBlanks); at != std::string_view::npos;) {
        const std::size_t end = std::min(text.find_first_of(kBlanks, at), text.size());
        words.push_back(text.substr(at, end - at));
        at = text.find_first_not_of(kBlanks, end);
    }
    return words;
}

// True for ".", ",", ")" and the like alone: where a link or emphasis ended, the mark-up that was
// blanked stands between a word and them, and the page has no blank there.
bool closes_a_word(std::string_view word) {
    return word.find_first_not_of(".,;:!?)]") == std::string_view::npos;
}

std::string joined(const Words& words, std::size_t from, std::size_t to) {
    std::string text;
    for (std::size_t i = from; i < to; ++i) {
        if (!text.empty() && !closes_a_word(words[i])) {
            text += ' ';
        }
        text += words[i];
    }
    return percent_encoded(text);
}

bool has_at(const Words& words, std::size_t at, const Words& wanted) {
    return at + wanted.size() <= words.size() &&
           std::equal(wanted.begin(), wanted.end(),
                      words.begin() + static_cast<std::ptrdiff_t>(at));
}

std::size_t count_of(const Words& words, const Words& wanted) {
    std::size_t count = 0;
    for (std::size_t at = 0; at + wanted.size() <= words.size(); ++at) {
        count += has_at(words, at, wanted) ? 1U : 0U;
    }
    return count;
}

Words part(const Words& words, std::size_t from, std::size_t to) {
    return {words.begin() + static_cast<std::ptrdiff_t>(from),
            words.begin() + static_cast<std::ptrdiff_t>(to)};
}

// The words near and in front of `at`; none where the text begins there.
Words words_before(std::string_view text, std::size_t at) {
    const std::size_t from = at - std::min<std::size_t>(at, kNeighbourBytes);
    Words words = words_of(text.substr(from, at - from));
    if (from > 0 && !words.empty()) {
        words.erase(words.begin());  // cut in its middle, as like as not
    }
    return words;
}

// What in front of the start makes it the only place; "prefix-," or nothing.
std::string prefix_of(const Words& before, const Words& start, const Words& all) {
    if (all.empty() || before.empty() || count_of(all, start) < 2) {
        return "";
    }
    return joined(before, before.size() - std::min(kNeighbours, before.size()), before.size()) +
           "-,";
}

std::string suffix_of(const Words& before, const Words& behind, const Words& start,
                      const Words& all) {
    if (!before.empty() || behind.empty() || count_of(all, start) < 2) {
        return "";
    }
    return ",-" + joined(behind, 0, std::min(kNeighbours, behind.size()));
}

// What a browser finds on the page of the article: the prose without the lines of metadata in
// front of it, which only our file has. Same length as the text.
std::string text_on_the_web(const Evidence& evidence) {
    std::string text(evidence.shown);
    if (evidence.article == nullptr || evidence.text.data() != evidence.article->text.data()) {
        return text;
    }
    for (const Block& block : evidence.article->blocks) {
        if (block.kind == BlockKind::FrontMatter && block.span.end <= text.size()) {
            std::fill(text.begin() + block.span.begin, text.begin() + block.span.end, ' ');
        }
    }
    return text;
}

}  // namespace

std::string link_to_words(std::string_view url, std::string_view text, ByteSpan quote) {
    const Words words = words_of(slice(text, quote));
    if (words.empty()) {
        return std::string(url);
    }
    const bool is_whole = quote.size() <= kWholeQuoteBytes || words.size() <= 2 * kWordsAtEachEnd;
    const Words start = part(words, 0, is_whole ? words.size() : kWordsAtEachEnd);
    const Words before = words_before(text, quote.begin);
    const Words behind = words_of(text.substr(quote.end, kNeighbourBytes));
    const Words all = text.size() > kMostSearched ? Words() : words_of(text);
    std::string fragment = prefix_of(before, start, all) + joined(start, 0, start.size());
    if (is_whole) {
        fragment += suffix_of(before, behind, start, all);
    } else {
        fragment += "," + joined(words, words.size() - kWordsAtEachEnd, words.size());
    }
    const bool has_fragment = url.find('#') != std::string_view::npos;
    return fmt::format("{}{}:~:text={}", url, has_fragment ? "" : "#", fragment);
}

std::string link_to_words(std::string_view url, const Evidence& evidence) {
    return link_to_words(url, text_on_the_web(evidence), evidence.statement);
}

}  // namespace atodds
