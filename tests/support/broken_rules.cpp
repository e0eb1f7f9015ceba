#include "support/broken_rules.hpp"

#include "support/rule_folder.hpp"
#include "support/sample_rules.hpp"

#include <doctest/doctest.h>

namespace atodds {

namespace {

std::string changed(const BrokenRules& row, BrokenRules::File file, std::string text) {
    return row.file == file ? with(std::move(text), row.old_part, row.new_part) : text;
}

bool is_sound_without(const RuleSet& set, BrokenRules::File file) {
    switch (file) {
        case BrokenRules::File::Rule:
            return set.rules.empty();
        case BrokenRules::File::Entities:
            return set.entities.size() == 2;
        case BrokenRules::File::Scale:
            return set.scales.empty();
        case BrokenRules::File::Categories:
            return set.categories.empty();
    }
    return false;
}

}  // namespace

std::string problems_of(const BrokenRules& row) {
    using File = BrokenRules::File;
    const RuleFolder folder{
        {"lexicon/entities/harbour.yml", changed(row, File::Entities, sample_entities())},
        {"lexicon/scales/damage.yml", changed(row, File::Scale, sample_scale())},
        {"lexicon/categories/cargo.yml", changed(row, File::Categories, sample_categories())},
        {"topics/ferry/ferry-injured.yml", changed(row, File::Rule, sample_rule())}};
    std::string problems;
    const RuleSet set = folder.load(problems);
    CHECK_MESSAGE(is_sound_without(set, row.file), "what is wrong is left out of the set");
    return problems;
}

}  // namespace atodds
