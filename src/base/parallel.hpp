#pragma once
// Spreads independent work over threads. Results go to places of their own, so the outcome does
// not depend on the number of threads.

#include <cstddef>
#include <cstdint>
#include <functional>

namespace atodds {

/// Calls `work(i)` once for every i below `count`, from `threads` threads (0: as many as the
/// machine has). Returns when all are done. Requires: calls with different i may run at the same
/// time.
void for_each_index(std::size_t count, std::uint32_t threads,
                    const std::function<void(std::size_t)>& work);

}  // namespace atodds
