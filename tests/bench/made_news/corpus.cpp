#include "bench/made_news/corpus.hpp"

#include "bench/made_news/dice.hpp"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <map>
#include <utility>
#include <vector>

namespace atodds::bench {
namespace {

// About a thousand articles: several files of readers' batches, a day of a large archive.
constexpr std::uint64_t kWindowStories = 400;

std::string row(const std::string& id, const MadeArticle& article) {
    const nlohmann::ordered_json object = {
        {"id", id},
        {"source", article.source},
        {"date", to_iso(article.day)},
        {"title", article.title},
        {"url", fmt::format("https://news.example.org/{}", id)},
        {"text", article.text},
    };
    return object.dump() + '\n';
}

/// A planted fact as one article states it.
struct Place {
    std::string article;
    StatedFact stated;
};

nlohmann::ordered_json side_object(const std::vector<Place>& places) {
    nlohmann::ordered_json objects = nlohmann::ordered_json::array();
    for (const Place& place : places) {
        objects.push_back({{"article", place.article},
                           {"value", place.stated.value},
                           {"start", place.stated.sentence.begin},
                           {"end", place.stated.sentence.end}});
    }
    return objects;
}

/// What the articles of a story state of its planted fact: what is so, and what is at odds.
struct PlantSides {
    std::vector<Place> so;
    std::vector<Place> odd;
};

std::string plant_row(const std::string& id, const Story& story, std::size_t fact,
                      const PlantSides& sides) {
    const nlohmann::ordered_json object = {
        {"id", id},
        {"fact", story.kind->name + "/" + story.kind->facts[fact].name},
        {"story", story.number},
        {"sides", {side_object(sides.so), side_object(sides.odd)}},
    };
    return object.dump() + '\n';
}

const StatedFact* find_stated(const MadeArticle& article, std::size_t fact) {
    const auto found = std::ranges::find(article.facts, fact, &StatedFact::fact);
    return found == article.facts.end() ? nullptr : &*found;
}

class CorpusMaker {
  public:
    CorpusMaker(const Material& material, const CorpusOptions& options, const CorpusSinks& sinks)
        : material_(material), options_(options), sinks_(sinks) {}

    CorpusCounts run() {
        for (std::uint64_t window = 0; counts_.articles < options_.articles; ++window) {
            make_window(window);
        }
        for (std::uint64_t i = 0; i < options_.extras; ++i) {
            make_extra(i);
        }
        return counts_;
    }

  private:
    struct Member {
        std::size_t story = 0;  ///< index into the window
        std::uint32_t index = 0;
    };

    void make_window(std::uint64_t window) {
        std::vector<Story> stories;
        std::vector<Member> members;
        for (std::uint64_t i = 0; i < kWindowStories; ++i) {
            stories.push_back(make_story(material_, options_.stories, window * kWindowStories + i));
            for (std::uint32_t index = 0; index < stories.back().articles; ++index) {
                members.push_back({i, index});
            }
        }
        Dice dice = Dice::for_thing({options_.stories.seed, 4, window});
        for (std::size_t left = members.size(); left > 1; --left) {
            std::swap(members[left - 1], members[dice.roll(left)]);
        }
        std::map<std::size_t, PlantSides> plants;
        for (const Member& member : members) {
            if (counts_.articles == options_.articles) {
                break;
            }
            const Story& story = stories[member.story];
            const std::string id = fmt::format("made-{:08}", counts_.articles++);
            const MadeArticle article = make_article(material_, story, member.index);
            counts_.bytes += article.title.size() + article.text.size();
            sinks_.article(row(id, article));
            if (story.plant) {
                note_plant(story, member.index, id, article, plants[member.story]);
            }
            if (member.index == 0) {
                first_ids_.emplace_back(story.number, id);
            }
        }
        for (const auto& [index, sides] : plants) {
            const Story& story = stories[index];
            if (!sides.so.empty() && !sides.odd.empty()) {
                ++counts_.plants;
                sinks_.plant(plant_row(fmt::format("plant-{}", story.number), story,
                                       story.plant->fact, sides));
            }
        }
    }

    static void note_plant(const Story& story, std::uint32_t index, const std::string& id,
                           const MadeArticle& article, PlantSides& sides) {
        const StatedFact* stated = find_stated(article, story.plant->fact);
        if (stated == nullptr) {
            return;
        }
        const bool is_odd = index == story.plant->odd_article;
        (is_odd ? sides.odd : sides.so).push_back({id, *stated});
    }

    /// A further article of a story spread over the collection; every second one clashes with
    /// article 0 where that states something a plant can be about.
    void make_extra(std::uint64_t number) {
        const auto& [story_number, first] =
            first_ids_[number * first_ids_.size() / options_.extras];
        const Story story = make_story(material_, options_.stories, story_number);
        const MadeArticle known = make_article(material_, story, 0);
        const std::string id = fmt::format("extra-{:05}", number);
        const StatedFact* target = nullptr;
        for (const StatedFact& stated : known.facts) {
            const FactKind& kind = story.kind->facts[stated.fact];
            if (number % 2 == 1 && stated.is_exact && kind.is_plantable && !kind.does_grow &&
                !story.plant) {
                target = &stated;
            }
        }
        if (target == nullptr) {
            sinks_.extra(row(id, make_article(material_, story, story.articles)));
            return;
        }
        const ForcedFact forced{
            target->fact, odd_value(story.kind->facts[target->fact], story.values[target->fact])};
        const MadeArticle article = make_article(material_, story, story.articles, forced);
        sinks_.extra(row(id, article));
        if (const StatedFact* stated = find_stated(article, target->fact)) {
            const PlantSides sides{{{first, *target}}, {{id, *stated}}};
            sinks_.extra_plant(
                plant_row(fmt::format("extra-plant-{}", number), story, target->fact, sides));
        }
    }

    const Material& material_;
    const CorpusOptions& options_;
    const CorpusSinks& sinks_;
    CorpusCounts counts_;
    std::vector<std::pair<std::uint64_t, std::string>> first_ids_;  ///< story, id of article 0
};

}  // namespace

CorpusCounts make_corpus(const Material& material, const CorpusOptions& options,
                         const CorpusSinks& sinks) {
    return CorpusMaker(material, options, sinks).run();
}

}  // namespace atodds::bench
