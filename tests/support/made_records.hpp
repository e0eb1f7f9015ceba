#pragma once
// Records like those of articles: much that all of them share, words out of one stock in another
// order each, and a little that nobody else has.

#include <fmt/format.h>

#include <array>
#include <cstddef>
#include <string>

namespace atodds {

/// Another text for each number, the same on every machine.
inline std::string made_text(std::size_t number) {
    constexpr std::array kWho = {"The harbour master", "A spokeswoman for the mill",
                                 "The ferry company",  "Odile Brandt",
                                 "The town council",   "A retired lock keeper"};
    constexpr std::array kWhat = {"counted", "returned", "promised", "repaired", "sold", "painted"};
    constexpr std::array kThing = {"barrels of tar", "lanterns",      "wooden pulleys",
                                   "brass bells",    "coils of rope", "oars"};
    std::string text;
    std::size_t state = number * 2 + 1;
    const auto next = [&state](std::size_t size) {
        state = state * 6364136223846793005U + 1442695040888963407U;
        return (state >> 33U) % size;
    };
    for (int i = 0; i < 12; ++i) {
        text += fmt::format("{} {} {} {} near Quay {}. ", kWho[next(kWho.size())],
                            kWhat[next(kWhat.size())], next(5'000), kThing[next(kThing.size())],
                            next(40));
    }
    return text;
}

inline std::string made_record(std::size_t number) {
    return fmt::format("made-{:06}|https://paper.example/{:06}|{}", number, number,
                       made_text(number));
}

}  // namespace atodds
