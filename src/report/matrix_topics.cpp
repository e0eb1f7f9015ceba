#include "report/matrix_topics.hpp"

#include <algorithm>
#include <map>
#include <string_view>

namespace atodds {
namespace {

// Sets of sources that grow together, each known by its lowest number.
class Topics {
  public:
    explicit Topics(const std::vector<TopicRow>& rows) {
        for (const TopicRow& row : rows) {
            for (const std::string& source : row.sources) {
                if (numbers_.emplace(source, parents_.size()).second) {
                    parents_.push_back(parents_.size());
                }
            }
        }
    }

    std::size_t topic_of(const std::string& source) const {
        std::size_t at = numbers_.at(source);
        while (parents_[at] != at) {
            at = parents_[at];
        }
        return at;
    }

    void join(const std::string& one, const std::string& other) {
        const auto [low, high] = std::minmax({topic_of(one), topic_of(other)});
        parents_[high] = low;
    }

  private:
    std::map<std::string_view, std::size_t> numbers_;
    std::vector<std::size_t> parents_;
};

// The topic of most of its sources; of equals, the first.
std::size_t topic_of(const TopicRow& row, const Topics& topics) {
    std::map<std::size_t, std::size_t> counts;
    for (const std::string& source : row.sources) {
        counts[topics.topic_of(source)] += 1;
    }
    const auto most =
        std::max_element(counts.begin(), counts.end(),
                         [](const auto& a, const auto& b) { return a.second < b.second; });
    return most == counts.end() ? 0 : most->first;
}

}  // namespace

std::vector<std::vector<std::size_t>> rows_by_topic(const std::vector<TopicRow>& rows) {
    Topics topics(rows);
    std::set<std::string_view> placed;
    for (const Tier tier : {Tier::Declared, Tier::Open}) {
        for (const TopicRow& row : rows) {
            if (row.tier != tier || row.sources.empty()) {
                continue;
            }
            const auto known = std::find_if(row.sources.begin(), row.sources.end(),
                                            [&](const auto& s) { return placed.contains(s); });
            const std::string& anchor = known == row.sources.end() ? *row.sources.begin() : *known;
            for (const std::string& source : row.sources) {
                if (tier == Tier::Declared || !placed.contains(source)) {
                    topics.join(anchor, source);
                    placed.insert(source);
                }
            }
        }
    }
    std::vector<std::vector<std::size_t>> groups;
    std::map<std::size_t, std::size_t> group_of_topic;
    for (std::size_t i = 0; i < rows.size(); ++i) {
        const std::size_t topic = topic_of(rows[i], topics);
        const std::size_t group = group_of_topic.try_emplace(topic, groups.size()).first->second;
        groups.resize(std::max(groups.size(), group + 1));
        groups[group].push_back(i);
    }
    return groups;
}

}  // namespace atodds
