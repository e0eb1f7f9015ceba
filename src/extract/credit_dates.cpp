#include "extract/credit_dates.hpp"

#include "values/value_reader.hpp"

#include <algorithm>
#include <array>
#include <string_view>

namespace atodds {
namespace {

using std::string_view_literals::operator""sv;  // compares sizes first, a plain literal does not

using Words = std::string_view;

/// Bytes between an outlet and the day of its report; what is further off is not looked at, or a
/// sentence of many outlets and days would cost their product.
constexpr std::uint32_t kNearBytes = 100;
/// Words between an outlet and the day of its report. Guessed: credit stands close to its day.
constexpr std::uint32_t kReach = 8;

/// Words that go between outlet and day, on either side, and change nothing.
constexpr auto kPlain = std::to_array<Words>({"the",
                                              "a",
                                              "an",
                                              "on",
                                              "in",
                                              "of",
                                              "from",
                                              "dated",
                                              "late",
                                              "early",
                                              "earlier",
                                              "first",
                                              "also",
                                              "news",
                                              "agency",
                                              "newspaper",
                                              "report",
                                              "reports",
                                              "reported",
                                              "story",
                                              "article",
                                              "piece",
                                              "dispatch",
                                              "exclusive",
                                              "wrote",
                                              "published",
                                              "revealed",
                                              "said",
                                              "has",
                                              "had",
                                              "its",
                                              "'s",
                                              "broke",
                                              "disclosed",
                                              "exclusively",
                                              "website",
                                              "magazine",
                                              "edition",
                                              "account",
                                              "issue",
                                              "wire",
                                              "back",
                                              "previously",
                                              "\xE2\x80\x99s",
                                              "'",
                                              "\xE2\x80\x99",
                                              "investigation"});
constexpr auto kReports = std::to_array<Words>({"report", "reports", "reported", "story", "article",
                                                "published", "piece", "dispatch", "edition",
                                                "revealed", "investigation", "exclusive", "issue"});

template <typename List>
bool is_one_of(const List& list, std::string_view word) {
    return std::ranges::find(list, word) != list.end();
}

/// True where only plain words, and those of `more`, stand in `range`.
bool is_plain(const Statement& statement, TokenRange range, std::span<const Words> more) {
    if (range.begin > range.end || range.end - range.begin > kReach) {
        return false;
    }
    for (std::uint32_t i = range.begin; i < range.end; ++i) {
        const std::string_view word = statement.tokens[i].lower;
        if (!is_one_of(kPlain, word) && !is_one_of(more, word)) {
            return false;
        }
    }
    return true;
}

/// "reported on Monday by", "a story in July by": words of a report close before `begin`.
bool follows_report(const Statement& statement, std::uint32_t begin) {
    const std::uint32_t from = begin > 4 ? begin - 4 : 0;
    for (std::uint32_t i = from; i < begin; ++i) {
        if (is_one_of(kReports, statement.tokens[i].lower)) {
            return is_plain(statement, {i + 1, begin}, {});
        }
    }
    return false;
}

/// "On Monday, the Wire": the day opens the sentence.
bool opens_statement(const Statement& statement, std::uint32_t begin) {
    return is_plain(statement, {0, begin}, {}) ||
           (begin >= 2 && statement.tokens[begin - 2].lower == ";"sv);
}

bool dates_credit(const Statement& statement, TokenRange name, TokenRange date) {
    constexpr std::array kBehind = {Words(","), Words("which"), Words("(")};
    constexpr std::array kOpening = {Words(",")};
    constexpr std::array kBy = {Words("by")};
    if (date.begin >= name.end) {
        return is_plain(statement, {name.end, date.begin}, kBehind);
    }
    if (date.end > name.begin) {
        return false;
    }
    const TokenRange between{date.end, name.begin};
    return (opens_statement(statement, date.begin) && is_plain(statement, between, kOpening)) ||
           (follows_report(statement, date.begin) && is_plain(statement, between, kBy)) ||
           between.is_empty();
}

bool is_near(ByteSpan a, ByteSpan b) {
    return a.begin < b.end + kNearBytes && b.begin < a.end + kNearBytes;
}

/// The tokens of `span`, which is near those of `name`.
TokenRange tokens_at(const Statement& statement, ByteSpan span, TokenRange name) {
    const auto size = static_cast<std::uint32_t>(statement.tokens.size());
    TokenRange range{kNoToken, 0};
    for (std::uint32_t i = name.begin > kNearBytes ? name.begin - kNearBytes : 0;
         i < std::min(size, name.end + kNearBytes); ++i) {
        if (statement.tokens[i].span.overlaps(span)) {
            range = {std::min(range.begin, i), i + 1};
        }
    }
    return range.begin == kNoToken ? TokenRange{} : range;
}

}  // namespace

const std::vector<ValueMention>& CreditDates::dates_of(const Statement& statement) {
    if (statement.span == read_) {
        return dates_;
    }
    read_ = statement.span;
    const std::string& text = article_.reading.empty() ? article_.text : article_.reading;
    if (read_.end > text.size()) {
        dates_.clear();
        return dates_;
    }
    dates_ = read_values(slice(text, read_), {article_.published, {}});
    std::erase_if(dates_, [](const ValueMention& mention) {
        const Value& value = mention.value;
        const bool is_known = value.type == ValueType::Date && !value.is_vague &&
                              value.bound == Bound::Exact && !value.dates.empty() &&
                              value.dates.front().from && value.dates.front().to;
        return !is_known;
    });
    for (ValueMention& date : dates_) {
        date.span.begin += read_.begin;
        date.span.end += read_.begin;
    }
    return dates_;
}

CreditDates::Dated CreditDates::days_of(const Statement& statement, TokenRange name) {
    const ByteSpan outlet{statement.tokens[name.begin].span.begin,
                          statement.tokens[name.end - 1].span.end};
    for (const ValueMention& date : dates_of(statement)) {
        const TokenRange tokens =
            is_near(date.span, outlet) ? tokens_at(statement, date.span, name) : TokenRange{};
        if (!tokens.is_empty() && dates_credit(statement, name, tokens)) {
            return {date.value.dates.front(), date.span};
        }
    }
    return {};
}

}  // namespace atodds
