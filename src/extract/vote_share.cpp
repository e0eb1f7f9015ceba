#include "extract/vote_share.hpp"

#include "extract/word_set.hpp"

#include <algorithm>
#include <string_view>

namespace atodds {
namespace {

using std::string_view_literals::operator""sv;  // compares sizes first, a plain literal does not
using Role = WordFamilies::FigureRole;

/// Tokens from "of" to the votes: "of all valid votes". Guessed.
constexpr std::uint32_t kVoteReach = 4;
/// Tokens from a name to its share: "Lind, a former mayor, had just". Guessed.
constexpr std::uint32_t kNameReach = 8;

bool is_part_of_value(const Statement& statement, std::uint32_t token) {
    return std::ranges::any_of(statement.values, [&](const ValueMention& value) {
        return value.span.overlaps(statement.tokens[token].span);
    });
}

/// "Of the votes", unless it goes on "counted": that is how far the count has got.
bool is_of_votes(const Statement& statement, const WordFamilies& families, std::uint32_t t) {
    const auto size = static_cast<std::uint32_t>(statement.tokens.size());
    if (t >= size || statement.tokens[t].lower != "of"sv) {
        return false;
    }
    const std::uint32_t end = std::min(size, t + 1 + kVoteReach);
    for (++t; t < end; ++t) {
        const Token& token = statement.tokens[t];
        if (families.figure_role_of(token) == Role::Vote) {
            return t + 1 >= size ||
                   families.figure_role_of(statement.tokens[t + 1]) != Role::Partial;
        }
        if (token.tag != Upos::Det && token.tag != Upos::Adj) {
            break;
        }
    }
    return false;
}

bool gets(const Statement& statement, std::uint32_t verb) {
    static const WordSet kGetting(
        "have get win receive obtain secure take garner gain score poll capture lead draw");
    return kGetting.holds(statement.tokens[verb].lemma_id);
}

const EntityMention* entity_at(const Statement& statement, std::uint32_t token) {
    const auto found = std::ranges::find_if(statement.entities, [&](const EntityMention& mention) {
        return token >= mention.tokens.begin && token < mention.tokens.end;
    });
    return found == statement.entities.end() ? nullptr : &*found;
}

/// "49 % for Rell", "49 % for the incumbent Rell".
std::uint32_t owner_behind(const Statement& statement, std::uint32_t t) {
    const auto size = static_cast<std::uint32_t>(statement.tokens.size());
    if (t >= size || statement.tokens[t].lower != "for"sv) {
        return kNoToken;
    }
    for (++t; t < size && entity_at(statement, t) == nullptr; ++t) {
        const Upos tag = statement.tokens[t].tag;
        if (tag != Upos::Det && tag != Upos::Adj && tag != Upos::Noun) {
            return kNoToken;
        }
    }
    return t < size ? t : kNoToken;
}

/// The subject where it is named: "Lind", "the candidate Lind".
std::uint32_t named_subject(const Statement& statement, const Clause& clause) {
    if (clause.subject == kNoToken) {
        return kNoToken;
    }
    if (statement.tokens[clause.subject].tag == Upos::Propn ||
        entity_at(statement, clause.subject) != nullptr) {
        return clause.subject;
    }
    const EntityMention* beside = entity_at(statement, clause.subject + 1);
    const bool is_named = beside != nullptr && beside->tokens.begin == clause.subject + 1 &&
                          beside->kind == MentionKind::Name;
    return is_named ? clause.subject + 1 : kNoToken;
}

/// The name right before the value: "and Rell 49 %".
std::uint32_t owner_before(const Statement& statement, TokenRange range) {
    const std::uint32_t first = range.begin > kNameReach ? range.begin - kNameReach : 0;
    for (std::uint32_t t = range.begin; t-- > first;) {
        const EntityMention* name = entity_at(statement, t);
        const bool is_listed = name != nullptr && t + 1 == range.begin;
        if (is_listed) {
            return t;  // "and Rell 49 %"
        }
        if (is_part_of_value(statement, t)) {
            return kNoToken;  // what stands before it belongs to another value
        }
    }
    return kNoToken;
}

}  // namespace

VoteShare vote_share_at(const Statement& statement, const WordFamilies& families,
                        TokenRange range) {
    VoteShare share;
    const std::uint16_t index = statement.tokens[range.begin].clause;
    const Clause* clause = index < statement.clauses.size() ? &statement.clauses[index] : nullptr;
    const bool has_verb = clause != nullptr && clause->verb != kNoToken;
    const bool is_got = has_verb && gets(statement, clause->verb);
    const bool is_named = is_of_votes(statement, families, range.end);
    const bool goes_on =
        range.end < statement.tokens.size() && statement.tokens[range.end].lower == "of"sv;
    if (!is_named && (!is_got || goes_on)) {
        return share;
    }
    share.owner = owner_behind(statement, range.end);
    if (share.owner == kNoToken) {
        share.owner = owner_before(statement, range);
    }
    const bool is_first = std::ranges::none_of(statement.values, [&](const ValueMention& value) {
        return value.value.type == ValueType::Percent && clause != nullptr &&
               value.span.end <= statement.tokens[range.begin].span.begin &&
               clause->subject != kNoToken &&
               value.span.begin > statement.tokens[clause->subject].span.begin;
    });
    if (share.owner == kNoToken && is_first && clause != nullptr) {
        share.owner = named_subject(statement, *clause);
    }
    share.is_partial = std::ranges::any_of(statement.tokens, [&](const Token& token) {
        return families.figure_role_of(token) == Role::Partial;
    });
    return share;
}

}  // namespace atodds
