#include "extract/entity_finder.hpp"

#include "extract/entity_catalog.hpp"
#include "extract/gazetteer.hpp"
#include "extract/mention_editing.hpp"
#include "extract/metonymy.hpp"
#include "extract/name_finder.hpp"
#include "extract/reference_resolver.hpp"
#include "extract/word_set.hpp"

#include <algorithm>
#include <cstdint>

namespace atodds {
namespace {

/// Places of the lexicon that are given names too. Ours, from general knowledge.
const WordSet kGivenNames(
    "adelaide alexandria austin brooklyn carolina chad charlotte chelsea cheyenne dallas florence "
    "georgia houston india israel jordan kenya kingston lincoln london madison milan odessa "
    "orlando paris phoenix savannah sofia sydney troy victoria virginia");

/// Words before a place that no person follows at once.
const WordSet kBeforePlaces("in at near from to of around outside across via inside into");

/// "Sofia Rell" is a person: a place of that name, a capital behind it, nothing before it that
/// leads to a place. Looks at words alone, since this runs before words have tags.
bool is_given_name(const Statement& statement, TokenRange tokens) {
    const std::vector<Token>& all = statement.tokens;
    if (tokens.size() != 1 || tokens.end >= all.size() ||
        !kGivenNames.holds(all[tokens.begin].lower_id)) {
        return false;
    }
    const bool is_place = tokens.begin > 0 && kBeforePlaces.holds(all[tokens.begin - 1].lower_id);
    return !is_place && all[tokens.end].is_capitalised && !all[tokens.end].is_all_caps;
}

}  // namespace

struct EntityFinder::Parts {
    explicit Parts(const std::vector<EntityEntry>& entities)
        : catalog(entities),
          names(entities, Gazetteer::Holds::Names),
          descriptions(entities, Gazetteer::Holds::Descriptions) {}

    std::uint32_t entity_meant(const Statement& statement, const AliasMatch& match,
                               TokenRange tokens) const;

    EntityCatalog catalog;
    Gazetteer names;
    Gazetteer descriptions;
};

/// Of the readings of an alias the one its neighbours speak for: the index of its entry.
std::uint32_t EntityFinder::Parts::entity_meant(const Statement& statement, const AliasMatch& match,
                                                TokenRange tokens) const {
    const auto metonym =
        std::ranges::find(match.readings, AliasKind::Metonym, &AliasMatch::Reading::kind);
    const AliasMatch::Reading& first = match.readings.front();
    if (metonym == match.readings.end()) {
        return first.entity;
    }
    const EntityEntry& named = catalog.entries()[first.entity];
    if (first.kind == AliasKind::Name && named.type != "place") {
        return first.entity;
    }
    if (sense_of_metonym(statement, tokens) == MetonymSense::Actor) {
        return metonym->entity;
    }
    // "at the White House": a building no lexicon lists is still best read as its government.
    return first.entity;
}

EntityFinder::EntityFinder(const std::vector<EntityEntry>& entities)
    : parts_(std::make_unique<Parts>(entities)) {}

EntityFinder::~EntityFinder() = default;
EntityFinder::EntityFinder(EntityFinder&&) noexcept = default;
EntityFinder& EntityFinder::operator=(EntityFinder&&) noexcept = default;

void EntityFinder::find_lexicon_mentions(Statement& statement) const {
    thread_local std::vector<TextPiece> pieces;
    split_pieces(statement.tokens, pieces);
    for (const AliasMatch& match : parts_->names.find(statement.tokens, pieces)) {
        const TextPiece& first = pieces[match.begin];
        const TextPiece& last = pieces[match.end - 1];
        const TokenRange tokens{first.token, last.token + 1};
        const bool overlaps =
            !statement.entities.empty() && statement.entities.back().tokens.end > tokens.begin;
        if (overlaps || is_given_name(statement, tokens)) {
            continue;
        }
        const EntityEntry& entry =
            parts_->catalog.entries()[parts_->entity_meant(statement, match, tokens)];
        // The span may be part of a token ("Beijing" of "Beijing-based"), so it is set here.
        statement.entities.push_back({tokens,
                                      {first.span.begin, last.span.end},
                                      entry.id,
                                      entry.type,
                                      MentionKind::Lexicon});
    }
}

void EntityFinder::find_other_mentions(std::span<Statement> statements) const {
    NameFinder(parts_->catalog).read(statements);
    ReferenceResolver(parts_->catalog, parts_->descriptions).read(statements);
}

bool EntityFinder::is_a(const std::string& id, const std::string& whole) const {
    return parts_->catalog.is_a(id, whole);
}

std::vector<std::string_view> EntityFinder::wholes_of(std::string_view id) const {
    return parts_->catalog.wholes_of(id);
}

/// A name that is kept in lower case, as it is written: "jane roe" -> "Jane Roe".
static std::string capitalised(std::string name) {
    bool is_first = true;
    for (char& letter : name) {
        if (is_first && letter >= 'a' && letter <= 'z') {
            letter = static_cast<char>(letter - 0x20);
        }
        is_first = letter == ' ';
    }
    return name;
}

std::string EntityFinder::name_of(const std::string& id) const {
    const EntityEntry* entry = parts_->catalog.find(id);
    if (entry != nullptr) {
        return entry->name;
    }
    return id.starts_with('~') ? capitalised(id.substr(1)) : id;
}

}  // namespace atodds
