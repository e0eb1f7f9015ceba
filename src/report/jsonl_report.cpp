#include "report/alert.hpp"
#include "report/format_writers.hpp"
#include "report/json_objects.hpp"
#include "report/report_facts.hpp"

#include <string>
#include <unordered_map>
#include <utility>

namespace atodds {
namespace {

// Each line carries what a report keeps in lists: a reader of a stream has no lists to look things
// up.
class FindingLines {
  public:
    explicit FindingLines(const Report& report) : lookup_(report) {}

    std::string line(const Finding& finding) {
        Json object = {{"schema", "atodds-finding/1"}};
        object.update(to_json_object(finding));
        for (std::size_t i = 0; i < finding.sides.size(); ++i) {
            Json quotes = Json::array();
            for (const std::string& id : finding.sides[i].facts) {
                if (const Fact* fact = lookup_.fact(id); fact != nullptr) {
                    quotes.push_back(quotation(*fact));
                }
            }
            object["sides"][i]["quotes"] = std::move(quotes);
        }
        return dumped(object) + "\n";
    }

  private:
    // What a reader of one line needs that the report has in its lists of articles and facts.
    Json quotation(const Fact& fact) {
        Json object = {{"fact", fact.id}, {"statement", fact.quote}, {"surface", fact.surface}};
        const Article* article = lookup_.article(fact.article);
        if (article == nullptr) {
            return object;
        }
        object["path"] = article->path;
        object["source"] = article->source;
        object["published"] = nullptr;
        if (article->published) {
            object["published"] = to_iso(*article->published);
        }
        if (!article->url.empty()) {
            object["url"] = article->url;
        }
        const Evidence evidence = evidence_of(fact, lookup_);
        if (evidence.text.data() == article->text.data()) {
            const LineIndex& lines = lines_.try_emplace(article, article->text).first->second;
            const TextPlace begin = lines.place(evidence.value.begin);
            object["line"] = begin.line;
            object["column"] = begin.column;
            object["start"] = evidence.value.begin;
            object["end"] = evidence.value.end;
        }
        return object;
    }

    ReportLookup lookup_;
    std::unordered_map<const Article*, LineIndex> lines_;  // lookups only
};

}  // namespace

std::string to_json_lines(const Report& report, const FormatOptions&) {
    FindingLines lines(report);
    std::string text;
    for (const Finding& finding : report.findings) {
        text += lines.line(finding);
    }
    return text;
}

}  // namespace atodds
