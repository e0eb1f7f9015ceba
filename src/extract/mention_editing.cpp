#include "extract/mention_editing.hpp"

#include "base/stable_sort.hpp"

#include <algorithm>

namespace atodds {

std::vector<bool> claimed_tokens(const Statement& statement) {
    std::vector<bool> claimed(statement.tokens.size(), false);
    for (const EntityMention& mention : statement.entities) {
        const auto end = std::min<std::size_t>(mention.tokens.end, claimed.size());
        for (std::size_t i = mention.tokens.begin; i < end; ++i) {
            claimed[i] = true;
        }
    }
    // Values and tokens are both in text order: one walk over both.
    std::size_t token = 0;
    for (const ValueMention& value : statement.values) {
        while (token < claimed.size() && statement.tokens[token].span.end <= value.span.begin) {
            ++token;
        }
        for (; token < claimed.size() && statement.tokens[token].span.begin < value.span.end;
             ++token) {
            claimed[token] = true;
        }
    }
    return claimed;
}

void add_mentions(Statement& statement, std::vector<EntityMention> mentions) {
    if (mentions.empty()) {
        return;
    }
    for (EntityMention& mention : mentions) {
        mention.span = {statement.tokens[mention.tokens.begin].span.begin,
                        statement.tokens[mention.tokens.end - 1].span.end};
        statement.entities.push_back(std::move(mention));
    }
    sort_stably(statement.entities.begin(), statement.entities.end(),
                [](const EntityMention& a, const EntityMention& b) {
                    return a.tokens.begin < b.tokens.begin;
                });
}

const EntityMention* mention_at(const Statement& statement, std::uint32_t token) {
    const auto behind =
        std::ranges::upper_bound(statement.entities, token, {},
                                 [](const EntityMention& mention) { return mention.tokens.begin; });
    if (behind == statement.entities.begin()) {
        return nullptr;
    }
    const EntityMention& mention = *std::prev(behind);
    return token < mention.tokens.end ? &mention : nullptr;
}

bool is_subject(const Statement& statement, const EntityMention& mention) {
    const auto holds = [&](std::uint32_t token) {
        return token >= mention.tokens.begin && token < mention.tokens.end;
    };
    bool any_subject = false;
    for (const Clause& clause : statement.clauses) {
        if (clause.subject == kNoToken) {
            continue;
        }
        any_subject = true;
        if (holds(clause.subject)) {
            return true;
        }
        // "Commerce Secretary Jane Roe": the head may be the title in front of the name.
        const bool is_title_head =
            clause.subject + 1 == mention.tokens.begin && clause.subject < statement.tokens.size();
        if (is_title_head && statement.tokens[clause.subject].relation == Relation::Subject) {
            return true;
        }
    }
    if (any_subject) {
        return false;
    }
    for (std::uint32_t i = 0; i < mention.tokens.begin; ++i) {
        const Upos tag = statement.tokens[i].tag;
        if (tag == Upos::Verb || tag == Upos::Aux || tag == Upos::Adp) {
            return false;
        }
    }
    return true;
}

std::string lower_words(const Statement& statement, TokenRange tokens) {
    std::string text;
    for (std::uint32_t i = tokens.begin; i < tokens.end; ++i) {
        const Token& token = statement.tokens[i];
        if (!text.empty() && token.has_space_before) {
            text += ' ';
        }
        text += token.lower;
    }
    return text;
}

bool is_title_case(const Statement& statement) {
    const bool is_heading =
        statement.block == BlockKind::Title || statement.block == BlockKind::Heading;
    std::size_t words = 0;
    std::size_t capitalised = 0;
    for (std::size_t i = 1; i < statement.tokens.size(); ++i) {
        const Token& token = statement.tokens[i];
        const bool is_content =
            token.tag == Upos::Verb || token.tag == Upos::Noun || token.tag == Upos::Adj;
        if (is_content && !token.is_capitalised && !is_heading) {
            return false;
        }
        // Function words stay small in title case, so they say nothing.
        if (token.lower.size() < 4 || token.lower[0] < 'a' || token.lower[0] > 'z') {
            continue;
        }
        ++words;
        capitalised += token.is_capitalised ? 1 : 0;
    }
    // Guessed: a headline in sentence case that is full of names stays below 6 in 10.
    return words >= 3 && capitalised * 10 >= words * 6;
}

}  // namespace atodds
