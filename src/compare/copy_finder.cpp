#include "compare/copy_finder.hpp"

#include <algorithm>
#include <cstddef>
#include <unordered_map>
#include <utility>

namespace atodds {
namespace {

/// Holders of one fingerprint that later articles meet, and articles one article is compared with.
/// Guessed: a copy has its first sixteen siblings to be recognised by.
constexpr std::size_t kMostHolders = 16;
constexpr std::size_t kMostCompared = 16;

std::uint32_t percent_of(std::uint64_t words, std::uint32_t all) {
    return all == 0 ? 0
                    : static_cast<std::uint32_t>(std::min<std::uint64_t>(words * 100 / all, 100));
}

/// The articles before `own` that share most sampled fingerprints with it.
std::vector<std::uint32_t> nearest(const std::unordered_map<std::uint32_t, std::uint32_t>& shared) {
    std::vector<std::pair<std::uint32_t, std::uint32_t>> counted(shared.begin(), shared.end());
    std::ranges::sort(counted, [](const auto& a, const auto& b) {
        return a.second != b.second ? a.second > b.second : a.first < b.first;
    });
    std::vector<std::uint32_t> articles;
    for (const auto& [article, count] : counted) {
        if (articles.size() < kMostCompared) {
            articles.push_back(article);
        }
    }
    return articles;
}

}  // namespace

std::vector<SharedText> find_shared_text(std::span<const Sketch> sketches) {
    std::unordered_map<std::uint64_t, std::vector<std::uint32_t>> holders;  // lookups only
    std::vector<SharedText> found;
    for (std::uint32_t own = 0; own < sketches.size(); ++own) {
        std::unordered_map<std::uint32_t, std::uint32_t> shared;  // sorted before use
        for (const std::uint64_t hash : sampled_hashes(sketches[own])) {
            std::vector<std::uint32_t>& list = holders[hash];
            for (const std::uint32_t other : list) {
                ++shared[other];
            }
            if (list.size() < kMostHolders) {
                list.push_back(own);
            }
        }
        for (const std::uint32_t other : nearest(shared)) {
            SharedText pair{other, own, shared_runs(sketches[other], sketches[own]), 0, 0};
            std::uint64_t left_words = 0;
            std::uint64_t right_words = 0;
            for (const SharedRun& run : pair.runs) {
                left_words += run.left_words;
                right_words += run.right_words;
            }
            pair.left_percent = percent_of(left_words, sketches[other].word_count);
            pair.right_percent = percent_of(right_words, sketches[own].word_count);
            if (!pair.runs.empty()) {
                found.push_back(std::move(pair));
            }
        }
    }
    std::ranges::sort(found, [](const SharedText& a, const SharedText& b) {
        return std::pair(a.left, a.right) < std::pair(b.left, b.right);
    });
    return found;
}

}  // namespace atodds
