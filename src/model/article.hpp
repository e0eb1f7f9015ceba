#pragma once
// An article as ingest delivers it: the original bytes, what is known about it, and which parts
// are prose. The text is never changed after ingest; all spans count its bytes.

#include "base/date.hpp"
#include "base/span.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace atodds {

enum class BlockKind : std::uint8_t {
    Title,        ///< the headline
    Heading,      ///< a line that titles the paragraphs below it
    Body,         ///< prose; everything that is compared comes from here, headings and the title
    Quote,        ///< a block quotation
    FrontMatter,  ///< metadata in front of the text; never read for facts
    Boilerplate,  ///< quarantined: navigation, teasers, disclaimers, advertising
    Foreign,      ///< quarantined: not English
};

struct Block {
    BlockKind kind = BlockKind::Body;
    ByteSpan span;
    std::string reason;  ///< why it is quarantined; empty for prose

    friend bool operator==(const Block&, const Block&) = default;
};

struct Article {
    std::string id;      ///< unique in a run: front matter or row id, else the path as given
    std::string path;    ///< as given on the command line; "-" for standard input
    std::string source;  ///< publisher; empty when not stated
    std::string url;
    std::string title;  ///< also a Title block of the text
    std::vector<std::string> authors;
    std::optional<Day> published;
    std::optional<Day> updated;
    DayInterval date_bounds;  ///< what the text itself says when no date is given
    std::string text;         ///< original bytes, valid UTF-8
    /// What the reader reads: as long as `text` byte for byte, with markup (link targets, emphasis
    /// marks, tags) overwritten by blanks. Equal to `text` for plain text.
    std::string reading;
    std::vector<Block> blocks;  ///< in text order, not overlapping
    std::string content_hash;   ///< hash_hex of text and metadata; the index compares it

    friend bool operator==(const Article&, const Article&) = default;
};

/// True for the kinds whose statements are compared.
constexpr bool is_prose(BlockKind kind) {
    return kind == BlockKind::Title || kind == BlockKind::Heading || kind == BlockKind::Body ||
           kind == BlockKind::Quote;
}

}  // namespace atodds
