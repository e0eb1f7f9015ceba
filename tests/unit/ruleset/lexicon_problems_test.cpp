#include "support/broken_rules.hpp"

#include <doctest/doctest.h>

namespace atodds {

TEST_CASE("a problem of a lexicon is told with its place and a remedy") {
    using File = BrokenRules::File;
    const BrokenRules rows[] = {
        {"two entities do not share an alias", File::Entities, "aliases: [Alma]",
         "aliases: [Alma, Coast Guard]",
         R"(lexicon/entities/harbour.yml:5:83-94: "Coast Guard" is a name of "coast-guard" and of "mv-alma"
  hint: leave it to one of them; a description or metonym may be shared
)"},
        {"an entity id stands once", File::Entities, "id: mv-alma", "id: norvik",
         R"(lexicon/entities/harbour.yml:5:10-16: duplicate entity "norvik"
  hint: the first is in lexicon/entities/harbour.yml
topics/ferry/ferry-injured.yml:13:9-16: unknown entity "mv-alma"
  hint: known: coast-guard and norvik
topics/ferry/ferry-injured.yml:19:92-99: unknown entity "mv-alma"
  hint: known: coast-guard and norvik
)"},
        {"a whole is a known entity", File::Entities, "part-of: [norvik]", "part-of: [norvick]",
         R"(lexicon/entities/harbour.yml:4:125-132: part of an unknown entity "norvick"
  hint: did you mean "norvik"?
)"},
        {"nothing is a part of itself over any steps", File::Entities, "classes: [town]}",
         "classes: [town], part-of: [coast-guard]}",
         R"(lexicon/entities/harbour.yml:4:125-131: "coast-guard" is part of "norvik", which is part of it
  hint: remove one "part-of" of the circle
)"},
        {"a gender is one of four", File::Entities, "aliases: [Alma]", "gender: female",
         R"(lexicon/entities/harbour.yml:5:75-81: unknown gender "female"
  hint: known: he, she, it and they
topics/ferry/ferry-injured.yml:18:111-115: unknown entity "Alma"
  hint: known: coast-guard, mv-alma and norvik
)"},
        {"a level stands once", File::Scale, "name: sunk", "name: holed",
         R"(lexicon/scales/damage.yml:6:12-17: duplicate level "holed"
  hint: merge the two entries
)"},
        {"a word is on one level", File::Scale, "[sink, go down]", "[sink, scrape]",
         R"(lexicon/scales/damage.yml:6:32-38: duplicate word on the scale "scrape"
  hint: merge the two entries
)"},
        {"a word list holds phrases, not patterns", File::Scale, "[sink, go down]",
         "[sink, (go|went) down]",
         R"(lexicon/scales/damage.yml:6:32-33: "(" in a word list, expected a phrase of plain words
  hint: write each phrase as an entry of its own
)"},
        {"a word class is one of five", File::Scale, "[sink, go down]", "['sink:vreb', go down]",
         R"(lexicon/scales/damage.yml:6:32-36: unknown word class "vreb"
  hint: did you mean "verb"?
)"},
        {"a scale is found by its file name", File::Scale, "scale: damage", "scale: damages",
         R"(lexicon/scales/damage.yml:1:8-15: the scale "damages" is in a file named "damage.yml"
  hint: rename one: rules find "damages" by its file name
)"},
        {"a part names a category of the list", File::Categories, "part-of: [food]",
         "part-of: [foods]",
         R"(lexicon/categories/cargo.yml:4:51-56: unknown category "foods"
  hint: did you mean "food"?
)"},
        {"categories form no circle", File::Categories, "words: [fish, fruit]}",
         "words: [fish, fruit], part-of: [fish]}",
         R"(lexicon/categories/cargo.yml:4:51-55: "fish" is part of "food", which is part of it
  hint: remove one "part-of" of the circle
)"},
    };
    for (const BrokenRules& row : rows) {
        SUBCASE(row.name) {
            CHECK(problems_of(row) == row.expected);
        }
    }
}

}  // namespace atodds
