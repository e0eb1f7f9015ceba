#include "text/sketch.hpp"

#include "text/shared_text.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <string>
#include <string_view>

namespace atodds {

namespace {

Article article(std::string_view text, BlockKind kind = BlockKind::Body) {
    Article result;
    result.id = "a";
    result.text = text;
    result.reading = text;
    result.blocks = {{kind, {0, static_cast<std::uint32_t>(text.size())}, ""}};
    return result;
}

bool share_hash(const Sketch& a, const Sketch& b) {
    return std::ranges::any_of(a.shingles, [&](const Shingle& left) {
        return std::ranges::any_of(b.shingles,
                                   [&](const Shingle& right) { return left.hash == right.hash; });
    });
}

constexpr std::string_view kEight = "seven grey barges left the lock before dawn";

}  // namespace

TEST_CASE("eight shared words in a row always leave a shared fingerprint") {
    const Sketch a = sketch_of(article("In Tarn Quay " + std::string(kEight) + " without lamps."));
    const Sketch b = sketch_of(article("Nobody saw how " + std::string(kEight) + ", she wrote."));
    CHECK(share_hash(a, b));
}

TEST_CASE("case, punctuation and line breaks leave the sketch as it is") {
    const Sketch a = sketch_of(article("Seven grey barges left the lock before dawn today."));
    const Sketch b = sketch_of(article("SEVEN grey barges, left:\nthe lock (before) dawn - today"));
    REQUIRE(a.shingles.size() == b.shingles.size());
    for (std::size_t i = 0; i < a.shingles.size(); ++i) {
        CHECK(a.shingles[i].hash == b.shingles[i].hash);
    }
}

TEST_CASE("quoted words do not count") {
    const std::string quoted = "The mayor said: \"" + std::string(kEight) + " and came back.\"";
    const Sketch a = sketch_of(article(quoted));
    CHECK(a.word_count == 3);
    CHECK_FALSE(share_hash(a, sketch_of(article(kEight))));
    const std::string curly = "The mayor said: \u201C" + std::string(kEight) + "\u201D";
    CHECK(sketch_of(article(curly)).word_count == 3);
}

TEST_CASE("titles and quarantined blocks do not count") {
    CHECK(sketch_of(article(kEight, BlockKind::Title)).shingles.empty());
    CHECK(sketch_of(article(kEight, BlockKind::Boilerplate)).shingles.empty());
    CHECK(sketch_of(article(kEight, BlockKind::Foreign)).word_count == 0);
}

TEST_CASE("a quotation mark that is never closed does not silence the rest") {
    std::string text = "He said \" and ";
    for (int i = 0; i < 1000; ++i) {
        text += "word" + std::to_string(i) + " ";
    }
    CHECK(sketch_of(article(text)).word_count > 500);
}

TEST_CASE("texts shorter than a shingle have no sketch") {
    CHECK(sketch_of(article("")).shingles.empty());
    CHECK(sketch_of(article("one two three four")).shingles.empty());
    CHECK(sketch_of(article("one two three four five")).shingles.size() == 1);
}

TEST_CASE("spans of fingerprints cover five words of the article") {
    const std::string text = "one two three four five";
    const Sketch sketch = sketch_of(article(text));
    REQUIRE(sketch.shingles.size() == 1);
    CHECK(slice(text, sketch.shingles.front().span) == text);
}

TEST_CASE("sampled hashes are sorted and each stands once") {
    std::string text;
    for (int i = 0; i < 300; ++i) {
        text += "item" + std::to_string(i % 150) + " ";
    }
    const std::vector<std::uint64_t> hashes = sampled_hashes(sketch_of(article(text)));
    CHECK_FALSE(hashes.empty());
    CHECK(std::ranges::is_sorted(hashes));
    CHECK(std::ranges::adjacent_find(hashes) == hashes.end());
}

TEST_CASE("a changed word leaves a run whole") {
    const std::string left =
        "The harbour office closed the eastern lock on Friday because two of its gates had bent in "
        "the frost, and barges will have to wait at Morrow Head until divers have looked at them.";
    std::string right = left;
    right.replace(right.find("two"), 3, "six");
    const std::vector<SharedRun> runs =
        shared_runs(sketch_of(article(left)), sketch_of(article("Late news. " + right)));
    REQUIRE(runs.size() == 1);
    CHECK(runs.front().left_words >= 25);
    CHECK(slice(left, runs.front().left).find("two of its gates") != std::string_view::npos);
}

TEST_CASE("a stock phrase is no run") {
    const std::string stock = " The company did not immediately respond to a request for comment.";
    const std::string left = "Acme will close its mill in spring, the union said." + stock;
    const std::string right = "Vega has sold nine ships to a buyer from the south." + stock;
    CHECK(shared_runs(sketch_of(article(left)), sketch_of(article(right))).empty());
}

}  // namespace atodds
