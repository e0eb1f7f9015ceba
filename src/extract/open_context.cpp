#include "extract/open_context.hpp"

#include "base/hash.hpp"
#include "extract/word_set.hpp"

#include <algorithm>
#include <string_view>
#include <utility>

namespace atodds {
namespace {

/// How far from its value a limiting phrase may begin, in tokens; guessed from news sentences.
constexpr std::uint32_t kReach = 6;

const WordSet kLimiters("in from at of for across outside within");
const WordSet kBefore("before prior");
const WordSet kAfter("after following since");

/// Words that say how much of the world is meant, with the name they are compared by.
const WordMeanings<std::string_view> kExtents =
    WordMeanings<std::string_view>()
        .add(
            "worldwide globally global world "
            "internationally",
            "global")
        .add("overseas abroad foreign", "foreign")
        .add("domestically domestic", "domestic")
        .add("nationwide nationally", "national")
        .add("locally", "local")
        .add("daily", "daily")
        .add("weekly", "weekly")
        .add("monthly", "monthly")
        .add("annually annual", "annual")
        .add("average averaged averages median", "average");

bool is_noun(const Token& token) {
    return token.tag == Upos::Noun || token.tag == Upos::Propn;
}

bool is_limiter(const Token& token) {
    return token.tag == Upos::Adp && kLimiters.holds(token.lower_id);
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
void add_complement(const Statement& statement, std::uint32_t at, std::vector<SlotView>& scope) {
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

void add_extent(const Token& token, std::vector<SlotView>& scope) {
    if (const std::string_view* name = kExtents.find(token.lower_id)) {
        scope.push_back({"scope", *name, token.span});
    }
}

/// "before " or "after " where the date is a limit and not the day itself, else nothing.
std::string_view side_of(const Statement& statement, ByteSpan date) {
    const TokenRange range = tokens_of(statement, date);
    const std::uint32_t first = range.begin > 0 ? range.begin - 1 : 0;
    for (std::uint32_t t = first; t < range.end; ++t) {
        const std::uint64_t word = statement.tokens[t].lower_id;
        if (kBefore.holds(word)) {
            return "before ";
        }
        if (kAfter.holds(word)) {
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

WordFamilies::Word& WordFamilies::word_named(std::string_view name) {
    const std::uint64_t id = hash_bytes(name);
    if (!marks_.may_hold(id) || words_.find(id) == nullptr) {
        marks_.mark(id);
        names_.emplace_back(name);
    }
    return words_[id];
}

/// Of a word that a list names twice the first entry counts.
void WordFamilies::add_words(const CategoryList& list) {
    for (const CategoryList::Entry& entry : list.entries) {
        for (const std::string& text : entry.words) {
            Word& word = word_named(text);
            if (list.id == "word-families" && word.family.empty()) {
                word.family = entry.name;
            } else if (list.id == "denials" && word.frame == Frame::None) {
                word.frame = frame_named(entry.name);
            } else if (list.id == "offices" && word.office == Office::None) {
                word.office = office_named(entry.name);
            }
            word.happens_once = word.happens_once || list.id == "once";
        }
    }
}

/// A word lies on the axes of its family, or on its own where the family has none.
void WordFamilies::close(const Axes& axes, const Axes& turns) {
    const auto axes_in = [](const Axes& all, const std::string& family, const std::string& own) {
        const auto found = all.find(family);
        const auto last = found == all.end() ? all.find(own) : found;
        return last == all.end() ? std::vector<std::string>{} : last->second;
    };
    for (const Axes* all : {&axes, &turns}) {
        for (const auto& [name, lies_on] : *all) {
            word_named(name);
        }
    }
    for (const std::string& name : names_) {
        Word& word = words_[hash_bytes(name)];
        const std::string& family = word.family.empty() ? name : word.family;
        word.axes = axes_in(axes, family, name);
        word.turns = axes_in(turns, family, name);
    }
}

WordFamilies::WordFamilies(const std::vector<CategoryList>& categories) {
    Axes axes;
    Axes turns;
    for (const CategoryList& list : categories) {
        if (list.id == "opposites" || list.id == "sequences") {
            add_opposites(list, list.id == "opposites" ? axes : turns);
        } else if (list.id == "word-families" || list.id == "denials" || list.id == "once" ||
                   list.id == "offices") {
            add_words(list);
        }
    }
    close(axes, turns);
}

void add_scope(const Statement& statement, TokenRange range, std::vector<SlotView>& slots) {
    const auto size = static_cast<std::uint32_t>(statement.tokens.size());
    const std::uint32_t first = range.begin > kReach ? range.begin - kReach : 0;
    for (std::uint32_t t = range.begin; t > first && !is_value(statement, t - 1); --t) {
        const Token& token = statement.tokens[t - 1];
        if (token.lower == "," || token.tag == Upos::Cconj) {
            break;
        }
        add_extent(token, slots);
    }
    for (std::uint32_t t = range.end; t < size && t < range.end + kReach; ++t) {
        const Token& token = statement.tokens[t];
        if (is_value(statement, t) || token.lower == ";" || token.lower == ",") {
            break;
        }
        add_extent(token, slots);
        if (is_limiter(token)) {
            add_complement(statement, t, slots);
        }
    }
}

std::vector<DateText> dates_of(const Statement& statement) {
    std::vector<DateText> dates;
    for (const ValueMention& mention : statement.values) {
        const Value& value = mention.value;
        const bool is_yearless = value.dates.empty() && value.text.starts_with("XX-");
        if (value.type != ValueType::Date || (value.dates.empty() && !is_yearless)) {
            continue;
        }
        std::string text(side_of(statement, mention.span));
        text += is_yearless ? value.text : to_text(value.dates.front());
        dates.push_back({std::move(text), mention.span});
    }
    return dates;
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
