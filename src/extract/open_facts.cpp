#include "extract/open_facts.hpp"

#include "extract/claim_reader.hpp"
#include "extract/counted_noun.hpp"
#include "extract/figure_slots.hpp"
#include "extract/life_reader.hpp"
#include "extract/office_reader.hpp"
#include "extract/open_fact_builder.hpp"
#include "extract/place_reader.hpp"
#include "extract/role_reader.hpp"
#include "extract/value_sense.hpp"

#include <algorithm>
#include <chrono>
#include <forward_list>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

namespace atodds {
namespace {

using std::string_view_literals::operator""sv;  // compares sizes first, a plain literal does not

bool is_noun(const Token& token) {
    return token.tag == Upos::Noun || token.tag == Upos::Propn;
}

/// Tokens from a rank to the "since" that limits it; guessed.
constexpr std::ptrdiff_t kSinceReach = 8;

/// Years that news writes as bare digits before a noun.
constexpr std::int64_t kFirstYear = 1800;
constexpr std::int64_t kLastYear = 2099;

/// Degrees of no named scale, as the unit table calls them.
constexpr const char* kDegree = "deg";

/// Tokens from "before" to the event; guessed.
constexpr std::uint32_t kOrderReach = 4;

/// Guessed: three amounts of one kind in a statement still find their nouns.
constexpr std::ptrdiff_t kManyAlike = 4;

/// "6.9/10" and "25 out of 28" are shares of a whole and never meet a count.
bool is_ratio(const ValueMention& mention, std::string_view surface) {
    return mention.value.type == ValueType::Number && !mention.value.amount.is_integer() &&
           (surface.find('/') != std::string_view::npos ||
            surface.find(" of ") != std::string_view::npos);
}

const char* rule_of(const ValueMention& mention, std::string_view surface) {
    switch (mention.value.type) {
        case ValueType::Number:
            return is_ratio(mention, surface) ? "open/ratio" : "open/number";
        case ValueType::Ordinal:
            return "open/rank";
        case ValueType::Percent:
        case ValueType::PercentagePoints:
            return "open/percent";
        case ValueType::Money:
            return "open/money";
        case ValueType::Quantity:
            return "open/quantity";
        case ValueType::Duration:
            return "open/duration";
        case ValueType::Date:
            return "open/date";
        default:
            return nullptr;
    }
}

/// Reads the open facts of one statement.
class OpenReader {
  public:
    explicit OpenReader(OpenFactBuilder& builder)
        : builder_(builder),
          article_(builder.article()),
          statement_(builder.statement()),
          nouns_(builder.statement()),
          sense_(builder.statement(), builder.families()),
          figures_(builder.statement(), builder.families()),
          census_(census_years()) {}

    void read(std::vector<Fact>& facts) {
        for (const ValueMention& mention : statement_.values) {
            const TokenRange range = tokens_of(statement_, mention.span);
            if (!range.is_empty() && read_life(builder_, mention, range, facts)) {
                continue;
            }
            if (!range.is_empty() && is_year_of_noun(mention, range)) {
                if (!sense_.is_as_of(as_year(mention), range)) {
                    add_value_fact("open/date", as_year(mention), range, facts);
                }
                continue;
            }
            if (!range.is_empty() &&
                sense_.is_temperature(mention, range, noun_of(mention, range))) {
                add_value_fact("open/quantity", as_degrees(mention), range, facts);
                continue;
            }
            if (!range.is_empty() && sense_.is_bare_age(mention, range)) {
                add_value_fact("open/quantity", as_age(mention), range, facts);
                continue;
            }
            const char* rule = rule_of(mention, slice(article_.text, mention.span));
            if (rule != nullptr && !range.is_empty() && !sense_.is_as_of(mention, range) &&
                !is_part_of_name(mention, range)) {
                add_value_fact(rule, mention, range, facts);
                read_part_of_whole(mention, range, facts);
            }
        }
    }

  private:
    /// "12 out of 15 districts" is a share and also counts 12 districts.
    void read_part_of_whole(const ValueMention& mention, TokenRange range,
                            std::vector<Fact>& facts) {
        const std::string_view surface = slice(article_.text, mention.span);
        const std::size_t out_of = surface.find(" out of ");
        if (!is_ratio(mention, surface) || out_of == std::string_view::npos ||
            nouns_.find(mention, range) == kNoToken) {
            return;
        }
        const std::optional<Decimal> part = Decimal::parse(surface.substr(0, out_of));
        if (!part || !part->is_integer()) {
            return;
        }
        ValueMention count = mention;
        count.value = {};
        count.value.amount = *part;
        count.value.low = *part;
        count.value.high = *part;
        add_value_fact("open/number", count, range, facts);
        facts.back().id += "-part";
    }

    /// "Bros. 2", "Apollo 11": a bare number behind a name that counts nothing belongs to the name.
    bool is_part_of_name(const ValueMention& mention, TokenRange range) const {
        const bool follows_name = range.begin > 0 &&
                                  statement_.tokens[range.begin - 1].tag == Upos::Propn &&
                                  statement_.tokens[range.begin - 1].is_capitalised;
        const bool counts =
            range.end < statement_.tokens.size() && statement_.tokens[range.end].tag == Upos::Noun;
        return mention.value.type == ValueType::Number && mention.value.bound == Bound::Exact &&
               follows_name && !counts;
    }

    /// "The first woman since 1979" is not the first.
    bool is_since(TokenRange range) const {
        const auto begin = statement_.tokens.begin() + range.end;
        const auto end =
            begin + std::min<std::ptrdiff_t>(kSinceReach, statement_.tokens.end() - begin);
        return std::any_of(begin, end, [](const Token& token) { return token.lower == "since"sv; });
    }

    /// "Ten minutes before the collision": what the length of time leads up to or away from.
    void add_order(TokenRange range) {
        const auto size = static_cast<std::uint32_t>(statement_.tokens.size());
        if (range.end >= size) {
            return;
        }
        const std::string& word = statement_.tokens[range.end].lower;
        if (word != "before" && word != "after") {
            return;
        }
        std::uint32_t noun = kNoToken;
        for (std::uint32_t t = range.end + 1; t < size && t <= range.end + kOrderReach; ++t) {
            const Token& token = statement_.tokens[t];
            if (is_noun(token)) {
                noun = t;
            } else if (token.tag != Upos::Det && token.tag != Upos::Adj) {
                break;
            }
        }
        if (noun != kNoToken) {
            builder_.add(word == "before" ? "before" : "after", noun);
        }
    }

    /// "Stood at 5.9 percent in May": the figures that a date of the same clause goes with.
    void add_amounts(TokenRange range) {
        const std::uint16_t clause = statement_.tokens[range.begin].clause;
        for (const ValueMention& mention : statement_.values) {
            const TokenRange other = tokens_of(statement_, mention.span);
            const ValueType type = mention.value.type;
            const bool is_figure = type == ValueType::Percent || type == ValueType::Money ||
                                   type == ValueType::Quantity;
            if (is_figure && !other.is_empty() && statement_.tokens[other.begin].clause == clause) {
                builder_.add("amount", amount_text(mention.value), mention.span);
            }
        }
    }

    /// The amount as text that lasts as long as this reader.
    std::string_view amount_text(const Value& value) {
        return texts_.emplace_front(value.amount.to_string());
    }

    /// "As of the 1990 census": the values read 1990 as a number, but it is when the fact holds.
    std::vector<std::pair<std::string, ByteSpan>> census_years() const {
        std::vector<std::pair<std::string, ByteSpan>> times;
        for (const ValueMention& mention : statement_.values) {
            const TokenRange range = tokens_of(statement_, mention.span);
            if (!range.is_empty() && is_year_of_noun(mention, range) &&
                sense_.is_as_of(as_year(mention), range)) {
                const DayInterval year = as_year(mention).value.dates.front();
                times.emplace_back(to_text(year), mention.span);
            }
        }
        return times;
    }

    /// The subject where it is named, and "raising the Marlin" is about the Marlin.
    void add_actor(std::uint32_t subject) {
        if (builder_.add_actor(subject) || statement_.tokens[subject].tag != Upos::Verb) {
            return;
        }
        const auto size = static_cast<std::uint32_t>(statement_.tokens.size());
        for (std::uint32_t t = subject + 1; t < size && t <= subject + 2; ++t) {
            if (builder_.add_actor(t)) {
                return;
            }
        }
    }

    /// What the words around a value make of it: the name of a thing, a mark that was passed.
    void add_sense(const ValueMention& mention, TokenRange range, const Clause* clause,
                   Fact& fact) {
        if (mention.value.type == ValueType::Date && sense_.names_a_thing(mention, range)) {
            fact.value = ValueSense::without_limit(fact.value);
            builder_.add("attribute", "date", mention.span);
        }
        if (sense_.is_over(mention, range)) {
            fact.value.bound = Bound::Above;
            fact.value.low_is_in = false;
            fact.value.high = std::nullopt;
        }
        if (clause != nullptr && sense_.is_passed_mark(*clause, mention, range)) {
            fact.value.bound = Bound::Above;
            fact.value.low_is_in = false;
            fact.value.high = std::nullopt;
            builder_.add("passed", "mark", mention.span);
        }
    }

    /// What the value measures. Where the subject is a temperature it is that, whatever noun the
    /// parser hangs the value on.
    std::uint32_t noun_of(const ValueMention& mention, TokenRange range) const {
        const Clause* clause = builder_.clause_of(range.begin);
        const bool may_be_degrees =
            mention.value.type == ValueType::Number || mention.value.unit == kDegree;
        const bool is_temperature = may_be_degrees && clause != nullptr &&
                                    clause->subject != kNoToken && clause->subject < range.begin &&
                                    statement_.tokens[clause->subject].lemma == "temperature"sv;
        return is_temperature ? clause->subject : nouns_.find(mention, range);
    }

    static ValueMention as_degrees(ValueMention mention) {
        mention.value.type = ValueType::Quantity;
        mention.value.unit = kDegree;
        mention.value.dimension = "angle";
        return mention;
    }

    static ValueMention as_age(ValueMention mention) {
        mention.value.type = ValueType::Quantity;
        mention.value.unit = "year";
        mention.value.dimension = "age";
        return mention;
    }

    /// "Four of 11 counts": the second number is the whole of which the first is a part.
    bool is_whole(TokenRange range) const {
        return range.begin > 1 && statement_.tokens[range.begin - 1].lower == "of"sv &&
               std::any_of(statement_.values.begin(), statement_.values.end(),
                           [&](const ValueMention& other) {
                               return other.value.type == ValueType::Number &&
                                      other.span.end == statement_.tokens[range.begin - 2].span.end;
                           });
    }

    /// Which named figure the value is, and of which kind.
    void add_figure(const ValueMention& mention, TokenRange range, Fact& fact) {
        NamedFigure figure = figures_.find(mention, range);
        if (figure.noun != kNoToken) {
            const std::string_view name = texts_.emplace_front(std::move(figure.name));
            add_figure_slots(builder_, figure, name, range, fact);
        }
    }

    /// From when, among whom and from which end a rank counts.
    void add_rank(TokenRange range, std::uint32_t noun) {
        if (is_since(range)) {
            builder_.add("since", "since", statement_.tokens[range.begin].span);
        }
        add_end(range);
        for (std::uint32_t t = range.end; t < noun && noun != kNoToken; ++t) {
            if (statement_.tokens[t].tag == Upos::Propn) {
                builder_.add("kind", t);
            }
        }
    }

    /// "Fifth best" and "fifth worst" are counted from two ends.
    void add_end(TokenRange range) {
        const auto size = static_cast<std::uint32_t>(statement_.tokens.size());
        for (std::uint32_t t = range.begin; t < size && t < range.end + 2; ++t) {
            const std::string_view end = builder_.families().end_of(statement_.tokens[t]);
            if (!end.empty()) {
                builder_.add("extreme", end, statement_.tokens[t].span);
                return;
            }
        }
    }

    /// A statement full of amounts of one kind ("two goals, four assists, nine shots") sets each
    /// beside a word that may not be its own.
    bool is_in_list(std::string_view rule) const {
        const auto alike = std::count_if(
            statement_.values.begin(), statement_.values.end(), [&](const ValueMention& mention) {
                const char* other = rule_of(mention, slice(article_.text, mention.span));
                return other != nullptr && other == rule;
            });
        return alike >= kManyAlike;
    }

    void add_value_fact(const char* rule, const ValueMention& mention, TokenRange range,
                        std::vector<Fact>& facts) {
        Fact& fact = builder_.new_fact(rule, range, facts);
        fact.value = mention.value;
        const std::uint32_t noun = noun_of(mention, range);
        const bool is_own = noun == kNoToken || nouns_.is_beside(noun, range);
        const std::uint32_t anchor = noun != kNoToken && is_own ? noun : range.begin;
        const Clause* clause = builder_.clause_of(anchor);
        if (noun != kNoToken) {
            add_measure(noun);
        }
        if (std::string part = sense_.part_of_contest(mention, range); !part.empty()) {
            builder_.add("part", texts_.emplace_front(std::move(part)), mention.span);
        }
        if (noun != kNoToken && is_own) {
            add_modifiers(noun, range);
        }
        add_sense(mention, range, clause, fact);
        add_figure(mention, range, fact);
        if (mention.value.type == ValueType::Number && is_whole(range)) {
            builder_.add("whole", "yes", mention.span);
        }
        builder_.add("role", role_of(anchor), {});
        builder_.add_scope(range);
        if (mention.value.type == ValueType::Duration) {
            add_order(range);
            if (sense_.counts_back(range)) {
                builder_.add("reckoned", "back", mention.span);
            }
        }
        if (const EntityMention* person = sense_.aged_person(mention, range)) {
            builder_.add("age", person->id, mention.span);
        }
        if (mention.value.type == ValueType::Ordinal) {
            add_rank(range, noun);
        }
        for (const auto& [text, span] : census_) {
            builder_.add("time", text, span);
        }
        if (mention.value.type == ValueType::Date) {
            add_amounts(range);
        }
        if (is_in_list(rule)) {
            builder_.add("list", "many", mention.span);
        }
        if (clause != nullptr && clause->subject != kNoToken) {
            add_actor(clause->subject);
        }
        builder_.fill_slots(fact, clause, range, noun);
    }

    void add_measure(std::uint32_t noun) {
        const Token& head = statement_.tokens[noun];
        builder_.add("noun", noun);
        for (const std::string& turn : builder_.families().turns_of(head)) {
            builder_.add("turn", turn, head.span);
        }
    }

    /// Modifiers of what is measured, outside the value.
    void add_modifiers(std::uint32_t noun, TokenRange range) {
        for (std::uint32_t t = 0; t < statement_.tokens.size(); ++t) {
            const Token& token = statement_.tokens[t];
            const bool modifies =
                (token.head == noun && t != noun &&
                 (token.relation == Relation::Modifier || token.relation == Relation::Compound)) ||
                (t >= range.end && t < noun);  // whatever the parser hangs it on
            if (modifies && is_content(token) && !(t >= range.begin && t < range.end)) {
                builder_.add("modifier", t);
            }
        }
    }

    /// "A 2017 comedy", "its 1982 album": four digits before one thing are the year of it.
    bool is_year_of_noun(const ValueMention& mention, TokenRange range) const {
        const Value& value = mention.value;
        const bool is_year = value.type == ValueType::Number && value.bound == Bound::Exact &&
                             range.size() == 1 && mention.span.size() == 4 &&
                             value.amount >= Decimal(kFirstYear) &&
                             value.amount <= Decimal(kLastYear) && value.amount.is_integer();
        if (!is_year || range.begin == 0 || range.end >= statement_.tokens.size()) {
            return false;
        }
        const Token& before = statement_.tokens[range.begin - 1];
        const bool is_singled =
            before.tag == Upos::Det || before.tag == Upos::Pron || before.lower == "'s"sv;
        const std::uint32_t noun = nouns_.find(mention, range);
        return is_singled && noun != kNoToken && noun >= range.end &&
               statement_.tokens[noun].form != Form::Plural;
    }

    static ValueMention as_year(ValueMention mention) {
        const auto year = std::chrono::year{static_cast<int>(mention.value.amount.to_double())};
        mention.value = {};
        mention.value.type = ValueType::Date;
        mention.value.grain = Grain::Year;
        const auto first = std::chrono::January / 1;
        mention.value.dates = {{std::chrono::sys_days{year / first},
                                std::chrono::sys_days{(year + std::chrono::years{1}) / first}}};
        return mention;
    }

    /// "subject", "object", or the preposition that governs the phrase.
    std::string_view role_of(std::uint32_t anchor) const {
        for (const Token& token : statement_.tokens) {
            if (token.head == anchor && token.relation == Relation::Case) {
                return token.lower;
            }
        }
        switch (statement_.tokens[anchor].relation) {
            case Relation::Subject:
            case Relation::PassiveSubject:
                return "subject";
            case Relation::Object:
                return "object";
            default:
                return "other";
        }
    }

    OpenFactBuilder& builder_;
    const Article& article_;
    const Statement& statement_;
    CountedNouns nouns_;
    ValueSense sense_;
    FigureReader figures_;
    std::vector<std::pair<std::string, ByteSpan>> census_;  ///< years, each as an interval
    std::forward_list<std::string> texts_;                  ///< texts that slots point into
};

}  // namespace

void read_open_facts(const OpenFactSources& from, std::vector<Fact>& facts) {
    OpenFactBuilder builder(from.qualifiers, from.families, from.article);
    for (std::size_t at = 0; at < from.statements.size(); ++at) {
        builder.turn_to(from.statements[at], from.contexts[at]);
        OpenReader(builder).read(facts);
        read_claims(builder, facts);
        read_offices(builder, from.roles, facts);
        read_places(builder, facts);
        read_roles(builder, from.roles, facts);
    }
}

}  // namespace atodds
