#include "extract/gazetteer.hpp"

#include "base/hash.hpp"

#include <algorithm>
#include <utility>

namespace atodds {

namespace {

constexpr std::uint32_t kNoNode = 0xFFFFFFFF;

/// In a sentence set in capitals "US" and "WHO" are most likely words.
bool is_all_capitals(const std::vector<Token>& tokens) {
    std::size_t words = 0;
    std::size_t capitals = 0;
    for (const Token& token : tokens) {
        const bool is_word =
            token.lower.size() >= 2 && token.lower[0] >= 'a' && token.lower[0] <= 'z';
        words += is_word ? 1 : 0;
        capitals += is_word && token.is_all_caps ? 1 : 0;
    }
    return words >= 4 && capitals * 10 >= words * 8;
}

/// The piece without a plural "s" or a possessive that the tokenizer left on: "H20s".
std::uint64_t singular_id(const Token& token) {
    std::string_view form = token.lower;
    if (form.ends_with("'s")) {
        form.remove_suffix(2);
    } else if (form.size() > 3 && form.back() == 's') {
        form.remove_suffix(form.ends_with("'s") ? 2 : 1);
    } else {
        return token.lower_id;
    }
    return hash_bytes(form);
}

/// One id for an edge of the trie.
constexpr std::uint64_t edge_id(std::uint32_t node, std::uint64_t piece) {
    return piece ^ (node * 0x9E3779B97F4A7C15ULL);
}

}  // namespace

Gazetteer::Gazetteer(const std::vector<EntityEntry>& entities, Holds holds) {
    endings_.emplace_back();
    for (std::uint32_t i = 0; i < entities.size(); ++i) {
        const EntityEntry& entry = entities[i];
        if (holds == Holds::Descriptions) {
            for (const std::string& description : entry.descriptions) {
                add(description, {i, AliasKind::Description});
            }
            continue;
        }
        add(entry.name, {i, AliasKind::Name});
        for (const std::string& alias : entry.aliases) {
            add(alias, {i, AliasKind::Name});
        }
        for (const std::string& metonym : entry.metonyms) {
            add(metonym, {i, AliasKind::Metonym});
        }
    }
}

void Gazetteer::add(std::string_view alias, AliasMatch::Reading reading) {
    const auto pieces = split_pieces(alias);
    if (pieces.empty()) {
        return;
    }
    std::uint32_t node = 0;
    std::vector<LetterCase> cases;
    for (const Piece& piece : pieces) {
        if (node == 0) {
            first_marks_.mark(piece.id);
        }
        std::uint32_t& next = children_[edge_id(node, piece.id)];
        if (next == 0) {  // no edge leads back to the root
            next = static_cast<std::uint32_t>(endings_.size());
            endings_.emplace_back();
        }
        node = next;
        cases.push_back(piece.letter_case);
    }
    auto& endings = endings_[node];
    auto ending = std::ranges::find(endings, cases, &Ending::cases);
    if (ending == endings.end()) {
        endings.push_back({std::move(cases), {}});
        ending = endings.end() - 1;
    }
    const auto is_same = [&](const AliasMatch::Reading& other) {
        return other.entity == reading.entity;
    };
    if (std::ranges::none_of(ending->readings, is_same)) {
        const auto before = std::ranges::upper_bound(ending->readings, reading.kind, {},
                                                     &AliasMatch::Reading::kind);
        ending->readings.insert(before, reading);
    }
}

std::uint32_t Gazetteer::child(std::uint32_t node, std::uint64_t piece) const {
    if (node == 0 && !first_marks_.may_hold(piece)) {
        return kNoNode;
    }
    const std::uint32_t* next = children_.find(edge_id(node, piece));
    return next == nullptr ? kNoNode : *next;
}

/// False for most words. Whatever ends in "s" may be the plural of a name.
bool Gazetteer::may_begin(const Token& token, const TextPiece& piece) const {
    return first_marks_.may_hold(piece.id) ||
           (piece.is_token_start && piece.is_token_end && token.lower.ends_with('s'));
}

const Gazetteer::Ending* Gazetteer::ending_of(std::uint32_t node, const std::vector<Token>& tokens,
                                              std::span<const TextPiece> pieces) const {
    // An alias in capitals asks for more than one in lower case: the strictest that fits wins.
    const Ending* best = nullptr;
    for (const Ending& ending : endings_[node]) {
        bool fits = true;
        for (std::size_t i = 0; fits && i < pieces.size(); ++i) {
            fits = has_case(tokens[pieces[i].token], pieces[i], ending.cases[i]);
        }
        if (fits && (best == nullptr || ending.cases > best->cases)) {
            best = &ending;
        }
    }
    return best;
}

AliasMatch Gazetteer::longest_at(const std::vector<Token>& tokens,
                                 const std::vector<TextPiece>& pieces, std::uint32_t begin) const {
    AliasMatch match{.readings = {}, .begin = begin, .end = begin};
    const auto take = [&](std::uint32_t node, std::uint32_t end) {
        const Ending* ending =
            ending_of(node, tokens, std::span(pieces).subspan(begin, end - begin));
        if (ending != nullptr) {
            match.readings = ending->readings;
            match.end = end;
        }
    };
    std::uint32_t node = 0;
    for (std::uint32_t at = begin; at < pieces.size(); ++at) {
        const std::uint32_t next = child(node, pieces[at].id);
        if (pieces[at].is_token_end && pieces[at].is_token_start) {
            const Token& token = tokens[pieces[at].token];
            const bool may_be_plural = !token.lower.empty() && token.lower.back() == 's';
            const std::uint32_t singular =
                may_be_plural ? child(node, singular_id(token)) : kNoNode;
            if (singular != kNoNode) {
                take(singular, at + 1);
            }
        }
        if (next == kNoNode) {
            break;
        }
        node = next;
        take(node, at + 1);
    }
    return match;
}

std::vector<AliasMatch> Gazetteer::find(const std::vector<Token>& tokens,
                                        const std::vector<TextPiece>& pieces) const {
    std::vector<AliasMatch> matches;
    for (std::uint32_t at = 0; at < pieces.size();) {
        if (!may_begin(tokens[pieces[at].token], pieces[at])) {
            ++at;
            continue;
        }
        // A name never starts inside a token: "anti-Apple" mentions Apple, "re-open" no "Open".
        const bool is_start = pieces[at].is_token_start ||
                              tokens[pieces[at].token].lower.find('-') != std::string::npos;
        AliasMatch match = is_start ? longest_at(tokens, pieces, at) : AliasMatch{};
        const bool is_short =
            match.end == match.begin + 1 && tokens[pieces[at].token].lower.size() <= 3;
        if (match.end <= at || match.readings.empty() || (is_short && is_all_capitals(tokens))) {
            ++at;
            continue;
        }
        at = match.end;
        matches.push_back(std::move(match));
    }
    return matches;
}

}  // namespace atodds
