#include "values/unit_table.hpp"

#include "values/keywords.hpp"
#include "values/unit_list.hpp"
#include "values/word_table.hpp"

#include <array>
#include <cstdint>
#include <deque>
#include <vector>

namespace atodds {
namespace {

/// Factors are written as decimal literals in the list; a bad one is a defect of the list.
Decimal to_decimal(std::string_view literal) {
    return Decimal::parse(literal).value_or(Decimal(1));
}

class UnitTable {
  public:
    UnitTable() {
        for (const UnitRow& row : kUnitRows) {
            add(row, "", "", Decimal(1));
            if (row.prefixes == Prefixes::None) {
                continue;
            }
            for (const PrefixRow& prefix : kPrefixRows) {
                if (row.prefixes == Prefixes::All || prefix.is_binary_or_large) {
                    add(row, prefix.symbol, prefix.name, to_decimal(prefix.factor));
                }
            }
        }
    }

    const Unit* find_name(std::uint64_t word_id) const { return at(names_.find(word_id)); }

    const Unit* find_symbol(std::string_view text) const {
        return at(symbols_.find(hash_bytes(text)));
    }

    bool may_start(std::uint64_t word_id) const { return starts_.find(word_id) != nullptr; }

  private:
    const Unit* at(const std::uint32_t* index) const {
        return index == nullptr ? nullptr : &units_[*index];
    }

    void add(const UnitRow& row, std::string_view prefix_symbol, std::string_view prefix_name,
             Decimal prefix_factor) {
        Unit unit;
        unit.symbol = std::string(prefix_symbol) + std::string(row.symbol);
        unit.name = std::string(prefix_name) + std::string(first_word(row.names));
        unit.dimension = row.dimension;
        unit.factor = to_decimal(row.factor) * prefix_factor;
        unit.offset = to_decimal(row.offset);
        unit.is_everyday_noun = row.is_everyday_noun;
        const auto index = static_cast<std::uint32_t>(units_.size());
        units_.push_back(unit);
        add_symbol(unit.symbol, index);
        for_each_word(row.symbols, [&](std::string_view symbol) {
            add_symbol(std::string(prefix_symbol) + std::string(symbol), index);
        });
        if (prefix_symbol == "u") {
            add_symbol("\xC2\xB5" + std::string(row.symbol), index);  // micro sign
            add_symbol("\xCE\xBC" + std::string(row.symbol), index);  // Greek mu
        }
        for_each_word(row.names, [&](std::string_view name) {
            std::string whole = std::string(prefix_name) + std::string(name);
            names_.add(whole, index);
            starts_.add(whole, true);
            names_.add(whole + "s", index);
            starts_.add(whole + "s", true);
        });
    }

    void add_symbol(const std::string& symbol, std::uint32_t index) {
        symbols_.add(symbol, index);
        starts_.add(to_lower_ascii(symbol), true);
    }

    static std::string to_lower_ascii(std::string text) {
        for (char& c : text) {
            c = c >= 'A' && c <= 'Z' ? static_cast<char>(c + ('a' - 'A')) : c;
        }
        return text;
    }

    static std::string_view first_word(std::string_view words) {
        return words.substr(0, words.find(' '));
    }

    template <typename Visit>
    static void for_each_word(std::string_view words, Visit visit) {
        while (!words.empty()) {
            const std::size_t end = words.find(' ');
            visit(words.substr(0, end));
            words = end == std::string_view::npos ? std::string_view() : words.substr(end + 1);
        }
    }

    std::deque<Unit> units_;
    WordTable<std::uint32_t> names_;
    WordTable<std::uint32_t> symbols_;
    WordTable<bool> starts_;
};

const UnitTable& unit_table() {
    static const UnitTable table;
    return table;
}

/// The first words of the names of several words; few words are one.
const WordTable<bool>& phrase_starts() {
    static const WordTable<bool> starts = [] {
        WordTable<bool> table;
        for (const PhraseRow& row : kPhraseRows) {
            const std::string first(row.phrase.substr(0, row.phrase.find(' ')));
            table.add(first, true);
            table.add(first + "s", true);
        }
        return table;
    }();
    return starts;
}

/// Names of several words come first, so that "metric ton" is not a ton.
std::optional<UnitMatch> find_phrase(const LexemeView& view, std::size_t at) {
    if (phrase_starts().find(view.word_id(at)) == nullptr) {
        return std::nullopt;
    }
    for (const PhraseRow& row : kPhraseRows) {
        std::size_t next = at;
        std::string_view rest = row.phrase;
        bool is_match = true;
        while (is_match && !rest.empty()) {
            const std::size_t end = rest.find(' ');
            if (next > at && view.is_dash(next)) {
                ++next;
            }
            const std::string_view word = rest.substr(0, end);
            is_match = is_word(view, next, word) || (end == std::string_view::npos &&
                                                     is_word(view, next, std::string(word) + "s"));
            ++next;
            rest = end == std::string_view::npos ? std::string_view() : rest.substr(end + 1);
        }
        if (is_match) {
            const Unit* unit = unit_table().find_symbol(row.symbol);
            return unit == nullptr ? std::nullopt
                                   : std::optional<UnitMatch>(UnitMatch{*unit, next});
        }
    }
    return std::nullopt;
}

const Unit* find_simple(const LexemeView& view, std::size_t at) {
    if (!view.is_word(at)) {
        return nullptr;
    }
    const Unit* unit = unit_table().find_symbol(view.slice(at));
    return unit != nullptr ? unit : unit_table().find_name(view.word_id(at));
}

Unit raise(const Unit& unit, int power) {
    Unit raised = unit;
    raised.symbol += power == 2 ? "2" : "3";
    raised.name = (power == 2 ? "square " : "cubic ") + unit.name;
    raised.dimension = power == 2 ? "area" : "volume";
    raised.factor =
        power == 2 ? unit.factor * unit.factor : unit.factor * unit.factor * unit.factor;
    if (power == 3) {
        raised.factor = raised.factor * Decimal(1000);  // the base of volumes is the litre
    }
    return raised;
}

/// Reads "2", "^2", a superscript or "squared" after a length.
std::optional<UnitMatch> read_power(const LexemeView& view, const Unit& unit, std::size_t at) {
    if (unit.dimension != "length") {
        return std::nullopt;
    }
    const auto power_match = [&](int power, std::size_t end) {
        return UnitMatch{raise(unit, power), end};
    };
    if (view.is_glued(at)) {
        if (view.is_sign(at, U'\u00B2') || view.is_sign(at, U'\u00B3')) {
            return power_match(view.is_sign(at, U'\u00B2') ? 2 : 3, at + 1);
        }
        const std::size_t digit = view.is_sign(at, U'^') ? at + 1 : at;
        if (view.is_glued(digit) && (view.slice(digit) == "2" || view.slice(digit) == "3")) {
            return power_match(view.slice(digit) == "2" ? 2 : 3, digit + 1);
        }
    }
    if (is_word(view, at, "squared")) {
        return power_match(2, at + 1);
    }
    if (is_word(view, at, "cubed")) {
        return power_match(3, at + 1);
    }
    return std::nullopt;
}

/// Reads "square miles", "sq ft", "sq. km", "cubic metres", "cu ft".
std::optional<UnitMatch> read_powered(const LexemeView& view, std::size_t at) {
    const bool is_square = is_word(view, at, "square") || is_word(view, at, "sq");
    const bool is_cubic = is_word(view, at, "cubic") || is_word(view, at, "cu");
    if (!is_square && !is_cubic) {
        return std::nullopt;
    }
    std::size_t next = at + 1;
    if (view.is_sign(next, U'.') || view.is_dash(next)) {
        ++next;
    }
    const Unit* unit = find_simple(view, next);
    if (unit == nullptr || unit->dimension != "length") {
        return std::nullopt;
    }
    return UnitMatch{raise(*unit, is_square ? 2 : 3), next + 1};
}

Unit make_rate(const Unit& unit, const TimeRow& time) {
    Unit rate;
    rate.dimension = unit.dimension == "length" ? "speed" : unit.dimension + "-rate";
    rate.factor = unit.factor / to_decimal(time.seconds);
    const std::string by_symbol = unit.symbol + "/" + std::string(time.symbol);
    rate.name = unit.name + " per " + std::string(time.name);
    rate.symbol = by_symbol;
    if (by_symbol == "mi/h") {
        rate.symbol = "mph";
    } else if (by_symbol == "nmi/h") {
        rate.symbol = "kn";
    } else if (!time.is_usual) {
        rate.symbol = rate.name;
    }
    return rate;
}

const TimeRow* find_time(const LexemeView& view, std::size_t at) {
    for (const TimeRow& row : kTimeRows) {
        if (is_word(view, at, row.name) || view.slice(at) == row.symbol ||
            (!row.alias.empty() && is_word(view, at, row.alias))) {
            return &row;
        }
    }
    return nullptr;
}

/// Reads "/h", "per hour", "an hour" after a unit that forms rates; others keep their `per`.
std::optional<UnitMatch> read_rate(const LexemeView& view, const Unit& unit, std::size_t at) {
    if (unit.dimension != "length" && unit.dimension != "data") {
        return std::nullopt;
    }
    const Keyword keyword = find_keyword(view.word_id(at));
    const bool joins = (view.is_sign(at, U'/') && view.is_glued(at)) || keyword == Keyword::Per ||
                       keyword == Keyword::A;
    const TimeRow* time = joins ? find_time(view, at + 1) : nullptr;
    if (time == nullptr || (keyword == Keyword::A && !time->is_usual)) {
        return std::nullopt;
    }
    return UnitMatch{make_rate(unit, *time), at + 2};
}

/// "degrees", "degree", "deg", "°" with the scale behind it.
std::optional<UnitMatch> read_degrees(const LexemeView& view, std::size_t at) {
    const bool is_ring = view.is_sign(at, U'\u00B0') || view.is_sign(at, U'\u00BA');
    if (view.is_sign(at, U'\u2103') || view.is_sign(at, U'\u2109')) {
        return UnitMatch{*unit_table().find_symbol(view.is_sign(at, U'\u2103') ? "C" : "F"),
                         at + 1};
    }
    const bool is_named =
        is_word(view, at, "degrees") || is_word(view, at, "degree") || is_word(view, at, "deg");
    if (!is_ring && !is_named) {
        return std::nullopt;
    }
    std::size_t next = at + 1;
    if (is_word(view, at, "deg") && view.is_sign(next, U'.') && view.is_glued(next)) {
        ++next;
    }
    const std::size_t after_degree = next;
    if (is_word(view, next, "on") && is_word(view, next + 1, "the")) {
        next += 2;
    }
    for (const auto& [letter, name] : {std::pair{"c", "celsius"}, std::pair{"f", "fahrenheit"},
                                       std::pair{"k", "kelvin"}, std::pair{"c", "centigrade"}}) {
        if (is_word(view, next, letter) || is_word(view, next, name)) {
            const bool is_far = next != after_degree;
            const std::string_view symbol = *letter == 'c' ? "C" : (*letter == 'f' ? "F" : "K");
            return UnitMatch{*unit_table().find_symbol(symbol), is_far ? after_degree : next + 1};
        }
    }
    return UnitMatch{*unit_table().find_symbol("deg"), after_degree};
}

}  // namespace

std::optional<UnitMatch> find_unit(const LexemeView& view, std::size_t at) {
    if (!view.has(at)) {
        return std::nullopt;
    }
    if (view.is_word(at) && !may_start_unit(view.word_id(at)) && !find_phrase(view, at)) {
        return read_powered(view, at);
    }
    if (auto degrees = read_degrees(view, at)) {
        return degrees;
    }
    if (!view.is_word(at)) {
        return std::nullopt;
    }
    std::optional<UnitMatch> match = find_phrase(view, at);
    if (!match) {
        match = read_powered(view, at);
    }
    if (!match) {
        const Unit* unit = find_simple(view, at);
        if (unit == nullptr) {
            return std::nullopt;
        }
        match = UnitMatch{*unit, at + 1};
        if (auto power = read_power(view, *unit, at + 1)) {
            match = power;
        }
    }
    if (auto rate = read_rate(view, match->unit, match->end)) {
        return rate;
    }
    return match;
}

bool may_start_unit(std::uint64_t word_id) {
    return unit_table().may_start(word_id);
}

std::optional<Unit> find_unit_symbol(std::string_view symbol) {
    if (const Unit* unit = unit_table().find_symbol(symbol)) {
        return *unit;
    }
    if (symbol.size() > 1 && (symbol.back() == '2' || symbol.back() == '3')) {
        const Unit* base = unit_table().find_symbol(symbol.substr(0, symbol.size() - 1));
        if (base != nullptr && base->dimension == "length") {
            return raise(*base, symbol.back() == '2' ? 2 : 3);
        }
    }
    const std::size_t slash = symbol.find('/');
    const std::size_t per = symbol.find(" per ");
    for (const TimeRow& time : kTimeRows) {
        if (slash != std::string_view::npos && symbol.substr(slash + 1) == time.symbol) {
            if (const Unit* base = unit_table().find_symbol(symbol.substr(0, slash))) {
                return make_rate(*base, time);
            }
        }
        if (per != std::string_view::npos && symbol.substr(per + 5) == time.name) {
            if (const Unit* base = unit_table().find_name(hash_bytes(symbol.substr(0, per)))) {
                return make_rate(*base, time);
            }
        }
    }
    return std::nullopt;
}

}  // namespace atodds
