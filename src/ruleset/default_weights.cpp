#include "ruleset/default_weights.hpp"

#include "base/embed.hpp"

ATODDS_EMBED("open_weights", ATODDS_WEIGHTS_FILE);

extern "C" {
extern const char atodds_open_weights_begin[];
extern const char atodds_open_weights_end[];
}

namespace atodds {

std::string_view default_weights() {
    return {atodds_open_weights_begin,
            static_cast<std::size_t>(atodds_open_weights_end - atodds_open_weights_begin)};
}

}  // namespace atodds
