#include "compare/quotation_speakers.hpp"

#include "base/utf8.hpp"

#include <algorithm>
#include <string_view>
#include <vector>

namespace atodds {
namespace {

const std::string* slot_value(const Fact& fact, std::string_view name) {
    const auto found = std::ranges::find(fact.slots, name, &SlotValue::slot);
    return found == fact.slots.end() ? nullptr : &found->value;
}

std::vector<std::string> words_of_name(const std::string& name) {
    std::vector<std::string> words;
    std::string word;
    for (const char c : to_lower(name) + " ") {
        if (c == ' ' || c == '-') {
            if (!word.empty() && word != "jr." && word != "jr" && word != "sr.") {
                words.push_back(word);
            }
            word.clear();
        } else {
            word += c;
        }
    }
    return words;
}

bool has_word(const std::vector<std::string>& words, const std::string& word) {
    return std::ranges::find(words, word) != words.end();
}

}  // namespace

std::string speaker_name(const EntityFinder& entities, const Fact& fact) {
    const std::string* id = slot_value(fact, "speaker");
    if (id == nullptr) {
        return "";
    }
    if (!id->starts_with('~')) {
        return entities.name_of(*id);
    }
    std::string name = id->substr(1);  // names only an article knows are kept in lower case
    bool begins = true;
    for (char& c : name) {
        c = begins && c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
        begins = c == ' ' || c == '-';
    }
    return name;
}

SpeakerMatch match_speakers(const EntityFinder& entities, const Fact& left, const Fact& right) {
    const std::string* a = slot_value(left, "speaker");
    const std::string* b = slot_value(right, "speaker");
    if (a == nullptr || b == nullptr) {
        return SpeakerMatch::Unknown;
    }
    if (*a == *b) {
        return SpeakerMatch::Same;
    }
    const std::vector<std::string> left_words = words_of_name(speaker_name(entities, left));
    const std::vector<std::string> right_words = words_of_name(speaker_name(entities, right));
    if (left_words.empty() || right_words.empty()) {
        return SpeakerMatch::Unknown;
    }
    if (left_words.back() == right_words.back()) {
        return SpeakerMatch::Same;
    }
    const std::string* left_kind = slot_value(left, "speaker-kind");
    const std::string* right_kind = slot_value(right, "speaker-kind");
    const bool are_alike =
        left_kind != nullptr && right_kind != nullptr && *left_kind == *right_kind;
    const bool is_part = entities.is_a(*a, *b) || entities.is_a(*b, *a) ||
                         entities.is_a(*a, "outlet") || entities.is_a(*b, "outlet") ||
                         has_word(left_words, right_words.back()) ||
                         has_word(right_words, left_words.back());
    return are_alike && !is_part ? SpeakerMatch::Distinct : SpeakerMatch::Unknown;
}

}  // namespace atodds
