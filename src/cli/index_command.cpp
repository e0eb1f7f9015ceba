#include "cli/index_command.hpp"

#include "index/fact_index.hpp"

#include <fmt/format.h>

namespace atodds {

std::string to_text(const IndexCounts& counts) {
    return fmt::format("{} articles added, {} replaced, {} unchanged, {} removed, {} failed\n",
                       counts.added, counts.replaced, counts.unchanged, counts.removed,
                       counts.failed);
}

Result<std::string> describe_index(const std::vector<std::string>& places) {
    const Result<IndexReader> reader = IndexReader::open(places);
    if (!reader) {
        return reader.error();
    }
    const Result<IndexStats> stats = reader->stats();
    if (!stats) {
        return stats.error();
    }
    return fmt::format("articles    {}\nfacts       {}\nfact keys   {}\ntext bytes  {}\n",
                       stats->articles, stats->facts, stats->keys, stats->text_bytes);
}

}  // namespace atodds
