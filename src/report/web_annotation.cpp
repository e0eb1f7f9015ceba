#include "report/web_annotation.hpp"

#include "base/utf8.hpp"

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>

namespace atodds {
namespace {

// Characters before and behind a quotation that tell it from the same words elsewhere; the length
// that W3C's examples and common annotation clients use.
constexpr std::uint32_t kContextCharacters = 32;

bool is_inside_character(std::string_view text, std::size_t at) {
    return at < text.size() && (static_cast<unsigned char>(text[at]) & 0xC0U) == 0x80U;
}

// Both cut between characters and are walked byte by byte: 32 characters are at most 128 bytes.
std::string_view before(std::string_view text, std::size_t at) {
    std::size_t begin = at;
    for (std::uint32_t i = 0; i < kContextCharacters && begin > 0; ++i) {
        do {
            --begin;
        } while (begin > 0 && is_inside_character(text, begin));
    }
    return text.substr(begin, at - begin);
}

std::string_view behind(std::string_view text, std::size_t at) {
    std::size_t end = at;
    for (std::uint32_t i = 0; i < kContextCharacters && end < text.size(); ++i) {
        do {
            ++end;
        } while (is_inside_character(text, end));
    }
    return text.substr(at, end - at);
}

}  // namespace

Json annotation_target(const Fact& fact, const Article* article, const LineIndex* lines) {
    Json quote = {{"type", "TextQuoteSelector"}, {"exact", fact.surface}};
    Json selectors = Json::array();
    std::string source = fact.article;
    if (article != nullptr) {
        source = article->url.empty() ? article->path : article->url;
        const std::string_view text = article->text;
        if (lines != nullptr && fact.span.begin <= fact.span.end && fact.span.end <= text.size()) {
            quote["prefix"] = before(text, fact.span.begin);
            quote["suffix"] = behind(text, fact.span.end);
            selectors.push_back({{"type", "TextPositionSelector"},
                                 {"start", lines->place(fact.span.begin).character},
                                 {"end", lines->place(fact.span.end).character}});
        }
    }
    selectors.insert(selectors.begin(), std::move(quote));
    return {{"source", std::move(source)}, {"selector", std::move(selectors)}};
}

}  // namespace atodds
