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
#include <numeric>
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

/// By span, then rule.
void sort_facts(std::vector<Fact>& facts) {
    std::vector<std::uint32_t> order(facts.size());
    std::iota(order.begin(), order.end(), 0U);
    std::sort(order.begin(), order.end(), [&facts](std::uint32_t left, std::uint32_t right) {
        const Fact& a = facts[left];
        const Fact& b = facts[right];
        return std::tie(a.span, a.rule, a.id) < std::tie(b.span, b.rule, b.id);
    });
    arrange(std::move(order), facts);
}

}  // namespace

struct FactReader::Parts {
    /// Names and patterns take the same time to compile, a tenth of a check, and do not ask for
    /// each other until the end: one is made beside the other.
    Parts(const RuleSet& given, Tiers wanted)
        : rules(&given),
          tiers(wanted),
          names(std::async([&given] { return EntityFinder(given.entities); })),
          matcher(given),
          qualifiers(given.cues),
          families(given.categories),
          roles(given.categories),
          entities(names.get()) {
        matcher.close(entities);
    }

    const RuleSet* rules;
    Tiers tiers;
    std::future<EntityFinder> names;
    RuleMatcher matcher;
    QualifierReader qualifiers;
    WordFamilies families;
    RoleWords roles;
    EntityFinder entities;
};

FactReader::FactReader(const RuleSet& rules, Tiers tiers)
    : parts_(std::make_unique<Parts>(rules, tiers)) {}

FactReader::~FactReader() = default;
FactReader::FactReader(FactReader&&) noexcept = default;
FactReader& FactReader::operator=(FactReader&&) noexcept = default;

const EntityFinder& FactReader::entities() const {
    return parts_->entities;
}

std::vector<Statement> FactReader::read_statements(const Article& article) const {
    std::vector<Statement> statements = split_statements(article);
    // One stage after the other: each finds its tables and code still in the caches.
    for (Statement& statement : statements) {
        parts_->entities.find_lexicon_mentions(statement);
    }
    for (Statement& statement : statements) {
        read_statement_values(article, statement);
    }
    analyse(statements, Depth::Clauses);
    parts_->entities.find_other_mentions(statements);
    return statements;
}

std::vector<Fact> FactReader::read(const Article& article) const {
    const std::vector<Statement> statements = read_statements(article);
    const std::vector<StatementContext> contexts =
        parts_->qualifiers.read_contexts(statements, outlet_id(parts_->entities, article.source));
    std::vector<Fact> facts;
    if (parts_->tiers != Tiers::OpenOnly) {
        facts = read_rule_facts(
            {parts_->rules, &parts_->entities, &parts_->matcher, &parts_->qualifiers}, article,
            statements, contexts);
    }
    if (parts_->tiers != Tiers::DeclaredOnly) {
        facts.reserve(facts.size() + statements.size() * kFactsPerStatement);
        read_open_facts(
            {parts_->qualifiers, parts_->families, parts_->roles, article, statements, contexts},
            facts);
        append(read_quote_facts(parts_->qualifiers, article, statements, contexts), facts);
    }
    sort_facts(facts);
    return facts;
}

}  // namespace atodds
