// IndexReader::Parts::walk_slot.

#include "index/index_parts.hpp"

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

}  // namespace atodds
