#include "report/html_page.hpp"
#include "report/html_text.hpp"
#include "report/story_graph.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

// Who has it from whom, a drawing for each story: origins at the left, arrows from who repeats to
// who is repeated. The list below each drawing says the same in words, for those who do not see it.

namespace atodds {
namespace {

// Pixels. Letters keep their size: a wide graph is scrolled and never shrunk.
constexpr std::uint32_t kBoxWidth = 232;
constexpr std::uint32_t kBoxHeight = 46;
constexpr std::uint32_t kColumnGap = 90;
constexpr std::uint32_t kRowGap = 14;
constexpr std::uint32_t kMargin = 8;
// Characters of a name that fit into a box. A guess for letters of 13 pixels.
constexpr std::size_t kMostName = 25;
// More are no drawing anybody reads; the list has them. Guesses.
constexpr std::size_t kMostNodes = 60;
constexpr std::size_t kMostLinks = 300;
constexpr std::size_t kMostStories = 30;

struct Point {
    std::uint32_t x = 0;
    std::uint32_t y = 0;
};

Point corner_of(const StoryNode& node) {
    return {kMargin + node.column * (kBoxWidth + kColumnGap),
            kMargin + node.row * (kBoxHeight + kRowGap)};
}

std::string cut(const std::string& name) {
    if (name.size() <= kMostName) {
        return html(name);
    }
    std::size_t end = kMostName - 1;
    while (end > 0 && (static_cast<unsigned char>(name[end]) & 0xC0U) == 0x80U) {
        --end;
    }
    return html(name.substr(0, end)) + "…";
}

std::string reasons_of(const StoryLink& link) {
    return html(fmt::format("{}", fmt::join(link.reasons, ", ")));
}

std::string box(const StoryNode& node) {
    const Point at = corner_of(node);
    return fmt::format(
        "<g class=\"{}\"><title>{}, {}</title><rect x=\"{}\" y=\"{}\" width=\"{}\" height=\"{}\" "
        "rx=\"6\"/><text class=\"strong\" x=\"{}\" y=\"{}\">{}</text><text x=\"{}\" y=\"{}\">{}"
        "</text></g>\n",
        node.is_article ? "node" : "node outlet", html(node.name), html(node.detail), at.x, at.y,
        kBoxWidth, kBoxHeight, at.x + 10, at.y + 19, cut(node.name), at.x + 10, at.y + 36,
        html(node.detail));
}

std::string_view class_of(const StoryLink& link) {
    const bool is_copy = std::ranges::any_of(link.reasons, [](const std::string& reason) {
        return reason.find("copied") != std::string::npos;
    });
    return link.is_remark ? "link remark" : is_copy ? "link copy" : "link";
}

// From the side of the box that faces the other; inside one column over the right margin.
std::string line(const StoryGraph& graph, const StoryLink& link, std::size_t number) {
    const StoryNode& from = graph.nodes[link.from];
    const StoryNode& to = graph.nodes[link.to];
    const Point a = corner_of(from);
    const Point b = corner_of(to);
    const bool is_left = to.column < from.column;
    const std::uint32_t x1 = is_left ? a.x : a.x + kBoxWidth;
    const std::uint32_t x2 = is_left || to.column == from.column ? b.x + kBoxWidth : b.x;
    const std::uint32_t y1 = a.y + kBoxHeight / 2;
    const std::uint32_t y2 = b.y + kBoxHeight / 2;
    const std::uint32_t bend = kColumnGap / 2;
    const std::uint32_t c1 = is_left ? x1 - bend : x1 + bend;
    const std::uint32_t c2 = to.column > from.column ? x2 - bend : x2 + bend;
    return fmt::format(
        "<path class=\"{}\" d=\"M{} {}C{} {} {} {} {} {}\"{}><title>{}: {}</title></path>\n",
        class_of(link), x1, y1, c1, y1, c2, y2, x2, y2,
        link.is_directed ? fmt::format(" marker-end=\"url(#arrow-{})\"", number) : "",
        html(from.name), reasons_of(link));
}

std::string drawing(const StoryGraph& graph, std::size_t number) {
    const std::uint32_t width =
        2 * kMargin + graph.columns * (kBoxWidth + kColumnGap) - kColumnGap + kColumnGap / 2;
    const std::uint32_t height = 2 * kMargin + graph.rows * (kBoxHeight + kRowGap) - kRowGap;
    std::string text = fmt::format(
        "<div class=\"scroll graph\" role=\"region\" aria-label=\"Drawing of story {0}\" "
        "tabindex=\"0\">"
        "<svg role=\"img\" aria-labelledby=\"graph-{0}\" width=\"{1}\" height=\"{2}\" "
        "viewBox=\"0 0 {1} {2}\"><title id=\"graph-{0}\">Who has it from whom in story {0}; the "
        "list below says the same</title><defs><marker id=\"arrow-{0}\" viewBox=\"0 0 10 10\" "
        "refX=\"9\" refY=\"5\" markerWidth=\"9\" markerHeight=\"9\" orient=\"auto\" "
        "markerUnits=\"userSpaceOnUse\"><path d=\"M0 0L10 5L0 10z\"/></marker></defs>\n",
        number, width, height);
    for (const StoryLink& link : graph.links) {
        text += line(graph, link, number);
    }
    for (const StoryNode& node : graph.nodes) {
        text += box(node);
    }
    return text + "</svg></div>\n";
}

std::string name_in_list(const StoryNode& node) {
    return fmt::format("<b>{}</b> <span class=\"about\">{}</span>", html(node.name),
                       html(node.detail));
}

// For everybody who repeats something, from whom and how that shows; in the order of the drawing.
std::string in_words(const StoryGraph& graph) {
    std::string text = "<ul class=\"who-from\">\n";
    for (std::size_t i = 0; i < std::min(graph.links.size(), kMostLinks);) {
        const std::uint32_t from = graph.links[i].from;
        text += fmt::format("<li>{} has it from<ul>", name_in_list(graph.nodes[from]));
        for (; i < graph.links.size() && graph.links[i].from == from; ++i) {
            const StoryLink& link = graph.links[i];
            text += fmt::format("<li>{}: {}</li>", name_in_list(graph.nodes[link.to]),
                                reasons_of(link));
        }
        text += "</ul></li>\n";
    }
    return text + "</ul>\n";
}

std::string story(const StoryGraph& graph, std::size_t number) {
    const auto articles =
        static_cast<std::size_t>(std::ranges::count_if(graph.nodes, &StoryNode::is_article));
    const bool is_drawn = graph.nodes.size() <= kMostNodes;
    return fmt::format(
        "<h3>Story {}: {}, {}</h3>\n{}<details{}><summary>As a list</summary>\n{}</details>\n",
        number, counted(articles, "article"), counted(graph.links.size(), "link"),
        is_drawn ? drawing(graph, number)
                 : std::string("<p class=\"lead\">Too large to draw.</p>\n"),
        is_drawn ? "" : " open", in_words(graph));
}

}  // namespace

std::string html_origins(const Page& page) {
    const std::vector<StoryGraph> graphs = story_graphs(page.report(), page.lookup());
    if (graphs.empty()) {
        return "";
    }
    std::string text =
        "<section id=\"origins\" aria-labelledby=\"origins-head\"><h2 id=\"origins-head\">"
        "Who has it from whom</h2>\n<p class=\"lead\">Arrows lead from who repeats to who is "
        "repeated; those who said it first stand left. Plain lines are credits, dashed ones copied "
        "words, dotted ones remarks made to an outlet; a line without an arrow is a copy of which "
        "nothing tells who had it first. Outlets that are only credited stand in dashed boxes. "
        "Articles that credit and copy nobody are left out.</p>\n";
    for (std::size_t i = 0; i < std::min(graphs.size(), kMostStories); ++i) {
        text += story(graphs[i], i + 1);
    }
    if (graphs.size() > kMostStories) {
        text += fmt::format(
            "<p class=\"lead\">The first {} of {} stories are shown; the JSON "
            "report has all.</p>\n",
            kMostStories, graphs.size());
    }
    return text + "</section>\n";
}

}  // namespace atodds
