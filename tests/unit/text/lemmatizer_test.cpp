#include "text/lemmatizer.hpp"

#include <doctest/doctest.h>

namespace atodds {
namespace {

struct Row {
    const char* word;
    Upos tag;
    Form form;
    const char* lemma;
};

TEST_CASE("inflected forms lead to their lemma") {
    const Row rows[] = {
        {"orders", Upos::Noun, Form::Plural, "order"},
        {"companies", Upos::Noun, Form::Plural, "company"},
        {"purchases", Upos::Noun, Form::Plural, "purchase"},
        {"losses", Upos::Noun, Form::Plural, "loss"},
        {"taxes", Upos::Noun, Form::Plural, "tax"},
        {"batches", Upos::Noun, Form::Plural, "batch"},
        {"chipsets", Upos::Noun, Form::Plural, "chipset"},
        {"men", Upos::Noun, Form::Plural, "man"},
        {"children", Upos::Noun, Form::Plural, "child"},
        {"analyses", Upos::Noun, Form::Plural, "analysis"},
        {"congressmen", Upos::Noun, Form::Plural, "congressman"},
        {"news", Upos::Noun, Form::None, "news"},
        {"chips", Upos::Noun, Form::None, "chip"},
        {"bus", Upos::Noun, Form::None, "bus"},
        {"sank", Upos::Verb, Form::Base, "sink"},
        {"sank", Upos::Noun, Form::None, "sink"},
        {"sent", Upos::Verb, Form::Past, "send"},
        {"bought", Upos::Verb, Form::Participle, "buy"},
        {"ordered", Upos::Verb, Form::Past, "order"},
        {"placed", Upos::Verb, Form::Past, "place"},
        {"paused", Upos::Verb, Form::Participle, "pause"},
        {"stopped", Upos::Verb, Form::Past, "stop"},
        {"hoped", Upos::Verb, Form::Past, "hope"},
        {"hopped", Upos::Verb, Form::Past, "hop"},
        {"denied", Upos::Verb, Form::Past, "deny"},
        {"agreed", Upos::Verb, Form::Past, "agree"},
        {"added", Upos::Verb, Form::Past, "add"},
        {"banned", Upos::Verb, Form::Participle, "ban"},
        {"selling", Upos::Verb, Form::Gerund, "sell"},
        {"making", Upos::Verb, Form::Gerund, "make"},
        {"citing", Upos::Verb, Form::Gerund, "cite"},
        {"cutting", Upos::Verb, Form::Gerund, "cut"},
        {"lying", Upos::Verb, Form::Gerund, "lie"},
        {"says", Upos::Verb, Form::ThirdPerson, "say"},
        {"goes", Upos::Verb, Form::ThirdPerson, "go"},
        {"denies", Upos::Verb, Form::ThirdPerson, "deny"},
        {"pushes", Upos::Verb, Form::ThirdPerson, "push"},
        {"raises", Upos::Verb, Form::ThirdPerson, "raise"},
        {"order", Upos::Verb, Form::Base, "order"},
        {"is", Upos::Aux, Form::ThirdPerson, "be"},
        {"'ve", Upos::Aux, Form::Base, "have"},
        {"wo", Upos::Aux, Form::Modal, "will"},
        {"n't", Upos::Part, Form::None, "not"},
        {"'s", Upos::Part, Form::None, "'s"},
        {"better", Upos::Adj, Form::Comparative, "good"},
        {"larger", Upos::Adj, Form::Comparative, "large"},
        {"biggest", Upos::Adj, Form::Superlative, "big"},
        {"earlier", Upos::Adv, Form::Comparative, "early"},
        {"further", Upos::Adv, Form::Comparative, "further"},
        {"them", Upos::Pron, Form::None, "they"},
        {"these", Upos::Det, Form::None, "this"},
        {"an", Upos::Det, Form::None, "a"},
        {"nvidia", Upos::Propn, Form::None, "nvidia"},
        {"titans", Upos::Propn, Form::Plural, "titans"},
        {"", Upos::Verb, Form::Past, ""},
    };
    for (const Row& row : rows) {
        CAPTURE(row.word);
        CHECK(lemma_of(row.word, row.tag, row.form) == row.lemma);
    }
}

}  // namespace
}  // namespace atodds
