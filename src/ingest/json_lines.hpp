#pragma once
// JSON lines, one article a row: {id, source, date, title, url, text, authors?, updated?}. The
// article's text is the title, an empty line and `text`, so that the headline has bytes of its own
// and offsets count from the start of that text.

#include "base/error.hpp"
#include "model/article.hpp"

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace atodds {

/// The articles of all good rows, in order; `blocks` filled, hash not. A bad row is an error
/// diagnostic with its place and the others are read. An id that is missing is "<path>:<row>".
/// `first_row` is the number of the first row, from 1.
std::vector<Article> read_json_lines(std::string_view bytes, const std::string& path,
                                     std::size_t first_row, Diagnostics& diagnostics);

}  // namespace atodds
