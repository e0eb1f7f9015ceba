// `atodds rules test`: every text of a rule is read as an article of one paragraph and its facts
// are held against what the test expects; comparisons judge the first facts of two texts.

#include "cli/outputs.hpp"
#include "cli/rules_command.hpp"
#include "cli/rules_folder.hpp"
#include "compare/comparator.hpp"
#include "extract/fact_reader.hpp"
#include "report/fact_text.hpp"
#include "report/quote_text.hpp"
#include "report/report_facts.hpp"
#include "ruleset/enum_names.hpp"
#include "ruleset/rule_folders.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <fstream>
#include <map>
#include <optional>
#include <ostream>
#include <sstream>
#include <utility>
#include <vector>

namespace atodds {
namespace {

using Member = std::pair<std::string, std::string>;

Article article_of(const RuleTest& test) {
    Article article;
    article.id = test.name;
    article.path = test.name;
    article.text = test.text;
    article.reading = test.text;
    article.blocks.push_back(
        {BlockKind::Body, {0, static_cast<std::uint32_t>(test.text.size())}, ""});
    return article;
}

std::vector<std::string> dates_of(const Value& value) {
    std::vector<std::string> texts;
    for (const DayInterval& interval : value.dates) {
        texts.push_back(to_text(interval));
    }
    return texts;
}

bool is_value(const Value& value, const std::string& expected) {
    switch (value.type) {
        case ValueType::Date: {
            const std::vector<std::string> dates = dates_of(value);
            return value.text == expected || std::ranges::find(dates, expected) != dates.end();
        }
        case ValueType::EntitySet:
            return std::ranges::find(value.items, expected) != value.items.end();
        case ValueType::Level:
        case ValueType::Category:
        case ValueType::Entity:
        case ValueType::Polarity:
        case ValueType::Wording:
            return value.text == expected;
        case ValueType::Number:
        case ValueType::Ordinal:
        case ValueType::Percent:
        case ValueType::PercentagePoints:
        case ValueType::Money:
        case ValueType::Quantity:
        case ValueType::Duration:
            break;
    }
    const std::optional<Decimal> amount = Decimal::parse(expected);
    return amount ? value.amount == *amount : value_text(value) == expected;
}

bool has_source(const Qualifiers& qualifiers, const std::string& expected,
                const EntityFinder& entities) {
    return std::ranges::any_of(qualifiers.sources, [&](const SourceRef& source) {
        return source.id == expected || source.surface == expected ||
               entities.name_of(source.id) == expected;
    });
}

/// Whether the fact has the qualifier; nothing if `name` is none.
std::optional<bool> has_qualifier(const Qualifiers& said, const Member& expected,
                                  const EntityFinder& entities) {
    const auto& [name, value] = expected;
    const std::map<std::string, std::string_view> stated = {
        {"polarity", name_of(kPolarityNames, said.polarity)},
        {"certainty", name_of(kCertaintyNames, said.certainty)},
        {"stance", name_of(kStanceNames, said.stance)},
        {"stage", name_of(kStageNames, said.stage)},
        {"phase", name_of(kPhaseNames, said.phase)},
        {"quote", name_of(kQuoteNames, said.quote)},
    };
    if (name == "source") {
        return has_source(said, value, entities);
    }
    const auto found = stated.find(name);
    return found == stated.end() ? std::nullopt : std::optional(found->second == value);
}

bool has_member(const Rule& rule, const Fact& fact, const Member& expected,
                const EntityFinder& entities) {
    if (expected.first == rule.value) {
        return is_value(fact.value, expected.second);
    }
    const bool is_slot = std::ranges::any_of(
        rule.slots, [&](const SlotSpec& slot) { return slot.name == expected.first; });
    if (!is_slot) {
        if (const auto answer = has_qualifier(fact.qualifiers, expected, entities)) {
            return *answer;
        }
    }
    return std::ranges::any_of(fact.slots, [&](const SlotValue& slot) {
        return slot.slot == expected.first && slot.value == expected.second;
    });
}

std::string expected_text(const ExpectedFact& expected) {
    std::vector<std::string> parts;
    for (const auto& [name, value] : expected.members) {
        parts.push_back(fmt::format("{}={}", name, value));
    }
    return fmt::format("{}", fmt::join(parts, ", "));
}

std::string found_text(const Rule& rule, const Fact& fact) {
    std::string text = fmt::format("{}={}", rule.value, value_text(fact.value));
    for (const SlotValue& slot : fact.slots) {
        text += fmt::format(", {}={}", slot.slot, slot.value);
    }
    const std::string said = qualifier_text(fact.qualifiers);
    return said.empty() ? text : fmt::format("{} ({})", text, said);
}

/// Runs the tests of rules and writes failures as they come.
class RuleTester {
  public:
    RuleTester(const RuleSet& rules, const Console& console)
        : reader_(rules, Tiers::DeclaredOnly),
          entities_(rules.entities),
          comparator_(rules, entities_),
          console_(console) {}

    void run(const Rule& rule) {
        std::map<std::string, std::vector<Fact>> facts_of_text;
        for (const RuleTest& test : rule.tests) {
            if (!test.verdict) {
                facts_of_text[test.name] = read(rule, test);
            }
        }
        for (const RuleTest& test : rule.tests) {
            ++tests_;
            if (test.verdict) {
                check_comparison(rule, test, facts_of_text);
            } else {
                check_text(rule, test, facts_of_text[test.name]);
            }
        }
    }

    std::size_t tests() const { return tests_; }

    std::size_t failures() const { return failures_; }

  private:
    std::vector<Fact> read(const Rule& rule, const RuleTest& test) const {
        std::vector<Fact> facts = reader_.read(article_of(test));
        std::erase_if(facts, [&](const Fact& fact) { return fact.rule != rule.id; });
        return facts;
    }

    /// Each expected fact takes the first fact that fits and is not taken; none may be left over.
    void check_text(const Rule& rule, const RuleTest& test, const std::vector<Fact>& facts) {
        std::vector<bool> is_taken(facts.size());
        bool is_met = facts.size() == test.facts.size();
        for (const ExpectedFact& expected : test.facts) {
            bool is_found = false;
            for (std::size_t i = 0; i < facts.size() && !is_found; ++i) {
                is_found = !is_taken[i] &&
                           std::ranges::all_of(expected.members, [&](const Member& member) {
                               return has_member(rule, facts[i], member, entities_);
                           });
                is_taken[i] = is_taken[i] || is_found;
            }
            is_met = is_met && is_found;
        }
        if (is_met) {
            return;
        }
        std::vector<std::string> wanted;
        for (const ExpectedFact& expected : test.facts) {
            wanted.push_back(expected_text(expected));
        }
        std::vector<std::string> found;
        for (const Fact& fact : facts) {
            found.push_back(found_text(rule, fact));
        }
        tell_failure(rule, test, wanted, found);
    }

    void check_comparison(const Rule& rule, const RuleTest& test,
                          const std::map<std::string, std::vector<Fact>>& facts_of_text) {
        const std::vector<Fact>& left = facts_of_text.at(test.left);
        const std::vector<Fact>& right = facts_of_text.at(test.right);
        std::string wanted{name_of(*test.verdict)};
        if (test.level) {
            wanted += fmt::format(" ({})", name_of(*test.level));
        }
        if (left.empty() || right.empty()) {
            const std::string& silent = left.empty() ? test.left : test.right;
            tell_failure(rule, test, {wanted}, {fmt::format("no fact in \"{}\"", silent)});
            return;
        }
        FactSource left_source;
        left_source.article = test.left;
        FactSource right_source;
        right_source.article = test.right;
        const Judgement judgement =
            comparator_.judge(left.front(), left_source, right.front(), right_source);
        if (judgement.verdict == *test.verdict && (!test.level || judgement.level == *test.level)) {
            return;
        }
        std::string found =
            fmt::format("{} ({})", name_of(judgement.verdict), name_of(judgement.level));
        for (const TraceStep& step : judgement.trace) {
            if (step.decides) {
                found += fmt::format(": {}: {}", step.step, step.text);
            }
        }
        tell_failure(rule, test, {wanted}, {found});
    }

    void tell_failure(const Rule& rule, const RuleTest& test,
                      const std::vector<std::string>& wanted,
                      const std::vector<std::string>& found) {
        ++failures_;
        const bool is_comparison = test.verdict.has_value();
        const std::string what =
            is_comparison ? fmt::format("compare {} and {}", test.left, test.right) : test.name;
        std::ostream& out = *console_.out;
        out << fmt::format("{}: {}: {}\n", place_text(test.place), rule.id, shown_plainly(what));
        if (!is_comparison) {
            out << fmt::format("  text:     {}\n", shown_plainly(test.text));
        }
        write_lines("  expected: ", wanted);
        write_lines("  found:    ", found);
    }

    void write_lines(std::string_view label, const std::vector<std::string>& lines) const {
        if (lines.empty()) {
            *console_.out << label << "no fact\n";
        }
        for (const std::string& line : lines) {
            *console_.out << label << shown_plainly(line) << "\n";
        }
    }

    static std::string place_text(const Place& place) {
        std::ifstream stream(place.file, std::ios::binary);
        std::ostringstream text;
        text << stream.rdbuf();
        const std::uint32_t begin = place.span ? place.span->begin : 0;
        if (begin > text.str().size()) {
            return place.file;
        }
        return fmt::format("{}:{}", place.file, line_position(text.str(), begin).line);
    }

    FactReader reader_;
    EntityFinder entities_;
    Comparator comparator_;
    const Console& console_;
    std::size_t tests_ = 0;
    std::size_t failures_ = 0;
};

}  // namespace

int rules_test_command(const RunOptions& options, const std::string& id, const Console& console) {
    Diagnostics diagnostics;
    const RuleSet rules = load_rule_folders(rule_folders(options), diagnostics);
    tell(diagnostics, console);
    RuleTester tester(rules, console);
    std::size_t count = 0;
    for (const Rule& rule : rules.rules) {
        if ((id.empty() || rule.id == id) && !rule.is_retired) {
            tester.run(rule);
            ++count;
        }
    }
    if (!id.empty() && count == 0) {
        return fail({ErrorCode::Usage,
                     fmt::format("no rule \"{}\" to test", id),
                     {},
                     "atodds rules list names the rules"},
                    console);
    }
    *console.out << fmt::format("{}, {}, {} failed\n", counted(count, "rule"),
                                counted(tester.tests(), "test"), tester.failures());
    if (!diagnostics.empty()) {
        return kExitIncomplete;
    }
    return tester.failures() == 0 ? kExitClean : kExitFindings;
}

}  // namespace atodds
