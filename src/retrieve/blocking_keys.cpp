#include "retrieve/blocking_keys.hpp"

#include <algorithm>
#include <array>
#include <cstddef>

namespace atodds {
namespace {

/// Most blocking keys of an open fact. More keys reach more pairs and cost index size and pairs
/// that speak of different things; to be tuned on the pair sets.
constexpr std::size_t kMostKeys = 8;
/// Most entities of an open fact that are paired with its noun, and with its predicate.
constexpr std::size_t kMostNounEntities = 4;
constexpr std::size_t kMostPredicateEntities = 2;

/// Adds "slot=value", with the marks that part slots escaped.
void append_slot(std::string& text, std::string_view slot, std::string_view value) {
    text += slot;
    text += '=';
    if (value.find_first_of("|%") == std::string_view::npos) {
        text += value;
        return;
    }
    for (const char byte : value) {
        if (byte == '|') {
            text += "%7C";
        } else if (byte == '%') {
            text += "%25";
        } else {
            text += byte;
        }
    }
}

void add_declared_keys(const Fact& fact, const KeySink& sink) {
    std::string key = fact.rule;
    for (const SlotValue& slot : fact.slots) {
        key += '|';
        append_slot(key, slot.slot, slot.value);
    }
    sink(fact.rule);
    sink(key);
}

/// Values of a slot that may repeat, in slot order, without repetition.
std::vector<std::string_view> values_of(const Fact& fact, std::string_view name) {
    std::vector<std::string_view> values;
    for (const SlotValue& slot : fact.slots) {
        if (slot.slot == name && !slot.value.empty() &&
            std::ranges::find(values, slot.value) == values.end()) {
            values.push_back(slot.value);
        }
    }
    return values;
}

/// Hands on the keys of one open fact, surest pairs first, up to the limit.
class OpenKeys {
  public:
    OpenKeys(const Fact& fact, const KeySink& sink) : rule_(fact.rule), sink_(&sink) {}

    /// The named slot with the first `most` of `others`; nothing where either is missing.
    void pair(std::string_view slot, const std::vector<std::string_view>& values,
              std::string_view other_slot, const std::vector<std::string_view>& others,
              std::size_t most) {
        if (values.empty()) {
            return;
        }
        for (std::size_t i = 0; i < std::min(most, others.size()); ++i) {
            add(slot, values.front(), other_slot, others[i]);
        }
    }

  private:
    void add(std::string_view slot, std::string_view value, std::string_view other_slot,
             std::string_view other) {
        if (count_++ >= kMostKeys) {
            return;
        }
        key_ = rule_;
        key_ += '|';
        append_slot(key_, slot, value);
        key_ += '|';
        append_slot(key_, other_slot, other);
        (*sink_)(key_);
    }

    std::string_view rule_;
    const KeySink* sink_;
    std::size_t count_ = 0;
    std::string key_;
};

/// One person in two offices, or two spellings of one who holds an office: either end of the name
/// is enough, since a slip seldom spares neither.
void add_office_keys(const Fact& fact, std::string_view person, OpenKeys& keys) {
    const std::vector<std::string_view> offices = values_of(fact, "office");
    const std::size_t first = std::min(person.find(' '), person.size());
    const std::size_t last = person.rfind(' ');
    keys.pair("office", offices, "first-name", {person.substr(0, first)}, 1);
    keys.pair("office", offices, "last-name",
              {last == std::string_view::npos ? person : person.substr(last + 1)}, 1);
    if (!values_of(fact, "single").empty()) {
        keys.pair("office", offices, "of", values_of(fact, "of"), 1);
    }
}

/// An age is one of its person's, whatever else is said: the last word of the name is in short
/// forms too.
void add_age_key(const Fact& fact, OpenKeys& keys) {
    for (const std::string_view person : values_of(fact, "age")) {
        const std::size_t last = person.rfind(' ');
        keys.pair("age", {fact.value.dimension}, "last-name",
                  {last == std::string_view::npos ? person.substr(person.starts_with('~') ? 1 : 0)
                                                  : person.substr(last + 1)},
                  1);
    }
}

/// The last word of a name, which its short form has too.
std::string_view last_word(std::string_view name) {
    const std::size_t blank = name.rfind(' ');
    return blank == std::string_view::npos ? name.substr(name.starts_with('~') ? 1 : 0)
                                           : name.substr(blank + 1);
}

/// Two sides meet again whoever is said to have won; of one side alone, with whoever is named.
void add_contest_keys(const Fact& fact, OpenKeys& keys) {
    std::vector<std::string_view> sides;
    for (const char* const slot : {"winner", "loser", "drawn"}) {
        for (const std::string_view side : values_of(fact, slot)) {
            sides.push_back(last_word(side));
        }
    }
    keys.pair("body", values_of(fact, "body"), "matter", values_of(fact, "matter"), kMostKeys);
    if (sides.empty()) {
        return;
    }
    std::ranges::sort(sides);
    if (sides.size() > 1) {
        keys.pair("side", {sides[0]}, "side", {sides[1]}, 1);
        return;
    }
    for (const std::string_view other : values_of(fact, "entity")) {
        std::array<std::string_view, 2> both = {sides.front(), last_word(other)};
        std::ranges::sort(both);
        keys.pair("side", {both[0]}, "side", {both[1]}, 1);
    }
}

/// Two names of one act in either order, and what is done once with its act.
void add_role_keys(const Fact& fact, OpenKeys& keys) {
    const std::vector<std::string_view> second = values_of(fact, "second");
    std::vector<std::string_view> names;
    for (const char* const slot : {"first", "second"}) {
        for (const std::string_view name : values_of(fact, slot)) {
            names.push_back(last_word(name));
        }
    }
    std::ranges::sort(names);
    if (names.size() > 1) {
        keys.pair("name", {names[0]}, "name", {names[1]}, 1);
    }
    const std::vector<std::string_view> kinds = values_of(fact, "kind");
    const bool is_exclusive = std::ranges::any_of(
        kinds, [](std::string_view kind) { return kind == "exclusive" || kind == "yearly"; });
    const bool is_half = !values_of(fact, "exclusion").empty();
    if (is_exclusive || is_half) {
        keys.pair("done-to", {last_word(second.front())}, "role", {is_exclusive ? "one" : "some"},
                  1);
    }
}

/// Blocking keys: what is measured with whom it is about, what is said with whom, and, for facts
/// about nobody known, what is measured or said with the content words beside it.
void add_open_keys(const Fact& fact, const KeySink& sink) {
    const std::vector<std::string_view> nouns = values_of(fact, "noun");
    const std::vector<std::string_view> predicates = values_of(fact, "predicate");
    const std::vector<std::string_view> entities = values_of(fact, "entity");
    const std::vector<std::string_view> stems = values_of(fact, "stem");
    OpenKeys keys(fact, sink);
    if (const std::vector<std::string_view> persons = values_of(fact, "person"); !persons.empty()) {
        add_office_keys(fact, persons.front(), keys);
        return;
    }
    if (fact.rule == "open/contest" || fact.rule == "open/role") {
        fact.rule == "open/role" ? add_role_keys(fact, keys) : add_contest_keys(fact, keys);
        return;
    }
    add_age_key(fact, keys);
    // A named figure meets itself whatever stands beside it.
    keys.pair("figure", values_of(fact, "figure"), "type", {fact.rule}, 1);
    keys.pair("noun", nouns, "entity", entities, kMostNounEntities);
    keys.pair("predicate", predicates, "entity", entities, kMostPredicateEntities);
    for (const std::string_view axis : values_of(fact, "axis")) {
        keys.pair("axis", {axis.substr(1)}, "entity", entities, kMostPredicateEntities);
        keys.pair("axis", {axis.substr(1)}, "subject", values_of(fact, "subject"), 1);
    }
    keys.pair("noun", nouns, "stem", stems, kMostKeys);
    if (nouns.empty()) {
        keys.pair("predicate", predicates, "stem", stems, kMostKeys);
    }
    // "The second cup title" and "the third cup trophy" are ranks among the same.
    if (fact.rule == "open/rank") {
        keys.pair("modifier", values_of(fact, "modifier"), "entity", entities,
                  kMostPredicateEntities);
    }
}

/// Words of a quotation that make keys; later ones are reached through the first.
constexpr std::size_t kMostQuotePairs = 160;

/// Pairs of neighbouring content words: versions of one remark share most of them, whoever is read
/// as the speaker, and two remarks hardly any.
void add_quote_keys(const Fact& fact, const KeySink& sink) {
    std::string key;
    const std::vector<std::string>& words = fact.value.items;
    for (std::size_t i = 0; i + 1 < words.size() && i < kMostQuotePairs; ++i) {
        key = fact.rule;
        key += '|';
        append_slot(key, words[i], words[i + 1]);
        sink(key);
    }
}

}  // namespace

void for_each_blocking_key(const Fact& fact, const KeySink& sink) {
    if (!is_prose(fact.block)) {
        return;
    }
    if (fact.tier == Tier::Declared) {
        add_declared_keys(fact, sink);
    } else if (fact.value.type == ValueType::Wording) {
        add_quote_keys(fact, sink);
    } else {
        add_open_keys(fact, sink);
    }
}

std::vector<std::string> blocking_keys(const Fact& fact) {
    std::vector<std::string> keys;
    for_each_blocking_key(fact, [&keys](std::string_view key) { keys.emplace_back(key); });
    std::ranges::sort(keys);
    const auto repeated = std::ranges::unique(keys);
    keys.erase(repeated.begin(), repeated.end());
    return keys;
}

}  // namespace atodds
