#include "review/memory_file.hpp"

#include "base/utf8.hpp"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <array>
#include <map>
#include <set>
#include <tuple>
#include <utility>

namespace atodds {
namespace {

using Json = nlohmann::ordered_json;

constexpr std::array<std::string_view, 3> kLevels = {"error", "warning", "note"};
constexpr std::array<std::string_view, 4> kVerdicts = {"none", "accepted", "false-alarm",
                                                       "dismissed"};

std::string_view format_of(MemoryKind kind) {
    return kind == MemoryKind::Verdicts ? "atodds-verdicts/1" : "atodds-baseline/1";
}

std::string_view command_of(MemoryKind kind) {
    return kind == MemoryKind::Verdicts ? "atodds review" : "atodds baseline create";
}

// One line of a file with its place.
struct FileLine {
    std::string_view text;
    ByteSpan span;
};

class MemoryReader {
  public:
    MemoryReader(std::string_view bytes, const std::string& file, MemoryKind kind,
                 Diagnostics& diagnostics)
        : bytes_(bytes), file_(&file), kind_(kind), diagnostics_(&diagnostics) {}

    std::vector<MemoryRecord> read() {
        bool is_first = true;
        for (std::size_t at = 0; at < bytes_.size();) {
            const std::size_t end = std::min(bytes_.find('\n', at), bytes_.size());
            const FileLine line{bytes_.substr(at, end - at),
                                {static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(end)}};
            at = end + 1;
            if (line.text.find_first_not_of(" \t\r") == std::string_view::npos) {
                continue;
            }
            if (is_first && !check_header(line)) {
                return {};
            }
            if (!is_first) {
                take(line);
            }
            is_first = false;
        }
        return std::move(records_);
    }

  private:
    void complain(ByteSpan span, std::string message, std::string hint) {
        diagnostics_->push_back(
            {Severity::Error,
             {ErrorCode::BadFormat, std::move(message), {*file_, span}, std::move(hint)}});
    }

    bool check_header(const FileLine& line) {
        const Json header = Json::parse(line.text, nullptr, false);
        const bool has_format =
            header.is_object() && header.contains("format") && header["format"].is_string();
        const std::string format = has_format ? header["format"].get<std::string>() : "";
        if (format == format_of(kind_)) {
            return true;
        }
        complain(line.span,
                 format.empty()
                     ? fmt::format("no {} file: the first line does not say so", format_of(kind_))
                     : fmt::format("this is a file of format \"{}\", expected {}", format,
                                   format_of(kind_)),
                 fmt::format("write one with: {}", command_of(kind_)));
        return false;
    }

    void take(const FileLine& line) {
        for (const std::string_view mark : {"<<<<<<<", "=======", ">>>>>>>", "|||||||"}) {
            if (line.text.starts_with(mark)) {
                complain(line.span, "a merge conflict is left in this file",
                         "keep the lines of both sides and delete the marks");
                return;
            }
        }
        const Json object = Json::parse(line.text, nullptr, false);
        if (!object.is_object()) {
            complain(line.span, "this line is no JSON object", "mend or delete the line");
            return;
        }
        MemoryRecord record;
        if (!read_record(object, line, record)) {
            return;
        }
        const auto [known, is_new] = place_.try_emplace(record.id, records_.size());
        if (is_new) {
            records_.push_back(std::move(record));
        } else if (record.mark.date >= records_[known->second].mark.date) {
            records_[known->second] = std::move(record);
        }
    }

    bool read_record(const Json& object, const FileLine& line, MemoryRecord& record) {
        static const std::set<std::string, std::less<>> kKnown = {
            "id",    "rule",    "key",  "fact", "values", "articles",
            "level", "verdict", "note", "by",   "date"};
        for (const auto& [key, value] : object.items()) {
            if (!kKnown.contains(key)) {
                complain(line.span, fmt::format("unknown key \"{}\" in a record", key),
                         "delete it; a newer version of atodds may have written it");
                return false;
            }
        }
        record.id = text_in(object, "id");
        if (!is_fingerprint(record.id)) {
            complain(line.span, fmt::format("\"{}\" is no fingerprint", record.id),
                     "fingerprints are 16 hexadecimal digits");
            return false;
        }
        record.rule = text_in(object, "rule");
        record.key = text_in(object, "key");
        record.fact = text_in(object, "fact");
        record.values = texts_in(object, "values");
        record.articles = texts_in(object, "articles");
        const auto* level = std::ranges::find(kLevels, std::string_view(text_in(object, "level")));
        record.level =
            level == kLevels.end() ? Level::Note : static_cast<Level>(level - kLevels.begin());
        return kind_ == MemoryKind::Baseline || read_mark(object, line, record.mark);
    }

    bool read_mark(const Json& object, const FileLine& line, ReviewMark& mark) {
        const std::string verdict = text_in(object, "verdict");
        const std::optional<ReviewVerdict> known = parse_review_verdict(verdict);
        if (!known) {
            complain(line.span, fmt::format("unknown verdict \"{}\"", verdict),
                     "known: accepted, false-alarm and dismissed");
            return false;
        }
        mark = {*known, text_in(object, "note"), text_in(object, "by"), text_in(object, "date")};
        return true;
    }

    static std::string text_in(const Json& object, const char* key) {
        const auto found = object.find(key);
        return found != object.end() && found->is_string() ? found->get<std::string>() : "";
    }

    static std::vector<std::string> texts_in(const Json& object, const char* key) {
        std::vector<std::string> texts;
        const auto found = object.find(key);
        if (found != object.end() && found->is_array()) {
            for (const Json& item : *found) {
                texts.push_back(item.is_string() ? item.get<std::string>() : "");
            }
        }
        return texts;
    }

    std::string_view bytes_;
    const std::string* file_;
    MemoryKind kind_;
    Diagnostics* diagnostics_;
    std::vector<MemoryRecord> records_;
    std::map<std::string, std::size_t> place_;  ///< of each fingerprint in records_
};

std::string to_line(const MemoryRecord& record, MemoryKind kind) {
    Json object = {{"id", record.id}};
    if (!record.rule.empty()) {
        object["rule"] = record.rule;
        object["key"] = record.key;
        object["fact"] = record.fact;
        object["values"] = record.values;
        object["articles"] = record.articles;
        object["level"] = kLevels.at(static_cast<std::size_t>(record.level));
    }
    if (kind == MemoryKind::Verdicts) {
        object["verdict"] = word_for(record.mark.verdict);
        object["note"] = record.mark.note;
        object["by"] = record.mark.by;
        object["date"] = record.mark.date;
    }
    return object.dump(-1, ' ', false, Json::error_handler_t::replace) + "\n";
}

}  // namespace

MemoryRecord record_of(const Finding& finding) {
    MemoryRecord record{finding.id, finding.rule, finding.key,   finding.fact,
                        {},         {},           finding.level, finding.review};
    std::set<std::string> articles;
    for (const Side& side : finding.sides) {
        record.values.push_back(side.value);
        articles.insert(side.articles.begin(), side.articles.end());
    }
    record.articles.assign(articles.begin(), articles.end());
    return record;
}

Finding finding_of(const MemoryRecord& record) {
    Finding finding;
    finding.id = record.id;
    finding.rule = record.rule;
    finding.key = record.key;
    finding.fact = record.fact;
    finding.level = record.level;
    finding.review = record.mark;
    for (const std::string& value : record.values) {
        finding.sides.push_back({value, {}, record.articles, {}});
    }
    return finding;
}

std::vector<MemoryRecord> parse_memory(std::string_view bytes, const std::string& file,
                                       MemoryKind kind, Diagnostics& diagnostics) {
    return MemoryReader(bytes, file, kind, diagnostics).read();
}

std::string to_memory_file(std::vector<MemoryRecord> records, MemoryKind kind) {
    std::sort(records.begin(), records.end(), [](const MemoryRecord& a, const MemoryRecord& b) {
        return std::tie(a.rule, a.key, a.values, a.id) < std::tie(b.rule, b.key, b.values, b.id);
    });
    std::string bytes = fmt::format("{{\"format\":\"{}\"}}\n", format_of(kind));
    for (const MemoryRecord& record : records) {
        bytes += to_line(record, kind);
    }
    return bytes;
}

std::optional<ReviewVerdict> parse_review_verdict(std::string_view word) {
    const auto* found = std::find(kVerdicts.begin() + 1, kVerdicts.end(), word);
    if (found == kVerdicts.end()) {
        return std::nullopt;
    }
    return static_cast<ReviewVerdict>(found - kVerdicts.begin());
}

std::string_view word_for(ReviewVerdict verdict) {
    return kVerdicts.at(static_cast<std::size_t>(verdict));
}

bool is_fingerprint(std::string_view text) {
    constexpr std::size_t kDigits = 16;
    return text.size() == kDigits &&
           text.find_first_not_of("0123456789abcdef") == std::string_view::npos;
}

}  // namespace atodds
