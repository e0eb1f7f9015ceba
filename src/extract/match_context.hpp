#pragma once
// A statement prepared for matching: which words and kinds of things it holds at all, which mention
// or value begins at each token, and where gaps must stop.

#include "extract/entity_classes.hpp"
#include "extract/word_marks.hpp"
#include "model/statement.hpp"

#include <cstdint>
#include <span>
#include <vector>

namespace atodds {

class MatchContext {
  public:
    MatchContext() = default;

    explicit MatchContext(const Statement& given) { reset(given, nullptr); }

    /// Prepares `given`, which must outlive its use here; the memory is reused. Without `classes`
    /// no mention has one.
    void reset(const Statement& given, const EntityClasses* classes);

    /// Numbers of EntityClasses that hold for the mention at this index.
    std::span<const std::uint32_t> classes_of(std::uint32_t entity) const {
        return std::span(classes_).subspan(class_starts_[entity],
                                           class_starts_[entity + 1] - class_starts_[entity]);
    }

    /// Of all mentions, some of them more than once.
    std::span<const std::uint32_t> classes() const { return classes_; }

    const Statement* statement = nullptr;
    WordMarks<8192> words;                 ///< forms and lemmas
    std::vector<std::uint32_t> entity_at;  ///< per token: index of the mention, or kNoToken
    std::vector<std::uint32_t> value_at;
    std::vector<std::uint16_t> segment;  ///< per token: main clause, from 0
    std::vector<std::uint8_t> light;     ///< per token: is_light

  private:
    void place_entities(const EntityClasses* classes);
    void place_values();
    void mark_segments();

    std::vector<std::uint32_t> classes_;
    std::vector<std::uint32_t> class_starts_;  ///< one more than entities
};

/// True for tokens that may stand unnamed between two elements of a pattern.
bool is_light(const Token& token);

}  // namespace atodds
