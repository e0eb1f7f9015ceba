#include "review/matching.hpp"

#include "base/utf8.hpp"

#include <algorithm>
#include <map>
#include <string>
#include <string_view>
#include <utility>

namespace atodds {
namespace {

// Unit separator: stands in no value that was read as words.
constexpr char kBetween = '\x1f';

// Lower case, one blank for any white space: "Forty-one  people" is "forty-one people".
std::string plain(std::string_view value) {
    std::string out;
    for (const char c : to_lower(value)) {
        const bool is_blank = c == ' ' || c == '\t' || c == '\n' || c == '\r';
        if (!is_blank) {
            out += c;
        } else if (!out.empty() && out.back() != ' ') {
            out += ' ';
        }
    }
    if (out.ends_with(' ')) {
        out.pop_back();
    }
    return out;
}

std::string joined(std::vector<std::string> parts) {
    std::sort(parts.begin(), parts.end());
    std::string out;
    for (const std::string& part : parts) {
        out += part + kBetween;
    }
    return out;
}

std::string values_of(const MemoryRecord& record) {
    std::vector<std::string> values;
    for (const std::string& value : record.values) {
        values.push_back(plain(value));
    }
    return joined(std::move(values));
}

// What has to be equal besides the fingerprint; `articles` in place of the key where the words
// around the values changed.
std::string by_key(const MemoryRecord& record) {
    return record.rule + kBetween + record.key + kBetween + kBetween + values_of(record);
}

std::string by_articles(const MemoryRecord& record) {
    return record.rule + kBetween + joined(record.articles) + kBetween + values_of(record);
}

class Matching {
  public:
    Matching(std::span<const Finding> findings, std::span<const MemoryRecord> records)
        : records_(records), record_for_(findings.size()), is_taken_(records.size(), false) {
        for (const Finding& finding : findings) {
            seen_.push_back(record_of(finding));
        }
    }

    std::vector<std::optional<std::size_t>> match() {
        match_fingerprints();
        match_unique(by_key);
        match_unique(by_articles);
        return std::move(record_for_);
    }

  private:
    void match_fingerprints() {
        std::map<std::string_view, std::size_t> by_id;
        for (std::size_t i = 0; i < records_.size(); ++i) {
            by_id.emplace(records_[i].id, i);
        }
        for (std::size_t i = 0; i < seen_.size(); ++i) {
            if (const auto found = by_id.find(seen_[i].id); found != by_id.end()) {
                record_for_[i] = found->second;
                is_taken_[found->second] = true;
            }
        }
    }

    // Joins the findings and records still without a partner that are alone on both sides.
    void match_unique(std::string (*identity)(const MemoryRecord&)) {
        struct Group {
            std::vector<std::size_t> findings;
            std::vector<std::size_t> records;
        };

        std::map<std::string, Group> groups;
        for (std::size_t i = 0; i < records_.size(); ++i) {
            // A record of nothing but a fingerprint has no more to tell.
            if (!is_taken_[i] && !records_[i].rule.empty() && !records_[i].values.empty()) {
                groups[identity(records_[i])].records.push_back(i);
            }
        }
        for (std::size_t i = 0; i < seen_.size(); ++i) {
            if (!record_for_[i]) {
                if (const auto found = groups.find(identity(seen_[i])); found != groups.end()) {
                    found->second.findings.push_back(i);
                }
            }
        }
        for (const auto& [name, group] : groups) {
            if (group.findings.size() == 1 && group.records.size() == 1) {
                record_for_[group.findings.front()] = group.records.front();
                is_taken_[group.records.front()] = true;
            }
        }
    }

    std::span<const MemoryRecord> records_;
    std::vector<MemoryRecord> seen_;
    std::vector<std::optional<std::size_t>> record_for_;
    std::vector<bool> is_taken_;
};

}  // namespace

std::vector<std::optional<std::size_t>> match_memory(std::span<const Finding> findings,
                                                     std::span<const MemoryRecord> records) {
    return Matching(findings, records).match();
}

}  // namespace atodds
