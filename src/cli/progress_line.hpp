#pragma once
// A line on standard error that tells how far a long run is, where that is a terminal.

#include "cli/indexing.hpp"
#include "cli/options.hpp"

#include <cstdint>
#include <string>

namespace atodds {

/// "[#####-----]  50 %  1200 articles, 400/s, 3 s left". Without a total there is no bar and no
/// remaining time, without elapsed time no rate. At most `width` columns, ASCII only.
std::string progress_text(const ProgressState& state, std::uint64_t elapsed_ms,
                          std::uint32_t width);

/// Shows the text anew at most ten times a second; nothing where no terminal is behind it.
class ProgressLine {
  public:
    explicit ProgressLine(const Console& console);

    void show(const ProgressState& state);
    /// Removes the line, so that what follows starts clean.
    void clear();

  private:
    const Console* console_;
    std::uint64_t began_ms_ = 0;
    std::uint64_t shown_ms_ = 0;
    bool is_shown_ = false;
};

}  // namespace atodds
