#include "extract/credit_reader.hpp"

#include "base/utf8.hpp"
#include "extract/credit_dates.hpp"
#include "extract/credit_phrases.hpp"
#include "text/analyser.hpp"
#include "text/tokenizer.hpp"

#include <algorithm>
#include <array>
#include <optional>
#include <string_view>

namespace atodds {
namespace {

using std::string_view_literals::operator""sv;  // compares sizes first, a plain literal does not

/// Credit lines stand among the first and the last statements of an article.
constexpr std::size_t kHeadStatements = 4;
constexpr std::size_t kTailStatements = 8;
constexpr std::size_t kDatelineStatements = 3;
constexpr std::uint32_t kLongestQuarantinedLine = 400;  // bytes
/// More credits than an article can honestly hold; a hostile one is cut.
constexpr std::size_t kMostCredits = 256;

/// Outlets that one sentence names at most: they are compared with each other.
constexpr std::size_t kMostOutlets = 64;

/// Last words of names that only newspapers, agencies and broadcasters have.
constexpr std::array<std::string_view, 24> kOutletNouns = {
    "times",    "post",      "herald",   "journal",  "gazette",  "wire",   "chronicle", "tribune",
    "ledger",   "courier",   "observer", "weekly",   "dispatch", "news",   "newspaper", "sentinel",
    "bulletin", "telegraph", "examiner", "register", "inquirer", "mirror", "guardian",  "daily"};

bool is_outlet_noun(std::string_view word) {
    return std::ranges::find(kOutletNouns, word) != kOutletNouns.end();
}

/// "the Harbour Wire", which no lexicon knows: a run of two capitalised words or more that ends in
/// such a word. Appends those that overlap no mention of `found`.
void add_unknown_outlets(const Statement& statement, std::vector<EntityMention>& found) {
    const std::vector<Token>& tokens = statement.tokens;
    for (std::uint32_t end = 2; end <= tokens.size(); ++end) {
        if (!tokens[end - 1].is_capitalised || !is_outlet_noun(tokens[end - 1].lower)) {
            continue;
        }
        const bool goes_on = end < tokens.size() && tokens[end].is_capitalised;
        std::uint32_t begin = end - 1;
        while (begin > 0 && end - begin < 4 && tokens[begin - 1].is_capitalised &&
               tokens[begin - 1].lower != "the"sv) {
            --begin;
        }
        EntityMention mention;
        mention.tokens = {begin, end};
        mention.span = {tokens[begin].span.begin, tokens[end - 1].span.end};
        const bool is_taken = std::ranges::any_of(
            found, [&](const EntityMention& other) { return other.span.overlaps(mention.span); });
        if (goes_on || is_taken || end - begin < 2) {
            continue;
        }
        if (found.size() >= kMostOutlets) {
            return;
        }
        mention.id = "~";
        for (std::uint32_t i = begin; i < end; ++i) {
            mention.id += i > begin ? " " : "";
            mention.id += tokens[i].lower;
        }
        mention.type = "outlet";
        found.push_back(std::move(mention));
    }
}

Statement as_statement(std::string_view text, ByteSpan range) {
    Statement statement;
    append_tokens(text, range, statement.tokens);
    statement.span = range;
    return statement;
}

std::string without_article(std::string_view publisher) {
    std::string name(publisher);
    return to_lower(name).starts_with("the ") ? name.substr(4) : name;
}

/// A name that a text can be searched for: two letters at least, and a capital, or every word of
/// the same letters would be the outlet.
bool is_searchable(std::string_view name) {
    return name.size() >= 2 &&
           std::ranges::any_of(name, [](char c) { return c >= 'A' && c <= 'Z'; });
}

std::vector<EntityEntry> publisher_entries(const EntityFinder& entities,
                                           std::span<const Article> articles,
                                           std::map<std::string, std::string>& names) {
    for (const Article& article : articles) {
        const std::string id = outlet_id(entities, article.source);
        if (id.starts_with('~')) {
            names.emplace(id, article.source);
        }
    }
    std::vector<EntityEntry> entries;
    for (const auto& [id, name] : names) {
        if (is_searchable(name)) {
            EntityEntry entry;
            entry.id = id;
            entry.name = name;
            entry.type = "outlet";
            entry.aliases = {without_article(name)};
            entries.push_back(std::move(entry));
        }
    }
    return entries;
}

}  // namespace

std::string outlet_id(const EntityFinder& entities, std::string_view publisher) {
    if (publisher.empty()) {
        return {};
    }
    const std::string name = without_article(publisher);
    Statement statement = as_statement(name, {0, static_cast<std::uint32_t>(name.size())});
    entities.find_lexicon_mentions(statement);
    if (statement.entities.size() == 1 && statement.entities.front().type == "outlet"sv &&
        statement.entities.front().span.size() == name.size()) {
        return statement.entities.front().id;
    }
    return "~" + to_lower(name);
}

struct CreditReader::Parts {
    Parts(const EntityFinder& lexicon, std::span<const Article> articles)
        : entities(&lexicon), publishers(publisher_entries(lexicon, articles, names)) {}

    std::vector<EntityMention> outlets_in(Statement& statement) const;

    std::map<std::string, std::string> names;  // before `publishers`, which fills it
    const EntityFinder* entities;
    EntityFinder publishers;
};

/// Mentions of outlets, in token order. Publishers of the run go before the lexicon.
std::vector<EntityMention> CreditReader::Parts::outlets_in(Statement& statement) const {
    statement.entities.clear();
    publishers.find_lexicon_mentions(statement);
    std::vector<EntityMention> found = std::move(statement.entities);
    found.resize(std::min(found.size(), kMostOutlets));
    statement.entities.clear();
    entities->find_lexicon_mentions(statement);
    for (EntityMention& mention : statement.entities) {
        const bool is_taken = std::ranges::any_of(
            found, [&](const EntityMention& other) { return other.span.overlaps(mention.span); });
        if (mention.type == "outlet"sv && !is_taken && found.size() < kMostOutlets) {
            found.push_back(std::move(mention));
        }
    }
    add_unknown_outlets(statement, found);
    std::ranges::sort(found, {}, &EntityMention::span);
    return found;
}

namespace {

bool is_opening_mark(std::string_view word) {
    return word == "\"" || word == "\xE2\x80\x9C" || word == ":" || word == "." || word == "(";
}

/// "Mr. Bloomberg", "Michael Bloomberg": the name of an outlet behind a title or a first name. What
/// may stand capitalised before an outlet: the begin of the sentence, days and months, other names.
bool is_person(const Statement& statement, const EntityMention& outlet) {
    constexpr auto kNoNames = std::to_array<std::string_view>(
        {"monday",    "tuesday",   "wednesday", "thursday", "friday",   "saturday", "sunday",
         "january",   "february",  "march",     "april",    "may",      "june",     "july",
         "august",    "september", "october",   "november", "december", "today",    "citing",
         "according", "both",      "via",       "the",      "when",     "if",       "as",
         "but",       "and",       "in",        "on",       "at",       "after",    "since",
         "while",     "how",       "why",       "what",     "this",     "that",     "a",
         "an",        "for",       "with",      "from",     "to",       "by",       "of",
         "is",        "has",       "asked",     "read",     "did",      "like",     "earlier",
         "last"});
    constexpr std::array<std::string_view, 6> kTitles = {"mr", "mr.", "mrs", "mrs.", "ms", "ms."};
    const std::uint32_t at = outlet.tokens.begin;
    if (outlet.tokens.size() != 1 || at == 0) {
        return false;
    }
    const Token& before = statement.tokens[at - 1];
    if (std::ranges::find(kTitles, before.lower) != kTitles.end()) {
        return true;
    }
    const bool is_name_word = before.is_capitalised && before.lower.size() > 1 &&
                              before.lower[0] >= 'a' && before.lower[0] <= 'z' &&
                              std::ranges::find(kNoNames, before.lower) == kNoNames.end();
    const bool is_named = std::ranges::any_of(
        statement.entities, [&](const EntityMention& other) { return other.tokens.end == at; });
    const bool opens = at < 2 || is_opening_mark(statement.tokens[at - 2].lower);
    return is_name_word && !is_named && !opens && !before.is_all_caps;
}

/// "harbour wire" -> "Harbour Wire".
std::string capitalised_name(std::string_view words) {
    std::string name(words);
    bool is_start = true;
    for (char& letter : name) {
        letter = is_start && letter >= 'a' && letter <= 'z' ? static_cast<char>(letter - 'a' + 'A')
                                                            : letter;
        is_start = letter == ' ';
    }
    return name;
}

/// Collects the credits of one article.
class Collector {
  public:
    Collector(ArticleCredits& result, const Article& article) : result_(result), dates_(article) {}

    void add(const std::string& outlet, OriginReason reason, OriginReach reach, ByteSpan span,
             ByteSpan statement, const CreditDates::Dated& reported = {}) {
        if (outlet == result_.publisher) {
            result_.has_own_reporting = result_.has_own_reporting ||
                                        reason == OriginReason::Remark ||
                                        reason == OriginReason::Report;
            return;
        }
        if (result_.credits.size() < kMostCredits) {
            result_.credits.push_back(
                {outlet, reason, reach, span, statement, reported.days, reported.span});
        }
    }

    /// True where the line is one that credits, and not prose.
    bool read_line(const Statement& line, const std::vector<EntityMention>& outlets, bool is_head) {
        std::optional<CreditLine> form = credit_line(line);
        const bool is_name_alone = is_head && outlets.size() == 1 &&
                                   outlets.front().tokens.size() + 1U >= line.tokens.size();
        if (!form && is_name_alone) {
            form = CreditLine{OriginReason::Byline, OriginReach::Article, 0, false};
        }
        if (!form || (form->reason == OriginReason::Byline && !is_head)) {
            return false;
        }
        bool is_named = false;
        for (const EntityMention& outlet : outlets) {
            is_named = true;
            add(outlet.id, form->reason, form->reach, outlet.span, line.span,
                dates_.days_of(line, outlet.tokens));
        }
        if (!is_named && form->is_desk) {
            add_desk(line, *form);
        }
        return is_named || form->is_desk;
    }

    void read_prose(const Statement& statement, const std::vector<EntityMention>& outlets,
                    bool may_be_dateline) {
        result_.has_own_reporting = result_.has_own_reporting || has_own_reporting(statement);
        std::vector<std::optional<OriginReason>> reasons;
        for (const EntityMention& outlet : outlets) {
            reasons.push_back(reason_around(statement, outlet.tokens));
        }
        share_reasons(statement, outlets, reasons);
        for (std::size_t i = 0; i < outlets.size(); ++i) {
            if (may_be_dateline && is_dateline(statement, outlets[i].tokens)) {
                add(outlets[i].id, OriginReason::Dateline, OriginReach::Article, outlets[i].span,
                    statement.span);
            } else if (reasons[i]) {
                add(outlets[i].id, *reasons[i], OriginReach::Passage, outlets[i].span,
                    statement.span, dates_.days_of(statement, outlets[i].tokens));
            }
        }
    }

  private:
    /// "Harbour Wire and the Ledger reported": one verb credits both.
    static void share_reasons(const Statement& statement, const std::vector<EntityMention>& outlets,
                              std::vector<std::optional<OriginReason>>& reasons) {
        for (std::size_t i = 0; i + 1 < outlets.size(); ++i) {
            const std::uint32_t from = outlets[i].tokens.end;
            const std::uint32_t to = outlets[i + 1].tokens.begin;
            bool is_joined = from < to && to - from <= 3;
            for (std::uint32_t t = from; is_joined && t < to; ++t) {
                const std::string& word = statement.tokens[t].lower;
                is_joined = word == "and" || word == "," || word == "the" || word == "or";
            }
            if (is_joined && reasons[i].has_value() != reasons[i + 1].has_value()) {
                reasons[i] = reasons[i + 1] = reasons[i] ? reasons[i] : reasons[i + 1];
            }
        }
    }

    /// "(Reporting by Jane Roe; editing by ...)": the same people behind two articles are one desk.
    void add_desk(const Statement& line, const CreditLine& form) {
        std::string names = "~reporting by";
        ByteSpan span;
        for (std::uint32_t i = form.names_from; i < line.tokens.size(); ++i) {
            const Token& token = line.tokens[i];
            if (token.lower == ";"sv || token.lower == ")"sv || token.lower == "."sv ||
                token.lower == "in"sv) {
                break;
            }
            names += token.has_space_before ? " " : "";
            names += token.lower;
            span = {span.is_empty() ? token.span.begin : span.begin, token.span.end};
        }
        if (!span.is_empty()) {
            add(names, OriginReason::TailLine, OriginReach::Article, span, line.span);
        }
    }

    ArticleCredits& result_;
    CreditDates dates_;
};

bool is_quarantined_line(const Block& block) {
    return block.kind == BlockKind::Boilerplate && block.span.size() <= kLongestQuarantinedLine;
}

}  // namespace

CreditReader::CreditReader(const EntityFinder& entities, std::span<const Article> articles)
    : parts_(std::make_unique<Parts>(entities, articles)) {}

CreditReader::~CreditReader() = default;
CreditReader::CreditReader(CreditReader&&) noexcept = default;
CreditReader& CreditReader::operator=(CreditReader&&) noexcept = default;

ArticleCredits CreditReader::read(const Article& article) const {
    ArticleCredits result;
    result.publisher = outlet_id(*parts_->entities, article.source);
    Collector collector(result, article);
    for (const std::string& author : article.authors) {
        Statement line = as_statement(author, {0, static_cast<std::uint32_t>(author.size())});
        for (const EntityMention& outlet : parts_->outlets_in(line)) {
            collector.add(outlet.id, OriginReason::Byline, OriginReach::Article, {}, {});
        }
    }
    std::vector<Statement> statements = split_statements(article);
    for (std::size_t i = 0; i < statements.size(); ++i) {
        Statement& statement = statements[i];
        const std::vector<EntityMention> outlets = parts_->outlets_in(statement);
        for (const EntityMention& outlet : outlets) {
            if (is_person(statement, outlet)) {
                result.people.insert(outlet.id);
            }
        }
        const bool is_head = i < kHeadStatements;
        const bool is_tail = i + kTailStatements >= statements.size();
        if ((is_head || is_tail) && collector.read_line(statement, outlets, is_head)) {
            continue;
        }
        collector.read_prose(statement, outlets, i < kDatelineStatements);
    }
    const std::string_view text = article.reading.empty() ? article.text : article.reading;
    const std::size_t blocks = article.blocks.size();
    for (std::size_t i = 0; i < blocks; ++i) {
        const Block& block = article.blocks[i];
        const bool is_edge = i < kHeadStatements || i + kTailStatements >= blocks;
        if (is_edge && is_quarantined_line(block) && block.span.end <= text.size()) {
            Statement line = as_statement(text, block.span);
            collector.read_line(line, parts_->outlets_in(line), i < kHeadStatements);
        }
    }
    std::erase_if(result.credits,
                  [&](const Credit& credit) { return result.people.contains(credit.outlet); });
    std::ranges::stable_sort(result.credits, {}, &Credit::span);
    return result;
}

bool CreditReader::is_outlet(const std::string& id) const {
    const bool is_known = parts_->names.contains(id) || parts_->entities->is_a(id, "outlet");
    const std::size_t last = id.rfind(' ');
    return is_known || (id.starts_with('~') && last != std::string::npos &&
                        is_outlet_noun(std::string_view(id).substr(last + 1)));
}

std::string CreditReader::name_of(const std::string& id) const {
    if (const auto known = parts_->names.find(id); known != parts_->names.end()) {
        return known->second;
    }
    return id.starts_with('~') ? capitalised_name(std::string_view(id).substr(1))
                               : parts_->entities->name_of(id);
}

const std::map<std::string, std::string>& CreditReader::publisher_names() const {
    return parts_->names;
}

}  // namespace atodds
