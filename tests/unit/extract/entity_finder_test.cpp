#include "extract/entity_finder.hpp"

#include "support/tagged_text.hpp"

#include <doctest/doctest.h>

#include <array>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace atodds {

namespace {

using test::tagged;

EntityEntry entry(const char* id, const char* name, const char* type) {
    EntityEntry result;
    result.id = id;
    result.name = name;
    result.type = type;
    return result;
}

/// A made-up world: no test depends on the lexicon files.
std::vector<EntityEntry> world() {
    auto port_vale = entry("port-vale", "Port Vale", "place");
    port_vale.part_of = {"examplia"};
    auto government = entry("ex-government", "Examplian government", "government");
    government.classes = {"ex-authority"};
    government.aliases = {"Examplian authorities"};
    government.part_of = {"examplia"};
    government.metonyms = {"Port Vale"};
    auto agency = entry("ex-agency", "Atomic Agency of Examplia", "organisation");
    agency.classes = {"ex-authority", "agency"};
    agency.aliases = {"AAE"};
    agency.part_of = {"ex-government"};
    auto acme = entry("acme", "Acme", "organisation");
    acme.classes = {"company"};
    acme.aliases = {"Acme Corp"};
    acme.descriptions = {"the chipmaker"};
    auto blue_oak = entry("blueoak", "Blue Oak", "organisation");
    blue_oak.classes = {"company"};
    auto chip = entry("acme-x910", "Acme X 910B", "product");
    chip.aliases = {"X 910B", "910B"};
    auto voss = entry("mara-voss", "Mara Voss", "person");
    voss.gender = "she";
    auto us = entry("us", "United States", "place");
    us.aliases = {"US", "U.S."};
    return {entry("examplia", "Examplia", "place"),
            port_vale,
            government,
            agency,
            acme,
            blue_oak,
            chip,
            entry("wire", "The Wire", "outlet"),
            voss,
            us,
            entry("sofia", "Sofia", "place")};
}

/// "words=id" of each mention, with ", " between them.
std::string rendered(const Statement& statement) {
    std::string text;
    for (const EntityMention& mention : statement.entities) {
        text += text.empty() ? "" : ", ";
        text += test::words(statement, mention.tokens) + "=" + mention.id;
    }
    return text;
}

struct Row {
    const char* name;
    const char* text;
    const char* mentions;
};

void check_rows(std::span<const Row> rows, bool is_lexicon_only) {
    const EntityFinder finder(world());
    for (const Row& row : rows) {
        SUBCASE(row.name) {
            CAPTURE(row.text);
            std::vector<Statement> statements;
            // " | " separates the sentences of one article.
            std::string_view rest = row.text;
            while (!rest.empty()) {
                const auto bar = rest.find(" | ");
                statements.push_back(tagged(rest.substr(0, bar)).statement);
                rest = bar == std::string_view::npos ? "" : rest.substr(bar + 3);
            }
            for (Statement& statement : statements) {
                finder.find_lexicon_mentions(statement);
            }
            if (!is_lexicon_only) {
                finder.find_other_mentions(statements);
            }
            std::string all;
            for (const Statement& statement : statements) {
                all += all.empty() ? "" : " | ";
                all += rendered(statement);
            }
            CHECK(all == row.mentions);
        }
    }
}

}  // namespace

TEST_CASE("lexicon aliases match by their longest form and their capitals") {
    constexpr std::array kRows = {
        Row{"plain name", "Acme sold chips .", "acme=acme"},
        Row{"longest alias wins", "Acme Corp sold chips .", "acme corp=acme"},
        Row{"all capitals are the same name", "ACME sold chips .", "acme=acme"},
        Row{"a small word is no name", "The acme of taste .", ""},
        Row{"digits and a space", "The X 910B is fast .", "x 910b=acme-x910"},
        Row{"a hyphen stands for a blank", "The X-910B is fast .", "x-910b=acme-x910"},
        Row{"plural of a product", "Two 910Bs came .", "910bs=acme-x910"},
        Row{"possessive", "Acme 's chips sold .", "acme=acme"},
        Row{"the pronoun us", "They told us about it .", ""},
        Row{"the country in capitals", "They told the US about it .", "us=us"},
        Row{"the country with stops", "They left the U.S. today .", "u.s.=us"},
        Row{"the country without its last stop", "They left the U.S .", "u.s=us"},
        Row{"an article in the name keeps its capital", "The wire broke .", ""},
        Row{"the outlet", "As The Wire reported , it broke .", "the wire=wire"},
        Row{"names side by side", "Acme and Blue Oak met .", "acme=acme, blue oak=blueoak"},
        Row{"part of a longer word", "Acmeist poets met .", ""},
        Row{"a compound with a hyphen", "An Acme-made chip .", "acme-made=acme"},
        Row{"a shouted headline holds the word us", "THEY WANT US TO PAY MORE", ""},
        Row{"a given name is no city", "Sofia Venneck paid .", ""},
        Row{"the city", "Sofia paid .", "sofia=sofia"},
        Row{"the city behind a preposition", "In Sofia Venneck paid .", "sofia=sofia"},
    };
    check_rows(kRows, true);
}

TEST_CASE("a capital city stands for its government unless a place is meant") {
    constexpr std::array kRows = {
        Row{"subject", "Port Vale told firms to wait .", "port vale=ex-government"},
        Row{"possessor", "Amid Port Vale 's fears .", "port vale=ex-government"},
        Row{"inside", "He met them in Port Vale .", "port vale=port-vale"},
        Row{"motion", "They flew to Port Vale .", "port vale=port-vale"},
        Row{"origin", "A truck from Port Vale came .", "port vale=port-vale"},
        Row{"an order has a giver", "An order from Port Vale came .", "port vale=ex-government"},
        Row{"a warning to it", "A warning to Port Vale .", "port vale=ex-government"},
        Row{"building", "Port Vale airport closed .", "port vale=port-vale"},
        Row{"dateline", "PORT VALE ( Wire ) - Firms met .", "port vale=port-vale"},
        Row{"agent", "Firms told by Port Vale to wait .", "port vale=ex-government"},
        Row{"based there", "The Port Vale - based firm .", "port vale=port-vale"},
        Row{"streets", "The streets of Port Vale .", "port vale=port-vale"},
        Row{"in its eyes", "In Port Vale 's view it is late .", "port vale=ex-government"},
    };
    check_rows(kRows, true);
}

TEST_CASE("names that no lexicon holds are read from capitals and titles") {
    constexpr std::array kRows = {
        Row{"capitalised run", "He joined Vega Robotics .", "vega robotics=~vega robotics"},
        Row{"a common word that opens a sentence", "Shares fell/VBD .", ""},
        Row{"title is left out", "He met Commerce Secretary Jane Roe today .",
            "jane roe=~jane roe"},
        Row{"a title alone is no name", "He met the Commerce Secretary today .", ""},
        Row{"title before a lexicon name", "He met Commerce Secretary Mara Voss .",
            "mara voss=mara-voss"},
        Row{"company and its chief", "He met Vega CEO Jane Roe .",
            "vega=~vega, jane roe=~jane roe"},
        Row{"ministry with of and and", "He left the Ministry of Trade and Industry .",
            "ministry of trade and industry=~ministry of trade and industry"},
        Row{"people joined by and", "He met Jane Roe and Kim Doe .",
            "jane roe=~jane roe, kim doe=~kim doe"},
        Row{"legal suffix is not in the id", "He joined Vega Corp . | Then Vega fell/VBD .",
            "vega corp=~vega | vega=~vega"},
        Row{"surname later", "He met Jane Roe . | But Roe refused/VBD .",
            "jane roe=~jane roe | roe=~jane roe"},
        Row{"surname of a lexicon person", "He met Mara Voss . | But Voss refused/VBD .",
            "mara voss=mara-voss | voss=mara-voss"},
        Row{"two of one surname", "Then Jane Roe met Kim Roe . | But Roe left/VBD .",
            "jane roe=~jane roe, kim roe=~kim roe | roe=~roe"},
        Row{"acronym in brackets", "The Global Fish Fund ( GFF ) met . | Later GFF left/VBD .",
            "global fish fund=~global fish fund, gff=~global fish fund | gff=~global fish fund"},
        Row{"place name inside an organisation", "He left Examplia National University .",
            "examplia national university=~examplia national university"},
        Row{"a headline in title case", "Vega Plans Record Sales Push Amid Trade Fight", ""},
        Row{"a headline with a name of the text",
            "Vega Plans/VBZ Record/ADJ Sales/NOUN Push/NOUN Amid/ADP Fight/NOUN | He left Vega .",
            "vega=~vega | vega=~vega"},
        Row{"common acronyms are no names", "He sells/VBZ AI chips .", ""},
        Row{"days are no names", "He left on Monday in July .", ""},
    };
    check_rows(kRows, false);
}

TEST_CASE("later descriptions and pronouns link to the one entity that fits") {
    constexpr std::array kRows = {
        Row{"description of the lexicon", "Acme met Blue Oak . | Then the chipmaker left/VBD .",
            "acme=acme, blue oak=blueoak | the chipmaker=acme"},
        Row{"the company", "Acme sold/VBD chips . | Then the company left/VBD .",
            "acme=acme | the company=acme"},
        Row{"two companies, the subject is taken",
            "Acme sued/VBD Blue Oak . | Then the company won/VBD .",
            "acme=acme, blue oak=blueoak | the company=acme"},
        Row{"two companies, none is subject",
            "Then people sued/VBD Acme and Blue Oak . | Then the company won/VBD .",
            "acme=acme, blue oak=blueoak | "},
        Row{"an agency is no company", "AAE met/VBD . | Then the company won/VBD .",
            "aae=ex-agency | "},
        Row{"the agency", "AAE met/VBD . | Then the agency ruled/VBD .",
            "aae=ex-agency | the agency=ex-agency"},
        Row{"she", "Mara Voss left/VBD . | She said/VBD nothing .",
            "mara voss=mara-voss | she=mara-voss"},
        Row{"he does not fit her", "Mara Voss left/VBD . | He said/VBD nothing .",
            "mara voss=mara-voss | "},
        Row{"it said", "Acme left/VBD . | It said/VBD nothing .", "acme=acme | it=acme"},
        Row{"it is likely", "Acme left/VBD . | It is likely/ADJ .", "acme=acme | "},
        Row{"it would", "Acme said/VBD it would sell/VB chips .", "acme=acme, it=acme"},
        Row{"it deep in a sentence", "Acme left/VBD . | If prices fall/VB , it could hurt/VB .",
            "acme=acme | "},
        Row{"it is the object's", "They left/VBD Acme . | It said/VBD so .", "acme=acme | "},
        Row{"two women", "He met/VBD Dame Jane Roe and Dame Kim Doe . | She left/VBD .",
            "jane roe=~jane roe, kim doe=~kim doe | "},
    };
    check_rows(kRows, false);
}

TEST_CASE("a part belongs to all its wholes, and a circle of parts ends") {
    auto entries = world();
    auto left = entry("left", "Left", "place");
    left.part_of = {"right"};
    auto right = entry("right", "Right", "place");
    right.part_of = {"left"};
    entries.push_back(left);
    entries.push_back(right);
    const EntityFinder finder(entries);
    CHECK(finder.is_a("ex-agency", "ex-agency"));
    CHECK(finder.is_a("ex-agency", "ex-government"));
    CHECK(finder.is_a("ex-agency", "examplia"));
    CHECK(finder.is_a("ex-agency", "ex-authority"));
    CHECK(finder.is_a("acme", "organisation"));
    CHECK_FALSE(finder.is_a("ex-government", "ex-agency"));
    CHECK_FALSE(finder.is_a("left", "examplia"));
    CHECK(finder.is_a("left", "right"));
    CHECK_FALSE(finder.is_a("~acme", "acme"));
    CHECK_FALSE(finder.is_a("", ""));
}

TEST_CASE("reports call an entity by its name, an unknown one by its words") {
    const EntityFinder finder(world());
    CHECK(finder.name_of("ex-agency") == "Atomic Agency of Examplia");
    CHECK(finder.name_of("~jane roe") == "Jane Roe");
}

TEST_CASE("a value is never turned into a name") {
    const EntityFinder finder(world());
    std::vector<Statement> statements = {tagged("He paid for Vega 300/NUM .").statement};
    const TokenRange value = test::range_of(statements[0], "vega 300");
    statements[0].values.push_back({{statements[0].tokens[value.begin].span.begin,
                                     statements[0].tokens[value.end - 1].span.end},
                                    {},
                                    {}});
    finder.find_other_mentions(statements);
    CHECK(statements[0].entities.empty());
}

TEST_CASE("spans of mentions are bytes of the text, and part of a compound is enough") {
    const EntityFinder finder(world());
    auto read = tagged("An Acme-made chip .");
    finder.find_lexicon_mentions(read.statement);
    REQUIRE(read.statement.entities.size() == 1);
    CHECK(slice(read.text, read.statement.entities[0].span) == "Acme");
    auto country = tagged("They left the U.S. today .");
    finder.find_lexicon_mentions(country.statement);
    REQUIRE(country.statement.entities.size() == 1);
    CHECK(slice(country.text, country.statement.entities[0].span) == "U.S.");
}

}  // namespace atodds
