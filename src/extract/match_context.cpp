#include "extract/match_context.hpp"

#include <algorithm>
#include <iterator>
#include <string_view>

namespace atodds {
namespace {

/// "but", "while" and their like open another main clause; so does a semicolon.
bool opens_segment(const Token& token) {
    if (token.lower == ";") {
        return true;
    }
    constexpr std::string_view kOpeners[] = {"but",    "while",   "whereas",  "although",
                                             "though", "however", "meanwhile"};
    return token.lower.size() >= 3 &&
           std::find(std::begin(kOpeners), std::end(kOpeners), token.lower) != std::end(kOpeners);
}

/// Finite clauses coordinated with another one and with a subject of their own open a segment too.
void mark_main_clauses(const Statement& statement, std::vector<std::uint16_t>& opens) {
    for (const Clause& clause : statement.clauses) {
        const bool stands_alone = clause.is_finite && !clause.is_subordinate &&
                                  clause.subject != kNoToken && clause.range.begin > 0;
        if (!stands_alone || clause.subject < clause.range.begin ||
            clause.range.begin >= opens.size()) {
            continue;
        }
        const Token& before = statement.tokens[clause.range.begin - 1];
        if (before.tag == Upos::Cconj || before.lower == ",") {
            opens[clause.range.begin] = 1;
        }
    }
}

}  // namespace

bool is_light(const Token& token) {
    switch (token.tag) {
        case Upos::Det:
        case Upos::Adv:
        case Upos::Aux:
        case Upos::Adj:
        case Upos::Part:
            return token.lower != "to" && token.lower != "not" && token.lower != "n't";
        case Upos::Pron:
            return token.relation == Relation::Possessor || token.lower == "its" ||
                   token.lower == "their" || token.lower == "his" || token.lower == "her";
        case Upos::Punct:
        case Upos::Sym:
            return token.lower == "\"" || token.lower == "'" || token.lower == "(" ||
                   token.lower == ")" || token.lower == "-" || token.lower == "[" ||
                   token.lower == "]";
        default:
            return false;
    }
}

void MatchContext::reset(const Statement& given, const EntityClasses* classes) {
    statement = &given;
    words.clear();
    words.mark(given.tokens);
    light.clear();
    for (const Token& token : given.tokens) {
        light.push_back(is_light(token) ? 1 : 0);
    }
    place_entities(classes);
    place_values();
    mark_segments();
}

void MatchContext::place_entities(const EntityClasses* classes) {
    entity_at.assign(statement->tokens.size(), kNoToken);
    classes_.clear();
    class_starts_.assign(1, 0);
    for (std::uint32_t i = 0; i < statement->entities.size(); ++i) {
        const EntityMention& mention = statement->entities[i];
        if (mention.tokens.begin < entity_at.size()) {
            entity_at[mention.tokens.begin] = i;
        }
        if (classes != nullptr) {
            classes->append_classes_of(mention, classes_);
        }
        class_starts_.push_back(static_cast<std::uint32_t>(classes_.size()));
    }
}

void MatchContext::place_values() {
    const std::vector<Token>& tokens = statement->tokens;
    const std::vector<ValueMention>& values = statement->values;
    value_at.assign(tokens.size(), kNoToken);
    std::uint32_t value = 0;
    for (std::uint32_t t = 0; t < tokens.size(); ++t) {
        while (value < values.size() && values[value].span.end <= tokens[t].span.begin) {
            ++value;
        }
        const bool begins = value < values.size() && values[value].span.overlaps(tokens[t].span) &&
                            (t == 0 || !values[value].span.overlaps(tokens[t - 1].span));
        if (begins) {
            value_at[t] = value;
        }
    }
}

void MatchContext::mark_segments() {
    const std::vector<Token>& tokens = statement->tokens;
    segment.assign(tokens.size(), 0);
    mark_main_clauses(*statement, segment);
    std::uint16_t current = 0;
    for (std::uint32_t t = 0; t < tokens.size(); ++t) {
        const bool is_new = segment[t] != 0 || opens_segment(tokens[t]);
        current = static_cast<std::uint16_t>(current + (is_new && t > 0 ? 1 : 0));
        segment[t] = current;
    }
}

}  // namespace atodds
