#include "extract/contest_reader.hpp"

#include <algorithm>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

namespace atodds {
namespace {

using std::string_view_literals::operator""sv;  // compares sizes first, a plain literal does not

/// Tokens from the sides of a contest to its score: "beat Ostrow in a thriller 3-1". Guessed.
constexpr std::uint32_t kScoreReach = 5;
/// Tokens from the sides to what is played for. Guessed.
constexpr std::uint32_t kOccasionReach = 12;

class ContestReader {
  public:
    ContestReader(OpenFactBuilder& builder, const RoleWords& words)
        : builder_(builder),
          statement_(builder.statement()),
          words_(words),
          parties_(builder.statement(), words) {}

    void read(RoleWords::Found found, std::uint32_t token, std::vector<Fact>& facts) {
        const RoleWord& word = *found.word;
        Told told;
        told.word = token;
        told.end = found.end;
        const bool is_noun = word.act == "win" || word.act == "defeat" || word.act == "draw";
        told.is_draw = word.act == "drawn" || word.act == "draw";
        if (is_noun) {
            read_noun(word.act, told);
        } else {
            read_verb(word.act, told);
        }
        const bool is_complete = told.winner && told.loser && told.winner->id != told.loser->id;
        const bool is_half =
            is_noun && !told.is_draw && (told.winner || told.loser) && !(told.winner && told.loser);
        if ((is_complete || is_half) && is_meant(token)) {
            told.score = score_near(told);
            if (is_noun || is_played(told)) {
                add(told, facts);
            }
        }
    }

    void read_line(std::uint32_t token, std::vector<Fact>& facts) {
        const std::optional<Score> score = score_of(statement_.tokens[token]);
        std::optional<Party> home = parties_.ending_at(token);
        std::optional<Party> away = parties_.starting_at(token + 1);
        const bool has_verb = std::any_of(
            statement_.clauses.begin(), statement_.clauses.end(), [&](const Clause& clause) {
                return clause.verb != kNoToken && clause.is_finite &&
                       statement_.tokens[clause.verb].tag == Upos::Verb;
            });
        if (!score || !home || !away || has_verb || home->id == away->id) {
            return;
        }
        Told told;
        told.word = token;
        told.end = token + 1;
        told.score = token;
        told.is_draw = score->first == score->second;
        told.winner = score->first < score->second ? away : home;
        told.loser = score->first < score->second ? home : away;
        add(told, facts);
    }

  private:
    struct Told {
        std::uint32_t word = 0;
        std::uint32_t end = 0;  ///< behind the phrase
        std::optional<Party> winner;
        std::optional<Party> loser;
        std::uint32_t score = kNoToken;
        bool is_draw = false;
    };

    /// Behind the phrase and a score: "lost 3-1 to", "won 3-1 against".
    std::uint32_t behind(std::uint32_t token) const {
        while (token < statement_.tokens.size() && score_of(statement_.tokens[token])) {
            ++token;
        }
        return token;
    }

    /// The subject, and where the parser has found none the name before the verb.
    std::optional<Party> subject_of(std::uint32_t verb) const {
        for (const Clause& clause : statement_.clauses) {
            if (clause.verb == verb && clause.subject != kNoToken && clause.subject < verb) {
                return parties_.at(clause.subject);
            }
        }
        return parties_.ending_at(verb);
    }

    bool is_passive(std::uint32_t verb) const {
        return std::any_of(statement_.clauses.begin(), statement_.clauses.end(),
                           [&](const Clause& clause) {
                               return clause.verb == verb && clause.voice == Voice::Passive;
                           });
    }

    void read_verb(std::string_view act, Told& told) const {
        std::optional<Party> subject = subject_of(told.word);
        std::optional<Party> other;
        if (act == "won" && is_passive(told.word)) {
            const std::uint32_t by = behind(told.end);
            other = parties_.behind(by, "by");
            std::swap(subject, other);
        } else {
            other = parties_.next(behind(told.end));
        }
        const bool has_lost = act == "lost";
        told.winner = has_lost ? other : subject;
        told.loser = has_lost ? subject : other;
    }

    /// "A 2-1 win over X", "Y's defeat by X", "gave Y a victory against X".
    void read_noun(std::string_view act, Told& told) const {
        const bool is_defeat = act == "defeat";
        std::optional<Party> other;
        const std::uint32_t next = behind(told.word + 1);
        constexpr std::string_view kOver[] = {"over", "against"};
        constexpr std::string_view kTo[] = {"to", "by", "against"};
        constexpr std::string_view kWith[] = {"with", "against"};
        const auto from = [&](const auto& prepositions) {
            for (const std::string_view preposition : prepositions) {
                if (!other) {
                    other = parties_.behind(next, preposition);
                }
            }
        };
        if (is_defeat) {
            from(kTo);
        } else if (told.is_draw) {
            from(kWith);
        } else {
            from(kOver);
        }
        if (!other) {
            return;
        }
        std::optional<Party> own = holder_of(told.word);
        told.winner = is_defeat ? other : own;
        told.loser = is_defeat ? own : other;
    }

    /// Whose win it is: the possessor, who is given it, or the subject.
    std::optional<Party> holder_of(std::uint32_t noun) const {
        constexpr std::uint32_t kBefore = 6;  // "a hard-fought 2-1 home win"; guessed
        std::uint32_t begin = noun;
        while (begin > 0 && noun - begin < kBefore && is_before_noun(begin - 1)) {
            --begin;
        }
        if (begin > 0 && parties_.is_possessive(begin - 1)) {
            return parties_.ending_at(begin - 1);
        }
        if (begin > 0 && statement_.tokens[begin - 1].lower.ends_with('\'')) {
            return std::nullopt;  // "the Rovers' overtime loss": somebody, no name that is known
        }
        if (std::optional<Party> given = parties_.ending_at(begin); given && begin < noun) {
            return given;
        }
        // "Played in the defeat": whoever plays need not be who has lost.
        const bool is_aside = begin > 0 && statement_.tokens[begin - 1].tag == Upos::Adp;
        const Clause* clause = builder_.clause_of(noun);
        return clause != nullptr && !is_aside && clause->subject != kNoToken &&
                       clause->subject < begin && clause->verb < noun
                   ? parties_.at(clause->subject)
                   : std::nullopt;
    }

    bool is_before_noun(std::uint32_t token) const {
        const Token& word = statement_.tokens[token];
        const bool may_stand = word.tag == Upos::Det || word.tag == Upos::Adj ||
                               word.tag == Upos::Num || word.tag == Upos::Noun ||
                               score_of(word).has_value() || word.lower == "-"sv;
        return may_stand && builder_.entity_at(token) == nullptr;
    }

    bool is_meant(std::uint32_t token) const {
        const Qualifiers said = builder_.qualify({token, token + 1});
        const Clause* clause = builder_.clause_of(token);
        const bool is_open =
            clause != nullptr && (clause->modality != Modality::None || clause->is_negated);
        return !is_open && said.polarity == Polarity::Positive &&
               said.certainty == Certainty::Asserted && said.stance != Stance::Denies &&
               said.stance != Stance::Questions && said.stage != Stage::Planned &&
               said.stage != Stage::Proposed;
    }

    /// "Hopes to beat Ostrow" tells no result, "came back to beat Ostrow 3-1" does.
    bool is_played(const Told& told) const {
        const bool is_infinitive = told.word > 0 && parties_.is_word(told.word - 1, "to") &&
                                   statement_.tokens[told.word].form != Form::Participle;
        const Form form = statement_.tokens[told.word].form;
        return told.score != kNoToken || (!is_infinitive && form != Form::Gerund);
    }

    /// The score beside the word and the names; none where several stand there, as of sets.
    std::uint32_t score_near(const Told& told) const {
        std::uint32_t begin = told.word;
        std::uint32_t end = told.word + 1;
        for (const std::optional<Party>* side : {&told.winner, &told.loser}) {
            if (*side && (*side)->tokens.begin > told.word) {
                end = std::max(end, (*side)->tokens.end);
            }
        }
        begin = begin > kScoreReach ? begin - kScoreReach : 0;
        end = std::min<std::uint32_t>(end + kScoreReach,
                                      static_cast<std::uint32_t>(statement_.tokens.size()));
        std::uint32_t found = kNoToken;
        for (std::uint32_t t = begin; t < end; ++t) {
            if (t < told.word && ends_clause(t)) {
                found = kNoToken;
            } else if (t > told.word && ends_clause(t)) {
                break;
            }
            if (score_of(statement_.tokens[t])) {
                if (found != kNoToken) {
                    return kNoToken;
                }
                found = t;
            }
        }
        if (found == kNoToken) {
            found = named_score();
        }
        return found != kNoToken && has_many_scores(found) ? kNoToken : found;
    }

    /// "By a score of 31-29", wherever it stands.
    std::uint32_t named_score() const {
        for (std::uint32_t t = 2; t < statement_.tokens.size(); ++t) {
            if (parties_.is_word(t - 1, "of") && parties_.is_word(t - 2, "score") &&
                score_of(statement_.tokens[t])) {
                return t;
            }
        }
        return kNoToken;
    }

    bool ends_clause(std::uint32_t token) const {
        const std::string& word = statement_.tokens[token].lower;
        return word == ";" || word == "while" || word == "and" || word == "but" || word == ":";
    }

    /// "6-4, 3-6, 7-5".
    bool has_many_scores(std::uint32_t token) const {
        const auto size = static_cast<std::uint32_t>(statement_.tokens.size());
        return token + 2 < size && parties_.is_word(token + 1, ",") &&
               score_of(statement_.tokens[token + 2]).has_value();
    }

    void add(const Told& told, std::vector<Fact>& facts) {
        std::optional<Score> score;
        if (told.score != kNoToken) {
            score = score_of(statement_.tokens[told.score]);
            if ((score->first == score->second) != told.is_draw) {
                score = std::nullopt;  // level after extra time, and won all the same
            }
        }
        const TokenRange range{told.word, told.word + 1};
        Fact& fact = builder_.new_fact("open/contest", extent(told), facts);
        fact.value.type = ValueType::Category;
        fact.value.unit = "contest";
        std::string figures;
        if (score) {
            figures = std::to_string(std::max(score->first, score->second)) + "-" +
                      std::to_string(std::min(score->first, score->second));
            builder_.add("score", figures, statement_.tokens[told.score].span);
        }
        fact.value.text = name_of(told.winner) + (told.is_draw ? " drew with " : " beat ") +
                          name_of(told.loser) + (figures.empty() ? "" : " ") + figures;
        add_side(told.is_draw ? "drawn" : "winner", told.winner);
        add_side(told.is_draw ? "drawn" : "loser", told.loser);
        add_occasion(told);
        builder_.fill_slots(fact, nullptr, range, kNoToken);
    }

    /// From the first of the sides, the word and the score to the last, where they stand together.
    TokenRange extent(const Told& told) const {
        constexpr std::uint32_t kLongest = 16;  // more is no caret under a result; guessed
        TokenRange range{told.word, told.word + 1};
        for (const std::optional<Party>* side : {&told.winner, &told.loser}) {
            if (*side) {
                range.begin = std::min(range.begin, (*side)->tokens.begin);
                range.end = std::max(range.end, (*side)->tokens.end);
            }
        }
        if (told.score != kNoToken) {
            range.begin = std::min(range.begin, told.score);
            range.end = std::max(range.end, told.score + 1);
        }
        return range.size() > kLongest ? TokenRange{told.word, told.word + 1} : range;
    }

    std::string name_of(const std::optional<Party>& side) const {
        std::string name;
        for (std::uint32_t t = side ? side->tokens.begin : 0; side && t < side->tokens.end; ++t) {
            const ByteSpan span = statement_.tokens[t].span;
            name += name.empty() || !statement_.tokens[t].has_space_before ? "" : " ";
            name += slice(builder_.article().text, span);
        }
        return name.empty() ? "somebody" : name;
    }

    void add_side(std::string_view slot, const std::optional<Party>& side) {
        if (side) {
            builder_.add(slot, side->id, statement_.tokens[side->tokens.begin].span);
        }
    }

    /// "In the cup final", "in the first half", "on penalties".
    void add_occasion(const Told& told) {
        const TokenRange around = extent(told);
        const auto size = static_cast<std::uint32_t>(statement_.tokens.size());
        const std::uint32_t begin =
            around.begin > kOccasionReach ? around.begin - kOccasionReach : 0;
        const std::uint32_t end = std::min(size, around.end + kOccasionReach);
        for (std::uint32_t t = begin; t < end; ++t) {
            const Token& token = statement_.tokens[t];
            for (const auto& [mark, slot] :
                 {std::pair(RoleMark::Occasion, "occasion"), std::pair(RoleMark::Part, "part"),
                  std::pair(RoleMark::Decider, "decider")}) {
                if (words_.is(mark, token) && t != told.word) {
                    builder_.add(slot, token.lemma, token.span);
                }
            }
        }
        for (const EntityMention& name : statement_.entities) {
            if (words_.is(RoleMark::Competition, statement_.tokens[name.tokens.end - 1])) {
                builder_.add("competition", name.id, name.span);
            }
        }
    }

    OpenFactBuilder& builder_;
    const Statement& statement_;
    const RoleWords& words_;
    Parties parties_;
};

}  // namespace

void read_contest(OpenFactBuilder& builder, const RoleWords& words, RoleWords::Found found,
                  std::uint32_t token, std::vector<Fact>& facts) {
    ContestReader(builder, words).read(found, token, facts);
}

void read_score_line(OpenFactBuilder& builder, const RoleWords& words, std::uint32_t token,
                     std::vector<Fact>& facts) {
    ContestReader(builder, words).read_line(token, facts);
}

}  // namespace atodds
