#include "extract/pattern.hpp"

#include <algorithm>
#include <bit>
#include <numeric>

namespace atodds {
namespace {

constexpr std::uint32_t kMostGapTokens = 12;    // docs/rules.md; longer gaps join unrelated words
constexpr std::uint32_t kMostLightTokens = 3;   // docs/rules.md
constexpr std::uint32_t kMostChoices = 4;       // optional parts with slots; 16 variants at most
constexpr std::uint32_t kScareQuoteTokens = 4;  // a gap may run over quoted terms of this length

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

std::uint32_t slot_index(const std::vector<SlotSpec>& specs, const std::string& name) {
    for (std::uint32_t i = 0; i < specs.size(); ++i) {
        if (specs[i].name == name) {
            return i;
        }
    }
    return kNoToken;
}

/// "but", "while" and their like open another main clause; so does a semicolon.
bool opens_segment(const Token& token) {
    if (token.lower == ";") {
        return true;
    }
    constexpr std::string_view kOpeners[] = {"but",    "while",   "whereas",  "although",
                                             "though", "however", "meanwhile"};
    return token.lower.size() >= 3 &&
           std::find(std::begin(kOpeners), std::end(kOpeners), token.lower) != std::end(kOpeners);
}

/// Finite clauses coordinated with another one and with a subject of their own open a segment too.
void mark_main_clauses(const Statement& statement, std::vector<bool>& opens) {
    for (const Clause& clause : statement.clauses) {
        const bool stands_alone = clause.is_finite && !clause.is_subordinate &&
                                  clause.subject != kNoToken && clause.range.begin > 0;
        if (!stands_alone || clause.subject < clause.range.begin ||
            clause.range.begin >= opens.size()) {
            continue;
        }
        const Token& before = statement.tokens[clause.range.begin - 1];
        if (before.tag == Upos::Cconj || before.lower == ",") {
            opens[clause.range.begin] = true;
        }
    }
}

}  // namespace

bool is_light(const Token& token) {
    switch (token.tag) {
        case Upos::Det:
        case Upos::Adv:
        case Upos::Aux:
        case Upos::Adj:
        case Upos::Part:
            return token.lower != "to" && token.lower != "not" && token.lower != "n't";
        case Upos::Pron:
            return token.relation == Relation::Possessor || token.lower == "its" ||
                   token.lower == "their" || token.lower == "his" || token.lower == "her";
        case Upos::Punct:
        case Upos::Sym:
            return token.lower == "\"" || token.lower == "'" || token.lower == "(" ||
                   token.lower == ")" || token.lower == "-" || token.lower == "[" ||
                   token.lower == "]";
        default:
            return false;
    }
}

MatchContext::MatchContext(const Statement& given)
    : statement(&given),
      entity_at(given.tokens.size(), kNoToken),
      value_at(given.tokens.size(), kNoToken),
      segment(given.tokens.size(), 0) {
    for (std::uint32_t i = 0; i < given.entities.size(); ++i) {
        if (given.entities[i].tokens.begin < entity_at.size()) {
            entity_at[given.entities[i].tokens.begin] = i;
        }
    }
    std::uint32_t value = 0;
    for (std::uint32_t t = 0; t < given.tokens.size(); ++t) {
        while (value < given.values.size() &&
               given.values[value].span.end <= given.tokens[t].span.begin) {
            ++value;
        }
        const bool begins =
            value < given.values.size() &&
            given.values[value].span.overlaps(given.tokens[t].span) &&
            (t == 0 || !given.values[value].span.overlaps(given.tokens[t - 1].span));
        if (begins) {
            value_at[t] = value;
        }
    }
    std::vector<bool> opens(given.tokens.size(), false);
    mark_main_clauses(given, opens);
    std::uint16_t current = 0;
    for (std::uint32_t t = 0; t < given.tokens.size(); ++t) {
        const bool is_new = opens[t] || opens_segment(given.tokens[t]);
        current = static_cast<std::uint16_t>(current + (is_new && t > 0 ? 1 : 0));
        segment[t] = current;
    }
}

/// Turns pattern elements into instructions. `wanted` has a bit for each optional part with slots,
/// in the order they are met: present or left out.
class PatternCompiler {
  public:
    PatternCompiler(const std::vector<SlotSpec>& specs, std::uint32_t wanted)
        : specs_(specs), wanted_(wanted) {}

    Pattern::Program compile(const std::vector<PatternElement>& elements) {
        Pattern::Program program;
        add_row(elements, program);
        add(Pattern::Op::Match, program);
        return program;
    }

  private:
    using Program = Pattern::Program;

    static std::uint32_t here(const Program& program) {
        return static_cast<std::uint32_t>(program.size());
    }

    static Pattern::Instruction& add(Pattern::Op op, Program& program) {
        program.emplace_back();
        program.back().op = op;
        return program.back();
    }

    /// A branch that is tried with the next instruction first.
    static std::uint32_t add_split(Program& program) {
        const std::uint32_t split = here(program);
        add(Pattern::Op::Split, program).first = split + 1;
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
                add(Pattern::Op::Slot, program).slot = slot_index(specs_, element.slot);
                break;
            case PatternElement::Kind::Gap:
                add(Pattern::Op::Gap, program);
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
            add(Pattern::Op::Word, program).word = test;
        }
    }

    /// split L1, next; L1: a; jump end; next: split ...; end:
    void add_group(const PatternElement& element, Program& program) {
        std::vector<std::uint32_t> jumps;
        for (std::size_t i = 0; i + 1 < element.alternatives.size(); ++i) {
            const std::uint32_t split = add_split(program);
            add_row(element.alternatives[i], program);
            jumps.push_back(here(program));
            add(Pattern::Op::Jump, program);
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

Pattern::Pattern(const std::vector<PatternElement>& elements, const std::vector<SlotSpec>& specs,
                 const std::vector<CompiledSlot>& slots)
    : slots_(&slots) {
    const std::uint32_t choices = std::min(count_choices(elements), kMostChoices);
    std::vector<std::uint32_t> wishes(std::size_t{1} << choices);
    std::iota(wishes.begin(), wishes.end(), 0U);
    // Most optional parts first; of equally many the ones further left.
    std::stable_sort(wishes.begin(), wishes.end(), [](std::uint32_t a, std::uint32_t b) {
        return std::popcount(a) > std::popcount(b);
    });
    for (const std::uint32_t wanted : wishes) {
        variants_.push_back(PatternCompiler(specs, wanted).compile(elements));
    }
    anchors_ = anchors_of(elements, specs);
}

std::vector<std::uint64_t> Pattern::anchors_of(const std::vector<PatternElement>& elements,
                                               const std::vector<SlotSpec>& specs) const {
    std::vector<std::uint64_t> best;
    for (const PatternElement& element : elements) {
        if (element.is_optional) {
            continue;
        }
        std::vector<std::uint64_t> ids = anchors_of_element(element, specs);
        if (!ids.empty() && (best.empty() || ids.size() < best.size())) {
            best = std::move(ids);
        }
    }
    return best;
}

std::vector<std::uint64_t> Pattern::anchors_of_element(const PatternElement& element,
                                                       const std::vector<SlotSpec>& specs) const {
    if (element.kind == PatternElement::Kind::Word) {
        const std::vector<WordTest> words = compile_phrase(element.word);
        return words.empty() ? std::vector<std::uint64_t>{} : std::vector{words.front().id};
    }
    if (element.kind == PatternElement::Kind::Slot) {
        const std::uint32_t slot = slot_index(specs, element.slot);
        return slot == kNoToken ? std::vector<std::uint64_t>{}
                                : (*slots_)[slot].phrases.first_ids();
    }
    std::vector<std::uint64_t> ids;
    for (const auto& alternative : element.alternatives) {
        const std::vector<std::uint64_t> inner = anchors_of(alternative, specs);
        if (inner.empty()) {
            return {};  // this alternative can match without any of the words
        }
        ids.insert(ids.end(), inner.begin(), inner.end());
    }
    return ids;
}

/// One attempt of one program from one start.
class PatternRun {
  public:
    PatternRun(const MatchContext& context, const std::vector<CompiledSlot>& slots,
               const Pattern::Program& program)
        : context_(context),
          tokens_(context.statement->tokens),
          slots_(slots),
          program_(program),
          size_(static_cast<std::uint32_t>(tokens_.size())),
          tried_(program.size() * (tokens_.size() + 1), false) {}

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
        if (tried_[place]) {
            return false;
        }
        tried_[place] = true;
        const Pattern::Instruction& instruction = program_[at];
        switch (instruction.op) {
            case Pattern::Op::Match:
                end_ = position;
                return true;
            case Pattern::Op::Jump:
                return step(instruction.first, position);
            case Pattern::Op::Split:
                return step(instruction.first, position) || step(instruction.second, position);
            case Pattern::Op::Gap:
                return step_over_gap(at, position);
            case Pattern::Op::Word:
            case Pattern::Op::Slot:
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
            if (skipped == most || !is_light(tokens_[position + skipped])) {
                return false;
            }
        }
        return false;
    }

    bool consume(std::uint32_t at, std::uint32_t position) {
        const Pattern::Instruction& instruction = program_[at];
        if (instruction.op == Pattern::Op::Word) {
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
                const auto hit = wanted.phrases.find(tokens_, position);
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
        if (index == kNoToken || !wanted.accepts(context_.statement->entities[index])) {
            return std::nullopt;
        }
        Binding binding{slot, context_.statement->entities[index].tokens, 0, kNoToken, {index}};
        while (wanted.is_many) {
            std::uint32_t next = binding.tokens.end;
            bool is_joined = false;
            while (next < size_ && next < binding.tokens.end + 3 &&
                   (tokens_[next].lower == "," || tokens_[next].tag == Upos::Cconj ||
                    tokens_[next].tag == Upos::Det)) {
                is_joined = is_joined || tokens_[next].tag != Upos::Det;
                ++next;
            }
            const std::uint32_t other =
                is_joined && next < size_ ? context_.entity_at[next] : kNoToken;
            if (other == kNoToken || !wanted.accepts(context_.statement->entities[other])) {
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
        if (index == kNoToken || !fits(wanted, context_.statement->values[index].value)) {
            return std::nullopt;
        }
        const ByteSpan span = context_.statement->values[index].span;
        std::uint32_t end = position + 1;
        while (end < size_ && tokens_[end].span.overlaps(span)) {
            ++end;
        }
        return Binding{slot, {position, end}, 0, index, {}};
    }

    static bool fits(const CompiledSlot& wanted, const Value& value) {
        switch (wanted.kind) {
            case SlotKind::Number:
                return value.type == ValueType::Number;
            case SlotKind::Money:
                return value.type == ValueType::Money;
            case SlotKind::Percent:
                return value.type == ValueType::Percent ||
                       value.type == ValueType::PercentagePoints;
            case SlotKind::Ordinal:
                return value.type == ValueType::Ordinal;
            case SlotKind::Date:
                return value.type == ValueType::Date;
            case SlotKind::Duration:
                return value.type == ValueType::Duration;
            case SlotKind::Quantity:
                return value.type == ValueType::Quantity &&
                       (wanted.of.empty() || std::find(wanted.of.begin(), wanted.of.end(),
                                                       value.dimension) != wanted.of.end());
            default:
                return false;
        }
    }

    const MatchContext& context_;
    std::span<const Token> tokens_;
    const std::vector<CompiledSlot>& slots_;
    const Pattern::Program& program_;
    std::uint32_t size_;
    std::uint32_t start_ = 0;
    std::uint32_t end_ = 0;
    std::vector<bool> tried_;
    std::vector<Binding> bindings_;
    std::vector<std::uint32_t> words_;
};

std::optional<PatternMatch> Pattern::match_at(const MatchContext& context,
                                              std::uint32_t start) const {
    for (const Program& program : variants_) {
        if (auto match = PatternRun(context, *slots_, program).run(start)) {
            return match;
        }
    }
    return std::nullopt;
}

}  // namespace atodds
