#include "extract/pattern_run.hpp"

#include <algorithm>
#include <optional>
#include <span>
#include <string_view>
#include <utility>

namespace atodds {
namespace {

using std::string_view_literals::operator""sv;  // compares sizes first, a plain literal does not

constexpr std::uint32_t kMostGapTokens = 12;    // docs/rules.md; longer gaps join unrelated words
constexpr std::uint32_t kMostLightTokens = 3;   // docs/rules.md
constexpr std::uint32_t kScareQuoteTokens = 4;  // a gap may run over quoted terms of this length

/// The (instruction, token) pairs that were tried in this run. A stamp for each in place of a bit:
/// a new run starts with a new number, and nothing is cleared.
class TriedPlaces {
  public:
    void reset(std::size_t size) {
        if (stamps_.size() < size) {
            stamps_.resize(size, 0);
        }
        if (++stamp_ == 0) {
            std::fill(stamps_.begin(), stamps_.end(), 0U);
            stamp_ = 1;
        }
    }

    /// True the first time that a run asks for this place.
    bool is_new(std::size_t place) {
        const bool is_first = stamps_[place] != stamp_;
        stamps_[place] = stamp_;
        return is_first;
    }

  private:
    std::vector<std::uint32_t> stamps_;
    std::uint32_t stamp_ = 0;
};

/// One attempt of one program from one start.
class PatternRun {
  public:
    PatternRun(const MatchContext& context, const std::vector<CompiledSlot>& slots,
               const std::vector<PatternInstruction>& program, TriedPlaces& tried)
        : context_(context),
          tokens_(context.statement->tokens),
          slots_(slots),
          program_(program),
          size_(static_cast<std::uint32_t>(tokens_.size())),
          tried_(tried) {
        tried_.reset(program.size() * (tokens_.size() + 1));
    }

    std::optional<PatternMatch> run(std::uint32_t start) {
        start_ = start;
        if (!step(0, start)) {
            return std::nullopt;
        }
        std::reverse(bindings_.begin(), bindings_.end());
        std::reverse(words_.begin(), words_.end());
        return PatternMatch{{start, end_}, std::move(bindings_), std::move(words_)};
    }

  private:
    // Depth is bounded by the program: only Gap stays at one token, and no program loops.
    bool step(std::uint32_t at, std::uint32_t position) {
        const std::size_t place = std::size_t{at} * (size_ + 1) + position;
        if (!tried_.is_new(place)) {
            return false;
        }
        const PatternInstruction& instruction = program_[at];
        switch (instruction.op) {
            case PatternOp::Match:
                end_ = position;
                return true;
            case PatternOp::Jump:
                return step(instruction.first, position);
            case PatternOp::Split:
                return step(instruction.first, position) || step(instruction.second, position);
            case PatternOp::Gap:
                return step_over_gap(at, position);
            case PatternOp::Word:
            case PatternOp::Slot:
                return step_over_light(at, position);
        }
        return false;
    }

    bool step_over_gap(std::uint32_t at, std::uint32_t position) {
        for (std::uint32_t taken = 0; taken <= kMostGapTokens; ++taken) {
            if (step(at + 1, position + taken)) {
                return true;
            }
            if (position + taken >= size_ || !may_skip(position + taken)) {
                return false;
            }
        }
        return false;
    }

    bool step_over_light(std::uint32_t at, std::uint32_t position) {
        // Nothing is skipped in front of the first element: a match begins at its start.
        const std::uint32_t most = position == start_ ? 0 : kMostLightTokens;
        for (std::uint32_t skipped = 0; position + skipped < size_; ++skipped) {
            if (consume(at, position + skipped)) {
                return true;
            }
            if (skipped == most || context_.light[position + skipped] == 0) {
                return false;
            }
        }
        return false;
    }

    bool consume(std::uint32_t at, std::uint32_t position) {
        const PatternInstruction& instruction = program_[at];
        if (instruction.op == PatternOp::Word) {
            if (!instruction.word.matches(tokens_[position]) || !step(at + 1, position + 1)) {
                return false;
            }
            words_.push_back(position);
            return true;
        }
        std::optional<Binding> binding = bind(instruction.slot, position);
        if (!binding || !step(at + 1, binding->tokens.end)) {
            return false;
        }
        bindings_.push_back(std::move(*binding));
        return true;
    }

    bool may_skip(std::uint32_t position) const {
        if (position > 0 && position > start_ &&
            context_.segment[position] != context_.segment[position - 1]) {
            return false;
        }
        const bool was_quoted = position > 0 && tokens_[position - 1].is_in_quotes;
        return tokens_[position].is_in_quotes == was_quoted || is_short_quote(position);
    }

    bool is_short_quote(std::uint32_t position) const {
        // Entering: measure forwards; leaving: the quoted run was measured when it was entered.
        if (!tokens_[position].is_in_quotes) {
            return true;
        }
        std::uint32_t end = position;
        while (end < size_ && tokens_[end].is_in_quotes) {
            ++end;
        }
        return end - position <= kScareQuoteTokens + 1;
    }

    std::optional<Binding> bind(std::uint32_t slot, std::uint32_t position) const {
        if (slot >= slots_.size()) {
            return std::nullopt;
        }
        const CompiledSlot& wanted = slots_[slot];
        switch (wanted.kind) {
            case SlotKind::Entity:
                return bind_entity(slot, wanted, position);
            case SlotKind::Words:
            case SlotKind::Categories:
            case SlotKind::Level: {
                const auto hit = wanted.phrases.may_begin(tokens_[position])
                                     ? wanted.phrases.find(tokens_, position)
                                     : std::nullopt;
                if (!hit) {
                    return std::nullopt;
                }
                return Binding{slot, {position, hit->end}, hit->label, kNoToken, {}};
            }
            case SlotKind::Quote:
                return bind_quote(slot, position);
            default:
                return bind_value(slot, wanted, position);
        }
    }

    std::optional<Binding> bind_entity(std::uint32_t slot, const CompiledSlot& wanted,
                                       std::uint32_t position) const {
        const std::uint32_t index = context_.entity_at[position];
        if (index == kNoToken || !wanted.accepts(context_, index)) {
            return std::nullopt;
        }
        Binding binding{slot, context_.statement->entities[index].tokens, 0, kNoToken, {index}};
        while (wanted.is_many) {
            std::uint32_t next = binding.tokens.end;
            bool is_joined = false;
            while (next < size_ && next < binding.tokens.end + 3 &&
                   (tokens_[next].lower == ","sv || tokens_[next].tag == Upos::Cconj ||
                    tokens_[next].tag == Upos::Det)) {
                is_joined = is_joined || tokens_[next].tag != Upos::Det;
                ++next;
            }
            const std::uint32_t other =
                is_joined && next < size_ ? context_.entity_at[next] : kNoToken;
            if (other == kNoToken || !wanted.accepts(context_, other)) {
                break;
            }
            binding.entities.push_back(other);
            binding.tokens.end = context_.statement->entities[other].tokens.end;
        }
        return binding;
    }

    std::optional<Binding> bind_quote(std::uint32_t slot, std::uint32_t position) const {
        if (!tokens_[position].is_in_quotes ||
            (position > 0 && tokens_[position - 1].is_in_quotes)) {
            return std::nullopt;
        }
        std::uint32_t end = position;
        while (end < size_ && tokens_[end].is_in_quotes) {
            ++end;
        }
        return Binding{slot, {position, end}, 0, kNoToken, {}};
    }

    std::optional<Binding> bind_value(std::uint32_t slot, const CompiledSlot& wanted,
                                      std::uint32_t position) const {
        const std::uint32_t index = context_.value_at[position];
        if (index == kNoToken || !wanted.fits(context_.statement->values[index].value)) {
            return std::nullopt;
        }
        const ByteSpan span = context_.statement->values[index].span;
        std::uint32_t end = position + 1;
        while (end < size_ && tokens_[end].span.overlaps(span)) {
            ++end;
        }
        return Binding{slot, {position, end}, 0, index, {}};
    }

    const MatchContext& context_;
    std::span<const Token> tokens_;
    const std::vector<CompiledSlot>& slots_;
    const std::vector<PatternInstruction>& program_;
    std::uint32_t size_;
    std::uint32_t start_ = 0;
    std::uint32_t end_ = 0;
    TriedPlaces& tried_;
    std::vector<Binding> bindings_;
    std::vector<std::uint32_t> words_;
};

}  // namespace

std::optional<PatternMatch> run_program(const MatchContext& context,
                                        const std::vector<CompiledSlot>& slots,
                                        const PatternProgram& program, std::uint32_t start) {
    thread_local TriedPlaces tried;
    return PatternRun(context, slots, program.instructions, tried).run(start);
}

}  // namespace atodds
