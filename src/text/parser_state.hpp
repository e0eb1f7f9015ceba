#pragma once
// The state of a greedy arc-hybrid parser: a stack, a buffer, and what was attached so far. The
// root is a last word that is not there, at the end of the buffer; exactly one word attaches to it.
// Behind the root stands the word "nothing": where the stack or a list of dependents ends, its
// number comes back, so that no look-up needs a test.

#include "model/statement.hpp"

#include <array>
#include <cstdint>
#include <optional>
#include <span>
#include <vector>

namespace atodds {

enum class Transition : std::uint8_t {
    Shift,  ///< the first of the buffer goes on the stack
    Left,   ///< the top of the stack attaches to the first of the buffer
    Right,  ///< the top of the stack attaches to the word below it
};

inline constexpr std::size_t kTransitions = 3;

/// What is attached to one word.
struct Dependents {
    std::uint32_t leftmost = 0;
    std::uint32_t rightmost = 0;
    std::uint32_t relations = 0;  ///< a bit for each relation among them
    std::uint8_t left_count = 0;  ///< counts stop at 7
    std::uint8_t right_count = 0;
    Relation last_relation = Relation::Root;  ///< of the rightmost; Root where there is none
};

class ParserState {
  public:
    void reset(std::uint32_t size) {
        size_ = size;
        next_ = 0;
        Dependents none;
        none.leftmost = nothing();
        none.rightmost = nothing();
        stack_.assign(kStackFloor, nothing());
        heads_.assign(size, nothing());
        relations_.assign(size, Relation::Root);
        dependents_.assign(size + 2, none);
    }

    bool is_final() const { return next_ == size_ && is_empty(); }

    bool is_legal(Transition transition) const {
        switch (transition) {
            case Transition::Shift:
                return next_ < size_;
            case Transition::Left:
                return !is_empty() && (next_ < size_ || has_one());
            case Transition::Right:
                return !is_empty() && !has_one();
        }
        return false;
    }

    /// The transition, where there is but one: with an empty stack, and when the buffer is empty.
    std::optional<Transition> only_legal() const {
        if (is_empty()) {
            return Transition::Shift;
        }
        if (next_ == size_) {
            return has_one() ? Transition::Left : Transition::Right;
        }
        return std::nullopt;
    }

    /// Requires: the transition is legal. The relation counts for Left and Right only.
    void apply(Transition transition, Relation relation) {
        if (transition == Transition::Shift) {
            stack_.push_back(next_++);
            return;
        }
        const std::uint32_t word = stack_.back();
        stack_.pop_back();
        attach(word, transition == Transition::Left ? next_ : stack_.back(), relation);
    }

    /// The number of the word that stands for none.
    std::uint32_t nothing() const { return size_ + 1; }

    /// The word `depth` below the top of the stack, 0 to 2, or nothing().
    std::uint32_t stack(std::size_t depth) const { return stack_[stack_.size() - 1 - depth]; }

    /// The first of the buffer; size() is the root.
    std::uint32_t front() const { return next_; }

    /// The stack from its bottom.
    std::span<const std::uint32_t> stack() const { return std::span(stack_).subspan(kStackFloor); }

    bool has_one() const { return stack_.size() == kStackFloor + 1; }

    std::uint32_t size() const { return size_; }

    /// The head that a Left or Right would give the top of the stack.
    std::uint32_t head_for(Transition transition) const {
        return transition == Transition::Left ? next_ : stack(1);
    }

    /// nothing() while unattached, size() for the root.
    std::uint32_t head(std::uint32_t word) const { return heads_[word]; }

    Relation relation(std::uint32_t word) const { return relations_[word]; }

    const Dependents& dependents(std::uint32_t word) const { return dependents_[word]; }

  private:
    /// Nothings below the bottom of the stack, as many as are looked at.
    static constexpr std::size_t kStackFloor = 3;

    bool is_empty() const { return stack_.size() == kStackFloor; }

    void attach(std::uint32_t word, std::uint32_t head, Relation relation) {
        heads_[word] = head;
        relations_[word] = relation;
        Dependents& list = dependents_[head];
        list.relations |= 1U << static_cast<unsigned>(relation);
        if (word < head) {
            list.leftmost = word;
            list.left_count =
                static_cast<std::uint8_t>(list.left_count + (list.left_count < 7 ? 1 : 0));
        } else {
            list.rightmost = word;
            list.last_relation = relation;
            list.right_count =
                static_cast<std::uint8_t>(list.right_count + (list.right_count < 7 ? 1 : 0));
        }
    }

    std::uint32_t size_ = 0;
    std::uint32_t next_ = 0;
    std::vector<std::uint32_t> stack_;  ///< on a floor of nothings
    std::vector<std::uint32_t> heads_;
    std::vector<Relation> relations_;
    std::vector<Dependents> dependents_;  ///< those of the root and of nothing at the end
};

}  // namespace atodds
