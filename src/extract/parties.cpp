#include "extract/parties.hpp"

#include "extract/word_set.hpp"

#include <algorithm>
#include <charconv>
#include <string_view>

namespace atodds {
namespace {

using std::string_view_literals::operator""sv;  // compares sizes first, a plain literal does not

/// Tokens before the name in "the reigning three-time champions Ostrow". Guessed.
constexpr std::uint32_t kReach = 7;

/// Names side by side that are one, before and behind a name. Guessed; keeps the work bounded.
constexpr std::size_t kMostParts = 3;

/// Who plays for a place is told by its name: "the team of Italy", "the Ketterby side".
const WordSet kSides("team side squad club eleven outfit xi");

/// A plain word between a verb and the name that it is done to.
bool is_before_name(const Token& token) {
    switch (token.tag) {
        case Upos::Det:
        case Upos::Adj:
        case Upos::Adv:
        case Upos::Num:
        case Upos::Noun:
        case Upos::Propn:
            return true;
        case Upos::Pron:
            return token.relation == Relation::Possessor;
        default:
            return token.lower == "both"sv || score_of(token).has_value();
    }
}

}  // namespace

std::optional<Score> score_of(const Token& token) {
    const std::string_view text = token.lower;
    constexpr std::size_t kMostBytes = 9;  // three digits, a dash of three bytes, three digits
    if (text.size() < 3 || text.size() > kMostBytes || text.front() < '0' || text.front() > '9') {
        return std::nullopt;
    }
    Score score;
    const char* const end = text.data() + text.size();
    const auto [dash, first_error] = std::from_chars(text.data(), end, score.first);
    std::string_view rest(dash, static_cast<std::size_t>(end - dash));
    for (const std::string_view mark : {"-"sv, "\u2013"sv, "\u2014"sv, "\u2011"sv}) {
        if (rest.starts_with(mark)) {
            rest.remove_prefix(mark.size());
            const auto [stop, error] = std::from_chars(rest.data(), end, score.second);
            const bool is_whole = error == std::errc() && stop == end && rest.size() <= 3;
            const bool is_short = dash - text.data() <= 3;
            return is_whole && is_short ? std::optional(score) : std::nullopt;
        }
    }
    return std::nullopt;
}

const EntityMention* Parties::mention_from(std::uint32_t token) const {
    const auto found =
        std::find_if(statement_.entities.begin(), statement_.entities.end(),
                     [&](const EntityMention& name) { return name.tokens.begin == token; });
    return found == statement_.entities.end() ? nullptr : &*found;
}

const EntityMention* Parties::mention_to(std::uint32_t token) const {
    const auto found =
        std::find_if(statement_.entities.begin(), statement_.entities.end(),
                     [&](const EntityMention& name) { return name.tokens.end == token; });
    return found == statement_.entities.end() ? nullptr : &*found;
}

const EntityMention* Parties::mention_at(std::uint32_t token) const {
    const auto found = std::find_if(
        statement_.entities.begin(), statement_.entities.end(), [&](const EntityMention& name) {
            return token >= name.tokens.begin && token < name.tokens.end;
        });
    return found == statement_.entities.end() ? nullptr : &*found;
}

/// With the names right before and behind it, which are one name to a reader.
Party Parties::grown(const EntityMention& mention) const {
    Party party{mention.tokens, mention.id};
    if (mention.kind >= MentionKind::Description) {
        return party;
    }
    for (std::size_t part = 0; part < kMostParts; ++part) {
        const EntityMention* next = mention_from(party.tokens.end);
        if (next != nullptr && next->kind < MentionKind::Description) {
            party.tokens.end = next->tokens.end;
        }
        const EntityMention* before = mention_to(party.tokens.begin);
        if (before != nullptr && before->kind < MentionKind::Description) {
            party.tokens.begin = before->tokens.begin;
        }
    }
    if (party.tokens != mention.tokens) {
        party.id = "~";
        for (std::uint32_t t = party.tokens.begin; t < party.tokens.end; ++t) {
            party.id += (t == party.tokens.begin ? "" : " ") + statement_.tokens[t].lower;
        }
    }
    return party;
}

std::optional<Party> Parties::starting_at(std::uint32_t token) const {
    const EntityMention* mention = mention_from(token);
    return mention == nullptr ? std::nullopt : std::optional(grown(*mention));
}

/// A single word that opens the statement may be a name that nothing else in the article tells.
std::optional<Party> Parties::opening() const {
    const Token& first = statement_.tokens.front();
    const bool is_name =
        first.is_capitalised && first.tag == Upos::Propn && mention_at(0) == nullptr;
    return is_name ? std::optional(Party{{0, 1}, "~" + first.lower}) : std::nullopt;
}

std::optional<Party> Parties::ending_at(std::uint32_t token) const {
    const EntityMention* mention = mention_to(token);
    if (mention == nullptr) {
        return token == 1 ? opening() : std::nullopt;
    }
    return grown(*mention);
}

std::optional<Party> Parties::at(std::uint32_t head) const {
    if (head >= statement_.tokens.size()) {
        return std::nullopt;
    }
    if (const EntityMention* mention = mention_at(head)) {
        const Party party = grown(*mention);
        return describes_next(party) ? std::nullopt : std::optional(party);
    }
    const Token& noun = statement_.tokens[head];
    if (is_possessive(head + 1)) {
        return starting_at(head + 2);  // the parser takes "the parliament's" for the subject
    }
    if (noun.tag == Upos::Propn && is_word(head + 1, ".")) {
        return starting_at(head + 2);
    }
    if (noun.tag == Upos::Propn && noun.is_capitalised) {
        const std::optional<Party> named = starting_at(head + 1);  // "Mr Carstens"
        return named || head > 0 ? named : opening();
    }
    if (noun.tag != Upos::Noun) {
        return std::nullopt;
    }
    if (kSides.holds(noun.lower_id)) {
        return side_at(head);
    }
    return starting_at(head + 1);
}

/// "The squad of Norland", "Norland's squad", "the Norland squad".
std::optional<Party> Parties::side_at(std::uint32_t noun) const {
    if (is_word(noun + 1, "of")) {
        return next(noun + 2);
    }
    return noun > 1 && is_possessive(noun - 1) ? ending_at(noun - 1) : ending_at(noun);
}

std::optional<Party> Parties::thing_at(std::uint32_t head) const {
    if (std::optional<Party> named = at(head)) {
        return named;
    }
    const Token& noun = statement_.tokens[head];
    const bool is_part = words_.is(RoleMark::Partial, noun) || noun.form == Form::Plural;
    return noun.tag == Upos::Noun && !is_part ? ending_at(head) : std::nullopt;
}

/// "Hartco shares", "Ketterby's mayor": what is done is done to what follows the name.
bool Parties::describes_next(const Party& party) const {
    if (is_possessive(party.tokens.end)) {
        return true;
    }
    if (party.tokens.end >= statement_.tokens.size()) {
        return false;
    }
    const Token& behind = statement_.tokens[party.tokens.end];
    return behind.tag == Upos::Noun && behind.has_space_before && !score_of(behind);
}

std::optional<Party> Parties::next(std::uint32_t token) const {
    const auto size = static_cast<std::uint32_t>(statement_.tokens.size());
    const std::uint32_t end = std::min(size, token + kReach);
    bool has_noun = false;
    for (std::uint32_t t = token; t < end; ++t) {
        if (const std::optional<Party> party = starting_at(t)) {
            const bool is_other_clause = has_noun && party->tokens.end < size &&
                                         (statement_.tokens[party->tokens.end].tag == Upos::Verb ||
                                          statement_.tokens[party->tokens.end].tag == Upos::Aux);
            return describes_next(*party) || is_other_clause ? std::nullopt : party;
        }
        const Token& word = statement_.tokens[t];
        if (kSides.holds(word.lower_id) && is_word(t + 1, "of")) {
            ++t;
            continue;
        }
        if (!is_before_name(word)) {
            return std::nullopt;
        }
        has_noun = has_noun || word.tag == Upos::Noun;
    }
    return std::nullopt;
}

std::optional<Party> Parties::behind(std::uint32_t token, std::string_view preposition) const {
    return is_word(token, preposition) ? next(token + 1) : std::nullopt;
}

bool Parties::is_listed(const Party& party) const {
    const std::uint32_t end = party.tokens.end;
    const bool joins_next = is_word(end, "and") || is_word(end, "&") ||
                            (is_word(end, ",") && starting_at(end + 1) && !is_word(end + 1, "a"));
    const std::uint32_t begin = party.tokens.begin;
    const bool joins_before = begin > 0 && (is_word(begin - 1, "and") || is_word(begin - 1, "&")) &&
                              begin > 1 && ending_at(begin - 1).has_value();
    return (joins_next && (starting_at(end + 1) || is_word(end + 1, "others"))) || joins_before;
}

}  // namespace atodds
