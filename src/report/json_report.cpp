#include "report/fact_text.hpp"
#include "report/json_objects.hpp"
#include "report/report_facts.hpp"
#include "report/report_writer.hpp"

#include <functional>
#include <optional>
#include <string>
#include <string_view>

namespace atodds {
namespace {

// Facts come sorted by article, so one index of lines at a time is enough.
class FactObjects {
  public:
    explicit FactObjects(const Report& report) : lookup_(report) {}

    Json operator()(const Fact& fact) {
        const Article* article = lookup_.article(fact.article);
        if (article != article_) {
            article_ = article;
            lines_.reset();
            if (article != nullptr && !article->text.empty()) {
                lines_.emplace(article->text);
            }
        }
        return to_json_object(fact, article, lines_ ? &*lines_ : nullptr);
    }

  private:
    ReportLookup lookup_;
    const Article* article_ = nullptr;
    std::optional<LineIndex> lines_;
};

// An array with one element a line: whole-document indentation makes a report five times as long
// and no easier to compare.
template <typename Item, typename ToObject>
void append_array(std::string& text, std::string_view name, const std::vector<Item>& items,
                  ToObject&& to_object) {
    text += ",\n\"";
    text += name;
    text += "\": [";
    bool is_first = true;
    for (const Item& item : items) {
        text += is_first ? "\n" : ",\n";
        text += dumped(to_object(item));
        is_first = false;
    }
    text += is_first ? "]" : "\n]";
}

Json rules_of(const Report& report) {
    Json rules = Json::object();
    for (const auto& [id, note] : report.rules) {
        rules[id] = {{"question", note.question}, {"why_it_matters", note.why_it_matters}};
    }
    return rules;
}

}  // namespace

std::string to_json_line(const Fact& fact, const Article& article, const LineIndex& lines) {
    return dumped(to_json_object(fact, &article, &lines));
}

std::string to_json_line(const Finding& finding) {
    return dumped(to_json_object(finding));
}

std::string to_json(const Report& report) {
    const auto object = [](const auto& item) { return to_json_object(item); };
    std::string text = "{\"schema\": \"atodds-report/1\"";
    append_array(text, "articles", report.articles, object);
    append_array(text, "facts", report.facts, FactObjects(report));
    append_array(text, "findings", report.findings, object);
    append_array(text, "agreements", report.agreements, object);
    append_array(text, "gone", report.gone, object);
    text += ",\n\"checked\": " + dumped(report.checked);
    append_array(text, "diagnostics", report.diagnostics, object);
    text += ",\n\"names\": " + dumped(report.names);
    text += ",\n\"rules\": " + dumped(rules_of(report));
    return text + "\n}\n";
}

}  // namespace atodds
