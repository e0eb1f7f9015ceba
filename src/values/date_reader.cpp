#include "values/date_reader.hpp"

#include "values/date_grammar.hpp"
#include "values/date_words.hpp"
#include "values/duration_reader.hpp"

#include <cstdint>
#include <string_view>
#include <utility>

namespace atodds {
namespace {

using enum DateWord;

/// A date this far back in the text, in bytes, is still what "a week earlier" leans on. Guessed:
/// two long sentences.
constexpr std::uint32_t kAnchorReach = 400;

/// A word that can stand behind a preposition or an article inside a date.
bool goes_on(const DateToken& token) {
    switch (token.word) {
        case None:
            return token.starts_holiday;
        case Stop:
        case Function:
        case Suffix:
        case And:
        case Or:
        case Of:
        case Every:
            return false;
        default:
            return true;
    }
}

/// How a word can open a date or duration.
enum class Opening : std::uint8_t {
    Never,
    Always,
    Holiday,      ///< only as the first word of a holiday's name
    Preposition,  ///< in, since: before a word of time, "the" may stand between
    Modifier,     ///< the, early, next: before a word of time or "of"
    ByNext,       ///< a, at, to and signs: it depends on the word itself
};

Opening opening_of(DateWord word) {
    switch (word) {
        case None:
        case Function:
            return Opening::Holiday;
        case Stop:
        case Suffix:
        case Of:
        case And:
        case Or:
        case Than:
        case Old:
        case Every:
        case Ago:
        case On:
        case Over:
        case During:
        case Now:
        case Date:
        case Hence:
            return Opening::Never;
        case Sign:
        case To:
        case At:
        case Article:
            return Opening::ByNext;
        case In:
        case By:
        case From:
        case For:
        case Before:
        case After:
        case Since:
        case Until:
        case Between:
        case Within:
        case Starting:
            return Opening::Preposition;
        case The:
        case Part:
        case Rest:
        case Shift:
        case Later:
        case Earlier:
        case More:
        case Comparing:
        case Hedge:
        case All:
        case Kind:
        case Half:
            return Opening::Modifier;
        default:
            return Opening::Always;
    }
}

bool opens_by_next(const DateToken& token, const DateToken& next) {
    if (token.word == To) {
        return next.word == Date;
    }
    if (token.word == At) {
        return next.word == Hedge;
    }
    if (token.word == Article) {
        return next.word == Unit || next.word == Vague || next.word == Half || next.word == Power ||
               next.word == All || next.word == More;
    }
    constexpr std::u32string_view kSigns = U"'’‘<>½¼¾";
    return kSigns.find(token.sign) != std::u32string_view::npos;
}

/// Whether a date or duration may start at token i, from it and the next one or two. Most words of
/// a text end here, which is what makes reading fast.
bool may_start(const DateContext& context, std::size_t i) {
    const DateToken& token = context.at(i);
    const DateToken& next = context.at(i + 1);
    switch (opening_of(token.word)) {
        case Opening::Never:
            return false;
        case Opening::Always:
            return true;
        case Opening::Holiday:
            return token.starts_holiday;
        case Opening::Preposition:
            return goes_on(next) && (next.word != The || goes_on(context.at(i + 2)));
        case Opening::Modifier:
            return goes_on(next) || next.word == Of;
        case Opening::ByNext:
            return opens_by_next(token, next);
    }
    return false;
}

ByteSpan span_of(const DateContext& context, std::size_t begin, std::size_t end) {
    return {context.at(begin).span.begin, context.at(end - 1).span.end};
}

ValueMention to_mention(const DateContext& context, DateNode node) {
    ValueMention mention;
    mention.span = span_of(context, node.begin, node.end);
    mention.core = mention.span;
    mention.value.type = ValueType::Date;
    mention.value.bound = node.bound;
    mention.value.grain = node.grain;
    mention.value.is_vague = node.is_vague;
    mention.value.text = node.readings.empty() ? std::move(node.text) : std::string{};
    mention.value.dates = std::move(node.readings);
    return mention;
}

ValueMention to_mention(const DateContext& context, const DurationNode& node) {
    ValueMention mention;
    mention.span = span_of(context, node.begin, node.end);
    mention.core = span_of(context, node.core_begin, node.end);
    mention.value = to_value(node);
    return mention;
}

/// A date that later expressions lean on: one that is stated, not bounded and not vague.
bool is_anchor(const Value& value) {
    return value.type == ValueType::Date && !value.is_vague && value.bound == Bound::Exact &&
           !value.dates.empty() && value.dates.front().from && value.dates.front().to;
}

}  // namespace

std::vector<ValueMention> read_dates(std::string_view text, std::span<const Lexeme> lexemes,
                                     std::optional<Day> reference_day) {
    thread_local std::vector<DateToken> tokens;
    to_date_tokens(text, lexemes, tokens);
    DateContext context{text, tokens, reference_day, std::nullopt};
    std::vector<ValueMention> mentions;
    std::uint32_t anchor_end = 0;
    for (std::size_t i = 0; i + 1 < tokens.size();) {
        if (!may_start(context, i)) {
            ++i;
            continue;
        }
        if (context.anchor && tokens[i].span.begin - anchor_end > kAnchorReach) {
            context.anchor.reset();
        }
        ParsedDate date = date_mention_at(context, i);
        const auto duration = duration_at(context, i);
        if (duration && (!date || duration->end > date->end)) {
            mentions.push_back(to_mention(context, *duration));
            i = duration->end;
        } else if (date) {
            const std::size_t end = date->end;
            mentions.push_back(to_mention(context, *std::move(date)));
            if (is_anchor(mentions.back().value)) {
                context.anchor = mentions.back().value.dates.front();
                context.anchor_grain = mentions.back().value.grain;
                anchor_end = mentions.back().span.end;
            }
            i = end;
        } else {
            const std::size_t run_end = skip_number_run(context, i);
            i = run_end > i ? run_end : i + 1;
        }
    }
    return mentions;
}

}  // namespace atodds
