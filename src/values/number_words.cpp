#include "values/number_words.hpp"

#include "values/word_table.hpp"

#include <string>

namespace atodds {
namespace {

using Kind = NumberWordKind;
using Named = NamedEntry<NumberWord>;

constexpr NumberWord word(Kind kind, std::int64_t value) {
    return {.kind = kind, .value = value};
}

constexpr NumberWord plural(Kind kind, std::int64_t value) {
    return {.kind = kind, .value = value, .is_plural = true};
}

constexpr NumberWord suffix(std::int64_t value) {
    return {.kind = Kind::Scale, .value = value, .is_suffix = true};
}

constexpr std::int64_t kThousand = 1000;
constexpr std::int64_t kLakh = 100 * kThousand;
constexpr std::int64_t kMillion = 1000 * kThousand;
constexpr std::int64_t kCrore = 10 * kMillion;
constexpr std::int64_t kBillion = 1000 * kMillion;
constexpr std::int64_t kTrillion = 1000 * kBillion;
constexpr std::int64_t kQuadrillion = 1000 * kTrillion;

constexpr Named kCardinals[] = {
    {"zero", word(Kind::Zero, 0)},
    {"nought", word(Kind::Zero, 0)},
    {"naught", word(Kind::Zero, 0)},
    {"one", word(Kind::Unit, 1)},
    {"two", word(Kind::Unit, 2)},
    {"three", word(Kind::Unit, 3)},
    {"four", word(Kind::Unit, 4)},
    {"five", word(Kind::Unit, 5)},
    {"six", word(Kind::Unit, 6)},
    {"seven", word(Kind::Unit, 7)},
    {"eight", word(Kind::Unit, 8)},
    {"nine", word(Kind::Unit, 9)},
    {"ten", word(Kind::Teen, 10)},
    {"eleven", word(Kind::Teen, 11)},
    {"twelve", word(Kind::Teen, 12)},
    {"thirteen", word(Kind::Teen, 13)},
    {"fourteen", word(Kind::Teen, 14)},
    {"fifteen", word(Kind::Teen, 15)},
    {"sixteen", word(Kind::Teen, 16)},
    {"seventeen", word(Kind::Teen, 17)},
    {"eighteen", word(Kind::Teen, 18)},
    {"nineteen", word(Kind::Teen, 19)},
    {"twenty", word(Kind::Tens, 20)},
    {"thirty", word(Kind::Tens, 30)},
    {"forty", word(Kind::Tens, 40)},
    {"fourty", word(Kind::Tens, 40)},
    {"fifty", word(Kind::Tens, 50)},
    {"sixty", word(Kind::Tens, 60)},
    {"seventy", word(Kind::Tens, 70)},
    {"eighty", word(Kind::Tens, 80)},
    {"ninety", word(Kind::Tens, 90)},
    {"hundred", word(Kind::Hundred, 100)},
    {"hundreds", plural(Kind::Hundred, 100)},
};

constexpr Named kScales[] = {
    {"thousand", word(Kind::Scale, kThousand)},
    {"thousands", plural(Kind::Scale, kThousand)},
    {"lakh", word(Kind::Scale, kLakh)},
    {"lakhs", plural(Kind::Scale, kLakh)},
    {"lac", word(Kind::Scale, kLakh)},
    {"crore", word(Kind::Scale, kCrore)},
    {"crores", plural(Kind::Scale, kCrore)},
    {"million", word(Kind::Scale, kMillion)},
    {"millions", plural(Kind::Scale, kMillion)},
    {"billion", word(Kind::Scale, kBillion)},
    {"billions", plural(Kind::Scale, kBillion)},
    {"trillion", word(Kind::Scale, kTrillion)},
    {"trillions", plural(Kind::Scale, kTrillion)},
    {"quadrillion", word(Kind::Scale, kQuadrillion)},
    {"quintillion", word(Kind::Scale, 1000 * kQuadrillion)},
    {"dozen", {.kind = Kind::Scale, .value = 12, .is_dozen = true}},
    {"dozens", {.kind = Kind::Scale, .value = 12, .is_plural = true, .is_dozen = true}},
    {"mil", suffix(kMillion)},
    {"mln", suffix(kMillion)},
    {"mn", suffix(kMillion)},
    {"mio", suffix(kMillion)},
    {"bn", suffix(kBillion)},
    {"bln", suffix(kBillion)},
    {"bil", suffix(kBillion)},
    {"tn", suffix(kTrillion)},
    {"tln", suffix(kTrillion)},
    {"trn", suffix(kTrillion)},
    {"\xE5\x8D\x83", word(Kind::Scale, kThousand)},       // 千
    {"\xE4\xB8\x87", word(Kind::Scale, 10 * kThousand)},  // 万
    {"\xE8\x90\xAC", word(Kind::Scale, 10 * kThousand)},  // 萬
    {"\xE4\xBA\xBF", word(Kind::Scale, 100 * kMillion)},  // 亿
    {"\xE5\x84\x84", word(Kind::Scale, 100 * kMillion)},  // 億
    {"half", word(Kind::Half, 2)},
    {"halves", plural(Kind::Half, 2)},
    {"halfs", plural(Kind::Half, 2)},
    {"quarter", word(Kind::Quarter, 4)},
    {"quarters", plural(Kind::Quarter, 4)},
};

struct OrdinalName {
    std::string_view name;
    std::int64_t value;
};

constexpr OrdinalName kUnitOrdinals[] = {
    {"first", 1}, {"second", 2},  {"third", 3},  {"fourth", 4}, {"fifth", 5},
    {"sixth", 6}, {"seventh", 7}, {"eighth", 8}, {"ninth", 9},
};

constexpr OrdinalName kOrdinals[] = {
    {"nineth", 9},           {"tenth", 10},           {"eleventh", 11},
    {"twelfth", 12},         {"thirteenth", 13},      {"fourteenth", 14},
    {"fifteenth", 15},       {"sixteenth", 16},       {"seventeenth", 17},
    {"eighteenth", 18},      {"nineteenth", 19},      {"twentieth", 20},
    {"thirtieth", 30},       {"fortieth", 40},        {"fiftieth", 50},
    {"sixtieth", 60},        {"seventieth", 70},      {"eightieth", 80},
    {"ninetieth", 90},       {"hundredth", 100},      {"thousandth", kThousand},
    {"millionth", kMillion}, {"billionth", kBillion}, {"trillionth", kTrillion},
};

void add_ordinal(WordTable<NumberWord>& table, OrdinalName ordinal) {
    table.add(ordinal.name, word(Kind::Ordinal, ordinal.value));
    // "seconds" is a unit of time and never a fraction.
    if (ordinal.value != 2) {
        table.add(std::string(ordinal.name) + "s", plural(Kind::Ordinals, ordinal.value));
    }
}

/// "twentyone" and "thirtyfirst": written as one word in headlines and by careless writers.
void add_compounds(WordTable<NumberWord>& table) {
    for (const Named& tens : kCardinals) {
        if (tens.entry.kind != Kind::Tens) {
            continue;
        }
        for (const Named& unit : kCardinals) {
            if (unit.entry.kind == Kind::Unit) {
                NumberWord compound = word(Kind::Tens, tens.entry.value + unit.entry.value);
                compound.is_compound = true;
                table.add(std::string(tens.name) + std::string(unit.name), compound);
            }
        }
        for (const OrdinalName& unit : kUnitOrdinals) {
            NumberWord compound = word(Kind::Ordinal, tens.entry.value + unit.value);
            compound.is_compound = true;
            table.add(std::string(tens.name) + std::string(unit.name), compound);
        }
    }
}

WordTable<NumberWord> make_table() {
    WordTable<NumberWord> table;
    for (const Named& named : kCardinals) {
        table.add(named.name, named.entry);
    }
    for (const Named& named : kScales) {
        table.add(named.name, named.entry);
    }
    for (const OrdinalName& ordinal : kUnitOrdinals) {
        add_ordinal(table, ordinal);
    }
    for (const OrdinalName& ordinal : kOrdinals) {
        add_ordinal(table, ordinal);
    }
    add_compounds(table);
    return table;
}

}  // namespace

const WordTable<NumberWord>& number_words() {
    static const WordTable<NumberWord> table = make_table();
    return table;
}

const NumberWord* find_number_word(std::uint64_t word_id) {
    return number_words().find(word_id);
}

}  // namespace atodds
