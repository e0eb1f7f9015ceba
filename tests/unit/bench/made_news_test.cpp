// The made collection that `make bench` measures with: it must be the same each time, its planted
// conflicts must stand where the file of plants says, and it must not agree or repeat by accident.
#include "bench/made_news/corpus.hpp"
#include "bench/made_news/dice.hpp"
#include "bench/made_news/names.hpp"
#include "bench/made_news/teller.hpp"
#include "bench/made_news/value_wording.hpp"

#include <doctest/doctest.h>
#include <nlohmann/json.hpp>

#include <map>
#include <set>
#include <string>
#include <string_view>
#include <vector>

using namespace atodds;
using namespace atodds::bench;

namespace {

const Material& material() {
    static const Result<Material> kRead =
        Material::read(ATODDS_SOURCE_DIR "/tests/bench/made_news");
    REQUIRE(kRead);
    return *kRead;
}

struct Lines {
    std::string articles;
    std::vector<nlohmann::json> plants;
    std::vector<nlohmann::json> extra_plants;
    std::map<std::string, nlohmann::json> rows;  ///< articles and extras by id
    CorpusCounts counts;
};

Lines corpus(CorpusOptions options) {
    Lines lines;
    const auto keep_row = [&lines](const std::string& line) {
        nlohmann::json row = nlohmann::json::parse(line);
        const std::string id = row["id"];
        lines.rows[id] = std::move(row);
    };
    lines.counts = make_corpus(
        material(), options,
        {.article =
             [&](const std::string& line) {
                 lines.articles += line;
                 keep_row(line);
             },
         .plant =
             [&](const std::string& line) { lines.plants.push_back(nlohmann::json::parse(line)); },
         .extra = keep_row,
         .extra_plant =
             [&](const std::string& line) {
                 lines.extra_plants.push_back(nlohmann::json::parse(line));
             }});
    return lines;
}

CorpusOptions small_corpus() {
    CorpusOptions options;
    options.articles = 300;
    return options;
}

/// With as many plants as there can be.
Lines planted_corpus() {
    CorpusOptions options = small_corpus();
    options.extras = 40;
    options.stories.plants_per_thousand = 1000;
    return corpus(options);
}

/// The text that a side of a plant points to.
std::string quote(const Lines& lines, const nlohmann::json& place) {
    const nlohmann::json& row = lines.rows.at(place["article"].get<std::string>());
    const std::string text =
        row["title"].get<std::string>() + "\n\n" + row["text"].get<std::string>();
    const std::size_t start = place["start"];
    return text.substr(start, place["end"].get<std::size_t>() - start);
}

void check_sides(const Lines& lines, const nlohmann::json& plant) {
    CAPTURE(plant.dump());
    REQUIRE(plant["sides"].size() == 2);
    std::set<std::string> days;
    for (const nlohmann::json& side : plant["sides"]) {
        REQUIRE(!side.empty());
        const nlohmann::json& place = side[0];
        const std::string sentence = quote(lines, place);
        CHECK(sentence.back() == '.');
        const std::string value = place["value"];
        if (value == "no") {
            CHECK((sentence.find(" not ") != std::string::npos ||
                   sentence.find(" never ") != std::string::npos));
        } else if (value != "yes") {
            // Behind the first letter, which may have been made a capital.
            CHECK(sentence.find(value.substr(1)) != std::string::npos);
        }
        days.insert(lines.rows.at(place["article"].get<std::string>())["date"].get<std::string>());
    }
    CHECK(plant["sides"][0][0]["value"] != plant["sides"][1][0]["value"]);
    CHECK(days.size() == 1);  // else one would be an update of the other
}

}  // namespace

TEST_CASE("a made collection is the same bytes each time, and others with another seed") {
    CorpusOptions options = small_corpus();
    const std::string first = corpus(options).articles;
    CHECK(first == corpus(options).articles);
    options.stories.seed = 2;
    CHECK(first != corpus(options).articles);
}

TEST_CASE("a small made collection is the beginning of a large one") {
    CorpusOptions options = small_corpus();
    const std::string small = corpus(options).articles;
    options.articles = 1500;  // beyond a window
    CHECK(corpus(options).articles.starts_with(small));
}

TEST_CASE("the counts of a made collection are those of its lines") {
    const Lines lines = planted_corpus();
    CHECK(lines.counts.articles == 300);
    CHECK(lines.counts.plants == lines.plants.size());
    std::uint64_t bytes = 0;
    for (const auto& [id, row] : lines.rows) {
        if (id.starts_with("made-")) {
            bytes += row["title"].get<std::string>().size() + row["text"].get<std::string>().size();
        }
    }
    CHECK(lines.counts.bytes == bytes);
}

TEST_CASE("a planted conflict stands in the sentences that its line names, with both values") {
    const Lines lines = planted_corpus();
    REQUIRE(lines.plants.size() > 10);
    for (const nlohmann::json& plant : lines.plants) {
        check_sides(lines, plant);
    }
}

TEST_CASE("a planted conflict of an extra article is with an article of the collection") {
    CorpusOptions options = small_corpus();
    options.extras = 60;
    const Lines lines = corpus(options);
    REQUIRE(lines.extra_plants.size() > 10);
    for (const nlohmann::json& plant : lines.extra_plants) {
        check_sides(lines, plant);
        CHECK(plant["sides"][0][0]["article"].get<std::string>().starts_with("made-"));
        CHECK(plant["sides"][1][0]["article"].get<std::string>().starts_with("extra-"));
    }
}

TEST_CASE("about one made article in two hundred has a planted conflict") {
    CorpusOptions options;
    options.articles = 4000;
    const std::size_t plants = corpus(options).plants.size();
    CHECK(plants >= 10);
    CHECK(plants <= 40);
}

TEST_CASE("made articles have no slot left open") {
    for (const auto& [id, row] : planted_corpus().rows) {
        const std::string text = row["title"].get<std::string>() + row["text"].get<std::string>();
        CAPTURE(text);
        CHECK(text.find_first_of("{}[]<>|") == std::string::npos);
        CHECK(text.find("  ") == std::string::npos);
    }
}

TEST_CASE("the articles of a story are of publishers of their own, its copy is of one, too") {
    int copies = 0;
    for (std::uint64_t number = 0; number < 200; ++number) {
        const Story story = make_story(material(), {}, number);
        std::set<std::string> sources;
        for (std::uint32_t index = 0; index < story.articles; ++index) {
            sources.insert(make_article(material(), story, index).source);
        }
        CHECK(sources.size() == story.articles);
        copies += story.has_copy ? 1 : 0;
    }
    CHECK(copies > 0);
}

TEST_CASE("no two numbers give one name, and no name is of two kinds") {
    std::set<std::string> names;
    std::size_t made = 0;
    for (const NameKind kind : {NameKind::Town, NameKind::Thing, NameKind::Firm, NameKind::Cast,
                                NameKind::Surname, NameKind::Place}) {
        // Around the end of the short names, too.
        for (const std::uint64_t from : {0U, 900'000U, 30'000'000U}) {
            for (std::uint64_t number = from; number < from + 10'000; ++number) {
                names.insert(made_name(kind, number));
                ++made;
            }
        }
    }
    CHECK(names.size() == made);
}

TEST_CASE("the odd value of a planted fact is another value") {
    for (const StoryKind& story : material().stories) {
        for (const FactKind& fact : story.facts) {
            CAPTURE(story.name + "/" + fact.name);
            CHECK(!fact.ways.empty());
            CHECK((fact.kind == ValueKind::Yes) == !fact.denials.empty());
            const std::int64_t least = fact.kind == ValueKind::Yes ? 1 : fact.low;
            CHECK(odd_value(fact, least) != least);
            const std::int64_t most = fact.kind == ValueKind::Yes ? 1 : fact.high;
            CHECK(odd_value(fact, most) != most);
        }
    }
}

TEST_CASE("a loosely worded count still holds the count") {
    Dice dice(5);
    std::set<std::string> seen;
    for (int i = 0; i < 60; ++i) {
        seen.insert(word_count(1174, Wording::Loose, dice));
    }
    CHECK(seen == std::set<std::string>{"about 1,200", "more than 1,100"});
    CHECK(word_count(1200, Wording::Loose, dice) == "1,200");
}

TEST_CASE("words of made sentences are inflected as English ones") {
    CHECK(plural("plan") == "plans");
    CHECK(plural("city") == "cities");
    CHECK(plural("watch") == "watches");
    CHECK(plural("holiday") == "holidays");
    CHECK(past("close") == "closed");
    CHECK(past("deny") == "denied");
    CHECK(past("destroy") == "destroyed");
    CHECK(present_participle("close") == "closing");
    CHECK(present_participle("deny") == "denying");
}

TEST_CASE("material that is not there or not understood is told with its place") {
    const Result<Material> nowhere = Material::read("/nowhere");
    REQUIRE(!nowhere);
    CHECK(nowhere.error().code == ErrorCode::Unreadable);
    CHECK(nowhere.error().place.file == "/nowhere/words.txt");
}
