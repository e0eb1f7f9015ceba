// The part of fact_index.hpp that says which articles hold a key or a word. A server
// is asked for many terms at once, since each question is a round trip to every shard: one query in
// which the i-th term weighs 2^i tells by the weight of an article which of the terms it holds.

#include "index/fact_index.hpp"
#include "index/index_parts.hpp"
#include "index/schema.hpp"

#include <algorithm>
#include <functional>
#include <limits>
#include <utility>

namespace atodds {
namespace {

/// Terms that are told apart by the weight of one query; a double holds 53 bits.
constexpr std::size_t kTermsPerQuery = 48;
/// Terms whose frequencies are asked for at once; a guess that keeps a message below 100 kB.
constexpr std::size_t kFrequenciesPerQuery = 2000;
/// Keys that a walk names the holders of at once.
constexpr std::size_t kKeysPerBatch = 64;

using Numbers = std::vector<ArticleNumber>;

/// Numbers of documents, and ids on the way, by weights that are sums of powers of two.
void take_hits(const Xapian::MSet& found, std::span<Numbers> holders,
               const std::function<void(Xapian::docid, const std::string&)>& note) {
    for (Xapian::MSetIterator it = found.begin(); it != found.end(); ++it) {
        const auto terms = static_cast<std::uint64_t>(it.get_weight());
        for (std::size_t i = 0; i < holders.size(); ++i) {
            if ((terms >> i & 1U) != 0) {
                holders[i].push_back(*it);
            }
        }
        note(*it, it.get_sort_key());
    }
}

Xapian::Query weighed_query(std::span<const std::string> terms) {
    std::vector<Xapian::Query> weighed;
    for (std::size_t i = 0; i < terms.size(); ++i) {
        weighed.emplace_back(Xapian::Query::OP_SCALE_WEIGHT, Xapian::Query(terms[i]),
                             static_cast<double>(std::uint64_t{1} << i));
    }
    return {Xapian::Query::OP_OR, weighed.begin(), weighed.end()};
}

/// The terms of a walk one by one, from behind `last`, so that it can go on after a reopening.
Xapian::TermIterator terms_behind(const Xapian::Database& database, const std::string& prefix,
                                  const std::string& last) {
    Xapian::TermIterator it = database.allterms_begin(prefix);
    if (!last.empty()) {
        it.skip_to(last);
        if (it != database.allterms_end(prefix) && *it == last) {
            ++it;
        }
    }
    return it;
}

void add_value(KeyHolders& key, std::string_view term, std::uint32_t articles) {
    key.articles += articles;
    key.values.push_back({std::string(term.substr(kKeyHashSize)), articles, {}});
}

std::vector<std::string> terms_of_stems(std::span<const std::string> stems) {
    std::vector<std::string> terms;
    for (const std::string& stem : stems) {
        terms.push_back(make_term(schema::kStem, stem));
    }
    return terms;
}

void sort_values(KeyHolders& key) {
    std::ranges::sort(key.values, [](const ValueHolders& a, const ValueHolders& b) {
        return a.articles != b.articles ? a.articles > b.articles : a.value < b.value;
    });
}

}  // namespace

std::vector<std::uint32_t> IndexReader::Parts::frequencies_of(
    std::span<const std::string> terms) const {
    std::vector<std::uint32_t> counts;
    if (!has_remote) {
        for (const std::string& term : terms) {
            counts.push_back(database.get_termfreq(term));
        }
        return counts;
    }
    for (std::size_t at = 0; at < terms.size(); at += kFrequenciesPerQuery) {
        const std::span<const std::string> some =
            terms.subspan(at, std::min(kFrequenciesPerQuery, terms.size() - at));
        Xapian::Enquire enquire(database);
        enquire.set_query({Xapian::Query::OP_OR, some.begin(), some.end()});
        // Frequencies come along with the answer, even where it holds no document.
        const Xapian::MSet none = enquire.get_mset(0, 0);
        for (const std::string& term : some) {
            counts.push_back(none.get_termfreq(term));
        }
    }
    return counts;
}

std::vector<Numbers> IndexReader::Parts::holders_of(std::span<const std::string> terms) {
    std::vector<Numbers> holders(terms.size());
    if (!has_remote) {
        for (std::size_t i = 0; i < terms.size(); ++i) {
            holders[i].assign(database.postlist_begin(terms[i]), database.postlist_end(terms[i]));
        }
        return holders;
    }
    const std::vector<std::uint32_t> counts = frequencies_of(terms);
    for (std::size_t at = 0; at < terms.size(); at += kTermsPerQuery) {
        const std::size_t size = std::min(kTermsPerQuery, terms.size() - at);
        Xapian::doccount most = 0;
        for (std::size_t i = at; i < at + size; ++i) {
            most += counts[i];
        }
        Xapian::Enquire enquire(database);
        enquire.set_query(weighed_query(terms.subspan(at, size)));
        enquire.set_weighting_scheme(Xapian::CoordWeight());
        enquire.set_sort_by_value_then_relevance(schema::kSlotArticleId, false);
        take_hits(enquire.get_mset(0, std::min(most, database.get_doccount())),
                  std::span(holders).subspan(at, size),
                  [this](Xapian::docid number, const std::string& id) { note(number, id); });
    }
    for (Numbers& numbers : holders) {
        std::ranges::sort(numbers);
    }
    return holders;
}

void IndexReader::Parts::name_holders(std::span<KeyHolders> keys, std::uint32_t most) {
    std::vector<std::string> terms;
    std::vector<ValueHolders*> values;
    for (KeyHolders& key : keys) {
        const std::size_t named =
            key.articles > most ? 0 : std::min(key.values.size(), kMostValues);
        for (ValueHolders& value : std::span(key.values).first(named)) {
            const bool is_popular = value.articles > kMostHolders;
            terms.push_back(make_term(is_popular ? schema::kKeySample : schema::kFactKey,
                                      key.key + value.value));
            values.push_back(&value);
        }
    }
    std::vector<Numbers> holders = holders_of(terms);
    for (std::size_t i = 0; i < values.size(); ++i) {
        values[i]->numbers = std::move(holders[i]);
    }
}

Result<Done> IndexReader::walk_keys(const std::function<void(const KeyHolders& key)>& take) const {
    Parts& parts = *parts_;
    const std::string prefix(1, schema::kFactKey.letter);
    std::string last;  // behind it the walk goes on when the database was opened anew
    return parts.read([&]() -> Result<Done> {
        const std::size_t batch = parts.has_remote ? kKeysPerBatch : 1;
        std::vector<KeyHolders> waiting;
        KeyHolders key;
        const auto hand_on = [&] {
            parts.name_holders(waiting, std::numeric_limits<std::uint32_t>::max());
            std::ranges::for_each(waiting, take);
            waiting.clear();
            if (!key.values.empty()) {
                last = prefix + key.key + std::string(kValueHashSize, '\xff');
            }
        };
        const auto finish = [&] {
            if (key.articles > 1) {
                sort_values(key);
                waiting.push_back(key);
            }
            if (waiting.size() >= batch) {
                hand_on();
            }
        };
        for (Xapian::TermIterator it = terms_behind(parts.database, prefix, last);
             it != parts.database.allterms_end(prefix); ++it) {
            const std::string text = *it;
            const std::string_view term = std::string_view(text).substr(prefix.size());
            if (term.substr(0, kKeyHashSize) != key.key) {
                finish();
                key = {std::string(term.substr(0, kKeyHashSize)), 0, {}};
            }
            add_value(key, term, it.get_termfreq());
        }
        finish();
        hand_on();
        return Done{};
    });
}

Result<Done> IndexReader::walk_stems(
    std::uint32_t most, const std::function<void(const TermHolders& term)>& take) const {
    Parts& parts = *parts_;
    const std::string prefix(1, schema::kStem.letter);
    std::string last;
    return parts.read([&]() -> Result<Done> {
        const std::size_t batch = parts.has_remote ? kTermsPerQuery : 1;
        std::vector<std::string> terms;
        std::vector<std::uint32_t> counts;
        const auto hand_on = [&](const std::string& seen) {
            std::vector<Numbers> holders = parts.holders_of(terms);
            for (std::size_t i = 0; i < terms.size(); ++i) {
                take({counts[i], std::move(holders[i])});
            }
            terms.clear();
            counts.clear();
            last = seen;
        };
        for (Xapian::TermIterator it = terms_behind(parts.database, prefix, last);
             it != parts.database.allterms_end(prefix); ++it) {
            const std::uint32_t articles = it.get_termfreq();
            if (articles >= 2 && articles <= most) {
                terms.push_back(*it);
                counts.push_back(articles);
            }
            if (terms.size() >= batch) {
                hand_on(*it);
            }
        }
        hand_on(last);
        return Done{};
    });
}

Result<std::vector<KeyHolders>> IndexReader::holders_of_keys(std::span<const std::string> keys,
                                                             std::uint32_t most) const {
    Parts& parts = *parts_;
    return parts.read([&]() -> Result<std::vector<KeyHolders>> {
        std::vector<KeyHolders> found;
        for (const std::string& key : keys) {
            const std::string prefix = make_term(schema::kFactKey, key.substr(0, kKeyHashSize));
            found.push_back({prefix.substr(1), 0, {}});
            for (Xapian::TermIterator it = parts.database.allterms_begin(prefix);
                 it != parts.database.allterms_end(prefix); ++it) {
                const std::string term = *it;
                add_value(found.back(), std::string_view(term).substr(1), it.get_termfreq());
            }
            sort_values(found.back());
        }
        parts.name_holders(found, most);
        return found;
    });
}

Result<Done> IndexReader::name_holders(std::span<KeyHolders> keys) const {
    return parts_->read([&]() -> Result<Done> {
        parts_->name_holders(keys, std::numeric_limits<std::uint32_t>::max());
        return Done{};
    });
}

Result<std::vector<std::vector<ArticleNumber>>> IndexReader::holders_of_stems(
    std::span<const std::string> stems) const {
    return parts_->read([&]() -> Result<std::vector<Numbers>> {
        return parts_->holders_of(terms_of_stems(stems));
    });
}

Result<std::vector<std::uint32_t>> IndexReader::article_frequencies(
    std::span<const std::string> stems) const {
    return parts_->read([&]() -> Result<std::vector<std::uint32_t>> {
        return parts_->frequencies_of(terms_of_stems(stems));
    });
}

}  // namespace atodds
