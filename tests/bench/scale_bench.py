#!/usr/bin/env python3
"""scale_bench BUILD [--scale small|medium|full]: what indexing, checking and reporting cost by size.

BUILD holds atodds, atodds_corpus and atodds_stock. Makes collections of 10,000 articles (small),
also of 100,000 (medium) and of 1,000,000 (full), in BUILD/scale-bench, and measures with each:
indexing beside stock Xapian and cat on the same text, a second run, checks of single articles warm
and cold, a report over everything, and whether planted conflicts are found. Asserts nothing;
docs/benchmarks.md explains each figure.
"""
import argparse
import glob
import json
import os
import shutil
import subprocess
import sys

import audit_plants
import measured_run
import plants

TOP = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
SIZES = {"small": [10_000], "medium": [10_000, 100_000], "full": [10_000, 100_000, 1_000_000]}
SEED = 20250801
CHECKS = 100
MOST_ALONE = 100  # planted conflicts looked at again where a run missed them
COLD_CHECKS = 3
WARM_UP_CHECKS = 10
GROWTH_ROWS = ("index CPU ms an article", "report CPU ms an article", "check p50 ms")


class Table:
    """Prints figures as they come and remembers them, to set sizes beside each other."""

    def __init__(self):
        self.figures = {}
        self.size = None

    def begin(self, size):
        self.size = size
        print(f"\n{size:,} articles".ljust(45) + "figure".rjust(12) + "  beside, goal", flush=True)

    def row(self, name, figure, unit="", beside=""):
        self.figures[(self.size, name)] = figure
        shown = f"{figure:,.2f}" if isinstance(figure, float) else str(figure)
        print(f"  {name:<42}{shown:>12}  {(unit + '  ' + beside).strip()}", flush=True)

    def growth(self, sizes):
        for small, large in zip(sizes, sizes[1:]):
            print(f"\ncost at {large:,} over cost at {small:,}")
            for name in GROWTH_ROWS:
                before, after = (self.figures.get((size, name)) for size in (small, large))
                if before and after:
                    print(f"  {name:<42}{after / before:>12.2f}  "
                          f"{'goal at most 1.3' if 'report' in name else ''}", flush=True)


def goal(is_met, text):
    return f"goal {text}: {'met' if is_met else 'NOT MET'}"


class Bench:
    def __init__(self, arguments):
        self.build = os.path.abspath(arguments.build)
        self.program = os.path.join(self.build, "atodds")
        self.threads = arguments.threads
        self.limit = arguments.limit
        self.folder = os.path.join(self.build, "scale-bench")
        self.table = Table()
        self.common = ["--rules", os.path.join(TOP, "rules"), "--no-config"]

    def run(self, command, output=None):
        return measured_run.run(command, self.limit, output)

    def path(self, *names):
        return os.path.join(self.folder, *names)

    def measure_size(self, size):
        shutil.rmtree(self.folder, ignore_errors=True)
        os.makedirs(self.folder)
        self.table.begin(size)
        megabytes = self.make_corpus(size)
        rate = self.measure_yardsticks(megabytes)
        index = self.measure_index(size, megabytes, rate)
        if not index.is_stopped:
            self.measure_checks()
            self.measure_report(size, index)

    def make_corpus(self, size):
        """Returns the megabytes of title and text."""
        made = subprocess.run([os.path.join(self.build, "atodds_corpus"), self.path(), str(size),
                               str(SEED), str(CHECKS)], check=True, stdout=subprocess.PIPE)
        facts = json.loads(made.stdout)
        self.files = sorted(glob.glob(self.path("articles", "*.jsonl")))
        megabytes = facts["bytes"] / 1e6
        self.table.row("text", megabytes, "MB", f"{facts['bytes'] / size:.0f} bytes an article, "
                                                f"{facts['plants']} planted conflicts")
        return megabytes

    def measure_yardsticks(self, megabytes):
        """Returns the MB/s of stock indexing with all threads."""
        cat = self.run(["cat", *self.files])
        self.table.row("cat", megabytes / cat.seconds, "MB/s")
        out = self.path("stock")
        stock = self.run([os.path.join(self.build, "atodds_stock"), out, str(self.threads),
                          *self.files])
        self.table.row("stock Xapian, no positions, in all", megabytes / stock.seconds, "MB/s",
                       f"{self.threads} threads")
        self.table.row("stock Xapian, a core", megabytes / stock.cpu_seconds, "MB/s")
        self.table.row("stock Xapian, database over text",
                       measured_run.folder_bytes(out) / 1e6 / megabytes, "times",
                       "without any text in it")
        self.table.row("stock Xapian, peak memory", stock.peak_mb, "MB")
        shutil.rmtree(out)
        return megabytes / stock.seconds

    def measure_index(self, size, megabytes, stock_rate):
        command = [self.program, "index", self.path("articles"), "--index", self.path("index"),
                   "--threads", str(self.threads), *self.common]
        index = self.run(command)
        if index.is_stopped or index.status == 2:
            self.table.row("index", "stopped" if index.is_stopped else "failed", "",
                           f"after {index.seconds:.0f} s")
            index.is_stopped = True
            return index
        rate = megabytes / index.seconds
        self.table.row("index, in all", rate, "MB/s",
                       f"{rate / stock_rate:.2f} times stock, "
                       + goal(rate >= 2.5 * stock_rate, "2.5 times stock"))
        self.table.row("index, a core", megabytes / index.cpu_seconds, "MB/s")
        ratio = measured_run.folder_bytes(self.path("index")) / 1e6 / megabytes
        self.table.row("index, database over text", ratio, "times", goal(ratio <= 1.2, "1.2"))
        self.table.row("index, peak memory", index.peak_mb, "MB",
                       goal(index.peak_mb <= 600, "600 MB at a million"))
        self.table.row("index CPU ms an article", 1000 * index.cpu_seconds / size)
        again = self.run(command)
        self.table.row("index again, nothing changed", again.seconds, "s",
                       f"{100 * again.seconds / index.seconds:.1f} % of the first run")
        return index

    def check_once(self, row, number):
        article = self.path("checked.jsonl")
        with open(article, "w", encoding="utf-8") as file:
            file.write(row)
        output = self.path("checks", f"{number}.jsonl")
        run = self.run([self.program, "check", article, "--index", self.path("index"), "--format",
                        "jsonl", "--fail-on", "never", *self.common], output)
        return run, plants.read_lines(output)

    def measure_checks(self):
        os.makedirs(self.path("checks"))
        with open(self.path("extra.jsonl"), encoding="utf-8") as file:
            rows = file.readlines()
        cold = []
        for row in rows[:COLD_CHECKS]:
            measured_run.drop_from_cache(self.path("index"))
            cold.append(self.check_once(row, 0)[0].seconds * 1000)
        measured_run.read_into_cache(self.path("index"))
        for row in rows[:WARM_UP_CHECKS]:
            self.check_once(row, 0)
        runs, findings = [], []
        for number, row in enumerate(rows):
            run, found = self.check_once(row, number)
            runs.append(run)
            findings += found
        times = [run.seconds * 1000 for run in runs]
        p50, p99 = (measured_run.quantile(times, share) for share in (0.5, 0.99))
        self.table.row("check p50 ms", p50, "ms", goal(p50 <= 50, "50 ms") + ", whole process")
        self.table.row("check p99 ms", p99, "ms", goal(p99 <= 200, "200 ms"))
        self.table.row("check, cold page cache", measured_run.quantile(cold, 0.5), "ms")
        self.table.row("check, peak memory", max(run.peak_mb for run in runs), "MB")
        failed = sum(run.status == 2 for run in runs)
        if failed:
            self.table.row("checks that failed", failed)
        self.recall_row("planted conflicts found by check", findings, "extra-plants.jsonl", CHECKS)

    def recall_row(self, name, findings, file, articles):
        score = plants.Score(findings, plants.read_lines(self.path(file)))
        missed = score.missed()
        lost = self.seen_alone(missed[:MOST_ALONE])
        self.table.row(name, f"{len(score.found)}/{len(score.plants)}", "",
                       f"{lost} of those missed are found where their story stands alone, "
                       + goal(lost == 0, "none"))
        self.table.row("other disagreements", 1000 * len(score.others) / articles,
                       "a thousand articles")

    def seen_alone(self, missed):
        """How many planted conflicts a report on the articles of their story alone shows."""
        rows = audit_plants.rows_by_id(
            self.folder, {i for plant in missed for i in audit_plants.ids_of(plant)})
        seen = 0
        for plant in missed:
            lines = [rows[i] for i in audit_plants.ids_of(plant)]
            findings = audit_plants.findings_of(self.program, lines, self.common)
            seen += not plants.Score(findings, [plant]).missed()
        return seen

    def measure_report(self, size, index):
        output = self.path("report.jsonl")
        report = self.run([self.program, "report", "--index", self.path("index"), "--format",
                           "jsonl", "--fail-on", "never", *self.common], output)
        if report.is_stopped or report.status == 2:
            self.table.row("report", "stopped" if report.is_stopped else "failed", "",
                           f"after {report.seconds:.0f} s, {report.peak_mb:.0f} MB")
            return
        self.table.row("report", report.seconds, "s", goal(
            report.seconds <= 1.5 * index.seconds, f"{1.5 * index.seconds:.0f} s"))
        self.table.row("report, peak memory", report.peak_mb, "MB",
                       goal(report.peak_mb <= 1000, "1,000 MB at a million"))
        self.table.row("report CPU ms an article", 1000 * report.cpu_seconds / size)
        self.recall_row("planted conflicts found by report", plants.read_lines(output),
                        "plants.jsonl", size)


def measure_instructions(bench):
    """Of a fixed small run on one thread: the same on a busy machine."""
    if not shutil.which("valgrind"):
        print("\ninstructions: skipped, valgrind is not installed", flush=True)
        return
    shutil.rmtree(bench.folder, ignore_errors=True)
    os.makedirs(bench.folder)
    subprocess.run([os.path.join(bench.build, "atodds_corpus"), bench.path(), "60", str(SEED), "1"],
                   check=True, stdout=subprocess.DEVNULL)
    index = ["--index", bench.path("index"), *bench.common]
    print("\ninstructions of a fixed small run (callgrind), millions", flush=True)
    for name, command in (
            ("start", ["version"]),
            ("index, 60 articles", ["index", bench.path("articles"), "--threads", "1", *index]),
            ("check of one article", ["check", bench.path("extra.jsonl"), "--threads", "1",
                                      "--fail-on", "never", *index]),
            ("report on 60 articles", ["report", bench.path("articles"), "--threads", "1",
                                       "--fail-on", "never", *bench.common])):
        run = subprocess.run(["valgrind", "--tool=callgrind", "--callgrind-out-file=/dev/null",
                              bench.program, *command], stdout=subprocess.DEVNULL,
                             stderr=subprocess.PIPE, check=False)
        counts = [line.split()[-1] for line in run.stderr.decode().splitlines()
                  if "Collected" in line]
        shown = f"{int(counts[0]) / 1e6:,.1f}" if counts and run.returncode != 2 else "failed"
        print(f"  {name:<42}{shown:>12}", flush=True)


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("build")
    parser.add_argument("--scale", choices=sorted(SIZES), default="medium")
    parser.add_argument("--articles", type=int, help="one collection of this size instead")
    parser.add_argument("--threads", type=int, default=os.cpu_count())
    parser.add_argument("--limit", type=float, default=None, help="seconds for one run")
    parser.add_argument("--keep", action="store_true", help="keep the last collection and index")
    arguments = parser.parse_args()
    sizes = [arguments.articles] if arguments.articles else SIZES[arguments.scale]
    if arguments.limit is None:
        # A step that takes this long is the finding; nobody waits for its end.
        arguments.limit = 4 * 3600 if arguments.scale == "full" else 240
    bench = Bench(arguments)
    measure_instructions(bench)
    for size in sizes:
        bench.measure_size(size)
    bench.table.growth(sizes)
    if not arguments.keep:
        shutil.rmtree(bench.folder, ignore_errors=True)
    return 0


if __name__ == "__main__":
    sys.exit(main())
