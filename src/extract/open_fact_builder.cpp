#include "extract/open_fact_builder.hpp"

#include "base/stable_sort.hpp"
#include "extract/rule_facts.hpp"

#include <algorithm>
#include <bit>
#include <cstring>
#include <tuple>

namespace atodds {

using std::string_view_literals::operator""sv;

namespace {

/// The first eight bytes as a number that sorts as they do; a shorter text sorts before all it
/// begins. Most words differ in them, and numbers compare faster than strings.
std::uint64_t start_of(std::string_view text) {
    std::uint64_t start = 0;
    std::memcpy(&start, text.data(), std::min(sizeof start, text.size()));
    return std::endian::native == std::endian::little ? __builtin_bswap64(start) : start;
}

/// The order of names of slots, most of which differ in their first letters.
bool is_name_before(std::string_view a, std::string_view b) {
    return a.front() != b.front() ? a.front() < b.front() : a < b;
}

/// By slot, then value.
bool slot_comes_before(const SlotView& a, const SlotView& b) {
    if (a.slot.front() != b.slot.front()) {
        return a.slot.front() < b.slot.front();
    }
    return std::tie(a.slot, a.value) < std::tie(b.slot, b.value);
}

/// Turns into a slot in the place where it is put: a short string that is moved is copied once
/// more, and a name that is known here costs two stores.
struct EntitySlot {
    std::string_view value;
    ByteSpan span;

    operator SlotValue() const { return {"entity", std::string(value), span}; }
};

struct StemSlot {
    std::string_view value;
    ByteSpan span;

    operator SlotValue() const { return {"stem", std::string(value), span}; }
};

struct OwnSlot {
    const SlotView& view;

    operator SlotValue() const {
        return {std::string(view.slot), std::string(view.value), view.span};
    }
};

/// Who "was beaten" has lost: in the passive the subject of a contest stands on the other side.
std::string_view told_of_subject(std::string_view axis, const Clause& clause) {
    if (clause.voice != Voice::Passive || axis.substr(1) != "defeat") {
        return axis;
    }
    return axis.front() == '+' ? "-defeat" : "+defeat";
}

/// "Marlin-3", "F-150": a name that ends with its number.
bool is_model(const Token& token) {
    const std::size_t hyphen = token.lower.rfind('-');
    return token.is_capitalised && hyphen != std::string::npos && hyphen > 0 &&
           hyphen + 1 < token.lower.size() &&
           token.lower.find_first_not_of("0123456789", hyphen + 1) == std::string::npos &&
           token.lower.find_first_of("0123456789") > hyphen;
}

}  // namespace

bool is_content(const Token& token) {
    return token.tag == Upos::Noun || token.tag == Upos::Propn || token.tag == Upos::Verb ||
           token.tag == Upos::Adj || (token.tag == Upos::Adv && token.lower.size() > 3);
}

bool OpenFactBuilder::comes_before(const Shared& a, const Shared& b) {
    if (a.start != b.start) {
        return a.start < b.start;
    }
    return std::tie(a.value, a.span) < std::tie(b.value, b.span);
}

void OpenFactBuilder::turn_to(const Statement& statement, const StatementContext& context) {
    statement_ = &statement;
    context_ = &context;
    dates_ = dates_of(statement);
    entities_.clear();
    for (const EntityMention& mention : statement.entities) {
        entities_.push_back({start_of(mention.id), mention.id, mention.span, kNoToken});
    }
    std::sort(entities_.begin(), entities_.end(), comes_before);
    stems_.clear();
    models_.clear();
    for (std::uint32_t t = 0; t < statement.tokens.size(); ++t) {
        const Token& token = statement.tokens[t];
        if (is_model(token)) {
            models_.push_back(t);
        }
        if (is_content(token)) {
            const std::string_view family = families_.family_of(statement, t);
            stems_.push_back({start_of(family), family, token.span, t});
        }
    }
    std::sort(stems_.begin(), stems_.end(), comes_before);
}

Fact& OpenFactBuilder::new_fact(std::string_view rule, TokenRange range, std::vector<Fact>& facts) {
    own_.clear();
    Fact& fact = facts.emplace_back();
    fact.rule = rule;
    fact.tier = Tier::Open;
    fact.article = article_.id;
    fact.span = span_of(*statement_, range);
    fact.statement = statement_->span;
    fact.surface = slice(article_.text, fact.span);
    fact.quote = slice(article_.text, fact.statement);
    fact.block = statement_->block;
    fact.qualifiers = qualify(range);
    fact.id = fact_id(article_.id, fact.span, rule);
    return fact;
}

Qualifiers OpenFactBuilder::qualify(TokenRange range) const {
    return qualifiers_.qualify(*statement_, *context_, range);
}

void OpenFactBuilder::add(std::string_view slot, std::uint32_t token) {
    const Token& word = statement_->tokens[token];
    add(slot, families_.family_of(*statement_, token), word.span);
}

/// "Kept blaming the weather" goes on with it, and says nothing of who stays.
bool OpenFactBuilder::goes_on_doing(std::uint32_t verb) const {
    const std::vector<Token>& tokens = statement_->tokens;
    return tokens[verb].lemma == "keep"sv && verb + 1 < tokens.size() &&
           tokens[verb + 1].form == Form::Gerund;
}

void OpenFactBuilder::add_clause(const Clause& clause) {
    add("predicate", clause.verb);
    const Token& verb = statement_->tokens[clause.verb];
    if (!goes_on_doing(clause.verb)) {
        const std::vector<std::string>* axes =
            clause.object != kNoToken ? families_.axes_of(verb, statement_->tokens[clause.object])
                                      : nullptr;
        for (const std::string& axis : axes != nullptr ? *axes : families_.axes_of(verb)) {
            add("axis", told_of_subject(axis, clause), verb.span);
        }
        for (const std::string& turn : families_.turns_of(verb)) {
            add("turn", turn, verb.span);
        }
    }
    if (clause.subject != kNoToken) {
        add("subject", clause.subject);
    }
}

void OpenFactBuilder::fill_slots(Fact& fact, const Clause* clause, TokenRange range,
                                 std::uint32_t noun) {
    if (clause != nullptr && clause->verb != kNoToken) {
        add_clause(*clause);
    }
    const std::uint16_t own_clause = statement_->tokens[range.begin].clause;
    for (const std::uint32_t token : models_) {
        add("model", statement_->tokens[token].lower, statement_->tokens[token].span);
    }
    dates_told_for(dates_, own_clause, fact.span, told_dates_);
    for (const DateText* date : told_dates_) {
        add("time", date->text, date->span);
    }
    sort_stably(own_.begin(), own_.end(), slot_comes_before);
    fact.slots.reserve(own_.size() + entities_.size() + stems_.size());
    auto own = own_.cbegin();
    const auto add_own_before = [&](std::string_view slot) {
        for (; own != own_.cend() && is_name_before(own->slot, slot); ++own) {
            fact.slots.emplace_back(OwnSlot{*own});
        }
    };
    add_own_before("entity");
    for (const Shared& entity : entities_) {
        fact.slots.emplace_back(EntitySlot{entity.value, entity.span});
    }
    add_own_before("stem");
    for (const Shared& stem : stems_) {
        const bool is_own =
            (stem.token >= range.begin && stem.token < range.end) || stem.token == noun;
        if (!is_own) {
            fact.slots.emplace_back(StemSlot{stem.value, stem.span});
        }
    }
    for (; own != own_.cend(); ++own) {
        fact.slots.emplace_back(OwnSlot{*own});
    }
}

const EntityMention* OpenFactBuilder::entity_at(std::uint32_t token) const {
    for (const EntityMention& name : statement_->entities) {
        if (token >= name.tokens.begin && token < name.tokens.end) {
            return &name;
        }
    }
    return nullptr;
}

bool OpenFactBuilder::add_actor(std::uint32_t token) {
    const EntityMention* name = entity_at(token);
    if (name == nullptr && statement_->tokens[token].tag == Upos::Noun &&
        token + 1 < statement_->tokens.size()) {
        const EntityMention* beside = entity_at(token + 1);
        const bool is_named = beside != nullptr && beside->tokens.begin == token + 1 &&
                              beside->kind == MentionKind::Name;
        name = is_named ? beside : nullptr;  // "the painter Ada Lind"
    }
    if (name != nullptr) {
        add("actor", name->id, statement_->tokens[token].span);
    }
    return name != nullptr;
}

const Clause* OpenFactBuilder::clause_of(std::uint32_t token) const {
    const std::uint16_t index = statement_->tokens[token].clause;
    return index < statement_->clauses.size() ? &statement_->clauses[index] : nullptr;
}

}  // namespace atodds
