#include "extract/pattern_program.hpp"

#include "model/statement.hpp"

#include <algorithm>
#include <bit>
#include <numeric>
#include <string_view>
#include <utility>

namespace atodds {
namespace {

using Program = std::vector<PatternInstruction>;

constexpr std::uint32_t kMostChoices = 4;  // optional parts with slots; 16 variants at most

bool holds_slot(const PatternElement& element) {
    if (element.kind == PatternElement::Kind::Slot) {
        return true;
    }
    for (const auto& alternative : element.alternatives) {
        if (std::any_of(alternative.begin(), alternative.end(), holds_slot)) {
            return true;
        }
    }
    return false;
}

std::uint32_t count_choices(const std::vector<PatternElement>& elements) {
    std::uint32_t count = 0;
    for (const PatternElement& element : elements) {
        count += element.is_optional && holds_slot(element) ? 1U : 0U;
        for (const auto& alternative : element.alternatives) {
            count += count_choices(alternative);
        }
    }
    return count;
}

/// Instructions of a row whose words are one token each and whose optional parts are all there.
std::size_t usual_size(const std::vector<PatternElement>& elements) {
    constexpr std::size_t kPerAlternative = 2;  // a split and a jump
    std::size_t size = 0;
    for (const PatternElement& element : elements) {
        size += 1 + (element.is_optional ? 1U : 0U);
        for (const auto& alternative : element.alternatives) {
            size += usual_size(alternative) + kPerAlternative;
        }
    }
    return size;
}

/// Follows the branches from the start to the first tests.
std::vector<std::uint32_t> openers_of(const Program& program) {
    std::vector<std::uint32_t> reached{0};
    std::vector<std::uint32_t> openers;
    std::vector<bool> is_seen(program.size(), false);
    while (!reached.empty()) {
        const std::uint32_t at = reached.back();
        reached.pop_back();
        if (is_seen[at]) {
            continue;
        }
        is_seen[at] = true;
        switch (program[at].op) {
            case PatternOp::Word:
            case PatternOp::Slot:
                openers.push_back(at);
                break;
            case PatternOp::Split:
                reached.push_back(program[at].second);
                reached.push_back(program[at].first);
                break;
            case PatternOp::Jump:
                reached.push_back(program[at].first);
                break;
            case PatternOp::Gap:
            case PatternOp::Match:
                return {};
        }
    }
    return openers;
}

/// What stands behind no branch: branches lead forwards only, so all that a branch may skip lies
/// between it and its target.
std::vector<std::uint32_t> needed_of(const Program& program) {
    std::vector<std::uint32_t> needed;
    std::uint32_t skipped_to = 0;
    for (std::uint32_t at = 0; at < program.size(); ++at) {
        const PatternInstruction& instruction = program[at];
        const bool is_test = instruction.op == PatternOp::Word || instruction.op == PatternOp::Slot;
        if (is_test && at >= skipped_to) {
            needed.push_back(at);
        } else if (instruction.op == PatternOp::Split) {
            skipped_to = std::max(skipped_to, instruction.second);
        } else if (instruction.op == PatternOp::Jump) {
            skipped_to = std::max(skipped_to, instruction.first);
        }
    }
    return needed;
}

/// Turns pattern elements into instructions. `wanted` has a bit for each optional part with slots,
/// in the order they are met: present or left out.
class Compiler {
  public:
    Compiler(const std::vector<SlotSpec>& specs, std::uint32_t wanted)
        : specs_(specs), wanted_(wanted) {}

    PatternProgram compile(const std::vector<PatternElement>& elements) {
        PatternProgram compiled;
        compiled.instructions.reserve(usual_size(elements) + 1);
        add_row(elements, compiled.instructions);
        add(PatternOp::Match, compiled.instructions);
        compiled.openers = openers_of(compiled.instructions);
        compiled.needed = needed_of(compiled.instructions);
        return compiled;
    }

  private:
    static std::uint32_t here(const Program& program) {
        return static_cast<std::uint32_t>(program.size());
    }

    static PatternInstruction& add(PatternOp op, Program& program) {
        program.emplace_back();
        program.back().op = op;
        return program.back();
    }

    /// A branch that is tried with the next instruction first.
    static std::uint32_t add_split(Program& program) {
        const std::uint32_t split = here(program);
        add(PatternOp::Split, program).first = split + 1;
        return split;
    }

    void add_row(const std::vector<PatternElement>& elements, Program& program) {
        for (const PatternElement& element : elements) {
            if (!element.is_optional) {
                add_element(element, program);
            } else if (holds_slot(element) && choice_ < kMostChoices) {
                const bool is_present = (wanted_ >> choice_ & 1U) != 0;
                ++choice_;
                Program left_out;
                add_element(element, is_present ? program : left_out);
            } else {
                const std::uint32_t split = add_split(program);
                add_element(element, program);
                program[split].second = here(program);
            }
        }
    }

    void add_element(const PatternElement& element, Program& program) {
        switch (element.kind) {
            case PatternElement::Kind::Word:
                add_word(element, program);
                break;
            case PatternElement::Kind::Slot:
                add(PatternOp::Slot, program).slot = slot_index(specs_, element.slot);
                break;
            case PatternElement::Kind::Gap:
                add(PatternOp::Gap, program);
                break;
            case PatternElement::Kind::Group:
                add_group(element, program);
                break;
        }
    }

    static void add_word(const PatternElement& element, Program& program) {
        for (WordTest test : compile_phrase(element.word)) {
            if (!element.word_class.empty()) {
                test.word_class = to_word_class(element.word_class);
            }
            add(PatternOp::Word, program).word = test;
        }
    }

    /// split L1, next; L1: a; jump end; next: split ...; end:
    void add_group(const PatternElement& element, Program& program) {
        std::vector<std::uint32_t> jumps;
        for (std::size_t i = 0; i + 1 < element.alternatives.size(); ++i) {
            const std::uint32_t split = add_split(program);
            add_row(element.alternatives[i], program);
            jumps.push_back(here(program));
            add(PatternOp::Jump, program);
            program[split].second = here(program);
        }
        if (!element.alternatives.empty()) {
            add_row(element.alternatives.back(), program);
        }
        for (const std::uint32_t jump : jumps) {
            program[jump].first = here(program);
        }
    }

    const std::vector<SlotSpec>& specs_;
    std::uint32_t wanted_;
    std::uint32_t choice_ = 0;
};

}  // namespace

std::uint32_t slot_index(const std::vector<SlotSpec>& specs, const std::string& name) {
    for (std::uint32_t i = 0; i < specs.size(); ++i) {
        if (specs[i].name == name) {
            return i;
        }
    }
    return kNoToken;
}

std::vector<PatternProgram> compile_programs(const std::vector<PatternElement>& elements,
                                             const std::vector<SlotSpec>& specs) {
    const std::uint32_t choices = std::min(count_choices(elements), kMostChoices);
    std::vector<std::uint32_t> wishes(std::size_t{1} << choices);
    std::iota(wishes.begin(), wishes.end(), 0U);
    // Most optional parts first; of equally many the ones further left.
    std::stable_sort(wishes.begin(), wishes.end(), [](std::uint32_t a, std::uint32_t b) {
        return std::popcount(a) > std::popcount(b);
    });
    std::vector<PatternProgram> programs;
    programs.reserve(wishes.size());
    for (const std::uint32_t wanted : wishes) {
        programs.push_back(Compiler(specs, wanted).compile(elements));
    }
    return programs;
}

}  // namespace atodds
