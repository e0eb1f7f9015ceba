#include "cli/index_intake.hpp"

#include "support/temporary_folder.hpp"

#include <doctest/doctest.h>
#include <fmt/format.h>

#include <filesystem>

using namespace atodds;

namespace {

PreparedArticle prepared(const std::string& id, const std::string& text) {
    Article article;
    article.id = id;
    article.text = text;
    article.reading = text;
    article.content_hash = text;
    ArticlePreparer preparer("rules");
    Result<PreparedArticle> made = preparer.prepare(article, {});
    REQUIRE(made);
    return std::move(*made);
}

OpenedIntake open(const std::string& folder, std::size_t workers = 1) {
    Result<OpenedIntake> opened =
        open_intake({.folder = folder, .rules_hash = "rules", .workers = workers, .pace = {}});
    REQUIRE(opened);
    return std::move(*opened);
}

std::vector<std::string> ids_in(IndexIntake& intake) {
    const Result<IndexReader> reader = intake.reader();
    REQUIRE(reader);
    return *reader->article_ids();
}

}  // namespace

TEST_CASE("articles that come too early wait for those before them") {
    const OpenedIntake opened = open("");
    IndexIntake& intake = *opened.intake;
    CHECK(*intake.put(0, 2, prepared("c", "333")) == Written{});
    CHECK(*intake.put(0, 1, prepared("b", "22")) == Written{});
    CHECK(*intake.put(0, 0, prepared("a", "1")) == Written{3, 6});
    CHECK(*intake.put(0, 3, prepared("d", "4")) == Written{1, 1});
    REQUIRE(intake.finish({}));
    CHECK(ids_in(intake) == std::vector<std::string>{"a", "b", "c", "d"});
}

TEST_CASE("an index is built first and updated afterwards") {
    const TemporaryFolder folder;
    const std::string index = folder.path("index");
    {
        const OpenedIntake opened = open(index, 2);
        // A build keeps nobody waiting: each worker has parts of its own.
        CHECK(*opened.intake->put(1, 1, prepared("b", "22")) == Written{1, 2});
        CHECK(*opened.intake->put(0, 0, prepared("a", "1")) == Written{1, 1});
        REQUIRE(opened.intake->finish({}));
        CHECK(ids_in(*opened.intake) == std::vector<std::string>{"a", "b"});
    }
    const OpenedIntake opened = open(index, 2);
    CHECK(*opened.known.ids() == std::vector<std::string>{"a", "b"});
    CHECK(*opened.intake->put(1, 0, prepared("a", "other")) == Written{1, 5});
    const std::vector<std::string> absent = {"b"};
    REQUIRE(opened.intake->finish({absent, {}, {}}));
    CHECK(ids_in(*opened.intake) == std::vector<std::string>{"a"});
    CHECK(opened.intake->reader()->article("a")->text == "other");
}

TEST_CASE("a cut-off build drops what is absent and what has a new version") {
    const TemporaryFolder folder;
    const std::string index = folder.path("index");
    {
        const OpenedIntake opened = open(index);
        for (std::uint64_t i = 0; i < 3; ++i) {
            REQUIRE(opened.intake->put(0, i, prepared(fmt::format("a{}", i), "old")));
        }
    }
    const OpenedIntake opened = open(index);
    // The parts may be there or not: what ended without an error was committed on the way out.
    REQUIRE(opened.intake->put(0, 0, prepared("a0", "new")));
    const std::vector<std::string> absent = {"a1"};
    const std::vector<std::string> replaced = {"a0"};
    REQUIRE(opened.intake->finish({absent, replaced, {}}));
    CHECK(opened.intake->reader()->article("a0")->text == "new");
    CHECK_FALSE(opened.intake->reader()->article("a1"));
    CHECK_FALSE(std::filesystem::exists(index + "/building"));
}

TEST_CASE("an index that cannot be opened is told before anything is read") {
    const TemporaryFolder folder;
    const std::string file = folder.write("file", "x");
    const auto opened =
        open_intake({.folder = file, .rules_hash = "rules", .workers = 1, .pace = {}});
    REQUIRE_FALSE(opened);
    CHECK(opened.error() == Error{ErrorCode::Unwritable,
                                  "not a folder",
                                  {file, std::nullopt},
                                  "name a folder for the index"});
}
