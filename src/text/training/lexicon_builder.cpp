// Layout of lexicon.bin (little-endian): a header of 64 bytes (magic, bits of the slot count,
// number of irregular forms), slots of 4 bytes (check 16, parts 8, label class 8; linear probing),
// offsets of the irregular forms (4 bytes each), then the forms: part letter, form, NUL, base, NUL,
// sorted by letter and form.

#include "text/training/lexicon_builder.hpp"

#include "base/hash.hpp"
#include "text/embedded_model.hpp"
#include "text/lexicon.hpp"

#include <algorithm>
#include <array>
#include <cstring>
#include <fstream>
#include <map>
#include <set>
#include <sstream>

namespace atodds {
namespace {

// A word must be this frequent in the treebank for its labels to be listed; a rarer one is left
// to its looks, as new words are. Tuned on dev.tsv.
constexpr std::uint32_t kListedCount = 12;
// A word this frequent with one label only is never decided anew.
constexpr std::uint32_t kFixedCount = 60;

struct PartFile {
    const char* name;
    std::uint8_t bit;
};

constexpr auto kParts = std::to_array<PartFile>({{"noun", WordFacts::kNoun},
                                                 {"verb", WordFacts::kVerb},
                                                 {"adj", WordFacts::kAdjective},
                                                 {"adv", WordFacts::kAdverb}});

using Words = std::map<std::string, WordFacts>;

std::string lowered(std::string word) {
    for (char& c : word) {
        c = c >= 'A' && c <= 'Z' ? static_cast<char>(c + 0x20) : c;
    }
    return word;
}

/// Single words of an index file: lemma, part, senses, pointers..., senses, tagged senses.
bool read_index(const std::string& folder, const PartFile& part, Words& words) {
    std::ifstream file(folder + "/index." + part.name);
    for (std::string line; std::getline(file, line);) {
        const std::string word = line.substr(0, line.find(' '));
        if (!word.empty() && word.find('_') == std::string::npos) {
            words[word].parts |= part.bit;
        }
    }
    return file.eof();
}

/// How often WordNet's tagged texts use a word as which part: sense keys end in counts.
bool note_frequent_parts(const std::string& folder, Words& words) {
    std::ifstream file(folder + "/cntlist.rev");
    std::map<std::string, std::array<std::uint32_t, 4>> counts;
    for (std::string line; std::getline(file, line);) {
        const auto percent = line.find('%');
        std::istringstream rest(line);
        std::string key;
        std::uint32_t sense = 0;
        std::uint32_t count = 0;
        if (percent == std::string::npos || !(rest >> key >> sense >> count)) {
            continue;
        }
        const char type = line[percent + 1];
        const std::size_t part = type == '5' ? 2 : static_cast<std::size_t>(type - '1');
        if (part < 4) {
            counts[line.substr(0, percent)][part] += count;
        }
    }
    for (auto& [word, facts] : words) {
        const auto found = counts.find(word);
        if (found == counts.end()) {
            const auto first = static_cast<unsigned>(__builtin_ctz(facts.parts | 16U));
            facts.parts = static_cast<std::uint8_t>(facts.parts | (first & 3U) << 4U);
            continue;
        }
        const auto& row = found->second;
        const auto best =
            static_cast<unsigned>(std::max_element(row.begin(), row.end()) - row.begin());
        facts.parts = static_cast<std::uint8_t>(facts.parts | best << 4U);
    }
    return file.eof();
}

/// Words that the noun file writes with a capital, alone or in a name of several words.
bool note_names(const std::string& folder, Words& words) {
    std::ifstream file(folder + "/data.noun");
    for (std::string line; std::getline(file, line);) {
        std::istringstream fields(line);
        std::string skip;
        std::string count;
        if (line.starts_with(' ') || !(fields >> skip >> skip >> skip >> count)) {
            continue;
        }
        for (auto left = std::stoul(count, nullptr, 16); left > 0; --left) {
            std::string name;
            fields >> name >> skip;
            std::istringstream parts(name);
            for (std::string part; std::getline(parts, part, '_');) {
                if (part.size() >= 3 && part[0] >= 'A' && part[0] <= 'Z') {
                    words[lowered(part)].parts |= WordFacts::kName;
                }
            }
        }
    }
    return file.eof();
}

using LabelCounts = std::array<std::uint32_t, kTagLabels>;

std::map<std::string, LabelCounts> count_labels(const std::vector<GoldSentence>& treebank) {
    std::map<std::string, LabelCounts> counts;
    for (const GoldSentence& sentence : treebank) {
        for (std::size_t i = 0; i < sentence.tokens.size(); ++i) {
            ++counts[sentence.tokens[i].lower][static_cast<std::size_t>(sentence.labels[i])];
        }
    }
    return counts;
}

/// Adds label classes: fixed labels first, then the most frequent sets of labels.
void note_labels(const std::vector<GoldSentence>& treebank, Words& words) {
    std::map<std::uint32_t, std::uint32_t> sets;
    std::map<std::string, std::uint32_t> ambiguous;
    for (const auto& [word, row] : count_labels(treebank)) {
        std::uint32_t total = 0;
        for (const std::uint32_t count : row) {
            total += count;
        }
        const auto top =
            static_cast<std::size_t>(std::max_element(row.begin(), row.end()) - row.begin());
        if (total >= kFixedCount && row[top] == total) {
            words[word].label_class = static_cast<std::uint8_t>(top + 1);
        } else if (total >= kListedCount) {
            std::uint32_t set = 0;
            for (std::size_t label = 0; label < kTagLabels; ++label) {
                set |= row[label] * 50 >= total ? 1U << label : 0U;
            }
            ambiguous[word] = set;
            sets[set] += total;
        }
    }
    std::vector<std::pair<std::uint32_t, std::uint32_t>> ranked;
    for (const auto& [set, count] : sets) {
        ranked.emplace_back(count, set);
    }
    std::sort(ranked.rbegin(), ranked.rend());
    ranked.resize(std::min<std::size_t>(ranked.size(), 255 - kTagLabels));
    for (const auto& [word, set] : ambiguous) {
        const auto found = std::find_if(ranked.begin(), ranked.end(),
                                        [set = set](const auto& row) { return row.second == set; });
        if (found != ranked.end()) {
            words[word].label_class = static_cast<std::uint8_t>(
                kTagLabels + 1 + static_cast<std::size_t>(found - ranked.begin()));
        }
    }
}

/// "n" + form + NUL + base + NUL for each irregular form of a single word.
bool read_irregular(const std::string& folder, const char* name, char letter,
                    std::map<std::string, std::string>& forms) {
    std::ifstream file(folder + "/" + name + ".exc");
    for (std::string line; std::getline(file, line);) {
        std::istringstream fields(line);
        std::string form;
        std::string base;
        if (fields >> form >> base && line.find('_') == std::string::npos && form != base) {
            forms.emplace(letter + form, base);
        }
    }
    return file.eof();
}

void put_u32(std::vector<std::uint8_t>& bytes, std::size_t at, std::uint32_t value) {
    std::memcpy(bytes.data() + at, &value, sizeof value);
}

std::vector<std::uint8_t> write_slots(const Words& words, unsigned bits) {
    const std::uint64_t mask = (std::uint64_t{1} << bits) - 1;
    std::vector<std::uint8_t> slots((mask + 1) * 4);
    std::vector<bool> is_taken(mask + 1);
    for (const auto& [word, facts] : words) {
        if (facts == WordFacts{}) {
            continue;
        }
        const std::uint64_t id = hash_bytes(word);
        std::uint64_t slot = id & mask;
        while (is_taken[slot]) {
            slot = (slot + 1) & mask;
        }
        is_taken[slot] = true;
        const auto check = static_cast<std::uint32_t>(id >> 48U);
        put_u32(slots, slot * 4,
                check << 16U | static_cast<std::uint32_t>(facts.parts) << 8U | facts.label_class);
    }
    return slots;
}

}  // namespace

std::optional<std::vector<std::uint8_t>> build_lexicon(const std::string& wordnet,
                                                       const std::vector<GoldSentence>& treebank) {
    Words words;
    bool is_read = true;
    for (const PartFile& part : kParts) {
        is_read = is_read && read_index(wordnet, part, words);
    }
    std::map<std::string, std::string> forms;
    is_read = is_read && note_frequent_parts(wordnet, words) && note_names(wordnet, words) &&
              read_irregular(wordnet, "noun", 'n', forms) &&
              read_irregular(wordnet, "verb", 'v', forms) &&
              read_irregular(wordnet, "adj", 'a', forms);
    if (!is_read) {
        return std::nullopt;
    }
    note_labels(treebank, words);

    constexpr unsigned kBits = 17;
    std::vector<std::uint8_t> bytes(64);
    put_u32(bytes, 0, kLexiconMagic);
    put_u32(bytes, 4, kBits);
    put_u32(bytes, 8, static_cast<std::uint32_t>(forms.size()));
    const std::vector<std::uint8_t> slots = write_slots(words, kBits);
    bytes.insert(bytes.end(), slots.begin(), slots.end());
    std::string text;
    for (const auto& [form, base] : forms) {
        bytes.resize(bytes.size() + 4);
        put_u32(bytes, bytes.size() - 4, static_cast<std::uint32_t>(text.size()));
        text += form + '\0' + base + '\0';
    }
    bytes.insert(bytes.end(), text.begin(), text.end());
    return bytes;
}

}  // namespace atodds
