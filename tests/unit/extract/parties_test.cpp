#include "extract/parties.hpp"

#include <doctest/doctest.h>

#include <string>

namespace atodds {
namespace {

std::string score_in(const std::string& text) {
    Token token;
    token.lower = text;
    const std::optional<Score> score = score_of(token);
    return score ? std::to_string(score->first) + ":" + std::to_string(score->second) : "";
}

TEST_CASE("a score is two short numbers on both sides of a dash") {
    CHECK(score_in("3-1") == "3:1");
    CHECK(score_in("21\u201318") == "21:18");
    CHECK(score_in("102-99") == "102:99");
    CHECK(score_in("2023-24") == "");
    CHECK(score_in("1999-2003") == "");
    CHECK(score_in("3-") == "");
    CHECK(score_in("-3") == "");
    CHECK(score_in("3-1-2") == "");
    CHECK(score_in("3-nil") == "");
    CHECK(score_in("31") == "");
    CHECK(score_in("99999999999-1") == "");
    CHECK(score_in("") == "");
}

}  // namespace
}  // namespace atodds
