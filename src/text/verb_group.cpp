#include "text/verb_group.hpp"

#include <string_view>

namespace atodds {
namespace {

using std::string_view_literals::operator""sv;  // compares sizes first, a plain literal does not

Modality modality_of(std::string_view modal) {
    if (is_one_of(modal, {"may", "might", "can", "could"})) {
        return Modality::Possible;
    }
    if (is_one_of(modal, {"must", "should", "ought", "shall"})) {
        return Modality::Obligatory;
    }
    return modal == "would" ? Modality::Hypothetical : Modality::None;
}

void read_plain_tense(Clause& clause, const Token& verb, const VerbGroup& group) {
    const bool is_past = group.first_form == Form::Past;
    if (group.first_form == Form::Gerund || group.first_form == Form::Participle) {
        clause.is_finite = false;
    } else if (group.has_have && (group.has_be || verb.form != Form::Base)) {
        clause.tense = is_past ? Tense::PastPerfect : Tense::PresentPerfect;
    } else if (group.first == "be" && group.first_form == Form::Base && verb.form == Form::Base) {
        clause.is_finite = false;
    } else {
        clause.tense = is_past ? Tense::Past : Tense::Present;
    }
}

void read_bare_tense(Clause& clause, const Token& verb) {
    switch (verb.form) {
        case Form::Past:
            clause.tense = Tense::Past;
            break;
        case Form::ThirdPerson:
        case Form::Base:
        case Form::Modal:
            clause.tense = Tense::Present;
            break;
        default:
            clause.is_finite = false;
    }
}

}  // namespace

VerbGroup read_group(std::span<const Token> tokens, const TokenTree& tree, std::uint32_t verb) {
    VerbGroup group;
    group.verb = verb;
    for (const std::uint32_t child : tree.of(verb)) {
        const Token& word = tokens[child];
        if (word.relation == Relation::Marker) {
            group.has_to = group.has_to || word.lower == "to"sv;
            group.has_marker = group.has_marker || word.lower != "to"sv;
        }
        if (!is_auxiliary_relation(word.relation)) {
            continue;
        }
        if (!group.has_any) {
            group.first = word.lemma;
            group.first_form = word.form;
        }
        group.has_any = true;
        group.has_be = group.has_be || word.lemma == "be"sv || word.lemma == "get"sv;
        group.has_have = group.has_have || word.lemma == "have"sv;
        if (word.form == Form::Modal && group.modal.empty()) {
            group.modal = word.lemma;
        }
    }
    return group;
}

void read_tense(Clause& clause, const Token& verb, const VerbGroup& group) {
    clause.modality = modality_of(group.modal);
    clause.is_finite = true;
    if (group.has_to) {
        clause.is_finite = false;
    } else if (!group.modal.empty()) {
        clause.tense = group.modal == "will" || group.modal == "shall" ? Tense::Future
                       : group.has_have                                ? Tense::Past
                                                                       : Tense::Present;
    } else if (group.has_any) {
        read_plain_tense(clause, verb, group);
    } else if (verb.tag == Upos::Verb || verb.tag == Upos::Aux) {
        read_bare_tense(clause, verb);
    } else {
        clause.is_finite = false;
    }
}

void read_bare_participle(Clause& clause, std::span<const Token> tokens, const TokenTree& tree,
                          const VerbGroup& group) {
    const Token& word = tokens[group.verb];
    const bool is_main =
        word.relation == Relation::Root || word.relation == Relation::Other ||
        ((word.relation == Relation::Clausal || word.relation == Relation::Conjunct) &&
         has_own_subject(tokens, tree, group.verb));
    if (word.tag != Upos::Verb || word.form != Form::Participle || group.has_any || group.has_to ||
        !is_main || clause.subject == kNoToken) {
        return;
    }
    clause.tense = Tense::Past;
    clause.is_finite = true;
    clause.voice = clause.object == kNoToken ? Voice::Passive : Voice::Active;
}

void read_voice(Clause& clause, std::span<const Token> tokens, const TokenTree& tree,
                const VerbGroup& group) {
    const Token& word = tokens[group.verb];
    if (word.tag != Upos::Verb) {
        return;
    }
    bool is_passive = group.has_be && (word.form == Form::Participle || word.form == Form::Past);
    if (!group.has_any && word.form != Form::Gerund) {  // the passive of a headline
        for (const std::uint32_t child : tree.of(group.verb)) {
            is_passive = is_passive || tokens[child].relation == Relation::PassiveSubject;
        }
    }
    const bool is_bare =
        !group.has_any && word.form == Form::Participle &&
        (word.relation == Relation::Relative || word.relation == Relation::Adverbial ||
         word.relation == Relation::Clausal);
    clause.voice = is_passive || is_bare ? Voice::Passive : Voice::Active;
}

}  // namespace atodds
