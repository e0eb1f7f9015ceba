#include "review/inline_ignores.hpp"

#include "ingest/article_reader.hpp"
#include "ingest/glob.hpp"
#include "review/suppression.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <optional>
#include <unordered_map>
#include <utility>

namespace atodds {
namespace {

constexpr std::string_view kOpen = "<!--";
constexpr std::string_view kClose = "-->";
constexpr std::string_view kWord = "atodds-ignore";
// More comments than this on one block are a mistake or an attack; what is beyond is told.
constexpr std::size_t kMostOnOneBlock = 20;

std::string_view trimmed_words(std::string_view text) {
    const std::size_t begin = text.find_first_not_of(" \t\r\n");
    if (begin == std::string_view::npos) {
        return {};
    }
    return text.substr(begin, text.find_last_not_of(" \t\r\n") - begin + 1);
}

std::vector<std::string> split_rules(std::string_view list) {
    std::vector<std::string> rules;
    for (std::size_t at = 0; at <= list.size();) {
        const std::size_t end = std::min(list.find(',', at), list.size());
        if (const std::string_view rule = trimmed_words(list.substr(at, end - at)); !rule.empty()) {
            rules.emplace_back(rule);
        }
        at = end + 1;
    }
    return rules;
}

// The comment whose inside is `words`; nothing where rule or reason are missing.
std::optional<InlineIgnore> parse_comment(std::string_view words) {
    words = trimmed_words(words.substr(kWord.size()));
    const std::size_t colon = words.find(':');
    if (colon == std::string_view::npos) {
        return std::nullopt;
    }
    InlineIgnore ignore;
    ignore.rules = split_rules(words.substr(0, colon));
    ignore.reason = trimmed_words(words.substr(colon + 1));
    if (ignore.rules.empty() || ignore.reason.empty()) {
        return std::nullopt;
    }
    return ignore;
}

// The block behind whose words or inside which the comment stands, else the first one below it.
// `blocks` are in text order, so the search may halve.
ByteSpan block_of(const Article& article, ByteSpan comment) {
    const auto below = std::find_if(
        std::lower_bound(article.blocks.begin(), article.blocks.end(), comment.begin,
                         [](const Block& block, std::uint32_t at) { return block.span.end <= at; }),
        article.blocks.end(), [](const Block& block) { return is_prose(block.kind); });
    if (below != article.blocks.end() && below->span.begin < comment.begin) {
        return below->span;
    }
    if (below != article.blocks.begin()) {
        const Block& above = *std::prev(below);
        const std::string_view between =
            std::string_view(article.text)
                .substr(above.span.end, comment.begin - std::min(comment.begin, above.span.end));
        if (is_prose(above.kind) && above.span.end <= comment.begin &&
            between.find('\n') == std::string_view::npos) {
            return above.span;
        }
    }
    return below == article.blocks.end() ? ByteSpan{} : below->span;
}

// Of a row of JSON lines the file shows no such span.
Place place_in(const Article& article, ByteSpan span) {
    const bool is_row = format_of(article.path) == ArticleFormat::JsonLines;
    return {article.path, is_row ? std::nullopt : std::optional(span)};
}

Diagnostic unused(const Article& article, const InlineIgnore& ignore) {
    return {Severity::Warning,
            {ErrorCode::Usage, "this comment suppresses nothing", place_in(article, ignore.span),
             "delete it, or check rule and place: it speaks of the paragraph it stands behind, or "
             "of the block below"}};
}

// The comments of all articles of a report, by article and block.
class IgnoreTable {
  public:
    IgnoreTable(const Report& report, const FactLookup& lookup, Diagnostics& diagnostics) {
        for (const Article& article : report.articles) {
            // Problems of articles that were not asked about are for those who check them.
            Diagnostics unseen;
            Diagnostics& told = lookup.is_checked(article.id) ? diagnostics : unseen;
            std::vector<InlineIgnore> ignores = find_inline_ignores(article, told);
            for (InlineIgnore& ignore : ignores) {
                Entries& entries = by_article_[article.id];
                std::vector<Entry>& there = entries[ignore.block.begin];
                if (there.size() < kMostOnOneBlock) {
                    there.push_back({&article, std::move(ignore), false});
                } else {
                    told.push_back(
                        {Severity::Error,
                         {ErrorCode::TooLarge,
                          fmt::format("more than {} comments on one block", kMostOnOneBlock),
                          place_in(article, ignore.span),
                          "name several rules in one comment, parted by commas"}});
                }
            }
        }
    }

    bool is_empty() const { return by_article_.empty(); }

    /// The comment that takes the fact out of the finding; marks it as used.
    const InlineIgnore* find(const Fact& fact, const Finding& finding) {
        const auto article = by_article_.find(fact.article);
        if (article == by_article_.end()) {
            return nullptr;
        }
        auto block = article->second.upper_bound(fact.span.begin);
        if (block == article->second.begin()) {
            return nullptr;
        }
        --block;
        for (Entry& entry : block->second) {
            const ByteSpan span = entry.ignore.block;
            if (fact.span.begin < span.end && speaks_of(entry.ignore, finding)) {
                last_ = &entry;
                return &entry.ignore;
            }
        }
        return nullptr;
    }

    /// Marks what `find` gave last, for a finding that was suppressed.
    Suppression use(const Finding& finding, const FactLookup& lookup) {
        Suppression reason;
        for (const Side& side : finding.sides) {
            for (const std::string& id : side.facts) {
                const Fact* fact = lookup.fact(id);
                if (fact == nullptr || find(*fact, finding) == nullptr) {
                    continue;
                }
                last_->is_used = true;
                if (reason.kind == Suppression::Kind::None) {
                    reason = {Suppression::Kind::Inline, last_->ignore.reason,
                              last_->article->path};
                }
            }
        }
        return reason;
    }

    void tell_unused(const Report& report, const FactLookup& lookup,
                     Diagnostics& diagnostics) const {
        for (const Article& article : report.articles) {
            const auto entries = by_article_.find(article.id);
            if (entries == by_article_.end() || !lookup.is_checked(article.id)) {
                continue;
            }
            for (const auto& [begin, there] : entries->second) {
                for (const Entry& entry : there) {
                    if (!entry.is_used) {
                        diagnostics.push_back(unused(article, entry.ignore));
                    }
                }
            }
        }
    }

  private:
    struct Entry {
        const Article* article = nullptr;
        InlineIgnore ignore;
        bool is_used = false;
    };

    using Entries = std::map<std::uint32_t, std::vector<Entry>>;  // by where the block begins

    static bool speaks_of(const InlineIgnore& ignore, const Finding& finding) {
        return std::any_of(ignore.rules.begin(), ignore.rules.end(), [&](const std::string& rule) {
            return rule == finding.id || matches_glob(finding.rule, rule);
        });
    }

    std::unordered_map<std::string, Entries> by_article_;  // lookups only
    Entry* last_ = nullptr;
};

}  // namespace

std::vector<InlineIgnore> find_inline_ignores(const Article& article, Diagnostics& diagnostics) {
    std::vector<InlineIgnore> ignores;
    const std::string_view text = article.text;
    for (std::size_t at = text.find(kOpen); at != std::string_view::npos;
         at = text.find(kOpen, at)) {
        const std::size_t close = text.find(kClose, at + kOpen.size());
        if (close == std::string_view::npos) {
            break;
        }
        const std::string_view words =
            trimmed_words(text.substr(at + kOpen.size(), close - at - kOpen.size()));
        const ByteSpan span{static_cast<std::uint32_t>(at),
                            static_cast<std::uint32_t>(close + kClose.size())};
        at = span.end;
        if (!words.starts_with(kWord)) {
            continue;
        }
        if (std::optional<InlineIgnore> ignore = parse_comment(words)) {
            ignore->span = span;
            ignore->block = block_of(article, span);
            ignores.push_back(std::move(*ignore));
        } else {
            diagnostics.push_back(
                {Severity::Error,
                 {ErrorCode::BadFormat,
                  "this comment names no rule or gives no reason, so it suppresses nothing",
                  place_in(article, span),
                  "write <!-- atodds-ignore RULE: why this is no matter -->"}});
        }
    }
    return ignores;
}

void apply_inline_ignores(Report& report, Diagnostics& diagnostics) {
    const FactLookup lookup(report);
    IgnoreTable table(report, lookup, diagnostics);
    if (table.is_empty()) {
        return;
    }
    for (Finding& finding : report.findings) {
        const auto is_ignored = [&](const Fact& fact) {
            return table.find(fact, finding) != nullptr;
        };
        if (is_silenced(finding, lookup, is_ignored)) {
            const Suppression reason = table.use(finding, lookup);
            finding.suppressed_by = is_shown(finding) ? reason : finding.suppressed_by;
        }
    }
    table.tell_unused(report, lookup, diagnostics);
}

}  // namespace atodds
