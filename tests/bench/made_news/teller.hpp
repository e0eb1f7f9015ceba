#pragma once
// Makes sentences out of patterns for one article of a story: fills in names, words, values and
// other patterns. "{town}" is a slot, "{Town}" the same with a capital, "[a|b|]" one of these,
// "<a|b>" one of these that is the same in all articles of the story.

#include "base/date.hpp"
#include "bench/made_news/dice.hpp"
#include "bench/made_news/material.hpp"
#include "bench/made_news/story.hpp"

#include <string>
#include <string_view>

namespace atodds::bench {

class Teller {
  public:
    /// All three must outlive the teller. `today` is the day of the article.
    Teller(const Material& material, const Story& story, Day today, Dice& dice)
        : material_(material), story_(story), today_(today), dice_(dice) {}

    /// One sentence out of a pattern, with a capital.
    std::string sentence(std::string_view pattern);

    /// The same for a fact of the story; `value` is what {v} says.
    std::string fact_sentence(std::string_view pattern, std::size_t fact, std::string_view value);

    /// One sentence out of the alternatives of that name in sentences.txt.
    std::string any(const std::string& list);

  private:
    void expand(std::string_view pattern, std::string& out);
    void slot(std::string_view name, std::string& out);
    void alternative(std::string_view inside, Dice& dice, std::string& out);
    bool fact_slot(std::string_view name, std::string& out);
    bool word_slot(std::string_view name, std::string& out);
    bool story_slot(std::string_view name, std::string& out);
    bool person_slot(std::string_view name, std::string& out);
    bool value_slot(std::string_view name, std::string& out);
    bool shared_slot(std::string_view name, std::string& out);

    const Material& material_;
    const Story& story_;
    Day today_;
    Dice& dice_;
    std::size_t fact_ = 0;
    std::string value_;
};

/// "plan", "plans"; "city", "cities"; "watch", "watches".
std::string plural(std::string_view noun);

/// "plan" as of `close`, `deny`, `visit`: "closed", "denied", "visited".
std::string past(std::string_view verb);

/// "closing", "denying", "visiting".
std::string present_participle(std::string_view verb);

}  // namespace atodds::bench
