#include "extract/match_context.hpp"

#include "extract/word_set.hpp"

#include <string_view>

namespace atodds {
namespace {

using std::string_view_literals::operator""sv;  // compares sizes first, a plain literal does not

/// "but", "while" and their like open another main clause; so does a semicolon.
const WordSet kOpeners("; but while whereas although though however meanwhile");
/// Words of small classes that say too much to be skipped.
const WordSet kHeavy("to not n't");
const WordSet kPossessives("its their his her");
const WordSet kLightMarks("\" ' ( ) - [ ]");

/// Finite clauses coordinated with another one and with a subject of their own open a segment too.
void mark_main_clauses(const Statement& statement, std::vector<std::uint16_t>& opens) {
    for (const Clause& clause : statement.clauses) {
        const bool stands_alone = clause.is_finite && !clause.is_subordinate &&
                                  clause.subject != kNoToken && clause.range.begin > 0;
        if (!stands_alone || clause.subject < clause.range.begin ||
            clause.range.begin >= opens.size()) {
            continue;
        }
        const Token& before = statement.tokens[clause.range.begin - 1];
        if (before.tag == Upos::Cconj || before.lower == ","sv) {
            opens[clause.range.begin] = 1;
        }
    }
}

}  // namespace

bool is_light(const Token& token) {
    switch (token.tag) {
        case Upos::Det:
        case Upos::Adv:
        case Upos::Aux:
        case Upos::Adj:
        case Upos::Part:
            return !kHeavy.holds(token.lower_id);
        case Upos::Pron:
            return token.relation == Relation::Possessor || kPossessives.holds(token.lower_id);
        case Upos::Punct:
        case Upos::Sym:
            return kLightMarks.holds(token.lower_id);
        default:
            return false;
    }
}

std::optional<SlotKind> slot_kind_of(const Value& value) {
    switch (value.type) {
        case ValueType::Number:
            return SlotKind::Number;
        case ValueType::Money:
            return SlotKind::Money;
        case ValueType::Percent:
        case ValueType::PercentagePoints:
            return SlotKind::Percent;
        case ValueType::Ordinal:
            return SlotKind::Ordinal;
        case ValueType::Date:
            return SlotKind::Date;
        case ValueType::Duration:
            return SlotKind::Duration;
        case ValueType::Quantity:
            return SlotKind::Quantity;
        default:
            return std::nullopt;
    }
}

// Any numbers do that spread over the bitmap and are no hash of a word but by chance.
std::uint64_t class_mark(std::uint32_t number) {
    return (number + std::uint64_t{1}) * 0x9E3779B97F4A7C15ULL;
}

std::uint64_t kind_mark(SlotKind kind) {
    return ~class_mark(static_cast<std::uint32_t>(kind));
}

void MatchContext::reset(const Statement& given, const EntityClasses* classes) {
    statement = &given;
    words.clear();
    words.mark(given.tokens);
    note_classes(classes);
    for (const ValueMention& mention : given.values) {
        if (const std::optional<SlotKind> kind = slot_kind_of(mention.value)) {
            words.mark(kind_mark(*kind));
        }
    }
}

void MatchContext::place() {
    light.clear();
    for (const Token& token : statement->tokens) {
        light.push_back(is_light(token) ? 1 : 0);
    }
    place_entities();
    place_values();
    mark_segments();
}

void MatchContext::note_classes(const EntityClasses* classes) {
    classes_.clear();
    class_starts_.assign(1, 0);
    for (const EntityMention& mention : statement->entities) {
        if (classes != nullptr) {
            classes->append_classes_of(mention, classes_);
        }
        class_starts_.push_back(static_cast<std::uint32_t>(classes_.size()));
    }
    for (const std::uint32_t number : classes_) {
        words.mark(class_mark(number));
    }
}

void MatchContext::place_entities() {
    entity_at.assign(statement->tokens.size(), kNoToken);
    for (std::uint32_t i = 0; i < statement->entities.size(); ++i) {
        const std::uint32_t begin = statement->entities[i].tokens.begin;
        if (begin < entity_at.size()) {
            entity_at[begin] = i;
        }
    }
}

void MatchContext::place_values() {
    const std::vector<Token>& tokens = statement->tokens;
    const std::vector<ValueMention>& values = statement->values;
    value_at.assign(tokens.size(), kNoToken);
    std::uint32_t value = 0;
    for (std::uint32_t t = 0; t < tokens.size(); ++t) {
        while (value < values.size() && values[value].span.end <= tokens[t].span.begin) {
            ++value;
        }
        const bool begins = value < values.size() && values[value].span.overlaps(tokens[t].span) &&
                            (t == 0 || !values[value].span.overlaps(tokens[t - 1].span));
        if (begins) {
            value_at[t] = value;
        }
    }
}

void MatchContext::mark_segments() {
    const std::vector<Token>& tokens = statement->tokens;
    segment.assign(tokens.size(), 0);
    mark_main_clauses(*statement, segment);
    std::uint16_t current = 0;
    for (std::uint32_t t = 0; t < tokens.size(); ++t) {
        const bool is_new = segment[t] != 0 || kOpeners.holds(tokens[t].lower_id);
        current = static_cast<std::uint16_t>(current + (is_new && t > 0 ? 1 : 0));
        segment[t] = current;
    }
}

}  // namespace atodds
