#include "compare/name_slips.hpp"

#include "base/hash.hpp"
#include "base/utf8.hpp"
#include "compare/office_comparator.hpp"
#include "compare/slot_words.hpp"
#include "compare/value_relation.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <chrono>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <tuple>
#include <utility>
#include <vector>

namespace atodds {
namespace {

/// Names that begin or end with one word and are compared with each other; more is no family but a
/// word like "north". Guessed.
constexpr std::size_t kMostAlike = 24;
/// What has to be shared around two names before they are one person's, in words; an equal value
/// counts for two. Guessed, then set on reports of real events. Of two persons of one family more
/// is told alike than of two names a letter apart.
constexpr std::size_t kLeastForSlip = 2;
constexpr std::size_t kLeastForFirstName = 4;
constexpr std::size_t kValueWeight = 2;
/// Amounts below it are shared by many statements: "two people". Guessed.
constexpr std::int64_t kSmallAmount = 10;

/// How an article uses a name.
struct NameUse {
    const Fact* fact = nullptr;  ///< the first that names it
    ByteSpan span;               ///< of the name there
    bool is_person = false;      ///< speaks, has an age or an office
    SlotWords words;             ///< content words of its statements
    std::set<std::string> values;
};

/// By article, sorted.
using Uses = std::map<std::string_view, NameUse>;

bool is_plain_name(std::string_view id) {
    const auto is_plain = [](char c) {
        return (c >= 'a' && c <= 'z') || c == ' ' || c == '-' || c == '\'';
    };
    // Bytes of other alphabets are spelt in many ways, none of which is a slip.
    return id.starts_with('~') && id.find(' ') != std::string_view::npos &&
           std::ranges::all_of(id.substr(1), is_plain);
}

std::string_view first_word(std::string_view name) {
    return name.substr(0, name.find(' '));
}

std::string_view last_word(std::string_view name) {
    return name.substr(name.rfind(' ') + 1);
}

/// "Peter Rallo" and "Robert Rallo"; a short form ("Pete") is no other name.
bool have_other_first_names(std::string_view a, std::string_view b) {
    const std::string_view first = first_word(a);
    const std::string_view other = first_word(b);
    const bool are_two_words = std::ranges::count(a, ' ') == 1 && std::ranges::count(b, ' ') == 1;
    return are_two_words && last_word(a) == last_word(b) && first != other &&
           first.front() != other.front() && first.size() > 2 && other.size() > 2;
}

/// The name as it sounds, for names of other alphabets are spelt in many ways: "Karolos",
/// "Carolos".
std::string sound_of(std::string_view name) {
    constexpr std::pair<char, char> kAlike[] = {{'c', 'k'}, {'q', 'k'}, {'y', 'i'}, {'e', 'i'},
                                                {'j', 'i'}, {'w', 'v'}, {'z', 's'}, {'o', 'u'}};
    std::string sound;
    for (std::size_t i = 0; i < name.size(); ++i) {
        const bool begins = i == 0 || name[i - 1] == ' ';
        const bool is_soft = begins && name[i] == 'g' && i + 1 < name.size() && name[i + 1] == 'i';
        if (is_soft || name[i] == 'h' || name[i] == '-' || name[i] == '\'') {
            continue;
        }
        const auto* alike =
            std::ranges::find(kAlike, name[i], [](const auto& pair) { return pair.first; });
        const char letter = alike == std::end(kAlike) ? name[i] : alike->second;
        if (sound.empty() || sound.back() != letter) {
            sound += letter;
        }
    }
    return sound;
}

/// "Rallo's party", "led by Rallo": what stands beside persons and hardly beside things.
bool has_person_beside(std::string_view text, std::size_t begin, std::size_t end) {
    const std::string_view before = text.substr(0, begin);
    const std::string_view behind = text.substr(std::min(end, text.size()));
    return before.ends_with(" by ") || before.ends_with("Mr ") || behind.starts_with("'s ") ||
           behind.starts_with("\u2019s ");
}

bool is_telling(const Value& value) {
    const bool is_amount_of_some =
        !value.amount.is_integer() || value.amount.absolute() >= Decimal(kSmallAmount);
    return is_amount(value) && is_amount_of_some;
}

template <typename Take>
void for_each_name(std::span<const Fact> facts, const Take& take) {
    for (const Fact& fact : facts) {
        if (fact.tier != Tier::Open || fact.rule == "open/quote") {
            continue;
        }
        for (const SlotValue& slot : fact.slots) {
            if (slot.slot == "entity" && is_plain_name(slot.value)) {
                take(fact, slot);
            }
        }
    }
}

/// Sorted, each once.
std::vector<std::string_view> names_in(std::span<const Fact> facts) {
    std::vector<std::string_view> names;
    for_each_name(facts, [&](const Fact&, const SlotValue& name) { names.push_back(name.value); });
    std::ranges::sort(names);
    const auto again = std::ranges::unique(names);
    names.erase(again.begin(), again.end());
    return names;
}

/// Some names with what is told around them.
class NameUses {
  public:
    NameUses(std::span<const Fact> facts, const std::set<std::string_view>& wanted) {
        for_each_name(facts, [&](const Fact& fact, const SlotValue& name) {
            if (wanted.contains(name.value)) {
                add(fact, name);
            }
        });
    }

    const Uses& of(std::string_view name) const { return uses_.at(name); }

  private:
    void add(const Fact& fact, const SlotValue& name) {
        NameUse& use = uses_[name.value][fact.article];
        // A pronoun stands for the name but does not spell it.
        const bool spells = to_lower(slice_of(fact, name.span)) == name.value.substr(1);
        if (use.fact == nullptr && spells) {
            use.fact = &fact;
            use.span = name.span;
            use.is_person = has_person_beside(fact.quote, name.span.begin - fact.statement.begin,
                                              name.span.end - fact.statement.begin);
        }
        for (const SlotValue& slot : fact.slots) {
            if (slot.slot == "stem" || slot.slot == "predicate" || slot.slot == "noun") {
                use.words.insert(slot.value);
            }
            use.is_person = use.is_person || (slot.slot == "age" && slot.value == name.value) ||
                            (slot.slot == "person" && slot.value == name.value.substr(1)) ||
                            (slot.slot == "actor" && slot.value == name.value);
        }
        if (is_telling(fact.value)) {
            use.values.insert(fact.rule + to_display(fact.value));
        }
    }

    static std::string_view slice_of(const Fact& fact, ByteSpan span) {
        const bool is_inside = fact.statement.contains(span) && !span.is_empty();
        return is_inside ? std::string_view(fact.quote)
                               .substr(span.begin - fact.statement.begin, span.end - span.begin)
                         : std::string_view();
    }

    std::map<std::string_view, Uses> uses_;
};

/// How much is told alike around two names, their own words left out.
std::size_t shared_around(const NameUse& left, const NameUse& right, std::string_view name,
                          std::string_view other) {
    std::size_t shared = 0;
    for (const std::string& word : left.words) {
        const bool is_of_name = (name.find(word) != std::string_view::npos ||
                                 other.find(word) != std::string_view::npos);
        shared += !is_of_name && word != "say" && right.words.contains(word) ? 1U : 0U;
    }
    for (const std::string& value : left.values) {
        shared += right.values.contains(value) ? kValueWeight : 0U;
    }
    return shared;
}

struct NamePair {
    std::string_view left;
    std::string_view right;

    friend auto operator<=>(const NamePair&, const NamePair&) = default;
};

/// Pairs of names that share their first or last word and may be one.
std::set<NamePair> alike(const std::vector<std::string_view>& names) {
    std::map<std::string, std::vector<std::string_view>> by_word;
    for (const std::string_view id : names) {
        const std::string_view name = id.substr(1);
        by_word["first " + std::string(first_word(name))].push_back(id);
        by_word["last " + std::string(last_word(name))].push_back(id);
    }
    std::set<NamePair> pairs;
    for (const auto& [word, some] : by_word) {
        for (std::size_t i = 0; some.size() <= kMostAlike && i < some.size(); ++i) {
            for (std::size_t j = i + 1; j < some.size(); ++j) {
                if (is_misspelling(some[i].substr(1), some[j].substr(1)) ||
                    have_other_first_names(some[i].substr(1), some[j].substr(1))) {
                    pairs.insert({some[i], some[j]});
                }
            }
        }
    }
    return pairs;
}

class NameSlips {
  public:
    NameSlips(Report& report, const std::vector<std::string_view>& names,
              const std::set<NamePair>& pairs)
        : report_(report), names_(names), uses_(report.facts, names_of(pairs)) {
        for (const Article& article : report.articles) {
            published_.emplace(article.id, article.published);
        }
    }

    void find(const std::set<NamePair>& pairs) {
        for (const NamePair& pair : pairs) {
            judge(pair);
        }
        // A name that stands in two pairs has one fact.
        std::ranges::sort(facts_, {}, &Fact::id);
        const auto again = std::ranges::unique(facts_, {}, &Fact::id);
        facts_.erase(again.begin(), again.end());
        std::ranges::move(facts_, std::back_inserter(report_.facts));
        std::ranges::sort(report_.facts, [](const Fact& a, const Fact& b) {
            return std::tie(a.article, a.span, a.id) < std::tie(b.article, b.span, b.id);
        });
    }

  private:
    static std::set<std::string_view> names_of(const std::set<NamePair>& pairs) {
        std::set<std::string_view> names;
        for (const NamePair& pair : pairs) {
            names.insert({pair.left, pair.right});
        }
        return names;
    }

    void judge(const NamePair& pair) {
        const Uses& left = uses_.of(pair.left);
        const Uses& right = uses_.of(pair.right);
        const bool are_two =
            std::ranges::any_of(left, [&](const auto& use) { return right.contains(use.first); });
        const bool is_slip = is_misspelling(pair.left.substr(1), pair.right.substr(1));
        if (are_two || (!is_slip && has_kin(pair))) {
            return;
        }
        std::size_t most = 0;
        bool is_person = false;
        for (const auto& [article, use] : left) {
            for (const auto& [other_article, other] : right) {
                if (use.fact != nullptr && other.fact != nullptr &&
                    are_near(article, other_article)) {
                    most = std::max(most, shared_around(use, other, pair.left, pair.right));
                    is_person = is_person || use.is_person || other.is_person;
                }
            }
        }
        if (is_person && most >= (is_slip ? kLeastForSlip : kLeastForFirstName) && !is_told(pair)) {
            add(pair, left, right, most);
        }
    }

    /// Articles that may tell one story: published within two weeks, or without a date.
    bool are_near(std::string_view left, std::string_view right) const {
        constexpr std::chrono::days kMost{14};
        const auto one = published_.find(left);
        const auto other = published_.find(right);
        return one == published_.end() || other == published_.end() || !one->second ||
               !other->second || std::chrono::abs(*one->second - *other->second) <= kMost;
    }

    /// The comparator of offices has found it already.
    bool is_told(const NamePair& pair) const {
        const auto holds = [](const Finding& finding, std::string_view name) {
            return std::ranges::any_of(
                finding.sides, [&](const Side& side) { return to_lower(side.value) == name; });
        };
        return std::ranges::any_of(report_.findings, [&](const Finding& finding) {
            return finding.rule == "open/office" && holds(finding, pair.left.substr(1)) &&
                   holds(finding, pair.right.substr(1));
        });
    }

    /// A third person of that last name: a family, and first names tell its members apart.
    bool has_kin(const NamePair& pair) const {
        const std::string_view last = last_word(pair.left);
        return std::ranges::any_of(names_, [&](std::string_view name) {
            return name != pair.left && name != pair.right && last_word(name) == last;
        });
    }

    Side side_of(const Uses& uses) {
        Side side;
        for (const auto& [article, use] : uses) {
            if (use.fact == nullptr) {
                continue;
            }
            Fact fact = *use.fact;
            fact.rule = "open/name";
            fact.span = use.span;
            fact.surface = fact.quote.substr(use.span.begin - fact.statement.begin,
                                             use.span.end - use.span.begin);
            fact.id =
                fmt::format("{}#{}-{}:open/name", fact.article, fact.span.begin, fact.span.end);
            fact.value = {};
            fact.value.type = ValueType::Category;
            fact.value.unit = "name";
            fact.value.text = fact.surface;
            side.value = side.value.empty() ? fact.surface : side.value;
            side.facts.push_back(fact.id);
            side.articles.emplace_back(article);
            facts_.push_back(std::move(fact));
        }
        return side;
    }

    void add(const NamePair& pair, const Uses& left, const Uses& right, std::size_t shared) {
        Finding finding;
        finding.rule = "open/name";
        finding.tier = Tier::Open;
        finding.verdict = Verdict::Disagree;
        const bool sounds_alike = sound_of(pair.left.substr(1)) == sound_of(pair.right.substr(1));
        finding.level = sounds_alike ? Level::Note : Level::Warning;
        finding.sides = {side_of(left), side_of(right)};
        finding.conflicts = {{0, 1}};
        finding.trace = {
            {"same-fact", fmt::format("{} words and values around both names are the same", shared),
             false},
            {"clash",
             fmt::format("\"{}\" and \"{}\" are nearly one name, and no article has both",
                         finding.sides[0].value, finding.sides[1].value),
             true}};
        finding.fact = fmt::format("{} {}", pair.left.substr(1), pair.right.substr(1));
        finding.key = finding.fact;
        finding.id = hash_hex(fmt::format("open/name|{}|{}", pair.left, pair.right)).substr(0, 16);
        finding.message = finding.fact;
        report_.findings.push_back(std::move(finding));
    }

    Report& report_;
    const std::vector<std::string_view>& names_;
    NameUses uses_;
    std::map<std::string_view, std::optional<Day>> published_;  ///< by article
    std::vector<Fact> facts_;
};

}  // namespace

void find_name_slips(Report& report) {
    const std::vector<std::string_view> names = names_in(report.facts);
    if (const std::set<NamePair> pairs = alike(names); !pairs.empty()) {
        NameSlips(report, names, pairs).find(pairs);
    }
}

}  // namespace atodds
