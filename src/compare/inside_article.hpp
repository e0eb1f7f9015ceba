#pragma once
// Clashes inside one article. An article lets two parties speak, returns to a matter with other
// words and tells of parts and wholes, so most differences inside it are none; a headline rounds,
// drops words and asks. What is left after these excuses is worth a finding.

#include "model/fact.hpp"
#include "model/finding.hpp"

#include <cstdint>
#include <map>
#include <span>
#include <string>
#include <vector>

namespace atodds {

/// A statement that asks asserts nothing: "Is the boom over?", "Who killed the deal?".
bool is_question(const Fact& fact);

/// True where a plain headline states half as much again as the body's "at least", and does not
/// round to it: "200 dead" for "at least 87". Guessed: fewer are within what a day may add.
bool goes_far_beyond(const Value& headline, const Value& body);

/// True where a headline that rounds as headlines do can mean the amount of the body: "200 dead"
/// for 187, "1,000 jobs" for 960. Requires: amounts of one kind.
bool headline_rounds_to(const Value& headline, const Value& body);

class InsideArticle {
  public:
    /// Requires: the facts outlive it.
    explicit InsideArticle(std::span<const Fact> facts);

    /// The judgement, or `different` with the excuse where both facts stand in one article and
    /// their clash means nothing. Facts of two articles and verdicts that flag nothing stay.
    Judgement held(Judgement judgement, std::uint32_t left, std::uint32_t right) const;

  private:
    std::string excuse_of(const Judgement& judgement, const Fact& left, const Fact& right) const;
    bool is_supported(const Fact& headline) const;
    bool is_claimed(const Fact& headline) const;
    bool is_overstated(const Judgement& judgement, const Fact& headline, const Fact& body) const;
    static Judgement overstated(Judgement judgement, const Fact& headline);
    std::string headline_claim_excuse(const Fact& headline, const Fact& body) const;
    bool is_unread(const Fact& body, const std::string& rule) const;
    std::string headline_excuse(const Judgement& judgement, const Fact& headline,
                                const Fact& body) const;

    std::span<const Fact> facts_;
    std::map<std::string, std::vector<std::uint32_t>> bodies_;  ///< body facts by article
};

}  // namespace atodds
