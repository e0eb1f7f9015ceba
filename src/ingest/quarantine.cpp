#include "ingest/quarantine.hpp"

#include "ingest/boilerplate.hpp"
#include "ingest/language_guess.hpp"
#include "ingest/lines.hpp"

#include <cstddef>
#include <optional>

namespace atodds {
namespace {

/// Words of a line that can be swallowed by the run around it: a byline, a stamp, a button.
constexpr std::size_t kLongestStray = 5;

bool is_quarantined(const Block& block) {
    return block.kind == BlockKind::Boilerplate || block.kind == BlockKind::Foreign;
}

void mark(Block& block, BlockKind kind, std::string reason) {
    block.kind = kind;
    block.reason = std::move(reason);
}

void judge(std::string_view reading, Block& block) {
    if (!is_prose(block.kind)) {
        return;
    }
    const std::string_view text = slice(reading, block.span);
    if (block.kind != BlockKind::Title) {
        if (std::optional<std::string> reason = boilerplate_reason(text)) {
            mark(block, BlockKind::Boilerplate, std::move(*reason));
            return;
        }
    }
    if (std::optional<std::string> reason = foreign_reason(text)) {
        mark(block, BlockKind::Foreign, std::move(*reason));
    }
}

bool is_stray(std::string_view reading, const Block& block) {
    if (!is_prose(block.kind) || block.kind == BlockKind::Title) {
        return false;
    }
    const std::string_view text = slice(reading, block.span);
    // A credit at the end of an article tells whose report it is: origins need it.
    const bool is_credit = text.starts_with("Source") || text.starts_with("SOURCE");
    return count_words(text) <= kLongestStray && !ends_like_sentence(text) && !is_credit;
}

/// Between two quarantined blocks, or behind the last one at the end of the text, at most this many
/// stray lines are swallowed; more look like a list that belongs to the article. A guess.
constexpr std::size_t kMostStrays = 3;

void swallow_strays(std::string_view reading, std::vector<Block>& blocks) {
    for (std::size_t i = 0; i < blocks.size();) {
        if (!is_stray(reading, blocks[i])) {
            ++i;
            continue;
        }
        std::size_t end = i;
        while (end < blocks.size() && is_stray(reading, blocks[end])) {
            ++end;
        }
        const bool follows = i > 0 && is_quarantined(blocks[i - 1]);
        const bool leads = end == blocks.size() || is_quarantined(blocks[end]);
        if (follows && leads && end - i <= kMostStrays) {
            for (std::size_t k = i; k < end; ++k) {
                mark(blocks[k], blocks[i - 1].kind, "stray line inside a quarantined run");
            }
        }
        i = end;
    }
}

}  // namespace

void quarantine_blocks(std::string_view reading, std::vector<Block>& blocks) {
    for (Block& block : blocks) {
        judge(reading, block);
    }
    swallow_strays(reading, blocks);
}

}  // namespace atodds
