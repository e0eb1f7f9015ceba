#include "compare/copy_finder.hpp"

#include "support/story_generator.hpp"

#include <doctest/doctest.h>

#include <cstdint>
#include <string>
#include <vector>

namespace atodds {

namespace {

using test::StoryGenerator;

/// From here on the origins graph takes an article for a copy as a whole (decision 006).
constexpr std::uint32_t kCopyPercent = 50;

Sketch sketch(StoryGenerator& generator, const std::vector<std::string>& sentences) {
    return sketch_of(generator.article("any", sentences));
}

bool is_copy(const SharedText& pair) {
    return pair.left_percent >= kCopyPercent || pair.right_percent >= kCopyPercent;
}

/// Whether the first of the two sketches is found to be copied by the second.
bool are_found(const std::vector<Sketch>& two) {
    const std::vector<SharedText> found = find_shared_text(two);
    return found.size() == 1 && is_copy(found.front());
}

}  // namespace

TEST_CASE("of copies with a tenth of the words changed at least 95 in 100 are found") {
    constexpr std::uint32_t kSeed = 20;
    constexpr std::uint32_t kStories = 400;
    CAPTURE(kSeed);
    StoryGenerator generator(kSeed);
    std::uint32_t found = 0;
    for (std::uint32_t i = 0; i < kStories; ++i) {
        const auto story = generator.story(i % 40, 90 + generator.number(400));
        const Sketch original = sketch(generator, story);
        const Sketch copy = sketch(generator, generator.changed(story, 10));
        found += are_found({original, copy}) ? 1U : 0U;
    }
    CAPTURE(found);
    CHECK(found * 100 >= kStories * 95);
}

TEST_CASE("of stories on one topic fewer than one pair in 100 is taken for a copy") {
    constexpr std::uint32_t kSeed = 21;
    constexpr std::uint32_t kStories = 300;
    CAPTURE(kSeed);
    StoryGenerator generator(kSeed);
    std::uint32_t false_copies = 0;
    std::uint32_t false_passages = 0;
    for (std::uint32_t i = 0; i < kStories; ++i) {
        const std::uint32_t topic = i % 20;
        const std::vector<Sketch> two = {
            sketch(generator, generator.story(topic, 90 + generator.number(400))),
            sketch(generator, generator.story(topic, 90 + generator.number(400)))};
        const std::vector<SharedText> found = find_shared_text(two);
        false_passages += found.empty() ? 0U : 1U;
        false_copies += !found.empty() && is_copy(found.front()) ? 1U : 0U;
    }
    CAPTURE(false_copies);
    CAPTURE(false_passages);
    CHECK(false_copies * 100 < kStories);
}

TEST_CASE("posting lists reach the same copies as comparing all pairs") {
    constexpr std::uint32_t kSeed = 22;
    CAPTURE(kSeed);
    StoryGenerator generator(kSeed);
    std::vector<Sketch> sketches;
    for (std::uint32_t i = 0; i < 30; ++i) {
        const auto story = generator.story(i, 200);
        sketches.push_back(sketch(generator, story));
        sketches.push_back(sketch(generator, generator.changed(story, 10)));
    }
    std::vector<std::pair<std::uint32_t, std::uint32_t>> all;
    for (std::uint32_t a = 0; a < sketches.size(); ++a) {
        for (std::uint32_t b = a + 1; b < sketches.size(); ++b) {
            if (are_found({sketches[a], sketches[b]})) {
                all.emplace_back(a, b);
            }
        }
    }
    std::vector<std::pair<std::uint32_t, std::uint32_t>> reached;
    for (const SharedText& pair : find_shared_text(sketches)) {
        if (is_copy(pair)) {
            reached.emplace_back(pair.left, pair.right);
        }
    }
    CHECK(all.size() == 30);
    CHECK(reached == all);
}

TEST_CASE("a copied half makes a passage and no copy") {
    StoryGenerator generator(23);
    const auto story = generator.story(1, 200);
    auto mixed = generator.story(2, 240);
    mixed.insert(mixed.begin() + 3, story.begin(), story.begin() + 5);
    const std::vector<SharedText> found =
        find_shared_text(std::vector{sketch(generator, story), sketch(generator, mixed)});
    REQUIRE(found.size() == 1);
    CHECK(found.front().right_percent > 10);
    CHECK(found.front().right_percent < kCopyPercent);
}

TEST_CASE("a story that very many carry costs each of them sixteen comparisons") {
    StoryGenerator generator(24);
    const auto story = generator.story(1, 120);
    const std::vector<Sketch> sketches(200, sketch(generator, story));
    const std::vector<SharedText> found = find_shared_text(sketches);
    CHECK(found.size() < 200 * 17);
    std::vector<bool> has_partner(200, false);
    for (const SharedText& pair : found) {
        has_partner[pair.left] = true;
        has_partner[pair.right] = true;
    }
    CHECK(std::vector<bool>(200, true) == has_partner);
}

TEST_CASE("articles without text share nothing") {
    const std::vector<Sketch> empty(3);
    CHECK(find_shared_text(empty).empty());
    CHECK(find_shared_text({}).empty());
}

}  // namespace atodds
