// Bounds of dates: since April, before 2010, until July 31, by the end of May, from 2018 onwards.

#include "values/date_grammar.hpp"
#include "values/date_numbers.hpp"

#include <fmt/format.h>

#include <utility>

namespace atodds {
namespace {

using enum DateWord;

struct BoundWord {
    enum class Kind : std::uint8_t { None, Since, Before, After, Until, By } kind = Kind::None;
    std::size_t end = 0;
};

/// "since", "before", "prior to", "later than", "no later than", "starting on", "> =".
BoundWord bound_word_at(const DateContext& context, std::size_t i) {
    using Kind = BoundWord::Kind;
    const DateToken& token = context.at(i);
    switch (token.word) {
        case Since:
            return {Kind::Since, i + 1};
        case Before:
            return {Kind::Before, i + 1};
        case After:
            return {Kind::After, i + 1};
        case Until:
            return {Kind::Until, i + 1};
        case By:
            return {Kind::By, i + 1};
        case Starting:
            return {Kind::Since,
                    i + 1 +
                        (context.is(i + 1, On) || context.is(i + 1, From) || context.is(i + 1, In)
                             ? 1U
                             : 0U)};
        case Part: {
            const bool is_starting = context.text_of(i) == "beginning" && !context.is(i + 1, Of);
            return is_starting ? BoundWord{Kind::Since,
                                           i + 1 +
                                               (context.is(i + 1, On) || context.is(i + 1, In) ||
                                                        context.is(i + 1, From)
                                                    ? 1U
                                                    : 0U)}
                               : BoundWord{};
        }
        case Shift: {
            const bool is_prior = context.is(i + 1, To) && context.text_of(i + 1) == "to";
            return is_prior ? BoundWord{Kind::Before, i + 2} : BoundWord{};
        }
        case Later:
        case Earlier:
        case Comparing: {
            if (!context.is(i + 1, Than)) {
                return {};
            }
            const bool is_after =
                token.word == Later ||
                (token.word == Comparing && token.value == static_cast<int>(Bound::Above));
            return {is_after ? Kind::After : Kind::Before, i + 2};
        }
        case Sign: {
            if (token.sign != '>' && token.sign != '<') {
                return {};
            }
            const bool has_equal = context.is_sign(i + 1, '=');
            const bool is_above = token.sign == '>';
            return {is_above ? (has_equal ? Kind::Since : Kind::After)
                             : (has_equal ? Kind::Until : Kind::Before),
                    i + (has_equal ? 2U : 1U)};
        }
        default:
            return {};
    }
}

/// The open interval that a bound word makes of a date, with the less usual reading second: "by
/// Friday" takes Friday in, "until Friday" may leave it out, "after May 3" may start on it.
void add_bounded(const DayInterval& date, const DateNode& node, BoundWord::Kind kind,
                 DateNode& made) {
    using Kind = BoundWord::Kind;
    const std::optional<Day> start = node.point ? node.point : date.from;
    const std::optional<Day> end = node.point ? node.point : date.to;
    switch (kind) {
        case Kind::None:
            break;
        case Kind::Since:
            add_reading(made, {start, std::nullopt});
            break;
        case Kind::Before:
            add_reading(made, {std::nullopt, start});
            break;
        case Kind::After:
            add_reading(made, {end, std::nullopt});
            add_reading(made, {start, std::nullopt});
            break;
        case Kind::Until:
        case Kind::By:
            add_reading(made, {std::nullopt, end});
            add_reading(made, {std::nullopt, start});
            break;
    }
}

constexpr std::string_view kBoundForms[] = {"", "since ", "before ", "after ", "until ", "by "};

}  // namespace

ParsedDate bounded_date_at(const DateContext& context, std::size_t i) {
    BoundWord bound = bound_word_at(context, i);
    // "from 2010 onwards": the last word decides.
    const bool is_from = context.is(i, From);
    if (is_from) {
        bound = {BoundWord::Kind::Since, i + 1};
    }
    if (bound.kind == BoundWord::Kind::None) {
        return std::nullopt;
    }
    ParsedDate date = single_date_at(context.deeper(), bound.end);
    if (context.is(bound.end, The)) {
        date = longer_of(std::move(date), single_date_at(context.deeper(), bound.end + 1));
    }
    const bool is_sign = context.is(i, Sign);
    const auto year =
        is_sign || context.is(i + 1, Than) ? full_year_at(context, bound.end) : std::nullopt;
    if (!date && year && year->value >= 1900 && year->value < 2100 &&
        ends_phrase(context, year->end)) {
        date = make_field_node(context, bound.end, year->end, {year->value, {}, {}, {}});
    }
    if (!date || date->is_vague) {
        return std::nullopt;
    }
    DateNode node;
    node.begin = i;
    node.end = date->end;
    if (is_from) {
        const std::string_view word = context.text_of(node.end);
        const bool is_on =
            word == "onwards" || word == "onward" || word == "on" || word == "forward";
        if (!is_on) {
            return std::nullopt;
        }
        ++node.end;
    }
    node.grain = date->grain;
    using Kind = BoundWord::Kind;
    node.bound = bound.kind == Kind::Since    ? Bound::AtLeast
                 : bound.kind == Kind::After  ? Bound::Above
                 : bound.kind == Kind::Before ? Bound::Below
                                              : Bound::AtMost;
    for (const DayInterval& reading : date->readings) {
        add_bounded(reading, *date, bound.kind, node);
    }
    if (node.readings.empty()) {
        node.text = fmt::format("{}{}", kBoundForms[static_cast<int>(bound.kind)], date->text);
    }
    return node;
}

}  // namespace atodds
