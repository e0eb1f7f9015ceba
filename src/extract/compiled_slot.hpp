#pragma once
// What a slot of a rule accepts, resolved against the lexicon, and whether a statement can fill it.

#include "extract/match_context.hpp"
#include "extract/phrase_table.hpp"
#include "model/value.hpp"
#include "ruleset/ruleset.hpp"

#include <cstdint>
#include <string>
#include <vector>

namespace atodds {

struct CompiledSlot {
    SlotKind kind = SlotKind::Words;
    bool is_many = false;
    PhraseTable phrases;                 ///< Words, Categories, Level
    std::vector<std::uint32_t> classes;  ///< Entity: numbers of EntityClasses, any of which fits
    std::vector<std::string> of;         ///< Quantity: dimensions; all where empty

    bool holds_phrases() const {
        return kind == SlotKind::Words || kind == SlotKind::Categories || kind == SlotKind::Level;
    }

    /// Entity: whether the mention at this index fits.
    bool accepts(const MatchContext& context, std::uint32_t entity) const;

    /// Number and other values: whether this one fits.
    bool fits(const Value& value) const;

    /// False where nothing in the statement can fill the slot.
    bool may_stand_in(const MatchContext& context) const;

    /// False where nothing that begins at `token` can fill the slot.
    bool may_begin(const MatchContext& context, std::uint32_t token) const;
};

}  // namespace atodds
