#include "extract/office_reader.hpp"

#include "extract/word_set.hpp"

#include <algorithm>
#include <chrono>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

namespace atodds {
namespace {

using std::string_view_literals::operator""sv;  // compares sizes first, a plain literal does not

/// Words between a name and the head of its office: "the first black transport minister". Guessed.
constexpr std::uint32_t kReach = 6;

using Office = WordFamilies::Office;

/// An office as it stands in the text.
struct OfficePhrase {
    TokenRange words;  ///< from its first modifier to its head
    std::uint32_t head = 0;
    std::string of;          ///< entity id; empty where none is named
    std::uint32_t end = 0;   ///< behind the phrase, its "of ..." included
    bool is_gained = false;  ///< "was elected president"
};

const WordSet kGaining("elect re-elect reelect name appoint choose crown confirm");

class OfficeReader {
  public:
    OfficeReader(OpenFactBuilder& builder, const RoleWords& words)
        : builder_(builder), statement_(builder.statement()), words_(words) {}

    void read(std::vector<Fact>& facts) {
        for (const EntityMention& person : statement_.entities) {
            if (!is_full_name(person)) {
                continue;
            }
            if (const std::optional<OfficePhrase> office = office_of(person)) {
                add_office_fact(person, *office, facts);
            }
        }
    }

  private:
    /// Two words or more, all capitalised, and nothing known to be no person.
    bool is_full_name(const EntityMention& mention) const {
        const bool may_be_person = mention.type == "person"sv || mention.type.empty();
        if (!may_be_person || mention.tokens.size() < 2) {
            return false;
        }
        for (std::uint32_t t = mention.tokens.begin; t < mention.tokens.end; ++t) {
            if (!statement_.tokens[t].is_capitalised || office_at(t) != Office::None) {
                return false;
            }
        }
        return mention.type == "person"sv || mention.kind == MentionKind::Name;
    }

    Office office_at(std::uint32_t token) const {
        return token < statement_.tokens.size()
                   ? builder_.families().office_of(statement_.tokens[token])
                   : Office::None;
    }

    bool is_word(std::uint32_t token, std::string_view word) const {
        return token < statement_.tokens.size() && statement_.tokens[token].lower == word;
    }

    std::optional<OfficePhrase> office_of(const EntityMention& person) const {
        if (is_word(person.tokens.end, ",")) {
            const auto office = phrase_from(person.tokens.end + 1);
            if (office && !is_title_of_next(*office)) {
                return office;
            }
        }
        if (std::optional<OfficePhrase> gained = office_gained(person.tokens.end)) {
            return gained;
        }
        if (is_word(person.tokens.end, "is") && !is_word(person.tokens.end + 1, "a")) {
            return phrase_from(person.tokens.end + 1);
        }
        if (const auto office = phrase_before(person.tokens.begin)) {
            return office;
        }
        if (person.tokens.begin > 0 && is_word(person.tokens.begin - 1, "is")) {
            return named_before_comma(person.tokens.begin - 1);
        }
        // "It angered the mayor, Ada Rell said": she speaks, and holds no office here.
        const bool speaks = person.tokens.end < statement_.tokens.size() &&
                            statement_.tokens[person.tokens.end].tag == Upos::Verb;
        return person.tokens.begin > 0 && is_word(person.tokens.begin - 1, ",") && !speaks
                   ? named_before_comma(person.tokens.begin - 1)
                   : std::nullopt;
    }

    /// "Secretary Ada Rell, Harbour Board Chairman Ivo Lund": the office of the next in a list.
    bool is_title_of_next(const OfficePhrase& office) const {
        return std::any_of(
            statement_.entities.begin(), statement_.entities.end(),
            [&](const EntityMention& mention) { return mention.tokens.begin == office.head + 1; });
    }

    /// "Was elected president of Norland", "has been named as the mayor of Ketterby".
    std::optional<OfficePhrase> office_gained(std::uint32_t behind) const {
        std::uint32_t verb = behind;
        while (verb < statement_.tokens.size() && statement_.tokens[verb].tag == Upos::Aux &&
               verb < behind + 3) {
            ++verb;
        }
        if (verb == behind || verb + 1 >= statement_.tokens.size() ||
            !kGaining.holds(statement_.tokens[verb].lemma_id) ||
            statement_.tokens[verb].form != Form::Participle) {
            return std::nullopt;
        }
        std::optional<OfficePhrase> office =
            phrase_from(is_word(verb + 1, "as") ? verb + 2 : verb + 1);
        if (office) {
            office->is_gained = true;
        }
        return office;
    }

    /// "the transport minister of Velmark" from its first word on.
    std::optional<OfficePhrase> phrase_from(std::uint32_t begin) const {
        for (std::uint32_t t = begin; t < begin + kReach && t < statement_.tokens.size(); ++t) {
            const Token& token = statement_.tokens[t];
            const bool ends = token.tag == Upos::Verb || token.tag == Upos::Punct ||
                              token.tag == Upos::Adp || token.tag == Upos::Pron ||
                              token.tag == Upos::Cconj || token.tag == Upos::Num ||
                              token.form == Form::Plural;
            if (ends && !is_word(t, "-") && !is_word(t, "his") && !is_word(t, "her")) {
                return std::nullopt;
            }
            if (office_at(t) == Office::Head && office_at(t + 1) != Office::Head) {
                return completed({{begin, t + 1}, t, "", t + 1});
            }
        }
        return std::nullopt;
    }

    /// "Transport Minister" right before a name.
    std::optional<OfficePhrase> phrase_before(std::uint32_t end) const {
        if (end == 0 || office_at(end - 1) != Office::Head) {
            return std::nullopt;
        }
        std::uint32_t begin = end - 1;
        while (begin > 0 && end - begin < kReach && is_modifier(begin - 1)) {
            --begin;
        }
        return OfficePhrase{{begin, end}, end - 1, entity_in({begin, end}), end};
    }

    bool is_modifier(std::uint32_t token) const {
        const Token& word = statement_.tokens[token];
        return word.tag == Upos::Noun || word.tag == Upos::Propn || word.tag == Upos::Adj ||
               word.lower == "-"sv || word.lower == "'s"sv || office_at(token) != Office::None;
    }

    /// "The captain of the Venn, Ivo Rell": an office whose phrase ends at the comma, or at "is".
    std::optional<OfficePhrase> named_before_comma(std::uint32_t comma) const {
        const std::uint32_t first = comma > 2 * kReach ? comma - 2 * kReach : 0;
        for (std::uint32_t t = comma; t-- > first;) {
            if (office_at(t) != Office::Head || office_at(t + 1) == Office::Head) {
                continue;
            }
            std::uint32_t begin = t;
            while (begin > first && is_modifier(begin - 1)) {
                --begin;
            }
            const OfficePhrase phrase = completed({{begin, t + 1}, t, "", t + 1});
            return phrase.end == comma ? std::optional(phrase) : std::nullopt;
        }
        return std::nullopt;
    }

    /// With the body it is held in: "of the Aldra Venn", "at Brightwater Lines".
    OfficePhrase completed(OfficePhrase phrase) const {
        phrase.of = entity_in(phrase.words);
        const std::uint32_t next = phrase.end;
        if (!is_word(next, "of") && !is_word(next, "at") && !is_word(next, "for")) {
            return phrase;
        }
        const std::uint32_t start = is_word(next + 1, "the") ? next + 2 : next + 1;
        for (const EntityMention& mention : statement_.entities) {
            if (mention.tokens.begin <= start && start < mention.tokens.end) {
                phrase.of = mention.id;
                phrase.end = mention.tokens.end;
            }
        }
        return phrase;
    }

    std::string entity_in(TokenRange words) const {
        for (const EntityMention& mention : statement_.entities) {
            if (mention.tokens.begin >= words.begin && mention.tokens.end <= words.end) {
                return mention.id;
            }
        }
        return "";
    }

    void add_office_fact(const EntityMention& person, const OfficePhrase& office,
                         std::vector<Fact>& facts) {
        Fact& fact = builder_.new_fact("open/office", person.tokens, facts);
        fact.value.type = ValueType::Category;
        fact.value.unit = "office";
        fact.value.text = fact.surface + ",";
        // "Minister Roe had been warned": the verb is of before, the office of that day.
        fact.qualifiers.phase = Phase::Unstated;
        fact.slots.push_back({"entity", person.id, person.span});
        std::string name;
        for (std::uint32_t t = person.tokens.begin; t < person.tokens.end; ++t) {
            name += (name.empty() ? "" : " ") + statement_.tokens[t].lower;
        }
        fact.slots.push_back({"person", name, person.span});
        fact.slots.push_back(
            {"office", statement_.tokens[office.head].lemma, statement_.tokens[office.head].span});
        for (std::uint32_t t = office.words.begin; t <= office.head; ++t) {
            const Token& token = statement_.tokens[t];
            if (token.tag != Upos::Det) {
                fact.value.text += " " + token.lower;
            }
            if (t == office.head) {
                break;
            }
            if (office_at(t) == Office::Past) {
                fact.slots.push_back({"past", token.lower, token.span});
            } else if (is_content(token) && office_at(t) != Office::Plain &&
                       !is_in_entity(t, office.of)) {
                fact.slots.push_back({"branch", token.lemma, token.span});
            }
        }
        if (!office.of.empty()) {
            fact.slots.push_back({"of", office.of, {}});
        }
        if (office.is_gained) {
            fact.slots.push_back({"gained", "gained", {}});
        }
        if (is_single(office)) {
            fact.slots.push_back({"single", "single", {}});
        }
        if (tells_of_another_day()) {
            fact.slots.push_back({"then", "then", {}});
        }
        std::stable_sort(fact.slots.begin(), fact.slots.end(),
                         [](const SlotValue& a, const SlotValue& b) {
                             return std::tie(a.slot, a.value) < std::tie(b.slot, b.value);
                         });
    }

    /// A body has one such office at a time: its president, its foreign minister. Not where the
    /// body is part of another's name ("president of Hartco's truck unit").
    bool is_single(const OfficePhrase& office) const {
        const Token& head = statement_.tokens[office.head];
        const bool has_matter = office.head > office.words.begin && is_matter(office.head - 1);
        const bool is_of_many = head.lemma == "minister"sv || head.lemma == "secretary"sv;
        const bool is_elect =
            is_word(office.head + 1, "-") || office_at(office.head + 1) == Office::Past;
        const bool is_part = office.end < statement_.tokens.size() &&
                             (is_word(office.end, "'s") || is_word(office.end, "and") ||
                              statement_.tokens[office.end].tag == Upos::Noun);
        const bool is_one_of_many = is_word(office.words.begin, "a") ||
                                    is_word(office.words.begin, "an") ||
                                    (head.lemma == "executive"sv && !is_chief(office));
        return !office.of.empty() && !is_elect && !is_part && !is_one_of_many &&
               (is_of_many ? has_matter : words_.is(RoleMark::Single, head));
    }

    bool is_chief(const OfficePhrase& office) const {
        return office.head > 0 && is_word(office.head - 1, "chief");
    }

    /// "Foreign", "prime" and "defence" before "minister".
    bool is_matter(std::uint32_t token) const {
        const Token& word = statement_.tokens[token];
        return office_at(token) == Office::None && builder_.entity_at(token) == nullptr &&
               (word.tag == Upos::Adj || word.tag == Upos::Noun || word.tag == Upos::Propn);
    }

    /// A date of another season: then somebody else may have held the office. Without a day of the
    /// article any date may be one.
    bool tells_of_another_day() const {
        constexpr std::chrono::days kSeason{60};  // guessed
        return std::any_of(
            statement_.values.begin(), statement_.values.end(), [&](const ValueMention& mention) {
                if (mention.value.type != ValueType::Date) {
                    return false;
                }
                const std::optional<Day>& day = builder_.article().published;
                const bool has_days =
                    !mention.value.dates.empty() && mention.value.dates.front().from.has_value();
                return !day || !has_days ||
                       std::chrono::abs(*mention.value.dates.front().from - *day) > kSeason;
            });
    }

    bool is_in_entity(std::uint32_t token, const std::string& id) const {
        return std::any_of(statement_.entities.begin(), statement_.entities.end(),
                           [&](const EntityMention& mention) {
                               return mention.id == id && token >= mention.tokens.begin &&
                                      token < mention.tokens.end;
                           });
    }

    OpenFactBuilder& builder_;
    const Statement& statement_;
    const RoleWords& words_;
};

}  // namespace

void read_offices(OpenFactBuilder& builder, const RoleWords& words, std::vector<Fact>& facts) {
    OfficeReader(builder, words).read(facts);
}

}  // namespace atodds
