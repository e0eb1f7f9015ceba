#include "compare/office_comparator.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <chrono>
#include <set>
#include <string>
#include <utility>
#include <vector>

namespace atodds {
namespace {

/// Letters of a word below which one letter makes another name ("Lee", "Lea"). Guessed.
constexpr std::size_t kShortWord = 4;
/// Letters from which on two may differ. Guessed.
constexpr std::size_t kLongWord = 7;

std::set<std::string> slots_of(const Fact& fact, std::string_view name) {
    std::set<std::string> values;
    for (const SlotValue& slot : fact.slots) {
        if (slot.slot == name) {
            values.insert(slot.value);
        }
    }
    return values;
}

bool meet(const std::set<std::string>& a, const std::set<std::string>& b) {
    return std::any_of(a.begin(), a.end(),
                       [&](const std::string& item) { return b.contains(item); });
}

bool is_related(const EntityFinder& entities, const std::set<std::string>& a,
                const std::set<std::string>& b) {
    return std::any_of(a.begin(), a.end(), [&](const std::string& id) {
        return std::any_of(b.begin(), b.end(), [&](const std::string& other) {
            return id == other || entities.is_a(id, other) || entities.is_a(other, id);
        });
    });
}

std::vector<std::string_view> words_of(std::string_view name) {
    std::vector<std::string_view> words;
    std::size_t begin = 0;
    while (begin < name.size()) {
        const std::size_t end = std::min(name.find(' ', begin), name.size());
        words.push_back(name.substr(begin, end - begin));
        begin = end + 1;
    }
    return words;
}

/// Levenshtein distance in bytes. Linear memory; names are short.
std::size_t letters_apart(std::string_view a, std::string_view b) {
    std::vector<std::size_t> row(b.size() + 1);
    for (std::size_t j = 0; j <= b.size(); ++j) {
        row[j] = j;
    }
    for (std::size_t i = 1; i <= a.size(); ++i) {
        std::size_t diagonal = row[0];
        row[0] = i;
        for (std::size_t j = 1; j <= b.size(); ++j) {
            const std::size_t cost = diagonal + (a[i - 1] == b[j - 1] ? 0 : 1);
            diagonal = row[j];
            row[j] = std::min({row[j] + 1, row[j - 1] + 1, cost});
        }
    }
    return row[b.size()];
}

bool is_slip(std::string_view a, std::string_view b) {
    const std::size_t shorter = std::min(a.size(), b.size());
    if (shorter < kShortWord) {
        return false;
    }
    if (a.starts_with(b) || b.starts_with(a)) {
        // "Jon" and "Jonathan" are no slip, "Hallin" and "Hallins" are.
        return shorter > kShortWord + 1 && std::max(a.size(), b.size()) == shorter + 1;
    }
    return letters_apart(a, b) <= (shorter >= kLongWord ? 2U : 1U);
}

Judgement decided(const char* step, Verdict verdict, std::string text) {
    Judgement judgement;
    judgement.verdict = verdict;
    judgement.trace.push_back({step, std::move(text), true});
    return judgement;
}

Judgement clash(std::string same, std::string why, Level level) {
    Judgement judgement;
    judgement.verdict = Verdict::Disagree;
    judgement.level = level;
    judgement.trace.push_back({"same-fact", std::move(same), false});
    judgement.trace.push_back({"clash", std::move(why), true});
    return judgement;
}

/// Offices of which a government has one for each matter, so that the matter tells them apart; a
/// "party leader" may well be a "minority leader".
bool is_of_branches(std::string_view office) {
    return office == "minister" || office == "secretary";
}

Judgement judge_one_person(const EntityFinder& entities, const Fact& left, const Fact& right) {
    const std::set<std::string> a = slots_of(left, "branch");
    const std::set<std::string> b = slots_of(right, "branch");
    if (a == b) {
        return decided("entailment", Verdict::Agree, "the same office");
    }
    const bool names_branch = is_of_branches(*slots_of(left, "office").begin());
    if (a.size() != 1 || b.size() != 1 || !names_branch || meet(a, b)) {
        return decided("entailment", Verdict::Scope, "the offices need not exclude each other");
    }
    const std::set<std::string> of_left = slots_of(left, "of");
    const std::set<std::string> of_right = slots_of(right, "of");
    if (!of_left.empty() && !of_right.empty() && !is_related(entities, of_left, of_right)) {
        return decided("same-fact", Verdict::Different, "offices in two bodies");
    }
    return clash(fmt::format("both tell an office of {}", left.surface),
                 fmt::format("{} and {} are two offices", fmt::join(a, " "), fmt::join(b, " ")),
                 Level::Warning);
}

/// "Ada Rell" and "Rell": a word that both names hold leaves it open whether they are one.
bool share_a_word(const std::string& a, const std::string& b) {
    const std::vector<std::string_view> left = words_of(a);
    const std::vector<std::string_view> right = words_of(b);
    return std::any_of(left.begin(), left.end(), [&](std::string_view word) {
        return std::find(right.begin(), right.end(), word) != right.end();
    });
}

/// Two persons in an office that only one can hold at a time.
Judgement judge_holders(const Fact& left, const FactSource& left_source, const Fact& right,
                        const FactSource& right_source) {
    // Longer apart one may have followed the other. Guessed.
    constexpr std::chrono::days kOneTime{7};
    const std::set<std::string> of = slots_of(left, "of");
    const bool is_single = !slots_of(left, "single").empty() && !slots_of(right, "single").empty();
    if (!is_single || of != slots_of(right, "of") ||
        slots_of(left, "branch") != slots_of(right, "branch") ||
        slots_of(left, "gained") != slots_of(right, "gained") || left.article == right.article ||
        share_a_word(*slots_of(left, "person").begin(), *slots_of(right, "person").begin())) {
        return decided("same-fact", Verdict::Different, "two persons");
    }
    const bool are_dated = left_source.published && right_source.published;
    const bool are_apart =
        are_dated && std::chrono::abs(*left_source.published - *right_source.published) > kOneTime;
    if (are_apart || !slots_of(left, "then").empty() || !slots_of(right, "then").empty()) {
        return decided("separators", Verdict::Different, "an office held at two times");
    }
    Judgement judgement =
        clash("both name who holds an office of which there is one",
              fmt::format("\"{}\" and \"{}\" are two persons", left.surface, right.surface),
              Level::Warning);
    judgement.update_possible = !are_dated;
    return judgement;
}

}  // namespace

bool is_misspelling(std::string_view a, std::string_view b) {
    const std::vector<std::string_view> left = words_of(a);
    const std::vector<std::string_view> right = words_of(b);
    if (left.size() != right.size() || left.size() < 2 || a == b) {
        return false;
    }
    std::size_t slips = 0;
    for (std::size_t i = 0; i < left.size(); ++i) {
        if (left[i] != right[i]) {
            ++slips;
            if (!is_slip(left[i], right[i])) {
                return left.size() == 2 && left[0] == right[1] && left[1] == right[0];
            }
        }
    }
    return slips == 1;
}

Judgement judge_offices(const EntityFinder& entities, const Fact& left,
                        const FactSource& left_source, const Fact& right,
                        const FactSource& right_source) {
    const std::string name_a = *slots_of(left, "person").begin();
    const std::string name_b = *slots_of(right, "person").begin();
    const bool is_one_person =
        meet(slots_of(left, "entity"), slots_of(right, "entity")) || name_a == name_b;
    if (!meet(slots_of(left, "office"), slots_of(right, "office"))) {
        return decided("same-fact", Verdict::Different, "two offices");
    }
    if (!slots_of(left, "past").empty() || !slots_of(right, "past").empty()) {
        return decided("separators", Verdict::Different, "an office of another time or rank");
    }
    if (is_one_person) {
        return judge_one_person(entities, left, right);
    }
    if (!is_misspelling(name_a, name_b)) {
        return judge_holders(left, left_source, right, right_source);
    }
    const std::set<std::string> of_left = slots_of(left, "of");
    const std::set<std::string> of_right = slots_of(right, "of");
    const bool is_one_body = is_related(entities, of_left, of_right);
    if (!is_one_body && !of_left.empty() && !of_right.empty()) {
        return decided("same-fact", Verdict::Different, "offices in two bodies");
    }
    return clash("both name who holds the office",
                 fmt::format("\"{}\" and \"{}\" are nearly one name", left.surface, right.surface),
                 is_one_body ? Level::Error : Level::Warning);
}

}  // namespace atodds
