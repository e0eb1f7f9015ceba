#include "cli/commands.hpp"
#include "cli/outputs.hpp"
#include "support/temporary_folder.hpp"

#include <doctest/doctest.h>

#include <fstream>
#include <sstream>
#include <string>

namespace atodds {
namespace {

constexpr std::string_view kShips =
    "entities: ships\n"
    "entries:\n"
    "  - {id: korrin, name: Korrin, type: ship, aliases: [Korrin]}\n";

// Commands on string streams, with a folder that goes away and rules that name one ship: what is
// found is found without a rule.
class Fixture {
  public:
    Fixture() {
        folder_.write("rules/lexicon/entities/ships.yml", kShips);
        options.rules_folder = folder_.path("rules");
        options.threads = 1;
        console.in = &in_;
        console.out = &out_;
        console.err = &err_;
    }

    void write(const std::string& name, const std::string& text) { folder_.write(name, text); }

    std::string path(const std::string& name) { return folder_.path(name); }

    void write_two_counts() {
        write("news/a.txt",
              "Rescue\n\nRescuers brought 41 injured people ashore from the Marlin.\n");
        write("news/b.txt",
              "Rescue\n\nRescuers brought 47 injured people ashore from the Marlin.\n");
        options.paths = {path("news")};
    }

    std::string out() const { return out_.str(); }

    std::string err() const { return err_.str(); }

    RunOptions options;
    Console console;

  private:
    TemporaryFolder folder_;
    std::istringstream in_;
    std::ostringstream out_;
    std::ostringstream err_;
};

bool holds(const std::string& text, const std::string& part) {
    return text.find(part) != std::string::npos;
}

std::string content_of(const std::string& file) {
    std::ostringstream text;
    text << std::ifstream(file, std::ios::binary).rdbuf();
    return text.str();
}

}  // namespace

TEST_CASE("two counts of one thing are found without a rule and fail the run") {
    Fixture given;
    given.write_two_counts();
    CHECK(report_command(given.options, given.console) == kExitFindings);
    CHECK(holds(given.out(), "How many people?"));
    CHECK(holds(given.out(), "A  41 people"));
    CHECK(holds(given.out(), "B  47 people"));
}

TEST_CASE("a large folder is reported story by story, with an index and without") {
    Fixture fixture;
    for (int i = 0; i < 420; ++i) {
        fixture.write("news/n" + std::to_string(i) + ".txt",
                      "Notes\n\nA plain word" + std::to_string(i) + "x came to town.\n");
    }
    fixture.write("news/a.txt",
                  "Rescue\n\nRescuers of Tarnwick and Odile Brandt brought 41 injured "
                  "people ashore from the Korrin at Corvane.\n");
    fixture.write("news/b.txt",
                  "Rescue\n\nRescuers of Tarnwick and Odile Brandt brought 47 injured "
                  "people ashore from the Korrin at Corvane.\n");
    fixture.options.paths = {fixture.path("news")};
    fixture.options.outputs = {{"json", ""}};
    report_command(fixture.options, fixture.console);
    const std::string without = fixture.out();
    CHECK(holds(without, "\"coverage\": {\"articles\":422,"));
    CHECK(holds(without, "\"value\":\"47 people\""));
    fixture.options.index_places = {fixture.path("index")};
    report_command(fixture.options, fixture.console);
    CHECK(fixture.out() == without + without);
}

TEST_CASE("findings fail the run from the chosen level on, never if so asked") {
    Fixture given;
    given.write_two_counts();
    given.options.fail_on.reset();
    CHECK(report_command(given.options, given.console) == kExitClean);
}

TEST_CASE("an empty folder has not been compared, which is no clean run") {
    Fixture given;
    given.write("empty/picture.png", "no article");
    given.options.paths = {given.path("empty")};
    CHECK(report_command(given.options, given.console) == kExitIncomplete);
    CHECK(holds(given.out(), given.path("empty") +
                                 ": error: no articles here\n"
                                 "    hint: articles are files that end in .txt, .md or .jsonl\n"));
}

TEST_CASE("a path that is not there is told with its name, and 2 wins over findings") {
    Fixture given;
    given.write_two_counts();
    given.options.paths.push_back(given.path("missing.txt"));
    CHECK(report_command(given.options, given.console) == kExitIncomplete);
    CHECK(holds(given.out(), given.path("missing.txt") + ": error: no such file or folder\n"));
    CHECK(holds(given.out(), "A  41 people"));
}

TEST_CASE("an unreadable article is told and the others are compared") {
    Fixture given;
    given.write_two_counts();
    given.write("news/c.txt", "byte \xff is no UTF-8");
    CHECK(report_command(given.options, given.console) == kExitIncomplete);
    CHECK(holds(given.out(), "c.txt: error: byte 0xFF is not UTF-8"));
    CHECK(holds(given.out(), "B  47 people"));
}

TEST_CASE("a report goes to files and to standard output in one run") {
    Fixture given;
    given.write_two_counts();
    given.options.outputs = {
        {"text", ""}, {"html", given.path("out/r.html")}, {"json", given.path("r.json")}};
    CHECK(report_command(given.options, given.console) == kExitFindings);
    CHECK(holds(given.out(), "2 articles"));
    CHECK(content_of(given.path("out/r.html")).starts_with("<!doctype html>"));
    CHECK(content_of(given.path("r.json")).starts_with("{\"schema\": \"atodds-report/1\""));
}

TEST_CASE("an output file that cannot be written is told, and the run is incomplete") {
    Fixture given;
    given.write_two_counts();
    given.write("plain", "a file where a folder is needed");
    given.options.outputs = {{"html", given.path("plain/r.html")}};
    CHECK(report_command(given.options, given.console) == kExitIncomplete);
    CHECK(holds(given.err(), "error: cannot write \"" + given.path("plain/r.html") + "\""));
}

TEST_CASE("two texts on the command line are compared as they stand") {
    Fixture given;
    given.options.paths = {"Rescuers brought 41 injured people ashore from the Marlin.",
                           "Rescuers brought 47 injured people ashore from the Marlin."};
    CHECK(compare_two_command(given.options, given.console) == kExitFindings);
    CHECK(holds(given.out(), "--> first text:1:18"));
    CHECK(holds(given.out(), "--> second text:1:18"));
}

TEST_CASE("a name without blanks is a file, there or not") {
    Fixture given;
    given.options.paths = {"monday.txt", "A text of some words."};
    CHECK(compare_two_command(given.options, given.console) == kExitIncomplete);
    CHECK(holds(given.out(), "monday.txt: error: no such file or folder"));
}

TEST_CASE("explain prints one finding with its trace, and nothing around it") {
    Fixture given;
    given.write_two_counts();
    REQUIRE(report_command(given.options, given.console) == kExitFindings);
    const std::string report = given.out();
    const std::size_t bracket = report.find('[');
    const std::string id = report.substr(bracket + 1, 8);
    CHECK(explain_command(given.options, id, given.console) == kExitClean);
    const std::string explained = given.out().substr(report.size());
    CHECK(holds(explained, "  =>"));
    CHECK(holds(explained, "same-fact:"));
    CHECK_FALSE(holds(explained, "agreed:"));
}

TEST_CASE("explain of an unknown id says where ids stand") {
    Fixture given;
    given.write_two_counts();
    CHECK(explain_command(given.options, "deadbeef", given.console) == kExitIncomplete);
    CHECK(given.err() ==
          "atodds: error: no finding \"deadbeef\" in these articles\n"
          "  hint: ids stand in brackets behind each finding of `atodds report`\n");
}

TEST_CASE("a folder of rules that is not there is told before anything is read") {
    Fixture given;
    given.options.rules_folder = given.path("no-rules");
    CHECK(report_command(given.options, given.console) == kExitIncomplete);
    CHECK(holds(given.err(), "cannot read the folder of rules"));
    CHECK(given.out().empty());
}

}  // namespace atodds
