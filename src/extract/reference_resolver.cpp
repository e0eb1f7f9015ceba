#include "extract/reference_resolver.hpp"

#include "extract/mention_editing.hpp"
#include "extract/name_words.hpp"
#include "extract/phrase_pieces.hpp"

#include <algorithm>
#include <array>

namespace atodds {

namespace {

using Words = std::string_view;

/// Statements a description reaches back. Guessed: news paragraphs are two to three sentences.
constexpr std::size_t kDescriptionReach = 3;
/// Mentions of one statement that are weighed; more is a list or hostile, and ambiguous anyway.
constexpr std::size_t kMostCandidates = 24;

constexpr std::array kCompanyNouns = {Words("company"),      Words("firm"),    Words("corporation"),
                                      Words("conglomerate"), Words("startup"), Words("business"),
                                      Words("manufacturer"), Words("group")};
constexpr std::array kAgencyNouns = {Words("agency"),   Words("regulator"),  Words("watchdog"),
                                     Words("ministry"), Words("department"), Words("commission"),
                                     Words("bureau"),   Words("authority"),  Words("council")};
constexpr std::array kOutletNouns = {Words("newspaper"),   Words("outlet"),      Words("magazine"),
                                     Words("broadcaster"), Words("publication"), Words("paper")};

template <typename List>
bool is_one_of(const List& list, std::string_view word) {
    return std::ranges::find(list, word) != list.end();
}

bool is_definite(const Token& token) {
    return token.lower == "the" || token.lower == "this" || token.lower == "that";
}

struct PersonalPronoun {
    Words form;
    Words gender;
};

constexpr std::array kPersonPronouns = {
    PersonalPronoun{"he", "he"},   PersonalPronoun{"him", "he"},  PersonalPronoun{"his", "he"},
    PersonalPronoun{"she", "she"}, PersonalPronoun{"her", "she"}, PersonalPronoun{"hers", "she"}};

/// "It is likely that", "it seems": a subject that stands for nothing. Every form of "be" is left
/// alone, as too many of its uses are of this kind.
bool may_be_empty_it(const Statement& statement, std::uint32_t token) {
    constexpr std::array kEmptyVerbs = {Words("be"),     Words("seem"),   Words("appear"),
                                        Words("become"), Words("turn"),   Words("rain"),
                                        Words("snow"),   Words("follow"), Words("emerge"),
                                        Words("happen"), Words("matter")};
    std::uint32_t at = token + 1;
    // "it has been reported", "it would be", "it also said"
    for (; at < statement.tokens.size() && at < token + 5; ++at) {
        const Token& next = statement.tokens[at];
        if (is_one_of(kEmptyVerbs, next.lemma) || next.lower == "'s") {
            return true;
        }
        if (next.tag != Upos::Aux && next.tag != Upos::Adv && next.tag != Upos::Part) {
            return next.tag != Upos::Verb;
        }
    }
    return true;
}

bool has_plural_noun_before(const Statement& statement, std::uint32_t token) {
    return std::any_of(
        statement.tokens.begin(), statement.tokens.begin() + token,
        [](const Token& word) { return word.tag == Upos::Noun && word.form == Form::Plural; });
}

EntityMention linked(const EntityMention& antecedent, TokenRange tokens, MentionKind kind) {
    return {tokens, {}, antecedent.id, antecedent.type, kind};
}

}  // namespace

void ReferenceResolver::read(std::span<Statement> statements) const {
    for (std::size_t i = 0; i < statements.size(); ++i) {
        add_mentions(statements[i], described(statements, i));
        add_mentions(statements[i], generic(statements, i));
        add_mentions(statements[i], pronouns(statements, i));
    }
}

const EntityMention* ReferenceResolver::antecedent(std::span<const Statement> statements,
                                                   const Search& search, const Fits& fits) const {
    const std::size_t reach = std::min(search.most_back, search.statement);
    for (std::size_t back = 0; back <= reach; ++back) {
        const Statement& statement = statements[search.statement - back];
        std::vector<const EntityMention*> candidates;
        for (const EntityMention& mention : statement.entities) {
            const bool is_before = back > 0 || mention.tokens.end <= search.token;
            if (is_before && fits(mention) && candidates.size() < kMostCandidates) {
                candidates.push_back(&mention);
            }
        }
        if (candidates.empty()) {
            continue;
        }
        const EntityMention* first = candidates.front();
        const bool is_only = std::ranges::all_of(
            candidates, [&](const EntityMention* other) { return other->id == first->id; });
        const auto subject = std::ranges::find_if(
            candidates, [&](const auto* mention) { return is_subject(statement, *mention); });
        if (is_only && search.choice == Choice::SubjectOrOnly) {
            return candidates.back();
        }
        return subject == candidates.end() ? nullptr : *subject;
    }
    return nullptr;
}

/// Descriptions the lexicon gives an entity: "the chipmaker".
std::vector<EntityMention> ReferenceResolver::described(std::span<const Statement> statements,
                                                        std::size_t index) const {
    const Statement& statement = statements[index];
    std::vector<EntityMention> found;
    const auto pieces = split_pieces(statement.tokens);
    for (const AliasMatch& match : descriptions_.find(statement.tokens, pieces)) {
        const TokenRange tokens{pieces[match.begin].token, pieces[match.end - 1].token + 1};
        if (mention_at(statement, tokens.begin) != nullptr ||
            mention_at(statement, tokens.end - 1) != nullptr) {
            continue;
        }
        const Fits fits = [&](const EntityMention& mention) {
            return std::ranges::any_of(match.readings, [&](const AliasMatch::Reading& reading) {
                return catalog_.entries()[reading.entity].id == mention.id;
            });
        };
        const EntityMention* before = antecedent(
            statements, {.statement = index, .token = tokens.begin, .most_back = kDescriptionReach},
            fits);
        if (before != nullptr) {
            found.push_back(linked(*before, tokens, MentionKind::Description));
        }
    }
    return found;
}

bool ReferenceResolver::fits_noun(const EntityMention& mention, std::string_view noun) const {
    const bool is_unknown = mention.id.starts_with('~');
    const bool is_agency = catalog_.is_a(mention.id, "agency") ||
                           catalog_.is_a(mention.id, "ministry") ||
                           (is_unknown && std::ranges::any_of(kAgencyNouns, [&](Words word) {
                                return mention.id.find(word) != std::string::npos;
                            }));
    if (is_one_of(kOutletNouns, noun)) {
        return mention.type == "outlet";
    }
    if (is_one_of(kAgencyNouns, noun)) {
        const bool names_it = mention.id.find(noun) != std::string::npos;
        return noun == "agency" || noun == "regulator" || noun == "watchdog" ? is_agency : names_it;
    }
    const bool is_company = catalog_.is_a(mention.id, "company") || mention.type == "company" ||
                            (is_unknown && mention.type == "organisation" && !is_agency);
    return is_company;
}

/// "the company", "the agency" for entities whose description no lexicon lists.
std::vector<EntityMention> ReferenceResolver::generic(std::span<const Statement> statements,
                                                      std::size_t index) const {
    const Statement& statement = statements[index];
    std::vector<EntityMention> found;
    for (std::uint32_t i = 0; i + 1 < statement.tokens.size(); ++i) {
        const Token& noun = statement.tokens[i + 1];
        const bool is_noun = is_one_of(kCompanyNouns, noun.lower) ||
                             is_one_of(kAgencyNouns, noun.lower) ||
                             is_one_of(kOutletNouns, noun.lower);
        if (!is_noun || !is_definite(statement.tokens[i]) ||
            mention_at(statement, i + 1) != nullptr) {
            continue;
        }
        // "the company's" is that company; "the company car", "the agency that" are not.
        const bool goes_on =
            i + 2 < statement.tokens.size() &&
            (statement.tokens[i + 2].tag == Upos::Noun || statement.tokens[i + 2].lower == "that" ||
             statement.tokens[i + 2].lower == "of" || statement.tokens[i + 2].lower == "which");
        if (goes_on) {
            continue;
        }
        const EntityMention* before = antecedent(
            statements, {.statement = index, .token = i, .most_back = kDescriptionReach},
            [&](const EntityMention& mention) { return fits_noun(mention, noun.lower); });
        if (before != nullptr) {
            found.push_back(linked(*before, {i, i + 2}, MentionKind::Description));
        }
    }
    return found;
}

bool ReferenceResolver::fits_person(const EntityMention& mention, std::string_view gender) const {
    if (mention.type != "person") {
        return false;
    }
    const EntityEntry* entry = catalog_.find(mention.id);
    return entry == nullptr || entry->gender.empty() || entry->gender == gender;
}

bool ReferenceResolver::fits_group(const EntityMention& mention) const {
    constexpr std::array kGroupTypes = {Words("organisation"), Words("government"), Words("outlet"),
                                        Words("company"), Words("place")};
    return is_one_of(kGroupTypes, mention.type);
}

std::vector<EntityMention> ReferenceResolver::pronouns(std::span<const Statement> statements,
                                                       std::size_t index) const {
    const Statement& statement = statements[index];
    std::vector<EntityMention> found;
    for (std::uint32_t i = 0; i < statement.tokens.size(); ++i) {
        const Token& token = statement.tokens[i];
        if (token.lower.size() > 4 || token.is_in_quotes) {
            continue;
        }
        const EntityMention* before = nullptr;
        Search search{.statement = index, .token = i};
        const auto person =
            std::ranges::find(kPersonPronouns, Words(token.lower), &PersonalPronoun::form);
        if (person != kPersonPronouns.end()) {
            before = antecedent(statements, search, [&](const EntityMention& mention) {
                return fits_person(mention, person->gender);
            });
        } else if (token.lower == "it" && !may_be_empty_it(statement, i)) {
            search.choice = Choice::SubjectOnly;
            before = antecedent(statements, search,
                                [&](const EntityMention& mention) { return fits_group(mention); });
        } else if (token.lower == "its" || token.lower == "they") {
            if (token.lower == "they" && has_plural_noun_before(statement, i)) {
                continue;
            }
            search.most_back = 0;
            search.choice = Choice::SubjectOnly;
            before = antecedent(statements, search,
                                [&](const EntityMention& mention) { return fits_group(mention); });
        }
        if (before != nullptr) {
            found.push_back(linked(*before, {i, i + 1}, MentionKind::Pronoun));
        }
    }
    return found;
}

}  // namespace atodds
