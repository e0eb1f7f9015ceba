#include "extract/pattern.hpp"

#include "text/lexicon.hpp"

#include <algorithm>
#include <utility>

namespace atodds {
namespace {

/// How often a statement holds one of these words, in no unit: words that are rare in the treebank
/// count 1. Guessed weights; only speed depends on them.
std::size_t commonness(const std::vector<std::uint64_t>& ids) {
    constexpr std::size_t kFrequentWord = 12;
    std::size_t sum = 0;
    for (const std::uint64_t id : ids) {
        sum += Lexicon::shipped().find(id).label_class == 0 ? 1 : kFrequentWord;
    }
    return sum;
}

}  // namespace

Pattern::Pattern(const std::vector<PatternElement>& elements, const std::vector<SlotSpec>& specs,
                 const std::vector<CompiledSlot>& slots)
    : slots_(&slots),
      programs_(compile_programs(elements, specs)),
      word_sets_(word_sets_of(elements, specs)) {
    if (!word_sets_.empty()) {
        anchors_ = word_sets_.front();
    }
    for (const std::uint32_t at : programs_.back().needed) {
        const PatternInstruction& instruction = programs_.back().instructions[at];
        if (instruction.op == PatternOp::Slot && instruction.slot < slots.size()) {
            needed_slots_.push_back(instruction.slot);
        }
    }
}

Pattern::WordSets Pattern::word_sets_of(const std::vector<PatternElement>& elements,
                                        const std::vector<SlotSpec>& specs) const {
    WordSets sets;
    for (const PatternElement& element : elements) {
        if (!element.is_optional) {
            add_word_sets(element, specs, sets);
        }
    }
    if (sets.size() < 2) {
        return sets;
    }
    std::vector<std::pair<std::size_t, std::size_t>> ranked;  // commonness, place
    ranked.reserve(sets.size());
    for (const std::vector<std::uint64_t>& ids : sets) {
        ranked.emplace_back(commonness(ids), ranked.size());
    }
    std::sort(ranked.begin(), ranked.end());
    WordSets sorted;
    sorted.reserve(sets.size());
    for (const auto& [rank, place] : ranked) {
        sorted.push_back(std::move(sets[place]));
    }
    return sorted;
}

void Pattern::add_word_sets(const PatternElement& element, const std::vector<SlotSpec>& specs,
                            WordSets& sets) const {
    if (element.kind == PatternElement::Kind::Word) {
        for (const WordTest& word : compile_phrase(element.word)) {
            sets.push_back({word.id});
        }
    } else if (element.kind == PatternElement::Kind::Slot) {
        const std::uint32_t slot = slot_index(specs, element.slot);
        if (slot != kNoToken && (*slots_)[slot].holds_phrases()) {
            sets.push_back((*slots_)[slot].phrases.first_ids());
        }
    } else if (element.kind == PatternElement::Kind::Group) {
        std::vector<std::uint64_t> ids;
        ids.reserve(element.alternatives.size());
        for (const auto& alternative : element.alternatives) {
            const WordSets inner = word_sets_of(alternative, specs);
            if (inner.empty()) {
                return;  // this alternative can match without any of the words
            }
            ids.insert(ids.end(), inner.front().begin(), inner.front().end());
        }
        if (!ids.empty()) {
            sets.push_back(std::move(ids));
        }
    }
}

bool Pattern::may_stand_in(const PatternInstruction& instruction,
                           const MatchContext& context) const {
    return instruction.op == PatternOp::Word
               ? context.words.may_hold(instruction.word.id)
               : instruction.slot < slots_->size() &&
                     (*slots_)[instruction.slot].may_stand_in(context);
}

std::uint32_t Pattern::runnable(const MatchContext& context) const {
    for (const std::vector<std::uint64_t>& ids : word_sets_) {
        if (!context.words.may_hold_any(ids)) {
            return 0;
        }
    }
    return runnable_programs(context);
}

std::uint32_t Pattern::runnable_programs(const MatchContext& context) const {
    std::uint32_t programs = 0;
    for (std::size_t i = 0; i < programs_.size(); ++i) {
        const PatternProgram& program = programs_[i];
        const bool may_match = std::all_of(
            program.needed.begin(), program.needed.end(),
            [&](std::uint32_t at) { return may_stand_in(program.instructions[at], context); });
        programs |= may_match ? 1U << i : 0U;
    }
    return programs;
}

bool Pattern::may_begin(const PatternProgram& program, const MatchContext& context,
                        std::uint32_t start) const {
    const auto opens = [&](std::uint32_t at) {
        const PatternInstruction& instruction = program.instructions[at];
        return instruction.op == PatternOp::Word
                   ? instruction.word.matches(context.statement->tokens[start])
                   : instruction.slot < slots_->size() &&
                         (*slots_)[instruction.slot].may_begin(context, start);
    };
    return program.openers.empty() ||
           std::any_of(program.openers.begin(), program.openers.end(), opens);
}

std::optional<PatternMatch> Pattern::match_at(const MatchContext& context, std::uint32_t start,
                                              std::uint32_t programs) const {
    for (std::size_t i = 0; i < programs_.size(); ++i) {
        if ((programs >> i & 1U) == 0 || !may_begin(programs_[i], context, start)) {
            continue;
        }
        if (auto match = run_program(context, *slots_, programs_[i], start)) {
            return match;
        }
    }
    return std::nullopt;
}

}  // namespace atodds
