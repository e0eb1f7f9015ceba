#pragma once
// A treebank as the trainer reads it: tab-separated rows ID FORM LEMMA UPOS XPOS HEAD DEPREL, a
// blank line behind each sentence.

#include "model/statement.hpp"
#include "text/tag_label.hpp"

#include <optional>
#include <string>
#include <vector>

namespace atodds {

struct GoldSentence {
    std::vector<Token> tokens;  ///< gold tag, form, head, relation and lemma
    std::vector<TagLabel> labels;
};

/// Nothing where the file cannot be read or a row has no seven columns.
std::optional<std::vector<GoldSentence>> read_treebank(const std::string& path);

/// The sentence with each longer word capitalised, or with all words in capitals: what headlines
/// look like, which the treebank hardly has.
GoldSentence title_cased(const GoldSentence& sentence);
GoldSentence upper_cased(const GoldSentence& sentence);

/// A linear congruential generator: the same shuffles on every machine.
class Shuffler {
  public:
    explicit Shuffler(std::uint64_t seed) : state_(seed) {}

    /// 0 to below - 1.
    std::uint32_t next(std::uint32_t below) {
        state_ = state_ * 6364136223846793005ULL + 1442695040888963407ULL;
        return static_cast<std::uint32_t>((state_ >> 33U) % below);
    }

    template <typename T>
    void shuffle(std::vector<T>& items) {
        for (std::size_t i = items.size(); i > 1; --i) {
            std::swap(items[i - 1], items[next(static_cast<std::uint32_t>(i))]);
        }
    }

  private:
    std::uint64_t state_;
};

}  // namespace atodds
