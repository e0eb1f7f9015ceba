#include "support/story_generator.hpp"

#include <algorithm>
#include <array>
#include <sstream>
#include <string_view>
#include <utility>

namespace atodds::test {
namespace {

constexpr std::uint32_t kVocabulary = 3000;
constexpr std::uint32_t kStockSentences = 12;

constexpr std::array<std::string_view, 24> kSmallWords = {
    "the", "of", "to",   "and",  "a",    "in",   "that", "is",  "was", "for", "on",  "with",
    "as",  "by", "from", "were", "have", "said", "not",  "but", "at",  "its", "has", "after"};
constexpr std::array<std::string_view, 20> kSyllables = {
    "ba",  "cor", "del", "fin", "gar", "hol", "jen", "kip", "lum", "mar",
    "nor", "pel", "ras", "sul", "tor", "ven", "wis", "yar", "zan", "eth"};

std::vector<std::string> split(const std::string& sentence) {
    std::istringstream stream(sentence);
    std::vector<std::string> words;
    for (std::string word; stream >> word;) {
        words.push_back(word);
    }
    return words;
}

}  // namespace

StoryGenerator::StoryGenerator(std::uint64_t seed) : state_(seed * 2 + 1) {
    for (std::uint32_t i = 0; i < kVocabulary; ++i) {
        std::string made;
        for (std::uint32_t part = 0; part < 2 + i % 3; ++part) {
            made += kSyllables.at(number(kSyllables.size() - 1));
        }
        words_.push_back(std::move(made));
    }
    for (std::uint32_t i = 0; i < kStockSentences; ++i) {
        stock_.push_back(sentence(0));
    }
}

std::uint32_t StoryGenerator::number(std::uint32_t most) {
    // splitmix64: the same numbers on every machine.
    state_ += 0x9E3779B97F4A7C15ULL;
    std::uint64_t mixed = state_;
    mixed = (mixed ^ (mixed >> 30U)) * 0xBF58476D1CE4E5B9ULL;
    mixed = (mixed ^ (mixed >> 27U)) * 0x94D049BB133111EBULL;
    mixed ^= mixed >> 31U;
    return static_cast<std::uint32_t>(mixed % (std::uint64_t{most} + 1));
}

const std::string& StoryGenerator::word() {
    // The least of three draws: few words are common and most are rare.
    const std::uint32_t last = kVocabulary - 1;
    const std::uint32_t first = std::min(number(last), number(last));
    return words_[std::min(first, number(last))];
}

std::string StoryGenerator::sentence(std::uint32_t topic) {
    std::string text;
    const std::uint32_t length = 12 + number(14);
    for (std::uint32_t i = 0; i < length; ++i) {
        const std::uint32_t kind = number(99);
        text += i == 0 ? "" : " ";
        if (kind < 40) {
            text += kSmallWords.at(number(kSmallWords.size() - 1));
        } else if (kind < 52) {
            text += words_[(topic * 7 + number(6)) % kVocabulary];  // who the topic is about
        } else {
            text += word();
        }
    }
    return text + ".";
}

std::vector<std::string> StoryGenerator::story(std::uint32_t topic, std::uint32_t words) {
    std::vector<std::string> sentences;
    for (std::uint32_t count = 0; count < words;) {
        const bool is_stock = number(19) == 0;
        sentences.push_back(is_stock ? stock_[number(kStockSentences - 1)] : sentence(topic));
        count += static_cast<std::uint32_t>(split(sentences.back()).size());
    }
    return sentences;
}

std::vector<std::string> StoryGenerator::changed(const std::vector<std::string>& sentences,
                                                 std::uint32_t percent) {
    std::vector<std::string> result;
    for (const std::string& sentence : sentences) {
        std::string text;
        for (const std::string& old_word : split(sentence)) {
            std::string put = old_word;
            if (number(99) < percent) {
                const std::uint32_t way = number(3);
                put = way == 0 ? "" : way == 1 ? old_word + " " + word() : word();
            }
            text += (text.empty() || put.empty() ? "" : " ") + put;
        }
        result.push_back(text);
    }
    return result;
}

Article StoryGenerator::article(const std::string& id, const std::vector<std::string>& sentences) {
    Article article;
    article.id = id;
    article.path = id;
    article.title = word() + " " + word() + " " + word();
    article.text = article.title + "\n\n";
    const auto begin = static_cast<std::uint32_t>(article.text.size());
    article.blocks.push_back({BlockKind::Title, {0, begin - 2}, ""});
    for (const std::string& sentence : sentences) {
        article.text += sentence + " ";
    }
    article.blocks.push_back(
        {BlockKind::Body, {begin, static_cast<std::uint32_t>(article.text.size())}, ""});
    article.reading = article.text;
    return article;
}

}  // namespace atodds::test
