// Idea: every verb that heads something, and every predicate with a copula, opens a clause; a
// token belongs to the clause of its nearest such ancestor. Clauses are read from the top of the
// tree down, so that what a clause shares with the one above it (a subject, an auxiliary) is known.

#include "text/clause_builder.hpp"

#include "text/token_tree.hpp"
#include "text/verb_group.hpp"

#include <algorithm>
#include <string_view>

namespace atodds {
namespace {

using std::string_view_literals::operator""sv;  // compares sizes first, a plain literal does not

// Clause numbers are 16 bits; statements are shorter than this by far.
constexpr std::size_t kMostClauses = 0xFFFF;

// Verbs whose object does what the infinitive behind it says. Own list.
bool is_request(std::string_view lemma) {
    return is_one_of(lemma,
                     {"advise",    "allow",   "ask",      "authorise", "authorize",  "cause",
                      "command",   "compel",  "convince", "direct",    "discourage", "enable",
                      "encourage", "expect",  "forbid",   "force",     "get",        "help",
                      "instruct",  "invite",  "lead",     "oblige",    "order",      "permit",
                      "persuade",  "press",   "pressure", "prompt",    "push",       "remind",
                      "request",   "require", "tell",     "urge",      "want",       "warn"});
}

/// A thread keeps one and its memory.
class ClauseBuilder {
  public:
    std::vector<Clause> build(std::span<Token> tokens) {
        tokens_ = tokens;
        children_.turn_to(tokens);
        own_.assign(tokens.size(), kNoToken);
        clauses_.clear();
        open_clauses();
        if (clauses_.empty()) {
            clauses_.emplace_back();
            clauses_.back().range = {0, static_cast<std::uint32_t>(tokens_.size())};
            for (Token& token : tokens_) {
                token.clause = 0;
            }
            return std::move(clauses_);
        }
        order_top_down();
        for (const std::uint32_t token : order_) {
            assign(token);
            if (own_[token] != kNoToken) {
                read_clause(clauses_[own_[token]], token);
            }
        }
        measure_ranges();
        return std::move(clauses_);
    }

  private:
    const Token& token(std::uint32_t index) const { return tokens_[index]; }

    bool is_predicate(std::uint32_t index) const {
        const Token& word = token(index);
        if (is_auxiliary_relation(word.relation)) {
            return false;
        }
        if (word.tag == Upos::Verb) {
            return !is_one_of_relations(word.relation) ||
                   has_own_subject(tokens_, children_, index);
        }
        if (word.tag == Upos::Aux) {
            return true;
        }
        return std::any_of(
            children_.of(index).begin(), children_.of(index).end(),
            [this](std::uint32_t c) { return token(c).relation == Relation::Copula; });
    }

    /// Relations of verb forms that are used as adjectives, nouns or prepositions.
    static bool is_one_of_relations(Relation relation) {
        return relation == Relation::Modifier || relation == Relation::Compound ||
               relation == Relation::Case || relation == Relation::Name ||
               relation == Relation::Determiner || relation == Relation::Marker;
    }

    void open_clauses() {
        constexpr std::size_t kUsual = 6;  // only memory depends on it
        clauses_.reserve(kUsual);
        for (std::uint32_t i = 0; i < tokens_.size() && clauses_.size() < kMostClauses; ++i) {
            if (is_predicate(i)) {
                own_[i] = static_cast<std::uint32_t>(clauses_.size());
                clauses_.emplace_back();
                clauses_.back().verb = i;
            }
        }
    }

    void order_top_down() {
        order_.clear();
        order_.reserve(tokens_.size());
        for (std::uint32_t i = 0; i < tokens_.size(); ++i) {
            if (token(i).head >= tokens_.size()) {
                order_.push_back(i);
            }
        }
        for (std::size_t at = 0; at < order_.size(); ++at) {
            for (const std::uint32_t child : children_.of(order_[at])) {
                order_.push_back(child);
            }
        }
    }

    void assign(std::uint32_t index) {
        Token& word = tokens_[index];
        if (own_[index] != kNoToken) {
            word.clause = static_cast<std::uint16_t>(own_[index]);
        } else {
            word.clause = word.head < tokens_.size() ? tokens_[word.head].clause : std::uint16_t{0};
        }
    }

    /// Clause above: of the head; a coordinated verb has the parent of the verb it is joined to.
    void read_clause(Clause& clause, std::uint32_t verb) {
        const Token& word = token(verb);
        const bool has_head = word.head < tokens_.size();
        const Clause* above = has_head ? &clauses_[token(word.head).clause] : nullptr;
        const bool is_joined =
            word.relation == Relation::Conjunct && above != nullptr && above->verb == word.head;
        if (is_joined) {
            clause.parent = above->parent;
            clause.is_subordinate = above->is_subordinate;
        } else if (above != nullptr && above != &clause && above->verb != kNoToken) {
            clause.parent = token(word.head).clause;
            clause.is_subordinate = word.relation != Relation::Other;
        }
        const VerbGroup group = read_group(tokens_, children_, verb);
        read_tense(clause, word, group);
        read_voice(clause, tokens_, children_, group);
        read_arguments(clause, verb);
        clause.is_negated = is_negated(clause, verb);
        read_bare_participle(clause, tokens_, children_, group);
        if (is_joined) {
            share_group(clause, *above, verb, group);
        }
        if (clause.subject == kNoToken && above != nullptr && above != &clause) {
            clause.subject = shared_subject(clause, *above, verb, group);
        }
        if (word.relation == Relation::Relative && has_head) {
            resolve_relative(clause, word.head, group);
        }
        const bool is_duty = group.has_to && above != nullptr && above->verb == word.head &&
                             is_one_of(token(above->verb).lemma, {"have", "need", "oblige"});
        clause.modality = is_duty ? Modality::Obligatory : clause.modality;
    }

    void read_arguments(Clause& clause, std::uint32_t verb) const {
        std::uint32_t second_object = kNoToken;
        for (const std::uint32_t child : children_.of(verb)) {
            const Token& word = token(child);
            if (is_subject_relation(word.relation)) {
                // "there are plans": the plans, not the filler before them.
                const bool is_filler = clause.subject == kNoToken ||
                                       token(clause.subject).lower == "there"sv ||
                                       token(clause.subject).lower == "it"sv;
                clause.subject = is_filler ? child : clause.subject;
            } else if (word.relation == Relation::Object && clause.object == kNoToken) {
                clause.object = child;
            } else if (word.relation == Relation::IndirectObject) {
                second_object = child;
            } else if (clause.agent == kNoToken && is_agent(clause, child)) {
                clause.agent = child;
            }
        }
        clause.object = clause.object == kNoToken ? second_object : clause.object;
    }

    bool is_agent(const Clause& clause, std::uint32_t child) const {
        const Token& word = token(child);
        if (word.relation == Relation::Agent) {
            return clause.voice == Voice::Passive;
        }
        if (word.relation != Relation::Oblique || clause.voice != Voice::Passive ||
            (word.tag != Upos::Propn && word.tag != Upos::Pron) || is_time_word(word.lower)) {
            return false;
        }
        const auto children = children_.of(child);
        return std::any_of(children.begin(), children.end(), [this](std::uint32_t c) {
            return token(c).relation == Relation::Case && token(c).lower == "by"sv;
        });
    }

    static bool is_time_word(std::string_view lower) {
        return is_one_of(lower, {"monday",    "tuesday", "wednesday", "thursday", "friday",
                                 "saturday",  "sunday",  "january",   "february", "march",
                                 "april",     "may",     "june",      "july",     "august",
                                 "september", "october", "november",  "december", "christmas"});
    }

    bool is_negated(const Clause& clause, std::uint32_t verb) const {
        for (const std::uint32_t child : children_.of(verb)) {
            const Token& word = token(child);
            const bool is_not = word.relation == Relation::Negation ||
                                is_one_of(word.lemma, {"not", "never", "neither", "nor"});
            if ((is_not && !is_only(child + 1)) ||
                (word.relation == Relation::Marker && word.lower == "without"sv)) {
                return true;
            }
            if (word.lower == "longer"sv && child > 0 && token(child - 1).lower == "no"sv) {
                return true;
            }
        }
        return is_empty_phrase(clause.subject) || is_empty_phrase(clause.object);
    }

    /// "not only", "not just": denies nothing.
    bool is_only(std::uint32_t index) const {
        return index < tokens_.size() &&
               is_one_of(token(index).lower, {"only", "just", "merely", "simply"});
    }

    /// "no company", "none of them", "nobody".
    bool is_empty_phrase(std::uint32_t head) const {
        if (head == kNoToken) {
            return false;
        }
        if (is_one_of(token(head).lower, {"none", "nobody", "nothing", "neither"})) {
            return true;
        }
        const auto children = children_.of(head);
        return std::any_of(children.begin(), children.end(), [this](std::uint32_t c) {
            return token(c).lower == "no"sv && token(c).tag == Upos::Det;
        });
    }

    /// "were suspended and cancelled", "may delay or stop": what the second verb leaves out.
    void share_group(Clause& clause, const Clause& above, std::uint32_t verb,
                     const VerbGroup& group) const {
        if (clause.object == kNoToken && above.object != kNoToken && above.object > verb) {
            clause.object = above.object;
        }
        if (group.has_any || clause.subject != kNoToken || group.has_to) {
            return;
        }
        const Token& first = token(above.verb);
        const Token& second = token(verb);
        const bool is_infinite = second.form == Form::Base || second.form == Form::Participle ||
                                 second.form == Form::Gerund;
        const bool is_participle_like = above.voice == Voice::Passive && second.form == Form::Past;
        if (first.tag != second.tag ||
            !((first.form == second.form && is_infinite) || is_participle_like)) {
            return;
        }
        clause.tense = above.tense;
        clause.modality = above.modality;
        clause.is_finite = above.is_finite;
        clause.voice = above.voice;
        clause.agent = clause.agent == kNoToken ? above.agent : clause.agent;
        clause.is_negated = clause.is_negated || (above.is_negated && !is_joined_by_but(verb));
    }

    bool is_joined_by_but(std::uint32_t verb) const {
        const auto children = children_.of(verb);
        return std::any_of(children.begin(), children.end(),
                           [this](std::uint32_t c) { return token(c).lower == "but"sv; });
    }

    /// The subject that a clause without one has from the clause above.
    std::uint32_t shared_subject(const Clause& clause, const Clause& above, std::uint32_t verb,
                                 const VerbGroup& group) const {
        switch (token(verb).relation) {
            case Relation::Conjunct:
                return above.subject;
            case Relation::Clausal:
                return clause.is_finite && group.has_marker ? kNoToken : controller(above);
            case Relation::Adverbial:
            case Relation::Relative:
                return adjunct_subject(clause, above, verb, group);
            default:
                return kNoToken;
        }
    }

    /// An infinitive behind the object of a request is often attached as if it told a purpose.
    std::uint32_t adjunct_subject(const Clause& clause, const Clause& above, std::uint32_t verb,
                                  const VerbGroup& group) const {
        const bool is_asked = group.has_to && above.verb != kNoToken && verb > above.verb &&
                              is_request(token(above.verb).lemma);
        const std::uint32_t head = token(verb).head;
        if (is_asked && (head == above.verb || head == above.object)) {
            return controller(above);
        }
        return token(verb).relation == Relation::Relative || clause.is_finite ? kNoToken
                                                                              : above.subject;
    }

    /// Who does what an infinitive says: "asked them to wait": they; "promised them to wait": not.
    std::uint32_t controller(const Clause& above) const {
        const bool is_promise = above.verb != kNoToken &&
                                is_one_of(token(above.verb).lemma, {"promise", "threaten", "vow"});
        const bool has_object = above.voice == Voice::Active && above.object != kNoToken;
        return has_object && !is_promise ? above.object : above.subject;
    }

    /// A relative clause speaks of the noun that it modifies.
    void resolve_relative(Clause& clause, std::uint32_t noun, const VerbGroup& group) const {
        const auto is_pronoun = [this](std::uint32_t place) {
            return place != kNoToken && token(place).tag == Upos::Pron &&
                   is_one_of(token(place).lower, {"that", "which", "who", "whom"});
        };
        if (is_pronoun(clause.object)) {
            clause.object = noun;
        }
        if (is_pronoun(clause.subject)) {
            clause.subject = noun;
        } else if (clause.subject == kNoToken) {
            clause.subject = group.has_to ? kNoToken : noun;
        } else if (clause.object == kNoToken && clause.voice == Voice::Active && clause.is_finite &&
                   clause.subject != noun && token(clause.verb).tag == Upos::Verb &&
                   lacks_object(clause.verb)) {
            clause.object = noun;
        }
    }

    /// False where a clause or an adverb ("where", "when") fills the place.
    bool lacks_object(std::uint32_t verb) const {
        const auto children = children_.of(verb);
        return std::none_of(children.begin(), children.end(), [this](std::uint32_t c) {
            return token(c).relation == Relation::Clausal ||
                   is_one_of(token(c).lower, {"where", "when", "why", "how", "whose"});
        });
    }

    void measure_ranges() {
        for (Clause& clause : clauses_) {
            clause.range = {static_cast<std::uint32_t>(tokens_.size()), 0};
        }
        for (std::uint32_t i = 0; i < tokens_.size(); ++i) {
            TokenRange& range = clauses_[token(i).clause].range;
            range.begin = std::min(range.begin, i);
            range.end = std::max(range.end, i + 1);
        }
    }

    std::span<Token> tokens_;
    TokenTree children_;
    std::vector<std::uint32_t> own_;    ///< for a predicate, the number of its clause
    std::vector<std::uint32_t> order_;  ///< of the tokens, heads before their dependents
    std::vector<Clause> clauses_;
};

}  // namespace

std::vector<Clause> build_clauses(std::span<Token> tokens) {
    thread_local ClauseBuilder builder;
    return builder.build(tokens);
}

}  // namespace atodds
