#include "extract/source_finder.hpp"

#include "extract/mention_editing.hpp"

#include <algorithm>
#include <array>
#include <string_view>

namespace atodds {

namespace {

using std::string_view_literals::operator""sv;  // compares sizes first, a plain literal does not

using Words = std::string_view;

constexpr std::uint32_t kMostPhraseTokens = 12;
/// Clauses that a shared subject is looked for in. Guessed.
constexpr int kMostSharedClauses = 3;

constexpr std::array kAnonymousHeads = {Words("source"), Words("insider"), Words("people"),
                                        Words("person"), Words("individual")};
constexpr std::array kReportNouns = {Words("report"), Words("article"),  Words("newspaper"),
                                     Words("story"),  Words("outlet"),   Words("publication"),
                                     Words("paper"),  Words("magazine"), Words("dispatch")};
constexpr std::array kPronouns = {Words("it"), Words("he"), Words("she"), Words("they")};

template <typename List>
bool is_one_of(const List& list, std::string_view word) {
    return std::ranges::find(list, word) != list.end();
}

bool is_phrase_end(const Token& token) {
    const bool is_verb = token.tag == Upos::Verb || token.tag == Upos::Aux;
    const bool is_joint = token.tag == Upos::Sconj || token.lower == "who"sv ||
                          token.lower == "which"sv || token.lower == "that"sv;
    return is_verb || is_joint || token.lower == ","sv || token.lower == ";"sv ||
           token.lower == "."sv || token.lower == ":"sv || token.lower == ")"sv ||
           is_quote_mark(token);
}

bool is_content(const Token& token) {
    return token.tag != Upos::Punct && token.tag != Upos::Adv && token.tag != Upos::Cconj &&
           token.tag != Upos::Sconj;
}

TokenRange trimmed(const Statement& statement, TokenRange range) {
    while (!range.is_empty() && !is_content(statement.tokens[range.begin])) {
        ++range.begin;
    }
    while (!range.is_empty() && !is_content(statement.tokens[range.end - 1])) {
        --range.end;
    }
    return range;
}

/// The part behind the last comma: "On Monday, Acme" -> "Acme". An apposition between two commas
/// ("Jane Roe, its chief,") leaves the name in front of it.
TokenRange without_opening(const Statement& statement, TokenRange range) {
    range = trimmed(statement, range);
    for (std::uint32_t i = range.begin; i < range.end; ++i) {
        const Token& first = statement.tokens[range.begin];
        if (statement.tokens[i].lower == ","sv &&
            (first.tag == Upos::Adp || first.tag == Upos::Adv || first.tag == Upos::Sconj ||
             first.tag == Upos::Verb)) {
            return without_opening(statement, {i + 1, range.end});
        }
    }
    return range;
}

bool is_turned_round(const Statement& statement, const Segment& segment, std::uint32_t verb) {
    // ", insisting no such thing exists" is a participle with what it reports, not its speaker.
    // "Reuters, citing officials, said Acme ..." goes on with the subject before the insertion.
    const bool is_finite =
        statement.tokens[verb].form != Form::Gerund && segment.link != Link::Resumed;
    if (is_finite && trimmed(statement, {segment.range.begin, verb}).is_empty() && verb > 0 &&
        verb + 1 < statement.tokens.size()) {
        std::uint32_t before = verb - 1;
        while (before > 0 && is_quote_mark(statement.tokens[before])) {
            --before;
        }
        const Token& mark = statement.tokens[before];
        const Token& next = statement.tokens[verb + 1];
        const bool opens_name = next.tag == Upos::Propn || next.tag == Upos::Det ||
                                (next.tag == Upos::Noun && !next.is_in_quotes);
        return opens_name && (mark.lower == ","sv || mark.lower == "?"sv || mark.lower == "!"sv ||
                              is_quote_mark(statement.tokens[verb - 1]));
    }
    return false;
}

/// The begin of the verb group of `verb`: its auxiliaries and adverbs stand before it.
std::uint32_t verb_group_begin(const Statement& statement, std::uint32_t verb) {
    while (verb > 0) {
        const Token& before = statement.tokens[verb - 1];
        const bool belongs = before.tag == Upos::Aux || before.tag == Upos::Adv ||
                             (before.tag == Upos::Part && before.lower != "'s"sv);
        if (!belongs) {
            break;
        }
        --verb;
    }
    return verb;
}

TokenRange subject_in_segment(const Statement& statement, const Segment& segment,
                              std::uint32_t verb) {
    const std::uint32_t end = verb_group_begin(statement, verb);
    TokenRange range =
        without_opening(statement, {segment.range.begin, std::max(end, segment.range.begin)});
    // A finite verb in between has a subject of its own: "Acme cut jobs and said" shares it.
    for (std::uint32_t i = range.begin; i < range.end; ++i) {
        if (is_finite_verb(statement, i)) {
            return {range.begin, verb_group_begin(statement, i)};
        }
    }
    return range;
}

bool is_spokesman(const Token& token) {
    return token.lower.starts_with("spokes") || token.lower == "representative"sv ||
           token.lower == "statement"sv || token.lower == "lawyer"sv || token.lower == "report"sv ||
           token.lower == "reports"sv || token.lower == "analysts"sv ||
           token.lower == "analyst"sv || token.lower == "economists"sv ||
           token.lower == "researchers"sv;
}

/// The mention that speaks for the phrase: a person before others, else the first that is not just
/// where somebody sits ("officials in Beijing").
const EntityMention* speaking_mention(const Statement& statement, TokenRange phrase) {
    const EntityMention* best = nullptr;
    for (const EntityMention& mention : statement.entities) {
        if (mention.tokens.begin < phrase.begin || mention.tokens.end > phrase.end) {
            continue;
        }
        if (mention.type == "person"sv) {
            return &mention;
        }
        // "officials at the Trade Ministry" have their case in front of the article.
        std::uint32_t front = mention.tokens.begin;
        front -= front > phrase.begin && statement.tokens[front - 1].tag == Upos::Det ? 1U : 0U;
        const bool has_case = front > phrase.begin && statement.tokens[front - 1].tag == Upos::Adp;
        bool is_spoken_for = !has_case;
        for (std::uint32_t i = phrase.begin; has_case && i < mention.tokens.begin; ++i) {
            is_spoken_for = is_spoken_for || is_spokesman(statement.tokens[i]);
        }
        if (best == nullptr && is_spoken_for && mention.type != "product"sv) {
            best = &mention;
        }
    }
    return best;
}

bool is_relative_word(const Token& token) {
    return token.lower == "which"sv || token.lower == "who"sv || token.lower == "that"sv;
}

/// The noun phrase that ends at `end`: what a relative clause hangs on.
TokenRange phrase_before(const Statement& statement, std::uint32_t end) {
    std::uint32_t begin = end;
    while (begin > 0 && end - begin < kMostPhraseTokens) {
        const Token& before = statement.tokens[begin - 1];
        const bool is_opening_comma = before.lower == ","sv && begin == end;
        if ((is_phrase_end(before) && !is_opening_comma) || before.tag == Upos::Adp) {
            break;
        }
        --begin;
    }
    return trimmed(statement, {begin, end});
}

TokenRange without_determiner(const Statement& statement, TokenRange phrase) {
    if (!phrase.is_empty() && statement.tokens[phrase.begin].tag == Upos::Det) {
        ++phrase.begin;
    }
    return phrase;
}

/// The head of the phrase: its last noun before any preposition.
std::optional<std::uint32_t> head_of(const Statement& statement, TokenRange phrase) {
    std::optional<std::uint32_t> head;
    for (std::uint32_t i = phrase.begin; i < phrase.end; ++i) {
        const Upos tag = statement.tokens[i].tag;
        if (tag == Upos::Adp && head) {
            break;
        }
        if (tag == Upos::Noun || tag == Upos::Propn || tag == Upos::Pron) {
            head = i;
        }
    }
    return head;
}

std::string surface_of(const Statement& statement, TokenRange phrase) {
    std::string text;
    for (std::uint32_t i = phrase.begin; i < phrase.end; ++i) {
        text += !text.empty() && statement.tokens[i].has_space_before ? " " : "";
        text += statement.tokens[i].lower;
    }
    return text;
}

/// The end of an apposition behind the phrase: ", a spokeswoman for Acme" or ", who runs Vega".
std::uint32_t apposition_end(const Statement& statement, TokenRange phrase) {
    const auto size = static_cast<std::uint32_t>(statement.tokens.size());
    if (phrase.end >= size || statement.tokens[phrase.end].lower != ","sv) {
        return phrase.end;
    }
    std::uint32_t end = phrase.end + 1;
    const bool opens =
        end < size &&
        (statement.tokens[end].tag == Upos::Det || statement.tokens[end].lower == "who"sv ||
         statement.tokens[end].lower == "chairman"sv || statement.tokens[end].tag == Upos::Noun);
    const bool is_clause = end < size && statement.tokens[end].lower == "who"sv;
    const std::uint32_t last = std::min(size, phrase.end + 1 + kMostPhraseTokens);
    while (opens && end < last && statement.tokens[end].lower != ","sv &&
           statement.tokens[end].lower != "."sv && !is_quote_mark(statement.tokens[end])) {
        // A finite verb of its own makes it the next clause: ", The Wire reported".
        if (!is_clause && is_finite_verb(statement, end)) {
            return phrase.end;
        }
        ++end;
    }
    return opens ? end : phrase.end;
}

/// The body that `speaker` stands for: another mention of the phrase, or of its apposition.
std::string institution_of(const Statement& statement, TokenRange phrase,
                           const std::string& speaker) {
    const std::uint32_t end = apposition_end(statement, phrase);
    for (const EntityMention& mention : statement.entities) {
        const bool is_inside = mention.tokens.begin >= phrase.begin && mention.tokens.end <= end;
        const bool is_body = mention.type == "company"sv || mention.type == "organisation"sv ||
                             mention.type == "government"sv || mention.type == "outlet"sv;
        if (is_inside && is_body && mention.id != speaker) {
            return mention.id;
        }
    }
    return {};
}

}  // namespace

TokenRange noun_phrase_at(const Statement& statement, std::uint32_t begin) {
    const auto size = static_cast<std::uint32_t>(statement.tokens.size());
    // "according to court papers": behind these words stands a noun, whatever its tag.
    const bool has_noun = begin >= 2 && begin < size &&
                          statement.tokens[begin - 2].lower == "according"sv &&
                          statement.tokens[begin].tag == Upos::Verb;
    std::uint32_t end = begin + (has_noun ? 1U : 0U);
    while (end < size && end < begin + kMostPhraseTokens && !is_phrase_end(statement.tokens[end])) {
        ++end;
    }
    return trimmed(statement, {begin, end});
}

TokenRange find_subject(const Statement& statement, const ClauseMap& clauses, std::uint32_t verb) {
    std::uint32_t at = clauses.segment_of(verb);
    if (is_turned_round(statement, clauses.segments()[at], verb)) {
        return noun_phrase_at(statement, verb + 1);
    }
    TokenRange subject = subject_in_segment(statement, clauses.segments()[at], verb);
    if (subject.size() == 1 && is_relative_word(statement.tokens[subject.begin])) {
        return phrase_before(statement, subject.begin);
    }
    for (int step = 0; subject.is_empty() && at > 0 && step < kMostSharedClauses; ++step) {
        --at;
        // The subject of a relative clause's verb is the noun in front of it; of a shared one, the
        // subject of the clause before.
        const Segment& before = clauses.segments()[at];
        const bool is_insertion = before.link == Link::Relative || before.link == Link::Participial;
        if (is_insertion) {
            continue;
        }
        subject = subject_in_segment(statement, before, before.range.end);
    }
    const bool is_too_long = subject.size() > kMostPhraseTokens;
    return is_too_long ? TokenRange{subject.end - kMostPhraseTokens, subject.end} : subject;
}

BackReference back_reference_of(const Statement& statement, TokenRange phrase) {
    phrase = trimmed(statement, phrase);
    if (phrase.size() == 1 && is_one_of(kPronouns, statement.tokens[phrase.begin].lower)) {
        return BackReference::Pronoun;
    }
    const bool is_definite = phrase.size() >= 2 && phrase.size() <= 3 &&
                             (statement.tokens[phrase.begin].lower == "the"sv ||
                              statement.tokens[phrase.begin].lower == "its"sv);
    return is_definite && is_one_of(kReportNouns, statement.tokens[phrase.end - 1].lower)
               ? BackReference::Report
               : BackReference::None;
}

std::optional<SourceRef> source_of(const Statement& statement, TokenRange phrase,
                                   std::span<const TokenRange> anonymous) {
    phrase = trimmed(statement, phrase);
    if (phrase.is_empty()) {
        return std::nullopt;
    }
    SourceRef source;
    source.span = {statement.tokens[phrase.begin].span.begin,
                   statement.tokens[phrase.end - 1].span.end};
    source.surface = surface_of(statement, phrase);
    const auto overlaps = [&](TokenRange cue) {
        return cue.begin < phrase.end && phrase.begin < cue.end;
    };
    const auto head = head_of(statement, phrase);
    const bool is_anonymous = std::ranges::any_of(anonymous, overlaps) ||
                              (head && (is_one_of(kAnonymousHeads, statement.tokens[*head].lemma) ||
                                        is_one_of(kAnonymousHeads, statement.tokens[*head].lower)));
    if (is_anonymous) {
        source.id = "anonymous";
        // "people close to" is the cue; who they are close to stands behind it.
        const TokenRange whole = noun_phrase_at(statement, phrase.begin);
        phrase.end = std::max(phrase.end, whole.end);
        source.institution = institution_of(statement, phrase, source.id);
        return source;
    }
    if (const EntityMention* mention = speaking_mention(statement, phrase)) {
        source.id = mention->id;
        source.surface = surface_of(statement, mention->tokens);
        source.span = mention->span;
        if (mention->type == "person"sv) {
            source.institution = institution_of(statement, phrase, source.id);
        }
        return source;
    }
    source.id = "~" + surface_of(statement, without_determiner(statement, phrase));
    source.institution = institution_of(statement, phrase, source.id);
    return source;
}

}  // namespace atodds
