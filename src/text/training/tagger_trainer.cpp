#include "text/training/tagger_trainer.hpp"

#include "text/embedded_model.hpp"
#include "text/tagger_features.hpp"
#include "text/training/perceptron.hpp"

#include <cstring>

namespace atodds {
namespace {

class TaggerTrainer {
  public:
    TaggerTrainer(const std::vector<GoldSentence>& treebank, const Lexicon& lexicon,
                  const TaggerTraining& options)
        : lexicon_(lexicon), options_(options) {
        // One sentence in twelve comes again as a headline, one in thirty in capitals.
        for (std::size_t i = 0; i < treebank.size(); ++i) {
            sentences_.push_back(treebank[i]);
            if (i % 12 == 5) {
                sentences_.push_back(title_cased(treebank[i]));
            }
            if (i % 30 == 7) {
                sentences_.push_back(upper_cased(treebank[i]));
            }
        }
    }

    std::vector<std::uint8_t> train() {
        for (const GoldSentence& sentence : sentences_) {
            count(sentence);
        }
        model_.finish_counting(options_.least_count);
        std::vector<std::uint32_t> order(sentences_.size());
        std::iota(order.begin(), order.end(), 0U);
        Shuffler shuffler(20250801);
        for (std::uint32_t round = 0; round < options_.rounds; ++round) {
            shuffler.shuffle(order);
            for (const std::uint32_t index : order) {
                learn(sentences_[index]);
            }
        }
        std::vector<std::uint8_t> bytes(64);
        std::memcpy(bytes.data(), &kTaggerMagic, sizeof kTaggerMagic);
        const std::vector<std::uint8_t> table =
            model_.compact<WeightTable<32>>(options_.table_bits);
        bytes.insert(bytes.end(), table.begin(), table.end());
        return bytes;
    }

  private:
    template <typename Decide>
    void walk(const GoldSentence& sentence, Decide decide) {
        fill_traits(sentence.tokens, lexicon_, traits_);
        TagHistory history;
        for (std::size_t i = 0; i < sentence.tokens.size(); ++i) {
            const WordTraits* here = &traits_[i + kTraitPadding];
            std::uint8_t chosen = fixed_label(*here);
            if (chosen == kTagLabels) {
                features_ = tag_features(sentence.tokens[i], here, history);
                chosen = decide(static_cast<std::uint8_t>(sentence.labels[i]));
            }
            history = history.after(chosen);
        }
    }

    void count(const GoldSentence& sentence) {
        walk(sentence, [this](std::uint8_t gold) {
            model_.count(features_);
            return gold;
        });
    }

    void learn(const GoldSentence& sentence) {
        walk(sentence, [this](std::uint8_t gold) {
            model_.look_up(features_, rows_);
            const auto scores = model_.score(rows_);
            std::size_t rival = gold == 0 ? 1 : 0;
            for (std::size_t label = 0; label < kTagLabels; ++label) {
                if (label != gold && scores[label] > scores[rival]) {
                    rival = label;
                }
            }
            if (scores[gold] - scores[rival] <= options_.margin) {
                model_.update(rows_, gold, rival);
            }
            model_.tick();
            return scores[gold] >= scores[rival] ? gold : static_cast<std::uint8_t>(rival);
        });
    }

    const Lexicon& lexicon_;
    TaggerTraining options_;
    std::vector<GoldSentence> sentences_;
    Perceptron<32> model_;
    std::vector<WordTraits> traits_;
    TagFeatures features_{};
    std::vector<std::uint32_t> rows_;
};

}  // namespace

std::vector<std::uint8_t> train_tagger(const std::vector<GoldSentence>& treebank,
                                       const Lexicon& lexicon, const TaggerTraining& options) {
    return TaggerTrainer(treebank, lexicon, options).train();
}

}  // namespace atodds
