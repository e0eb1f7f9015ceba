#include "text/sentence_parser.hpp"

#include "text/sentence_parts.hpp"

#include <algorithm>
#include <cstddef>
#include <optional>

namespace atodds {
namespace {

/// Inserts of one sentence that are parsed by themselves; a bound for hostile text.
constexpr int kMostInserts = 3;

std::uint32_t root_of(std::span<const Token> tokens) {
    const auto root = std::find_if(tokens.begin(), tokens.end(),
                                   [](const Token& token) { return token.head == kNoToken; });
    return static_cast<std::uint32_t>(root - tokens.begin());
}

/// Adds to the heads of a part that was parsed by itself.
void shift_heads(std::span<Token> part, std::uint32_t by) {
    for (Token& token : part) {
        token.head += token.head == kNoToken ? 0 : by;
    }
}

bool is_nominal(const Token& token) {
    return token.tag == Upos::Noun || token.tag == Upos::Propn || token.tag == Upos::Pron ||
           token.tag == Upos::Num;
}

/// The head of the noun phrase that ends with `last`.
std::uint32_t head_of_phrase(std::span<const Token> tokens, std::uint32_t last) {
    std::uint32_t head = last;
    // A tree has no circles; the head of a phrase stands before its last word or is that word.
    while (tokens[head].head <= last && is_nominal(tokens[tokens[head].head])) {
        head = tokens[head].head;
    }
    return head;
}

/// Behind a comma taggers hold "left" for a participle; behind an insert it is the verb of a
/// subject.
void make_finite(std::span<Token> tokens, std::span<TagLabel> labels, std::uint32_t at) {
    while (at < tokens.size() && tokens[at].tag == Upos::Adv) {
        ++at;
    }
    if (at < tokens.size() && labels[at] == TagLabel::VerbParticiple) {
        labels[at] = TagLabel::VerbPast;
        tokens[at].form = Form::Past;
    }
}

void parse_main(const Parser& parser, std::span<Token> tokens, std::span<TagLabel> labels,
                int inserts_left) {
    const std::optional<Insert> insert =
        inserts_left > 0 ? find_insert(tokens) : std::optional<Insert>();
    if (!insert) {
        parser.parse(tokens, labels);
        return;
    }
    make_finite(tokens, labels, insert->tokens.end);
    // The insert moves behind the rest for the time of parsing.
    const auto [begin, end] = insert->tokens;
    const std::uint32_t size = insert->tokens.size();
    const auto rest = static_cast<std::uint32_t>(tokens.size() - size);
    std::rotate(tokens.begin() + begin, tokens.begin() + end, tokens.end());
    std::rotate(labels.begin() + begin, labels.begin() + end, labels.end());
    parse_main(parser, tokens.first(rest), labels.first(rest), inserts_left - 1);
    parser.parse(tokens.subspan(rest), labels.subspan(rest));
    const std::uint32_t told = root_of(tokens.first(rest));
    const std::uint32_t root = rest + root_of(tokens.subspan(rest));
    shift_heads(tokens.subspan(rest), rest);
    if (insert->is_relative) {
        tokens[root].head = head_of_phrase(tokens, begin - 1);
        tokens[root].relation = Relation::Relative;
    } else {
        tokens[told].head = root;
        tokens[told].relation = Relation::Clausal;
    }
    const auto old_place = [begin, size, rest](std::uint32_t place) {
        return place < begin ? place : place < rest ? place + size : place - rest + begin;
    };
    for (Token& token : tokens) {
        token.head = token.head == kNoToken ? kNoToken : old_place(token.head);
    }
    std::rotate(tokens.begin() + begin, tokens.begin() + rest, tokens.end());
    std::rotate(labels.begin() + begin, labels.begin() + rest, labels.end());
}

}  // namespace

void parse_sentence(const Parser& parser, std::span<Token> tokens, std::span<TagLabel> labels) {
    const std::optional<ReportingTail> tail = find_reporting_tail(tokens);
    if (!tail) {
        parse_main(parser, tokens, labels, kMostInserts);
        return;
    }
    const std::span<Token> behind = tokens.subspan(tail->begin);
    parse_main(parser, tokens.first(tail->begin), labels.first(tail->begin), kMostInserts);
    parser.parse(behind, labels.subspan(tail->begin));
    const std::uint32_t told = root_of(tokens.first(tail->begin));
    const std::uint32_t source = tail->begin + root_of(behind);
    shift_heads(behind, tail->begin);
    const std::uint32_t lower = tail->has_verb ? told : source;
    tokens[lower].head = tail->has_verb ? source : told;
    tokens[lower].relation = tail->has_verb ? Relation::Clausal : Relation::Oblique;
}

}  // namespace atodds
