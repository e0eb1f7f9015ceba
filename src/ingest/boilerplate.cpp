#include "ingest/boilerplate.hpp"

#include "base/utf8.hpp"
#include "ingest/lines.hpp"

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <vector>

namespace atodds {
namespace {

enum class Where : std::uint8_t { Start, Anywhere, Whole };

/// A phrase that marks boilerplate where it stands, in paragraphs of at most `most_words` words.
struct Phrase {
    std::string_view text;
    Where where;
    std::size_t most_words;
    std::string_view reason;
};

constexpr std::string_view kSubscribe = "call to subscribe or follow";
constexpr std::string_view kCookies = "cookie notice";
constexpr std::string_view kDisclaimer = "disclaimer";
constexpr std::string_view kTeaser = "teaser for another article";
constexpr std::string_view kCredit = "photo credit";
constexpr std::string_view kCopyright = "copyright notice";
constexpr std::string_view kNavigation = "navigation";
constexpr std::string_view kAdvert = "advertisement";

/// Collected from what news pages say around their articles; general knowledge, not measured.
constexpr std::array kPhrases = std::to_array<Phrase>({
    {"read our newsletter", Where::Anywhere, 30, kSubscribe},
    {"our free newsletter", Where::Anywhere, 45, kSubscribe},
    {"our daily newsletter", Where::Anywhere, 45, kSubscribe},
    {"our weekly newsletter", Where::Anywhere, 45, kSubscribe},
    {"our newsletter", Where::Anywhere, 20, kSubscribe},
    {"to your inbox", Where::Anywhere, 40, kSubscribe},
    {"in your inbox", Where::Anywhere, 40, kSubscribe},
    {"subscribe to ", Where::Start, 40, kSubscribe},
    {"subscribe now", Where::Start, 40, kSubscribe},
    {"subscribe for ", Where::Start, 40, kSubscribe},
    {"subscribe", Where::Whole, 3, kSubscribe},
    {"sign up for ", Where::Start, 40, kSubscribe},
    {"sign up to ", Where::Start, 40, kSubscribe},
    {"sign up", Where::Whole, 3, kSubscribe},
    {"sign in", Where::Whole, 3, kSubscribe},
    {"log in", Where::Whole, 3, kSubscribe},
    {"already a subscriber", Where::Anywhere, 30, kSubscribe},
    {"follow us on ", Where::Anywhere, 40, kSubscribe},
    {"join our telegram", Where::Anywhere, 40, kSubscribe},
    {"join our whatsapp", Where::Anywhere, 40, kSubscribe},
    {"download our app", Where::Anywhere, 40, kSubscribe},
    {"support our journalism", Where::Anywhere, 40, kSubscribe},
    {"become a member", Where::Start, 40, kSubscribe},
    {"we use cookies", Where::Anywhere, 80, kCookies},
    {"this site uses cookies", Where::Anywhere, 80, kCookies},
    {"this website uses cookies", Where::Anywhere, 80, kCookies},
    {"accept all cookies", Where::Anywhere, 80, kCookies},
    {"accept cookies", Where::Whole, 3, kCookies},
    {"cookie policy", Where::Anywhere, 25, kCookies},
    {"disclaimer:", Where::Start, 200, kDisclaimer},
    {"disclosure:", Where::Start, 120, kDisclaimer},
    {"disclaimer", Where::Whole, 2, kDisclaimer},
    {"for informational purposes only", Where::Anywhere, 120, kDisclaimer},
    {"not constitute investment advice", Where::Anywhere, 120, kDisclaimer},
    {"not constitute financial advice", Where::Anywhere, 120, kDisclaimer},
    {"not investment advice", Where::Anywhere, 60, kDisclaimer},
    {"not financial advice", Where::Anywhere, 60, kDisclaimer},
    {"past performance is ", Where::Anywhere, 60, kDisclaimer},
    {"read:", Where::Start, 30, kTeaser},
    {"read more:", Where::Start, 40, kTeaser},
    {"read more", Where::Start, 15, kTeaser},
    {"read also", Where::Start, 30, kTeaser},
    {"read next", Where::Start, 30, kTeaser},
    {"also read", Where::Start, 30, kTeaser},
    {"see also:", Where::Start, 30, kTeaser},
    {"see more:", Where::Start, 30, kTeaser},
    {"related:", Where::Start, 30, kTeaser},
    {"related articles", Where::Start, 6, kTeaser},
    {"related stories", Where::Start, 6, kTeaser},
    {"recommended:", Where::Start, 30, kTeaser},
    {"don't miss:", Where::Start, 30, kTeaser},
    {"don\u2019t miss:", Where::Start, 30, kTeaser},
    {"watch:", Where::Start, 30, kTeaser},
    {"watch now:", Where::Start, 30, kTeaser},
    {"listen:", Where::Start, 30, kTeaser},
    {"more on this", Where::Start, 6, kTeaser},
    {"you may also like", Where::Start, 10, kTeaser},
    {"you might also like", Where::Start, 10, kTeaser},
    {"click here", Where::Start, 25, kTeaser},
    {"continue reading", Where::Start, 15, kTeaser},
    {"most read", Where::Whole, 4, kTeaser},
    {"most popular", Where::Whole, 4, kTeaser},
    {"trending now", Where::Whole, 4, kTeaser},
    {"photo:", Where::Start, 25, kCredit},
    {"photo by ", Where::Start, 25, kCredit},
    {"photos:", Where::Start, 25, kCredit},
    {"photo credit", Where::Start, 25, kCredit},
    {"photograph:", Where::Start, 25, kCredit},
    {"image:", Where::Start, 25, kCredit},
    {"image credit", Where::Start, 25, kCredit},
    {"image source:", Where::Start, 25, kCredit},
    {"picture:", Where::Start, 25, kCredit},
    {"(photo by ", Where::Start, 25, kCredit},
    {"getty images", Where::Anywhere, 8, kCredit},
    {"\u00A9", Where::Start, 40, kCopyright},
    {"copyright \u00A9", Where::Start, 40, kCopyright},
    {"copyright (c)", Where::Start, 40, kCopyright},
    {"copyright 1", Where::Start, 40, kCopyright},
    {"copyright 2", Where::Start, 40, kCopyright},
    {"all rights reserved", Where::Anywhere, 40, kCopyright},
    {"placeholder", Where::Whole, 3, "placeholder of the page"},
    {"loading", Where::Whole, 3, "placeholder of the page"},
    {"gotop", Where::Whole, 2, kNavigation},
    {"go to top", Where::Whole, 4, kNavigation},
    {"back to top", Where::Whole, 4, kNavigation},
    {"skip to content", Where::Start, 8, kNavigation},
    {"skip to main content", Where::Start, 8, kNavigation},
    {"privacy policy", Where::Whole, 4, kNavigation},
    {"terms of use", Where::Whole, 4, kNavigation},
    {"terms of service", Where::Whole, 4, kNavigation},
    {"advertisement", Where::Whole, 3, kAdvert},
    {"advertising", Where::Whole, 2, kAdvert},
    {"article continues below", Where::Anywhere, 10, kAdvert},
    {"story continues below", Where::Anywhere, 10, kAdvert},
    {"sponsored content", Where::Start, 6, kAdvert},
    {"sponsored by", Where::Start, 12, kAdvert},
    {"promoted content", Where::Start, 6, kAdvert},
});

/// Words that alone, in any number, make a row of buttons or a menu.
constexpr std::array kButtons = std::to_array<std::string_view>({
    "about",     "all",      "back",     "business",  "comment",   "comments", "contact",
    "copy",      "email",    "facebook", "home",      "instagram", "like",     "link",
    "linkedin",  "login",    "mail",     "menu",      "more",      "news",     "next",
    "pinterest", "politics", "previous", "print",     "reddit",    "reply",    "save",
    "search",    "share",    "sport",    "subscribe", "tech",      "telegram", "top",
    "tweet",     "twitter",  "us",       "whatsapp",  "world",     "x",
});
static_assert(std::ranges::is_sorted(kButtons));

bool is_letter_or_digit(char byte) {
    const auto value = static_cast<unsigned char>(byte);
    const auto lower = static_cast<unsigned char>(value | 0x20U);
    return (lower >= 'a' && lower <= 'z') || (value >= '0' && value <= '9') || value >= 0x80;
}

std::string_view without_end_marks(std::string_view text) {
    while (!text.empty() && !is_letter_or_digit(text.back())) {
        text.remove_suffix(1);
    }
    while (!text.empty() && !is_letter_or_digit(text.front())) {
        text.remove_prefix(1);
    }
    return text;
}

bool applies(const Phrase& phrase, std::string_view lower, std::size_t words) {
    if (words > phrase.most_words) {
        return false;
    }
    switch (phrase.where) {
        case Where::Start:
            return lower.starts_with(phrase.text);
        case Where::Anywhere:
            return lower.find(phrase.text) != std::string_view::npos;
        case Where::Whole:
            return without_end_marks(lower) == phrase.text;
    }
    return false;
}

/// Two button words or more and nothing else; one word alone may be a heading.
bool is_button_row(std::string_view lower) {
    std::size_t buttons = 0;
    for (std::size_t at = 0; at < lower.size();) {
        std::size_t end = at;
        while (end < lower.size() && is_letter_or_digit(lower[end])) {
            ++end;
        }
        if (end > at) {
            if (!std::ranges::binary_search(kButtons, lower.substr(at, end - at))) {
                return false;
            }
            ++buttons;
        }
        at = end + 1;
    }
    return buttons >= 2;
}

/// "Home > World > Asia": three short parts or more between separators, no sentence.
bool is_breadcrumb(std::string_view text) {
    constexpr std::size_t kLongestPart = 4;
    std::size_t parts = 1;
    std::size_t begin = 0;
    for (std::size_t at = 0; at <= text.size(); ++at) {
        const bool is_end = at == text.size();
        const bool is_mark = !is_end && (text[at] == '>' || text[at] == '|');
        if (!is_end && !is_mark) {
            continue;
        }
        const std::size_t words = count_words(text.substr(begin, at - begin));
        if (words == 0 || words > kLongestPart) {
            return false;
        }
        parts += is_mark ? 1U : 0U;
        begin = at + 1;
    }
    return parts >= 3 && !ends_like_sentence(text);
}

/// True where at least half of the bytes belong to web addresses.
bool is_mostly_addresses(std::string_view lower) {
    std::size_t address_bytes = 0;
    for (std::size_t at = 0; at < lower.size();) {
        std::size_t end = at;
        while (end < lower.size() && lower[end] != ' ' && lower[end] != '\n') {
            ++end;
        }
        const std::string_view word = lower.substr(at, end - at);
        if (word.starts_with("http://") || word.starts_with("https://") ||
            word.starts_with("www.")) {
            address_bytes += word.size();
        }
        at = end + 1;
    }
    return address_bytes * 2 >= lower.size() && address_bytes > 0;
}

}  // namespace

std::optional<std::string> boilerplate_reason(std::string_view paragraph) {
    // No phrase applies to longer paragraphs; the bound keeps the scan below cheap.
    constexpr std::size_t kMostBytes = 4096;
    if (paragraph.size() > kMostBytes) {
        return std::nullopt;
    }
    const std::string lower = to_lower(paragraph);
    const std::size_t words = count_words(lower);
    for (const Phrase& phrase : kPhrases) {
        if (applies(phrase, lower, words)) {
            return std::string(phrase.reason);
        }
    }
    if (is_button_row(lower)) {
        return "share buttons or menu";
    }
    if (is_breadcrumb(lower)) {
        return std::string(kNavigation);
    }
    if (is_mostly_addresses(lower)) {
        return "mostly web addresses";
    }
    return std::nullopt;
}

}  // namespace atodds
