#pragma once
// The state of a greedy arc-hybrid parser: a stack, a buffer, and what was attached so far. The
// root is a last word that is not there, at the end of the buffer; exactly one word attaches to it.

#include "model/statement.hpp"

#include <array>
#include <cstdint>
#include <optional>
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
    std::uint32_t leftmost = kNoToken;
    std::uint32_t rightmost = kNoToken;
    std::uint32_t next_rightmost = kNoToken;
    std::uint32_t relations = 0;  ///< a bit for each relation among the dependents
    std::uint8_t left_count = 0;  ///< counts stop at 7
    std::uint8_t right_count = 0;
};

class ParserState {
  public:
    void reset(std::uint32_t size) {
        size_ = size;
        next_ = 0;
        stack_.clear();
        heads_.assign(size, kNoToken);
        relations_.assign(size, Relation::Root);
        dependents_.assign(size + 1, {});
    }

    bool is_final() const { return next_ == size_ && stack_.empty(); }

    bool is_legal(Transition transition) const {
        switch (transition) {
            case Transition::Shift:
                return next_ < size_;
            case Transition::Left:
                return !stack_.empty() && (next_ < size_ || stack_.size() == 1);
            case Transition::Right:
                return stack_.size() >= 2;
        }
        return false;
    }

    /// The transition, where there is but one: with an empty stack, and when the buffer is empty.
    std::optional<Transition> only_legal() const {
        if (stack_.empty()) {
            return Transition::Shift;
        }
        if (next_ == size_) {
            return stack_.size() == 1 ? Transition::Left : Transition::Right;
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

    /// The word `depth` below the top of the stack, or kNoToken.
    std::uint32_t stack(std::size_t depth) const {
        return depth < stack_.size() ? stack_[stack_.size() - 1 - depth] : kNoToken;
    }

    /// The word `ahead` behind the first of the buffer; size() is the root; else kNoToken.
    std::uint32_t buffer(std::uint32_t ahead) const {
        return next_ + ahead <= size_ ? next_ + ahead : kNoToken;
    }

    const std::vector<std::uint32_t>& stack() const { return stack_; }

    std::uint32_t size() const { return size_; }

    /// The head that a Left or Right would give the top of the stack.
    std::uint32_t head_for(Transition transition) const {
        return transition == Transition::Left ? next_ : stack(1);
    }

    /// kNoToken while unattached, size() for the root.
    std::uint32_t head(std::uint32_t word) const { return heads_[word]; }

    Relation relation(std::uint32_t word) const { return relations_[word]; }

    const Dependents& dependents(std::uint32_t word) const { return dependents_[word]; }

  private:
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
            list.next_rightmost = list.rightmost;
            list.rightmost = word;
            list.right_count =
                static_cast<std::uint8_t>(list.right_count + (list.right_count < 7 ? 1 : 0));
        }
    }

    std::uint32_t size_ = 0;
    std::uint32_t next_ = 0;
    std::vector<std::uint32_t> stack_;
    std::vector<std::uint32_t> heads_;
    std::vector<Relation> relations_;
    std::vector<Dependents> dependents_;  ///< one more for the root
};

}  // namespace atodds
