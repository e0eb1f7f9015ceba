#include "values/date_words.hpp"

#include "base/hash.hpp"
#include "base/utf8.hpp"
#include "values/date_word_list.hpp"
#include "values/holidays.hpp"

#include <algorithm>
#include <array>
#include <cstddef>
#include <string>

namespace atodds {
namespace {

using enum DateWord;
using namespace date_list;

constexpr std::size_t kSlots = 1024;

struct Slot {
    DateWordEntry entry{};
    bool starts_holiday = false;
};

/// Open addressing: a probe is a mask and, for about a word in four, a second look. The ids stand
/// apart from what they lead to, as most words are not there.
class WordTable {
  public:
    WordTable() {
        for (const auto& table : {std::span<const DateWordEntry>{kCalendarWords},
                                  {kUnitWords},
                                  {kNumberWords},
                                  {kRelationWords}}) {
            for (const DateWordEntry& entry : table) {
                slot_for(hash_bytes(entry.text)).entry = entry;
            }
        }
        for (const std::string_view text : kFunctionWords) {
            Slot& slot = slot_for(hash_bytes(text));
            if (slot.entry.word == None) {
                slot.entry = {text, Function};
            }
        }
        for (const std::string_view name : holiday_names()) {
            slot_for(hash_bytes(name.substr(0, name.find(' ')))).starts_holiday = true;
        }
    }

    const Slot* find(std::uint64_t word_id) const {
        for (std::size_t at = word_id % kSlots; ids_[at] != kFree; at = (at + 1) % kSlots) {
            if (ids_[at] == word_id) {
                return &slots_[at];
            }
        }
        return nullptr;
    }

  private:
    Slot& slot_for(std::uint64_t word_id) {
        std::size_t at = word_id % kSlots;
        while (ids_[at] != kFree && ids_[at] != word_id) {
            at = (at + 1) % kSlots;
        }
        ids_[at] = word_id;
        return slots_[at];
    }

    static constexpr std::uint64_t kFree = 0;  ///< the id of no word of the lists

    std::array<std::uint64_t, kSlots> ids_{};
    std::array<Slot, kSlots> slots_{};
};

const WordTable& word_table() {
    static const WordTable table;
    return table;
}

/// "week's" is read as "week"; the possessive is kept apart because it links two dates.
std::string_view possessive_stem(std::string_view word) {
    if (word.back() != 's') {
        return {};
    }
    for (const std::string_view ending : {"'s", "\xE2\x80\x99s"}) {
        if (word.size() > ending.size() && word.ends_with(ending)) {
            return word.substr(0, word.size() - ending.size());
        }
    }
    return {};
}

void classify_word(const WordTable& words, std::string_view word, DateToken& token) {
    token.is_capital = word.front() >= 'A' && word.front() <= 'Z';
    const Slot* slot = words.find(token.word_id);
    if (slot == nullptr) {
        const std::string_view stem = possessive_stem(word);
        if (stem.empty()) {
            return;
        }
        token.is_possessive = true;
        slot = words.find(hash_bytes(to_lower(stem)));
        if (slot == nullptr) {
            return;
        }
    }
    token.word = slot->entry.word;
    token.value = slot->entry.value;
    token.is_short = slot->entry.is_short;
    token.starts_holiday = slot->starts_holiday;
}

void classify_digits(std::string_view digits, DateToken& token) {
    token.word = Digits;
    constexpr std::size_t kMost = 9;
    const bool is_plain =
        std::all_of(digits.begin(), digits.end(), [](char c) { return c >= '0' && c <= '9'; });
    token.length = static_cast<std::uint8_t>(std::min<std::size_t>(digits.size(), 20));
    // Full-width digits and long runs are never part of a date.
    if (!is_plain || digits.size() > kMost) {
        token.length = 20;
        return;
    }
    for (const char c : digits) {
        token.value = token.value * 10 + (c - '0');
    }
}

}  // namespace

void to_date_tokens(std::string_view text, std::span<const Lexeme> lexemes,
                    std::vector<DateToken>& tokens) {
    tokens.clear();
    tokens.reserve(lexemes.size() + 1);
    const WordTable& words = word_table();
    int breaks = 0;
    for (const Lexeme& lexeme : lexemes) {
        if (lexeme.kind == LexemeKind::Break) {
            // "\r\n" is two Breaks in one place.
            const bool is_crlf = text[lexeme.span.begin] == '\n' && lexeme.span.begin > 0 &&
                                 text[lexeme.span.begin - 1] == '\r';
            breaks += is_crlf ? 0 : 1;
            continue;
        }
        if (breaks > 1) {
            tokens.push_back({.span = {lexeme.span.begin, lexeme.span.begin}, .word = Stop});
        }
        DateToken token;
        token.span = lexeme.span;
        token.has_space_before = lexeme.has_space_before || breaks > 0;
        breaks = 0;
        if (lexeme.kind == LexemeKind::Word) {
            token.word_id = lexeme.word_id;
            classify_word(words, slice(text, lexeme.span), token);
        } else if (lexeme.kind == LexemeKind::Digits) {
            classify_digits(slice(text, lexeme.span), token);
        } else {
            token.word = Sign;
            token.sign = lexeme.sign;
        }
        tokens.push_back(token);
    }
    const auto end = static_cast<std::uint32_t>(text.size());
    tokens.push_back({.span = {end, end}, .word = Stop, .has_space_before = true});
}

}  // namespace atodds
