#pragma once
// A stable sort for lists that are nearly always short: cues of a sentence, slots of a fact.
// std::stable_sort takes memory for each call, which costs more than sorting ten elements.

#include <algorithm>
#include <iterator>
#include <utility>

namespace atodds {

/// Sorts like std::stable_sort, so in the worst case with n log n comparisons for n elements.
template <typename Iterator, typename Less>
void sort_stably(Iterator begin, Iterator end, Less less) {
    constexpr std::ptrdiff_t kShort = 20;  // by insertion; guessed, near what libraries use
    if (end - begin > kShort) {
        std::stable_sort(begin, end, less);
        return;
    }
    for (Iterator next = begin; next != end; ++next) {
        Iterator place = next;
        while (place != begin && less(*next, *std::prev(place))) {
            --place;
        }
        if (place != next) {
            auto element = std::move(*next);
            std::move_backward(place, next, std::next(next));
            *place = std::move(element);
        }
    }
}

}  // namespace atodds
