#include "extract/scope_reader.hpp"

#include <algorithm>
#include <array>
#include <string_view>

namespace atodds {

namespace {

using std::string_view_literals::operator""sv;  // compares sizes first, a plain literal does not

using Words = std::string_view;

template <typename List>
bool is_one_of(const List& list, std::string_view word) {
    return std::ranges::find(list, word) != list.end();
}

/// Verbs that report with "that" and direct with "to": "told firms to stop" reports nothing.
constexpr std::array kDirectiveVerbs = {Words("tell"),   Words("warn"),   Words("advise"),
                                        Words("remind"), Words("signal"), Words("caution")};
/// Verbs whose first noun is the listener.
constexpr std::array kListenerVerbs = {Words("tell"), Words("inform"), Words("warn"),
                                       Words("remind"), Words("assure")};
/// "did not believe that A" denies A; "did not say that A" does not.
constexpr std::array kNegationRaisers = {Words("believe"), Words("think"), Words("expect"),
                                         Words("plan"), Words("intend")};

bool is_noun_phrase_word(const Token& token) {
    switch (token.tag) {
        case Upos::Det:
        case Upos::Adj:
        case Upos::Noun:
        case Upos::Propn:
        case Upos::Num:
        case Upos::Pron:
        case Upos::Part:
            return token.lower != "to"sv;
        default:
            return token.lower == "-"sv;
    }
}

bool has_finite_verb(const Statement& statement, TokenRange range) {
    for (std::uint32_t i = range.begin; i < range.end; ++i) {
        if (is_finite_verb(statement, i)) {
            return true;
        }
    }
    return false;
}

bool is_time_word(std::string_view word) {
    constexpr std::array kTimes = {
        Words("monday"),    Words("tuesday"),  Words("wednesday"), Words("thursday"),
        Words("friday"),    Words("saturday"), Words("sunday"),    Words("today"),
        Words("yesterday"), Words("last"),     Words("this"),      Words("week"),
        Words("month"),     Words("year"),     Words("late"),      Words("earlier")};
    return is_one_of(kTimes, word);
}

}  // namespace

ScopeReader::ScopeReader(const Statement& statement, std::span<const CueMatch> matches,
                         const std::vector<Cue>& cues)
    : statement_(statement), matches_(matches), cues_(cues), clauses_(statement) {
    for (const CueMatch& match : matches) {
        if (is_attribution(match)) {
            attributions_.push_back(match.tokens.begin);
        }
    }
}

bool ScopeReader::is_attribution(const CueMatch& match) const {
    const Cue& cue = cues_[match.cue];
    return cue.is_attribution && !cue.source_is_object && !cue.is_anonymous;
}

bool ScopeReader::has_attribution_in(TokenRange range) const {
    const auto first = std::ranges::lower_bound(attributions_, range.begin);
    return first != attributions_.end() && *first < range.end;
}

/// Where reported content that begins at `from` ends: at a semicolon, a contrast, or a clause that
/// has a speaker of its own.
std::uint32_t ScopeReader::content_end(std::uint32_t from) const {
    const auto& segments = clauses_.segments();
    const auto size = static_cast<std::uint32_t>(statement_.tokens.size());
    if (from >= size) {
        return size;
    }
    for (std::size_t s = clauses_.segment_of(from) + 1U; s < segments.size(); ++s) {
        const Segment& segment = segments[s];
        const bool is_cut = segment.link == Link::Main || segment.link == Link::Contrast;
        const bool may_speak =
            segment.link == Link::Coordinate || segment.link == Link::Participial;
        if (is_cut || (may_speak && has_attribution_in(segment.range))) {
            return segment.range.begin;
        }
    }
    return size;
}

/// Where content that ends before the token `before` begins: behind a semicolon, or behind a
/// contrast that follows somebody else's report.
std::uint32_t ScopeReader::content_begin(std::uint32_t before) const {
    const auto& segments = clauses_.segments();
    if (before == 0) {
        return 0;
    }
    for (std::size_t s = clauses_.segment_of(before - 1) + 1U; s > 0; --s) {
        const Segment& segment = segments[s - 1];
        const bool has_speaker_before = has_attribution_in({0, segment.range.begin});
        const bool is_cut =
            segment.link == Link::Main || (segment.link == Link::Contrast && has_speaker_before);
        if (is_cut) {
            return segment.range.begin;
        }
    }
    return 0;
}

/// Behind a verb of saying: "in a statement on Monday", "late on Tuesday".
std::uint32_t ScopeReader::skip_adjuncts(std::uint32_t from, std::uint32_t end) const {
    std::uint32_t at = from;
    while (at < end) {
        const Token& token = statement_.tokens[at];
        if (token.tag == Upos::Adv || is_time_word(token.lower)) {
            ++at;
            continue;
        }
        if (token.tag != Upos::Adp) {
            break;
        }
        ++at;
        const std::uint32_t first = at;
        // "said on 4 March 2025 that": here the word opens the content, whatever its tag.
        while (at < end && is_noun_phrase_word(statement_.tokens[at]) &&
               (at == first || statement_.tokens[at].lower != "that"sv)) {
            ++at;
        }
    }
    return at;
}

/// "told firms to stop": a noun phrase, "to" and a base verb before anything finite.
bool ScopeReader::is_directive(const CueMatch& match) const {
    const Token& verb = statement_.tokens[match.tokens.end - 1];
    if (!is_one_of(kDirectiveVerbs, verb.lemma)) {
        return false;
    }
    const std::uint32_t end = clauses_.segment_at(match.tokens.end - 1).range.end;
    for (std::uint32_t i = match.tokens.end; i + 1 < end; ++i) {
        if (is_finite_verb(statement_, i) || statement_.tokens[i].lower == ","sv) {
            return false;
        }
        const Upos next = statement_.tokens[i + 1].tag;
        if (statement_.tokens[i].lower == "to"sv && (next == Upos::Verb || next == Upos::Aux)) {
            return true;
        }
    }
    return false;
}

/// "reported, citing officials, that A": the begin of the complement behind the insertion.
std::uint32_t ScopeReader::late_complement(std::uint32_t from) const {
    const auto& segments = clauses_.segments();
    if (from >= statement_.tokens.size() || statement_.tokens[from].lower != ","sv) {
        return kNoToken;
    }
    const std::size_t inserted = clauses_.segment_of(from) + 1U;
    const bool is_late = inserted + 1 < segments.size() &&
                         segments[inserted].link == Link::Participial &&
                         segments[inserted + 1].link == Link::Complement &&
                         !has_attribution_in(segments[inserted].range);
    return is_late ? segments[inserted + 1].range.begin : kNoToken;
}

TokenRange ScopeReader::content_of(const CueMatch& match, TokenRange subject) const {
    const std::uint32_t verb = match.tokens.end - 1;
    if (is_directive(match)) {
        return {};
    }
    const Segment& segment = clauses_.segment_at(verb);
    const bool is_turned_round = subject.begin > verb;
    const std::uint32_t start = is_turned_round ? subject.end : verb + 1;
    std::uint32_t from = skip_adjuncts(start, segment.range.end);
    if (is_one_of(kListenerVerbs, statement_.tokens[verb].lemma)) {
        while (from < segment.range.end && is_noun_phrase_word(statement_.tokens[from])) {
            ++from;
        }
        from = skip_adjuncts(from, segment.range.end);
    }
    const auto size = static_cast<std::uint32_t>(statement_.tokens.size());
    const auto is_closing = [&](std::uint32_t i) {
        return i >= size || statement_.tokens[i].lower == "."sv ||
               statement_.tokens[i].lower == ","sv;
    };
    const bool has_complement = from >= segment.range.end && from < size &&
                                clauses_.segment_at(from).link == Link::Complement;
    const bool opens_quote = from + 1 < size && is_closing(from) &&
                             is_quote_mark(statement_.tokens[from + 1]) && !is_turned_round &&
                             segment.link != Link::Coordinate;
    if (has_complement || opens_quote || (from < segment.range.end && !is_closing(from))) {
        // "When Acme said A, Vega left": the main clause is no longer reported.
        const bool ends_early = segment.link == Link::Adverbial && !has_complement;
        return {from, ends_early ? segment.range.end : content_end(from)};
    }
    if (const std::uint32_t late = late_complement(from); late != kNoToken) {
        return {late, content_end(late)};
    }
    const std::uint32_t front = is_turned_round ? verb : subject.begin;
    // A participle (", adding") has its subject before it, and nothing to report in front of that.
    if (segment.range.begin == 0 || front < segment.range.begin) {
        return {from, std::max(from, segment.range.end)};
    }
    // `"A," Acme said, "B."` reports both sides.
    const bool goes_on = from + 1 < size && is_quote_mark(statement_.tokens[from + 1]);
    return {content_begin(front), goes_on ? content_end(from) : front};
}

TokenRange ScopeReader::content_around(const CueMatch& match, TokenRange object) const {
    const auto size = static_cast<std::uint32_t>(statement_.tokens.size());
    const std::uint32_t behind = std::max(match.tokens.end, object.end);
    const Segment& segment = clauses_.segment_at(match.tokens.begin);
    const bool opens = match.tokens.begin == segment.range.begin ||
                       (match.tokens.begin == segment.range.begin + 1 &&
                        statement_.tokens[segment.range.begin].tag == Upos::Cconj);
    const bool has_text_before = match.tokens.begin > 0 && segment.link == Link::Participial;
    if (opens && !has_text_before) {
        return {std::min(behind, size), content_end(std::min(behind, size))};
    }
    return {content_begin(match.tokens.begin), content_end(match.tokens.begin)};
}

/// The first value behind `from` in its segment.
TokenRange ScopeReader::next_value(std::uint32_t from) const {
    if (from == 0 || from > statement_.tokens.size()) {
        return {};
    }
    const std::uint32_t end = clauses_.segment_at(from - 1).range.end;
    const std::uint32_t offset = statement_.tokens[from - 1].span.end;
    const auto value =
        std::ranges::lower_bound(statement_.values, offset, {},
                                 [](const ValueMention& mention) { return mention.span.end; });
    if (value == statement_.values.end()) {
        return {};
    }
    TokenRange range{from, from};
    for (std::uint32_t i = from; i < end; ++i) {
        if (statement_.tokens[i].span.overlaps(value->span)) {
            range.begin = range.is_empty() ? i : range.begin;
            range.end = i + 1;
        }
    }
    return range;
}

/// "were not sold": in the passive the negation reaches the subject.
bool ScopeReader::is_passive_group(std::uint32_t cue_end, std::uint32_t reach) const {
    if (cue_end < 2 || statement_.tokens[cue_end - 1].tag != Upos::Part) {
        return false;
    }
    bool has_be = statement_.tokens[cue_end - 2].lemma == "be"sv;
    for (std::uint32_t i = cue_end; i < reach && i < cue_end + 4; ++i) {
        const Token& token = statement_.tokens[i];
        has_be = has_be || token.lemma == "be"sv;
        if (token.tag == Upos::Verb) {
            return has_be && token.form == Form::Participle;
        }
        if (token.tag != Upos::Adv && token.tag != Upos::Aux) {
            return false;
        }
    }
    return false;
}

TokenRange ScopeReader::after_scope(const CueMatch& match) const {
    const Cue& cue = cues_[match.cue];
    TokenRange scope{match.tokens.end, clauses_.reach(match.tokens.end - 1)};
    if (!cue.polarity) {
        return scope;
    }
    // A negated verb of saying or denying takes the negation for itself.
    for (const CueMatch& other : matches_) {
        const Cue& governed = cues_[other.cue];
        const bool is_inside = other.tokens.begin >= scope.begin && other.tokens.begin < scope.end;
        const bool speaks = is_attribution(other) || governed.stance.has_value();
        if (is_inside && speaks &&
            !is_one_of(kNegationRaisers, statement_.tokens[other.tokens.begin].lemma)) {
            scope.end = other.tokens.end;
            break;
        }
    }
    if (is_passive_group(match.tokens.end, scope.end)) {
        scope.begin = clauses_.clause_around(match.tokens.begin).begin;
    }
    return scope;
}

/// The scope's end, or the first of the cue's stop words behind the cue.
std::uint32_t ScopeReader::stopped(const Cue& cue, TokenRange scope) const {
    if (cue.stop.empty()) {
        return scope.end;
    }
    for (std::uint32_t i = scope.begin; i < scope.end; ++i) {
        if (is_one_of(cue.stop, statement_.tokens[i].lower)) {
            return i;
        }
    }
    return scope.end;
}

TokenRange ScopeReader::scope_of(const CueMatch& match) const {
    const Cue& cue = cues_[match.cue];
    TokenRange scope;
    switch (cue.scope) {
        case CueScope::After:
            scope = after_scope(match);
            break;
        case CueScope::Clause:
            scope = clauses_.clause_around(match.tokens.begin);
            if (scope.begin == 0 && !has_finite_verb(statement_, scope)) {
                // "Now, even as prices fall, Acme sells": the adverb belongs to the main clause.
                scope.end = content_end(match.tokens.begin);
            }
            break;
        case CueScope::Content:
            scope = {match.tokens.end, clauses_.reach(match.tokens.end - 1)};
            break;
        case CueScope::Number:
            return next_value(match.tokens.end);
    }
    // Stop words count behind the cue only: "but" may open the clause it stands in.
    const TokenRange behind{std::max(scope.begin, match.tokens.end), scope.end};
    scope.end = std::max(scope.begin, stopped(cue, behind));
    return scope;
}

}  // namespace atodds
