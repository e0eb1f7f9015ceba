#pragma once
// The parser behind read_amount, private to the amount reader's three files: groups and scales
// (amount_groups.cpp), fractions (amount_fractions.cpp), the chain of groups (amount_reader.cpp).

#include "values/amount_reader.hpp"
#include "values/keywords.hpp"
#include "values/number_words.hpp"

#include <cstddef>
#include <optional>

namespace atodds {

/// A piece of an amount and the lexeme after it.
struct Part {
    Decimal value;
    std::size_t end = 0;
};

class AmountParser {
  public:
    AmountParser(const LexemeView& view, std::size_t at, AmountContext context)
        : view_(view), begin_(at), is_money_(context == AmountContext::Money) {
        // In "between one hundred and two hundred" the "and" parts two amounts.
        joins_and_ = at == 0 || keyword(at - 1) != Keyword::Between || has_later_and(at);
    }

    std::optional<Amount> read();

  private:
    Keyword keyword(std::size_t at) const { return find_keyword(view_.word_id(at)); }

    const NumberWord* word(std::size_t at) const {
        return view_.is_word(at) ? find_number_word(view_.word_id(at)) : nullptr;
    }

    bool is_kind(std::size_t at, NumberWordKind kind) const {
        const NumberWord* found = word(at);
        return found != nullptr && found->kind == kind;
    }

    std::size_t skip_dash(std::size_t at) const { return view_.is_dash(at) ? at + 1 : at; }

    bool has_later_and(std::size_t at) const;
    std::optional<Part> read_small(std::size_t at) const;
    std::optional<Part> read_group(std::size_t at, bool& is_digits) const;
    Part read_hundreds(Part group) const;
    Part read_point(Part group) const;
    bool is_before_scale(std::size_t at) const;
    bool is_taken_by_next(std::size_t at) const;
    std::optional<Part> read_scale(std::size_t at, bool is_digits, Decimal mantissa) const;
    std::optional<Part> read_letter_scale(std::size_t at, Decimal mantissa) const;
    bool is_counted_plural(std::size_t at) const;
    bool is_memory(std::size_t at) const;
    std::optional<Part> read_denominator(std::size_t at, bool& is_plural) const;
    std::optional<Part> read_fraction(std::size_t at) const;
    std::optional<Amount> read_head_fraction() const;
    std::optional<Amount> read_ordinal() const;
    std::optional<Amount> read_chain() const;
    std::optional<Part> read_next_group(const Amount& amount, Decimal last_scale,
                                        bool& is_digits) const;
    void add_fraction_tail(Amount& amount, Part fraction, Decimal last_scale) const;
    void add_dozens(Amount& amount) const;
    void divide_by_ordinal(Amount& amount) const;
    void add_rank(Amount& amount) const;
    void apply_fraction_scale(Amount& amount) const;
    std::optional<Part> read_slash_fraction(std::size_t at) const;
    std::optional<Amount> read_slashed() const;

    const LexemeView& view_;
    std::size_t begin_;
    bool is_money_;
    bool joins_and_ = true;
};

}  // namespace atodds
