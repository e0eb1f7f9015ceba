#pragma once
// Lines and columns of many offsets in one text: checkpoints at regular places, so that each
// question costs a short walk and not one from the start of the text.

#include "report/report_writer.hpp"

#include <cstdint>
#include <string_view>
#include <vector>

namespace atodds {

/// A place in a text in every unit that formats ask for.
struct TextPlace {
    std::uint32_t line = 1;         ///< from 1
    std::uint32_t column = 1;       ///< from 1, in code points
    std::uint32_t byte_column = 1;  ///< from 1, in bytes of UTF-8
    std::uint32_t character = 0;    ///< from 0, code points since the start of the text

    friend bool operator==(const TextPlace&, const TextPlace&) = default;
};

class LineIndex {
  public:
    /// Requires: `text` outlives the index.
    explicit LineIndex(std::string_view text);

    /// What line_position(text, offset) answers. Requires: offset <= text.size().
    LinePosition at(std::uint32_t offset) const;

    /// The same place in every unit. Requires: offset <= text.size().
    TextPlace place(std::uint32_t offset) const;

  private:
    struct Checkpoint {
        std::uint32_t offset = 0;
        TextPlace place;
    };

    std::string_view text_;
    std::vector<Checkpoint> checkpoints_;  ///< in text order, the first at 0
};

}  // namespace atodds
