#include "ruleset/test_reader.hpp"

#include "ruleset/map_reader.hpp"
#include "ruleset/slot_reader.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

namespace atodds {

namespace {

class TestReader {
  public:
    TestReader(const std::vector<SlotSpec>& slots, const std::vector<std::string>& free_names,
               const Names& names, Problems& problems)
        : slots_(slots), free_names_(free_names), names_(names), problems_(problems) {}

    RuleTest read(const YamlNode& node) {
        const bool is_comparison = node.find("compare") != nullptr;
        RuleTest test = is_comparison ? read_comparison(node) : read_text_test(node);
        test.place = problems_.place(node.keys.empty() ? node.span : node.keys.front().span);
        return test;
    }

  private:
    RuleTest read_text_test(const YamlNode& node) {
        const MapReader map(node, "a test", kTextTestKeys, problems_);
        RuleTest test;
        const YamlNode* name = map.require("name", "comparisons call the text by its name");
        test.name = read_text(name, "name", problems_);
        test.text =
            read_text(map.require("text", "write a sentence as news would"), "text", problems_);
        const YamlNode* facts = map.require("facts", "facts: [] says that nothing is read");
        if (facts == nullptr) {
            return test;
        }
        if (!facts->is_list()) {
            problems_.add(facts->span,
                          fmt::format("\"facts\" is {}, expected a list", described(*facts)),
                          "write facts: [{count: 3}], or facts: [] for none");
            return test;
        }
        for (const YamlNode& fact : facts->items) {
            test.facts.push_back(read_fact(fact));
        }
        return test;
    }

    RuleTest read_comparison(const YamlNode& node) {
        const MapReader map(node, "a comparison", kCompareTestKeys, problems_);
        RuleTest test;
        test.name = read_text(map.find("name"), "name", problems_);
        const YamlNode* sides = map.find("compare");
        const std::vector<WrittenText> texts = read_texts(sides, "compare", problems_);
        if (texts.size() == 2) {
            test.left = texts[0].text;
            test.right = texts[1].text;
        } else if (sides->is_list()) {
            problems_.add(sides->span,
                          fmt::format("expected two texts in \"compare\", found {}", texts.size()),
                          "write compare: [one, other]");
        }
        test.verdict = read_enum(map.require("verdict", "verdict: disagree"), "verdict",
                                 kVerdictNames, problems_);
        test.level = read_enum(map.find("level"), "level", kLevelNames, problems_);
        return test;
    }

    ExpectedFact read_fact(const YamlNode& node) {
        ExpectedFact fact;
        if (!node.is_map()) {
            problems_.add(node.span, fmt::format("a fact is {}, expected a map", described(node)),
                          "write {count: 3, stage: agreed}");
            return fact;
        }
        report_repeated_keys(node, problems_);
        for (std::size_t i = 0; i < node.keys.size(); ++i) {
            read_member(node.keys[i], node.items[i], fact);
        }
        return fact;
    }

    /// A list expects each of its items: one member for each, with the same name.
    void read_member(const YamlNode& key, const YamlNode& value, ExpectedFact& fact) {
        const auto texts = read_texts(&value, key.text, problems_, SingleText::Accepted);
        const SlotSpec* slot = find_slot(slots_, key.text);
        if (slot == nullptr && !is_other_name(key.text)) {
            add_unknown_word(key.text, key.span, "slot or qualifier", known_names(), problems_);
        }
        for (const WrittenText& text : texts) {
            std::string expected = text.text;
            if (slot != nullptr) {
                expected = read_slot_value(*slot, text.text, text.span, names_, problems_);
            } else {
                check_qualifier(key.text, value);
            }
            fact.members.emplace_back(key.text, std::move(expected));
        }
    }

    bool is_other_name(std::string_view name) const {
        return std::ranges::find(free_names_, name) != free_names_.end() ||
               std::ranges::find(kQualifierNames, name) != kQualifierNames.end();
    }

    std::vector<std::string_view> known_names() const {
        std::vector<std::string_view> known;
        for (const SlotSpec& slot : slots_) {
            known.push_back(slot.name);
        }
        known.insert(known.end(), kQualifierNames.begin(), kQualifierNames.end());
        return known;
    }

    void check_qualifier(std::string_view name, const YamlNode& value) {
        if (name == "polarity") {
            read_enum(&value, name, kPolarityNames, problems_);
        } else if (name == "certainty") {
            read_enum(&value, name, kCertaintyNames, problems_);
        } else if (name == "stance") {
            read_enum(&value, name, kStanceNames, problems_);
        } else if (name == "stage") {
            read_enum(&value, name, kStageNames, problems_);
        } else if (name == "phase") {
            read_enum(&value, name, kPhaseNames, problems_);
        } else if (name == "quote") {
            read_enum(&value, name, kQuoteNames, problems_);
        }
    }

    const std::vector<SlotSpec>& slots_;
    const std::vector<std::string>& free_names_;
    const Names& names_;
    Problems& problems_;
};

bool is_comparison(const RuleTest& test) {
    return test.verdict.has_value() || !test.left.empty();
}

void check_references(const YamlNode& node, const std::vector<RuleTest>& tests,
                      Problems& problems) {
    std::vector<std::string_view> names;
    for (std::size_t i = 0; i < tests.size(); ++i) {
        if (is_comparison(tests[i]) || tests[i].name.empty()) {
            continue;
        }
        if (std::ranges::find(names, tests[i].name) != names.end()) {
            problems.add(node.items[i].find("name")->span,
                         fmt::format("duplicate test name {}", in_quotes(tests[i].name)),
                         "give each text its own name");
        } else {
            names.push_back(tests[i].name);
        }
    }
    for (const YamlNode& item : node.items) {
        const YamlNode* sides = item.find("compare");
        if (sides == nullptr || !sides->is_list()) {
            continue;
        }
        for (const YamlNode& side : sides->items) {
            if (side.is_text() && std::ranges::find(names, side.text) == names.end()) {
                add_unknown_word(side.text, side.span, "test", names, problems);
            }
        }
    }
}

void check_complete(const YamlNode& node, const std::vector<RuleTest>& tests, Problems& problems) {
    const auto comparisons = std::ranges::count_if(tests, is_comparison);
    const auto positives =
        std::ranges::count_if(tests, [](const RuleTest& test) { return !test.facts.empty(); });
    const auto misses = std::ranges::count_if(tests, [](const RuleTest& test) {
        return test.facts.empty() && !test.text.empty() && !is_comparison(test);
    });
    const ByteSpan span{node.span.begin, node.span.begin};
    if (positives < 2) {
        problems.add(span,
                     fmt::format("expected two or more tests with facts, found {}", positives),
                     "add {name: first, text: \"...\", facts: [{...}]}");
    }
    if (misses < 1) {
        problems.add(span, "expected a test without facts, found none",
                     "add a text that looks alike and states nothing: facts: []");
    }
    if (comparisons < 1) {
        problems.add(span, "expected a test that compares two texts, found none",
                     "add {compare: [one, other], verdict: disagree}");
    }
}

}  // namespace

std::vector<RuleTest> read_tests(const YamlNode& node, const std::vector<SlotSpec>& slots,
                                 const std::vector<std::string>& free_names, const Names& names,
                                 Problems& problems) {
    std::vector<RuleTest> tests;
    if (!node.is_list()) {
        problems.add(node.span, fmt::format("\"tests\" is {}, expected a list", described(node)),
                     "start each test with \"- \"");
        return tests;
    }
    const std::size_t before = problems.count();
    TestReader reader(slots, free_names, names, problems);
    for (const YamlNode& item : node.items) {
        tests.push_back(reader.read(item));
    }
    check_references(node, tests, problems);
    // A test that could not be read would be missed here a second time.
    if (problems.count() == before) {
        check_complete(node, tests, problems);
    }
    return tests;
}

}  // namespace atodds
