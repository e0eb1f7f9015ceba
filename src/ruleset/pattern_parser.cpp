#include "ruleset/pattern_parser.hpp"

#include "base/utf8.hpp"
#include "ruleset/keys.hpp"
#include "ruleset/problems.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

namespace atodds {

namespace {

constexpr std::size_t kMostDepth = 32;  // docs/rules.md, limits
constexpr std::string_view kForeignMarks = "[]*+\\^";

using Sequence = std::vector<PatternElement>;

bool is_blank(char c) {
    return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

/// What ends a word.
bool is_mark(char c) {
    return c == '{' || c == '}' || c == '(' || c == ')' || c == '|' || c == '?';
}

bool is_letter(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

bool is_optional_or_gap(const PatternElement& element);

bool can_be_empty(const Sequence& sequence) {
    return std::ranges::all_of(sequence, is_optional_or_gap);
}

bool is_optional_or_gap(const PatternElement& element) {
    return element.is_optional || element.kind == PatternElement::Kind::Gap ||
           (element.kind == PatternElement::Kind::Group &&
            std::ranges::any_of(element.alternatives, can_be_empty));
}

/// Splits "order:verb". A suffix that is not made of letters belongs to the word ("10:30").
std::pair<std::string_view, std::string_view> split_class(std::string_view word) {
    const std::size_t colon = word.rfind(':');
    if (colon == std::string_view::npos || colon == 0 || colon + 1 == word.size() ||
        !std::ranges::all_of(word.substr(colon + 1), is_letter)) {
        return {word, {}};
    }
    return {word.substr(0, colon), word.substr(colon + 1)};
}

class PatternParser {
  public:
    explicit PatternParser(std::string_view source) : source_(source) {}

    ParsedPattern parse() {
        Sequence elements = parse_sequence(0);
        while (at_ < source_.size()) {
            reject_stray_mark();
            std::ranges::move(parse_sequence(0), std::back_inserter(elements));
        }
        check_whole(elements);
        parsed_.elements = std::move(elements);
        return std::move(parsed_);
    }

  private:
    void add(std::size_t begin, std::size_t end, std::string message, std::string hint) {
        parsed_.problems.push_back({static_cast<std::uint32_t>(begin),
                                    static_cast<std::uint32_t>(end), std::move(message),
                                    std::move(hint)});
    }

    void check_whole(const Sequence& elements) {
        if (!parsed_.problems.empty()) {
            return;
        }
        if (elements.empty()) {
            add(0, source_.size(), "the pattern is empty", "write the words to look for");
        } else if (elements.front().kind == PatternElement::Kind::Gap) {
            const std::size_t at = source_.find("..");
            add(at, at + 2, "the pattern starts with \"..\"",
                "remove it: a pattern may start anywhere");
        } else if (elements.back().kind == PatternElement::Kind::Gap) {
            const std::size_t at = source_.rfind("..");
            add(at, at + 2, "the pattern ends with \"..\"",
                "remove it: anything may follow a match");
        } else if (can_be_empty(elements)) {
            add(0, source_.size(), "the pattern could match no words at all",
                "leave at least one element without \"?\"");
        } else if (count_ > kMostPatternElements) {
            add(0, source_.size(),
                fmt::format("the pattern has {} elements, at most {} are allowed", count_,
                            kMostPatternElements),
                "split it, or move words into a slot");
        }
    }

    void reject_stray_mark() {
        const char mark = source_[at_];
        if (mark == '|') {
            add(at_, at_ + 1, "\"|\" stands outside of round brackets",
                "write alternatives as (a|b)");
        } else {
            add(at_, at_ + 1, fmt::format("\"{}\" closes nothing", mark), "remove it");
        }
        ++at_;
    }

    void skip_blanks() {
        while (at_ < source_.size() && is_blank(source_[at_])) {
            ++at_;
        }
    }

    /// Reads up to "|", ")" or the end; these are left to the caller.
    Sequence parse_sequence(std::size_t depth) {
        constexpr std::size_t kUsualElements = 8;
        Sequence sequence;
        sequence.reserve(depth == 0 ? kUsualElements : 1);
        for (skip_blanks(); at_ < source_.size(); skip_blanks()) {
            const char c = source_[at_];
            if (c == '|' || c == ')' || c == '}') {
                break;
            }
            const std::size_t begin = at_;
            // Elements are large; they are filled where they stay.
            parse_element(depth, sequence.emplace_back());
            check_neighbour(sequence, begin);
            ++count_;
        }
        return sequence;
    }

    /// Of the last element, which begins at `begin`.
    void check_neighbour(const Sequence& sequence, std::size_t begin) {
        const auto is_gap = [&](std::size_t back) {
            return sequence.size() >= back &&
                   sequence[sequence.size() - back].kind == PatternElement::Kind::Gap;
        };
        if (is_gap(1) && is_gap(2)) {
            add(begin, at_, "two \"..\" in a row", "one \"..\" already spans up to twelve words");
        }
        const bool ends_glued = at_ < source_.size() && !is_blank(source_[at_]) &&
                                source_[at_] != '|' && source_[at_] != ')' && source_[at_] != '}';
        if (ends_glued && source_[at_] != '?') {
            add(begin, at_,
                fmt::format("no blank behind {}", in_quotes(source_.substr(begin, at_ - begin))),
                "separate elements by blanks; words match all their inflections, so write "
                "\"order\", not \"order(s)\"");
        }
    }

    void parse_element(std::size_t depth, PatternElement& element) {
        const std::size_t begin = at_;
        if (source_[at_] == '{') {
            parse_slot(element);
        } else if (source_[at_] == '(') {
            parse_group(depth, element);
        } else {
            parse_word(element);
        }
        if (at_ < source_.size() && source_[at_] == '?') {
            element.is_optional = true;
            ++at_;
            if (element.kind == PatternElement::Kind::Gap) {
                add(begin, at_, "\"..?\" is not an element",
                    "write \"..\": a gap may be empty already");
            }
        }
    }

    void parse_slot(PatternElement& element) {
        const std::size_t begin = at_++;
        const std::size_t end = std::min(source_.find_first_of("{}()|? ", at_), source_.size());
        element.kind = PatternElement::Kind::Slot;
        element.slot = source_.substr(at_, end - at_);
        at_ = end;
        if (end == source_.size() || source_[end] != '}') {
            add(begin, end, "a \"{\" is not closed", "write a slot as {name}");
            return;
        }
        ++at_;
        if (element.slot.empty()) {
            add(begin, at_, "\"{}\" names no slot", "write a slot as {name}");
        }
        parsed_.slots.push_back(
            {element.slot, static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(at_)});
    }

    void parse_group(std::size_t depth, PatternElement& element) {
        const std::size_t begin = at_++;
        element.kind = PatternElement::Kind::Group;
        if (depth == kMostDepth) {
            add(begin, begin + 1, fmt::format("brackets are deeper than {} levels", kMostDepth),
                "split the pattern");
            at_ = source_.size();
            return;
        }
        const std::string_view inside = source_.substr(at_, source_.find_first_of("()", at_) - at_);
        element.alternatives.reserve(1 + static_cast<std::size_t>(std::ranges::count(inside, '|')));
        for (;;) {
            const std::size_t part = at_;
            element.alternatives.push_back(parse_sequence(depth + 1));
            const bool is_closed = at_ < source_.size();
            if (element.alternatives.back().empty() && is_closed) {
                add(part > begin + 1 ? part - 1 : begin, std::min(at_ + 1, source_.size()),
                    "an alternative is empty", "write (a|b)? for \"a or b or nothing\"");
            }
            if (at_ >= source_.size() || source_[at_] != '|') {
                break;
            }
            ++at_;
        }
        close_group(begin, element);
    }

    void close_group(std::size_t begin, const PatternElement& element) {
        if (at_ >= source_.size() || source_[at_] != ')') {
            add(begin, at_, "a \"(\" is not closed", "write alternatives as (a|b)");
            return;
        }
        ++at_;
        if (element.alternatives.size() > kMostPatternAlternatives) {
            add(begin, at_,
                fmt::format("{} alternatives, at most {} are allowed", element.alternatives.size(),
                            kMostPatternAlternatives),
                "move the words into a slot: {words: [...]}");
        }
    }

    void parse_word(PatternElement& element) {
        const std::size_t begin = at_;
        bool is_plain = true;
        while (at_ < source_.size() && !is_blank(source_[at_]) && !is_mark(source_[at_])) {
            is_plain = is_plain && is_letter(source_[at_]);
            ++at_;
        }
        if (is_plain && at_ > begin) {
            element.word = to_lower(source_.substr(begin, at_ - begin));
            return;
        }
        if (at_ == begin) {  // a lone "?"
            add(begin, begin + 1, "\"?\" has nothing before it", "write it behind an element: x?");
            ++at_;
            return;
        }
        read_odd_word(begin, source_.substr(begin, at_ - begin), element);
    }

    /// A gap, or a word with other characters than letters.
    void read_odd_word(std::size_t begin, std::string_view written, PatternElement& element) {
        if (written == "..") {
            element.kind = PatternElement::Kind::Gap;
            return;
        }
        const std::size_t end = begin + written.size();
        if (written.find("..") != std::string_view::npos) {
            add(begin, end, fmt::format("{} is no word", in_quotes(written)),
                "a gap is two dots with blanks around them: \"a .. b\"");
        }
        const std::size_t foreign = written.find_first_of(kForeignMarks);
        if (foreign != std::string_view::npos) {
            add(begin + foreign, begin + foreign + 1,
                fmt::format("\"{}\" is not part of the pattern language", written[foreign]),
                "patterns are words, {slot}, (a|b), x? and .. and no regular expressions");
        }
        const auto [word, word_class] = split_class(written);
        if (!word_class.empty() &&
            std::ranges::find(kWordClasses, word_class) == kWordClasses.end()) {
            add(begin + word.size() + 1, end,
                fmt::format("unknown word class {}", in_quotes(word_class)),
                suggestion(word_class, listed(kWordClasses)));
        }
        element.word = to_lower(word);
        element.word_class = word_class;
    }

    std::string_view source_;
    std::size_t at_ = 0;
    std::size_t count_ = 0;
    ParsedPattern parsed_;
};

}  // namespace

ParsedPattern parse_pattern(std::string_view source) {
    return PatternParser(source).parse();
}

std::vector<PatternProblem> check_phrase(std::string_view phrase) {
    // Nearly all phrases are a few words of letters, in which nothing can be wrong.
    const auto is_harmless = [](char c) { return is_letter(c) || c == ' ' || c == '-'; };
    if (!phrase.empty() && phrase.size() < kMostPatternElements && !is_blank(phrase.front()) &&
        std::ranges::all_of(phrase, is_harmless)) {
        return {};
    }
    const std::size_t mark = phrase.find_first_of("{}()|?");
    if (mark != std::string_view::npos) {
        const auto at = static_cast<std::uint32_t>(mark);
        return {
            {at, at + 1,
             fmt::format("\"{}\" in a word list, expected a phrase of plain words", phrase[mark]),
             "write each phrase as an entry of its own"}};
    }
    return parse_pattern(phrase).problems;
}

}  // namespace atodds
