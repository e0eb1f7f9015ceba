#include "extract/rule_matcher.hpp"

#include "base/assert.hpp"
#include "base/parallel.hpp"
#include "base/stable_sort.hpp"
#include "extract/phrase_table.hpp"
#include "ruleset/pattern_parser.hpp"

#include <algorithm>
#include <bit>
#include <iterator>
#include <span>
#include <thread>
#include <tuple>

namespace atodds {
namespace {

/// Threads that compile rules: more take as long to start as they save.
constexpr std::uint32_t kMostThreads = 4;

template <typename List>
const typename List::value_type* find_by_id(const List& list, const std::string& id) {
    const auto found =
        std::find_if(list.begin(), list.end(), [&](const auto& item) { return item.id == id; });
    return found == list.end() ? nullptr : &*found;
}

void add_phrases(CompiledSlot& slot, std::vector<std::string>& labels, const std::string& label,
                 const std::vector<std::string>& phrases) {
    const auto index = static_cast<std::uint32_t>(labels.size());
    labels.push_back(label);
    for (const std::string& phrase : phrases) {
        slot.phrases.add(phrase, index);
    }
}

/// The phrases a slot listens to, with the label each stands for.
void add_slot_phrases(const RuleSet& rules, const SlotSpec& spec, CompiledSlot& slot,
                      std::vector<std::string>& labels) {
    for (const std::string& phrase : spec.words) {
        add_phrases(slot, labels, phrase.substr(0, phrase.find(':')), {phrase});
    }
    for (const std::string& id : spec.of) {
        if (const Scale* scale =
                spec.kind == SlotKind::Level ? find_by_id(rules.scales, id) : nullptr) {
            for (const ScaleLevel& level : scale->levels) {
                add_phrases(slot, labels, level.name, level.words);
            }
        }
        if (const CategoryList* list =
                spec.kind == SlotKind::Categories ? find_by_id(rules.categories, id) : nullptr) {
            for (const CategoryList::Entry& entry : list->entries) {
                add_phrases(slot, labels, entry.name, entry.words);
            }
        }
    }
}

const Binding* binding_of(const PatternMatch& match, std::uint32_t slot) {
    const auto found = std::find_if(match.bindings.begin(), match.bindings.end(),
                                    [&](const Binding& b) { return b.slot == slot; });
    return found == match.bindings.end() ? nullptr : &*found;
}

std::uint32_t index_of(const std::vector<SlotSpec>& specs, const std::string& name) {
    const auto found = std::find_if(specs.begin(), specs.end(),
                                    [&](const SlotSpec& spec) { return spec.name == name; });
    return found == specs.end() ? kNoToken : static_cast<std::uint32_t>(found - specs.begin());
}

/// Where the compared value stands: its slot, or the whole match where `set` gives it.
TokenRange value_range(const Rule& rule, const PatternMatch& match) {
    const Binding* value = binding_of(match, index_of(rule.slots, rule.value));
    return value ? value->tokens : match.tokens;
}

/// True where both read the same words as the value, or words that overlap and mean the same.
bool is_same_reading(const Rule& rule, const RuleMatch& a, const RuleMatch& b) {
    const TokenRange left = value_range(rule, a.match);
    const TokenRange right = value_range(rule, b.match);
    if (left == right) {
        return true;
    }
    const bool overlaps = left.begin < right.end && right.begin < left.end;
    return overlaps && rule.find[a.find].sets == rule.find[b.find].sets;
}

/// Matches of one rule on one value: the one that binds most, then the shortest, then the first.
void keep_tightest(const Rule& rule, std::vector<RuleMatch>& matches, std::size_t first) {
    const auto rank = [&](const RuleMatch& m) {
        return std::tuple(-static_cast<int>(m.match.bindings.size()), m.match.tokens.size(),
                          value_range(rule, m.match), m.find);
    };
    const auto begin = matches.begin() + static_cast<std::ptrdiff_t>(first);
    sort_stably(begin, matches.end(),
                [&](const RuleMatch& a, const RuleMatch& b) { return rank(a) < rank(b); });
    std::vector<RuleMatch> kept;
    for (auto match = begin; match != matches.end(); ++match) {
        const bool is_repeat = std::any_of(kept.begin(), kept.end(), [&](const RuleMatch& other) {
            return is_same_reading(rule, other, *match);
        });
        if (!is_repeat) {
            kept.push_back(std::move(*match));
        }
    }
    matches.erase(begin, matches.end());
    std::move(kept.begin(), kept.end(), std::back_inserter(matches));
}

}  // namespace

/// Patterns are most of the work and know nothing of each other; what all rules share is filled in
/// before and behind them, rule by rule.
RuleMatcher::RuleMatcher(const RuleSet& rules) : rules_(&rules) {
    const auto size = static_cast<std::uint32_t>(rules.rules.size());
    for (const Rule& rule : rules.rules) {
        add_slots(rule);
    }
    for_each_index(size, std::clamp(std::thread::hardware_concurrency(), 1U, kMostThreads),
                   [&](std::size_t i) { compile(rules, rules.rules[i], *compiled_[i]); });
    for (std::uint32_t i = 0; i < size; ++i) {
        index_rule(i);
    }
}

void RuleMatcher::add_slots(const Rule& rule) {
    CompiledRule& compiled = *compiled_.emplace_back(std::make_unique<CompiledRule>());
    about_.emplace_back();
    for (const std::string& name : rule.about) {
        about_.back().push_back(classes_.add(name));
    }
    for (const SlotSpec& spec : rule.is_retired ? std::span<const SlotSpec>() : rule.slots) {
        CompiledSlot& slot = compiled.slots.emplace_back();
        slot.kind = spec.kind;
        slot.is_many = spec.is_many;
        slot.of = spec.of;
        if (spec.kind == SlotKind::Entity) {
            std::transform(spec.of.begin(), spec.of.end(), std::back_inserter(slot.classes),
                           [this](const std::string& name) { return classes_.add(name); });
        }
    }
}

void RuleMatcher::compile(const RuleSet& rules, const Rule& rule, CompiledRule& compiled) {
    if (rule.is_retired) {
        return;
    }
    for (std::size_t i = 0; i < rule.slots.size(); ++i) {
        compiled.labels.emplace_back();
        add_slot_phrases(rules, rule.slots[i], compiled.slots[i], compiled.labels.back());
    }
    for (const std::string& never : rule.never) {
        compiled.never.emplace_back(parse_pattern(never).elements, rule.slots, compiled.slots);
    }
    for (const auto& written : rule.find) {
        CompiledFind find{Pattern(written.elements, rule.slots, compiled.slots), {}};
        std::vector<PatternElement> row;
        for (const std::string& name : written.each) {
            find.each.push_back(index_of(rule.slots, name));
            row.emplace_back();
            row.back().kind = PatternElement::Kind::Slot;
            row.back().slot = name;
        }
        if (!row.empty()) {
            find.pair.emplace(row, rule.slots, compiled.slots);
        }
        compiled.finds.push_back(std::move(find));
    }
}

void RuleMatcher::index_rule(std::uint32_t rule) {
    const CompiledRule& compiled = *compiled_[rule];
    for (std::uint32_t f = 0; f < compiled.finds.size(); ++f) {
        const Pattern& pattern = compiled.finds[f].pattern;
        index_find(compiled, pattern, static_cast<std::uint32_t>(places_.size()));
        places_.push_back({rule, f, needs_.add(needs_of(compiled, pattern))});
    }
}

/// What a statement must hold besides the words that lead to the pattern: short sets first.
std::vector<std::vector<std::uint64_t>> RuleMatcher::needs_of(const CompiledRule& rule,
                                                              const Pattern& pattern) {
    std::vector<std::vector<std::uint64_t>> needs;
    for (const std::uint32_t index : pattern.needed_slots()) {
        const CompiledSlot& slot = rule.slots[index];
        if (slot.kind == SlotKind::Entity) {
            needs.emplace_back();
            std::transform(slot.classes.begin(), slot.classes.end(),
                           std::back_inserter(needs.back()), class_mark);
        } else if (!slot.holds_phrases() && slot.kind != SlotKind::Quote) {
            needs.push_back({kind_mark(slot.kind)});
        }
    }
    const auto& words = pattern.word_sets();
    needs.insert(needs.end(), words.begin() + (words.empty() ? 0 : 1), words.end());
    return needs;
}

void RuleMatcher::index_find(const CompiledRule& rule, const Pattern& pattern,
                             std::uint32_t place) {
    for (const std::uint64_t id : pattern.anchor_ids()) {
        anchor_marks_.mark(id);
        by_anchor_[id].push_back(place);
    }
    if (!pattern.anchor_ids().empty()) {
        return;
    }
    const std::vector<std::uint32_t>& slots = pattern.needed_slots();
    const auto entity = std::find_if(slots.begin(), slots.end(), [&](std::uint32_t slot) {
        return rule.slots[slot].kind == SlotKind::Entity;
    });
    if (entity != slots.end()) {
        by_class_.resize(std::max(by_class_.size(), classes_.size()));
        for (const std::uint32_t number : rule.slots[*entity].classes) {
            by_class_[number].push_back(place);
        }
    } else if (!slots.empty()) {
        by_kind_[static_cast<std::size_t>(rule.slots[slots.front()].kind)].push_back(place);
    } else {
        anywhere_.push_back(place);
    }
}

std::vector<bool> RuleMatcher::wanted_rules(std::span<const Statement> statements) const {
    std::vector<bool> is_mentioned(classes_.size(), false);
    std::vector<std::uint32_t> classes;
    for (const Statement& statement : statements) {
        for (const EntityMention& mention : statement.entities) {
            classes.clear();
            classes_.append_classes_of(std::string_view(mention.id), classes);
            for (const std::uint32_t number : classes) {
                is_mentioned[number] = true;
            }
        }
    }
    std::vector<bool> wanted;
    for (const std::vector<std::uint32_t>& about : about_) {
        wanted.push_back(about.empty() ||
                         std::any_of(about.begin(), about.end(),
                                     [&](std::uint32_t number) { return is_mentioned[number]; }));
    }
    return wanted;
}

/// Marks the patterns that the statement of the context leads to.
void RuleMatcher::mark_places(Scratch& scratch) const {
    constexpr std::size_t kBits = 64;
    const Statement& statement = *scratch.context.statement;
    scratch.places.assign((places_.size() + kBits - 1) / kBits, 0);
    const auto add = [&](const std::vector<std::uint32_t>& places) {
        for (const std::uint32_t place : places) {
            scratch.places[place / kBits] |= std::uint64_t{1} << place % kBits;
        }
    };
    const auto add_anchored = [&](std::uint64_t id) {
        if (const auto* places = anchor_marks_.may_hold(id) ? by_anchor_.find(id) : nullptr) {
            add(*places);
        }
    };
    add(anywhere_);
    for (const Token& token : statement.tokens) {
        add_anchored(token.lower_id);
        if (token.lemma_id != token.lower_id) {
            add_anchored(token.lemma_id);
        }
    }
    for (const std::uint32_t number : scratch.context.classes()) {
        if (number < by_class_.size()) {
            add(by_class_[number]);
        }
    }
    add(by_kind_[static_cast<std::size_t>(SlotKind::Quote)]);
    for (const ValueMention& mention : statement.values) {
        if (const std::optional<SlotKind> kind = slot_kind_of(mention.value)) {
            add(by_kind_[static_cast<std::size_t>(*kind)]);
        }
    }
}

/// Of the marked patterns those that may match, in order.
void RuleMatcher::collect_candidates(const std::vector<bool>& wanted, Scratch& scratch) const {
    const MatchContext& context = scratch.context;
    scratch.candidates.clear();
    for (std::uint32_t word = 0; word < scratch.places.size(); ++word) {
        for (std::uint64_t bits = scratch.places[word]; bits != 0; bits &= bits - 1) {
            const std::uint32_t place =
                word * 64 + static_cast<std::uint32_t>(std::countr_zero(bits));
            const auto [rule, find, needs] = places_[place];
            if (!wanted[rule] || !needs_.may_be_met(needs, context.words)) {
                continue;
            }
            const Pattern& pattern = compiled_[rule]->finds[find].pattern;
            if (const std::uint32_t programs = pattern.runnable_programs(context)) {
                scratch.candidates.push_back({place, programs});
            }
        }
    }
}

std::vector<RuleMatch> RuleMatcher::find(const Statement& statement,
                                         const std::vector<bool>& wanted) const {
    thread_local Scratch scratch;
    scratch.context.reset(statement, &classes_);
    mark_places(scratch);
    collect_candidates(wanted, scratch);
    const std::vector<Candidate>& found = scratch.candidates;
    std::vector<RuleMatch> matches;
    if (!found.empty()) {
        scratch.context.place();
    }
    std::size_t first = 0;
    for (std::size_t i = 0; i < found.size(); ++i) {
        find_in(scratch.context, found[i], matches);
        const std::uint32_t rule = places_[found[i].place].rule;
        if (i + 1 == found.size() || places_[found[i + 1].place].rule != rule) {
            keep_tightest(rules_->rules[rule], matches, first);
            first = matches.size();
        }
    }
    return matches;
}

void RuleMatcher::find_in(const MatchContext& context, Candidate candidate,
                          std::vector<RuleMatch>& matches) const {
    const Place place = places_[candidate.place];
    const CompiledRule& rule = *compiled_[place.rule];
    const CompiledFind& find = rule.finds[place.find];
    const auto size = static_cast<std::uint32_t>(context.statement->tokens.size());
    for (std::uint32_t start = 0; start < size; ++start) {
        std::optional<PatternMatch> match =
            find.pattern.match_at(context, start, candidate.programs);
        if (!match || is_vetoed(context, rule, *match)) {
            continue;
        }
        if (!find.each.empty()) {
            add_paired(context, place, *match, matches);
        }
        matches.push_back({place.rule, place.find, std::move(*match)});
    }
}

void RuleMatcher::add_paired(const MatchContext& context, Place place, const PatternMatch& match,
                             std::vector<RuleMatch>& matches) const {
    const CompiledRule& rule = *compiled_[place.rule];
    const CompiledFind& find = rule.finds[place.find];
    std::uint32_t end = 0;
    for (const std::uint32_t slot : find.each) {
        const Binding* binding = binding_of(match, slot);
        if (binding == nullptr) {
            return;
        }
        end = std::max(end, binding->tokens.end);
    }
    const Pattern& pair = *find.pair;
    const std::uint32_t programs = pair.runnable(context);
    const auto& tokens = context.statement->tokens;
    constexpr std::uint32_t kMostBetween = 4;  // "chips, and", "units and about"
    for (std::uint32_t at = end; at < tokens.size() && at < end + kMostBetween; ++at) {
        const std::optional<PatternMatch> next = pair.match_at(context, at, programs);
        if (!next) {
            continue;
        }
        PatternMatch joined = match;
        for (Binding& binding : joined.bindings) {
            const Binding* fresh = binding_of(*next, binding.slot);
            if (fresh != nullptr) {
                binding = *fresh;
            }
        }
        joined.tokens.end = std::max(joined.tokens.end, next->tokens.end);
        matches.push_back({place.rule, place.find, joined});
        end = next->tokens.end;
    }
}

bool RuleMatcher::is_vetoed(const MatchContext& context, const CompiledRule& rule,
                            const PatternMatch& match) const {
    const std::uint16_t first = context.segment[match.tokens.begin];
    const std::uint16_t last = context.segment[match.tokens.end - 1];
    for (const Pattern& never : rule.never) {
        const std::uint32_t programs = never.runnable(context);
        for (std::uint32_t at = 0; programs != 0 && at < context.segment.size(); ++at) {
            const bool is_near = context.segment[at] >= first && context.segment[at] <= last;
            if (is_near && never.match_at(context, at, programs)) {
                return true;
            }
        }
    }
    return false;
}

const std::string& RuleMatcher::label_text(std::uint32_t rule, std::uint32_t slot,
                                           std::uint32_t label) const {
    ATODDS_ASSERT(label < compiled_[rule]->labels[slot].size(),
                  "a binding has a label of its slot");
    return compiled_[rule]->labels[slot][label];
}

}  // namespace atodds
