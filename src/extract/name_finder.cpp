#include "extract/name_finder.hpp"

#include "extract/mention_editing.hpp"
#include "extract/name_hyphens.hpp"
#include "extract/name_words.hpp"

#include <algorithm>
#include <array>
#include <optional>
#include <string_view>

namespace atodds {

namespace {

using std::string_view_literals::operator""sv;  // compares sizes first, a plain literal does not

/// A title-case run longer than this is a headline, not a name. Guessed.
constexpr std::uint32_t kMostHeadlineNameTokens = 3;
/// Names of bodies with "of" and "and" inside stay below this. Guessed.
constexpr std::uint32_t kMostNameTokens = 12;

bool is_open_quote(const Token& token) {
    return token.lower == "\""sv || token.lower == "'"sv || token.lower == "("sv ||
           token.lower == "\xE2\x80\x9C"sv || token.lower == "\xE2\x80\x98"sv;
}

bool is_sentence_start(const Statement& statement, std::uint32_t token) {
    while (token > 0 && is_open_quote(statement.tokens[token - 1])) {
        --token;
    }
    return token == 0 || statement.tokens[token - 1].lower == ":"sv;
}

bool is_saying(const Token& token) {
    constexpr std::array<std::string_view, 10> kSaying = {
        "say", "tell", "add", "argue", "write", "claim", "warn", "insist", "note", "testify"};
    return std::ranges::find(kSaying, token.lemma) != kSaying.end();
}

bool has_letters(const Token& token) {
    return !token.lower.empty() &&
           ((token.lower[0] >= 'a' && token.lower[0] <= 'z') || (token.lower[0] & 0x80) != 0);
}

bool holds_organisation_word(const Statement& statement, TokenRange tokens) {
    return std::any_of(statement.tokens.begin() + tokens.begin,
                       statement.tokens.begin() + tokens.end,
                       [](const Token& token) { return is_organisation_word(token.lower); });
}

/// "Commerce Secretary Howard Lutnick" -> where "Howard" stands. Nothing where there is no title
/// in the run; the end of the run where it is only a title.
std::optional<std::uint32_t> end_of_title(const Statement& statement, TokenRange run) {
    for (std::uint32_t i = run.end; i > run.begin; --i) {
        const Token& token = statement.tokens[i - 1];
        if (is_title_word(token.lower)) {
            return i;
        }
        // "Secretary of State Jane Roe": the office reaches one word beyond "of".
        const bool is_office = i >= run.begin + 2 && i < run.end && token.lower == "of"sv &&
                               is_title_word(statement.tokens[i - 2].lower);
        if (is_office) {
            return i + 1;
        }
    }
    return std::nullopt;
}

TokenRange without_legal_suffix(const Statement& statement, TokenRange tokens) {
    while (tokens.size() > 1 && (is_legal_suffix(statement.tokens[tokens.end - 1].lower) ||
                                 statement.tokens[tokens.end - 1].tag == Upos::Punct)) {
        --tokens.end;
    }
    return tokens;
}

/// "Jane Roe, the former captain of ..."
bool is_followed_by_role(const Statement& statement, TokenRange tokens) {
    constexpr std::uint32_t kMostBetween = 4;  // "the chief", "a former"
    const auto size = static_cast<std::uint32_t>(statement.tokens.size());
    if (tokens.end >= size || statement.tokens[tokens.end].lower != ","sv) {
        return false;
    }
    const std::uint32_t last = std::min(size, tokens.end + 1 + kMostBetween);
    for (std::uint32_t t = tokens.end + 1; t < last; ++t) {
        const Token& token = statement.tokens[t];
        if (token.lower == ","sv || token.tag == Upos::Pron || token.tag == Upos::Verb) {
            return false;  // "Vega Robotics, whose chief"
        }
        if (is_role_noun(token.lower)) {
            return true;
        }
    }
    return false;
}

/// "the captain of the ship, Jane Roe, ..."
bool is_led_in_by_role(const Statement& statement, TokenRange tokens) {
    constexpr std::uint32_t kMostBefore = 8;  // "captain of the ferry Aldra Venn"
    if (tokens.begin < 2 || statement.tokens[tokens.begin - 1].lower != ","sv) {
        return false;
    }
    const std::uint32_t comma = tokens.begin - 1;
    for (std::uint32_t t = comma; t > 0 && comma - t < kMostBefore; --t) {
        const Token& token = statement.tokens[t - 1];
        if (token.lower == ","sv || token.tag == Upos::Verb || token.tag == Upos::Aux) {
            return false;
        }
        const bool is_head = t == comma || statement.tokens[t].lower == "of"sv;
        if (is_head && is_role_noun(token.lower)) {
            return true;
        }
    }
    return false;
}

/// "Jan Olsen", "minister April Roe": a month that the parser ties to a family name, where no word
/// of time stands before it.
bool is_given_name(const Statement& statement, std::uint32_t token) {
    if (!is_month_that_is_a_name(statement.tokens[token].lower) ||
        token + 1 >= statement.tokens.size()) {
        return false;
    }
    const Token& next = statement.tokens[token + 1];
    return next.relation == Relation::Name && next.head == token && next.is_capitalised &&
           !is_day_or_month(next.lower) &&
           (token == 0 || !is_before_month(statement.tokens[token - 1].lower));
}

}  // namespace

void NameFinder::read(std::span<Statement> statements) {
    std::vector<std::size_t> headlines;
    for (std::size_t i = 0; i < statements.size(); ++i) {
        if (is_title_case(statements[i])) {
            headlines.push_back(i);
        } else {
            collect_sure_words(statements[i]);
        }
    }
    std::sort(sure_words_.begin(), sure_words_.end());
    auto headline = headlines.begin();
    for (std::size_t i = 0; i < statements.size(); ++i) {
        if (headline != headlines.end() && *headline == i) {
            ++headline;
            continue;
        }
        read_statement(statements[i], false);
    }
    for (const std::size_t i : headlines) {
        read_statement(statements[i], true);
    }
    settle_types(statements);
}

void NameFinder::collect_sure_words(const Statement& statement) {
    for (std::uint32_t i = 1; i < statement.tokens.size(); ++i) {
        const Token& token = statement.tokens[i];
        if (token.is_capitalised && token.tag == Upos::Propn && !is_sentence_start(statement, i)) {
            sure_words_.push_back(token.lower_id);
        }
    }
}

bool NameFinder::is_sure_word(const Token& token) const {
    return std::binary_search(sure_words_.begin(), sure_words_.end(), token.lower_id);
}

void NameFinder::register_lexicon_persons(const Statement& statement) {
    for (const EntityMention& mention : statement.entities) {
        if (mention.kind == MentionKind::Lexicon && mention.type == "person"sv &&
            mention.tokens.size() > 1) {
            remember_short(statement.tokens[mention.tokens.end - 1].lower_id, mention);
        }
    }
}

void NameFinder::read_statement(Statement& statement, bool is_headline) {
    absorb_place_names(statement);
    register_lexicon_persons(statement);
    const std::vector<bool> claimed = claimed_tokens(statement);
    std::vector<EntityMention> found;
    for (std::uint32_t i = 0; i < statement.tokens.size(); ++i) {
        if (claimed[i] || !is_name_token(statement, i, is_headline)) {
            continue;
        }
        const Run run = run_at(statement, claimed, i, is_headline);
        const std::uint32_t behind = std::max(run.tokens.end, i + 1);
        if (!run.tokens.is_empty() && is_sure(statement, run)) {
            EntityMention mention = mention_of(statement, run);
            remember(statement, mention);
            found.push_back(std::move(mention));
        }
        i = behind - 1;
    }
    add_mentions(statement, std::move(found));
    read_acronyms(statement);
}

/// "Beijing Normal University" is neither Beijing nor "Normal University".
void NameFinder::absorb_place_names(Statement& statement) const {
    std::vector<EntityMention> kept;
    std::vector<EntityMention> wider;
    for (EntityMention& mention : statement.entities) {
        const bool is_place = mention.type == "place"sv || mention.type == "government"sv;
        std::uint32_t end = mention.tokens.end;
        while (is_place && end < statement.tokens.size() &&
               end - mention.tokens.end < kMostNameTokens && statement.tokens[end].is_capitalised &&
               statement.tokens[end].tag == Upos::Propn && mention_at(statement, end) == nullptr) {
            ++end;
        }
        const bool is_organisation =
            end > mention.tokens.end && is_organisation_word(statement.tokens[end - 1].lower);
        if (!is_organisation || is_title_case(statement)) {
            kept.push_back(mention);
            continue;
        }
        const TokenRange tokens{mention.tokens.begin, end};
        wider.push_back(
            {tokens, {}, "~" + lower_words(statement, tokens), "organisation", MentionKind::Name});
    }
    if (!wider.empty()) {
        statement.entities = std::move(kept);
        add_mentions(statement, std::move(wider));
    }
}

bool NameFinder::is_name_token(const Statement& statement, std::uint32_t token,
                               bool is_headline) const {
    const Token& word = statement.tokens[token];
    if (!word.is_capitalised || !has_letters(word) ||
        (is_day_or_month(word.lower) && !is_given_name(statement, token)) ||
        is_common_acronym(word.lower) || word.lower == "i"sv) {
        return false;
    }
    if (is_headline) {
        return is_sure_word(word) || word.tag == Upos::Propn;
    }
    // Inside a sentence a capital is good evidence even where the tagger says common noun.
    return word.tag == Upos::Propn ||
           (word.tag == Upos::Noun && !is_sentence_start(statement, token));
}

NameFinder::Run NameFinder::run_at(const Statement& statement, const std::vector<bool>& claimed,
                                   std::uint32_t begin, bool is_headline) const {
    const auto size = static_cast<std::uint32_t>(statement.tokens.size());
    const auto is_name = [&](std::uint32_t i) {
        return i < size && !claimed[i] && is_name_token(statement, i, is_headline);
    };
    Run run{.tokens = {begin, begin}, .is_in_headline = is_headline};
    std::uint32_t end = begin;
    bool is_body = false;  // "Ministry", then "of Trade and Industry" belongs to it
    bool is_office = false;
    bool has_of = false;
    // "Acme CEO Jane Roe" is a company and a person.
    while (is_name(end) && end - begin < kMostNameTokens &&
           (end == begin || !is_company_title(statement.tokens[end].lower))) {
        is_body = is_body || is_organisation_word(statement.tokens[end].lower);
        is_office = is_office || is_title_word(statement.tokens[end].lower);
        end = end_of_word(statement, claimed, {begin, end + 1});
        // Both arms are views: a literal beside a string would make a string that is gone at once.
        const std::string_view joint =
            end < size ? std::string_view(statement.tokens[end].lower) : std::string_view();
        const bool joins = is_particle(joint) || joint == "&" ||
                           (joint == "of" && (is_body || is_office)) ||
                           (is_body && (joint == "for" || (joint == "and" && has_of)));
        if (!is_headline && joins && !claimed[end] && is_name(end + 1)) {
            has_of = has_of || joint == "of";
            ++end;
        }
    }
    // Chinese, French: "the Chinese Academy of Sciences" keeps its adjective.
    const bool has_adjective = begin > 0 && !claimed[begin - 1] && !is_headline &&
                               statement.tokens[begin - 1].tag == Upos::Adj &&
                               statement.tokens[begin - 1].is_capitalised &&
                               holds_organisation_word(statement, {begin, end});
    run.tokens = {has_adjective ? begin - 1 : begin, end};
    if (const auto name = end_of_title(statement, run.tokens); name && !is_headline) {
        run.has_title = true;
        // "Chief Justice of Examplia" has no name behind the title.
        run.tokens.begin = std::min(*name, end);
    }
    return run;
}

std::uint32_t NameFinder::end_of_word(const Statement& statement, const std::vector<bool>& claimed,
                                      TokenRange run) const {
    std::uint32_t end = run.end;
    while (end + 1 < statement.tokens.size() && is_tied_hyphen(statement, end) &&
           !claimed[end + 1] && has_letters(statement.tokens[end + 1])) {
        const Token& next = statement.tokens[end + 1];
        const bool is_known = short_forms_.contains(next.lower_id);  // "the Roe-Lind talks"
        if (next.is_capitalised ? is_known : run.size() < 2 || !is_half_of_given_name(next)) {
            break;
        }
        end += 2;
    }
    return end;
}

bool NameFinder::is_sure(const Statement& statement, const Run& run) const {
    const TokenRange tokens = run.tokens;
    if (run.is_in_headline) {
        const std::uint32_t words = count_words(statement, tokens);
        const bool is_known = names_.contains(lower_words(statement, tokens)) ||
                              (words == 1 && short_forms_.contains(id_of_words(statement, tokens)));
        return is_known || (words > 1 && words <= kMostHeadlineNameTokens);
    }
    if (tokens.size() > 1 || run.has_title || !is_sentence_start(statement, tokens.begin)) {
        return true;
    }
    const Token& word = statement.tokens[tokens.begin];
    if (is_sure_word(word) || short_forms_.contains(word.lower_id)) {
        return true;
    }
    if (tokens.end >= statement.tokens.size()) {
        return false;
    }
    const Token& next = statement.tokens[tokens.end];
    return next.lower == "'s"sv || next.tag == Upos::Verb || next.tag == Upos::Aux;
}

EntityMention NameFinder::mention_of(const Statement& statement, const Run& run) {
    EntityMention mention{.tokens = run.tokens, .span = {}, .id = {}, .type = {}};
    const TokenRange core = without_legal_suffix(statement, run.tokens);
    const std::string name = lower_words(statement, core);
    if (const auto known = names_.find(name); known != names_.end()) {
        mention.id = known->second.id;
        mention.type = known->second.type;
        mention.kind = known->second.kind;
        return mention;
    }
    const bool is_one_word = count_words(statement, core) == 1;
    const auto short_form =
        is_one_word ? short_forms_.find(id_of_words(statement, core)) : short_forms_.end();
    if (short_form != short_forms_.end() && !short_form->second.is_ambiguous) {
        mention.id = short_form->second.id;
        mention.type = short_form->second.type;
        mention.kind = short_form->second.kind;
        if (run.has_title && mention.type.empty()) {
            mention.type = "person";
            types_[mention.id] = "person";
        }
        return mention;
    }
    mention.id = "~" + name;
    mention.type = type_of(statement, run);
    return mention;
}

std::string NameFinder::type_of(const Statement& statement, const Run& run) const {
    const TokenRange tokens = run.tokens;
    if (run.has_title) {
        return "person";
    }
    if (holds_organisation_word(statement, tokens)) {
        return "organisation";
    }
    if (is_place_word(statement.tokens[tokens.end - 1].lower)) {
        return "place";
    }
    const Token* before = tokens.begin > 0 ? &statement.tokens[tokens.begin - 1] : nullptr;
    if (before != nullptr && tokens.size() > 1 && is_role_noun(before->lower)) {
        return "person";
    }
    if (before != nullptr && is_place_preposition(before->lower) && tokens.size() <= 2 &&
        !statement.tokens[tokens.begin].is_all_caps) {
        return "place";
    }
    if (count_words(statement, tokens) != 2 || tokens.end >= statement.tokens.size()) {
        return "";
    }
    // "Jane Roe said", "said Jane Roe", "Jane Roe, 54,"
    const Token& next = statement.tokens[tokens.end];
    const bool has_age = next.lower == ","sv && tokens.end + 1 < statement.tokens.size() &&
                         statement.tokens[tokens.end + 1].tag == Upos::Num;
    if (is_followed_by_role(statement, tokens) || is_led_in_by_role(statement, tokens)) {
        return "person";
    }
    const bool speaks = is_saying(next) || (before != nullptr && is_saying(*before));
    return has_age || speaks ? "person" : "";
}

void NameFinder::remember(const Statement& statement, const EntityMention& mention) {
    const TokenRange core = without_legal_suffix(statement, mention.tokens);
    names_.try_emplace(lower_words(statement, core), Known{mention.id, mention.type, mention.kind});
    if (count_words(statement, core) < 2 || mention.kind != MentionKind::Name) {
        return;
    }
    if (mention.type == "organisation"sv) {
        // "Vega Robotics" is "Vega" later, but "Bank of Examplia" is not "Bank".
        if (!is_organisation_word(statement.tokens[core.begin].lower) && core.size() == 2) {
            remember_short(statement.tokens[core.begin].lower_id, mention);
        }
        return;
    }
    if (mention.type != "place"sv && !statement.tokens[core.end - 1].is_all_caps) {
        remember_short(id_of_words(statement, last_word(statement, core)), mention);
    }
}

void NameFinder::remember_short(std::uint64_t word_id, const EntityMention& mention) {
    const auto [it, is_new] =
        short_forms_.try_emplace(word_id, Known{mention.id, mention.type, MentionKind::ShortForm});
    // Two Roes in one article: the surname alone names neither.
    it->second.is_ambiguous = it->second.is_ambiguous || it->second.id != mention.id;
}

/// "Atomic Agency of Examplia (AAE)": from here on AAE is that agency.
void NameFinder::read_acronyms(Statement& statement) {
    std::vector<EntityMention> found;
    for (const EntityMention& mention : statement.entities) {
        const std::uint32_t open = mention.tokens.end;
        if (open + 2 >= statement.tokens.size() || statement.tokens[open].lower != "("sv ||
            statement.tokens[open + 2].lower != ")"sv) {
            continue;
        }
        const Token& acronym = statement.tokens[open + 1];
        if (!acronym.is_all_caps || acronym.lower.size() > 8 || mention.tokens.size() < 2) {
            continue;
        }
        const Known known{mention.id, mention.type, MentionKind::Acronym, false};
        const EntityMention* inside = mention_at(statement, open + 1);
        if (inside != nullptr && inside->kind == MentionKind::Lexicon) {
            continue;
        }
        short_forms_.insert_or_assign(acronym.lower_id, known);
        names_.insert_or_assign(acronym.lower, known);
        found.push_back({{open + 1, open + 2}, {}, known.id, known.type, known.kind});
    }
    if (found.empty()) {
        return;
    }
    // The run reader took the acronym for a name of its own.
    std::erase_if(statement.entities, [&](const EntityMention& mention) {
        return std::ranges::any_of(
            found, [&](const EntityMention& acronym) { return acronym.tokens == mention.tokens; });
    });
    add_mentions(statement, std::move(found));
}

/// One id has one type in an article, the one learnt where it was clearest.
void NameFinder::settle_types(std::span<Statement> statements) const {
    std::unordered_map<std::string, std::string> types = types_;
    for (const Statement& statement : statements) {
        for (const EntityMention& mention : statement.entities) {
            if (!mention.type.empty() && mention.id.starts_with('~')) {
                types.try_emplace(mention.id, mention.type);
            }
        }
    }
    for (Statement& statement : statements) {
        for (EntityMention& mention : statement.entities) {
            const auto known = mention.type.empty() ? types.find(mention.id) : types.end();
            if (known != types.end()) {
                mention.type = known->second;
            }
        }
    }
}

}  // namespace atodds
