// IndexReader::Parts: what is read from the slots of documents.

#include "index/index_parts.hpp"

#include <algorithm>
#include <numeric>

namespace atodds {

void IndexReader::Parts::walk_slot(
    schema::Slot slot,
    const std::function<void(Xapian::docid document, const std::string& value)>& take) const {
    if (!has_remote) {
        const Xapian::ValueIterator end = database.valuestream_end(slot);
        for (Xapian::ValueIterator it = database.valuestream_begin(slot); it != end; ++it) {
            take(it.get_docid(), *it);
        }
        return;
    }
    // A stream of values asks a server for one document after the other, with all its data; what
    // the answer to a query is sorted by comes along with it.
    Xapian::Enquire enquire(database);
    enquire.set_query(Xapian::Query::MatchAll);
    enquire.set_weighting_scheme(Xapian::BoolWeight());
    enquire.set_sort_by_value(slot, false);
    const Xapian::MSet all = enquire.get_mset(0, database.get_doccount());
    for (Xapian::MSetIterator it = all.begin(); it != all.end(); ++it) {
        if (const std::string value = it.get_sort_key(); !value.empty()) {
            take(*it, value);
        }
    }
}

std::vector<std::string> IndexReader::Parts::ids_by_document(
    std::span<const ArticleNumber> numbers) const {
    std::vector<std::string> ids;
    for (const ArticleNumber number : numbers) {
        const auto known = known_ids.find(number);
        ids.push_back(known != known_ids.end()
                          ? known->second
                          : database.get_document(number).get_value(schema::kSlotArticleId));
    }
    return ids;
}

std::vector<std::string> IndexReader::Parts::ids_by_slot(
    std::span<const ArticleNumber> numbers) const {
    std::vector<std::size_t> order(numbers.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::ranges::sort(order, {}, [&](std::size_t i) { return numbers[i]; });
    std::vector<std::string> ids(numbers.size());
    Xapian::ValueIterator it = database.valuestream_begin(schema::kSlotArticleId);
    const Xapian::ValueIterator end = database.valuestream_end(schema::kSlotArticleId);
    for (const std::size_t i : order) {
        if (it != end) {
            it.skip_to(numbers[i]);
        }
        if (it == end || it.get_docid() != numbers[i]) {
            throw Xapian::DocNotFoundError("an article of a list is not there");
        }
        ids[i] = *it;
    }
    return ids;
}

}  // namespace atodds
