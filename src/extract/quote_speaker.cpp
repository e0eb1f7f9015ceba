#include "extract/quote_speaker.hpp"

#include "extract/clause_map.hpp"
#include "extract/mention_editing.hpp"
#include "extract/source_finder.hpp"
#include "extract/word_set.hpp"

#include <algorithm>
#include <array>
#include <string_view>

namespace atodds {
namespace {

using std::string_view_literals::operator""sv;  // compares sizes first, a plain literal does not

using Words = std::string_view;

/// An attribution stands close to its words. Guessed: the longest apposition seen has half of it.
constexpr std::uint32_t kReach = 40;

/// Verbs that introduce words as spoken or written. English verbs of reporting.
const WordSet kSaying(
    "acknowledge add admit advise affirm agree allege announce answer argue ask assert "
    "assure begin boast caution chant charge chide cite claim clarify comment complain "
    "concede conclude confess confirm contend continue counter cry declare demand deny "
    "emphasise emphasize exclaim explain express fume go gush hint inform insist instruct "
    "interject joke lament maintain mention muse mutter note observe offer opine plead "
    "pledge point post praise predict proclaim promise propose protest quip quote rail read "
    "reason recall recount reflect reiterate remark remember remind repeat reply report "
    "respond retort reveal rule say scoff shout sigh sing snap speak speculate state stress "
    "suggest summarise swear tell testify thank think thunder tweet urge voice vow warn "
    "whisper wonder write");

/// Verbs that put somebody's term on a thing.
const WordSet kCalling(
    "accuse admonish attack blame blast brand call caricature condemn criticise criticize "
    "decry deem deplore deride denounce describe dismiss dub hail label lambast mock "
    "portray reject ridicule rip scold slam term");

template <typename List>
bool is_one_of(const List& list, std::string_view word) {
    return std::ranges::find(list, word) != list.end();
}

bool is_verbal(const Token& token) {
    return token.tag == Upos::Verb || token.tag == Upos::Aux || token.tag == Upos::X ||
           token.lower == "said"sv || token.lower == "says"sv;
}

bool is_saying(const Token& token) {
    return is_verbal(token) && kSaying.holds(token.lemma_id);
}

/// Words that speak for somebody else than themselves.
bool is_proxy(const Token& token) {
    constexpr std::array<Words, 14> kProxies = {
        "official", "representative", "lawyer",  "attorney", "aide",      "adviser", "advisor",
        "source",   "member",         "analyst", "leader",   "supporter", "staffer", "ally"};
    return token.lower.starts_with("spokes") || is_one_of(kProxies, token.lemma);
}

bool is_group_type(const std::string& type) {
    return type == "organisation" || type == "company" || type == "government" ||
           type == "outlet" || type == "agency" || type == "party";
}

bool is_light(const Token& token) {
    return token.tag == Upos::Punct || token.tag == Upos::Adv || token.tag == Upos::Cconj ||
           is_quote_mark(token);
}

/// Reads the attribution of one frame.
class FrameReader {
  public:
    FrameReader(const Statement& statement, TokenRange frame)
        : statement_(statement), frame_(frame) {}

    std::optional<Attribution> behind() {
        frame_.end = std::min(frame_.end, frame_.begin + kReach);
        std::uint32_t first = frame_.begin;
        while (first < frame_.end && is_light(token(first))) {
            ++first;
        }
        for (std::uint32_t v = first; v < frame_.end; ++v) {
            if (!is_speech_verb(token(v))) {
                continue;
            }
            if (group_begin(v, first) == first) {
                return inverted_or_shared(v);
            }
            return with_speaker(v, phrase_before(first, v));
        }
        return according(frame_.begin);
    }

    std::optional<Attribution> before() {
        frame_.begin = frame_.end - frame_.begin > kReach ? frame_.end - kReach : frame_.begin;
        for (std::uint32_t v = frame_.end; v-- > frame_.begin;) {
            if (is_speech_verb(token(v))) {
                return before_verb(v);
            }
        }
        return according(frame_.begin);
    }

  private:
    const Token& token(std::uint32_t i) const { return statement_.tokens[i]; }

    std::uint32_t group_begin(std::uint32_t verb, std::uint32_t least) const {
        while (verb > least &&
               (token(verb - 1).tag == Upos::Aux || token(verb - 1).tag == Upos::Adv ||
                token(verb - 1).tag == Upos::Part)) {
            --verb;
        }
        return verb;
    }

    Attribution with_speaker(std::uint32_t verb, TokenRange phrase) const {
        Attribution result;
        result.verb = verb;
        result.is_speech = is_saying(token(verb));
        phrase = without_time(phrase);
        if (!may_speak(phrase)) {
            return result;
        }
        result.speaker = source_of(statement_, phrase, {});
        if (result.speaker) {
            settle_owner(phrase, *result.speaker);
            settle_kind(phrase, result);
        }
        return result;
    }

    /// "Falk on Friday": when it was said is no part of who said it.
    TokenRange without_time(TokenRange phrase) const {
        constexpr std::array<Words, 9> kOpeners = {"on",    "during",  "after", "before", "late",
                                                   "early", "earlier", "last",  "later"};
        for (std::uint32_t i = phrase.begin + 1; i < phrase.end; ++i) {
            if (is_one_of(kOpeners, token(i).lower) && mention_at(statement_, i) == nullptr) {
                phrase.end = i;
            }
        }
        return phrase;
    }

    /// A noun or pronoun that is no date and no clause: "said last week" names nobody.
    bool may_speak(TokenRange phrase) const {
        if (phrase.is_empty() || phrase.end > statement_.tokens.size()) {
            return false;
        }
        const bool has_clause = std::any_of(
            statement_.tokens.begin() + phrase.begin, statement_.tokens.begin() + phrase.end,
            [](const Token& word) { return word.tag == Upos::Aux; });
        if (has_clause) {
            return false;
        }
        const Token& first = token(phrase.begin);
        constexpr std::array<Words, 8> kTimes = {"day",  "week", "month",   "year",
                                                 "hour", "time", "morning", "night"};
        const bool is_no_phrase = first.tag == Upos::Part || first.tag == Upos::Verb ||
                                  first.tag == Upos::Adp || first.tag == Upos::Sconj ||
                                  first.lower == "last"sv || first.lower == "next"sv;
        if (is_no_phrase || is_one_of(kTimes, token(phrase.end - 1).lemma)) {
            return false;
        }
        const ByteSpan bytes{first.span.begin, token(phrase.end - 1).span.end};
        const bool is_date = std::ranges::any_of(statement_.values, [&](const auto& value) {
            return value.value.type == ValueType::Date && value.span.contains(bytes);
        });
        return !is_date &&
               std::any_of(statement_.tokens.begin() + phrase.begin,
                           statement_.tokens.begin() + phrase.end, [](const Token& word) {
                               return word.tag == Upos::Noun || word.tag == Upos::Propn ||
                                      word.tag == Upos::Pron;
                           });
    }

    /// The last name of the phrase that no preposition governs, and nobody's possessor: in "the
    /// Senate whip John Roe" and "Lind's lawyer Ida Moe" the name behind speaks.
    const EntityMention* head_name(TokenRange phrase) const {
        const EntityMention* head = nullptr;
        for (const EntityMention& mention : statement_.entities) {
            const bool is_inside = mention.tokens.begin >= phrase.begin &&
                                   mention.tokens.end <= phrase.end &&
                                   mention.kind <= MentionKind::ShortForm;
            const bool has_case = is_inside && mention.tokens.begin > phrase.begin &&
                                  token(mention.tokens.begin - 1).tag == Upos::Adp;
            if (is_inside && has_case) {
                break;
            }
            if (is_inside && !is_possessor(mention)) {
                head = &mention;
            }
        }
        return head;
    }

    bool is_possessor(const EntityMention& mention) const {
        const auto behind = mention.tokens.end;
        return behind < statement_.tokens.size() &&
               (token(behind).lower == "'s"sv || token(behind).lower == "'"sv);
    }

    /// "Lind's lawyer" is not Lind.
    void settle_owner(TokenRange phrase, SourceRef& source) const {
        const auto owner = std::ranges::find_if(statement_.entities, [&](const auto& mention) {
            return mention.id == source.id && mention.span == source.span;
        });
        if (owner == statement_.entities.end()) {
            return;
        }
        const EntityMention* head = head_name(phrase);
        const bool is_other = head != nullptr && head->span != source.span &&
                              (is_possessor(*owner) || owner->type != "person"sv);
        if (is_other && head->type != "place"sv) {
            source.id = head->id;
            source.span = head->span;
            source.surface = lower_words(statement_, head->tokens);
            return;
        }
        // "Falk's lawyer" and "the Osterby code" are neither Falk nor Osterby.
        const bool is_modifier = is_possessor(*owner)
                                     ? head == nullptr
                                     : owner->type == "place"sv && head == &*owner &&
                                           token(phrase.end - 1).tag == Upos::Noun;
        if (is_modifier && owner->tokens.end < phrase.end) {
            source.span = {token(phrase.begin).span.begin, token(phrase.end - 1).span.end};
            source.surface = lower_words(statement_, phrase);
            source.id = "~" + source.surface;
        }
    }

    void settle_kind(TokenRange phrase, Attribution& result) const {
        const BackReference back = back_reference_of(statement_, phrase);
        result.is_pronoun = back == BackReference::Pronoun;
        const auto mention = std::ranges::find_if(statement_.entities, [&](const auto& candidate) {
            return candidate.id == result.speaker->id && candidate.span == result.speaker->span;
        });
        if (mention == statement_.entities.end()) {
            return;
        }
        const bool speaks_for = std::any_of(statement_.tokens.begin() + phrase.begin,
                                            statement_.tokens.begin() + phrase.end, is_proxy);
        const bool is_head =
            mention->tokens.end >= phrase.end || token(mention->tokens.end).tag == Upos::Adp;
        if (mention->type == "person"sv) {
            result.kind = SpeakerKind::Person;
        } else if (is_group_type(mention->type) && !speaks_for && is_head) {
            result.kind = SpeakerKind::Group;
        }
    }

    /// "said X" or, with the subject shared, "saying": told apart by the form.
    std::optional<Attribution> inverted_or_shared(std::uint32_t verb) const {
        if (token(verb).form == Form::Gerund || token(verb).lemma == "tell"sv) {
            return with_speaker(verb, {});
        }
        TokenRange phrase = noun_phrase_at(statement_, verb + 1);
        phrase.end = std::min(phrase.end, frame_.end);
        const bool is_adverbial = !phrase.is_empty() && (token(phrase.begin).tag == Upos::Adp ||
                                                         token(phrase.begin).tag == Upos::Num);
        return with_speaker(verb, is_adverbial ? TokenRange{} : phrase);
    }

    /// "X, the counsel," before the verb: up to the first comma. "In a memo, X": behind it.
    TokenRange phrase_before(std::uint32_t begin, std::uint32_t verb) const {
        const std::uint32_t end = group_begin(verb, begin);
        if (token(begin).tag == Upos::Adp || token(begin).tag == Upos::Sconj) {
            std::uint32_t comma = begin;
            while (comma < end && token(comma).lower != ","sv) {
                ++comma;
            }
            begin = comma < end ? comma + 1 : begin;
        }
        TokenRange phrase{begin, begin};
        while (phrase.end < end && token(phrase.end).lower != ","sv &&
               token(phrase.end).lower != "("sv && !is_quote_mark(token(phrase.end))) {
            ++phrase.end;
        }
        return named_in_apposition(phrase, end);
    }

    /// "Lind's lawyer, Ida Moe," and "the mayor, Jon Vik,": the name in the apposition, unless the
    /// phrase before it is a name itself.
    TokenRange named_in_apposition(TokenRange phrase, std::uint32_t end) const {
        if (phrase.is_empty() || phrase.end + 1 >= end || token(phrase.end).lower != ","sv) {
            return phrase;
        }
        const EntityMention* own = head_name(phrase);
        if (own != nullptr && own->tokens.end == phrase.end) {
            return phrase;
        }
        const EntityMention* inside = mention_at(statement_, phrase.end + 1);
        const bool is_name = inside != nullptr && inside->type == "person"sv &&
                             inside->tokens.begin == phrase.end + 1;
        return is_name ? inside->tokens : phrase;
    }

    /// The words right before the verb where they are a name or pronoun, or a comma closes an
    /// apposition there; surer than any parse.
    TokenRange adjacent_speaker(std::uint32_t verb) const {
        const std::uint32_t end = group_begin(verb, frame_.begin);
        if (end == frame_.begin) {
            return {};
        }
        if (const EntityMention* mention = mention_at(statement_, end - 1)) {
            return mention->tokens;
        }
        const Token& last = token(end - 1);
        if (last.lower == "he"sv || last.lower == "she"sv || last.lower == "they"sv ||
            last.lower == "it"sv) {
            return {end - 1, end};
        }
        if (last.lower != ","sv) {
            return {};
        }
        std::uint32_t comma = end - 1;
        while (comma > frame_.begin && token(comma - 1).lower != ","sv) {
            --comma;
        }
        if (comma == frame_.begin || comma < 2) {
            return {};
        }
        const EntityMention* named = mention_at(statement_, comma - 2);
        if (named != nullptr && named->type == "person"sv && !is_possessor(*named)) {
            return named->tokens;
        }
        const EntityMention* inside = mention_at(statement_, comma);
        return inside != nullptr && inside->type == "person"sv ? inside->tokens : TokenRange{};
    }

    std::optional<Attribution> before_verb(std::uint32_t verb) const {
        std::uint32_t first = frame_.begin;
        while (first < verb && is_light(token(first))) {
            ++first;
        }
        const bool is_inverted = group_begin(verb, first) == first && verb + 1 < frame_.end &&
                                 token(frame_.end - 1).lower == ":"sv &&
                                 token(verb).form != Form::Gerund;
        if (is_inverted) {
            return with_speaker(verb, noun_phrase_at(statement_, verb + 1));
        }
        if (token(verb).form == Form::Participle && is_passive(verb)) {
            return passive(verb);
        }
        if (const TokenRange adjacent = adjacent_speaker(verb); !adjacent.is_empty()) {
            return with_speaker(verb, adjacent);
        }
        const ClauseMap clauses(statement_);
        TokenRange subject = find_subject(statement_, clauses, verb);
        if (subject.end > verb || subject.begin < frame_.begin || subject.is_empty()) {
            subject = nearest_speaker(verb);
        }
        return with_speaker(verb, subject);
    }

    bool is_passive(std::uint32_t verb) const {
        return verb > frame_.begin && token(verb - 1).lemma == "be"sv;
    }

    /// "was described by X as": the agent speaks; without one nobody is named.
    std::optional<Attribution> passive(std::uint32_t verb) const {
        for (std::uint32_t i = verb + 1; i + 1 < frame_.end; ++i) {
            if (token(i).lower == "by"sv) {
                return with_speaker(verb, noun_phrase_at(statement_, i + 1));
            }
        }
        return with_speaker(verb, {});
    }

    /// The nearest name or pronoun before the verb that may speak.
    TokenRange nearest_speaker(std::uint32_t verb) const {
        TokenRange best;
        for (const EntityMention& mention : statement_.entities) {
            const bool may_speak = mention.type == "person"sv || is_group_type(mention.type) ||
                                   mention.kind == MentionKind::Pronoun;
            if (may_speak && mention.tokens.begin >= frame_.begin && mention.tokens.end <= verb) {
                best = mention.tokens;
            }
        }
        return best;
    }

    std::optional<Attribution> according(std::uint32_t begin) const {
        for (std::uint32_t i = begin; i + 2 < frame_.end; ++i) {
            if (token(i).lower == "according"sv && token(i + 1).lower == "to"sv) {
                Attribution result = with_speaker(i, noun_phrase_at(statement_, i + 2));
                result.is_speech = true;
                return result;
            }
        }
        return std::nullopt;
    }

    const Statement& statement_;
    TokenRange frame_;
};

}  // namespace

bool is_speech_verb(const Token& token) {
    return is_saying(token) || (is_verbal(token) && kCalling.holds(token.lemma_id));
}

std::optional<Attribution> attribution_in(const Statement& statement, TokenRange frame,
                                          FrameSide side) {
    frame.end = std::min(frame.end, static_cast<std::uint32_t>(statement.tokens.size()));
    if (frame.is_empty()) {
        return std::nullopt;
    }
    FrameReader reader(statement, frame);
    return side == FrameSide::Before ? reader.before() : reader.behind();
}

}  // namespace atodds
