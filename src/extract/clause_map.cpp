#include "extract/clause_map.hpp"

#include "extract/word_set.hpp"

#include <optional>
#include <string_view>

namespace atodds {

namespace {

using std::string_view_literals::operator""sv;  // compares sizes first, a plain literal does not

/// How far a noun phrase may reach before its verb. Guessed; longer ones are read as lists.
constexpr std::uint32_t kMostSubjectTokens = 14;

const WordSet kContrast("but while whereas although though yet whilst however");
const WordSet kAdverbial(
    "if because unless until when once since as after before so till lest provided whenever");
const WordSet kRelative("which who whom whose where");
/// Nouns whose "that" tells what they hold.
const WordSet kContentNouns(
    "claim report allegation suggestion assertion rumour rumor accusation notion idea");
/// Verbs whose first noun is the listener.
const WordSet kListenerVerbs("tell inform warn remind assure");
/// Gerunds that act as prepositions open no clause.
const WordSet kPrepositionGerunds("including according excluding regarding following concerning");
const WordSet kQuoteMarks("\" '' `` \xE2\x80\x9C \xE2\x80\x9D");
const WordSet kDashes("\xE2\x80\x94 \xE2\x80\x93 --");
/// Prepositions that go on with a noun phrase.
const WordSet kInnerPrepositions("of for at in from with");
const WordSet kInfiniteAuxiliaries("be been being having");

bool is_verb(const Token& token) {
    return token.tag == Upos::Verb || token.tag == Upos::Aux;
}

bool is_dash(const Token& token) {
    return kDashes.holds(token.lower_id) || (token.lower == "-"sv && token.has_space_before);
}

/// "people close to the talks": the tagger takes the adjective for the verb at times.
bool is_near_to(const Statement& statement, std::uint32_t token) {
    return statement.tokens[token].lower == "close"sv && token > 0 &&
           token + 1 < statement.tokens.size() && statement.tokens[token - 1].tag == Upos::Noun &&
           statement.tokens[token + 1].lower == "to"sv;
}

bool is_noun_phrase_word(const Token& token) {
    switch (token.tag) {
        case Upos::Det:
        case Upos::Adj:
        case Upos::Adv:
        case Upos::Noun:
        case Upos::Propn:
        case Upos::Pron:
        case Upos::Num:
        case Upos::Part:
        case Upos::Sym:
        case Upos::X:
            return token.lower != "to"sv;
        case Upos::Adp:
            return kInnerPrepositions.holds(token.lower_id);
        default:
            return is_quote_mark(token) || token.lower == "-"sv;
    }
}

/// One pass over the tokens of a statement that says where segments begin.
class Cutter {
  public:
    explicit Cutter(const Statement& statement) : statement_(statement) {}

    std::vector<Segment> cut() {
        const auto size = static_cast<std::uint32_t>(statement_.tokens.size());
        constexpr std::size_t kUsual = 6;  // only memory depends on it
        std::vector<Segment> segments;
        segments.reserve(kUsual);
        Segment open{.range = {0, size}};
        for (std::uint32_t i = 0; i < size; ++i) {
            const auto link = i > open.range.begin ? link_at(i, open) : std::nullopt;
            if (link) {
                open.range.end = i;
                segments.push_back(open);
                open = {.range = {i, size}, .link = *link};
                has_finite_ = false;
                has_auxiliary_ = false;
            }
            has_finite_ = has_finite_ || is_finite_verb(statement_, i);
            has_auxiliary_ = has_auxiliary_ || statement_.tokens[i].form == Form::Modal ||
                             statement_.tokens[i].lower == "to"sv;
        }
        if (size > 0) {
            segments.push_back(open);
        }
        return segments;
    }

  private:
    const Token& token(std::uint32_t i) const { return statement_.tokens[i]; }

    /// The last token before `i` that is no quotation mark.
    const Token& before(std::uint32_t i) const {
        while (i > 1 && is_quote_mark(token(i - 1))) {
            --i;
        }
        return token(i - 1);
    }

    std::optional<Link> link_at(std::uint32_t i, const Segment& open) const {
        const Token& previous = before(i);
        if (previous.lower == ";"sv) {
            return Link::Main;
        }
        if (is_quote_mark(token(i)) || token(i).lower == ","sv) {
            return std::nullopt;
        }
        if (is_dash(previous) && has_finite_) {
            return open.link == Link::Main ? Link::Coordinate : Link::Resumed;
        }
        if (const auto link = link_of_word(i)) {
            return link;
        }
        if (previous.lower == ","sv) {
            return link_after_comma(i, open);
        }
        const bool is_joint = token(i).tag == Upos::Cconj;
        return is_joint && has_finite_ && opens_clause(i + 1) ? std::optional(Link::Coordinate)
                                                              : std::nullopt;
    }

    std::optional<Link> link_of_word(std::uint32_t i) const {
        const Token& word = token(i);
        const bool is_joint = word.tag == Upos::Sconj || word.tag == Upos::Cconj;
        const bool may_join = is_joint || word.tag == Upos::Adv || word.tag == Upos::X;
        if (word.lower == "that"sv && (word.tag != Upos::Det || precedes_plural(i))) {
            return link_of_that(i);
        }
        if (word.lower == "whether"sv) {
            return Link::Complement;
        }
        if (may_join && kContrast.holds(word.lower_id)) {
            return word.lower == "however"sv ? std::nullopt : std::optional(Link::Contrast);
        }
        if (kRelative.holds(word.lower_id)) {
            return Link::Relative;
        }
        const bool is_when = word.lower == "when"sv || word.lower == "if"sv;
        if ((word.tag == Upos::Sconj || is_when) && kAdverbial.holds(word.lower_id) &&
            has_verb_after(i)) {
            return Link::Adverbial;
        }
        return std::nullopt;
    }

    /// "said that A", "fears that A" against "chips that track users".
    std::optional<Link> link_of_that(std::uint32_t i) const {
        const Token& previous = before(i);
        if (is_behind_listener(i) || is_behind_content_noun(i)) {
            return Link::Complement;
        }
        const bool is_relative = token(i).tag == Upos::Pron &&
                                 (previous.tag == Upos::Noun || previous.tag == Upos::Propn);
        if (is_relative) {
            return Link::Relative;
        }
        return token(i).tag == Upos::Pron && !is_verb(previous) ? std::nullopt
                                                                : std::optional(Link::Complement);
    }

    /// "that 40 barges sank": no determiner stands before a number or a plural.
    bool precedes_plural(std::uint32_t i) const {
        const bool has_next = i + 1 < statement_.tokens.size();
        return has_next && (token(i + 1).tag == Upos::Num || token(i + 1).form == Form::Plural);
    }

    /// "the claim that 40 barges sank" tells the claim; "the claim that failed" does not.
    bool is_behind_content_noun(std::uint32_t i) const {
        const bool has_verb_next = i + 1 < statement_.tokens.size() && is_verb(token(i + 1));
        return kContentNouns.holds(before(i).lemma_id) && !has_verb_next;
    }

    /// "told The Wire that": the noun before "that" is who was told.
    bool is_behind_listener(std::uint32_t i) const {
        constexpr std::uint32_t kMostListenerTokens = 6;
        for (std::uint32_t j = i; j > 0 && i - j < kMostListenerTokens; --j) {
            const Token& word = token(j - 1);
            if (word.tag == Upos::Verb) {
                return kListenerVerbs.holds(word.lemma_id);
            }
            if (!is_noun_phrase_word(word)) {
                return false;
            }
        }
        return false;
    }

    bool has_verb_after(std::uint32_t i) const {
        const auto size = static_cast<std::uint32_t>(statement_.tokens.size());
        for (std::uint32_t j = i + 1; j < size && j < i + kMostSubjectTokens; ++j) {
            if (is_verb(token(j))) {
                return true;
            }
            if (token(j).lower == ","sv) {
                return false;
            }
        }
        return false;
    }

    std::optional<Link> link_after_comma(std::uint32_t i, const Segment& open) const {
        const Token& word = token(i);
        const bool is_participle =
            word.tag == Upos::Verb && (word.form == Form::Gerund || word.form == Form::Participle);
        const bool is_inserted = open.link == Link::Relative || open.link == Link::Participial ||
                                 open.link == Link::Adverbial;
        if (is_participle && !kPrepositionGerunds.holds(word.lower_id)) {
            return Link::Participial;
        }
        if (is_finite_verb(statement_, i)) {
            return is_inserted ? Link::Resumed : Link::Coordinate;
        }
        const bool is_quoted_before = i >= 2 && is_quote_mark(token(i - 1));
        if (!has_finite_ && !is_quoted_before) {
            return std::nullopt;
        }
        const std::uint32_t from = word.tag == Upos::Cconj ? i + 1 : i;
        return opens_clause(from) ? std::optional(Link::Coordinate) : std::nullopt;
    }

    /// Whether a subject and its verb, or a verb that shares the subject before, begin at `i`.
    bool opens_clause(std::uint32_t i) const {
        const auto size = static_cast<std::uint32_t>(statement_.tokens.size());
        const std::uint32_t first = i;
        for (; i < size && i < first + kMostSubjectTokens; ++i) {
            if (is_near_to(statement_, i)) {
                ++i;
                continue;
            }
            if (is_finite_verb(statement_, i)) {
                // "may cut or delay": the second verb shares the auxiliary.
                const bool shares = i == first && has_auxiliary_ && token(i).form == Form::Base;
                return !shares;
            }
            if (!is_noun_phrase_word(token(i))) {
                return false;
            }
        }
        return false;
    }

    const Statement& statement_;
    bool has_finite_ = false;
    bool has_auxiliary_ = false;
};

}  // namespace

bool is_quote_mark(const Token& token) {
    return kQuoteMarks.holds(token.lower_id);
}

bool is_finite_verb(const Statement& statement, std::uint32_t token) {
    const Token& word = statement.tokens[token];
    if (word.tag == Upos::Aux) {
        return !kInfiniteAuxiliaries.holds(word.lower_id);
    }
    if (word.tag != Upos::Verb || word.form == Form::Gerund || word.form == Form::Participle ||
        is_near_to(statement, token)) {
        return false;
    }
    if (word.form != Form::Base && word.form != Form::None) {
        return true;
    }
    // Infinitives and the verb of "will cut" carry no clause of their own.
    for (std::uint32_t back = 1; back <= 3 && back <= token; ++back) {
        const Token& before = statement.tokens[token - back];
        if (before.lower == "to"sv || before.tag == Upos::Aux) {
            return false;
        }
        if (before.tag != Upos::Adv && before.tag != Upos::Part) {
            break;
        }
    }
    return true;
}

ClauseMap::ClauseMap(const Statement& statement)
    : segments_(Cutter(statement).cut()), of_token_(statement.tokens.size(), 0) {
    for (std::uint32_t s = 0; s < segments_.size(); ++s) {
        for (std::uint32_t i = segments_[s].range.begin; i < segments_[s].range.end; ++i) {
            of_token_[i] = s;
        }
    }
}

TokenRange ClauseMap::clause_around(std::uint32_t token) const {
    std::uint32_t first = of_token_[token];
    while (first > 0 && segments_[first].link == Link::Resumed) {
        // Back over the insertion to the segment that was interrupted.
        --first;
        while (first > 0 && (segments_[first].link == Link::Relative ||
                             segments_[first].link == Link::Participial ||
                             segments_[first].link == Link::Adverbial)) {
            --first;
        }
    }
    return {segments_[first].range.begin, reach(token)};
}

std::uint32_t ClauseMap::reach(std::uint32_t token) const {
    std::uint32_t last = of_token_[token];
    while (last + 1 < segments_.size() && segments_[last + 1].link == Link::Complement) {
        ++last;
    }
    return segments_[last].range.end;
}

}  // namespace atodds
