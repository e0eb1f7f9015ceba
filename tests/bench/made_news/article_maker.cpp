#include "bench/made_news/article_maker.hpp"

#include "bench/made_news/dice.hpp"
#include "bench/made_news/names.hpp"
#include "bench/made_news/teller.hpp"
#include "bench/made_news/value_wording.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <utility>

namespace atodds::bench {
namespace {

constexpr std::uint64_t kPublishers = 97;  // a prime, so that the publishers of a story all differ
constexpr std::uint64_t kStatedPercent = 35;
constexpr std::uint64_t kLoosePercent = 25;
constexpr std::uint64_t kPopularPercent =
    4;  // four popular facts: each in one of a hundred articles
constexpr std::uint64_t kSameDayPercent = 55;
constexpr std::uint64_t kDroppedPercent = 12;  // of the sentences of a near copy
constexpr std::int64_t kLeastBytes = 700;
constexpr std::int64_t kSpreadBytes = 2150;  // twice drawn: 700 to 5,000, in the mean 2,850

struct Sentence {
    std::string text;
    std::optional<StatedFact> fact;  ///< without its span
};

std::string publisher(std::uint64_t number) {
    constexpr std::array<std::string_view, 8> kPapers = {
        "Post", "Herald", "Courier", "Ledger", "Record", "Gazette", "Mail", "Observer"};
    // Numbers that no other place has.
    constexpr std::uint64_t kApart = std::uint64_t{1} << 26;
    return fmt::format("{} {}", made_name(NameKind::Place, kApart + number),
                       kPapers[number % kPapers.size()]);
}

/// The value an article of that day holds for true: totals grow by a fifth a day.
std::int64_t value_on(const Story& story, std::size_t fact, Day day) {
    const std::int64_t value = story.values[fact];
    const std::int64_t days = (day - story.day).count();
    return story.kind->facts[fact].does_grow ? value + (value * days + 4) / 5 : value;
}

class Maker {
  public:
    Maker(const Material& material, const Story& story, std::uint32_t index,
          const std::optional<ForcedFact>& forced)
        : story_(story),
          index_(index),
          forced_(forced),
          dice_(Dice::for_thing({story.seed, 2, story.number, index})),
          day_(day_of_article()),
          teller_(material, story, day_, dice_) {}

    MadeArticle article(std::vector<Sentence> sentences) {
        MadeArticle made{.source = publisher(source_number()),
                         .day = day_,
                         .title = {},
                         .text = {},
                         .facts = {}};
        made.title = dice_.chance(60)
                         ? teller_.sentence(
                               story_.kind->headlines[dice_.roll(story_.kind->headlines.size())])
                         : teller_.any("headline");
        constexpr std::size_t kBetween = 2;  // the empty line behind the title
        for (std::size_t i = 0; i < sentences.size(); ++i) {
            const std::size_t begin = made.title.size() + kBetween + made.text.size();
            made.text += sentences[i].text;
            if (std::optional<StatedFact>& fact = sentences[i].fact) {
                fact->sentence = {static_cast<std::uint32_t>(begin),
                                  static_cast<std::uint32_t>(begin + sentences[i].text.size())};
                made.facts.push_back(*std::move(fact));
            }
            made.text += i + 1 == sentences.size() ? "" : dice_.chance(45) ? "\n\n" : " ";
        }
        return made;
    }

    std::vector<Sentence> sentences() {
        std::vector<Sentence> facts = fact_sentences();
        const auto most = static_cast<std::size_t>(kLeastBytes + dice_.between(0, kSpreadBytes) +
                                                   dice_.between(0, kSpreadBytes));
        std::size_t size = 0;
        for (const Sentence& fact : facts) {
            size += fact.text.size();
        }
        std::vector<Sentence> all;
        if (dice_.chance(kPopularPercent)) {
            all.push_back({teller_.any("popular"), {}});
        }
        while (size < most) {
            all.push_back({teller_.any("any"), {}});
            size += all.back().text.size();
        }
        // Facts in front of others: at the square of an even draw.
        for (Sentence& fact : facts) {
            const std::uint64_t places = all.size() + 1;
            const auto at =
                static_cast<std::ptrdiff_t>(dice_.roll(places) * dice_.roll(places) / places);
            all.insert(all.begin() + at, std::move(fact));
        }
        return all;
    }

    /// A copy leaves sentences out and adds two.
    void change_a_little(std::vector<Sentence>& sentences) {
        std::erase_if(sentences, [this](const Sentence&) { return dice_.chance(kDroppedPercent); });
        sentences.push_back({teller_.any("any"), {}});
        sentences.push_back({teller_.any("any"), {}});
    }

  private:
    /// All articles about a plant are of one day, so that none is an update of another.
    Day day_of_article() {
        if (index_ == 0 || forced_ || story_.plant || dice_.chance(kSameDayPercent)) {
            return story_.day;
        }
        return story_.day + std::chrono::days(dice_.between(1, 3));
    }

    std::uint64_t source_number() const {
        Dice dice = Dice::for_thing({story_.seed, 3, story_.number});
        const std::uint64_t first = dice.roll(kPublishers);
        const std::uint64_t step = 1 + dice.roll(kPublishers - 1);
        return (first + step * index_) % kPublishers;
    }

    bool is_stated(std::size_t fact) {
        const bool by_chance = dice_.chance(kStatedPercent);
        if (forced_ && forced_->fact == fact) {
            return true;
        }
        if (story_.plant && story_.plant->fact == fact) {
            // Beside the two that clash, others may side with article 0.
            return index_ <= story_.plant->odd_article || by_chance;
        }
        return by_chance;
    }

    std::vector<Sentence> fact_sentences() {
        std::vector<Sentence> sentences;
        for (std::size_t fact = 0; fact < story_.kind->facts.size(); ++fact) {
            if (is_stated(fact)) {
                sentences.push_back(fact_sentence(fact));
            }
        }
        return sentences;
    }

    Sentence fact_sentence(std::size_t fact) {
        const FactKind& kind = story_.kind->facts[fact];
        const bool is_planted = story_.plant && story_.plant->fact == fact;
        const bool is_forced = forced_ && forced_->fact == fact;
        std::int64_t value = value_on(story_, fact, day_);
        if (is_forced) {
            value = forced_->value;
        } else if (is_planted && index_ == story_.plant->odd_article) {
            value = story_.plant->value;
        }
        const bool is_loose = !is_planted && !is_forced && dice_.chance(kLoosePercent);
        const Wording wording = is_loose ? Wording::Loose : Wording::Exact;
        std::string worded = word_value(kind, value, story_, day_, wording, dice_);
        const bool is_denied = kind.kind == ValueKind::Yes && value == 0;
        const std::vector<std::string>& ways = is_denied ? kind.denials : kind.ways;
        std::string text = teller_.fact_sentence(ways[dice_.roll(ways.size())], fact, worded);
        if (kind.kind == ValueKind::Yes) {
            worded = is_denied ? "no" : "yes";
        }
        const bool is_exact = !is_loose && (!kind.does_grow || day_ == story_.day);
        return {std::move(text), StatedFact{fact, std::move(worded), {}, is_exact}};
    }

    const Story& story_;
    std::uint32_t index_;
    std::optional<ForcedFact> forced_;
    Dice dice_;
    Day day_;
    Teller teller_;
};

}  // namespace

MadeArticle make_article(const Material& material, const Story& story, std::uint32_t index,
                         const std::optional<ForcedFact>& forced) {
    Maker maker(material, story, index, forced);
    const bool is_copy = story.has_copy && index + 1 == story.articles && !forced;
    if (!is_copy) {
        return maker.article(maker.sentences());
    }
    std::vector<Sentence> sentences = Maker(material, story, 0, std::nullopt).sentences();
    maker.change_a_little(sentences);
    return maker.article(std::move(sentences));
}

}  // namespace atodds::bench
