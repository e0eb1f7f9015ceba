#include "extract/open_fact_builder.hpp"

#include "extract/rule_facts.hpp"

#include <algorithm>
#include <iterator>
#include <string_view>
#include <tuple>
#include <utility>

namespace atodds {

namespace {

bool comes_before(const SlotValue& a, const SlotValue& b) {
    return std::tie(a.slot, a.value) < std::tie(b.slot, b.value);
}

/// Who "was beaten" has lost: in the passive the subject of a contest stands on the other side.
std::string told_of_subject(std::string axis, const Clause& clause) {
    constexpr std::string_view kContest = "defeat";  // the axis of victory and defeat
    if (clause.voice == Voice::Passive && std::string_view(axis).substr(1) == kContest) {
        axis.front() = axis.front() == '+' ? '-' : '+';
    }
    return axis;
}

}  // namespace

bool is_content(const Token& token) {
    return token.tag == Upos::Noun || token.tag == Upos::Propn || token.tag == Upos::Verb ||
           token.tag == Upos::Adj || (token.tag == Upos::Adv && token.lower.size() > 3);
}

OpenFactBuilder::OpenFactBuilder(const QualifierReader& qualifiers, const WordFamilies& families,
                                 const Article& article, const Statement& statement,
                                 const StatementContext& context)
    : qualifiers_(qualifiers),
      families_(families),
      article_(article),
      statement_(statement),
      context_(context) {
    for (const EntityMention& mention : statement_.entities) {
        shared_.push_back({{"entity", mention.id, mention.span}, kNoToken});
    }
    for (std::uint32_t t = 0; t < statement_.tokens.size(); ++t) {
        const Token& token = statement_.tokens[t];
        if (is_content(token)) {
            shared_.push_back({{"stem", families_.family_of(statement_, t), token.span}, t});
        }
    }
    std::stable_sort(shared_.begin(), shared_.end(),
                     [](const Shared& a, const Shared& b) { return comes_before(a.slot, b.slot); });
}

Fact OpenFactBuilder::new_fact(std::string rule, TokenRange range) const {
    Fact fact;
    fact.rule = std::move(rule);
    fact.tier = Tier::Open;
    fact.article = article_.id;
    fact.span = span_of(statement_, range);
    fact.statement = statement_.span;
    fact.surface = slice(article_.text, fact.span);
    fact.quote = slice(article_.text, fact.statement);
    fact.block = statement_.block;
    fact.qualifiers = qualify(range);
    fact.id = fact_id(article_.id, fact.span, fact.rule);
    return fact;
}

Qualifiers OpenFactBuilder::qualify(TokenRange range) const {
    return qualifiers_.qualify(statement_, context_, range);
}

void OpenFactBuilder::add(Fact& fact, const char* slot, std::uint32_t token) const {
    const Token& word = statement_.tokens[token];
    fact.slots.push_back({slot, families_.family_of(statement_, token), word.span});
}

void OpenFactBuilder::add_surroundings(Fact& fact, const Clause* clause, TokenRange range,
                                       std::uint32_t noun) const {
    if (clause != nullptr && clause->verb != kNoToken) {
        add(fact, "predicate", clause->verb);
        const Token& verb = statement_.tokens[clause->verb];
        for (const std::string& axis : families_.axes_of(verb)) {
            fact.slots.push_back({"axis", told_of_subject(axis, *clause), verb.span});
        }
        for (const std::string& turn : families_.turns_of(verb)) {
            fact.slots.push_back({"turn", turn, verb.span});
        }
        if (clause->subject != kNoToken) {
            add(fact, "subject", clause->subject);
        }
    }
    for (SlotValue& slot : times_of(statement_, range, fact.span)) {
        fact.slots.push_back(std::move(slot));
    }
    std::stable_sort(fact.slots.begin(), fact.slots.end(), comes_before);
    std::vector<SlotValue> own = std::move(fact.slots);
    fact.slots.clear();
    fact.slots.reserve(own.size() + shared_.size());
    auto next = own.begin();
    for (const Shared& shared : shared_) {
        const std::uint32_t t = shared.token;
        if (t != kNoToken && ((t >= range.begin && t < range.end) || t == noun)) {
            continue;
        }
        for (; next != own.end() && !comes_before(shared.slot, *next); ++next) {
            fact.slots.push_back(std::move(*next));
        }
        fact.slots.push_back(shared.slot);
    }
    std::move(next, own.end(), std::back_inserter(fact.slots));
}

bool OpenFactBuilder::add_actor(Fact& fact, std::uint32_t token) const {
    for (const EntityMention& name : statement_.entities) {
        if (token >= name.tokens.begin && token < name.tokens.end) {
            fact.slots.push_back({"actor", name.id, statement_.tokens[token].span});
            return true;
        }
    }
    return false;
}

const Clause* OpenFactBuilder::clause_of(std::uint32_t token) const {
    const std::uint16_t index = statement_.tokens[token].clause;
    return index < statement_.clauses.size() ? &statement_.clauses[index] : nullptr;
}

}  // namespace atodds
