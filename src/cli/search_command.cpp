#include "cli/search_command.hpp"

#include "index/fact_index.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace atodds {
namespace {

SearchRow make_row(const SearchHit& hit, const Article& article, std::uint64_t facts) {
    SearchRow row;
    row.score_percent = hit.score_percent;
    row.article = hit.article;
    row.source = article.source;
    row.published = article.published ? to_iso(*article.published) : std::string();
    row.title = article.title;
    row.facts = facts;
    return row;
}

std::string without_controls(std::string_view text) {
    std::string shown;
    for (const char byte : text) {
        const auto value = static_cast<unsigned char>(byte);
        if (value < 0x20 || value == 0x7F) {
            shown += "\uFFFD";
        } else {
            shown += byte;
        }
    }
    return shown;
}

/// Nearly every article has facts of each open rule, so the index does not note them: a search for
/// one would find nothing and look like an answer.
bool asks_for_open_rule(std::string_view query) {
    return query.find("fact:open/") != std::string_view::npos;
}

}  // namespace

Result<std::vector<SearchRow>> search_index(const SearchOptions& options) {
    if (asks_for_open_rule(options.query)) {
        return Error{ErrorCode::Usage,
                     "articles cannot be found by open rules, for nearly all have such facts",
                     {},
                     "name a rule of a rule file, or search for words"};
    }
    const Result<IndexReader> reader = IndexReader::open(options.places);
    if (!reader) {
        return reader.error();
    }
    const Result<std::vector<SearchHit>> hits = reader->search(options.query, options.limit);
    if (!hits) {
        return hits.error();
    }
    std::vector<SearchRow> rows;
    for (const SearchHit& hit : *hits) {
        const Result<Article> stored = reader->article(hit.article);
        if (!stored) {
            return stored.error();
        }
        const Result<std::uint64_t> facts = reader->fact_count(hit.article);
        if (!facts) {
            return facts.error();
        }
        rows.push_back(make_row(hit, *stored, *facts));
    }
    return rows;
}

std::string to_text(const std::vector<SearchRow>& rows) {
    if (rows.empty()) {
        return "no article found\n";
    }
    std::size_t id_width = 0;
    std::size_t source_width = 0;
    for (const SearchRow& row : rows) {
        id_width = std::max(id_width, row.article.size());
        source_width = std::max(source_width, row.source.size());
    }
    std::string text;
    for (const SearchRow& row : rows) {
        text += fmt::format("{:3}%  {:<{}}  {:<{}}  {:10}  {:4} facts  {}\n", row.score_percent,
                            without_controls(row.article), id_width, without_controls(row.source),
                            source_width, row.published, row.facts, without_controls(row.title));
    }
    return text;
}

}  // namespace atodds
