#include "bench/news_text.hpp"

#include "bench/made_news/dice.hpp"
#include "ingest/article_reader.hpp"

#include <fmt/format.h>

#include <array>
#include <string>
#include <string_view>
#include <utility>

namespace atodds::bench {
namespace {

constexpr std::size_t kArticleBytes = 3000;
constexpr std::size_t kParagraphSentences = 3;

constexpr std::array<std::string_view, 24> kSyllables = {
    "bar", "cor", "dal", "el",   "fen", "gar", "hol", "im", "jor", "kel",  "lan", "mor",
    "nav", "or",  "pel", "quin", "ros", "sel", "tan", "ul", "ven", "wick", "yar", "zem"};
constexpr std::array<std::string_view, 8> kSuffixes = {"Holdings", "Shipping", "Energy", "Group",
                                                       "Bank",     "Foods",    "Steel",  "Rail"};
constexpr std::array<std::string_view, 10> kThings = {
    "passengers", "containers", "vehicles", "apartments", "workers",
    "patients",   "turbines",   "shares",   "complaints", "voters"};
constexpr std::array<std::string_view, 12> kMonths = {
    "January", "February", "March",     "April",   "May",      "June",
    "July",    "August",   "September", "October", "November", "December"};
constexpr std::array<std::string_view, 8> kVerbs = {"said",     "announced", "denied",  "confirmed",
                                                    "reported", "estimated", "claimed", "added"};
constexpr std::array<std::string_view, 7> kHedges = {"about ", "more than ", "nearly ", "at least ",
                                                     "up to ", "",           ""};
constexpr std::array<std::string_view, 10> kPlain = {
    "The decision surprised many who had followed the long debate in the region.",
    "Nobody at the ministry was available to comment when the offices had closed.",
    "Local residents have complained for years that the road is too narrow for lorries.",
    "It remains unclear who will pay for the repairs, and how long they may take.",
    "Critics argue that the plan was never properly explained to those it affects.",
    "The weather, which had been mild until then, turned within a few hours.",
    "Several families were taken to a nearby school while the search went on.",
    "Officials would not say whether the talks had been suspended or merely postponed.",
    "A spokeswoman said that the company was cooperating fully with the inquiry.",
    "Analysts expect the board to look for a partner rather than to sell outright."};

std::string name(Dice& dice) {
    std::string made(dice.pick(kSyllables));
    made += dice.pick(kSyllables);
    if (dice.roll(3) == 0) {
        made += dice.pick(kSyllables);
    }
    made[0] = static_cast<char>(made[0] - 'a' + 'A');
    return made;
}

std::string company(Dice& dice) {
    std::string made = name(dice);
    return fmt::format("{} {}", made, dice.pick(kSuffixes));
}

std::string count(Dice& dice) {
    const std::string_view hedge = dice.pick(kHedges);
    switch (dice.roll(4)) {
        case 0:
            return fmt::format("{}{}", hedge, dice.roll(98) + 2);
        case 1:
            return fmt::format("{}{},{:03}", hedge, dice.roll(900) + 1, dice.roll(1000));
        case 2:
            return fmt::format("{}{}.{} million", hedge, dice.roll(90) + 1, dice.roll(10));
        default:
            return fmt::format("between {} and {}", dice.roll(40) + 2, dice.roll(400) + 50);
    }
}

std::string money(Dice& dice) {
    static constexpr std::array<std::string_view, 5> kSigns = {"$", "US$", "€", "£", "A$"};
    return fmt::format("{}{}{}.{} {}", dice.pick(kHedges), dice.pick(kSigns), dice.roll(80) + 1,
                       dice.roll(10), dice.roll(2) == 0 ? "million" : "billion");
}

std::string date(Dice& dice) {
    std::string text = fmt::format("{} {}", dice.roll(28) + 1, dice.pick(kMonths));
    if (dice.roll(2) == 0) {
        text += fmt::format(" {}", 2015 + dice.roll(11));
    }
    return text;
}

// The arguments of fmt::format are evaluated in no fixed order; pieces are made one by one.
std::string stating_sentence(Dice& dice) {
    const std::string who = company(dice);
    const std::string person = fmt::format("{} {}", name(dice), name(dice));
    const std::string number = count(dice);
    const std::string sum = money(dice);
    const std::string day = date(dice);
    const std::string_view thing = dice.pick(kThings);
    const std::string_view verb = dice.pick(kVerbs);
    const std::uint64_t percent = dice.roll(95) + 2;
    switch (dice.roll(7)) {
        case 0:
            return fmt::format("{} {} on {} that {} {} were affected.", who, verb, day, number,
                               thing);
        case 1:
            return fmt::format("Revenue at {} rose {}.{}% to {} in the quarter.", who, percent,
                               percent % 10, sum);
        case 2:
            return fmt::format("\"We will not sell before {},\" {}, the chairman of {}, {}.", day,
                               person, who, verb);
        case 3:
            return fmt::format("According to {}, {} has ordered {} {} for {}.", person, who, number,
                               thing, sum);
        case 4:
            return fmt::format("{} fell from {} to {} percent of the market between {} and {}.",
                               who, percent + 3, percent, 2010 + percent % 9, 2020 + percent % 5);
        case 5:
            return fmt::format("{} denied that it had paid {} to {} on {}.", person, sum, who, day);
        default:
            return fmt::format("The {} {}, who arrived in {} on {}, may have to wait {} days.",
                               number, thing, name(dice), day, percent);
    }
}

std::string article_text(Dice& dice) {
    std::string text = fmt::format("{} to close plant in {}\n\n", company(dice), name(dice));
    for (std::size_t sentence = 1; text.size() < kArticleBytes; ++sentence) {
        text += dice.roll(2) == 0 ? std::string(dice.pick(kPlain)) : stating_sentence(dice);
        text += sentence % kParagraphSentences == 0 ? "\n\n" : " ";
    }
    text += '\n';
    return text;
}

}  // namespace

std::vector<Article> made_articles(std::uint64_t seed, std::size_t bytes) {
    Dice dice(seed);
    std::vector<Article> articles;
    Diagnostics diagnostics;
    for (std::size_t made = 0; made < bytes;) {
        const std::string text = article_text(dice);
        made += text.size();
        auto parsed = parse_articles(text, fmt::format("made/{}", articles.size()),
                                     ArticleFormat::Text, diagnostics);
        for (Article& article : *parsed) {
            articles.push_back(std::move(article));
        }
    }
    return articles;
}

}  // namespace atodds::bench
