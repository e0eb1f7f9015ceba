#include "extract/credit_phrases.hpp"

#include <algorithm>
#include <array>
#include <string>
#include <string_view>

namespace atodds {
namespace {

using Words = std::string_view;

constexpr std::array kReportNouns = {
    Words("report"),        Words("reports"),   Words("reporting"),      Words("story"),
    Words("stories"),       Words("article"),   Words("articles"),       Words("account"),
    Words("investigation"), Words("dispatch"),  Words("scoop"),          Words("exclusive"),
    Words("reported"),      Words("published"), Words("revealed"),       Words("disclosed"),
    Words("seen"),          Words("reviewed"),  Words("obtained"),       Words("viewed"),
    Words("broken"),        Words("cited"),     Words("interviewed"),    Words("quoted"),
    Words("poll"),          Words("survey"),    Words("correspondence"), Words("analysis")};
constexpr std::array kReportVerbs = {
    Words("reported"),  Words("reports"), Words("wrote"),     Words("writes"),  Words("revealed"),
    Words("reveals"),   Words("said"),    Words("says"),      Words("learned"), Words("learnt"),
    Words("published"), Words("broke"),   Words("disclosed"), Words("noted"),   Words("quoted"),
    Words("cited"),     Words("citing"),  Words("reporting"), Words("quoting")};
constexpr std::array kInterviewNouns = {Words("interview"), Words("interviewed"),
                                        Words("appearance"), Words("column"), Words("op-ed")};
constexpr std::array kTold = {Words("told"), Words("tells"), Words("telling")};
/// "spoke to Reuters": a remark was made there.
constexpr std::array kSpoke = {Words("spoke"), Words("speaking"), Words("talked"),
                               Words("talking")};
constexpr std::array kAnonymous = {Words("sources"),   Words("source"),    Words("people"),
                                   Words("officials"), Words("insiders"),  Words("person"),
                                   Words("aides"),     Words("employees"), Words("executives")};
/// Words that may stand between the name and what makes it a credit.
constexpr std::array kNameParts = {
    Words("the"),    Words("a"),        Words("an"),      Words("newspaper"),   Words("news"),
    Words("agency"), Words("magazine"), Words("website"), Words("broadcaster"), Words("daily"),
    Words("\""),     Words("wire"),     Words("service"), Words("\xE2\x80\x9C")};
constexpr std::array kBetween = {
    Words("also"),        Words("first"), Words("earlier"),   Words("later"),  Words("previously"),
    Words("separately"),  Words("has"),   Words("had"),       Words("have"),   Words("newspaper"),
    Words("exclusively"), Words("which"), Words("who"),       Words("agency"), Words("magazine"),
    Words("initially"),   Words("news"),  Words("website"),   Words(","),      Words("was"),
    Words("the"),         Words("to"),    Words("originally")};
constexpr std::array kOwn = {Words("newspaper"),  Words("paper"),     Words("newsroom"),
                             Words("site"),       Words("website"),   Words("reporter"),
                             Words("outlet"),     Words("magazine"),  Words("channel"),
                             Words("station"),    Words("reporters"), Words("correspondent"),
                             Words("publication")};

/// Words looked at on each side of a name. Guessed: credit stands close to its outlet.
constexpr std::uint32_t kReach = 6;
constexpr std::uint32_t kSpeakerReach = 12;
constexpr std::uint32_t kMostLineTokens = 40;

template <typename List>
bool is_one_of(const List& list, std::string_view word) {
    return std::ranges::find(list, word) != list.end();
}

std::string_view word_at(const Statement& statement, std::uint32_t i) {
    return i < statement.tokens.size() ? std::string_view(statement.tokens[i].lower) : "";
}

/// True where one of `words` stands among the `reach` tokens before `end`.
template <typename List>
bool has_before(const Statement& statement, std::uint32_t end, std::uint32_t reach,
                const List& words) {
    for (std::uint32_t i = end; i > 0 && end - i < reach; --i) {
        const std::string_view word = word_at(statement, i - 1);
        if (word == ";" || word == ".") {
            return false;
        }
        if (is_one_of(words, word)) {
            return true;
        }
    }
    return false;
}

std::optional<OriginReason> reason_of_preposition(const Statement& statement, std::uint32_t at) {
    constexpr std::array kFirst = {Words("first"), Words("originally"), Words("broken")};
    if (has_before(statement, at, kReach, kInterviewNouns)) {
        return OriginReason::Remark;
    }
    if (!has_before(statement, at, kReach - 2, kReportNouns)) {
        return std::nullopt;
    }
    const bool is_first =
        word_at(statement, at) == "by" && has_before(statement, at, kReach, kFirst);
    return is_first ? OriginReason::FirstReport : OriginReason::Report;
}

std::optional<OriginReason> reason_before(const Statement& statement, std::uint32_t begin) {
    std::uint32_t at = begin;
    while (at > 0 && begin - at < 4 && is_one_of(kNameParts, word_at(statement, at - 1))) {
        --at;
    }
    if (at == 0) {
        return std::nullopt;
    }
    const std::string_view word = word_at(statement, --at);
    const std::string_view before = at > 0 ? word_at(statement, at - 1) : "";
    const bool is_spoken = word == "to" && is_one_of(kSpoke, before);
    if (is_spoken || is_one_of(kTold, word)) {
        return has_before(statement, at, kSpeakerReach, kAnonymous) ? OriginReason::Report
                                                                    : OriginReason::Remark;
    }
    const bool is_plain = (word == "to" && before == "according") || word == "via" ||
                          word == "citing" || word == "cites" || word == "quoting";
    if (is_plain) {
        return OriginReason::Report;
    }
    constexpr std::array kPrepositions = {Words("by"),   Words("in"), Words("from"), Words("on"),
                                          Words("with"), Words("to"), Words("for"),  Words("at")};
    return is_one_of(kPrepositions, word) ? reason_of_preposition(statement, at) : std::nullopt;
}

/// "said in a statement", "said it would": the outlet speaks of itself.
bool speaks_of_itself(const Statement& statement, std::uint32_t verb) {
    const std::string_view word = word_at(statement, verb);
    const std::string_view next = word_at(statement, verb + 1);
    return (word == "said" || word == "says") &&
           (next == "it" || next == "its" || next == "in" || next == "they");
}

std::optional<OriginReason> reason_behind(const Statement& statement, std::uint32_t end) {
    if (word_at(statement, end) == "'s" || word_at(statement, end) == "\xE2\x80\x99s") {
        for (std::uint32_t i = end + 1; i < end + 4; ++i) {
            if (is_one_of(kReportNouns, word_at(statement, i))) {
                return OriginReason::Report;
            }
        }
        return std::nullopt;
    }
    bool is_first = false;
    for (std::uint32_t i = end; i < end + kReach + 1; ++i) {
        const std::string_view word = word_at(statement, i);
        is_first = is_first || word == "first";
        if (is_first && word == "report") {
            return OriginReason::FirstReport;
        }
        if (is_one_of(kReportVerbs, word)) {
            if (speaks_of_itself(statement, i)) {
                return std::nullopt;
            }
            return is_first || word == "broke" ? OriginReason::FirstReport : OriginReason::Report;
        }
        if (!is_one_of(kBetween, word)) {
            return std::nullopt;
        }
    }
    return std::nullopt;
}

/// "a Harbour Wire report": the name stands before the noun.
bool names_a_report(const Statement& statement, TokenRange name) {
    constexpr std::array kNouns = {Words("report"), Words("story"), Words("article"),
                                   Words("investigation"), Words("scoop")};
    return name.begin > 0 && is_one_of(kNouns, word_at(statement, name.end));
}

struct Opening {
    std::string_view words;  ///< tokens in lower case, one blank between
    CreditLine line;
};

constexpr CreditLine kTail{OriginReason::TailLine, OriginReach::Article, 0, false};
constexpr CreditLine kPart{OriginReason::TailLine, OriginReach::Passage, 0, false};
constexpr CreditLine kDesk{OriginReason::TailLine, OriginReach::Article, 0, true};
constexpr CreditLine kAuthor{OriginReason::Byline, OriginReach::Article, 0, false};

/// From house styles of newspapers and agencies; general knowledge, not measured.
constexpr std::array kOpenings = std::to_array<Opening>({
    {"source :", kTail},
    {"sources :", kTail},
    {"source -", kTail},
    {"based on a report", kTail},
    {"based on reporting", kTail},
    {"with reporting by", kTail},
    {"with reporting from", kTail},
    {"with files from", kPart},
    {"with information from", kPart},
    {"additional reporting", kPart},
    {"( additional reporting", kPart},
    {"( with inputs from", kPart},
    {"with inputs from", kPart},
    {"( reporting by", kDesk},
    {"reporting by", kDesk},
    {"via", kTail},
    {"( via", kTail},
    {"this article first appeared", kTail},
    {"this article originally appeared", kTail},
    {"this article was first published", kTail},
    {"this article was originally published", kTail},
    {"this story first appeared", kTail},
    {"this story originally appeared", kTail},
    {"this story was first published", kTail},
    {"this story was originally published", kTail},
    {"this report first appeared", kTail},
    {"originally published", kTail},
    {"first published", kTail},
    {"republished from", kTail},
    {"republished with permission", kTail},
    {"reprinted from", kTail},
    {"compiled from", kTail},
    {"adapted from", kTail},
    {"copyright", kTail},
    {"\xC2\xA9", kTail},
    {"by", kAuthor},
});

std::string joined(const Statement& statement, std::uint32_t most) {
    std::string text;
    for (std::uint32_t i = 0; i < most && i < statement.tokens.size(); ++i) {
        text += statement.tokens[i].lower;
        text += ' ';
    }
    return text;
}

std::uint32_t count_words(std::string_view text) {
    return static_cast<std::uint32_t>(std::ranges::count(text, ' ')) + 1U;
}

}  // namespace

std::optional<OriginReason> reason_around(const Statement& statement, TokenRange name) {
    if (const auto reason = reason_before(statement, name.begin)) {
        return reason;
    }
    if (const auto reason = reason_behind(statement, name.end)) {
        return reason;
    }
    return names_a_report(statement, name) ? std::optional(OriginReason::Report) : std::nullopt;
}

std::optional<CreditLine> credit_line(const Statement& line) {
    constexpr std::uint32_t kOpeningTokens = 6;
    constexpr std::uint32_t kMostBylineTokens = 14;
    if (line.tokens.size() > kMostLineTokens) {
        return std::nullopt;
    }
    const std::string opening = joined(line, kOpeningTokens);
    for (const Opening& known : kOpenings) {
        const bool is_it = opening.starts_with(known.words) &&
                           opening.size() > known.words.size() &&
                           opening[known.words.size()] == ' ';
        const bool is_byline = known.line.reason == OriginReason::Byline;
        if (is_it && (!is_byline || line.tokens.size() <= kMostBylineTokens)) {
            CreditLine found = known.line;
            found.names_from = count_words(known.words);
            return found;
        }
    }
    if (joined(line, kMostLineTokens).find("contributed to this ") != std::string::npos) {
        return kPart;
    }
    return std::nullopt;
}

bool is_dateline(const Statement& statement, TokenRange name) {
    constexpr std::uint32_t kMostDatelineTokens = 14;
    const auto is_dash = [](std::string_view word) {
        return word == "-" || word == "--" || word == "\xE2\x80\x93" || word == "\xE2\x80\x94";
    };
    if (name.end > kMostDatelineTokens) {
        return false;
    }
    const bool is_bracketed = name.begin > 0 && word_at(statement, name.begin - 1) == "(" &&
                              word_at(statement, name.end) == ")";
    return (is_bracketed && is_dash(word_at(statement, name.end + 1))) ||
           (name.begin == 0 && is_dash(word_at(statement, name.end)));
}

bool has_own_reporting(const Statement& statement) {
    for (std::uint32_t i = 1; i + 1 < statement.tokens.size(); ++i) {
        const std::string_view word = word_at(statement, i);
        const std::string_view before = word_at(statement, i - 1);
        const bool is_ours =
            (word == "this" || word == "our") && is_one_of(kOwn, word_at(statement, i + 1));
        const bool is_told = is_one_of(kTold, before) || before == "by" || before == "with" ||
                             before == "to" || before == "from";
        if (is_ours && is_told) {
            return true;
        }
        if (is_one_of(kTold, before) && word == "us") {
            return true;
        }
    }
    return false;
}

}  // namespace atodds
