#include "text/tagger.hpp"

#include "base/assert.hpp"
#include "text/embedded_model.hpp"
#include "text/row_sum.hpp"
#include "text/tagger_features.hpp"

#include <algorithm>
#include <array>
#include <cstring>
#include <string_view>
#include <utility>

namespace atodds {
namespace {

constexpr std::size_t kHeader = 64;

std::uint8_t best_of(const WideSum::Scores& scores) {
    const auto end = scores.begin() + kTagLabels;
    return static_cast<std::uint8_t>(std::max_element(scores.begin(), end) - scores.begin());
}

// Forms of auxiliaries; those not listed are modal verbs.
constexpr auto kAuxForms = std::to_array<std::pair<std::string_view, Form>>(
    {{"'m", Form::Base},          {"'re", Form::Base},        {"'s", Form::ThirdPerson},
     {"'ve", Form::Base},         {"ai", Form::Base},         {"am", Form::Base},
     {"are", Form::Base},         {"be", Form::Base},         {"been", Form::Participle},
     {"being", Form::Gerund},     {"did", Form::Past},        {"do", Form::Base},
     {"does", Form::ThirdPerson}, {"done", Form::Participle}, {"get", Form::Base},
     {"gets", Form::ThirdPerson}, {"getting", Form::Gerund},  {"got", Form::Past},
     {"had", Form::Past},         {"has", Form::ThirdPerson}, {"have", Form::Base},
     {"having", Form::Gerund},    {"is", Form::ThirdPerson},  {"s", Form::ThirdPerson},
     {"was", Form::Past},         {"were", Form::Past}});

Form auxiliary_form(std::string_view lower) {
    for (const auto& [word, form] : kAuxForms) {
        if (word == lower) {
            return form;
        }
    }
    return Form::Modal;
}

}  // namespace

Tagger::Tagger(std::span<const std::uint8_t> bytes, const Lexicon& lexicon) : lexicon_(lexicon) {
    std::uint32_t magic = 0;
    ATODDS_ASSERT(bytes.size() > kHeader, "the tagger model is whole");
    std::memcpy(&magic, bytes.data(), sizeof magic);
    ATODDS_ASSERT(magic == kTaggerMagic, "the tagger was made by the trainer of this version");
    weights_ = WeightTable<32>(bytes.subspan(kHeader));
}

const Tagger& Tagger::shipped() {
    static const Tagger tagger(embedded_tagger(), Lexicon::shipped());
    return tagger;
}

void Tagger::label(std::span<const Token> tokens, std::vector<TagLabel>& labels) const {
    thread_local std::vector<WordTraits> traits;
    fill_traits(tokens, lexicon_, traits);
    labels.resize(tokens.size());
    TagHistory history;
    TagFeatures features;
    for (std::size_t i = 0; i < tokens.size(); ++i) {
        const WordTraits* here = &traits[i + kTraitPadding];
        std::uint8_t chosen = fixed_label(*here);
        if (chosen == kTagLabels) {
            word_features(tokens[i], *here, features);
            context_features(here, history, features);
            WideSum sum;
            add_rows(weights_, features, sum);
            chosen = best_of(sum.scores());
        }
        labels[i] = static_cast<TagLabel>(chosen);
        history = history.after(chosen);
    }
}

void Tagger::tag(std::span<Token> tokens, std::vector<TagLabel>& labels) const {
    label(tokens, labels);
    for (std::size_t i = 0; i < tokens.size(); ++i) {
        const TagMeaning meaning = meaning_for(labels[i], tokens[i].lower);
        tokens[i].tag = meaning.tag;
        tokens[i].form = meaning.form;
    }
}

TagMeaning meaning_for(TagLabel label, std::string_view lower) {
    TagMeaning meaning = meaning_of(label);
    if (label == TagLabel::Aux) {
        meaning.form = auxiliary_form(lower);
    }
    return meaning;
}

}  // namespace atodds
