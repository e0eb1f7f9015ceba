#include "extract/qualifier_reader.hpp"

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

Cue cue(const char* id, std::vector<std::string> words, CueScope scope) {
    Cue result;
    result.id = id;
    result.words = std::move(words);
    result.scope = scope;
    return result;
}

/// A few cues of each kind: the reader is tested here, the lexicon in lexicon_test.cpp.
std::vector<Cue> cues() {
    auto no = cue("not", {"not", "never", "no", "without", "refuse:verb to"}, CueScope::After);
    no.polarity = Polarity::Negative;
    no.stop = {"but", "except"};
    auto deny = cue("deny", {"deny:verb", "reject:verb claim"}, CueScope::Content);
    deny.stance = Stance::Denies;
    deny.holder_is_subject = true;
    auto confirm = cue("confirm", {"confirm:verb"}, CueScope::Content);
    confirm.stance = Stance::Confirms;
    confirm.holder_is_subject = true;
    auto decline = cue("decline", {"decline:verb to comment"}, CueScope::Clause);
    decline.stance = Stance::Declines;
    decline.holder_is_subject = true;
    auto reportedly = cue("reportedly", {"reportedly"}, CueScope::Clause);
    reportedly.certainty = Certainty::Probable;
    auto may = cue("may", {"may:verb", "could:verb"}, CueScope::After);
    may.certainty = Certainty::Possible;
    auto would = cue("would", {"would:verb"}, CueScope::After);
    would.certainty = Certainty::Hypothetical;
    auto condition = cue("if", {"if"}, CueScope::Clause);
    condition.certainty = Certainty::Hypothetical;
    auto planned = cue("planned", {"will:verb", "plan:verb to"}, CueScope::After);
    planned.stage = Stage::Planned;
    auto agreed = cue("agreed", {"agree:verb to"}, CueScope::After);
    agreed.stage = Stage::Agreed;
    auto earlier = cue("earlier", {"previously", "initially"}, CueScope::Clause);
    earlier.phase = Phase::Earlier;
    auto now = cue("now", {"now", "ultimately"}, CueScope::Clause);
    now.phase = Phase::Now;
    auto open = cue("including", {"including", "such as", "like:form"}, CueScope::After);
    open.list = ListKind::Open;
    auto say = cue("say", {"say:verb", "tell:verb", "report:verb", "add:verb", "warn:verb"},
                   CueScope::Content);
    say.is_attribution = true;
    auto according = cue("according", {"according to"}, CueScope::Content);
    according.is_attribution = true;
    according.source_is_object = true;
    auto citing = cue("citing", {"cite:verb"}, CueScope::Content);
    citing.is_attribution = true;
    citing.source_is_object = true;
    auto familiar = cue("familiar", {"people familiar with the matter"}, CueScope::Content);
    familiar.is_attribution = true;
    familiar.is_anonymous = true;
    return {no,        cue("not-only", {"not only", "no doubt"}, CueScope::After),
            deny,      confirm,
            decline,   reportedly,
            may,       would,
            condition, planned,
            agreed,    earlier,
            now,       open,
            say,       according,
            citing,    familiar};
}

EntityEntry entry(const char* id, const char* name, const char* type) {
    EntityEntry result;
    result.id = id;
    result.name = name;
    result.type = type;
    return result;
}

std::vector<EntityEntry> world() {
    return {entry("acme", "Acme", "organisation"),
            entry("vega", "Vega", "organisation"),
            entry("wire", "The Wire", "outlet"),
            entry("herald", "Herald", "outlet"),
            entry("ministry", "Trade Ministry", "organisation"),
            entry("roe", "Jane Roe", "person")};
}

struct Read {
    std::vector<Statement> statements;
    std::vector<StatementContext> contexts;
};

/// " | " separates the sentences of one article.
Read read(std::string_view text, std::string_view publisher = {}) {
    const EntityFinder finder(world());
    const QualifierReader reader(cues());
    Read result;
    while (!text.empty()) {
        const auto bar = text.find(" | ");
        result.statements.push_back(tagged(text.substr(0, bar)).statement);
        text = bar == std::string_view::npos ? "" : text.substr(bar + 3);
    }
    for (Statement& statement : result.statements) {
        finder.find_lexicon_mentions(statement);
    }
    finder.find_other_mentions(result.statements);
    result.contexts = reader.read_contexts(result.statements, publisher);
    return result;
}

/// The qualifiers of the only occurrence of `focus`, in the last sentence.
Qualifiers qualifiers_of(const Read& text, std::string_view focus) {
    const QualifierReader reader(cues());
    const Statement& statement = text.statements.back();
    const TokenRange range = test::range_of(statement, focus);
    REQUIRE_FALSE(range.is_empty());
    return reader.qualify(statement, text.contexts.back(), range);
}

std::string sources_of(const Qualifiers& qualifiers) {
    std::string text;
    for (const SourceRef& source : qualifiers.sources) {
        text += text.empty() ? "" : " > ";
        text += source.id;
    }
    return text;
}

}  // namespace

TEST_CASE("negation reaches to the end of its clause and no further") {
    struct Row {
        const char* name;
        const char* text;
        const char* focus;
        Polarity polarity;
    };

    constexpr auto kYes = Polarity::Positive;
    constexpr auto kNo = Polarity::Negative;
    constexpr std::array kRows = {
        Row{"object", "Acme did not buy/VB chips .", "chips", kNo},
        Row{"subject of an active verb", "Acme did not buy/VB chips .", "acme", kYes},
        Row{"subject of a passive verb", "Chips/NNS were not sold/VBN .", "chips", kNo},
        Row{"no as determiner", "Acme said there is/VBZ no backdoor .", "backdoor", kNo},
        Row{"pseudo negation", "Acme bought/VBD not only chips but racks/NNS .", "chips", kYes},
        Row{"no doubt", "Acme has no doubt sold/VBN chips .", "chips", kYes},
        Row{"contrast ends it", "Acme did not buy/VB chips but racks/NNS .", "racks", kYes},
        Row{"second clause", "Acme did not sell/VB , but Vega sold/VBD chips .", "chips", kYes},
        Row{"subordinate clause", "Acme did not sell/VB because Vega sold/VBD chips .", "chips",
            kYes},
        Row{"relative clause", "Acme sold/VBD no racks/NNS which hold/VBP chips .", "racks", kNo},
        Row{"a saying verb takes it", "Acme did not say/VB that Vega sold/VBD chips .", "chips",
            kYes},
        Row{"twice is not at all", "Acme never refused/VBD/refuse to sell/VB chips .", "chips",
            kYes},
        Row{"coordinated verb of its own",
            "Acme did not sell/VB racks/NNS and Vega sold/VBD chips .", "chips", kYes},
        Row{"shared auxiliary", "Acme may not sell/VB or lease/VB chips .", "chips", kNo},
        Row{"the predicate as a whole", "Acme did not buy/VB chips .", "did not buy chips", kNo},
    };
    for (const Row& row : kRows) {
        SUBCASE(row.name) {
            std::string text = row.text;
            // VBP has no name of its own in the notation.
            if (const auto at = text.find("/VBP"); at != std::string::npos) {
                text.replace(at, 4, "/VBZ");
            }
            CAPTURE(row.text);
            CHECK(qualifiers_of(read(text), row.focus).polarity == row.polarity);
        }
    }
}

TEST_CASE("sources stack from the outermost to the one who knew") {
    struct Row {
        const char* name;
        const char* text;
        const char* focus;
        const char* sources;
    };

    constexpr std::array kRows = {
        Row{"said that", "Acme said that Vega sold/VBD chips .", "chips", "acme"},
        Row{"said without that", "Acme said Vega sold/VBD chips .", "chips", "acme"},
        Row{"the speaker is not reported", "Acme said that Vega sold/VBD chips .", "acme", ""},
        Row{"at the end", "Vega sold/VBD chips , Acme said .", "chips", "acme"},
        Row{"at the end in a statement", "Vega sold/VBD chips , Acme said in a statement .",
            "chips", "acme"},
        Row{"turned round", "Vega sold/VBD chips , said Jane Roe .", "chips", "roe"},
        Row{"nested",
            "The Wire reported/VBD/report that the Trade Ministry said Vega sold/VBD chips .",
            "chips", "wire > ministry"},
        Row{"nested, the outer part",
            "The Wire reported/VBD/report that the Trade Ministry said Vega sold/VBD chips .",
            "trade ministry", "wire"},
        Row{"according to, in front", "According/VBG to Acme , Vega sold/VBD chips .", "chips",
            "acme"},
        Row{"according to, behind", "Vega sold/VBD chips , according/VBG to Acme .", "chips",
            "acme"},
        Row{"two layers, one behind", "Acme said Vega sold/VBD chips , according/VBG to The Wire .",
            "chips", "wire > acme"},
        Row{"anonymous subject",
            "Vega sold/VBD chips , people/NNS familiar/ADJ with the matter said .", "chips",
            "anonymous"},
        Row{"citing",
            "The Wire reported/VBD/report , citing/VBG/cite people/NNS familiar/ADJ with the "
            "matter , that Vega sold/VBD chips .",
            "chips", "wire > anonymous"},
        Row{"citing at the end",
            "Vega sold/VBD chips , The Wire reported/VBD/report , citing/VBG/cite officials/NNS .",
            "chips", "wire > ~officials"},
        Row{"citing a cause", "Vega sold/VBD chips , citing/VBG/cite costs/NNS .", "chips", ""},
        Row{"told an outlet", "Jane Roe told The Wire that Vega sold/VBD chips .", "chips",
            "wire > roe"},
        Row{"told to do", "The Trade Ministry told Vega to sell/VB chips .", "chips", ""},
        Row{"told by", "Vega was told/VBN/tell to sell/VB chips .", "chips", ""},
        Row{"spokesman", "A spokesman for Acme said Vega sold/VBD chips .", "chips", "acme"},
        Row{"unnamed group", "The analysts/NNS said Vega sold/VBD chips .", "chips", "~analysts"},
        Row{"contrast ends it", "Acme said Vega sold/VBD racks/NNS , but Vega kept/VBD chips .",
            "chips", ""},
        Row{"two speakers side by side",
            "Acme said Vega sold/VBD racks/NNS and The Wire reported/VBD/report that chips "
            "fell/VBD .",
            "chips", "wire"},
        Row{"participle shares the subject",
            "Acme said Vega sold/VBD racks/NNS , adding/VBG/add that chips fell/VBD .", "chips",
            "acme"},
        Row{"it added", "Acme said Vega fell/VBD . | It added/VBD/add that chips fell/VBD .",
            "chips", "acme"},
        Row{"the report said",
            "The Wire reported/VBD/report that Vega fell/VBD . | The report said that chips "
            "fell/VBD .",
            "chips", "wire"},
        Row{"she added, told by somebody",
            "The Wire reported/VBD/report that Jane Roe said Vega fell/VBD . | She added/VBD/add "
            "that chips fell/VBD .",
            "chips", "wire > roe"},
        Row{"a sentence of its own", "Acme said Vega fell/VBD . | Then chips fell/VBD .", "chips",
            ""},
        Row{"quotation in front", "\" Chips/NNS are safe/ADJ , \" Acme said .", "safe", "acme"},
        Row{"quotation over two sentences",
            "Acme said : \" Vega is bad/ADJ . | \" Chips/NNS are safe/ADJ . \"", "safe", "acme"},
    };
    for (const Row& row : kRows) {
        SUBCASE(row.name) {
            CAPTURE(row.text);
            CHECK(sources_of(qualifiers_of(read(row.text), row.focus)) == row.sources);
        }
    }
}

TEST_CASE("the publisher of the article is not a source of it") {
    const auto text = read("The Wire reported/VBD/report that Acme said chips fell/VBD .", "wire");
    CHECK(sources_of(qualifiers_of(text, "chips")) == "acme");
}

TEST_CASE("denial, confirmation and silence name their holder") {
    struct Row {
        const char* name;
        const char* text;
        const char* focus;
        Stance stance;
        const char* holder;
    };

    constexpr std::array kRows = {
        Row{"denied that", "Acme denied/VBD/deny that chips fell/VBD .", "chips", Stance::Denies,
            "acme"},
        Row{"denied a thing", "Acme denied/VBD/deny the sale .", "sale", Stance::Denies, "acme"},
        Row{"rejected wild claims",
            "Acme rejected/VBD/reject the wild/ADJ claims/NNS that chips fell/VBD .", "chips",
            Stance::Denies, "acme"},
        Row{"rejected an offer", "Acme rejected/VBD/reject the offer .", "offer", Stance::Asserts,
            ""},
        Row{"the denial ends with its clause",
            "Acme denied/VBD/deny the sale , but chips fell/VBD .", "chips", Stance::Asserts, ""},
        Row{"confirmed", "Jane Roe confirmed/VBD/confirm the sale .", "sale", Stance::Confirms,
            "roe"},
        Row{"did not confirm", "Acme did not confirm/VB the sale .", "sale", Stance::Declines,
            "acme"},
        Row{"declined to comment", "Acme declined/VBD/decline to comment/VB on the sale .", "sale",
            Stance::Declines, "acme"},
        Row{"declined elsewhere",
            "Vega sold/VBD chips , but Acme declined/VBD/decline to comment/VB .", "chips",
            Stance::Asserts, ""},
    };
    for (const Row& row : kRows) {
        SUBCASE(row.name) {
            CAPTURE(row.text);
            const Qualifiers qualifiers = qualifiers_of(read(row.text), row.focus);
            CHECK(qualifiers.stance == row.stance);
            CHECK(qualifiers.holder == row.holder);
            CHECK(qualifiers.polarity == Polarity::Positive);
        }
    }
}

TEST_CASE("hedges, modality and conditions lower certainty inside their clause") {
    struct Row {
        const char* name;
        const char* text;
        const char* focus;
        Certainty certainty;
    };

    constexpr std::array kRows = {
        Row{"plain", "Acme sold/VBD chips .", "chips", Certainty::Asserted},
        Row{"reportedly", "Acme has reportedly sold/VBN chips .", "chips", Certainty::Probable},
        Row{"reportedly reaches back", "Acme has reportedly sold/VBN chips .", "acme",
            Certainty::Probable},
        Row{"the weaker counts", "Acme may reportedly sell/VB chips .", "chips",
            Certainty::Possible},
        Row{"may", "Acme may sell/VB chips .", "chips", Certainty::Possible},
        Row{"the month", "Acme sold/VBD chips in May .", "chips", Certainty::Asserted},
        Row{"if", "Acme wins/VBZ if chips fall/VB .", "chips", Certainty::Hypothetical},
        Row{"the clause beside if", "Acme wins/VBZ if chips fall/VB .", "acme",
            Certainty::Asserted},
        Row{"would", "Acme would sell/VB chips .", "chips", Certainty::Hypothetical},
        Row{"said it would is a plan", "Acme said it would sell/VB chips .", "chips",
            Certainty::Asserted},
        Row{"another clause is hedged", "Vega may win/VB , but Acme sold/VBD chips .", "chips",
            Certainty::Asserted},
    };
    for (const Row& row : kRows) {
        SUBCASE(row.name) {
            CAPTURE(row.text);
            CHECK(qualifiers_of(read(row.text), row.focus).certainty == row.certainty);
        }
    }
}

TEST_CASE("stage and phase come from the nearest cue") {
    const auto plan = qualifiers_of(read("Acme said it would sell/VB chips ."), "chips");
    CHECK(plan.stage == Stage::Planned);
    const auto will = qualifiers_of(read("Acme will sell/VB chips ."), "chips");
    CHECK(will.stage == Stage::Planned);
    const auto agreed =
        qualifiers_of(read("Acme plans/VBZ/plan to agree/VB to sell/VB chips ."), "chips");
    CHECK(agreed.stage == Stage::Agreed);
    const auto earlier = read("Acme initially sold/VBD racks/NNS , but now sells/VBZ chips .");
    CHECK(qualifiers_of(earlier, "racks").phase == Phase::Earlier);
    CHECK(qualifiers_of(earlier, "chips").phase == Phase::Now);
    CHECK(qualifiers_of(read("Acme sold/VBD chips ."), "chips").phase == Phase::Unstated);
}

TEST_CASE("a list is open after including and closed where and joins it") {
    CHECK(qualifiers_of(read("Firms/NNS including/VBG Acme and Vega left/VBD ."), "acme and vega")
              .list == ListKind::Open);
    CHECK(qualifiers_of(read("Firms/NNS like Acme left/VBD ."), "acme").list == ListKind::Open);
    CHECK(qualifiers_of(read("They like/VB Acme ."), "acme").list == ListKind::Unstated);
    CHECK(qualifiers_of(read("Then Acme and Vega left/VBD ."), "acme and vega").list ==
          ListKind::Closed);
    CHECK(qualifiers_of(read("Then Acme left/VBD ."), "acme").list == ListKind::Unstated);
}

TEST_CASE("quotation marks tell a remark from a phrase from a term") {
    const auto direct = read("\" Chips/NNS are very safe/ADJ to use/VB , \" Acme said .");
    CHECK(qualifiers_of(direct, "very safe").quote == QuoteKind::Direct);
    const auto mixed = read("Acme said chips were \" very safe/ADJ \" to use/VB .");
    CHECK(qualifiers_of(mixed, "very safe").quote == QuoteKind::Mixed);
    const auto scare = read("Chips/NNS hold/VBZ a \" kill switch \" .");
    CHECK(qualifiers_of(scare, "kill switch").quote == QuoteKind::Scare);
    const auto single = read("Chips/NNS hold/VBZ a ' kill switch ' .");
    CHECK(qualifiers_of(single, "kill switch").quote == QuoteKind::Scare);
    const auto indirect = read("Acme said chips were safe/ADJ .");
    CHECK(qualifiers_of(indirect, "safe").quote == QuoteKind::Indirect);
    CHECK(qualifiers_of(read("Chips/NNS were safe/ADJ ."), "safe").quote == QuoteKind::None);
}

TEST_CASE("a date beside the verb of saying is not the time of the event") {
    auto with_date = [](const char* text, const char* date) {
        Read result = read(text);
        Statement& statement = result.statements.back();
        const TokenRange range = test::range_of(statement, date);
        ValueMention value;
        value.span = {statement.tokens[range.begin].span.begin,
                      statement.tokens[range.end - 1].span.end};
        value.value.type = ValueType::Date;
        value.value.dates = {one_day(Day{std::chrono::days{20000}})};
        statement.values = {value};
        return result;
    };
    const auto said = with_date("Acme said on Monday that Vega sold/VBD chips .", "monday");
    CHECK(qualifiers_of(said, "chips").event_time.is_unbounded());
    const auto sold = with_date("Acme said that Vega sold/VBD chips on Monday .", "monday");
    CHECK(qualifiers_of(sold, "chips").event_time.from == Day{std::chrono::days{20000}});
}

TEST_CASE("the anchor is the last day the text gave before") {
    const QualifierReader reader(cues());
    std::vector<Statement> statements = {tagged("Acme left/VBD on Monday .").statement,
                                         tagged("Vega left/VBD too .").statement};
    ValueMention value;
    value.span = statements[0].tokens[3].span;
    value.value.type = ValueType::Date;
    value.value.dates = {one_day(Day{std::chrono::days{20000}})};
    statements[0].values = {value};
    const auto contexts = reader.read_contexts(statements);
    CHECK_FALSE(contexts[0].anchor.has_value());
    CHECK(contexts[1].anchor == Day{std::chrono::days{20000}});
}

}  // namespace atodds
