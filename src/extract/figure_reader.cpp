#include "extract/figure_reader.hpp"

#include "extract/head_count.hpp"
#include "extract/vote_share.hpp"
#include "extract/word_set.hpp"

#include <algorithm>
#include <string_view>

namespace atodds {
namespace {

using std::string_view_literals::operator""sv;  // compares sizes first, a plain literal does not
using Role = WordFamilies::FigureRole;

/// Tokens between a figure's name and its value, hedges and articles: "of at least some". Guessed.
constexpr std::uint32_t kHedgeReach = 4;
/// Tokens between the verb and the value: "rose 9 % from a year ago to". Guessed.
constexpr std::uint32_t kVerbReach = 8;
/// Tokens from the name back to who expects the figure, and from the value on to the same. Guessed.
constexpr std::uint32_t kOutlookBack = 14;
constexpr std::uint32_t kOutlookAhead = 4;
/// Words in front of a name that say which one is meant. Guessed.
constexpr std::uint32_t kMostKinds = 3;

bool is_noun(const Token& token) {
    return token.tag == Upos::Noun || token.tag == Upos::Propn;
}

/// Words that hedge or introduce an amount and leave it what it is.
bool is_light(const Token& token) {
    static const WordSet kHedges(
        "about around roughly approximately nearly almost some just only over under more less than "
        "at least most up to as high low above below past a an the record exactly some estimated");
    return kHedges.holds(token.lower_id) || token.tag == Upos::Adv;
}

bool leads_to_value(const Token& token) {
    static const WordSet kLeads("of at : was is were are be");
    return kLeads.holds(token.lower_id);
}

}  // namespace

FigureReader::FigureReader(const Statement& statement, const WordFamilies& families)
    : statement_(statement), families_(families) {
    if (statement.values.empty()) {
        return;
    }
    for (std::uint32_t t = 0; t < statement.tokens.size(); ++t) {
        const Token& token = statement.tokens[t];
        if (!families.may_be_listed(token)) {
            continue;
        }
        if (is_noun(token) && !families.figure_of(token).empty()) {
            nouns_.push_back(t);
        }
        tells_fates_ = tells_fates_ || !families.head_count_of(token).empty();
        tells_votes_ = tells_votes_ || families.figure_role_of(token) == Role::Vote;
    }
}

bool FigureReader::is_figure(std::uint32_t token) const {
    return std::ranges::binary_search(nouns_, token);
}

bool FigureReader::is_in_value(std::uint32_t token) const {
    return std::ranges::any_of(statement_.values, [&](const ValueMention& value) {
        return value.span.overlaps(statement_.tokens[token].span);
    });
}

/// "A turnout of about 67 %", "revenue at 5 million", "earnings per share of 40 cents".
std::uint32_t FigureReader::noun_before(TokenRange range) const {
    const std::vector<Token>& tokens = statement_.tokens;
    const std::uint32_t first = range.begin > kHedgeReach ? range.begin - kHedgeReach : 0;
    std::uint32_t t = range.begin;
    while (t > first && !leads_to_value(tokens[t - 1]) && is_light(tokens[t - 1])) {
        --t;
    }
    // The value may begin with its own hedge, "at least" with a word that leads to values.
    if (t < 2 || !leads_to_value(tokens[t - 1])) {
        return kNoToken;
    }
    const bool is_per = t >= 4 && tokens[t - 3].lower == "per"sv && is_figure(t - 4);
    return is_per ? t - 4 : is_figure(t - 2) ? t - 2 : kNoToken;
}

/// "A 67 % turnout", "5 million in revenue".
std::uint32_t FigureReader::noun_behind(const ValueMention& mention, TokenRange range) const {
    const std::vector<Token>& tokens = statement_.tokens;
    if (mention.value.type == ValueType::Number || range.end >= tokens.size()) {
        return kNoToken;
    }
    std::uint32_t t = range.end + (tokens[range.end].lower == "in"sv ? 1 : 0);
    const auto end =
        std::min<std::uint32_t>(t + kMostKinds, static_cast<std::uint32_t>(tokens.size()));
    for (; t < end && (is_noun(tokens[t]) || tokens[t].tag == Upos::Adj); ++t) {
        const bool is_last = t + 1 >= tokens.size() || !is_noun(tokens[t + 1]);
        if (is_last && is_figure(t)) {
            return t;
        }
    }
    return kNoToken;
}

/// The subject of a verb that leads to the value: "turnout reached 67 %", "profit fell to 66
/// cents". "Profit fell 9 %" and "by 9 %" tell by how much.
std::uint32_t FigureReader::subject_of(const ValueMention& mention, TokenRange range,
                                       bool& is_change) const {
    const std::vector<Token>& tokens = statement_.tokens;
    const std::uint16_t index = tokens[range.begin].clause;
    if (index >= statement_.clauses.size()) {
        return kNoToken;
    }
    const Clause& clause = statement_.clauses[index];
    if (clause.subject == kNoToken || clause.verb == kNoToken || !is_figure(clause.subject) ||
        clause.subject >= range.begin) {
        return kNoToken;
    }
    const bool is_predicate = clause.verb >= range.begin && clause.verb < range.end;
    if (is_predicate || tokens[clause.verb].lemma == "be"sv) {
        return clause.subject;
    }
    const Role role = families_.figure_role_of(tokens[clause.verb]);
    const bool leads = role == Role::Level || role == Role::Change;
    if (!leads || clause.verb >= range.begin || range.begin - clause.verb > kVerbReach) {
        return kNoToken;
    }
    std::string_view lead;
    for (std::uint32_t t = clause.verb + 1; t < range.begin; ++t) {
        const Token& token = tokens[t];
        if (token.tag == Upos::Punct || token.tag == Upos::Cconj || token.tag == Upos::Verb) {
            return kNoToken;
        }
        lead = token.tag == Upos::Adp && !is_in_value(t) ? std::string_view(token.lower) : lead;
    }
    const bool is_to = lead == "to" || lead == "at" || lead == "past" || lead == "above" ||
                       lead == "below" || lead == "over";
    // The lead may be part of the value: "from 288 to 275", "above 5,000".
    const bool is_led =
        is_to || mention.value.bound == Bound::Above || mention.value.bound == Bound::Below;
    if (role == Role::Change && !is_led) {
        is_change = true;
    }
    return lead.empty() || is_to || is_change ? clause.subject : kNoToken;
}

/// "expected " where analysts think so, "planned " where anybody else does, else nothing.
const char* FigureReader::outlook_of(std::uint32_t noun, TokenRange range) const {
    const std::vector<Token>& tokens = statement_.tokens;
    const auto size = static_cast<std::uint32_t>(tokens.size());
    bool is_expected = false;
    bool is_by_others = false;
    const auto look_at = [&](const Token& token) {
        const Role role = families_.figure_role_of(token);
        is_expected = is_expected || role == Role::Expected;
        is_by_others = is_by_others || role == Role::Forecaster;
    };
    const std::uint32_t first = noun > kOutlookBack ? noun - kOutlookBack : 0;
    for (std::uint32_t t = noun; t-- > first;) {
        const bool is_estimated = t + 1 == noun && tokens[t].lower == "estimated"sv;
        if (is_estimated || tokens[t].lower == ";"sv || tokens[t].lower == "but"sv ||
            tokens[t].lower == ","sv) {
            break;
        }
        look_at(tokens[t]);
    }
    for (std::uint32_t t = std::max(noun, range.end); t < size && t < range.end + kOutlookAhead;
         ++t) {
        if (tokens[t].tag == Upos::Punct || tokens[t].tag == Upos::Cconj) {
            break;
        }
        look_at(tokens[t]);
    }
    return !is_expected ? "" : is_by_others ? "expected " : "planned ";
}

/// The words in front of a name that say which one: "net", "gross profit", "voter". A stretch of
/// time and a name do not.
std::vector<std::uint32_t> FigureReader::kinds_of(std::uint32_t noun) const {
    std::vector<std::uint32_t> kinds;
    for (std::uint32_t t = noun; t-- > 0 && kinds.size() < kMostKinds;) {
        const Token& token = statement_.tokens[t];
        const Role role = families_.figure_role_of(token);
        const bool is_kind =
            role == Role::Kind ||
            ((token.tag == Upos::Noun || token.tag == Upos::Adj) && !is_in_value(t));
        if (!is_kind || role == Role::Expected) {
            break;
        }
        if (!families_.is_period(token) && role != Role::Plain) {
            kinds.push_back(t);
        }
    }
    return kinds;
}

/// What the figure is limited to: "turnout in Velm", "the toll among miners", "in Velm the toll".
std::uint32_t FigureReader::limit_of(std::uint32_t noun, TokenRange range) const {
    static const WordSet kLimiters("in among for at across outside");
    const std::vector<Token>& tokens = statement_.tokens;
    const auto named_behind = [&](std::uint32_t t, std::uint32_t end) {
        if (t >= end || !kLimiters.holds(tokens[t].lower_id)) {
            return kNoToken;
        }
        for (++t; t < end && (tokens[t].tag == Upos::Det || tokens[t].tag == Upos::Adj); ++t) {
        }
        const bool is_limit = t < end && t != noun && is_noun(tokens[t]) &&
                              !families_.is_period(tokens[t]) && !is_in_value(t);
        return is_limit ? t : kNoToken;
    };
    const auto size = static_cast<std::uint32_t>(tokens.size());
    const std::uint32_t behind = named_behind(noun + 1, size);
    if (behind != kNoToken) {
        return behind;
    }
    const std::uint32_t after = named_behind(range.end, size);
    return after != kNoToken ? after : named_behind(0, std::min(noun, size));
}

NamedFigure FigureReader::find(const ValueMention& mention, TokenRange range) const {
    const ValueType type = mention.value.type;
    const bool may_state = type == ValueType::Number || type == ValueType::Percent ||
                           type == ValueType::Money || type == ValueType::Quantity ||
                           type == ValueType::Duration;
    if (!may_state || mention.value.dimension == "clock"sv) {
        return {};
    }
    if (tells_fates_ && type == ValueType::Number) {
        std::string name = head_count_at(statement_, families_, range);
        if (!name.empty()) {
            return {std::move(name), range.begin, limit_of(range.begin, range), false, true, {}};
        }
    }
    if (tells_votes_ && type == ValueType::Percent) {
        const VoteShare share = vote_share_at(statement_, families_, range);
        if (share.owner != kNoToken) {
            return {"share of votes", range.begin, share.owner, share.is_partial, false, {}};
        }
    }
    if (nouns_.empty()) {
        return {};
    }
    bool is_change = false;
    std::uint32_t noun = noun_before(range);
    noun = noun == kNoToken ? noun_behind(mention, range) : noun;
    noun = noun == kNoToken ? subject_of(mention, range, is_change) : noun;
    if (noun == kNoToken) {
        return {};
    }
    std::string name = outlook_of(noun, range);
    name += is_change ? "change of " : "";
    name += families_.figure_of(statement_.tokens[noun]);
    return {std::move(name), noun, limit_of(noun, range), false, false, kinds_of(noun)};
}

}  // namespace atodds
