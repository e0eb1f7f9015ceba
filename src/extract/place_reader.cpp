#include "extract/place_reader.hpp"

#include "extract/word_set.hpp"

#include <algorithm>
#include <string_view>

namespace atodds {
namespace {

using std::string_view_literals::operator""sv;  // compares sizes first, a plain literal does not

/// Tokens from the verb to the preposition: "sank late on Tuesday off". Guessed.
constexpr std::uint32_t kReach = 6;

const WordSet kLocatives("in at off near on outside inside");

/// The place behind the preposition at `at`; null where none stands there.
const EntityMention* place_at(const Statement& statement, std::uint32_t at) {
    const std::uint32_t first =
        at + 1 < statement.tokens.size() && statement.tokens[at + 1].tag == Upos::Det ? at + 2
                                                                                      : at + 1;
    for (const EntityMention& mention : statement.entities) {
        const bool may_be_place = mention.type == "place"sv || mention.type == "country"sv ||
                                  mention.type == "city"sv || mention.type.empty();
        if (mention.tokens.begin == first && may_be_place) {
            return &mention;
        }
    }
    return nullptr;
}

}  // namespace

void read_places(OpenFactBuilder& builder, std::vector<Fact>& facts) {
    const Statement& statement = builder.statement();
    for (const Clause& clause : statement.clauses) {
        if (clause.verb == kNoToken || clause.subject == kNoToken || !clause.is_finite ||
            clause.is_negated || !builder.families().happens_once(statement.tokens[clause.verb])) {
            continue;
        }
        const auto end = std::min<std::uint32_t>(
            clause.verb + kReach, static_cast<std::uint32_t>(statement.tokens.size()));
        for (std::uint32_t t = clause.verb + 1; t < end; ++t) {
            const Token& token = statement.tokens[t];
            const EntityMention* place =
                kLocatives.holds(token.lower_id) ? place_at(statement, t) : nullptr;
            if (place == nullptr) {
                continue;
            }
            if (builder.entity_at(clause.subject) != nullptr) {
                Fact& fact = builder.new_fact("open/place", place->tokens, facts);
                fact.value.type = ValueType::Entity;
                fact.value.text = place->id;
                builder.add("role", token.lower, token.span);
                builder.add_actor(clause.subject);
                builder.fill_slots(fact, &clause, place->tokens, kNoToken);
            }
            break;
        }
    }
}

}  // namespace atodds
