#include "support/random_facts.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <chrono>

namespace atodds {

// SplitMix64 (Steele, Lea, Flood 2014): the standard library's distributions differ between
// implementations, and a failing seed must mean the same everywhere.
std::uint32_t RandomFacts::number(std::uint32_t most) {
    state_ += 0x9E3779B97F4A7C15U;
    std::uint64_t mixed = state_;
    mixed = (mixed ^ (mixed >> 30U)) * 0xBF58476D1CE4E5B9U;
    mixed = (mixed ^ (mixed >> 27U)) * 0x94D049BB133111EBU;
    mixed ^= mixed >> 31U;
    return static_cast<std::uint32_t>(mixed % (std::uint64_t{most} + 1));
}

std::string RandomFacts::text(std::uint32_t most_bytes) {
    std::string made;
    const std::uint32_t size = number(most_bytes);
    while (made.size() < size) {
        made += static_cast<char>(number(255));
    }
    return made;
}

ByteSpan RandomFacts::span_in(const std::string& text) {
    const auto size = static_cast<std::uint32_t>(text.size());
    const std::uint32_t a = number(size);
    const std::uint32_t b = number(size);
    return {std::min(a, b), std::max(a, b)};
}

Day RandomFacts::day() {
    return Day(std::chrono::days(static_cast<int>(number(40'000)) - 20'000));
}

DayInterval RandomFacts::interval() {
    DayInterval made;
    if (coin()) {
        made.from = day();
    }
    if (coin()) {
        made.to = day();
    }
    return made;
}

Decimal RandomFacts::decimal() {
    const auto coefficient = std::int64_t{number(0xFFFFFFFF)} - 0x7FFFFFFF;
    return Decimal(coefficient, static_cast<std::int32_t>(number(40)) - 20);
}

Value RandomFacts::value() {
    Value made;
    made.type = static_cast<ValueType>(number(13));
    made.bound = static_cast<Bound>(number(7));
    made.change = static_cast<Change>(number(4));
    made.amount = decimal();
    if (coin()) {
        made.low = decimal();
    }
    if (coin()) {
        made.high = decimal();
    }
    made.low_is_in = coin();
    made.high_is_in = coin();
    made.last_digit_power = static_cast<std::int32_t>(number(20)) - 10;
    made.unit = text(4);
    made.dimension = text(8);
    made.counted = text(8);
    made.per = text(4);
    made.text = text(20);
    for (std::uint32_t i = number(3); i > 0; --i) {
        made.items.push_back(text(9));
        made.dates.push_back(interval());
    }
    made.grain = static_cast<Grain>(number(8));
    made.is_vague = coin();
    return made;
}

Qualifiers RandomFacts::qualifiers(const Article& article) {
    Qualifiers made;
    made.polarity = static_cast<Polarity>(number(1));
    made.certainty = static_cast<Certainty>(number(3));
    made.stance = static_cast<Stance>(number(4));
    made.holder = text(9);
    for (std::uint32_t i = number(2); i > 0; --i) {
        made.sources.push_back({text(9), text(9), span_in(article.text)});
    }
    made.quote = static_cast<QuoteKind>(number(4));
    made.stage = static_cast<Stage>(number(6));
    made.phase = static_cast<Phase>(number(2));
    made.list = static_cast<ListKind>(number(2));
    made.event_time = interval();
    return made;
}

Fact RandomFacts::fact(const Article& article) {
    Fact made;
    made.rule = text(12);
    made.tier = static_cast<Tier>(number(1));
    made.article = number(2) > 0 ? article.id : text(5);
    made.span = span_in(article.text);
    made.statement = span_in(article.text);
    made.id = number(2) > 0 ? fmt::format("{}#{}-{}:{}", made.article, made.span.begin,
                                          made.span.end, made.rule)
                            : text(9);
    made.surface = number(2) > 0 ? std::string(slice(article.text, made.span)) : text(9);
    made.quote = number(2) > 0 ? std::string(slice(article.text, made.statement)) : text(9);
    for (std::uint32_t i = number(4); i > 0; --i) {
        made.slots.push_back({text(6), text(12), span_in(article.text)});
    }
    made.value = value();
    made.qualifiers = qualifiers(article);
    made.block = static_cast<BlockKind>(number(6));
    return made;
}

Article RandomFacts::article() {
    Article made;
    made.id = text(20);
    made.path = text(20);
    made.source = text(20);
    made.url = text(20);
    made.title = text(20);
    for (std::uint32_t i = number(3); i > 0; --i) {
        made.authors.push_back(text(20));
    }
    if (coin()) {
        made.published = day();
    }
    if (coin()) {
        made.updated = day();
    }
    made.date_bounds = interval();
    made.text = text(400);
    made.reading = number(4) > 0 ? made.text : text(50);
    for (std::uint32_t i = number(3); i > 0; --i) {
        const ByteSpan blanked = span_in(made.reading);
        std::fill(made.reading.begin() + blanked.begin, made.reading.begin() + blanked.end, ' ');
        made.blocks.push_back({static_cast<BlockKind>(number(6)), span_in(made.text), text(9)});
    }
    made.content_hash = text(32);
    return made;
}

}  // namespace atodds
