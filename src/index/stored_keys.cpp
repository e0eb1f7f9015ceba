// The part of fact_index.hpp that says by which short terms the facts of an article are found.

#include "base/hash.hpp"
#include "index/fact_index.hpp"
#include "index/terms.hpp"

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>

namespace atodds {
namespace {

/// Of an open fact: with more names than this a fact is about none of them in particular.
constexpr std::size_t kMostNounEntities = 2;

// Parts of what is hashed; no text that was read holds it.
constexpr char kMark = '\x1f';

void add_part(std::string& bytes, std::string_view part) {
    bytes += part;
    bytes += kMark;
}

void add_number(std::string& bytes, std::int64_t number) {
    add_part(bytes, std::to_string(number));
}

void add_amount(std::string& bytes, const Decimal& amount) {
    add_number(bytes, amount.coefficient());
    add_number(bytes, amount.exponent());
}

/// All that can make two facts of one key differ: the value, and how it is held. What only says how
/// it was written (the last digit, the noun as printed) is left out.
std::string value_bytes(const Fact& fact) {
    const Value& value = fact.value;
    const Qualifiers& said = fact.qualifiers;
    std::string bytes;
    for (const int choice : {static_cast<int>(value.type), static_cast<int>(value.bound),
                             static_cast<int>(value.change), static_cast<int>(value.grain),
                             static_cast<int>(said.polarity), static_cast<int>(said.certainty),
                             static_cast<int>(said.stance), static_cast<int>(said.stage),
                             static_cast<int>(said.phase)}) {
        add_number(bytes, choice);
    }
    add_amount(bytes, value.amount);
    for (const std::optional<Decimal>& end : {value.low, value.high}) {
        add_number(bytes, end ? 1 : 0);
        add_amount(bytes, end.value_or(Decimal()));
    }
    for (const std::string* text : {&value.unit, &value.per, &value.text}) {
        add_part(bytes, *text);
    }
    for (const std::string& item : value.items) {
        add_part(bytes, item);
    }
    for (const DayInterval& dates : value.dates) {
        add_part(bytes, to_text(dates));
    }
    return bytes;
}

/// The first byte says the tier, see is_declared_key; it is never NUL.
std::string key_text(std::uint64_t hash, Tier tier) {
    constexpr std::uint64_t kEach = 127;
    const std::uint64_t first = hash % kEach + (tier == Tier::Declared ? 1 : 0x80);
    return static_cast<char>(first) + short_text(hash / kEach, kKeyHashSize - 1);
}

class KeyList {
  public:
    explicit KeyList(const Fact& fact)
        : fact_(&fact), value_(short_text(hash_bytes(value_bytes(fact)), kValueHashSize)) {}

    void add(std::string_view first_slot, std::string_view first, std::string_view second_slot = {},
             std::string_view second = {}) {
        std::string bytes;
        for (const std::string_view part :
             {std::string_view(fact_->rule), first_slot, first, second_slot, second}) {
            add_part(bytes, part);
        }
        keys_.push_back(key_text(hash_bytes(bytes), fact_->tier) + value_);
    }

    std::vector<std::string> take() {
        std::ranges::sort(keys_);
        const auto repeated = std::ranges::unique(keys_);
        keys_.erase(repeated.begin(), repeated.end());
        return std::move(keys_);
    }

  private:
    const Fact* fact_;
    std::string value_;
    std::vector<std::string> keys_;
};

/// Each slot by itself: where one rule reads two facts, all their slots must fit, and a whole and
/// its part still share the others.
void add_declared(const Fact& fact, KeyList& keys) {
    if (fact.slots.empty()) {
        keys.add("", "");
    }
    for (const SlotValue& slot : fact.slots) {
        keys.add(slot.slot, slot.value);
    }
}

std::string_view first_value(const Fact& fact, std::string_view slot) {
    const auto found = std::ranges::find(fact.slots, slot, &SlotValue::slot);
    return found == fact.slots.end() ? std::string_view() : std::string_view(found->value);
}

/// Who holds an office: either end of the name, since a slip seldom spares neither.
void add_office(std::string_view office, std::string_view person, KeyList& keys) {
    const std::size_t last = person.rfind(' ');
    keys.add("office", office, "first-name", person.substr(0, person.find(' ')));
    keys.add("office", office, "last-name",
             last == std::string_view::npos ? person : person.substr(last + 1));
}

/// What is measured of whom, and for what has no noun, such as dates, what is said of whom.
void add_open(const Fact& fact, KeyList& keys) {
    if (const std::string_view person = first_value(fact, "person"); !person.empty()) {
        add_office(first_value(fact, "office"), person, keys);
        return;
    }
    const std::string_view noun = first_value(fact, "noun");
    const std::string_view slot = noun.empty() ? "predicate" : "noun";
    const std::string_view what = noun.empty() ? first_value(fact, "predicate") : noun;
    std::size_t entities = 0;
    for (const SlotValue& other : fact.slots) {
        if (!what.empty() && other.slot == "entity" && !other.value.empty() &&
            entities++ < kMostNounEntities) {
            keys.add(slot, what, "entity", other.value);
        }
    }
}

}  // namespace

std::vector<std::string> stored_keys(const Fact& fact) {
    const bool has_keys = fact.tier == Tier::Declared ||
                          (fact.value.type != ValueType::Wording && fact.rule != "open/claim");
    if (!has_keys || !is_prose(fact.block)) {
        return {};
    }
    KeyList keys(fact);
    if (fact.tier == Tier::Declared) {
        add_declared(fact, keys);
    } else {
        add_open(fact, keys);
    }
    return keys.take();
}

}  // namespace atodds
