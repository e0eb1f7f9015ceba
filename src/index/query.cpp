#include "index/query.hpp"

#include "index/schema.hpp"
#include "index/terms.hpp"

#include <algorithm>
#include <cstddef>
#include <string>
#include <vector>

namespace atodds {
namespace {

class StopWords : public Xapian::Stopper {
  public:
    bool operator()(const std::string& term) const override { return is_stop_word(term); }
};

/// Words with a hyphen or a leading "~" that name an entity of the index are taken out of the text:
/// the parser would read them as a phrase of two words.
std::vector<std::string> take_entities(const Xapian::Database& database, std::string_view text,
                                       std::string& rest) {
    std::vector<std::string> terms;
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t end = std::min(text.find(' ', at), text.size());
        const std::string_view word = text.substr(at, end - at);
        at = end + 1;
        const bool can_be_id = word.find('-') != std::string_view::npos || word.starts_with('~');
        const std::string term = can_be_id ? make_term(schema::kEntity, word) : std::string();
        if (can_be_id && database.term_exists(term)) {
            terms.push_back(term);
        } else if (!word.empty()) {
            rest += word;
            rest += ' ';
        }
    }
    return terms;
}

Xapian::Query parse_words(const Xapian::Database& database, const std::string& text) {
    StopWords stop_words;
    Xapian::RangeProcessor dates(schema::kSlotPublished, "date:");
    Xapian::QueryParser parser;
    parser.set_database(database);
    parser.set_stemmer(Xapian::Stem("english"));
    parser.set_stemming_strategy(Xapian::QueryParser::STEM_ALL_Z);
    parser.set_stopper(&stop_words);
    parser.set_default_op(Xapian::Query::OP_AND);
    for (const schema::Prefix& prefix : schema::kPrefixes) {
        if (!prefix.name.empty()) {
            parser.add_boolean_prefix(std::string(prefix.name), std::string(1, prefix.letter));
        }
    }
    parser.add_rangeprocessor(&dates);
    // No phrases: the index holds no positions.
    constexpr unsigned kFlags =
        Xapian::QueryParser::FLAG_BOOLEAN | Xapian::QueryParser::FLAG_LOVEHATE;
    return parser.parse_query(text, kFlags);
}

}  // namespace

Xapian::Query parse_query(const Xapian::Database& database, std::string_view text) {
    std::string rest;
    const std::vector<std::string> entities = take_entities(database, text, rest);
    Xapian::Query query = rest.empty() ? Xapian::Query() : parse_words(database, rest);
    for (const std::string& term : entities) {
        query = query.empty() ? Xapian::Query(term)
                              : Xapian::Query(Xapian::Query::OP_AND, query, Xapian::Query(term));
    }
    return query;
}

}  // namespace atodds
