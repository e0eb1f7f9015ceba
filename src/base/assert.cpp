#include "base/assert.hpp"

#include <cstdio>
#include <cstdlib>

namespace atodds {

void fail_assertion(const char* condition, const char* meaning, const char* file, int line) {
    std::fprintf(stderr, "atodds: internal error: %s (%s) at %s:%d\n", meaning, condition, file,
                 line);
    std::abort();
}

}  // namespace atodds
