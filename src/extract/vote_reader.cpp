#include "extract/vote_reader.hpp"

#include "extract/parties.hpp"
#include "extract/word_set.hpp"

#include <algorithm>
#include <optional>
#include <string>
#include <string_view>

namespace atodds {
namespace {

/// Who votes by head count.
const WordSet kBodies(
    "court board council panel committee commission jury senate house assembly parliament justices "
    "judges commissioners councillors directors supervisors trustees regents bench chamber");

/// The word beside the score that makes it a vote: right before it, or up to two behind.
bool is_vote(const Statement& statement, const RoleWords& words, std::uint32_t score) {
    const auto size = static_cast<std::uint32_t>(statement.tokens.size());
    const std::uint32_t begin = score > 0 ? score - 1 : 0;
    const std::uint32_t end = std::min(size, score + 3);
    for (std::uint32_t t = begin; t < end; ++t) {
        if (words.is(RoleMark::Vote, statement.tokens[t])) {
            return true;
        }
    }
    return false;
}

/// The body nearest to the score; kNoToken where none is told.
std::uint32_t body_of(const Statement& statement, std::uint32_t score) {
    std::uint32_t best = kNoToken;
    const auto distance = [score](std::uint32_t t) { return t < score ? score - t : t - score; };
    for (std::uint32_t t = 0; t < statement.tokens.size(); ++t) {
        if (kBodies.holds(statement.tokens[t].lower_id) &&
            (best == kNoToken || distance(t) < distance(best))) {
            best = t;
        }
    }
    return best;
}

}  // namespace

bool read_vote(OpenFactBuilder& builder, const RoleWords& words, std::uint32_t token,
               std::vector<Fact>& facts) {
    const Statement& statement = builder.statement();
    const std::optional<Score> score = score_of(statement.tokens[token]);
    if (!score || !is_vote(statement, words, token)) {
        return false;
    }
    const std::uint32_t body = body_of(statement, token);
    if (body == kNoToken) {
        return false;
    }
    Fact& fact = builder.new_fact("open/contest", {token, token + 1}, facts);
    const std::string figures = std::to_string(std::max(score->first, score->second)) + "-" +
                                std::to_string(std::min(score->first, score->second));
    fact.value.type = ValueType::Category;
    fact.value.unit = "vote";
    fact.value.text = figures;
    builder.add("score", figures, statement.tokens[token].span);
    builder.add("body", statement.tokens[body].lower, statement.tokens[body].span);
    for (std::uint32_t t = 0; t < statement.tokens.size(); ++t) {
        const Token& word = statement.tokens[t];
        const bool is_day =
            std::any_of(statement.values.begin(), statement.values.end(),
                        [&](const ValueMention& value) { return value.span.overlaps(word.span); });
        if (is_content(word) && t != body && !is_day && !words.is(RoleMark::Vote, word)) {
            builder.add("matter", t);
        }
    }
    builder.fill_slots(fact, nullptr, {token, token + 1}, kNoToken);
    return true;
}

}  // namespace atodds
