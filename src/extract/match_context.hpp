#pragma once
// A statement prepared for matching: which words and kinds of things it holds at all, which mention
// or value begins at each token, and where gaps must stop.

#include "extract/entity_classes.hpp"
#include "extract/word_marks.hpp"
#include "model/statement.hpp"
#include "ruleset/ruleset.hpp"

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

namespace atodds {

/// What MatchContext::words holds where a mention of this class stands in the statement.
std::uint64_t class_mark(std::uint32_t number);

/// The same where a value that fits this kind of slot stands there.
std::uint64_t kind_mark(SlotKind kind);

class MatchContext {
  public:
    MatchContext() = default;

    explicit MatchContext(const Statement& given) {
        reset(given, nullptr);
        place();
    }

    /// Notes what `given` holds, which must outlive its use here; the memory is reused. Without
    /// `classes` no mention has one. No pattern may run before `place` was called.
    void reset(const Statement& given, const EntityClasses* classes);

    /// Works out what stands where. Apart from `reset`, as most statements hold nothing that a
    /// pattern could match.
    void place();

    /// Numbers of EntityClasses that hold for the mention at this index.
    std::span<const std::uint32_t> classes_of(std::uint32_t entity) const {
        return std::span(classes_).subspan(class_starts_[entity],
                                           class_starts_[entity + 1] - class_starts_[entity]);
    }

    /// Of all mentions, some of them more than once.
    std::span<const std::uint32_t> classes() const { return classes_; }

    const Statement* statement = nullptr;
    WordMarks<8192> words;  ///< forms, lemmas, and what class_mark and kind_mark stand for
    std::vector<std::uint32_t> entity_at;  ///< per token: index of the mention, or kNoToken
    std::vector<std::uint32_t> value_at;
    std::vector<std::uint16_t> segment;  ///< per token: main clause, from 0
    std::vector<std::uint8_t> light;     ///< per token: is_light

  private:
    void note_classes(const EntityClasses* classes);
    void place_entities();
    void place_values();
    void mark_segments();

    std::vector<std::uint32_t> classes_;
    std::vector<std::uint32_t> class_starts_;  ///< one more than entities
};

/// The kind of slot that takes a value; nothing where none does.
std::optional<SlotKind> slot_kind_of(const Value& value);

/// True for tokens that may stand unnamed between two elements of a pattern.
bool is_light(const Token& token);

}  // namespace atodds
