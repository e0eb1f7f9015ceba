#pragma once
// The words of the rule language for enumerators, one table each; order is that of the manual.

#include "ruleset/ruleset.hpp"

#include <array>
#include <optional>
#include <string_view>
#include <vector>

namespace atodds {

template <typename E>
struct EnumName {
    std::string_view name;
    E value;
};

template <typename E, std::size_t N>
using EnumTable = std::array<EnumName<E>, N>;

inline constexpr EnumTable<Polarity, 2> kPolarityNames{{
    {"positive", Polarity::Positive},
    {"negative", Polarity::Negative},
}};
inline constexpr EnumTable<Certainty, 4> kCertaintyNames{{
    {"asserted", Certainty::Asserted},
    {"probable", Certainty::Probable},
    {"possible", Certainty::Possible},
    {"hypothetical", Certainty::Hypothetical},
}};
inline constexpr EnumTable<Stance, 5> kStanceNames{{
    {"asserts", Stance::Asserts},
    {"denies", Stance::Denies},
    {"confirms", Stance::Confirms},
    {"questions", Stance::Questions},
    {"declines", Stance::Declines},
}};
inline constexpr EnumTable<Stage, 6> kStageNames{{
    {"proposed", Stage::Proposed},
    {"asked", Stage::Asked},
    {"planned", Stage::Planned},
    {"agreed", Stage::Agreed},
    {"done", Stage::Done},
    {"cancelled", Stage::Cancelled},
}};
inline constexpr EnumTable<Phase, 3> kPhaseNames{{
    {"earlier", Phase::Earlier},
    {"now", Phase::Now},
    {"retracted", Phase::Retracted},
}};
inline constexpr EnumTable<ListKind, 2> kListNames{{
    {"open", ListKind::Open},
    {"closed", ListKind::Closed},
}};
inline constexpr EnumTable<QuoteKind, 4> kQuoteNames{{
    {"direct", QuoteKind::Direct},
    {"mixed", QuoteKind::Mixed},
    {"indirect", QuoteKind::Indirect},
    {"scare", QuoteKind::Scare},
}};
inline constexpr EnumTable<CueScope, 4> kScopeNames{{
    {"after", CueScope::After},
    {"clause", CueScope::Clause},
    {"content", CueScope::Content},
    {"number", CueScope::Number},
}};
inline constexpr EnumTable<Verdict, 7> kVerdictNames{{
    {"disagree", Verdict::Disagree},
    {"update", Verdict::Update},
    {"certainty", Verdict::Certainty},
    {"wording", Verdict::Wording},
    {"scope", Verdict::Scope},
    {"agree", Verdict::Agree},
    {"different", Verdict::Different},
}};
inline constexpr EnumTable<Level, 3> kLevelNames{{
    {"error", Level::Error},
    {"warning", Level::Warning},
    {"note", Level::Note},
}};
inline constexpr EnumTable<SlotKind, 12> kSlotKindNames{{
    {"entity", SlotKind::Entity},
    {"words", SlotKind::Words},
    {"categories", SlotKind::Categories},
    {"level", SlotKind::Level},
    {"number", SlotKind::Number},
    {"money", SlotKind::Money},
    {"percent", SlotKind::Percent},
    {"quantity", SlotKind::Quantity},
    {"ordinal", SlotKind::Ordinal},
    {"date", SlotKind::Date},
    {"duration", SlotKind::Duration},
    {"quote", SlotKind::Quote},
}};
inline constexpr EnumTable<CompareKind, 7> kCompareNames{{
    {"steps", CompareKind::Steps},
    {"numbers", CompareKind::Numbers},
    {"exclusive", CompareKind::Exclusive},
    {"sets", CompareKind::Sets},
    {"wording", CompareKind::Wording},
    {"dates", CompareKind::Dates},
    {"polarity", CompareKind::Polarity},
}};

template <typename E, std::size_t N>
std::optional<E> value_named(const EnumTable<E, N>& table, std::string_view name) {
    for (const EnumName<E>& row : table) {
        if (row.name == name) {
            return row.value;
        }
    }
    return std::nullopt;
}

/// The word for `value`; empty where the language has none ("unstated").
template <typename E, std::size_t N>
std::string_view name_of(const EnumTable<E, N>& table, E value) {
    for (const EnumName<E>& row : table) {
        if (row.value == value) {
            return row.name;
        }
    }
    return {};
}

template <typename E, std::size_t N>
std::vector<std::string_view> names_of(const EnumTable<E, N>& table) {
    std::vector<std::string_view> names;
    for (const EnumName<E>& row : table) {
        names.push_back(row.name);
    }
    return names;
}

}  // namespace atodds
