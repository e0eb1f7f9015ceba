#include "values/keywords.hpp"

#include "values/word_table.hpp"

#include <string_view>

namespace atodds {
namespace {

struct KeywordList {
    Keyword keyword;
    std::string_view words;  ///< separated by blanks
};

constexpr KeywordList kLists[] = {
    {Keyword::A, "a an"},
    {Keyword::And, "and"},
    {Keyword::Between, "between"},
    {Keyword::But, "but"},
    {Keyword::By, "by"},
    {Keyword::Each, "each apiece"},
    {Keyword::From, "from"},
    {Keyword::In, "in"},
    {Keyword::Minus, "minus negative"},
    {Keyword::Of, "of"},
    {Keyword::Or, "or"},
    {Keyword::Out, "out"},
    {Keyword::Over, "over"},
    {Keyword::Per, "per"},
    {Keyword::Point, "point"},
    {Keyword::The, "the"},
    {Keyword::Through, "through"},
    {Keyword::Times, "times"},
    {Keyword::To, "to"},
    {Keyword::Not, "not"},
    {Keyword::Street,
     "street st avenue ave road rd drive lane boulevard blvd court plaza highway parkway way"},
    {Keyword::Designator,
     "page pages pp room flight route highway interstate channel chapter section article figure "
     "table amendment proposition resolution sections clause precinct "
     "boeing airbus iphone windows ascend gate platform version psalm apartment suite unit no nos "
     "apollo ios android ftse nikkei nasdaq russell fortune pentium isbn llama"},
    {Keyword::Title,
     "title formula area form pier studio type phase level bus model grade terminal core vitamin "
     "rule hb box code order zone tier stage group act bill case building runway unit lot volume "
     "sector district ward line track exit category class pillar brigade battalion regiment "
     "motorway mark tower reactor euro"},
    {Keyword::This,
     "this that which no every another any each some the last next only new old former latter "
     "other "
     "day someone these those"},
    {Keyword::Is,
     "is was are were has had have who whose that which can could will would may might should must "
     "does did do of another day's by at and or to in on for from with as than but if when thing "
     "knows the she he they we you i it another's side after"},
    {Keyword::Up,
     "rise rises rose risen rising grow grows grew grown growing increase increases increased "
     "increasing gain gains gained gaining climb climbs climbed climbing jump jumps jumped jumping "
     "surge surges surged surging soar soared soaring advance advanced raise raises raised raising "
     "widen widened up higher added expanded rallied improved swelled accelerated "
     "accelerate doubled tripled trebled quadrupled climb surged"},
    {Keyword::Down,
     "fall falls fell fallen falling drop drops dropped dropping decline declines declined "
     "declining "
     "decrease decreases decreased decreasing lose loses lost shed sank sink plunge plunged "
     "plunging "
     "slump slumped slide slid tumble tumbled shrink shrank shrunk cut cuts cutting lower lowered "
     "lowers reduce reduced reduces slash slashed down narrowed eased dipped trimmed halve halved "
     "slowed slow "
     "tightened weakened receded"},
    {Keyword::Move,
     "go goes went gone going move moves moved moving swung shifted changed revised"},
    {Keyword::Cost,
     "pay pays paid paying cost costs costing price prices priced worth buy buys bought sell sells "
     "sold spend spends spent earn earns earned fine fined fines loan salary bill bills tax taxes "
     "profit profits revenue sales raise raised sterling income budget fee fees funding money fund "
     "debt debts wage wages payment donated bid bids charge charged saving savings grant value "
     "valued deal"},
    {Keyword::Weigh,
     "weigh weighs weighed weighing weight weights bag bags lift lifted heavy load loads carrying "
     "carry meat beef cheese coal"},
    {Keyword::Warm,
     "temperature temperatures weather hot cold outside degrees heat cool warm boils freezes "
     "thermostat celsius fahrenheit"},
};

WordTable<Keyword> make_table() {
    WordTable<Keyword> table;
    for (const KeywordList& list : kLists) {
        std::string_view rest = list.words;
        while (!rest.empty()) {
            const std::size_t end = rest.find(' ');
            table.add(rest.substr(0, end), list.keyword);
            rest = end == std::string_view::npos ? std::string_view() : rest.substr(end + 1);
        }
    }
    return table;
}

}  // namespace

Keyword find_keyword(std::uint64_t word_id) {
    static const WordTable<Keyword> table = make_table();
    const Keyword* keyword = table.find(word_id);
    return keyword == nullptr ? Keyword::None : *keyword;
}

}  // namespace atodds
