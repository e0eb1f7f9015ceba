#pragma once
// Files that are linked into the program as they are. A macro, for the assembler wants literals,
// and the assembler, for a C array of megabytes takes minutes to compile.

/// Puts the bytes of the file at `path` between the symbols atodds_<name>_begin and
/// atodds_<name>_end, with a zero byte behind them. Both arguments are string literals. The object
/// must depend on the file in CMakeLists.txt.
#define ATODDS_EMBED(name, path)                                                        \
    __asm__(".section .rodata\n.balign 64\n.global atodds_" name "_begin\natodds_" name \
            "_begin:\n.incbin \"" path                                                  \
            "\"\n"                                                                      \
            ".global atodds_" name "_end\natodds_" name "_end:\n.byte 0\n.previous\n")
