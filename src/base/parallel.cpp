#include "base/parallel.hpp"

#include <algorithm>
#include <atomic>
#include <thread>
#include <vector>

namespace atodds {

void for_each_index(std::size_t count, std::uint32_t threads,
                    const std::function<void(std::size_t)>& work) {
    std::atomic<std::size_t> next{0};
    const auto take_turns = [&] {
        for (std::size_t i = next++; i < count; i = next++) {
            work(i);
        }
    };
    const std::size_t wanted =
        threads == 0 ? std::max(1U, std::thread::hardware_concurrency()) : threads;
    std::vector<std::jthread> helpers;
    for (std::size_t i = 1; i < std::min(wanted, count); ++i) {
        helpers.emplace_back(take_turns);
    }
    take_turns();
    helpers.clear();  // joins
}

}  // namespace atodds
