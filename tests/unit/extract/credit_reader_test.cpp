#include "extract/credit_reader.hpp"

#include "support/statements.hpp"

#include <doctest/doctest.h>

#include <array>
#include <string>
#include <string_view>
#include <vector>

namespace atodds {

namespace {

EntityEntry outlet(const char* id, const char* name, std::vector<std::string> aliases = {}) {
    EntityEntry entry;
    entry.id = id;
    entry.name = name;
    entry.type = "outlet";
    entry.aliases = std::move(aliases);
    return entry;
}

const EntityFinder& entities() {
    static const EntityFinder finder({outlet("ft", "Financial Times", {"FT", "The FT"}),
                                      outlet("reuters", "Reuters"), outlet("ap", "AP"),
                                      outlet("cnbc", "CNBC"), outlet("bloomberg", "Bloomberg")});
    return finder;
}

constexpr std::array<const char*, 7> kReasons = {"tail",   "byline", "dateline", "first",
                                                 "report", "remark", "copy"};

/// "report ft, remark* cnbc": the star marks credit that speaks for the whole article.
std::string shown(const ArticleCredits& credits) {
    std::string text;
    for (const Credit& credit : credits.credits) {
        text += text.empty() ? "" : ", ";
        text += kReasons.at(static_cast<std::size_t>(credit.reason));
        text += credit.reach == OriginReach::Article ? "* " : " ";
        text += credit.outlet;
    }
    return text;
}

Article article(const std::string& text, const std::string& source = "Morrow Herald") {
    Article result = test::make_article(text);
    result.source = source;
    return result;
}

ArticleCredits read(const Article& given) {
    Article wire = article("Nothing.", "The Harbour Wire");
    wire.id = "wire";
    return CreditReader(entities(), std::vector{given, wire}).read(given);
}

struct Row {
    const char* name;
    const char* text;
    const char* credits;
};

template <std::size_t N>
void check(const std::array<Row, N>& rows) {
    for (const Row& row : rows) {
        SUBCASE(row.name) {
            CAPTURE(row.text);
            CHECK(shown(read(article(row.text))) == row.credits);
        }
    }
}

}  // namespace

TEST_CASE("words around an outlet credit it with a report") {
    constexpr std::array kRows = {
        Row{"reported", "Reuters reported that the mill will close.", "report reuters"},
        Row{"also reported", "The Financial Times also reported a sale.", "report ft"},
        Row{"according to", "The mill will close, according to Reuters.", "report reuters"},
        Row{"according to the", "According to the Financial Times, it will close.", "report ft"},
        Row{"a report in", "A report in the Financial Times spoke of a sale.", "report ft"},
        Row{"a report by", "A report by Reuters spoke of a sale.", "report reuters"},
        Row{"possessive", "Reuters's report spoke of a sale.", "report reuters"},
        Row{"noun behind", "A Reuters report spoke of a sale.", "report reuters"},
        Row{"citing", "The mill will close, a site wrote, citing Reuters.", "report reuters"},
        Row{"seen by", "A memo seen by Reuters speaks of a sale.", "report reuters"},
        Row{"unnamed sources told", "Two people told Reuters that the mill will close.",
            "report reuters"},
        Row{"unnamed sources spoke to", "Two people who spoke to Reuters named no price.",
            "report reuters"},
        Row{"two joined", "Reuters and the Financial Times reported the sale.",
            "report reuters, report ft"},
        Row{"via", "The picture came via Reuters.", "report reuters"},
        Row{"a publisher of the run", "The Harbour Wire reported the sale.",
            "report ~harbour wire"},
        Row{"an outlet nobody knows", "The Lenne Gazette reported the sale.",
            "report ~lenne gazette"},
        Row{"first reported by", "The sale was first reported by Reuters.", "first reuters"},
        Row{"who first reported", "Reuters, which first reported the sale, named no price.",
            "first reuters"},
        Row{"broke the story", "Reuters broke the story on Monday.", "first reuters"},
        Row{"was the first to report", "Reuters was the first to report the sale.",
            "first reuters"},
    };
    check(kRows);
}

TEST_CASE("a remark made to an outlet is no report") {
    constexpr std::array kRows = {
        Row{"told", "Jane Roe told CNBC that she was sorry.", "remark cnbc"},
        Row{"interview with", "In an interview with CNBC she said she was sorry.", "remark cnbc"},
        Row{"appearance on", "During an appearance on CNBC she said so.", "remark cnbc"},
        Row{"tail", "The mill will close, Jane Roe told Reuters.", "remark reuters"},
        Row{"told the", "Jane Roe told the Financial Times that she was sorry.", "remark ft"},
        Row{"speaking to", "Speaking to Reuters, she said she was sorry.", "remark reuters"},
        Row{"spoke to", "Jane Roe spoke to Bloomberg about the mill.", "remark bloomberg"},
        Row{"in an interview on", "She said so in an interview on CNBC.", "remark cnbc"},
        Row{"interview with the", "In an interview with the Financial Times she said so.",
            "remark ft"},
        Row{"a spokesman told", "A spokesman told Reuters that the mill was safe.",
            "remark reuters"},
    };
    check(kRows);
}

TEST_CASE("an outlet that is only spoken of is not credited") {
    constexpr std::array kRows = {
        Row{"subject", "Reuters moved into the old mill.", ""},
        Row{"object", "The mill sued Reuters last year.", ""},
        Row{"of itself", "Reuters said it would hire ten people.", ""},
        Row{"in a statement", "Reuters said in a statement that it was sorry.", ""},
        Row{"about", "She spoke about Reuters for an hour.", ""},
        Row{"a person of that name", "Mr. Bloomberg said he would run. Bloomberg said so twice.",
            ""},
        Row{"a first name", "On Monday Michael Bloomberg said he would run.", ""},
        Row{"worked for", "He worked for Reuters in Tarn Quay.", ""},
        Row{"owned by", "The mill is owned by Reuters now.", ""},
        Row{"a building", "The fire began behind the Reuters building.", ""},
    };
    check(kRows);
}

TEST_CASE("lines at the head and the end speak for the whole article") {
    constexpr std::array kRows = {
        Row{"source", "The mill burnt. Source: Reuters", "tail* reuters"},
        Row{"source based on",
            "The mill burnt.\n\nSource: Based on a report by the Financial "
            "Times.",
            "tail* ft"},
        Row{"reporting by for",
            "The mill burnt. (Reporting by Jane Roe for Reuters; editing by "
            "Karl Poe)",
            "tail* reuters"},
        Row{"reporting by people", "The mill burnt. (Reporting by Jane Roe; editing by Karl Poe)",
            "tail* ~reporting by jane roe"},
        Row{"first appeared",
            "The mill burnt. This article first appeared in the Financial "
            "Times.",
            "tail* ft"},
        Row{"originally published", "The mill burnt. Originally published by Reuters.",
            "tail* reuters"},
        Row{"via", "The mill burnt. Via AP.", "tail* ap"},
        Row{"copyright", "The mill burnt. Copyright 2025 AP.", "tail* ap"},
        Row{"dateline in brackets", "TARN QUAY (Reuters) - The mill burnt.", "dateline* reuters"},
        Row{"dateline with a day", "TARN QUAY, March 3 (AP) \u2014 The mill burnt.",
            "dateline* ap"},
        Row{"byline", "By Reuters. The mill burnt on Sunday night.", "byline* reuters"},
        Row{"contributed", "The mill burnt. Reuters contributed to this report.", "tail reuters"},
        Row{"a desk in part", "The mill burnt. Additional reporting by Reuters.", "tail reuters"},
    };
    check(kRows);
}

TEST_CASE("an author that is an outlet credits it") {
    Article given = article("The mill burnt on Sunday.");
    given.authors = {"Jane Roe", "Reuters Staff"};
    CHECK(shown(read(given)) == "byline* reuters");
}

TEST_CASE("credit lines in quarantined blocks are read") {
    Article given = article("The mill burnt. \n\n\u00A9 2025 Reuters. All rights reserved.");
    const auto begin = static_cast<std::uint32_t>(given.text.find("\u00A9"));
    given.blocks = {{BlockKind::Body, {0, begin}, ""},
                    {BlockKind::Boilerplate,
                     {begin, static_cast<std::uint32_t>(given.text.size())},
                     "copyright notice"}};
    CHECK(shown(read(given)) == "tail* reuters");
}

TEST_CASE("an article does not credit its own publisher, which then reports itself") {
    const ArticleCredits own = read(article("Two people told Reuters so.", "Reuters"));
    CHECK(own.publisher == "reuters");
    CHECK(own.credits.empty());
    CHECK(own.has_own_reporting);
    CHECK(read(article("She told this newspaper so.")).has_own_reporting);
    CHECK(read(article("A memo seen by our reporter says so.")).has_own_reporting);
    CHECK_FALSE(read(article("Reuters reported it.")).has_own_reporting);
}

TEST_CASE("publishers are known by lexicon, else by name without the article") {
    CHECK(outlet_id(entities(), "The Financial Times") == "ft");
    CHECK(outlet_id(entities(), "Reuters") == "reuters");
    CHECK(outlet_id(entities(), "The Harbour Wire") == "~harbour wire");
    CHECK(outlet_id(entities(), "") == "");
    const CreditReader reader(entities(), std::vector{article("x.", "The Harbour Voice")});
    CHECK(reader.is_outlet("~harbour voice"));
    CHECK(reader.is_outlet("~lenne gazette"));
    CHECK_FALSE(reader.is_outlet("~court papers"));
    CHECK(reader.publisher_names().at("~harbour voice") == "The Harbour Voice");
}

TEST_CASE("very many credits are cut") {
    std::string text;
    for (int i = 0; i < 1000; ++i) {
        text += "Reuters reported it. ";
    }
    CHECK(read(article(text)).credits.size() == 256);
    std::string one_sentence;
    for (int i = 0; i < 20000; ++i) {
        one_sentence += "Lenne Gazette and Reuters, ";
    }
    CHECK(read(article(one_sentence + "reported it.")).credits.size() <= 64);
}

}  // namespace atodds
