#pragma once
// The order of a made collection: stories without end, their articles mixed within a window, so
// that the reports of one event stand apart as they do in an archive. The first n articles are the
// same whatever the size, so a small collection is the beginning of a large one.

#include "bench/made_news/article_maker.hpp"
#include "bench/made_news/material.hpp"
#include "bench/made_news/story.hpp"

#include <cstdint>
#include <functional>
#include <string>

namespace atodds::bench {

struct CorpusOptions {
    StoryOptions stories;
    std::uint64_t articles = 10'000;
    std::uint64_t extras = 0;  ///< further articles of the stories, for checks; half hold a plant
};

/// Takes one line of JSON, with its end.
using LineSink = std::function<void(const std::string& line)>;

struct CorpusSinks {
    LineSink article;  ///< {id, source, date, title, url, text}
    /// {id, fact, story, sides: [what is so, what is at odds]}, a side is a list of {article,
    /// value, start, end}: bytes of the sentence in title, empty line, text.
    LineSink plant;
    LineSink extra;        ///< like `article`
    LineSink extra_plant;  ///< like `plant`; what is at odds is in an extra article
};

struct CorpusCounts {
    std::uint64_t articles = 0;
    std::uint64_t bytes = 0;  ///< of title and text of the articles, extras left out
    std::uint64_t plants = 0;
};

CorpusCounts make_corpus(const Material& material, const CorpusOptions& options,
                         const CorpusSinks& sinks);

}  // namespace atodds::bench
