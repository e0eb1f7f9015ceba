#include "cli/command_options.hpp"
#include "cli/commands.hpp"

#include <charconv>
#include <optional>
#include <system_error>

namespace atodds {
namespace {

/// "2/3", 1/1 to 9999/9999; nothing for anything else.
std::optional<Shard> parse_shard(const std::string& text) {
    constexpr std::uint32_t kMostShards = 9999;
    Shard shard;
    const char* const end = text.data() + text.size();
    const auto [slash, code] = std::from_chars(text.data(), end, shard.number);
    if (code != std::errc{} || slash == end || *slash != '/') {
        return std::nullopt;
    }
    const auto [stop, second_code] = std::from_chars(slash + 1, end, shard.count);
    const bool is_good = second_code == std::errc{} && stop == end && shard.number >= 1 &&
                         shard.number <= shard.count && shard.count <= kMostShards;
    return is_good ? std::optional(shard) : std::nullopt;
}

void add_index_command(CLI::App& app, Arguments& arguments, Command& chosen) {
    CLI::App* command = app.add_subcommand("index", "Build or update an index, or describe one");
    add_paths(*command, arguments);
    add_index(*command, arguments, "Folder of the index; with --stat as many as you like");
    command->get_option("--index")->required();
    command->add_flag("--remove-absent", arguments.removes_absent,
                      "Drop articles that are not below the paths");
    command->add_flag("--stat", arguments.shows_stats, "Tell what the index holds");
    command
        ->add_option("--shard", arguments.shard,
                     "Only this one of N shares of the articles, told by a hash of their ids")
        ->type_name("I/N")
        ->check([](const std::string& given) {
            return parse_shard(given) ? std::string()
                                      : fmt::format("\"{}\" is no share such as 2/3", given);
        });
    command
        ->add_option("--commit-every", arguments.run.commit_every,
                     "Articles between two commits: what a killed run loses at most")
        ->capture_default_str()
        ->check(CLI::Range(1U, 1'000'000U))
        ->type_name("N");
    add_rules(*command, arguments);
    command->footer(
        "Examples:\n"
        "  atodds index articles/ --index published.idx\n"
        "  atodds index articles/ --index second.idx --shard 2/3\n"
        "  atodds index --stat --index published.idx");
    command->callback([&] {
        if (arguments.run.paths.empty() && !arguments.shows_stats) {
            throw CLI::RequiredError("PATH or --stat");
        }
        chosen = [](const Arguments& given, const Console& console) {
            if (given.shows_stats) {
                return index_stat_command(given.run, console);
            }
            RunOptions options = given.run;
            options.shard = parse_shard(given.shard).value_or(Shard{});
            return index_command(options, given.removes_absent ? Absent::Remove : Absent::Keep,
                                 console);
        };
    });
}

void add_search(CLI::App& app, Arguments& arguments, Command& chosen) {
    CLI::App* command = app.add_subcommand("search", "Find articles by words and facts");
    command
        ->add_option("QUERY", arguments.name,
                     "Words that all occur (OR, -word), source:NAME, entity:ID, fact:RULE")
        ->type_name("")
        ->required();
    add_index(*command, arguments, "Index to search");
    command->get_option("--index")->required();
    command->add_option("--limit", arguments.limit, "Most articles to show")
        ->capture_default_str()
        ->type_name("N");
    command->footer(
        "Example:\n"
        "  atodds search \"ferry aground\" --index published.idx\n"
        "  atodds search \"tanker OR ferry source:herald fact:ferry-call-order\" --index "
        "published.idx\n"
        "  atodds search \"ferry aground\" --index tcp://shelf-a:4000,tcp://shelf-b:4000");
    command->callback([&] {
        chosen = [](const Arguments& given, const Console& console) {
            return search_command(given.run, given.name, given.limit, console);
        };
    });
}

void add_facts(CLI::App& app, Arguments& arguments, Command& chosen) {
    CLI::App* command = app.add_subcommand("facts", "Show what was read from articles");
    add_paths(*command, arguments);
    add_choice(*command, "--format", arguments.facts_format, kFactsFormats, "How to write them");
    add_rules(*command, arguments);
    command->footer(
        "One block a fact: where it stands, which rule read it, its value, how it is said. Start\n"
        "here where a report misses something: what was not read cannot be compared.\n\n"
        "Examples:\n"
        "  atodds facts article.txt\n"
        "  atodds facts articles/ --format jsonl --tiers declared");
    command->callback([&] {
        arguments.needed = "PATH";
        chosen = [](const Arguments& given, const Console& console) {
            return facts_command(given.run, chosen_of(kFactsFormats, given.facts_format), console);
        };
    });
}

void add_values(CLI::App& app, Arguments& arguments, Command& chosen) {
    CLI::App* command = app.add_subcommand("values", "Read every value in rows of text");
    command
        ->add_option("--jsonl", arguments.rows_file,
                     "JSON lines {id, text, ref_date?}; - is standard input")
        ->type_name("FILE")
        ->required();
    command->footer(
        "Example:\n"
        "  atodds values --jsonl rows.jsonl > spans.jsonl");
    command->callback([&] {
        chosen = [](const Arguments& given, const Console& console) {
            return values_command(given.rows_file, console);
        };
    });
}

}  // namespace

void add_data_commands(CLI::App& app, Arguments& arguments, Command& chosen) {
    add_index_command(app, arguments, chosen);
    add_search(app, arguments, chosen);
    add_facts(app, arguments, chosen);
    add_values(app, arguments, chosen);
}

}  // namespace atodds
