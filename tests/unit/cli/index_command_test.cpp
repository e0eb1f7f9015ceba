#include "cli/index_command.hpp"

#include "cli/search_command.hpp"
#include "support/temporary_folder.hpp"

#include <doctest/doctest.h>

#include <atomic>
#include <filesystem>

using namespace atodds;

namespace {

/// Articles and an index in a folder that goes away at the end of the test.
class Fixture {
  public:
    Fixture() {
        update_.index_folder = folder_.path("index");
        update_.rules_hash = "rules-1";
        update_.read_facts = [this](std::span<const Article> batch) {
            reads_ += static_cast<int>(batch.size());
            std::vector<std::vector<Fact>> facts;
            for (const Article& article : batch) {
                Fact fact;
                fact.rule = "came";
                fact.article = article.id;
                facts.push_back({fact});
            }
            return facts;
        };
    }

    void write(const std::string& name, std::string_view text) const {
        folder_.write("news/" + name, text);
    }

    void remove(const std::string& name) const {
        std::filesystem::remove(folder_.path("news/" + name));
    }

    IndexCounts run(Absent absent = Absent::Keep) {
        update_.absent = absent;
        diagnostics_.clear();
        update_.files = list_files({folder_.path("news")}, update_.ingest, diagnostics_);
        ProgressCount count(progress_, 0);
        const Result<IndexCounts> counts = update_index(update_, count, diagnostics_);
        REQUIRE(counts);
        return *counts;
    }

    IndexUpdate& update() { return update_; }

    void tell(const Progress& progress) { progress_ = progress; }

    std::string index() const { return update_.index_folder; }

    int reads() const { return reads_; }

  private:
    TemporaryFolder folder_;
    IndexUpdate update_;
    Progress progress_;
    Diagnostics diagnostics_;
    std::atomic<int> reads_ = 0;  // facts are read by several threads
};

}  // namespace

TEST_CASE("a second run over the same files reads nothing again") {
    Fixture fixture;
    fixture.write("a.txt", "The mayor came.");
    fixture.write("b.txt", "The mayor left.");
    std::uint64_t last = 0;
    fixture.tell([&last](const ProgressState& state) { last = state.articles; });
    CHECK(fixture.run() == IndexCounts{.added = 2});
    CHECK(last == 2);
    CHECK(fixture.run() == IndexCounts{.unchanged = 2});
    CHECK(fixture.reads() == 2);
    fixture.write("a.txt", "The mayor came late.");
    CHECK(fixture.run() == IndexCounts{.replaced = 1, .unchanged = 1});
    CHECK(fixture.reads() == 3);
    fixture.update().rules_hash = "rules-2";
    CHECK(fixture.run() == IndexCounts{.replaced = 2});
}

TEST_CASE("absent articles stay unless asked, and while any file fails") {
    Fixture fixture;
    fixture.write("a.txt", "The mayor came.");
    fixture.write("b.txt", "The mayor left.");
    fixture.run();
    fixture.remove("b.txt");
    CHECK(fixture.run() == IndexCounts{.unchanged = 1});
    fixture.write("c.txt", "bad \xFF byte");
    CHECK(fixture.run(Absent::Remove) == IndexCounts{.unchanged = 1, .failed = 1});
    fixture.remove("c.txt");
    CHECK(fixture.run(Absent::Remove) == IndexCounts{.unchanged = 1, .removed = 1});
    CHECK(*describe_index({fixture.index()}) ==
          "articles    1\nfacts       1\nfact keys   1\ntext bytes  15\n");
}

TEST_CASE("counts are told in one line") {
    CHECK(to_text(IndexCounts{1, 2, 3, 4, 5}) ==
          "1 articles added, 2 replaced, 3 unchanged, 4 removed, 5 failed\n");
}

TEST_CASE("search tells the articles with source, date and title") {
    Fixture fixture;
    fixture.write("a.md",
                  "---\nid: a1\nsource: Paper\npublished: 2025-08-12\n---\n# Mayor opens\n\n"
                  "She came.\n");
    fixture.run();
    const auto rows = search_index({.places = {fixture.index()}, .query = "mayor fact:came"});
    REQUIRE(rows);
    CHECK(*rows == std::vector<SearchRow>{{100, "a1", "Paper", "2025-08-12", "Mayor opens", 1}});
    CHECK(to_text(*rows) == "100%  a1  Paper  2025-08-12     1 facts  Mayor opens\n");
    CHECK(to_text(std::vector<SearchRow>{}) == "no article found\n");
    CHECK(to_text({{1, "a", "", "", "x\x1B[31m", 0}}).find('\x1B') == std::string::npos);
}

TEST_CASE("a search for an open rule is refused, for it could only find nothing") {
    Fixture fixture;
    fixture.write("a.md", "She came.\n");
    fixture.run();
    const auto rows = search_index({.places = {fixture.index()}, .query = "came fact:open/claim"});
    REQUIRE_FALSE(rows);
    CHECK(rows.error().code == ErrorCode::Usage);
    CHECK_FALSE(rows.error().hint.empty());
}
