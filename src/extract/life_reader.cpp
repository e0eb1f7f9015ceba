#include "extract/life_reader.hpp"

#include <algorithm>
#include <chrono>
#include <cstdint>
#include <string_view>

namespace atodds {
namespace {

using std::string_view_literals::operator""sv;  // compares sizes first, a plain literal does not

/// Between these a span of days behind a name is a life: 12 to 120 years, rounded to days. Guessed.
constexpr std::chrono::days kShortestLife{12 * 365};
constexpr std::chrono::days kLongestLife{120 * 366};
/// Tokens from the parenthesis to the dates: "(born Ada Lind; 3 May 1917 ...". Guessed.
constexpr std::uint32_t kReach = 10;

/// First token of the name that stands before the parenthesis around `range`.
std::uint32_t name_before_parenthesis(const Statement& statement, TokenRange range) {
    const std::uint32_t first = range.begin > kReach ? range.begin - kReach : 0;
    for (std::uint32_t t = range.begin; t-- > first;) {
        const Token& token = statement.tokens[t];
        if (token.lower == ")"sv) {
            return kNoToken;
        }
        if (token.lower == "("sv) {
            const auto name =
                std::ranges::find(statement.entities, t,
                                  [](const EntityMention& entity) { return entity.tokens.end; });
            return name == statement.entities.end() ? kNoToken : name->tokens.begin;
        }
    }
    return kNoToken;
}

/// Both dates of a life with whose it is.
struct Life {
    const ValueMention& mention;
    TokenRange range;
    std::uint32_t name = 0;  ///< first token of the name
};

void add_life_fact(OpenFactBuilder& builder, const Life& life, std::string_view event,
                   const DayInterval& days, std::vector<Fact>& facts) {
    Fact& fact = builder.new_fact("open/date", life.range, facts);
    fact.id += '-';
    fact.id += event;
    fact.value.type = ValueType::Date;
    fact.value.grain = life.mention.value.grain;
    fact.value.dates = {days};
    builder.add("predicate", event, life.mention.span);
    builder.add("turn", event == "birth" ? "+birth" : "-birth", life.mention.span);
    builder.add_actor(life.name);
    builder.add("subject", life.name);
    builder.fill_slots(fact, nullptr, life.range, kNoToken);
}

}  // namespace

bool read_life(OpenFactBuilder& builder, const ValueMention& mention, TokenRange range,
               std::vector<Fact>& facts) {
    if (mention.value.type != ValueType::Date || mention.value.dates.empty() ||
        mention.value.bound != Bound::Between) {
        return false;
    }
    const std::uint32_t name = name_before_parenthesis(builder.statement(), range);
    const DayInterval& life = mention.value.dates.front();
    if (name == kNoToken || !life.from || !life.to || *life.to - *life.from < kShortestLife ||
        *life.to - *life.from > kLongestLife) {
        return false;
    }
    const bool is_by_year = mention.value.grain == Grain::Year;
    const auto grain = is_by_year ? std::chrono::days{365} : std::chrono::days{1};
    add_life_fact(builder, {mention, range, name}, "birth", {life.from, *life.from + grain}, facts);
    add_life_fact(builder, {mention, range, name}, "death", {*life.to - grain, life.to}, facts);
    return true;
}

}  // namespace atodds
