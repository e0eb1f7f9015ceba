#include "extract/reference_resolver.hpp"

#include "extract/mention_editing.hpp"
#include "extract/name_words.hpp"
#include "extract/phrase_pieces.hpp"
#include "extract/word_set.hpp"

#include <algorithm>
#include <array>
#include <string_view>

namespace atodds {

namespace {

using std::string_view_literals::operator""sv;  // compares sizes first, a plain literal does not

using Words = std::string_view;

/// Statements a description reaches back. Guessed: news paragraphs are two to three sentences.
constexpr std::size_t kDescriptionReach = 3;
/// Mentions of one statement that are weighed; more is a list or hostile, and ambiguous anyway.
constexpr std::size_t kMostCandidates = 24;

const WordSet kCompanyNouns(
    "company firm corporation conglomerate startup business manufacturer group");
constexpr std::array kAgencyNouns = {Words("agency"),   Words("regulator"),  Words("watchdog"),
                                     Words("ministry"), Words("department"), Words("commission"),
                                     Words("bureau"),   Words("authority"),  Words("council")};
const WordSet kAgencyNounSet(kAgencyNouns);
const WordSet kOutletNouns("newspaper outlet magazine broadcaster publication paper");
const WordSet kDefinites("the this that");

/// What a pronoun may stand for.
enum class PronounClass : std::uint8_t { He, She, It, Group };

const WordMeanings<PronounClass> kPronouns = WordMeanings<PronounClass>()
                                                 .add("he him his", PronounClass::He)
                                                 .add("she her hers", PronounClass::She)
                                                 .add("it", PronounClass::It)
                                                 .add("its they", PronounClass::Group);

/// "It is likely that", "it seems": a subject that stands for nothing. Every form of "be" is left
/// alone, as too many of its uses are of this kind.
bool may_be_empty_it(const Statement& statement, std::uint32_t token) {
    static const WordSet kEmptyVerbs(
        "be seem appear become turn rain snow follow emerge happen matter");
    std::uint32_t at = token + 1;
    // "it has been reported", "it would be", "it also said"
    for (; at < statement.tokens.size() && at < token + 5; ++at) {
        const Token& next = statement.tokens[at];
        if (kEmptyVerbs.holds(next.lemma_id) || next.lower == "'s"sv) {
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

/// Only entities of the lexicon have descriptions.
bool names_known_entity(const Statement& statement) {
    return std::ranges::any_of(statement.entities, [](const EntityMention& mention) {
        return !mention.id.starts_with('~');
    });
}

EntityMention linked(const EntityMention& antecedent, TokenRange tokens, MentionKind kind) {
    return {tokens, {}, antecedent.id, antecedent.type, kind};
}

}  // namespace

void ReferenceResolver::read(std::span<Statement> statements) const {
    std::size_t last_known = statements.size();  // the last statement that names a known entity
    for (std::size_t i = 0; i < statements.size(); ++i) {
        last_known = names_known_entity(statements[i]) ? i : last_known;
        if (last_known <= i && i - last_known <= kDescriptionReach) {
            add_mentions(statements[i], described(statements, i));
        }
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
    thread_local std::vector<TextPiece> pieces;
    split_pieces(statement.tokens, pieces);
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

bool ReferenceResolver::fits_noun(const EntityMention& mention, const Token& noun) const {
    const bool is_unknown = mention.id.starts_with('~');
    const bool is_agency = catalog_.is_a(mention.id, "agency") ||
                           catalog_.is_a(mention.id, "ministry") ||
                           (is_unknown && std::ranges::any_of(kAgencyNouns, [&](Words word) {
                                return mention.id.find(word) != std::string::npos;
                            }));
    if (kOutletNouns.holds(noun.lower_id)) {
        return mention.type == "outlet"sv;
    }
    if (kAgencyNounSet.holds(noun.lower_id)) {
        const bool names_it = mention.id.find(noun.lower) != std::string::npos;
        const bool is_any =
            noun.lower == "agency"sv || noun.lower == "regulator"sv || noun.lower == "watchdog"sv;
        return is_any ? is_agency : names_it;
    }
    const bool is_company = catalog_.is_a(mention.id, "company") || mention.type == "company"sv ||
                            (is_unknown && mention.type == "organisation"sv && !is_agency);
    return is_company;
}

/// "the company", "the agency" for entities whose description no lexicon lists.
std::vector<EntityMention> ReferenceResolver::generic(std::span<const Statement> statements,
                                                      std::size_t index) const {
    const Statement& statement = statements[index];
    std::vector<EntityMention> found;
    for (std::uint32_t i = 0; i + 1 < statement.tokens.size(); ++i) {
        const Token& noun = statement.tokens[i + 1];
        const bool is_noun =
            kDefinites.holds(statement.tokens[i].lower_id) &&
            (kCompanyNouns.holds(noun.lower_id) || kAgencyNounSet.holds(noun.lower_id) ||
             kOutletNouns.holds(noun.lower_id));
        if (!is_noun || mention_at(statement, i + 1) != nullptr) {
            continue;
        }
        // "the company's" is that company; "the company car", "the agency that" are not.
        const bool goes_on =
            i + 2 < statement.tokens.size() &&
            (statement.tokens[i + 2].tag == Upos::Noun ||
             statement.tokens[i + 2].lower == "that"sv || statement.tokens[i + 2].lower == "of"sv ||
             statement.tokens[i + 2].lower == "which"sv);
        if (goes_on) {
            continue;
        }
        const EntityMention* before =
            antecedent(statements, {.statement = index, .token = i, .most_back = kDescriptionReach},
                       [&](const EntityMention& mention) { return fits_noun(mention, noun); });
        if (before != nullptr) {
            found.push_back(linked(*before, {i, i + 2}, MentionKind::Description));
        }
    }
    return found;
}

bool ReferenceResolver::fits_person(const EntityMention& mention, std::string_view gender) const {
    // Nothing but "he" and "she" tells that "Ada Lind" is a person where no title stands by it.
    const bool may_be_person = mention.type.empty() && mention.kind == MentionKind::Name &&
                               mention.tokens.size() == 2 && mention.id.starts_with('~');
    if (mention.type != "person"sv && !may_be_person) {
        return false;
    }
    const EntityEntry* entry = catalog_.find(mention.id);
    return entry == nullptr || entry->gender.empty() || entry->gender == gender;
}

bool ReferenceResolver::fits_group(const EntityMention& mention) const {
    constexpr std::array kGroupTypes = {Words("organisation"), Words("government"), Words("outlet"),
                                        Words("company"), Words("place")};
    return std::ranges::find(kGroupTypes, Words(mention.type)) != kGroupTypes.end();
}

const EntityMention* ReferenceResolver::named_by(std::span<const Statement> statements,
                                                 std::size_t index, std::uint32_t token) const {
    const Statement& statement = statements[index];
    const PronounClass* pronoun = kPronouns.find(statement.tokens[token].lower_id);
    if (pronoun == nullptr || statement.tokens[token].is_in_quotes) {
        return nullptr;
    }
    Search search{.statement = index, .token = token};
    const auto fits = [this](const EntityMention& mention) { return fits_group(mention); };
    switch (*pronoun) {
        case PronounClass::He:
        case PronounClass::She: {
            const Words gender = *pronoun == PronounClass::He ? "he" : "she";
            return antecedent(statements, search, [&](const EntityMention& mention) {
                return fits_person(mention, gender);
            });
        }
        case PronounClass::It:
            if (may_be_empty_it(statement, token)) {
                return nullptr;
            }
            search.choice = Choice::SubjectOnly;
            // Deep in a sentence "it" more often means what the sentence told before.
            search.most_back = token <= 2 ? 1 : 0;
            return antecedent(statements, search, fits);
        case PronounClass::Group:
            if (statement.tokens[token].lower == "they"sv &&
                has_plural_noun_before(statement, token)) {
                return nullptr;
            }
            search.most_back = 0;
            search.choice = Choice::SubjectOnly;
            return antecedent(statements, search, fits);
    }
    return nullptr;
}

std::vector<EntityMention> ReferenceResolver::pronouns(std::span<const Statement> statements,
                                                       std::size_t index) const {
    std::vector<EntityMention> found;
    const std::vector<Token>& tokens = statements[index].tokens;
    for (std::uint32_t i = 0; i < tokens.size(); ++i) {
        const bool may_stand = kPronouns.find(tokens[i].lower_id) != nullptr;
        const EntityMention* before = may_stand ? named_by(statements, index, i) : nullptr;
        if (before != nullptr) {
            found.push_back(linked(*before, {i, i + 1}, MentionKind::Pronoun));
        }
    }
    return found;
}

}  // namespace atodds
