#include "extract/role_nouns.hpp"

#include "extract/word_set.hpp"

#include <algorithm>
#include <string_view>
#include <vector>

namespace atodds {
namespace {

using std::string_view_literals::operator""sv;  // compares sizes first, a plain literal does not

/// Tokens between a name and the noun that says what it is to another: "Rell's long-time deputy and
/// successor". Guessed.
constexpr std::uint32_t kReach = 5;

/// Words before a noun that make it another time: "his former wife", "her ex". A noun of the lists
/// that begins with one of them is found before this is asked.
const WordSet kPast("former ex late estranged then future prospective would-be potential possible");
const WordSet kCompany("company firm group business");
const WordSet kBe("be become remain");

}  // namespace

/// First word of the noun phrase that ends with the noun, its article included.
std::uint32_t RoleNouns::begin_of_phrase(std::uint32_t noun) const {
    std::uint32_t begin = noun;
    while (begin > 0 && noun - begin < kReach) {
        const Token& word = statement_.tokens[begin - 1];
        const bool may_stand = word.tag == Upos::Det || word.tag == Upos::Adj ||
                               word.tag == Upos::Noun || word.tag == Upos::Num ||
                               word.tag == Upos::Adv || word.lower == "-"sv;
        if (!may_stand || builder_.entity_at(begin - 1) != nullptr) {
            break;
        }
        --begin;
    }
    return begin;
}

bool RoleNouns::is_of_other_time(std::uint32_t begin, std::uint32_t noun) const {
    for (std::uint32_t t = begin; t < noun; ++t) {
        if (kPast.holds(statement_.tokens[t].lower_id)) {
            return true;
        }
    }
    return false;
}

/// "The financial capital": one of another kind.
bool RoleNouns::is_qualified(std::uint32_t begin, std::uint32_t noun) const {
    for (std::uint32_t t = begin; t < noun; ++t) {
        const Upos tag = statement_.tokens[t].tag;
        if (tag == Upos::Adj || tag == Upos::Noun) {
            return true;
        }
    }
    return false;
}

/// Whom "his" or "her" means: whom the article says, else the subject of the clause.
std::optional<Party> RoleNouns::possessor_at(std::uint32_t pronoun) const {
    if (std::optional<Party> known = parties_.ending_at(pronoun + 1)) {
        return known;
    }
    const Clause* clause = builder_.clause_of(pronoun);
    const bool has_subject = clause != nullptr && clause->subject < pronoun;
    return has_subject ? parties_.at(clause->subject) : std::nullopt;
}

/// Who is what stands from `start` to `end`.
std::optional<Party> RoleNouns::holder_of(std::uint32_t start, std::uint32_t end,
                                          ToldRole& told) const {
    if (std::optional<Party> subject = subject_of_being(start)) {
        return subject;
    }
    told.is_attribute = true;
    if (start > 1 && parties_.is_word(start - 1, ",")) {
        if (std::optional<Party> before = parties_.ending_at(start - 1)) {
            return before;
        }
    }
    if (parties_.is_word(end, ",")) {
        return parties_.next(end + 1);
    }
    told.is_attribute = false;
    if (end < statement_.tokens.size() && kBe.holds(statement_.tokens[end].lemma_id)) {
        return parties_.next(end + 1);
    }
    return start < end ? parties_.starting_at(end) : std::nullopt;
}

/// The name before "is", "was", "has been", "became".
std::optional<Party> RoleNouns::subject_of_being(std::uint32_t start) const {
    std::uint32_t at = start;
    while (at > 0 && statement_.tokens[at - 1].tag == Upos::Adv) {
        --at;
    }
    if (at == 0 || !kBe.holds(statement_.tokens[at - 1].lemma_id)) {
        return std::nullopt;
    }
    --at;
    while (at > 0 && (statement_.tokens[at - 1].tag == Upos::Aux ||
                      statement_.tokens[at - 1].tag == Upos::Adv)) {
        --at;
    }
    return parties_.ending_at(at);
}

/// "A is B's successor", "A, the successor of B", "B's successor, A": first A, second B.
void RoleNouns::read(ToldRole& told) const {
    const std::uint32_t begin = begin_of_phrase(told.range.begin);
    const std::vector<std::string_view> kinds = words_.kinds_of(told.word->act);
    const bool is_exclusive = std::ranges::find(kinds, "exclusive") != kinds.end();
    if (is_of_other_time(begin, told.range.begin) ||
        (is_exclusive && is_qualified(begin, told.range.begin))) {
        return;
    }
    std::uint32_t start = begin;
    std::uint32_t end = told.range.end;
    if (end < statement_.tokens.size() && kCompany.holds(statement_.tokens[end].lower_id)) {
        ++end;
    }
    if (begin > 0 && parties_.is_possessive(begin - 1)) {
        told.second = parties_.ending_at(begin - 1);
    } else if (begin > 0 && statement_.tokens[begin - 1].tag == Upos::Pron) {
        told.second = possessor_at(begin - 1);  // "his successor"
    }
    if (told.second) {
        start = told.second->tokens.begin;
    } else {
        told.second = parties_.behind(end, "of");
        if (!told.second && told.word->act == "succession") {
            told.second = parties_.behind(end, "to");
        }
        end = told.second ? told.second->tokens.end : end;
    }
    if (told.second) {
        told.first = holder_of(start, end, told);
    }
}

}  // namespace atodds
