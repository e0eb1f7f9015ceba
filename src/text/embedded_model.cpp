#include "text/embedded_model.hpp"

#include "base/embed.hpp"

ATODDS_EMBED("lexicon", ATODDS_MODEL_DIR "/lexicon.bin");
ATODDS_EMBED("tagger", ATODDS_MODEL_DIR "/tagger.bin");
ATODDS_EMBED("parser", ATODDS_MODEL_DIR "/parser.bin");

extern "C" {
extern const std::uint8_t atodds_lexicon_begin[];
extern const std::uint8_t atodds_lexicon_end[];
extern const std::uint8_t atodds_tagger_begin[];
extern const std::uint8_t atodds_tagger_end[];
extern const std::uint8_t atodds_parser_begin[];
extern const std::uint8_t atodds_parser_end[];
}

namespace atodds {

std::span<const std::uint8_t> embedded_lexicon() {
    return {atodds_lexicon_begin, atodds_lexicon_end};
}

std::span<const std::uint8_t> embedded_tagger() {
    return {atodds_tagger_begin, atodds_tagger_end};
}

std::span<const std::uint8_t> embedded_parser() {
    return {atodds_parser_begin, atodds_parser_end};
}

}  // namespace atodds
