#include "values/currency_table.hpp"

#include "values/currency_list.hpp"
#include "values/word_table.hpp"

#include <string>

namespace atodds {
namespace {

struct CurrencyTables {
    WordTable<std::string_view> prefixes;
    WordTable<std::string_view> codes;
    WordTable<const CurrencyNameRow*> names;
    WordTable<bool> countries;
    WordTable<bool> starts;

    CurrencyTables() {
        for (const DollarPrefixRow& row : kDollarPrefixes) {
            prefixes.add(row.prefix, row.unit);
            starts.add(row.prefix, true);
        }
        for (const CurrencyCodeRow& row : kCurrencyCodes) {
            codes.add(row.code, row.unit);
            starts.add(row.code, true);
        }
        for (const CurrencyNameRow& row : kCurrencyNames) {
            names.add(row.name, &row);
            names.add(std::string(row.name) + "s", &row);
        }
        for (const CurrencyPairRow& row : kCurrencyPairs) {
            countries.add(row.country, true);
        }
    }
};

const CurrencyTables& tables() {
    static const CurrencyTables built;
    return built;
}

const CurrencySignRow* find_sign(char32_t sign) {
    for (const CurrencySignRow& row : kCurrencySigns) {
        if (row.sign == sign) {
            return &row;
        }
    }
    return nullptr;
}

/// "US$", "C $": one word and a dollar sign. A single letter must stand at the sign or be the
/// start of a word of its own, so that "a $ 4 billion deal" stays American English.
std::optional<CurrencyMatch> find_prefixed_dollar(const LexemeView& view, std::size_t at) {
    const std::string_view* unit = tables().prefixes.find(view.word_id(at));
    std::size_t sign = at + 1;
    // "U.S. $5"
    if (unit != nullptr && view.slice(at) == "U" && view.is_sign(at + 1, U'.') &&
        view.slice(at + 2) == "S" && view.is_sign(at + 3, U'.')) {
        sign = at + 4;
    }
    if (unit == nullptr || !view.is_sign(sign, U'$')) {
        return std::nullopt;
    }
    const bool is_article = view.word_id(at) == hash_bytes("a");
    if (!view.is_glued(sign) && (is_article || view.slice(at) == "s")) {
        return std::nullopt;
    }
    return CurrencyMatch{*unit, CurrencyForm::Sign, sign + 1, false, false};
}

std::string_view pair_unit(const LexemeView& view, std::size_t country, std::string_view unit) {
    for (const CurrencyPairRow& row : kCurrencyPairs) {
        if (row.name == unit && view.word_id(country) == hash_bytes(row.country)) {
            return row.unit;
        }
    }
    return {};
}

/// "yen", "Swiss francs", "Hong Kong dollars", "U.S. dollars", "pounds sterling".
std::optional<CurrencyMatch> find_named(const LexemeView& view, std::size_t at) {
    if (!view.is_word(at)) {
        return std::nullopt;
    }
    if (const CurrencyNameRow* const* row = tables().names.find(view.word_id(at))) {
        std::size_t end = at + 1;
        CurrencyMatch match{(*row)->unit, CurrencyForm::Name, end, (*row)->is_subunit,
                            (*row)->is_everyday_noun};
        if (match.unit == "GBP" && view.word_id(end) == hash_bytes("sterling")) {
            match.end = end + 1;
            match.is_everyday_noun = false;
        }
        return match;
    }
    std::size_t name = at;
    std::size_t country = at;
    if (view.slice(at) == "U" && view.is_sign(at + 1, U'.') && view.is_word(at + 2)) {
        name = view.is_sign(at + 3, U'.') ? at + 4 : at + 3;
        const CurrencyNameRow* const* row = tables().names.find(view.word_id(name));
        const bool is_dollar = row != nullptr && (*row)->unit == "$";
        return is_dollar ? std::optional<CurrencyMatch>(
                               CurrencyMatch{"USD", CurrencyForm::Name, name + 1, false, false})
                         : std::nullopt;
    }
    // One or two country words: "Hong Kong", "New Zealand", "South African".
    while (name < at + 2 && tables().countries.find(view.word_id(name)) != nullptr) {
        country = name;
        ++name;
    }
    const CurrencyNameRow* const* row =
        name == at ? nullptr : tables().names.find(view.word_id(name));
    if (row == nullptr) {
        return std::nullopt;
    }
    const std::string_view unit = pair_unit(view, country, (*row)->unit);
    if (unit.empty()) {
        return std::nullopt;
    }
    return CurrencyMatch{unit, CurrencyForm::Name, name + 1, (*row)->is_subunit, false};
}

/// "美元", "欧元": two characters, each a word of its own to the lexer.
std::optional<CurrencyMatch> find_ideographs(const LexemeView& view, std::size_t at) {
    struct Row {
        std::string_view first;
        std::string_view unit;
    };

    static constexpr Row kRows[] = {{"美", "USD"}, {"欧", "EUR"}, {"歐", "EUR"},
                                    {"日", "JPY"}, {"港", "HKD"}, {"韩", "KRW"}};
    if (view.slice(at + 1) == "英" || view.slice(at) == "英") {
        const bool is_pound = view.slice(at) == "英" && view.slice(at + 1) == "镑";
        return is_pound ? std::optional<CurrencyMatch>(
                              CurrencyMatch{"GBP", CurrencyForm::Name, at + 2, false, false})
                        : std::nullopt;
    }
    for (const Row& row : kRows) {
        if (view.slice(at) == row.first && view.slice(at + 1) == "元") {
            return CurrencyMatch{row.unit, CurrencyForm::Name, at + 2, false, false};
        }
    }
    return std::nullopt;
}

bool is_upper_code(std::string_view word) {
    for (const char c : word) {
        if (c >= 'a' && c <= 'z') {
            return false;
        }
    }
    return true;
}

}  // namespace

std::optional<CurrencyMatch> find_currency(const LexemeView& view, std::size_t at) {
    if (const CurrencySignRow* row = find_sign(view.sign(at))) {
        return CurrencyMatch{row->unit, CurrencyForm::Sign, at + 1, row->is_subunit, false};
    }
    if (!view.is_word(at)) {
        return std::nullopt;
    }
    if (static_cast<unsigned char>(view.slice(at)[0]) >= 0xE4) {
        if (auto ideographs = find_ideographs(view, at)) {
            return ideographs;
        }
    }
    if (auto dollar = find_prefixed_dollar(view, at)) {
        return dollar;
    }
    if (const std::string_view* unit = tables().codes.find(view.word_id(at))) {
        // Some codes are words ("try", "php", "all"): those count in capitals only.
        const std::string_view word = view.slice(at);
        const bool is_word_like = *unit == "TRY" || *unit == "PEN" || *unit == "MAD" ||
                                  *unit == "COP" || *unit == "RON" || *unit == "GEL" ||
                                  *unit == "ARS" || word == "nis";
        if (!is_word_like || is_upper_code(word)) {
            const bool has_point = (word == "Rs" || word == "Rp") && view.is_sign(at + 1, U'.') &&
                                   view.is_glued(at + 1) && view.is_digits(at + 2);
            return CurrencyMatch{*unit, CurrencyForm::Code, has_point ? at + 2 : at + 1, false,
                                 false};
        }
    }
    return find_named(view, at);
}

std::optional<std::string_view> find_currency_code(std::string_view lower_code) {
    const std::string_view* unit = tables().codes.find(hash_bytes(lower_code));
    return unit == nullptr ? std::nullopt : std::optional<std::string_view>(*unit);
}

const WordTable<bool>& currency_starts() {
    return tables().starts;
}

}  // namespace atodds
