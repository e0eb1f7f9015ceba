#include "extract/open_context.hpp"

#include "base/hash.hpp"
#include "extract/word_set.hpp"

#include <algorithm>
#include <string_view>
#include <utility>

namespace atodds {
namespace {

using std::string_view_literals::operator""sv;  // compares sizes first, a plain literal does not

/// How far from its value a limiting phrase may begin, in tokens; guessed from news sentences.
constexpr std::uint32_t kReach = 6;

/// Tokens from a verb to the word behind its object that makes a phrase with it: "found the mayor,
/// 61, guilty". Guessed.
constexpr std::uint32_t kPhraseReach = 8;

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
        .add("elsewhere", "elsewhere")
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

/// "In Velmark on 3 May": the place stands right before the date, and the comma before it parts it
/// from another place and date.
void add_scope_before(const Statement& statement, TokenRange range, std::vector<SlotView>& scope) {
    if (range.begin < 3 || statement.tokens[range.begin - 1].lower != "on"sv) {
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
        if (t + 1 < range.end && statement.tokens[t].lower == "by"sv) {
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
std::string days_of(const Value& value, std::string_view side) {
    if (!value.dates.empty()) {
        const DayInterval& days = value.dates.front();
        return to_text(side == "by " ? end_of(days, value.grain) : days);
    }
    // "XX-05-04", and "before XX-05-04" where the day is a limit.
    const std::size_t day = value.text.find("XX-");
    return day == std::string::npos ? "" : value.text.substr(day);
}

/// "As of X", and a limit: what the statement holds for, whatever other dates it names.
bool is_point_of_view(const Statement& statement, TokenRange time, std::string_view side) {
    const bool has_the = time.begin > 0 && statement.tokens[time.begin - 1].lower == "the"sv;
    const std::uint32_t of = has_the ? time.begin - 1 : time.begin;
    const bool is_as_of = of > 1 && !time.is_empty() && statement.tokens[of - 1].lower == "of"sv &&
                          statement.tokens[of - 2].lower == "as"sv;
    return is_as_of || side == "by " || side == "before ";
}

/// Leaves only the dates that answer yes, where one does.
template <typename Predicate>
void keep_if_any(std::vector<const DateText*>& dates, Predicate is_kept) {
    if (std::any_of(dates.begin(), dates.end(), is_kept)) {
        std::erase_if(dates, [&](const DateText* date) { return !is_kept(date); });
    }
}

WordFamilies::Office office_named(std::string_view name) {
    if (name == "office") {
        return WordFamilies::Office::Head;
    }
    return name == "past" ? WordFamilies::Office::Past : WordFamilies::Office::Plain;
}

WordFamilies::FigureRole figure_role_named(std::string_view name) {
    using Role = WordFamilies::FigureRole;
    constexpr std::pair<std::string_view, Role> kRoles[] = {{"kind", Role::Kind},
                                                            {"plain", Role::Plain},
                                                            {"growing", Role::Growing},
                                                            {"periodic", Role::Periodic},
                                                            {"anybody", Role::Anybody},
                                                            {"vote", Role::Vote},
                                                            {"partial", Role::Partial},
                                                            {"expected", Role::Expected},
                                                            {"forecaster", Role::Forecaster},
                                                            {"level", Role::Level},
                                                            {"change", Role::Change}};
    const auto* found =
        std::ranges::find(kRoles, name, [](const auto& role) { return role.first; });
    return found == std::end(kRoles) ? Role::None : found->second;
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
                mark_phrase(word);
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

/// So that the words of a phrase are known for such, each without a look at the other.
void WordFamilies::mark_phrase(std::string_view phrase) {
    if (const std::size_t blank = phrase.find(' '); blank != std::string_view::npos) {
        heads_.mark(hash_bytes(phrase.substr(0, blank)));
        tails_.mark(hash_bytes(phrase.substr(blank + 1)));
    }
}

const std::vector<std::string>* WordFamilies::axes_of_phrase(const Token& verb,
                                                             const Token& object) const {
    const std::uint64_t id = hash_bytes(verb.lemma + " " + object.lemma);
    const Word* word = marks_.may_hold(id) ? words_.find(id) : nullptr;
    return word != nullptr && !word->axes.empty() ? &word->axes : nullptr;
}

/// Of a word that a list names twice the first entry counts.
void WordFamilies::add_words(const CategoryList& list) {
    for (const CategoryList::Entry& entry : list.entries) {
        for (const std::string& text : entry.words) {
            Word& word = word_named(text);
            if (list.id == "word-families"sv && word.family.empty()) {
                word.family = entry.name;
            } else if (list.id == "denials"sv && word.frame == Frame::None) {
                word.frame = frame_named(entry.name);
            } else if (list.id == "offices"sv && word.office == Office::None) {
                word.office = office_named(entry.name);
            } else if (list.id == "noun-families"sv) {
                word.noun_family = entry.name;
            } else if (list.id == "head-counts"sv) {
                word.head_count = entry.name;
            } else if (list.id == "figures"sv) {
                word.figure = entry.name;
            } else if (list.id == "figure-words"sv) {
                word.figure_role = figure_role_named(entry.name);
            }
            word.happens_once = word.happens_once || list.id == "once"sv;
            word.is_period = word.is_period || list.id == "periods"sv;
            mark_phrase(text);
        }
    }
}

/// The words of the opposites "best" and "worst" name the ends of a scale.
void WordFamilies::add_ends(const CategoryList& list) {
    for (const CategoryList::Entry& entry : list.entries) {
        if (entry.name == "best" || entry.name == "worst") {
            for (const std::string& text : entry.words) {
                word_named(text).end = entry.name == "best" ? "+best" : "-best";
            }
        }
    }
}

std::string_view WordFamilies::end_of_form(std::uint64_t id) const {
    const Word* word = words_.find(id);
    return word == nullptr ? std::string_view() : word->end;
}

/// The family of a verb and another word, empty where they are no phrase.
std::string_view WordFamilies::phrase_family(const Token& verb, const Token& tail) const {
    if (!tails_.may_hold(tail.lower_id)) {
        return {};
    }
    const std::string phrase = verb.lemma + " " + tail.lower;
    const std::uint64_t id = hash_bytes(phrase);
    const Word* word = marks_.may_hold(id) ? words_.find(id) : nullptr;
    return word == nullptr ? std::string_view() : std::string_view(word->family);
}

std::string_view WordFamilies::family_of(const Statement& statement, std::uint32_t token) const {
    const Token& verb = statement.tokens[token];
    if (verb.tag != Upos::Verb || !heads_.may_hold(verb.lemma_id)) {
        return family_of(verb);
    }
    // "Came out", "took place", "found the mayor guilty": a verb and the word behind it or behind
    // its object may have a family of their own.
    const auto end = std::min<std::uint32_t>(token + kPhraseReach,
                                             static_cast<std::uint32_t>(statement.tokens.size()));
    for (std::uint32_t t = token + 1; t < end; ++t) {
        const Token& tail = statement.tokens[t];
        if (const std::string_view family = phrase_family(verb, tail); !family.empty()) {
            return family;
        }
        if (tail.tag == Upos::Verb || tail.tag == Upos::Adp || tail.tag == Upos::Cconj ||
            (tail.tag == Upos::Punct && tail.lower != ","sv && tail.lower != "-"sv)) {
            break;
        }
    }
    return family_of(verb);
}

/// "Decline" falls with its family and rejects by itself: a word lies on the axes of both.
void WordFamilies::close(const Axes& axes, const Axes& turns) {
    const auto axes_in = [](const Axes& all, const std::string& family, const std::string& own) {
        const auto of_family = all.find(family);
        const auto of_word = all.find(own);
        std::vector<std::string> joined =
            of_family == all.end() ? std::vector<std::string>{} : of_family->second;
        if (of_word != all.end() && of_word != of_family) {
            joined.insert(joined.end(), of_word->second.begin(), of_word->second.end());
            std::sort(joined.begin(), joined.end());
            joined.erase(std::unique(joined.begin(), joined.end()), joined.end());
        }
        return joined;
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
        if (list.id == "opposites"sv || list.id == "sequences"sv) {
            add_opposites(list, list.id == "opposites"sv ? axes : turns);
            add_ends(list);
        } else if (list.id == "word-families"sv || list.id == "denials"sv || list.id == "once"sv ||
                   list.id == "periods"sv || list.id == "offices"sv || list.id == "figures"sv ||
                   list.id == "noun-families"sv || list.id == "head-counts"sv ||
                   list.id == "figure-words"sv) {
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
        if (token.lower == ","sv || token.tag == Upos::Cconj) {
            break;
        }
        add_extent(token, slots);
    }
    add_scope_before(statement, range, slots);
    for (std::uint32_t t = range.end; t < size && t < range.end + kReach; ++t) {
        const Token& token = statement.tokens[t];
        if (is_value(statement, t) || token.lower == ";"sv || token.lower == ","sv) {
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
        if (mention.value.type != ValueType::Date) {
            continue;
        }
        const std::string_view side = side_of(statement, mention.span);
        const std::string days = days_of(mention.value, side);
        const TokenRange at = tokens_of(statement, mention.span);
        if (!days.empty() && !at.is_empty()) {
            dates.push_back(
                {std::string(side) + days, mention.span, statement.tokens[at.begin].clause,
                 is_point_of_view(statement, at, side), mention.value.bound == Bound::AtLeast});
        }
    }
    return dates;
}

void dates_told_for(const std::vector<DateText>& dates, std::uint16_t clause, ByteSpan own,
                    std::vector<const DateText*>& told) {
    told.clear();
    for (const DateText& date : dates) {
        if (date.span != own) {
            told.push_back(&date);
        }
    }
    keep_if_any(told, [&](const DateText* date) { return date->clause == clause; });
    keep_if_any(told, [](const DateText* date) { return date->is_point_of_view; });
    keep_if_any(told, [](const DateText* date) { return !date->is_start; });
}

TokenRange tokens_of(const Statement& statement, ByteSpan span) {
    const std::vector<Token>& tokens = statement.tokens;
    const auto first =
        std::partition_point(tokens.begin(), tokens.end(),
                             [span](const Token& token) { return token.span.end <= span.begin; });
    auto last = first;
    while (last != tokens.end() && last->span.overlaps(span)) {
        ++last;
    }
    return first == last ? TokenRange{}
                         : TokenRange{static_cast<std::uint32_t>(first - tokens.begin()),
                                      static_cast<std::uint32_t>(last - tokens.begin())};
}

}  // namespace atodds
