#include "extract/cue_matcher.hpp"

#include "base/hash.hpp"
#include "base/utf8.hpp"

#include <algorithm>
#include <array>
#include <span>
#include <string_view>
#include <utility>

namespace atodds {

namespace {

using std::string_view_literals::operator""sv;  // compares sizes first, a plain literal does not

constexpr std::uint32_t kMostLightWords = 2;

/// Which words may follow a first one, as a bit for each id: of the next word, and of all that
/// light words may stand in front of.
class NearWords {
  public:
    explicit NearWords(std::span<const Token> behind) {
        for (std::size_t t = 0; t < behind.size() && t <= kMostLightWords; ++t) {
            const std::uint64_t bits = bit_of(behind[t].lower_id) | bit_of(behind[t].lemma_id);
            next_ |= t == 0 ? bits : 0;
            near_ |= bits;
        }
    }

    /// False where the word does not stand within `reach` tokens, 1 or all; sometimes true where it
    /// does not either.
    bool may_hold(std::uint64_t id, std::uint32_t reach) const {
        return ((reach == 1 ? next_ : near_) & bit_of(id)) != 0;
    }

  private:
    static constexpr std::uint64_t bit_of(std::uint64_t id) {
        return std::uint64_t{1} << (id >> 58U);
    }

    std::uint64_t next_ = 0;
    std::uint64_t near_ = 0;
};

bool is_light(const Token& token) {
    return token.tag == Upos::Det || token.tag == Upos::Adv || token.tag == Upos::Adj ||
           (token.tag == Upos::Pron && (token.lower == "its"sv || token.lower == "their"sv ||
                                        token.lower == "his"sv || token.lower == "her"sv));
}

/// The words of a phrase as a tokenizer would cut them: hyphens and the clitic "n't" apart.
std::vector<std::string> cut_phrase(std::string_view phrase) {
    std::vector<std::string> words(1);
    for (std::size_t at = 0; at < phrase.size(); ++at) {
        if (phrase[at] == ' ') {
            words.emplace_back();
        } else if (phrase[at] == '-') {
            words.emplace_back("-");
            words.emplace_back();
        } else {
            words.back() += phrase[at];
        }
    }
    std::erase_if(words, [](const std::string& word) { return word.empty(); });
    return words;
}

}  // namespace

CueMatcher::CueMatcher(const std::vector<Cue>& cues) {
    for (std::uint32_t i = 0; i < cues.size(); ++i) {
        for (const std::string& phrase : cues[i].words) {
            add(phrase, i);
        }
    }
}

void CueMatcher::add(std::string_view text, std::uint32_t cue) {
    static constexpr auto kClasses =
        std::to_array<std::pair<std::string_view, WordClass>>({{":verb", WordClass::Verb},
                                                               {":noun", WordClass::Noun},
                                                               {":adjective", WordClass::Adjective},
                                                               {":adverb", WordClass::Adverb},
                                                               {":form", WordClass::Form}});
    Phrase phrase{.cue = cue, .allows_light_words = false, .words = {}};
    for (const std::string& written : cut_phrase(text)) {
        std::string_view word = written;
        Word result;
        for (const auto& [suffix, word_class] : kClasses) {
            if (word.ends_with(suffix)) {
                word.remove_suffix(suffix.size());
                result.word_class = word_class;
                phrase.allows_light_words |= word_class != WordClass::Form;
            }
        }
        result.id = hash_bytes(to_lower(word));
        phrase.words.push_back(result);
    }
    if (phrase.words.empty()) {
        return;
    }
    first_marks_.mark(phrase.words[0].id);
    Beginning beginning{.phrase = static_cast<std::uint32_t>(phrases_.size())};
    if (phrase.words.size() > 1) {
        beginning.second = phrase.words[1].id;
        beginning.reach = phrase.allows_light_words ? kMostLightWords + 1 : 1;
    }
    by_first_[phrase.words[0].id].push_back(beginning);
    phrases_.push_back(std::move(phrase));
}

bool CueMatcher::fits(const Token& token, const Word& word) {
    if (word.word_class == WordClass::Form) {
        return token.lower_id == word.id;
    }
    if (token.lower_id != word.id && token.lemma_id != word.id) {
        return false;
    }
    switch (word.word_class) {
        case WordClass::Any:
        case WordClass::Form:
            return true;
        case WordClass::Verb:
            return token.tag == Upos::Verb || token.tag == Upos::Aux || token.tag == Upos::X;
        case WordClass::Noun:
            return token.tag == Upos::Noun || token.tag == Upos::Propn || token.tag == Upos::X;
        case WordClass::Adjective:
            return token.tag == Upos::Adj || token.tag == Upos::X;
        case WordClass::Adverb:
            return token.tag == Upos::Adv || token.tag == Upos::X;
    }
    return false;
}

/// End of the match of `phrase` at `begin`; `begin` where it does not match.
std::uint32_t CueMatcher::end_of(const Statement& statement, std::uint32_t begin,
                                 const Phrase& phrase) {
    std::uint32_t at = begin;
    for (std::size_t i = 0; i < phrase.words.size(); ++i) {
        std::uint32_t skipped = 0;
        while (at < statement.tokens.size() && i > 0 && phrase.allows_light_words &&
               skipped < kMostLightWords && !fits(statement.tokens[at], phrase.words[i]) &&
               is_light(statement.tokens[at])) {
            ++at;
            ++skipped;
        }
        if (at >= statement.tokens.size() || !fits(statement.tokens[at], phrase.words[i])) {
            return begin;
        }
        ++at;
    }
    return at;
}

/// "No Way Home" in a sentence of small letters: a capital inside a sentence makes a cue word part
/// of a title. Where all nouns and verbs have one, as in headlines, it means nothing.
bool CueMatcher::is_in_title(const Statement& statement, std::uint32_t at) {
    const auto& tokens = statement.tokens;
    if (at == 0 || at + 1 >= tokens.size() || !tokens[at].is_capitalised ||
        tokens[at].is_all_caps || !tokens[at + 1].is_capitalised ||
        tokens[at - 1].tag == Upos::Punct) {
        return false;
    }
    return std::any_of(tokens.begin(), tokens.end(), [](const Token& token) {
        return !token.is_capitalised && (token.tag == Upos::Noun || token.tag == Upos::Verb);
    });
}

std::vector<CueMatch> CueMatcher::find(const Statement& statement) const {
    std::vector<CueMatch> matches;
    const auto size = static_cast<std::uint32_t>(statement.tokens.size());
    for (std::uint32_t at = 0; at < size;) {
        CueMatch best{.cue = 0, .tokens = {at, at}};
        const Token& token = statement.tokens[at];
        const std::array<std::uint64_t, 2> ids{token.lower_id, token.lemma_id};
        const std::size_t forms = token.lemma_id == token.lower_id ? 1 : 2;
        for (const std::uint64_t id : std::span(ids).first(forms)) {
            const std::vector<Beginning>* list =
                first_marks_.may_hold(id) ? by_first_.find(id) : nullptr;
            if (list == nullptr) {
                continue;
            }
            const NearWords near(std::span(statement.tokens).subspan(at + 1));
            for (const Beginning& beginning : *list) {
                if (beginning.reach > 0 && !near.may_hold(beginning.second, beginning.reach)) {
                    continue;
                }
                const Phrase& phrase = phrases_[beginning.phrase];
                const std::uint32_t end = end_of(statement, at, phrase);
                if (end > best.tokens.end) {
                    best = {phrase.cue, {at, end}};
                }
            }
        }
        if (best.tokens.is_empty() || is_in_title(statement, at)) {
            ++at;
            continue;
        }
        matches.push_back(best);
        at = best.tokens.end;
    }
    return matches;
}

}  // namespace atodds
