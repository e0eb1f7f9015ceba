#include "ingest/glob.hpp"

#include <algorithm>
#include <cstddef>
#include <vector>

namespace atodds {
namespace {

/// Advances a set of pattern positions byte by byte, as an automaton: no pattern can blow up.
/// Position i means that pattern[0, i) has matched; both kinds of star may match nothing.
class GlobMatcher {
  public:
    explicit GlobMatcher(std::string_view pattern)
        : pattern_(pattern), now_(pattern.size() + 1), next_(pattern.size() + 1) {}

    bool matches(std::string_view text) {
        now_.assign(now_.size(), false);
        enter(now_, 0);
        for (const char byte : text) {
            next_.assign(next_.size(), false);
            for (std::size_t i = 0; i < pattern_.size(); ++i) {
                if (now_[i]) {
                    step(i, byte);
                }
            }
            now_.swap(next_);
        }
        return now_[pattern_.size()];
    }

  private:
    bool is_double_star(std::size_t i) const { return pattern_.substr(i).starts_with("**"); }

    void enter(std::vector<bool>& states, std::size_t i) const {
        states[i] = true;
        if (is_double_star(i)) {
            // "**/" also matches no folder at all.
            const bool has_slash = pattern_.substr(i + 2).starts_with('/');
            enter(states, i + 2);
            if (has_slash) {
                enter(states, i + 3);
            }
        } else if (i < pattern_.size() && pattern_[i] == '*') {
            enter(states, i + 1);
        }
    }

    void step(std::size_t i, char byte) {
        if (is_double_star(i)) {
            // The slash behind it may be left out only where it starts, so not here.
            next_[i] = true;
            enter(next_, i + 2);
        } else if (pattern_[i] == '*') {
            if (byte != '/') {
                enter(next_, i);
            }
        } else if (pattern_[i] == byte || (pattern_[i] == '?' && byte != '/')) {
            enter(next_, i + 1);
        }
    }

    std::string_view pattern_;
    std::vector<bool> now_;
    std::vector<bool> next_;
};

}  // namespace

bool matches_glob(std::string_view path, std::string_view pattern) {
    GlobMatcher matcher(pattern);
    if (matcher.matches(path)) {
        return true;
    }
    if (pattern.find('/') != std::string_view::npos) {
        return false;
    }
    for (std::size_t begin = 0; begin < path.size();) {
        const std::size_t end = std::min(path.find('/', begin), path.size());
        if (matcher.matches(path.substr(begin, end - begin))) {
            return true;
        }
        begin = end + 1;
    }
    return false;
}

}  // namespace atodds
