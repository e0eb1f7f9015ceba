#include "text/training/treebank.hpp"

#include "text/characters.hpp"
#include "text/tagger.hpp"
#include "text/token_form.hpp"

#include <array>
#include <fstream>
#include <string_view>
#include <unordered_map>

namespace atodds {
namespace {

using Row = std::array<std::string, 7>;

bool split_row(const std::string& line, Row& row) {
    std::size_t from = 0;
    for (std::size_t i = 0; i < row.size(); ++i) {
        const std::size_t to = i + 1 == row.size() ? line.size() : line.find('\t', from);
        if (to == std::string::npos) {
            return false;
        }
        row[i] = line.substr(from, to - from);
        from = to + 1;
    }
    return true;
}

TagLabel verb_label(std::string_view xpos) {
    static const std::unordered_map<std::string_view, TagLabel> kLabels = {
        {"VBP", TagLabel::VerbPresent},
        {"VBZ", TagLabel::VerbThird},
        {"VBD", TagLabel::VerbPast},
        {"VBN", TagLabel::VerbParticiple},
        {"VBG", TagLabel::VerbGerund}};
    const auto found = kLabels.find(xpos);
    return found == kLabels.end() ? TagLabel::VerbBase : found->second;
}

TagLabel nominal_label(std::string_view upos, std::string_view xpos) {
    const bool is_plural = xpos == "NNS" || xpos == "NNPS";
    if (upos == "NOUN") {
        return is_plural ? TagLabel::NounPlural : TagLabel::Noun;
    }
    if (upos == "PROPN") {
        return is_plural ? TagLabel::PropnPlural : TagLabel::Propn;
    }
    if (xpos == "PRP$" || xpos == "WP$") {
        return TagLabel::PronPossessive;
    }
    return xpos == "WP" || xpos == "WDT" ? TagLabel::PronWh : TagLabel::Pron;
}

TagLabel degree_label(std::string_view upos, std::string_view xpos) {
    if (upos == "ADJ") {
        return xpos == "JJR"   ? TagLabel::AdjComparative
               : xpos == "JJS" ? TagLabel::AdjSuperlative
                               : TagLabel::Adj;
    }
    return xpos == "RBR"   ? TagLabel::AdvComparative
           : xpos == "RBS" ? TagLabel::AdvSuperlative
                           : TagLabel::Adv;
}

TagLabel label_of(std::string_view upos, std::string_view xpos) {
    static const std::unordered_map<std::string_view, TagLabel> kLabels = {
        {"AUX", TagLabel::Aux},     {"CCONJ", TagLabel::Cconj}, {"DET", TagLabel::Det},
        {"INTJ", TagLabel::Intj},   {"NUM", TagLabel::Num},     {"PART", TagLabel::Part},
        {"PUNCT", TagLabel::Punct}, {"SCONJ", TagLabel::Sconj}, {"SYM", TagLabel::Sym}};
    if (upos == "VERB") {
        return verb_label(xpos);
    }
    if (upos == "NOUN" || upos == "PROPN" || upos == "PRON") {
        return nominal_label(upos, xpos);
    }
    if (upos == "ADJ" || upos == "ADV") {
        return degree_label(upos, xpos);
    }
    if (upos == "ADP") {
        return xpos == "RP" ? TagLabel::AdpParticle : TagLabel::Adp;
    }
    const auto found = kLabels.find(upos);
    return found == kLabels.end() ? TagLabel::X : found->second;
}

Relation relation_of(const std::string& deprel, std::string_view lower) {
    static const std::unordered_map<std::string_view, Relation> kRelations = {
        {"root", Relation::Root},
        {"nsubj", Relation::Subject},
        {"nsubj:outer", Relation::Subject},
        {"csubj", Relation::Subject},
        {"csubj:outer", Relation::Subject},
        {"expl", Relation::Subject},
        {"nsubj:pass", Relation::PassiveSubject},
        {"csubj:pass", Relation::PassiveSubject},
        {"obj", Relation::Object},
        {"iobj", Relation::IndirectObject},
        {"obl", Relation::Oblique},
        {"obl:unmarked", Relation::Oblique},
        {"obl:agent", Relation::Agent},
        {"ccomp", Relation::Clausal},
        {"xcomp", Relation::Clausal},
        {"advcl", Relation::Adverbial},
        {"advcl:relcl", Relation::Adverbial},
        {"acl", Relation::Relative},
        {"acl:relcl", Relation::Relative},
        {"amod", Relation::Modifier},
        {"advmod", Relation::Modifier},
        {"nummod", Relation::NumberOf},
        {"nmod", Relation::NounModifier},
        {"nmod:unmarked", Relation::NounModifier},
        {"nmod:desc", Relation::Compound},
        {"nmod:poss", Relation::Possessor},
        {"appos", Relation::Apposition},
        {"compound", Relation::Compound},
        {"compound:prt", Relation::Particle},
        {"flat", Relation::Name},
        {"goeswith", Relation::Name},
        {"det", Relation::Determiner},
        {"det:predet", Relation::Determiner},
        {"case", Relation::Case},
        {"fixed", Relation::Case},
        {"mark", Relation::Marker},
        {"aux", Relation::Auxiliary},
        {"aux:pass", Relation::PassiveAuxiliary},
        {"cop", Relation::Copula},
        {"conj", Relation::Conjunct},
        {"cc", Relation::Coordinator},
        {"cc:preconj", Relation::Coordinator},
        {"punct", Relation::Punctuation}};
    if (deprel == "advmod" && (lower == "not" || lower == "n't" || lower == "never")) {
        return Relation::Negation;
    }
    const auto found = kRelations.find(deprel);
    return found == kRelations.end() ? Relation::Other : found->second;
}

Token token_of(const Row& row, TagLabel label) {
    Token token = make_token(row[1], {});
    const TagMeaning meaning = meaning_for(label, token.lower);
    token.tag = meaning.tag;
    token.form = meaning.form;
    token.lemma = make_token(row[2], {}).lower;
    const auto head = static_cast<std::uint32_t>(std::stoul(row[5]));
    token.head = head == 0 ? kNoToken : head - 1;
    token.relation = relation_of(row[6], token.lower);
    return token;
}

Token recased(const Token& token, const std::string& form) {
    Token copy = token;
    const Token made = make_token(form, {});
    copy.is_capitalised = made.is_capitalised;
    copy.is_all_caps = made.is_all_caps;
    return copy;
}

}  // namespace

std::optional<std::vector<GoldSentence>> read_treebank(const std::string& path) {
    std::ifstream file(path);
    if (!file) {
        return std::nullopt;
    }
    std::vector<GoldSentence> sentences;
    GoldSentence current;
    Row row;
    for (std::string line; std::getline(file, line);) {
        if (line.empty()) {
            if (!current.tokens.empty()) {
                sentences.push_back(std::move(current));
            }
            current = {};
            continue;
        }
        if (!split_row(line, row)) {
            return std::nullopt;
        }
        const TagLabel label = label_of(row[3], row[4]);
        current.tokens.push_back(token_of(row, label));
        current.labels.push_back(label);
    }
    if (!current.tokens.empty()) {
        sentences.push_back(std::move(current));
    }
    return sentences;
}

GoldSentence title_cased(const GoldSentence& sentence) {
    GoldSentence copy = sentence;
    for (std::size_t i = 0; i < copy.tokens.size(); ++i) {
        std::string form = copy.tokens[i].lower;
        const bool is_word = !form.empty() && is_ascii_lower(form[0]);
        if (is_word && !copy.tokens[i].is_all_caps && (i == 0 || form.size() >= 4)) {
            form[0] = static_cast<char>(form[0] - 0x20);
            copy.tokens[i] = recased(copy.tokens[i], form);
        }
    }
    return copy;
}

GoldSentence upper_cased(const GoldSentence& sentence) {
    GoldSentence copy = sentence;
    for (Token& token : copy.tokens) {
        std::string form = token.lower;
        for (char& c : form) {
            c = is_ascii_lower(c) ? static_cast<char>(c - 0x20) : c;
        }
        token = recased(token, form);
    }
    return copy;
}

}  // namespace atodds
