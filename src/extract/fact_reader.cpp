#include "extract/fact_reader.hpp"

#include "extract/clock_times.hpp"
#include "extract/credit_reader.hpp"
#include "extract/entity_finder.hpp"
#include "extract/open_facts.hpp"
#include "extract/qualifier_reader.hpp"
#include "extract/quote_facts.hpp"
#include "extract/rule_facts.hpp"
#include "extract/rule_matcher.hpp"
#include "text/analyser.hpp"
#include "values/value_reader.hpp"

#include <algorithm>
#include <cstdint>
#include <future>
#include <iterator>
#include <tuple>
#include <utility>

namespace atodds {
namespace {

/// Room for the open facts of a statement: news has 2.8 to 3.1. Only memory depends on it.
constexpr std::size_t kFactsPerStatement = 4;

/// A time of day claims its digits: "7 p.m." is no count.
void add_clock_times(std::vector<ValueMention> times, std::vector<ValueMention>& values) {
    if (times.empty()) {
        return;
    }
    std::erase_if(values, [&](const ValueMention& value) {
        return std::any_of(times.begin(), times.end(), [&](const ValueMention& time) {
            return time.span.overlaps(value.core) && value.value.type != ValueType::Date;
        });
    });
    std::erase_if(times, [&](const ValueMention& time) {
        return std::any_of(values.begin(), values.end(), [&](const ValueMention& value) {
            return time.span.overlaps(value.span);
        });
    });
    std::move(times.begin(), times.end(), std::back_inserter(values));
    std::sort(values.begin(), values.end(),
              [](const ValueMention& a, const ValueMention& b) { return a.span < b.span; });
}

/// Values of one statement; names claim their bytes first.
void read_statement_values(const Article& article, Statement& statement) {
    std::vector<ByteSpan> claimed;
    for (const EntityMention& mention : statement.entities) {
        claimed.push_back(
            {mention.span.begin - statement.span.begin, mention.span.end - statement.span.begin});
    }
    const ReadValuesOptions options{article.published, claimed};
    const std::string_view text = slice(article.reading, statement.span);
    statement.values = read_values(text, options);
    add_clock_times(read_clock_times(text), statement.values);
    for (ValueMention& mention : statement.values) {
        mention.span.begin += statement.span.begin;
        mention.span.end += statement.span.begin;
        mention.core.begin += statement.span.begin;
        mention.core.end += statement.span.begin;
    }
}

void append(std::vector<Fact> more, std::vector<Fact>& facts) {
    facts.insert(facts.end(), std::make_move_iterator(more.begin()),
                 std::make_move_iterator(more.end()));
}

/// Puts `facts` into the given order, along the circles of the permutation: facts are large, and
/// those that stand where they belong are not touched.
void arrange(std::vector<std::uint32_t> order, std::vector<Fact>& facts) {
    for (std::uint32_t start = 0; start < order.size(); ++start) {
        if (order[start] == start) {
            continue;
        }
        Fact held = std::move(facts[start]);
        std::uint32_t hole = start;
        while (order[hole] != start) {
            const std::uint32_t next = order[hole];
            facts[hole] = std::move(facts[next]);
            order[hole] = hole;
            hole = next;
        }
        facts[hole] = std::move(held);
        order[hole] = hole;
    }
}

/// By span, then rule. Most facts differ in their spans, which are compared side by side: facts
/// themselves lie far apart.
void sort_facts(std::vector<Fact>& facts) {
    struct Place {
        std::uint64_t span = 0;  ///< a number that sorts as Fact::span does
        std::uint32_t fact = 0;
    };

    std::vector<Place> places;
    places.reserve(facts.size());
    for (const Fact& fact : facts) {
        places.push_back({std::uint64_t{fact.span.begin} << 32U | fact.span.end,
                          static_cast<std::uint32_t>(places.size())});
    }
    std::sort(places.begin(), places.end(), [&facts](const Place& left, const Place& right) {
        if (left.span != right.span) {
            return left.span < right.span;
        }
        const Fact& a = facts[left.fact];
        const Fact& b = facts[right.fact];
        return std::tie(a.rule, a.id) < std::tie(b.rule, b.id);
    });
    std::vector<std::uint32_t> order;
    order.reserve(places.size());
    for (const Place& place : places) {
        order.push_back(place.fact);
    }
    arrange(std::move(order), facts);
}

/// The statements of several articles.
struct Statements {
    std::vector<Statement> all;
    std::vector<std::span<Statement>> of;  ///< each article, in `all`
};

Statements split(std::span<const Article> articles) {
    Statements statements;
    std::vector<std::size_t> sizes;
    for (const Article& article : articles) {
        std::vector<Statement> own = split_statements(article);
        sizes.push_back(own.size());
        std::move(own.begin(), own.end(), std::back_inserter(statements.all));
    }
    std::span<Statement> rest = statements.all;
    for (const std::size_t size : sizes) {
        statements.of.push_back(rest.first(size));
        rest = rest.subspan(size);
    }
    return statements;
}

using Contexts = std::vector<StatementContext>;

/// What the lexicon says of single words.
struct Words {
    explicit Words(const RuleSet& rules)
        : entities(rules.entities), families(rules.categories), roles(rules.categories) {}

    EntityFinder entities;
    WordFamilies families;
    RoleWords roles;
};

}  // namespace

struct FactReader::Parts {
    /// Names and patterns take the same time to compile, a tenth of a check, and do not ask for
    /// each other until the end: one is made beside the other.
    Parts(const RuleSet& given, Tiers wanted)
        : rules(&given),
          tiers(wanted),
          begun(std::async([&given] { return Words(given); })),
          matcher(given),
          qualifiers(given.cues),
          words(begun.get()) {
        matcher.close(words.entities);
    }

    Statements read_statements(std::span<const Article> articles) const {
        Statements statements = split(articles);
        for (Statement& statement : statements.all) {
            words.entities.find_lexicon_mentions(statement);
        }
        for (std::size_t i = 0; i < articles.size(); ++i) {
            for (Statement& statement : statements.of[i]) {
                read_statement_values(articles[i], statement);
            }
        }
        analyse(statements.all, Depth::Clauses);
        for (std::size_t i = 0; i < articles.size(); ++i) {
            words.entities.find_other_mentions(statements.of[i]);
        }
        return statements;
    }

    void add_open_facts(std::span<const Article> articles, const Statements& statements,
                        const std::vector<Contexts>& contexts,
                        std::vector<std::vector<Fact>>& facts) const {
        for (std::size_t i = 0; i < articles.size(); ++i) {
            facts[i].reserve(facts[i].size() + statements.of[i].size() * kFactsPerStatement);
            read_open_facts({qualifiers, words.families, words.roles, articles[i], statements.of[i],
                             contexts[i]},
                            facts[i]);
        }
        for (std::size_t i = 0; i < articles.size(); ++i) {
            append(read_quote_facts(qualifiers, articles[i], statements.of[i], contexts[i]),
                   facts[i]);
        }
    }

    const RuleSet* rules;
    Tiers tiers;
    std::future<Words> begun;
    RuleMatcher matcher;
    QualifierReader qualifiers;
    Words words;
};

FactReader::FactReader(const RuleSet& rules, Tiers tiers)
    : parts_(std::make_unique<Parts>(rules, tiers)) {}

FactReader::~FactReader() = default;
FactReader::FactReader(FactReader&&) noexcept = default;
FactReader& FactReader::operator=(FactReader&&) noexcept = default;

const EntityFinder& FactReader::entities() const {
    return parts_->words.entities;
}

std::vector<Statement> FactReader::read_statements(const Article& article) const {
    return parts_->read_statements(std::span(&article, 1)).all;
}

std::vector<Fact> FactReader::read(const Article& article) const {
    return std::move(read(std::span(&article, 1)).front());
}

std::vector<std::vector<Fact>> FactReader::read(std::span<const Article> articles) const {
    const Statements statements = parts_->read_statements(articles);
    std::vector<Contexts> contexts;
    for (std::size_t i = 0; i < articles.size(); ++i) {
        contexts.push_back(parts_->qualifiers.read_contexts(
            statements.of[i], outlet_id(parts_->words.entities, articles[i].source)));
    }
    std::vector<std::vector<Fact>> facts(articles.size());
    if (parts_->tiers != Tiers::OpenOnly) {
        for (std::size_t i = 0; i < articles.size(); ++i) {
            facts[i] = read_rule_facts(
                {parts_->rules, &parts_->words.entities, &parts_->matcher, &parts_->qualifiers},
                articles[i], statements.of[i], contexts[i]);
        }
    }
    if (parts_->tiers != Tiers::DeclaredOnly) {
        parts_->add_open_facts(articles, statements, contexts, facts);
    }
    for (std::vector<Fact>& of_article : facts) {
        sort_facts(of_article);
    }
    return facts;
}

std::size_t batch_size(std::span<const Article> articles, std::size_t bytes) {
    std::size_t size = 0;
    for (std::size_t read = 0; size < articles.size() && read < bytes; ++size) {
        read += articles[size].text.size();
    }
    return size;
}

}  // namespace atodds
