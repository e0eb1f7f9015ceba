// What a bound lets an amount be, and two bounds of one amount.

#include "values/keywords.hpp"
#include "values/reading.hpp"

namespace atodds {

void apply_bound(Value& value, Bound bound) {
    value.bound = bound;
    const Decimal amount = value.amount;
    value.low = amount;
    value.high = amount;
    switch (bound) {
        case Bound::Above:
        case Bound::AtLeast:
            value.high.reset();
            value.low_is_in = bound == Bound::AtLeast;
            break;
        case Bound::Below:
        case Bound::AtMost:
            value.low.reset();
            value.high_is_in = bound == Bound::AtMost;
            break;
        case Bound::About:
            value.low = amount - amount.absolute() * Decimal(5, -2);
            value.high = amount + amount.absolute() * Decimal(5, -2);
            break;
        case Bound::JustBelow:
            value.low = amount - amount.absolute() * Decimal(1, -1);
            break;
        case Bound::Exact:
        case Bound::Between:
            break;
    }
}

bool merge_bounds(const LexemeView& view, Reading& first, const Reading& second) {
    const Keyword joint = find_keyword(view.word_id(first.end));
    const bool is_joined =
        (joint == Keyword::And || joint == Keyword::But) && second.begin == first.end + 1;
    const Value& a = first.value;
    const Value& b = second.value;
    if (!is_joined || a.type != b.type || a.unit != b.unit) {
        return false;
    }
    const bool is_up_down = a.low && !a.high && b.high && !b.low;
    const bool is_down_up = a.high && !a.low && b.low && !b.high;
    if (!is_up_down && !is_down_up) {
        return false;
    }
    const Value& low = is_up_down ? a : b;
    const Value& high = is_up_down ? b : a;
    if (*low.low > *high.high) {
        return false;
    }
    Value merged = high;
    merged.low = low.low;
    merged.low_is_in = low.low_is_in;
    merged.bound = Bound::Between;
    first.value = merged;
    first.end = second.end;
    first.core_end = second.core_end;
    first.read_end = second.read_end;
    return true;
}

}  // namespace atodds
