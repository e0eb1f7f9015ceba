#pragma once
// Which outlets an article credits, where and how: tail lines, bylines, datelines, "X reported",
// "according to X", "told X". Reads words, not tags: credit has few forms, and this runs over every
// article of a run.

#include "extract/entity_finder.hpp"
#include "model/article.hpp"
#include "model/origin.hpp"
#include "model/statement.hpp"

#include <map>
#include <memory>
#include <set>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace atodds {

struct Credit {
    std::string outlet;  ///< entity id; "~name" for publishers the lexicon does not know
    OriginReason reason = OriginReason::Report;
    OriginReach reach = OriginReach::Passage;
    ByteSpan span;       ///< the outlet's name; empty where the metadata name it
    ByteSpan statement;  ///< the sentence or line around it
    DayInterval days{};  ///< when the report appeared; unbounded where nothing tells
    ByteSpan days_at{};  ///< where that is said

    friend bool operator==(const Credit&, const Credit&) = default;
};

struct ArticleCredits {
    std::string publisher;        ///< outlet id of Article::source; empty if not stated
    std::vector<Credit> credits;  ///< in text order, the publisher's own left out
    /// Ids of outlets whose name is a person's in this article ("Mr. Bloomberg").
    std::set<std::string> people;
    bool has_own_reporting = false;  ///< "told this newspaper", "told X" where X publishes it
};

/// Knows the outlets of one run. Thread safe once built.
class CreditReader {
  public:
    /// Publishers of `articles` are outlets besides those of the lexicon behind `entities`, which
    /// must outlive the reader.
    CreditReader(const EntityFinder& entities, std::span<const Article> articles);
    ~CreditReader();
    CreditReader(CreditReader&&) noexcept;
    CreditReader& operator=(CreditReader&&) noexcept;

    ArticleCredits read(const Article& article) const;

    /// True for outlets of the lexicon, publishers of the run, and names like "~harbour wire".
    bool is_outlet(const std::string& id) const;

    /// What readers call an outlet; the id itself where nobody knows it.
    std::string name_of(const std::string& id) const;

    /// Publishers that the lexicon does not know, by id, as they write themselves.
    const std::map<std::string, std::string>& publisher_names() const;

  private:
    struct Parts;
    std::unique_ptr<Parts> parts_;
};

/// Entity id of the outlet called `publisher`, else "~" and its words in lower case without "the";
/// empty for an empty name.
std::string outlet_id(const EntityFinder& entities, std::string_view publisher);

}  // namespace atodds
