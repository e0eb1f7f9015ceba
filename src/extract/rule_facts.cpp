#include "extract/rule_facts.hpp"

#include "base/stable_sort.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <optional>
#include <set>
#include <tuple>
#include <utility>

namespace atodds {
namespace {

constexpr std::size_t kCarrySentences = 3;  // docs/rules.md; further back reads another paragraph

constexpr std::array<std::pair<std::string_view, Stage>, 6> kStages{{
    {"proposed", Stage::Proposed},
    {"asked", Stage::Asked},
    {"planned", Stage::Planned},
    {"agreed", Stage::Agreed},
    {"done", Stage::Done},
    {"cancelled", Stage::Cancelled},
}};

const std::string* set_value(const FindSpec& find, std::string_view name) {
    for (const auto& [slot, value] : find.sets) {
        if (slot == name) {
            return &value;
        }
    }
    return nullptr;
}

std::int64_t level_rank(const RuleSet& rules, const std::string& scale, const std::string& level) {
    for (const Scale& candidate : rules.scales) {
        for (std::size_t i = 0; candidate.id == scale && i < candidate.levels.size(); ++i) {
            if (candidate.levels[i].name == level) {
                return static_cast<std::int64_t>(i);
            }
        }
    }
    return 0;
}

/// A value that stands as a name in a rule: level, category, entity or plain words.
Value named_value(const RuleSet& rules, const Rule& rule, const SlotSpec* spec,
                  const std::string& name) {
    Value value;
    value.text = name;
    if (!rule.scale.empty() && (spec == nullptr || spec->kind == SlotKind::Level)) {
        value.type = ValueType::Level;
        value.unit = rule.scale;
        value.amount = Decimal(level_rank(rules, rule.scale, name));
    } else if (spec != nullptr && spec->kind == SlotKind::Entity) {
        value.type = spec->is_many ? ValueType::EntitySet : ValueType::Entity;
        value.items = {name};
    } else {
        value.type =
            rule.compare.kind == CompareKind::Polarity ? ValueType::Polarity : ValueType::Category;
        value.unit = spec != nullptr && !spec->of.empty() ? spec->of.front() : rule.value;
        value.items = {name};
    }
    return value;
}

bool is_content(const Token& token) {
    return token.tag == Upos::Noun || token.tag == Upos::Propn || token.tag == Upos::Verb ||
           token.tag == Upos::Adj || token.tag == Upos::Adv || token.tag == Upos::Num;
}

/// Of an offset, which has 32 bits.
constexpr std::size_t kMostOffsetDigits = 10;

/// Builds the facts of one statement.
class FactBuilder {
  public:
    FactBuilder(const RuleFactParts& parts, const Article& article,
                std::span<const Statement> statements, std::span<const StatementContext> contexts,
                std::size_t at)
        : parts_(parts),
          article_(article),
          statements_(statements),
          contexts_(contexts),
          at_(at),
          statement_(statements[at]) {}

    std::optional<Fact> build(const RuleMatch& match) const {
        const Rule& rule = parts_.rules->rules[match.rule];
        Fact fact;
        fact.rule = rule.id;
        fact.tier = Tier::Declared;
        fact.article = article_.id;
        fact.block = statement_.block;
        fact.statement = statement_.span;
        TokenRange focus = match.match.tokens;
        if (!fill_value(match, fact, focus) || !fill_slots(match, fact)) {
            return std::nullopt;
        }
        fact.span = fact.value.type == ValueType::Wording || focus.is_empty()
                        ? span_of(statement_, match.match.tokens)
                        : span_of(statement_, focus);
        fact.surface = slice(article_.text, fact.span);
        fact.quote = slice(article_.text, fact.statement);
        fact.qualifiers = qualifiers_of(match, focus);
        set_stage(rule.find[match.find], fact);
        fact.id = fact_id(article_.id, fact.span, fact.rule);
        return fact;
    }

  private:
    /// What the cues of the statement say, without those that are the value already: hedges and
    /// denials that the pattern spells out ("deny"), and whatever stands inside the words of the
    /// value.
    Qualifiers qualifiers_of(const RuleMatch& match, TokenRange focus) const {
        std::vector<std::uint32_t> inside;
        if (const Binding* value = bound(match, parts_.rules->rules[match.rule].value)) {
            for (std::uint32_t t = value->tokens.begin; t < value->tokens.end; ++t) {
                inside.push_back(t);
            }
        }
        std::vector<std::uint32_t> spelled = match.match.words;
        spelled.insert(spelled.end(), inside.begin(), inside.end());
        const auto is_in_value = [&](const StatementContext::Scoped& scoped) {
            const Cue& cue = parts_.rules->cues[scoped.cue];
            const bool is_value =
                (cue.certainty || cue.stance) && holds_all(spelled, scoped.tokens);
            const bool is_part = cue.polarity && holds_all(inside, scoped.tokens);
            return (is_value || is_part) && !cue.is_attribution;
        };
        const StatementContext& all = contexts_[at_];
        if (std::none_of(all.cues.begin(), all.cues.end(), is_in_value)) {
            return parts_.qualifiers->qualify(statement_, all, focus);
        }
        StatementContext others = all;
        std::erase_if(others.cues, is_in_value);
        return parts_.qualifiers->qualify(statement_, others, focus);
    }

    static bool holds_all(const std::vector<std::uint32_t>& tokens, TokenRange range) {
        for (std::uint32_t t = range.begin; t < range.end; ++t) {
            if (std::find(tokens.begin(), tokens.end(), t) == tokens.end()) {
                return false;
            }
        }
        return true;
    }

    const Binding* bound(const RuleMatch& match, std::string_view name) const {
        const Rule& rule = parts_.rules->rules[match.rule];
        for (const Binding& binding : match.match.bindings) {
            if (rule.slots[binding.slot].name == name) {
                return &binding;
            }
        }
        return nullptr;
    }

    const SlotSpec* spec_of(const Rule& rule, std::string_view name) const {
        for (const SlotSpec& spec : rule.slots) {
            if (spec.name == name) {
                return &spec;
            }
        }
        return nullptr;
    }

    Value bound_value(const RuleMatch& match, const Binding& binding) const {
        const Rule& rule = parts_.rules->rules[match.rule];
        const SlotSpec& spec = rule.slots[binding.slot];
        if (binding.value != kNoToken) {
            return statement_.values[binding.value].value;
        }
        if (!binding.entities.empty()) {
            std::set<std::string> ids;
            for (const std::uint32_t index : binding.entities) {
                ids.insert(statement_.entities[index].id);
            }
            Value value = named_value(*parts_.rules, rule, &spec, *ids.begin());
            value.items.assign(ids.begin(), ids.end());
            return value;
        }
        if (spec.kind == SlotKind::Quote) {
            return quoted_value(binding);
        }
        return named_value(*parts_.rules, rule, &spec,
                           parts_.matcher->label_text(match.rule, binding.slot, binding.label));
    }

    Value quoted_value(const Binding& binding) const {
        Value value;
        value.type = ValueType::Wording;
        value.text = slice(article_.text, span_of(statement_, binding.tokens));
        for (std::uint32_t t = binding.tokens.begin; t < binding.tokens.end; ++t) {
            if (is_content(statement_.tokens[t])) {
                value.items.push_back(statement_.tokens[t].lemma);
            }
        }
        return value;
    }

    bool fill_value(const RuleMatch& match, Fact& fact, TokenRange& focus) const {
        const Rule& rule = parts_.rules->rules[match.rule];
        const SlotSpec* spec = spec_of(rule, rule.value);
        if (const Binding* binding = bound(match, rule.value)) {
            fact.value = bound_value(match, *binding);
            focus = binding->tokens;
            return true;
        }
        const std::string* given = set_value(rule.find[match.find], rule.value);
        if (given == nullptr && spec != nullptr && spec->fallback) {
            given = &*spec->fallback;
        }
        if (given == nullptr && rule.compare.kind == CompareKind::Polarity) {
            fact.value.type = ValueType::Polarity;  // the qualifiers say which
            fact.value.text = "yes";
            return true;
        }
        if (given == nullptr) {
            return false;
        }
        fact.value = named_value(*parts_.rules, rule, spec, *given);
        return true;
    }

    bool fill_slots(const RuleMatch& match, Fact& fact) const {
        const Rule& rule = parts_.rules->rules[match.rule];
        for (const SlotSpec& spec : rule.slots) {
            if (spec.name == rule.value) {
                continue;
            }
            std::optional<SlotValue> slot = slot_value(match, spec);
            const bool is_key =
                std::find(rule.key.begin(), rule.key.end(), spec.name) != rule.key.end();
            if (!slot && is_key) {
                return false;
            }
            if (slot) {
                fact.slots.push_back(std::move(*slot));
            }
        }
        for (const auto& [name, value] : rule.find[match.find].sets) {
            if (name != rule.value && name != "stage" && spec_of(rule, name) == nullptr) {
                fact.slots.push_back({name, value, {}});
            }
        }
        std::sort(fact.slots.begin(), fact.slots.end(),
                  [](const SlotValue& a, const SlotValue& b) { return a.slot < b.slot; });
        return true;
    }

    std::optional<SlotValue> slot_value(const RuleMatch& match, const SlotSpec& spec) const {
        const Rule& rule = parts_.rules->rules[match.rule];
        if (const Binding* binding = bound(match, spec.name)) {
            const Value value = bound_value(match, *binding);
            const std::string text =
                value.items.empty()
                    ? std::string(slice(article_.text, span_of(statement_, binding->tokens)))
                    : fmt::format("{}", fmt::join(value.items, "+"));
            return SlotValue{
                spec.name, value.text.empty() ? text : (value.items.size() > 1 ? text : value.text),
                span_of(statement_, binding->tokens)};
        }
        if (const std::string* given = set_value(rule.find[match.find], spec.name)) {
            return SlotValue{spec.name, *given, {}};
        }
        if (spec.is_carried && spec.kind == SlotKind::Entity) {
            if (auto carried = carried_entity(match, spec)) {
                return carried;
            }
        }
        if (spec.fallback) {
            return SlotValue{spec.name, *spec.fallback, {}};
        }
        return std::nullopt;
    }

    bool fits(const SlotSpec& spec, const EntityMention& mention) const {
        return std::any_of(spec.of.begin(), spec.of.end(), [&](const std::string& whole) {
            return mention.type == whole || parts_.entities->is_a(mention.id, whole);
        });
    }

    /// Nearest before the match in its sentence, then back over sentences, then in the headline,
    /// then after the match: a slot that follows is the weakest evidence.
    std::optional<SlotValue> carried_entity(const RuleMatch& match, const SlotSpec& spec) const {
        const EntityMention* best = nullptr;
        for (const EntityMention& mention : statement_.entities) {
            if (mention.tokens.end <= match.match.tokens.begin && fits(spec, mention)) {
                best = &mention;
            }
        }
        for (const EntityMention& mention : statement_.entities) {
            if (best == nullptr && mention.tokens.begin >= match.match.tokens.begin &&
                fits(spec, mention)) {
                best = &mention;
            }
        }
        for (std::size_t back = 1; best == nullptr && back <= kCarrySentences && back <= at_;
             ++back) {
            best = last_fitting(statements_[at_ - back], spec);
        }
        for (const Statement& statement : statements_) {
            if (best == nullptr && statement.block == BlockKind::Title) {
                best = last_fitting(statement, spec);
            }
        }
        if (best == nullptr) {
            return std::nullopt;
        }
        return SlotValue{spec.name, best->id, best->span};
    }

    const EntityMention* last_fitting(const Statement& statement, const SlotSpec& spec) const {
        const EntityMention* best = nullptr;
        for (const EntityMention& mention : statement.entities) {
            best = fits(spec, mention) ? &mention : best;
        }
        return best;
    }

    static void set_stage(const FindSpec& find, Fact& fact) {
        const std::string* stage = set_value(find, "stage");
        for (const auto& [name, value] : kStages) {
            if (stage != nullptr && *stage == name) {
                fact.qualifiers.stage = value;
            }
        }
    }

    const RuleFactParts& parts_;
    const Article& article_;
    std::span<const Statement> statements_;
    std::span<const StatementContext> contexts_;
    std::size_t at_;
    const Statement& statement_;
};

bool is_same_value(const Value& a, const Value& b) {
    return a.type == b.type && a.unit == b.unit && a.text == b.text && a.amount == b.amount &&
           a.items == b.items && a.dates == b.dates;
}

bool has_same_slots(const Fact& a, const Fact& b) {
    return std::all_of(a.slots.begin(), a.slots.end(), [&](const SlotValue& slot) {
        return std::all_of(b.slots.begin(), b.slots.end(), [&](const SlotValue& other) {
            return slot.slot != other.slot || slot.value == other.value;
        });
    });
}

/// True where two patterns of a rule read the same words: one says no more than the other.
bool is_repeat(const Fact& a, const Fact& b) {
    return a.rule == b.rule && a.span.overlaps(b.span) && is_same_value(a.value, b.value) &&
           has_same_slots(a, b);
}

/// Adds the facts of one statement, of repeats the one that fills most slots, then the shortest.
void add_distinct(std::vector<Fact> read, std::vector<Fact>& facts) {
    sort_stably(read.begin(), read.end(), [](const Fact& a, const Fact& b) {
        return std::tuple(b.slots.size(), a.span.size()) <
               std::tuple(a.slots.size(), b.span.size());
    });
    const auto first = static_cast<std::ptrdiff_t>(facts.size());
    for (Fact& fact : read) {
        if (std::none_of(facts.begin() + first, facts.end(),
                         [&](const Fact& kept) { return is_repeat(kept, fact); })) {
            facts.push_back(std::move(fact));
        }
    }
}

}  // namespace

ByteSpan span_of(const Statement& statement, TokenRange range) {
    return {statement.tokens[range.begin].span.begin, statement.tokens[range.end - 1].span.end};
}

std::string fact_id(std::string_view article, ByteSpan span, std::string_view rule) {
    std::array<char, 2 * kMostOffsetDigits + 3> place{};
    char* const limit = place.data() + place.size();
    char* at = place.data();
    *at++ = '#';
    at = std::to_chars(at, limit, span.begin).ptr;
    *at++ = '-';
    at = std::to_chars(at, limit, span.end).ptr;
    *at++ = ':';
    const auto size = static_cast<std::size_t>(at - place.data());
    std::string id;
    id.reserve(article.size() + size + rule.size());
    id.append(article).append(place.data(), size).append(rule);
    return id;
}

std::vector<Fact> read_rule_facts(const RuleFactParts& parts, const Article& article,
                                  std::span<const Statement> statements,
                                  std::span<const StatementContext> contexts) {
    const std::vector<bool> wanted = parts.matcher->wanted_rules(statements);
    std::vector<Fact> facts;
    for (std::size_t at = 0; at < statements.size(); ++at) {
        const FactBuilder builder(parts, article, statements, contexts, at);
        std::vector<Fact> read;
        for (const RuleMatch& match : parts.matcher->find(statements[at], wanted)) {
            if (std::optional<Fact> fact = builder.build(match)) {
                read.push_back(std::move(*fact));
            }
        }
        add_distinct(std::move(read), facts);
    }
    return facts;
}

}  // namespace atodds
