#pragma once
// Currencies: signs, ISO 4217 codes, names with their countries, subunits. A name that several
// countries share and no country qualifies ("francs") keeps its own name as the unit, for picking a
// country would invent a fact; the dollar keeps "$".

#include "values/lexeme_view.hpp"
#include "values/word_table.hpp"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>

namespace atodds {

enum class CurrencyForm : std::uint8_t {
    Sign,  ///< $, US$, £: before or after the amount
    Code,  ///< USD, RMB, Rs: before or after the amount
    Name,  ///< dollars, Swiss francs: after the amount
};

struct CurrencyMatch {
    std::string_view unit;  ///< ISO code, "$", or a shared name; points into a constant table
    CurrencyForm form = CurrencyForm::Name;
    std::size_t end = 0;            ///< lexeme after the last of the currency
    bool is_subunit = false;        ///< cents, pence: a hundredth of some main unit
    bool is_everyday_noun = false;  ///< pound, won, real: also other things
};

/// A currency that starts at lexeme `at`: "$", "US $", "HK$", "USD", "Rs.", "US dollars".
std::optional<CurrencyMatch> find_currency(const LexemeView& view, std::size_t at);

/// The unit of an ISO code in lower case; the view points into a constant table.
std::optional<std::string_view> find_currency_code(std::string_view lower_code);

/// The words that a currency can start with.
const WordTable<bool>& currency_starts();

}  // namespace atodds
