#pragma once
// Lexicon files: entities, scales, categories, cues, weights. Each reader returns everything it
// could make of a file; what had a problem is marked, so names stay known while the set stays
// clean.

#include "ruleset/names.hpp"
#include "ruleset/problems.hpp"
#include "ruleset/ruleset.hpp"
#include "ruleset/yaml_tree.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace atodds {

/// An item of a lexicon and where it was written. Points into the tree and problems of its file.
template <typename T>
struct LexiconItem {
    T item;
    const YamlNode* node = nullptr;
    Problems* problems = nullptr;
    bool is_sound = true;
};

/// All lexicon files of a folder as far as they could be read.
struct LexiconDraft {
    std::vector<LexiconItem<EntityEntry>> entities;
    std::vector<LexiconItem<Scale>> scales;
    std::vector<LexiconItem<CategoryList>> categories;
    std::vector<LexiconItem<Cue>> cues;
    std::vector<LexiconItem<FeatureWeight>> weights;
};

/// One file. `stem` is the file's name without folder and ".yml".
/// Requires: the root's first key is "entities", "scale", "categories", "cues" or
/// "weights".
void read_lexicon(const YamlNode& root, std::string_view stem, Problems& problems,
                  LexiconDraft& lexicon);

/// What only all files together show: repeated ids, aliases of two entities, unknown wholes,
/// part-of circles. Marks what is wrong.
void check_lexicon(LexiconDraft& lexicon);

}  // namespace atodds
