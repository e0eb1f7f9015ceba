#pragma once
// Facts as targets of the W3C Web Annotation Data Model (www.w3.org/TR/annotation-model, sections
// 4.2.4 and 4.2.5), which annotation tools find again in a page.

#include "model/article.hpp"
#include "model/fact.hpp"
#include "report/json_objects.hpp"
#include "report/line_index.hpp"

namespace atodds {

/// The value of `fact` by its words with what stands around them, and by its position in code
/// points of the article's text from 0. `article` is null where the report does not hold it,
/// `lines` where its text is not at hand; what needs the text is left out then.
Json annotation_target(const Fact& fact, const Article* article, const LineIndex* lines);

}  // namespace atodds
