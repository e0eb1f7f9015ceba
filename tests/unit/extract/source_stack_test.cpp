// Who says so, read from whole sentences with the shipped tagger and the shipped cues: the chain of
// sources of a fact, outermost first, and the stance of who speaks.

#include "extract/entity_finder.hpp"
#include "extract/fact_reader.hpp"
#include "extract/qualifier_reader.hpp"
#include "ruleset/ruleset.hpp"
#include "support/statements.hpp"

#include <doctest/doctest.h>

#include <array>
#include <string>
#include <string_view>
#include <vector>

namespace atodds {

namespace {

EntityEntry entry(const char* id, const char* name, const char* type,
                  std::vector<std::string> aliases = {}) {
    EntityEntry result;
    result.id = id;
    result.name = name;
    result.type = type;
    result.aliases = std::move(aliases);
    return result;
}

/// The cues of the repository and a small invented world.
const RuleSet& rules() {
    static const RuleSet set = [] {
        Diagnostics problems;
        RuleSet loaded = load_rules(ATODDS_SOURCE_DIR "/rules", problems);
        loaded.rules.clear();
        loaded.entities = {entry("acme", "Acme", "company"),
                           entry("vega", "Vega", "company"),
                           entry("wire", "Harbour Wire", "outlet", {"The Wire"}),
                           entry("ledger", "Northshore Ledger", "outlet", {"The Ledger"}),
                           entry("reuters", "Reuters", "outlet"),
                           entry("ministry", "Trade Ministry", "government"),
                           entry("roe", "Jane Roe", "person", {"Roe"}),
                           entry("poe", "Karl Poe", "person", {"Poe"})};
        return loaded;
    }();
    return set;
}

/// The qualifiers of `focus`, which stands once, in the last sentence of `text` that holds it.
Qualifiers read(const std::string& text, std::string_view focus) {
    static const FactReader reader(rules());
    static const QualifierReader qualifiers(rules().cues);
    const std::vector<Statement> statements = reader.read_statements(test::make_article(text));
    const auto contexts = qualifiers.read_contexts(statements);
    const auto at = static_cast<std::uint32_t>(text.rfind(focus));
    REQUIRE(text.rfind(focus) != std::string::npos);
    const ByteSpan span{at, at + static_cast<std::uint32_t>(focus.size())};
    for (std::size_t i = 0; i < statements.size(); ++i) {
        TokenRange range{kNoToken, 0};
        for (std::uint32_t t = 0; t < statements[i].tokens.size(); ++t) {
            if (statements[i].tokens[t].span.overlaps(span)) {
                range = {std::min(range.begin, t), t + 1};
            }
        }
        if (range.begin != kNoToken) {
            return qualifiers.qualify(statements[i], contexts[i], range);
        }
    }
    return {};
}

std::string stack_of(const Qualifiers& qualifiers) {
    std::string text;
    for (const SourceRef& source : qualifiers.sources) {
        text += text.empty() ? "" : " > ";
        text += source.id;
        text += source.institution.empty() ? "" : " (" + source.institution + ")";
    }
    return text;
}

struct Row {
    const char* name;
    const char* text;
    const char* focus;
    const char* stack;
};

template <std::size_t N>
void check_stacks(const std::array<Row, N>& rows) {
    for (const Row& row : rows) {
        SUBCASE(row.name) {
            CAPTURE(row.text);
            CHECK(stack_of(read(row.text, row.focus)) == row.stack);
        }
    }
}

struct StanceRow {
    const char* name;
    const char* text;
    const char* focus;
    Stance stance;
    const char* holder;
};

template <std::size_t N>
void check_stances(const std::array<StanceRow, N>& rows) {
    for (const StanceRow& row : rows) {
        SUBCASE(row.name) {
            CAPTURE(row.text);
            const Qualifiers said = read(row.text, row.focus);
            CHECK(said.stance == row.stance);
            CHECK(said.holder == row.holder);
        }
    }
}

}  // namespace

TEST_CASE("a report of what somebody said stacks the outlet over the speaker") {
    constexpr std::array kRows = {
        Row{"reported that said", "The Wire reported that Acme said it had sold 40 barges.",
            "40 barges", "wire > acme"},
        Row{"citing after the outlet",
            "Reuters, citing two officials, said Acme had sold 40 barges.", "40 barges",
            "reuters > ~two officials"},
        Row{"reported, citing, that",
            "The Wire reported on Friday, citing Jane Roe, that Acme had sold 40 barges.",
            "40 barges", "wire > roe"},
        Row{"citing in front",
            "Citing people familiar with the matter, The Wire reported that Acme had sold 40 "
            "barges.",
            "40 barges", "wire > anonymous"},
        Row{"citing at the end", "Acme had sold 40 barges, The Wire reported, citing Jane Roe.",
            "40 barges", "wire > roe"},
        Row{"the ministry told the outlet",
            "The Trade Ministry told Reuters that Acme had sold 40 barges.", "40 barges",
            "reuters > ministry"},
        Row{"a person told the outlet", "Jane Roe told the Harbour Wire that 40 barges were sold.",
            "40 barges", "wire > roe"},
        Row{"according to a report by",
            "According to a report by the Northshore Ledger, Acme had sold 40 barges.", "40 barges",
            "ledger"},
        Row{"the report quoted", "The Ledger quoted Jane Roe as saying Acme had sold 40 barges.",
            "40 barges", "ledger > roe"},
        Row{"the outlet wrote that a person had said",
            "The Ledger wrote that Karl Poe had said Acme sold 40 barges.", "40 barges",
            "ledger > poe"},
        Row{"two reports side by side",
            "The Wire reported that Vega left, and The Ledger reported that Acme sold 40 barges.",
            "40 barges", "ledger"},
    };
    check_stacks(kRows);
}

TEST_CASE("people who are counted are no source; people who speak are one") {
    constexpr std::array kRows = {
        Row{"close to, behind", "Acme will sell 40 barges, three people close to the talks said.",
            "40 barges", "anonymous"},
        Row{"one, close to", "Acme will sell 40 barges, a banker close to Vega said.", "40 barges",
            "~banker close to vega (vega)"},
        Row{"in front", "Two people said Acme had sold 40 barges.", "40 barges", "anonymous"},
        Row{"one person", "Acme had sold 40 barges, one person said.", "40 barges", "anonymous"},
        Row{"several", "Several people said that Acme had sold 40 barges.", "40 barges",
            "anonymous"},
        Row{"told an outlet", "Three people told Reuters that Acme had sold 40 barges.",
            "40 barges", "reuters > anonymous"},
        Row{"two died", "Two people drowned when 40 barges sank.", "40 barges", ""},
        Row{"one was hurt", "One person was hurt as 40 barges sank.", "40 barges", ""},
        Row{"several were moved", "Several people left the yard after 40 barges had sunk.",
            "40 barges", ""},
        Row{"counted by an office", "The Trade Ministry said three people owned 40 barges.",
            "40 barges", "ministry"},
        Row{"a yard close to a town", "The yard close to the bridge has 40 barges.", "40 barges",
            ""},
    };
    check_stacks(kRows);
}

TEST_CASE("what one party told another is said by the first") {
    constexpr std::array kRows = {
        Row{"told that", "Acme told Vega that 40 barges had been sold.", "40 barges", "acme"},
        Row{"told, no that", "Jane Roe told the court she had counted 40 barges.", "40 barges",
            "roe"},
        Row{"told reporters", "Jane Roe told reporters that 40 barges had sunk.", "40 barges",
            "roe"},
        Row{"told with a date", "Acme told investors on Monday that it had 40 barges.", "40 barges",
            "acme"},
        Row{"tail told", "Acme has 40 barges, Jane Roe told Vega.", "40 barges", "roe"},
        Row{"told an order", "The Trade Ministry told Acme to scrap 40 barges.", "40 barges", ""},
        Row{"informed", "Acme informed the Trade Ministry that 40 barges had sunk.", "40 barges",
            "acme"},
        Row{"warned", "Karl Poe warned Acme that 40 barges were unsafe.", "40 barges", "poe"},
        Row{"told, then a clause of its own",
            "Acme told Vega that it was sorry, but 40 barges had sunk.", "40 barges", ""},
        Row{"told an outlet, turned round", "Acme has 40 barges, Karl Poe told Reuters.",
            "40 barges", "reuters > poe"},
    };
    check_stacks(kRows);
}

TEST_CASE("according to governs its sentence from either end") {
    constexpr std::array kRows = {
        Row{"in front", "According to Acme, 40 barges were sold.", "40 barges", "acme"},
        Row{"behind", "About 40 barges were sold, according to Jane Roe.", "40 barges", "roe"},
        Row{"behind, no comma", "Some 40 barges were sold according to Acme.", "40 barges", "acme"},
        Row{"in the middle", "The yard, according to Vega, sold 40 barges.", "40 barges", "vega"},
        Row{"over a speaker", "Acme said 40 barges were sold, according to The Wire.", "40 barges",
            "wire > acme"},
        Row{"a document", "According to court papers, 40 barges were sold.", "40 barges",
            "~court papers"},
        Row{"people familiar", "According to people familiar with the matter, 40 barges were sold.",
            "40 barges", "anonymous"},
        Row{"a person and a house",
            "About 40 barges were sold, according to Jane Roe, a spokeswoman for Acme.",
            "40 barges", "roe (acme)"},
        Row{"an outlet citing",
            "About 40 barges were sold, according to Reuters, which cited Jane Roe.", "40 barges",
            "reuters > roe"},
        Row{"the next sentence is free", "According to Acme, nobody was hurt. It sold 40 barges.",
            "40 barges", ""},
        Row{"two of them",
            "According to The Wire, Acme is for sale; according to The Ledger, it has 40 barges.",
            "40 barges", "ledger"},
    };
    check_stacks(kRows);
}

TEST_CASE("a source at the end of the sentence holds what stands before it") {
    constexpr std::array kRows = {
        Row{"said", "Acme sold 40 barges, Jane Roe said.", "40 barges", "roe"},
        Row{"said turned round", "Acme sold 40 barges, said Jane Roe.", "40 barges", "roe"},
        Row{"said on a day", "Acme sold 40 barges, Jane Roe said on Monday.", "40 barges", "roe"},
        Row{"said in a statement", "Acme sold 40 barges, the Trade Ministry said in a statement.",
            "40 barges", "ministry"},
        Row{"reported", "Acme sold 40 barges, The Wire reported.", "40 barges", "wire"},
        Row{"people said", "Acme sold 40 barges, two people with knowledge of the sale said.",
            "40 barges", "anonymous"},
        Row{"a spokesman", "Acme sold 40 barges, a spokesman for Vega said.", "40 barges", "vega"},
        Row{"title in front", "Acme sold 40 barges, Vega chairman Karl Poe said.", "40 barges",
            "poe (vega)"},
        Row{"house behind", "Acme sold 40 barges, said Karl Poe, the chairman of Vega.",
            "40 barges", "poe (vega)"},
        Row{"told an outlet", "Acme sold 40 barges, Karl Poe told The Ledger.", "40 barges",
            "ledger > poe"},
        Row{"quoted words", "\"Acme sold 40 barges,\" Karl Poe said.", "40 barges", "poe"},
        Row{"two clauses", "Acme sold 40 barges and kept ten, Jane Roe added.", "40 barges", "roe"},
    };
    check_stacks(kRows);
}

TEST_CASE("a report goes on to speak in the next sentence") {
    constexpr std::array kRows = {
        Row{"the report added",
            "The Wire reported that Acme is for sale. The report added that "
            "it has 40 barges.",
            "40 barges", "wire"},
        Row{"the report said, two later",
            "The Wire reported that Acme is for sale. Shares fell. The report said it has 40 "
            "barges.",
            "40 barges", "wire"},
        Row{"the newspaper said",
            "The Ledger wrote that Acme is for sale. The newspaper said it "
            "has 40 barges.",
            "40 barges", "ledger"},
        Row{"it added", "Acme said that it was sorry. It added that 40 barges had sunk.",
            "40 barges", "acme"},
        Row{"she said", "Jane Roe said the yard was closed. She said 40 barges had sunk.",
            "40 barges", "roe"},
        Row{"he said, told by an outlet",
            "Karl Poe told The Ledger that the yard was closed. He said 40 barges had sunk.",
            "40 barges", "ledger > poe"},
        Row{"according to the report",
            "The Wire reported that Acme is for sale. According to the report, it has 40 barges.",
            "40 barges", "wire"},
        Row{"the article said",
            "The Ledger reported that Acme is for sale. The article said it "
            "has 40 barges.",
            "40 barges", "ledger"},
        Row{"a quotation goes on", "\"The yard is closed,\" Jane Roe said. \"We lost 40 barges.\"",
            "40 barges", "roe"},
        Row{"no speaker, no source", "The Wire reported that Acme is for sale. It has 40 barges.",
            "40 barges", ""},
        Row{"somebody else speaks",
            "The Wire reported that Acme is for sale. Vega said it has 40 barges.", "40 barges",
            "vega"},
    };
    check_stacks(kRows);
}

TEST_CASE("sources without a name are anonymous, with their house where it is told") {
    constexpr std::array kRows = {
        Row{"people familiar", "People familiar with the matter said Acme sold 40 barges.",
            "40 barges", "anonymous"},
        Row{"a person briefed", "A person briefed on the talks said Acme sold 40 barges.",
            "40 barges", "anonymous"},
        Row{"sources", "Sources said Acme sold 40 barges.", "40 barges", "anonymous"},
        Row{"two sources", "Two sources told The Wire that Acme sold 40 barges.", "40 barges",
            "wire > anonymous"},
        Row{"condition of anonymity",
            "An official who spoke on condition of anonymity said Acme sold 40 barges.",
            "40 barges", "anonymous"},
        Row{"people close to", "People close to Acme said it sold 40 barges.", "40 barges",
            "anonymous (acme)"},
        Row{"insiders", "Insiders said Acme sold 40 barges.", "40 barges", "anonymous"},
        Row{"one person", "Acme sold 40 barges, one person said.", "40 barges", "anonymous"},
        Row{"officials at a house",
            "Two officials at the Trade Ministry said Acme sold 40 "
            "barges.",
            "40 barges", "~two officials at the trade ministry (ministry)"},
        Row{"a source at a house", "A source at Vega said Acme sold 40 barges.", "40 barges",
            "anonymous (vega)"},
        Row{"according to a source", "Acme sold 40 barges, according to a source close to Vega.",
            "40 barges", "anonymous (vega)"},
    };
    check_stacks(kRows);
}

TEST_CASE("a person speaks with the house behind the name") {
    constexpr std::array kRows = {
        Row{"apposition", "Jane Roe, a spokeswoman for Acme, said 40 barges were sold.",
            "40 barges", "roe (acme)"},
        Row{"house in front", "Acme spokeswoman Jane Roe said 40 barges were sold.", "40 barges",
            "roe (acme)"},
        Row{"possessive", "Acme's chairman, Karl Poe, said 40 barges were sold.", "40 barges",
            "poe (acme)"},
        Row{"of", "Karl Poe of Vega said 40 barges were sold.", "40 barges", "poe (vega)"},
        Row{"at", "Karl Poe, an engineer at Vega, said 40 barges were sold.", "40 barges",
            "poe (vega)"},
        Row{"alone", "Karl Poe said 40 barges were sold.", "40 barges", "poe"},
        Row{"a house speaks", "Vega said 40 barges were sold.", "40 barges", "vega"},
        Row{"a spokesman is his house", "A spokesman for Vega said 40 barges were sold.",
            "40 barges", "vega"},
        Row{"who is", "Karl Poe, who runs Vega, said 40 barges were sold.", "40 barges",
            "poe (vega)"},
        Row{"behind", "About 40 barges were sold, said Jane Roe, a lawyer for Vega.", "40 barges",
            "roe (vega)"},
    };
    check_stacks(kRows);
}

TEST_CASE("who denies holds the denial") {
    constexpr std::array kRows = {
        StanceRow{"denied that", "Acme denied that it sold 40 barges.", "40 barges", Stance::Denies,
                  "acme"},
        StanceRow{"has denied", "Vega has denied selling 40 barges.", "40 barges", Stance::Denies,
                  "vega"},
        StanceRow{"a person", "Jane Roe flatly denied that 40 barges had sunk.", "40 barges",
                  Stance::Denies, "roe"},
        StanceRow{"rejected the report", "Acme rejected a report that it sold 40 barges.",
                  "40 barges", Stance::Denies, "acme"},
        StanceRow{"dismissed claims", "The Trade Ministry dismissed claims that 40 barges sank.",
                  "40 barges", Stance::Denies, "ministry"},
        StanceRow{"disputed", "Vega disputed that it had 40 barges.", "40 barges", Stance::Denies,
                  "vega"},
        StanceRow{"refuted", "Acme refuted the claim that 40 barges sank.", "40 barges",
                  Stance::Denies, "acme"},
        StanceRow{"a spokesman", "A spokesman for Acme denied that 40 barges sank.", "40 barges",
                  Stance::Denies, "acme"},
        StanceRow{"the other clause stands",
                  "Acme denied wrongdoing, but Vega said 40 barges sank.", "40 barges",
                  Stance::Asserts, ""},
        StanceRow{"denied by", "The sale of 40 barges was denied by Vega.", "40 barges",
                  Stance::Denies, "vega"},
    };
    check_stances(kRows);
}

TEST_CASE("who confirms holds the confirmation") {
    constexpr std::array kRows = {
        StanceRow{"confirmed that", "Acme confirmed that it sold 40 barges.", "40 barges",
                  Stance::Confirms, "acme"},
        StanceRow{"a thing", "Vega confirmed the sale of 40 barges.", "40 barges", Stance::Confirms,
                  "vega"},
        StanceRow{"acknowledged", "The Trade Ministry acknowledged that 40 barges sank.",
                  "40 barges", Stance::Confirms, "ministry"},
        StanceRow{"admitted", "Jane Roe admitted that 40 barges had sunk.", "40 barges",
                  Stance::Confirms, "roe"},
        StanceRow{"has confirmed", "Karl Poe has confirmed that 40 barges sank.", "40 barges",
                  Stance::Confirms, "poe"},
        StanceRow{"conceded", "Acme conceded that 40 barges were lost.", "40 barges",
                  Stance::Confirms, "acme"},
        StanceRow{"did not confirm", "Acme did not confirm that 40 barges sank.", "40 barges",
                  Stance::Declines, "acme"},
        StanceRow{"would not confirm", "Vega would not confirm that 40 barges sank.", "40 barges",
                  Stance::Declines, "vega"},
        StanceRow{"at the end", "About 40 barges sank, the Trade Ministry confirmed.", "40 barges",
                  Stance::Confirms, "ministry"},
        StanceRow{"a spokesman", "A spokesman for Vega confirmed that 40 barges sank.", "40 barges",
                  Stance::Confirms, "vega"},
        StanceRow{"confirmed by", "The loss of 40 barges was confirmed by Acme.", "40 barges",
                  Stance::Confirms, "acme"},
    };
    check_stances(kRows);
}

TEST_CASE("who will not speak declines, and what others say stands") {
    constexpr std::array kRows = {
        StanceRow{"declined to comment on", "Acme declined to comment on the sale of 40 barges.",
                  "40 barges", Stance::Declines, "acme"},
        StanceRow{"refused to say", "Vega refused to say whether 40 barges sank.", "40 barges",
                  Stance::Declines, "vega"},
        StanceRow{"declined to confirm", "Acme declined to confirm that 40 barges sank.",
                  "40 barges", Stance::Declines, "acme"},
        StanceRow{"did not respond",
                  "Vega did not respond to a request for comment on the 40 barges.", "40 barges",
                  Stance::Declines, "vega"},
        StanceRow{"would not comment", "The Trade Ministry would not comment on the 40 barges.",
                  "40 barges", Stance::Declines, "ministry"},
        StanceRow{"declined to discuss", "Jane Roe declined to discuss the 40 barges.", "40 barges",
                  Stance::Declines, "roe"},
        StanceRow{"neither", "Acme would neither confirm nor deny the loss of 40 barges.",
                  "40 barges", Stance::Declines, "acme"},
        StanceRow{"elsewhere", "About 40 barges sank, but Acme declined to comment.", "40 barges",
                  Stance::Asserts, ""},
        StanceRow{"next sentence", "About 40 barges sank. Acme declined to comment.", "40 barges",
                  Stance::Asserts, ""},
        StanceRow{"a spokesman", "A spokesman for Acme declined to comment on the 40 barges.",
                  "40 barges", Stance::Declines, "acme"},
    };
    check_stances(kRows);
}

}  // namespace atodds
