#include "ingest/language_guess.hpp"

#include "base/utf8.hpp"
#include "ingest/lines.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace atodds {
namespace {

enum class Script : std::uint8_t { None, Latin, EastAsian, Cyrillic, Greek, Hebrew, Arabic, Other };

/// Block boundaries of Unicode 15, Blocks.txt, reduced to what tells languages apart.
Script script_of(char32_t value) {
    if (value < 0x80) {
        const char32_t lower = value | 0x20U;
        return lower >= 'a' && lower <= 'z' ? Script::Latin : Script::None;
    }
    if (value >= 0xC0 && value <= 0x24F) {
        return Script::Latin;
    }
    if (value >= 0x370 && value <= 0x3FF) {
        return Script::Greek;
    }
    if (value >= 0x400 && value <= 0x52F) {
        return Script::Cyrillic;
    }
    if (value >= 0x590 && value <= 0x5FF) {
        return Script::Hebrew;
    }
    if ((value >= 0x600 && value <= 0x77F) || (value >= 0xFB50 && value <= 0xFEFC)) {
        return Script::Arabic;
    }
    if (value >= 0x900 && value <= 0x10FF) {
        return Script::Other;
    }
    // 0x3000 to 0x303F is East Asian punctuation, which English text with Chinese names may hold.
    return is_east_asian(value) && !(value >= 0x3000 && value <= 0x303F) ? Script::EastAsian
                                                                         : Script::None;
}

constexpr std::array<std::string_view, 8> kScriptNames = {
    "", "Latin", "East Asian", "Cyrillic", "Greek", "Hebrew", "Arabic", "other"};

struct ScriptCounts {
    std::array<std::size_t, 8> letters{};
    std::size_t accented = 0;  ///< Latin letters beyond ASCII
    Script first = Script::None;
};

ScriptCounts count_scripts(std::string_view text) {
    ScriptCounts counts;
    for (std::size_t at = 0; at < text.size();) {
        const auto byte = static_cast<unsigned char>(text[at]);
        const CodePoint point = byte < 0x80 ? CodePoint{byte, 1} : decode(text, at);
        const Script script = script_of(point.value);
        at += point.size;
        if (script == Script::None) {
            continue;
        }
        ++counts.letters[static_cast<std::size_t>(script)];
        counts.accented += script == Script::Latin && point.value >= 0x80 ? 1U : 0U;
        counts.first = counts.first == Script::None ? script : counts.first;
    }
    return counts;
}

/// A Han character says about as much as three Latin letters; a guess that only matters for lines
/// that mix both.
constexpr std::size_t kEastAsianWeight = 3;
/// A line of so few words that opens in another script is a label or a byline, not prose.
constexpr std::size_t kLongestLabel = 6;

std::optional<std::string> script_reason(std::string_view paragraph) {
    const ScriptCounts counts = count_scripts(paragraph);
    Script most = Script::Other;
    std::size_t foreign = 0;
    std::size_t best = 0;
    for (std::size_t i = static_cast<std::size_t>(Script::EastAsian); i < counts.letters.size();
         ++i) {
        const bool is_dense = i == static_cast<std::size_t>(Script::EastAsian);
        const std::size_t weight = counts.letters[i] * (is_dense ? kEastAsianWeight : 1U);
        foreign += weight;
        if (weight > best) {
            best = weight;
            most = static_cast<Script>(i);
        }
    }
    const std::size_t latin = counts.letters[static_cast<std::size_t>(Script::Latin)];
    const std::string_view name = kScriptNames[static_cast<std::size_t>(most)];
    if (foreign > latin) {
        return fmt::format("mostly {} script", name);
    }
    const bool opens_foreign = counts.first != Script::None && counts.first != Script::Latin;
    if (opens_foreign && count_words(paragraph) <= kLongestLabel) {
        return fmt::format("short line that opens in {} script", name);
    }
    return std::nullopt;
}

/// The commonest words of each language, those that another language of the table shares left
/// out ("in", "a", "on", "was", "die"). General knowledge, in byte order for the binary search.
constexpr std::array<std::string_view, 48> kEnglish = {
    "about", "after", "and",   "are",   "as",   "at",   "be",    "been", "but",  "by",
    "for",   "from",  "had",   "has",   "have", "he",   "her",   "his",  "how",  "if",
    "is",    "it",    "its",   "more",  "not",  "of",   "or",    "out",  "said", "she",
    "than",  "that",  "the",   "their", "they", "this", "to",    "up",   "we",   "were",
    "what",  "when",  "which", "who",   "will", "with", "would", "you"};
constexpr std::array<std::string_view, 20> kGerman = {
    "auch", "auf",  "das",   "dem",  "den", "der", "ein", "eine",   "für",  "ist",
    "mit",  "nach", "nicht", "sich", "sie", "und", "von", "werden", "wird", "zu"};
constexpr std::array<std::string_view, 20> kFrench = {
    "au", "aux", "avec", "ce",  "dans", "des",  "du",  "est",  "et",  "il",
    "le", "les", "ne",   "par", "pas",  "pour", "qui", "sont", "sur", "une"};
constexpr std::array<std::string_view, 20> kSpanish = {
    "al", "como", "con", "del",  "el",  "en",  "es", "ha", "la",  "las",
    "lo", "los",  "más", "para", "por", "que", "se", "su", "una", "y"};
constexpr std::array<std::string_view, 20> kItalian = {
    "alla", "anche", "che", "come", "da",  "dei", "del", "della", "delle", "di",
    "e",    "gli",   "ha",  "il",   "nel", "non", "per", "si",    "sono",  "una"};
constexpr std::array<std::string_view, 20> kPortuguese = {
    "ao",   "com", "como", "da",  "das", "do",   "dos", "e",   "em", "foi",
    "mais", "na",  "no",   "não", "os",  "para", "por", "que", "um", "uma"};
constexpr std::array<std::string_view, 19> kDutch = {
    "aan",  "dat", "de", "een", "en",  "het",  "hij",    "maar",  "met", "naar",
    "niet", "ook", "op", "te",  "van", "voor", "worden", "wordt", "zijn"};

struct Language {
    std::string_view name;
    std::span<const std::string_view> words;
};

const std::array<Language, 6>& other_languages() {
    static constexpr std::array<Language, 6> kLanguages = {{{"German", kGerman},
                                                            {"French", kFrench},
                                                            {"Spanish", kSpanish},
                                                            {"Italian", kItalian},
                                                            {"Portuguese", kPortuguese},
                                                            {"Dutch", kDutch}}};
    return kLanguages;
}

static_assert(std::ranges::is_sorted(kEnglish) && std::ranges::is_sorted(kGerman) &&
              std::ranges::is_sorted(kFrench) && std::ranges::is_sorted(kSpanish) &&
              std::ranges::is_sorted(kItalian) && std::ranges::is_sorted(kPortuguese) &&
              std::ranges::is_sorted(kDutch));

bool is_word_byte(char byte) {
    const auto lower = static_cast<unsigned char>(static_cast<unsigned char>(byte) | 0x20U);
    return (lower >= 'a' && lower <= 'z') || static_cast<unsigned char>(byte) >= 0x80;
}

/// Lower-case words of letters; the views point into `lower`.
std::vector<std::string_view> letter_words(std::string_view lower) {
    std::vector<std::string_view> words;
    for (std::size_t at = 0; at < lower.size();) {
        std::size_t end = at;
        while (end < lower.size() && is_word_byte(lower[end])) {
            ++end;
        }
        if (end > at) {
            words.push_back(lower.substr(at, end - at));
        }
        at = end + 1;
    }
    return words;
}

/// Below this many words a share says nothing. From the brief of this reader; not measured.
constexpr std::size_t kFewestWords = 12;

std::optional<std::string> function_word_reason(std::string_view paragraph) {
    const std::string lower = to_lower(paragraph);
    const std::vector<std::string_view> words = letter_words(lower);
    if (words.size() < kFewestWords) {
        return std::nullopt;
    }
    const auto count = [&words](std::span<const std::string_view> list) {
        return static_cast<std::size_t>(std::ranges::count_if(
            words, [list](std::string_view w) { return std::ranges::binary_search(list, w); }));
    };
    const std::size_t english = count(kEnglish);
    // Nearly every paragraph ends here: no other language could reach twice this share.
    if (english * 5 >= words.size()) {
        return std::nullopt;
    }
    for (const Language& language : other_languages()) {
        const std::size_t other = count(language.words);
        // English prose has 25 to 45 % of its words in kEnglish; other prose 15 to 40 % in its own
        // list and under 5 % in kEnglish. Names alone ("de", "van der") stay below a fifth.
        if (other * 5 >= words.size() && english * 2 < other) {
            return fmt::format("not English: {} of {} words are common {} words, {} English", other,
                               words.size(), language.name, english);
        }
    }
    const ScriptCounts counts = count_scripts(paragraph);
    const std::size_t latin = counts.letters[static_cast<std::size_t>(Script::Latin)];
    if (english * 25 < words.size() && counts.accented * 50 >= latin && counts.accented > 3) {
        return fmt::format(
            "not English: {} of {} words are common English words, {} accented "
            "letters",
            english, words.size(), counts.accented);
    }
    return std::nullopt;
}

}  // namespace

std::optional<std::string> foreign_reason(std::string_view paragraph) {
    if (std::optional<std::string> reason = script_reason(paragraph)) {
        return reason;
    }
    return function_word_reason(paragraph);
}

}  // namespace atodds
