#include "compare/flat_leads.hpp"

#include "base/hash.hpp"
#include "base/utf8.hpp"
#include "compare/inside_article.hpp"
#include "compare/slot_words.hpp"
#include "compare/value_relation.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <optional>
#include <set>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

namespace atodds {
namespace {

using Facts = std::span<const Fact>;

/// Bytes; a longer first paragraph is the article and not its lead. Guessed.
constexpr std::uint32_t kLongestLead = 700;
/// Bytes; a shorter first line is a byline or a place. Guessed.
constexpr std::uint32_t kShortestLead = 40;
/// Facts of title and lead of one article that are looked at: what bounds the cost. Guessed.
constexpr std::size_t kMostFlat = 64;
/// Shared words of two open facts, in percent of the poorer side and at least so many, from which
/// they are one statement; as for headlines in `inside_article.cpp`, one in ten more, since here
/// nothing clashes that would show that they are one.
constexpr std::size_t kSameStatement = 70;
constexpr std::size_t kLeastWords = 3;

/// The first paragraph, where others follow; empty in an article of one paragraph.
ByteSpan lead_of(const Article& article) {
    const auto is_paragraph = [](const Block& block) {
        return block.kind == BlockKind::Body && block.span.size() >= kShortestLead;
    };
    const auto first = std::ranges::find_if(article.blocks, is_paragraph);
    const bool is_alone = first == article.blocks.end() ||
                          std::none_of(first + 1, article.blocks.end(), is_paragraph);
    return is_alone || first->span.size() > kLongestLead ? ByteSpan{} : first->span;
}

bool is_negative(const Fact& fact) {
    return (fact.qualifiers.polarity == Polarity::Negative) !=
           (fact.qualifiers.stance == Stance::Denies);
}

bool is_asserted(const Fact& fact) {
    return fact.qualifiers.certainty == Certainty::Asserted &&
           fact.qualifiers.phase != Phase::Retracted && !is_question(fact);
}

/// In the article's own voice: nobody is quoted, nobody named.
bool is_flat(const Fact& fact) {
    const Stance stance = fact.qualifiers.stance;
    return fact.qualifiers.sources.empty() && fact.qualifiers.quote == QuoteKind::None &&
           (stance == Stance::Asserts || stance == Stance::Confirms) && is_asserted(fact);
}

/// All of its sources are people without a name, none of them the very thing that is counted.
bool has_unnamed_sources(const Fact& fact) {
    const auto& sources = fact.qualifiers.sources;
    return !sources.empty() && std::ranges::all_of(sources, [&](const SourceRef& source) {
        return source.id == "anonymous" && source.institution.empty() &&
               !source.span.overlaps(fact.span);
    });
}

/// Every slot that both state is the same.
bool have_one_key(const Fact& left, const Fact& right) {
    return std::ranges::all_of(left.slots, [&](const SlotValue& slot) {
        const SlotWords others = slot_words(right, slot.slot);
        return others.empty() || others.contains(slot.value);
    });
}

bool have_one_value(const Fact& flat, const Fact& told) {
    return is_amount(flat.value) && is_amount(told.value)
               ? headline_rounds_to(flat.value, told.value)
               : to_display(flat.value) == to_display(told.value);
}

bool are_one_statement(const SlotWords& a, const SlotWords& b) {
    return shared_count(a, b) >= kLeastWords && shared_percent(a, b) >= kSameStatement;
}

bool share(const Fact& left, const Fact& right, std::string_view slot) {
    return share_any(slot_words(left, slot), slot_words(right, slot));
}

/// Whether open facts are the same claim, or the same figure of the same thing.
bool are_one_open_fact(const Fact& flat, const Fact& told) {
    if (flat.value.type == ValueType::Polarity) {
        const bool has_object = !slot_words(flat, "object").empty();
        return share(flat, told, "predicate") && share(flat, told, "actor") &&
               (!has_object || share(flat, told, "object")) &&
               are_one_statement(slot_words(flat, "stem"), slot_words(told, "stem"));
    }
    return is_amount(flat.value) && share(flat, told, "noun") &&
           slot_words(flat, "time") == slot_words(told, "time") &&
           are_one_statement(quote_words(flat), quote_words(told));
}

bool are_one_fact(const Fact& flat, const Fact& told) {
    if (flat.rule != told.rule || is_negative(flat) != is_negative(told) ||
        !have_one_value(flat, told)) {
        return false;
    }
    return flat.tier == Tier::Declared ? have_one_key(flat, told) : are_one_open_fact(flat, told);
}

/// The first word of what is told: behind "two people said", else of the statement.
std::string first_told_word(const Fact& fact) {
    const ByteSpan source = fact.qualifiers.sources.back().span;
    const bool leads = source.begin >= fact.statement.begin && source.end <= fact.span.begin &&
                       source.begin - fact.statement.begin < 3;
    std::string_view rest = fact.quote;
    if (leads) {
        rest.remove_prefix(std::min<std::size_t>(rest.size(), source.end - fact.statement.begin));
    }
    // "said", "said that", "who were there said": the word behind the verb of saying.
    constexpr std::array<std::string_view, 6> kSaying = {"said",  "say",   "says",
                                                         "added", "claim", "claimed"};
    std::string word;
    bool is_open = !leads;
    for (std::size_t i = 0; i <= rest.size(); ++i) {
        const char byte = i < rest.size() ? rest[i] : ' ';
        const bool is_letter = (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z');
        if (is_letter) {
            word += byte;
            continue;
        }
        word = to_lower(word);
        if (is_open && !word.empty() && word != "that") {
            return word;
        }
        is_open = is_open || std::ranges::find(kSaying, word) != kSaying.end();
        word.clear();
    }
    return "";
}

/// "some directors", "several firms": the body speaks of a part, and the top does not.
bool is_narrowed(const Fact& flat, const Fact& told) {
    constexpr std::array<std::string_view, 6> kParts = {"some", "several", "certain",
                                                        "few",  "part",    "parts"};
    const std::string word = first_told_word(told);
    return std::ranges::find(kParts, word) != kParts.end() &&
           (" " + to_lower(flat.quote)).find(" " + word + " ") == std::string::npos;
}

class FlatLeads {
  public:
    FlatLeads(const Comparator& comparator, Report& report)
        : comparator_(comparator), report_(report) {}

    void find() {
        std::unordered_map<std::string_view, ByteSpan> leads;  // lookups only
        for (const Article& article : report_.articles) {
            leads.emplace(article.id, lead_of(article));
        }
        const Facts facts = report_.facts;
        for (std::size_t begin = 0; begin < facts.size();) {
            std::size_t end = begin;
            while (end < facts.size() && facts[end].article == facts[begin].article) {
                ++end;
            }
            const auto lead = leads.find(facts[begin].article);
            look_at(facts.subspan(begin, end - begin),
                    lead == leads.end() ? ByteSpan{} : lead->second);
            begin = end;
        }
    }

  private:
    void look_at(Facts facts, ByteSpan lead) {
        std::set<ByteSpan> told;  // statements of the body: each is told once
        std::size_t looked_at = 0;
        for (const Fact& flat : facts) {
            // A heading further down is read with the paragraph below it.
            const bool is_top = flat.block == BlockKind::Title || lead.contains(flat.statement);
            if (!is_top || !is_flat(flat) || looked_at >= kMostFlat) {
                continue;
            }
            ++looked_at;
            const Fact* body = only_unnamed(facts, flat, lead);
            if (body != nullptr && told.insert(body->statement).second) {
                add(flat, *body);
            }
        }
    }

    /// The first fact of the body that says the same, if all that say it have it from people
    /// without a name; null where one has not, or none says it.
    static const Fact* only_unnamed(Facts facts, const Fact& flat, ByteSpan lead) {
        const Fact* first = nullptr;
        for (const Fact& told : facts) {
            // Below a headline stands the lead too.
            const bool is_body = !is_headline(told) && is_prose(told.block) &&
                                 (is_headline(flat) || !lead.contains(told.statement));
            if (!is_body || !are_one_fact(flat, told)) {
                continue;
            }
            if (!has_unnamed_sources(told) || !is_asserted(told)) {
                return nullptr;
            }
            first = first == nullptr ? &told : first;
        }
        return first;
    }

    void add(const Fact& flat, const Fact& body) {
        Finding finding;
        finding.rule = flat.rule;
        finding.tier = flat.tier;
        finding.kind = is_headline(flat) ? FindingKind::HeadlineBody : FindingKind::InsideArticle;
        const bool narrows = is_narrowed(flat, body);
        finding.verdict = narrows ? Verdict::Scope : Verdict::Certainty;
        finding.level = Level::Note;
        const Rule* rule = comparator_.rule_of(flat);
        finding.fact = rule != nullptr ? rule->question : flat.surface;
        finding.key = finding.fact;
        const std::string who = body.qualifiers.sources.back().surface;
        const std::string value = to_display(flat);
        finding.sides = {{value + " (in its own voice)", {flat.id}, {flat.article}, {}},
                         {fmt::format("{} (according to {})", to_display(body), who),
                          {body.id},
                          {body.article},
                          {}}};
        finding.conflicts = {{0, 1}};
        finding.trace = {
            {"same-fact", "one fact, stated twice in one article", false},
            {"attribution",
             fmt::format("the {} states in the article's own voice what the body has from {}{}",
                         is_headline(flat) ? "headline" : "lead", who,
                         narrows ? ", and only of some" : ""),
             true}};
        finding.id = hash_hex(fmt::format("{}|{}|flat lead|{}|{}|{}", flat.rule, flat.article,
                                          value, who, static_cast<int>(finding.verdict)))
                         .substr(0, 16);
        finding.message = finding.fact;
        report_.findings.push_back(std::move(finding));
    }

    const Comparator& comparator_;
    Report& report_;
};

}  // namespace

void find_flat_leads(const Comparator& comparator, Report& report) {
    FlatLeads(comparator, report).find();
}

}  // namespace atodds
