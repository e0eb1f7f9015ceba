#include "ingest/front_matter.hpp"

#include "base/utf8.hpp"
#include "ingest/date_line.hpp"
#include "ingest/lines.hpp"

#include <fmt/format.h>
#include <yaml-cpp/yaml.h>

#include <algorithm>
#include <array>
#include <optional>
#include <set>
#include <string_view>

namespace atodds {
namespace {

/// Metadata of an article fits many times; more is no metadata, and bounds the YAML parser.
constexpr std::size_t kMostBytes = 64U << 10U;

constexpr std::string_view kByteOrderMark = "\uFEFF";

/// A key of ours stands among the first lines; a guess with room for misspelt and foreign ones.
constexpr std::size_t kMostLinesToKey = 12;

constexpr std::array<std::string_view, 11> kKeys = {"author",   "authors",  "date",      "id",
                                                    "invented", "language", "published", "source",
                                                    "title",    "updated",  "url"};

struct Fences {
    ByteSpan whole;
    ByteSpan yaml;
    bool is_closed = false;
};

bool is_fence(std::string_view line) {
    return line == "---" || line == "...";
}

/// The fences, or nothing where the file does not open with one. A lone "---" above text is a
/// thematic break: it opens front matter only where a key follows.
std::optional<Fences> find_fences(std::string_view text) {
    const std::uint32_t start = text.starts_with(kByteOrderMark) ? 3 : 0;
    const std::string_view head = text.substr(0, kMostBytes + start);
    const std::vector<Line> lines = split_lines(head, start);
    if (lines.empty() || slice(text, lines[0].span) != "---" || lines[0].span.begin != start) {
        return std::nullopt;
    }
    for (std::size_t i = 1; i < lines.size(); ++i) {
        if (is_fence(slice(text, lines[i].span)) && lines[i].span.end <= kMostBytes) {
            return Fences{{start, lines[i].next}, {lines[0].next, lines[i].span.begin}, true};
        }
    }
    const bool has_key =
        lines.size() > 1 && slice(text, lines[1].span).find(':') != std::string_view::npos;
    return has_key ? std::optional<Fences>(Fences{{start, lines[0].next}, {}, false})
                   : std::nullopt;
}

/// What the members of the YAML map are written to, and where problems go.
struct Target {
    Article& article;
    FrontMatter& matter;
    Diagnostics& diagnostics;
    std::uint32_t yaml_begin = 0;

    ByteSpan place_of(const YAML::Node& node) const {
        const auto offset = static_cast<std::uint32_t>(std::max(node.Mark().pos, 0));
        const auto size = static_cast<std::uint32_t>(article.text.size());
        const std::uint32_t begin = std::min(yaml_begin + offset, size);
        return {begin, begin};
    }

    void warn(const YAML::Node& node, std::string message, std::string hint) const {
        diagnostics.push_back({Severity::Warning,
                               {ErrorCode::BadFormat,
                                std::move(message),
                                {article.path, place_of(node)},
                                std::move(hint)}});
    }
};

void read_day(const Target& target, const std::string& key, const YAML::Node& value,
              std::optional<Day>& day) {
    if (value.IsNull()) {
        return;
    }
    day = value.IsScalar() ? parse_date_field(value.Scalar()) : std::nullopt;
    if (!day) {
        const std::string found = value.IsScalar() ? value.Scalar() : std::string("a list or map");
        target.warn(value, fmt::format("\"{}\" in front matter is no date: \"{}\"", key, found),
                    "write it as 2025-08-12");
    }
}

void read_authors(const Target& target, const YAML::Node& value) {
    if (value.IsScalar()) {
        target.article.authors = {value.Scalar()};
        return;
    }
    for (const YAML::Node& name : value) {
        if (name.IsScalar()) {
            target.article.authors.push_back(name.Scalar());
        }
    }
}

/// The member of the article that holds the key's plain text, or nothing.
std::string* text_member(const Target& target, const std::string& key) {
    Article& article = target.article;
    if (key == "id") {
        return &article.id;
    }
    if (key == "source") {
        return &article.source;
    }
    if (key == "url") {
        return &article.url;
    }
    if (key == "title") {
        return &article.title;
    }
    return key == "language" ? &target.matter.language : nullptr;
}

void read_member(const Target& target, const YAML::Node& key_node, const YAML::Node& value) {
    const std::string& key = key_node.Scalar();
    if (std::string* member = text_member(target, key)) {
        if (value.IsScalar()) {
            *member = value.Scalar();
        } else if (!value.IsNull()) {
            target.warn(value, fmt::format("\"{}\" in front matter is no text", key),
                        "write one text behind the colon");
        }
    } else if (key == "published" || key == "date") {
        read_day(target, key, value, target.article.published);
    } else if (key == "updated") {
        read_day(target, key, value, target.article.updated);
    } else if (key == "authors" || key == "author") {
        read_authors(target, value);
    } else if (key != "invented") {
        target.warn(key_node, fmt::format("unknown key \"{}\" in front matter", key),
                    "known keys: id, source, url, title, published or date, updated, authors, "
                    "language, invented");
    }
}

Result<Done> read_map(const Target& target, const YAML::Node& map) {
    if (map.IsNull()) {
        return Done{};
    }
    if (!map.IsMap()) {
        return Error{ErrorCode::BadFormat,
                     "front matter is no map of keys and values",
                     {target.article.path, target.place_of(map)},
                     "write lines like \"source: NAME\""};
    }
    std::set<std::string> seen;
    for (const auto& entry : map) {
        if (!entry.first.IsScalar()) {
            target.warn(entry.first, "key in front matter is no text", "write \"key: value\"");
            continue;
        }
        if (!seen.insert(entry.first.Scalar()).second) {
            target.warn(
                entry.first,
                fmt::format("key \"{}\" stands twice in front matter", entry.first.Scalar()),
                "keep one of the two; the last one is used");
        }
        read_member(target, entry.first, entry.second);
    }
    return Done{};
}

/// The title's bytes inside the YAML, where it is written without escapes or folding.
ByteSpan find_title(const Article& article, ByteSpan yaml) {
    const std::string_view text = slice(article.text, yaml);
    if (article.title.empty() || article.title.find('\n') != std::string::npos) {
        return {};
    }
    const std::size_t key = text.starts_with("title:") ? 0 : text.find("\ntitle:");
    if (key == std::string_view::npos) {
        return {};
    }
    const std::size_t line_end = std::min(text.find('\n', key + 1), text.size());
    const std::size_t at = text.substr(0, line_end).find(article.title, key);
    if (at == std::string_view::npos) {
        return {};
    }
    const auto begin = static_cast<std::uint32_t>(yaml.begin + at);
    return {begin, begin + static_cast<std::uint32_t>(article.title.size())};
}

Error broken_yaml(const Article& article, ByteSpan yaml, const YAML::Exception& exception) {
    const auto offset = static_cast<std::uint32_t>(std::max(exception.mark.pos, 0));
    const std::uint32_t at = std::min(yaml.begin + offset, yaml.end);
    return {ErrorCode::BadFormat,
            fmt::format("front matter is not YAML: {}", exception.msg),
            {article.path, ByteSpan{at, at}},
            "put values that hold \": \" or start with a mark into quotation marks"};
}

}  // namespace

bool opens_with_metadata(std::string_view text) {
    const std::uint32_t start = text.starts_with(kByteOrderMark) ? 3 : 0;
    const std::vector<Line> lines = split_lines(text.substr(0, kMostBytes + start), start);
    if (lines.empty() || slice(text, lines[0].span) != "---") {
        return false;
    }
    for (std::size_t i = 1; i < std::min(lines.size(), kMostLinesToKey); ++i) {
        const std::string_view line = slice(text, lines[i].span);
        if (is_fence(line)) {
            return false;
        }
        if (std::ranges::any_of(kKeys, [&](std::string_view key) {
                return line.starts_with(key) && line.substr(key.size()).starts_with(':');
            })) {
            return true;
        }
    }
    return false;
}

Result<FrontMatter> read_front_matter(Article& article, Diagnostics& diagnostics) {
    FrontMatter matter;
    const std::optional<Fences> fences = find_fences(article.text);
    if (!fences) {
        return matter;
    }
    if (!fences->is_closed) {
        return Error{ErrorCode::BadFormat,
                     "front matter has no closing line \"---\"",
                     {article.path, fences->whole},
                     fmt::format("close it within {} bytes", kMostBytes)};
    }
    matter.span = fences->whole;
    const Target target{article, matter, diagnostics, fences->yaml.begin};
    // yaml-cpp knows no other way to report than to throw; nothing of ours throws in here.
    try {
        const YAML::Node map = YAML::Load(std::string(slice(article.text, fences->yaml)));
        if (const Result<Done> done = read_map(target, map); !done) {
            return done.error();
        }
    } catch (const YAML::Exception& exception) {
        return broken_yaml(article, fences->yaml, exception);
    }
    matter.language = to_lower(matter.language);
    matter.title = find_title(article, fences->yaml);
    return matter;
}

void add_front_matter(Article& article, const FrontMatter& matter, ByteSpan title) {
    std::uint32_t begin = 0;
    if (!title.is_empty()) {
        article.blocks.push_back({BlockKind::FrontMatter, {begin, title.begin}, "front matter"});
        article.blocks.push_back({BlockKind::Title, title, {}});
        begin = title.end;
    }
    if (begin < matter.span.end) {
        article.blocks.push_back(
            {BlockKind::FrontMatter, {begin, matter.span.end}, "front matter"});
    }
}

void quarantine_language(Article& article, const std::string& language) {
    if (language.empty() || language == "english" || language.starts_with("en")) {
        return;
    }
    for (Block& block : article.blocks) {
        if (is_prose(block.kind)) {
            block.kind = BlockKind::Foreign;
            block.reason = fmt::format("front matter says the language is \"{}\"", language);
        }
    }
}

}  // namespace atodds
