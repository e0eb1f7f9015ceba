// The upstream graph of a few short articles, read by the shipped means: its edges, the origin of
// each article, and what of another's words makes an edge.

#include "compare/side_origins.hpp"
#include "support/origin_case.hpp"

#include <doctest/doctest.h>
#include <fmt/format.h>

#include <algorithm>
#include <set>
#include <string>
#include <utility>
#include <vector>

namespace atodds {
namespace {

using test::OriginCase;

/// "b>a tail line", sorted.
std::string edges_of(const OriginGraph& graph) {
    static const char* const kReasons[] = {"tail line", "byline", "dateline", "first report",
                                           "report",    "remark", "copy"};
    std::vector<std::string> edges;
    for (const OriginEdge& edge : graph.edges) {
        const std::string& upstream = edge.upstream.empty() ? edge.outlet : edge.upstream;
        edges.push_back(fmt::format("{}>{} {}{}", edge.article, upstream,
                                    kReasons[static_cast<int>(edge.reason)],
                                    edge.is_directed ? "" : "?"));
    }
    std::ranges::sort(edges);
    return fmt::format("{}", fmt::join(edges, ", "));
}

/// The origin of each fact of the first finding, in the order of articles.
std::string origins_in(OriginCase& made, const Origins& origins) {
    const std::set<std::string> present = {"a", "b", "c"};
    std::string all;
    for (const Fact& fact : made.report().facts) {
        const FactOrigin origin = origins.origin_of(
            fact, present, [&](const std::string& id) { return made.reader().is_outlet(id); });
        all += (all.empty() ? "" : " ") + origin.id;
    }
    return all;
}

TEST_CASE("the graph of a story leads from who repeats to who said it first") {
    struct Row {
        const char* name;
        const char* wire;   ///< of the Tarn Quay Wire, 3 March
        const char* post;   ///< of the Post, 4 March
        const char* voice;  ///< of the Voice, 5 March
        const char*
            edges;  ///< "c>a tail line", sorted by article; "?" where the direction is not known
        const char* origins;
    };

    static const std::string kStory =
        "The harbour office closed the eastern lock on Friday because two of its gates had bent in "
        "the frost, and barges will have to wait at Morrow Head until divers have looked at them. "
        "The tolls of the past week will be paid back to the skippers before the end of March. A "
        "crane from Orrin lifted the first of the gates in the night, and the crew found that the "
        "hinges had been worn down to half of their size.";
    static const std::string kCredited = kStory + " Source: Tarn Quay Wire";
    static const std::string kReuters = kStory + " Source: Reuters";
    const char* const own = "The fire killed 14.";
    const Row rows[] = {
        {"nobody credits", own, "It killed 14.", "It killed 14 there.", "", "a b c"},
        {"one credits", own, "It killed 14. Source: Tarn Quay Wire", "It killed 14.",
         "b>a tail line", "a a c"},
        {"two credit one", own, "It killed 14. Source: Tarn Quay Wire",
         "It killed 14, the Tarn Quay Wire reported.", "b>a tail line, c>a report", "a a a"},
        {"a chain", own, "It killed 14. Source: Tarn Quay Wire", "It killed 14. Source: Post",
         "b>a tail line, c>b tail line", "a a a"},
        {"an outlet that is not there", own, "It killed 14. Source: Reuters", "It killed 14.",
         "b>reuters tail line", "a reuters c"},
        {"the wire has it from elsewhere", "The fire killed 14. Source: Reuters",
         "It killed 14. Source: Tarn Quay Wire", "It killed 14.",
         "a>reuters tail line, b>a tail line", "reuters reuters c"},
        {"a circle comes to an end", "The fire killed 14. Source: Post",
         "It killed 14. Source: Tarn Quay Wire", "It killed 14.",
         "a>~post tail line, b>a tail line", "~post ~post c"},
        {"a remark is an edge and no origin", own,
         "It killed 14. Karl Poe told the Tarn Quay Wire he was sorry.", "It killed 14.",
         "b>a remark", "a b c"},
        {"a copy", kStory.c_str(), kStory.c_str(), "It killed 14.", "b>a copy", "a a c"},
        {"a copy of a copy", kStory.c_str(), kStory.c_str(), kStory.c_str(),
         "b>a copy, c>a copy, c>b copy", "a a a"},
        {"a copy with credit", kStory.c_str(), kCredited.c_str(), "It killed 14.",
         "b>a copy, b>a tail line", "a a c"},
        {"all copies have what one of them credits", kStory.c_str(), kReuters.c_str(),
         "It killed 14.", "b>a copy, b>reuters tail line", "reuters reuters c"},
    };
    for (const Row& row : rows) {
        SUBCASE(row.name) {
            OriginCase made;
            made.article("a", "Tarn Quay Wire", "2025-03-03", row.wire)
                .article("b", "Post", "2025-03-04", row.post)
                .article("c", "Voice", "2025-03-05", row.voice);
            made.finding(Verdict::Agree,
                         {{made.fact("a", "the"), made.fact("b", "t"), made.fact("c", "t")}});
            Origins& origins = made.read_origins();
            note_origins(made.report(), origins, made.reader());
            CHECK(edges_of(made.report().origins) == row.edges);
            CHECK(origins_in(made, origins) == row.origins);
        }
    }
}

constexpr const char* kLock =
    "The harbour office closed the eastern lock on Friday because two of its gates had bent in the "
    "frost, and barges will have to wait at Morrow Head until divers have looked at them. ";
constexpr const char* kTolls =
    "The tolls of the past week will be paid back to the skippers before the end of March. A crane "
    "from Orrin lifted the first of the gates in the night, and the crew found that the hinges had "
    "been worn down to half of their size. ";
constexpr const char* kFund =
    "The office wants to replace all of them by the autumn, its engineer said, and asked the "
    "council for money from the storm fund, which has paid for the dredging of the basin. ";
constexpr const char* kOwn =
    "Nobody in the old town wants to hear of the sums that the sea wall is going to cost them for "
    "the next thirty years, and so the meeting of the owners ended without a vote again. The mayor "
    "left through the kitchen, while the brass band went on to play for the children of the quay. ";
constexpr const char* kMore =
    "In the afternoon the rain stopped at last, the market opened its stalls on the square, and a "
    "baker from Lenne sold four hundred plum cakes within an hour to people who had come by tram. ";

TEST_CASE("words of another article make a copy, a passage or nothing") {
    struct Row {
        const char* name;
        std::string words;  ///< of the Voice, a day after the Tarn Quay Wire
        const char* edge;   ///< "copy", "passage", or nothing
    };

    const std::string story = std::string(kLock) + kTolls + kFund;
    const auto changed = [&](std::vector<std::pair<const char*, const char*>> words) {
        std::string text = story;
        for (const auto& [from, to] : words) {
            const std::size_t at = text.find(from);
            REQUIRE(at != std::string::npos);
            text.replace(at, std::string(from).size(), to);
        }
        return text;
    };
    const Row rows[] = {
        {"word for word", story, "copy"},
        {"under another headline", "Gates bent in the frost\n\n" + story, "copy"},
        {"some words changed",
         changed({{"closed", "shut"}, {"skippers", "captains"}, {"autumn", "summer"}}), "copy"},
        {"a figure changed", changed({{"two of its gates", "three of its gates"}}), "copy"},
        {"words left out", changed({{" in the night", ""}, {"its engineer said, and ", ""}}),
         "copy"},
        {"paragraphs in another order", std::string(kFund) + kLock + kTolls, "copy"},
        {"an end of its own", story + kMore, "copy"},
        {"a paragraph of it in another article", std::string(kOwn) + kMore + kTolls + kOwn,
         "passage"},
        {"told in other words",
         "The eastern lock is shut since Friday: frost had bent a pair of gates there. Ships stay "
         "at "
         "Morrow Head while divers work. Skippers get their tolls back in March, and the engineer "
         "hopes that the storm fund pays for new gates.",
         ""},
        {"another matter", std::string(kOwn) + kMore, ""},
        {"one common sentence",
         "The harbour office closed the eastern lock on Friday. " + std::string(kOwn) + kMore, ""},
    };
    for (const Row& row : rows) {
        SUBCASE(row.name) {
            OriginCase made;
            made.article("a", "Tarn Quay Wire", "2025-03-03", story.c_str())
                .article("b", "Voice", "2025-03-04", row.words.c_str());
            const OriginGraph& graph = made.read_origins().graph();
            std::string edge;
            for (const OriginEdge& each : graph.edges) {
                CHECK(each.article == "b");
                CHECK(each.upstream == "a");
                edge += each.reach == OriginReach::Article ? "copy" : "passage";
            }
            CHECK(edge == row.edge);
            CHECK((graph.origin_of.at("b") == "a") == (edge == "copy"));
        }
    }
}

}  // namespace
}  // namespace atodds
