#include "extract/context_reader.hpp"

#include "base/stable_sort.hpp"
#include "extract/mention_editing.hpp"
#include "extract/quotation.hpp"

#include <algorithm>
#include <array>
#include <string_view>
#include <tuple>
#include <utility>

namespace atodds {

namespace {

using std::string_view_literals::operator""sv;  // compares sizes first, a plain literal does not

/// A sentence holds a handful of cues; a hostile one may hold thousands, and scopes compare cues
/// with cues. Cues beyond this are not read.
constexpr std::size_t kMostCues = 128;
/// "It added" refers to a speaker this many statements back at most. Guessed.
constexpr std::size_t kMemoryReach = 2;
/// "The report said" may come later. Guessed.
constexpr std::size_t kReportReach = 12;

bool is_inside(TokenRange inner, TokenRange outer) {
    return outer.begin <= inner.begin && inner.end <= outer.end;
}

/// "was told", "is reported": a participle behind a form of "be".
bool is_passive(const Statement& statement, std::uint32_t verb) {
    if (statement.tokens[verb].form != Form::Participle) {
        return false;
    }
    for (std::uint32_t back = 1; back <= 3 && back <= verb; ++back) {
        const Token& before = statement.tokens[verb - back];
        if (before.lemma == "be"sv || before.lemma == "get"sv) {
            return true;
        }
        if (before.tag != Upos::Adv && before.tag != Upos::Aux && before.tag != Upos::Part) {
            return false;
        }
    }
    return false;
}

TokenRange agent_behind(const Statement& statement, std::uint32_t verb) {
    const bool has_by =
        verb + 2 < statement.tokens.size() && statement.tokens[verb + 1].lower == "by"sv;
    return has_by ? noun_phrase_at(statement, verb + 2) : TokenRange{};
}

/// "The sale was denied by Vega": the subject of the passive is what is denied.
TokenRange before_passive(const ScopeReader& scopes, const CueMatch& match) {
    return {scopes.clauses().clause_around(match.tokens.begin).begin, match.tokens.begin};
}

/// "they like Acme" lists nothing; "firms like Acme" does.
bool is_finite_list_word(const Statement& statement, const Cue& cue, TokenRange tokens) {
    const Token& word = statement.tokens[tokens.begin];
    return cue.list.has_value() && word.tag == Upos::Verb && word.form != Form::Gerund;
}

/// "citing costs" names a reason; "citing officials" a source.
bool may_be_cited(const Statement& statement, TokenRange phrase, const SourceRef& source) {
    constexpr std::array<std::string_view, 22> kSpeakers = {
        "official",  "analyst",    "executive", "document", "filing",    "memo",
        "lawyer",    "diplomat",   "trader",    "report",   "statement", "minister",
        "economist", "researcher", "employee",  "record",   "spokesman", "spokesperson",
        "authority", "letter",     "lawmaker",  "expert"};
    const bool is_known = !source.id.starts_with('~');
    return is_known ||
           std::any_of(statement.tokens.begin() + phrase.begin,
                       statement.tokens.begin() + phrase.end, [&](const Token& token) {
                           return std::ranges::find(kSpeakers, token.lemma) != kSpeakers.end();
                       });
}

/// Whether an unnamed noun phrase can speak: "industry observers" can, "a development" cannot.
bool can_speak(const Statement& statement, TokenRange phrase) {
    constexpr auto kSpeakers = std::to_array<std::string_view>(
        {"official",  "analyst",   "executive",  "document",  "filing",    "memo",   "expert",
         "report",    "statement", "study",      "survey",    "letter",    "critic", "source",
         "company",   "firm",      "government", "ministry",  "agency",    "court",  "police",
         "authority", "witness",   "aide",       "spokesman", "resident",  "group",  "media",
         "person",    "people",    "article",    "diplomat",  "ally",      "plan",   "paper",
         "record",    "list",      "register",   "log",       "transcript"});
    constexpr std::array<std::string_view, 6> kAgentEndings = {"er",  "or",  "ist",
                                                               "man", "ian", "woman"};
    return std::any_of(statement.tokens.begin() + phrase.begin,
                       statement.tokens.begin() + phrase.end, [&](const Token& token) {
                           if (token.tag == Upos::Pron || token.tag == Upos::Propn) {
                               return true;
                           }
                           const auto ends = [&](std::string_view ending) {
                               return token.lemma.size() >= 6 && token.lemma.ends_with(ending);
                           };
                           return token.tag == Upos::Noun &&
                                  (std::ranges::find(kSpeakers, token.lemma) != kSpeakers.end() ||
                                   std::ranges::any_of(kAgentEndings, ends));
                       });
}

/// What is cited or quoted stands inside what cites it.
bool is_citing(const Token& token) {
    return token.lemma == "cite"sv || token.lemma == "quote"sv;
}

/// A verb of saying used as a noun ("his claims") or an adjective reports nothing by itself.
bool is_verb_or_unknown(const Token& token) {
    return token.tag == Upos::Verb || token.tag == Upos::Aux || token.tag == Upos::X;
}

}  // namespace

bool governs(TokenRange scope, TokenRange cue, TokenRange focus) {
    const TokenRange common{std::max(scope.begin, focus.begin), std::min(scope.end, focus.end)};
    if (common.is_empty()) {
        return false;
    }
    return is_inside(cue, focus) || common.size() * 2 >= focus.size();
}

std::vector<SourceRef> sources_over(const std::vector<StatementContext::Scoped>& cues,
                                    TokenRange focus) {
    std::vector<const StatementContext::Scoped*> found;
    for (const auto& cue : cues) {
        if (cue.source && governs(cue.scope, cue.tokens, focus)) {
            found.push_back(&cue);
        }
    }
    // The wider scope holds the narrower one with its cue, so it is the outer source.
    sort_stably(found.begin(), found.end(), [](const auto* a, const auto* b) {
        return std::tuple(b->scope.size(), a->depth) < std::tuple(a->scope.size(), b->depth);
    });
    std::vector<SourceRef> sources;
    for (const auto* cue : found) {
        if (sources.empty() || sources.back().id != cue->source->id) {
            sources.push_back(*cue->source);
        }
    }
    return sources;
}

StatementContext ContextReader::read(const Statement& statement) {
    StatementContext context;
    context.anchor = anchor_;
    context.has_quotes = holds_quotes(statement);
    auto matches = matcher_.find(statement);
    matches.resize(std::min(matches.size(), kMostCues));
    anonymous_.clear();
    if (!matches.empty()) {
        read_cues(statement, matches, context);
    } else if (std::ranges::any_of(statement.values, [](const ValueMention& mention) {
                   return mention.value.type == ValueType::Date;
               })) {
        context.clauses.emplace(statement);
    }
    settle_citing(context.cues);
    settle_anonymous(context.cues);
    sort_stably(context.cues.begin(), context.cues.end(),
                [](const auto& a, const auto& b) { return a.tokens < b.tokens; });
    if (continues_quotation(statement) && std::ranges::none_of(context.cues, [](const auto& cue) {
            return cue.source.has_value();
        })) {
        context.inherited = last_stack_;
    }
    remember(context);
    move_anchor(statement);
    return context;
}

void ContextReader::read_cues(const Statement& statement, std::span<const CueMatch> matches,
                              StatementContext& context) {
    ScopeReader scopes(statement, matches, cues_);
    for (const CueMatch& match : matches) {
        if (cues_[match.cue].is_anonymous) {
            anonymous_.push_back(match.tokens);
        }
    }
    for (const CueMatch& match : matches) {
        const Cue& cue = cues_[match.cue];
        if (cue.is_attribution && !cue.is_anonymous) {
            if (auto attribution = attribution_of(statement, scopes, match)) {
                refer_back(*attribution, context);
                add_listener_outlet(statement, *attribution, context.cues);
                context.cues.push_back(std::move(attribution->scoped));
            }
            continue;
        }
        if (is_finite_list_word(statement, cue, match.tokens)) {
            continue;
        }
        StatementContext::Scoped scoped{.cue = match.cue,
                                        .tokens = match.tokens,
                                        .scope = scopes.scope_of(match),
                                        .holder = {},
                                        .source = {}};
        if (cue.is_anonymous) {
            scoped.scope = scopes.clauses().clause_around(match.tokens.begin);
            scoped.source = source_of(statement, match.tokens, anonymous_);
        } else if (cue.holder_is_subject) {
            const TokenRange agent = is_passive(statement, match.tokens.end - 1)
                                         ? agent_behind(statement, match.tokens.end - 1)
                                         : TokenRange{};
            if (!agent.is_empty()) {
                scoped.scope = before_passive(scopes, match);
            }
            const TokenRange speaker =
                agent.is_empty() ? find_subject(statement, scopes.clauses(), match.tokens.begin)
                                 : agent;
            const auto holder = source_of(statement, speaker, anonymous_);
            scoped.holder = holder ? holder->id : "";
        }
        context.cues.push_back(std::move(scoped));
    }
    context.clauses = std::move(scopes).take_clauses();
}

std::optional<ContextReader::Pending> ContextReader::attribution_of(const Statement& statement,
                                                                    const ScopeReader& scopes,
                                                                    const CueMatch& match) {
    const Cue& cue = cues_[match.cue];
    const std::uint32_t verb = match.tokens.end - 1;
    Pending result;
    result.scoped.cue = match.cue;
    result.scoped.tokens = match.tokens;
    TokenRange speaker;
    if (cue.source_is_object) {
        speaker = noun_phrase_at(statement, match.tokens.end);
        result.scoped.scope = scopes.content_around(match, speaker);
        result.scoped.depth = is_citing(statement.tokens[match.tokens.begin]) ? 2 : 1;
    } else {
        const bool passive = is_passive(statement, verb);
        if (match.tokens.size() == 1 && !is_verb_or_unknown(statement.tokens[verb])) {
            return std::nullopt;
        }
        speaker = passive ? agent_behind(statement, verb)
                          : find_subject(statement, scopes.clauses(), match.tokens.begin);
        result.scoped.scope = passive && cue.stance && !speaker.is_empty()
                                  ? before_passive(scopes, match)
                                  : scopes.content_of(match, speaker);
    }
    result.back = back_reference_of(statement, speaker);
    result.scoped.source = source_of(statement, with_anonymity(speaker, verb), anonymous_);
    if (cue.holder_is_subject && result.scoped.source) {
        result.scoped.holder = result.scoped.source->id;
    }
    const bool is_cause = result.scoped.source && result.scoped.depth == 2 &&
                          !may_be_cited(statement, speaker, *result.scoped.source);
    const bool is_mute = result.scoped.source && result.scoped.source->id.starts_with('~') &&
                         !can_speak(statement, speaker);
    if (is_cause || is_mute || !result.scoped.source || result.scoped.scope.is_empty() ||
        result.scoped.source->id == publisher_) {
        // The cue may still set something of its own ("estimate": probable).
        result.scoped.source.reset();
    }
    return result;
}

/// "An official who spoke on condition of anonymity said": the phrase with what makes it anonymous.
TokenRange ContextReader::with_anonymity(TokenRange speaker, std::uint32_t verb) const {
    const bool is_inside = std::ranges::any_of(
        anonymous_, [&](TokenRange cue) { return cue.begin >= speaker.end && cue.end <= verb; });
    return is_inside && !speaker.is_empty() ? TokenRange{speaker.begin, verb} : speaker;
}

/// "told Reuters": the outlet reports what the speaker said.
void ContextReader::add_listener_outlet(const Statement& statement, const Pending& attribution,
                                        std::vector<StatementContext::Scoped>& cues) const {
    const std::uint32_t next = attribution.scoped.tokens.end;
    if (!attribution.scoped.source || next == 0 || next >= statement.tokens.size() ||
        statement.tokens[next - 1].lemma != "tell"sv) {
        return;
    }
    const bool has_article = statement.tokens[next].tag == Upos::Det;
    const EntityMention* listener = mention_at(statement, next + (has_article ? 1U : 0U));
    if (listener == nullptr || listener->type != "outlet"sv || listener->id == publisher_) {
        return;
    }
    StatementContext::Scoped outlet = attribution.scoped;
    outlet.source = SourceRef{listener->id, "", listener->span};
    for (std::uint32_t i = listener->tokens.begin; i < listener->tokens.end; ++i) {
        outlet.source->surface += i > listener->tokens.begin ? " " : "";
        outlet.source->surface += statement.tokens[i].lower;
    }
    outlet.tokens = listener->tokens;
    outlet.depth = 0;
    cues.push_back(std::move(outlet));
}

/// "Bloomberg reported on Monday, citing people familiar": both govern the same words.
void ContextReader::settle_citing(std::vector<StatementContext::Scoped>& cues) const {
    for (auto& citing : cues) {
        if (!citing.source || citing.depth != 2) {
            continue;
        }
        const StatementContext::Scoped* verb = nullptr;
        for (const auto& other : cues) {
            const bool is_verb = other.source && other.depth == 1 &&
                                 !cues_[other.cue].is_anonymous &&
                                 !cues_[other.cue].source_is_object;
            // The nearest verb before it; else one behind ("Citing sources, the paper said").
            const bool is_nearer = verb == nullptr || other.tokens.begin < citing.tokens.begin;
            verb = is_verb && is_nearer ? &other : verb;
        }
        if (verb != nullptr) {
            citing.scope = verb->scope;
        }
    }
}

/// "people familiar with the matter said": the verb already carries that source.
void ContextReader::settle_anonymous(std::vector<StatementContext::Scoped>& cues) const {
    std::vector<ByteSpan> carried;
    for (const auto& cue : cues) {
        if (cue.source && cue.source->id == "anonymous"sv && !cues_[cue.cue].is_anonymous) {
            carried.push_back(cue.source->span);
        }
    }
    std::erase_if(cues, [&](const StatementContext::Scoped& cue) {
        return cues_[cue.cue].is_anonymous && cue.source &&
               std::ranges::any_of(carried,
                                   [&](ByteSpan span) { return span.overlaps(cue.source->span); });
    });
}

void ContextReader::refer_back(Pending& attribution, StatementContext& context) const {
    auto& source = attribution.scoped.source;
    if (!source || last_stack_.empty()) {
        return;
    }
    if (attribution.back == BackReference::Report && statements_since_ < kReportReach) {
        source->id = last_stack_.front().id;
        return;
    }
    if (attribution.back != BackReference::Pronoun || statements_since_ >= kMemoryReach) {
        return;
    }
    if (source->id.starts_with('~')) {
        // An unresolved "it said" after one speaker is that speaker; after two it may be either.
        if (last_stack_.size() > 1 || last_stack_.front().id == "anonymous"sv) {
            return;
        }
        source->id = last_stack_.front().id;
    }
    if (source->id == last_stack_.back().id) {
        context.inherited.assign(last_stack_.begin(), last_stack_.end() - 1);
    }
}

bool ContextReader::continues_quotation(const Statement& statement) const {
    if (last_stack_.empty() || statements_since_ >= kMemoryReach || statement.tokens.empty()) {
        return false;
    }
    return std::ranges::all_of(statement.tokens, [](const Token& token) {
        return token.is_in_quotes || token.tag == Upos::Punct;
    });
}

void ContextReader::remember(const StatementContext& context) {
    // The deepest stack of the statement: the one over the last reported words.
    std::vector<SourceRef> stack;
    for (const auto& cue : context.cues) {
        if (!cue.source || cue.scope.is_empty()) {
            continue;
        }
        const auto over = sources_over(context.cues, {cue.scope.end - 1, cue.scope.end});
        if (over.size() >= stack.size()) {
            stack = over;
        }
    }
    if (stack.empty() && context.inherited.empty()) {
        ++statements_since_;
        return;
    }
    last_stack_ = context.inherited;
    last_stack_.insert(last_stack_.end(), stack.begin(), stack.end());
    statements_since_ = 0;
}

void ContextReader::move_anchor(const Statement& statement) {
    for (const ValueMention& mention : statement.values) {
        const Value& value = mention.value;
        const bool is_sure = value.type == ValueType::Date && value.dates.size() == 1 &&
                             value.dates[0].from.has_value() && !value.is_vague;
        if (is_sure) {
            anchor_ = value.dates[0].from;
        }
    }
}

}  // namespace atodds
