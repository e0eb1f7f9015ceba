// Hostile words in every place of a report that takes words from outside: the page gets no markup
// from them, the JSON parses and is UTF-8, the text for terminals holds no control characters, and
// every other format is sound too.

#include "base/assert.hpp"
#include "base/utf8.hpp"
#include "report/format.hpp"
#include "report/report_writer.hpp"
#include "support/report_builder.hpp"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace {

// Would open an element or an attribute if it came through as it is.
constexpr std::string_view kMarkup = "<xq ";
constexpr std::string_view kAttribute = "\" xq=\"";

// The input, cut at zero bytes, one piece after the other and from the front again.
class Pieces {
  public:
    explicit Pieces(std::string_view bytes) : bytes_(bytes) {}

    std::string next() {
        const std::size_t end = std::min(bytes_.find('\0', at_), bytes_.size());
        std::string piece(bytes_.substr(at_, end - at_));
        at_ = end < bytes_.size() ? end + 1 : 0;
        return piece.append(kMarkup).append(kAttribute);
    }

  private:
    std::string_view bytes_;
    std::size_t at_ = 0;
};

void fill(atodds::Article& article, Pieces& pieces) {
    for (std::string* words : {&article.path, &article.source, &article.url, &article.title}) {
        *words = pieces.next();
    }
    article.authors = {pieces.next()};
    article.text += pieces.next();
    article.reading = article.text;
    const auto size = static_cast<std::uint32_t>(article.text.size());
    article.blocks = {{atodds::BlockKind::Body, {0, size - 1}, ""},
                      {atodds::BlockKind::Boilerplate, {size - 1, size}, pieces.next()}};
}

void fill(atodds::Fact& fact, const atodds::Article& article, Pieces& pieces) {
    const auto size = static_cast<std::uint32_t>(article.text.size());
    fact.rule = pieces.next();
    fact.value.unit = pieces.next();
    fact.value.counted = pieces.next();
    fact.value.text = pieces.next();
    fact.slots = {{pieces.next(), pieces.next(), {}}, {"entity", "someone", {}}};
    fact.qualifiers.holder = pieces.next();
    fact.qualifiers.sources = {{pieces.next(), pieces.next(), {}}};
    fact.statement = {0, size};
    fact.quote = article.text;
}

atodds::Report hostile_report(std::string_view bytes) {
    Pieces pieces(bytes);
    atodds::Report report = atodds::test::two_counts();
    for (atodds::Article& article : report.articles) {
        fill(article, pieces);
    }
    for (std::size_t i = 0; i < report.facts.size(); ++i) {
        fill(report.facts[i], report.articles[i], pieces);
    }
    atodds::Finding& finding = report.findings.front();
    for (std::string* words : {&finding.fact, &finding.rule, &finding.message}) {
        *words = pieces.next();
    }
    for (atodds::Side& side : finding.sides) {
        side.value = pieces.next();
        side.origins = {pieces.next()};
    }
    finding.trace.push_back({"clash", pieces.next(), false});
    finding.key = pieces.next();
    finding.review = {atodds::ReviewVerdict::Dismissed, pieces.next(), pieces.next(),
                      pieces.next()};
    atodds::Finding aside = finding;
    aside.suppressed_by = {atodds::Suppression::Kind::File, pieces.next(), pieces.next()};
    report.agreements.push_back(finding);
    report.gone.push_back(aside);
    report.findings.push_back(std::move(aside));
    report.names = {{"someone", pieces.next()}};
    report.diagnostics.push_back(
        {atodds::Severity::Error,
         {atodds::ErrorCode::BadFormat, pieces.next(), {pieces.next(), {}}, pieces.next()}});
    return report;
}

// JSON parses, XML and Markdown hold no markup of articles, and no workflow command is broken in
// two.
void check_formats(const atodds::Report& report) {
    for (const atodds::Format& format : atodds::formats()) {
        const atodds::Result<std::string> written = format.write(report, {});
        ATODDS_ASSERT(written, "every format can be written");
        const bool is_json = format.name == "gitlab" || format.name == "rdjson" ||
                             format.name == "sarif" || format.name == "jsonl";
        ATODDS_ASSERT(!is_json || nlohmann::json::accept(*written), "the JSON parses");
        const bool is_markup =
            format.name == "checkstyle" || format.name == "junit" || format.name == "md";
        ATODDS_ASSERT(!is_markup || written->find(kMarkup) == std::string::npos,
                      "no words become an element");
        ATODDS_ASSERT(
            format.target == atodds::FormatTarget::FileOnly || !atodds::find_bad_utf8(*written),
            "text is UTF-8");
        ATODDS_ASSERT(
            format.name != "github" || std::count(written->begin(), written->end(), '\n') == 1,
            "one finding is one command");
    }
}

void check(const atodds::Report& report) {
    const std::string page = atodds::to_html(report);
    ATODDS_ASSERT(page.find(kMarkup) == std::string::npos, "no words become an element");
    ATODDS_ASSERT(page.find(kAttribute) == std::string::npos, "no words become an attribute");
    const std::string json = atodds::to_json(report);
    ATODDS_ASSERT(nlohmann::json::accept(json), "the JSON parses");
    for (const bool explains : {false, true}) {
        const std::string text = atodds::to_text(report, {.explains = explains});
        ATODDS_ASSERT(!atodds::find_bad_utf8(text), "the text is UTF-8");
        ATODDS_ASSERT(
            std::none_of(text.begin(), text.end(),
                         [](unsigned char c) { return (c < 0x20U && c != '\n') || c == 0x7FU; }),
            "the text cannot steer a terminal");
    }
    check_formats(report);
    ATODDS_ASSERT(!atodds::find_bad_utf8(page), "the page is UTF-8");
    ATODDS_ASSERT(!atodds::find_bad_utf8(json), "the JSON is UTF-8");
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string_view bytes(reinterpret_cast<const char*>(data), size);
    if (!atodds::find_bad_utf8(bytes)) {
        check(hostile_report(bytes));
    }
    return 0;
}
