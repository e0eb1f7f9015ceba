#include "extract/role_reader.hpp"

#include "extract/contest_reader.hpp"
#include "extract/parties.hpp"
#include "extract/role_nouns.hpp"
#include "extract/vote_reader.hpp"
#include "extract/word_set.hpp"

#include <algorithm>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

namespace atodds {
namespace {

using std::string_view_literals::operator""sv;  // compares sizes first, a plain literal does not

/// Facts of one statement: a list of results has some, nobody writes more. Guessed; keeps the work
/// bounded.
constexpr std::size_t kMostFacts = 12;

class RoleReader {
  public:
    RoleReader(OpenFactBuilder& builder, const RoleWords& words)
        : builder_(builder),
          statement_(builder.statement()),
          words_(words),
          parties_(builder.statement(), words) {}

    void read(std::vector<Fact>& facts) {
        const auto size = static_cast<std::uint32_t>(statement_.tokens.size());
        const std::size_t most = facts.size() + kMostFacts;
        for (std::uint32_t t = 0; t < size && facts.size() < most; ++t) {
            const RoleWords::Found found = words_.find(statement_, t);
            if (found.word == nullptr) {
                read_other(t, facts);
                continue;
            }
            if (found.word->form == RoleForm::Contest) {
                read_contest(builder_, words_, found, t, facts);
            } else {
                read_role(found, t, facts);
            }
        }
    }

  private:
    /// What no word of the lists begins.
    void read_other(std::uint32_t token, std::vector<Fact>& facts) {
        if (is_cleared(token)) {
            add_clearing(token, facts);
        } else if (statement_.tokens[token].tag == Upos::Num &&
                   score_of(statement_.tokens[token])) {
            if (!read_vote(builder_, words_, token, facts)) {
                read_score_line(builder_, words_, token, facts);
            }
        }
    }

    void read_role(RoleWords::Found found, std::uint32_t token, std::vector<Fact>& facts) {
        const RoleWord& word = *found.word;
        ToldRole told;
        told.word = &word;
        told.range = {token, found.end};
        switch (word.form) {
            case RoleForm::Verb:
            case RoleForm::VerbBack:
                read_verb(told);
                break;
            case RoleForm::Giving:
                read_giving(told);
                break;
            case RoleForm::Noun:
            case RoleForm::NounBack:
                RoleNouns(builder_, words_, parties_).read(told);
                break;
            case RoleForm::Contest:
                return;
        }
        const bool is_back = word.form == RoleForm::VerbBack || word.form == RoleForm::NounBack;
        if (is_back) {
            std::swap(told.first, told.second);
        }
        const bool is_half = told.is_first_unknown && !word.exclusions.empty() && told.second;
        const bool is_whole = told.first && told.second && told.first->id != told.second->id;
        if ((is_whole || is_half) && is_of_its_kind(told) &&
            (told.is_attribute || is_meant(told))) {
            add(told, facts);
        }
    }

    const Clause* clause_with(std::uint32_t verb) const {
        const auto found = std::find_if(statement_.clauses.begin(), statement_.clauses.end(),
                                        [&](const Clause& clause) { return clause.verb == verb; });
        return found == statement_.clauses.end() ? nullptr : &*found;
    }

    /// Who acts: whom "to" follows directly ("named Rell to replace"), else the subject.
    std::optional<Party> actor_of(const Clause* clause, ToldRole& told) const {
        const std::uint32_t verb = told.range.begin;
        if (verb > 1 && parties_.is_word(verb - 1, "to")) {
            std::optional<Party> named = parties_.ending_at(verb - 1);
            // "Seeks a candidate to replace Rell": whoever seeks does not replace.
            if (named || told.word->act == "succession") {
                return named;
            }
        }
        if (std::optional<Party> named = antecedent_of(verb)) {
            return named;
        }
        std::uint32_t subject = clause != nullptr ? clause->subject : kNoToken;
        if (clause != nullptr && subject == kNoToken &&
            statement_.tokens[verb].relation == Relation::Relative) {
            subject = statement_.tokens[verb].head;
        }
        if (subject == kNoToken || subject > verb) {
            return sole_name_before(verb);
        }
        const Token& word = statement_.tokens[subject];
        const bool is_thing = clause != nullptr && clause->voice == Voice::Passive;
        std::optional<Party> named = is_thing ? parties_.thing_at(subject) : parties_.at(subject);
        told.is_first_unknown = !named && word.tag == Upos::Pron;
        return named;
    }

    /// "The circle around Ada Rell, who took": the name right before the pronoun, whatever noun the
    /// parser hangs the clause on.
    std::optional<Party> antecedent_of(std::uint32_t verb) const {
        std::uint32_t at = verb;
        while (at > 0 && (statement_.tokens[at - 1].tag == Upos::Aux ||
                          statement_.tokens[at - 1].tag == Upos::Adv)) {
            --at;
        }
        if (at < 2 || (!parties_.is_word(at - 1, "who") && !parties_.is_word(at - 1, "which"))) {
            return std::nullopt;
        }
        const bool has_comma = parties_.is_word(at - 2, ",");
        return parties_.ending_at(has_comma ? at - 2 : at - 1);
    }

    /// "White got the prize": a name that opens the sentence and that nothing else knows.
    std::optional<Party> sole_name_before(std::uint32_t verb) const {
        const bool is_alone = verb == 1 && statement_.tokens[0].is_capitalised &&
                              statement_.tokens[0].tag != Upos::Verb &&
                              statement_.tokens[0].tag != Upos::Adv;
        return is_alone ? std::optional(Party{{0, 1}, "~" + statement_.tokens[0].lower})
                        : parties_.ending_at(verb);
    }

    void read_verb(ToldRole& told) const {
        if (statement_.tokens[told.range.begin].form == Form::Gerund) {
            return;  // "from buying": nobody has bought
        }
        const Clause* clause = clause_with(told.range.begin);
        const bool is_passive = clause != nullptr && clause->voice == Voice::Passive;
        if (told.word->is_passive) {  // "was denied the prize"
            if (is_passive) {
                told.first = actor_of(clause, told);
                told.second = parties_.next(told.range.end);
            }
            return;
        }
        if (is_passive) {
            std::optional<Party> done_to = actor_of(clause, told);
            told.is_first_unknown = false;
            if (std::optional<Party> agent = agent_of(clause, told.range.end)) {
                told.first = std::move(agent);
                told.second = std::move(done_to);
                told.from = parties_.behind(told.first->tokens.end, "from");
            }
            return;
        }
        told.first = actor_of(clause, told);
        told.second = parties_.next(told.range.end);
        if (told.second) {
            told.from = parties_.behind(told.second->tokens.end, "from");
            // "Replaced Rell with Marrak": who acts is neither of them.
            if (told.word->act == "succession") {
                if (std::optional<Party> other = parties_.behind(told.second->tokens.end, "with")) {
                    told.first = std::move(other);
                }
            }
        }
    }

    /// "By Ada Rell": right behind the verb, or as far away as the parser has found it.
    std::optional<Party> agent_of(const Clause* clause, std::uint32_t end) const {
        if (parties_.is_word(end - 1, "by")) {
            return parties_.next(end);
        }
        constexpr std::uint32_t kReach = 6;  // "replaced late on Friday by"; guessed
        for (std::uint32_t t = end; t < end + kReach; ++t) {
            if (std::optional<Party> agent = parties_.behind(t, "by")) {
                return agent;
            }
            if (t >= statement_.tokens.size() || parties_.is_word(t, ",") ||
                statement_.tokens[t].tag == Upos::Verb) {
                break;
            }
        }
        return clause->agent != kNoToken ? parties_.at(clause->agent) : std::nullopt;
    }

    void read_giving(ToldRole& told) const {
        if (statement_.tokens[told.range.begin].form == Form::Gerund) {
            return;
        }
        const Clause* clause = clause_with(told.range.begin);
        const bool is_passive = clause != nullptr && clause->voice == Voice::Passive;
        if (is_passive) {
            told.second = actor_of(clause, told);
            told.first = parties_.behind(told.range.end, "to");
            if (told.first) {
                told.from = parties_.behind(told.first->tokens.end, "by");
            }
        } else {
            told.from = actor_of(clause, told);
            told.second = parties_.next(told.range.end);
            if (told.second) {
                told.first = parties_.behind(told.second->tokens.end, "to");
            }
        }
        told.is_first_unknown = false;
    }

    /// A prize has a name that says so: one gets and refuses much else. What is sold to many has no
    /// buyer of its own, and who is told to do something has no maker.
    bool is_of_its_kind(const ToldRole& told) const {
        const std::string_view act = told.word->act;
        const Token& last = statement_.tokens[told.second->tokens.end - 1];
        if (act == "award" || act == "refusal") {
            return words_.is(RoleMark::Prize, last) ||
                   (told.first && words_.is(RoleMark::Competition, last));
        }
        const EntityMention* thing = builder_.entity_at(told.second->tokens.begin);
        const bool is_product = thing != nullptr && thing->type == "product"sv;
        const Token& word = statement_.tokens[told.range.begin];
        const bool is_habit = told.word->form == RoleForm::Giving && word.form != Form::Past &&
                              word.form != Form::Participle;
        const bool is_trade = act == "purchase" && (is_product || is_habit);
        const bool is_order =
            act == "directing" && told.first && parties_.is_word(told.first->tokens.end, "to");
        return !is_trade && !is_order;
    }

    /// Who "was denied the prize" denies nothing.
    bool is_meant(const ToldRole& told) const {
        const std::uint32_t token = told.range.begin;
        const Qualifiers said = builder_.qualify({token, token + 1});
        const bool is_denial = said.stance == Stance::Denies && told.word->act != "refusal";
        const Clause* clause = builder_.clause_of(token);
        const bool is_open =
            clause != nullptr && (clause->modality != Modality::None || clause->is_negated);
        return !is_open && said.polarity == Polarity::Positive &&
               said.certainty == Certainty::Asserted && !is_denial &&
               said.stance != Stance::Questions && said.stage != Stage::Proposed &&
               said.stage != Stage::Cancelled;
    }

    /// "Did nothing wrong".
    bool is_cleared(std::uint32_t token) const {
        return statement_.tokens[token].lower == "nothing"sv && token > 1 &&
               parties_.is_word(token + 1, "wrong") && statement_.tokens[token - 1].lemma == "do"sv;
    }

    /// "The inquiry said Rell did nothing wrong": whoever says so has cleared Rell.
    void add_clearing(std::uint32_t token, std::vector<Fact>& facts) {
        std::uint32_t end = token - 1;
        while (end > 0 && statement_.tokens[end - 1].tag == Upos::Aux) {
            --end;
        }
        if (end > 0 && parties_.is_word(end - 1, ",")) {
            --end;
        }
        ToldRole told;
        static const RoleWord kClearing{"clearing", RoleForm::Verb, {}, {"accusation"}, false};
        told.word = &kClearing;
        told.range = {token - 1, token + 2};
        told.second = parties_.ending_at(end);
        for (const Clause& clause : statement_.clauses) {
            if (!told.first && clause.verb != kNoToken && clause.verb < token &&
                clause.subject != kNoToken && is_saying(statement_.tokens[clause.verb])) {
                told.first = parties_.at(clause.subject);
            }
        }
        if (told.first && told.second && told.first->id != told.second->id) {
            add(told, facts);
        }
    }

    static bool is_saying(const Token& verb) {
        static const WordSet kSaying("say find conclude rule declare report state decide");
        return kSaying.holds(verb.lemma_id);
    }

    TokenRange extent(const ToldRole& told) const {
        constexpr std::uint32_t kLongest = 16;  // more is no caret under an act; guessed
        TokenRange range = told.range;
        for (const std::optional<Party>* side : {&told.first, &told.second}) {
            if (*side) {
                range.begin = std::min(range.begin, (*side)->tokens.begin);
                range.end = std::max(range.end, (*side)->tokens.end);
            }
        }
        return range.size() > kLongest ? told.range : range;
    }

    void add(const ToldRole& told, std::vector<Fact>& facts) {
        Fact& fact = builder_.new_fact("open/role", extent(told), facts);
        fact.value.type = ValueType::Category;
        fact.value.unit = "role";
        fact.value.text = fact.surface;
        std::replace(fact.value.text.begin(), fact.value.text.end(), '\n', ' ');
        const ByteSpan at = statement_.tokens[told.range.begin].span;
        builder_.add("act", told.word->act, at);
        for (const std::string_view kind : words_.kinds_of(told.word->act)) {
            builder_.add("kind", kind, at);
        }
        for (const std::string& exclusion : told.word->exclusions) {
            builder_.add("exclusion", exclusion, at);
        }
        add_party("first", told.first);
        add_party("second", told.second);
        add_party("from", told.from);
        if (told.first && parties_.is_listed(*told.first)) {
            builder_.add("list", "many", at);
        }
        builder_.fill_slots(fact, nullptr, told.range, kNoToken);
    }

    void add_party(std::string_view slot, const std::optional<Party>& party) {
        if (party) {
            builder_.add(slot, party->id, statement_.tokens[party->tokens.begin].span);
        }
    }

    OpenFactBuilder& builder_;
    const Statement& statement_;
    const RoleWords& words_;
    Parties parties_;
};

}  // namespace

void read_roles(OpenFactBuilder& builder, const RoleWords& words, std::vector<Fact>& facts) {
    if (!builder.statement().entities.empty()) {
        RoleReader(builder, words).read(facts);
    }
}

}  // namespace atodds
