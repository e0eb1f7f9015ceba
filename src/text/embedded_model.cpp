#include "text/embedded_model.hpp"

// The assembler copies the files as they are; a C array of this size takes minutes to compile.
// The macro holds a path and so must be joined as a literal.
#define ATODDS_EMBED(name, file)                                                        \
    __asm__(".section .rodata\n.balign 64\n.global atodds_" name "_begin\natodds_" name \
            "_begin:\n.incbin \"" ATODDS_MODEL_DIR "/" file                             \
            "\"\n"                                                                      \
            ".global atodds_" name "_end\natodds_" name "_end:\n.byte 0\n.previous\n")

ATODDS_EMBED("lexicon", "lexicon.bin");
ATODDS_EMBED("tagger", "tagger.bin");
ATODDS_EMBED("parser", "parser.bin");

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
