#include "bench/made_news/story.hpp"

#include "bench/made_news/dice.hpp"

#include <algorithm>
#include <array>

namespace atodds::bench {
namespace {

// 2023-01-01 to the end of 2025: popular keys and shared persons recur over years.
constexpr Day kFirstDay = std::chrono::year(2023) / 1 / 1;
constexpr std::uint64_t kDays = 1096;
constexpr std::uint32_t kTopics = 14;
constexpr std::uint32_t kPersons = 4;
constexpr std::uint32_t kCurrencies = 3;
constexpr std::uint64_t kCopiesPercent = 12;
// Of 100 nouns; with kRareFall set so that made text has as many forms as real news, and grows as
// many with each doubling (tests/bench/density.py; docs/benchmarks.md has both).
constexpr std::uint64_t kRareNounsPercent = 25;
constexpr std::uint64_t kRareAdjectivesPercent = 12;
constexpr std::uint64_t kFirstRare = 64;
constexpr std::uint64_t kRareFall = 86;

/// One article 20, two 30, three 25, four 15, five 10 of 100: 2.65 in the mean.
std::uint32_t article_count(Dice& dice) {
    constexpr std::array<std::uint64_t, 4> kUpTo = {20, 50, 75, 90};
    const std::uint64_t roll = dice.roll(100);
    return static_cast<std::uint32_t>(
        1 + std::ranges::count_if(kUpTo, [roll](std::uint64_t most) { return roll >= most; }));
}

/// Small values are commoner: the lower of two draws.
std::int64_t draw_value(const FactKind& fact, Dice& dice) {
    if (fact.kind == ValueKind::Yes) {
        return 1;
    }
    const std::int64_t value =
        std::min(dice.between(fact.low, fact.high), dice.between(fact.low, fact.high));
    // Nobody writes "1,492.4 million".
    constexpr std::int64_t kWritten = 1000;
    return fact.kind == ValueKind::Money && value >= kWritten ? value / 100 * 100 : value;
}

std::optional<Plant> draw_plant(const Story& story, Dice& dice) {
    std::vector<std::size_t> plantable;
    for (std::size_t i = 0; i < story.kind->facts.size(); ++i) {
        if (story.kind->facts[i].is_plantable) {
            plantable.push_back(i);
        }
    }
    if (plantable.empty()) {
        return std::nullopt;
    }
    const std::size_t fact = plantable[dice.roll(plantable.size())];
    return Plant{.fact = fact, .value = odd_value(story.kind->facts[fact], story.values[fact])};
}

/// "lanternwright", "overlanternwright", "overmossanternwright": the longer the higher the number.
std::string rare_word(const Material& material, const std::vector<std::string>& endings,
                      std::uint64_t number) {
    const std::vector<std::string>& stems = material.words_of("stem");
    const std::vector<std::string>& prefixes = material.words_of("prefix");
    const std::uint64_t pairs = stems.size() * endings.size();
    // A stride far from any divisor, so that neighbours in rank share neither stem nor ending.
    const std::uint64_t pair = number * 7919 % pairs;
    std::string word = stems[pair % stems.size()] + endings[pair / stems.size()];
    std::uint64_t rest = number / pairs;
    if (rest > 0) {
        --rest;
        word.insert(0, prefixes[rest % prefixes.size()]);
        for (rest /= prefixes.size(); rest > 0; rest /= stems.size()) {
            --rest;
            word.insert(0, stems[rest % stems.size()]);
        }
    }
    return word;
}

}  // namespace

const std::string& draw_word(const std::vector<std::string>& list, Dice& dice) {
    // Octaves of ranks are equally likely, which is Zipf; the first holds sixteen, because the
    // words of real news that are commoner still are those that patterns hold.
    constexpr std::uint64_t kFirst = 16;
    std::uint64_t octaves = 1;
    while ((kFirst << octaves) <= list.size()) {
        ++octaves;
    }
    for (;;) {
        const std::uint64_t size = kFirst << dice.roll(octaves);
        const std::uint64_t rank = size - kFirst + dice.roll(size);
        if (rank < list.size()) {
            return list[rank];
        }
    }
}

std::string draw_noun(const Material& material, Dice& dice) {
    if (dice.chance(kRareNounsPercent)) {
        return rare_word(material, material.words_of("noun-ending"),
                         dice.rare(kRareFall, kFirstRare));
    }
    return draw_word(material.words_of("noun"), dice);
}

std::string draw_adjective(const Material& material, Dice& dice) {
    if (dice.chance(kRareAdjectivesPercent)) {
        return rare_word(material, material.words_of("adj-ending"),
                         dice.rare(kRareFall, kFirstRare));
    }
    return draw_word(material.words_of("adj"), dice);
}

std::int64_t odd_value(const FactKind& fact, std::int64_t value) {
    switch (fact.kind) {
        case ValueKind::Count:
        case ValueKind::Money:
        case ValueKind::Percent:
            return value + std::max<std::int64_t>(3, value * 4 / 5);
        case ValueKind::Day:
            return value + (value > 0 ? 47 : -47);
        case ValueKind::Year:
            return value - 17;
        case ValueKind::Years:
        case ValueKind::Rank:
        case ValueKind::Minister:
            return value + 3;
        case ValueKind::Tenths:
            return value + 14;
        case ValueKind::Yes:
            return 0;
        case ValueKind::Place:
            return value + 1;
    }
    return value;
}

Story make_story(const Material& material, const StoryOptions& options, std::uint64_t number) {
    Dice dice = Dice::for_thing({options.seed, 1, number});
    Story story;
    story.seed = options.seed;
    story.number = number;
    story.kind = &material.stories[dice.roll(material.stories.size())];
    story.day = kFirstDay + std::chrono::days(dice.roll(kDays));
    story.articles = article_count(dice);
    story.currency = static_cast<std::uint32_t>(dice.roll(kCurrencies));
    for (const FactKind& fact : story.kind->facts) {
        story.values.push_back(draw_value(fact, dice));
    }
    for (std::uint32_t i = 0; i < kTopics; ++i) {
        story.topics.push_back(draw_noun(material, dice));
    }
    for (std::uint32_t i = 0; i < kPersons; ++i) {
        constexpr std::uint64_t kPersonFall = 84;  // n^0.75 persons in n draws: most are new
        story.persons.push_back(dice.rare(kPersonFall));
    }
    const bool can_clash = story.articles > 1;
    if (can_clash && dice.roll(1000) < options.plants_per_thousand) {
        story.plant = draw_plant(story, dice);
    }
    story.has_copy = story.articles > 2 && !story.plant && dice.chance(kCopiesPercent);
    return story;
}

}  // namespace atodds::bench
