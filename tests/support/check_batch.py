#!/usr/bin/env python3
"""A batch on many machines gives what one run gives: check_batch.py PROGRAM

Rows of corpus/ and of generated articles are indexed in one run, and mapped in shares and merged.
Reports over the one index, over the merged one and over the shards must be the same bytes, and so
must the merged facts and those of one share with all rows. Then mappers are killed, started twice
at once and started again, and merges are given what does not fit. At the end the example of
docs/examples runs on a local Dask cluster of two workers; without dask.distributed (Debian package
python3-distributed) it is passed over.
"""
import contextlib
import importlib.util
import json
import os
import shutil
import signal
import subprocess
import sys
import tempfile
import time

TOP = os.path.abspath(os.path.join(os.path.dirname(__file__), "..", ".."))
TIMEOUT_SECONDS = 300
SHARES = 3
GENERATED = 60
NAME = "feed.jsonl"


def corpus_rows():
    """The articles of corpus/, of which the text alone is needed here."""
    for base, _, names in sorted(os.walk(os.path.join(TOP, "corpus"))):
        for name in sorted(names):
            if name.endswith((".md", ".txt")) and name != "README.md":
                with open(os.path.join(base, name), encoding="utf-8") as file:
                    text = file.read().split("---\n", 2)[-1]
                yield {"id": name, "source": name.split("-", 3)[-1], "date": name[:10],
                       "text": text}


def generated_rows():
    ships = ("Marlin", "Petrel", "Heron", "Osprey", "Plover")
    for i in range(GENERATED):
        ship = ships[i * 3 % len(ships)]
        yield {"id": f"wire/{i * 7 % GENERATED:03}", "source": f"Coast Paper {i % 9}",
               "date": f"2031-05-{1 + i % 28:02}", "title": f"The {ship} comes in",
               "text": f"The crew of the {ship} brought {40 + i % 5} passengers ashore on Monday."
                       f" Some {300 + 10 * (i % 3)} lamps burned at the lamp fair."}
    yield {"id": "quiet", "source": "Marsh Leaf", "text": "Swans crossed the pond at dusk."}


class Batch:
    """Rows in one file and in shares, below one folder, and runs of the program there."""

    def __init__(self, program, folder):
        self.program = program
        self.folder = folder
        self.rows = [json.dumps(row) + "\n" for row in (*corpus_rows(), *generated_rows())]
        self.feed = self.write(NAME, self.rows)
        self.shares = [self.write(f"share-{k}.jsonl", self.rows[k::SHARES])
                       for k in range(SHARES)]

    def at(self, name):
        return os.path.join(self.folder, name)

    def write(self, name, lines):
        with open(self.at(name), "w", encoding="utf-8") as file:
            file.writelines(lines)
        return self.at(name)

    def command(self, *arguments):
        rules = () if arguments[0] in ("merge", "schema") else ("--rules", os.path.join(TOP, "rules"))
        return [self.program, *arguments, *rules, "--no-config"]

    def run(self, *arguments, rows=os.devnull):
        with open(rows, "rb") as stdin:
            done = subprocess.run(self.command(*arguments), cwd=self.folder, stdin=stdin,
                                  capture_output=True, timeout=TIMEOUT_SECONDS, check=False,
                                  env={"PATH": os.environ.get("PATH", ""), "LC_ALL": "C.UTF-8"})
        return done.returncode, done.stdout, done.stderr.decode("utf-8", "replace")

    def map(self, out, rows, *more):
        return self.run("map", "--out", out, "--stdin-filename", NAME, *more, rows=rows)

    def report(self, *indexes):
        """Exit code and bytes of the report in JSON."""
        return self.run("report", "--index", ",".join(indexes), "-o", "json")[:2]


def names_in(folder):
    return sorted(os.listdir(folder))


def content(path):
    with open(path, "rb") as file:
        return file.read()


def state_of(folder):
    """Every file below the folder with its bytes."""
    return {path: content(path) for base, _, names in os.walk(folder)
            for path in (os.path.join(base, name) for name in names)}


def check_result(batch):
    """Mapped, merged, reported: the same as one run."""
    yield "one run indexes all", batch.run("index", NAME, "--index", "one")[0] == 0
    expected = batch.report("one")
    yield "its report finds something", expected[0] == 1 and json.loads(
        expected[1])["findings"] != []
    counts = [batch.map(f"shards/{k}", share)[:2] for k, share in enumerate(batch.shares)]
    yield "the shares are mapped", all(code == 0 for code, _ in counts)
    yield "each mapper says what it made", [
        line.decode().split("\t")[:2] + line.decode().split("\t")[3:] for _, line in counts] == [
            [f"shards/{k}", str(len(batch.rows[k::SHARES])), "0\n"] for k in range(SHARES)]
    shards = [f"shards/{k}" for k in range(SHARES)]
    yield "a report over the shards is that of one run", batch.report(
        *(shard + "/index" for shard in shards)) == expected
    code, out, _ = batch.run("merge", *shards, "--index", "all", "--runs", "all.run")
    yield "the shards are merged", code == 0 and out.startswith(
        f"{SHARES} shards merged, {len(batch.rows)} articles\n".encode())
    yield "a report over the merged index is that of one run", batch.report("all") == expected
    yield "in any order of shards", batch.run(
        "merge", *shards[::-1], "--index", "turned")[0] == 0 and batch.report(
            "turned") == expected
    yield "indexes without facts.run are merged too", batch.run(
        "merge", *(shard + "/index" for shard in shards), "--index", "plain")[
            0] == 0 and batch.report("plain") == expected
    yield "the merged index can be updated", batch.run("index", NAME, "--index", "all")[
        1] == f"0 articles added, 0 replaced, {len(batch.rows)} unchanged, 0 removed, 0 failed\n" \
        .encode()


def check_runs(batch):
    batch.map("whole", batch.feed, "--threads", "2")
    whole = content(batch.at("whole/facts.run"))
    yield "merged facts are those of one share with all rows", whole == content(
        batch.at("all.run"))
    lines = whole.splitlines()
    yield "they are sorted, each once", lines == sorted(set(lines)) and len(lines) > 1000
    fields = [line.split(b"\t") for line in lines]
    yield "each has key, article and fact", all(len(row) == 3 for row in fields)
    facts = [json.loads(row[2]) for row in fields]
    ids = {json.loads(row)["id"] for row in batch.rows}
    yield "articles are those of the rows", {row[1].decode() for row in fields} <= ids
    schema = json.loads(batch.run("schema", "fact-run")[1]) if importlib.util.find_spec(
        "jsonschema") else None
    if schema:
        import jsonschema  # pylint: disable=import-outside-toplevel
        check = jsonschema.Draft202012Validator(schema)
        yield "facts are as the schema says", all(check.is_valid(fact) for fact in facts)
    values = {}
    for row, fact in zip(fields, facts):
        values.setdefault(row[0], set()).add((row[1], fact["value"]))
    clashing = {key for key, found in values.items()
                if len({v for _, v in found}) > 1 and len({a for a, _ in found}) > 1}
    yield "what is at odds can be seen in them", any(b"marlin" in key for key in clashing)


def check_groups(batch):
    """Two groups that were mapped apart, and what is at odds between them."""
    example = os.path.join(TOP, "docs", "examples")
    found = subprocess.run(
        "LC_ALL=C sort -m -u shards/?/facts.run"
        f" | awk -v most=1000 -f '{example}/clashing_articles.awk' | LC_ALL=C sort -u > ids.txt"
        f" && '{example}/rows_of_ids.py' ids.txt < {NAME} > between.jsonl",
        shell=True, cwd=batch.folder, check=False)
    yield "articles that clash are picked from the runs", found.returncode == 0
    with open(batch.at("between.jsonl"), encoding="utf-8") as file:
        picked = [json.loads(row)["id"] for row in file]
    yield "some and not all", 0 < len(picked) < len(batch.rows)
    yield "they are mapped", batch.map("between", batch.at("between.jsonl"))[0] == 0

    def clashes(index):
        """Sides of findings about values that two or more articles state."""
        for finding in json.loads(batch.report(index)[1])["findings"]:
            if finding["kind"] == "between articles" and finding["verdict"] == "disagree" and \
                    finding["rule"] not in ("open/claim", "open/quote"):
                yield finding["rule"], tuple(
                    (side["value"], tuple(side["articles"])) for side in finding["sides"])

    expected = set(clashes("one"))
    yield "one run finds clashes", len(expected) > 1
    yield "and the picked articles hold them all", expected <= set(clashes("between/index"))


def check_restart(batch):
    """Again, at once, cut off."""
    before = state_of(batch.at("shards/0"))
    code, out, err = batch.map("shards/0", batch.shares[0])
    yield "mapped again: nothing is done", code == 0 and "mapped already" in err and state_of(
        batch.at("shards/0")) == before
    yield "and the same is said", out == batch.map("shards/0", batch.shares[0])[1]
    code, out, err = batch.map("shards/0", batch.shares[1])
    yield "other rows into it are refused", code == 2 and not out and "other rows" in err
    code, out, err = batch.map("shards/0", batch.shares[0], "--tiers", "open")
    yield "other tiers too", code == 2 and not out and "other rules" in err
    os.makedirs(batch.at("taken"))
    batch.write("taken/notes.txt", ["mine\n"])
    code, _, err = batch.map("taken", batch.shares[0])
    yield "a folder of other files is left alone", code == 2 and "something else" in err and \
        names_in(batch.at("taken")) == ["notes.txt"]
    mappers = [start(batch, "both", batch.shares[0]) for _ in range(2)]
    yield "two mappers of the same rows both end well", [m.wait() for m in mappers] == [0, 0]
    yield "and make one shard", names_in(batch.at("both")) == [
        "facts.run", "index", "map.json"] and not parts(batch, "both")
    for seconds in (0.05, 0.2, 0.4):
        killed = start(batch, "killed", batch.feed)
        time.sleep(seconds)
        killed.send_signal(signal.SIGKILL)
        killed.wait()
        made = os.path.exists(batch.at("killed"))
        yield f"a mapper killed after {seconds} s leaves all or nothing", not made or names_in(
            batch.at("killed")) == ["facts.run", "index", "map.json"]
    code, out, _ = batch.map("killed", batch.feed)
    yield "the next one completes it", code == 0 and content(
        batch.at("killed/facts.run")) == content(batch.at("whole/facts.run"))
    yield "an empty folder and a slash behind its name are fine", not os.mkdir(
        batch.at("empty")) and batch.map("empty/", batch.shares[0])[0] == 0


def start(batch, out, rows):
    with open(rows, "rb") as stdin:
        return subprocess.Popen(
            batch.command("map", "--out", out, "--stdin-filename", NAME), cwd=batch.folder,
            stdin=stdin, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)


def parts(batch, out):
    return [name for name in names_in(batch.folder) if name.startswith(out + ".part-")]


def check_bad_rows(batch):
    rows = batch.write("bad.jsonl", [batch.rows[0], "no row\n", '{"id": "x"}\n', batch.rows[1],
                                     batch.rows[0]])
    code, out, err = batch.map("bad", rows)
    yield "bad rows are told and counted", code == 2 and out.endswith(b"\t3\n")
    yield "with their numbers", "row 2: not JSON" in err and 'row 3: no "text"' in err and \
        "is used twice" in err
    code, out, _ = batch.map("bad", rows)
    yield "again, too", code == 2 and out.endswith(b"\t3\n")
    code, out, _ = batch.map("none", os.devnull)
    yield "no rows make an empty shard", code == 0 and out == b"none\t0\t0\t0\n"
    yield "which can be merged", batch.run(
        "merge", "shards/0", "none", "--index", "with-none", "--runs", "with-none.run")[0] == 0


def check_merge_refusals(batch):
    rules = batch.at("rules")
    shutil.copytree(os.path.join(TOP, "rules"), rules)
    removed = next(os.path.join(base, name) for base, _, names in os.walk(
        os.path.join(rules, "topics")) for name in sorted(names) if name.endswith(".yml"))
    os.remove(removed)
    with open(batch.shares[1], "rb") as stdin:
        subprocess.run([batch.program, "map", "--out", "other", "--rules", rules], check=True,
                       cwd=batch.folder, stdin=stdin, capture_output=True)
    again = state_of(batch.at("all"))
    cases = {
        "shards of other rules": (["shards/0", "other", "--index", "new"], ["other rules", "other"]),
        "an article twice": (["shards/0", "empty", "--index", "new"],
                             ["articles are in more than one shard", "shards/0/index", "empty"]),
        "a shard twice": (["shards/0", "shards/0", "--index", "new"], ["named twice"]),
        "a missing shard": (["shards/0", "gone", "--index", "new"], ["gone", "no index here"]),
        "a server": (["shards/0", "tcp://127.0.0.1:1", "--index", "new"], ["tcp://127.0.0.1:1"]),
        "into another merge": (["shards/0", "shards/1", "--index", "all"],
                               ["something else than the merge"]),
        "into a folder of files": (["shards/0", "--index", "taken"],
                                   ["something else than the merge"]),
        "runs of an index": (["one", "--index", "new", "--runs", "new.run"],
                             ["no facts to merge"]),
    }
    for name, (arguments, words) in cases.items():
        code, out, err = batch.run("merge", *arguments)
        yield f"{name} is refused", code == 2 and not out and all(w in err for w in words)
    yield "nothing is left of it", not os.path.exists(batch.at("new")) and not parts(batch, "new")
    yield "what is there stays", state_of(batch.at("all")) == again
    shards = [f"shards/{k}" for k in range(SHARES)]
    turned = state_of(batch.at("turned"))
    code, out, err = batch.run("merge", *shards, "--index", "turned")
    yield "a merge that was made is left as it is", code == 0 and "already" in err and state_of(
        batch.at("turned")) == turned


def check_tasks(batch):
    """The scripts for engines that give a task a number and rows."""
    example = os.path.join(TOP, "docs", "examples")
    environment = {"PATH": os.environ.get("PATH", ""), "ATODDS": batch.program}
    batch.write("files.txt", [batch.shares[0] + "\n", batch.shares[1] + "\n"])
    done = subprocess.run(
        [os.path.join(example, "slurm_map.sh"), "files.txt", "slurm"], cwd=batch.folder,
        env={**environment, "SLURM_ARRAY_TASK_ID": "2"}, capture_output=True, check=False)
    yield "a task of a Slurm array maps its file", done.returncode == 0 and content(
        batch.at("slurm/share-1/facts.run")) == content(batch.at("shards/1/facts.run"))
    rows = "".join(f"{k}\t{row}" for k, row in enumerate(batch.rows[0::SHARES]))
    done = subprocess.run(
        [os.path.join(example, "task_map.sh"), "hadoop"], cwd=batch.folder, input=rows.encode(),
        env={**environment, "mapreduce_task_partition": "7"}, capture_output=True, check=False)
    yield "a task of Hadoop streaming maps its rows", done.stdout.startswith(
        b"hadoop/000007\t") and content(batch.at("hadoop/000007/facts.run")) == content(
            batch.at("shards/0/facts.run"))
    if shutil.which("parallel", path=environment["PATH"]):
        done = subprocess.run(
            ["parallel", "--will-cite", "--jobs", "2", "--pipe-part", "--block", "20k", "-a",
             NAME, batch.program, "map", "--stdin-filename", NAME, "--out", "parallel/{#}"],
            cwd=batch.folder, stdin=subprocess.DEVNULL, capture_output=True, check=False)
        made = [f"parallel/{name}" for name in names_in(batch.at("parallel"))]
        yield "GNU parallel maps a file in blocks", done.returncode == 0 and len(made) > 1
        yield "that merge to all of it", batch.run(
            "merge", *made, "--index", "by-parallel", "--runs", "by-parallel.run")[
                0] == 0 and content(batch.at("by-parallel.run")) == content(batch.at("all.run"))
    else:
        print("batch: no GNU parallel here: its recipe is passed over")


def check_dask(batch):
    """On Debian's Python, which has Debian's packages."""
    python = "/usr/bin/python3" if os.path.exists("/usr/bin/python3") else sys.executable
    probe = subprocess.run([python, "-c", "import distributed"], capture_output=True, check=False)
    if probe.returncode != 0:
        print("batch: no dask.distributed here (Debian package python3-distributed): its example "
              "is passed over")
        return
    command = [python, os.path.join(TOP, "docs", "examples", "dask_batch.py"), "--atodds",
               batch.program, "--out", "dask", "--name", NAME,
               f"--map-option=--rules={os.path.join(TOP, 'rules')}", *batch.shares]
    environment = {"PATH": os.environ.get("PATH", ""), "HOME": batch.folder, "LC_ALL": "C.UTF-8"}
    for attempt in ("on a local Dask cluster of two workers", "on another one that finds it made"):
        done = subprocess.run(command, cwd=batch.folder, env=environment, capture_output=True,
                              timeout=TIMEOUT_SECONDS, check=False)
        if done.returncode != 0:
            print(done.stderr.decode("utf-8", "replace"))
        yield f"the batch runs {attempt}", done.returncode == 0
        yield f"and gives what one run gives {attempt}", batch.report("dask/all.idx") == \
            batch.report("one") and content(batch.at("dask/facts.run")) == content(
                batch.at("all.run"))


def checks(program, folder):
    batch = Batch(program, folder)
    for part in (check_result, check_runs, check_groups, check_restart, check_bad_rows, check_merge_refusals,
                 check_tasks, check_dask):
        yield from part(batch)


def main():
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    passed = failed = 0
    with contextlib.ExitStack() as stack:
        folder = stack.enter_context(tempfile.TemporaryDirectory(ignore_cleanup_errors=True))
        for name, is_so in checks(os.path.abspath(sys.argv[1]), folder):
            passed += bool(is_so)
            failed += not is_so
            if not is_so:
                print(f"batch: not so: {name}")
    print(f"batch: {passed} passed, {failed} failed")
    return 1 if failed else 0


sys.exit(main())
