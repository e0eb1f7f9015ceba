#include "extract/phrase_table.hpp"

#include "base/hash.hpp"
#include "text/tokenizer.hpp"

#include <algorithm>
#include <string_view>

namespace atodds {
namespace {

using std::string_view_literals::operator""sv;  // compares sizes first, a plain literal does not

bool is_hyphen(const Token& token) {
    return token.lower == "-"sv || token.lower == "\xE2\x80\x91"sv;  // also the non-breaking hyphen
}

/// Where `words` end when they begin at `at`, or nothing.
std::optional<std::uint32_t> end_of_match(const std::vector<WordTest>& words,
                                          std::span<const Token> tokens, std::uint32_t at) {
    const auto size = static_cast<std::uint32_t>(tokens.size());
    std::uint32_t next = at;
    for (const WordTest& word : words) {
        while (next > at && next < size && is_hyphen(tokens[next])) {
            ++next;
        }
        if (next >= size || !word.matches(tokens[next])) {
            return std::nullopt;
        }
        ++next;
    }
    return next;
}

/// Ids of the tokens of a phrase, hyphens left out. Rules say the same few words again and again,
/// so each thread remembers some; what is remembered is only ever a function of the phrase. Valid
/// until the next call.
std::span<const std::uint64_t> word_ids_of(std::string_view phrase) {
    constexpr std::size_t kMostRemembered = 4096;
    thread_local IdMap<std::vector<std::uint64_t>> remembered;
    const std::uint64_t phrase_id = hash_bytes(phrase);
    if (const std::vector<std::uint64_t>* known = remembered.find(phrase_id)) {
        return *known;
    }
    if (remembered.entries().size() >= kMostRemembered) {
        remembered = {};
    }
    std::vector<std::uint64_t>& ids = remembered[phrase_id];
    for (const Token& token : tokenize(phrase)) {
        if (!is_hyphen(token)) {
            ids.push_back(hash_bytes(token.lower));
        }
    }
    return ids;
}

}  // namespace

bool has_class(const Token& token, WordClass word_class) {
    switch (word_class) {
        case WordClass::Any:
        case WordClass::Form:
            return true;
        case WordClass::Verb:
            return token.tag == Upos::Verb || token.tag == Upos::Aux;
        case WordClass::Noun:
            return token.tag == Upos::Noun || token.tag == Upos::Propn;
        case WordClass::Adjective:
            return token.tag == Upos::Adj || token.form == Form::Participle ||
                   token.form == Form::Gerund;
        case WordClass::Adverb:
            return token.tag == Upos::Adv;
    }
    return false;
}

WordClass to_word_class(std::string_view name) {
    if (name == "verb") {
        return WordClass::Verb;
    }
    if (name == "noun") {
        return WordClass::Noun;
    }
    if (name == "adjective") {
        return WordClass::Adjective;
    }
    if (name == "adverb") {
        return WordClass::Adverb;
    }
    return name == "form" ? WordClass::Form : WordClass::Any;
}

std::vector<WordTest> compile_phrase(std::string_view phrase) {
    WordClass word_class = WordClass::Any;
    const std::size_t colon = phrase.rfind(':');
    if (colon != std::string_view::npos && colon > 0) {
        word_class = to_word_class(phrase.substr(colon + 1));
        if (word_class != WordClass::Any) {
            phrase = phrase.substr(0, colon);
        }
    }
    const std::span<const std::uint64_t> ids = word_ids_of(phrase);
    std::vector<WordTest> words;
    words.reserve(ids.size());
    for (const std::uint64_t id : ids) {
        words.push_back({id, word_class});
    }
    return words;
}

void PhraseTable::add(std::string_view phrase, std::uint32_t label) {
    std::vector<WordTest> words = compile_phrase(phrase);
    if (words.empty()) {
        return;
    }
    std::vector<std::uint32_t>& bucket = by_first_[words.front().id];
    first_marks_.mark(words.front().id);
    const auto index = static_cast<std::uint32_t>(phrases_.size());
    const auto longer = [&](std::uint32_t other) {
        return phrases_[other].words.size() < words.size();
    };
    bucket.insert(std::find_if(bucket.begin(), bucket.end(), longer), index);
    phrases_.push_back({std::move(words), label});
}

std::optional<PhraseTable::Hit> PhraseTable::find(std::span<const Token> tokens,
                                                  std::uint32_t at) const {
    std::optional<Hit> best;
    const Token& token = tokens[at];
    for (const std::uint64_t id : {token.lower_id, token.lemma_id}) {
        const std::vector<std::uint32_t>* bucket =
            first_marks_.may_hold(id) ? by_first_.find(id) : nullptr;
        if (bucket == nullptr) {
            continue;
        }
        for (const std::uint32_t index : *bucket) {
            const Phrase& phrase = phrases_[index];
            const auto end = end_of_match(phrase.words, tokens, at);
            if (end && (!best || *end > best->end)) {
                best = Hit{phrase.label, *end};
                break;
            }
        }
        if (token.lemma_id == token.lower_id) {
            break;
        }
    }
    return best;
}

std::vector<std::uint64_t> PhraseTable::first_ids() const {
    std::vector<std::uint64_t> ids;
    for (const auto& [id, bucket] : by_first_.entries()) {
        ids.push_back(id);
    }
    std::sort(ids.begin(), ids.end());
    return ids;
}

}  // namespace atodds
