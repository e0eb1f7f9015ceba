#include "text/abbreviations.hpp"

#include <doctest/doctest.h>

namespace atodds {
namespace {

struct Row {
    const char* word;
    AbbreviationKind kind;
};

TEST_CASE("a word before a full stop is an abbreviation of its kind") {
    const Row rows[] = {
        {"adm", AbbreviationKind::Title},          {"vs", AbbreviationKind::Title},
        {"approx", AbbreviationKind::Title},       {"messrs", AbbreviationKind::Title},
        {"apr", AbbreviationKind::Plain},          {"yrs", AbbreviationKind::Plain},
        {"ph.d", AbbreviationKind::Plain},         {"u.s", AbbreviationKind::Plain},
        {"u.s.s.r", AbbreviationKind::Plain},      {"art", AbbreviationKind::BeforeDigit},
        {"vols", AbbreviationKind::BeforeDigit},   {"bridge", AbbreviationKind::None},
        {"bridges", AbbreviationKind::None},       {"yesterday", AbbreviationKind::None},
        {"a.b.c.d.e.f.g", AbbreviationKind::None}, {"", AbbreviationKind::None},
    };
    for (const Row& row : rows) {
        CAPTURE(row.word);
        CHECK(abbreviation_kind(row.word) == row.kind);
    }
}

TEST_CASE("small words of the language open sentences, names do not") {
    for (const char* word : {"a", "no", "nor", "not", "over", "your"}) {
        CAPTURE(word);
        CHECK(is_sentence_opener(word));
    }
    for (const char* word : {"", "acme", "zebra", "nothing"}) {
        CAPTURE(word);
        CHECK_FALSE(is_sentence_opener(word));
    }
}

}  // namespace
}  // namespace atodds
