#include "index/terms.hpp"

#include "base/utf8.hpp"

#include <doctest/doctest.h>
#include <fmt/format.h>
#include <fmt/ranges.h>

#include <cstdint>
#include <set>
#include <string>
#include <vector>

using namespace atodds;

namespace {

std::string stems_of(std::string_view text) {
    WordStemmer stemmer;
    std::vector<std::uint32_t> numbers;
    stemmer.append_stems(text, numbers);
    std::vector<std::string> stems;
    for (const std::uint32_t number : numbers) {
        stems.push_back(stemmer.stem(number));
    }
    return fmt::format("{}", fmt::join(stems, " "));
}

}  // namespace

TEST_CASE("a term that fits is left alone") {
    CHECK(capped("chip") == "chip");
    CHECK(capped(std::string(244, 'x')) == std::string(244, 'x'));
}

TEST_CASE("a long term is cut between characters and keeps a hash of all of it") {
    for (std::size_t shift = 0; shift < 4; ++shift) {
        CAPTURE(shift);
        std::string text(shift, 'x');
        while (text.size() < 400) {
            text += "\u20AC";
        }
        const std::string term = capped(text);
        CHECK(term.size() <= kLongestTerm - 1);
        CHECK(term.size() > kLongestTerm - 6);
        CHECK_FALSE(find_bad_utf8(term));
        CHECK(term.find('#') == term.size() - 33);
        CHECK(capped(term) == term);
        CHECK(capped(text + "x") != term);
        CHECK(make_term(schema::kFactKey, text) == "K" + term);
    }
}

TEST_CASE("a term holds no NUL, which Xapian would store as two bytes") {
    const std::string text("a\0b", 3);
    const std::string term = capped(text);
    CHECK(term.starts_with("a#"));
    CHECK(term.find('\0') == std::string::npos);
    CHECK(capped(std::string("a\0c", 3)) != term);
}

TEST_CASE("words are split, lowered and stemmed, stop words dropped") {
    struct Row {
        const char* name;
        const char* text;
        const char* expected;
    };

    const Row rows[] = {
        {"stems", "The agencies were ordering chips.", "agenc order chip"},
        {"numbers keep their marks", "It sold 300,000 for 3.6 billion in 2025.",
         "sold 300,000 3.6 billion 2025"},
        {"apostrophes", "Nvidia\u2019s and Nvidia's chips don't", "nvidia nvidia chip don't"},
        {"quotation marks", "\u201CInsulting,\u201D he said \u2014 \u2018loudly\u2019.",
         "insult loud"},
        {"accents", "Caf\u00C9 Z\u00FCrich", "caf\u00E9 z\u00FCrich"},
        {"hyphens part", "fourth-best H20", "fourth best h20"},
        {"a word without end is none", "", ""},
    };
    for (const Row& row : rows) {
        SUBCASE(row.name) {
            CHECK(stems_of(row.text) == row.expected);
        }
    }
    CHECK(stems_of(std::string(100, 'x')).empty());
}

TEST_CASE("a short term holds no NUL and tells hashes apart") {
    std::set<std::string> seen;
    for (std::uint64_t hash = 0; hash < 1'000; ++hash) {
        const std::string text = short_text(hash, 2);
        CHECK(text.size() == 2);
        CHECK(text.find('\0') == std::string::npos);
        seen.insert(text);
    }
    CHECK(seen.size() == 1'000);
    CHECK(short_text(UINT64_MAX, 8).find('\0') == std::string::npos);
    CHECK(short_text(UINT64_MAX, 8) != short_text(UINT64_MAX - 1, 8));
}
