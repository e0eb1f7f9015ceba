#include "compare/open_groups.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <utility>

namespace atodds {

std::vector<std::vector<std::size_t>> split_open_clashes(const std::vector<OpenClash>& clashes) {
    struct Group {
        std::map<std::string, std::set<std::uint32_t>> sides;
        std::vector<std::size_t> clashes;
    };

    std::set<std::pair<std::uint32_t, std::string>> meets;  // fact, value it was judged against
    std::vector<std::size_t> order;
    for (std::size_t i = 0; i < clashes.size(); ++i) {
        meets.insert({clashes[i].left, clashes[i].right_value});
        meets.insert({clashes[i].right, clashes[i].left_value});
        order.push_back(i);
    }
    std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
        return std::pair(clashes[a].level, -clashes[a].sameness) <
               std::pair(clashes[b].level, -clashes[b].sameness);
    });
    const auto fits = [&](const Group& group, std::uint32_t fact, const std::string& value) {
        return std::all_of(group.sides.begin(), group.sides.end(), [&](const auto& side) {
            return side.first == value || meets.contains({fact, side.first});
        });
    };
    std::vector<Group> groups;
    for (const std::size_t index : order) {
        const OpenClash& clash = clashes[index];
        auto home = std::find_if(groups.begin(), groups.end(), [&](const Group& group) {
            return fits(group, clash.left, clash.left_value) &&
                   fits(group, clash.right, clash.right_value);
        });
        if (home == groups.end()) {
            home = groups.emplace(groups.end());
        }
        home->sides[clash.left_value].insert(clash.left);
        home->sides[clash.right_value].insert(clash.right);
        home->clashes.push_back(index);
    }
    std::vector<std::vector<std::size_t>> result;
    for (Group& group : groups) {
        result.push_back(std::move(group.clashes));
    }
    return result;
}

}  // namespace atodds
