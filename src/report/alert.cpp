#include "report/alert.hpp"

#include "report/finding_words.hpp"
#include "report/html_text.hpp"
#include "report/quote_text.hpp"
#include "report/repository_path.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <tuple>
#include <unordered_map>
#include <utility>

namespace atodds {
namespace {

// Articles that are named for one side; the html and json reports have all. GitHub keeps 100
// related locations a result, so even a finding with many sides stays below.
constexpr std::size_t kArticlesPerSide = 3;
constexpr std::size_t kMostRelated = 60;

// When the article last said what it says. Nothing is earlier than any day.
std::optional<Day> day_of(const Article* article) {
    return article == nullptr ? std::nullopt : std::max(article->published, article->updated);
}

// A row of a file of many articles: its text is unescaped, so its lines are not the file's.
bool is_row(const Article& article) {
    return article.path.ends_with(".jsonl");
}

// Keeps what all findings share: articles and facts by id, and an index of lines for each article
// that is named, so that a report costs one walk over each text however many findings it has.
class AlertMaker {
  public:
    AlertMaker(const Report& report, const FormatOptions& options)
        : report_(&report), options_(&options), lookup_(report) {}

    std::vector<Alert> alerts() {
        std::vector<Alert> alerts;
        std::map<std::string_view, std::size_t> seen;
        for (const Finding& finding : report_->findings) {
            if (finding.level > options_->text.least_level || finding.sides.empty()) {
                continue;
            }
            Alert alert{&finding, primary_of(finding), {}, ++seen[finding.id]};
            add_related(alert);
            alerts.push_back(std::move(alert));
        }
        return alerts;
    }

  private:
    // The ids are sorted by contract of Report::checked.
    bool is_checked(const Article* article) const {
        return article != nullptr &&
               std::binary_search(report_->checked.begin(), report_->checked.end(), article->id);
    }

    // The first quotation of the best rank: checked before not, later before earlier before
    // undated, last side before first. The rank has no place of its own for the text, so that a
    // moved paragraph does not move the alert to another article.
    QuotePlace primary_of(const Finding& finding) {
        const Fact* best = nullptr;
        std::uint32_t best_side = 0;
        std::tuple<bool, std::optional<Day>, std::uint32_t> best_rank;
        for (std::uint32_t side = 0; side < finding.sides.size(); ++side) {
            for (const std::string& id : finding.sides[side].facts) {
                const Fact* fact = lookup_.fact(id);
                const Article* article = fact == nullptr ? nullptr : lookup_.article(fact->article);
                const auto rank = std::tuple(is_checked(article), day_of(article), side);
                if (fact != nullptr && (best == nullptr || rank > best_rank)) {
                    best = fact;
                    best_side = side;
                    best_rank = rank;
                }
            }
        }
        return place_of(finding, best, best_side);
    }

    // One place an article is enough: whoever opens it sees the rest.
    void add_related(Alert& alert) {
        const Finding& finding = *alert.finding;
        const auto clashes = [&](std::uint32_t side) {
            const auto pair = std::minmax(side, alert.primary.side);
            return std::any_of(finding.conflicts.begin(), finding.conflicts.end(),
                               [&](const auto& conflict) {
                                   return std::minmax(conflict.first, conflict.second) == pair;
                               });
        };
        for (std::uint32_t side = 0; side < finding.sides.size(); ++side) {
            if (side == alert.primary.side) {
                continue;
            }
            const bool is_clash = clashes(side);
            for (const Fact* fact : first_of_articles(finding.sides[side])) {
                if (alert.related.size() < kMostRelated) {
                    alert.related.push_back(place_of(finding, fact, side));
                    alert.related.back().clashes = is_clash;
                }
            }
        }
    }

    // The side's facts are sorted by article and span.
    std::vector<const Fact*> first_of_articles(const Side& side) const {
        std::vector<const Fact*> firsts;
        for (const std::string& id : side.facts) {
            const Fact* fact = lookup_.fact(id);
            const bool is_new =
                fact != nullptr && (firsts.empty() || firsts.back()->article != fact->article);
            if (is_new && firsts.size() < kArticlesPerSide) {
                firsts.push_back(fact);
            }
        }
        if (firsts.empty()) {
            firsts.push_back(nullptr);
        }
        return firsts;
    }

    // A finding without facts, as a baseline keeps it, still has the articles of its sides.
    QuotePlace place_of(const Finding& finding, const Fact* fact, std::uint32_t side) {
        QuotePlace place;
        place.fact = fact;
        place.side = side;
        const std::vector<std::string>& articles = finding.sides[side].articles;
        const std::string id = fact != nullptr    ? fact->article
                               : articles.empty() ? ""
                                                  : articles.front();
        place.article = lookup_.article(id);
        const std::string& given = place.article == nullptr ? id : place.article->path;
        place.path = path_from(given, options_->folder);
        const bool is_file = !place.path.empty();
        if (!is_file) {
            place.path = given == "-" || id.empty() ? "stdin" : id;
        }
        place.range = range_of(fact, place.article);
        const bool is_there = !options_->has_file || options_->has_file(given);
        place.is_linkable = is_file && is_there && place.range && is_below_folder(place.path);
        return place;
    }

    // Only where the text that spans count in is at hand: a quote that travelled with the fact has
    // no lines of the article.
    std::optional<TextRange> range_of(const Fact* fact, const Article* article) {
        if (fact == nullptr || article == nullptr || is_row(*article)) {
            return std::nullopt;
        }
        const Evidence evidence = evidence_of(*fact, lookup_);
        if (evidence.text.data() != article->text.data()) {
            return std::nullopt;
        }
        const LineIndex& lines = lines_.try_emplace(article, article->text).first->second;
        return TextRange{lines.place(evidence.value.begin), lines.place(evidence.value.end)};
    }

    const Report* report_;
    const FormatOptions* options_;
    ReportLookup lookup_;
    std::unordered_map<const Article*, LineIndex> lines_;  // lookups only
};

}  // namespace

std::string Alert::fingerprint() const {
    return ordinal == 1 ? finding->id : fmt::format("{}-{}", finding->id, ordinal);
}

std::vector<Alert> alerts_of(const Report& report, const FormatOptions& options) {
    return AlertMaker(report, options).alerts();
}

std::vector<Alert> shown_alerts(const Report& report, const FormatOptions& options) {
    std::vector<Alert> alerts = alerts_of(report, options);
    std::erase_if(alerts, [](const Alert& alert) { return !is_shown(*alert.finding); });
    return alerts;
}

std::string source_and_day(const QuotePlace& place) {
    const Article* article = place.article;
    if (article == nullptr) {
        return place.path;
    }
    std::string text = article->source;
    if (article->published) {
        text += fmt::format("{}{}", text.empty() ? "" : ", ", to_iso(*article->published));
    }
    return text.empty() ? source_name(*article) : text;
}

std::string place_text(const QuotePlace& place) {
    return place.range ? fmt::format("{}:{}:{}", place.path, place.line(), place.column())
                       : place.path;
}

std::string named_plainly(const QuotePlace& place) {
    const bool has_address =
        !place.is_linkable && place.article != nullptr && linkable(place.article->url).has_value();
    const std::string where = has_address ? place.article->url : place_text(place);
    const std::string who = source_and_day(place);
    return who == where ? who : fmt::format("{}, {}", who, where);
}

std::string alert_message(const Alert& alert, const PlaceNamer& name, const WordFilter& filter) {
    const Finding& finding = *alert.finding;
    const auto plain = [&](std::string_view words) {
        return filter ? filter(words) : std::string(words);
    };
    const std::string& title = title_of(finding);
    std::string text =
        fmt::format("{}{} \"{}\" here", plain(title), title.ends_with('?') ? "" : ":",
                    plain(finding.sides[alert.primary.side].value));
    // Neighbours on a scale stand in one finding and do not clash; naming them would confuse.
    const bool has_clash = std::any_of(alert.related.begin(), alert.related.end(),
                                       [](const QuotePlace& place) { return place.clashes; });
    std::optional<std::uint32_t> last_side;
    for (std::size_t i = 0; i < alert.related.size(); ++i) {
        const QuotePlace& place = alert.related[i];
        if (has_clash && !place.clashes) {
            continue;
        }
        const std::string where = name ? name(place, i + 1) : named_plainly(place);
        if (last_side == place.side) {
            text += fmt::format(" and {}", where);
        } else {
            text += fmt::format("{} \"{}\" in {}", last_side ? "," : ", against",
                                plain(finding.sides[place.side].value), where);
        }
        last_side = place.side;
    }
    return shown_plainly(fmt::format("{}. {}", text, plain(reason_of(finding))));
}

}  // namespace atodds
