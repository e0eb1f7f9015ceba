#pragma once
// What made articles are put together from: words.txt, sentences.txt and stories.txt, read once.

#include "base/result.hpp"

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace atodds::bench {

/// What kind of value a fact of a story has, and so how it is drawn and worded.
enum class ValueKind : std::uint8_t {
    Count,     ///< how many
    Money,     ///< tenths of a million of the story's currency
    Percent,   ///< tenths of a percent
    Day,       ///< days after the day of the story, negative is before
    Year,      ///< a calendar year
    Years,     ///< a length of time
    Rank,      ///< 2 is the second
    Tenths,    ///< a magnitude or depth in tenths
    Yes,       ///< 1 where it is so, 0 where it is denied
    Place,     ///< number of a shared town
    Minister,  ///< number of an office
};

struct FactKind {
    std::string name;
    ValueKind kind = ValueKind::Count;
    std::int64_t low = 0;
    std::int64_t high = 0;             ///< included
    bool is_plantable = false;         ///< a planted conflict may be about it
    bool does_grow = false;            ///< articles of later days state more
    std::vector<std::string> ways;     ///< patterns that state it
    std::vector<std::string> denials;  ///< for ValueKind::Yes
};

struct StoryKind {
    std::string name;
    std::vector<std::string> headlines;
    std::vector<FactKind> facts;
};

using Lists = std::unordered_map<std::string, std::vector<std::string>>;

struct Material {
    Lists words;      ///< by class, the commonest first
    Lists sentences;  ///< alternatives by name
    std::vector<StoryKind> stories;

    /// Words of a class; none where there is no such class.
    const std::vector<std::string>& words_of(const std::string& name) const;

    /// Fails with: Unreadable, or BadFormat at the first line that is not understood.
    static Result<Material> read(const std::string& folder);
};

}  // namespace atodds::bench
