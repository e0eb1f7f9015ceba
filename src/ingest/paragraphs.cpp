#include "ingest/paragraphs.hpp"

#include <algorithm>

namespace atodds {
namespace {

/// Hard-wrapped text is wrapped at 60 to 100 characters by custom; a guess with some slack.
constexpr std::size_t kLongestWrappedLine = 110;
/// A line shorter than this does not show that its break was forced by a margin. A guess.
constexpr std::size_t kShortestWrappedLine = 45;

/// Lines of one group with what the wrap decision needs.
struct Group {
    std::string_view text;
    std::span<const Line> lines;
    std::size_t longest = 0;
    bool is_wrapped = false;
};

bool breaks_mid_sentence(std::string_view line, std::string_view next) {
    return count_characters(line) >= kShortestWrappedLine && !ends_like_sentence(line) &&
           starts_small(next);
}

Group judge_group(std::string_view text, std::span<const Line> lines) {
    Group group{text, lines};
    for (std::size_t i = 0; i < lines.size(); ++i) {
        const std::string_view line = slice(text, lines[i].span);
        group.longest = std::max(group.longest, count_characters(line));
        group.is_wrapped =
            group.is_wrapped ||
            (i + 1 < lines.size() && breaks_mid_sentence(line, slice(text, lines[i + 1].span)));
    }
    group.is_wrapped = group.is_wrapped && group.longest <= kLongestWrappedLine;
    return group;
}

/// In a wrapped group a line that stops well before the margin ends its paragraph, unless the
/// next line goes on in the middle of the sentence.
bool ends_paragraph(const Group& group, std::size_t i) {
    if (!group.is_wrapped || i + 1 == group.lines.size()) {
        return true;
    }
    const bool is_short =
        count_characters(slice(group.text, group.lines[i].span)) * 10 < group.longest * 6;
    return is_short && !starts_small(slice(group.text, group.lines[i + 1].span));
}

void append_group(const Group& group, std::vector<Paragraph>& paragraphs) {
    std::size_t first = 0;
    for (std::size_t i = 0; i < group.lines.size(); ++i) {
        if (!ends_paragraph(group, i)) {
            continue;
        }
        Paragraph paragraph;
        paragraph.span = {group.lines[first].span.begin, group.lines[i].span.end};
        paragraph.is_before_gap = i + 1 == group.lines.size();
        paragraph.is_single_line = first == i;
        paragraphs.push_back(paragraph);
        first = i + 1;
    }
}

}  // namespace

std::vector<Paragraph> split_paragraphs(std::string_view text, std::span<const Line> lines) {
    std::vector<Paragraph> paragraphs;
    for (std::size_t first = 0; first < lines.size();) {
        if (lines[first].is_blank()) {
            ++first;
            continue;
        }
        std::size_t end = first;
        while (end < lines.size() && !lines[end].is_blank()) {
            ++end;
        }
        append_group(judge_group(text, lines.subspan(first, end - first)), paragraphs);
        first = end;
    }
    return paragraphs;
}

}  // namespace atodds
