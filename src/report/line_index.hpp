#pragma once
// Lines and columns of many offsets in one text: checkpoints at regular places, so that each
// question costs a short walk and not one from the start of the text.

#include "report/report_writer.hpp"

#include <cstdint>
#include <string_view>
#include <vector>

namespace atodds {

class LineIndex {
  public:
    /// Requires: `text` outlives the index.
    explicit LineIndex(std::string_view text);

    /// What line_position(text, offset) answers. Requires: offset <= text.size().
    LinePosition at(std::uint32_t offset) const;

  private:
    struct Checkpoint {
        std::uint32_t offset = 0;
        LinePosition position;
    };

    std::string_view text_;
    std::vector<Checkpoint> checkpoints_;  ///< in text order, the first at 0
};

}  // namespace atodds
