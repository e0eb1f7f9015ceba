#pragma once
// Invented news stories made from a seed, and copies of them with words changed: for tests that
// need many. Words are made of syllables and drawn as unevenly as in a language; stories of one
// topic share names and stock sentences, as reports on one event do.

#include "model/article.hpp"

#include <cstdint>
#include <string>
#include <vector>

namespace atodds::test {

class StoryGenerator {
  public:
    explicit StoryGenerator(std::uint64_t seed);

    /// Sentences of a story on `topic`, `words` long or a little more. Two stories of one topic are
    /// told in other words but for names and stock sentences.
    std::vector<std::string> story(std::uint32_t topic, std::uint32_t words);

    /// The sentences with `percent` of the words replaced, left out or doubled with another word,
    /// one by one at random.
    std::vector<std::string> changed(const std::vector<std::string>& sentences,
                                     std::uint32_t percent);

    /// One body block, with a title of its own.
    Article article(const std::string& id, const std::vector<std::string>& sentences);

    /// 0 to most, both included.
    std::uint32_t number(std::uint32_t most);

  private:
    const std::string& word();
    std::string sentence(std::uint32_t topic);

    std::uint64_t state_;
    std::vector<std::string> words_;
    std::vector<std::string> stock_;
};

}  // namespace atodds::test
