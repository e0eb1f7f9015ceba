#include "cli/batch_commands.hpp"
#include "cli/command_options.hpp"

namespace atodds {
namespace {

void add_map(CLI::App& app, Arguments& arguments, Command& chosen) {
    CLI::App* command =
        app.add_subcommand("map", "Make a shard of an index from rows; for batch engines");
    command->add_option("--out", arguments.out, "Folder to make: index, facts.run and map.json")
        ->type_name("DIR")
        ->required();
    command
        ->add_option("--stdin-filename", arguments.run.ingest.stdin_filename,
                     "Path of the articles in reports; the same for all shards of one input")
        ->type_name("NAME");
    command->add_option("--threads", arguments.run.threads, "Threads that read; 0: all cores")
        ->capture_default_str()
        ->type_name("N");
    add_rules(*command, arguments);
    command->footer(
        "Reads articles as JSON lines from standard input, {\"id\": ..., \"source\": ..., "
        "\"date\": "
        "...,\n"
        "\"title\": ..., \"url\": ..., \"text\": ...}, and publishes the folder when it is whole. "
        "A\n"
        "folder that holds the map of the same rows is left as it is, so a batch that was cut off "
        "is\n"
        "started again as a whole. Prints folder, articles, facts and failed rows, parted by "
        "tabs.\n"
        "docs/scale.md has recipes for GNU parallel, Slurm, Dask, Hadoop and Spark.\n\n"
        "Examples:\n"
        "  atodds map --out shards/000 < part-000.jsonl\n"
        "  zcat part-000.jsonl.gz | atodds map --out shards/000 --stdin-filename feed.jsonl\n"
        "  atodds merge shards/* --index all.idx");
    command->callback([&] {
        chosen = [](const Arguments& given, const Console& console) {
            return map_command(given.run, {given.out, given.tiers}, console);
        };
    });
}

void add_merge(CLI::App& app, Arguments& arguments, Command& chosen) {
    CLI::App* command = app.add_subcommand("merge", "Put shards of an index together");
    command->add_option("DIR", arguments.run.paths, "Folders of `atodds map` or of indexes")
        ->type_name("")
        ->required();
    command->add_option("--index", arguments.out, "Folder of the new index")
        ->type_name("DIR")
        ->required();
    command
        ->add_option("--runs", arguments.run_file,
                     "Merge the facts.run of all shards into this file as well")
        ->type_name("FILE");
    command->footer(
        "The index is what one run over all articles would have built. No article may be in two\n"
        "shards, and all must be read with the same rules. A merge that was made before is left "
        "as\n"
        "it is.\n\n"
        "Examples:\n"
        "  atodds merge shards/* --index all.idx\n"
        "  atodds merge shards/* --index all.idx --runs facts.run\n"
        "  atodds report --index all.idx");
    command->callback([&] {
        chosen = [](const Arguments& given, const Console& console) {
            return merge_command({given.run.paths, given.out, given.run_file}, console);
        };
    });
}

}  // namespace

void add_batch_commands(CLI::App& app, Arguments& arguments, Command& chosen) {
    add_map(app, arguments, chosen);
    add_merge(app, arguments, chosen);
}

}  // namespace atodds
