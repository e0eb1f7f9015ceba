#include "extract/open_context.hpp"

#include "base/hash.hpp"

#include <algorithm>
#include <array>
#include <iterator>
#include <string_view>
#include <utility>

namespace atodds {
namespace {

/// How far from its value a limiting phrase may begin, in tokens; guessed from news sentences.
constexpr std::uint32_t kReach = 6;

constexpr std::array<std::string_view, 8> kLimiters{"in",  "from",   "at",      "of",
                                                    "for", "across", "outside", "within"};

/// Words that say how much of the world is meant, with the name they are compared by.
constexpr std::array<std::pair<std::string_view, std::string_view>, 22> kExtents{{
    {"worldwide", "global"},       {"globally", "global"},
    {"global", "global"},          {"world", "global"},
    {"internationally", "global"}, {"overseas", "foreign"},
    {"abroad", "foreign"},         {"foreign", "foreign"},
    {"domestically", "domestic"},  {"domestic", "domestic"},
    {"nationwide", "national"},    {"nationally", "national"},
    {"locally", "local"},          {"daily", "daily"},
    {"weekly", "weekly"},          {"monthly", "monthly"},
    {"annually", "annual"},        {"annual", "annual"},
    {"average", "average"},        {"averaged", "average"},
    {"averages", "average"},       {"median", "average"},
}};

bool is_noun(const Token& token) {
    return token.tag == Upos::Noun || token.tag == Upos::Propn;
}

bool is_limiter(const Token& token) {
    return token.tag == Upos::Adp &&
           std::find(kLimiters.begin(), kLimiters.end(), token.lower) != kLimiters.end();
}

const EntityMention* entity_at(const Statement& statement, std::uint32_t token) {
    for (const EntityMention& mention : statement.entities) {
        if (token >= mention.tokens.begin && token < mention.tokens.end) {
            return &mention;
        }
    }
    return nullptr;
}

bool is_value(const Statement& statement, std::uint32_t token) {
    return std::any_of(statement.values.begin(), statement.values.end(),
                       [&](const ValueMention& mention) {
                           return mention.span.overlaps(statement.tokens[token].span);
                       });
}

/// The complement of the preposition at `at`: an entity, else the last noun of the run behind it.
void add_complement(const Statement& statement, std::uint32_t at, std::vector<SlotValue>& scope) {
    const auto size = static_cast<std::uint32_t>(statement.tokens.size());
    std::uint32_t noun = kNoToken;
    for (std::uint32_t t = at + 1; t < size && t <= at + kReach; ++t) {
        const Token& token = statement.tokens[t];
        if (const EntityMention* mention = entity_at(statement, t)) {
            scope.push_back({"scope", mention->id, mention->span});
            return;
        }
        if (is_value(statement, t)) {
            return;
        }
        if (is_noun(token)) {
            noun = t;
        } else if (token.tag != Upos::Det && token.tag != Upos::Adj) {
            break;
        }
    }
    if (noun != kNoToken) {
        scope.push_back({"scope", statement.tokens[noun].lemma, statement.tokens[noun].span});
    }
}

void add_extent(const Token& token, std::vector<SlotValue>& scope) {
    for (const auto& [word, name] : kExtents) {
        if (token.lower == word) {
            scope.push_back({"scope", std::string(name), token.span});
        }
    }
}

/// "In Velmark on 3 May": the place stands right before the date, and the comma before it parts it
/// from another place and date.
void add_scope_before(const Statement& statement, TokenRange range, std::vector<SlotValue>& scope) {
    if (range.begin < 3 || statement.tokens[range.begin - 1].lower != "on") {
        return;
    }
    for (const EntityMention& mention : statement.entities) {
        if (mention.tokens.end == range.begin - 1 && mention.tokens.begin > 0 &&
            is_limiter(statement.tokens[mention.tokens.begin - 1])) {
            scope.push_back({"scope", mention.id, mention.span});
        }
    }
}

/// "before ", "after " or "by " where the date is a limit and not the day itself, else nothing.
std::string side_of(const Statement& statement, ByteSpan date) {
    const TokenRange range = tokens_of(statement, date);
    const std::uint32_t first = range.begin > 0 ? range.begin - 1 : 0;
    for (std::uint32_t t = first; t < range.end; ++t) {
        const std::string& word = statement.tokens[t].lower;
        if (word == "before" || word == "prior") {
            return "before ";
        }
        if (word == "after" || word == "following" || word == "since") {
            return "after ";
        }
        if (word == "by" && t + 1 < range.end) {
            return "by ";
        }
    }
    return "";
}

/// The day, month or year that "by X" names: what is counted by then is counted then.
DayInterval end_of(const DayInterval& up_to, Grain grain) {
    if (!up_to.to) {
        return up_to;
    }
    const Day last = *up_to.to - std::chrono::days{1};
    const std::chrono::year_month_day date{last};
    const std::chrono::year_month_day first{
        date.year(), grain == Grain::Year ? std::chrono::January : date.month(),
        grain == Grain::Year || grain == Grain::Month ? std::chrono::day{1} : date.day()};
    return {std::chrono::sys_days{first}, up_to.to};
}

/// The days of a time as `open_time` reads them; empty where none can be told.
std::string days_of(const Value& value, const std::string& side) {
    if (!value.dates.empty()) {
        const DayInterval& days = value.dates.front();
        return to_text(side == "by " ? end_of(days, value.grain) : days);
    }
    // "XX-05-04", and "before XX-05-04" where the day is a limit.
    const std::size_t day = value.text.find("XX-");
    return day == std::string::npos ? "" : value.text.substr(day);
}

struct StatedTime {
    SlotValue slot;
    bool is_in_clause = false;      ///< it stands in the clause of the fact
    bool is_point_of_view = false;  ///< "as of May", "by May": when the fact is told to hold
    bool is_start = false;          ///< "since 1909"
};

bool is_in_clause(const Statement& statement, TokenRange time, TokenRange fact) {
    return !time.is_empty() && !fact.is_empty() &&
           statement.tokens[time.begin].clause == statement.tokens[fact.begin].clause;
}

/// "As of X", and a limit: what the statement holds for, whatever other dates it names.
bool is_point_of_view(const Statement& statement, TokenRange time, const std::string& side) {
    const bool has_the = time.begin > 0 && statement.tokens[time.begin - 1].lower == "the";
    const std::uint32_t of = has_the ? time.begin - 1 : time.begin;
    const bool is_as_of = of > 1 && !time.is_empty() && statement.tokens[of - 1].lower == "of" &&
                          statement.tokens[of - 2].lower == "as";
    return is_as_of || side == "by " || side == "before ";
}

/// Leaves only the times that answer yes, where one does.
template <typename Predicate>
void keep_if_any(std::vector<StatedTime>& times, Predicate is_kept) {
    if (std::any_of(times.begin(), times.end(), is_kept)) {
        std::erase_if(times, [&](const StatedTime& time) { return !is_kept(time); });
    }
}

WordFamilies::Office office_named(std::string_view name) {
    if (name == "office") {
        return WordFamilies::Office::Head;
    }
    return name == "past" ? WordFamilies::Office::Past : WordFamilies::Office::Plain;
}

WordFamilies::Frame frame_named(std::string_view name) {
    if (name == "untrue") {
        return WordFamilies::Frame::Untrue;
    }
    return name == "true" ? WordFamilies::Frame::True : WordFamilies::Frame::Report;
}

}  // namespace

void WordFamilies::add_opposites(const CategoryList& list, Axes& all) {
    for (const CategoryList::Entry& entry : list.entries) {
        for (const std::string& other : entry.excludes) {
            const bool is_first = entry.name < other;
            const std::string axis = is_first ? "+" + entry.name : "-" + other;
            for (const std::string& word : entry.words) {
                std::vector<std::string>& axes = all[word];
                axes.insert(std::upper_bound(axes.begin(), axes.end(), axis), axis);
            }
        }
    }
}

const std::vector<std::string>& WordFamilies::find_axes(const Axes& axes,
                                                        const Token& token) const {
    static const std::vector<std::string> kNone;
    const auto own = axes.find(token.lemma);
    if (own != axes.end()) {
        return own->second;
    }
    const auto found = axes.find(family_of(token));
    return found == axes.end() ? kNone : found->second;
}

const std::vector<std::string>& WordFamilies::axes_of(const Token& token) const {
    return find_axes(axes_, token);
}

const std::string& WordFamilies::end_of(const Token& token) const {
    static const std::string kNone;
    const auto found = ends_.find(token.lower_id);
    return found == ends_.end() ? kNone : found->second;
}

const std::vector<std::string>& WordFamilies::turns_of(const Token& token) const {
    return find_axes(turns_, token);
}

WordFamilies::Office WordFamilies::office_of(const Token& token) const {
    const auto found = offices_.find(token.lemma_id);
    return found == offices_.end() ? Office::None : found->second;
}

WordFamilies::Frame WordFamilies::frame_of(const Token& token) const {
    const auto found = frames_.find(token.lemma_id);
    return found == frames_.end() ? Frame::None : found->second;
}

WordFamilies::WordFamilies(const std::vector<CategoryList>& categories) {
    for (const CategoryList& list : categories) {
        if (list.id == "opposites" || list.id == "sequences") {
            add_opposites(list, list.id == "opposites" ? axes_ : turns_);
            for (const CategoryList::Entry& entry : list.entries) {
                if (entry.name == "best" || entry.name == "worst") {
                    for (const std::string& word : entry.words) {
                        ends_.emplace(hash_bytes(word), entry.name == "best" ? "+best" : "-best");
                    }
                }
            }
            continue;
        }
        for (const CategoryList::Entry& entry : list.entries) {
            for (const std::string& word : entry.words) {
                if (list.id == "word-families") {
                    by_lemma_.emplace(hash_bytes(word), entry.name);
                } else if (list.id == "denials") {
                    frames_.emplace(hash_bytes(word), frame_named(entry.name));
                } else if (list.id == "once") {
                    once_.insert(hash_bytes(word));
                } else if (list.id == "periods") {
                    periods_.insert(hash_bytes(word));
                } else if (list.id == "offices") {
                    offices_.emplace(hash_bytes(word), office_named(entry.name));
                }
            }
        }
    }
    join_axes(axes_);
    join_axes(turns_);
}

/// "Decline" falls with its family and rejects by itself: a word lies on the axes of both.
void WordFamilies::join_axes(Axes& axes) const {
    std::vector<std::pair<std::string, std::vector<std::string>>> joined;
    for (const auto& [word, own] : axes) {
        const auto family = by_lemma_.find(hash_bytes(word));
        const auto more = family == by_lemma_.end() ? axes.end() : axes.find(family->second);
        if (more != axes.end() && more->first != word) {
            std::vector<std::string> all;
            std::set_union(own.begin(), own.end(), more->second.begin(), more->second.end(),
                           std::back_inserter(all));
            joined.emplace_back(word, std::move(all));
        }
    }
    for (auto& [word, all] : joined) {
        axes[word] = std::move(all);
    }
}

const std::string& WordFamilies::family_of(const Token& token) const {
    const auto found = by_lemma_.find(token.lemma_id);
    return found == by_lemma_.end() ? token.lemma : found->second;
}

const std::string& WordFamilies::family_of(const Statement& statement, std::uint32_t token) const {
    // "Came out", "took place": a verb and the word behind it may have a family of their own.
    if (token + 1 < statement.tokens.size() && statement.tokens[token].tag == Upos::Verb) {
        const std::string phrase =
            statement.tokens[token].lemma + " " + statement.tokens[token + 1].lower;
        const auto found = by_lemma_.find(hash_bytes(phrase));
        if (found != by_lemma_.end()) {
            return found->second;
        }
    }
    return family_of(statement.tokens[token]);
}

std::vector<SlotValue> scope_of(const Statement& statement, TokenRange range) {
    std::vector<SlotValue> scope;
    const auto size = static_cast<std::uint32_t>(statement.tokens.size());
    const std::uint32_t first = range.begin > kReach ? range.begin - kReach : 0;
    for (std::uint32_t t = range.begin; t > first && !is_value(statement, t - 1); --t) {
        if (statement.tokens[t - 1].lower == "," || statement.tokens[t - 1].tag == Upos::Cconj) {
            break;
        }
        add_extent(statement.tokens[t - 1], scope);
    }
    add_scope_before(statement, range, scope);
    for (std::uint32_t t = range.end; t < size && t < range.end + kReach; ++t) {
        const Token& token = statement.tokens[t];
        if (is_value(statement, t) || token.lower == ";" || token.lower == ",") {
            break;
        }
        add_extent(token, scope);
        if (is_limiter(token)) {
            add_complement(statement, t, scope);
        }
    }
    return scope;
}

std::vector<SlotValue> times_of(const Statement& statement, TokenRange range, ByteSpan own) {
    std::vector<StatedTime> times;
    for (const ValueMention& mention : statement.values) {
        if (mention.value.type != ValueType::Date || mention.span == own) {
            continue;
        }
        const std::string side = side_of(statement, mention.span);
        const std::string days = days_of(mention.value, side);
        if (days.empty()) {
            continue;
        }
        const TokenRange at = tokens_of(statement, mention.span);
        times.push_back({{"time", side + days, mention.span},
                         is_in_clause(statement, at, range),
                         is_point_of_view(statement, at, side),
                         mention.value.bound == Bound::AtLeast});
    }
    keep_if_any(times, [](const StatedTime& time) { return time.is_in_clause; });
    keep_if_any(times, [](const StatedTime& time) { return time.is_point_of_view; });
    keep_if_any(times, [](const StatedTime& time) { return !time.is_start; });
    std::vector<SlotValue> slots;
    for (StatedTime& time : times) {
        slots.push_back(std::move(time.slot));
    }
    return slots;
}

TokenRange tokens_of(const Statement& statement, ByteSpan span) {
    TokenRange range{0, 0};
    for (std::uint32_t t = 0; t < statement.tokens.size(); ++t) {
        if (statement.tokens[t].span.overlaps(span)) {
            range.begin = range.is_empty() ? t : range.begin;
            range.end = t + 1;
        }
    }
    return range;
}

}  // namespace atodds
