#include "extract/claim_reader.hpp"

#include "extract/word_set.hpp"

#include <algorithm>
#include <string>
#include <string_view>
#include <utility>

namespace atodds {
namespace {

using std::string_view_literals::operator""sv;  // compares sizes first, a plain literal does not

/// Guessed: a headline takes back one or two things, not ten.
constexpr std::size_t kMostFrameClaims = 5;
/// Tokens; a longer statement says more than that something is untrue. Guessed.
constexpr std::size_t kLongestFrame = 30;

/// Tokens from "no" to its noun: "no major trade gap". Guessed.
constexpr std::uint32_t kNounReach = 4;

constexpr const char* kClaim = "open/claim";

bool is_no(const Qualifiers& said) {
    return (said.polarity == Polarity::Negative) != (said.stance == Stance::Denies);
}

class ClaimReader {
  public:
    explicit ClaimReader(OpenFactBuilder& builder)
        : builder_(builder), statement_(builder.statement()) {
        for (const Clause& clause : statement_.clauses) {
            has_finite_ = has_finite_ || (clause.is_finite && clause.verb != kNoToken);
        }
        frame_ = denial_frame();
    }

    void read(std::vector<Fact>& facts) {
        for (const Clause& clause : statement_.clauses) {
            if (clause.verb != kNoToken && statement_.tokens[clause.verb].lemma == "deny") {
                read_denied_by(clause, facts);
            }
            if (clause.verb != kNoToken && asserts(clause) && !(frame_ == clause.verb)) {
                if (stops_an_act(clause)) {
                    add_stopped_claim(clause, facts);
                } else {
                    add_clause_claim(clause, facts);
                }
            }
        }
        if (!has_finite_) {
            read_headline(facts);
        }
        if (frame_ != kNoToken) {
            add_frame_claims(facts);
        }
        read_extremes(facts);
    }

  private:
    /// "Veldon denies it paid Lind", "denies paying Lind", "denies reports of a payment": headlines
    /// of which no clause has been made.
    void read_denied_by(const Clause& denial, std::vector<Fact>& facts) {
        const auto size = static_cast<std::uint32_t>(statement_.tokens.size());
        std::uint32_t next = denial.verb + 1;
        if (denial.is_negated || denial.subject == kNoToken || next + 1 >= size) {
            return;
        }
        if (builder_.families().frame_of(statement_.tokens[next]) == WordFamilies::Frame::Report &&
            statement_.tokens[next + 1].lower == "of") {
            add_denied_nouns(next + 2, facts);
            return;
        }
        const bool has_pronoun = statement_.tokens[next].tag == Upos::Pron;
        next += has_pronoun ? 1 : 0;
        const Token& verb = statement_.tokens[next];
        const bool is_act = verb.tag == Upos::Verb && (has_pronoun || verb.form == Form::Gerund);
        const bool is_read = std::any_of(
            statement_.clauses.begin(), statement_.clauses.end(),
            [&](const Clause& clause) { return clause.verb == next && asserts(clause); });
        if (is_act && !is_read) {
            Clause denied;
            denied.verb = next;
            denied.subject = denial.subject;
            denied.object = noun_after(next + 1);
            add_clause_claim(denied, facts);
            facts.back().qualifiers.polarity = Polarity::Negative;
            facts.back().qualifiers.stance = Stance::Asserts;
        }
    }

    /// The last of the nouns that follow from `t` on; kNoToken where none comes soon.
    std::uint32_t noun_after(std::uint32_t t) const {
        std::uint32_t noun = kNoToken;
        const auto end = std::min<std::uint32_t>(
            t + kNounReach, static_cast<std::uint32_t>(statement_.tokens.size()));
        for (; t < end; ++t) {
            const Upos tag = statement_.tokens[t].tag;
            if (tag == Upos::Noun || tag == Upos::Propn) {
                noun = t;
            } else if (noun != kNoToken || (tag != Upos::Det && tag != Upos::Adj)) {
                break;
            }
        }
        return noun;
    }

    /// What stands in "reports of a closed bridge", each word as a claim that it is not so.
    void add_denied_nouns(std::uint32_t t, std::vector<Fact>& facts) {
        const auto end = std::min<std::uint32_t>(
            t + 2 * kNounReach, static_cast<std::uint32_t>(statement_.tokens.size()));
        std::size_t count = 0;
        for (; t < end && count < kMostFrameClaims; ++t) {
            const Upos tag = statement_.tokens[t].tag;
            if ((tag == Upos::Noun || tag == Upos::Verb) && builder_.entity_at(t) == nullptr) {
                add_frame_claim(t, facts);
                ++count;
            }
        }
    }

    /// "One of the best-selling singles": which end of its kind a thing stands at.
    void read_extremes(std::vector<Fact>& facts) {
        std::size_t count = 0;
        const auto size = static_cast<std::uint32_t>(statement_.tokens.size());
        for (std::uint32_t t = 0; t + 1 < size && count < kMostFrameClaims; ++t) {
            const std::string_view end = builder_.families().end_of(statement_.tokens[t]);
            const std::uint32_t noun = end.empty() ? kNoToken : noun_behind(t + 1);
            if (noun == kNoToken) {
                continue;
            }
            Fact& fact = builder_.new_fact(kClaim, {t, t + 1}, facts);
            fact.value.type = ValueType::Polarity;
            fact.value.text = "yes";
            builder_.add("axis", end, statement_.tokens[t].span);
            builder_.add("extreme", end, statement_.tokens[t].span);
            builder_.add("predicate", noun);
            const Clause* clause = builder_.clause_of(t);
            if (clause != nullptr && clause->subject != kNoToken && clause->subject < t) {
                add_actor(clause->subject);
                builder_.add("subject", clause->subject);
            }
            builder_.fill_slots(fact, nullptr, {t, t + 1}, kNoToken);
            ++count;
        }
    }

    /// The noun of "- selling singles" from `t` on; kNoToken where none comes soon.
    std::uint32_t noun_behind(std::uint32_t t) const {
        std::uint32_t noun = kNoToken;
        const auto end = std::min<std::uint32_t>(
            t + kNounReach, static_cast<std::uint32_t>(statement_.tokens.size()));
        for (; t < end; ++t) {
            const Token& token = statement_.tokens[t];
            if (token.tag == Upos::Noun) {
                noun = t;
            } else if (noun != kNoToken || (token.tag != Upos::Verb && token.tag != Upos::Adj &&
                                            token.lower != "-"sv)) {
                break;
            }
        }
        return noun;
    }

    /// "Mayor to lead museum": a noun, "to" and a verb that no clause has been made of.
    void read_headline(std::vector<Fact>& facts) {
        for (std::uint32_t t = 1; t + 1 < statement_.tokens.size(); ++t) {
            const Token& before = statement_.tokens[t - 1];
            const Token& verb = statement_.tokens[t + 1];
            const bool is_read = std::any_of(
                statement_.clauses.begin(), statement_.clauses.end(),
                [&](const Clause& clause) { return clause.verb == t + 1 && asserts(clause); });
            if (statement_.tokens[t].lower == "to"sv && verb.tag == Upos::Verb && !is_read &&
                (before.tag == Upos::Noun || before.tag == Upos::Propn)) {
                Clause clause;
                clause.verb = t + 1;
                clause.subject = t - 1;
                add_clause_claim(clause, facts);
                return;
            }
        }
    }

    /// "Stopped selling": the verb is "stop" and the act stands behind it.
    bool stops_an_act(const Clause& clause) const {
        const std::string& verb = statement_.tokens[clause.verb].lemma;
        const std::uint32_t act = clause.verb + 1;
        return (verb == "stop" || verb == "cease" || verb == "quit") &&
               act < statement_.tokens.size() && statement_.tokens[act].tag == Upos::Verb &&
               statement_.tokens[act].form == Form::Gerund;
    }

    /// What is stopped is no longer done; what is not stopped goes on.
    void add_stopped_claim(const Clause& clause, std::vector<Fact>& facts) {
        Clause stopped = clause;
        stopped.verb = clause.verb + 1;
        stopped.object = kNoToken;
        add_clause_claim(stopped, facts);
        Polarity& polarity = facts.back().qualifiers.polarity;
        polarity = polarity == Polarity::Negative ? Polarity::Positive : Polarity::Negative;
    }

    /// "There is no gap", "has no plans": the negation stands behind the verb and reaches it.
    bool has_denied_noun(const Clause& clause) const {
        const bool is_existential = clause.subject != kNoToken && clause.subject > clause.verb &&
                                    statement_.tokens[clause.verb].lemma == "be"sv;
        const std::uint32_t noun = is_existential ? clause.subject : clause.object;
        if (noun == kNoToken || noun <= clause.verb) {
            return false;
        }
        for (std::uint32_t t = clause.verb + 1; t < noun; ++t) {
            const Token& token = statement_.tokens[t];
            if (token.lower == "no"sv) {
                return t == clause.verb + 1 && noun - t <= kNounReach;
            }
        }
        return false;
    }

    /// "to play" and "arrested" say something by themselves only where nothing finite stands.
    bool asserts(const Clause& clause) const {
        if (clause.is_finite || !has_finite_ || denied_parent(clause) != nullptr) {
            return subject_of(clause) != kNoToken;
        }
        return false;
    }

    std::uint32_t subject_of(const Clause& clause) const {
        if (clause.subject != kNoToken) {
            return clause.subject;
        }
        const Token& verb = statement_.tokens[clause.verb];
        return verb.relation == Relation::Relative ? verb.head : kNoToken;
    }

    /// "is not the man who paid": the clause above whose denied predicate this one describes.
    const Clause* denied_parent(const Clause& clause) const {
        if (clause.parent >= statement_.clauses.size()) {
            return nullptr;
        }
        const Clause& parent = statement_.clauses[clause.parent];
        const bool describes = parent.is_negated && parent.verb != kNoToken &&
                               !is_nobody(parent.subject) &&
                               statement_.tokens[parent.verb].tag != Upos::Verb &&
                               statement_.tokens[clause.verb].head == parent.verb;
        return describes ? &parent : nullptr;
    }

    /// "No soldiers were in the school that was hit" denies the soldiers and not the hit.
    bool is_nobody(std::uint32_t subject) const {
        const std::uint32_t reach = subject != kNoToken ? std::min(subject, kNounReach) : 0;
        for (std::uint32_t back = 0; back < reach; ++back) {
            const Token& token = statement_.tokens[subject - back - 1];
            if (token.lower == "no"sv) {
                return true;
            }
        }
        return false;
    }

    void add_clause_claim(const Clause& clause, std::vector<Fact>& facts) {
        const TokenRange verb{clause.verb, clause.verb + 1};
        Fact& fact = builder_.new_fact(kClaim, verb, facts);
        fact.value.type = ValueType::Polarity;
        fact.value.text = "yes";
        Clause told = clause;
        told.subject = subject_of(clause);
        if (const Clause* parent = denied_parent(clause); parent != nullptr) {
            told.subject = parent->subject;
            if (!is_no(fact.qualifiers)) {
                fact.qualifiers.polarity = Polarity::Negative;
                fact.qualifiers.stance = Stance::Asserts;
            }
        }
        if (has_denied_noun(clause) && !is_no(fact.qualifiers)) {
            fact.qualifiers.polarity = Polarity::Negative;
        }
        add_actor(told.subject);
        add_side_named(told.subject);
        add_state(clause.verb);
        if (clause.object != kNoToken) {
            builder_.add("object", clause.object);
        }
        if (clause.voice == Voice::Passive && clause.agent != kNoToken) {
            add_actor(clause.agent);
            builder_.add("agent", clause.agent);
        }
        settle_double_denial(fact.qualifiers);
        if (is_no(fact.qualifiers)) {
            add_denied(clause, told.subject);
        }
        builder_.fill_slots(fact, &told, verb, kNoToken);
    }

    /// Who or what acts: the entity, else the noun; a pronoun is nobody known.
    void add_actor(std::uint32_t subject) {
        if (subject == kNoToken) {
            return;
        }
        const Token& word = statement_.tokens[subject];
        if (builder_.add_actor(subject)) {
            return;
        }
        if (word.tag == Upos::Noun || word.tag == Upos::Propn) {
            builder_.add("actor", subject);
        }
    }

    /// "Is in critical condition", "remains critical": the state that excludes another one.
    void add_state(std::uint32_t verb) {
        static const WordSet kStaying("remain stay become appear seem");
        const std::vector<Token>& tokens = statement_.tokens;
        std::uint32_t state = kNoToken;
        if (tokens[verb].tag == Upos::Noun && verb > 0 && tokens[verb - 1].tag == Upos::Adj) {
            state = verb - 1;
        } else if (kStaying.holds(tokens[verb].lemma_id) && verb + 1 < tokens.size()) {
            const bool has_adverb = tokens[verb + 1].tag == Upos::Adv;
            state = verb + (has_adverb ? 2 : 1);
        }
        if (state >= tokens.size() || tokens[state].tag != Upos::Adj) {
            return;
        }
        for (const std::string& axis : builder_.families().axes_of(tokens[state])) {
            builder_.add("axis", axis, tokens[state].span);
        }
    }

    /// "The home team of Ketterby lost": who plays for a place is told by its name.
    void add_side_named(std::uint32_t subject) {
        static const WordSet kSides("team side squad army government parliament");
        if (subject == kNoToken || subject + 2 >= statement_.tokens.size() ||
            !kSides.holds(statement_.tokens[subject].lower_id) ||
            statement_.tokens[subject + 1].lower != "of") {
            return;
        }
        const bool has_article = statement_.tokens[subject + 2].tag == Upos::Det;
        const std::uint32_t name = subject + (has_article ? 3 : 2);
        if (name < statement_.tokens.size() && builder_.add_actor(name)) {
            builder_.add("subject", name);
        }
    }

    /// "Rumor debunked: it was not sold" denies the sale once, unlike "he denied he had not paid".
    void settle_double_denial(Qualifiers& said) const {
        if (frame_ != kNoToken && said.polarity == Polarity::Negative) {
            said.stance = Stance::Asserts;
        }
    }

    /// What the denial is about: one who "is not an American singer" may still be a singer.
    void add_denied(const Clause& clause, std::uint32_t subject) {
        const std::uint16_t own = statement_.tokens[clause.verb].clause;
        for (std::uint32_t t = 0; t < statement_.tokens.size(); ++t) {
            const Token& token = statement_.tokens[t];
            const bool is_behind = subject == kNoToken || subject > clause.verb || t > subject;
            if (token.clause == own && is_behind && t != clause.verb && is_content(token)) {
                builder_.add("denied", t);
            }
        }
    }

    /// The word that takes the statement back: "hoax", "fake", or "true" and "real" under a
    /// negation. kNoToken where there is none or the statement is too long to be about it.
    std::uint32_t denial_frame() const {
        if (statement_.tokens.size() > kLongestFrame) {
            return kNoToken;
        }
        for (std::uint32_t t = 0; t < statement_.tokens.size(); ++t) {
            const WordFamilies::Frame frame = builder_.families().frame_of(statement_.tokens[t]);
            if (frame == WordFamilies::Frame::None || frame == WordFamilies::Frame::Report) {
                continue;
            }
            const bool is_denied = builder_.qualify({t, t + 1}).polarity == Polarity::Negative;
            if (is_denied == (frame == WordFamilies::Frame::True)) {
                return t;
            }
        }
        return kNoToken;
    }

    void add_frame_claims(std::vector<Fact>& facts) {
        std::size_t count = 0;
        for (std::uint32_t t = 0; t < statement_.tokens.size() && count < kMostFrameClaims; ++t) {
            const Token& token = statement_.tokens[t];
            const bool is_named =
                std::any_of(statement_.entities.begin(), statement_.entities.end(),
                            [&](const EntityMention& name) {
                                return t >= name.tokens.begin && t < name.tokens.end;
                            });
            const bool is_told = std::any_of(statement_.clauses.begin(), statement_.clauses.end(),
                                             [&](const Clause& clause) {
                                                 return clause.verb == t && asserts(clause) &&
                                                        is_no(builder_.qualify({t, t + 1}));
                                             });
            const bool may_happen =
                token.tag == Upos::Noun || token.tag == Upos::Verb || token.tag == Upos::Adj;
            if (may_happen && !is_named && !is_told &&
                builder_.families().frame_of(token) == WordFamilies::Frame::None) {
                add_frame_claim(t, facts);
                ++count;
            }
        }
    }

    void add_frame_claim(std::uint32_t token, std::vector<Fact>& facts) {
        Fact& fact = builder_.new_fact(kClaim, {token, token + 1}, facts);
        fact.value.type = ValueType::Polarity;
        fact.value.text = "yes";
        fact.qualifiers.polarity = Polarity::Negative;
        fact.qualifiers.stance = Stance::Asserts;
        fact.qualifiers.certainty = Certainty::Asserted;
        builder_.add("predicate", token);
        builder_.fill_slots(fact, nullptr, {token, token + 1}, kNoToken);
    }

    OpenFactBuilder& builder_;
    const Statement& statement_;
    bool has_finite_ = false;
    std::uint32_t frame_ = kNoToken;  ///< the word that takes the statement back
};

}  // namespace

void read_claims(OpenFactBuilder& builder, std::vector<Fact>& facts) {
    ClaimReader(builder).read(facts);
}

}  // namespace atodds
