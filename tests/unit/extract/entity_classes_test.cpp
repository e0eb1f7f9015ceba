#include "extract/entity_classes.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <string>
#include <vector>

namespace atodds {
namespace {

std::vector<EntityEntry> harbour_entities() {
    EntityEntry port;
    port.id = "port-of-orm";
    port.name = "Port of Orm";
    port.type = "place";
    port.classes = {"harbour"};
    EntityEntry pier;
    pier.id = "east-pier";
    pier.name = "East Pier";
    pier.type = "place";
    pier.part_of = {"port-of-orm"};
    EntityEntry circle = pier;  // a lexicon may hold circles
    circle.id = "west-pier";
    circle.part_of = {"west-pier", "east-pier"};
    return {port, pier, circle};
}

std::vector<std::uint32_t> sorted(std::vector<std::uint32_t> classes) {
    std::sort(classes.begin(), classes.end());
    classes.erase(std::unique(classes.begin(), classes.end()), classes.end());
    return classes;
}

TEST_CASE("the classes of an entity are the names that is_a holds for") {
    const std::vector<EntityEntry> entities = harbour_entities();
    const EntityFinder finder(entities);
    const std::vector<std::string> names = {"harbour",   "place",     "port-of-orm",
                                            "east-pier", "west-pier", "company"};
    EntityClasses classes;
    for (const std::string& name : names) {
        classes.add(name);
    }
    classes.close(entities, finder);
    for (const std::string id : {"port-of-orm", "east-pier", "west-pier", "~orm", "company"}) {
        std::vector<std::uint32_t> expected;
        for (std::uint32_t i = 0; i < names.size(); ++i) {
            if (finder.is_a(id, names[i])) {
                expected.push_back(i);
            }
        }
        std::vector<std::uint32_t> found;
        classes.append_classes_of(id, found);
        CAPTURE(id);
        CHECK(sorted(found) == expected);
    }
}

TEST_CASE("a mention has the type of its text too") {
    EntityClasses classes;
    const std::uint32_t person = classes.add("person");
    classes.close({}, EntityFinder({}));
    EntityMention mention;
    mention.id = "~ada venn";
    mention.type = "person";
    std::vector<std::uint32_t> found;
    classes.append_classes_of(mention, found);
    CHECK(found == std::vector{person});
}

TEST_CASE("a name that is added twice has one number") {
    EntityClasses classes;
    CHECK(classes.add("bank") == 0);
    CHECK(classes.add("port") == 1);
    CHECK(classes.add("bank") == 0);
    CHECK(classes.size() == 2);
}

}  // namespace
}  // namespace atodds
