#!/usr/bin/env python3
"""Indexes files of rows on a Dask cluster and merges the shards: dask_batch.py --out DIR FILE...

Each FILE holds articles as JSON lines (.jsonl, or .jsonl.gz) and becomes one shard, DIR/shards/NAME;
the shards become DIR/all.idx. Without --scheduler two worker processes are started on this machine.
The workers have to see FILE and DIR under the same paths. Started again, it maps only what is not
mapped yet. Needs dask.distributed (Debian package python3-distributed).
"""
import argparse
import contextlib
import os
import subprocess
import sys

from distributed import Client, LocalCluster, as_completed

ENDINGS = (".jsonl.gz", ".jsonl")


def shard_name(path):
    name = os.path.basename(path)
    return next((name[:-len(end)] for end in ENDINGS if name.endswith(end)), name)


def map_file(path, out, arguments):
    """Runs on a worker: the rows of one file into one shard. What the mapper says comes back; a
    worker that dies is no matter, for a shard is there as a whole or not at all."""
    command = [*arguments, "--out", os.path.join(out, "shards", shard_name(path))]
    with open(path, "rb") as rows, contextlib.ExitStack() as stack:
        if path.endswith(".gz"):
            unpacking = stack.enter_context(
                subprocess.Popen(["gzip", "-dc"], stdin=rows, stdout=subprocess.PIPE))
            rows = unpacking.stdout
        done = subprocess.run(command, stdin=rows, capture_output=True, check=False)
    return done.returncode, done.stdout.decode(), done.stderr.decode()


def map_all(client, options):
    arguments = [options.atodds, "map", "--threads", str(options.threads),
                 "--stdin-filename", options.name, *options.map_option]
    shards = sorted({shard_name(path) for path in options.files})
    if len(shards) != len(options.files):
        sys.exit("two files have one name: give each a name of its own")
    waiting = {client.submit(map_file, os.path.abspath(path), options.out, arguments,
                             retries=2, pure=False): path for path in options.files}
    failed = False
    for done in as_completed(list(waiting)):
        code, said, errors = done.result()
        sys.stderr.write(errors)
        print(said or f"{waiting[done]}: failed with {code}", end="" if said else "\n", flush=True)
        failed = failed or code != 0
    return not failed, [os.path.join(options.out, "shards", name) for name in shards]


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("files", nargs="+", metavar="FILE")
    parser.add_argument("--out", required=True, metavar="DIR", type=os.path.abspath)
    parser.add_argument("--atodds", default="atodds", metavar="PROGRAM")
    parser.add_argument("--name", default="articles.jsonl", help="path of the articles in reports")
    parser.add_argument("--scheduler", help="address of a cluster that is there, tcp://HOST:8786")
    parser.add_argument("--workers", type=int, default=2, help="of a cluster on this machine")
    parser.add_argument("--threads", type=int, default=1, help="of each mapper")
    parser.add_argument("--map-option", action="append", default=[], metavar="OPTION",
                        help="handed on to atodds map; as --map-option=--rules=DIR")
    options = parser.parse_args()
    cluster = options.scheduler or LocalCluster(
        n_workers=options.workers, threads_per_worker=1, processes=True, dashboard_address=None)
    with Client(cluster) as client:
        is_whole, shards = map_all(client, options)
    if not options.scheduler:
        cluster.close()
    if not is_whole:
        sys.exit("not all files are mapped: nothing is merged")
    merge = [options.atodds, "merge", *shards, "--index", os.path.join(options.out, "all.idx"),
             "--runs", os.path.join(options.out, "facts.run")]
    sys.exit(subprocess.run(merge, check=False).returncode)


if __name__ == "__main__":
    main()
