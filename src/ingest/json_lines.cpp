#include "ingest/json_lines.hpp"

#include "base/utf8.hpp"
#include "ingest/date_line.hpp"
#include "ingest/lines.hpp"
#include "ingest/plain_text.hpp"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <array>
#include <cstddef>
#include <optional>
#include <utility>

namespace atodds {
namespace {

constexpr std::string_view kRowHint =
    "write one object a line: {\"id\": ..., \"source\": ..., \"date\": ..., \"title\": ..., "
    "\"url\": ..., \"text\": ...}";

/// One row, and where its problems go.
struct Row {
    const std::string& path;
    ByteSpan span;
    std::size_t number = 0;  ///< from 1
    Diagnostics& diagnostics;

    void report(Severity severity, ErrorCode code, std::string message, std::string hint) const {
        diagnostics.push_back(
            {severity,
             {code, fmt::format("row {}: {}", number, message), {path, span}, std::move(hint)}});
    }
};

/// The text of a member; empty where it is missing or null, with a warning where it is no text.
std::string text_member(const Row& row, const nlohmann::json& object, const char* key) {
    const auto found = object.find(key);
    if (found == object.end() || found->is_null()) {
        return {};
    }
    if (found->is_string()) {
        return found->get<std::string>();
    }
    if (found->is_number_integer()) {
        return found->dump();
    }
    row.report(Severity::Warning, ErrorCode::BadFormat, fmt::format("\"{}\" is no text", key),
               "put it into quotation marks");
    return {};
}

std::optional<Day> day_member(const Row& row, const nlohmann::json& object, const char* key) {
    const std::string text = text_member(row, object, key);
    const std::optional<Day> day = parse_date_field(text);
    if (!day && !text.empty()) {
        row.report(Severity::Warning, ErrorCode::BadFormat,
                   fmt::format("\"{}\" is no date: \"{}\"", key, text), "write it as 2025-08-12");
    }
    return day;
}

std::vector<std::string> read_authors(const nlohmann::json& object) {
    std::vector<std::string> authors;
    const auto found = object.find("authors");
    if (found == object.end()) {
        return authors;
    }
    if (found->is_string()) {
        authors.push_back(found->get<std::string>());
    }
    if (found->is_array()) {
        for (const nlohmann::json& name : *found) {
            if (name.is_string()) {
                authors.push_back(name.get<std::string>());
            }
        }
    }
    return authors;
}

/// The title in one line, the way it stands in front of the text.
std::string to_one_line(std::string title) {
    std::ranges::replace_if(title, [](char c) { return c == '\n' || c == '\r'; }, ' ');
    return std::string(slice(title, trimmed(title, {0, static_cast<std::uint32_t>(title.size())})));
}

/// Title, empty line, text; a text that opens with its title as a line of its own is left alone.
std::string join_title(const std::string& title, std::string text) {
    const bool has_title =
        text.starts_with(title) && (text.size() == title.size() || text[title.size()] == '\n');
    return title.empty() || has_title ? std::move(text) : title + "\n\n" + text;
}

std::optional<Article> read_object(const Row& row, const nlohmann::json& object) {
    const auto text = object.find("text");
    if (text == object.end() || !text->is_string()) {
        row.report(Severity::Error, ErrorCode::BadFormat, "no \"text\" of the article",
                   std::string(kRowHint));
        return std::nullopt;
    }
    Article article;
    article.path = row.path;
    article.id = text_member(row, object, "id");
    if (article.id.empty()) {
        article.id = fmt::format("{}:{}", row.path, row.number);
    }
    article.source = text_member(row, object, "source");
    article.url = text_member(row, object, "url");
    article.title = to_one_line(text_member(row, object, "title"));
    article.authors = read_authors(object);
    article.published = day_member(row, object, "date");
    article.updated = day_member(row, object, "updated");
    article.text = join_title(article.title, text->get<std::string>());
    if (article.text.find('\0') != std::string::npos) {
        row.report(Severity::Error, ErrorCode::BadFormat, "text holds a NUL character",
                   "remove \\u0000 from the text");
        return std::nullopt;
    }
    read_plain_text(article);
    return article;
}

std::optional<Article> read_row(const Row& row, std::string_view line) {
    if (const std::optional<std::size_t> bad = find_bad_utf8(line)) {
        row.report(Severity::Error, ErrorCode::BadEncoding,
                   fmt::format("byte {} of the row is not UTF-8", *bad),
                   "convert the file to UTF-8");
        return std::nullopt;
    }
    const nlohmann::json object = nlohmann::json::parse(line, nullptr, false);
    if (!object.is_object()) {
        row.report(Severity::Error, ErrorCode::BadFormat,
                   object.is_discarded() ? "not JSON" : "JSON but no object",
                   std::string(kRowHint));
        return std::nullopt;
    }
    return read_object(row, object);
}

}  // namespace

std::vector<Article> read_json_lines(std::string_view bytes, const std::string& path,
                                     std::size_t first_row, Diagnostics& diagnostics) {
    std::vector<Article> articles;
    std::size_t number = first_row - 1;
    for (const Line& line : split_lines(bytes)) {
        ++number;
        if (line.is_blank()) {
            continue;
        }
        const Row row{path, line.span, number, diagnostics};
        if (std::optional<Article> article = read_row(row, slice(bytes, line.span))) {
            articles.push_back(std::move(*article));
        }
    }
    return articles;
}

}  // namespace atodds
