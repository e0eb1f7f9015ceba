#include "text/sentence_parts.hpp"

#include "text/token_tree.hpp"

#include <algorithm>

namespace atodds {
namespace {

// A name with its description ("a spokeswoman for the port of Varn"), and "in a statement on
// Monday" behind the verb, stay below this; guessed.
constexpr std::size_t kLongestTail = 16;
/// Tokens of a clause between subject and verb; a bound for hostile text. Guessed.
constexpr std::size_t kLongestInsert = 40;

bool is_mark(const Token& token) {
    return token.tag == Upos::Punct;
}

bool is_comma_or_quote(const Token& token) {
    return is_mark(token) && (token.lower == "," || token.lower == "\"");
}

/// Verbs that stand behind what they report. Own list.
bool is_reporting(const Token& token) {
    return token.tag == Upos::Verb && token.form != Form::Gerund &&
           is_one_of(token.lemma, {"say", "tell", "add", "report", "announce", "write", "note",
                                   "claim", "state", "warn", "estimate", "explain", "confirm"});
}

/// Taggers take many a past form for a participle.
bool may_be_finite(const Token& token) {
    return token.tag == Upos::Aux || (token.tag == Upos::Verb && token.form != Form::Gerund);
}

bool is_verb(const Token& token) {
    return token.tag == Upos::Verb || token.tag == Upos::Aux;
}

/// Words of a phrase that names somebody.
bool is_of_name(const Token& token) {
    switch (token.tag) {
        case Upos::Noun:
        case Upos::Propn:
        case Upos::Pron:
        case Upos::Det:
        case Upos::Adj:
        case Upos::Adp:
        case Upos::Num:
        case Upos::Part:
        case Upos::Cconj:
        case Upos::X:
            return true;
        default:
            return false;
    }
}

/// A clause of its own: a finite verb, and a second one where it opens with "when" or "as".
bool is_clause(std::span<const Token> tokens) {
    const auto finite = std::count_if(tokens.begin(), tokens.end(), may_be_finite);
    const bool is_subordinate =
        tokens[0].tag == Upos::Sconj ||
        is_one_of(tokens[0].lower, {"as", "when", "after", "before", "while", "asked"});
    return finite > (is_subordinate ? 1 : 0);
}

/// What may follow the verb where the subject stands before it: nothing, when and where it was
/// said, whom it was told.
bool is_closing(const Token& verb, std::span<const Token> rest) {
    if (rest.empty()) {
        return true;
    }
    const bool is_plain = std::none_of(rest.begin(), rest.end(), [](const Token& token) {
        return is_verb(token) || is_mark(token) || token.tag == Upos::Sconj;
    });
    const Token& next = rest[0];
    return is_plain && (next.tag == Upos::Adp || next.tag == Upos::Propn ||
                        next.lower == "yesterday" || verb.lemma == "tell");
}

/// The verb of a closing ", NAME said" or ", said NAME", else the size; `end` is behind the last
/// word.
std::size_t reporting_verb(std::span<const Token> tokens, std::size_t first, std::size_t end) {
    for (std::size_t i = end; i-- > first + 1;) {
        if (is_mark(tokens[i])) {
            break;  // ", said Roe, who": what follows is described behind a further comma
        }
        if (is_reporting(tokens[i])) {
            return i;
        }
    }
    return tokens.size();
}

/// Whether the verb stands before its subject, with nothing else behind it.
bool is_inverted(std::span<const Token> rest) {
    return !rest.empty() && (rest[0].tag == Upos::Propn || rest[0].tag == Upos::Det) &&
           std::none_of(rest.begin(), rest.end(), is_verb);
}

/// The first of the words that name the speaker before the verb.
std::size_t begin_of_name(std::span<const Token> tokens, std::size_t first, std::size_t verb) {
    std::size_t begin = verb;
    while (begin > first && is_of_name(tokens[begin - 1])) {
        --begin;
    }
    return begin;
}

/// Where a closing "according to NAME" begins, else the size.
std::size_t begin_of_source(std::span<const Token> tokens, std::size_t first, std::size_t end) {
    for (std::size_t i = end; i-- > first + 1;) {
        if (is_verb(tokens[i]) && tokens[i].lower != "according") {
            break;
        }
        if (tokens[i].lower == "according" && i + 2 < end && tokens[i + 1].lower == "to") {
            return i;
        }
    }
    return tokens.size();
}

bool is_behind_clause(std::span<const Token> tokens, std::size_t begin) {
    constexpr std::size_t kShortestClause = 3;  // "Prices rose,"
    return begin >= kShortestClause && begin < tokens.size() &&
           is_comma_or_quote(tokens[begin - 1]) && is_clause(tokens.first(begin));
}

bool is_comma(const Token& token) {
    return token.lower == ",";
}

/// "who", "which", and "of whom", "in which" at `at`, behind a comma.
bool opens_relative_clause(std::span<const Token> tokens, std::size_t at) {
    if (at < tokens.size() && tokens[at].tag == Upos::Adp) {
        return at + 1 < tokens.size() &&
               is_one_of(tokens[at + 1].lower, {"which", "whom", "whose"});
    }
    return at < tokens.size() && is_one_of(tokens[at].lower, {"who", "which", "whose", "whom"});
}

/// A finite verb at `at`, or behind adverbs there.
bool goes_on_with_verb(std::span<const Token> tokens, std::size_t at) {
    while (at < tokens.size() && tokens[at].tag == Upos::Adv) {
        ++at;
    }
    return at < tokens.size() && may_be_finite(tokens[at]);
}

/// ", NAME said," from the comma at `comma` on.
bool is_reporting_insert(std::span<const Token> tokens, std::size_t comma, std::size_t close) {
    const std::size_t verb = close - 1;
    return verb > comma + 1 && is_reporting(tokens[verb]) &&
           begin_of_name(tokens, comma, verb) == comma + 1;
}

/// The comma that ends the clause behind the one at `comma`, where a verb follows it; else the
/// size.
std::size_t close_of_clause(std::span<const Token> tokens, std::size_t comma) {
    const std::size_t end = std::min(tokens.size(), comma + 1 + kLongestInsert);
    bool has_verb = false;
    for (std::size_t i = comma + 1; i < end; ++i) {
        if (is_comma(tokens[i]) && has_verb && goes_on_with_verb(tokens, i + 1)) {
            return i;
        }
        has_verb = has_verb || may_be_finite(tokens[i]);
    }
    return tokens.size();
}

/// Whether no clause has ended before a subject that reaches to `end`: "The mill", "He said the
/// mill".
bool may_be_subject(std::span<const Token> tokens, std::size_t end) {
    const std::span<const Token> before = tokens.first(end);
    const auto verb = std::find_if(before.rbegin(), before.rend(), may_be_finite);
    return verb == before.rend() || is_reporting(*verb);
}

}  // namespace

std::optional<ReportingTail> find_reporting_tail(std::span<const Token> tokens) {
    std::size_t end = tokens.size();
    while (end > 0 && is_mark(tokens[end - 1])) {
        --end;
    }
    const std::size_t first = end - std::min(end, kLongestTail);
    const std::size_t source = begin_of_source(tokens, first, end);
    if (is_behind_clause(tokens, source)) {
        return ReportingTail{static_cast<std::uint32_t>(source), false};
    }
    const std::size_t verb = reporting_verb(tokens, first, end);
    if (verb == tokens.size()) {
        return std::nullopt;
    }
    const std::size_t begin = begin_of_name(tokens, first, verb);
    const std::span<const Token> rest = tokens.subspan(verb + 1, end - verb - 1);
    const bool is_tail = begin < verb ? is_closing(tokens[verb], rest) : is_inverted(rest);
    if (!is_tail || !is_behind_clause(tokens, begin)) {
        return std::nullopt;
    }
    return ReportingTail{static_cast<std::uint32_t>(begin), true};
}

std::optional<Insert> find_insert(std::span<const Token> tokens) {
    for (std::size_t comma = 1; comma + 3 < tokens.size(); ++comma) {
        if (!is_comma(tokens[comma]) || tokens[comma - 1].tag == Upos::Punct) {
            continue;
        }
        const std::size_t close = close_of_clause(tokens, comma);
        if (close == tokens.size()) {
            continue;
        }
        const bool is_relative = opens_relative_clause(tokens, comma + 1);
        if ((is_relative || is_reporting_insert(tokens, comma, close)) &&
            may_be_subject(tokens, comma)) {
            return Insert{
                {static_cast<std::uint32_t>(comma), static_cast<std::uint32_t>(close + 1)},
                is_relative};
        }
    }
    return std::nullopt;
}

}  // namespace atodds
