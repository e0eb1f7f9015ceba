#pragma once
// A report with sources, read by the shipped means: articles from plain text, their credits and
// shared text, and one finding whose sides quote words of theirs.

#include "compare/origins.hpp"
#include "extract/credit_reader.hpp"
#include "extract/entity_finder.hpp"
#include "support/report_builder.hpp"

#include <memory>
#include <string>
#include <vector>

namespace atodds::test {

class OriginCase {
  public:
    OriginCase& article(const char* id, const char* source, const char* day, const char* text) {
        builder_.article({id, source, day, "", text});
        return *this;
    }

    /// A declared fact about `words` of the article.
    std::string fact(const char* article, const char* words, std::vector<SourceRef> sources = {}) {
        builder_.fact(article, words);
        Fact& made = builder_.last_fact();
        made.tier = Tier::Declared;
        made.rule = "rule";
        made.qualifiers.sources = std::move(sources);
        return made.id;
    }

    std::string level(const char* article, const char* words, int rank,
                      std::vector<SourceRef> sources = {}) {
        const std::string id = fact(article, words, std::move(sources));
        builder_.last_fact().value.type = ValueType::Level;
        builder_.last_fact().value.text = words;
        builder_.last_fact().value.amount = Decimal(rank);
        return id;
    }

    Fact& last_fact() { return builder_.last_fact(); }

    /// Every two sides clash.
    OriginCase& finding(Verdict verdict, const std::vector<std::vector<std::string>>& sides) {
        Finding made;
        made.id = "0123456789abcdef";
        made.fact = "What was it?";
        made.rule = "rule";
        made.verdict = verdict;
        made.level = Level::Warning;
        for (std::uint32_t i = 0; i < sides.size(); ++i) {
            made.sides.push_back({});
            made.sides.back().value = "value " + std::to_string(i);
            for (std::uint32_t j = 0; j < i; ++j) {
                made.conflicts.emplace_back(j, i);
            }
        }
        builder_.finding(std::move(made), sides);
        return *this;
    }

    /// Reads credits and shared text of what was put in.
    Origins& read_origins() {
        std::vector<ArticleCredits> credits;
        std::vector<Sketch> sketches;
        reader_ = std::make_unique<CreditReader>(entities(), report().articles);
        for (const Article& article : report().articles) {
            credits.push_back(reader_->read(article));
            sketches.push_back(sketch_of(article));
        }
        origins_ = std::make_unique<Origins>(report().articles, std::move(credits), sketches);
        return *origins_;
    }

    Report& report() { return builder_.report(); }

    const CreditReader& reader() const { return *reader_; }

    static const EntityFinder& entities() {
        static const EntityFinder finder([] {
            EntityEntry reuters;
            reuters.id = "reuters";
            reuters.name = "Reuters";
            reuters.type = "outlet";
            EntityEntry gazette = reuters;
            gazette.id = "gazette";
            gazette.name = "Lenne Gazette";
            return std::vector{reuters, gazette};
        }());
        return finder;
    }

  private:
    ReportBuilder builder_;
    std::unique_ptr<CreditReader> reader_;
    std::unique_ptr<Origins> origins_;
};

}  // namespace atodds::test
