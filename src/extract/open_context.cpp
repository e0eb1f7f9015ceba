#include "extract/open_context.hpp"

#include "base/hash.hpp"

#include <algorithm>
#include <array>
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

/// "before " or "after " where the date is a limit and not the day itself, else nothing.
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
    }
    return "";
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
    const auto found = axes.find(family_of(token));
    if (found != axes.end()) {
        return found->second;
    }
    const auto own = axes.find(token.lemma);
    return own == axes.end() ? kNone : own->second;
}

const std::vector<std::string>& WordFamilies::axes_of(const Token& token) const {
    return find_axes(axes_, token);
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
                } else if (list.id == "offices") {
                    offices_.emplace(hash_bytes(word), office_named(entry.name));
                }
            }
        }
    }
}

const std::string& WordFamilies::family_of(const Token& token) const {
    const auto found = by_lemma_.find(token.lemma_id);
    return found == by_lemma_.end() ? token.lemma : found->second;
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

std::vector<SlotValue> times_of(const Statement& statement, ByteSpan own) {
    std::vector<SlotValue> times;
    for (const ValueMention& mention : statement.values) {
        const bool is_yearless =
            mention.value.dates.empty() && mention.value.text.starts_with("XX-");
        if (mention.value.type != ValueType::Date || mention.span == own ||
            (mention.value.dates.empty() && !is_yearless)) {
            continue;
        }
        const std::string day =
            is_yearless ? mention.value.text : to_text(mention.value.dates.front());
        times.push_back({"time", side_of(statement, mention.span) + day, mention.span});
    }
    return times;
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
