#include "extract/role_words.hpp"

#include "base/hash.hpp"

#include <algorithm>
#include <array>
#include <optional>
#include <utility>

namespace atodds {
namespace {

std::vector<std::string_view> words_of(std::string_view phrase) {
    std::vector<std::string_view> words;
    while (!phrase.empty()) {
        const std::size_t end = std::min(phrase.find(' '), phrase.size());
        words.push_back(phrase.substr(0, end));
        phrase.remove_prefix(std::min(end + 1, phrase.size()));
    }
    return words;
}

std::optional<RoleMark> mark_named(std::string_view name) {
    constexpr std::array<std::pair<std::string_view, RoleMark>, 8> kMarks = {{
        {"occasion", RoleMark::Occasion},
        {"part", RoleMark::Part},
        {"decider", RoleMark::Decider},
        {"competition", RoleMark::Competition},
        {"prize", RoleMark::Prize},
        {"partial", RoleMark::Partial},
        {"single-office", RoleMark::Single},
        {"vote", RoleMark::Vote},
    }};
    const auto* const found = std::find_if(kMarks.begin(), kMarks.end(),
                                           [&](const auto& mark) { return mark.first == name; });
    return found == kMarks.end() ? std::nullopt : std::optional(found->second);
}

/// Behind the phrase that begins at `token`; 0 where another stands there.
std::uint32_t end_of(const RoleWord& word, const Statement& statement, std::uint32_t token) {
    constexpr std::uint32_t kMostBetween = 4;  // "narrowly, 3-2,"; guessed
    std::uint32_t at = token + 1;
    for (const std::uint64_t part : word.rest) {
        for (const std::uint32_t last = at + kMostBetween; at < last; ++at) {
            const bool may_stand_between =
                at < statement.tokens.size() && statement.tokens[at].lower_id != part &&
                (statement.tokens[at].tag == Upos::Adv || statement.tokens[at].tag == Upos::Num ||
                 statement.tokens[at].lower == ",");
            if (!may_stand_between) {
                break;
            }
        }
        if (at >= statement.tokens.size() || statement.tokens[at].lower_id != part) {
            return 0;
        }
        ++at;
    }
    return at;
}

/// "Was denied", "has never been given".
bool is_passive_at(const Statement& statement, std::uint32_t verb) {
    std::uint32_t at = verb;
    while (at > 0 && statement.tokens[at - 1].tag == Upos::Adv) {
        --at;
    }
    return at > 0 && statement.tokens[at - 1].lemma == "be";
}

std::uint32_t bit_of(RoleMark mark) {
    return 1U << static_cast<std::uint32_t>(mark);
}

}  // namespace

RoleWords::RoleWords(const std::vector<CategoryList>& categories) {
    constexpr std::array<std::pair<std::string_view, RoleForm>, 5> kLists = {{
        {"role-verbs", RoleForm::Verb},
        {"role-verbs-back", RoleForm::VerbBack},
        {"role-verbs-giving", RoleForm::Giving},
        {"role-nouns", RoleForm::Noun},
        {"role-nouns-back", RoleForm::NounBack},
    }};
    for (const CategoryList& list : categories) {
        for (const auto& [id, form] : kLists) {
            if (list.id == id) {
                add(list, form);
            }
        }
        for (const CategoryList::Entry& entry : list.entries) {
            if (list.id == "contests") {
                add_contest(entry);
            } else if (list.id == "role-kinds") {
                add_kind(entry);
            }
        }
    }
}

void RoleWords::add(const CategoryList& list, RoleForm form) {
    for (const CategoryList::Entry& entry : list.entries) {
        for (const std::string& phrase : entry.words) {
            add_word(phrase, entry, form);
        }
    }
}

void RoleWords::add_contest(const CategoryList::Entry& entry) {
    const std::optional<RoleMark> mark = mark_named(entry.name);
    for (const std::string& phrase : entry.words) {
        if (mark) {
            flags_[hash_bytes(phrase)] |= bit_of(*mark);
        } else {
            add_word(phrase, entry, RoleForm::Contest);
        }
    }
}

void RoleWords::add_kind(const CategoryList::Entry& entry) {
    if (const std::optional<RoleMark> mark = mark_named(entry.name)) {
        for (const std::string& word : entry.words) {
            flags_[hash_bytes(word)] |= bit_of(*mark);
        }
        return;
    }
    for (const std::string& act : entry.words) {
        kinds_.emplace_back(act, entry.name);
    }
}

void RoleWords::add_word(std::string_view phrase, const CategoryList::Entry& entry, RoleForm form) {
    std::vector<std::string_view> words = words_of(phrase);
    RoleWord word;
    word.act = entry.name;
    word.form = form;
    word.exclusions = entry.excludes;
    word.is_passive = words.size() > 1 && words.front() == "be";
    if (word.is_passive) {
        words.erase(words.begin());
    }
    for (std::size_t i = 1; i < words.size(); ++i) {
        word.rest.push_back(hash_bytes(words[i]));
    }
    const std::uint64_t first = hash_bytes(words.front());
    marks_.mark(first);
    std::vector<RoleWord>& all = words_[first];
    // Longer phrases come first, so that the first that fits is the longest, and of equal ones that
    // of the passive, which asks for more.
    const auto place = std::find_if(all.begin(), all.end(), [&](const RoleWord& other) {
        return other.rest.size() < word.rest.size() ||
               (other.rest.size() == word.rest.size() && word.is_passive && !other.is_passive);
    });
    all.insert(place, std::move(word));
}

RoleWords::Found RoleWords::longest(const Statement& statement, std::uint32_t token) const {
    const std::vector<RoleWord>* words = words_.find(statement.tokens[token].lemma_id);
    if (words == nullptr) {
        return {};
    }
    // The tagger takes "beat" after a name for a preposition now and then.
    const Upos tag = statement.tokens[token].tag;
    const bool is_verb = tag == Upos::Verb || tag == Upos::Adp;
    for (const RoleWord& word : *words) {
        const bool is_of_nouns = word.form == RoleForm::Noun || word.form == RoleForm::NounBack ||
                                 word.act == "win" || word.act == "defeat" || word.act == "draw";
        const bool may_be =
            is_of_nouns != is_verb && (!word.is_passive || is_passive_at(statement, token));
        const std::uint32_t end = may_be ? end_of(word, statement, token) : 0;
        if (end > 0) {
            return {&word, end};
        }
    }
    return {};
}

bool RoleWords::is(RoleMark mark, const Token& token) const {
    const std::uint32_t* by_lemma = flags_.find(token.lemma_id);
    const std::uint32_t* by_form = flags_.find(token.lower_id);
    return ((by_lemma != nullptr ? *by_lemma : 0U) | (by_form != nullptr ? *by_form : 0U)) &
           bit_of(mark);
}

std::vector<std::string_view> RoleWords::kinds_of(std::string_view act) const {
    std::vector<std::string_view> kinds;
    for (const auto& [name, kind] : kinds_) {
        if (name == act) {
            kinds.emplace_back(kind);
        }
    }
    return kinds;
}

}  // namespace atodds
