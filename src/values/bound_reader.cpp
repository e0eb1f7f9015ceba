#include "values/bound_reader.hpp"

#include "base/hash.hpp"
#include "base/id_map.hpp"
#include "values/keywords.hpp"
#include "values/number_words.hpp"

#include <array>
#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

namespace atodds {
namespace {

struct PhraseRow {
    std::string_view words;
    Bound bound;
};

constexpr PhraseRow kBefore[] = {
    {"about", Bound::About},
    {"around", Bound::About},
    {"approximately", Bound::About},
    {"approx", Bound::About},
    {"roughly", Bound::About},
    {"circa", Bound::About},
    {"some", Bound::About},
    {"estimated", Bound::About},
    {"an estimated", Bound::About},
    {"somewhere around", Bound::About},
    {"in the region of", Bound::About},
    {"on the order of", Bound::About},
    {"nearly", Bound::JustBelow},
    {"almost", Bound::JustBelow},
    {"close to", Bound::JustBelow},
    {"just under", Bound::JustBelow},
    {"just below", Bound::JustBelow},
    {"just short of", Bound::JustBelow},
    {"just shy of", Bound::JustBelow},
    {"more than", Bound::Above},
    {"over", Bound::Above},
    // The particle of a verb bounds nothing: "to hand over 15 percent".
    {"hand over", Bound::Exact},
    {"hands over", Bound::Exact},
    {"handed over", Bound::Exact},
    {"handing over", Bound::Exact},
    {"turn over", Bound::Exact},
    {"turns over", Bound::Exact},
    {"turned over", Bound::Exact},
    {"turning over", Bound::Exact},
    {"sign over", Bound::Exact},
    {"signed over", Bound::Exact},
    {"signing over", Bound::Exact},
    {"just over", Bound::Above},
    {"well over", Bound::Above},
    {"above", Bound::Above},
    {"just above", Bound::Above},
    {"greater than", Bound::Above},
    {"larger than", Bound::Above},
    {"bigger than", Bound::Above},
    {"higher than", Bound::Above},
    {"older than", Bound::Above},
    {"longer than", Bound::Above},
    {"heavier than", Bound::Above},
    {"taller than", Bound::Above},
    {"in excess of", Bound::Above},
    {"upwards of", Bound::Above},
    {"upward of", Bound::Above},
    {"north of", Bound::Above},
    {"exceed", Bound::Above},
    {"exceeds", Bound::Above},
    {"exceeded", Bound::Above},
    {"exceeding", Bound::Above},
    {"topped", Bound::Above},
    {"topping", Bound::Above},
    {"climbed past", Bound::Above},
    {"rose past", Bound::Above},
    {"surpass", Bound::Above},
    {"surpasses", Bound::Above},
    {"surpassed", Bound::Above},
    {"surpassing", Bound::Above},
    {"at least", Bound::AtLeast},
    {"no fewer than", Bound::AtLeast},
    {"no less than", Bound::AtLeast},
    {"not less than", Bound::AtLeast},
    {"not fewer than", Bound::AtLeast},
    {"no lower than", Bound::AtLeast},
    {"no smaller than", Bound::AtLeast},
    {"minimum of", Bound::AtLeast},
    {"a minimum of", Bound::AtLeast},
    {"more than or equal to", Bound::AtLeast},
    {"greater than or equal to", Bound::AtLeast},
    {"larger than or equal to", Bound::AtLeast},
    {"higher than or equal to", Bound::AtLeast},
    {"greater or equal to", Bound::AtLeast},
    {"greater or equal than", Bound::AtLeast},
    {"larger or equal than", Bound::AtLeast},
    {"bigger or equal than", Bound::AtLeast},
    {"equal to or more than", Bound::AtLeast},
    {"equal to or greater than", Bound::AtLeast},
    {"equal or greater than", Bound::AtLeast},
    {"less than", Bound::Below},
    {"fewer than", Bound::Below},
    {"under", Bound::Below},
    {"well under", Bound::Below},
    {"below", Bound::Below},
    {"well below", Bound::Below},
    {"smaller than", Bound::Below},
    {"lower than", Bound::Below},
    {"younger than", Bound::Below},
    {"shorter than", Bound::Below},
    {"lighter than", Bound::Below},
    {"south of", Bound::Below},
    {"up to", Bound::AtMost},
    {"at most", Bound::AtMost},
    {"no more than", Bound::AtMost},
    {"not more than", Bound::AtMost},
    {"no greater than", Bound::AtMost},
    {"no larger than", Bound::AtMost},
    {"no bigger than", Bound::AtMost},
    {"no higher than", Bound::AtMost},
    {"not exceeding", Bound::AtMost},
    {"as many as", Bound::AtMost},
    {"as much as", Bound::AtMost},
    {"maximum of", Bound::AtMost},
    {"a maximum of", Bound::AtMost},
    {"less than or equal to", Bound::AtMost},
    {"smaller than or equal to", Bound::AtMost},
    {"lower than or equal to", Bound::AtMost},
    {"fewer than or equal to", Bound::AtMost},
    {"smaller or equal than", Bound::AtMost},
    {"smaller or equal to", Bound::AtMost},
    {"less or equal to", Bound::AtMost},
    {"less or equal than", Bound::AtMost},
    {"equal to or less than", Bound::AtMost},
    {"equal to or smaller than", Bound::AtMost},
    {"equal or less than", Bound::AtMost},
    {"equal to", Bound::Between},
};

constexpr PhraseRow kAfter[] = {
    {"or more", Bound::AtLeast},        {"and more", Bound::AtLeast},
    {"or greater", Bound::AtLeast},     {"or greater than", Bound::AtLeast},
    {"or larger", Bound::AtLeast},      {"or larger than", Bound::AtLeast},
    {"or bigger", Bound::AtLeast},      {"or higher", Bound::AtLeast},
    {"or higher than", Bound::AtLeast}, {"or more than", Bound::AtLeast},
    {"or above", Bound::AtLeast},       {"and above", Bound::AtLeast},
    {"or over", Bound::AtLeast},        {"and over", Bound::AtLeast},
    {"or older", Bound::AtLeast},       {"and up", Bound::AtLeast},
    {"and upwards", Bound::AtLeast},    {"or better", Bound::AtLeast},
    {"at least", Bound::AtLeast},       {"plus", Bound::AtLeast},
    {"or less", Bound::AtMost},         {"or less than", Bound::AtMost},
    {"and less", Bound::AtMost},        {"or fewer", Bound::AtMost},
    {"or lower", Bound::AtMost},        {"or lower than", Bound::AtMost},
    {"or smaller", Bound::AtMost},      {"or smaller than", Bound::AtMost},
    {"or below", Bound::AtMost},        {"and below", Bound::AtMost},
    {"or under", Bound::AtMost},        {"and under", Bound::AtMost},
    {"or younger", Bound::AtMost},      {"at most", Bound::AtMost},
    {"at the most", Bound::AtMost},     {"or so", Bound::About},
};

struct Phrase {
    std::vector<std::uint64_t> ids;
    Bound bound = Bound::Exact;
};

/// Phrases by their words. Those of one first or last word stay in the order of the list.
class PhraseList {
  public:
    explicit PhraseList(std::span<const PhraseRow> rows) {
        for (const PhraseRow& row : rows) {
            Phrase phrase;
            phrase.bound = row.bound;
            std::string_view rest = row.words;
            while (!rest.empty()) {
                const std::size_t end = rest.find(' ');
                phrase.ids.push_back(hash_bytes(rest.substr(0, end)));
                rest = end == std::string_view::npos ? std::string_view() : rest.substr(end + 1);
            }
            by_first_[phrase.ids.front()].push_back(phrase);
            by_last_[phrase.ids.back()].push_back(phrase);
        }
    }

    std::span<const Phrase> starting_with(std::uint64_t word_id) const {
        return of(by_first_, word_id);
    }

    std::span<const Phrase> ending_with(std::uint64_t word_id) const {
        return of(by_last_, word_id);
    }

  private:
    using Phrases = IdMap<std::vector<Phrase>>;

    static std::span<const Phrase> of(const Phrases& phrases, std::uint64_t word_id) {
        const std::vector<Phrase>* found = phrases.find(word_id);
        return found == nullptr ? std::span<const Phrase>() : std::span<const Phrase>(*found);
    }

    Phrases by_first_;
    Phrases by_last_;
};

const PhraseList& phrases_before() {
    static const PhraseList phrases(kBefore);
    return phrases;
}

const PhraseList& phrases_after() {
    static const PhraseList phrases(kAfter);
    return phrases;
}

bool is_at(const LexemeView& view, std::size_t at, const Phrase& phrase) {
    for (std::size_t i = 0; i < phrase.ids.size(); ++i) {
        if (view.word_id(at + i) != phrase.ids[i]) {
            return false;
        }
    }
    return true;
}

bool is_less_sign(char32_t sign) {
    return sign == U'<' || sign == 0xFF1C;
}

bool is_greater_sign(char32_t sign) {
    return sign == U'>' || sign == 0xFF1E;
}

/// ">", ">=", "< =", "≤", "~" before lexeme `at`. "=>" and "=<" are arrows.
std::optional<BoundPhrase> find_sign_before(const LexemeView& view, std::size_t at,
                                            std::size_t floor) {
    if (at <= floor) {
        return std::nullopt;
    }
    const char32_t last = view.sign(at - 1);
    const auto phrase = [&](Bound bound, std::size_t begin) {
        return BoundPhrase{bound, begin, at};
    };
    if (last == U'~' || last == 0x2248 || last == 0x223C) {
        return phrase(Bound::About, at - 1);
    }
    if (last == 0x2264 || last == 0x2265) {
        return phrase(last == 0x2264 ? Bound::AtMost : Bound::AtLeast, at - 1);
    }
    if (last == U'=' && at >= floor + 2) {
        const char32_t before = view.sign(at - 2);
        if (is_less_sign(before) || is_greater_sign(before)) {
            return phrase(is_less_sign(before) ? Bound::AtMost : Bound::AtLeast, at - 2);
        }
        return std::nullopt;
    }
    const bool is_arrow =
        at >= floor + 2 && (view.sign(at - 2) == U'=' || view.sign(at - 2) == U'-');
    if ((is_less_sign(last) || is_greater_sign(last)) && !is_arrow) {
        return phrase(is_less_sign(last) ? Bound::Below : Bound::Above, at - 1);
    }
    return std::nullopt;
}

/// True where an amount starts, or the rest of a phrase that leads to one.
bool starts_amount(const LexemeView& view, std::size_t at) {
    static const std::uint64_t kThan = hash_bytes("than");
    const Keyword keyword = find_keyword(view.word_id(at));
    return view.is_digits(at) || view.word_id(at) == kThan || keyword == Keyword::A ||
           keyword == Keyword::Or || keyword == Keyword::Minus ||
           (view.is_word(at) && find_number_word(view.word_id(at)) != nullptr) ||
           (view.sign(at) != 0 && (view.is_digits(at + 1) && view.is_glued(at + 1)));
}

}  // namespace

std::optional<BoundPhrase> find_bound_before(const LexemeView& view, std::size_t at,
                                             std::size_t floor) {
    if (auto sign = find_sign_before(view, at, floor)) {
        return sign;
    }
    if (at > floor + 1 && find_keyword(view.word_id(at - 1)) == Keyword::The) {
        --at;
    }
    if (at <= floor || !view.is_word(at - 1)) {
        return std::nullopt;
    }
    const std::uint64_t last = view.word_id(at - 1);
    std::optional<BoundPhrase> best;
    for (const Phrase& phrase : phrases_before().ending_with(last)) {
        const std::size_t size = phrase.ids.size();
        if (at < floor + size || !is_at(view, at - size, phrase)) {
            continue;
        }
        if (!best || best->end - best->begin < size) {
            best = BoundPhrase{phrase.bound, at - size, at};
        }
    }
    return best && best->bound == Bound::Exact ? std::nullopt : best;
}

std::optional<BoundPhrase> find_bound_at(const LexemeView& view, std::size_t at) {
    if (view.is_sign(at, U'~') || view.is_sign(at, U'\u2248')) {
        return BoundPhrase{Bound::About, at, at + 1};
    }
    std::optional<BoundPhrase> best;
    for (const Phrase& phrase : phrases_before().starting_with(view.word_id(at))) {
        const std::size_t size = phrase.ids.size();
        if (is_at(view, at, phrase) && (!best || best->end - best->begin < size)) {
            best = BoundPhrase{phrase.bound, at, at + size};
        }
    }
    return best && best->bound == Bound::Exact ? std::nullopt : best;
}

std::optional<BoundPhrase> find_bound_after(const LexemeView& view, std::size_t at) {
    if (view.is_sign(at, U'+') && view.is_glued(at) && !view.is_digits(at + 1)) {
        return BoundPhrase{Bound::AtLeast, at, at + 1};
    }
    if (view.is_dash(at) && is_word(view, at + 1, "ish")) {
        return BoundPhrase{Bound::About, at, at + 2};
    }
    if (view.is_dash(at) && view.is_glued(at) && is_word(view, at + 1, "plus")) {
        return BoundPhrase{Bound::AtLeast, at, at + 2};
    }
    if (!view.is_word(at)) {
        return std::nullopt;
    }
    std::optional<BoundPhrase> best;
    for (const Phrase& phrase : phrases_after().starting_with(view.word_id(at))) {
        const std::size_t size = phrase.ids.size();
        if (is_at(view, at, phrase) && (!best || best->end - best->begin < size)) {
            best = BoundPhrase{phrase.bound, at, at + size};
        }
    }
    // "200 or greater than 190": the phrase bounds what follows it.
    return best && !starts_amount(view, best->end) ? best : std::nullopt;
}

}  // namespace atodds
