#include "base/parallel.hpp"
#include "cli/commands.hpp"
#include "cli/input.hpp"
#include "cli/outputs.hpp"
#include "cli/stages.hpp"
#include "report/fact_text.hpp"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <ostream>
#include <sstream>
#include <string>
#include <utility>
#include <vector>

namespace atodds {
namespace {

using Json = nlohmann::ordered_json;

// One line of a pairs file, and where it stands for messages.
struct PairRow {
    std::string id;
    Article left;
    Article right;
};

// A text without metadata: one body block. Splitting off a headline would lose the only sentence.
Article bare_article(std::string id, std::string text, const std::string& date) {
    Article article;
    article.id = std::move(id);
    article.path = article.id;
    article.published = parse_iso_day(date);
    article.blocks.push_back({BlockKind::Body, {0, static_cast<std::uint32_t>(text.size())}, ""});
    article.reading = text;
    article.text = std::move(text);
    return article;
}

std::string text_member(const Json& row, const char* name) {
    const auto found = row.find(name);
    return found != row.end() && found->is_string() ? found->get<std::string>() : std::string();
}

Result<PairRow> parse_row(const std::string& line, const std::string& file, std::size_t number) {
    const Json row = Json::parse(line, nullptr, false);
    const bool has_id = row.is_object() && row.contains("id");
    if (!has_id || !row.contains("a") || !row["a"].is_string() || !row.contains("b") ||
        !row["b"].is_string()) {
        return Error{ErrorCode::BadFormat,
                     fmt::format("line {} is no JSON object with \"id\", \"a\" and \"b\"", number),
                     {file, {}},
                     "write one {\"id\": ..., \"a\": TEXT, \"b\": TEXT} a line"};
    }
    PairRow pair;
    pair.id = row["id"].is_string() ? row["id"].get<std::string>() : row["id"].dump();
    pair.left = bare_article("a", text_member(row, "a"), text_member(row, "date_a"));
    pair.right = bare_article("b", text_member(row, "b"), text_member(row, "date_b"));
    return pair;
}

// The verdict that says most, of the findings and agreements between the two texts.
Verdict strongest(const Report& report) {
    Verdict verdict = Verdict::Different;
    for (const std::vector<Finding>* findings : {&report.findings, &report.agreements}) {
        for (const Finding& finding : *findings) {
            if (finding.kind == FindingKind::CrossArticle) {
                verdict = std::min(verdict, finding.verdict);
            }
        }
    }
    return verdict;
}

std::string answer(const Stages& stages, PairRow row) {
    const Report report = stages.compare_all_pairs({std::move(row.left), std::move(row.right)});
    Json line = {{"id", row.id}, {"verdict", name_of(strongest(report))}};
    Json findings = Json::array();
    for (const Finding& finding : report.findings) {
        findings.push_back(Json::parse(to_json_line(finding)));
    }
    line["findings"] = std::move(findings);
    return line.dump(-1, ' ', false, Json::error_handler_t::replace) + "\n";
}

std::vector<std::string> answers(const Stages& stages, std::vector<PairRow>& rows,
                                 std::uint32_t threads) {
    std::vector<std::string> lines(rows.size());
    for_each_index(rows.size(), threads,
                   [&](std::size_t i) { lines[i] = answer(stages, std::move(rows[i])); });
    return lines;
}

}  // namespace

int compare_pairs_command(const RunOptions& options, const std::string& file,
                          const Console& console) {
    const LoadedRules loaded = load_rules_and_tell(options, console);
    if (!loaded.is_usable()) {
        return kExitIncomplete;
    }
    const Result<std::string> input = read_input(file, console);
    if (!input) {
        return fail(input.error(), console);
    }
    int exit_code = loaded.exit_code;
    std::vector<PairRow> rows;
    std::istringstream lines(*input);
    std::string line;
    for (std::size_t number = 1; std::getline(lines, line); ++number) {
        if (line.find_first_not_of(" \t\r") == std::string::npos) {
            continue;
        }
        Result<PairRow> row = parse_row(line, file, number);
        if (row) {
            rows.push_back(std::move(*row));
        } else {
            exit_code = fail(row.error(), console);
        }
    }
    const Stages stages(loaded.rules, options.tiers);
    for (const std::string& written : answers(stages, rows, options.threads)) {
        *console.out << written;
    }
    return exit_code;
}

}  // namespace atodds
