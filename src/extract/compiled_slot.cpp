#include "extract/compiled_slot.hpp"

#include <algorithm>
#include <span>

namespace atodds {
namespace {

bool shares_any(std::span<const std::uint32_t> left, std::span<const std::uint32_t> right) {
    return std::find_first_of(left.begin(), left.end(), right.begin(), right.end()) != left.end();
}

}  // namespace

bool CompiledSlot::accepts(const MatchContext& context, std::uint32_t entity) const {
    return shares_any(context.classes_of(entity), classes);
}

bool CompiledSlot::fits(const Value& value) const {
    return slot_kind_of(value) == kind &&
           (kind != SlotKind::Quantity || of.empty() ||
            std::find(of.begin(), of.end(), value.dimension) != of.end());
}

bool CompiledSlot::may_stand_in(const MatchContext& context) const {
    if (holds_phrases()) {
        return phrases.may_stand_in(context.words);
    }
    if (kind == SlotKind::Entity) {
        return shares_any(context.classes(), classes);
    }
    const std::vector<ValueMention>& values = context.statement->values;
    return kind == SlotKind::Quote ||
           std::any_of(values.begin(), values.end(),
                       [this](const ValueMention& mention) { return fits(mention.value); });
}

bool CompiledSlot::may_begin(const MatchContext& context, std::uint32_t token) const {
    const std::vector<Token>& tokens = context.statement->tokens;
    if (holds_phrases()) {
        return phrases.may_begin(tokens[token]);
    }
    if (kind == SlotKind::Entity) {
        const std::uint32_t entity = context.entity_at[token];
        return entity != kNoToken && accepts(context, entity);
    }
    if (kind == SlotKind::Quote) {
        return tokens[token].is_in_quotes && (token == 0 || !tokens[token - 1].is_in_quotes);
    }
    const std::uint32_t value = context.value_at[token];
    return value != kNoToken && fits(context.statement->values[value].value);
}

}  // namespace atodds
