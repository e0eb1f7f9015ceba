#include "report/text_fragment.hpp"

#include <doctest/doctest.h>

#include <string>
#include <string_view>

namespace atodds {
namespace {

constexpr std::string_view kUrl = "https://a.example/x";

// The fragment of a link to the last place of `quote` in `text`.
std::string fragment(std::string_view text, std::string_view quote) {
    const std::size_t at = text.rfind(quote);
    const std::string link = link_to_words(
        kUrl, text,
        {static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(at + quote.size())});
    return link.substr(kUrl.size() + std::string_view("#:~:text=").size());
}

}  // namespace

TEST_CASE("a link opens the article at the quoted words, everything but letters encoded") {
    CHECK(fragment("Some 41 people, all safe - so far.", "Some 41 people, all safe - so far.") ==
          "Some%2041%20people%2C%20all%20safe%20%2D%20so%20far.");
    CHECK(fragment("“Naïve” & co", "“Naïve” & co") == "%E2%80%9CNa%C3%AFve%E2%80%9D%20%26%20co");
}

TEST_CASE("a fragment of the address stays in front") {
    CHECK(link_to_words("https://a.example/x#part", "a b", {0, 3}) ==
          "https://a.example/x#part:~:text=a%20b");
}

TEST_CASE("blanks alone link to the page") {
    CHECK(link_to_words(kUrl, " \n", {0, 2}) == kUrl);
}

TEST_CASE("a long quotation is named by its first and last words") {
    const std::string quote =
        "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen "
        "sixteen\n seventeen";
    CHECK(fragment(quote, quote) ==
          "one%20two%20three%20four%20five,thirteen%20fourteen%20fifteen%20sixteen%20seventeen");
}

TEST_CASE("words in front tell a quotation from the same words elsewhere") {
    CHECK(fragment("He left. They came. She said so. They came. All went.", "They came.") ==
          "She%20said%20so.-,They%20came.");
}

TEST_CASE("words behind tell it where nothing stands in front") {
    const std::string_view text = "They came. She said so. They came.";
    CHECK(link_to_words(kUrl, text, {0, 10}) ==
          "https://a.example/x#:~:text=They%20came.,-She%20said%20so.");
}

TEST_CASE("a word cut by the edge of the search is no neighbour") {
    const std::string text = "Go on. " + std::string(400, 'x') + " y Go on.";
    CHECK(fragment(text, "Go on.") == "y-,Go%20on.");
}

TEST_CASE("a full stop that markup stood before belongs to its word") {
    CHECK(fragment("See the list    , please   .", "See the list    , please   .") ==
          "See%20the%20list%2C%20please.");
}

}  // namespace atodds
