#include "support/quotations.hpp"

#include <algorithm>

namespace atodds::test {

std::vector<Fact> quotations_of(const std::string& text, const std::string& id) {
    static const RuleSet rules;
    static const FactReader reader(rules, Tiers::OpenOnly);
    Article article;
    article.id = id;
    article.path = id + ".txt";
    article.text = text;
    article.reading = text;
    for (std::size_t begin = 0; begin < text.size();) {
        const std::size_t end = std::min(text.find('\n', begin), text.size());
        if (end > begin) {
            article.blocks.push_back(
                {BlockKind::Body,
                 {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)},
                 ""});
        }
        begin = end + 1;
    }
    std::vector<Fact> facts = reader.read(article);
    std::erase_if(facts, [](const Fact& fact) { return fact.rule != kQuoteRule; });
    return facts;
}

std::string slot_of(const Fact& fact, std::string_view name) {
    const auto found = std::ranges::find(fact.slots, name, &SlotValue::slot);
    return found == fact.slots.end() ? "" : found->value;
}

std::string pieces_of(const Fact& fact) {
    std::string text;
    for (const SlotValue& slot : fact.slots) {
        if (slot.slot == "piece") {
            text += text.empty() ? "" : " | ";
            text += fact.surface.substr(slot.span.begin - fact.span.begin, slot.span.size());
        }
    }
    return text;
}

}  // namespace atodds::test
